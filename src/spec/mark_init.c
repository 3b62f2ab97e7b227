/* What a mark definition leaves open: orientation, fill, opacity (Vega-Lite's initMarkdef). */
#include "spec/view.h"

#include <string.h>

static bool is(const ZnView *view, const char *mark)
{
	return !strcmp(view->mark.type, mark);
}

bool zn_path_mark(const char *mark)
{
	return !strcmp(mark, "line") || !strcmp(mark, "area") || !strcmp(mark, "trail");
}

bool zn_rect_based_mark(const char *mark)
{
	return !strcmp(mark, "rect") || !strcmp(mark, "bar") || !strcmp(mark, "image") || !strcmp(mark, "arc") || !strcmp(mark, "tick");
}

static bool numeric_datum(const ZnChannelDef *def)
{
	return def && def->is_datum && zn_is_num(def->datum);
}

static bool measure(const ZnChannelDef *def) /* unbinned quantitative field or a number */
{
	return def && ((def->is_field && def->type == ZN_QUANTITATIVE && def->bin == ZN_BIN_NONE) || numeric_datum(def));
}

static bool binned(const ZnChannelDef *def)
{
	return def && def->is_field && def->bin == ZN_BIN_BINNED;
}

static bool temporal(const ZnChannelDef *def)
{
	return def && def->is_field && def->type == ZN_TEMPORAL;
}

static bool continuous_measure(const ZnChannelDef *def)
{
	return def && ((def->is_field && def->type == ZN_QUANTITATIVE && def->bin != ZN_BIN_BINNING) || numeric_datum(def));
}

static const char *line_orient(const ZnView *view, const char *specified)
{
	const ZnChannelDef *x = view->encoding[ZN_CH_X], *y = view->encoding[ZN_CH_Y];
	bool tick = is(view, "tick");
	if (specified)
		return specified;
	if (measure(x) && !measure(y))
		return tick ? "vertical" : "horizontal";
	if (!measure(x) && measure(y))
		return tick ? "horizontal" : "vertical";
	if (measure(x) && measure(y))
		return "vertical";
	if (temporal(x) && !temporal(y))
		return "vertical";
	if (!temporal(x) && temporal(y))
		return "horizontal";
	return NULL;
}

static const char *area_orient(const ZnView *view, const char *specified)
{
	const ZnChannelDef *x = view->encoding[ZN_CH_X], *y = view->encoding[ZN_CH_Y];
	const ZnChannelDef *x2 = view->encoding[ZN_CH_X2], *y2 = view->encoding[ZN_CH_Y2];
	if (!y && measure(view->encoding[ZN_CH_YOFFSET]))
		return specified ? specified : "vertical";
	if (!x && measure(view->encoding[ZN_CH_XOFFSET]))
		return specified ? specified : "horizontal";
	if (y2)
		return binned(y) ? "horizontal" : "vertical";
	if (x2)
		return binned(x) ? "vertical" : "horizontal";
	if (is(view, "rule")) {
		if (x && !y)
			return "vertical";
		if (y && !x)
			return "horizontal";
	}
	return line_orient(view, specified);
}

static const char *rule_orient(const ZnView *view, const char *specified)
{
	if (view->encoding[ZN_CH_X2] && !binned(view->encoding[ZN_CH_X]) && view->encoding[ZN_CH_Y2] && !binned(view->encoding[ZN_CH_Y]))
		return NULL;
	return area_orient(view, specified);
}

static const char *bar_orient(const ZnView *view, const char *specified)
{
	const ZnChannelDef *x = view->encoding[ZN_CH_X], *y = view->encoding[ZN_CH_Y];
	const ZnChannelDef *x2 = view->encoding[ZN_CH_X2], *y2 = view->encoding[ZN_CH_Y2];
	if (!y && measure(view->encoding[ZN_CH_YOFFSET]))
		return specified ? specified : "vertical";
	if (!x && measure(view->encoding[ZN_CH_XOFFSET]))
		return specified ? specified : "horizontal";
	bool fx = x && x->is_field, fy = y && y->is_field;
	if (fx && (binned(x) || (fy && y->aggregate && !x->aggregate)))
		return "vertical";
	if (fy && (binned(y) || (fx && x->aggregate && !y->aggregate)))
		return "horizontal";
	if (x2 || y2) {
		if (specified)
			return specified;
		if (!x2)
			return continuous_measure(x) && binned(y) ? "horizontal" : "vertical";
		if (!y2)
			return continuous_measure(y) && binned(x) ? "vertical" : "horizontal";
	}
	return rule_orient(view, specified);
}

static const char *orient(const ZnView *view, const char *specified)
{
	static const struct { const char *mark; const char *(*rule)(const ZnView *, const char *); } rules[] = {
		{"text", bar_orient}, {"bar", bar_orient}, {"rule", rule_orient}, {"area", area_orient}, {"line", line_orient}, {"tick", line_orient}};
	for (const char *const *none = (const char *const[]){"point", "circle", "square", "rect", "image", NULL}; *none; none++)
		if (is(view, *none))
			return NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
		if (is(view, rules[i].mark))
			return rules[i].rule(view, specified);
	return "vertical";
}

bool zn_ranged_offset(const ZnView *view, ZnChannel channel)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	if (info->offset == ZN_CH_NONE || !(is(view, "bar") || is(view, "area")) || zn_view_channel(view, info->secondary))
		return false;
	const ZnChannelDef *main = zn_channel_def_data(view->encoding[channel]);
	return measure(zn_channel_def_data(view->encoding[info->offset])) && (!main || zn_channel_def_discrete(main));
}

static bool aggregated(const ZnView *view)
{
	for (int i = 0; i < ZN_N_CHANNELS; i++)
		for (const ZnChannelDef *def = view->encoding[i]; def; def = def->next)
			if (zn_channel_def_data(def) && zn_channel_def_data(def)->aggregate)
				return true;
	return false;
}

void zn_mark_init(ZnContext *context, ZnView *view)
{
	ZnValue specified = zn_mark_prop(view, "orient", NULL);
	view->mark.orient = orient(view, zn_is_str(specified) ? specified.str : NULL);
	ZnValue filled = zn_mark_prop(view, "filled", NULL);
	bool lines = is(view, "point") || is(view, "line") || is(view, "rule");
	if (zn_has(view->data, "graticule") && !zn_is_bool(zn_get(view->mark.raw, "filled")))
		filled = zn_bool(false); /* whatever the config says */
	view->mark.filled = zn_is_bool(filled) ? filled.b : !lines;
	if (zn_is_undefined(zn_mark_prop(view, "opacity", NULL)) && zn_is_undefined(zn_mark_prop(view, "fillOpacity", NULL)) &&
		(is(view, "point") || is(view, "tick") || is(view, "circle") || is(view, "square")) && !aggregated(view))
		zn_object_set(context->arena, view->mark.raw.obj, "opacity", zn_num(0.7));
}
