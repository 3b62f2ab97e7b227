/* Cutting along the meridian of 180 degrees, where a flat map ends. */
#include "geo/clip.h"
#include "geo/sphere.h"

static bool visible(const ZnSphereClip *clip, double lambda, double phi)
{
	return true;
}

static void start(ZnClipLine *line)
{
	zn_clip_line_emit_start(line);
	line->clean = true;
	line->last = (ZnGeoPoint){NAN, NAN, false};
}

/* The latitude at which the great circle through both points meets the antimeridian. */
static double crossing(double lambda0, double phi0, double lambda1, double phi1)
{
	double sine = sin(lambda0 - lambda1);
	if (fabs(sine) <= ZN_GEO_EPSILON)
		return (phi0 + phi1) / 2;
	return atan((sin(phi0) * cos(phi1) * sin(lambda1) - sin(phi1) * cos(phi0) * sin(lambda0)) / (cos(phi0) * cos(phi1) * sine));
}

static void cut(ZnClipLine *line, double side0, double side1, double phi)
{
	zn_clip_line_emit(line, side0, phi, false);
	zn_clip_line_emit_end(line);
	zn_clip_line_emit_start(line);
	zn_clip_line_emit(line, side1, phi, false);
	line->clean = false;
}

static void point(ZnClipLine *line, double lambda, double phi)
{
	double side = lambda > 0 ? G_PI : -G_PI, lambda0 = line->last.x, phi0 = line->last.y, moved = lambda;
	double delta = fabs(lambda - lambda0); /* NaN for the first point: none of the cases below */
	if (fabs(delta - G_PI) < ZN_GEO_EPSILON) { /* over a pole */
		double pole = (phi0 + phi) / 2 > 0 ? G_PI_2 : -G_PI_2;
		zn_clip_line_emit(line, lambda0, pole, false);
		cut(line, line->sign, side, pole);
		zn_clip_line_emit(line, lambda, pole, false);
	} else if (line->sign != side && delta >= G_PI) {
		if (fabs(lambda0 - line->sign) < ZN_GEO_EPSILON) /* points on the antimeridian itself are moved off it */
			lambda0 -= line->sign * ZN_GEO_EPSILON;
		if (fabs(lambda - side) < ZN_GEO_EPSILON)
			moved -= side * ZN_GEO_EPSILON;
		cut(line, line->sign, side, crossing(lambda0, phi0, moved, phi));
	}
	zn_clip_line_emit(line, moved, phi, false);
	line->last = (ZnGeoPoint){moved, phi, false};
	line->sign = side;
}

static void end(ZnClipLine *line)
{
	zn_clip_line_emit_end(line);
}

static bool ends_join(const ZnClipLine *line)
{
	return true;
}

static void interpolate(const ZnClipEdge *edge, const ZnGeoPoint *from, const ZnGeoPoint *to, int direction, ZnGeoSink *sink)
{
	static const double around[][2] = {{-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}, {-1, 0}, {-1, 1}};
	if (!from) {
		for (size_t i = 0; i < G_N_ELEMENTS(around); i++)
			zn_sink_point(sink, around[i][0] * G_PI, around[i][1] * direction * G_PI_2);
	} else if (fabs(from->x - to->x) > ZN_GEO_EPSILON) { /* to the other side of the map: over a pole */
		double lambda = from->x < to->x ? G_PI : -G_PI, phi = direction * lambda / 2;
		zn_sink_point(sink, -lambda, phi);
		zn_sink_point(sink, 0, phi);
		zn_sink_point(sink, lambda, phi);
	} else {
		zn_sink_point(sink, to->x, to->y);
	}
}

ZnGeoSink *zn_clip_antimeridian_new(ZnArena *arena, ZnGeoSink *target)
{
	static const ZnClipKind kind = {visible, start, point, end, ends_join};
	ZnSphereClip *clip = zn_sphere_clip_new(arena, &kind, target);
	clip->edge.interpolate = interpolate;
	clip->start[0] = -G_PI;
	clip->start[1] = -G_PI_2;
	return &clip->sink;
}
