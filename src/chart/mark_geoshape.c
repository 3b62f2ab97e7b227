/* Shapes of GeoJSON objects on a map: one path a row. */
#include "chart/geo.h"
#include "chart/mark.h"
#include "scene/path.h"

#include <math.h>
#include <string.h>

/* Draws what a projection sends: lines, closed rings, circles for points. */
typedef struct PathSink {
	ZnGeoSink sink;
	ZnPathBuilder builder;
	double radius;
	enum { NO_LINE, LINE_START, LINE } state;
	bool in_polygon;
} PathSink;

static void point(ZnGeoSink *sink, double x, double y)
{
	PathSink *p = (PathSink *)sink;
	if (p->state == LINE_START) {
		zn_path_move(&p->builder, x, y);
		p->state = LINE;
	} else if (p->state == LINE) {
		zn_path_line(&p->builder, x, y);
	} else {
		zn_path_move(&p->builder, x + p->radius, y);
		zn_path_arc(&p->builder, x, y, p->radius, 0, 2 * G_PI, false);
	}
}

static void line_start(ZnGeoSink *sink)
{
	((PathSink *)sink)->state = LINE_START;
}

static void line_end(ZnGeoSink *sink)
{
	PathSink *p = (PathSink *)sink;
	if (p->in_polygon && p->state == LINE)
		zn_path_close(&p->builder);
	p->state = NO_LINE;
}

static void polygon_start(ZnGeoSink *sink)
{
	((PathSink *)sink)->in_polygon = true;
}

static void polygon_end(ZnGeoSink *sink)
{
	((PathSink *)sink)->in_polygon = false;
}

static void encode(ZnEncode *e)
{
	e->ignore[ZN_P_SIZE] = e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = true;
	zn_encode_base(e);
}

/* The chain of sinks is made once a unit. */
static void make_chain(ZnInst *unit)
{
	static const ZnGeoSinkOps ops = {point, line_start, line_end, polygon_start, polygon_end, NULL};
	ZnArena *arena = unit->chart->context->arena;
	const ZnProjection *projection = zn_inst_projection(unit);
	PathSink *path = zn_new(arena, PathSink);
	path->sink.ops = &ops;
	path->radius = zn_projection_point_radius(projection);
	unit->geo->path = path;
	unit->geo->chain = zn_projection_sink(arena, projection, &path->sink);
}

static void item(ZnEncode *e, size_t row, ZnItem *it)
{
	ZnGeoUnit *geo = e->unit->geo;
	ZnPath path = {0};
	if (!geo) /* the projection is wrong, which is reported */
		return;
	if (!geo->chain)
		make_chain(e->unit);
	((PathSink *)geo->path)->builder = zn_path_builder(e->unit->chart->context->arena, &path);
	zn_geo_stream(geo->shapes[row], geo->chain);
	it->path.ops = path.ops;
	it->path.n = path.n;
}

const ZnMark zn_mark_geoshape = {"geoshape", encode, item, ZN_ITEM_SHAPE};
