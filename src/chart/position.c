/* Positions of marks: points, ranges, bars (Vega-Lite's pointPosition, rangePosition and rectPosition). */
#include "chart/encode.h"
#include "chart/geo.h"

#include <math.h>
#include <string.h>

static bool is(const ZnEncode *e, const char *mark)
{
	return !strcmp(e->view->mark.type, mark);
}

static bool oriented(const ZnEncode *e, const char *orient)
{
	return e->view->mark.orient && !strcmp(e->view->mark.orient, orient);
}

static ZnProp main_prop(ZnChannel channel)
{
	switch (channel) {
	case ZN_CH_X:
		return ZN_P_X;
	case ZN_CH_Y:
		return ZN_P_Y;
	case ZN_CH_X2:
		return ZN_P_X2;
	case ZN_CH_Y2:
		return ZN_P_Y2;
	case ZN_CH_THETA:
		return ZN_P_START_ANGLE;
	case ZN_CH_THETA2:
		return ZN_P_END_ANGLE;
	case ZN_CH_RADIUS:
		return ZN_P_OUTER_RADIUS;
	default:
		return ZN_P_INNER_RADIUS;
	}
}

static bool data_def(const ZnChannelDef *def)
{
	return def && (def->is_field || def->is_datum);
}

static double band_position(const ZnEncode *e, const ZnChannelDef *def, const ZnChannelDef *def2)
{
	if (data_def(def) && zn_is_num(def->band_position))
		return def->band_position.num;
	if (def && def->is_field) {
		if (def->has_time_unit && !def2) {
			ZnValue value = zn_mark_config(e->view, "timeUnitBandPosition", NULL);
			return zn_is_num(value) ? value.num : NAN;
		}
		if (def->bin == ZN_BIN_BINNING)
			return 0.5;
	}
	return NAN;
}

/* The offset of a channel: an encoded one ("xOffset" channel) or the mark definition's. */
static const ZnRef *offset_of(ZnEncode *e, ZnChannel channel, double band, bool *encoded)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	const ZnChannelDef *def = info->offset == ZN_CH_NONE ? NULL : e->view->encoding[info->offset];
	*encoded = false;
	if (def) {
		const ZnScale *scale = zn_inst_scale(e->unit, info->offset);
		ZnRef ref;
		if (def->is_value) {
			ref = zn_ref_value(e, def->value);
		} else {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data)
				return NULL;
			ref = zn_ref_field(e, data, scale && zn_scale_type_discrete(scale->type) && data->bin == ZN_BIN_BINNING ? "range" : NULL, scale);
			if (scale && scale->type == ZN_SCALE_BAND)
				ref.band = isnan(band) ? 0.5 : band;
		}
		*encoded = true;
		return zn_ref_box(e, ref);
	}
	ZnArena *arena = e->unit->chart->context->arena;
	ZnValue value = zn_get(e->view->mark.raw, zn_arena_printf(arena, "%sOffset", info->name));
	return zn_is_nullish(value) || (zn_is_num(value) && value.num == 0) ? NULL : zn_ref_box(e, zn_ref_value(e, value));
}

/* --- defaults --- */

static ZnRef size_ref(const ZnEncode *e, bool x, double mult)
{
	return zn_ref_num((x ? e->unit->width : e->unit->height) * mult);
}

static ZnRef scaled_zero(ZnEncode *e, const ZnScale *scale, bool min)
{
	bool number = zn_scale_type_continuous(scale->type) && scale->type != ZN_SCALE_TIME && scale->type != ZN_SCALE_UTC && scale->type != ZN_SCALE_LOG;
	ZnValue value = min ? scale->domain[0] : scale->domain[scale->n_domain - 1];
	if (number) {
		double a = zn_to_num(scale->domain[0]), b = zn_to_num(scale->domain[scale->n_domain - 1]);
		if (MIN(a, b) <= 0 && MAX(a, b) >= 0)
			value = zn_num(0);
	}
	return (ZnRef){.kind = ZN_REF_VALUE, .value = value, .scale = scale};
}

