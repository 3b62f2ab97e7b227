#include "transform/curve_table.h"

#include <math.h>

ZnTable *zn_curve_table(ZnArena *arena, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups, const ZnPoints *curves,
                        const char *x, const char *y)
{
	size_t n = 0;
	for (size_t g = 0; g < groups->n; g++)
		n += curves[g].n;
	ZnTable *result = zn_table_new(arena, n);
	size_t *group_of = zn_new_n(arena, size_t, n), at = 0;
	for (size_t g = 0; g < groups->n; g++)
		for (size_t i = 0; i < curves[g].n; i++)
			group_of[at++] = g;
	zn_groups_columns(arena, table, by, groups, result, group_of);
	ZnValue *xs = zn_table_add(arena, result, x), *ys = zn_table_add(arena, result, y);
	at = 0;
	for (size_t g = 0; g < groups->n; g++)
		for (size_t i = 0; i < curves[g].n; i++, at++) {
			xs[at] = zn_num(curves[g].items[i].x);
			ys[at] = zn_num(curves[g].items[i].y);
		}
	return result;
}

ZnPoint *zn_curve_points(ZnArena *arena, const ZnValue *x, const ZnValue *y, const size_t *rows, size_t n, size_t *count)
{
	ZnPoint *points = zn_new_n(arena, ZnPoint, n);
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		ZnValue u = x[rows[i]], v = y[rows[i]];
		ZnPoint point = {zn_is_nullish(u) ? NAN : zn_to_num(u), zn_is_nullish(v) ? NAN : zn_to_num(v)};
		if (!isnan(point.x) && !isnan(point.y))
			points[(*count)++] = point;
	}
	return points;
}
