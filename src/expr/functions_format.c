/* Numbers and times as text and back, in the language of the output (vega-format, vega-time). */
#include "expr/function.h"
#include "expr/operators.h"

#include "format/calendar.h"

#include <math.h>
#include <string.h>

static ZnValue fn_format(ZnCall *call)
{
	ZnValue value = zn_arg(call, 0);
	if (value.type == ZN_NULL)
		return zn_str("null");
	const char *spec = zn_arg(call, 1).type == ZN_UNDEFINED ? "" : zn_arg_str(call, 1);
	ZnMemo *memo = &call->memo[0];
	if (!memo->key || strcmp(memo->key, spec)) {
		ZnNumberFormat *format = zn_new(call->arena, ZnNumberFormat);
		if (!zn_number_format_parse(spec, format))
			return zn_call_fail(call, "formats are those of d3-format, such as ',.1f' or '.0%'", "“%s” is not a number format", spec);
		*memo = (ZnMemo){.key = spec, .data = format};
	}
	return zn_str(zn_format_number(call->arena, zn_call_locale(call), memo->data, zn_to_num(value)));
}

/* --- times --- */

/* The coarsest unit of which the time still has something left: what Vega's multi-format shows. */
static const char *unit_that_matters(const ZnDateParts *p)
{
	if (p->ms)
		return "milliseconds";
	if (p->seconds)
		return "seconds";
	if (p->minutes)
		return "minutes";
	if (p->hours)
		return "hours";
	if (p->day > 1)
		return p->weekday == 0 ? "week" : "date";
	if (p->month)
		return p->month % 3 == 0 ? "quarter" : "month";
	return "year";
}

/* The format of that unit; `specs` (an object or nothing) may name others than the usual ones. */
static const char *multi_format(const ZnDateParts *parts, ZnValue specs)
{
	static const char *const usual[][2] = {
	    {"milliseconds", ".%L"}, {"seconds", ":%S"}, {"minutes", "%I:%M"}, {"hours", "%I %p"}, {"date", "%a %d"},
	    {"week", "%b %d"},       {"month", "%B"},    {"quarter", "%B"},    {"year", "%Y"},
	};
	const char *unit = unit_that_matters(parts);
	if (!strcmp(unit, "date") && !zn_has(specs, "date"))
		return zn_get_str(specs, "day", "%a %d");
	for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
		if (!strcmp(usual[i][0], unit))
			return zn_get_str(specs, unit, usual[i][1]);
	return "%Y";
}

static ZnValue time_text(ZnCall *call, bool utc)
{
	ZnValue value = zn_arg(call, 0), spec = zn_arg(call, 1);
	if (value.type == ZN_NULL)
		return zn_str("null");
	double time = value.type == ZN_STRING ? zn_to_num(value) : zn_arg_time(call, 0);
	const char *format = spec.type == ZN_STRING ? spec.str : NULL;
	if (!format && spec.type != ZN_UNDEFINED && spec.type != ZN_NULL && spec.type != ZN_OBJECT)
		return zn_call_fail(call, NULL, "a time format is a text such as '%%Y-%%m-%%d', not %s", zn_type_phrase(spec));
	if (!format) {
		ZnDateParts parts = zn_date_parts(time, utc);
		format = multi_format(&parts, spec);
	}
	return zn_str(zn_format_time(call->arena, zn_call_locale(call), format, time, utc));
}

static ZnValue fn_timeformat(ZnCall *call)
{
	return time_text(call, false);
}

static ZnValue fn_utcformat(ZnCall *call)
{
	return time_text(call, true);
}

static ZnValue parse(ZnCall *call, bool utc)
{
	if (zn_arg(call, 0).type == ZN_NULL)
		return zn_str("null"); /* as vega-functions answers */
	double time = zn_parse_time(zn_arg_str(call, 1), zn_arg_str(call, 0), utc);
	return isnan(time) ? zn_null() : zn_date(time);
}

static ZnValue fn_timeparse(ZnCall *call)
{
	return parse(call, false);
}

static ZnValue fn_utcparse(ZnCall *call)
{
	return parse(call, true);
}

/* The name of a month 0..11 or of a weekday 0..6 (0 = Sunday; 2000-01-02 was one); '' for what is no whole number. */
static ZnValue name_of(ZnCall *call, bool month, const char *format)
{
	ZnValue v = zn_arg(call, 0);
	if (v.type != ZN_NUMBER || v.num != floor(v.num) || fabs(v.num) > 1e6)
		return zn_str("");
	ZnDateParts parts = {.year = 2000, .month = month ? (int)v.num : 0, .day = month ? 1 : 2 + (int)v.num};
	return zn_str(zn_format_time(call->arena, zn_call_locale(call), format, zn_date_from_parts(&parts, false), false));
}

