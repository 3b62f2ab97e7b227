/* The frame of the clips on the sphere. */
#include "geo/clip.h"
#include "geo/sphere.h"

void zn_clip_line_emit_start(ZnClipLine *line)
{
	if (line->buffer)
		zn_geo_lines_start(line->buffer);
	else
		zn_sink_line_start(line->clip->target);
}

void zn_clip_line_emit(ZnClipLine *line, double lambda, double phi, bool cut)
{
	if (!line->buffer)
		zn_sink_point(line->clip->target, lambda, phi);
	else if (line->buffer->n_lines)
		zn_geo_lines_point(line->buffer, lambda, phi, cut);
}

void zn_clip_line_emit_end(ZnClipLine *line)
{
	if (!line->buffer)
		zn_sink_line_end(line->clip->target);
}

double zn_clip_sphere_compare(const ZnClipEdge *edge, const ZnGeoPoint *a, const ZnGeoPoint *b)
{
	double at_a = a->x < 0 ? a->y - G_PI_2 - ZN_GEO_EPSILON : G_PI_2 - a->y;
	return at_a - (b->x < 0 ? b->y - G_PI_2 - ZN_GEO_EPSILON : G_PI_2 - b->y);
}

static void point(ZnGeoSink *sink, double lambda, double phi)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	if (c->state == ZN_CLIP_RING) {
		zn_geo_lines_point(&c->polygon, lambda, phi, false);
		c->kind->point(&c->ring, lambda, phi);
	} else if (c->state == ZN_CLIP_LINE) {
		c->kind->point(&c->line, lambda, phi);
	} else if (c->kind->visible(c, lambda, phi)) {
		zn_sink_point(c->target, lambda, phi);
	}
}

static void line_start(ZnGeoSink *sink)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	c->state = c->in_polygon ? ZN_CLIP_RING : ZN_CLIP_LINE;
	if (c->in_polygon) {
		zn_geo_lines_start(&c->polygon);
		zn_geo_lines_clear(&c->buffer);
	}
	c->kind->start(c->in_polygon ? &c->ring : &c->line);
}

static void start_polygon(ZnSphereClip *c)
{
	if (!c->polygon_started)
		zn_sink_polygon_start(c->target);
	c->polygon_started = true;
}

/* A ring that met no edge goes on as it is; of others the segments are kept. */
static void ring_end(ZnSphereClip *c)
{
	size_t n;
	const ZnGeoPoint *ring = zn_geo_lines_at(&c->polygon, zn_geo_lines_count(&c->polygon) - 1, &n);
	if (n)
		c->kind->point(&c->ring, ring[0].x, ring[0].y);
	c->kind->end(&c->ring);
	size_t count = zn_geo_lines_count(&c->buffer);
	if (!n || !count)
		return;
	if (c->ring.clean) {
		const ZnGeoPoint *points = zn_geo_lines_at(&c->buffer, 0, &n);
		if (n < 2)
			return;
		start_polygon(c);
		zn_sink_line_start(c->target);
		for (size_t i = 0; i + 1 < n; i++)
			zn_sink_point(c->target, points[i].x, points[i].y);
		zn_sink_line_end(c->target);
		return;
	}
	if (c->kind->ends_join(&c->ring))
		zn_geo_lines_join_ends(&c->buffer);
	for (size_t i = 0; i < zn_geo_lines_count(&c->buffer); i++) {
		const ZnGeoPoint *points = zn_geo_lines_at(&c->buffer, i, &n);
		if (n > 1)
			zn_geo_lines_append(&c->segments, points, n);
	}
}

static void line_end(ZnGeoSink *sink)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	if (c->state == ZN_CLIP_RING)
		ring_end(c);
	else if (c->state == ZN_CLIP_LINE)
		c->kind->end(&c->line);
	c->state = ZN_CLIP_POINTS;
}

static void polygon_start(ZnGeoSink *sink)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	c->in_polygon = true;
	c->polygon_started = false;
	zn_geo_lines_clear(&c->segments);
	zn_geo_lines_clear(&c->polygon);
}

static void send_edge(ZnSphereClip *c)
{
	zn_sink_line_start(c->target);
	c->edge.interpolate(&c->edge, NULL, NULL, 1, c->target);
	zn_sink_line_end(c->target);
}

static void polygon_end(ZnGeoSink *sink)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	bool inside = zn_geo_polygon_contains(&c->polygon, c->start[0], c->start[1]);
	if (zn_geo_lines_count(&c->segments)) {
		start_polygon(c);
		zn_clip_rejoin(&c->segments, &c->edge, inside, c->target);
	} else if (inside) {
		start_polygon(c);
		send_edge(c);
	}
	if (c->polygon_started)
		zn_sink_polygon_end(c->target);
	c->in_polygon = false;
}

static void sphere(ZnGeoSink *sink)
{
	ZnSphereClip *c = (ZnSphereClip *)sink;
	zn_sink_polygon_start(c->target);
	send_edge(c);
	zn_sink_polygon_end(c->target);
}

ZnSphereClip *zn_sphere_clip_new(ZnArena *arena, const ZnClipKind *kind, ZnGeoSink *target)
{
	static const ZnGeoSinkOps ops = {point, line_start, line_end, polygon_start, polygon_end, sphere};
	ZnSphereClip *c = zn_new(arena, ZnSphereClip);
	c->sink.ops = &ops;
	c->kind = kind;
	c->target = target;
	c->edge.compare = zn_clip_sphere_compare;
	c->buffer.arena = c->segments.arena = c->polygon.arena = arena;
	c->line.clip = c->ring.clip = c;
	c->ring.buffer = &c->buffer;
	return c;
}
