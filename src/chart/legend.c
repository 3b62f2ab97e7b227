/* Legends (vega-parser's legend guide): what they show, their title and background. Entries: legend_entries.c; looks: legend_symbols.c,
 * legend_gradient.c. */
#include "chart/legend.h"

#include <math.h>

static const ZnGuideProp table[ZN_N_LP] = {
    [ZN_LP_ORIENT] = {"orient", ZN_PROP_STR("right"), NULL},
    [ZN_LP_OFFSET] = {"offset", ZN_PROP_NONE, NULL},
    [ZN_LP_PADDING] = {"padding", ZN_PROP_NUM(0), NULL},
    [ZN_LP_CORNER_RADIUS] = {"cornerRadius", ZN_PROP_NONE, NULL},
    [ZN_LP_FILL_COLOR] = {"fillColor", ZN_PROP_NONE, NULL},
    [ZN_LP_STROKE_COLOR] = {"strokeColor", ZN_PROP_NONE, NULL},
    [ZN_LP_STROKE_WIDTH] = {"strokeWidth", ZN_PROP_NONE, NULL},
    [ZN_LP_STROKE_DASH] = {"strokeDash", ZN_PROP_NONE, NULL},
    [ZN_LP_X] = {"legendX", ZN_PROP_NONE, NULL},
    [ZN_LP_Y] = {"legendY", ZN_PROP_NONE, NULL},
    [ZN_LP_ZINDEX] = {"zindex", ZN_PROP_NUM(0), NULL},
    [ZN_LP_TYPE] = {"type", ZN_PROP_NONE, NULL},
    [ZN_LP_DIRECTION] = {"direction", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_DIRECTION] = {"symbolDirection", ZN_PROP_STR("vertical"), NULL},
    [ZN_LP_GRADIENT_DIRECTION] = {"gradientDirection", ZN_PROP_STR("vertical"), NULL},
    [ZN_LP_VALUES] = {"values", ZN_PROP_NONE, NULL},
    [ZN_LP_TICK_COUNT] = {"tickCount", ZN_PROP_NONE, NULL},
    [ZN_LP_TICK_MIN_STEP] = {"tickMinStep", ZN_PROP_NONE, NULL},
    [ZN_LP_FORMAT] = {"format", ZN_PROP_NONE, NULL},
    [ZN_LP_FORMAT_TYPE] = {"formatType", ZN_PROP_NONE, NULL},
    [ZN_LP_COLUMNS] = {"columns", ZN_PROP_NONE, NULL},
    [ZN_LP_GRID_ALIGN] = {"gridAlign", ZN_PROP_STR("each"), NULL},
    [ZN_LP_ROW_PADDING] = {"rowPadding", ZN_PROP_NUM(2), NULL},
    [ZN_LP_COLUMN_PADDING] = {"columnPadding", ZN_PROP_NUM(10), NULL},
    [ZN_LP_CLIP_HEIGHT] = {"clipHeight", ZN_PROP_NONE, NULL},
    [ZN_LP_GRADIENT_LENGTH] = {"gradientLength", ZN_PROP_NUM(200), NULL},
    [ZN_LP_GRADIENT_THICKNESS] = {"gradientThickness", ZN_PROP_NUM(16), NULL},
    [ZN_LP_GRADIENT_STROKE_COLOR] = {"gradientStrokeColor", ZN_PROP_STR("#ddd"), NULL},
    [ZN_LP_GRADIENT_STROKE_WIDTH] = {"gradientStrokeWidth", ZN_PROP_NUM(0), NULL},
    [ZN_LP_GRADIENT_OPACITY] = {"gradientOpacity", ZN_PROP_NONE, NULL},
    [ZN_LP_GRADIENT_LABEL_LIMIT] = {"gradientLabelLimit", ZN_PROP_NONE, NULL},
    [ZN_LP_GRADIENT_LABEL_OFFSET] = {"gradientLabelOffset", ZN_PROP_NUM(2), NULL},
    [ZN_LP_LABEL_EXPR] = {"labelExpr", ZN_PROP_NONE, NULL},
    [ZN_LP_LABEL_ALIGN] = {"labelAlign", ZN_PROP_STR("left"), NULL},
    [ZN_LP_LABEL_BASELINE] = {"labelBaseline", ZN_PROP_STR("middle"), NULL},
    [ZN_LP_LABEL_COLOR] = {"labelColor", ZN_PROP_NONE, "fill"},
    [ZN_LP_LABEL_FONT] = {"labelFont", ZN_PROP_NONE, "font"},
    [ZN_LP_LABEL_FONT_SIZE] = {"labelFontSize", ZN_PROP_NONE, "fontSize"},
    [ZN_LP_LABEL_FONT_STYLE] = {"labelFontStyle", ZN_PROP_NONE, "fontStyle"},
    [ZN_LP_LABEL_FONT_WEIGHT] = {"labelFontWeight", ZN_PROP_NONE, "fontWeight"},
    [ZN_LP_LABEL_LIMIT] = {"labelLimit", ZN_PROP_NUM(160), NULL},
    [ZN_LP_LABEL_OFFSET] = {"labelOffset", ZN_PROP_NUM(4), NULL},
    [ZN_LP_LABEL_OPACITY] = {"labelOpacity", ZN_PROP_NONE, "fillOpacity"},
    [ZN_LP_LABEL_OVERLAP] = {"labelOverlap", ZN_PROP_BOOL(true), NULL},
    [ZN_LP_LABEL_SEPARATION] = {"labelSeparation", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_BASE_FILL] = {"symbolBaseFillColor", ZN_PROP_STR("transparent"), NULL},
    [ZN_LP_SYMBOL_BASE_STROKE] = {"symbolBaseStrokeColor", ZN_PROP_STR("#888"), NULL},
    [ZN_LP_SYMBOL_DASH] = {"symbolDash", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_DASH_OFFSET] = {"symbolDashOffset", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_FILL] = {"symbolFillColor", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_LIMIT] = {"symbolLimit", ZN_PROP_NUM(30), NULL},
    [ZN_LP_SYMBOL_OFFSET] = {"symbolOffset", ZN_PROP_NUM(0), NULL},
    [ZN_LP_SYMBOL_OPACITY] = {"symbolOpacity", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_SIZE] = {"symbolSize", ZN_PROP_NUM(100), NULL},
    [ZN_LP_SYMBOL_STROKE] = {"symbolStrokeColor", ZN_PROP_NONE, NULL},
    [ZN_LP_SYMBOL_STROKE_WIDTH] = {"symbolStrokeWidth", ZN_PROP_NUM(1.5), NULL},
    [ZN_LP_SYMBOL_TYPE] = {"symbolType", ZN_PROP_STR("circle"), NULL},
};

