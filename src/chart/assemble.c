/* The scene graph of the view instances: frames, marks, axes, legends, titles, and how grids are laid out. */
#include "chart/encode.h"
#include "chart/guide_comp.h"
#include "chart/label_layout.h"
#include "chart/selection.h"

#include <math.h>
#include <string.h>

/* Plots without x and y (pies) have no frame of their own. */
static bool has_position(const ZnView *view)
{
	if (view->kind == ZN_VIEW_UNIT)
		return view->encoding[ZN_CH_X] || view->encoding[ZN_CH_Y];
	for (size_t i = 0; i < view->n_children; i++)
		if (has_position(view->children[i]))
			return true;
	return false;
}

/* The background of a plot: the style "cell" (config.view) or "view", and what the view says. */
static void set_frame(ZnInst *inst, ZnGroup *group)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnValue own = inst->view->view_background, styles = zn_get(inst->view->config, "style");
	const char *name = zn_get_str(own, "style", has_position(inst->view) ? "cell" : "view");
	bool cell = !strcmp(name, "cell");
	ZnValue config = cell ? zn_get(inst->view->config, "view") : zn_get(styles, name);
	ZnValue style = cell ? zn_get2(styles, name, "stroke") : zn_undefined();
	struct { const char *name; ZnValue value; } props[] = {{"fill", zn_undefined()}, {"stroke", style}, {"strokeWidth", zn_num(1)}, {"opacity", zn_num(1)},
														   {"fillOpacity", zn_num(1)}, {"strokeOpacity", zn_num(1)}, {"cornerRadius", zn_num(0)}, {"strokeDash", zn_undefined()}};
	for (size_t i = 0; i < G_N_ELEMENTS(props); i++) {
		if (zn_has(config, props[i].name))
			props[i].value = zn_get(config, props[i].name);
		if (zn_has(own, props[i].name))
			props[i].value = zn_inst_value(inst, zn_get(own, props[i].name), NULL);
	}
	zn_item_init(&group->frame, ZN_ITEM_GROUP, ZN_ROLE_FRAME);
	zn_item_paint(arena, props[0].value, &group->frame.fill);
	zn_item_paint(arena, props[1].value, &group->frame.stroke);
	group->frame.stroke_width = zn_to_num(props[2].value);
	group->frame.opacity = zn_to_num(props[3].value);
	group->frame.fill_opacity = zn_to_num(props[4].value);
	group->frame.stroke_opacity = zn_to_num(props[5].value);
	for (int i = 0; i < 4; i++)
		group->frame.corner[i] = zn_to_num(props[6].value);
	group->has_frame = group->frame.fill.kind != ZN_PAINT_NONE || group->frame.stroke.kind != ZN_PAINT_NONE;
	if (zn_is_arr(props[7].value) && zn_len(props[7].value)) {
		double *dash = zn_new_n(arena, double, zn_len(props[7].value));
		for (size_t i = 0; i < zn_len(props[7].value); i++)
			dash[i] = zn_to_num(zn_at(props[7].value, i));
		group->frame.dash = dash;
		group->frame.n_dash = (uint8_t)MIN(zn_len(props[7].value), 32);
	}
}

static void add_marks(ZnInst *inst, ZnGroup *group)
{
	if (inst->view->kind == ZN_VIEW_UNIT) {
		zn_brush_below(inst, group);
		zn_unit_marks(inst, group);
		zn_brush_above(inst, group);
	}
	for (size_t i = 0; i < inst->n_children; i++)
		add_marks(inst->children[i], group);
}

static int align_of(ZnValue value, const char *direction, int fallback)
{
	if (zn_is_obj(value))
		value = zn_get(value, direction);
	return zn_is_string(value, "none") ? ZN_GRID_NONE : zn_is_string(value, "each") ? ZN_GRID_EACH : zn_is_string(value, "all") ? ZN_GRID_ALL : fallback;
}

static double spacing_of(ZnInst *inst, const char *direction, const char *config)
{
	ZnValue spacing = inst->view->spacing;
	if (zn_is_obj(spacing))
		spacing = zn_get(spacing, direction);
	if (!zn_is_num(spacing))
		spacing = zn_get2(inst->view->config, config, "spacing");
	return zn_is_num(spacing) ? spacing.num : 20;
}

static bool center_of(ZnInst *inst, const char *direction)
{
	ZnValue center = inst->view->center;
	return zn_truthy(zn_is_obj(center) ? zn_get(center, direction) : center);
}

/* Cells whose sizes follow their own scales are not aligned, unless rows cross columns. */
static bool facet_aligned(const ZnView *view)
{
	if (!view->encoding[ZN_CH_ROW] && view->resolve_scale[ZN_CH_X] == ZN_RESOLVE_INDEPENDENT)
		return false;
	return view->encoding[ZN_CH_COLUMN] || view->resolve_scale[ZN_CH_Y] != ZN_RESOLVE_INDEPENDENT;
}

