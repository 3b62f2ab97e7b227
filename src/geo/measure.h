/* Measures of geometry: on the globe (degrees in, spherical results) and in the plane (sinks for px). */
#pragma once

#include "geo/projection.h"

/* --- on the globe --- */
/* Steradians: the whole globe is 4 pi. Rings run clockwise about what is inside, as d3-geo has it. */
double zn_geo_area(ZnValue object);
/* west, south, east, north in degrees; west > east when the box crosses the antimeridian; NaN for nothing. */
void zn_geo_bounds(ZnValue object, double out[4]);
/* [longitude, latitude] in degrees, weighted by area, length, or number of points; NaN for nothing. */
void zn_geo_centroid(ZnValue object, double out[2]);
/* Radians along great circles. */
double zn_geo_distance(double longitude0, double latitude0, double longitude1, double latitude1);

/* --- in the plane --- */
typedef struct ZnPlaneBounds {
	ZnGeoSink sink;
	double x0, y0, x1, y1; /* infinite while empty: x0 > x1 */
} ZnPlaneBounds;
void zn_plane_bounds_init(ZnPlaneBounds *bounds);

/* The same of a projected object, px; projection NULL = the coordinates are px. */
double zn_projected_area(const ZnProjection *projection, ZnValue object);
void zn_projected_bounds(const ZnProjection *projection, ZnValue object, double out[4]);
void zn_projected_centroid(const ZnProjection *projection, ZnValue object, double out[2]);
