/* The domain's length is cut into pieces of one size, one for each value of the range. */
#include "scale/ops.h"

#include <glib.h>

static void adopt(ZnScale *scale, const ZnValue *domain, size_t n)
{
	zn_scale_adopt_numbers(scale, domain, MIN(n, 2));
}

static void build(ZnScale *scale, const ZnMixer *mixer)
{
	size_t n = scale->n_range ? scale->n_range - 1 : 0;
	double x0 = zn_scale_domain_first(scale), x1 = zn_scale_domain_last(scale), pieces = (double)n + 1;
	double *numbers = zn_new_n(scale->arena, double, n);
	for (size_t i = 0; i < n; i++)
		numbers[i] = (((double)i + 1) * x1 - ((double)i - (double)n) * x0) / pieces;
	zn_thresholds_set(scale, numbers, n);
}

const ZnScaleOps zn_scale_quantize_ops = {
	.adopt = adopt,
	.nice = zn_linear_nice,
	.build = build,
	.map = zn_thresholds_map,
	.ticks = zn_linear_ticks,
	.span_format = true,
};