static ZnRef zero_or_limit(ZnEncode *e, ZnChannel channel, const ZnScale *scale, bool min)
{
	ZnChannel main = zn_channel_info(channel)->main;
	bool own = e->view->encoding[main] || e->view->encoding[zn_channel_info(main)->secondary]; /* not a layer's that others use */
	if (scale && scale->n_domain && own)
		return scaled_zero(e, scale, min);
	switch (main) {
	case ZN_CH_RADIUS:
		return zn_ref_num(min ? 0 : MIN(e->unit->width, e->unit->height) / 2);
	case ZN_CH_THETA:
		return zn_ref_num(min ? 0 : 2 * G_PI);
	case ZN_CH_X:
		return size_ref(e, true, min ? 0 : 1);
	default:
		return size_ref(e, false, min ? 1 : 0);
	}
}

/* How many times as large as the spec knows it the plot is in a channel's direction. */
static double zoom_of(const ZnEncode *e, ZnChannel main)
{
	switch (main) {
	case ZN_CH_X:
		return zn_inst_zoom(e->unit, true);
	case ZN_CH_Y:
		return zn_inst_zoom(e->unit, false);
	case ZN_CH_RADIUS:
		return MIN(zn_inst_zoom(e->unit, true), zn_inst_zoom(e->unit, false));
	default:
		return 1;
	}
}

/* A position in px, or "width" and "height". */
static ZnRef position_value(ZnEncode *e, ZnChannel channel, ZnValue value)
{
	ZnChannel main = zn_channel_info(channel)->main;
	if (main == ZN_CH_X && zn_is_string(value, "width"))
		return size_ref(e, true, 1);
	if (main == ZN_CH_Y && zn_is_string(value, "height"))
		return size_ref(e, false, 1);
	if (zn_is_num(value))
		value.num *= zoom_of(e, main);
	return zn_ref_value(e, value);
}

static const char *vega_name(ZnChannel channel)
{
	return zn_channel_info(channel)->vega;
}

static ZnRef default_ref(ZnEncode *e, ZnChannel channel, ZnDefaultPos fallback, const ZnScale *scale)
{
	const char *name = zn_channel_info(channel)->name;
	ZnValue value = zn_mark_prop(e->view, name, vega_name(channel));
	if (!zn_is_nullish(value))
		return position_value(e, channel, value);
	switch (fallback) {
	case ZN_DEFAULT_ZERO_OR_MIN:
		return zero_or_limit(e, channel, scale, true);
	case ZN_DEFAULT_ZERO_OR_MAX:
		return zero_or_limit(e, channel, scale, false);
	case ZN_DEFAULT_MID:
		return size_ref(e, zn_channel_info(channel)->main == ZN_CH_X, 0.5);
	default:
		return (ZnRef){.kind = ZN_REF_NONE};
	}
}

/* --- fields --- */

static ZnRef lerp(ZnEncode *e, const char *start, const char *end, double t, const ZnScale *scale)
{
	ZnRef ref = {.kind = ZN_REF_LERP, .cells = zn_encode_cells(e, start), .cells2 = zn_encode_cells(e, end), .t = t, .scale = scale};
	if (t == 0 || t == 1) { /* no arithmetic: discrete and odd values go through */
		ref.kind = ZN_REF_FIELD;
		ref.cells = t == 0 ? ref.cells : ref.cells2;
	}
	return ref;
}

/* The middle of what a definition means on its scale: of a bin, a time unit, a band (Vega-Lite's midPoint). */
static ZnRef mid_point(ZnEncode *e, const ZnChannelDef *def, const ZnChannelDef *def2, const ZnScale *scale, double band)
{
	ZnArena *arena = e->unit->chart->context->arena;
	bool discrete = scale && zn_scale_type_discrete(scale->type);
	if (def->is_field) {
		if (isnan(band))
			band = band_position(e, def, def2);
		if (def->bin == ZN_BIN_BINNING || (band > 0 && def->has_time_unit && def->type == ZN_TEMPORAL)) {
			if (e->view->stack.offset != ZN_STACK_NONE && e->view->stack.impute && def->bin == ZN_BIN_BINNING)
				return zn_ref_field(e, def, "mid", scale);
			if (band > 0 && !discrete)
				return lerp(e, zn_channel_def_column(arena, def, NULL), zn_channel_def_column(arena, def, "end"), band, scale);
			return zn_ref_field(e, def, def->bin == ZN_BIN_BINNING && discrete ? "range" : NULL, scale); /* at the band's start, as Vega-Lite */
		}
		if (def->bin == ZN_BIN_BINNED && def2 && def2->is_field)
			return lerp(e, zn_channel_def_column(arena, def, NULL), zn_channel_def_column(arena, def2, NULL), isnan(band) ? 0.5 : band, scale);
	} else if (isnan(band) && zn_is_num(def->band_position)) {
		band = def->band_position.num;
	}
	ZnRef ref = zn_ref_field(e, def, NULL, scale);
	if (scale && scale->type == ZN_SCALE_BAND)
		ref.band = isnan(band) ? 0.5 : band;
	return ref;
}

