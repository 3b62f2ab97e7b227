/* Axes (vega-parser's axis guides, vega-encode's AxisTicks). */
#include "chart/axis.h"

#include <math.h>

/* Vega's own defaults: config.js. Titles and labels take colours and fonts from their style blocks. */
static const ZnGuideProp table[ZN_N_AP] = {
    [ZN_AP_ORIENT] = {"orient", ZN_PROP_STR("bottom"), NULL},
    [ZN_AP_GRID] = {"grid", ZN_PROP_BOOL(false), NULL},
    [ZN_AP_TICKS] = {"ticks", ZN_PROP_BOOL(true), NULL},
    [ZN_AP_LABELS] = {"labels", ZN_PROP_BOOL(true), NULL},
    [ZN_AP_DOMAIN] = {"domain", ZN_PROP_BOOL(true), NULL},
    [ZN_AP_TRANSLATE] = {"translate", ZN_PROP_NUM(0.5), NULL},
    [ZN_AP_OFFSET] = {"offset", ZN_PROP_NUM(0), NULL},
    [ZN_AP_POSITION] = {"position", ZN_PROP_NUM(0), NULL},
    [ZN_AP_MIN_EXTENT] = {"minExtent", ZN_PROP_NUM(0), NULL},
    [ZN_AP_MAX_EXTENT] = {"maxExtent", ZN_PROP_NUM(200), NULL},
    [ZN_AP_ZINDEX] = {"zindex", ZN_PROP_NUM(0), NULL},
    [ZN_AP_BAND_POSITION] = {"bandPosition", ZN_PROP_NUM(0.5), NULL},
    [ZN_AP_TICK_BAND] = {"tickBand", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_EXTRA] = {"tickExtra", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_OFFSET] = {"tickOffset", ZN_PROP_NUM(0), NULL},
    [ZN_AP_TICK_ROUND] = {"tickRound", ZN_PROP_BOOL(true), NULL},
    [ZN_AP_TICK_SIZE] = {"tickSize", ZN_PROP_NUM(5), NULL},
    [ZN_AP_TICK_COLOR] = {"tickColor", ZN_PROP_STR("#888"), NULL},
    [ZN_AP_TICK_WIDTH] = {"tickWidth", ZN_PROP_NUM(1), NULL},
    [ZN_AP_TICK_OPACITY] = {"tickOpacity", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_DASH] = {"tickDash", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_DASH_OFFSET] = {"tickDashOffset", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_CAP] = {"tickCap", ZN_PROP_NONE, NULL},
    [ZN_AP_GRID_COLOR] = {"gridColor", ZN_PROP_STR("#ddd"), NULL},
    [ZN_AP_GRID_WIDTH] = {"gridWidth", ZN_PROP_NUM(1), NULL},
    [ZN_AP_GRID_OPACITY] = {"gridOpacity", ZN_PROP_NONE, NULL},
    [ZN_AP_GRID_DASH] = {"gridDash", ZN_PROP_NONE, NULL},
    [ZN_AP_GRID_DASH_OFFSET] = {"gridDashOffset", ZN_PROP_NONE, NULL},
    [ZN_AP_GRID_CAP] = {"gridCap", ZN_PROP_NONE, NULL},
    [ZN_AP_DOMAIN_COLOR] = {"domainColor", ZN_PROP_STR("#888"), NULL},
    [ZN_AP_DOMAIN_WIDTH] = {"domainWidth", ZN_PROP_NUM(1), NULL},
    [ZN_AP_DOMAIN_OPACITY] = {"domainOpacity", ZN_PROP_NONE, NULL},
    [ZN_AP_DOMAIN_DASH] = {"domainDash", ZN_PROP_NONE, NULL},
    [ZN_AP_DOMAIN_DASH_OFFSET] = {"domainDashOffset", ZN_PROP_NONE, NULL},
    [ZN_AP_DOMAIN_CAP] = {"domainCap", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_ALIGN] = {"labelAlign", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_ANGLE] = {"labelAngle", ZN_PROP_NUM(0), NULL},
    [ZN_AP_LABEL_BAND] = {"labelBand", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_BASELINE] = {"labelBaseline", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_BOUND] = {"labelBound", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_COLOR] = {"labelColor", ZN_PROP_NONE, "fill"},
    [ZN_AP_LABEL_EXPR] = {"labelExpr", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_FLUSH] = {"labelFlush", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_FLUSH_OFFSET] = {"labelFlushOffset", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_FONT] = {"labelFont", ZN_PROP_NONE, "font"},
    [ZN_AP_LABEL_FONT_SIZE] = {"labelFontSize", ZN_PROP_NONE, "fontSize"},
    [ZN_AP_LABEL_FONT_STYLE] = {"labelFontStyle", ZN_PROP_NONE, "fontStyle"},
    [ZN_AP_LABEL_FONT_WEIGHT] = {"labelFontWeight", ZN_PROP_NONE, "fontWeight"},
    [ZN_AP_LABEL_LIMIT] = {"labelLimit", ZN_PROP_NUM(180), NULL},
    [ZN_AP_LABEL_LINE_HEIGHT] = {"labelLineHeight", ZN_PROP_NONE, "lineHeight"},
    [ZN_AP_LABEL_OFFSET] = {"labelOffset", ZN_PROP_NUM(0), NULL},
    [ZN_AP_LABEL_OPACITY] = {"labelOpacity", ZN_PROP_NONE, "fillOpacity"},
    [ZN_AP_LABEL_OVERLAP] = {"labelOverlap", ZN_PROP_NONE, NULL},
    [ZN_AP_LABEL_PADDING] = {"labelPadding", ZN_PROP_NUM(2), NULL},
    [ZN_AP_LABEL_SEPARATION] = {"labelSeparation", ZN_PROP_NONE, NULL},
    [ZN_AP_VALUES] = {"values", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_COUNT] = {"tickCount", ZN_PROP_NONE, NULL},
    [ZN_AP_TICK_MIN_STEP] = {"tickMinStep", ZN_PROP_NONE, NULL},
    [ZN_AP_FORMAT] = {"format", ZN_PROP_NONE, NULL},
    [ZN_AP_FORMAT_TYPE] = {"formatType", ZN_PROP_NONE, NULL},
};

