/* Cutting geometry: along the antimeridian, at a circle on the globe, at a rectangle of the picture. Private to geo/.
 *
 * The ways are those of d3-geo's clip streams. Lines are cut as they pass. A polygon's rings are cut into the segments that can be seen, and the
 * segments joined again along the clip's edge (G. Greiner, K. Hormann, "Efficient Clipping of Arbitrary Polygons", 1998). */
#pragma once

#include "geo/sink.h"

typedef struct ZnGeoPoint {
	double x, y;
	bool cut; /* a circle's edge was met here: the segment is open although its ends meet */
} ZnGeoPoint;

/* Lines of points in one block of memory, which is used again. */
typedef struct ZnGeoLines {
	ZnArena *arena;
	ZnGeoPoint *points;
	size_t n, cap;
	size_t *starts; /* of each line */
	size_t first, n_lines, cap_lines;
} ZnGeoLines;

void zn_geo_lines_clear(ZnGeoLines *lines);
void zn_geo_lines_start(ZnGeoLines *lines);
void zn_geo_lines_point(ZnGeoLines *lines, double x, double y, bool cut);
/* The last line and the first become one, at the end. */
void zn_geo_lines_join_ends(ZnGeoLines *lines);
void zn_geo_lines_append(ZnGeoLines *lines, const ZnGeoPoint *points, size_t n);
static inline size_t zn_geo_lines_count(const ZnGeoLines *lines) { return lines->n_lines - lines->first; }
ZnGeoPoint *zn_geo_lines_at(const ZnGeoLines *lines, size_t i, size_t *n);

/* The edge that a clip cuts along. */
typedef struct ZnClipEdge ZnClipEdge;
struct ZnClipEdge {
	/* Points along the edge from one place to another; from == NULL: the whole edge. direction 1 or -1. */
	void (*interpolate)(const ZnClipEdge *edge, const ZnGeoPoint *from, const ZnGeoPoint *to, int direction, ZnGeoSink *sink);
	/* The order of two places along the edge: < 0, 0, > 0. */
	double (*compare)(const ZnClipEdge *edge, const ZnGeoPoint *a, const ZnGeoPoint *b);
};

/* Joins the segments of one polygon along the edge and sends the rings that result. Moves ends of segments that touch themselves. */
void zn_clip_rejoin(ZnGeoLines *segments, const ZnClipEdge *edge, bool start_inside, ZnGeoSink *sink);

/* Is the point (radians) in the polygon (rings without closing points)? On the sphere, so that a polygon may hold a pole. */
bool zn_geo_polygon_contains(const ZnGeoLines *polygon, double lambda, double phi);

/* Sinks that cut and send on. Radians. */
ZnGeoSink *zn_clip_antimeridian_new(ZnArena *arena, ZnGeoSink *target);
ZnGeoSink *zn_clip_circle_new(ZnArena *arena, double radius, ZnGeoSink *target); /* about (0, 0) */
/* px; extent = x0 y0 x1 y1 */
ZnGeoSink *zn_clip_rectangle_new(ZnArena *arena, const double extent[4], ZnGeoSink *target);

/* --- clips on the sphere share one frame; a kind is how lines are cut --- */
typedef struct ZnSphereClip ZnSphereClip;

/* A line on its way through the clip, to the target or (rings) to the buffer. */
typedef struct ZnClipLine {
	ZnSphereClip *clip;
	ZnGeoLines *buffer; /* NULL = the clip's target */
	bool any, visible, first_visible; /* of the point before; circle */
	ZnGeoPoint last;
	int code;
	double sign;
	bool clean; /* nothing was cut */
} ZnClipLine;

void zn_clip_line_emit_start(ZnClipLine *line);
void zn_clip_line_emit(ZnClipLine *line, double lambda, double phi, bool cut);
void zn_clip_line_emit_end(ZnClipLine *line);

typedef struct ZnClipKind {
	bool (*visible)(const ZnSphereClip *clip, double lambda, double phi);
	void (*start)(ZnClipLine *line);
	void (*point)(ZnClipLine *line, double lambda, double phi);
	void (*end)(ZnClipLine *line);
	bool (*ends_join)(const ZnClipLine *line); /* first and last segment are one that was cut where the ring starts */
} ZnClipKind;

struct ZnSphereClip {
	ZnGeoSink sink;
	ZnClipEdge edge;
	const ZnClipKind *kind;
	ZnGeoSink *target;
	double start[2]; /* where the edge starts: inside of the polygon or not */
	double radius, cos_radius; /* circle */
	/* at work */
	enum { ZN_CLIP_POINTS, ZN_CLIP_LINE, ZN_CLIP_RING } state;
	bool in_polygon, polygon_started;
	ZnClipLine line, ring;
	ZnGeoLines buffer, segments, polygon;
};

ZnSphereClip *zn_sphere_clip_new(ZnArena *arena, const ZnClipKind *kind, ZnGeoSink *target);
/* The order along the antimeridian or a circle. */
double zn_clip_sphere_compare(const ZnClipEdge *edge, const ZnGeoPoint *a, const ZnGeoPoint *b);
