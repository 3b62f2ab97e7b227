/* Vega time units: which there are, their floors, their steps, their labels (vega-time; vega-lite timeunit). */
#include "format/calendar.h"
#include "format/tick_step.h"

#include <math.h>
#include <string.h>

#define REFERENCE_YEAR 2012 /* for units without a year: a leap year that begins on a Sunday */
#define MONTH_LIKE (ZN_UNIT_QUARTER | ZN_UNIT_MONTH | ZN_UNIT_DATE)

/* In the order of the bits, largest first. */
static const struct {
	const char *name, *specifier;
	ZnInterval interval;
	int intervals; /* a quarter is three months */
} units_table[] = {
    {"year", "%Y ", ZN_YEAR, 1},
    {"quarter", "Q%q ", ZN_MONTH, 3},
    {"month", "%b ", ZN_MONTH, 1},
    {"week", "W%U ", ZN_WEEK, 1},
    {"date", "%d ", ZN_DAY, 1},
    {"day", "%a ", ZN_DAY, 1},
    {"dayofyear", "%j ", ZN_DAY, 1},
    {"hours", "%H:00", ZN_HOUR, 1},
    {"minutes", "00:%M", ZN_MINUTE, 1},
    {"seconds", ":%S", ZN_SECOND, 1},
    {"milliseconds", ".%L", ZN_MILLISECOND, 1},
};
#define N_UNITS ((int)G_N_ELEMENTS(units_table))

/* The smallest unit's row. Vega sorts "date" before "day" and "dayofyear"; they never stand together. */
static int smallest_unit(unsigned units)
{
	for (int i = N_UNITS - 1; i >= 0; i--)
		if (units & 1u << i)
			return i;
	return -1;
}

static bool units_compatible(unsigned units)
{
	return !!(units & (ZN_UNIT_WEEK | ZN_UNIT_DAY)) + !!(units & MONTH_LIKE) + !!(units & ZN_UNIT_DAYOFYEAR) <= 1;
}

bool zn_time_unit_parse(const char *text, ZnTimeUnit *out)
{
	ZnTimeUnit unit = {.step = 1};
	if (!text)
		return false;
	if (g_str_has_prefix(text, "binned")) {
		unit.binned = true;
		text += strlen("binned");
	}
	if (g_str_has_prefix(text, "utc")) {
		unit.utc = true;
		text += strlen("utc");
	}
	while (*text) {
		int found = -1;
		for (int i = 0; i < N_UNITS; i++)
			if (g_str_has_prefix(text, units_table[i].name) && (found < 0 || strlen(units_table[i].name) > strlen(units_table[found].name)))
				found = i;
		if (found < 0 || unit.units >= 1u << found) /* unknown, twice or out of order */
			return false;
		unit.units |= 1u << found;
		text += strlen(units_table[found].name);
	}
	if (!unit.units || !units_compatible(unit.units))
		return false;
	*out = unit;
	return true;
}

/* The Sunday-based week of the year, 0 before the first Sunday (as %U). */
static int week_of_year(const ZnDateParts *at)
{
	return (at->day_of_year + 6 - at->weekday) / 7;
}

/* The day of January (1 = the first) on which the day `weekday` of a week falls in a year. */
static int day_of_week(int week, int weekday, int year, bool utc)
{
	double first = zn_date_from_full_parts(&(ZnDateParts){.year = year, .day = 1}, utc);
	return weekday + week * 7 - (zn_date_parts(first, utc).weekday + 6) % 7;
}

/* The multiple of the unit's step, counted from phase, at or below value; the step counts in the smallest unit only. */
static int floor_to_step(const ZnTimeUnit *unit, ZnTimeUnitBits bit, int value, int phase)
{
	bool is_smallest = unit->units >> 1 < (unsigned)bit;
	if (!is_smallest || unit->step <= 1)
		return value;
	return phase + unit->step * (int)floor((double)(value - phase) / unit->step);
}

