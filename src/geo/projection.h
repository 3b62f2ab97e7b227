/* Cartographic projections as Vega has them: d3-geo's, by the same names, with the same properties and defaults, and the same picture to the
 * last digits. A projection is a chain of sinks: degrees -> rotated radians -> cut on the globe -> projected, with points added where straight
 * lines become curves -> cut at the picture's edge -> px. */
#pragma once

#include "geo/sink.h"

typedef struct ZnProjection ZnProjection;

/* The types' names, NULL-ended, as Vega-Lite's schema writes them. */
const char *const *zn_projection_types(void);
/* A projection with its type's defaults, for a picture of 960 x 500 px. The type in any case; NULL = no such type. */
ZnProjection *zn_projection_new(ZnArena *arena, const char *type);
const char *zn_projection_type(const ZnProjection *projection);

typedef enum { ZN_PROJECTION_OK, ZN_PROJECTION_NO_EFFECT, ZN_PROJECTION_WRONG, ZN_PROJECTION_UNKNOWN } ZnProjectionResult;
/* Sets a property ("scale", "rotate", "clipExtent", "pointRadius" ...). NO_EFFECT: this type does not have it, as in Vega; WRONG: not
 * the kind of value it takes (see zn_projection_expects); UNKNOWN: there is none of that name. */
ZnProjectionResult zn_projection_set(ZnProjection *projection, const char *property, ZnValue value);
/* "a number", "[longitude, latitude]"; NULL for unknown properties. */
const char *zn_projection_expects(const char *property);
/* The names of all properties in the order in which Vega sets them, NULL-ended. */
const char *const *zn_projection_properties(void);

/* Scales and moves the projection so that the objects fill 0, 0, width, height. */
void zn_projection_fit(ZnProjection *projection, double width, double height, const ZnValue *objects, size_t n);

/* A place in degrees -> px. False when the projection (albersUsa) does not show it. Not cut otherwise: a point behind the globe has a place. */
bool zn_projection_point(const ZnProjection *projection, double longitude, double latitude, double out[2]);

/* A sink for degrees that sends projected geometry (px) to `target`. May be used for many objects; the projection must not change meanwhile. */
ZnGeoSink *zn_projection_sink(ZnArena *arena, const ZnProjection *projection, ZnGeoSink *target);

double zn_projection_point_radius(const ZnProjection *projection); /* px, of Point geometries */
double zn_projection_scale(const ZnProjection *projection);
void zn_projection_translate(const ZnProjection *projection, double out[2]);
