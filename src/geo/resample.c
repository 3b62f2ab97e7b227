#include "geo/resample.h"
#include "geo/sphere.h"

#define MAX_DEPTH 16
#define COS_MIN_DISTANCE cos(30 * ZN_GEO_RADIANS) /* pieces longer than this are always halved */

typedef struct Vertex {
	double x, y, lambda;
	ZnVector v;
} Vertex;

typedef struct Resample {
	ZnGeoSink sink;
	ZnGeoSink *target;
	ZnProject *project;
	const void *projection;
	double delta2, cos_min;
	bool in_polygon, in_line, any;
	Vertex first, last;
} Resample;

static Vertex vertex(const Resample *r, double lambda, double phi)
{
	double xy[2];
	r->project(r->projection, lambda, phi, xy);
	return (Vertex){xy[0], xy[1], lambda, zn_vector_of(lambda, phi)};
}

/* Is the middle of the great circle's arc (at x, y) too far from the middle of the straight line from a to b? */
static bool bends(const Resample *r, const Vertex *a, const Vertex *b, double x, double y)
{
	double dx = b->x - a->x, dy = b->y - a->y, d2 = dx * dx + dy * dy, mx = x - a->x, my = y - a->y, dz = dy * mx - dx * my;
	return dz * dz / d2 > r->delta2 || fabs((dx * mx + dy * my) / d2 - 0.5) > 0.3 || zn_vector_dot(a->v, b->v) < r->cos_min;
}

static void line_to(const Resample *r, const Vertex *a, const Vertex *b, int depth)
{
	double dx = b->x - a->x, dy = b->y - a->y;
	if (!(dx * dx + dy * dy > 4 * r->delta2) || !depth)
		return;
	Vertex middle = {.v = zn_vector_mix(a->v, 1, b->v, 1)};
	double length = sqrt(zn_vector_dot(middle.v, middle.v)), xy[2];
	middle.v = (ZnVector){middle.v.x / length, middle.v.y / length, middle.v.z / length};
	bool meridian = fabs(fabs(middle.v.z) - 1) < ZN_GEO_EPSILON || fabs(a->lambda - b->lambda) < ZN_GEO_EPSILON;
	middle.lambda = meridian ? (a->lambda + b->lambda) / 2 : atan2(middle.v.y, middle.v.x);
	r->project(r->projection, middle.lambda, zn_geo_asin(middle.v.z), xy);
	middle.x = xy[0];
	middle.y = xy[1];
	if (!bends(r, a, b, middle.x, middle.y))
		return;
	line_to(r, a, &middle, depth - 1);
	zn_sink_point(r->target, middle.x, middle.y);
	line_to(r, &middle, b, depth - 1);
}

static void point(ZnGeoSink *sink, double lambda, double phi)
{
	Resample *r = (Resample *)sink;
	Vertex v = vertex(r, lambda, phi);
	if (r->in_line) {
		if (r->any && r->delta2 > 0)
			line_to(r, &r->last, &v, MAX_DEPTH);
		if (!r->any)
			r->first = v;
		r->any = true;
		r->last = v;
	}
	zn_sink_point(r->target, v.x, v.y);
}

static void line_start(ZnGeoSink *sink)
{
	Resample *r = (Resample *)sink;
	r->in_line = true;
	r->any = false;
	zn_sink_line_start(r->target);
}

static void line_end(ZnGeoSink *sink)
{
	Resample *r = (Resample *)sink;
	if (r->in_polygon && r->any && r->delta2 > 0)
		line_to(r, &r->last, &r->first, MAX_DEPTH);
	r->in_line = false;
	zn_sink_line_end(r->target);
}

static void polygon_start(ZnGeoSink *sink)
{
	Resample *r = (Resample *)sink;
	r->in_polygon = true;
	zn_sink_polygon_start(r->target);
}

static void polygon_end(ZnGeoSink *sink)
{
	Resample *r = (Resample *)sink;
	r->in_polygon = false;
	zn_sink_polygon_end(r->target);
}

ZnGeoSink *zn_resample_new(ZnArena *arena, ZnProject *project, const void *projection, double delta2, ZnGeoSink *target)
{
	static const ZnGeoSinkOps ops = {point, line_start, line_end, polygon_start, polygon_end, NULL};
	Resample *r = zn_new(arena, Resample);
	*r = (Resample){.sink.ops = &ops, .target = target, .project = project, .projection = projection, .delta2 = delta2, .cos_min = COS_MIN_DISTANCE};
	return &r->sink;
}