static const ZnGuideProp title_table[ZN_N_LTP] = {
    [ZN_LTP_TITLE] = {"title", ZN_PROP_NONE, NULL},
    [ZN_LTP_ALIGN] = {"titleAlign", ZN_PROP_NONE, NULL},
    [ZN_LTP_ANCHOR] = {"titleAnchor", ZN_PROP_NONE, NULL},
    [ZN_LTP_BASELINE] = {"titleBaseline", ZN_PROP_NONE, NULL},
    [ZN_LTP_COLOR] = {"titleColor", ZN_PROP_NONE, "fill"},
    [ZN_LTP_FONT] = {"titleFont", ZN_PROP_NONE, "font"},
    [ZN_LTP_FONT_SIZE] = {"titleFontSize", ZN_PROP_NONE, "fontSize"},
    [ZN_LTP_FONT_STYLE] = {"titleFontStyle", ZN_PROP_NONE, "fontStyle"},
    [ZN_LTP_FONT_WEIGHT] = {"titleFontWeight", ZN_PROP_NONE, "fontWeight"},
    [ZN_LTP_LIMIT] = {"titleLimit", ZN_PROP_NUM(180), NULL},
    [ZN_LTP_LINE_HEIGHT] = {"titleLineHeight", ZN_PROP_NONE, "lineHeight"},
    [ZN_LTP_OPACITY] = {"titleOpacity", ZN_PROP_NONE, "fillOpacity"},
    [ZN_LTP_ORIENT] = {"titleOrient", ZN_PROP_STR("top"), NULL},
    [ZN_LTP_PADDING] = {"titlePadding", ZN_PROP_NUM(5), NULL},
};

bool zn_legend_vertical(LegendBuild *b)
{
	const ZnGuideValue *otherwise = b->kind == ZN_LEGEND_SYMBOL ? ZN_LP(b, SYMBOL_DIRECTION) : ZN_LP(b, GRADIENT_DIRECTION);
	const char *direction = zn_guide_str(b->env, ZN_LP(b, DIRECTION), zn_undefined(), NULL);
	if (!direction)
		direction = zn_guide_str(b->env, otherwise, zn_undefined(), "vertical");
	return g_str_equal(direction, "vertical");
}

double zn_legend_gradient_length(LegendBuild *b)
{
	return MAX(0, zn_guide_num(b->env, ZN_LP(b, GRADIENT_LENGTH), zn_undefined(), 200));
}

ZnGuideValue zn_legend_encoded(LegendBuild *b, ZnValue block, const char *name, const ZnGuideValue *otherwise)
{
	if (zn_has(block, name))
		return zn_guide_value(b->env, zn_get(block, name));
	return otherwise ? *otherwise : (ZnGuideValue){0};
}

