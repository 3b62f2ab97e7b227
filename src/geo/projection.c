#include "geo/projection_private.h"

#include "geo/clip.h"
#include "geo/resample.h"
#include "geo/sphere.h"

#include <string.h>

static const ZnProjectionType types[] = {
	{"albers", ZN_PT_SPHERE, zn_raw_conic_equal_area, true, 1070, 0, {-0.6, 38.7}, {96, 0, 0}, {29.5, 45.5}},
	{"albersUsa", ZN_PT_ALBERS_USA, NULL, false, 1070},
	{"azimuthalEqualArea", ZN_PT_SPHERE, zn_raw_azimuthal_equal_area, false, 124.75, 180 - 1e-3},
	{"azimuthalEquidistant", ZN_PT_SPHERE, zn_raw_azimuthal_equidistant, false, 79.4188, 180 - 1e-3},
	{"conicConformal", ZN_PT_SPHERE, zn_raw_conic_conformal, true, 109.5, 0, {0, 0}, {0, 0, 0}, {30, 30}},
	{"conicEqualArea", ZN_PT_SPHERE, zn_raw_conic_equal_area, true, 155.424, 0, {0, 33.6442}, {0, 0, 0}, {0, 60}},
	{"conicEquidistant", ZN_PT_SPHERE, zn_raw_conic_equidistant, true, 131.154, 0, {0, 13.9389}, {0, 0, 0}, {0, 60}},
	{"equalEarth", ZN_PT_SPHERE, zn_raw_equal_earth, false, 177.158},
	{"equirectangular", ZN_PT_SPHERE, zn_raw_equirectangular, false, 152.63},
	{"gnomonic", ZN_PT_SPHERE, zn_raw_gnomonic, false, 144.049, 60},
	{"identity", ZN_PT_IDENTITY, NULL, false, 1},
	{"mercator", ZN_PT_MERCATOR, zn_raw_mercator, false, 961 / ZN_GEO_TAU},
	{"naturalEarth1", ZN_PT_SPHERE, zn_raw_natural_earth, false, 175.295},
	{"orthographic", ZN_PT_SPHERE, zn_raw_orthographic, false, 249.5, 90 + ZN_GEO_EPSILON},
	{"stereographic", ZN_PT_SPHERE, zn_raw_stereographic, false, 250, 142},
	{"transverseMercator", ZN_PT_TRANSVERSE, zn_raw_transverse_mercator, false, 159.155, 0, {0, 0}, {0, 0, 90}},
};

/* albersUsa: standard parallels of each region from the USGS; Alaska is shown at 0.35 of its size (as d3-geo's geoAlbersUsa). `at` and `clip`
 * are shares of the scale. */
static const struct {
	ZnProjectionType type;
	double scale, at[2], clip[4];
	bool inset; /* its edge is drawn in a little, so that the parts never share a place */
} parts[] = {
	{{"lower48", ZN_PT_SPHERE, zn_raw_conic_equal_area, true, 1070, 0, {-0.6, 38.7}, {96, 0, 0}, {29.5, 45.5}}, 1, {0, 0}, {-0.455, -0.238, 0.455, 0.238}, false},
	{{"alaska", ZN_PT_SPHERE, zn_raw_conic_equal_area, true, 155.424, 0, {-2, 58.5}, {154, 0, 0}, {55, 65}}, 0.35, {-0.307, 0.201}, {-0.425, 0.120, -0.214, 0.234}, true},
	{{"hawaii", ZN_PT_SPHERE, zn_raw_conic_equal_area, true, 155.424, 0, {-3, 19.9}, {157, 0, 0}, {8, 18}}, 1, {-0.205, 0.212}, {-0.214, 0.166, -0.115, 0.234}, true},
};

const char *const *zn_projection_types(void)
{
	static const char *const names[] = {"albers", "albersUsa", "azimuthalEqualArea", "azimuthalEquidistant", "conicConformal", "conicEqualArea",
										"conicEquidistant", "equalEarth", "equirectangular", "gnomonic", "identity", "mercator", "naturalEarth1",
										"orthographic", "stereographic", "transverseMercator", NULL};
	return names;
}

static ZnProjection *new_of_type(ZnArena *arena, const ZnProjectionType *type)
{
	ZnProjection *p = zn_new(arena, ZnProjection);
	p->type = type;
	p->k = type->scale;
	p->reflect_x = p->reflect_y = 1;
	p->point_radius = 4.5;
	p->delta2 = 0.5;
	p->clip_angle = type->clip_angle * ZN_GEO_RADIANS;
	if (type->kind != ZN_PT_IDENTITY) {
		p->translate[0] = 480;
		p->translate[1] = 250;
	}
	for (int i = 0; i < 2; i++) {
		p->center[i] = type->center[i] * ZN_GEO_RADIANS;
		p->parallels[i] = type->parallels[i] * ZN_GEO_RADIANS;
	}
	for (int i = 0; i < 3; i++)
		p->rotate[i] = type->rotate[i] * ZN_GEO_RADIANS;
	return p;
}