/* Where invalid values are shown ("invalid": "show"): at zero or the domain's start, or the config's place. */
static void add_invalid(ZnEncode *e, ZnChannel channel, const ZnChannelDef *def, const ZnScale *scale, ZnProp prop)
{
	if (!scale || !def || !def->is_field || zn_scale_type_discrete(scale->type) || zn_channel_def_count(def))
		return;
	ZnValue mode = zn_mark_prop(e->view, "invalid", NULL);
	ZnValue own = zn_get2(zn_get(e->view->config, "scale"), "invalid", zn_channel_info(zn_channel_info(channel)->main)->name);
	if (zn_is_undefined(own) && !zn_is_string(mode, "show") && !zn_is_null(mode))
		return;
	ZnRef ref = zn_has(own, "value") ? position_value(e, channel, zn_get(own, "value")) : scaled_zero(e, scale, true);
	ref.invalid = zn_encode_cells(e, zn_channel_def_column(e->unit->chart->context->arena, def, NULL));
	zn_rule_add(e, prop, ref);
}

static bool stacked_on(const ZnEncode *e, ZnChannel channel)
{
	return e->view->stack.offset != ZN_STACK_NONE && e->view->stack.field_channel == channel;
}

/* x or y of a unit that is placed by longitude and latitude, where nothing else gives it; NONE. */
static ZnRef geo_ref(ZnEncode *e, ZnChannel channel)
{
	const ZnGeoUnit *geo = e->unit->geo;
	size_t i = channel == ZN_CH_X ? 0 : channel == ZN_CH_Y ? 1 : channel == ZN_CH_X2 ? 2 : 3;
	bool placed = e->view->encoding[ZN_CH_LONGITUDE] || e->view->encoding[ZN_CH_LATITUDE];
	ZnChannel main = zn_channel_info(channel)->main;
	if (!geo || !placed || (main != ZN_CH_X && main != ZN_CH_Y) || e->view->encoding[main])
		return (ZnRef){.kind = ZN_REF_NONE};
	if (!geo->points[i])
		return (ZnRef){.kind = ZN_REF_VALUE};
	return (ZnRef){.kind = ZN_REF_FIELD, .cells = geo->points[i]};
}

static void set_point(ZnEncode *e, ZnChannel channel, ZnDefaultPos fallback, ZnProp prop)
{
	ZnArena *arena = e->unit->chart->context->arena;
	const ZnChannelDef *def = e->view->encoding[channel];
	const ZnChannelDef *def2 = zn_view_channel(e->view, zn_channel_info(channel)->secondary);
	const ZnScale *scale = zn_inst_scale(e->unit, channel);
	bool encoded;
	const ZnRef *offset = offset_of(e, channel, 0.5, &encoded);
	ZnRef ref = geo_ref(e, channel);
	e->rules[prop] = (ZnRule){0};
	if (ref.kind != ZN_REF_NONE) {
		/* a place on the map */
	} else if (data_def(def) && stacked_on(e, channel)) {
		double band = zn_is_num(def->band_position) ? def->band_position.num : is(e, "text") && zn_channel_info(channel)->polar ? 0.5 : NAN;
		const char *end = zn_channel_def_column(arena, def, "end");
		ref = isnan(band) ? zn_ref_field(e, def, "end", scale) : lerp(e, zn_channel_def_column(arena, def, "start"), end, band, scale);
	} else if (data_def(def)) {
		add_invalid(e, channel, def, scale, prop);
		ref = mid_point(e, def, def2, scale, encoded ? 0 : NAN);
	} else if (def && def->is_value) {
		ref = position_value(e, channel, def->value);
	} else {
		ref = default_ref(e, channel, fallback, scale);
	}
	ref.offset = offset;
	zn_rule_add(e, prop, ref);
}

