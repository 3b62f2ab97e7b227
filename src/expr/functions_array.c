/* Arrays and sequences (a sequence is an array or a text), as vega-util, vega-functions and d3-array have them. */
#include "expr/function.h"
#include "expr/operators.h"
#include "expr/utf16.h"

#include "data/table.h"

#include <math.h>
#include <string.h>

/* Argument 0 when it is an array, else NULL and a problem. */
static const ZnArray *array_arg(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	if (v.type == ZN_ARRAY)
		return v.arr;
	zn_call_fail(call, NULL, "%s() takes an array, not %s", call->name, zn_type_phrase(v));
	return NULL;
}

static bool is_sequence(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	if (v.type == ZN_ARRAY || v.type == ZN_STRING)
		return true;
	zn_call_fail(call, NULL, "%s() takes an array or a text, not %s", call->name, zn_type_phrase(v));
	return false;
}

static ZnValue item(const ZnArray *array, size_t i)
{
	return i < array->n ? array->items[i] : zn_undefined();
}

static ZnValue last(const ZnArray *array)
{
	return array->n ? array->items[array->n - 1] : zn_undefined();
}

static ZnValue pair(ZnArena *arena, ZnValue a, ZnValue b)
{
	ZnArray *array = zn_array_new(arena, 2);
	zn_array_push(arena, array, a);
	zn_array_push(arena, array, b);
	return zn_arr(array);
}

/* A position as slice() takes it: whole, negative from the end, within 0..n. */
static size_t position(const ZnCall *call, size_t i, size_t n, size_t fallback)
{
	if (zn_arg(call, i).type == ZN_UNDEFINED)
		return fallback;
	double at = trunc(zn_arg_num(call, i));
	if (isnan(at))
		return 0;
	if (at < 0)
		at += (double)n;
	return at < 0 ? 0 : at > (double)n ? n : (size_t)at;
}

static ZnValue fn_length(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	if (v.type == ZN_UNDEFINED || v.type == ZN_NULL)
		return zn_call_fail(call, "test with isValid() first", "length() takes an array or a text, not %s", zn_type_phrase(v));
	return zn_expr_member(call->arena, v, "length");
}

static bool less(ZnCall *call, ZnValue a, ZnValue b)
{
	ZnValue out;
	const char *problem = NULL;
	return zn_op_binary(call->arena, ZN_OP_LT, a, b, &out, &problem) && out.b;
}

static ZnValue fn_extent(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0), min = zn_undefined(), max = zn_undefined();
	for (size_t i = 0; v.type == ZN_ARRAY && i < v.arr->n; i++) {
		ZnValue x = v.arr->items[i];
		if (x.type == ZN_UNDEFINED || x.type == ZN_NULL || (x.type == ZN_NUMBER && isnan(x.num)))
			continue;
		if (min.type == ZN_UNDEFINED)
			min = max = x;
		else if (less(call, x, min))
			min = x;
		else if (less(call, max, x))
			max = x;
	}
	return pair(call->arena, min, max);
}

static ZnValue fn_clamprange(ZnCall *call)
{
	const ZnArray *range = array_arg(call);
	if (!range)
		return zn_undefined();
	double low = zn_to_num(item(range, 0)), high = zn_to_num(item(range, 1)), min = zn_arg_num(call, 1), max = zn_arg_num(call, 2);
	if (high < low) {
		double swap = low;
		low = high;
		high = swap;
	}
	double span = high - low;
	if (span >= max - min)
		return pair(call->arena, zn_num(min), zn_num(max));
	low = fmin(fmax(low, min), max - span);
	return pair(call->arena, zn_num(low), zn_num(low + span));
}

static ZnValue find_in_array(ZnCall *call, const ZnArray *array, bool backwards)
{
	ZnValue wanted = zn_arg(call, 1);
	size_t n = array->n, from = position(call, 2, n, backwards ? n : 0);
	if (backwards) {
		for (size_t i = MIN(from + (call->n > 2), n); i-- > 0;)
			if (zn_expr_strictly_equal(array->items[i], wanted))
				return zn_num((double)i);
	} else {
		for (size_t i = from; i < n; i++)
			if (zn_expr_strictly_equal(array->items[i], wanted))
				return zn_num((double)i);
	}
	return zn_num(-1);
}

