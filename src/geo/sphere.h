/* Arithmetic on the unit sphere, and sums without loss. Angles are radians: lambda = longitude, phi = latitude. Private to geo/. */
#pragma once

#include <glib.h>
#include <math.h>
#include <stdbool.h>

/* d3-geo's tolerances: what it takes for the same place, about 6 m on the ground, and for nothing. */
#define ZN_GEO_EPSILON 1e-6
#define ZN_GEO_EPSILON2 1e-12
#define ZN_GEO_TAU (2 * G_PI)
#define ZN_GEO_RADIANS (G_PI / 180)
#define ZN_GEO_DEGREES (180 / G_PI)

typedef struct ZnVector { double x, y, z; } ZnVector;

/* Arc functions that take what rounding has moved past 1. */
static inline double zn_geo_asin(double x)
{
	return x > 1 ? G_PI_2 : x < -1 ? -G_PI_2 : asin(x);
}

static inline double zn_geo_acos(double x)
{
	return x > 1 ? 0 : x < -1 ? G_PI : acos(x);
}

/* A longitude brought into -pi..pi. */
static inline double zn_geo_wrap(double lambda)
{
	return fabs(lambda) > G_PI ? lambda - floor(lambda / ZN_GEO_TAU + 0.5) * ZN_GEO_TAU : lambda;
}

static inline ZnVector zn_vector_of(double lambda, double phi)
{
	return (ZnVector){cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)};
}

static inline double zn_vector_dot(ZnVector a, ZnVector b)
{
	return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline ZnVector zn_vector_cross(ZnVector a, ZnVector b)
{
	return (ZnVector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/* a * k + b * l */
static inline ZnVector zn_vector_mix(ZnVector a, double k, ZnVector b, double l)
{
	return (ZnVector){a.x * k + b.x * l, a.y * k + b.y * l, a.z * k + b.z * l};
}

static inline ZnVector zn_vector_unit(ZnVector v)
{
	double length = sqrt(zn_vector_dot(v, v));
	return (ZnVector){v.x / length, v.y / length, v.z / length};
}

static inline void zn_vector_angles(ZnVector v, double *lambda, double *phi)
{
	*lambda = atan2(v.y, v.x);
	*phi = zn_geo_asin(v.z);
}

static inline bool zn_geo_near(double x0, double y0, double x1, double y1)
{
	return fabs(x0 - x1) < ZN_GEO_EPSILON && fabs(y0 - y1) < ZN_GEO_EPSILON;
}

/* A sum of doubles whose rounding errors are carried along: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust
 * Geometric Predicates", 1997. Areas of small polygons are differences of large sums. Zeroed = 0. */
#define ZN_ADDER_PARTS 32
typedef struct ZnAdder {
	double parts[ZN_ADDER_PARTS];
	int n;
} ZnAdder;

void zn_adder_add(ZnAdder *adder, double x);
double zn_adder_value(const ZnAdder *adder);