void zn_position_point(ZnEncode *e, ZnChannel channel, ZnDefaultPos fallback, ZnProp prop)
{
	set_point(e, channel, fallback, prop);
}

/* --- ranges --- */

static ZnProp aligned_prop(const ZnEncode *e, ZnChannel channel, bool top)
{
	if (channel == ZN_CH_X) {
		ZnValue align = zn_mark_prop(e->view, "align", NULL);
		return zn_is_string(align, "left") ? ZN_P_X : zn_is_string(align, "right") ? ZN_P_X2 : zn_is_string(align, "center") ? ZN_P_XC : top ? ZN_P_X : ZN_P_XC;
	}
	if (channel == ZN_CH_Y) {
		ZnValue baseline = zn_mark_prop(e->view, "baseline", NULL);
		return zn_is_string(baseline, "top") ? ZN_P_Y : zn_is_string(baseline, "bottom") ? ZN_P_Y2 : zn_is_string(baseline, "middle") ? ZN_P_YC : top ? ZN_P_Y : ZN_P_YC;
	}
	return main_prop(channel);
}

/* x2 (or width) from one level of defaults: the mark definition, a style, the config. Answers whether it set something. */
static bool second_from(ZnEncode *e, ZnChannel second, ZnValue source, bool *sized)
{
	const char *vega = vega_name(second), *name = zn_channel_info(second)->name;
	ZnValue value = zn_has(source, vega) ? zn_get(source, vega) : zn_get(source, name);
	if (!zn_is_undefined(value)) {
		zn_rule_set(e, main_prop(second), position_value(e, second, value));
		return true;
	}
	const char *size = second == ZN_CH_X2 ? "width" : second == ZN_CH_Y2 ? "height" : NULL;
	ZnValue extent = size ? zn_get(source, size) : zn_undefined();
	if (zn_truthy(extent) && !zn_has(extent, "band")) {
		zn_rule_set(e, second == ZN_CH_X2 ? ZN_P_WIDTH : ZN_P_HEIGHT, position_value(e, second, extent));
		*sized = true;
		return true;
	}
	return false;
}

static void set_second(ZnEncode *e, ZnChannel channel, ZnDefaultPos fallback, bool *sized)
{
	ZnArena *arena = e->unit->chart->context->arena;
	ZnChannel second = zn_channel_info(channel)->secondary;
	const ZnChannelDef *def = e->view->encoding[channel], *def2 = e->view->encoding[second];
	const ZnScale *scale = zn_inst_scale(e->unit, channel);
	bool encoded, own = def2 || zn_has(e->view->mark.raw, zn_channel_info(second)->name);
	const ZnRef *offset = NULL;
	if (own) {
		ZnValue value = zn_get(e->view->mark.raw, zn_arena_printf(arena, "%sOffset", zn_channel_info(second)->name));
		if (!zn_is_nullish(value))
			offset = zn_ref_box(e, zn_ref_value(e, value));
	} else {
		offset = offset_of(e, channel, NAN, &encoded);
	}
	ZnProp prop = main_prop(second);
	e->rules[prop] = (ZnRule){0};
	ZnRef ref = geo_ref(e, second);
	if (ref.kind != ZN_REF_NONE) {
		ZnValue extent = zn_get(e->view->mark.raw, second == ZN_CH_X2 ? "width" : "height");
		*sized = !zn_is_nullish(extent);
		zn_rule_set(e, *sized ? (second == ZN_CH_X2 ? ZN_P_WIDTH : ZN_P_HEIGHT) : prop, *sized ? zn_ref_value(e, extent) : ref);
		return;
	}
	if (data_def(def) && stacked_on(e, channel)) {
		ref = zn_ref_field(e, def, "start", scale);
	} else if (data_def(def2)) {
		add_invalid(e, second, def2, scale, prop);
		ref = mid_point(e, def2, NULL, scale, NAN);
	} else if (def2 && def2->is_value) {
		ref = position_value(e, second, def2->value);
	}
	if (ref.kind != ZN_REF_NONE) {
		ref.offset = offset;
		zn_rule_add(e, prop, ref);
		return;
	}
	ZnObject *style = zn_object_new(arena);
	ZnValue config = e->view->config;
	ZnValue sources[] = {e->view->mark.raw, zn_obj(style), zn_get(config, e->view->mark.type), zn_get(config, "mark")};
	for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
		if (second_from(e, second, sources[i], sized))
			return;
	if (data_def(def) && zn_ranged_offset(e->view, channel)) {
		ref = zn_ref_field(e, def, NULL, scale);
		ZnRef zero = zn_ref_num(0);
		zero.scale = zn_inst_scale(e->unit, zn_channel_info(channel)->offset);
		ref.offset = zn_ref_box(e, zero);
		zn_rule_set(e, prop, ref);
		return;
	}
	zn_rule_set(e, prop, default_ref(e, second, fallback, scale));
}

