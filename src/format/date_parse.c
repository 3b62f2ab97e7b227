/* Date.parse as V8 reads dates: first the forms that ECMAScript fixes (ISO 8601), then, with what they left, a lenient reading of numbers,
 * names of months, times and zones in almost any order. Behaviour after V8's src/date/dateparser. */
#include "format/calendar.h"

#include <limits.h>
#include <math.h>
#include <string.h>

typedef enum { T_END, T_INVALID, T_NUMBER, T_SIGN, T_COLON, T_DOT, T_OPEN, T_CLOSE, T_SPACE, T_WORD, T_OTHER } TokenKind;
typedef enum { W_UNKNOWN, W_MONTH, W_AM_PM, W_ZONE, W_TIME } WordKind;

typedef struct Token {
	TokenKind kind;
	int len;    /* digits of a number, letters of a word */
	int number; /* of T_NUMBER; +1 or -1 of T_SIGN; the word's value */
	WordKind word;
} Token;

#define UNSET INT_MIN

typedef struct Reading {
	const char *rest;
	Token next;
	int day[3], n_day, named_month;
	bool iso;
	int time[4], n_time, hour_offset;
	int zone_sign, zone_hour, zone_minute; /* UNSET: none */
} Reading;

static const struct {
	char text[4];
	WordKind kind;
	int value;
} words[] = {
    {"jan", W_MONTH, 1}, {"feb", W_MONTH, 2}, {"mar", W_MONTH, 3}, {"apr", W_MONTH, 4},  {"may", W_MONTH, 5},  {"jun", W_MONTH, 6},
    {"jul", W_MONTH, 7}, {"aug", W_MONTH, 8}, {"sep", W_MONTH, 9}, {"oct", W_MONTH, 10}, {"nov", W_MONTH, 11}, {"dec", W_MONTH, 12},
    {"am", W_AM_PM, 0},  {"pm", W_AM_PM, 12}, {"ut", W_ZONE, 0},   {"utc", W_ZONE, 0},   {"z", W_ZONE, 0},     {"gmt", W_ZONE, 0},
    {"cdt", W_ZONE, -5}, {"cst", W_ZONE, -6}, {"edt", W_ZONE, -4}, {"est", W_ZONE, -5},  {"mdt", W_ZONE, -6},  {"mst", W_ZONE, -7},
    {"pdt", W_ZONE, -7}, {"pst", W_ZONE, -8}, {"t", W_TIME, 0},
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters and all that is not ASCII. */
static bool is_word_char(char c)
{
	return (unsigned char)c >= 'A';
}

static Token scan_number(const char **text)
{
	Token token = {.kind = T_NUMBER};
	int significant = 0;
	for (; is_digit(**text); (*text)++, token.len++) {
		if (significant == 0 && **text == '0')
			continue;
		if (++significant <= 9) /* later digits count as length only */
			token.number = token.number * 10 + (**text - '0');
	}
	return token;
}

/* Three letters tell a word; only months may be longer. */
static Token scan_word(const char **text)
{
	char prefix[4] = "";
	Token token = {.kind = T_WORD};
	for (; is_word_char(**text); (*text)++, token.len++)
		if (token.len < 3)
			prefix[token.len] = (char)g_ascii_tolower(**text);
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (!strcmp(prefix, words[i].text) && (token.len <= 3 || words[i].kind == W_MONTH)) {
			token.word = words[i].kind;
			token.number = words[i].value;
		}
	return token;
}

static Token scan(const char **text)
{
	char c = **text;
	if (!c)
		return (Token){.kind = T_END};
	if (is_digit(c))
		return scan_number(text);
	if (is_word_char(c))
		return scan_word(text);
	if (g_ascii_isspace(c)) {
		while (g_ascii_isspace(**text))
			(*text)++;
		return (Token){.kind = T_SPACE};
	}
	(*text)++;
	switch (c) {
	case '+':
	case '-':
		return (Token){.kind = T_SIGN, .number = c == '+' ? 1 : -1};
	case ':':
		return (Token){.kind = T_COLON};
	case '.':
		return (Token){.kind = T_DOT};
	case '(':
		return (Token){.kind = T_OPEN};
	case ')':
		return (Token){.kind = T_CLOSE};
	}
	return (Token){.kind = T_OTHER};
}

static Token take(Reading *r)
{
	Token token = r->next;
	r->next = scan(&r->rest);
	return token;
}

static bool skip(Reading *r, TokenKind kind)
{
	if (r->next.kind != kind)
		return false;
	take(r);
	return true;
}

static bool skip_minus(Reading *r)
{
	return r->next.kind == T_SIGN && r->next.number < 0 && skip(r, T_SIGN);
}

static bool next_is_number(const Reading *r, int digits, int low, int high)
{
	return r->next.kind == T_NUMBER && r->next.len == digits && r->next.number >= low && r->next.number <= high;
}

static bool add_time(Reading *r, int n)
{
	if (r->n_time == 4)
		return false;
	r->time[r->n_time++] = n;
	return true;
}

static void end_time(Reading *r)
{
	while (r->n_time < 4)
		r->time[r->n_time++] = 0;
}

static bool add_day(Reading *r, int n)
{
	if (r->n_day == 3)
		return false;
	r->day[r->n_day++] = n;
	return true;
}

static void set_zone(Reading *r, int hours)
{
	r->zone_sign = hours < 0 ? -1 : 1;
	r->zone_hour = hours < 0 ? -hours : hours;
	r->zone_minute = 0;
}

/* Digits behind the decimal point as milliseconds, truncated. */
static int milliseconds(Token token)
{
	int n = token.number, len = MIN(token.len, 9);
	for (; len < 3; len++)
		n *= 10;
	for (; len > 3; len--)
		n /= 10;
	return n;
}

/* What stands behind the T: hh:mm[:ss[.sss]][Z|+hh:mm|+hhmm] up to the end. */
static bool read_iso_time(Reading *r)
{
	if (!next_is_number(r, 2, 0, 24))
		return false;
	bool midnight = r->next.number == 24; /* only 24:00:00.000 */
	add_time(r, take(r).number);
	if (!skip(r, T_COLON) || !next_is_number(r, 2, 0, midnight ? 0 : 59))
		return false;
	add_time(r, take(r).number);
	if (skip(r, T_COLON)) {
		if (!next_is_number(r, 2, 0, midnight ? 0 : 59))
			return false;
		add_time(r, take(r).number);
		if (skip(r, T_DOT)) {
			if (r->next.kind != T_NUMBER || (midnight && r->next.number > 0))
				return false;
			add_time(r, milliseconds(take(r)));
		}
	}
	if (r->next.kind == T_WORD && r->next.word == W_ZONE && r->next.len == 1) {
		take(r);
		set_zone(r, 0);
	} else if (r->next.kind == T_SIGN) {
		r->zone_sign = take(r).number;
		if (next_is_number(r, 4, 0, 2359)) {
			int n = take(r).number;
			r->zone_hour = n / 100;
			r->zone_minute = n % 100;
			if (r->zone_minute > 59)
				return false;
		} else {
			if (!next_is_number(r, 2, 0, 23))
				return false;
			r->zone_hour = take(r).number;
			if (!skip(r, T_COLON) || !next_is_number(r, 2, 0, 59))
				return false;
			r->zone_minute = take(r).number;
		}
	}
	end_time(r);
	return r->next.kind == T_END;
}

/* Reads [+-yy]yyyy[-mm[-dd]][T...]. Gives T_END when that was all, T_INVALID when nothing can come of it, else the first token that the
 * lenient reading has to go on with. */
static Token read_iso(Reading *r)
{
	if (r->next.kind == T_SIGN) {
		Token sign = take(r);
		if (!next_is_number(r, 6, 0, 999999))
			return sign;
		int year = take(r).number;
		if (sign.number < 0 && year == 0)
			return sign;
		add_day(r, sign.number * year);
	} else if (next_is_number(r, 4, 0, 9999)) {
		add_day(r, take(r).number);
	} else {
		return take(r);
	}
	if (skip_minus(r)) {
		if (!next_is_number(r, 2, 1, 12))
			return take(r);
		add_day(r, take(r).number);
		if (skip_minus(r)) {
			if (!next_is_number(r, 2, 1, 31))
				return take(r);
			add_day(r, take(r).number);
		}
	}
	if (r->next.kind == T_WORD && r->next.word == W_TIME) {
		take(r);
		if (!read_iso_time(r))
			return (Token){.kind = T_INVALID};
	} else if (r->next.kind != T_END) {
		return take(r);
	} else {
		set_zone(r, 0); /* a date alone is UTC */
	}
	r->iso = true;
	return (Token){.kind = T_END};
}

static bool expects_time(const Reading *r, int n)
{
	static const int limits[] = {-1, 59, 59, 999};
	return r->n_time > 0 && r->n_time < 4 && n <= limits[r->n_time];
}

static bool read_number(Reading *r, int n)
{
	if (skip(r, T_COLON)) {
		if (skip(r, T_COLON)) { /* hh::  */
			if (r->n_time)
				return false;
			return add_time(r, n) && add_time(r, 0);
		}
		if (!add_time(r, n))
			return false;
		skip(r, T_DOT);
		return true;
	}
	if (skip(r, T_DOT) && expects_time(r, n)) {
		add_time(r, n);
		if (r->next.kind != T_NUMBER)
			return false;
		int ms = milliseconds(take(r));
		if (!add_time(r, ms))
			return false;
		end_time(r);
		return true;
	}
	if (r->zone_hour != UNSET && r->zone_minute == UNSET && n <= 59) {
		r->zone_minute = n;
		return true;
	}
	if (expects_time(r, n)) {
		add_time(r, n);
		end_time(r);
		const Token *next = &r->next;
		return next->kind == T_END || next->kind == T_SPACE || next->kind == T_SIGN ||
		       (next->kind == T_WORD && next->word == W_ZONE && next->len == 1);
	}
	if (!add_day(r, n))
		return false;
	skip_minus(r);
	return true;
}

static bool read_word(Reading *r, Token word, bool has_number)
{
	if (word.word == W_AM_PM && r->n_time) {
		r->hour_offset = word.number;
	} else if (word.word == W_MONTH) {
		r->named_month = word.number;
		skip_minus(r);
	} else if (word.word == W_ZONE && has_number) {
		set_zone(r, word.number);
	} else if (has_number || r->next.kind == T_NUMBER) {
		return false; /* unknown words may stand before the first number only, and not touch it */
	}
	return true;
}

/* +hh, +hhmm or the hh of +hh:mm; read_number takes the minutes behind the colon. */
static bool read_zone(Reading *r, int sign)
{
	Token number = {0};
	if (r->next.kind == T_NUMBER)
		number = take(r);
	r->zone_sign = sign;
	r->zone_hour = number.number;
	r->zone_minute = 0;
	if (r->next.kind == T_COLON) {
		r->zone_minute = UNSET;
	} else if (number.len == 3 || number.len == 4) {
		r->zone_hour = number.number / 100;
		r->zone_minute = number.number % 100;
	} else if (number.len != 1 && number.len != 2) {
		return false;
	}
	return true;
}

static void skip_parentheses(Reading *r)
{
	int depth = 1;
	while (depth > 0 && r->next.kind != T_END) {
		depth += r->next.kind == T_OPEN ? 1 : r->next.kind == T_CLOSE ? -1 : 0;
		take(r);
	}
}

static bool read_lenient(Reading *r, Token token)
{
	bool has_number = r->n_day > 0;
	for (; token.kind != T_END; token = take(r)) {
		bool in_utc = r->zone_hour == 0 && r->zone_minute == 0;
		if (token.kind == T_NUMBER) {
			has_number = true;
			if (!read_number(r, token.number))
				return false;
		} else if (token.kind == T_WORD) {
			if (!read_word(r, token, has_number))
				return false;
		} else if (token.kind == T_SIGN && (in_utc || r->n_time)) {
			has_number = true;
			if (!read_zone(r, token.number))
				return false;
		} else if ((token.kind == T_SIGN || token.kind == T_CLOSE) && has_number) {
			return false;
		} else if (token.kind == T_OPEN) {
			skip_parentheses(r);
		}
	}
	return true;
}

static bool is_day(int n)
{
	return n >= 1 && n <= 31;
}

/* Which number is the year, the month and the day: y m d, m d y, d MONTH y, y MONTH d; two-digit years are 1950 to 2049. */
static bool compose_day(Reading *r, ZnDateParts *parts)
{
	if (r->n_day < 1)
		return false;
	for (; r->n_day < 3; r->n_day++)
		r->day[r->n_day] = 1;
	const int *day = r->day;
	int year = 0, month, date;
	if (r->named_month != UNSET) {
		month = r->named_month;
		bool year_first = !is_day(day[0]);
		year = day[year_first ? 0 : 1];
		date = day[year_first ? 1 : 0];
	} else if (r->iso || !is_day(day[0])) {
		year = day[0];
		month = day[1];
		date = day[2];
	} else {
		month = day[0];
		date = day[1];
		year = day[2];
	}
	if (!r->iso && year >= 0 && year <= 99)
		year += year < 50 ? 2000 : 1900;
	if (month < 1 || month > 12 || !is_day(date))
		return false;
	parts->year = year;
	parts->month = month - 1;
	parts->day = date;
	return true;
}

static bool compose_time(Reading *r, ZnDateParts *parts)
{
	end_time(r);
	int hour = r->time[0];
	if (r->hour_offset != UNSET) {
		if (hour > 12)
			return false;
		hour = hour % 12 + r->hour_offset;
	}
	bool midnight = hour == 24 && !r->time[1] && !r->time[2] && !r->time[3];
	if ((hour > 23 && !midnight) || r->time[1] > 59 || r->time[2] > 59 || r->time[3] > 999)
		return false;
	parts->hours = hour;
	parts->minutes = r->time[1];
	parts->seconds = r->time[2];
	parts->ms = r->time[3];
	return true;
}

double zn_date_parse(const char *text)
{
	Reading r = {.rest = text, .named_month = UNSET, .hour_offset = UNSET, .zone_sign = UNSET, .zone_hour = UNSET, .zone_minute = UNSET};
	ZnDateParts parts = {0};
	take(&r);
	Token token = read_iso(&r);
	if (token.kind == T_INVALID || !read_lenient(&r, token) || !compose_day(&r, &parts) || !compose_time(&r, &parts))
		return NAN;
	if (r.zone_sign == UNSET)
		return zn_date_from_full_parts(&parts, false);
	double minutes = (r.zone_hour == UNSET ? 0 : r.zone_hour) * 60.0 + (r.zone_minute == UNSET ? 0 : r.zone_minute);
	double time = zn_date_from_full_parts(&parts, true) - r.zone_sign * minutes * 60000;
	return fabs(time) <= 8.64e15 ? time : NAN;
}
