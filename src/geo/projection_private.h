/* What a projection is made of. Private to geo/. */
#pragma once

#include "geo/projection.h"
#include "geo/raw.h"

/* What tells the types apart. */
typedef enum { ZN_PT_SPHERE, ZN_PT_MERCATOR, ZN_PT_TRANSVERSE, ZN_PT_IDENTITY, ZN_PT_ALBERS_USA } ZnProjectionKind;

typedef struct ZnProjectionType {
	const char *name;
	ZnProjectionKind kind;
	ZnRawMaker *raw;
	bool conic;
	double scale, clip_angle; /* clip_angle: degrees, 0 = at the antimeridian */
	double center[2], rotate[3], parallels[2]; /* degrees */
} ZnProjectionType;

struct ZnProjection {
	const ZnProjectionType *type;
	double k, translate[2];
	double center[2], rotate[3], parallels[2], clip_angle; /* radians */
	int reflect_x, reflect_y; /* 1 or -1 */
	bool has_extent;
	double extent[4]; /* as given: x0 y0 x1 y1 */
	double delta2;
	double point_radius;
	ZnProjection *parts[3]; /* albersUsa: the lower 48, Alaska, Hawaii */
	/* from the above: zn_projection_update */
	ZnRaw made;
	double dx, dy;
	double cos_phi, sin_phi, cos_gamma, sin_gamma;
	double clip[4]; /* what is cut off at in the end */
	bool clips;
};

/* Recomputes what follows from the properties. */
void zn_projection_update(ZnProjection *projection);
/* Recomputes where the picture is cut. Apart from the above since d3-geo's Mercator projections look for the ends of their world when they are
 * scaled, moved or centred, but not when they are rotated or reflected afterwards. */
void zn_projection_reclip(ZnProjection *projection);