void zn_position_range(ZnEncode *e, ZnChannel channel, ZnDefaultPos fallback, ZnDefaultPos fallback2)
{
	bool sized = false;
	set_second(e, channel, fallback2, &sized);
	set_point(e, channel, fallback, sized ? aligned_prop(e, channel, false) : main_prop(channel));
}

/* --- bars and other boxes --- */

typedef struct BandSize { /* of a mark along a channel: px, or a share of the band */
	bool relative, given;
	double size;
} BandSize;

static BandSize parse_band_size(ZnEncode *e, ZnValue value)
{
	if (zn_has(value, "band"))
		return (BandSize){true, true, zn_get_num(value, "band", 1)};
	double num = zn_inst_num(e->unit, value, NAN);
	return (BandSize){false, !isnan(num), num};
}

static BandSize band_size(ZnEncode *e, ZnChannel channel, const ZnChannelDef *def, bool use_size, const ZnScale *scale)
{
	const char *vega = channel == ZN_CH_X ? "width" : channel == ZN_CH_Y ? "height" : NULL;
	ZnValue value = use_size ? zn_mark_prop(e->view, "size", vega) : vega ? zn_mark_prop(e->view, vega, vega) : zn_undefined();
	if (!zn_is_undefined(value))
		return parse_band_size(e, value);
	bool discrete = scale && zn_scale_type_discrete(scale->type);
	if (def && def->is_field) {
		if (def->has_time_unit) {
			ZnValue band = zn_mark_config(e->view, "timeUnitBandSize", NULL);
			return (BandSize){true, true, zn_is_num(band) ? band.num : 1};
		}
		if (def->bin == ZN_BIN_BINNING && !discrete)
			return (BandSize){true, true, 1};
	}
	ZnValue config = zn_get(e->view->config, e->view->mark.type);
	if (!zn_rect_based_mark(e->view->mark.type))
		return (BandSize){0};
	if (scale && !discrete)
		return parse_band_size(e, zn_get(config, "continuousBandSize"));
	ZnValue own = zn_get(config, "discreteBandSize");
	return zn_truthy(own) ? parse_band_size(e, own) : scale ? (BandSize){true, true, 1} : (BandSize){0};
}

static ZnRef default_size(ZnEncode *e, ZnChannel channel, const ZnScale *scale, BandSize size, bool has_def)
{
	bool x = channel == ZN_CH_X;
	ZnValue config = zn_get(e->view->config, "scale");
	if (size.given && size.relative) {
		if (!scale)
			return size_ref(e, x, size.size);
		if (scale->type == ZN_SCALE_BAND) {
			ZnValue min = zn_mark_config(e->view, "minBandSize", NULL);
			return zn_ref_num(MAX(size.size * zn_scale_bandwidth(scale), zn_is_num(min) ? min.num : 0));
		}
	} else if (size.given) {
		return zn_ref_num(size.size);
	}
	double step = zn_plot_step(zn_inst_plot(e->unit), channel);
	if (scale && !isnan(step))
		return zn_ref_num(step - 2);
	if (!has_def) {
		ZnValue padding = zn_get(config, "bandPaddingInner");
		if (zn_is_undefined(padding))
			padding = zn_get(config, is(e, "tick") ? "tickBandPaddingInner" : is(e, "bar") ? "barBandPaddingInner" : "rectBandPaddingInner");
		if (zn_is_num(padding))
			return size_ref(e, x, 1 - padding.num);
	}
	return zn_ref_num(zn_get_num(zn_get(e->view->config, "view"), "step", 20) - 2);
}

