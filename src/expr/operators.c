#include "expr/operators.h"
#include "expr/function.h"
#include "expr/regex.h"
#include "expr/utf16.h"

#include <math.h>
#include <string.h>

const char zn_opaque_owner = 0;

static const ZnOpaqueHead *opaque_head(ZnValue v)
{
	const ZnOpaqueHead *head = v.type == ZN_OPAQUE ? v.opaque : NULL;
	return head && head->owner == &zn_opaque_owner ? head : NULL;
}

const ZnRegex *zn_as_regex(ZnValue v)
{
	const ZnOpaqueHead *head = opaque_head(v);
	return head && head->kind == ZN_OPAQUE_REGEX ? (const ZnRegex *)head : NULL;
}

const ZnColorValue *zn_as_color_value(ZnValue v)
{
	const ZnOpaqueHead *head = opaque_head(v);
	return head && head->kind == ZN_OPAQUE_COLOR ? (const ZnColorValue *)head : NULL;
}

const char *zn_expr_to_str(ZnArena *arena, ZnValue v)
{
	const ZnColorValue *color = zn_as_color_value(v);
	const ZnRegex *regex = zn_as_regex(v);
	char buffer[64];
	if (color)
		return zn_arena_strdup(arena, zn_color_rgb_string(color->color, buffer));
	if (regex)
		return zn_arena_printf(arena, "/%s/%s", regex->source, regex->flags);
	return zn_to_str(arena, v);
}

ZnValue zn_expr_text(ZnArena *arena, ZnValue v)
{
	return zn_is_str(v) ? v : zn_str(zn_expr_to_str(arena, v));
}

ZnValue zn_expr_plain(ZnArena *arena, ZnValue v)
{
	return zn_as_color_value(v) ? zn_expr_text(arena, v) : v;
}

/* --- members --- */

static ZnValue color_member(const ZnColorValue *color, const char *key)
{
	const char *channel = key[0] && !key[1] ? strchr(color->names, key[0]) : NULL;
	if (channel)
		return zn_num(color->channels[channel - color->names]);
	return !strcmp(key, "opacity") ? zn_num(color->opacity) : zn_undefined();
}

static ZnValue string_item(ZnArena *arena, ZnValue string, double i)
{
	if (!(i >= 0 && i < string.len && i == floor(i)))
		return zn_undefined();
	ZnValue item = zn_utf16_slice(arena, string, (size_t)i, (size_t)i + 1);
	return item.len ? item : zn_undefined();
}

ZnValue zn_expr_member(ZnArena *arena, ZnValue a, const char *key)
{
	if (a.type == ZN_OBJECT)
		return zn_get(a, key);
	if (a.type == ZN_ARRAY || a.type == ZN_STRING) {
		double i;
		if (!strcmp(key, "length"))
			return zn_num(zn_is_str(a) ? (double)zn_utf16_len(a) : (double)zn_len(a));
		if (g_ascii_isdigit(key[0]) && zn_parse_number(key, strlen(key), &i))
			return zn_expr_index(arena, a, zn_num(i));
	}
	const ZnColorValue *color = zn_as_color_value(a);
	return color ? color_member(color, key) : zn_undefined();
}

ZnValue zn_expr_index(ZnArena *arena, ZnValue a, ZnValue b)
{
	if (b.type == ZN_NUMBER && a.type == ZN_ARRAY)
		return b.num >= 0 && b.num < (double)a.arr->n && b.num == floor(b.num) ? a.arr->items[(size_t)b.num] : zn_undefined();
	if (b.type == ZN_NUMBER && a.type == ZN_STRING)
		return string_item(arena, a, b.num);
	return zn_expr_member(arena, a, zn_expr_to_str(arena, b));
}

/* --- comparisons --- */

bool zn_expr_strictly_equal(ZnValue a, ZnValue b)
{
	if (a.type != b.type)
		return false;
	switch ((ZnType)a.type) {
	case ZN_UNDEFINED:
	case ZN_NULL:
		return true;
	case ZN_BOOL:
		return a.b == b.b;
	case ZN_NUMBER:
	case ZN_DATE:
		return a.num == b.num;
	case ZN_STRING:
		return a.len == b.len && !memcmp(a.str, b.str, a.len);
	case ZN_ARRAY:
	case ZN_OBJECT:
	case ZN_OPAQUE:
		return a.opaque == b.opaque;
	}
	return false;
}

static bool is_nothing(ZnValue v)
{
	return v.type == ZN_NULL || v.type == ZN_UNDEFINED;
}

static bool is_reference(ZnValue v)
{
	return v.type == ZN_ARRAY || v.type == ZN_OBJECT || v.type == ZN_OPAQUE;
}

/* ECMA-262, 7.2.14 */
static bool loosely_equal(ZnArena *arena, ZnValue a, ZnValue b)
{
	if (is_nothing(a) || is_nothing(b))
		return is_nothing(a) && is_nothing(b);
	if (a.type == b.type)
		return zn_expr_strictly_equal(a, b);
	if (is_reference(a) && is_reference(b))
		return false;
	if (is_reference(a))
		return loosely_equal(arena, zn_expr_text(arena, a), b);
	if (is_reference(b))
		return loosely_equal(arena, a, zn_expr_text(arena, b));
	return zn_to_num(a) == zn_to_num(b);
}

