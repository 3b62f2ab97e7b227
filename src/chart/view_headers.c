/* Headers of facets: labels and titles of rows and columns, shared axes at the outer cells (Vega-Lite's header assembly). */
#include "chart/encode.h"
#include "chart/guide_comp.h"
#include "chart/guide_props.h"

#include <math.h>
#include <string.h>

ZnValue zn_header_prop(const ZnInst *facet, ZnChannel channel, const char *name)
{
	const ZnChannelDef *def = facet->view->encoding[channel];
	ZnValue config = facet->view->config;
	const char *own = channel == ZN_CH_ROW ? "headerRow" : channel == ZN_CH_COLUMN ? "headerColumn" : "headerFacet";
	ZnValue value = def ? zn_get(def->header, name) : zn_undefined();
	if (def && zn_is_undefined(value) && g_str_has_suffix(name, "Orient"))
		value = zn_get(def->header, "orient"); /* short for both */
	if (zn_is_undefined(value))
		value = zn_get2(config, own, name);
	return zn_is_undefined(value) ? zn_get2(config, "header", name) : value;
}

static const char *header_str(const ZnInst *facet, ZnChannel channel, const char *name)
{
	ZnValue value = zn_header_prop(facet, channel, name);
	return zn_is_str(value) ? value.str : NULL;
}

/* Row or column: where the label or title stands decides, else the channel. */
static bool in_rows(ZnChannel channel, const char *orient)
{
	if (orient && (!strcmp(orient, "top") || !strcmp(orient, "bottom")))
		return false;
	if (orient && (!strcmp(orient, "left") || !strcmp(orient, "right")))
		return true;
	return channel == ZN_CH_ROW;
}

/* Properties of the text: labelX or titleX of the header -> X of the title. */
static const struct { const char *from, *to; } props_map[] = {
	{"Align", "align"}, {"Anchor", "anchor"}, {"Angle", "angle"}, {"Baseline", "baseline"}, {"Color", "color"}, {"Font", "font"},
	{"FontSize", "fontSize"}, {"FontStyle", "fontStyle"}, {"FontWeight", "fontWeight"}, {"Limit", "limit"}, {"LineHeight", "lineHeight"},
	{"Orient", "orient"}, {"Padding", "offset"}};

static void default_align(ZnArena *arena, ZnObject *props, double angle, const char *anchor, bool row)
{
	double a = fmod(fmod(angle, 360) + 360, 360), start = row ? 90 : 0;
	if (anchor && (!strcmp(anchor, "start") || !strcmp(anchor, "end")))
		zn_object_set(arena, props, "align", zn_str(!strcmp(anchor, "start") ? "left" : "right"));
	else if (isnan(angle))
		return;
	else if (fmod(a + start, 180) == 0) {
		if (row)
			zn_object_set(arena, props, "align", zn_str("center"));
	} else {
		bool inside = start < a && a < 180 + start;
		zn_object_set(arena, props, "align", zn_str(inside == row ? "left" : "right")); /* rows at the left are their main side, columns at the top are not */
	}
}

static void default_baseline(ZnArena *arena, ZnObject *props, double a, bool row)
{
	double angle = a;
	if (isnan(angle))
		return;
	const char *baseline;
	if (!row)
		baseline = (45 < a && a < 135) || (225 < a && a < 315) ? "middle" : a <= 45 || 315 <= a ? "bottom" : "top";
	else
		baseline = a <= 45 || 315 <= a || (135 <= a && a <= 225) ? "middle" : 45 <= a && a <= 135 ? "top" : "bottom";
	zn_object_set(arena, props, "baseline", zn_str(baseline));
}