static ZnValue fn_monthformat(ZnCall *call)
{
	return name_of(call, true, "%B");
}

static ZnValue fn_monthabbrevformat(ZnCall *call)
{
	return name_of(call, true, "%b");
}

static ZnValue fn_dayformat(ZnCall *call)
{
	return name_of(call, false, "%A");
}

static ZnValue fn_dayabbrevformat(ZnCall *call)
{
	return name_of(call, false, "%a");
}

/* --- timeUnitSpecifier --- */

static const char *const unit_order[] = {"year", "quarter",   "month", "week",    "isoweek", "date",
                                         "day",  "dayofyear", "hours", "minutes", "seconds", "milliseconds"};

static const char *const specifiers[][2] = {
    {"year", "%Y "},
    {"quarter", "Q%q "},
    {"month", "%b "},
    {"date", "%d "},
    {"week", "W%U "},
    {"isoweek", "W%V "},
    {"day", "%a "},
    {"dayofyear", "%j "},
    {"hours", "%H:00"},
    {"minutes", "00:%M"},
    {"seconds", ":%S"},
    {"milliseconds", ".%L"},
    {"year-isoweek", "%G W%V "},
    {"year-month", "%Y-%m "},
    {"year-month-date", "%Y-%m-%d "},
    {"hours-minutes", "%H:%M"},
};

static const char *specifier_for(ZnValue overrides, const char *key)
{
	if (zn_has(overrides, key)) {
		ZnValue given = zn_get(overrides, key);
		return given.type == ZN_STRING ? given.str : NULL; /* null switches a default off */
	}
	for (size_t i = 0; i < G_N_ELEMENTS(specifiers); i++)
		if (!strcmp(specifiers[i][0], key))
			return specifiers[i][1];
	return NULL;
}

/* The units given, as bits of unit_order; 0 after reporting a wrong one. */
static unsigned units_of(ZnCall *call, ZnValue units)
{
	unsigned bits = 0;
	size_t n = units.type == ZN_ARRAY ? units.arr->n : 1;
	for (size_t i = 0; i < n; i++) {
		const char *name = zn_expr_to_str(call->arena, units.type == ZN_ARRAY ? units.arr->items[i] : units);
		unsigned unit = 0;
		while (unit < G_N_ELEMENTS(unit_order) && strcmp(unit_order[unit], name))
			unit++;
		if (unit == G_N_ELEMENTS(unit_order)) {
			zn_call_fail(call, "units are “year”, “month”, “date”, “hours” ...", "“%s” is not a time unit", name);
			return 0;
		}
		bits |= 1u << unit;
	}
	if (!bits)
		zn_call_fail(call, NULL, "timeUnitSpecifier() takes at least one time unit");
	return bits;
}

/* The longest run of units from list[start] on that has a specifier; how many units it takes, 0 for none. */
static size_t longest_run(ZnArena *arena, ZnValue overrides, const char *const *list, size_t start, size_t n, const char **specifier)
{
	for (size_t end = n; end > start; end--) {
		const char *key = list[start];
		for (size_t i = start + 1; i < end; i++)
			key = zn_arena_printf(arena, "%s-%s", key, list[i]);
		*specifier = specifier_for(overrides, key);
		if (*specifier)
			return end - start;
	}
	return 0;
}

static ZnValue fn_timeunitspecifier(ZnCall *call)
{
	ZnValue overrides = zn_arg(call, 1);
	unsigned bits = units_of(call, zn_arg(call, 0));
	const char *list[G_N_ELEMENTS(unit_order)], *specifier;
	size_t n = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(unit_order); i++)
		if (bits >> i & 1)
			list[n++] = unit_order[i];
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t start = 0, used; start < n; start += used) {
		used = longest_run(call->arena, overrides, list, start, n, &specifier);
		if (used)
			g_string_append(out, specifier);
		else
			used = 1;
	}
	return zn_str_copy(call->arena, g_strstrip(out->str), strlen(out->str));
}

const ZnFunction zn_functions_format[] = {
    {"dayAbbrevFormat", 1, 1, fn_dayabbrevformat},
    {"dayFormat", 1, 1, fn_dayformat},
    {"format", 1, 2, fn_format},
    {"monthAbbrevFormat", 1, 1, fn_monthabbrevformat},
    {"monthFormat", 1, 1, fn_monthformat},
    {"timeFormat", 1, 2, fn_timeformat},
    {"timeParse", 2, 2, fn_timeparse},
    {"timeUnitSpecifier", 1, 2, fn_timeunitspecifier},
    {"utcFormat", 1, 2, fn_utcformat},
    {"utcParse", 2, 2, fn_utcparse},
    {0},
};
