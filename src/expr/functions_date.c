/* Dates: parts, construction, steps and sequences (vega-time, d3-time). Local time is that of TZ. */
#include "expr/function.h"
#include "expr/operators.h"

#include "format/calendar.h"

#include <math.h>
#include <string.h>

#define DAY_MS 86400000.0

typedef enum {
	PART_YEAR,
	PART_QUARTER,
	PART_MONTH,
	PART_DATE,
	PART_DAY,
	PART_HOURS,
	PART_MINUTES,
	PART_SECONDS,
	PART_MS,
	PART_DAY_OF_YEAR,
	PART_WEEK,
	PART_ISO_WEEK
} Part;

/* Weeks of ISO 8601 begin on Monday; the one with the year's first Thursday is the first. */
static int iso_week(const ZnDateParts *parts, bool utc)
{
	ZnDateParts thursday = {.year = parts->year, .month = parts->month, .day = parts->day + 3 - (parts->weekday + 6) % 7};
	if (parts->year >= 0 && parts->year <= 99)
		thursday.year += 400; /* else read as a year of the 20th century; the calendar repeats after 400 years */
	return (zn_date_parts(zn_date_from_parts(&thursday, utc), utc).day_of_year - 1) / 7 + 1;
}

static ZnValue part(const ZnCall *call, Part which, bool utc)
{
	double time = zn_arg_time(call, 0);
	if (isnan(time))
		return zn_num(which == PART_QUARTER ? 1 : NAN); /* 1 + ~~NaN in vega-util */
	ZnDateParts p = zn_date_parts(time, utc);
	switch (which) {
	case PART_YEAR:
		return zn_num(p.year);
	case PART_QUARTER:
		return zn_num(1 + p.month / 3);
	case PART_MONTH:
		return zn_num(p.month);
	case PART_DATE:
		return zn_num(p.day);
	case PART_DAY:
		return zn_num(p.weekday);
	case PART_HOURS:
		return zn_num(p.hours);
	case PART_MINUTES:
		return zn_num(p.minutes);
	case PART_SECONDS:
		return zn_num(p.seconds);
	case PART_MS:
		return zn_num(p.ms);
	case PART_DAY_OF_YEAR:
		return zn_num(p.day_of_year);
	case PART_WEEK:
		return zn_num((p.day_of_year - 1 + 7 - p.weekday) / 7); /* Sundays so far this year */
	case PART_ISO_WEEK:
		return zn_num(iso_week(&p, utc));
	}
	return zn_undefined();
}

#define PART(name, which)                                                                                                                  \
	static ZnValue fn_##name(ZnCall *call)                                                                                                 \
	{                                                                                                                                      \
		return part(call, which, false);                                                                                                   \
	}                                                                                                                                      \
	static ZnValue fn_utc##name(ZnCall *call)                                                                                              \
	{                                                                                                                                      \
		return part(call, which, true);                                                                                                    \
	}
PART(year, PART_YEAR)
PART(quarter, PART_QUARTER)
PART(month, PART_MONTH)
PART(date, PART_DATE)
PART(day, PART_DAY)
PART(hours, PART_HOURS)
PART(minutes, PART_MINUTES)
PART(seconds, PART_SECONDS)
PART(milliseconds, PART_MS)
PART(dayofyear, PART_DAY_OF_YEAR)
PART(week, PART_WEEK)
PART(isoweek, PART_ISO_WEEK)
#undef PART

/* --- making --- */

static ZnValue fn_now(ZnCall *call)
{
	return zn_num(call->env->context->now);
}

static ZnValue fn_time(ZnCall *call)
{
	return zn_num(zn_arg_time(call, 0));
}

static ZnValue fn_timezoneoffset(ZnCall *call)
{
	return zn_num(zn_time_zone_offset(zn_arg_time(call, 0)));
}

/* year, month, date, hours, minutes, seconds, milliseconds -> ms; NaN when one of them is none. */
static double time_from_args(const ZnCall *call, bool utc)
{
	int fields[7] = {0, 0, 1, 0, 0, 0, 0};
	for (size_t i = 0; i < call->n && i < G_N_ELEMENTS(fields); i++) {
		double field = trunc(zn_arg_num(call, i));
		if (!(fabs(field) < 1e9))
			return NAN;
		fields[i] = (int)field;
	}
	ZnDateParts parts = {.year = fields[0],
	                     .month = fields[1],
	                     .day = fields[2],
	                     .hours = fields[3],
	                     .minutes = fields[4],
	                     .seconds = fields[5],
	                     .ms = fields[6]};
	return zn_date_from_parts(&parts, utc);
}

static ZnValue fn_datetime(ZnCall *call)
{
	if (call->n == 0)
		return zn_date(call->env->context->now);
	return zn_date(call->n == 1 ? zn_arg_time(call, 0) : time_from_args(call, false));
}

static ZnValue fn_utc(ZnCall *call)
{
	return zn_num(time_from_args(call, true));
}

/* --- steps --- */

typedef struct Unit {
	const char *name;
	ZnInterval interval;
	int months;  /* a quarter: only months that divide by it count */
	bool monday; /* weeks that begin on Monday */
} Unit;

static const Unit units[] = {
    {"year", ZN_YEAR, 0, false},      {"quarter", ZN_MONTH, 3, false},  {"month", ZN_MONTH, 0, false},
    {"week", ZN_WEEK, 0, false},      {"isoweek", ZN_WEEK, 0, true},    {"date", ZN_DAY, 0, false},
    {"day", ZN_DAY, 0, false},        {"dayofyear", ZN_DAY, 0, false},  {"hours", ZN_HOUR, 0, false},
    {"minutes", ZN_MINUTE, 0, false}, {"seconds", ZN_SECOND, 0, false}, {"milliseconds", ZN_MILLISECOND, 0, false},
};

