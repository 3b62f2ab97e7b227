/* The functions of the expression language that know maps. */
#include "chart/geo.h"

#include "geo/measure.h"

#include <string.h>

static ZnValue numbers(ZnArena *arena, const double *n, size_t count)
{
	ZnArray *out = zn_array_new(arena, count);
	for (size_t i = 0; i < count; i++)
		zn_array_push(arena, out, zn_num(n[i]));
	return zn_arr(out);
}

static ZnValue area(ZnArena *arena, const ZnProjection *projection, ZnValue object)
{
	return zn_num(projection ? zn_projected_area(projection, object) : zn_geo_area(object));
}

static ZnValue centroid(ZnArena *arena, const ZnProjection *projection, ZnValue object)
{
	double at[2];
	if (projection)
		zn_projected_centroid(projection, object, at);
	else
		zn_geo_centroid(object, at);
	return numbers(arena, at, 2);
}

static ZnValue bounds(ZnArena *arena, const ZnProjection *projection, ZnValue object)
{
	double box[4];
	if (projection)
		zn_projected_bounds(projection, object, box);
	else
		zn_geo_bounds(object, box);
	ZnArray *out = zn_array_new(arena, 2);
	zn_array_push(arena, out, numbers(arena, box, 2));
	zn_array_push(arena, out, numbers(arena, box + 2, 2));
	return zn_arr(out);
}

static ZnValue scale(ZnArena *arena, const ZnProjection *projection, ZnValue object)
{
	return projection ? zn_num(zn_projection_scale(projection)) : zn_undefined();
}

static ZnValue project(ZnArena *arena, const ZnProjection *projection, ZnValue place)
{
	double xy[2];
	bool there = projection && zn_projection_point(projection, zn_to_num(zn_at(place, 0)), zn_to_num(zn_at(place, 1)), xy);
	return there ? numbers(arena, xy, 2) : zn_null();
}

static const struct {
	const char *name;
	ZnValue (*call)(ZnArena *arena, const ZnProjection *projection, ZnValue object);
} functions[] = {{"geoArea", area}, {"geoBounds", bounds}, {"geoCentroid", centroid}, {"geoScale", scale}, {"scale", project}};

/* "projection", or the name that Vega-Lite gives the projection of a named view. */
static bool names_projection(ZnValue name)
{
	return zn_is_str(name) && g_str_has_suffix(name.str, "projection");
}

bool zn_geo_call(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	bool named = n > 0 && names_projection(args[0]);
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
		if (strcmp(functions[i].name, name) != 0 || (!strcmp(name, "scale") && !named))
			continue;
		const ZnProjection *projection = named ? zn_inst_projection(inst) : NULL;
		bool missing = n > 0 && zn_is_str(args[0]) && !projection; /* in a transform, projections are not there yet */
		*result = missing ? zn_undefined() : functions[i].call(inst->chart->context->arena, projection, n > 1 ? args[1] : zn_undefined());
		return true;
	}
	return false;
}
