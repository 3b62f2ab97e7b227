/* Legends: within and beside a view (vega-view-transforms layout/legend.js). */
#include "chart/layout.h"

#include <math.h>

/* --- within: title beside the entries --- */

static void move_title(ZnItem *title, double dx, double dy)
{
	title->x += dx;
	title->y += dy;
}

/* How far the title moves along one side of the entries, or beyond them. */
static double title_offset(ZnContext *context, const ZnLegendGuide *guide, const ZnItem *title, ZnAnchor anchor, int y, bool left_right,
                           bool no_bar)
{
	const ZnGroup *entries = guide->entries;
	ZnBox box = entries->bounds;
	if (!guide->symbols && (left_right || !guide->vertical_gradient) && !no_bar && guide->gradient) /* only the bar, not its labels */
		box = zn_mark_list_bounds(context, entries, guide->gradient);
	double extent = (y ? box.y2 : box.x2) - guide->padding;
	double start = guide->vertical_gradient && left_right ? extent : 0, end = guide->vertical_gradient && left_right ? 0 : extent;
	double lines = y <= 0 ? 0 : zn_text_extra_height(title->text);
	double at = anchor == ZN_ANCHOR_START ? start : anchor == ZN_ANCHOR_END ? end - lines : 0.5 * (extent - lines);
	return floor(at + 0.5);
}

static void place_title(ZnContext *context, const ZnLegendGuide *guide, ZnItem *title)
{
	double x = guide->padding - title->x, y = guide->padding - title->y;
	ZnAnchor anchor = guide->title_anchor;
	switch (guide->title_orient) {
	case ZN_ORIENT_LEFT:
		y += title_offset(context, guide, title, anchor, 1, true, false);
		break;
	case ZN_ORIENT_RIGHT:
		x += title_offset(context, guide, title, ZN_ANCHOR_END, 0, false, false) + guide->title_padding;
		y += title_offset(context, guide, title, anchor, 1, true, false);
		break;
	case ZN_ORIENT_BOTTOM:
		x += title_offset(context, guide, title, anchor, 0, false, false);
		y += title_offset(context, guide, title, ZN_ANCHOR_END, -1, false, true) + guide->title_padding;
		break;
	default:
		x += title_offset(context, guide, title, anchor, 0, false, false);
		break;
	}
	move_title(title, x, y);
}

static void place_within(ZnContext *context, ZnLegendGuide *guide)
{
	ZnGroup *entries = guide->entries;
	double dx = guide->padding - entries->x, dy = guide->padding - entries->y;
	ZnItem *title = guide->title && guide->title->n ? &guide->title->items[0] : NULL;
	if (!title) {
		zn_group_move(entries, dx, dy);
		return;
	}
	ZnBox box = zn_item_bounds(context, title);
	if (guide->title_orient == ZN_ORIENT_LEFT)
		dx += ceil(zn_box_width(box)) + guide->title_padding;
	else if (guide->title_orient != ZN_ORIENT_RIGHT && guide->title_orient != ZN_ORIENT_BOTTOM)
		dy += zn_box_height(box) + guide->title_padding;
	zn_group_move(entries, dx, dy);
	place_title(context, guide, title);
	double outside = floor(zn_item_bounds(context, title).x1 - guide->padding + 0.5);
	if (outside < 0) {
		zn_group_move(entries, -outside, 0);
		move_title(title, -outside, 0);
	}
}

/* Entries of a column are as wide as its widest one: what a fill of theirs covers. */
static void size_entries(ZnGroup *entries)
{
	for (size_t i = 0; i < entries->n_groups; i++) {
		ZnGroup *entry = entries->groups[i];
		double width = 0;
		for (size_t k = 0; k < entries->n_groups; k++) {
			if (entries->groups[k]->column == entry->column)
				width = MAX(width, entries->groups[k]->bounds.x2 - entries->groups[k]->x);
		}
		entry->width = width;
		entry->height = entry->bounds.y2 - entry->y;
	}
}

void zn_layout_legend(ZnContext *context, ZnGroup *legend)
{
	ZnLegendGuide *guide = legend->guide;
	place_within(context, guide);
	ZnBox bounds = guide->entries->bounds;
	if (guide->title)
		zn_box_union(&bounds, zn_mark_list_bounds(context, legend, guide->title));
	if (zn_box_is_empty(bounds))
		bounds.x2 = bounds.y2 = guide->padding;
	bounds.x1 = bounds.y1 = guide->padding;
	legend->width = ceil(zn_box_width(bounds) + 2 * guide->padding);
	legend->height = ceil(zn_box_height(bounds) + 2 * guide->padding);
	if (guide->symbols)
		size_entries(guide->entries);
	if (guide->orient != ZN_ORIENT_NONE)
		legend->x = legend->y = 0;
	ZnBox box = {legend->x, legend->y, legend->x + legend->width, legend->y + legend->height};
	legend->bounds = legend->has_frame ? zn_box_stroke(box, &legend->frame, false) : box;
}

/* --- beside the view --- */

static const char *const orient_names[ZN_N_ORIENTS] = {
    [ZN_ORIENT_LEFT] = "left",
    [ZN_ORIENT_RIGHT] = "right",
    [ZN_ORIENT_TOP] = "top",
    [ZN_ORIENT_BOTTOM] = "bottom",
    [ZN_ORIENT_TOP_LEFT] = "top-left",
    [ZN_ORIENT_TOP_RIGHT] = "top-right",
    [ZN_ORIENT_BOTTOM_LEFT] = "bottom-left",
    [ZN_ORIENT_BOTTOM_RIGHT] = "bottom-right",
    [ZN_ORIENT_NONE] = "none",
};