static void set_size_rule(ZnEncode *e, ZnProp prop, ZnRef fallback, bool *from_size)
{
	const ZnChannelDef *def = e->view->encoding[ZN_CH_SIZE];
	ZnValue own = zn_get(e->view->mark.raw, "size");
	*from_size = def || !zn_is_undefined(own);
	if (def)
		zn_encode_channel(e, ZN_CH_SIZE, prop, own);
	else if (*from_size && !zn_has(own, "band"))
		zn_rule_set(e, prop, zn_ref_value(e, own));
	else
		*from_size = false;
	if (!*from_size)
		zn_rule_set(e, prop, fallback);
}

/* Centred on the position, or filling its band. */
static void position_and_size(ZnEncode *e, ZnChannel channel)
{
	const ZnChannelDef *def = e->view->encoding[channel];
	const ZnScale *scale = zn_inst_scale(e->unit, channel), *offset_scale = zn_inst_scale(e->unit, zn_channel_info(channel)->offset);
	if (offset_scale && !zn_scale_type_discrete(offset_scale->type))
		offset_scale = NULL;
	bool use_size = is(e, "tick") || (oriented(e, "horizontal") && channel == ZN_CH_Y) || (oriented(e, "vertical") && channel == ZN_CH_X);
	BandSize size = band_size(e, channel, def, use_size, scale ? scale : offset_scale);
	ZnRef size_default = default_size(e, channel, offset_scale ? offset_scale : scale, size, def != NULL);
	bool from_size = false, polar = zn_channel_info(channel)->polar;
	ZnProp size_prop = channel == ZN_CH_X ? ZN_P_WIDTH : ZN_P_HEIGHT;
	if (!polar) {
		if (use_size)
			set_size_rule(e, size_prop, size_default, &from_size);
		else
			zn_rule_set(e, size_prop, size_default);
	}
	const ZnScale *band_scale = scale ? scale : offset_scale;
	bool top = band_scale && band_scale->type == ZN_SCALE_BAND && size.relative && !from_size;
	ZnProp prop = aligned_prop(e, channel, top);
	bool center = prop == ZN_P_XC || prop == ZN_P_YC, encoded;
	const ZnRef *offset = offset_of(e, channel, center ? 0.5 : 0, &encoded);
	double band = center && !encoded && def && def->is_field && def->has_time_unit && !zn_view_channel(e->view, zn_channel_info(channel)->secondary)
					  ? band_position(e, def, NULL) : NAN;
	if (isnan(band))
		band = center ? (encoded ? 0 : 0.5) : size.relative ? (1 - size.size) / 2 : 0;
	ZnRef ref;
	e->rules[prop] = (ZnRule){0};
	if (data_def(def)) {
		add_invalid(e, channel, def, scale, prop);
		ref = mid_point(e, def, NULL, scale, band);
	} else if (def && def->is_value) {
		ref = position_value(e, channel, def->value);
	} else {
		ref = default_ref(e, channel, ZN_DEFAULT_MID, scale);
	}
	ref.offset = offset;
	zn_rule_add(e, prop, ref);
	if (polar) { /* no width: the second position is the first plus the size */
		ref.offset = zn_ref_box(e, size_default);
		zn_rule_set(e, main_prop(zn_channel_info(channel)->secondary), ref);
	}
}

static const ZnBinGap *bin_gap(ZnEncode *e, ZnChannel channel, const ZnChannelDef *def, const char *end, const ZnScale *scale, bool is_end)
{
	ZnArena *arena = e->unit->chart->context->arena;
	if (zn_channel_info(channel)->polar)
		return NULL;
	ZnBinGap *gap = zn_new(arena, ZnBinGap);
	ZnValue spacing = zn_mark_prop(e->view, "binSpacing", NULL), min = zn_mark_config(e->view, "minBandSize", NULL);
	ZnValue axis = zn_get(def->axis, "translate");
	const ZnScaleDef *scale_def = zn_inst_scale_def(e->unit, channel);
	gap->start = zn_encode_cells(e, zn_channel_def_column(arena, def, NULL));
	gap->end = zn_encode_cells(e, end);
	gap->spacing = zn_is_num(spacing) ? spacing.num : 0;
	gap->min_size = zn_is_num(min) ? min.num : 0;
	gap->reverse = scale_def && zn_truthy(zn_scale_prop(scale_def, ZN_SP_REVERSE));
	gap->is_end = is_end;
	gap->translate = zn_is_num(axis) ? axis.num : 0.5;
	return gap;
}