static ZnValue primitive(ZnArena *arena, ZnValue v)
{
	return is_reference(v) ? zn_expr_text(arena, v) : v;
}

static bool compare(ZnArena *arena, ZnOp op, ZnValue a, ZnValue b)
{
	a = primitive(arena, a);
	b = primitive(arena, b);
	double x, y;
	if (zn_is_str(a) && zn_is_str(b)) {
		x = strcmp(a.str, b.str);
		y = 0;
	} else {
		x = zn_to_num(a);
		y = zn_to_num(b);
	}
	return op == ZN_OP_LT ? x < y : op == ZN_OP_GT ? x > y : op == ZN_OP_LE ? x <= y : x >= y;
}

/* --- arithmetic --- */

/* ToInt32 */
static int32_t to_int32(double num)
{
	if (!isfinite(num))
		return 0;
	num = fmod(trunc(num), 4294967296.0);
	return (int32_t)(uint32_t)(int64_t)num;
}

static double bitwise(ZnOp op, int32_t a, int32_t b)
{
	unsigned shift = (uint32_t)b & 31;
	switch (op) {
	case ZN_OP_BIT_OR:
		return a | b;
	case ZN_OP_BIT_XOR:
		return a ^ b;
	case ZN_OP_BIT_AND:
		return a & b;
	case ZN_OP_SHIFT_LEFT:
		return (int32_t)((uint32_t)a << shift);
	case ZN_OP_SHIFT_RIGHT:
		return a >> shift;
	default:
		return (uint32_t)a >> shift;
	}
}

static double arithmetic(ZnOp op, double a, double b)
{
	switch (op) {
	case ZN_OP_ADD:
		return a + b;
	case ZN_OP_SUB:
		return a - b;
	case ZN_OP_MUL:
		return a * b;
	case ZN_OP_DIV:
		return a / b;
	default:
		return fmod(a, b);
	}
}

static bool add(ZnArena *arena, ZnValue a, ZnValue b, ZnValue *out, const char **problem)
{
	a = primitive(arena, a);
	b = primitive(arena, b);
	if (!zn_is_str(a) && !zn_is_str(b)) {
		*out = zn_num(zn_to_num(a) + zn_to_num(b));
		return true;
	}
	a = zn_expr_text(arena, a);
	b = zn_expr_text(arena, b);
	if ((double)a.len + b.len > ZN_EXPR_MAX_BYTES) {
		*problem = "the text grows too long";
		return false;
	}
	char *joined = zn_arena_alloc(arena, (size_t)a.len + b.len + 1);
	memcpy(joined, a.str, a.len);
	memcpy(joined + a.len, b.str, b.len);
	*out = (ZnValue){.type = ZN_STRING, .len = a.len + b.len, .str = joined};
	return true;
}

static bool is_in(ZnArena *arena, ZnValue key, ZnValue list, ZnValue *out, const char **problem)
{
	if (list.type == ZN_OBJECT)
		*out = zn_bool(zn_has(list, zn_expr_to_str(arena, key)));
	else if (list.type == ZN_ARRAY)
		*out = zn_bool(zn_expr_index(arena, list, key).type != ZN_UNDEFINED);
	else
		*problem = "the right side of “in” must be an object or an array";
	return !*problem;
}

ZnValue zn_op_unary(ZnArena *arena, ZnOp op, ZnValue a)
{
	if (op == ZN_OP_NOT)
		return zn_bool(!zn_truthy(a));
	double num = zn_to_num(primitive(arena, a));
	return zn_num(op == ZN_OP_BIT_NOT ? ~to_int32(num) : op == ZN_OP_SUB ? -num : num);
}

bool zn_op_binary(ZnArena *arena, ZnOp op, ZnValue a, ZnValue b, ZnValue *out, const char **problem)
{
	switch (op) {
	case ZN_OP_ADD:
		return add(arena, a, b, out, problem);
	case ZN_OP_SUB:
	case ZN_OP_MUL:
	case ZN_OP_DIV:
	case ZN_OP_MOD:
		*out = zn_num(arithmetic(op, zn_to_num(primitive(arena, a)), zn_to_num(primitive(arena, b))));
		return true;
	case ZN_OP_EQ:
	case ZN_OP_NE:
		*out = zn_bool(loosely_equal(arena, a, b) == (op == ZN_OP_EQ));
		return true;
	case ZN_OP_SAME:
	case ZN_OP_NOT_SAME:
		*out = zn_bool(zn_expr_strictly_equal(a, b) == (op == ZN_OP_SAME));
		return true;
	case ZN_OP_LT:
	case ZN_OP_GT:
	case ZN_OP_LE:
	case ZN_OP_GE:
		*out = zn_bool(compare(arena, op, a, b));
		return true;
	case ZN_OP_IN:
		return is_in(arena, a, b, out, problem);
	default:
		*out = zn_num(bitwise(op, to_int32(zn_to_num(primitive(arena, a))), to_int32(zn_to_num(primitive(arena, b)))));
		return true;
	}
}