static ZnValue find_in_text(ZnCall *call, ZnValue text, bool backwards)
{
	ZnValue wanted = zn_expr_text(call->arena, zn_arg(call, 1));
	double from = zn_arg_num_or(call, 2, backwards ? INFINITY : 0);
	size_t start = from > 0 ? zn_utf16_to_byte(text, from < text.len ? (size_t)from : text.len) : 0;
	const char *found = NULL;
	if (!backwards)
		found = strstr(text.str + start, wanted.str);
	else
		for (size_t i = MIN(start, text.len) + 1; !found && i-- > 0;)
			if (!strncmp(text.str + i, wanted.str, wanted.len))
				found = text.str + i;
	return zn_num(found ? (double)zn_utf16_from_byte(text, (size_t)(found - text.str)) : -1);
}

static ZnValue find(ZnCall *call, bool backwards)
{
	if (!is_sequence(call))
		return zn_undefined();
	ZnValue v = call->args[0];
	return v.type == ZN_ARRAY ? find_in_array(call, v.arr, backwards) : find_in_text(call, v, backwards);
}

static ZnValue fn_indexof(ZnCall *call)
{
	return find(call, false);
}

static ZnValue fn_lastindexof(ZnCall *call)
{
	return find(call, true);
}

static ZnValue fn_inrange(ZnCall *call)
{
	double value = zn_arg_num(call, 0);
	ZnValue range = zn_arg(call, 1);
	if (range.type != ZN_ARRAY)
		return zn_call_fail(call, NULL, "inrange() takes a range [low, high], not %s", zn_type_phrase(range));
	double a = zn_to_num(item(range.arr, 0)), b = zn_to_num(last(range.arr)), low = a > b ? b : a, high = a > b ? a : b;
	bool left = call->n < 3 || zn_truthy(call->args[2]), right = call->n < 4 || zn_truthy(call->args[3]);
	return zn_bool((left ? low <= value : low < value) && (right ? value <= high : value < high));
}

static ZnValue fn_join(ZnCall *call)
{
	const ZnArray *array = array_arg(call);
	if (!array)
		return zn_undefined();
	const char *separator = zn_arg(call, 1).type == ZN_UNDEFINED ? "," : zn_arg_str(call, 1);
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t i = 0; i < array->n; i++) {
		ZnValue v = array->items[i];
		if (i)
			g_string_append(out, separator);
		if (v.type != ZN_UNDEFINED && v.type != ZN_NULL)
			g_string_append(out, zn_expr_to_str(call->arena, v));
		if ((double)out->len > ZN_EXPR_MAX_BYTES)
			break;
	}
	if (!zn_call_charge(call, (double)out->len, ZN_EXPR_MAX_BYTES, "bytes"))
		return zn_undefined();
	return zn_str_copy(call->arena, out->str, out->len);
}

static ZnValue fn_lerp(ZnCall *call)
{
	const ZnArray *array = array_arg(call);
	if (!array || !array->n)
		return zn_undefined();
	double low = zn_to_num(item(array, 0)), high = zn_to_num(last(array)), f = zn_arg_num(call, 1);
	return zn_num(!f || isnan(f) ? low : f == 1 ? high : low + f * (high - low));
}

/* Piecewise linear through evenly spaced points. */
static ZnValue fn_interpolatelinear(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	double f = zn_arg_num(call, 1);
	if (v.type != ZN_ARRAY || !v.arr->n)
		return zn_undefined();
	if (v.arr->n == 1 || !(f > 0))
		return v.arr->items[0];
	if (f >= 1)
		return last(v.arr);
	double at = f * (double)(v.arr->n - 1), rest = at - floor(at);
	ZnValue from = v.arr->items[(size_t)at];
	if (!rest)
		return from;
	double a = zn_to_num(from), b = zn_to_num(v.arr->items[(size_t)at + 1]);
	return zn_num(a + rest * (b - a));
}

static ZnValue fn_peek(ZnCall *call)
{
	if (!is_sequence(call))
		return zn_undefined();
	ZnValue v = call->args[0];
	if (v.type == ZN_ARRAY)
		return last(v.arr);
	size_t n = zn_utf16_len(v);
	return n ? zn_utf16_slice(call->arena, v, n - 1, n) : zn_undefined();
}

static ZnValue field_of(ZnArena *arena, const ZnField *field, ZnValue v)
{
	v = zn_expr_member(arena, v, field->column);
	for (size_t i = 0; i < field->n_rest; i++)
		v = zn_expr_member(arena, v, field->rest[i]);
	return v;
}