static ZnObject *text_props(ZnInst *facet, ZnChannel channel, const char *kind)
{
	ZnArena *arena = facet->chart->context->arena;
	ZnObject *props = zn_object_new(arena);
	bool row = in_rows(channel, header_str(facet, channel, zn_arena_printf(arena, "%sOrient", kind)));
	ZnValue angle = zn_header_prop(facet, channel, zn_arena_printf(arena, "%sAngle", kind));
	if (channel == ZN_CH_ROW)
		zn_object_set(arena, props, "orient", zn_str("left"));
	bool title = !strcmp(kind, "title"); /* Vega-Lite turns the angle of a title into 0..360, that of a label not */
	default_baseline(arena, props, !zn_is_num(angle) ? NAN : title ? fmod(fmod(angle.num, 360) + 360, 360) : angle.num, row);
	default_align(arena, props, zn_is_num(angle) ? angle.num : NAN, header_str(facet, channel, zn_arena_printf(arena, "%sAnchor", kind)), row);
	for (size_t i = 0; i < G_N_ELEMENTS(props_map); i++) {
		ZnValue value = zn_header_prop(facet, channel, zn_arena_printf(arena, "%s%s", kind, props_map[i].from));
		if (!zn_is_undefined(value))
			zn_object_set(arena, props, props_map[i].to, value);
	}
	return props;
}

/* The text of one header: the value as the text channel would write it, or labelExpr. */
static const char *label_text(ZnInst *facet, ZnChannel channel, ZnValue value)
{
	ZnContext *context = facet->chart->context;
	const ZnChannelDef *def = facet->view->encoding[channel];
	ZnChannelDef *copy = zn_new(context->arena, ZnChannelDef);
	*copy = *def;
	if (zn_is_undefined(copy->format))
		copy->format = zn_header_prop(facet, channel, "format");
	if (zn_is_undefined(copy->format_type))
		copy->format_type = zn_header_prop(facet, channel, "formatType");
	ZnEncode encode;
	zn_encode_init(&encode, facet, facet->raw);
	const char *text;
	if (def->bin == ZN_BIN_BINNING)
		text = zn_to_str(context->arena, value);
	else
		text = zn_text_format_apply(zn_text_format_new(&encode, copy), context, value, zn_undefined());
	if (!text)
		text = zn_to_str(context->arena, value);
	const char *label_expr = header_str(facet, channel, "labelExpr");
	if (!label_expr)
		return text;
	/* Vega-Lite puts the label's expression in for the words "datum.label"; for plain words that is a conditional without brackets, which
	 * binds looser than what stands around it. */
	bool words = def->bin != ZN_BIN_BINNING && zn_is_undefined(copy->format) && (def->type == ZN_NOMINAL || def->type == ZN_ORDINAL) && !def->has_time_unit;
	if (words) {
		g_auto(GStrv) parts = g_strsplit(label_expr, "datum.label", -1);
		g_autofree char *joined = g_strjoinv("isValid(datum.value) ? datum.label : ''+datum.value", parts);
		label_expr = zn_arena_strdup(context->arena, joined);
	}
	ZnExpr *expr = zn_expr_parse(context, zn_inst_place(facet, def->pointer), label_expr, NULL);
	ZnExprEnv env = zn_inst_env(facet);
	ZnObject *datum = zn_object_new(context->arena);
	zn_object_set(context->arena, datum, "label", zn_str(text));
	zn_object_set(context->arena, datum, "value", value);
	env.datum = zn_obj(datum);
	return expr ? zn_to_str(context->arena, zn_expr_eval(expr, &env)) : text;
}

static ZnValue label_props(ZnInst *facet, ZnChannel channel, ZnValue value)
{
	ZnArena *arena = facet->chart->context->arena;
	ZnObject *props = text_props(facet, channel, "label");
	zn_object_set(arena, props, "text", zn_str(label_text(facet, channel, value)));
	zn_object_set(arena, props, "style", zn_str("guide-label"));
	zn_object_set(arena, props, "frame", zn_str("group"));
	return zn_obj(props);
}

static bool labels_shown(ZnInst *facet, ZnChannel channel)
{
	const ZnChannelDef *def = facet->view->encoding[channel];
	if (!def || zn_is_null(def->header))
		return false;
	ZnValue labels = zn_header_prop(facet, channel, "labels");
	return zn_is_undefined(labels) || zn_truthy(labels);
}