/* A gradient where one colour scale stands alone, unless `type` says otherwise. */
static ZnLegendKind legend_kind(LegendBuild *b)
{
	size_t n = 0;
	for (int i = 0; i < ZN_N_LC; i++)
		n += b->scales[i] != NULL;
	bool color = n == 1 && (b->scales[ZN_LC_FILL] || b->scales[ZN_LC_STROKE]);
	const char *type = zn_guide_str(b->env, ZN_LP(b, TYPE), zn_undefined(), NULL);
	bool discretizing = zn_scale_type_discretizing(b->scale->type);
	if (type && g_str_equal(type, "discrete"))
		return ZN_LEGEND_DISCRETE;
	if (type ? g_str_equal(type, "gradient") : color && (discretizing || zn_scale_type_continuous(b->scale->type)))
		return discretizing ? ZN_LEGEND_DISCRETE : ZN_LEGEND_GRADIENT;
	return ZN_LEGEND_SYMBOL;
}

/* --- title --- */

static void align_title(ZnTextLines *lines, ZnOrient orient, ZnAnchor anchor, bool vertical_gradient)
{
	static const ZnBaseline baselines[] = {
	    [ZN_ANCHOR_START] = ZN_BASELINE_TOP, [ZN_ANCHOR_MIDDLE] = ZN_BASELINE_MIDDLE, [ZN_ANCHOR_END] = ZN_BASELINE_BOTTOM};
	static const ZnTextAlign flipped[] = {
	    [ZN_ANCHOR_START] = ZN_TEXT_RIGHT, [ZN_ANCHOR_MIDDLE] = ZN_TEXT_CENTER, [ZN_ANCHOR_END] = ZN_TEXT_LEFT};
	bool left = orient == ZN_ORIENT_LEFT, right = orient == ZN_ORIENT_RIGHT;
	lines->align = zn_anchor_align(anchor);
	lines->baseline = ZN_BASELINE_TOP;
	if (!left && !right)
		return;
	if (vertical_gradient) { /* runs along the bar */
		lines->angle = left ? -90 : 90;
		lines->baseline = left ? ZN_BASELINE_TOP : ZN_BASELINE_BOTTOM;
		if (right)
			lines->align = flipped[anchor];
	} else {
		lines->align = ZN_TEXT_LEFT;
		lines->baseline = baselines[anchor];
	}
}

static void add_title(LegendBuild *b, ZnLegendGuide *guide, const ZnGuideValue *p)
{
	ZnGuideEnv *env = b->env;
	ZnValue none = zn_undefined(), text = zn_guide_eval(env, &p[ZN_LTP_TITLE], none);
	if (zn_is_nullish(text))
		return;
	if (!zn_guide_orient(env, zn_guide_str(env, &p[ZN_LTP_ORIENT], none, "top"), &guide->title_orient))
		guide->title_orient = ZN_ORIENT_TOP;
	bool beside = guide->title_orient == ZN_ORIENT_LEFT || guide->title_orient == ZN_ORIENT_RIGHT;
	guide->title_anchor = zn_guide_anchor(zn_guide_str(env, &p[ZN_LTP_ANCHOR], none, NULL), beside ? ZN_ANCHOR_MIDDLE : ZN_ANCHOR_START);
	ZnGuideTextLook look = {&p[ZN_LTP_COLOR],      &p[ZN_LTP_OPACITY],     &p[ZN_LTP_FONT],  &p[ZN_LTP_FONT_SIZE],
	                        &p[ZN_LTP_FONT_STYLE], &p[ZN_LTP_FONT_WEIGHT], &p[ZN_LTP_LIMIT], &p[ZN_LTP_LINE_HEIGHT]};
	guide->title = zn_group_add_marks(env->context->arena, b->group);
	guide->title->name = "legend-title";
	ZnItem *item = zn_guide_add_text(env, guide->title, ZN_ROLE_LEGEND_TITLE, text, &look, none);
	item->x = item->y = guide->padding;
	ZnTextLines *lines = zn_guide_text(item);
	align_title(lines, guide->title_orient, guide->title_anchor, guide->vertical_gradient);
	zn_guide_align(zn_guide_str(env, &p[ZN_LTP_ALIGN], none, NULL), &lines->align);
	zn_guide_baseline(zn_guide_str(env, &p[ZN_LTP_BASELINE], none, NULL), &lines->baseline);
}

/* --- the legend --- */

