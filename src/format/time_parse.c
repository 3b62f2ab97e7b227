/* d3-time-format: reading a time by a specifier, with English names as Vega does. */
#include "format/locale_data.h"

#include <math.h>
#include <string.h>

/* What the directives have given so far; NAN = not given. */
typedef struct Reading {
	double year, month, day, hours, minutes, seconds, ms;
	double pm, quarter, weekday /* 0 = Sunday */, iso_weekday /* 1 = Monday */, week_sunday, week_monday, week_iso;
	double zone; /* minutes east of Greenwich, negated: what must be added */
	double unix_ms, unix_seconds;
} Reading;

static const char *read_specifier(Reading *r, const char *spec, const char *text);

/* At most `limit` characters of spaces and digits. */
static const char *read_number(const char *text, size_t limit, double *out)
{
	const char *at = text, *end = text + strnlen(text, limit);
	while (at < end && g_ascii_isspace(*at))
		at++;
	if (at == end || !g_ascii_isdigit(*at))
		return NULL;
	double n = 0;
	for (; at < end && g_ascii_isdigit(*at); at++)
		n = n * 10 + (*at - '0');
	*out = n;
	return at;
}

static const char *read_name(const char *text, const char *const *names, int n, double *out)
{
	for (int i = 0; i < n; i++) {
		size_t len = strlen(names[i]);
		if (!g_ascii_strncasecmp(text, names[i], len)) {
			*out = i;
			return text + len;
		}
	}
	return NULL;
}

static const char *read_zone(const char *text, double *out)
{
	if (*text == 'Z') {
		*out = 0;
		return text + 1;
	}
	if ((*text != '+' && *text != '-') || !g_ascii_isdigit(text[1]) || !g_ascii_isdigit(text[2]))
		return NULL;
	int sign = *text == '+' ? -1 : 1, offset = (g_ascii_digit_value(text[1]) * 10 + g_ascii_digit_value(text[2])) * 60;
	text += 3;
	const char *rest = *text == ':' ? text + 1 : text;
	if (g_ascii_isdigit(rest[0]) && g_ascii_isdigit(rest[1])) {
		offset += g_ascii_digit_value(rest[0]) * 10 + g_ascii_digit_value(rest[1]);
		text = rest + 2;
	}
	*out = sign * offset;
	return text;
}

/* Directives that are a number: how many characters at most, where it goes, and what is done to it. */
static const struct {
	char letter;
	size_t limit, field;
	double factor, shift;
} numbers[] = {
    {'d', 2, offsetof(Reading, day), 1, 0},
    {'e', 2, offsetof(Reading, day), 1, 0},
    {'f', 6, offsetof(Reading, ms), 0.001, 0},
    {'g', 2, offsetof(Reading, year), 1, 0},
    {'G', 4, offsetof(Reading, year), 1, 0},
    {'H', 2, offsetof(Reading, hours), 1, 0},
    {'I', 2, offsetof(Reading, hours), 1, 0},
    {'j', 3, offsetof(Reading, day), 1, 0},
    {'L', 3, offsetof(Reading, ms), 1, 0},
    {'m', 2, offsetof(Reading, month), 1, -1},
    {'M', 2, offsetof(Reading, minutes), 1, 0},
    {'q', 1, offsetof(Reading, quarter), 3, -3},
    {'Q', G_MAXSSIZE, offsetof(Reading, unix_ms), 1, 0},
    {'s', G_MAXSSIZE, offsetof(Reading, unix_seconds), 1, 0},
    {'S', 2, offsetof(Reading, seconds), 1, 0},
    {'u', 1, offsetof(Reading, iso_weekday), 1, 0},
    {'U', 2, offsetof(Reading, week_sunday), 1, 0},
    {'V', 2, offsetof(Reading, week_iso), 1, 0},
    {'w', 1, offsetof(Reading, weekday), 1, 0},
    {'W', 2, offsetof(Reading, week_monday), 1, 0},
    {'y', 2, offsetof(Reading, year), 1, 0},
    {'Y', 4, offsetof(Reading, year), 1, 0},
};

