/* Colour, opacity, stroke, size and the like (Vega-Lite's color, nonPosition and baseEncodeEntry). */
#include "chart/encode.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static bool is(const ZnEncode *e, const char *mark)
{
	return !strcmp(e->view->mark.type, mark);
}

/* The reference of one definition: a field through its scale, a value; NONE for a definition that only has conditions. */
static ZnRef channel_ref(ZnEncode *e, const ZnChannelDef *def, const ZnScale *scale)
{
	ZnValue band = def->has_time_unit && def->type == ZN_TEMPORAL ? zn_mark_config(e->view, "timeUnitBandPosition", NULL) : zn_undefined();
	bool unit_middle = zn_is_num(band) && band.num > 0 && zn_table_find(e->table, zn_channel_def_column(e->unit->chart->context->arena, def, "end")) >= 0;
	if (def->is_field && (def->bin == ZN_BIN_BINNING || unit_middle) && scale && zn_scale_type_continuous(scale->type)) { /* the middle of the bin or unit */
		ZnRef ref = zn_ref_field(e, def, NULL, scale);
		ref.kind = ZN_REF_LERP;
		ref.cells2 = zn_encode_cells(e, zn_channel_def_column(e->unit->chart->context->arena, def, "end"));
		ref.t = zn_is_num(def->band_position) ? def->band_position.num : 0.5;
		return ref;
	}
	if (def->is_field || def->is_datum) {
		bool range = def->is_field && def->bin == ZN_BIN_BINNING && scale && zn_scale_type_discrete(scale->type);
		ZnRef ref = zn_ref_field(e, def, range ? "range" : NULL, scale);
		if (scale && scale->type == ZN_SCALE_BAND)
			ref.band = zn_is_num(def->band_position) ? def->band_position.num : 0.5;
		return ref;
	}
	return def->is_value ? zn_ref_value(e, def->value) : (ZnRef){.kind = ZN_REF_NONE};
}

static void add_invalid(ZnEncode *e, ZnChannel channel, const ZnChannelDef *def, const ZnScale *scale, ZnProp prop)
{
	if (!scale || !def || !def->is_field || !zn_scale_type_continuous(scale->type) || zn_channel_def_count(def) || !scale->n_domain)
		return;
	ZnValue mode = zn_mark_prop(e->view, "invalid", NULL);
	ZnValue own = zn_get2(zn_get(e->view->config, "scale"), "invalid", zn_channel_info(channel)->name);
	if (zn_is_undefined(own) && !zn_is_string(mode, "show") && !zn_is_null(mode))
		return;
	ZnRef ref = {.kind = ZN_REF_VALUE, .value = zn_get(own, "value")};
	if (!zn_has(own, "value")) {
		double min = zn_to_num(scale->domain[0]), max = zn_to_num(scale->domain[scale->n_domain - 1]);
		ref.value = min <= 0 && max >= 0 ? zn_num(0) : scale->domain[0];
		ref.scale = scale;
	}
	ref.invalid = zn_encode_cells(e, zn_channel_def_column(e->unit->chart->context->arena, def, NULL));
	zn_rule_add(e, prop, ref);
}

void zn_encode_channel(ZnEncode *e, ZnChannel channel, ZnProp prop, ZnValue fallback)
{
	const ZnChannelDef *def = e->view->encoding[channel];
	const ZnScale *scale = zn_inst_scale(e->unit, channel);
	if (zn_is_undefined(fallback)) {
		const char *vega = zn_prop_name(prop), *name = zn_channel_info(channel)->name;
		fallback = zn_mark_prop(e->view, name, strcmp(vega, name) ? vega : NULL);
	}
	if (!def) {
		if (!zn_is_nullish(fallback))
			zn_rule_set(e, prop, zn_ref_value(e, fallback));
		return;
	}
	e->rules[prop] = (ZnRule){0};
	for (size_t i = 0; i < def->n_conditions; i++) {
		ZnRef ref = channel_ref(e, def->conditions[i].def, scale);
		zn_ref_set_test(e, &ref, &def->conditions[i]);
		zn_rule_add(e, prop, ref);
	}
	add_invalid(e, channel, zn_channel_def_data(def), scale, prop);
	ZnRef main = channel_ref(e, def, scale);
	if (main.kind == ZN_REF_NONE && !zn_is_nullish(fallback))
		main = zn_ref_value(e, fallback);
	zn_rule_add(e, prop, main);
}

