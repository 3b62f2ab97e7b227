/* Ranges, and the making of scales once sizes are known (Vega-Lite's parseRangeForChannel). */
#include "base/json.h"
#include "chart/instance.h"

#include <math.h>
#include <string.h>

static bool is(const ZnView *unit, const char *mark)
{
	return !strcmp(unit->mark.type, mark);
}

static const char *const default_symbols[] = {"circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down", "triangle-left"};

/* Vega's named ranges: config.range, else its defaults. */
static const struct { const char *name, *scheme; } named_ranges[] = {
	{"category", "tableau10"}, {"ordinal", "blues"}, {"heatmap", "yellowgreenblue"}, {"ramp", "blues"}, {"diverging", "blueorange"}};

static void set_values(ZnScaleSpec *spec, ZnValue list)
{
	spec->range = list.arr->items;
	spec->n_range = list.arr->n;
}

static void set_pair(ZnArena *arena, ZnScaleSpec *spec, double a, double b)
{
	ZnValue *range = zn_new_n(arena, ZnValue, 2);
	range[0] = zn_num(a);
	range[1] = zn_num(b);
	spec->range = range;
	spec->n_range = 2;
}

static void set_named(ZnInst *inst, ZnScaleSpec *spec, const ZnView *unit, const char *name)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnValue own = zn_get2(unit->config, "range", name);
	if (!strcmp(name, "symbol")) {
		if (!zn_is_arr(own)) {
			own = zn_arr(zn_array_new(arena, 8));
			for (size_t i = 0; i < G_N_ELEMENTS(default_symbols); i++)
				zn_array_push(arena, own.arr, zn_str(default_symbols[i]));
		}
		set_values(spec, own);
		return;
	}
	if (zn_is_arr(own) && zn_len(own)) {
		set_values(spec, own);
		return;
	}
	ZnValue scheme = zn_is_obj(own) ? zn_get(own, "scheme") : own;
	if (zn_is_obj(own)) {
		ZnObject *full = zn_object_copy(arena, own.obj);
		zn_object_set(arena, full, "name", scheme);
		spec->scheme = zn_obj(full);
		return;
	}
	if (zn_is_str(scheme)) {
		spec->scheme = scheme;
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(named_ranges); i++)
		if (!strcmp(named_ranges[i].name, name))
			spec->scheme = zn_str(named_ranges[i].scheme);
	if (!strcmp(name, "diverging")) {
		ZnObject *flipped = zn_object_new(arena);
		ZnArray *extent = zn_array_new(arena, 2);
		zn_array_push(arena, extent, zn_num(1));
		zn_array_push(arena, extent, zn_num(0));
		zn_object_set(arena, flipped, "name", spec->scheme);
		zn_object_set(arena, flipped, "extent", zn_arr(extent));
		spec->scheme = zn_obj(flipped);
	}
}

/* {"field": f}: the values of another field, in the order of the domain. */
static void set_from_field(ZnInst *owner, ZnScaleSpec *spec, const ZnScaleDef *def, const char *field_name)
{
	ZnArena *arena = owner->chart->context->arena;
	ZnInst *unit = zn_inst_find(owner, def->uses[0].unit);
	const ZnArray *domain = zn_scale_domain(owner, def);
	ZnArray *range = zn_array_new(arena, domain->n);
	const ZnTable *table = unit ? unit->main : NULL;
	if (table) {
		const ZnField *field = zn_field_parse(arena, field_name), *key = zn_field_parse(arena, zn_channel_def_column(arena, def->uses[0].def, NULL));
		for (size_t d = 0; d < domain->n; d++)
			for (size_t row = 0; row < table->n_rows; row++)
				if (zn_same(zn_field_get(key, table, row), domain->items[d])) {
					zn_array_push(arena, range, zn_field_get(field, table, row));
					break;
				}
	}
	set_values(spec, zn_arr(range));
}

static void set_full(ZnInst *plot, ZnScaleSpec *spec, bool vertical, bool continuous, bool center)
{
	ZnArena *arena = plot->chart->context->arena;
	double size = vertical ? plot->height : plot->width;
	if (vertical && continuous)
		set_pair(arena, spec, center ? size / 2 : size, center ? -size / 2 : 0);
	else
		set_pair(arena, spec, center ? -size / 2 : 0, center ? size / 2 : size);
}

