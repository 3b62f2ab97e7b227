/* The arc mark: d3-shape's arc (ISC licence, Mike Bostock) with its padding between sectors and its rounded corners. */
#include "scene/path.h"

#include <math.h>

#define EPSILON 1e-12

typedef struct Vec {
	double x, y;
} Vec;

/* A rounded corner: centre of its circle, and where that touches the side and the ring, seen from the centre. */
typedef struct Corner {
	Vec center, side, ring;
} Corner;

static double safe_acos(double x)
{
	return acos(CLAMP(x, -1, 1));
}

static double safe_asin(double x)
{
	return asin(CLAMP(x, -1, 1));
}

static Vec polar(double radius, double angle)
{
	return (Vec){radius * cos(angle), radius * sin(angle)};
}

static bool intersect(Vec p0, Vec p1, Vec p2, Vec p3, Vec *out)
{
	double x10 = p1.x - p0.x, y10 = p1.y - p0.y, x32 = p3.x - p2.x, y32 = p3.y - p2.y, t = y32 * x10 - x32 * y10;
	if (t * t < EPSILON)
		return false;
	t = (x32 * (p0.y - p2.y) - y32 * (p0.x - p2.x)) / t;
	*out = (Vec){p0.x + t * x10, p0.y + t * y10};
	return true;
}

/* The circle of radius `rc` that touches the line p0-p1 and the ring of radius r1 from inside (negative rc: from outside):
 * http://mathworld.wolfram.com/Circle-LineIntersection.html for the line shifted by rc. */
static Corner corner(Vec p0, Vec p1, double r1, double rc, bool clockwise)
{
	double x01 = p0.x - p1.x, y01 = p0.y - p1.y, lo = (clockwise ? rc : -rc) / hypot(x01, y01);
	double ox = lo * y01, oy = -lo * x01;
	double x11 = p0.x + ox, y11 = p0.y + oy, x10 = p1.x + ox, y10 = p1.y + oy;
	double mx = (x11 + x10) / 2, my = (y11 + y10) / 2, dx = x10 - x11, dy = y10 - y11, d2 = dx * dx + dy * dy;
	double r = r1 - rc, cross = x11 * y10 - x10 * y11, d = (dy < 0 ? -1 : 1) * sqrt(fmax(0, r * r * d2 - cross * cross));
	Vec a = {(cross * dy - dx * d) / d2, (-cross * dx - dy * d) / d2}, b = {(cross * dy + dx * d) / d2, (-cross * dx + dy * d) / d2};
	if (hypot(a.x - mx, a.y - my) > hypot(b.x - mx, b.y - my)) /* the nearer of the two */
		a = b;
	return (Corner){a, {-ox, -oy}, {a.x * (r1 / r - 1), a.y * (r1 / r - 1)}};
}

/* A ring between two rounded corners; when they have merged, only what is left of them. */
static void rounded_ring(ZnPathBuilder *b, Corner t0, Corner t1, double ring_radius, double radius, bool merged, bool clockwise, bool inner)
{
	if (inner)
		zn_path_line(b, t0.center.x + t0.side.x, t0.center.y + t0.side.y);
	else
		zn_path_move(b, t0.center.x + t0.side.x, t0.center.y + t0.side.y);
	double side0 = atan2(t0.side.y, t0.side.x), side1 = atan2(t1.side.y, t1.side.x);
	if (merged) {
		zn_path_arc(b, t0.center.x, t0.center.y, radius, side0, side1, !clockwise);
		return;
	}
	zn_path_arc(b, t0.center.x, t0.center.y, radius, side0, atan2(t0.ring.y, t0.ring.x), !clockwise);
	zn_path_arc(b, 0, 0, ring_radius, atan2(t0.center.y + t0.ring.y, t0.center.x + t0.ring.x),
	            atan2(t1.center.y + t1.ring.y, t1.center.x + t1.ring.x), inner ? clockwise : !clockwise);
	zn_path_arc(b, t1.center.x, t1.center.y, radius, atan2(t1.ring.y, t1.ring.x), side1, !clockwise);
}

/* Moves both ends of a ring towards each other by `pad`; what is left of the angle. */
static double pad_ring(double pad, double angle, double a0, double a1, bool clockwise, double *from, double *to)
{
	double left = angle - pad * 2;
	if (left > EPSILON) {
		*from = a0 + (clockwise ? pad : -pad);
		*to = a1 - (clockwise ? pad : -pad);
		return left;
	}
	*from = *to = (a0 + a1) / 2;
	return 0;
}