static const ZnGuideProp title_table[ZN_N_ATP] = {
    [ZN_ATP_TITLE] = {"title", ZN_PROP_NONE, NULL},
    [ZN_ATP_ALIGN] = {"titleAlign", ZN_PROP_NONE, NULL},
    [ZN_ATP_ANCHOR] = {"titleAnchor", ZN_PROP_NONE, NULL},
    [ZN_ATP_ANGLE] = {"titleAngle", ZN_PROP_NONE, NULL},
    [ZN_ATP_BASELINE] = {"titleBaseline", ZN_PROP_NONE, NULL},
    [ZN_ATP_COLOR] = {"titleColor", ZN_PROP_NONE, "fill"},
    [ZN_ATP_FONT] = {"titleFont", ZN_PROP_NONE, "font"},
    [ZN_ATP_FONT_SIZE] = {"titleFontSize", ZN_PROP_NONE, "fontSize"},
    [ZN_ATP_FONT_STYLE] = {"titleFontStyle", ZN_PROP_NONE, "fontStyle"},
    [ZN_ATP_FONT_WEIGHT] = {"titleFontWeight", ZN_PROP_NONE, "fontWeight"},
    [ZN_ATP_LIMIT] = {"titleLimit", ZN_PROP_NONE, "limit"},
    [ZN_ATP_LINE_HEIGHT] = {"titleLineHeight", ZN_PROP_NONE, "lineHeight"},
    [ZN_ATP_OPACITY] = {"titleOpacity", ZN_PROP_NONE, "fillOpacity"},
    [ZN_ATP_PADDING] = {"titlePadding", ZN_PROP_NUM(4), NULL},
    [ZN_ATP_X] = {"titleX", ZN_PROP_NONE, NULL},
    [ZN_ATP_Y] = {"titleY", ZN_PROP_NONE, NULL},
};