/* Pixels of one bin along a binned position; NaN when it is not binned. */
static double bin_pixels(ZnInst *plot, const ZnView *unit, ZnChannel channel)
{
	const ZnChannelDef *def = unit->encoding[channel];
	if (!def || def->bin != ZN_BIN_BINNING)
		return NAN;
	const char *column = zn_channel_def_column(plot->chart->context->arena, def, NULL);
	ZnInst *inst = zn_inst_find(plot, unit);
	const ZnValue *bins = inst ? zn_object_lookup(inst->bins, column) : NULL;
	if (!bins)
		return NAN;
	double count = (zn_get_num(*bins, "stop", 1) - zn_get_num(*bins, "start", 0)) / zn_get_num(*bins, "step", 1);
	return (channel == ZN_CH_X ? plot->width : plot->height) / count;
}

static double config_step(const ZnView *unit)
{
	return zn_get_num(zn_get(unit->config, "view"), "step", 20);
}

static double min_step(ZnInst *plot, const ZnView *unit)
{
	double x = bin_pixels(plot, unit, ZN_CH_X), y = bin_pixels(plot, unit, ZN_CH_Y);
	double step_x = zn_is_num(zn_get(plot->view->width, "step")) ? zn_get(plot->view->width, "step").num : config_step(unit);
	double step_y = zn_is_num(zn_get(plot->view->height, "step")) ? zn_get(plot->view->height, "step").num : config_step(unit);
	return MIN(isnan(x) ? step_x : x, isnan(y) ? step_y : y);
}

static void set_size_range(ZnInst *plot, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	const ZnView *unit = def->uses[0].unit;
	ZnArena *arena = plot->chart->context->arena;
	ZnValue config = zn_get(unit->config, "scale");
	double min, max;
	if (is(unit, "bar") || is(unit, "tick")) {
		min = zn_get_num(config, "minBandSize", 2);
		max = zn_get_num(config, "maxBandSize", min_step(plot, unit) - 1);
	} else if (is(unit, "line") || is(unit, "trail") || is(unit, "rule")) {
		min = zn_get_num(config, "minStrokeWidth", 1);
		max = zn_get_num(config, "maxStrokeWidth", 4);
	} else if (is(unit, "text")) {
		min = zn_get_num(config, "minFontSize", 8);
		max = zn_get_num(config, "maxFontSize", 40);
	} else {
		min = zn_get_num(config, "minSize", 4);
		max = zn_get_num(config, "maxSize", pow(0.95 * min_step(plot, unit), 2));
	}
	size_t n = 2;
	if (def->type == ZN_SCALE_QUANTILE)
		n = (size_t)CLAMP(zn_get_num(config, "quantileCount", 4), 2, 100);
	else if (def->type == ZN_SCALE_QUANTIZE)
		n = (size_t)CLAMP(zn_get_num(config, "quantizeCount", 4), 2, 100);
	else if (def->type == ZN_SCALE_THRESHOLD)
		n = spec->n_domain ? spec->n_domain + 1 : 3;
	ZnValue *range = zn_new_n(arena, ZnValue, n);
	for (size_t i = 0; i < n; i++)
		range[i] = zn_num(min + (max - min) * (double)i / (double)(n - 1));
	spec->range = range;
	spec->n_range = n;
}

