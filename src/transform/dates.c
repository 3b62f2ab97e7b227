#include "transform/dates.h"
#include "format/calendar.h"
#include "format/format.h"

#include <math.h>
#include <string.h>

const ZnDateReader zn_dates = {.parse = zn_date_parse, .parse_as = zn_parse_time};

static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
static const char *const days[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/* The index of a name, whole or its first three letters; -1 = unknown. */
static int find_name(const char *text, const char *const *names, int n)
{
	if (strlen(text) < 3)
		return -1;
	for (int i = 0; i < n; i++)
		if (!g_ascii_strncasecmp(text, names[i], 3))
			return i;
	return -1;
}

/* A number, or a number as text; false = something else. */
static bool numeric(ZnValue value, double *out)
{
	if (zn_is_num(value))
		*out = value.num;
	else if (!zn_is_str(value) || value.len == 0 || !zn_parse_number(value.str, value.len, out))
		return false;
	return isfinite(*out) && fabs(*out) < 1e9;
}

bool zn_is_date_time(ZnValue value)
{
	static const char *const parts[] = {"year",      "quarter", "month",   "date",    "week",        "day",
	                                    "dayofyear", "hours",   "minutes", "seconds", "milliseconds"};
	for (size_t i = 0; zn_is_obj(value) && i < G_N_ELEMENTS(parts); i++)
		if (zn_has(value, parts[i]))
			return true;
	return false;
}

/* The part `key` into *out, left alone when absent; names may stand for numbers. Counting starts at `first`. */
static bool read_part(ZnValue object, const char *key, int first, const char *const *names, int n_names, int *out)
{
	ZnValue value = zn_get(object, key);
	double num;
	if (zn_is_undefined(value))
		return true;
	if (numeric(value, &num))
		*out = (int)num - first;
	else if (names && zn_is_str(value))
		return (*out = find_name(value.str, names, n_names)) >= 0;
	else
		return false;
	return true;
}

double zn_date_time(ZnValue object)
{
	ZnDateParts parts = {.year = 2012, .day = 1};
	int quarter = 0, day = 0;
	bool ok = read_part(object, "year", 0, NULL, 0, &parts.year) && read_part(object, "quarter", 1, NULL, 0, &quarter) &&
	          read_part(object, "day", 0, days, 7, &day) && read_part(object, "date", 0, NULL, 0, &parts.day) &&
	          read_part(object, "hours", 0, NULL, 0, &parts.hours) && read_part(object, "minutes", 0, NULL, 0, &parts.minutes) &&
	          read_part(object, "seconds", 0, NULL, 0, &parts.seconds) && read_part(object, "milliseconds", 0, NULL, 0, &parts.ms);
	parts.month = quarter * 3;
	ok = ok && read_part(object, "month", 1, months, 12, &parts.month);
	if (!ok)
		return NAN;
	/* A day of the week counts only by itself; 2012 began on a Sunday, which is day 0 and day 7. */
	if (zn_has(object, "day") && zn_len(object) == 1)
		parts.day = day % 7 + 1;
	return zn_date_from_parts(&parts, zn_get_bool(object, "utc", false));
}
