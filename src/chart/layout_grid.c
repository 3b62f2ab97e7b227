/* Grids of views and their headers (vega-view-transforms layout/grid.js). */
#include "chart/layout.h"

#include <math.h>

void zn_group_move(ZnGroup *group, double dx, double dy)
{
	group->x += dx;
	group->y += dy;
	group->bounds = zn_box_translate(group->bounds, dx, dy);
}

/* --- the grid proper, one axis at a time --- */

/* One direction of a grid: columns are `line` 0..lines-1 of an item, its place along is `at`. */
typedef struct Track {
	int align;
	double padding;
	size_t n, lines;
	double *offset; /* of each item: from the line before it */
	double *extent; /* of each line */
	double most;    /* the largest extent */
	double *delta;  /* how far each item moves */
} Track;

static void track_init(ZnArena *arena, Track *track, size_t n, size_t lines)
{
	track->n = n;
	track->lines = lines;
	track->offset = zn_new_n(arena, double, n);
	track->extent = zn_new_n(arena, double, MAX(lines, 1));
	track->delta = zn_new_n(arena, double, n);
}

static size_t line_of(size_t i, size_t columns, bool rows)
{
	return rows ? i / columns : i % columns;
}

static void track_add(Track *track, size_t i, size_t line, double lo, double hi)
{
	double end = ceil(hi);
	track->most = MAX(track->most, end);
	track->extent[line] = MAX(track->extent[line], end);
	track->offset[i] = line ? track->padding + (lo < 0 ? ceil(-lo) : 0) : 0;
}

/* From the space before each item to its distance from the item before it. */
static void track_align(Track *track, size_t columns, bool rows, double *widest)
{
	for (size_t line = 0; line < track->lines; line++)
		widest[line] = 0;
	double widest_of_all = 0;
	for (size_t i = 0; i < track->n; i++) {
		size_t line = line_of(i, columns, rows);
		widest[line] = MAX(widest[line], track->offset[i]);
		if (line)
			widest_of_all = MAX(widest_of_all, track->offset[i]);
	}
	for (size_t i = 0; i < track->n; i++) {
		size_t line = line_of(i, columns, rows);
		if (!line)
			continue;
		if (track->align == ZN_GRID_ALL)
			track->offset[i] = widest_of_all + track->most;
		else if (track->align == ZN_GRID_EACH)
			track->offset[i] = widest[line] + track->extent[line - 1];
		else
			track->offset[i] += track->extent[line - 1];
	}
}

static void track_center(Track *track, size_t i, size_t line, double end, double at)
{
	double room = (track->align == ZN_GRID_ALL ? track->most : track->extent[line]) - end - at - track->delta[i];
	if (room > 0)
		track->delta[i] += room / 2;
}

static ZnBox flush_box(const ZnGroup *group)
{
	return (ZnBox){MIN(0, group->width), MIN(0, group->height), MAX(0, group->width), MAX(0, group->height)};
}

static ZnBox full_box(const ZnGroup *group)
{
	return zn_box_is_empty(group->bounds) ? (ZnBox){0} : zn_box_translate(group->bounds, -group->x, -group->y);
}

static double anchored(double at, ZnAnchor anchor, double size)
{
	return floor(at - (anchor == ZN_ANCHOR_END ? size : anchor == ZN_ANCHOR_MIDDLE ? size / 2 : 0) + 0.5);
}

/* Sums the distances along columns and rows. */
static void accumulate(Track *x, Track *y, ZnGroup **groups, size_t columns)
{
	for (size_t i = 0; i < x->n; i++) {
		x->offset[i] += i % columns ? x->offset[i - 1] : 0;
		y->offset[i] += i >= columns ? y->offset[i - columns] : 0;
	}
	for (size_t i = 0; i < x->n; i++) {
		x->delta[i] = x->offset[i] - groups[i]->x;
		y->delta[i] = y->offset[i] - groups[i]->y;
	}
}

ZnBox zn_layout_grid(ZnContext *context, ZnGroup **groups, size_t n, const ZnGridLayout *grid, GridAnchor anchor)
{
	if (!n)
		return zn_box_empty();
	size_t columns = grid->columns > 0 ? (size_t)grid->columns : n, rows = (n + columns - 1) / columns;
	bool center_rows = grid->center_row && columns > 1;
	columns = MIN(columns, n); /* further ones are empty */
	Track x = {.align = (int)grid->align_column, .padding = grid->padding_column};
	Track y = {.align = (int)grid->align_row, .padding = grid->padding_row};
	track_init(context->arena, &x, n, columns);
	track_init(context->arena, &y, n, rows);
	ZnBox *boxes = zn_new_n(context->arena, ZnBox, n), bounds = {0};
	for (size_t i = 0; i < n; i++) {
		boxes[i] = grid->bounds_flush ? flush_box(groups[i]) : full_box(groups[i]);
		track_add(&x, i, i % columns, boxes[i].x1, boxes[i].x2);
		track_add(&y, i, i / columns, boxes[i].y1, boxes[i].y2);
	}
	double *scratch = zn_new_n(context->arena, double, MAX(columns, rows));
	track_align(&x, columns, false, scratch);
	track_align(&y, columns, true, scratch);
	accumulate(&x, &y, groups, columns);
	for (size_t i = 0; i < n; i++) {
		if (x.align != ZN_GRID_NONE && grid->center_column && rows > 1)
			track_center(&x, i, i % columns, boxes[i].x2, groups[i]->x);
		if (y.align != ZN_GRID_NONE && center_rows)
			track_center(&y, i, i / columns, boxes[i].y2, groups[i]->y);
		zn_box_union(&bounds, zn_box_translate(boxes[i], x.delta[i], y.delta[i]));
	}
	double dx = anchored(anchor.x, anchor.column, zn_box_width(bounds)), dy = anchored(anchor.y, anchor.row, zn_box_height(bounds));
	bounds = zn_box_empty();
	for (size_t i = 0; i < n; i++) {
		zn_group_move(groups[i], x.delta[i] + dx, y.delta[i] + dy);
		zn_box_union(&bounds, groups[i]->bounds);
	}
	return bounds;
}