static void set_offset_range(ZnInst *plot, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	ZnArena *arena = plot->chart->context->arena;
	bool x = def->channel == ZN_CH_XOFFSET;
	ZnChannel main = x ? ZN_CH_X : ZN_CH_Y;
	const ZnScale *position = zn_inst_scale(plot, main);
	bool continuous = zn_scale_type_continuous(def->type);
	if (!position) {
		set_full(plot, spec, !x, continuous, true);
		return;
	}
	if (position->type == ZN_SCALE_BAND) {
		double step = zn_offset_step(plot, def->channel), band = zn_scale_bandwidth(position);
		if (!isnan(step)) { /* a step of its own: as wide as its bands need */
			double inner = zn_inst_num(plot, zn_scale_prop(def, ZN_SP_PADDING_INNER), zn_inst_num(plot, zn_scale_prop(def, ZN_SP_PADDING), 0));
			double outer = zn_inst_num(plot, zn_scale_prop(def, ZN_SP_PADDING_OUTER), zn_inst_num(plot, zn_scale_prop(def, ZN_SP_PADDING), 0));
			double count = (double)spec->n_domain;
			set_pair(arena, spec, 0, step * (def->type == ZN_SCALE_BAND ? zn_bandspace(count, inner, outer) : def->type == ZN_SCALE_POINT ? zn_bandspace(count, 1, outer) : count));
			return;
		}
		if (!x && continuous)
			set_pair(arena, spec, band, 0);
		else
			set_pair(arena, spec, 0, band);
		return;
	}
	const ZnView *unit = def->uses[0].unit;
	const ZnChannelDef *time = unit->encoding[main];
	if (time && time->has_time_unit) {
		double start = zn_date_from_parts(&(ZnDateParts){.year = 2012, .day = 1}, time->time_unit.utc);
		double duration = zn_scale_num(position, zn_num(zn_time_unit_offset(&time->time_unit, start, 1))) - zn_scale_num(position, zn_num(start));
		double padding = zn_get_num(zn_get(unit->config, "scale"), "bandWithNestedOffsetPaddingInner", 0.2);
		double at = zn_is_num(time->band_position) ? time->band_position.num : 0.5;
		ZnValue ruled = zn_mark_config(unit, "timeUnitBandPosition", NULL);
		if (!zn_is_num(time->band_position) && zn_is_num(ruled))
			at = ruled.num;
		set_pair(arena, spec, (padding / 2 + at - 0.5) * duration, (1 - padding / 2 + at - 0.5) * duration);
		return;
	}
	set_full(plot, spec, !x, continuous, true);
}

static const double dashes[][4] = {{1, 0}, {4, 2}, {2, 1}, {1, 1}, {1, 2, 4, 2}};
static const size_t dash_lengths[] = {2, 2, 2, 2, 4};

static void set_dashes(ZnArena *arena, ZnScaleSpec *spec)
{
	ZnArray *range = zn_array_new(arena, 5);
	for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
		ZnArray *dash = zn_array_new(arena, 4);
		for (size_t k = 0; k < dash_lengths[i]; k++)
			zn_array_push(arena, dash, zn_num(dashes[i][k]));
		zn_array_push(arena, range, zn_arr(dash));
	}
	set_values(spec, zn_arr(range));
}

static void set_default_range(ZnInst *owner, ZnInst *plot, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	ZnArena *arena = owner->chart->context->arena;
	const ZnScaleUse *use = &def->uses[0];
	ZnValue config = zn_get(use->unit->config, "scale");
	switch (def->channel) {
	case ZN_CH_X:
	case ZN_CH_Y:
		set_full(plot, spec, def->channel == ZN_CH_Y, zn_scale_type_continuous(def->type), false);
		break;
	case ZN_CH_XOFFSET:
	case ZN_CH_YOFFSET:
		set_offset_range(plot, spec, def);
		break;
	case ZN_CH_SIZE:
		set_size_range(plot, spec, def);
		break;
	case ZN_CH_THETA:
		set_pair(arena, spec, 0, 2 * G_PI);
		break;
	case ZN_CH_RADIUS:
		set_pair(arena, spec, 0, MIN(plot->width, plot->height) / 2);
		break;
	case ZN_CH_ANGLE:
		set_pair(arena, spec, 0, 360);
		break;
	case ZN_CH_STROKE_WIDTH:
		set_pair(arena, spec, zn_get_num(config, "minStrokeWidth", 1), zn_get_num(config, "maxStrokeWidth", 4));
		break;
	case ZN_CH_STROKE_DASH:
		set_dashes(arena, spec);
		break;
	case ZN_CH_SHAPE:
		set_named(owner, spec, use->unit, "symbol");
		break;
	case ZN_CH_COLOR:
	case ZN_CH_FILL:
	case ZN_CH_STROKE:
		if (def->type == ZN_SCALE_ORDINAL)
			set_named(owner, spec, use->unit, use->def->type == ZN_NOMINAL ? "category" : "ordinal");
		else if (!zn_is_undefined(zn_scale_prop(def, ZN_SP_DOMAIN_MID)))
			set_named(owner, spec, use->unit, "diverging");
		else
			set_named(owner, spec, use->unit, is(use->unit, "rect") || is(use->unit, "geoshape") ? "heatmap" : "ramp");
		break;
	default:
		set_pair(arena, spec, zn_get_num(config, "minOpacity", 0.3), zn_get_num(config, "maxOpacity", 0.8));
	}
}

