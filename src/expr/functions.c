/* The registry of functions, and what they share. */
#include "expr/function.h"
#include "expr/operators.h"
#include "expr/regex.h"

#include "format/calendar.h"

#include <math.h>
#include <string.h>

static const ZnFunction *const tables[] = {
    zn_functions_math, zn_functions_type,   zn_functions_string, zn_functions_pattern, zn_functions_array, zn_functions_object,
    zn_functions_date, zn_functions_format, zn_functions_color,  zn_functions_stat,    zn_functions_pan,   zn_functions_ease,
};

/* What needs scales, data sets, selections, a map or a screen; and if(), which the parser resolves itself. */
static const char *const callers_functions[] = {
    "if",
    "scale",
    "invert",
    "bandwidth",
    "copy",
    "domain",
    "range",
    "gradient",
    "data",
    "indata",
    "setdata",
    "modify",
    "encode",
    "vlSelectionTest",
    "vlSelectionIdTest",
    "vlSelectionResolve",
    "vlSelectionTuples",
    "geoArea",
    "geoBounds",
    "geoCentroid",
    "geoShape",
    "geoScale",
    "geoTranslate",
    "pathShape",
    "treePath",
    "treeAncestors",
    "containerSize",
    "windowSize",
    "screen",
    "inScope",
    "intersect",
    "isTuple",
    "event",
    "view",
    "item",
    "group",
    "xy",
    "x",
    "y",
    "pinchDistance",
    "pinchAngle",
    "intersectLasso",
    "lassoAppend",
    "lassoPath",
};

const ZnFunction *zn_function_lookup(const char *name)
{
	for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
		for (const ZnFunction *f = tables[t]; f->name; f++)
			if (!strcmp(f->name, name))
				return f;
	return NULL;
}

bool zn_function_is_callers(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(callers_functions); i++)
		if (!strcmp(callers_functions[i], name))
			return true;
	return false;
}

const char *const *zn_function_names(ZnArena *arena, const char *const *extra)
{
	const char **names = NULL;
	size_t n = 0, cap = 0;
	for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
		for (const ZnFunction *f = tables[t]; f->name; f++)
			zn_push(arena, names, n, cap, f->name);
	for (size_t i = 0; i < G_N_ELEMENTS(callers_functions); i++)
		zn_push(arena, names, n, cap, callers_functions[i]);
	for (; extra && *extra; extra++)
		zn_push(arena, names, n, cap, *extra);
	zn_push(arena, names, n, cap, NULL);
	return names;
}

double zn_arg_num(const ZnCall *call, size_t i)
{
	ZnValue v = zn_arg(call, i);
	return v.type == ZN_NUMBER ? v.num : zn_to_num(v);
}

double zn_arg_num_or(const ZnCall *call, size_t i, double fallback)
{
	ZnValue v = zn_arg(call, i);
	return v.type == ZN_UNDEFINED || v.type == ZN_NULL ? fallback : zn_to_num(v);
}

const char *zn_arg_str(const ZnCall *call, size_t i)
{
	return zn_expr_to_str(call->arena, zn_arg(call, i));
}

double zn_arg_time(const ZnCall *call, size_t i)
{
	ZnValue v = zn_arg(call, i);
	double time = zn_is_str(v) ? zn_date_parse(v.str) : zn_to_num(v);
	return fabs(time) <= 8.64e15 ? trunc(time) : NAN;
}

const ZnLocale *zn_call_locale(const ZnCall *call)
{
	const ZnLocale *locale = call->env->context->locale;
	return locale ? locale : zn_locale_lookup("en");
}

const char *zn_type_phrase(ZnValue v)
{
	static const char *const phrases[] = {
	    [ZN_UNDEFINED] = "undefined", [ZN_NULL] = "null",        [ZN_BOOL] = "a truth value",
	    [ZN_NUMBER] = "a number",     [ZN_STRING] = "a text",    [ZN_DATE] = "a date",
	    [ZN_ARRAY] = "an array",      [ZN_OBJECT] = "an object", [ZN_OPAQUE] = "an object",
	};
	return zn_as_regex(v) ? "a regular expression" : zn_as_color_value(v) ? "a colour" : phrases[v.type];
}

const ZnRegex *zn_call_regex(ZnCall *call, ZnValue pattern, const char *flags)
{
	const ZnRegex *given = zn_as_regex(pattern);
	if (given && !flags)
		return given;
	const char *source = given ? given->source : zn_expr_to_str(call->arena, pattern), *problem;
	flags = flags ? flags : "";
	ZnMemo *memo = &call->memo[0];
	if (memo->key && !strcmp(memo->key, source) && !strcmp(memo->key2, flags))
		return memo->data;
	ZnRegex *regex = zn_regex_new(call->arena, source, flags, &problem);
	if (!regex) {
		zn_call_fail(call, NULL, "wrong regular expression “%s” (%s)", source, problem);
		return NULL;
	}
	*memo = (ZnMemo){.key = regex->source, .key2 = regex->flags, .data = regex};
	return regex;
}
