#include "scale/ops.h"

#include <glib.h>

void zn_linear_nice(ZnScale *scale, const ZnTickCount *count)
{
	size_t first = 0, last = scale->n_domain - 1;
	if (scale->domain[last].num < scale->domain[first].num) {
		first = last;
		last = 0;
	}
	double lo = scale->domain[first].num, hi = scale->domain[last].num;
	if (!zn_nice_linear(&lo, &hi, count->count != 0 ? count->count : 10))
		return;
	scale->domain[first] = zn_num(lo);
	scale->domain[last] = zn_num(hi);
}

void zn_linear_ticks(const ZnScale *scale, ZnArena *arena, const ZnTickCount *count, ZnArray *out)
{
	zn_ticks_linear(arena, zn_scale_domain_first(scale), zn_scale_domain_last(scale), count->count, out);
}

const ZnScaleOps zn_scale_linear_ops = {
	.adopt = zn_scale_adopt_numbers,
	.nice = zn_linear_nice,
	.build = zn_continuous_build,
	.map = zn_continuous_map,
	.invert = zn_continuous_invert,
	.ticks = zn_linear_ticks,
	.transform = zn_continuous_straight,
	.untransform = zn_continuous_straight,
	.span_format = true,
};
