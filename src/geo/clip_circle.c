/* Cutting at a small circle about (0, 0): what an azimuthal projection can show. */
#include "geo/clip.h"
#include "geo/sphere.h"

#define STEP (2 * ZN_GEO_RADIANS) /* between points along the circle */

static bool visible(const ZnSphereClip *c, double lambda, double phi)
{
	return cos(lambda) * cos(phi) > c->cos_radius;
}

static bool smaller_than_hemisphere(const ZnSphereClip *c)
{
	return c->cos_radius > 0;
}

/* Outside of which sides of the circle's bounding box a point lies, as bits (Cohen and Sutherland): two points outside of the same side cannot
 * have the circle between them. */
static int outcode(const ZnSphereClip *c, double lambda, double phi)
{
	double r = smaller_than_hemisphere(c) ? c->radius : G_PI - c->radius;
	return (lambda < -r ? 1 : lambda > r ? 2 : 0) | (phi < -r ? 4 : phi > r ? 8 : 0);
}

/* Where the great circle through a and b meets the clip circle's plane: the line p + t u. False when the two are parallel. */
static bool meeting_line(const ZnSphereClip *c, ZnGeoPoint a, ZnGeoPoint b, ZnVector *p, ZnVector *u)
{
	ZnVector n1 = {1, 0, 0}, n2 = zn_vector_cross(zn_vector_of(a.x, a.y), zn_vector_of(b.x, b.y));
	double n2n2 = zn_vector_dot(n2, n2), n1n2 = n2.x, determinant = n2n2 - n1n2 * n1n2;
	if (determinant == 0 || isnan(determinant))
		return false;
	*u = zn_vector_cross(n1, n2);
	*p = zn_vector_mix(n1, c->cos_radius * n2n2 / determinant, n2, -c->cos_radius * n1n2 / determinant);
	return true;
}

/* The two points of the line on the sphere; false when it passes the sphere by. */
static bool on_sphere(ZnVector p, ZnVector u, ZnGeoPoint out[2])
{
	double w = zn_vector_dot(p, u), uu = zn_vector_dot(u, u), t2 = w * w - uu * (zn_vector_dot(p, p) - 1);
	if (t2 < 0)
		return false;
	for (int i = 0; i < 2; i++) {
		out[i].cut = false;
		zn_vector_angles(zn_vector_mix(u, (-w + (i ? 1 : -1) * sqrt(t2)) / uu, p, 1), &out[i].x, &out[i].y);
	}
	return true;
}

/* Where the side from a to b crosses the circle; a where it only touches. */
static ZnGeoPoint intersect(const ZnSphereClip *c, ZnGeoPoint a, ZnGeoPoint b)
{
	ZnVector p, u;
	ZnGeoPoint both[2];
	return meeting_line(c, a, b, &p, &u) && on_sphere(p, u, both) ? both[0] : a;
}

/* Both crossings of a side whose ends are on the same side of the circle; false when it has none. */
static bool intersect_twice(const ZnSphereClip *c, ZnGeoPoint a, ZnGeoPoint b, ZnGeoPoint both[2])
{
	ZnVector p, u;
	if (!meeting_line(c, a, b, &p, &u) || !on_sphere(p, u, both))
		return false;
	double lambda0 = MIN(a.x, b.x), lambda1 = MAX(a.x, b.x), delta = lambda1 - lambda0, phi0 = a.y, phi1 = b.y;
	bool polar = fabs(delta - G_PI) < ZN_GEO_EPSILON, meridian = polar || delta < ZN_GEO_EPSILON;
	ZnGeoPoint q = both[0];
	if (!polar && phi1 < phi0) {
		phi0 = b.y;
		phi1 = a.y;
	}
	/* is the first of them between a and b? */
	if (meridian && polar)
		return (phi0 + phi1 > 0) ^ (q.y < (fabs(q.x - lambda0) < ZN_GEO_EPSILON ? phi0 : phi1));
	if (meridian)
		return phi0 <= q.y && q.y <= phi1;
	return (delta > G_PI) ^ (lambda0 <= q.x && q.x <= lambda1);
}

static void start(ZnClipLine *line)
{
	line->any = line->visible = line->first_visible = false;
	line->clean = true;
}

