/* The chart's scene graph before it is flat: groups within groups in local coordinates, as Vega has them. Marks, axes, legends and titles are
 * built as nodes; the layout moves groups; flattening adds the offsets and gives a ZnScene. */
#pragma once

#include "scene/scene.h"

typedef struct ZnBox { double x1, y1, x2, y2; } ZnBox; /* empty: x1 > x2 */

typedef enum {
	ZN_GROUP_SCOPE,  /* a view: unit plot, layer, facet cell, concat */
	ZN_GROUP_AXIS, ZN_GROUP_LEGEND, ZN_GROUP_LEGEND_ENTRY, ZN_GROUP_TITLE,
	ZN_GROUP_ROW_HEADER, ZN_GROUP_ROW_FOOTER, ZN_GROUP_ROW_TITLE, ZN_GROUP_COLUMN_HEADER, ZN_GROUP_COLUMN_FOOTER, ZN_GROUP_COLUMN_TITLE,
} ZnGroupKind;

typedef struct ZnGroup ZnGroup;

/* A list of items of one mark, in local coordinates of its group. Several lists a group: paint order is list order, by zindex. */
typedef struct ZnMarkList {
	ZnItem *items;
	size_t n, cap;
	bool clip;        /* to the group's width x height */
	int zindex;
	bool no_bounds;   /* does not count for the group's bounds (clipped marks count with the clip) */
	bool fixed_bounds; /* bounds are known: labels after overlap removal, of which hidden ones do not count */
	ZnBox bounds;
	bool scope;       /* counts as a view of its own in the layout: lines that are split into series */
	const char *name;
} ZnMarkList;

struct ZnGroup {
	ZnGroupKind kind;
	ZnGroup *parent;
	double x, y, width, height; /* in the parent */
	ZnItem frame;               /* fill, stroke, corners of the background; painted when it has paint */
	bool has_frame, clip;
	bool no_size_bounds;        /* width and height do not count for the bounds: entries of legends */
	int zindex, column;         /* column: of a legend's entry */
	ZnMarkList **marks; size_t n_marks, cap_marks;
	ZnGroup **axes; size_t n_axes, cap_axes;       /* each with its zindex: 0 below the marks, else above */
	ZnGroup **legends; size_t n_legends, cap_legends;
	ZnGroup *title;
	ZnGroup **groups; size_t n_groups, cap_groups; /* child views and headers, in paint order after the marks of the same zindex */
	const struct ZnGridLayout *layout;             /* how the layout places `groups`; NULL = they stay where they are */
	void *guide;                                   /* the axis's, legend's or title's own layout data */
	ZnBox bounds;                                  /* of all within, in the parent's coordinates; kept by zn_group_bound and the layout */
};

/* Vega's grid layout ("layout" of a group), applied to its groups by kind. */
typedef struct ZnGridLayout {
	double padding_row, padding_column;
	int columns;            /* 0 = all in one row */
	bool bounds_flush;      /* "bounds": "flush" rather than "full" */
	enum { ZN_GRID_NONE, ZN_GRID_EACH, ZN_GRID_ALL } align_row, align_column;
	bool center_row, center_column;
	double header_band_row, header_band_column; /* NaN = none: position 0..1 of headers in the band */
	double footer_band_row, footer_band_column;
	double title_band_row, title_band_column;
	double title_anchor_row, title_anchor_column; /* 0 start, 0.5 middle, 1 end; NaN = none */
	double offset_row_header, offset_row_footer, offset_row_title, offset_column_header, offset_column_footer, offset_column_title;
} ZnGridLayout;

ZnGroup *zn_group_new(ZnArena *arena, ZnGroupKind kind);
ZnMarkList *zn_group_add_marks(ZnArena *arena, ZnGroup *group);
ZnMarkList *zn_group_add_marks_below(ZnArena *arena, ZnGroup *group); /* painted before the group's other lists */
ZnItem *zn_mark_list_add(ZnArena *arena, ZnMarkList *list, ZnItemType type, ZnRole role);
void zn_group_add_group(ZnArena *arena, ZnGroup *group, ZnGroup *child);
void zn_group_add_axis(ZnArena *arena, ZnGroup *group, ZnGroup *axis);
void zn_group_add_legend(ZnArena *arena, ZnGroup *group, ZnGroup *legend);

/* Bounds of one item in its group's coordinates (vega-scenegraph bound functions: stroke, miter, text box, symbol). */
ZnBox zn_item_bounds(ZnContext *context, const ZnItem *item);
/* Bounds of a list, cut to the group when it clips. */
ZnBox zn_mark_list_bounds(ZnContext *context, const ZnGroup *group, const ZnMarkList *list);
/* Bounds of a group in its parent's coordinates, from its marks and from the stored bounds of the groups, axes, legends and title
 * within it (the layout goes from the inside out); stores and returns them. */
ZnBox zn_group_bound(ZnContext *context, ZnGroup *group);
/* Height of a text's further lines: what stands between the baselines of its first and its last. */
double zn_text_extra_height(const ZnTextLines *text);
static inline ZnBox zn_box_empty(void) { return (ZnBox){1e300, 1e300, -1e300, -1e300}; }
static inline bool zn_box_is_empty(ZnBox b) { return b.x1 > b.x2 || b.y1 > b.y2; }
void zn_box_union(ZnBox *box, ZnBox other);
void zn_box_add(ZnBox *box, double x, double y);
ZnBox zn_box_translate(ZnBox box, double dx, double dy);
/* The box widened by the item's stroke; `miter`: as far as the tips of its joins may reach. */
ZnBox zn_box_stroke(ZnBox box, const ZnItem *item, bool miter);

/* Lays out axes, titles, legends, headers and grids of the whole tree, innermost first (vega-view-transforms ViewLayout): once a tree.
 * `width`, `height`: the size that the spec gives the view; root->width and height: its plot. The answer is the size of the picture and where
 * the root's origin is in it. With the "fit" kinds, when fit_width or fit_height differ from the root's, the caller builds the tree again with
 * that size of the plot and lays it out again; size and origin of the first answer hold, as in Vega. */
typedef enum { ZN_AUTOSIZE_PAD, ZN_AUTOSIZE_NONE, ZN_AUTOSIZE_FIT, ZN_AUTOSIZE_FIT_X, ZN_AUTOSIZE_FIT_Y } ZnAutosize;
typedef struct ZnLayoutResult { double width, height, origin_x, origin_y, fit_width, fit_height; } ZnLayoutResult;
typedef struct ZnPadding { double left, top, right, bottom; } ZnPadding;
ZnLayoutResult zn_layout_view(ZnContext *context, ZnGroup *root, double width, double height, ZnPadding padding, ZnAutosize autosize, bool contains_padding);

/* Appends the whole tree to the scene in Vega's paint order, offsets and clips made absolute. */
void zn_group_flatten(const ZnGroup *root, ZnScene *scene, double origin_x, double origin_y);
