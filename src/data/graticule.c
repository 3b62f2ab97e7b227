/* Meridians and parallels (after d3-geo's geoGraticule): major lines run all the way, minor ones stop short of the poles. */
#include "data/topojson.h"

#include "base/json.h"

#include <math.h>

#define EPSILON 1e-6
#define MAX_POSITIONS 2000000.0

typedef struct Graticule {
	ZnArena *arena;
	double major[4], minor[4]; /* x0 y0 x1 y1 in degrees */
	double major_step[2], minor_step[2], precision;
	ZnArray *lines;
} Graticule;

/* --- parameters --- */

static bool two(ZnValue value, double out[2])
{
	for (size_t i = 0; i < 2; i++) {
		if (!zn_is_num(zn_at(value, i)) || !isfinite(zn_at(value, i).num))
			return false;
		out[i] = zn_at(value, i).num;
	}
	return zn_is_arr(value);
}

static bool set_step(ZnValue value, double *step)
{
	return two(value, step);
}

static bool set_extent(ZnValue value, double *extent)
{
	double a[2], b[2];
	if (!zn_is_arr(value) || !two(zn_at(value, 0), a) || !two(zn_at(value, 1), b))
		return false;
	for (int i = 0; i < 2; i++) {
		extent[i] = MIN(a[i], b[i]);
		extent[i + 2] = MAX(a[i], b[i]);
	}
	return true;
}

static bool set_precision(ZnValue value, double *precision)
{
	*precision = value.num;
	return zn_is_num(value) && isfinite(value.num);
}

/* In the order in which Vega sets them. */
static const struct {
	const char *name, *expects;
	bool (*set)(ZnValue value, double *out);
	size_t major, minor; /* where in Graticule; 0 = nowhere */
} params[] = {
	{"extent", "[[west, south], [east, north]]", set_extent, G_STRUCT_OFFSET(Graticule, major), G_STRUCT_OFFSET(Graticule, minor)},
	{"extentMajor", "[[west, south], [east, north]]", set_extent, G_STRUCT_OFFSET(Graticule, major), 0},
	{"extentMinor", "[[west, south], [east, north]]", set_extent, 0, G_STRUCT_OFFSET(Graticule, minor)},
	{"step", "[degrees of longitude, degrees of latitude]", set_step, G_STRUCT_OFFSET(Graticule, major_step), G_STRUCT_OFFSET(Graticule, minor_step)},
	{"stepMajor", "[degrees of longitude, degrees of latitude]", set_step, G_STRUCT_OFFSET(Graticule, major_step), 0},
	{"stepMinor", "[degrees of longitude, degrees of latitude]", set_step, 0, G_STRUCT_OFFSET(Graticule, minor_step)},
	{"precision", "a number of degrees", set_precision, G_STRUCT_OFFSET(Graticule, precision), 0},
};

static bool read_params(ZnContext *context, ZnPlace place, ZnValue given, Graticule *g)
{
	bool ok = true;
	for (size_t i = 0; i < G_N_ELEMENTS(params); i++) {
		ZnValue value = zn_get(given, params[i].name);
		if (zn_is_undefined(value))
			continue;
		const size_t offsets[] = {params[i].major, params[i].minor};
		bool fits = true;
		for (size_t k = 0; k < G_N_ELEMENTS(offsets); k++)
			if (offsets[k])
				fits &= params[i].set(value, G_STRUCT_MEMBER_P(g, offsets[k]));
		if (!fits) {
			ZnPlace at = place;
			at.pointer = zn_json_pointer(context->arena, place.pointer ? place.pointer : "", params[i].name);
			zn_error(context->diags, at, NULL, "a graticule's “%s” is %s", params[i].name, params[i].expects);
			ok = false;
		}
	}
	return ok;
}

/* --- lines --- */

static double count(double start, double stop, double step)
{
	double n = ceil((stop - start) / step);
	return isfinite(n) && n > 0 ? n : 0;
}

static void add_position(Graticule *g, ZnArray *line, double x, double y)
{
	ZnArray *position = zn_array_new(g->arena, 2);
	zn_array_push(g->arena, position, zn_num(x));
	zn_array_push(g->arena, position, zn_num(y));
	zn_array_push(g->arena, line, zn_arr(position));
}

/* The line of all places whose coordinate `axis` (0 = longitude) is `at`, with a position every `step` of the other. */
static void add_line(Graticule *g, const double extent[4], int axis, double at, double step)
{
	double from = extent[1 - axis], to = extent[3 - axis], n = count(from, to - EPSILON, step);
	ZnArray *line = zn_array_new(g->arena, (size_t)n + 1);
	for (double i = 0; i <= n; i++) {
		double along = i < n ? from + i * step : to;
		add_position(g, line, axis ? along : at, axis ? at : along);
	}
	zn_array_push(g->arena, g->lines, zn_arr(line));
}

/* `skip`: the step of lines that are there already; NAN = none. */
static void add_lines(Graticule *g, const double extent[4], int axis, double step, double skip)
{
	double start = ceil(extent[axis] / step) * step, n = count(start, extent[axis + 2], step);
	for (double i = 0; i < n; i++) {
		double at = start + i * step;
		if (isnan(skip) || fabs(fmod(at, skip)) > EPSILON)
			add_line(g, extent, axis, at, axis ? g->precision : 90);
	}
}

static double positions(const Graticule *g)
{
	double n = 0;
	for (int minor = 0; minor < 2; minor++) {
		const double *e = minor ? g->minor : g->major, *step = minor ? g->minor_step : g->major_step;
		n += count(e[0], e[2], step[0]) * (count(e[1], e[3], 90) + 1) + count(e[1], e[3], step[1]) * (count(e[0], e[2], g->precision) + 1);
	}
	return n;
}

ZnValue zn_graticule_make(ZnContext *context, ZnPlace place, ZnValue given)
{
	Graticule g = {.arena = context->arena, .major = {-180, -90 + EPSILON, 180, 90 - EPSILON}, .minor = {-180, -80 - EPSILON, 180, 80 + EPSILON},
				   .major_step = {90, 360}, .minor_step = {10, 10}, .precision = 2.5};
	if (!read_params(context, place, given, &g))
		return zn_undefined();
	if (positions(&g) > MAX_POSITIONS) {
		zn_error(context->diags, place, "a larger step or precision", "the graticule would have more than %.0f positions", MAX_POSITIONS);
		return zn_undefined();
	}
	g.lines = zn_array_new(g.arena, 64);
	for (int axis = 0; axis < 2; axis++)
		add_lines(&g, g.major, axis, g.major_step[axis], NAN);
	for (int axis = 0; axis < 2; axis++)
		add_lines(&g, g.minor, axis, g.minor_step[axis], g.major_step[axis]);
	ZnObject *out = zn_object_new(g.arena);
	zn_object_set(g.arena, out, "type", zn_str("MultiLineString"));
	zn_object_set(g.arena, out, "coordinates", zn_arr(g.lines));
	return zn_obj(out);
}