/* --- headers, footers, titles --- */

typedef struct Groups {
	ZnGroup **items;
	size_t n, cap;
} Groups;

static double edge(const ZnGroup *group, bool flush, bool vertical, bool end)
{
	if (!flush)
		return vertical ? (end ? group->bounds.y2 : group->bounds.y1) : (end ? group->bounds.x2 : group->bounds.x1);
	return (vertical ? group->y : group->x) + (end ? (vertical ? group->height : group->width) : 0);
}

/* One row or column of headers or footers. */
typedef struct HeaderTrack {
	bool vertical; /* they stand above or below: columns' */
	bool end;      /* footers */
	double offset, band;
	size_t start, stride, back, limit;
} HeaderTrack;

static double reach(bool end, double a, double b)
{
	return end ? ceil(MAX(a, b)) : floor(MIN(a, b));
}

/* Answers how far the headers (or, without any, the cells) reach. */
static double layout_headers(ZnContext *context, const Groups *headers, const Groups *cells, bool flush, const HeaderTrack *track)
{
	double from = 0, far = 0;
	if (!cells->n)
		return 0;
	for (size_t i = track->start; i < cells->n; i += track->stride)
		from = reach(track->end, from, edge(cells->items[i], flush, track->vertical, track->end));
	if (!headers->n)
		return from;
	from += track->end ? track->offset : -track->offset;
	for (size_t j = 0; j < headers->n && j < track->limit; j++) {
		/* Beside the cell; where a row or column ends early, beside the nearest before. */
		size_t k = track->start + j * track->stride;
		while (k >= cells->n && k >= track->back)
			k -= track->back;
		if (k >= cells->n)
			break;
		const ZnGroup *cell = cells->items[k];
		double x = from, y = from;
		if (track->vertical)
			x = isnan(track->band) ? cell->x : floor(cell->bounds.x1 + track->band * zn_box_width(cell->bounds) + 0.5);
		else
			y = isnan(track->band) ? cell->y : floor(cell->bounds.y1 + track->band * zn_box_height(cell->bounds) + 0.5);
		ZnGroup *header = headers->items[j];
		zn_group_move(header, x - header->x, y - header->y);
		far = reach(track->end, far, edge(header, false, track->vertical, track->end));
	}
	return far;
}

static void layout_grid_title(ZnGroup *title, double offset, bool vertical, ZnBox bounds, double band)
{
	double x = offset, y = offset;
	if (isnan(band))
		band = 0.5;
	if (vertical)
		x = floor(bounds.x1 + band * zn_box_width(bounds) + 0.5);
	else
		y = floor(bounds.y1 + band * zn_box_height(bounds) + 0.5);
	zn_group_move(title, x - title->x, y - title->y);
}

void zn_layout_trellis(ZnContext *context, ZnGroup *view)
{
	const ZnGridLayout *grid = view->layout;
	Groups by_kind[ZN_GROUP_COLUMN_TITLE + 1] = {0};
	for (size_t i = 0; i < view->n_groups; i++) {
		Groups *list = &by_kind[view->groups[i]->kind];
		zn_push(context->arena, list->items, list->n, list->cap, view->groups[i]);
	}
	const Groups *cells = &by_kind[ZN_GROUP_SCOPE];
	ZnBox bounds = zn_layout_grid(context, cells->items, cells->n, grid, (GridAnchor){0});
	if (zn_box_is_empty(bounds))
		bounds = (ZnBox){0};
	size_t columns = grid->columns > 0 ? (size_t)grid->columns : MAX(cells->n, 1), rows = (cells->n + columns - 1) / columns;
	bool flush = grid->bounds_flush;
	double x = layout_headers(context, &by_kind[ZN_GROUP_ROW_HEADER], cells, flush,
	                          &(HeaderTrack){false, false, grid->offset_row_header, grid->header_band_row, 0, columns, 1, rows});
	double y = layout_headers(context, &by_kind[ZN_GROUP_COLUMN_HEADER], cells, flush,
	                          &(HeaderTrack){true, false, grid->offset_column_header, grid->header_band_column, 0, 1, columns, columns});
	double x2 = layout_headers(context, &by_kind[ZN_GROUP_ROW_FOOTER], cells, flush,
	                           &(HeaderTrack){false, true, grid->offset_row_footer, grid->footer_band_row, columns - 1, columns, 1, rows});
	double y2 = layout_headers(context, &by_kind[ZN_GROUP_COLUMN_FOOTER], cells, flush,
	                           &(HeaderTrack){true, true, grid->offset_column_footer, grid->footer_band_column,
	                                          rows ? (rows - 1) * columns : 0, 1, columns, columns});
	const Groups *row_title = &by_kind[ZN_GROUP_ROW_TITLE], *column_title = &by_kind[ZN_GROUP_COLUMN_TITLE];
	if (row_title->n) {
		bool end = grid->title_anchor_row == 1;
		layout_grid_title(row_title->items[0], end ? x2 + grid->offset_row_title : x - grid->offset_row_title, false, bounds,
		                  grid->title_band_row);
	}
	if (column_title->n) {
		bool end = grid->title_anchor_column == 1;
		layout_grid_title(column_title->items[0], end ? y2 + grid->offset_column_title : y - grid->offset_column_title, true, bounds,
		                  grid->title_band_column);
	}
}
