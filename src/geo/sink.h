/* A stream of geometry: what reads a GeoJSON object, projects, cuts or measures it stands in a chain of sinks, and none of them holds the
 * whole. The protocol is that of d3-geo (Mike Bostock, "Streams"): a point alone is a Point; lines are line_start, points, line_end; polygons are
 * polygon_start, a line a ring without its closing point, polygon_end; sphere is the whole globe's outline.
 * Coordinates are degrees before a projection, radians within, px behind it. */
#pragma once

#include "base/value.h"

typedef struct ZnGeoSink ZnGeoSink;

/* What a sink does; NULL = nothing. */
typedef struct ZnGeoSinkOps {
	void (*point)(ZnGeoSink *sink, double x, double y);
	void (*line_start)(ZnGeoSink *sink);
	void (*line_end)(ZnGeoSink *sink);
	void (*polygon_start)(ZnGeoSink *sink);
	void (*polygon_end)(ZnGeoSink *sink);
	void (*sphere)(ZnGeoSink *sink);
} ZnGeoSinkOps;

struct ZnGeoSink { /* first member of every sink */
	const ZnGeoSinkOps *ops;
};

static inline void zn_sink_point(ZnGeoSink *sink, double x, double y)
{
	if (sink->ops->point)
		sink->ops->point(sink, x, y);
}

static inline void zn_sink_line_start(ZnGeoSink *sink)
{
	if (sink->ops->line_start)
		sink->ops->line_start(sink);
}

static inline void zn_sink_line_end(ZnGeoSink *sink)
{
	if (sink->ops->line_end)
		sink->ops->line_end(sink);
}

static inline void zn_sink_polygon_start(ZnGeoSink *sink)
{
	if (sink->ops->polygon_start)
		sink->ops->polygon_start(sink);
}

static inline void zn_sink_polygon_end(ZnGeoSink *sink)
{
	if (sink->ops->polygon_end)
		sink->ops->polygon_end(sink);
}

static inline void zn_sink_sphere(ZnGeoSink *sink)
{
	if (sink->ops->sphere)
		sink->ops->sphere(sink);
}

/* Sends a GeoJSON object (geometry, Feature, FeatureCollection, or {"type": "Sphere"}) down. What is none, or has no coordinates where they
 * belong, is passed over, as d3-geo passes over unknown types. */
void zn_geo_stream(ZnValue object, ZnGeoSink *sink);
