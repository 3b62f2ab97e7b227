/* Calendar arithmetic on JavaScript times (ms since the epoch), in UTC or in the local time zone (TZ), and Vega time units. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct ZnDateParts {
	int year, month /* 0..11 */, day /* 1..31 */, hours, minutes, seconds, ms;
	int weekday /* 0 = Sunday */, day_of_year /* 1..366 */;
} ZnDateParts;

/* The parts of a time; all zero for NaN and for times beyond JavaScript's +-8.64e15 ms. */
ZnDateParts zn_date_parts(double time, bool utc);
/* As JavaScript's new Date(y, m, ...) / Date.UTC: out-of-range parts roll over, years 0 to 99 are 1900 to 1999; NaN beyond +-8.64e15 ms.
 * A local time that a clock change skips or repeats is read with the offset before the change. weekday and day_of_year are ignored. */
double zn_date_from_parts(const ZnDateParts *parts, bool utc);
/* The same with years as they are: the year 12 is the year 12. */
double zn_date_from_full_parts(const ZnDateParts *parts, bool utc);
double zn_date_parse(const char *text);  /* as V8's Date.parse (ISO date-only is UTC, others local); NaN when it cannot */
double zn_time_zone_offset(double time); /* minutes, local = UTC - offset (as getTimezoneOffset) */

/* d3 time intervals. Weeks begin on Sunday; a ZN_UNIX_DAY is a day whose multiples count from 1970 and not from the first of the
 * month (d3's UTC ticks use it). */
typedef enum { ZN_MILLISECOND, ZN_SECOND, ZN_MINUTE, ZN_HOUR, ZN_DAY, ZN_WEEK, ZN_MONTH, ZN_YEAR, ZN_UNIX_DAY } ZnInterval;
double zn_interval_floor(ZnInterval interval, int step, double time, bool utc); /* interval.every(step).floor */
double zn_interval_ceil(ZnInterval interval, int step, double time, bool utc);
double zn_interval_offset(ZnInterval interval, double time, double n, bool utc); /* n intervals later; n is floored */

/* Vega time units, as bits: "yearmonthdate", "utcmonth", "binnedyear" ... */
typedef enum {
	ZN_UNIT_YEAR = 1,
	ZN_UNIT_QUARTER = 2,
	ZN_UNIT_MONTH = 4,
	ZN_UNIT_WEEK = 8,
	ZN_UNIT_DATE = 16,
	ZN_UNIT_DAY = 32,
	ZN_UNIT_DAYOFYEAR = 64,
	ZN_UNIT_HOURS = 128,
	ZN_UNIT_MINUTES = 256,
	ZN_UNIT_SECONDS = 512,
	ZN_UNIT_MILLISECONDS = 1024,
} ZnTimeUnitBits;
typedef struct ZnTimeUnit {
	unsigned units; /* ZnTimeUnitBits; 0 = none */
	int step;       /* from 1 */
	bool utc, binned;
	int maxbins; /* > 0: units are to be found from the data's extent (vega timeBin) */
} ZnTimeUnit;
bool zn_time_unit_parse(const char *text, ZnTimeUnit *out);                        /* step 1; false, *out untouched = not a time unit */
double zn_time_unit_floor(const ZnTimeUnit *unit, double time);                    /* vega-time timeFloor; missing years are 2012 */
double zn_time_unit_offset(const ZnTimeUnit *unit, double time, double n);         /* the start of the n-th next unit */
ZnTimeUnit zn_time_unit_for_extent(double min, double max, int maxbins, bool utc); /* vega-time timeBin */
/* The d3-time-format specifier of the unit's labels ("%b %Y"): vega-time timeUnitSpecifier with Vega-Lite's two overrides. */
const char *zn_time_unit_specifier(ZnArena *arena, const ZnTimeUnit *unit);
/* vega-time timeUnitSpecifier itself: `overrides` holds key, format, key, format, ..., NULL with keys such as "year-month"; may be NULL. */
const char *zn_time_units_specifier(ZnArena *arena, unsigned units, const char *const *overrides);
double zn_time_unit_duration(const ZnTimeUnit *unit); /* ms of the smallest unit (axis minStep) as Vega-Lite's durationExpr; NaN if none */
