/* Bins of numbers (vega-statistics bin, vega-transforms Bin). */
#include "transform/common.h"
#include "transform/registry.h"
#include "transform/statistics.h"

#include <math.h>

#define EPSILON 1e-14      /* against numbers that fall just below a boundary by rounding (vega/vega#1737) */
#define DEFAULT_MAXBINS 10 /* Vega-Lite's for transforms */

static double round_half_up(double x)
{
	return floor(x + 0.5);
}

/* The largest of the allowed steps that makes no more than maxbins. */
static double step_of_list(ZnValue steps, double span, double maxbins)
{
	size_t i = 0, n = zn_len(steps);
	while (i < n && zn_to_num(zn_at(steps, i)) < span / maxbins)
		i++;
	return zn_to_num(zn_at(steps, i ? i - 1 : 0));
}

/* A power of the base, made larger until there are few enough bins, then divided as far as maxbins allows. */
static double step_of_span(ZnValue params, double span, double maxbins, double base)
{
	static const double halves[] = {5, 2};
	double level = ceil(log(maxbins) / log(base)), minstep = zn_get_num(params, "minstep", 0);
	double step = fmax(minstep, pow(base, round_half_up(log(span) / log(base)) - level));
	while (ceil(span / step) > maxbins)
		step *= base;
	ZnValue divide = zn_get(params, "divide");
	size_t n = zn_is_arr(divide) ? zn_len(divide) : G_N_ELEMENTS(halves);
	for (size_t i = 0; i < n; i++) {
		double v = step / (zn_is_arr(divide) ? zn_to_num(zn_at(divide, i)) : halves[i]);
		if (v >= minstep && v > 0 && span / v <= maxbins)
			step = v;
	}
	return step;
}

static double choose_step(ZnValue params, double min, double max, double base)
{
	double span = zn_get_num(params, "span", 0), maxbins = fmax(zn_get_num(params, "maxbins", 20), 1), step = zn_get_num(params, "step", 0);
	if (!(span > 0))
		span = max - min != 0 ? max - min : min != 0 ? fabs(min) : 1;
	if (step > 0)
		return step;
	ZnValue steps = zn_get(params, "steps");
	if (zn_is_arr(steps) && zn_len(steps))
		return step_of_list(steps, span, maxbins);
	return step_of_span(params, span, maxbins, base);
}

ZnBins zn_bins_compute(double min, double max, ZnValue params)
{
	double base = zn_get_num(params, "base", 10);
	base = base > 1 ? base : 10;
	double step = choose_step(params, min, max, base);
	if (zn_get_bool(params, "nice", true)) {
		double v = log(step), precision = v >= 0 ? 0 : trunc(-v / log(base)) + 1, eps = pow(base, -precision - 1);
		v = floor(min / step + eps) * step;
		min = min < v ? v - step : v;
		max = ceil(max / step) * step;
	}
	double stop = max == min ? min + step : max;
	ZnBins bins = {.start = min, .stop = min + ceil((stop - min) / step) * step, .step = step};
	ZnValue anchor = zn_get(params, "anchor");
	if (zn_is_num(anchor)) {
		double shift = anchor.num - (bins.start + step * floor((anchor.num - bins.start) / step));
		bins.start += shift;
		bins.stop += shift;
	}
	return bins;
}

double zn_bins_floor(const ZnBins *bins, double value)
{
	if (value < bins->start)
		return -INFINITY;
	if (value > bins->stop)
		return INFINITY;
	if (isnan(value))
		return NAN;
	value = fmax(bins->start, fmin(value, bins->stop - bins->step));
	return bins->start + bins->step * floor(EPSILON + (value - bins->start) / bins->step);
}

/* An extent given by a parameter is a span to Vega: it sets the step, not the ends. */
static double span_of_param(ZnTransformEnv *env, ZnValue extent)
{
	const char *name = zn_get_str(extent, "param", NULL);
	if (!name)
		return 0;
	const ZnValue *known = zn_object_lookup(env->params, name);
	ZnValue value = known ? *known : env->param ? env->param(env->user, name) : zn_undefined();
	if (zn_is_obj(value)) { /* of an interval: its field, or its only one */
		const char *field = zn_get_str(extent, "field", zn_get_str(extent, "encoding", NULL));
		value = field ? zn_get(value, field) : zn_len(value) ? value.obj->members[0].value : zn_undefined();
	}
	return zn_len(value) == 2 ? fabs(zn_to_num(zn_at(value, 1)) - zn_to_num(zn_at(value, 0))) : 0;
}