static const char *inner_title(const ZnChart *chart, const ZnChannelDef *def, ZnValue config)
{
	return zn_is_undefined(def->title) ? zn_default_title(chart, def, config) : zn_to_str(chart->context->arena, def->title);
}

static void add_title(ZnInst *facet, ZnChannel channel)
{
	ZnArena *arena = facet->chart->context->arena;
	const ZnChannelDef *def = facet->view->encoding[channel];
	if (!def || zn_is_null(def->header))
		return;
	ZnValue config = zn_header_prop(facet, channel, "title"), title = def->title;
	if (zn_is_undefined(title))
		title = zn_is_undefined(config) || zn_truthy(config) ? zn_str(zn_default_title(facet->chart, def, facet->view->config)) : zn_undefined();
	title = zn_inst_value(facet, title, def->pointer);
	if (!zn_truthy(title) || (facet->parent && facet->parent->view->kind == ZN_VIEW_FACET && facet->parent->view->encoding[channel]))
		return; /* a facet outside says it too: "Origin / Cylinders" */
	for (const ZnView *inner = facet->view->children[0]; inner->kind == ZN_VIEW_FACET && inner->encoding[channel]; inner = inner->children[0])
		title = zn_strf(arena, "%s / %s", zn_to_str(arena, title), inner_title(facet->chart, inner->encoding[channel], inner->config));
	ZnObject *props = text_props(facet, channel, "title");
	zn_object_set(arena, props, "text", zn_translate_value(facet->chart, title));
	zn_object_set(arena, props, "style", zn_str("guide-title"));
	bool row = in_rows(channel, header_str(facet, channel, "titleOrient"));
	ZnExprEnv expr;
	ZnGuideEnv env = zn_guide_env(facet, &expr);
	zn_group_add_group(arena, facet->group, zn_header_new(&env, row ? ZN_GROUP_ROW_TITLE : ZN_GROUP_COLUMN_TITLE, zn_obj(props), 0, 0));
}

/* The axes that the cells share, for one header or footer. */
static void add_axes(ZnInst *facet, ZnGroup *header, bool footer, ZnChannel channel, ZnInst *plot, bool first)
{
	ZnArena *arena = facet->chart->context->arena;
	ZnComp **comps;
	if (!plot || !zn_facet_shares_axis(facet, channel))
		return;
	size_t n = zn_axis_comps(plot, channel, &comps);
	for (size_t i = 0; i < n; i++) {
		const char *orient = zn_get_str(zn_obj(comps[i]->values), "orient", "bottom");
		bool at_foot = strcmp(orient, "top") && strcmp(orient, "left");
		if (comps[i]->disabled || at_foot != footer)
			continue;
		ZnGroup *axis = zn_axis_group(plot, comps[i], false, channel == ZN_CH_X ? plot->width : 0, channel == ZN_CH_Y ? plot->height : 0);
		if (!axis)
			continue;
		ZnAxisGuide *guide = axis->guide;
		if (!first && guide->title_flush && guide->title) /* a unit at the upper left is said once */
			guide->title->n = 0;
		zn_axis_title_above(plot, axis);
		zn_group_add_axis(arena, header, axis);
	}
}

static bool has_axes(ZnInst *facet, bool footer, ZnChannel channel, ZnInst *plot)
{
	ZnComp **comps;
	if (!plot || !zn_facet_shares_axis(facet, channel))
		return false;
	size_t n = zn_axis_comps(plot, channel, &comps);
	for (size_t i = 0; i < n; i++) {
		const char *orient = zn_get_str(zn_obj(comps[i]->values), "orient", "bottom");
		if (!comps[i]->disabled && (strcmp(orient, "top") && strcmp(orient, "left")) == footer)
			return true;
	}
	return false;
}

