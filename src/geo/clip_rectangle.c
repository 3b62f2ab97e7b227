/* Cutting at a rectangle of the picture: lines after Y.-D. Liang and B. A. Barsky, "A New Concept and Method for Line Clipping" (1984). */
#include "geo/clip.h"
#include "geo/sphere.h"

#define FAR 1e9 /* coordinates are held to this, so that their products stay exact enough */

typedef struct RectangleClip {
	ZnGeoSink sink;
	ZnClipEdge edge;
	ZnGeoSink *target;
	double x0, y0, x1, y1;
	ZnGeoLines buffer, segments, polygon;
	bool in_polygon, in_line;
	bool first, clean;
	double first_x, first_y, last_x, last_y;
	bool first_visible, last_visible;
} RectangleClip;

static bool visible(const RectangleClip *c, double x, double y)
{
	return c->x0 <= x && x <= c->x1 && c->y0 <= y && y <= c->y1;
}

static const RectangleClip *clip_of(const ZnClipEdge *edge)
{
	return (const RectangleClip *)((const char *)edge - G_STRUCT_OFFSET(RectangleClip, edge));
}

/* The corner that a place on the edge comes from (or, backwards, goes to): 0 left, 1 top ... */
static int corner(const RectangleClip *c, const ZnGeoPoint *p, int direction)
{
	bool forward = direction > 0;
	if (fabs(p->x - c->x0) < ZN_GEO_EPSILON)
		return forward ? 0 : 3;
	if (fabs(p->x - c->x1) < ZN_GEO_EPSILON)
		return forward ? 2 : 1;
	if (fabs(p->y - c->y0) < ZN_GEO_EPSILON)
		return forward ? 1 : 0;
	return forward ? 3 : 2;
}

static double compare(const ZnClipEdge *edge, const ZnGeoPoint *a, const ZnGeoPoint *b)
{
	const RectangleClip *c = clip_of(edge);
	int ca = corner(c, a, 1), cb = corner(c, b, 1);
	if (ca != cb)
		return ca - cb;
	return ca == 0 ? b->y - a->y : ca == 1 ? a->x - b->x : ca == 2 ? a->y - b->y : b->x - a->x;
}

static void interpolate(const ZnClipEdge *edge, const ZnGeoPoint *from, const ZnGeoPoint *to, int direction, ZnGeoSink *sink)
{
	const RectangleClip *c = clip_of(edge);
	int a = from ? corner(c, from, direction) : 0, last = from ? corner(c, to, direction) : 0;
	if (from && a == last && !((compare(edge, from, to) < 0) ^ (direction > 0))) {
		zn_sink_point(sink, to->x, to->y);
		return;
	}
	do {
		zn_sink_point(sink, a == 0 || a == 3 ? c->x0 : c->x1, a > 1 ? c->y1 : c->y0);
		a = (a + direction + 4) % 4;
	} while (a != last);
}

/* One side of the rectangle narrows the part t[0]..t[1] of a line; false when nothing is left. `room` = how far inside the start is. */
static bool narrow(double room, double toward, double t[2])
{
	if (toward == 0)
		return room >= 0;
	double at = room / toward;
	if (toward > 0) { /* leaving */
		if (at < t[0])
			return false;
		t[1] = MIN(t[1], at);
	} else {
		if (at > t[1])
			return false;
		t[0] = MAX(t[0], at);
	}
	return true;
}

static bool cut_line(const RectangleClip *c, double a[2], double b[2])
{
	double dx = b[0] - a[0], dy = b[1] - a[1], t[2] = {0, 1}, x = a[0], y = a[1];
	if (!narrow(x - c->x0, -dx, t) || !narrow(c->x1 - x, dx, t) || !narrow(y - c->y0, -dy, t) || !narrow(c->y1 - y, dy, t))
		return false;
	if (t[0] > 0) {
		a[0] = x + t[0] * dx;
		a[1] = y + t[0] * dy;
	}
	if (t[1] < 1) {
		b[0] = x + t[1] * dx;
		b[1] = y + t[1] * dy;
	}
	return true;
}

/* Rings go to the buffer, lines to the target. */
static void emit(RectangleClip *c, double x, double y)
{
	if (!c->in_polygon)
		zn_sink_point(c->target, x, y);
	else if (c->buffer.n_lines)
		zn_geo_lines_point(&c->buffer, x, y, false);
}

static void emit_start(RectangleClip *c)
{
	if (c->in_polygon)
		zn_geo_lines_start(&c->buffer);
	else
		zn_sink_line_start(c->target);
}

static void emit_end(RectangleClip *c)
{
	if (!c->in_polygon)
		zn_sink_line_end(c->target);
}

