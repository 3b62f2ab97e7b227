/* Curves fitted to points (vega-statistics regression, after H. Stevens' d3-regression and J. Davies' loess). */
#pragma once

#include "base/arena.h"
#include "transform/statistics.h"

typedef struct ZnFit {
	double (*predict)(const struct ZnFit *fit, double x);
	double *coef; /* as Vega reports them, constant first */
	size_t n_coef;
	double *inner; /* what predict uses: coefficients around the means */
	double mean_x, mean_y;
} ZnFit;

typedef enum { ZN_FIT_CONSTANT, ZN_FIT_LINEAR, ZN_FIT_LOG, ZN_FIT_EXP, ZN_FIT_POW, ZN_FIT_QUAD, ZN_FIT_POLY } ZnFitMethod;

/* Fits n points. `order` is of ZN_FIT_POLY. */
ZnFit zn_fit(ZnArena *arena, ZnFitMethod method, const ZnPoint *points, size_t n, int order);
/* 1 - SSE / SST of a fit; 0 for a constant. */
double zn_fit_r_squared(const ZnFit *fit, ZnFitMethod method, const ZnPoint *points, size_t n);
/* Locally weighted regression; points with one x are averaged. */
ZnPoints zn_loess(ZnArena *arena, const ZnPoint *points, size_t n, double bandwidth);
