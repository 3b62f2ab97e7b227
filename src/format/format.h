/* d3-format and d3-time-format in the language of the output. */
#pragma once

#include "base/arena.h"
#include "base/value.h"
#include "format/calendar.h"

#include <stdbool.h>

/* How a language writes numbers and dates. Static tables (no ICU at start-up): "en" exactly as d3's en-US, so that a bare chart is
 * Vega's; "ru": decimal comma, U+202F groups (none in four-digit numbers), U+2212; "zh": as practice in China, 万/亿 on request. */
typedef struct ZnLocale ZnLocale;
const ZnLocale *zn_locale_lookup(const char *lang); /* "zh", "zh-CN", "ru", "en"; NULL = unknown */
const char *zn_locale_lang(const ZnLocale *locale); /* BCP 47 for shaping and PDF: "zh-CN", "ru", "en" */
const char *const *zn_locale_languages(void);       /* NULL-ended */

typedef struct ZnNumberFormat {
	char fill[8];                   /* UTF-8 */
	char align, sign, symbol, type; /* '>' '-' 0 0 by default; type 0 = d3's "none" */
	bool zero, comma, trim;
	int width, precision; /* -1 = not given */
	double prefix_of;     /* not 0: one SI prefix for all numbers, that of this one (zn_format_ticks with type 's') */
} ZnNumberFormat;
bool zn_number_format_parse(const char *spec, ZnNumberFormat *out); /* false, *out untouched, when it is none */
/* The number in that format; an arena string. Throws nothing: a NaN is "NaN". */
const char *zn_format_number(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double number);
/* The same from the specifier's text, "" = d3's default; falls back to String(number) when the specifier is wrong. */
const char *zn_format_number_text(ZnArena *arena, const ZnLocale *locale, const char *spec, double number);
/* d3's formatPrefix: one SI prefix chosen by `reference`. */
const char *zn_format_number_prefix(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double reference, double number);
/* vega-format formatSpan (d3-scale tickFormat) for ticks start..stop of about `count` steps: where the specifier has no precision it
 * comes from the step, and type 's' gets prefix_of. spec NULL, "" or wrong = ",f". */
ZnNumberFormat zn_format_ticks(double start, double stop, double count, const char *spec);
/* vega-format formatFloat (logarithmic scales): up to 12 significant digits, without trailing zeros. spec NULL, "" or wrong = ",". */
ZnNumberFormat zn_format_float(const char *spec);
/* d3's precisionFixed, precisionPrefix, precisionRound: digits that tell numbers `step` apart; -1 when there are none. */
int zn_precision_fixed(double step);
int zn_precision_prefix(double step, double value);
int zn_precision_round(double step, double max);
/* Checks a specifier; for the spec checker. */
bool zn_number_format_valid(const char *spec);

/* strftime-like d3-time-format, all its directives, with the locale's names (nominative and genitive months in Russian). */
const char *zn_format_time(ZnArena *arena, const ZnLocale *locale, const char *spec, double time, bool utc);
/* d3's multi-format for axis labels: %I:%M, %a %d, %b %d, %B, %Y ... by what is not zero in the time. */
/* A date as JavaScript's toString writes it: "Sat Feb 01 2020 00:00:00 GMT+0000 (Coordinated Universal Time)", always in English. */
const char *zn_format_date_words(ZnArena *arena, double time);
const char *zn_format_time_multi(ZnArena *arena, const ZnLocale *locale, double time, bool utc);
/* The specifier of a time unit's labels in the language's order: "%b %Y" in English (as Vega-Lite), "%Y年%-m月" in Chinese. */
const char *zn_locale_unit_specifier(ZnArena *arena, const ZnLocale *locale, const ZnTimeUnit *unit);
/* Parses by a d3-time-format specifier; NaN when it does not match. */
double zn_parse_time(const char *spec, const char *text, bool utc);

/* Language-level writing for prose ("{{ number(x, 1) }}"): decimals in the language's way, 24,393.1, 24 393,1 or 24393.1; `big` = true:
 * 2.44 trillion, 2,44 трлн, 2.44万亿. `decimals` places, -1 = as many as the number has. No line breaks inside. */
const char *zn_format_prose(ZnArena *arena, const ZnLocale *locale, double number, int decimals, bool big);