static void cross(RectangleClip *c, double *x, double *y, bool v)
{
	double a[2] = {CLAMP(c->last_x, -FAR, FAR), CLAMP(c->last_y, -FAR, FAR)};
	double b[2] = {*x = CLAMP(*x, -FAR, FAR), *y = CLAMP(*y, -FAR, FAR)};
	if (cut_line(c, a, b)) {
		if (!c->last_visible) {
			emit_start(c);
			emit(c, a[0], a[1]);
		}
		emit(c, b[0], b[1]);
		if (!v)
			emit_end(c);
		c->clean = false;
	} else if (v) {
		emit_start(c);
		emit(c, *x, *y);
		c->clean = false;
	}
}

static void line_point(RectangleClip *c, double x, double y)
{
	bool v = visible(c, x, y);
	if (c->first) {
		c->first_x = x;
		c->first_y = y;
		c->first_visible = v;
		c->first = false;
		if (v) {
			emit_start(c);
			emit(c, x, y);
		}
	} else if (v && c->last_visible) {
		emit(c, x, y);
	} else {
		cross(c, &x, &y, v);
	}
	c->last_x = x;
	c->last_y = y;
	c->last_visible = v;
}

static void point(ZnGeoSink *sink, double x, double y)
{
	RectangleClip *c = (RectangleClip *)sink;
	if (c->in_line) {
		if (c->in_polygon)
			zn_geo_lines_point(&c->polygon, x, y, false);
		line_point(c, x, y);
	} else if (visible(c, x, y)) {
		zn_sink_point(c->target, x, y);
	}
}

static void line_start(ZnGeoSink *sink)
{
	RectangleClip *c = (RectangleClip *)sink;
	c->in_line = c->first = true;
	c->last_visible = false;
	c->last_x = c->last_y = NAN;
	if (c->in_polygon) {
		zn_geo_lines_start(&c->polygon);
		zn_geo_lines_clear(&c->buffer);
	}
}

static void line_end(ZnGeoSink *sink)
{
	RectangleClip *c = (RectangleClip *)sink;
	if (c->in_polygon && !c->first) {
		zn_geo_lines_point(&c->polygon, c->first_x, c->first_y, false); /* closes the ring */
		line_point(c, c->first_x, c->first_y);
		if (c->first_visible && c->last_visible)
			zn_geo_lines_join_ends(&c->buffer);
		for (size_t i = 0; i < zn_geo_lines_count(&c->buffer); i++) {
			size_t n;
			const ZnGeoPoint *points = zn_geo_lines_at(&c->buffer, i, &n);
			zn_geo_lines_append(&c->segments, points, n);
		}
	}
	c->in_line = false;
	if (c->last_visible)
		emit_end(c);
}

static void polygon_start(ZnGeoSink *sink)
{
	RectangleClip *c = (RectangleClip *)sink;
	c->in_polygon = c->clean = true;
	zn_geo_lines_clear(&c->segments);
	zn_geo_lines_clear(&c->polygon);
}

/* Is the rectangle's first corner inside of the polygon? By the winding number. */
static bool corner_inside(const RectangleClip *c)
{
	int winding = 0;
	for (size_t i = 0; i < zn_geo_lines_count(&c->polygon); i++) {
		size_t n;
		const ZnGeoPoint *ring = zn_geo_lines_at(&c->polygon, i, &n);
		for (size_t j = 1; j < n; j++) {
			const ZnGeoPoint *a = &ring[j - 1], *b = &ring[j];
			double left = (b->x - a->x) * (c->y1 - a->y), right = (b->y - a->y) * (c->x0 - a->x);
			if (a->y <= c->y1)
				winding += b->y > c->y1 && left > right;
			else
				winding -= b->y <= c->y1 && left < right;
		}
	}
	return winding != 0;
}

static void polygon_end(ZnGeoSink *sink)
{
	RectangleClip *c = (RectangleClip *)sink;
	bool inside = corner_inside(c), covers = c->clean && inside;
	c->in_polygon = false;
	if (!covers && !zn_geo_lines_count(&c->segments))
		return;
	zn_sink_polygon_start(c->target);
	if (covers) {
		zn_sink_line_start(c->target);
		interpolate(&c->edge, NULL, NULL, 1, c->target);
		zn_sink_line_end(c->target);
	}
	if (zn_geo_lines_count(&c->segments))
		zn_clip_rejoin(&c->segments, &c->edge, inside, c->target);
	zn_sink_polygon_end(c->target);
}

ZnGeoSink *zn_clip_rectangle_new(ZnArena *arena, const double extent[4], ZnGeoSink *target)
{
	static const ZnGeoSinkOps ops = {point, line_start, line_end, polygon_start, polygon_end, NULL};
	RectangleClip *c = zn_new(arena, RectangleClip);
	c->sink.ops = &ops;
	c->edge = (ZnClipEdge){interpolate, compare};
	c->target = target;
	c->x0 = extent[0];
	c->y0 = extent[1];
	c->x1 = extent[2];
	c->y1 = extent[3];
	c->buffer.arena = c->segments.arena = c->polygon.arena = arena;
	return &c->sink;
}