ZnProjection *zn_projection_new(ZnArena *arena, const char *type)
{
	for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
		if (g_ascii_strcasecmp(types[i].name, type) != 0)
			continue;
		ZnProjection *p = new_of_type(arena, &types[i]);
		for (size_t part = 0; types[i].kind == ZN_PT_ALBERS_USA && part < G_N_ELEMENTS(parts); part++)
			p->parts[part] = new_of_type(arena, &parts[part].type);
		zn_projection_update(p);
		zn_projection_reclip(p);
		return p;
	}
	return NULL;
}

const char *zn_projection_type(const ZnProjection *p)
{
	return p->type->name;
}

double zn_projection_point_radius(const ZnProjection *p)
{
	return p->point_radius;
}

double zn_projection_scale(const ZnProjection *p)
{
	return p->k;
}

void zn_projection_translate(const ZnProjection *p, double out[2])
{
	out[0] = p->translate[0];
	out[1] = p->translate[1];
}

/* --- one point --- */

static void rotate(const ZnProjection *p, double *lambda, double *phi)
{
	bool turned = p->rotate[1] != 0 || p->rotate[2] != 0;
	double by = fmod(p->rotate[0], ZN_GEO_TAU);
	if (by != 0 || !turned)
		*lambda = zn_geo_wrap(*lambda + by);
	if (!turned)
		return;
	double x = cos(*lambda) * cos(*phi), y = sin(*lambda) * cos(*phi), z = sin(*phi), k = z * p->cos_phi + x * p->sin_phi;
	*lambda = atan2(y * p->cos_gamma - k * p->sin_gamma, x * p->cos_phi - z * p->sin_phi);
	*phi = zn_geo_asin(k * p->cos_gamma + y * p->sin_gamma);
}

static void project(const void *projection, double lambda, double phi, double out[2])
{
	const ZnProjection *p = projection;
	double xy[2];
	p->made.forward(&p->made, lambda, phi, xy);
	out[0] = p->dx + p->k * (xy[0] * p->reflect_x);
	out[1] = p->dy - p->k * (xy[1] * p->reflect_y);
}

static bool within(const double clip[4], const double xy[2])
{
	return clip[0] <= xy[0] && xy[0] <= clip[2] && clip[1] <= xy[1] && xy[1] <= clip[3];
}

bool zn_projection_point(const ZnProjection *p, double longitude, double latitude, double out[2])
{
	if (p->type->kind == ZN_PT_IDENTITY) {
		out[0] = longitude * p->k * p->reflect_x + p->translate[0];
		out[1] = latitude * p->k * p->reflect_y + p->translate[1];
		return true;
	}
	if (p->type->kind == ZN_PT_ALBERS_USA) {
		for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
			if (zn_projection_point(p->parts[i], longitude, latitude, out) && within(p->parts[i]->clip, out))
				return true;
		return false;
	}
	double lambda = longitude * ZN_GEO_RADIANS, phi = latitude * ZN_GEO_RADIANS;
	rotate(p, &lambda, &phi);
	project(p, lambda, phi, out);
	return true;
}

/* --- what follows from the properties --- */

/* The place that the rotation brings to (0, 0), in degrees. */
static void unrotated_origin(const ZnProjection *p, double out[2])
{
	double gamma = p->rotate[2] - (p->type->kind == ZN_PT_TRANSVERSE ? G_PI_2 : 0);
	double lambda = 0, phi = 0;
	if (p->rotate[1] != 0 || gamma != 0) {
		lambda = atan2(0, p->cos_phi);
		phi = zn_geo_asin(-p->sin_phi);
	}
	out[0] = zn_geo_wrap(lambda - fmod(p->rotate[0], ZN_GEO_TAU)) * ZN_GEO_DEGREES;
	out[1] = phi * ZN_GEO_DEGREES;
}

/* A Mercator world has no end to the north and south, but to the east and west: there it is cut, whatever else is. */
static void clip_mercator(ZnProjection *p)
{
	double origin[2], at[2], half = G_PI * p->k;
	unrotated_origin(p, origin);
	zn_projection_point(p, origin[0], origin[1], at);
	double world[4] = {at[0] - half, at[1] - half, at[0] + half, at[1] + half};
	if (!p->clips)
		memcpy(p->clip, world, sizeof world);
	for (int side = p->type->kind == ZN_PT_MERCATOR ? 0 : 1; side < 4 && p->clips; side += 2)
		p->clip[side] = side < 2 ? MAX(p->clip[side], world[side]) : MIN(p->clip[side], world[side]);
	p->clips = true;
}

