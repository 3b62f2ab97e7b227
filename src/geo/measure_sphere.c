/* Area, centroid and distance on the globe. */
#include "geo/measure.h"
#include "geo/sphere.h"
#include "geo/sphere_area.h"

/* --- area --- */

void zn_sphere_ring_start(ZnSphereArea *area)
{
	area->any = false;
}

/* The spherical excess of the triangle from the south pole to both ends (I. Todhunter, "Spherical Trigonometry", 1871, section 103). */
static void area_side(ZnSphereArea *a, double longitude, double latitude)
{
	double lambda = longitude * ZN_GEO_RADIANS, phi = latitude * ZN_GEO_RADIANS / 2 + G_PI_4; /* half the distance from the south pole */
	if (a->any) {
		double delta = lambda - a->lambda, sign = delta >= 0 ? 1 : -1, k = a->sin_phi * sin(phi);
		zn_adder_add(&a->ring, atan2(k * sign * sin(sign * delta), a->cos_phi * cos(phi) + k * cos(sign * delta)));
	}
	a->lambda = lambda;
	a->cos_phi = cos(phi);
	a->sin_phi = sin(phi);
}

void zn_sphere_ring_point(ZnSphereArea *a, double longitude, double latitude)
{
	area_side(a, longitude, latitude);
	if (!a->any) {
		a->first[0] = longitude;
		a->first[1] = latitude;
		a->any = true;
	}
}

void zn_sphere_ring_end(ZnSphereArea *a)
{
	if (a->any)
		area_side(a, a->first[0], a->first[1]);
}

typedef struct Area {
	ZnGeoSink sink;
	ZnSphereArea rings;
	ZnAdder sum;
	bool in_polygon;
} Area;

static void area_point(ZnGeoSink *sink, double x, double y)
{
	Area *a = (Area *)sink;
	if (a->in_polygon)
		zn_sphere_ring_point(&a->rings, x, y);
}

static void area_line_start(ZnGeoSink *sink)
{
	zn_sphere_ring_start(&((Area *)sink)->rings);
}

static void area_line_end(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	if (a->in_polygon)
		zn_sphere_ring_end(&a->rings);
}

static void area_polygon_start(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	a->in_polygon = true;
	a->rings.ring.n = 0;
}

static void area_polygon_end(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	double area = zn_adder_value(&a->rings.ring);
	zn_adder_add(&a->sum, area < 0 ? ZN_GEO_TAU + area : area);
	a->in_polygon = false;
}

static void area_sphere(ZnGeoSink *sink)
{
	zn_adder_add(&((Area *)sink)->sum, ZN_GEO_TAU);
}

double zn_geo_area(ZnValue object)
{
	static const ZnGeoSinkOps ops = {area_point, area_line_start, area_line_end, area_polygon_start, area_polygon_end, area_sphere};
	Area area = {.sink.ops = &ops};
	zn_geo_stream(object, &area.sink);
	return zn_adder_value(&area.sum) * 2;
}

/* --- centroid (J. E. Brock, "The Inertia Tensor for a Spherical Triangle", J. Applied Mechanics 42, 1975) --- */

typedef struct Centroid {
	ZnGeoSink sink;
	double count, length;
	ZnVector points, lines; /* mean of the points; sum weighted by length */
	ZnAdder rings[3];
	bool in_polygon, in_line, any;
	ZnVector first, last;
} Centroid;

static void add_point(Centroid *c, ZnVector v)
{
	c->count++;
	c->points.x += (v.x - c->points.x) / c->count;
	c->points.y += (v.y - c->points.y) / c->count;
	c->points.z += (v.z - c->points.z) / c->count;
}

static void add_side(Centroid *c, ZnVector v)
{
	ZnVector normal = zn_vector_cross(c->last, v);
	double m = sqrt(zn_vector_dot(normal, normal));
	double angle = c->in_polygon ? zn_geo_asin(m) : atan2(m, zn_vector_dot(c->last, v)), weight = m != 0 ? -angle / m : 0;
	if (c->in_polygon) {
		zn_adder_add(&c->rings[0], weight * normal.x);
		zn_adder_add(&c->rings[1], weight * normal.y);
		zn_adder_add(&c->rings[2], weight * normal.z);
	}
	c->length += angle;
	c->lines = zn_vector_mix(c->lines, 1, zn_vector_mix(c->last, 1, v, 1), angle);
}

static void centroid_vector(Centroid *c, ZnVector v)
{
	if (c->in_line && c->any)
		add_side(c, v);
	if (c->in_line && !c->any) {
		c->first = v;
		c->any = true;
	}
	c->last = v;
	add_point(c, v);
}

static void centroid_point(ZnGeoSink *sink, double x, double y)
{
	centroid_vector((Centroid *)sink, zn_vector_of(x * ZN_GEO_RADIANS, y * ZN_GEO_RADIANS));
}

static void centroid_line_start(ZnGeoSink *sink)
{
	Centroid *c = (Centroid *)sink;
	c->in_line = true;
	c->any = false;
}

static void centroid_line_end(ZnGeoSink *sink)
{
	Centroid *c = (Centroid *)sink;
	if (c->in_polygon && c->any)
		centroid_vector(c, c->first);
	c->in_line = false;
}

static void centroid_polygon_start(ZnGeoSink *sink)
{
	((Centroid *)sink)->in_polygon = true;
}

static void centroid_polygon_end(ZnGeoSink *sink)
{
	((Centroid *)sink)->in_polygon = false;
}

static double length_of(ZnVector v)
{
	return sqrt(zn_vector_dot(v, v));
}

void zn_geo_centroid(ZnValue object, double out[2])
{
	static const ZnGeoSinkOps ops = {centroid_point, centroid_line_start, centroid_line_end, centroid_polygon_start, centroid_polygon_end, NULL};
	Centroid c = {.sink.ops = &ops};
	zn_geo_stream(object, &c.sink);
	ZnVector v = {zn_adder_value(&c.rings[0]), zn_adder_value(&c.rings[1]), zn_adder_value(&c.rings[2])};
	if (length_of(v) < ZN_GEO_EPSILON2)
		v = c.length < ZN_GEO_EPSILON ? c.points : c.lines;
	double m = length_of(v);
	out[0] = out[1] = NAN;
	if (m >= ZN_GEO_EPSILON2) {
		out[0] = atan2(v.y, v.x) * ZN_GEO_DEGREES;
		out[1] = zn_geo_asin(v.z / m) * ZN_GEO_DEGREES;
	}
}

double zn_geo_distance(double longitude0, double latitude0, double longitude1, double latitude1)
{
	double phi0 = latitude0 * ZN_GEO_RADIANS, phi1 = latitude1 * ZN_GEO_RADIANS, delta = fabs(longitude1 - longitude0) * ZN_GEO_RADIANS;
	double x = cos(phi1) * sin(delta), y = cos(phi0) * sin(phi1) - sin(phi0) * cos(phi1) * cos(delta);
	double z = sin(phi0) * sin(phi1) + cos(phi0) * cos(phi1) * cos(delta);
	return atan2(sqrt(x * x + y * y), z);
}