static const char *read_directive(Reading *r, char letter, const char *text)
{
	const ZnLocale *english = zn_locale_lookup("en");
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (numbers[i].letter == letter) {
			double n;
			text = read_number(text, numbers[i].limit, &n);
			if (!text)
				return NULL;
			if (letter == 'y' || letter == 'g')
				n += n > 68 ? 1900 : 2000;
			if (letter == 'j')
				r->month = 0;
			*(double *)((char *)r + numbers[i].field) = floor(n * numbers[i].factor + numbers[i].shift);
			return text;
		}
	switch (letter) {
	case 'a':
		return read_name(text, english->short_days, 7, &r->weekday);
	case 'A':
		return read_name(text, english->days, 7, &r->weekday);
	case 'b':
		return read_name(text, english->short_months, 12, &r->month);
	case 'B':
		return read_name(text, english->months, 12, &r->month);
	case 'p':
		return read_name(text, english->periods, 2, &r->pm);
	case 'c':
		return read_specifier(r, english->date_time, text);
	case 'x':
		return read_specifier(r, english->date, text);
	case 'X':
		return read_specifier(r, english->time, text);
	case 'Z':
		return read_zone(text, &r->zone);
	case '%':
		return *text == '%' ? text + 1 : NULL;
	}
	return NULL;
}

static const char *read_specifier(Reading *r, const char *spec, const char *text)
{
	while (*spec) {
		if (!*text)
			return NULL;
		char c = *spec++;
		if (c == '%') {
			if (*spec && strchr("-_0", *spec))
				spec++;
			if (!*spec)
				return NULL;
			text = read_directive(r, *spec++, text);
			if (!text)
				return NULL;
		} else if (c != *text++) {
			return NULL;
		}
	}
	return text;
}

static int weekday_of_new_year(double year)
{
	return zn_date_parts(zn_date_from_full_parts(&(ZnDateParts){.year = (int)year, .day = 1}, true), true).weekday;
}

/* The day counted from the first of January, from a week and a day of the week. */
static bool settle_week(Reading *r)
{
	int first = weekday_of_new_year(r->year);
	if (!isnan(r->week_iso)) {
		if (r->week_iso < 1 || r->week_iso > 53)
			return false;
		double weekday = isnan(r->weekday) ? 1 : r->weekday; /* d3 leaves %u aside here */
		int monday = 1 - (first + 6) % 7;                    /* of the week of the first of January, which is week 1 up to a Thursday */
		if (first > 4 || first == 0)
			monday += 7;
		r->month = 0;
		r->day = monday + (r->week_iso - 1) * 7 + fmod(weekday + 6, 7);
		return true;
	}
	bool from_monday = !isnan(r->week_monday);
	if (!from_monday && isnan(r->week_sunday))
		return true;
	double weekday = !isnan(r->weekday) ? r->weekday : !isnan(r->iso_weekday) ? fmod(r->iso_weekday, 7) : from_monday ? 1 : 0;
	r->month = 0;
	r->day = from_monday ? fmod(weekday + 6, 7) + r->week_monday * 7 - (first + 5) % 7 : weekday + r->week_sunday * 7 - (first + 6) % 7;
	return true;
}

double zn_parse_time(const char *spec, const char *text, bool utc)
{
	Reading r = {.year = 1900,
	             .month = NAN,
	             .day = 1,
	             .pm = NAN,
	             .quarter = NAN,
	             .weekday = NAN,
	             .iso_weekday = NAN,
	             .week_sunday = NAN,
	             .week_monday = NAN,
	             .week_iso = NAN,
	             .zone = NAN,
	             .unix_ms = NAN,
	             .unix_seconds = NAN};
	const char *rest = read_specifier(&r, spec, text);
	if (!rest || *rest)
		return NAN;
	if (!isnan(r.unix_ms))
		return fabs(r.unix_ms) <= 8.64e15 ? r.unix_ms : NAN;
	if (!isnan(r.unix_seconds))
		return fabs(r.unix_seconds) <= 8.64e12 ? r.unix_seconds * 1000 + r.ms : NAN;
	if (!isnan(r.pm))
		r.hours = fmod(r.hours, 12) + r.pm * 12;
	if (isnan(r.month))
		r.month = isnan(r.quarter) ? 0 : r.quarter;
	if (!settle_week(&r))
		return NAN;
	if (!isnan(r.zone))
		r.minutes += r.zone;
	ZnDateParts parts = {.year = (int)r.year,
	                     .month = (int)r.month,
	                     .day = (int)r.day,
	                     .hours = (int)r.hours,
	                     .minutes = (int)r.minutes,
	                     .seconds = (int)r.seconds,
	                     .ms = (int)r.ms};
	return zn_date_from_full_parts(&parts, utc || !isnan(r.zone));
}
