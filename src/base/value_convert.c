/* ECMAScript's conversions to boolean, number and string. */
#include "base/value.h"
#include "base/value_private.h"

#include <math.h>

bool zn_truthy(ZnValue v)
{
	switch (v.type) {
	case ZN_UNDEFINED:
	case ZN_NULL:
		return false;
	case ZN_BOOL:
		return v.b;
	case ZN_NUMBER:
		return v.num != 0 && !isnan(v.num);
	case ZN_STRING:
		return v.len > 0;
	default:
		return true;
	}
}

/* An array becomes a string first, and a number only if that string is one: [] is 0, [5] is 5, [1, 2] and [true] are none. */
static double array_to_num(const ZnArray *array)
{
	if (array->n == 0)
		return 0;
	if (array->n > 1)
		return NAN;
	ZnValue only = array->items[0];
	if (zn_is_nullish(only))
		return 0;
	bool number_text = only.type == ZN_NUMBER || only.type == ZN_STRING || only.type == ZN_ARRAY;
	return number_text ? zn_to_num(only) : NAN;
}

double zn_to_num(ZnValue v)
{
	double num;
	switch (v.type) {
	case ZN_NULL:
		return 0;
	case ZN_BOOL:
		return v.b;
	case ZN_NUMBER:
	case ZN_DATE:
		return v.num;
	case ZN_STRING:
		return zn_parse_number(v.str, v.len, &num) ? num : NAN;
	case ZN_ARRAY:
		return array_to_num(v.arr);
	default:
		return NAN;
	}
}

/* Days since 1970-01-01 to year, month and day of the proleptic Gregorian calendar
 * (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days). */
static void civil_from_days(int64_t days, int64_t *year, int *month, int *day)
{
	days += 719468; /* from 0000-03-01: leap days end their years */
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t day_of_era = days - era * 146097;
	int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t shifted = (5 * day_of_year + 2) / 153; /* 0 = March */
	*day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
	*month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
	*year = year_of_era + era * 400 + (*month <= 2);
}

bool zn_append_iso_date(GString *out, double ms)
{
	if (!(fabs(ms) <= 8.64e15)) /* ECMAScript's range of dates; also false for NaN */
		return false;
	ms = trunc(ms);
	double days = floor(ms / 86400000.0);
	int rest = (int)(ms - days * 86400000.0);
	int64_t year;
	int month, day;
	civil_from_days((int64_t)days, &year, &month, &day);
	if (year >= 0 && year <= 9999)
		g_string_append_printf(out, "%04d", (int)year);
	else
		g_string_append_printf(out, "%c%06d", year < 0 ? '-' : '+', (int)(year < 0 ? -year : year));
	g_string_append_printf(out, "-%02d-%02dT%02d:%02d:%02d.%03dZ", month, day, rest / 3600000, rest / 60000 % 60, rest / 1000 % 60,
	                       rest % 1000);
	return true;
}

static void append_array(GString *out, const ZnArray *array)
{
	for (size_t i = 0; i < array->n; i++) {
		if (i)
			g_string_append_c(out, ',');
		if (!zn_is_nullish(array->items[i]))
			zn_append_str(out, array->items[i]);
	}
}

void zn_append_str(GString *out, ZnValue v)
{
	char buffer[32];
	switch (v.type) {
	case ZN_UNDEFINED:
		g_string_append(out, "undefined");
		break;
	case ZN_NULL:
		g_string_append(out, "null");
		break;
	case ZN_BOOL:
		g_string_append(out, v.b ? "true" : "false");
		break;
	case ZN_NUMBER:
		g_string_append(out, zn_number_to_string(v.num, buffer));
		break;
	case ZN_STRING:
		g_string_append_len(out, v.str, v.len);
		break;
	case ZN_DATE:
		if (!zn_append_iso_date(out, v.num))
			g_string_append(out, "Invalid Date");
		break;
	case ZN_ARRAY:
		append_array(out, v.arr);
		break;
	default:
		g_string_append(out, "[object Object]");
	}
}

const char *zn_to_str(ZnArena *arena, ZnValue v)
{
	char buffer[32];
	switch (v.type) {
	case ZN_UNDEFINED:
		return "undefined";
	case ZN_NULL:
		return "null";
	case ZN_BOOL:
		return v.b ? "true" : "false";
	case ZN_NUMBER:
		return zn_arena_strdup(arena, zn_number_to_string(v.num, buffer));
	case ZN_STRING:
		return v.str;
	default:
		break;
	}
	GString *text = g_string_new(NULL);
	zn_append_str(text, v);
	const char *copy = zn_arena_strndup(arena, text->str, text->len);
	g_string_free(text, TRUE);
	return copy;
}
