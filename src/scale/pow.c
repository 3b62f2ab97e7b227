/* Powers, square roots (exponent 0.5): symmetric about zero. */
#include "scale/ops.h"

#include <math.h>

static double transform(const ZnScale *scale, double x)
{
	if (scale->exponent == 1)
		return x;
	double size = scale->exponent == 0.5 ? sqrt(fabs(x)) : pow(fabs(x), scale->exponent);
	return x < 0 ? -size : size;
}

static double untransform(const ZnScale *scale, double y)
{
	if (scale->exponent == 1)
		return y;
	double size = scale->exponent == 0.5 ? y * y : pow(fabs(y), 1 / scale->exponent);
	return y < 0 ? -size : size;
}

const ZnScaleOps zn_scale_pow_ops = {
	.adopt = zn_scale_adopt_numbers,
	.nice = zn_linear_nice,
	.build = zn_continuous_build,
	.map = zn_continuous_map,
	.invert = zn_continuous_invert,
	.ticks = zn_linear_ticks,
	.transform = transform,
	.untransform = untransform,
	.span_format = true,
};