/* --- ticks --- */

/* {"tickBand": "extent"}: ticks at the bands' edges, one more at the start. */
static void tick_band(AxisBuild *b)
{
	const char *band = zn_guide_str(b->env, &b->p[ZN_AP_TICK_BAND], zn_undefined(), NULL);
	b->band = zn_guide_num(b->env, &b->p[ZN_AP_BAND_POSITION], zn_undefined(), 0);
	b->extra = zn_guide_bool(b->env, &b->p[ZN_AP_TICK_EXTRA], zn_undefined());
	b->tick_offset = zn_guide_num(b->env, &b->p[ZN_AP_TICK_OFFSET], zn_undefined(), 0);
	b->label_band = zn_guide_num(b->env, &b->p[ZN_AP_LABEL_BAND], zn_undefined(), NAN);
	if (!band)
		return;
	bool extent = g_str_equal(band, "extent");
	b->band = extent ? 1 : 0.5;
	b->extra = extent;
	if (extent)
		b->tick_offset = 0;
}

static ZnValue tick_datum(ZnArena *arena, ZnValue value, ZnValue label, double index)
{
	ZnObject *datum = zn_object_new(arena);
	zn_object_set(arena, datum, "value", value);
	zn_object_set(arena, datum, "label", label);
	zn_object_set(arena, datum, "index", zn_num(index));
	return zn_obj(datum);
}

static void find_ticks(AxisBuild *b)
{
	ZnContext *context = b->env->context;
	ZnArray *given = zn_guide_list(b->env, &b->p[ZN_AP_VALUES]);
	ZnValue count = zn_guide_eval(b->env, &b->p[ZN_AP_TICK_COUNT], zn_undefined());
	double min_step = zn_guide_num(b->env, &b->p[ZN_AP_TICK_MIN_STEP], zn_undefined(), 0);
	if (zn_is_nullish(count))
		count = zn_num(given ? (double)given->n : 10);
	ZnValue tally = zn_scale_tick_count(b->scale, count, min_step);
	const ZnArray *values =
	    given ? zn_scale_valid_ticks(b->scale, context->arena, given, tally) : zn_scale_ticks(b->scale, context->arena, count, min_step);
	const ZnTickFormat *format = zn_scale_tick_format(b->scale, context, tally, zn_guide_eval(b->env, &b->p[ZN_AP_FORMAT], zn_undefined()),
	                                                  zn_guide_str(b->env, &b->p[ZN_AP_FORMAT_TYPE], zn_undefined(), NULL), given != NULL);
	b->n_ticks = values->n;
	b->ticks = zn_new_n(context->arena, AxisTick, values->n + 1);
	for (size_t i = 0; i < values->n; i++) {
		AxisTick *tick = &b->ticks[i];
		tick->value = values->items[i];
		const char *label = format ? zn_tick_format_apply(format, context->arena, tick->value) : "";
		if (b->env->translate && zn_is_str(tick->value))
			label = b->env->translate(b->env->user, label);
		tick->datum = tick_datum(context->arena, tick->value, zn_str(label), (double)i / (double)MAX(values->n - 1, 1));
		tick->at = zn_scale_num(b->scale, tick->value);
		tick->nowhere = isnan(tick->at);
		tick->at = tick->nowhere ? 0 : tick->at;
	}
	if (b->extra && values->n) { /* pegged to the start of the first band; has no label */
		b->ticks[b->n_ticks++] = (AxisTick){.value = zn_undefined(),
		                                    .extra = true,
		                                    .at = b->ticks[0].at,
		                                    .datum = tick_datum(context->arena, zn_undefined(), zn_str(""), -1)};
	}
}

static double tick_position(const AxisBuild *b, const AxisTick *tick)
{
	double at = tick->at + (tick->extra ? 0 : b->bandwidth * b->band) + b->tick_offset;
	return b->round ? floor(at + 0.5) : at;
}

