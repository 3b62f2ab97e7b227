/* Whether a polygon on the sphere holds a point: the winding number about the meridian from the point to the south pole, together with
 * which side of the polygon that pole is on. After d3-geo's polygonContains. */
#include "geo/clip.h"
#include "geo/sphere.h"

typedef struct Walk {
	double lambda, phi;
	ZnVector normal; /* of the meridian's plane */
	double turned;   /* about the pole, in longitude */
	int winding;
	ZnAdder area;    /* half the signed area, seen from the south pole */
} Walk;

static double longitude(double lambda)
{
	return fabs(lambda) <= G_PI ? lambda : copysign(1, lambda) * (fmod(fabs(lambda) + G_PI, ZN_GEO_TAU) - G_PI);
}

static void add_side(Walk *w, const ZnGeoPoint *a, const ZnGeoPoint *b)
{
	double lambda0 = longitude(a->x), lambda1 = longitude(b->x), delta = lambda1 - lambda0;
	double phi0 = a->y / 2 + G_PI_4, phi1 = b->y / 2 + G_PI_4; /* half the distance from the south pole */
	double sign = delta >= 0 ? 1 : -1, distance = sign * delta, k = sin(phi0) * sin(phi1);
	bool antimeridian = distance > G_PI;
	zn_adder_add(&w->area, atan2(k * sign * sin(distance), cos(phi0) * cos(phi1) + k * cos(distance)));
	w->turned += antimeridian ? delta + sign * ZN_GEO_TAU : delta;
	if (!(antimeridian ^ (lambda0 >= w->lambda) ^ (lambda1 >= w->lambda)))
		return;
	/* the side crosses the meridian: below the point or above it? */
	ZnVector arc = zn_vector_unit(zn_vector_cross(zn_vector_of(a->x, a->y), zn_vector_of(b->x, b->y)));
	ZnVector meeting = zn_vector_unit(zn_vector_cross(w->normal, arc));
	bool westward = antimeridian ^ (delta >= 0);
	double phi = (westward ? -1 : 1) * zn_geo_asin(meeting.z);
	if (w->phi > phi || (w->phi == phi && (arc.x != 0 || arc.y != 0)))
		w->winding += westward ? 1 : -1;
}

bool zn_geo_polygon_contains(const ZnGeoLines *polygon, double lambda, double phi)
{
	double sin_phi = sin(phi);
	Walk w = {.lambda = longitude(lambda), .phi = phi};
	w.normal = (ZnVector){sin(w.lambda), -cos(w.lambda), 0};
	if (sin_phi == 1)
		w.phi = G_PI_2 + ZN_GEO_EPSILON;
	else if (sin_phi == -1)
		w.phi = -G_PI_2 - ZN_GEO_EPSILON;
	for (size_t i = 0; i < zn_geo_lines_count(polygon); i++) {
		size_t n;
		const ZnGeoPoint *ring = zn_geo_lines_at(polygon, i, &n);
		for (size_t j = 0; j < n; j++)
			add_side(&w, &ring[j ? j - 1 : n - 1], &ring[j]);
	}
	/* The pole is inside when the polygon winds about it clockwise, or does not and has a negative area. */
	bool pole = w.turned < -ZN_GEO_EPSILON || (w.turned < ZN_GEO_EPSILON && zn_adder_value(&w.area) < -ZN_GEO_EPSILON2);
	return pole ^ (w.winding & 1);
}
