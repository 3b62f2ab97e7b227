/* What is in the data is what is drawn. */
#include "scale/ops.h"

#include <math.h>

static void adopt(ZnScale *scale, const ZnValue *domain, size_t n)
{
	static const ZnValue UNIT[] = {{.type = ZN_NUMBER, .num = 0}, {.type = ZN_NUMBER, .num = 1}};
	zn_scale_adopt_numbers(scale, n ? domain : UNIT, n ? n : 2);
}

static ZnValue map(const ZnScale *scale, ZnValue value)
{
	double x = zn_scale_number(value);
	return isnan(x) ? zn_undefined() : zn_num(x);
}

static ZnValue invert(const ZnScale *scale, double position)
{
	return map(scale, zn_num(position));
}

const ZnScaleOps zn_scale_identity_ops = {
	.adopt = adopt,
	.nice = zn_linear_nice,
	.map = map,
	.invert = invert,
	.ticks = zn_linear_ticks,
	.transform = zn_continuous_straight,
	.untransform = zn_continuous_straight,
	.span_format = true,
};
