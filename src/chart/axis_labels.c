/* Labels of axes: text, place, flush ends, overlap removal. */
#include "chart/axis.h"

#include <math.h>

#define MAX_LINES 4 /* of a label: more would take the plot its height */

typedef enum { FLUSH_START, FLUSH_END, FLUSH_NOT } Flush;

/* Whether a position is within the threshold of an end of the range (vega-util flush). */
static Flush flush_at(const double range[2], double value, double threshold)
{
	double lo = MIN(range[0], range[1]), hi = MAX(range[0], range[1]);
	double left = fabs(value - lo), right = fabs(hi - value);
	return left < right && left <= threshold ? FLUSH_START : right <= threshold ? FLUSH_END : FLUSH_NOT;
}

/* The threshold of labelFlush in px, NaN = off. */
static double flush_threshold(AxisBuild *b)
{
	ZnValue flush = zn_guide_eval(b->env, &b->p[ZN_AP_LABEL_FLUSH], zn_undefined());
	bool on = (zn_is_num(flush) && flush.num == 0) || zn_truthy(flush);
	return on ? zn_to_num(flush) : NAN;
}

static void place_label(AxisBuild *b, ZnItem *item, const AxisTick *tick, double threshold, double across)
{
	static const ZnTextAlign aligns[] = {[FLUSH_START] = ZN_TEXT_LEFT, [FLUSH_END] = ZN_TEXT_RIGHT, [FLUSH_NOT] = ZN_TEXT_CENTER};
	static const ZnBaseline baselines[] = {
	    [FLUSH_START] = ZN_BASELINE_TOP, [FLUSH_END] = ZN_BASELINE_BOTTOM, [FLUSH_NOT] = ZN_BASELINE_MIDDLE};
	ZnTextLines *lines = zn_guide_text(item);
	Flush flush = isnan(threshold) || tick->nowhere ? FLUSH_NOT : flush_at(b->range, tick->at, threshold);
	double along = 0; /* the extra tick's empty label, which counts for the layout */
	if (!tick->extra && isnan(b->label_band))
		along = tick->at + b->bandwidth * 0.5 + b->tick_offset + zn_guide_num(b->env, &b->p[ZN_AP_LABEL_OFFSET], tick->datum, 0);
	else if (!tick->extra)
		along = tick->at + b->bandwidth * b->label_band;
	item->x = b->horizontal ? along : across;
	item->y = b->horizontal ? across : along;
	lines->align = b->horizontal ? aligns[flush] : b->orient == ZN_ORIENT_RIGHT ? ZN_TEXT_LEFT : ZN_TEXT_RIGHT;
	lines->baseline = !b->horizontal ? baselines[flush] : b->orient == ZN_ORIENT_TOP ? ZN_BASELINE_BOTTOM : ZN_BASELINE_TOP;
	const ZnGuideValue *align = &b->p[ZN_AP_LABEL_ALIGN], *baseline = &b->p[ZN_AP_LABEL_BASELINE];
	bool aligned = align->n_rules || !zn_is_nullish(align->value), based = baseline->n_rules || !zn_is_nullish(baseline->value);
	/* An expression that gives null leaves the mark's own default. */
	if (aligned && !zn_guide_align(zn_guide_str(b->env, align, tick->datum, NULL), &lines->align))
		lines->align = ZN_TEXT_LEFT;
	if (based && !zn_guide_baseline(zn_guide_str(b->env, baseline, tick->datum, NULL), &lines->baseline))
		lines->baseline = ZN_BASELINE_ALPHABETIC;
	lines->angle = zn_guide_num(b->env, &b->p[ZN_AP_LABEL_ANGLE], tick->datum, 0);
	double shift = zn_guide_num(b->env, &b->p[ZN_AP_LABEL_FLUSH_OFFSET], zn_undefined(), 0);
	if (flush == FLUSH_NOT || shift == 0)
		return;
	if (flush == FLUSH_START)
		shift = -shift;
	if (b->horizontal && !aligned)
		zn_guide_shift_text(item, shift, 0);
	else if (!b->horizontal && !based)
		zn_guide_shift_text(item, 0, shift);
}

