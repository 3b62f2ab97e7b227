/* GeoJSON (RFC 7946) as a stream. */
#include "geo/sink.h"

#include <string.h>

static void stream_geometry(ZnValue geometry, ZnGeoSink *sink);

static void stream_position(ZnValue position, ZnGeoSink *sink)
{
	if (zn_is_arr(position))
		zn_sink_point(sink, zn_to_num(zn_at(position, 0)), zn_to_num(zn_at(position, 1)));
}

/* `closed`: a ring, whose last position repeats its first and is not sent. */
static void stream_line(ZnValue positions, ZnGeoSink *sink, bool closed)
{
	size_t n = zn_is_arr(positions) ? zn_len(positions) : 0;
	zn_sink_line_start(sink);
	for (size_t i = 0; i + closed < n; i++)
		stream_position(zn_at(positions, i), sink);
	zn_sink_line_end(sink);
}

static void stream_polygon(ZnValue rings, ZnGeoSink *sink)
{
	zn_sink_polygon_start(sink);
	for (size_t i = 0; i < zn_len(rings); i++)
		stream_line(zn_at(rings, i), sink, true);
	zn_sink_polygon_end(sink);
}

static void point(ZnValue geometry, ZnGeoSink *sink)
{
	stream_position(zn_get(geometry, "coordinates"), sink);
}

static void multi_point(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue points = zn_get(geometry, "coordinates");
	for (size_t i = 0; zn_is_arr(points) && i < zn_len(points); i++)
		stream_position(zn_at(points, i), sink);
}

static void line_string(ZnValue geometry, ZnGeoSink *sink)
{
	stream_line(zn_get(geometry, "coordinates"), sink, false);
}

static void multi_line_string(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue lines = zn_get(geometry, "coordinates");
	for (size_t i = 0; zn_is_arr(lines) && i < zn_len(lines); i++)
		stream_line(zn_at(lines, i), sink, false);
}

static void polygon(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue rings = zn_get(geometry, "coordinates");
	if (zn_is_arr(rings))
		stream_polygon(rings, sink);
}

static void multi_polygon(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue polygons = zn_get(geometry, "coordinates");
	for (size_t i = 0; zn_is_arr(polygons) && i < zn_len(polygons); i++)
		if (zn_is_arr(zn_at(polygons, i)))
			stream_polygon(zn_at(polygons, i), sink);
}

static void collection(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue geometries = zn_get(geometry, "geometries");
	for (size_t i = 0; zn_is_arr(geometries) && i < zn_len(geometries); i++)
		stream_geometry(zn_at(geometries, i), sink);
}

static void sphere(ZnValue geometry, ZnGeoSink *sink)
{
	zn_sink_sphere(sink);
}

static const struct {
	const char *type;
	void (*stream)(ZnValue geometry, ZnGeoSink *sink);
} geometries[] = {
	{"Polygon", polygon},		{"MultiPolygon", multi_polygon},		 {"Point", point},					{"MultiPoint", multi_point},
	{"LineString", line_string}, {"MultiLineString", multi_line_string}, {"GeometryCollection", collection}, {"Sphere", sphere},
};

static void stream_geometry(ZnValue geometry, ZnGeoSink *sink)
{
	ZnValue type = zn_get(geometry, "type");
	for (size_t i = 0; zn_is_str(type) && i < G_N_ELEMENTS(geometries); i++)
		if (!strcmp(type.str, geometries[i].type)) {
			geometries[i].stream(geometry, sink);
			return;
		}
}

void zn_geo_stream(ZnValue object, ZnGeoSink *sink)
{
	ZnValue type = zn_get(object, "type"), features = zn_get(object, "features");
	if (zn_is_string(type, "Feature")) {
		stream_geometry(zn_get(object, "geometry"), sink);
	} else if (zn_is_string(type, "FeatureCollection")) {
		for (size_t i = 0; zn_is_arr(features) && i < zn_len(features); i++)
			stream_geometry(zn_get(zn_at(features, i), "geometry"), sink);
	} else {
		stream_geometry(object, sink);
	}
}
