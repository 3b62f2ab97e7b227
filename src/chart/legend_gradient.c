/* Legends of colour ramps: a bar, continuous or in bands, and labels beside it (vega-parser legend-gradient*). */
#include "chart/legend.h"

#include <math.h>

#define STOPS 15 /* about as many as this many ticks */

static void add_stop(ZnArena *arena, ZnGradient *gradient, size_t *cap, double offset, ZnColor color)
{
	if (!isnan(offset))
		zn_push(arena, gradient->stops, gradient->n_stops, *cap, ((ZnStop){CLAMP(offset, 0, 1), color}));
}

/* Stops at the scale's ticks and both ends of its domain. */
static const ZnGradient *gradient_new(LegendBuild *b, bool vertical)
{
	ZnArena *arena = b->env->context->arena;
	const ZnScale *scale = b->scale;
	ZnGradient *gradient = zn_new(arena, ZnGradient);
	gradient->y1 = vertical ? 1 : 0;
	gradient->x2 = vertical ? 0 : 1;
	ZnValue first = scale->domain[0], last = scale->domain[scale->n_domain - 1];
	size_t cap = 0;
	ZnColor color;
	if (zn_same(first, last) || scale->bins) {
		for (int i = 0; i <= STOPS; i++) {
			if (zn_scale_color_at(scale, (double)i / STOPS, &color))
				add_stop(arena, gradient, &cap, (double)i / STOPS, color);
		}
		return gradient;
	}
	ZnArray *ticks = zn_scale_ticks(scale, arena, zn_num(STOPS), 0);
	if (zn_scale_color(scale, first, &color))
		add_stop(arena, gradient, &cap, 0, color);
	for (size_t i = 0; i < ticks->n; i++) {
		double at = zn_scale_fraction(scale, ticks->items[i]);
		if (at > 0 && at < 1 && zn_scale_color(scale, ticks->items[i], &color))
			add_stop(arena, gradient, &cap, at, color);
	}
	if (zn_scale_color(scale, last, &color))
		add_stop(arena, gradient, &cap, 1, color);
	return gradient;
}

static void set_bar_style(LegendBuild *b, ZnItem *item, ZnValue datum)
{
	ZnGuideValue opacity = zn_legend_encoded(b, b->encode_gradient, "opacity", ZN_LP(b, GRADIENT_OPACITY));
	ZnGuideValue stroke = zn_legend_encoded(b, b->encode_gradient, "stroke", ZN_LP(b, GRADIENT_STROKE_COLOR));
	ZnGuideValue width = zn_legend_encoded(b, b->encode_gradient, "strokeWidth", ZN_LP(b, GRADIENT_STROKE_WIDTH));
	ZnGuideValue fill_opacity = zn_legend_encoded(b, b->encode_gradient, "fillOpacity", NULL);
	item->opacity = zn_guide_num(b->env, &opacity, datum, 1);
	item->fill_opacity = zn_guide_num(b->env, &fill_opacity, datum, 1);
	item->stroke = zn_guide_paint(b->env, zn_guide_eval(b->env, &stroke, datum));
	item->stroke_width = zn_guide_num(b->env, &width, datum, 1);
}

static void add_gradient(LegendBuild *b, ZnMarkList *list, bool vertical, double length, double thickness)
{
	ZnItem *item = zn_mark_list_add(b->env->context->arena, list, ZN_ITEM_RECT, ZN_ROLE_LEGEND_GRADIENT);
	item->width = vertical ? thickness : length;
	item->height = vertical ? length : thickness;
	item->fill = (ZnPaint){.kind = ZN_PAINT_GRADIENT, .gradient = gradient_new(b, vertical)};
	if (!item->fill.gradient->n_stops)
		item->fill = (ZnPaint){.kind = ZN_PAINT_NONE};
	set_bar_style(b, item, zn_undefined());
}