/* A range that the spec gives: false when none of the uses does. */
static bool set_given_range(ZnInst *owner, ZnInst *plot, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	ZnArena *arena = owner->chart->context->arena;
	for (size_t u = 0; u < def->n_uses; u++) {
		ZnValue scale = def->uses[u].def->scale, range = zn_inst_value(owner, zn_get(scale, "range"), def->uses[u].def->pointer);
		ZnValue scheme = zn_inst_value(owner, zn_get(scale, "scheme"), def->uses[u].def->pointer);
		if (zn_is_arr(range)) {
			ZnArray *values = zn_array_new(arena, range.arr->n);
			for (size_t i = 0; i < range.arr->n; i++) {
				ZnValue v = zn_inst_value(owner, range.arr->items[i], def->uses[u].def->pointer);
				zn_array_push(arena, values, zn_is_string(v, "width") ? zn_num(plot->width) : zn_is_string(v, "height") ? zn_num(plot->height) : v);
			}
			set_values(spec, zn_arr(values));
			return true;
		}
		if (zn_is_str(range)) {
			if (zn_is_string(range, "width") || zn_is_string(range, "height"))
				set_full(plot, spec, range.str[0] == 'h', zn_scale_type_continuous(def->type), false);
			else
				set_named(owner, spec, def->uses[u].unit, range.str);
			return true;
		}
		if (zn_is_obj(range) && zn_has(range, "field")) {
			set_from_field(owner, spec, def, zn_get_str(range, "field", ""));
			return true;
		}
		if (!zn_is_nullish(scheme)) {
			spec->scheme = scheme;
			return true;
		}
	}
	return false;
}

static void limit_range(ZnInst *owner, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	ZnValue scale = def->uses[0].def->scale;
	double min = zn_inst_num(owner, zn_get(scale, "rangeMin"), NAN), max = zn_inst_num(owner, zn_get(scale, "rangeMax"), NAN);
	if (spec->n_range != 2 || (isnan(min) && isnan(max)) || zn_scale_type_discrete(def->type))
		return;
	set_pair(owner->chart->context->arena, spec, isnan(min) ? zn_to_num(spec->range[0]) : min, isnan(max) ? zn_to_num(spec->range[1]) : max);
}

static void set_bins(ZnInst *owner, ZnScaleSpec *spec, const ZnScaleDef *def)
{
	ZnArena *arena = owner->chart->context->arena;
	ZnValue bins = zn_scale_prop(def, ZN_SP_BINS);
	if (zn_is_string(bins, "binning")) {
		ZnInst *unit = zn_inst_find(owner, def->uses[0].unit);
		const ZnValue *found = unit ? zn_object_lookup(unit->bins, zn_channel_def_column(arena, def->uses[0].def, NULL)) : NULL;
		bins = found ? *found : zn_undefined();
	}
	if (zn_is_arr(bins)) {
		double *values = zn_new_n(arena, double, MAX(bins.arr->n, 1));
		for (size_t i = 0; i < bins.arr->n; i++)
			values[i] = zn_to_num(bins.arr->items[i]);
		spec->bins = values;
		spec->n_bins = bins.arr->n;
	} else if (zn_is_num(zn_get(bins, "step"))) {
		spec->bins_step = true;
		spec->bin_step = zn_get_num(bins, "step", 1);
		spec->bin_start = zn_get_num(bins, "start", NAN);
		spec->bin_stop = zn_get_num(bins, "stop", NAN);
	}
}

