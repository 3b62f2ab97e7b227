/* Easing curves of d3-ease (R. Penner's equations) at their default parameters: each gives the "in" half of a curve; "out" is its mirror,
 * "in-out" both halves in a row. */
#include "expr/function.h"

#include <math.h>

typedef double (*Curve)(double t);

static double quad(double t)
{
	return t * t;
}

static double cubic(double t)
{
	return t * t * t;
}

static double sine(double t)
{
	return t == 1 ? 1 : 1 - cos(t * M_PI_2);
}

/* 2^(-10 x), scaled so that it runs from 1 to 0 over [0, 1]. */
static double decay(double x)
{
	return (exp2(-10 * x) - 0.0009765625) * 1.0009775171065494;
}

static double exponential(double t)
{
	return decay(1 - t);
}

static double circle(double t)
{
	return 1 - sqrt(1 - t * t);
}

static double back(double t)
{
	const double overshoot = 1.70158;
	return t * t * (overshoot * (t - 1) + t);
}

static double elastic(double t)
{
	const double period = 0.3 / (2 * M_PI), shift = M_PI_2 * period;
	t -= 1;
	return decay(-t) * sin((shift - t) / period);
}

/* A ball that falls, and bounces three times: four parabolas, from the end backwards. */
static double bounce(double t)
{
	static const double until[] = {4 / 11.0, 8 / 11.0, 10 / 11.0, INFINITY}, middle[] = {0, 6 / 11.0, 9 / 11.0, 21 / 22.0};
	static const double low[] = {0, 0.75, 0.9375, 0.984375};
	double x = 1 - t;
	size_t i = 0;
	while (i < 3 && !(x < until[i]))
		i++;
	return 1 - (121 / 16.0 * (x - middle[i]) * (x - middle[i]) + low[i]);
}

static double out_of(Curve in, double t)
{
	return 1 - in(1 - t);
}

static double in_out_of(Curve in, double t)
{
	return t <= 0.5 ? in(2 * t) / 2 : 1 - in(2 - 2 * t) / 2;
}

#define EASE(curve)                                                                                                                        \
	static ZnValue fn_##curve##_in(ZnCall *call)                                                                                           \
	{                                                                                                                                      \
		return zn_num(curve(zn_arg_num(call, 0)));                                                                                         \
	}                                                                                                                                      \
	static ZnValue fn_##curve##_out(ZnCall *call)                                                                                          \
	{                                                                                                                                      \
		return zn_num(out_of(curve, zn_arg_num(call, 0)));                                                                                 \
	}                                                                                                                                      \
	static ZnValue fn_##curve##_in_out(ZnCall *call)                                                                                       \
	{                                                                                                                                      \
		return zn_num(in_out_of(curve, zn_arg_num(call, 0)));                                                                              \
	}
EASE(quad)
EASE(cubic)
EASE(sine)
EASE(exponential)
EASE(circle)
EASE(back)
EASE(elastic)
EASE(bounce)
#undef EASE

static ZnValue fn_linear(ZnCall *call)
{
	return zn_num(zn_arg_num(call, 0));
}

#define ROWS(name, curve, plain)                                                                                                           \
	{name, 1, 1, fn_##curve##_##plain}, {name "In", 1, 1, fn_##curve##_in}, {name "Out", 1, 1, fn_##curve##_out},                          \
	{                                                                                                                                      \
		name "InOut", 1, 1, fn_##curve##_in_out                                                                                            \
	}
const ZnFunction zn_functions_ease[] = {
    {"easeLinear", 1, 1, fn_linear},
    ROWS("easeQuad", quad, in_out),
    ROWS("easeCubic", cubic, in_out),
    ROWS("easePoly", cubic, in_out), /* at its default exponent */
    ROWS("easeSin", sine, in_out),
    ROWS("easeExp", exponential, in_out),
    ROWS("easeCircle", circle, in_out),
    ROWS("easeBack", back, in_out),
    ROWS("easeElastic", elastic, out),
    ROWS("easeBounce", bounce, out),
    {0},
};
