/* JavaScript's Math, clamp() and easing's neighbours. */
#include "expr/function.h"
#include "expr/operators.h"

#include <math.h>

static double js_round(double x)
{
	/* Halves go up, towards positive infinity; x + 0.5 would carry for the number just below a half. */
	double low = floor(x);
	return copysign(x - low >= 0.5 ? low + 1 : low, x);
}

static double js_pow(double base, double exponent)
{
	/* C says 1 where ECMAScript says NaN. */
	if (isnan(exponent) || (fabs(base) == 1 && isinf(exponent)))
		return NAN;
	return pow(base, exponent);
}

#define UNARY(name, function)                                                                                                              \
	static ZnValue fn_##name(ZnCall *call)                                                                                                 \
	{                                                                                                                                      \
		return zn_num(function(zn_arg_num(call, 0)));                                                                                      \
	}
#define BINARY(name, function)                                                                                                             \
	static ZnValue fn_##name(ZnCall *call)                                                                                                 \
	{                                                                                                                                      \
		return zn_num(function(zn_arg_num(call, 0), zn_arg_num(call, 1)));                                                                 \
	}
UNARY(abs, fabs)
UNARY(acos, acos)
UNARY(asin, asin)
UNARY(atan, atan)
UNARY(ceil, ceil)
UNARY(cos, cos)
UNARY(exp, exp)
UNARY(floor, floor)
UNARY(log, log)
UNARY(round, js_round)
UNARY(sin, sin)
UNARY(sqrt, sqrt)
UNARY(tan, tan)
BINARY(atan2, atan2)
BINARY(pow, js_pow)
#undef UNARY
#undef BINARY

static ZnValue fn_isnan(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	return zn_bool(v.type == ZN_NUMBER && isnan(v.num));
}

static ZnValue fn_isfinite(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	return zn_bool(v.type == ZN_NUMBER && isfinite(v.num));
}

/* Math.max and Math.min: NaN wins, and -0 is less than 0. */
static ZnValue extreme(ZnCall *call, double sign)
{
	double best = -INFINITY;
	for (size_t i = 0; i < call->n; i++) {
		double x = sign * zn_arg_num(call, i);
		if (isnan(x))
			return zn_num(NAN);
		if (x > best || (x == best && !signbit(x)))
			best = x;
	}
	return zn_num(sign * best);
}

static ZnValue fn_max(ZnCall *call)
{
	return extreme(call, 1);
}

static ZnValue fn_min(ZnCall *call)
{
	return extreme(call, -1);
}

static ZnValue fn_hypot(ZnCall *call)
{
	double length = 0;
	for (size_t i = 0; i < call->n; i++)
		length = hypot(length, zn_arg_num(call, i));
	return zn_num(length);
}

static ZnValue fn_clamp(ZnCall *call)
{
	double x = zn_arg_num(call, 0), low = zn_arg_num(call, 1), high = zn_arg_num(call, 2);
	if (isnan(x) || isnan(low) || isnan(high))
		return zn_num(NAN);
	return zn_num(fmax(low, fmin(high, x)));
}

/* The space that a band scale's steps share (vega-scale bandSpace). */
static ZnValue fn_bandspace(ZnCall *call)
{
	double args[3];
	for (size_t i = 0; i < 3; i++)
		args[i] = zn_truthy(zn_arg(call, i)) ? zn_arg_num(call, i) : 0;
	double space = args[0] - args[1] + args[2] * 2;
	return zn_num(args[0] ? (space > 0 ? space : 1) : 0);
}

const ZnFunction zn_functions_math[] = {
    {"abs", 1, 1, fn_abs},
    {"acos", 1, 1, fn_acos},
    {"asin", 1, 1, fn_asin},
    {"atan", 1, 1, fn_atan},
    {"atan2", 2, 2, fn_atan2},
    {"bandspace", 1, 3, fn_bandspace},
    {"ceil", 1, 1, fn_ceil},
    {"clamp", 3, 3, fn_clamp},
    {"cos", 1, 1, fn_cos},
    {"exp", 1, 1, fn_exp},
    {"floor", 1, 1, fn_floor},
    {"hypot", 0, ZN_ANY_ARGS, fn_hypot},
    {"isFinite", 1, 1, fn_isfinite},
    {"isNaN", 1, 1, fn_isnan},
    {"log", 1, 1, fn_log},
    {"max", 0, ZN_ANY_ARGS, fn_max},
    {"min", 0, ZN_ANY_ARGS, fn_min},
    {"pow", 2, 2, fn_pow},
    {"round", 1, 1, fn_round},
    {"sin", 1, 1, fn_sin},
    {"sqrt", 1, 1, fn_sqrt},
    {"tan", 1, 1, fn_tan},
    {0},
};