/* A rule from (along, from) to (along, to), where along runs in the axis's direction. */
static ZnItem *add_rule(AxisBuild *b, ZnMarkList *list, ZnRole role, double along, double from, double to)
{
	ZnItem *item = zn_mark_list_add(b->env->context->arena, list, ZN_ITEM_RULE, role);
	item->x = b->horizontal ? along : from;
	item->x2 = b->horizontal ? along : to;
	item->y = b->horizontal ? from : along;
	item->y2 = b->horizontal ? to : along;
	return item;
}

static ZnMarkList *add_ticks(AxisBuild *b)
{
	ZnGuideStroke stroke = {&b->p[ZN_AP_TICK_COLOR], &b->p[ZN_AP_TICK_WIDTH],       &b->p[ZN_AP_TICK_OPACITY],
	                        &b->p[ZN_AP_TICK_DASH],  &b->p[ZN_AP_TICK_DASH_OFFSET], &b->p[ZN_AP_TICK_CAP]};
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->group);
	list->name = "axis-tick";
	for (size_t i = 0; i < b->n_ticks; i++) {
		const AxisTick *tick = &b->ticks[i];
		double size = zn_guide_num(b->env, &b->p[ZN_AP_TICK_SIZE], tick->datum, 0) * b->sign;
		zn_guide_set_stroke(b->env, add_rule(b, list, ZN_ROLE_AXIS_TICK, tick_position(b, tick), 0, size), &stroke, tick->datum);
	}
	return list;
}

static void add_grid(AxisBuild *b, const ZnScale *grid_scale, double width, double height)
{
	ZnGuideStroke stroke = {&b->p[ZN_AP_GRID_COLOR], &b->p[ZN_AP_GRID_WIDTH],       &b->p[ZN_AP_GRID_OPACITY],
	                        &b->p[ZN_AP_GRID_DASH],  &b->p[ZN_AP_GRID_DASH_OFFSET], &b->p[ZN_AP_GRID_CAP]};
	double sign = -b->sign, offset = b->own_offset ? sign * zn_guide_num(b->env, &b->p[ZN_AP_OFFSET], zn_undefined(), 0) : 0;
	double from = 0, to = b->horizontal ? height : width;
	if (grid_scale && grid_scale->n_range >= 2) {
		from = zn_to_num(grid_scale->range[0]);
		to = zn_to_num(grid_scale->range[grid_scale->n_range - 1]);
	}
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->group);
	list->name = "axis-grid";
	for (size_t i = 0; i < b->n_ticks; i++) {
		const AxisTick *tick = &b->ticks[i];
		ZnItem *item = add_rule(b, list, ZN_ROLE_AXIS_GRID, tick_position(b, tick), from * sign + offset, to * sign + offset);
		zn_guide_set_stroke(b->env, item, &stroke, tick->datum);
	}
}

static void add_domain(AxisBuild *b)
{
	ZnGuideStroke stroke = {&b->p[ZN_AP_DOMAIN_COLOR], &b->p[ZN_AP_DOMAIN_WIDTH],       &b->p[ZN_AP_DOMAIN_OPACITY],
	                        &b->p[ZN_AP_DOMAIN_DASH],  &b->p[ZN_AP_DOMAIN_DASH_OFFSET], &b->p[ZN_AP_DOMAIN_CAP]};
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, b->group);
	list->name = "axis-domain";
	ZnItem *item = zn_mark_list_add(b->env->context->arena, list, ZN_ITEM_RULE, ZN_ROLE_AXIS_DOMAIN);
	if (b->horizontal) {
		item->x = b->range[0];
		item->x2 = b->range[1];
	} else {
		item->y = b->range[0];
		item->y2 = b->range[1];
	}
	zn_guide_set_stroke(b->env, item, &stroke, zn_undefined());
}

/* --- title --- */