static ZnValue default_color(ZnEncode *e, bool fill)
{
	bool filled = e->view->mark.filled;
	const char *vega = fill ? "fill" : "stroke";
	ZnValue value = filled == fill ? zn_mark_prop(e->view, "color", vega) : zn_mark_prop(e->view, vega, vega);
	if (zn_is_undefined(value) && filled == fill)
		value = zn_get2(e->view->config, "mark", "color");
	if (zn_is_undefined(value) && fill && (is(e, "bar") || is(e, "point") || is(e, "circle") || is(e, "square") || is(e, "geoshape")))
		value = zn_str("transparent");
	return value;
}

void zn_encode_color(ZnEncode *e)
{
	ZnValue fill = default_color(e, true), stroke = default_color(e, false);
	bool filled = e->view->mark.filled;
	if (!zn_is_nullish(fill))
		zn_rule_set(e, ZN_P_FILL, zn_ref_value(e, fill));
	if (!zn_is_nullish(stroke))
		zn_rule_set(e, ZN_P_STROKE, zn_ref_value(e, stroke));
	if (e->view->encoding[ZN_CH_COLOR])
		zn_encode_channel(e, ZN_CH_COLOR, filled ? ZN_P_FILL : ZN_P_STROKE, filled ? fill : stroke);
	if (e->view->encoding[ZN_CH_FILL])
		zn_encode_channel(e, ZN_CH_FILL, ZN_P_FILL, fill);
	if (e->view->encoding[ZN_CH_STROKE])
		zn_encode_channel(e, ZN_CH_STROKE, ZN_P_STROKE, stroke);
	/* what the mark definition says of fill and stroke wins over the channel "color" */
	static const struct { ZnChannel channel; ZnProp prop; const char *name; } own[] = {{ZN_CH_FILL, ZN_P_FILL, "fill"}, {ZN_CH_STROKE, ZN_P_STROKE, "stroke"}};
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
		if (!e->view->encoding[own[i].channel] && zn_has(e->view->mark.raw, own[i].name))
			zn_rule_set(e, own[i].prop, zn_ref_value(e, zn_get(e->view->mark.raw, own[i].name)));
}

void zn_encode_base(ZnEncode *e)
{
	static const struct { ZnChannel channel; ZnProp prop; } channels[] = {
		{ZN_CH_OPACITY, ZN_P_OPACITY}, {ZN_CH_FILL_OPACITY, ZN_P_FILL_OPACITY}, {ZN_CH_STROKE_OPACITY, ZN_P_STROKE_OPACITY},
		{ZN_CH_STROKE_WIDTH, ZN_P_STROKE_WIDTH}, {ZN_CH_STROKE_DASH, ZN_P_STROKE_DASH}};
	zn_encode_color(e);
	for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
		zn_encode_channel(e, channels[i].channel, channels[i].prop, zn_undefined());
	for (const ZnProp *p = (const ZnProp[]){ZN_P_HREF, ZN_P_DESCRIPTION, ZN_N_PROPS}; *p != ZN_N_PROPS; p++) {
		const ZnChannelDef *def = e->view->encoding[*p == ZN_P_HREF ? ZN_CH_HREF : ZN_CH_DESCRIPTION];
		if (def)
			zn_rule_set(e, *p, zn_ref_text(e, def));
	}
}

/* --- values to item style --- */

