/* Bounds on the globe: the smallest box of longitudes and latitudes, which may cross the antimeridian or hold a pole. After d3-geo's geoBounds. */
#include "geo/measure.h"
#include "geo/sphere_area.h"

typedef struct Range { double west, east; } Range; /* degrees; west > east: across the antimeridian */

typedef struct Bounds {
	ZnGeoSink sink;
	ZnSphereArea area;
	ZnAdder turned; /* of a polygon's rings about the pole */
	GArray *ranges;
	Range now;
	double south, north;
	bool in_polygon, in_line, any;
	ZnVector last;
	double last_longitude, first[2];
} Bounds;

/* From one longitude eastwards to another: 0 .. 360, where 360 is not 0. */
static double eastward(double from, double to)
{
	return to - from < 0 ? to - from + 360 : to - from;
}

static void add_range(Bounds *b, double longitude)
{
	b->now = (Range){longitude, longitude};
	g_array_append_val(b->ranges, b->now);
}

static void keep_range(Bounds *b)
{
	if (b->ranges->len)
		g_array_index(b->ranges, Range, b->ranges->len - 1) = b->now;
}

static void add_latitude(Bounds *b, double latitude)
{
	if (latitude < b->south)
		b->south = latitude;
	if (latitude > b->north)
		b->north = latitude;
}

static void widen_east(Bounds *b, double longitude)
{
	if (eastward(b->now.west, longitude) > eastward(b->now.west, b->now.east))
		b->now.east = longitude;
}

static void widen_west(Bounds *b, double longitude)
{
	if (eastward(longitude, b->now.east) > eastward(b->now.west, b->now.east))
		b->now.west = longitude;
}

/* The latitude at which a great circle turns back may lie beyond both ends. */
static void add_turning(Bounds *b, ZnVector v, double longitude, double latitude)
{
	ZnVector normal = zn_vector_cross(b->last, v), turning = zn_vector_unit(zn_vector_cross((ZnVector){normal.y, -normal.x, 0}, normal));
	double delta = longitude - b->last_longitude, sign = delta > 0 ? 1 : -1, lambda, phi;
	bool antimeridian = fabs(delta) > 180;
	zn_vector_angles(turning, &lambda, &phi);
	double at = lambda * ZN_GEO_DEGREES * sign;
	if (antimeridian ^ (sign * b->last_longitude < at && at < sign * longitude)) {
		if (phi * ZN_GEO_DEGREES > b->north)
			b->north = phi * ZN_GEO_DEGREES;
		return;
	}
	at = fmod(at + 360, 360) - 180;
	if (antimeridian ^ (sign * b->last_longitude < at && at < sign * longitude)) {
		if (-phi * ZN_GEO_DEGREES < b->south)
			b->south = -phi * ZN_GEO_DEGREES;
		return;
	}
	add_latitude(b, latitude);
}

static void line_point(Bounds *b, double longitude, double latitude)
{
	ZnVector v = zn_vector_of(longitude * ZN_GEO_RADIANS, latitude * ZN_GEO_RADIANS);
	if (!b->any) {
		add_range(b, longitude);
	} else {
		add_turning(b, v, longitude, latitude);
		bool antimeridian = fabs(longitude - b->last_longitude) > 180;
		if (!antimeridian && b->now.east >= b->now.west) {
			b->now.west = MIN(b->now.west, longitude);
			b->now.east = MAX(b->now.east, longitude);
		} else if (antimeridian ? longitude < b->last_longitude : longitude > b->last_longitude) {
			widen_east(b, longitude);
		} else {
			widen_west(b, longitude);
		}
	}
	add_latitude(b, latitude);
	b->last = v;
	b->last_longitude = longitude;
	b->any = true;
}

static void ring_point(Bounds *b, double longitude, double latitude)
{
	if (b->any) {
		double delta = longitude - b->last_longitude;
		zn_adder_add(&b->turned, fabs(delta) > 180 ? delta + (delta > 0 ? 360 : -360) : delta);
	} else {
		b->first[0] = longitude;
		b->first[1] = latitude;
	}
	zn_sphere_ring_point(&b->area, longitude, latitude);
	line_point(b, longitude, latitude);
}