/* Vega-Lite's normalised parameters: 10 bins at most where nothing else is said. */
static ZnValue normalize(ZnTransformEnv *env, ZnValue bin)
{
	ZnArena *arena = env->context->arena;
	ZnObject *params = zn_is_obj(bin) ? zn_object_copy(arena, bin.obj) : zn_object_new(arena);
	if (!zn_has(zn_obj(params), "maxbins") && !zn_has(zn_obj(params), "step"))
		zn_object_set(arena, params, "maxbins", zn_num(DEFAULT_MAXBINS));
	double span = span_of_param(env, zn_get(bin, "extent"));
	if (span > 0)
		zn_object_set(arena, params, "span", zn_num(span));
	return zn_obj(params);
}

static bool check_params(ZnTransformEnv *env, ZnValue params, ZnPlace place)
{
	static const char *const positive[] = {"maxbins", "step", "base"};
	for (size_t i = 0; i < G_N_ELEMENTS(positive); i++) {
		ZnValue value = zn_get(params, positive[i]);
		if (zn_is_undefined(value) || (zn_is_num(value) && value.num > 0 && isfinite(value.num)))
			continue;
		zn_error(env->context->diags, zn_transform_place(env, place, positive[i]), NULL, "“%s” of a bin must be a positive number",
		         positive[i]);
		return false;
	}
	return true;
}

/* The extent of the numbers that there are; NaN, NaN without any. */
static void data_extent(const ZnValue *cells, size_t n, double out[2])
{
	out[0] = INFINITY;
	out[1] = -INFINITY;
	for (size_t i = 0; i < n; i++) {
		double num;
		if (zn_vega_number(cells[i], &num)) {
			out[0] = num < out[0] ? num : out[0];
			out[1] = num > out[1] ? num : out[1];
		}
	}
	if (!isfinite(out[0]) || !isfinite(out[1]))
		out[0] = out[1] = NAN;
}

static void record(ZnTransformEnv *env, const char *name, const ZnBins *bins)
{
	ZnArena *arena = env->context->arena;
	if (!env->bins)
		return;
	ZnObject *entry = zn_object_new(arena);
	zn_object_set(arena, entry, "start", zn_num(bins->start));
	zn_object_set(arena, entry, "stop", zn_num(bins->stop));
	zn_object_set(arena, entry, "step", zn_num(bins->step));
	zn_object_set(arena, env->bins, name, zn_obj(entry));
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnField *field = zn_transform_member_field(env, table, definition, "field", place);
	ZnValue params = normalize(env, zn_get(definition, "bin"));
	ZnPlace at = zn_transform_place(env, place, "bin");
	if (!field || !check_params(env, params, at))
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	double extent[2];
	if (zn_is_obj(zn_get(params, "extent")) || !zn_transform_pair(env, params, "extent", at, extent))
		data_extent(cells, table->n_rows, extent);
	ZnBins bins = zn_bins_compute(extent[0], extent[1], params);
	const char *as = zn_transform_as(definition, 0, zn_arena_printf(arena, "bin_%s", field->name));
	ZnTable *result = zn_table_derive(arena, table);
	ZnValue *start = zn_table_add(arena, result, as);
	ZnValue *stop = zn_table_add(arena, result, zn_transform_as(definition, 1, zn_arena_printf(arena, "%s_end", as)));
	for (size_t i = 0; i < table->n_rows; i++) {
		double num, v;
		if (!zn_vega_number(cells[i], &num)) {
			start[i] = stop[i] = zn_null();
			continue;
		}
		start[i] = zn_num(v = zn_bins_floor(&bins, num));
		/* The sum is written as Vega writes it: the next bin's start must come out the same (vega/vega#830). */
		stop[i] = zn_num(bins.start + bins.step * (1 + (v - bins.start) / bins.step));
	}
	record(env, as, &bins);
	return result;
}

static const char *const members[] = {"field", "as", NULL};
const ZnTransform zn_transform_bin = {.key = "bin", .apply = apply, .members = members};