static ZnGridLayout *grid_layout(ZnInst *inst)
{
	bool facet = inst->view->kind == ZN_VIEW_FACET;
	const char *config = facet ? "facet" : "concat";
	ZnGridLayout *layout = zn_new(inst->chart->context->arena, ZnGridLayout);
	ZnValue columns = zn_get2(inst->view->config, config, "columns");
	layout->padding_row = spacing_of(inst, "row", config);
	layout->padding_column = spacing_of(inst, "column", config);
	layout->columns = inst->view->columns;
	if (facet && !inst->view->encoding[ZN_CH_FACET])
		layout->columns = (int)MAX(inst->n_columns, 1);
	else if (!layout->columns && zn_is_num(columns) && (facet || zn_has(inst->view->raw, "concat")))
		layout->columns = (int)columns.num;
	layout->bounds_flush = zn_is_string(inst->view->bounds, "flush");
	int align = !facet ? ZN_GRID_EACH : facet_aligned(inst->view) ? ZN_GRID_ALL : ZN_GRID_NONE;
	layout->align_row = align_of(inst->view->align, "row", align);
	layout->align_column = align_of(inst->view->align, "column", align);
	layout->center_row = center_of(inst, "row");
	layout->center_column = center_of(inst, "column");
	layout->header_band_row = layout->header_band_column = layout->footer_band_row = layout->footer_band_column = NAN;
	layout->title_band_row = layout->title_band_column = NAN;
	layout->title_anchor_row = layout->title_anchor_column = NAN;
	if (facet) {
		const ZnView *view = inst->view;
		layout->offset_row_title = view->encoding[ZN_CH_ROW] ? 10 : 0;
		layout->offset_column_title = view->encoding[ZN_CH_COLUMN] ? 10 : 0;
		if (view->children[0]->kind == ZN_VIEW_FACET || view->children[0]->kind == ZN_VIEW_CONCAT) /* labels stand at the middle of what has no one size */
			layout->header_band_row = layout->header_band_column = 0.5;
	}
	return layout;
}

/* "start" and "end" titles of rows and columns move along their band. */
static void set_title_bands(ZnInst *inst, ZnGridLayout *layout)
{
	for (const ZnChannel *c = (const ZnChannel[]){ZN_CH_ROW, ZN_CH_COLUMN, ZN_CH_FACET, ZN_CH_NONE}; *c != ZN_CH_NONE; c++) {
		const ZnChannelDef *def = inst->view->encoding[*c];
		if (!def)
			continue;
		ZnValue anchor = zn_header_prop(inst, *c, "titleAnchor"), given = zn_header_prop(inst, *c, "titleOrient");
		const char *orient = zn_is_str(given) ? given.str : "";
		if (!strcmp(orient, "bottom"))
			layout->title_anchor_column = 1;
		else if (!strcmp(orient, "right"))
			layout->title_anchor_row = 1;
		bool row = *orient ? !strcmp(orient, "left") || !strcmp(orient, "right") : *c == ZN_CH_ROW;
		if (zn_is_string(anchor, "start") || zn_is_string(anchor, "end")) {
			bool start = zn_is_string(anchor, "start");
			if (row)
				layout->title_band_row = start ? 1 : 0;
			else
				layout->title_band_column = start ? 0 : 1;
		}
	}
}

static void assemble(ZnInst *inst)
{
	ZnArena *arena = inst->chart->context->arena;
	inst->group = zn_group_new(arena, ZN_GROUP_SCOPE);
	if (zn_inst_is_plot_root(inst)) {
		inst->group->width = inst->width;
		inst->group->height = inst->height;
		set_frame(inst, inst->group);
		if (inst->empty_cell)
			return;
		add_marks(inst, inst->group);
		zn_label_clearances(inst);
		zn_view_axes(inst);
		zn_view_title(inst);
		return;
	}
	ZnGridLayout *layout = grid_layout(inst);
	inst->group->layout = layout;
	if (inst->empty_cell)
		return;
	for (size_t i = 0; i < inst->n_children; i++)
		assemble(inst->children[i]);
	if (inst->view->kind == ZN_VIEW_FACET) {
		set_title_bands(inst, layout);
		zn_view_headers(inst);
	}
	for (size_t i = 0; i < inst->n_children; i++)
		zn_group_add_group(arena, inst->group, inst->children[i]->group);
	zn_view_title(inst);
}

/* Layers draw into their plot's group. */
static void share_group(ZnInst *inst)
{
	for (size_t i = 0; i < inst->n_children; i++) {
		if (!inst->children[i]->group)
			inst->children[i]->group = inst->group;
		share_group(inst->children[i]);
	}
}

void zn_assemble(ZnInst *top)
{
	assemble(top);
	share_group(top);
	zn_view_legends(top);
}