static void point(ZnGeoSink *sink, double longitude, double latitude)
{
	Bounds *b = (Bounds *)sink;
	if (b->in_line && b->in_polygon) {
		ring_point(b, longitude, latitude);
	} else if (b->in_line) {
		line_point(b, longitude, latitude);
	} else {
		add_range(b, longitude);
		add_latitude(b, latitude);
	}
}

static void line_start(ZnGeoSink *sink)
{
	Bounds *b = (Bounds *)sink;
	b->in_line = true;
	b->any = false;
	zn_sphere_ring_start(&b->area);
}

static void whole_turn(Bounds *b)
{
	b->now = (Range){-180, 180};
}

static void line_end(ZnGeoSink *sink)
{
	Bounds *b = (Bounds *)sink;
	if (b->in_polygon && b->any) {
		ring_point(b, b->first[0], b->first[1]);
		zn_sphere_ring_end(&b->area);
		if (fabs(zn_adder_value(&b->turned)) > ZN_GEO_EPSILON)
			whole_turn(b);
	}
	keep_range(b);
	b->in_line = b->any = false;
}

static void polygon_start(ZnGeoSink *sink)
{
	Bounds *b = (Bounds *)sink;
	b->in_polygon = true;
	b->turned.n = b->area.ring.n = 0;
}

static void whole_globe(Bounds *b)
{
	whole_turn(b);
	b->south = -90;
	b->north = 90;
}

static void polygon_end(ZnGeoSink *sink)
{
	Bounds *b = (Bounds *)sink;
	double turned = zn_adder_value(&b->turned);
	if (zn_adder_value(&b->area.ring) < 0)
		whole_globe(b);
	else if (turned > ZN_GEO_EPSILON)
		b->north = 90;
	else if (turned < -ZN_GEO_EPSILON)
		b->south = -90;
	keep_range(b);
	b->in_polygon = false;
}

static void sphere(ZnGeoSink *sink)
{
	whole_globe((Bounds *)sink);
}

static int compare_ranges(const void *a, const void *b, void *user)
{
	const Range *x = a, *y = b;
	return x->west < y->west ? -1 : x->west > y->west ? 1 : 0;
}

static bool contains(const Range *range, double longitude)
{
	return range->west <= range->east ? range->west <= longitude && longitude <= range->east : longitude < range->west || range->east < longitude;
}

/* Ranges that overlap become one; what remains outside of the widest gap between them is the box. */
static void unite(Bounds *b)
{
	Range *ranges = (Range *)(void *)b->ranges->data;
	size_t n = 1;
	g_qsort_with_data(ranges, (int)b->ranges->len, sizeof *ranges, compare_ranges, NULL);
	for (size_t i = 1; i < b->ranges->len; i++) {
		Range *last = &ranges[n - 1], next = ranges[i];
		if (!contains(last, next.west) && !contains(last, next.east)) {
			ranges[n++] = next;
			continue;
		}
		if (eastward(last->west, next.east) > eastward(last->west, last->east))
			last->east = next.east;
		if (eastward(next.west, last->east) > eastward(last->west, last->east))
			last->west = next.west;
	}
	double widest = -INFINITY;
	for (size_t i = 0; i < n; i++) {
		const Range *before = &ranges[i ? i - 1 : n - 1];
		double gap = eastward(before->east, ranges[i].west);
		if (gap > widest) {
			widest = gap;
			b->now = (Range){ranges[i].west, before->east};
		}
	}
}

void zn_geo_bounds(ZnValue object, double out[4])
{
	static const ZnGeoSinkOps ops = {point, line_start, line_end, polygon_start, polygon_end, sphere};
	Bounds b = {.sink.ops = &ops, .now = {INFINITY, -INFINITY}, .south = INFINITY, .north = -INFINITY};
	b.ranges = g_array_new(FALSE, FALSE, sizeof(Range));
	zn_geo_stream(object, &b.sink);
	if (b.ranges->len)
		unite(&b);
	g_array_free(b.ranges, TRUE);
	bool none = b.now.west == INFINITY || b.south == INFINITY;
	out[0] = none ? NAN : b.now.west;
	out[1] = none ? NAN : b.south;
	out[2] = none ? NAN : b.now.east;
	out[3] = none ? NAN : b.north;
}