/* Headers (or footers) of the rows or the columns: one a value, with its label and its axes. */
static void add_headers(ZnInst *facet, ZnChannel channel, bool footer)
{
	ZnArena *arena = facet->chart->context->arena;
	bool row = channel == ZN_CH_ROW;
	ZnInst *plot = facet->n_children && zn_inst_is_plot_root(facet->children[0]) ? facet->children[0] : NULL;
	const char *orient = facet->view->encoding[channel] ? header_str(facet, channel, "labelOrient") : NULL;
	bool labels_at_foot = orient && (!strcmp(orient, "bottom") || !strcmp(orient, "right"));
	bool labels = labels_shown(facet, channel) && labels_at_foot == footer && in_rows(channel, orient) == row;
	ZnChannel axis_channel = row ? ZN_CH_Y : ZN_CH_X;
	bool axes = has_axes(facet, footer, axis_channel, plot);
	if (!labels && !axes)
		return;
	const ZnValue *values = row ? facet->row_values : facet->column_values;
	bool wrapped = facet->view->encoding[ZN_CH_FACET] != NULL;
	size_t n = row ? facet->n_rows : facet->n_columns;
	if (wrapped) {
		size_t columns = facet->group->layout->columns > 0 ? (size_t)facet->group->layout->columns : facet->n_children;
		n = row ? (facet->n_children + columns - 1) / MAX(columns, 1) : MIN(columns, facet->n_children);
	}
	for (size_t i = 0; i < n; i++) {
		ZnGroupKind kind = row ? (footer ? ZN_GROUP_ROW_FOOTER : ZN_GROUP_ROW_HEADER) : (footer ? ZN_GROUP_COLUMN_FOOTER : ZN_GROUP_COLUMN_HEADER);
		ZnExprEnv expr;
		ZnGuideEnv env = zn_guide_env(facet, &expr);
		ZnInst *of = plot; /* a cell of this row or column, for its size */
		for (size_t c = 0; c < facet->n_children && plot; c++)
			if ((row ? facet->children[c]->cell_row : facet->children[c]->cell_column) == i) {
				of = facet->children[c];
				break;
			}
		ZnValue props = labels && values && !wrapped ? label_props(facet, channel, values[i]) : zn_undefined();
		ZnGroup *header = zn_header_new(&env, kind, props, row || !of ? 0 : of->width, row && of ? of->height : 0);
		if (axes)
			add_axes(facet, header, footer, axis_channel, of, i == 0);
		zn_group_add_group(arena, facet->group, header);
	}
}

/* The channel whose values are the titles of the cells: a wrapped facet's always; that of rows or columns whose labels stand across. */
static ZnChannel cell_label_channel(ZnInst *facet)
{
	if (facet->view->encoding[ZN_CH_FACET])
		return ZN_CH_FACET;
	for (const ZnChannel *c = (const ZnChannel[]){ZN_CH_ROW, ZN_CH_COLUMN, ZN_CH_NONE}; *c != ZN_CH_NONE; c++) {
		const char *orient = facet->view->encoding[*c] ? header_str(facet, *c, "labelOrient") : NULL;
		if (orient && in_rows(*c, orient) != (*c == ZN_CH_ROW))
			return *c;
	}
	return ZN_CH_NONE;
}

static void label_cells(ZnInst *facet)
{
	ZnChannel channel = cell_label_channel(facet);
	for (size_t i = 0; channel != ZN_CH_NONE && i < facet->n_children; i++) {
		ZnInst *cell = facet->children[i];
		ZnExprEnv expr;
		ZnGuideEnv env = zn_guide_env(facet, &expr);
		if (cell->group)
			cell->group->title = zn_title_new(&env, label_props(facet, channel, cell->cell_value[channel == ZN_CH_ROW ? 0 : 1]), cell->width, cell->height, 0);
	}
}

void zn_view_headers(ZnInst *facet)
{
	add_title(facet, ZN_CH_ROW);
	add_title(facet, ZN_CH_COLUMN);
	add_title(facet, ZN_CH_FACET);
	for (int footer = 0; footer < 2; footer++) {
		add_headers(facet, ZN_CH_ROW, footer);
		add_headers(facet, ZN_CH_COLUMN, footer);
	}
	label_cells(facet);
}
