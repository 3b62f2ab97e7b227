/* The domain is the bins' boundaries; each bin has a value of the range, over and over. */
#include "scale/ops.h"

#include <math.h>

static void build(ZnScale *scale, const ZnMixer *mixer)
{
	double *numbers = zn_new_n(scale->arena, double, scale->n_domain);
	for (size_t i = 0; i < scale->n_domain; i++)
		numbers[i] = scale->domain[i].num;
	scale->state = numbers;
}

static ZnValue map(const ZnScale *scale, ZnValue value)
{
	double x = zn_scale_number(value);
	if (isnan(x) || !scale->n_range)
		return zn_undefined();
	size_t i = zn_bisect_right(scale->state, 0, scale->n_domain, x);
	return i ? scale->range[(i - 1) % scale->n_range] : zn_undefined();
}

const ZnScaleOps zn_scale_bin_ordinal_ops = {.adopt = zn_scale_adopt_numbers, .build = build, .map = map, .span_format = true};
