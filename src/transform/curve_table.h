/* Tables of points of curves, one curve a group: what density, regression and loess give. */
#pragma once

#include "transform/common.h"
#include "transform/statistics.h"

/* The groups' fields, then the columns x and y. */
ZnTable *zn_curve_table(ZnArena *arena, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups, const ZnPoints *curves,
                        const char *x, const char *y);
/* The points of the rows of a group whose x and y are numbers. */
ZnPoint *zn_curve_points(ZnArena *arena, const ZnValue *x, const ZnValue *y, const size_t *rows, size_t n, size_t *count);
