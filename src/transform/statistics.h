/* Statistics of plain numbers (vega-statistics, d3-array). */
#pragma once

#include "base/value.h"
#include "expr/expr.h"

/* The numbers among the values of rows[0..n): null, undefined, "" and NaN are left out (vega-statistics numbers). Free with g_free. */
double *zn_numbers(const ZnValue *cells, const size_t *rows, size_t n, size_t *count);
void zn_sort_numbers(double *numbers, size_t n);
/* d3's quantileSorted; NaN of nothing. */
double zn_quantile_sorted(const double *sorted, size_t n, double p);
/* d3's deviation: the sample standard deviation; NaN of fewer than two. */
double zn_deviation(const double *numbers, size_t n);
/* The bootstrapped confidence interval of the mean, `samples` times, of vega-statistics; false of nothing. */
bool zn_bootstrap_ci(const double *numbers, size_t n, size_t samples, double alpha, uint64_t *random, double out[2]);
/* vega-util extent of cells; false when no value is valid. */
bool zn_extent(const ZnValue *cells, const size_t *rows, size_t n, double out[2]);


/* Points of a curve f over an extent, refined where it bends (vega-statistics sampleCurve). */
typedef struct ZnPoint {
	double x, y;
} ZnPoint;
typedef struct ZnPoints {
	ZnPoint *items;
	size_t n, cap;
} ZnPoints;
ZnPoints zn_sample_curve(ZnArena *arena, double (*f)(void *user, double x), void *user, const double extent[2], size_t min_steps,
                         size_t max_steps);