static ZnValue fn_pluck(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	const ZnField *field = zn_field_parse(call->arena, zn_arg_str(call, 1));
	if (v.type != ZN_ARRAY)
		return field_of(call->arena, field, v);
	if (!zn_call_charge(call, (double)v.arr->n, ZN_EXPR_MAX_ITEMS, "items"))
		return zn_undefined();
	ZnArray *out = zn_array_new(call->arena, v.arr->n);
	for (size_t i = 0; i < v.arr->n; i++)
		zn_array_push(call->arena, out, field_of(call->arena, field, v.arr->items[i]));
	return zn_arr(out);
}

static ZnArray *copy_part(ZnArena *arena, const ZnArray *array, size_t from, size_t to)
{
	ZnArray *out = zn_array_new(arena, to > from ? to - from : 0);
	for (size_t i = from; i < to; i++)
		zn_array_push(arena, out, array->items[i]);
	return out;
}

static ZnValue fn_reverse(ZnCall *call)
{
	const ZnArray *array = array_arg(call);
	if (!array || !zn_call_charge(call, (double)array->n, ZN_EXPR_MAX_ITEMS, "items"))
		return zn_undefined();
	ZnArray *out = zn_array_new(call->arena, array->n);
	for (size_t i = array->n; i-- > 0;)
		zn_array_push(call->arena, out, array->items[i]);
	return zn_arr(out);
}

/* Array.prototype.sort with Vega's ascending order: undefined goes to the end whatever the order says. */
static int compare(const void *a, const void *b, void *unused)
{
	ZnValue x = *(const ZnValue *)a, y = *(const ZnValue *)b;
	if (x.type == ZN_UNDEFINED || y.type == ZN_UNDEFINED)
		return (x.type == ZN_UNDEFINED) - (y.type == ZN_UNDEFINED);
	return zn_compare(x, y);
}

static ZnValue fn_sort(ZnCall *call)
{
	const ZnArray *array = array_arg(call);
	if (!array || !zn_call_charge(call, (double)array->n, ZN_EXPR_MAX_ITEMS, "items"))
		return zn_undefined();
	ZnArray *out = copy_part(call->arena, array, 0, array->n);
	if (out->n > 1)
		g_qsort_with_data(out->items, (int)out->n, sizeof *out->items, compare, NULL); /* stable */
	return zn_arr(out);
}

static ZnValue fn_sequence(ZnCall *call)
{
	double start = call->n < 2 ? 0 : zn_arg_num(call, 0), stop = zn_arg_num(call, call->n < 2 ? 0 : 1);
	double step = call->n < 3 ? 1 : zn_arg_num(call, 2), n = ceil((stop - start) / step);
	if (!(n > 0))
		n = 0;
	if (!zn_call_charge(call, n, ZN_EXPR_MAX_ITEMS, "items"))
		return zn_undefined();
	ZnArray *out = zn_array_new(call->arena, (size_t)n);
	for (double i = 0; i < n; i++)
		zn_array_push(call->arena, out, zn_num(start + i * step));
	return zn_arr(out);
}

static ZnValue fn_slice(ZnCall *call)
{
	if (!is_sequence(call))
		return zn_undefined();
	ZnValue v = call->args[0];
	size_t n = v.type == ZN_ARRAY ? v.arr->n : zn_utf16_len(v);
	size_t from = position(call, 1, n, 0), to = position(call, 2, n, n);
	if (v.type == ZN_STRING)
		return zn_utf16_slice(call->arena, v, from, to);
	if (!zn_call_charge(call, to > from ? (double)(to - from) : 0, ZN_EXPR_MAX_ITEMS, "items"))
		return zn_undefined();
	return zn_arr(copy_part(call->arena, v.arr, from, to));
}

static ZnValue fn_span(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	double span = v.type == ZN_ARRAY ? zn_to_num(last(v.arr)) - zn_to_num(item(v.arr, 0)) : 0;
	return zn_num(isnan(span) ? 0 : span);
}

const ZnFunction zn_functions_array[] = {
    {"clampRange", 3, 3, fn_clamprange},
    {"extent", 1, 1, fn_extent},
    {"indexof", 2, 3, fn_indexof},
    {"inrange", 2, 4, fn_inrange},
    {"interpolateLinear", 2, 2, fn_interpolatelinear},
    {"join", 1, 2, fn_join},
    {"lastindexof", 2, 3, fn_lastindexof},
    {"length", 1, 1, fn_length},
    {"lerp", 2, 2, fn_lerp},
    {"peek", 1, 1, fn_peek},
    {"pluck", 2, 2, fn_pluck},
    {"reverse", 1, 1, fn_reverse},
    {"sequence", 1, 3, fn_sequence},
    {"slice", 1, 3, fn_slice},
    {"sort", 1, 1, fn_sort},
    {"span", 1, 1, fn_span},
    {0},
};
