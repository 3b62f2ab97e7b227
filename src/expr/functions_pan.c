/* Domains moved and stretched in the space of their scale: pan and zoom of vega-util, and flush(). */
#include "expr/function.h"
#include "expr/operators.h"

#include <math.h>

typedef enum { SPACE_LINEAR, SPACE_LOG, SPACE_POW, SPACE_SYMLOG } SpaceKind;

typedef struct Space {
	SpaceKind kind;
	double parameter; /* sign of a log domain, exponent, symlog constant */
} Space;

static double lift(const Space *space, double x)
{
	switch (space->kind) {
	case SPACE_LOG:
		return log(space->parameter * x);
	case SPACE_POW:
		return x < 0 ? -pow(-x, space->parameter) : pow(x, space->parameter);
	case SPACE_SYMLOG:
		return copysign(log1p(fabs(x / space->parameter)), x);
	default:
		return x;
	}
}

static double ground(const Space *space, double x)
{
	switch (space->kind) {
	case SPACE_LOG:
		return space->parameter * exp(x);
	case SPACE_POW:
		return x < 0 ? -pow(-x, 1 / space->parameter) : pow(x, 1 / space->parameter);
	case SPACE_SYMLOG:
		return copysign(expm1(fabs(x)), x) * space->parameter;
	default:
		return x;
	}
}

/* The domain's ends in the space; false after reporting that it is none. */
static bool ends(ZnCall *call, Space *space, double *low, double *high)
{
	ZnValue domain = zn_arg(call, 0);
	if (domain.type != ZN_ARRAY || !domain.arr->n) {
		zn_call_fail(call, NULL, "%s() takes a domain [low, high], not %s", call->name, zn_type_phrase(domain));
		return false;
	}
	double first = zn_to_num(domain.arr->items[0]), last = zn_to_num(domain.arr->items[domain.arr->n - 1]);
	if (space->kind == SPACE_LOG)
		space->parameter = first < 0 ? -1 : 1;
	*low = lift(space, first);
	*high = lift(space, last);
	return true;
}

static ZnValue domain_from(ZnCall *call, const Space *space, double low, double high)
{
	ZnArray *array = zn_array_new(call->arena, 2);
	zn_array_push(call->arena, array, zn_num(ground(space, low)));
	zn_array_push(call->arena, array, zn_num(ground(space, high)));
	return zn_arr(array);
}

static ZnValue pan(ZnCall *call, Space space)
{
	double low, high;
	if (!ends(call, &space, &low, &high))
		return zn_undefined();
	double by = (high - low) * zn_arg_num(call, 1);
	return domain_from(call, &space, low - by, high - by);
}

static ZnValue zoom(ZnCall *call, Space space)
{
	double low, high, factor = zn_arg_num(call, 2);
	if (!ends(call, &space, &low, &high))
		return zn_undefined();
	ZnValue anchor = zn_arg(call, 1);
	double fixed = anchor.type == ZN_UNDEFINED || anchor.type == ZN_NULL ? (low + high) / 2 : lift(&space, zn_to_num(anchor));
	return domain_from(call, &space, fixed + (low - fixed) * factor, fixed + (high - fixed) * factor);
}

#define DOMAIN_FUNCTIONS(name, kind)                                                                                                       \
	static ZnValue fn_pan##name(ZnCall *call)                                                                                              \
	{                                                                                                                                      \
		return pan(call, (Space){kind, zn_arg_num(call, 2)});                                                                              \
	}                                                                                                                                      \
	static ZnValue fn_zoom##name(ZnCall *call)                                                                                             \
	{                                                                                                                                      \
		return zoom(call, (Space){kind, zn_arg_num(call, 3)});                                                                             \
	}
DOMAIN_FUNCTIONS(linear, SPACE_LINEAR)
DOMAIN_FUNCTIONS(log, SPACE_LOG)
DOMAIN_FUNCTIONS(pow, SPACE_POW)
DOMAIN_FUNCTIONS(symlog, SPACE_SYMLOG)
#undef DOMAIN_FUNCTIONS

/* flush(range, value, threshold, left, right, center): what to use near either end of a range. */
static ZnValue fn_flush(ZnCall *call)
{
	ZnValue range = zn_arg(call, 0), threshold = zn_arg(call, 2), center = zn_arg(call, 5);
	bool off = !zn_truthy(threshold) && !(threshold.type == ZN_NUMBER && threshold.num == 0);
	if (off || range.type != ZN_ARRAY || !range.arr->n)
		return center;
	double near = zn_to_num(threshold), value = zn_arg_num(call, 1);
	double a = zn_to_num(range.arr->items[0]), b = zn_to_num(range.arr->items[range.arr->n - 1]);
	double left = fabs(value - fmin(a, b)), right = fabs(fmax(a, b) - value);
	return left < right && left <= near ? zn_arg(call, 3) : right <= near ? zn_arg(call, 4) : center;
}

const ZnFunction zn_functions_pan[] = {
    {"flush", 6, 6, fn_flush},           {"panLinear", 2, 2, fn_panlinear},
    {"panLog", 2, 2, fn_panlog},         {"panPow", 3, 3, fn_panpow},
    {"panSymlog", 3, 3, fn_pansymlog},   {"zoomLinear", 3, 3, fn_zoomlinear},
    {"zoomLog", 3, 3, fn_zoomlog},       {"zoomPow", 4, 4, fn_zoompow},
    {"zoomSymlog", 4, 4, fn_zoomsymlog}, {0},
};