static double limit_value(ZnInst *owner, const ZnScaleDef *def, ZnScaleProp prop)
{
	ZnValue value = zn_inst_value(owner, zn_scale_prop(def, prop), def->uses[0].def->pointer);
	if (zn_is_nullish(value))
		return NAN;
	return zn_to_num(zn_datum_value(owner->chart->context, value, def->uses[0].def));
}

static void make_scale(ZnInst *owner, const ZnScaleDef *def)
{
	ZnInst *user = zn_inst_find(owner, def->uses[0].unit);
	const ZnArray *domain = zn_scale_domain(owner, def);
	if (!user)
		return;
	ZnInst *plot = zn_inst_plot(user);
	ZnScaleSpec spec = {.type = def->type, .domain = domain->items, .n_domain = domain->n};
	spec.zero = zn_truthy(zn_inst_value(owner, zn_scale_prop(def, ZN_SP_ZERO), NULL));
	spec.nice = zn_inst_value(owner, zn_scale_prop(def, ZN_SP_NICE), NULL);
	spec.clamp = zn_truthy(zn_inst_value(owner, zn_scale_prop(def, ZN_SP_CLAMP), NULL));
	spec.round = zn_truthy(zn_inst_value(owner, zn_scale_prop(def, ZN_SP_ROUND), NULL));
	spec.reverse = zn_truthy(zn_inst_value(owner, zn_scale_prop(def, ZN_SP_REVERSE), NULL));
	spec.interpolate = zn_scale_prop(def, ZN_SP_INTERPOLATE);
	spec.base = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_BASE), 0);
	spec.exponent = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_EXPONENT), 0);
	spec.constant = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_CONSTANT), 0);
	double padding = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_PADDING), NAN);
	bool discrete = zn_scale_type_discrete(def->type);
	spec.padding = discrete ? 0 : padding;
	spec.padding_inner = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_PADDING_INNER), discrete ? padding : NAN);
	spec.padding_outer = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_PADDING_OUTER), discrete ? padding : NAN);
	if (def->type == ZN_SCALE_POINT && !def->props[ZN_SP_PADDING].given && !isnan(padding))
		spec.padding_outer = padding; /* Vega applies what is ruled last, and a point scale's padding is its outer one */
	spec.align = zn_inst_num(owner, zn_scale_prop(def, ZN_SP_ALIGN), NAN);
	spec.domain_mid = limit_value(owner, def, ZN_SP_DOMAIN_MID);
	spec.domain_min = limit_value(owner, def, ZN_SP_DOMAIN_MIN);
	spec.domain_max = limit_value(owner, def, ZN_SP_DOMAIN_MAX);
	set_bins(owner, &spec, def);
	if (!set_given_range(owner, plot, &spec, def))
		set_default_range(owner, plot, &spec, def);
	limit_range(owner, &spec, def);
	if (!zn_is_undefined(zn_scale_raw_domain(owner, &def->uses[0]))) {
		spec.nice = zn_undefined(); /* exactly what is selected */
		spec.zero = false;
	}
	const char *pointer = def->uses[0].def->pointer;
	owner->scales[def->channel] = zn_scale_new(owner->chart->context, zn_inst_place(owner, zn_json_pointer(owner->chart->context->arena, pointer, "scale")), &spec);
	if (!owner->scales[def->channel])
		owner->chart->failed = true;
}

/* x and y first: offsets lie in their bands. */
void zn_inst_scales(ZnInst *inst)
{
	static const ZnChannel first[] = {ZN_CH_X, ZN_CH_Y};
	for (size_t i = 0; i < inst->chart->n_view_scales; i++) {
		const ZnViewScales *scales = &inst->chart->view_scales[i];
		if (scales->view != inst->view)
			continue;
		for (size_t k = 0; k < G_N_ELEMENTS(first); k++)
			if (scales->own[first[k]])
				make_scale(inst, scales->own[first[k]]);
		for (int c = 0; c < ZN_N_CHANNELS; c++)
			if (c != ZN_CH_X && c != ZN_CH_Y && scales->own[c])
				make_scale(inst, scales->own[c]);
	}
	for (size_t i = 0; i < inst->n_children; i++)
		zn_inst_scales(inst->children[i]);
}