static ZnMarkList *add_title(AxisBuild *b, const ZnGuideValue *p, bool *automatic)
{
	ZnGuideEnv *env = b->env;
	ZnValue none = zn_undefined(), text = zn_guide_eval(env, &p[ZN_ATP_TITLE], none);
	if (zn_is_nullish(text))
		return NULL;
	ZnGuideTextLook look = {&p[ZN_ATP_COLOR],      &p[ZN_ATP_OPACITY],     &p[ZN_ATP_FONT],  &p[ZN_ATP_FONT_SIZE],
	                        &p[ZN_ATP_FONT_STYLE], &p[ZN_ATP_FONT_WEIGHT], &p[ZN_ATP_LIMIT], &p[ZN_ATP_LINE_HEIGHT]};
	ZnMarkList *list = zn_group_add_marks(env->context->arena, b->group);
	list->name = "axis-title";
	ZnItem *item = zn_guide_add_text(env, list, ZN_ROLE_AXIS_TITLE, text, &look, none);
	ZnTextLines *lines = zn_guide_text(item);
	ZnAnchor anchor = zn_guide_anchor(zn_guide_str(env, &p[ZN_ATP_ANCHOR], none, NULL), ZN_ANCHOR_MIDDLE);
	double at = zn_anchor_position(anchor, b->range[0], b->range[1]);
	lines->align = zn_anchor_align(anchor);
	lines->baseline = b->orient == ZN_ORIENT_BOTTOM ? ZN_BASELINE_TOP : ZN_BASELINE_BOTTOM;
	zn_guide_align(zn_guide_str(env, &p[ZN_ATP_ALIGN], none, NULL), &lines->align);
	zn_guide_baseline(zn_guide_str(env, &p[ZN_ATP_BASELINE], none, NULL), &lines->baseline);
	lines->angle = zn_guide_num(env, &p[ZN_ATP_ANGLE], none, b->horizontal ? 0 : 90 * b->sign);
	item->x = zn_guide_num(env, &p[ZN_ATP_X], none, b->horizontal ? at : 0);
	item->y = zn_guide_num(env, &p[ZN_ATP_Y], none, b->horizontal ? 0 : at);
	bool x_free = zn_guide_is_null(env, &p[ZN_ATP_X]), y_free = zn_guide_is_null(env, &p[ZN_ATP_Y]);
	*automatic = b->horizontal ? y_free : x_free;
	return list;
}

/* --- the axis --- */

/* The config's blocks that hold for an axis, highest first. */
static size_t config_levels(const ZnGuideEnv *env, const ZnScale *scale, ZnOrient orient, ZnValue levels[5])
{
	static const char *const sides[] = {
	    [ZN_ORIENT_LEFT] = "axisLeft", [ZN_ORIENT_RIGHT] = "axisRight", [ZN_ORIENT_TOP] = "axisTop", [ZN_ORIENT_BOTTOM] = "axisBottom"};
	size_t n = 0;
	if (scale->type == ZN_SCALE_BAND) {
		ZnObject *defaults = zn_object_new(env->context->arena);
		zn_object_set(env->context->arena, defaults, "tickOffset", zn_num(-0.5)); /* corrects the bias of centering */
		levels[n++] = zn_get(env->config, "axisBand");
		levels[n++] = zn_obj(defaults);
	}
	levels[n++] = zn_get(env->config, sides[orient]);
	levels[n++] = zn_get(env->config, orient == ZN_ORIENT_TOP || orient == ZN_ORIENT_BOTTOM ? "axisX" : "axisY");
	levels[n++] = zn_get(env->config, "axis");
	return n;
}

static bool axis_orient(ZnGuideEnv *env, ZnValue props, ZnOrient *out)
{
	ZnGuideValue value = zn_guide_value(env, zn_get(props, "orient"));
	if (!zn_guide_orient(env, zn_guide_str(env, &value, zn_undefined(), "bottom"), out))
		*out = ZN_ORIENT_BOTTOM;
	return *out <= ZN_ORIENT_BOTTOM;
}