static void add_bands(LegendBuild *b, ZnMarkList *list, bool vertical, double length, double thickness)
{
	for (size_t i = 0; i < b->n_entries; i++) {
		const LegendEntry *entry = &b->entries[i];
		ZnItem *item = zn_mark_list_add(b->env->context->arena, list, ZN_ITEM_RECT, ZN_ROLE_LEGEND_BAND);
		double from = entry->fraction * length, to = entry->fraction2 * length;
		if (vertical) { /* runs upwards */
			double swap = length - from;
			from = length - to;
			to = swap;
		}
		item->x = vertical ? 0 : MIN(from, to);
		item->y = vertical ? MIN(from, to) : 0;
		item->width = vertical ? thickness : fabs(to - from);
		item->height = vertical ? fabs(to - from) : thickness;
		item->fill = zn_guide_paint(b->env, zn_scale_map(b->scale, entry->value));
		set_bar_style(b, item, entry->datum);
	}
}

static void place_label(ZnItem *item, double fraction, bool vertical, double along, double across)
{
	ZnTextLines *lines = zn_guide_text(item);
	if (vertical) {
		item->x = across;
		item->y = along;
		lines->align = ZN_TEXT_LEFT;
		lines->baseline = fraction <= 0 ? ZN_BASELINE_BOTTOM : fraction >= 1 ? ZN_BASELINE_TOP : ZN_BASELINE_MIDDLE;
	} else {
		item->x = along;
		item->y = across;
		lines->align = fraction <= 0 ? ZN_TEXT_LEFT : fraction >= 1 ? ZN_TEXT_RIGHT : ZN_TEXT_CENTER;
		lines->baseline = ZN_BASELINE_TOP;
	}
}

static void add_labels(LegendBuild *b, bool vertical, double length, double thickness)
{
	/* The config's labelLimit and labelOffset are for symbol legends only. */
	const ZnGuideValue *limit = zn_is_nullish(b->own_label_limit) ? ZN_LP(b, GRADIENT_LABEL_LIMIT) : ZN_LP(b, LABEL_LIMIT);
	const ZnGuideValue *offset = zn_is_nullish(b->own_label_offset) ? ZN_LP(b, GRADIENT_LABEL_OFFSET) : ZN_LP(b, LABEL_OFFSET);
	ZnGuideTextLook look = {ZN_LP(b, LABEL_COLOR),
	                        ZN_LP(b, LABEL_OPACITY),
	                        ZN_LP(b, LABEL_FONT),
	                        ZN_LP(b, LABEL_FONT_SIZE),
	                        ZN_LP(b, LABEL_FONT_STYLE),
	                        ZN_LP(b, LABEL_FONT_WEIGHT),
	                        limit,
	                        NULL};
	double across = thickness + zn_guide_num(b->env, offset, zn_undefined(), 0);
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->entries_group);
	list->name = "legend-label";
	for (size_t i = 0; i < b->n_entries; i++) {
		const LegendEntry *entry = &b->entries[i];
		ZnItem *item = zn_guide_add_text(b->env, list, ZN_ROLE_LEGEND_LABEL, entry->label, &look, entry->datum);
		double along = (vertical ? 1 - entry->fraction : entry->fraction) * length;
		place_label(item, entry->fraction, vertical, along, across);
	}
	ZnValue overlap = zn_guide_eval(b->env, ZN_LP(b, LABEL_OVERLAP), zn_undefined());
	if (zn_truthy(overlap))
		zn_labels_hide_overlaps(b->env->context, list, zn_is_string(overlap, "greedy"),
		                        zn_guide_num(b->env, ZN_LP(b, LABEL_SEPARATION), zn_undefined(), 0), NULL, false, NAN);
}

ZnMarkList *zn_legend_add_gradient(LegendBuild *b)
{
	bool vertical = zn_legend_vertical(b);
	double length = zn_legend_gradient_length(b),
	       thickness = MAX(0, zn_guide_num(b->env, ZN_LP(b, GRADIENT_THICKNESS), zn_undefined(), 16));
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->entries_group);
	list->name = "legend-gradient";
	if (b->kind == ZN_LEGEND_DISCRETE)
		add_bands(b, list, vertical, length, thickness);
	else if (b->scale->n_domain)
		add_gradient(b, list, vertical, length, thickness);
	add_labels(b, vertical, length, thickness);
	return list;
}
