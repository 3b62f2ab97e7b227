/* The steps of the view layout (vega-view-transforms ViewLayout), one file each. Private to layout*.c. */
#pragma once

#include "chart/guide_props.h"

static inline double zn_box_width(ZnBox box) { return box.x2 - box.x1; }
static inline double zn_box_height(ZnBox box) { return box.y2 - box.y1; }
/* Moves a group and its bounds. */
void zn_group_move(ZnGroup *group, double dx, double dy);

/* layout_grid.c */

/* Where a grid of groups is anchored: x, y is its start, middle or end. */
typedef struct GridAnchor {
	double x, y;
	ZnAnchor column, row;
} GridAnchor;

/* Places groups in a grid and answers its bounds; boxes of the groups are width x height when the grid is flush, else their bounds. */
ZnBox zn_layout_grid(ZnContext *context, ZnGroup **groups, size_t n, const ZnGridLayout *grid, GridAnchor anchor);
/* The same for the groups of a view, with its headers, footers and titles. */
void zn_layout_trellis(ZnContext *context, ZnGroup *view);

/* layout_guides.c */

/* Places an axis of a view of this size; answers the bounds that count. */
ZnBox zn_layout_axis(ZnContext *context, ZnGroup *axis, double width, double height);
ZnBox zn_layout_title(ZnContext *context, ZnGroup *title, double width, double height, ZnBox view);

/* layout_legend.c */

/* Places title and entries within a legend and sets its size. */
void zn_layout_legend(ZnContext *context, ZnGroup *legend);
/* Places the sized legends of a view, those of one side together. xb, yb: bounds with the axes across and along. */
void zn_layout_legends(ZnContext *context, ZnGroup **legends, size_t n, ZnBox xb, ZnBox yb, double width, double height);