static void set_frame(LegendBuild *b)
{
	ZnValue none = zn_undefined();
	ZnItem *frame = &b->group->frame;
	frame->role = ZN_ROLE_LEGEND;
	frame->fill = zn_guide_paint(b->env, zn_guide_eval(b->env, ZN_LP(b, FILL_COLOR), none));
	frame->stroke = zn_guide_paint(b->env, zn_guide_eval(b->env, ZN_LP(b, STROKE_COLOR), none));
	frame->stroke_width = zn_guide_num(b->env, ZN_LP(b, STROKE_WIDTH), none, 1);
	zn_guide_set_dash(b->env, frame, zn_guide_eval(b->env, ZN_LP(b, STROKE_DASH), none));
	for (int i = 0; i < 4; i++)
		frame->corner[i] = zn_guide_num(b->env, ZN_LP(b, CORNER_RADIUS), none, 0);
	b->group->has_frame = frame->fill.kind || frame->stroke.kind;
	b->group->x = zn_guide_num(b->env, ZN_LP(b, X), none, 0);
	b->group->y = zn_guide_num(b->env, ZN_LP(b, Y), none, 0);
	b->group->zindex = (int)CLAMP(zn_guide_num(b->env, ZN_LP(b, ZINDEX), none, 0), -1000, 1000);
}

static ZnLegendGuide *guide_new(LegendBuild *b, const ZnGuideValue *title_props)
{
	ZnValue none = zn_undefined();
	ZnLegendGuide *guide = zn_new(b->env->context->arena, ZnLegendGuide);
	*guide = (ZnLegendGuide){
	    .offset = zn_guide_num(b->env, ZN_LP(b, OFFSET), none, NAN),
	    .padding = zn_guide_num(b->env, ZN_LP(b, PADDING), none, 0),
	    .title_padding = zn_guide_num(b->env, &title_props[ZN_LTP_PADDING], none, 0),
	    .symbols = b->kind == ZN_LEGEND_SYMBOL,
	    .vertical_gradient = b->kind != ZN_LEGEND_SYMBOL && zn_legend_vertical(b),
	    .layout = zn_get2(b->env->config, "legend", "layout"),
	    .entries = b->entries_group,
	};
	if (!zn_guide_orient(b->env, zn_guide_str(b->env, ZN_LP(b, ORIENT), none, "right"), &guide->orient))
		guide->orient = ZN_ORIENT_RIGHT;
	return guide;
}

ZnGroup *zn_legend_new(ZnGuideEnv *env, const ZnLegendScales *scales, ZnValue props, double width, double height)
{
	ZnArena *arena = env->context->arena;
	LegendBuild *b = zn_new(arena, LegendBuild);
	ZnGuideValue title_props[ZN_N_LTP];
	ZnValue config = zn_get(env->config, "legend");
	*b = (LegendBuild){
	    .env = env,
	    .group = zn_group_new(arena, ZN_GROUP_LEGEND),
	    .entries_group = zn_group_new(arena, ZN_GROUP_LEGEND_ENTRY),
	    .scales = {[ZN_LC_SIZE] = scales->size,
	               [ZN_LC_SHAPE] = scales->shape,
	               [ZN_LC_FILL] = scales->fill,
	               [ZN_LC_STROKE] = scales->stroke,
	               [ZN_LC_STROKE_WIDTH] = scales->stroke_width,
	               [ZN_LC_STROKE_DASH] = scales->stroke_dash,
	               [ZN_LC_OPACITY] = scales->opacity},
	    .own_label_limit = zn_get(props, "labelLimit"),
	    .own_label_offset = zn_get(props, "labelOffset"),
	    .encode_symbols = zn_get(props, "encodeSymbols"),
	    .encode_labels = zn_get(props, "encodeLabels"),
	    .encode_gradient = zn_get(props, "encodeGradient"),
	    .encode_entries = zn_get(props, "encodeEntries"),
	};
	for (int i = 0; i < ZN_N_LC && !b->scale; i++)
		b->scale = b->scales[i];
	g_assert(b->scale);
	zn_guide_props(env, table, ZN_N_LP, props, &config, 1, "guide-label", b->p);
	zn_guide_props(env, title_table, ZN_N_LTP, props, &config, 1, "guide-title", title_props);
	b->kind = legend_kind(b);
	set_frame(b);
	ZnLegendGuide *guide = guide_new(b, title_props);
	b->group->guide = guide;
	zn_legend_find_entries(b);
	if (b->kind == ZN_LEGEND_SYMBOL) {
		ZnGridLayout *grid = zn_new(arena, ZnGridLayout);
		zn_legend_add_symbols(b, grid);
		zn_layout_entries(env->context, b->entries_group, grid);
	} else {
		guide->gradient = zn_legend_add_gradient(b);
		zn_group_bound(env->context, b->entries_group);
	}
	zn_group_add_group(arena, b->group, b->entries_group);
	add_title(b, guide, title_props);
	return b->group;
}
