/* d3-time intervals: floor, ceil and offset, with multiples as interval.every(step). */
#include "format/calendar.h"

#include <math.h>

#define MS_PER_DAY 86400000.0

/* interval.every(step) keeps the starts whose field is a multiple of step; the most such starts that lie between two kept ones is a
 * matter of the field's range, so a step beyond it just finds the first. */
#define MOST_STEPS 4000

static double start_of(int year, int month, int day, bool utc)
{
	return zn_date_from_full_parts(&(ZnDateParts){.year = year, .month = month, .day = day}, utc);
}

static double floor_once(ZnInterval interval, double time, bool utc)
{
	ZnDateParts at = zn_date_parts(time, utc);
	time = trunc(time);
	switch (interval) {
	case ZN_MILLISECOND:
		return time;
	case ZN_SECOND:
		return time - at.ms;
	case ZN_MINUTE:
		return time - at.ms - at.seconds * 1000.0;
	case ZN_HOUR:
		return time - at.ms - at.seconds * 1000.0 - at.minutes * 60000.0;
	case ZN_DAY:
	case ZN_UNIX_DAY:
		return start_of(at.year, at.month, at.day, utc);
	case ZN_WEEK:
		return start_of(at.year, at.month, at.day - at.weekday, utc);
	case ZN_MONTH:
		return start_of(at.year, at.month, 1, utc);
	case ZN_YEAR:
		return start_of(at.year, 0, 1, utc);
	}
	return NAN;
}

/* What must be a multiple of the step. */
static int64_t field_of(ZnInterval interval, double time, bool utc)
{
	ZnDateParts at = zn_date_parts(time, utc);
	switch (interval) {
	case ZN_SECOND:
		return at.seconds;
	case ZN_MINUTE:
		return at.minutes;
	case ZN_HOUR:
		return at.hours;
	case ZN_DAY:
		return at.day - 1;
	case ZN_UNIX_DAY:
		return (int64_t)floor(time / MS_PER_DAY);
	case ZN_WEEK: /* weeks since the epoch, whose first Sunday is the fourth day */
		return (int64_t)floor((time - (utc ? 0 : zn_time_zone_offset(time) * 60000) - 3 * MS_PER_DAY) / (7 * MS_PER_DAY)) + 1;
	case ZN_MONTH:
		return at.month;
	case ZN_MILLISECOND:
	case ZN_YEAR: /* floored by division */
		break;
	}
	return 0;
}

double zn_interval_floor(ZnInterval interval, int step, double time, bool utc)
{
	if (isnan(time))
		return NAN;
	if (step <= 1)
		return floor_once(interval, time, utc);
	if (interval == ZN_MILLISECOND)
		return floor(time / step) * step;
	if (interval == ZN_YEAR) {
		ZnDateParts at = zn_date_parts(time, utc);
		return start_of((int)floor((double)at.year / step) * step, 0, 1, utc);
	}
	double start = floor_once(interval, time, utc);
	for (int i = 0; i < MOST_STEPS && field_of(interval, start, utc) % step; i++)
		start = floor_once(interval, start - 1, utc);
	return start;
}

double zn_interval_ceil(ZnInterval interval, int step, double time, bool utc)
{
	if (isnan(time))
		return NAN;
	double start = zn_interval_floor(interval, step, time - 1, utc);
	if (step <= 1)
		return floor_once(interval, zn_interval_offset(interval, start, 1, utc), utc);
	if (interval == ZN_MILLISECOND)
		return start + step;
	if (interval == ZN_YEAR)
		return floor_once(interval, zn_interval_offset(interval, start, step, utc), utc);
	for (int i = 0; i < MOST_STEPS; i++) {
		start = floor_once(interval, zn_interval_offset(interval, start, 1, utc), utc);
		if (field_of(interval, start, utc) % step == 0)
			break;
	}
	return start;
}

/* Adds whole counts to one of the parts; counts no calendar holds give NaN. */
static double add_part(double time, int *part, const ZnDateParts *at, double n, bool utc)
{
	if (isnan(time) || !(fabs(n) < 1e9))
		return NAN;
	*part += (int)n;
	return zn_date_from_full_parts(at, utc);
}

double zn_interval_offset(ZnInterval interval, double time, double n, bool utc)
{
	ZnDateParts at = zn_date_parts(time, utc);
	n = floor(n);
	switch (interval) {
	case ZN_MILLISECOND:
		return time + n;
	case ZN_SECOND:
		return time + n * 1000;
	case ZN_MINUTE:
		return time + n * 60000;
	case ZN_HOUR:
		return time + n * 3600000;
	case ZN_DAY:
	case ZN_UNIX_DAY:
		return add_part(time, &at.day, &at, n, utc);
	case ZN_WEEK:
		return add_part(time, &at.day, &at, n * 7, utc);
	case ZN_MONTH:
		return add_part(time, &at.month, &at, n, utc);
	case ZN_YEAR:
		return add_part(time, &at.year, &at, n, utc);
	}
	return NAN;
}