/* The floored day of the month, or of the year where the units have no month (months are January then). */
static int floored_day(const ZnTimeUnit *unit, const ZnDateParts *at, int year)
{
	unsigned units = unit->units;
	if (units & ZN_UNIT_WEEK && units & ZN_UNIT_DAY)
		return floor_to_step(unit, ZN_UNIT_DAY, day_of_week(week_of_year(at), at->weekday, year, unit->utc), 1);
	if (units & ZN_UNIT_WEEK)
		return day_of_week(floor_to_step(unit, ZN_UNIT_WEEK, week_of_year(at), 1), 0, year, unit->utc);
	if (units & ZN_UNIT_DAY)
		return floor_to_step(unit, ZN_UNIT_DAY, day_of_week(1, at->weekday, year, unit->utc), 1);
	if (units & ZN_UNIT_DATE)
		return floor_to_step(unit, ZN_UNIT_DATE, at->day, 1);
	if (units & ZN_UNIT_DAYOFYEAR)
		return floor_to_step(unit, ZN_UNIT_DAYOFYEAR, at->day_of_year, 1);
	return 1;
}

double zn_time_unit_floor(const ZnTimeUnit *unit, double time)
{
	unsigned units = unit->units;
	if (!units || !isfinite(time))
		return isfinite(time) ? time : NAN;
	ZnDateParts at = zn_date_parts(time, unit->utc), start = {.year = REFERENCE_YEAR};
	if (units & ZN_UNIT_YEAR)
		start.year = floor_to_step(unit, ZN_UNIT_YEAR, at.year, 0);
	if (units & ZN_UNIT_MONTH)
		start.month = floor_to_step(unit, ZN_UNIT_MONTH, at.month, 0);
	else if (units & ZN_UNIT_QUARTER)
		start.month = 3 * floor_to_step(unit, ZN_UNIT_QUARTER, at.month / 3, 0);
	start.day = floored_day(unit, &at, start.year);
	if (units & ZN_UNIT_HOURS)
		start.hours = floor_to_step(unit, ZN_UNIT_HOURS, at.hours, 0);
	if (units & ZN_UNIT_MINUTES)
		start.minutes = floor_to_step(unit, ZN_UNIT_MINUTES, at.minutes, 0);
	if (units & ZN_UNIT_SECONDS)
		start.seconds = floor_to_step(unit, ZN_UNIT_SECONDS, at.seconds, 0);
	if (units & ZN_UNIT_MILLISECONDS)
		start.ms = floor_to_step(unit, ZN_UNIT_MILLISECONDS, at.ms, 0);
	return zn_date_from_full_parts(&start, unit->utc);
}

double zn_time_unit_offset(const ZnTimeUnit *unit, double time, double n)
{
	int smallest = smallest_unit(unit->units);
	if (smallest < 0)
		return NAN;
	double count = n * MAX(unit->step, 1) * units_table[smallest].intervals;
	return zn_interval_offset(units_table[smallest].interval, time, count, unit->utc);
}

/* A step for timeBin: whole, and 1 for an extent that is none. */
static int round_step(double min, double max, int maxbins)
{
	double step = zn_tick_step(min, max, maxbins);
	return step >= 1 ? (int)MIN(step, 1e6) : 1;
}

#define SECOND 1000.0
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define DATE_UNITS (ZN_UNIT_YEAR | ZN_UNIT_MONTH | ZN_UNIT_DATE)
#define HOUR_UNITS (DATE_UNITS | ZN_UNIT_HOURS)
#define MINUTE_UNITS (HOUR_UNITS | ZN_UNIT_MINUTES)
#define SECOND_UNITS (MINUTE_UNITS | ZN_UNIT_SECONDS)

