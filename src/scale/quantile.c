/* The data are cut into as many parts of equal number as the range has values. */
#include "scale/ops.h"

#include <math.h>
#include <stdlib.h>

static int compare_numbers(const void *a, const void *b)
{
	double x = ((const ZnValue *)a)->num, y = ((const ZnValue *)b)->num;
	return (x > y) - (x < y);
}

static void adopt(ZnScale *scale, const ZnValue *domain, size_t n)
{
	scale->domain = zn_new_n(scale->arena, ZnValue, n);
	scale->n_domain = 0;
	for (size_t i = 0; i < n; i++) {
		double x = zn_scale_number(domain[i]);
		if (!isnan(x))
			scale->domain[scale->n_domain++] = zn_num(x);
	}
	if (scale->n_domain)
		qsort(scale->domain, scale->n_domain, sizeof *scale->domain, compare_numbers);
}

/* R-7, as d3-array quantileSorted; 0 < p < 1. */
static double quantile(const ZnScale *scale, double p)
{
	if (scale->n_domain < 2)
		return zn_scale_domain_first(scale);
	double at = (double)(scale->n_domain - 1) * p, below = floor(at);
	double a = scale->domain[(size_t)below].num, b = scale->domain[(size_t)below + 1].num;
	return a + (b - a) * (at - below);
}

static void build(ZnScale *scale, const ZnMixer *mixer)
{
	size_t n = scale->n_range ? scale->n_range - 1 : 0;
	double *numbers = zn_new_n(scale->arena, double, n);
	for (size_t i = 0; i < n; i++)
		numbers[i] = quantile(scale, (double)(i + 1) / (double)(n + 1));
	zn_thresholds_set(scale, numbers, n);
}

const ZnScaleOps zn_scale_quantile_ops = {.adopt = adopt, .build = build, .map = zn_thresholds_map};
