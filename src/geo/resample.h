/* Projecting lines: points are added until the straight pieces are near enough to the curves (Mike Bostock, "Adaptive Resampling"). Private to geo/. */
#pragma once

#include "geo/sink.h"

/* Projects radians to px. */
typedef void ZnProject(const void *projection, double lambda, double phi, double out[2]);

/* delta2: the square of the distance that is near enough, px; 0 = points are only projected. */
ZnGeoSink *zn_resample_new(ZnArena *arena, ZnProject *project, const void *projection, double delta2, ZnGeoSink *target);