ZnTimeUnit zn_time_unit_for_extent(double min, double max, int maxbins, bool utc)
{
	static const struct {
		unsigned units;
		int step;
		double duration;
	} bins[] = {
	    {SECOND_UNITS, 1, SECOND},
	    {SECOND_UNITS, 5, 5 * SECOND},
	    {SECOND_UNITS, 15, 15 * SECOND},
	    {SECOND_UNITS, 30, 30 * SECOND},
	    {MINUTE_UNITS, 1, MINUTE},
	    {MINUTE_UNITS, 5, 5 * MINUTE},
	    {MINUTE_UNITS, 15, 15 * MINUTE},
	    {MINUTE_UNITS, 30, 30 * MINUTE},
	    {HOUR_UNITS, 1, HOUR},
	    {HOUR_UNITS, 3, 3 * HOUR},
	    {HOUR_UNITS, 6, 6 * HOUR},
	    {HOUR_UNITS, 12, 12 * HOUR},
	    {DATE_UNITS, 1, DAY},
	    {ZN_UNIT_YEAR | ZN_UNIT_WEEK, 1, 7 * DAY},
	    {ZN_UNIT_YEAR | ZN_UNIT_MONTH, 1, 30 * DAY},
	    {ZN_UNIT_YEAR | ZN_UNIT_MONTH, 3, 90 * DAY},
	    {ZN_UNIT_YEAR, 1, 365 * DAY},
	};
	int n = (int)G_N_ELEMENTS(bins), i = 0;
	if (maxbins <= 0)
		maxbins = 40;
	double target = fabs(max - min) / maxbins;
	while (i < n && bins[i].duration <= target)
		i++;
	ZnTimeUnit unit = {.utc = utc, .step = 1};
	if (i == n) {
		unit.units = ZN_UNIT_YEAR;
		unit.step = round_step(min / (365 * DAY), max / (365 * DAY), maxbins);
	} else if (i > 0) {
		if (target / bins[i - 1].duration < bins[i].duration / target)
			i--;
		unit.units = bins[i].units;
		unit.step = bins[i].step;
	} else {
		unit.units = SECOND_UNITS | ZN_UNIT_MILLISECONDS;
		unit.step = round_step(min, max, maxbins);
	}
	return unit;
}

/* The format under `key` ("year-month-date"): the caller's, else Vega's, else NULL. */
static const char *specifier_of(const char *key, const char *const *overrides)
{
	static const struct {
		const char *key, *specifier;
	} joined[] = {{"year-month", "%Y-%m "}, {"year-month-date", "%Y-%m-%d "}, {"hours-minutes", "%H:%M"}};
	for (; overrides && overrides[0] && overrides[1]; overrides += 2)
		if (!strcmp(overrides[0], key))
			return overrides[1];
	for (size_t i = 0; i < G_N_ELEMENTS(joined); i++)
		if (!strcmp(joined[i].key, key))
			return joined[i].specifier;
	for (int i = 0; i < N_UNITS; i++)
		if (!strcmp(units_table[i].name, key))
			return units_table[i].specifier;
	return NULL;
}

const char *zn_time_units_specifier(ZnArena *arena, unsigned units, const char *const *overrides)
{
	const char *names[N_UNITS + 1];
	int n = 0;
	for (int i = 0; i < N_UNITS; i++)
		if (units & 1u << i)
			names[n++] = units_table[i].name;
	names[n] = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	for (int start = 0; start < n;) {
		/* The longest run of units from here on that has a format of its own; a single unit always has. */
		for (int end = n; end > start; end--) {
			const char *rest = names[end];
			names[end] = NULL;
			g_autofree char *key = g_strjoinv("-", (char **)(names + start));
			names[end] = rest;
			const char *specifier = specifier_of(key, overrides);
			if (specifier) {
				g_string_append(text, specifier);
				start = end;
				break;
			}
		}
	}
	return zn_arena_strdup(arena, g_strstrip(text->str));
}

const char *zn_time_unit_specifier(ZnArena *arena, const ZnTimeUnit *unit)
{
	static const char *const vega_lite[] = {"year-month", "%b %Y ", "year-month-date", "%b %d, %Y ", NULL};
	return zn_time_units_specifier(arena, unit->units, vega_lite);
}

double zn_time_unit_duration(const ZnTimeUnit *unit)
{
	int smallest = smallest_unit(unit->units);
	if (smallest < 0 || 1u << smallest == ZN_UNIT_DAY)
		return NAN;
	/* From the first of January of a year that is no leap year, in local time. */
	double start = zn_date_from_full_parts(&(ZnDateParts){.year = 2001, .day = 1}, false);
	int count = MAX(unit->step, 1) * units_table[smallest].intervals;
	return zn_interval_offset(units_table[smallest].interval, start, count, false) - start;
}
