/* Legends of symbols: a small group an entry, laid out as a grid (vega-parser legend-symbol-groups). */
#include "chart/legend.h"

#include <cairo.h>
#include <math.h>

/* The value of a symbol's property: encode block, else the scale of that channel, else the legend's property. */
static ZnValue symbol_value(LegendBuild *b, const char *name, const ZnScale *scale, const ZnGuideValue *prop, ZnValue value, ZnValue datum)
{
	if (zn_has(b->encode_symbols, name)) {
		ZnGuideValue encoded = zn_guide_value(b->env, zn_get(b->encode_symbols, name));
		return zn_guide_eval(b->env, &encoded, datum);
	}
	return scale ? zn_scale_map(scale, value) : zn_guide_eval(b->env, prop, datum);
}

static double number(ZnValue value, double fallback)
{
	double found = zn_is_nullish(value) ? NAN : zn_to_num(value);
	return isnan(found) ? fallback : found;
}

double zn_legend_symbol_extent(LegendBuild *b, ZnValue value, ZnValue datum)
{
	const ZnScale *size_scale = b->scales[ZN_LC_SIZE], *width_scale = b->scales[ZN_LC_STROKE_WIDTH];
	/* As Vega: the scale comes before the encode block here. */
	ZnValue size = size_scale ? zn_scale_map(size_scale, value) : symbol_value(b, "size", NULL, ZN_LP(b, SYMBOL_SIZE), value, datum);
	ZnValue width =
	    width_scale ? zn_scale_map(width_scale, value) : symbol_value(b, "strokeWidth", NULL, ZN_LP(b, SYMBOL_STROKE_WIDTH), value, datum);
	ZnGuideValue font_size = zn_legend_encoded(b, b->encode_labels, "fontSize", ZN_LP(b, LABEL_FONT_SIZE));
	return MAX(ceil(sqrt(MAX(0, number(size, 0))) + number(width, 0)), zn_guide_num(b->env, &font_size, datum, 11));
}

static void set_symbol_stroke(LegendBuild *b, ZnItem *item, const LegendEntry *entry)
{
	static const struct {
		const char *name;
		cairo_line_cap_t cap;
	} caps[] = {{"round", CAIRO_LINE_CAP_ROUND}, {"square", CAIRO_LINE_CAP_SQUARE}};
	ZnValue v = entry->value, d = entry->datum;
	item->stroke_width = number(symbol_value(b, "strokeWidth", b->scales[ZN_LC_STROKE_WIDTH], ZN_LP(b, SYMBOL_STROKE_WIDTH), v, d), 1);
	item->stroke_opacity = number(symbol_value(b, "strokeOpacity", NULL, NULL, v, d), 1);
	item->dash_offset = number(symbol_value(b, "strokeDashOffset", NULL, ZN_LP(b, SYMBOL_DASH_OFFSET), v, d), 0);
	zn_guide_set_dash(b->env, item, symbol_value(b, "strokeDash", b->scales[ZN_LC_STROKE_DASH], ZN_LP(b, SYMBOL_DASH), v, d));
	ZnValue cap = symbol_value(b, "strokeCap", NULL, NULL, v, d);
	for (size_t i = 0; i < G_N_ELEMENTS(caps); i++) {
		if (zn_is_string(cap, caps[i].name))
			item->cap = (uint8_t)caps[i].cap;
	}
}

static void add_symbol(LegendBuild *b, ZnGroup *group, const LegendEntry *entry, double x, double y)
{
	ZnValue v = entry->value, d = entry->datum;
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, group);
	list->name = "legend-symbol";
	list->clip = zn_guide_num(b->env, ZN_LP(b, CLIP_HEIGHT), zn_undefined(), 0) > 0;
	ZnItem *item = zn_mark_list_add(b->env->context->arena, list, ZN_ITEM_SYMBOL, ZN_ROLE_LEGEND_SYMBOL);
	/* What is not coloured by a scale is a grey outline. */
	const ZnGuideValue *fill = ZN_LP(b, SYMBOL_FILL), *stroke = ZN_LP(b, SYMBOL_STROKE);
	if (!b->scales[ZN_LC_FILL] && zn_guide_is_null(b->env, fill))
		fill = ZN_LP(b, SYMBOL_BASE_FILL);
	if (!b->scales[ZN_LC_FILL] && zn_guide_is_null(b->env, stroke))
		stroke = ZN_LP(b, SYMBOL_BASE_STROKE);
	ZnValue shape = symbol_value(b, "shape", b->scales[ZN_LC_SHAPE], ZN_LP(b, SYMBOL_TYPE), v, d);
	item->x = x;
	item->y = y;
	item->symbol.shape = zn_is_str(shape) && *shape.str ? shape.str : "circle";
	item->symbol.size = number(symbol_value(b, "size", b->scales[ZN_LC_SIZE], ZN_LP(b, SYMBOL_SIZE), v, d), 64);
	item->symbol.angle = number(symbol_value(b, "angle", NULL, NULL, v, d), 0);
	item->fill = zn_guide_paint(b->env, symbol_value(b, "fill", b->scales[ZN_LC_FILL], fill, v, d));
	item->stroke = zn_guide_paint(b->env, symbol_value(b, "stroke", b->scales[ZN_LC_STROKE], stroke, v, d));
	item->opacity = number(symbol_value(b, "opacity", b->scales[ZN_LC_OPACITY], ZN_LP(b, SYMBOL_OPACITY), v, d), 1);
	item->fill_opacity = number(symbol_value(b, "fillOpacity", NULL, NULL, v, d), 1);
	set_symbol_stroke(b, item, entry);
}

