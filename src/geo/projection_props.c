/* The properties of projections, and fitting. */
#include "geo/projection_private.h"

#include "geo/measure.h"
#include "geo/sphere.h"

#include <string.h>

/* One property: how many numbers it takes, which types have it, and what it sets. */
typedef struct Property {
	const char *name, *expects;
	enum { NUMBER, NUMBERS, EXTENT, TRUTH, NOTHING } takes;
	size_t min, max; /* numbers */
	enum { ALL, NOT_USA, SPHERES, CONIC, NONE } types;
	void (*set)(ZnProjection *p, const double *n, size_t count);
	bool reclips;
} Property;

static double turn(double degrees)
{
	return fmod(degrees, 360) * ZN_GEO_RADIANS;
}

static void set_clip_angle(ZnProjection *p, const double *n, size_t count)
{
	p->clip_angle = isnan(n[0]) ? 0 : n[0] * ZN_GEO_RADIANS;
}

static void set_clip_extent(ZnProjection *p, const double *n, size_t count)
{
	p->has_extent = true;
	memcpy(p->extent, n, sizeof p->extent);
}

static void set_scale(ZnProjection *p, const double *n, size_t count)
{
	p->k = n[0];
}

static void set_translate(ZnProjection *p, const double *n, size_t count)
{
	p->translate[0] = n[0];
	p->translate[1] = n[1];
}

static void set_center(ZnProjection *p, const double *n, size_t count)
{
	bool transverse = p->type->kind == ZN_PT_TRANSVERSE;
	p->center[0] = turn(transverse ? -n[1] : n[0]);
	p->center[1] = turn(transverse ? n[0] : n[1]);
}

static void set_rotate(ZnProjection *p, const double *n, size_t count)
{
	double gamma = count > 2 ? n[2] : 0;
	p->rotate[0] = turn(n[0]);
	p->rotate[1] = turn(n[1]);
	p->rotate[2] = turn(p->type->kind == ZN_PT_TRANSVERSE ? gamma + 90 : gamma);
}

static void set_parallels(ZnProjection *p, const double *n, size_t count)
{
	p->parallels[0] = n[0] * ZN_GEO_RADIANS;
	p->parallels[1] = n[1] * ZN_GEO_RADIANS;
}

static void set_precision(ZnProjection *p, const double *n, size_t count)
{
	p->delta2 = n[0] * n[0];
}

static void set_reflect_x(ZnProjection *p, const double *n, size_t count)
{
	p->reflect_x = n[0] != 0 ? -1 : 1;
}

static void set_reflect_y(ZnProjection *p, const double *n, size_t count)
{
	p->reflect_y = n[0] != 0 ? -1 : 1;
}

static void set_point_radius(ZnProjection *p, const double *n, size_t count)
{
	p->point_radius = n[0];
}

/* In Vega's order. The last ones belong to projections of d3-geo-projection that Vega does not have. */
static const Property properties[] = {
	{"clipAngle", "an angle in degrees", NUMBER, 1, 1, SPHERES, set_clip_angle},
	{"clipExtent", "[[left, top], [right, bottom]] in pixels", EXTENT, 4, 4, NOT_USA, set_clip_extent, true},
	{"scale", "a number", NUMBER, 1, 1, ALL, set_scale, true},
	{"translate", "[x, y] in pixels", NUMBERS, 2, 2, ALL, set_translate, true},
	{"center", "[longitude, latitude] in degrees", NUMBERS, 2, 2, SPHERES, set_center, true},
	{"rotate", "two or three angles in degrees", NUMBERS, 2, 3, SPHERES, set_rotate},
	{"parallels", "two latitudes in degrees", NUMBERS, 2, 2, CONIC, set_parallels},
	{"precision", "a number of pixels", NUMBER, 1, 1, ALL, set_precision},
	{"reflectX", "true or false", TRUTH, 1, 1, NOT_USA, set_reflect_x},
	{"reflectY", "true or false", TRUTH, 1, 1, NOT_USA, set_reflect_y},
	{"pointRadius", "a number of pixels", NUMBER, 1, 1, ALL, set_point_radius},
	{"coefficient", "a number", NOTHING, 0, 0, NONE, NULL},
	{"distance", "a number", NOTHING, 0, 0, NONE, NULL},
	{"fraction", "a number", NOTHING, 0, 0, NONE, NULL},
	{"lobes", "a number", NOTHING, 0, 0, NONE, NULL},
	{"parallel", "a number", NOTHING, 0, 0, NONE, NULL},
	{"radius", "a number", NOTHING, 0, 0, NONE, NULL},
	{"ratio", "a number", NOTHING, 0, 0, NONE, NULL},
	{"spacing", "a number", NOTHING, 0, 0, NONE, NULL},
	{"tilt", "a number", NOTHING, 0, 0, NONE, NULL},
};