/* In or out: the line starts or ends at the circle. */
static ZnGeoPoint cross(ZnClipLine *line, ZnGeoPoint p, bool in)
{
	ZnGeoPoint at = in ? intersect(line->clip, p, line->last) : intersect(line->clip, line->last, p);
	line->clean = false;
	if (in)
		zn_clip_line_emit_start(line);
	zn_clip_line_emit(line, at.x, at.y, !in);
	if (!in)
		zn_clip_line_emit_end(line);
	return at;
}

/* In and out again, or out and in, between two points on the same side. */
static void cross_twice(ZnClipLine *line, ZnGeoPoint p)
{
	ZnGeoPoint both[2];
	if (!intersect_twice(line->clip, p, line->last, both))
		return;
	bool small = smaller_than_hemisphere(line->clip);
	line->clean = false;
	if (small)
		zn_clip_line_emit_start(line);
	zn_clip_line_emit(line, both[!small].x, both[!small].y, false);
	if (!small) {
		zn_clip_line_emit_end(line);
		zn_clip_line_emit_start(line);
	}
	zn_clip_line_emit(line, both[small].x, both[small].y, !small);
	if (small)
		zn_clip_line_emit_end(line);
}

static void point(ZnClipLine *line, double lambda, double phi)
{
	const ZnSphereClip *c = line->clip;
	ZnGeoPoint p = {lambda, phi, false};
	bool small = smaller_than_hemisphere(c), v = visible(c, lambda, phi), had = line->any;
	ZnGeoPoint before = line->last;
	int code = small ? (v ? 0 : outcode(c, lambda, phi)) : v ? outcode(c, lambda + (lambda < 0 ? G_PI : -G_PI), phi) : 0;
	if (!had) {
		line->first_visible = line->visible = v;
		if (v)
			zn_clip_line_emit_start(line);
	}
	if (v != line->visible)
		before = cross(line, p, v);
	else if (had && fabs(c->cos_radius) > ZN_GEO_EPSILON && small != v && !(code & line->code))
		cross_twice(line, p);
	if (v && (!had || !zn_geo_near(before.x, before.y, lambda, phi)))
		zn_clip_line_emit(line, lambda, phi, false);
	line->last = p;
	line->any = true;
	line->visible = v;
	line->code = code;
}

static void end(ZnClipLine *line)
{
	if (line->visible)
		zn_clip_line_emit_end(line);
	line->any = false;
}

static bool ends_join(const ZnClipLine *line)
{
	return line->first_visible && line->visible;
}

/* The angle of a point about the circle's centre. */
static double angle_of(const ZnSphereClip *c, const ZnGeoPoint *p)
{
	ZnVector v = zn_vector_of(p->x, p->y);
	v.x -= c->cos_radius;
	v = zn_vector_unit(v);
	double angle = zn_geo_acos(-v.y);
	return fmod((-v.z < 0 ? -angle : angle) + ZN_GEO_TAU - ZN_GEO_EPSILON, ZN_GEO_TAU);
}

static void interpolate(const ZnClipEdge *edge, const ZnGeoPoint *from, const ZnGeoPoint *to, int direction, ZnGeoSink *sink)
{
	const ZnSphereClip *c = (const ZnSphereClip *)((const char *)edge - G_STRUCT_OFFSET(ZnSphereClip, edge));
	double sin_radius = sin(c->radius), step = direction * STEP, t0, t1;
	if (from) {
		t0 = angle_of(c, from);
		t1 = angle_of(c, to);
		if (direction > 0 ? t0 < t1 : t0 > t1)
			t0 += direction * ZN_GEO_TAU;
	} else {
		t0 = c->radius + direction * ZN_GEO_TAU;
		t1 = c->radius - step / 2;
	}
	for (double t = t0; direction > 0 ? t > t1 : t < t1; t -= step) {
		double lambda, phi;
		zn_vector_angles((ZnVector){c->cos_radius, -sin_radius * cos(t), -sin_radius * sin(t)}, &lambda, &phi);
		zn_sink_point(sink, lambda, phi);
	}
}

ZnGeoSink *zn_clip_circle_new(ZnArena *arena, double radius, ZnGeoSink *target)
{
	static const ZnClipKind kind = {visible, start, point, end, ends_join};
	ZnSphereClip *clip = zn_sphere_clip_new(arena, &kind, target);
	clip->radius = radius;
	clip->cos_radius = cos(radius);
	clip->edge.interpolate = interpolate;
	clip->start[0] = clip->cos_radius > 0 ? 0 : -G_PI;
	clip->start[1] = clip->cos_radius > 0 ? -radius : radius - G_PI;
	return &clip->sink;
}
