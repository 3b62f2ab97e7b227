/* d3-time-format: https://d3js.org/d3-time-format. Writing; time_parse.c reads. */
#include "format/locale_data.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>
#include <string.h>

/* A time being written: its parts and where the text goes. */
typedef struct Moment {
	const ZnLocale *locale;
	double time;
	bool utc;
	ZnDateParts at;
	bool after_day; /* was the directive before this one a day of the month? Then Russian months stand in the genitive */
} Moment;

static void write_specifier(GString *out, Moment *moment, const char *spec);

/* d3's pad: fill 0 = none. */
static void append_padded(GString *out, int n, char fill, int width)
{
	char digits[16];
	int len = g_snprintf(digits, sizeof digits, "%d", n < 0 ? -n : n);
	if (n < 0)
		g_string_append_c(out, '-');
	for (; fill && len < width; len++)
		g_string_append_c(out, fill);
	g_string_append(out, digits);
}

/* The Thursday of the time's ISO week, whose year and week are the week's. */
static ZnDateParts iso_thursday(const Moment *m)
{
	int iso_weekday = m->at.weekday ? m->at.weekday : 7;
	ZnDateParts thursday = {.year = m->at.year, .month = m->at.month, .day = m->at.day + 4 - iso_weekday};
	return zn_date_parts(zn_date_from_full_parts(&thursday, true), true);
}

static void short_weekday(GString *out, Moment *m, char fill)
{
	g_string_append(out, m->locale->short_days[m->at.weekday]);
}

static void weekday(GString *out, Moment *m, char fill)
{
	g_string_append(out, m->locale->days[m->at.weekday]);
}

static void short_month(GString *out, Moment *m, char fill)
{
	const char *of_day = m->after_day ? m->locale->short_months_of_day[m->at.month] : NULL;
	g_string_append(out, of_day ? of_day : m->locale->short_months[m->at.month]);
}

static void month(GString *out, Moment *m, char fill)
{
	const char *of_day = m->after_day ? m->locale->months_of_day[m->at.month] : NULL;
	g_string_append(out, of_day ? of_day : m->locale->months[m->at.month]);
}

static void date_time(GString *out, Moment *m, char fill)
{
	write_specifier(out, m, m->locale->date_time);
}

static void date(GString *out, Moment *m, char fill)
{
	write_specifier(out, m, m->locale->date);
}

static void clock_time(GString *out, Moment *m, char fill)
{
	write_specifier(out, m, m->locale->time);
}

static void day_of_month(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.day, fill, 2);
}

static void microseconds(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.ms, fill, 3);
	g_string_append(out, "000");
}

static void iso_year_of_century(GString *out, Moment *m, char fill)
{
	append_padded(out, iso_thursday(m).year % 100, fill, 2);
}

static void iso_year(GString *out, Moment *m, char fill)
{
	append_padded(out, iso_thursday(m).year % 10000, fill, 4);
}

static void hour24(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.hours, fill, 2);
}

static void hour12(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.hours % 12 ? m->at.hours % 12 : 12, fill, 2);
}

static void day_of_year(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.day_of_year, fill, 3);
}

static void milliseconds(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.ms, fill, 3);
}

static void month_number(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.month + 1, fill, 2);
}

static void minutes(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.minutes, fill, 2);
}

static void period(GString *out, Moment *m, char fill)
{
	g_string_append(out, m->locale->periods[m->at.hours >= 12]);
}

static void quarter(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.month / 3 + 1, 0, 1);
}

static void unix_milliseconds(GString *out, Moment *m, char fill)
{
	g_string_append_printf(out, "%.0f", trunc(m->time));
}

static void unix_seconds(GString *out, Moment *m, char fill)
{
	g_string_append_printf(out, "%.0f", floor(m->time / 1000));
}

static void seconds(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.seconds, fill, 2);
}

static void weekday_from_monday(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.weekday ? m->at.weekday : 7, 0, 1);
}

static void weekday_from_sunday(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.weekday, 0, 1);
}

static void week_from_sunday(GString *out, Moment *m, char fill)
{
	append_padded(out, (m->at.day_of_year + 6 - m->at.weekday) / 7, fill, 2);
}

static void week_from_monday(GString *out, Moment *m, char fill)
{
	append_padded(out, (m->at.day_of_year + 6 - (m->at.weekday + 6) % 7) / 7, fill, 2);
}

static void iso_week(GString *out, Moment *m, char fill)
{
	append_padded(out, (iso_thursday(m).day_of_year - 1) / 7 + 1, fill, 2);
}

static void year_of_century(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.year % 100, fill, 2);
}

static void year(GString *out, Moment *m, char fill)
{
	append_padded(out, m->at.year % 10000, fill, 4);
}

static void zone(GString *out, Moment *m, char fill)
{
	double west = m->utc ? 0 : zn_time_zone_offset(m->time);
	int offset = (int)fabs(west);
	g_string_append_printf(out, "%c%02d%02d", west > 0 ? '-' : '+', offset / 60, offset % 60);
}

static void percent(GString *out, Moment *m, char fill)
{
	g_string_append_c(out, '%');
}