void zn_projection_reclip(ZnProjection *p)
{
	p->clips = p->has_extent;
	memcpy(p->clip, p->extent, sizeof p->clip);
	if (p->type->kind == ZN_PT_MERCATOR || p->type->kind == ZN_PT_TRANSVERSE)
		clip_mercator(p);
}

static void update_parts(ZnProjection *p)
{
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		ZnProjection *part = p->parts[i];
		part->k = p->k * parts[i].scale;
		part->delta2 = p->delta2;
		part->has_extent = true;
		for (int c = 0; c < 4; c++) {
			double inset = !parts[i].inset ? 0 : c < 2 ? ZN_GEO_EPSILON : -ZN_GEO_EPSILON;
			part->extent[c] = p->translate[c % 2] + parts[i].clip[c] * p->k + inset;
		}
		part->translate[0] = p->translate[0] + parts[i].at[0] * p->k;
		part->translate[1] = p->translate[1] + parts[i].at[1] * p->k;
		zn_projection_update(part);
		zn_projection_reclip(part);
	}
}

void zn_projection_update(ZnProjection *p)
{
	if (p->type->kind == ZN_PT_ALBERS_USA)
		update_parts(p);
	if (!p->type->raw)
		return;
	p->made = p->type->raw(p->parallels[0], p->parallels[1]);
	p->cos_phi = cos(p->rotate[1]);
	p->sin_phi = sin(p->rotate[1]);
	p->cos_gamma = cos(p->rotate[2]);
	p->sin_gamma = sin(p->rotate[2]);
	double center[2];
	p->dx = p->dy = 0;
	project(p, p->center[0], p->center[1], center);
	p->dx = p->translate[0] - center[0];
	p->dy = p->translate[1] - center[1];
}

/* --- the chain --- */

typedef struct Entry { /* where the chain starts: degrees in */
	ZnGeoSink sink;
	const ZnProjection *projection;
	ZnGeoSink *next[3]; /* albersUsa has three, others one */
} Entry;

static void entry_point(ZnGeoSink *sink, double x, double y)
{
	Entry *e = (Entry *)sink;
	double lambda = x * ZN_GEO_RADIANS, phi = y * ZN_GEO_RADIANS;
	rotate(e->projection, &lambda, &phi);
	zn_sink_point(e->next[0], lambda, phi);
}

static void identity_point(ZnGeoSink *sink, double x, double y)
{
	Entry *e = (Entry *)sink;
	double xy[2];
	zn_projection_point(e->projection, x, y, xy);
	zn_sink_point(e->next[0], xy[0], xy[1]);
}

static void usa_point(ZnGeoSink *sink, double x, double y)
{
	Entry *e = (Entry *)sink;
	for (size_t i = 0; i < G_N_ELEMENTS(e->next); i++)
		zn_sink_point(e->next[i], x, y);
}

#define FORWARD(what)                                                                                                   \
	static void entry_##what(ZnGeoSink *sink)                                                                           \
	{                                                                                                                   \
		Entry *e = (Entry *)sink;                                                                                       \
		for (size_t i = 0; i < G_N_ELEMENTS(e->next) && e->next[i]; i++)                                                \
			zn_sink_##what(e->next[i]);                                                                                 \
	}
FORWARD(line_start)
FORWARD(line_end)
FORWARD(polygon_start)
FORWARD(polygon_end)
FORWARD(sphere)

ZnGeoSink *zn_projection_sink(ZnArena *arena, const ZnProjection *p, ZnGeoSink *target)
{
	static const ZnGeoSinkOps sphere_ops = {entry_point, entry_line_start, entry_line_end, entry_polygon_start, entry_polygon_end, entry_sphere};
	static const ZnGeoSinkOps identity_ops = {identity_point, entry_line_start, entry_line_end, entry_polygon_start, entry_polygon_end, NULL};
	static const ZnGeoSinkOps usa_ops = {usa_point, entry_line_start, entry_line_end, entry_polygon_start, entry_polygon_end, entry_sphere};
	Entry *e = zn_new(arena, Entry);
	e->projection = p;
	if (p->type->kind == ZN_PT_ALBERS_USA) {
		e->sink.ops = &usa_ops;
		for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
			e->next[i] = zn_projection_sink(arena, p->parts[i], target);
		return &e->sink;
	}
	if (p->clips)
		target = zn_clip_rectangle_new(arena, p->clip, target);
	if (p->type->kind == ZN_PT_IDENTITY) {
		e->sink.ops = &identity_ops;
		e->next[0] = target;
		return &e->sink;
	}
	target = zn_resample_new(arena, project, p, p->delta2, target);
	e->sink.ops = &sphere_ops;
	e->next[0] = p->clip_angle != 0 ? zn_clip_circle_new(arena, p->clip_angle, target) : zn_clip_antimeridian_new(arena, target);
	return &e->sink;
}
