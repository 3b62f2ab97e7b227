/* Logarithmic at both sides of a linear middle of the size of the constant (Webber 2012). */
#include "scale/ops.h"

#include <math.h>

static double transform(const ZnScale *scale, double x)
{
	double size = log1p(fabs(x / scale->constant));
	return x < 0 ? -size : x > 0 ? size : x;
}

static double untransform(const ZnScale *scale, double y)
{
	double size = expm1(fabs(y)) * scale->constant;
	return y < 0 ? -size : y > 0 ? size : y;
}

const ZnScaleOps zn_scale_symlog_ops = {
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