static void remove_overlaps(AxisBuild *b, ZnMarkList *list)
{
	ZnValue method = zn_guide_eval(b->env, &b->p[ZN_AP_LABEL_OVERLAP], zn_undefined());
	ZnValue bound = zn_guide_eval(b->env, &b->p[ZN_AP_LABEL_BOUND], zn_undefined());
	if (!zn_truthy(method))
		return;
	double separation = zn_guide_num(b->env, &b->p[ZN_AP_LABEL_SEPARATION], zn_undefined(), 0);
	zn_labels_hide_overlaps(b->env->context, list, zn_is_string(method, "greedy"), separation, b->range, b->horizontal,
	                        zn_truthy(bound) ? zn_to_num(bound) : NAN);
}

/* The least distance of two neighbouring labels; 0 = there is one label, or labels are not to be broken into lines. */
static double room_for_labels(AxisBuild *b)
{
	if (!b->horizontal || !zn_scale_type_discrete(b->scale->type) || !zn_truthy(zn_get(zn_get2(b->env->config, "usermeta", "zhinu"), "labelWrap")))
		return 0;
	double room = 0;
	for (size_t i = 1; i < b->n_ticks; i++) {
		double step = fabs(b->ticks[i].at - b->ticks[i - 1].at);
		if (!b->ticks[i].extra && step > 0 && (room == 0 || step < room))
			room = step;
	}
	return room - zn_guide_num(b->env, &b->p[ZN_AP_LABEL_SEPARATION], zn_undefined(), 0);
}

/* A label that is wider than its place is broken into lines: words are never left out for want of room as years may be. */
static void break_label(AxisBuild *b, ZnItem *item, ZnValue text, double room)
{
	const ZnTextLines *old = item->text;
	ZnContext *context = b->env->context;
	if (room < old->font.size || old->angle != 0 || old->n != 1 || !zn_is_str(text) || zn_text_width(context, &old->font, text.str) <= room)
		return;
	size_t n;
	char **parts = zn_text_wrap(context, &old->font, text.str, room, &n);
	if (n > MAX_LINES)
		return;
	ZnArray *lines = zn_array_new(context->arena, n);
	for (size_t i = 0; i < n; i++)
		zn_array_push(context->arena, lines, zn_str(parts[i]));
	ZnTextLines *broken = zn_text_lines_new(context, zn_arr(lines), &old->font, old->limit, "…");
	broken->line_height = old->line_height;
	broken->align = old->align;
	broken->baseline = old->baseline;
	item->text = broken;
	if (b->orient == ZN_ORIENT_TOP) /* the last line stands at the axis */
		item->y -= zn_text_extra_height(broken);
}

ZnMarkList *zn_axis_add_labels(AxisBuild *b, bool ticks)
{
	ZnGuideTextLook look = {&b->p[ZN_AP_LABEL_COLOR],     &b->p[ZN_AP_LABEL_OPACITY],    &b->p[ZN_AP_LABEL_FONT],
	                        &b->p[ZN_AP_LABEL_FONT_SIZE], &b->p[ZN_AP_LABEL_FONT_STYLE], &b->p[ZN_AP_LABEL_FONT_WEIGHT],
	                        &b->p[ZN_AP_LABEL_LIMIT],     &b->p[ZN_AP_LABEL_LINE_HEIGHT]};
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->group);
	list->name = "axis-label";
	double threshold = flush_threshold(b), room = room_for_labels(b);
	/* labelExpr is an expression as it stands, or {"expr": ...} */
	ZnGuideValue label = b->p[ZN_AP_LABEL_EXPR];
	bool has_expr = !zn_is_nullish(label.value);
	if (!label.n_rules && zn_is_str(label.value)) {
		ZnObject *wrapped = zn_object_new(b->env->context->arena);
		zn_object_set(b->env->context->arena, wrapped, "expr", label.value);
		label = zn_guide_value(b->env, zn_obj(wrapped));
	}
	for (size_t i = 0; i < b->n_ticks; i++) {
		const AxisTick *tick = &b->ticks[i];
		ZnValue text = has_expr && !tick->extra ? zn_guide_eval(b->env, &label, tick->datum) : zn_get(tick->datum, "label");
		double size = ticks ? zn_guide_num(b->env, &b->p[ZN_AP_TICK_SIZE], tick->datum, 0) : 0;
		double across = b->sign * (size + zn_guide_num(b->env, &b->p[ZN_AP_LABEL_PADDING], tick->datum, 0));
		ZnItem *item = zn_guide_add_text(b->env, list, ZN_ROLE_AXIS_LABEL, text, &look, tick->datum);
		place_label(b, item, tick, threshold, across);
		break_label(b, item, text, room);
	}
	remove_overlaps(b, list);
	return list;
}