static const struct {
	char letter;
	void (*write)(GString *out, Moment *moment, char fill);
} directives[] = {
    {'a', short_weekday},
    {'A', weekday},
    {'b', short_month},
    {'B', month},
    {'c', date_time},
    {'d', day_of_month},
    {'e', day_of_month},
    {'f', microseconds},
    {'g', iso_year_of_century},
    {'G', iso_year},
    {'H', hour24},
    {'I', hour12},
    {'j', day_of_year},
    {'L', milliseconds},
    {'m', month_number},
    {'M', minutes},
    {'p', period},
    {'q', quarter},
    {'Q', unix_milliseconds},
    {'s', unix_seconds},
    {'S', seconds},
    {'u', weekday_from_monday},
    {'U', week_from_sunday},
    {'V', iso_week},
    {'w', weekday_from_sunday},
    {'W', week_from_monday},
    {'x', date},
    {'X', clock_time},
    {'y', year_of_century},
    {'Y', year},
    {'Z', zone},
    {'%', percent},
};

/* Writes one directive; the letter itself where there is no such. Returns what stands behind it. */
static const char *write_directive(GString *out, Moment *moment, const char *spec)
{
	char fill = *spec == 'e' ? ' ' : '0';
	if (*spec && strchr("-_0", *spec)) {
		fill = *spec == '-' ? '\0' : *spec == '_' ? ' ' : '0';
		spec++;
	}
	if (!*spec)
		return spec;
	for (size_t i = 0; i < G_N_ELEMENTS(directives); i++)
		if (directives[i].letter == *spec) {
			directives[i].write(out, moment, fill);
			moment->after_day = *spec == 'd' || *spec == 'e';
			return spec + 1;
		}
	const char *next = g_utf8_next_char(spec);
	g_string_append_len(out, spec, next - spec);
	return next;
}

static void write_specifier(GString *out, Moment *moment, const char *spec)
{
	while (*spec) {
		const char *mark = strchrnul(spec, '%');
		g_string_append_len(out, spec, mark - spec);
		spec = *mark ? write_directive(out, moment, mark + 1) : mark;
	}
}

/* What an invalid date reads as, directive by directive: d3 pads the letters of NaN like digits and has no name for it. */
static const char *invalid_directive(char letter)
{
	return strchr("YG", letter) ? "0NaN" : strchr("aAbB", letter) ? "" : letter == 'p' ? "AM" : letter == '%' ? "%" : "NaN";
}

static const char *write_invalid(ZnArena *arena, const char *spec)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (; *spec; spec++) {
		if (*spec != '%') {
			g_string_append_c(out, *spec);
			continue;
		}
		spec += strchr("-_0", spec[1]) && spec[1] ? 2 : 1;
		if (!*spec)
			break;
		g_string_append(out, invalid_directive(*spec));
	}
	return zn_arena_strndup(arena, out->str, out->len);
}

const char *zn_format_time(ZnArena *arena, const ZnLocale *locale, const char *spec, double time, bool utc)
{
	if (!(fabs(time) <= 8.64e15))
		return write_invalid(arena, spec);
	Moment moment = {.locale = locale, .time = time, .utc = utc, .at = zn_date_parts(time, utc)};
	g_autoptr(GString) out = g_string_new(NULL);
	write_specifier(out, &moment, spec);
	return zn_arena_strndup(arena, out->str, out->len);
}

const char *zn_format_date_words(ZnArena *arena, double time)
{
	static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	if (!(fabs(time) <= 8.64e15))
		return "Invalid Date";
	ZnDateParts at = zn_date_parts(time, false);
	time_t seconds = (time_t)floor(time / 1000);
	struct tm local = {0};
	localtime_r(&seconds, &local);
	long offset = local.tm_gmtoff / 60, size = labs(offset);
	bool utc = local.tm_zone && (!strcmp(local.tm_zone, "UTC") || !strcmp(local.tm_zone, "GMT"));
	return zn_arena_printf(arena, "%s %s %02d %04d %02d:%02d:%02d GMT%c%02ld%02ld (%s)", days[local.tm_wday], months[local.tm_mon], local.tm_mday,
						   (int)at.year, local.tm_hour, local.tm_min, local.tm_sec, offset < 0 ? '-' : '+', size / 60, size % 60,
						   utc ? "Coordinated Universal Time" : local.tm_zone ? local.tm_zone : "");
}

const char *zn_format_time_multi(ZnArena *arena, const ZnLocale *locale, double time, bool utc)
{
	static const struct {
		ZnInterval interval;
		int step;
		size_t label;
	} finer[] = {
	    /* the label where the time does not begin such an interval */
	    {ZN_SECOND, 1, offsetof(ZnTimeLabels, ms)},   {ZN_MINUTE, 1, offsetof(ZnTimeLabels, second)},
	    {ZN_HOUR, 1, offsetof(ZnTimeLabels, minute)}, {ZN_DAY, 1, offsetof(ZnTimeLabels, hour)},
	    {ZN_MONTH, 1, offsetof(ZnTimeLabels, day)},   {ZN_YEAR, 1, offsetof(ZnTimeLabels, month)},
	};
	size_t label = offsetof(ZnTimeLabels, year);
	for (size_t i = 0; i < G_N_ELEMENTS(finer); i++)
		if (zn_interval_floor(finer[i].interval, finer[i].step, time, utc) < time) {
			label = finer[i].label;
			break;
		}
	if (label == offsetof(ZnTimeLabels, day) && zn_interval_floor(ZN_WEEK, 1, time, utc) >= time)
		label = offsetof(ZnTimeLabels, week);
	if (label == offsetof(ZnTimeLabels, month) && zn_interval_floor(ZN_MONTH, 3, time, utc) >= time)
		label = offsetof(ZnTimeLabels, quarter);
	const char *spec = *(const char *const *)((const char *)&locale->labels + label);
	return zn_format_time(arena, locale, spec, time, utc);
}