static const Unit *unit_arg(ZnCall *call)
{
	static const char *const names[] = {"year",      "quarter", "month",   "week",    "isoweek",      "date", "day",
	                                    "dayofyear", "hours",   "minutes", "seconds", "milliseconds", NULL};
	const char *name = zn_arg_str(call, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (!strcmp(units[i].name, name))
			return &units[i];
	zn_call_fail(call, zn_did_you_mean(call->arena, name, names), "“%s” is not a time unit", name);
	return NULL;
}

static double floor_to(const Unit *unit, double time, bool utc)
{
	if (unit->monday) {
		double before = zn_interval_floor(ZN_WEEK, 1, zn_interval_offset(ZN_DAY, time, -1, utc), utc);
		return zn_interval_offset(ZN_DAY, before, 1, utc);
	}
	return zn_interval_floor(unit->interval, unit->months ? unit->months : 1, time, utc);
}

/* n steps later. d3's quarters are the months that divide by three: a step goes month by month to the next of them. */
static double offset_by(const Unit *unit, double time, double n, bool utc)
{
	if (!unit->months)
		return zn_interval_offset(unit->interval, time, n, utc);
	for (double left = fabs(n); left > 0 && !isnan(time); left--)
		do
			time = zn_interval_offset(ZN_MONTH, time, n < 0 ? -1 : 1, utc);
		while (!isnan(time) && zn_date_parts(time, utc).month % unit->months);
	return time;
}

static double ceil_to(const Unit *unit, double time, bool utc)
{
	return floor_to(unit, offset_by(unit, floor_to(unit, time - 1, utc), 1, utc), utc);
}

static ZnValue offset(ZnCall *call, bool utc)
{
	const Unit *unit = unit_arg(call);
	double time = zn_arg_time(call, 1), step = floor(zn_arg_num_or(call, 2, 1));
	if (!unit || isnan(time) || isnan(step))
		return unit ? zn_date(NAN) : zn_undefined();
	if (!zn_call_charge(call, unit->months ? fabs(step) : 1, ZN_EXPR_MAX_ITEMS, "steps"))
		return zn_undefined();
	return zn_date(offset_by(unit, time, step, utc));
}

static ZnValue sequence(ZnCall *call, bool utc)
{
	const Unit *unit = unit_arg(call);
	double start = zn_arg_time(call, 1), stop = zn_arg_time(call, 2), step = floor(zn_arg_num_or(call, 3, 1)), before;
	if (!unit)
		return zn_undefined();
	ZnArray *out = zn_array_new(call->arena, 8);
	if (isnan(start) || !(step > 0))
		return zn_arr(out);
	start = ceil_to(unit, start, utc);
	if (!(start < stop))
		return zn_arr(out);
	if (unit->months && !zn_call_fits(call, step, ZN_EXPR_MAX_ITEMS, "steps"))
		return zn_undefined();
	do {
		if (!zn_call_fits(call, (double)out->n, ZN_EXPR_MAX_ITEMS, "dates"))
			return zn_undefined();
		zn_array_push(call->arena, out, zn_date(start));
		call->env->steps += 8;
		before = start;
		start = floor_to(unit, offset_by(unit, start, step, utc), utc);
	} while (before < start && start < stop);
	return zn_arr(out);
}

static ZnValue fn_timeoffset(ZnCall *call)
{
	return offset(call, false);
}

static ZnValue fn_utcoffset(ZnCall *call)
{
	return offset(call, true);
}

static ZnValue fn_timesequence(ZnCall *call)
{
	return sequence(call, false);
}

static ZnValue fn_utcsequence(ZnCall *call)
{
	return sequence(call, true);
}

const ZnFunction zn_functions_date[] = {
    {"date", 1, 1, fn_date},
    {"datetime", 0, 7, fn_datetime},
    {"day", 1, 1, fn_day},
    {"dayofyear", 1, 1, fn_dayofyear},
    {"hours", 1, 1, fn_hours},
    {"isoweek", 1, 1, fn_isoweek},
    {"milliseconds", 1, 1, fn_milliseconds},
    {"minutes", 1, 1, fn_minutes},
    {"month", 1, 1, fn_month},
    {"now", 0, 0, fn_now},
    {"quarter", 1, 1, fn_quarter},
    {"seconds", 1, 1, fn_seconds},
    {"time", 1, 1, fn_time},
    {"timeOffset", 2, 3, fn_timeoffset},
    {"timeSequence", 3, 4, fn_timesequence},
    {"timezoneoffset", 1, 1, fn_timezoneoffset},
    {"utc", 1, 7, fn_utc},
    {"utcOffset", 2, 3, fn_utcoffset},
    {"utcSequence", 3, 4, fn_utcsequence},
    {"utcdate", 1, 1, fn_utcdate},
    {"utcday", 1, 1, fn_utcday},
    {"utcdayofyear", 1, 1, fn_utcdayofyear},
    {"utchours", 1, 1, fn_utchours},
    {"utcisoweek", 1, 1, fn_utcisoweek},
    {"utcmilliseconds", 1, 1, fn_utcmilliseconds},
    {"utcminutes", 1, 1, fn_utcminutes},
    {"utcmonth", 1, 1, fn_utcmonth},
    {"utcquarter", 1, 1, fn_utcquarter},
    {"utcseconds", 1, 1, fn_utcseconds},
    {"utcweek", 1, 1, fn_utcweek},
    {"utcyear", 1, 1, fn_utcyear},
    {"week", 1, 1, fn_week},
    {"year", 1, 1, fn_year},
    {0},
};