/* config.legend.layout: what it says of this side, else of all. */
static ZnValue layout_prop(ZnValue layout, ZnOrient orient, const char *key)
{
	ZnValue value = zn_get2(layout, orient_names[orient], key);
	return zn_is_nullish(value) ? zn_get(layout, key) : value;
}

static bool is_vertical(ZnValue layout, ZnOrient orient)
{
	ZnValue own = zn_get2(layout, orient_names[orient], "direction");
	if (zn_is_nullish(own) && (orient == ZN_ORIENT_LEFT || orient == ZN_ORIENT_RIGHT))
		return true; /* Vega's default for these sides */
	return zn_is_string(zn_is_nullish(own) ? zn_get(layout, "direction") : own, "vertical");
}

static double number_or(ZnValue value, double fallback)
{
	return zn_is_num(value) ? value.num : fallback;
}

/* The greatest offset that a legend asks for, else the config's. */
static double side_offset(ZnGroup *const *legends, size_t n, ZnValue layout, ZnOrient orient)
{
	double most = -INFINITY;
	for (size_t i = 0; i < n; i++) {
		const ZnLegendGuide *guide = legends[i]->guide;
		if (!isnan(guide->offset))
			most = MAX(most, guide->offset);
	}
	return isinf(most) ? number_or(layout_prop(layout, orient, "offset"), 18) : most;
}

typedef struct Surroundings {
	ZnBox xb, yb;
	double width, height;
} Surroundings;

static GridAnchor side_anchor(const Surroundings *s, ZnValue layout, ZnOrient orient, double offset)
{
	ZnValue name = layout_prop(layout, orient, "anchor");
	ZnAnchor anchor = zn_guide_anchor(zn_is_str(name) ? name.str : NULL, ZN_ANCHOR_START);
	double share = anchor == ZN_ANCHOR_END ? 1 : anchor == ZN_ANCHOR_MIDDLE ? 0.5 : 0, w = s->width, h = s->height;
	bool by_bounds = zn_is_string(layout_prop(layout, orient, "frame"), "bounds");
	double ax = by_bounds ? s->xb.x1 + share * zn_box_width(s->xb) : share * (w != 0 ? w : zn_box_width(s->yb) + 2 * s->yb.x1);
	double ay = by_bounds ? s->yb.y1 + share * zn_box_height(s->yb) : share * (h != 0 ? h : zn_box_height(s->xb) + 2 * s->xb.y1);
	ZnAnchor start = ZN_ANCHOR_START, end = ZN_ANCHOR_END;
	switch (orient) {
	case ZN_ORIENT_LEFT:
		return (GridAnchor){floor(s->xb.x1) - offset, ay, end, anchor};
	case ZN_ORIENT_TOP:
		return (GridAnchor){ax, floor(s->yb.y1) - offset, anchor, end};
	case ZN_ORIENT_BOTTOM:
		return (GridAnchor){ax, ceil(s->yb.y2) + offset, anchor, start};
	case ZN_ORIENT_TOP_LEFT:
		return (GridAnchor){offset, offset, start, start};
	case ZN_ORIENT_TOP_RIGHT:
		return (GridAnchor){w - offset, offset, end, start};
	case ZN_ORIENT_BOTTOM_LEFT:
		return (GridAnchor){offset, h - offset, start, end};
	case ZN_ORIENT_BOTTOM_RIGHT:
		return (GridAnchor){w - offset, h - offset, end, end};
	default:
		return (GridAnchor){ceil(s->xb.x2) + offset, ay, start, anchor};
	}
}

void zn_layout_legends(ZnContext *context, ZnGroup **legends, size_t n, ZnBox xb, ZnBox yb, double width, double height)
{
	Surroundings surroundings = {xb, yb, width, height};
	ZnGroup **side = zn_new_n(context->arena, ZnGroup *, MAX(n, 1));
	for (int orient = 0; orient < ZN_ORIENT_NONE; orient++) {
		size_t n_side = 0;
		for (size_t i = 0; i < n; i++) {
			if (((const ZnLegendGuide *)legends[i]->guide)->orient == (ZnOrient)orient)
				side[n_side++] = legends[i];
		}
		if (!n_side)
			continue;
		ZnValue layout = ((const ZnLegendGuide *)side[0]->guide)->layout;
		ZnValue bounds = layout_prop(layout, (ZnOrient)orient, "bounds");
		double margin = number_or(layout_prop(layout, (ZnOrient)orient, "margin"), 8);
		bool center = zn_truthy(layout_prop(layout, (ZnOrient)orient, "center"));
		ZnGridLayout grid = {
		    .padding_row = margin,
		    .padding_column = margin,
		    .columns = is_vertical(layout, (ZnOrient)orient) ? 1 : (int)n_side,
		    .bounds_flush = !zn_is_string(bounds, "full"),
		    .align_row = ZN_GRID_EACH,
		    .align_column = ZN_GRID_EACH,
		    .center_row = center,
		    .center_column = center,
		};
		double offset = side_offset(side, n_side, layout, (ZnOrient)orient);
		zn_layout_grid(context, side, n_side, &grid, side_anchor(&surroundings, layout, (ZnOrient)orient, offset));
	}
}