/* From edge to edge of a bin or time unit, with a gap between neighbours. */
static void rect_bin(ZnEncode *e, ZnChannel channel)
{
	ZnArena *arena = e->unit->chart->context->arena;
	ZnChannel second = zn_channel_info(channel)->secondary;
	const ZnChannelDef *def = e->view->encoding[channel], *def2 = e->view->encoding[second];
	const ZnScale *scale = zn_inst_scale(e->unit, channel);
	BandSize size = band_size(e, channel, def, false, scale);
	double t = size.relative ? (1 - size.size) / 2 : 0.5, position = band_position(e, def, def2);
	bool encoded, y = channel == ZN_CH_Y;
	const ZnRef *offset = offset_of(e, channel, 0, &encoded);
	ZnProp prop = main_prop(channel), prop2 = main_prop(second);
	ZnRef first, last;
	const char *start = zn_channel_def_column(arena, def, NULL), *end = zn_channel_def_column(arena, def, "end");
	if (def->bin == ZN_BIN_BINNED) {
		if (!data_def(def2) && !zn_has(def->bin_params, "step")) {
			zn_warning(e->unit->chart->context->diags, zn_inst_place(e->unit, def->pointer), NULL, "binned data need %s for the end of the bins",
					   zn_channel_info(second)->name);
			return;
		}
		end = data_def(def2) ? zn_channel_def_column(arena, def2, NULL) : start;
		last = zn_ref_field(e, def, NULL, scale);
		first = data_def(def2) ? zn_ref_field(e, def2, NULL, scale) : last;
		if (!data_def(def2))
			first.add = zn_get_num(def->bin_params, "step", 0);
	} else {
		bool offsetted = def->has_time_unit && !isnan(position) && position != 0.5 && zn_rect_based_mark(e->view->mark.type) && zn_channel_info(channel)->position;
		const char *from = offsetted ? zn_channel_def_column(arena, def, "offsetted_rect_start") : start;
		const char *to = offsetted ? zn_channel_def_column(arena, def, "offsetted_rect_end") : end;
		last = lerp(e, from, to, t, scale);
		first = lerp(e, from, to, 1 - t, scale);
	}
	/* the right and the upper edge are moved inwards by half the spacing, and so are the others */
	last.gap = bin_gap(e, channel, def, end, scale, y);
	first.gap = bin_gap(e, channel, def, end, scale, !y);
	ZnValue offset2 = zn_get(e->view->mark.raw, zn_arena_printf(arena, "%sOffset", zn_channel_info(second)->name));
	first.offset = offset;
	last.offset = zn_is_undefined(offset2) ? offset : zn_ref_box(e, zn_ref_value(e, offset2));
	zn_rule_set(e, prop2, last);
	zn_rule_set(e, prop, first);
}

void zn_position_rect(ZnEncode *e, ZnChannel channel)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	const ZnChannelDef *def = e->view->encoding[channel], *def2 = zn_view_channel(e->view, info->secondary);
	const ZnScale *scale = zn_inst_scale(e->unit, channel);
	bool discrete = scale && zn_scale_type_discrete(scale->type);
	const char *vega = channel == ZN_CH_X ? "width" : channel == ZN_CH_Y ? "height" : NULL;
	ZnValue size = zn_mark_prop(e->view, "size", vega);
	bool fixed_size = e->view->encoding[ZN_CH_SIZE] || (!zn_is_undefined(size) && !zn_has(size, "band"));
	bool offset = info->offset != ZN_CH_NONE && e->view->encoding[info->offset];
	bool band = (is(e, "bar") && oriented(e, channel == ZN_CH_X ? "vertical" : "horizontal")) || (is(e, "tick") && oriented(e, channel == ZN_CH_Y ? "vertical" : "horizontal"));
	if (def && def->is_field && (def->bin != ZN_BIN_NONE || (def->has_time_unit && !def2)) && !fixed_size && !offset && !discrete && scale)
		rect_bin(e, channel);
	else if (data_def(def) && zn_ranged_offset(e->view, channel))
		zn_position_range(e, channel, ZN_DEFAULT_ZERO_OR_MAX, ZN_DEFAULT_ZERO_OR_MIN);
	else if (((data_def(def) && discrete) || band) && !def2)
		position_and_size(e, channel);
	else
		zn_position_range(e, channel, ZN_DEFAULT_ZERO_OR_MAX, ZN_DEFAULT_ZERO_OR_MIN);
}
