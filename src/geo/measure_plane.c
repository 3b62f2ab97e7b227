#include "geo/measure.h"
#include "geo/sphere.h"

/* --- bounds --- */

static void bounds_point(ZnGeoSink *sink, double x, double y)
{
	ZnPlaneBounds *b = (ZnPlaneBounds *)sink;
	if (x < b->x0)
		b->x0 = x;
	if (x > b->x1)
		b->x1 = x;
	if (y < b->y0)
		b->y0 = y;
	if (y > b->y1)
		b->y1 = y;
}

void zn_plane_bounds_init(ZnPlaneBounds *bounds)
{
	static const ZnGeoSinkOps ops = {.point = bounds_point};
	*bounds = (ZnPlaneBounds){{&ops}, INFINITY, INFINITY, -INFINITY, -INFINITY};
}

static void measure(const ZnProjection *projection, ZnValue object, ZnGeoSink *sink)
{
	g_autoptr(ZnArena) scratch = zn_arena_new();
	zn_geo_stream(object, projection ? zn_projection_sink(scratch, projection, sink) : sink);
}

void zn_projected_bounds(const ZnProjection *projection, ZnValue object, double out[4])
{
	ZnPlaneBounds bounds;
	zn_plane_bounds_init(&bounds);
	measure(projection, object, &bounds.sink);
	out[0] = bounds.x0;
	out[1] = bounds.y0;
	out[2] = bounds.x1;
	out[3] = bounds.y1;
}

/* --- area --- */

typedef struct Area {
	ZnGeoSink sink;
	ZnAdder sum, ring;
	bool in_polygon, in_line, any;
	double x00, y00, x0, y0;
} Area;

static void area_side(Area *a, double x, double y)
{
	zn_adder_add(&a->ring, a->y0 * x - a->x0 * y);
	a->x0 = x;
	a->y0 = y;
}

static void area_point(ZnGeoSink *sink, double x, double y)
{
	Area *a = (Area *)sink;
	if (!a->in_polygon || !a->in_line)
		return;
	if (a->any) {
		area_side(a, x, y);
	} else {
		a->x00 = a->x0 = x;
		a->y00 = a->y0 = y;
		a->any = true;
	}
}

static void area_line_start(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	a->in_line = true;
	a->any = false;
}

static void area_line_end(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	if (a->in_polygon && a->any)
		area_side(a, a->x00, a->y00);
	a->in_line = false;
}

static void area_polygon_start(ZnGeoSink *sink)
{
	((Area *)sink)->in_polygon = true;
}

static void area_polygon_end(ZnGeoSink *sink)
{
	Area *a = (Area *)sink;
	zn_adder_add(&a->sum, fabs(zn_adder_value(&a->ring)));
	a->ring.n = 0;
	a->in_polygon = false;
}

double zn_projected_area(const ZnProjection *projection, ZnValue object)
{
	static const ZnGeoSinkOps ops = {area_point, area_line_start, area_line_end, area_polygon_start, area_polygon_end, NULL};
	Area area = {.sink.ops = &ops};
	measure(projection, object, &area.sink);
	return zn_adder_value(&area.sum) / 2;
}

/* --- centroid: sums of x, y and weight of points, of lines by length, of rings by area --- */

typedef struct Centroid {
	ZnGeoSink sink;
	double points[3], lines[3], rings[3];
	bool in_polygon, in_line, any;
	double x00, y00, x0, y0;
} Centroid;

static void weigh(double sums[3], double x, double y, double weight)
{
	sums[0] += x * weight;
	sums[1] += y * weight;
	sums[2] += weight;
}

static void centroid_side(Centroid *c, double x, double y)
{
	double dx = x - c->x0, dy = y - c->y0, length = sqrt(dx * dx + dy * dy), area = c->y0 * x - c->x0 * y;
	weigh(c->lines, (c->x0 + x) / 2, (c->y0 + y) / 2, length);
	if (c->in_polygon) {
		c->rings[0] += area * (c->x0 + x);
		c->rings[1] += area * (c->y0 + y);
		c->rings[2] += area * 3;
	}
}

static void centroid_point(ZnGeoSink *sink, double x, double y)
{
	Centroid *c = (Centroid *)sink;
	if (c->in_line && c->any)
		centroid_side(c, x, y);
	if (c->in_line && !c->any) {
		c->x00 = x;
		c->y00 = y;
		c->any = true;
	}
	c->x0 = x;
	c->y0 = y;
	weigh(c->points, x, y, 1);
}

static void centroid_line_start(ZnGeoSink *sink)
{
	Centroid *c = (Centroid *)sink;
	c->in_line = true;
	c->any = false;
}

static void centroid_line_end(ZnGeoSink *sink)
{
	Centroid *c = (Centroid *)sink;
	if (c->in_polygon && c->any)
		centroid_point(sink, c->x00, c->y00);
	c->in_line = false;
}

static void centroid_polygon_start(ZnGeoSink *sink)
{
	((Centroid *)sink)->in_polygon = true;
}

static void centroid_polygon_end(ZnGeoSink *sink)
{
	((Centroid *)sink)->in_polygon = false;
}

static bool usable(double weight)
{
	return weight != 0 && !isnan(weight);
}

void zn_projected_centroid(const ZnProjection *projection, ZnValue object, double out[2])
{
	static const ZnGeoSinkOps ops = {centroid_point, centroid_line_start, centroid_line_end, centroid_polygon_start, centroid_polygon_end, NULL};
	Centroid c = {.sink.ops = &ops};
	measure(projection, object, &c.sink);
	const double *sums = usable(c.rings[2]) ? c.rings : usable(c.lines[2]) ? c.lines : c.points; /* of nothing: 0 / 0 */
	out[0] = sums[0] / sums[2];
	out[1] = sums[1] / sums[2];
}
