#include "format/calendar.h"

#include <math.h>
#include <time.h>

#define MS_PER_DAY 86400000.0
#define MAX_TIME 8.64e15 /* ECMAScript's time range, ms either side of 1970 */
#define MAX_YEAR 400000  /* beyond any year of that range, so that day counts stay small integers */

/* Days since 1970-01-01 of a date in the proleptic Gregorian calendar, and back. The year begins in March, so that the leap day is its
 * last; an era is 400 years. (H. Hinnant, "chrono-compatible low-level date algorithms".) */
static int64_t days_from_civil(int64_t year, int month /* 0..11 */, int day)
{
	year -= month < 2;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year = (153 * ((month + 10) % 12) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static void civil_from_days(int64_t days, ZnDateParts *parts)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t day_of_era = days - era * 146097;
	int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t march_month = (5 * day_of_year + 2) / 153;
	parts->day = (int)(day_of_year - (153 * march_month + 2) / 5 + 1);
	parts->month = (int)((march_month + 2) % 12);
	parts->year = (int)(year_of_era + era * 400 + (parts->month < 2));
}

/* Local time minus UTC in ms at a moment. */
static double offset_at(double time)
{
	time_t seconds = (time_t)floor(time / 1000);
	struct tm local;
	return localtime_r(&seconds, &local) ? (double)local.tm_gmtoff * 1000 : 0;
}

static double clip(double time)
{
	return fabs(time) <= MAX_TIME ? time : NAN;
}

/* The moment at which clocks show `local` (ms as if it were UTC). At a clock change the offset before it counts, both for times that
 * are skipped and for times that come twice (ECMA-262, 21.4.1.26). */
static double local_to_utc(double local)
{
	if (!(fabs(local) <= MAX_TIME + MS_PER_DAY))
		return NAN;
	double before = offset_at(local - MS_PER_DAY), after = offset_at(local + MS_PER_DAY);
	if (before == after || offset_at(local - before) == before)
		return local - before;
	return offset_at(local - after) == after ? local - after : local - before;
}

ZnDateParts zn_date_parts(double time, bool utc)
{
	ZnDateParts parts = {0};
	if (!(fabs(time) <= MAX_TIME))
		return parts;
	time = trunc(time);
	if (!utc)
		time += offset_at(time);
	double days = floor(time / MS_PER_DAY);
	int rest = (int)(time - days * MS_PER_DAY);
	civil_from_days((int64_t)days, &parts);
	parts.ms = rest % 1000;
	parts.seconds = rest / 1000 % 60;
	parts.minutes = rest / 60000 % 60;
	parts.hours = rest / 3600000;
	parts.weekday = (int)((((int64_t)days + 4) % 7 + 7) % 7);
	parts.day_of_year = (int)((int64_t)days - days_from_civil(parts.year, 0, 1)) + 1;
	return parts;
}

double zn_date_from_full_parts(const ZnDateParts *parts, bool utc)
{
	int64_t months = (int64_t)parts->year * 12 + parts->month;
	int64_t year = (months >= 0 ? months : months - 11) / 12;
	if (year > MAX_YEAR || year < -MAX_YEAR)
		return NAN;
	double days = (double)days_from_civil(year, (int)(months - year * 12), 1) + parts->day - 1;
	double time = days * MS_PER_DAY + parts->hours * 3600000.0 + parts->minutes * 60000.0 + parts->seconds * 1000.0 + parts->ms;
	return clip(utc ? time : local_to_utc(time));
}

double zn_date_from_parts(const ZnDateParts *parts, bool utc)
{
	ZnDateParts full = *parts;
	if (full.year >= 0 && full.year <= 99)
		full.year += 1900;
	return zn_date_from_full_parts(&full, utc);
}

double zn_time_zone_offset(double time)
{
	return fabs(time) <= MAX_TIME ? -offset_at(time) / 60000 : NAN;
}