static void whole_ring(ZnPathBuilder *b, double a0, double a1, double r0, double r1, bool clockwise)
{
	Vec start = polar(r1, a0);
	zn_path_move(b, start.x, start.y);
	zn_path_arc(b, 0, 0, r1, a0, a1, !clockwise);
	if (r0 > EPSILON) {
		start = polar(r0, a1);
		zn_path_move(b, start.x, start.y);
		zn_path_arc(b, 0, 0, r0, a1, a0, clockwise);
	}
}

/* Corners may not be rounder than the sector's angle lets them: the radius of the inner (rc0) and of the outer ones (rc1). */
static void limit_corners(Vec outer0, Vec inner0, Vec outer1, Vec inner1, double r0, double r1, double *rc0, double *rc1)
{
	Vec tip;
	if (!intersect(outer0, inner0, outer1, inner1, &tip)) {
		*rc0 = *rc1 = 0;
		return;
	}
	double ax = outer0.x - tip.x, ay = outer0.y - tip.y, bx = outer1.x - tip.x, by = outer1.y - tip.y;
	double k = 1 / sin(safe_acos((ax * bx + ay * by) / (hypot(ax, ay) * hypot(bx, by))) / 2), l = hypot(tip.x, tip.y);
	*rc0 = fmin(*rc0, (r0 - l) / (k - 1));
	*rc1 = fmin(*rc1, (r1 - l) / (k + 1));
}

static void sector(ZnPathBuilder *b, double a0, double a1, double r0, double r1, double pad, double corner_radius)
{
	bool clockwise = a1 > a0;
	double angle = fabs(a1 - a0), outer_from = a0, outer_to = a1, inner_from = a0, inner_to = a1, inner_angle = angle, outer_angle = angle;
	if (pad / 2 > EPSILON) {
		double radius = hypot(r0, r1), chord = radius * sin(pad / 2);
		inner_angle = pad_ring(r0 > 0 ? safe_asin(chord / r0) : G_PI_2, angle, a0, a1, clockwise, &inner_from, &inner_to);
		outer_angle = pad_ring(safe_asin(chord / r1), angle, a0, a1, clockwise, &outer_from, &outer_to);
	}
	Vec outer0 = polar(r1, outer_from), outer1 = polar(r1, outer_to), inner0 = polar(r0, inner_from), inner1 = polar(r0, inner_to);
	double rc = fmin(fabs(r1 - r0) / 2, corner_radius), rc0 = rc, rc1 = rc;
	if (rc > EPSILON && angle < G_PI)
		limit_corners(outer0, inner0, outer1, inner1, r0, r1, &rc0, &rc1);

	if (!(outer_angle > EPSILON)) {
		zn_path_move(b, outer0.x, outer0.y);
	} else if (rc > EPSILON && rc1 > EPSILON) {
		Corner t0 = corner(inner0, outer0, r1, rc1, clockwise), t1 = corner(outer1, inner1, r1, rc1, clockwise);
		rounded_ring(b, t0, t1, r1, rc1, rc1 < rc, clockwise, false);
	} else {
		zn_path_move(b, outer0.x, outer0.y);
		zn_path_arc(b, 0, 0, r1, outer_from, outer_to, !clockwise);
	}

	if (!(r0 > EPSILON) || !(inner_angle > EPSILON)) {
		zn_path_line(b, inner1.x, inner1.y);
	} else if (rc > EPSILON && rc0 > EPSILON) {
		Corner t0 = corner(inner1, outer1, r0, -rc0, clockwise), t1 = corner(outer0, inner0, r0, -rc0, clockwise);
		rounded_ring(b, t0, t1, r0, rc0, rc0 < rc, clockwise, true);
	} else {
		zn_path_arc(b, 0, 0, r0, inner_to, inner_from, clockwise);
	}
}

void zn_path_add_arc_mark(ZnPathBuilder *b, double start, double end, double inner, double outer, double pad, double corner_radius)
{
	double r0 = fmin(inner, outer), r1 = fmax(inner, outer), a0 = start - G_PI_2, a1 = end - G_PI_2;
	if (!(r1 > EPSILON))
		zn_path_move(b, 0, 0);
	else if (fabs(a1 - a0) > 2 * G_PI - EPSILON)
		whole_ring(b, a0, a1, fmax(r0, 0), r1, a1 > a0);
	else
		sector(b, a0, a1, fmax(r0, 0), r1, pad, corner_radius);
	zn_path_close(b);
}
