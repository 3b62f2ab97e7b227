#include "geo/clip.h"

#include <string.h>

void zn_geo_lines_clear(ZnGeoLines *lines)
{
	lines->n = lines->n_lines = lines->first = 0;
}

void zn_geo_lines_start(ZnGeoLines *lines)
{
	zn_push(lines->arena, lines->starts, lines->n_lines, lines->cap_lines, lines->n);
}

void zn_geo_lines_point(ZnGeoLines *lines, double x, double y, bool cut)
{
	zn_push(lines->arena, lines->points, lines->n, lines->cap, ((ZnGeoPoint){x, y, cut}));
}

ZnGeoPoint *zn_geo_lines_at(const ZnGeoLines *lines, size_t i, size_t *n)
{
	i += lines->first;
	size_t end = i + 1 < lines->n_lines ? lines->starts[i + 1] : lines->n;
	*n = end - lines->starts[i];
	return lines->points + lines->starts[i];
}

void zn_geo_lines_append(ZnGeoLines *lines, const ZnGeoPoint *points, size_t n)
{
	zn_geo_lines_start(lines);
	for (size_t i = 0; i < n; i++)
		zn_geo_lines_point(lines, points[i].x, points[i].y, points[i].cut);
}

void zn_geo_lines_join_ends(ZnGeoLines *lines)
{
	if (zn_geo_lines_count(lines) < 2)
		return;
	size_t n, start = lines->starts[lines->first];
	zn_geo_lines_at(lines, 0, &n);
	for (size_t i = 0; i < n; i++) { /* by index: the block may move */
		ZnGeoPoint p = lines->points[start + i];
		zn_geo_lines_point(lines, p.x, p.y, p.cut);
	}
	lines->first++;
}