static void add_label(LegendBuild *b, ZnGroup *group, const LegendEntry *entry, double x, double y)
{
	ZnValue labels = b->encode_labels;
	ZnGuideValue color = zn_legend_encoded(b, labels, "fill", ZN_LP(b, LABEL_COLOR)),
	             font = zn_legend_encoded(b, labels, "font", ZN_LP(b, LABEL_FONT));
	ZnGuideValue size = zn_legend_encoded(b, labels, "fontSize", ZN_LP(b, LABEL_FONT_SIZE));
	ZnGuideValue weight = zn_legend_encoded(b, labels, "fontWeight", ZN_LP(b, LABEL_FONT_WEIGHT));
	ZnGuideValue opacity = zn_legend_encoded(b, labels, "opacity", NULL);
	ZnGuideTextLook look = {&color,  ZN_LP(b, LABEL_OPACITY), &font, &size, ZN_LP(b, LABEL_FONT_STYLE),
	                        &weight, ZN_LP(b, LABEL_LIMIT),   NULL};
	ZnMarkList *list = zn_group_add_marks(b->env->context->arena, group);
	list->name = "legend-label";
	ZnItem *item = zn_guide_add_text(b->env, list, ZN_ROLE_LEGEND_LABEL, entry->label, &look, entry->datum);
	item->x = x;
	item->y = y;
	item->opacity = zn_guide_num(b->env, &opacity, entry->datum, 1);
	zn_guide_align(zn_guide_str(b->env, ZN_LP(b, LABEL_ALIGN), entry->datum, NULL), &zn_guide_text(item)->align);
	zn_guide_baseline(zn_guide_str(b->env, ZN_LP(b, LABEL_BASELINE), entry->datum, NULL), &zn_guide_text(item)->baseline);
}

static void set_entry_frame(LegendBuild *b, ZnGroup *group, const LegendEntry *entry)
{
	ZnGuideValue fill = zn_legend_encoded(b, b->encode_entries, "fill", NULL),
	             stroke = zn_legend_encoded(b, b->encode_entries, "stroke", NULL);
	group->frame.role = ZN_ROLE_LEGEND;
	group->frame.fill = zn_guide_paint(b->env, zn_guide_eval(b->env, &fill, entry->datum));
	group->frame.stroke = zn_guide_paint(b->env, zn_guide_eval(b->env, &stroke, entry->datum));
	group->has_frame = group->frame.fill.kind || group->frame.stroke.kind;
}

static ZnGroup *add_entry(LegendBuild *b, const LegendEntry *entry, bool aligned)
{
	ZnValue none = zn_undefined();
	double clip_height = zn_guide_num(b->env, ZN_LP(b, CLIP_HEIGHT), none, 0),
	       offset = zn_guide_num(b->env, ZN_LP(b, SYMBOL_OFFSET), none, 0);
	double room = aligned ? b->widest : entry->size, y = (clip_height > 0 ? clip_height : entry->size) * 0.5;
	ZnGroup *group = zn_group_new(b->env->context->arena, ZN_GROUP_SCOPE);
	group->no_size_bounds = !(clip_height > 0);
	group->height = MAX(0, clip_height);
	set_entry_frame(b, group, entry);
	add_symbol(b, group, entry, room * 0.5 + offset, y);
	add_label(b, group, entry, room + offset + zn_guide_num(b->env, ZN_LP(b, LABEL_OFFSET), none, 0), y);
	return group;
}

static int grid_align(const char *name)
{
	return g_str_equal(name, "all") ? ZN_GRID_ALL : g_str_equal(name, "each") ? ZN_GRID_EACH : ZN_GRID_NONE;
}

void zn_legend_add_symbols(LegendBuild *b, ZnGridLayout *grid)
{
	ZnValue none = zn_undefined();
	bool vertical = zn_legend_vertical(b);
	int columns = (int)CLAMP(zn_guide_num(b->env, ZN_LP(b, COLUMNS), none, vertical ? 1 : 0), 0, 10000);
	size_t across = (size_t)MAX(columns, 1), n = b->n_entries, rows = (n + across - 1) / across;
	int align = grid_align(zn_guide_str(b->env, ZN_LP(b, GRID_ALIGN), none, "each"));
	*grid = (ZnGridLayout){
	    .columns = columns,
	    .align_row = align,
	    .align_column = align,
	    .center_row = true,
	    .padding_row = zn_guide_num(b->env, ZN_LP(b, ROW_PADDING), none, 0),
	    .padding_column = zn_guide_num(b->env, ZN_LP(b, COLUMN_PADDING), none, 0),
	};
	/* Vertical legends run down the columns; the grid fills rows. */
	for (size_t row = 0; vertical && row < rows; row++) {
		for (size_t i = row; i < n; i += rows) {
			ZnGroup *entry = add_entry(b, &b->entries[i], columns > 0);
			entry->column = columns > 0 ? (int)(i / rows) : (int)i;
			zn_group_add_group(b->env->context->arena, b->entries_group, entry);
		}
	}
	for (size_t i = 0; !vertical && i < n; i++) {
		ZnGroup *entry = add_entry(b, &b->entries[i], columns > 0);
		entry->column = columns > 0 ? (int)(i % across) : (int)i;
		zn_group_add_group(b->env->context->arena, b->entries_group, entry);
	}
}