static const ZnGradient *parse_gradient(ZnArena *arena, ZnValue value)
{
	ZnGradient *gradient = zn_new(arena, ZnGradient);
	gradient->radial = zn_is_string(zn_get(value, "gradient"), "radial");
	gradient->x1 = zn_get_num(value, "x1", gradient->radial ? 0.5 : 0);
	gradient->y1 = zn_get_num(value, "y1", gradient->radial ? 0.5 : 0);
	gradient->x2 = zn_get_num(value, "x2", gradient->radial ? 0.5 : 1);
	gradient->y2 = zn_get_num(value, "y2", gradient->radial ? 0.5 : 0);
	gradient->r1 = zn_get_num(value, "r1", 0);
	gradient->r2 = zn_get_num(value, "r2", 0.5);
	ZnValue stops = zn_get(value, "stops");
	gradient->stops = zn_new_n(arena, ZnStop, MAX(zn_len(stops), 1));
	for (size_t i = 0; i < zn_len(stops); i++) {
		ZnStop stop = {.offset = zn_get_num(zn_at(stops, i), "offset", 0)};
		if (zn_color_parse(zn_get_str(zn_at(stops, i), "color", "black"), &stop.color))
			gradient->stops[gradient->n_stops++] = stop;
	}
	return gradient;
}

void zn_item_paint(ZnArena *arena, ZnValue value, ZnPaint *paint)
{
	*paint = (ZnPaint){.kind = ZN_PAINT_NONE};
	if (zn_is_str(value)) {
		if (zn_color_parse(value.str, &paint->color))
			paint->kind = ZN_PAINT_COLOR; /* transparent ones too: their strokes have bounds */
	} else if (zn_is_obj(value) && zn_has(value, "gradient")) {
		paint->kind = ZN_PAINT_GRADIENT;
		paint->gradient = parse_gradient(arena, value);
	}
}

static uint8_t lookup(const char *word, const char *const *words, uint8_t fallback)
{
	for (uint8_t i = 0; word && words[i]; i++)
		if (!strcmp(words[i], word))
			return i;
	return fallback;
}

static void set_dash(ZnEncode *e, size_t row, ZnItem *item)
{
	ZnValue dash = zn_rule_eval(e, ZN_P_STROKE_DASH, row);
	size_t n = MIN(zn_len(dash), 32);
	if (!zn_is_arr(dash) || !n)
		return;
	double *dashes = zn_new_n(e->unit->chart->context->arena, double, n);
	for (size_t i = 0; i < n; i++)
		dashes[i] = MAX(zn_to_num(zn_at(dash, i)), 0);
	item->dash = dashes;
	item->n_dash = (uint8_t)n;
}

static double share(ZnEncode *e, ZnProp prop, size_t row)
{
	double value = zn_rule_num(e, prop, row, 1);
	return isnan(value) ? 1 : CLAMP(value, 0, 1);
}

void zn_item_style(ZnEncode *e, size_t row, ZnItem *item)
{
	ZnArena *arena = e->unit->chart->context->arena;
	static const char *const caps[] = {"butt", "round", "square", NULL}, *const joins[] = {"miter", "round", "bevel", NULL};
	zn_item_paint(arena, zn_rule_eval(e, ZN_P_FILL, row), &item->fill);
	zn_item_paint(arena, zn_rule_eval(e, ZN_P_STROKE, row), &item->stroke);
	item->opacity = share(e, ZN_P_OPACITY, row);
	item->fill_opacity = share(e, ZN_P_FILL_OPACITY, row);
	item->stroke_opacity = share(e, ZN_P_STROKE_OPACITY, row);
	item->stroke_width = zn_rule_num(e, ZN_P_STROKE_WIDTH, row, 1);
	item->dash_offset = zn_rule_num(e, ZN_P_STROKE_DASH_OFFSET, row, 0);
	item->miter_limit = zn_rule_num(e, ZN_P_STROKE_MITER_LIMIT, row, item->miter_limit);
	item->cap = lookup(zn_rule_str(e, ZN_P_STROKE_CAP, row, NULL), caps, CAIRO_LINE_CAP_BUTT);
	item->join = lookup(zn_rule_str(e, ZN_P_STROKE_JOIN, row, NULL), joins, CAIRO_LINE_JOIN_MITER);
	int blend;
	if (zn_blend_parse(zn_rule_str(e, ZN_P_BLEND, row, NULL), &blend))
		item->blend = (uint8_t)blend;
	item->href = zn_rule_str(e, ZN_P_HREF, row, NULL);
	item->description = zn_rule_str(e, ZN_P_DESCRIPTION, row, NULL);
	set_dash(e, row, item);
}
