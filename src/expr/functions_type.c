/* Type checks and coercions (vega-util). */
#include "expr/function.h"
#include "expr/operators.h"

#include "format/calendar.h"

#include <math.h>
#include <string.h>

static bool is_nothing(ZnValue v)
{
	return v.type == ZN_UNDEFINED || v.type == ZN_NULL;
}

/* The coercions make null of nothing and of an empty text. */
static bool is_empty(ZnValue v)
{
	return is_nothing(v) || (v.type == ZN_STRING && v.len == 0);
}

#define CHECK(name, condition)                                                                                                             \
	static ZnValue fn_##name(ZnCall *call)                                                                                                 \
	{                                                                                                                                      \
		ZnValue v = zn_arg(call, 0);                                                                                                       \
		return zn_bool(condition);                                                                                                         \
	}
CHECK(is_array, v.type == ZN_ARRAY)
CHECK(is_boolean, v.type == ZN_BOOL)
CHECK(is_date, v.type == ZN_DATE)
CHECK(is_defined, v.type != ZN_UNDEFINED)
CHECK(is_number, v.type == ZN_NUMBER)
CHECK(is_object, v.type == ZN_OBJECT || v.type == ZN_ARRAY || v.type == ZN_DATE || v.type == ZN_OPAQUE)
CHECK(is_regexp, zn_as_regex(v) != NULL)
CHECK(is_string, v.type == ZN_STRING)
CHECK(is_valid, !is_nothing(v) && !(v.type == ZN_NUMBER && isnan(v.num)))
#undef CHECK

static ZnValue fn_to_boolean(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	if (is_empty(v))
		return zn_null();
	return zn_bool(zn_truthy(v) && !zn_is_string(v, "false") && !zn_is_string(v, "0"));
}

/* As vega-util: a text becomes the number of its time, dates and numbers stay. */
static ZnValue fn_to_date(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	if (is_empty(v))
		return zn_null();
	return v.type == ZN_DATE || v.type == ZN_NUMBER ? v : zn_num(zn_date_parse(zn_arg_str(call, 0)));
}

static ZnValue fn_to_number(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	return is_empty(v) ? zn_null() : zn_num(zn_to_num(v));
}

static ZnValue fn_to_string(ZnCall *call)
{
	ZnValue v = zn_arg(call, 0);
	return is_empty(v) ? zn_null() : zn_expr_text(call->arena, v);
}

const ZnFunction zn_functions_type[] = {
    {"isArray", 1, 1, fn_is_array},   {"isBoolean", 1, 1, fn_is_boolean},
    {"isDate", 1, 1, fn_is_date},     {"isDefined", 1, 1, fn_is_defined},
    {"isNumber", 1, 1, fn_is_number}, {"isObject", 1, 1, fn_is_object},
    {"isRegExp", 1, 1, fn_is_regexp}, {"isString", 1, 1, fn_is_string},
    {"isValid", 1, 1, fn_is_valid},   {"toBoolean", 1, 1, fn_to_boolean},
    {"toDate", 1, 1, fn_to_date},     {"toNumber", 1, 1, fn_to_number},
    {"toString", 1, 1, fn_to_string}, {0},
};
