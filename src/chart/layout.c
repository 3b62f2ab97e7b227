/* The layout of nested views, from the inside out (vega-view-transforms ViewLayout.js). */
#include "chart/layout.h"

#include <math.h>

typedef struct ViewBounds {
	ZnBox all;   /* everything */
	ZnBox x, y;  /* with what stands beside; above and below */
} ViewBounds;

static void add_axes(ZnContext *context, ZnGroup *view, ViewBounds *b)
{
	for (size_t i = 0; i < view->n_axes; i++) {
		const ZnAxisGuide *guide = view->axes[i]->guide;
		bool vertical = guide->orient == ZN_ORIENT_LEFT || guide->orient == ZN_ORIENT_RIGHT;
		ZnBox axis = zn_layout_axis(context, view->axes[i], view->width, view->height);
		zn_box_union(vertical ? &b->x : &b->y, axis);
		if (vertical && guide->title_flush) /* its title stands above the view: legends keep off it */
			zn_box_add(&b->y, 0, axis.y1);
	}
}

static void add_legends(ZnContext *context, ZnGroup *view, ViewBounds *b, bool fit)
{
	for (size_t i = 0; i < view->n_legends; i++)
		zn_layout_legend(context, view->legends[i]);
	zn_layout_legends(context, view->legends, view->n_legends, b->x, b->y, view->width, view->height);
	for (size_t i = 0; i < view->n_legends; i++) {
		ZnBox box = view->legends[i]->bounds;
		ZnOrient orient = ((const ZnLegendGuide *)view->legends[i]->guide)->orient;
		if (!fit) {
			zn_box_union(&b->all, box);
		} else if (orient == ZN_ORIENT_LEFT || orient == ZN_ORIENT_RIGHT) {
			/* Where the view is fitted, what a legend overruns must not eat it up. */
			zn_box_add(&b->all, box.x1, 0);
			zn_box_add(&b->all, box.x2, 0);
		} else if (orient == ZN_ORIENT_TOP || orient == ZN_ORIENT_BOTTOM) {
			zn_box_add(&b->all, 0, box.y1);
			zn_box_add(&b->all, 0, box.y2);
		}
	}
}

/* Lays out one view whose inner views are done; answers the box of all that belongs to it. */
static ZnBox layout_view(ZnContext *context, ZnGroup *view, bool fit)
{
	double width = MAX(0, view->width), height = MAX(0, view->height);
	ZnBox box = {0, 0, width, height};
	ViewBounds b = {box, box, box};
	if (view->layout)
		zn_layout_trellis(context, view);
	add_axes(context, view, &b);
	for (size_t i = 0; i < view->n_marks; i++) {
		ZnBox marks = zn_mark_list_bounds(context, view, view->marks[i]);
		zn_box_union(&b.all, marks);
		if (view->marks[i]->scope) {
			zn_box_union(&b.x, marks);
			zn_box_union(&b.y, marks);
		}
	}
	for (size_t i = 0; i < view->n_groups; i++) {
		zn_box_union(&b.x, view->groups[i]->bounds);
		zn_box_union(&b.y, view->groups[i]->bounds);
	}
	add_legends(context, view, &b, fit);
	zn_box_union(&b.all, b.x);
	zn_box_union(&b.all, b.y);
	if (view->title)
		zn_box_union(&b.all, zn_layout_title(context, view->title, width, height, b.all));
	return view->clip ? box : b.all;
}

static void layout_inside(ZnContext *context, ZnGroup *view)
{
	for (size_t i = 0; i < view->n_groups; i++) {
		ZnGroup *child = view->groups[i];
		layout_inside(context, child);
		layout_view(context, child, false);
		zn_group_bound(context, child);
	}
}

void zn_layout_entries(ZnContext *context, ZnGroup *entries, const ZnGridLayout *grid)
{
	for (size_t i = 0; i < entries->n_groups; i++)
		zn_group_bound(context, entries->groups[i]);
	entries->layout = grid;
	zn_layout_trellis(context, entries);
	zn_group_bound(context, entries);
}

/* What is beyond a side, in whole px. */
static double beyond(double distance)
{
	return distance > 0 ? ceil(distance) : 0;
}

ZnLayoutResult zn_layout_view(ZnContext *context, ZnGroup *root, double width, double height, ZnPadding padding, ZnAutosize autosize,
                              bool contains_padding)
{
	bool fit = autosize >= ZN_AUTOSIZE_FIT;
	layout_inside(context, root);
	ZnBox box = layout_view(context, root, fit);
	zn_group_bound(context, root);
	double left = beyond(-box.x1), top = beyond(-box.y1), right = beyond(box.x2 - root->width), bottom = beyond(box.y2 - root->height);
	if (contains_padding) {
		width -= padding.left + padding.right;
		height -= padding.top + padding.bottom;
	}
	ZnLayoutResult result = {.fit_width = root->width, .fit_height = root->height};
	bool fit_x = autosize == ZN_AUTOSIZE_FIT || autosize == ZN_AUTOSIZE_FIT_X;
	bool fit_y = autosize == ZN_AUTOSIZE_FIT || autosize == ZN_AUTOSIZE_FIT_Y;
	if (autosize == ZN_AUTOSIZE_NONE) {
		left = top = 0;
	} else {
		if (fit_x)
			result.fit_width = MAX(0, width - left - right);
		else
			width = root->width + left + right;
		if (fit_y)
			result.fit_height = MAX(0, height - top - bottom);
		else
			height = root->height + top + bottom;
	}
	result.width = MAX(0, width + padding.left + padding.right);
	result.height = MAX(0, height + padding.top + padding.bottom);
	result.origin_x = padding.left + left;
	result.origin_y = padding.top + top;
	return result;
}
