/* The domain is a list of thresholds; between two of them lies one value of the range. */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>

typedef struct Thresholds {
	size_t n;
	double *numbers;
} Thresholds;

void zn_thresholds_set(ZnScale *scale, double *numbers, size_t n)
{
	Thresholds *thresholds = zn_new(scale->arena, Thresholds);
	*thresholds = (Thresholds){n, numbers};
	scale->state = thresholds;
}

const double *zn_scale_thresholds(const ZnScale *scale, size_t *n)
{
	bool has = scale->ops == &zn_scale_threshold_ops || scale->ops == &zn_scale_quantize_ops || scale->ops == &zn_scale_quantile_ops;
	*n = has ? ((const Thresholds *)scale->state)->n : 0;
	return has ? ((const Thresholds *)scale->state)->numbers : NULL;
}

ZnValue zn_thresholds_map(const ZnScale *scale, ZnValue value)
{
	const Thresholds *thresholds = scale->state;
	double x = zn_scale_number(value);
	if (isnan(x) || !scale->n_range)
		return zn_undefined();
	size_t i = zn_bisect_right(thresholds->numbers, 0, MIN(thresholds->n, scale->n_range - 1), x);
	return scale->range[i];
}

static void build(ZnScale *scale, const ZnMixer *mixer)
{
	double *numbers = zn_new_n(scale->arena, double, scale->n_domain);
	for (size_t i = 0; i < scale->n_domain; i++)
		numbers[i] = scale->domain[i].num;
	zn_thresholds_set(scale, numbers, scale->n_domain);
}

const ZnScaleOps zn_scale_threshold_ops = {.adopt = zn_scale_adopt_numbers, .build = build, .map = zn_thresholds_map};