static bool build_start(AxisBuild *b, ZnValue props, ZnGuideValue *title_props)
{
	if (!axis_orient(b->env, props, &b->orient)) {
		zn_error(b->env->context->diags, b->env->place, NULL, "An axis stands at the left, right, top or bottom");
		b->orient = ZN_ORIENT_BOTTOM;
	}
	ZnValue levels[5];
	size_t n = config_levels(b->env, b->scale, b->orient, levels);
	zn_guide_props(b->env, table, ZN_N_AP, props, levels, n, "guide-label", b->p);
	zn_guide_props(b->env, title_table, ZN_N_ATP, props, levels, n, "guide-title", title_props);
	b->horizontal = b->orient == ZN_ORIENT_TOP || b->orient == ZN_ORIENT_BOTTOM;
	b->sign = b->orient == ZN_ORIENT_LEFT || b->orient == ZN_ORIENT_TOP ? -1 : 1;
	b->bandwidth = zn_scale_bandwidth(b->scale);
	b->round = zn_guide_bool(b->env, &b->p[ZN_AP_TICK_ROUND], zn_undefined());
	if (b->scale->n_range) {
		b->range[0] = zn_to_num(b->scale->range[0]);
		b->range[1] = zn_to_num(b->scale->range[b->scale->n_range - 1]);
	}
	tick_band(b);
	return !isnan(b->range[0]) && !isnan(b->range[1]);
}

ZnGroup *zn_axis_new(ZnGuideEnv *env, const ZnScale *scale, ZnValue props, const ZnScale *grid_scale, double width, double height)
{
	ZnArena *arena = env->context->arena;
	ZnValue none = zn_undefined();
	AxisBuild *b = zn_new(arena, AxisBuild);
	ZnGuideValue title_props[ZN_N_ATP];
	*b = (AxisBuild){.env = env, .scale = scale, .group = zn_group_new(arena, ZN_GROUP_AXIS), .own_offset = zn_has(props, "offset")};
	ZnAxisGuide *guide = zn_new(arena, ZnAxisGuide);
	b->group->guide = guide;
	bool usable = build_start(b, props, title_props);
	*guide = (ZnAxisGuide){
	    .orient = b->orient,
	    .translate = zn_guide_num(env, &b->p[ZN_AP_TRANSLATE], none, 0.5),
	    .range = fabs(b->range[1] - b->range[0]),
	    .offset = zn_guide_num(env, &b->p[ZN_AP_OFFSET], none, 0),
	    .position = zn_guide_num(env, &b->p[ZN_AP_POSITION], none, 0),
	    .min_extent = zn_guide_num(env, &b->p[ZN_AP_MIN_EXTENT], none, 0),
	    .max_extent = zn_guide_num(env, &b->p[ZN_AP_MAX_EXTENT], none, 200),
	    .title_padding = zn_guide_num(env, &title_props[ZN_ATP_PADDING], none, 0),
	};
	b->group->zindex = (int)CLAMP(zn_guide_num(env, &b->p[ZN_AP_ZINDEX], none, 0), -1000, 1000);
	if (!usable) {
		zn_error(env->context->diags, env->place, NULL, "The scale of an axis has no range in px");
		guide->range = 0;
		return b->group;
	}
	find_ticks(b);
	bool ticks = zn_guide_bool(env, &b->p[ZN_AP_TICKS], none);
	if (zn_guide_bool(env, &b->p[ZN_AP_GRID], none))
		add_grid(b, grid_scale, width, height);
	if (ticks)
		guide->ticks = add_ticks(b);
	if (zn_guide_bool(env, &b->p[ZN_AP_LABELS], none))
		guide->labels = zn_axis_add_labels(b, ticks);
	if (zn_guide_bool(env, &b->p[ZN_AP_DOMAIN], none))
		add_domain(b);
	guide->title = add_title(b, title_props, &guide->title_auto);
	guide->title_flush = !guide->title_auto && zn_truthy(zn_get(zn_get2(env->config, "usermeta", "zhinu"), "axisTitleFlush"));
	return b->group;
}
