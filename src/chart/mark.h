/* Marks: one file a family, registered in one table (mark.c). Private to chart/. */
#pragma once

#include "chart/encode.h"

typedef struct ZnMark {
	const char *name;
	/* Rules of a unit's mark. */
	void (*encode)(ZnEncode *encode);
	/* One item from a row; or NULL for path marks, which make one item of many rows. */
	void (*item)(ZnEncode *encode, size_t row, ZnItem *item);
	ZnItemType type;
} ZnMark;

extern const ZnMark zn_mark_bar, zn_mark_rect, zn_mark_tick, zn_mark_rule, zn_mark_point, zn_mark_circle, zn_mark_square, zn_mark_line, zn_mark_area,
	zn_mark_trail, zn_mark_text, zn_mark_arc, zn_mark_image, zn_mark_geoshape;

/* Bars that are stacked and have round corners: the pieces of each stack are clipped to its outline. */
bool zn_stack_corners_wanted(const ZnEncode *encode);
void zn_stack_corners(ZnEncode *encode, ZnMarkList *list, const size_t *rows);
/* Path marks: one item a group of rows. */
void zn_mark_paths(ZnEncode *encode, const ZnMark *mark, ZnMarkList *list);