static const Property *find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strcmp(properties[i].name, name))
			return &properties[i];
	return NULL;
}

const char *const *zn_projection_properties(void)
{
	static const char *const names[] = {"clipAngle", "clipExtent", "scale", "translate", "center", "rotate", "parallels", "precision", "reflectX", "reflectY",
										"pointRadius", "coefficient", "distance", "fraction", "lobes", "parallel", "radius", "ratio", "spacing", "tilt", NULL};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == G_N_ELEMENTS(properties) + 1);
	return names;
}

const char *zn_projection_expects(const char *name)
{
	const Property *property = find(name);
	return property ? property->expects : NULL;
}

static bool applies(const Property *property, const ZnProjection *p)
{
	ZnProjectionKind kind = p->type->kind;
	switch (property->types) {
	case ALL:
		return true;
	case NOT_USA:
		return kind != ZN_PT_ALBERS_USA;
	case SPHERES:
		return kind != ZN_PT_ALBERS_USA && kind != ZN_PT_IDENTITY;
	case CONIC:
		return p->type->conic;
	default:
		return false;
	}
}

static bool number(ZnValue value, double *out)
{
	*out = value.num;
	return zn_is_num(value) && isfinite(value.num);
}

static bool numbers(ZnValue value, double *out, size_t min, size_t max, size_t *n)
{
	*n = zn_is_arr(value) ? zn_len(value) : 0;
	if (*n < min || *n > max)
		return false;
	for (size_t i = 0; i < *n; i++)
		if (!number(zn_at(value, i), &out[i]))
			return false;
	return true;
}

static bool take(const Property *property, ZnValue value, double out[4], size_t *n)
{
	size_t two;
	*n = property->max;
	switch (property->takes) {
	case NUMBER:
		return number(value, out);
	case NUMBERS:
		return numbers(value, out, property->min, property->max, n);
	case EXTENT:
		return zn_is_arr(value) && zn_len(value) == 2 && numbers(zn_at(value, 0), out, 2, 2, &two) && numbers(zn_at(value, 1), out + 2, 2, 2, &two);
	case TRUTH:
		out[0] = zn_is_true(value);
		return zn_is_bool(value);
	default:
		return true;
	}
}

ZnProjectionResult zn_projection_set(ZnProjection *p, const char *name, ZnValue value)
{
	const Property *property = find(name);
	double n[4];
	size_t count;
	if (!property)
		return ZN_PROJECTION_UNKNOWN;
	if (!take(property, value, n, &count))
		return ZN_PROJECTION_WRONG;
	if (!applies(property, p))
		return ZN_PROJECTION_NO_EFFECT;
	property->set(p, n, count);
	zn_projection_update(p);
	if (property->reclips)
		zn_projection_reclip(p);
	return ZN_PROJECTION_OK;
}

/* --- fitting --- */

void zn_projection_fit(ZnProjection *p, double width, double height, const ZnValue *objects, size_t n)
{
	g_autoptr(ZnArena) scratch = zn_arena_new();
	bool had_extent = p->has_extent;
	p->k = 150;
	p->translate[0] = p->translate[1] = 0;
	p->has_extent = false;
	zn_projection_update(p);
	zn_projection_reclip(p);
	ZnPlaneBounds bounds;
	zn_plane_bounds_init(&bounds);
	ZnGeoSink *sink = zn_projection_sink(scratch, p, &bounds.sink);
	for (size_t i = 0; i < n; i++)
		zn_geo_stream(objects[i], sink);
	double k = fmin(width / (bounds.x1 - bounds.x0), height / (bounds.y1 - bounds.y0));
	p->k = 150 * k;
	p->translate[0] = (width - k * (bounds.x1 + bounds.x0)) / 2;
	p->translate[1] = (height - k * (bounds.y1 + bounds.y0)) / 2;
	p->has_extent = had_extent;
	zn_projection_update(p);
	zn_projection_reclip(p);
}
