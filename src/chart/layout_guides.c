/* Axes and titles beside a view (vega-view-transforms layout/axis.js, layout/title.js). */
#include "chart/layout.h"

#include <math.h>

/* The bounds of the one text of a title's list. */
static ZnBox title_bounds(ZnContext *context, const ZnMarkList *list)
{
	return list && list->n ? zn_item_bounds(context, &list->items[0]) : zn_box_empty();
}

/* Puts the title `away` px from the axis line, beyond ticks and labels. */
static void place_axis_title(ZnContext *context, const ZnAxisGuide *guide, double away, bool first_line_counts, ZnBox *bounds)
{
	if (!guide->title || !guide->title->n)
		return;
	ZnItem *item = &guide->title->items[0];
	bool vertical = guide->orient == ZN_ORIENT_LEFT || guide->orient == ZN_ORIENT_RIGHT;
	double sign = guide->orient == ZN_ORIENT_LEFT || guide->orient == ZN_ORIENT_TOP ? -1 : 1;
	if (guide->title_auto) {
		double at = sign * (away + (first_line_counts ? zn_text_extra_height(item->text) : 0) + guide->title_padding);
		if (vertical)
			item->x = at;
		else
			item->y = at;
	}
	if (guide->title_flush && guide->orient == ZN_ORIENT_LEFT)
		item->x += MIN(0, bounds->x1);
	zn_box_union(bounds, title_bounds(context, guide->title));
}

ZnBox zn_layout_axis(ZnContext *context, ZnGroup *axis, double width, double height)
{
	const ZnAxisGuide *guide = axis->guide;
	double x = guide->position, y = guide->position, extent;
	ZnBox bounds = zn_box_empty();
	/* Grid lines and domain do not count. */
	if (guide->ticks)
		zn_box_union(&bounds, zn_mark_list_bounds(context, axis, guide->ticks));
	if (guide->labels)
		zn_box_union(&bounds, zn_mark_list_bounds(context, axis, guide->labels));
	switch (guide->orient) {
	case ZN_ORIENT_TOP:
		y = -guide->offset;
		extent = MAX(guide->min_extent, MIN(guide->max_extent, -bounds.y1));
		zn_box_add(&bounds, 0, -extent);
		zn_box_add(&bounds, guide->range, 0);
		break;
	case ZN_ORIENT_LEFT:
		x = -guide->offset;
		extent = MAX(guide->min_extent, MIN(guide->max_extent, -bounds.x1));
		zn_box_add(&bounds, -extent, 0);
		zn_box_add(&bounds, 0, guide->range);
		break;
	case ZN_ORIENT_RIGHT:
		x = width + guide->offset;
		extent = MAX(guide->min_extent, MIN(guide->max_extent, bounds.x2));
		zn_box_add(&bounds, 0, 0);
		zn_box_add(&bounds, extent, guide->range);
		break;
	default:
		y = height + guide->offset;
		extent = MAX(guide->min_extent, MIN(guide->max_extent, bounds.y2));
		zn_box_add(&bounds, 0, 0);
		zn_box_add(&bounds, guide->range, extent);
		break;
	}
	place_axis_title(context, guide, extent, guide->orient != ZN_ORIENT_BOTTOM, &bounds);
	axis->x = x + guide->translate;
	axis->y = y + guide->translate;
	return axis->bounds = zn_box_translate(bounds, x, y);
}

static bool vertical_orient(ZnOrient orient)
{
	return orient == ZN_ORIENT_LEFT || orient == ZN_ORIENT_RIGHT;
}

/* Where along its side a title stands. */
static double title_position(const ZnTitleGuide *guide, double width, double height, ZnBox view)
{
	double start = 0, end = vertical_orient(guide->orient) ? height : width;
	if (!guide->frame_group && vertical_orient(guide->orient)) {
		start = view.y1;
		end = view.y2;
	} else if (!guide->frame_group) {
		start = view.x1;
		end = view.x2;
	}
	if (guide->orient == ZN_ORIENT_LEFT) { /* reads upwards */
		double swap = start;
		start = end;
		end = swap;
	}
	return zn_anchor_position(guide->anchor, start, end);
}

static void place_subtitle(const ZnTitleGuide *guide, ZnBox title)
{
	ZnItem *item = &guide->subtitle->items[0];
	double dx = 0, dy = 0;
	switch (guide->orient) {
	case ZN_ORIENT_LEFT:
		dx = zn_box_width(title) + guide->padding;
		break;
	case ZN_ORIENT_RIGHT:
		dx = -zn_box_width(title) - guide->padding;
		break;
	default:
		dy = zn_box_height(title) + guide->padding;
		break;
	}
	item->x += dx;
	item->y += dy;
}

ZnBox zn_layout_title(ZnContext *context, ZnGroup *title, double width, double height, ZnBox view)
{
	const ZnTitleGuide *guide = title->guide;
	double at = title_position(guide, width, height, view);
	ZnBox bounds = title_bounds(context, guide->text);
	if (guide->subtitle) {
		place_subtitle(guide, bounds);
		zn_box_union(&bounds, title_bounds(context, guide->subtitle));
	}
	switch (guide->orient) {
	case ZN_ORIENT_TOP:
		title->x = at;
		title->y = view.y1 - zn_box_height(bounds) - guide->offset;
		break;
	case ZN_ORIENT_LEFT:
		title->x = view.x1 - zn_box_width(bounds) - guide->offset;
		title->y = at;
		break;
	case ZN_ORIENT_RIGHT:
		title->x = view.x2 + zn_box_width(bounds) + guide->offset;
		title->y = at;
		break;
	case ZN_ORIENT_BOTTOM:
		title->x = at;
		title->y = view.y2 + guide->offset;
		break;
	default: /* "none": stays */
		break;
	}
	return title->bounds = zn_box_translate(bounds, title->x, title->y);
}
