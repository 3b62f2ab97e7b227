/* d3-format and d3-time-format in the language of the output. */
#pragma once

#include "base/arena.h"
#include "base/value.h"

#include <stdbool.h>

/* How a language writes numbers and dates. Static tables (no ICU at start-up): "en" exactly as d3's en-US, so that a bare chart is
 * Vega's; "ru": decimal comma, U+202F groups (none in four-digit numbers), U+2212; "zh": as practice in China, 万/亿 on request. */
typedef struct ZnLocale ZnLocale;
const ZnLocale *zn_locale_lookup(const char *lang); /* "zh", "zh-CN", "ru", "en"; NULL = unknown */
const char *zn_locale_lang(const ZnLocale *locale); /* BCP 47 for shaping and PDF: "zh-CN", "ru", "en" */
const char *const *zn_locale_languages(void);       /* NULL-ended */

typedef struct ZnNumberFormat {
	char fill[8]; /* UTF-8 */
	char align, sign, symbol, type; /* '>' '-' 0 0 by default; type 0 = d3's "none" */
	bool zero, comma, trim;
	int width, precision; /* -1 = not given */
} ZnNumberFormat;
bool zn_number_format_parse(const char *spec, ZnNumberFormat *out);
/* The number in that format; an arena string. Throws nothing: a NaN is "NaN". */
const char *zn_format_number(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double number);
/* The same from the specifier's text, "" = d3's default; falls back to String(number) when the specifier is wrong. */
const char *zn_format_number_text(ZnArena *arena, const ZnLocale *locale, const char *spec, double number);
/* d3's formatPrefix: one SI prefix chosen by `reference`. */
const char *zn_format_number_prefix(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double reference, double number);
/* d3-scale tickFormat for ticks start..stop of about `count` steps: precision from the step. spec NULL or "" = ",f". */
ZnNumberFormat zn_format_ticks(double start, double stop, double count, const char *spec);
/* Checks a specifier; for the spec checker. */
bool zn_number_format_valid(const char *spec);

/* strftime-like d3-time-format, all its directives, with the locale's names (nominative and genitive months in Russian). */
const char *zn_format_time(ZnArena *arena, const ZnLocale *locale, const char *spec, double time, bool utc);
/* d3's multi-format for axis labels: %I:%M, %a %d, %b %d, %B, %Y ... by what is not zero in the time. */
const char *zn_format_time_multi(ZnArena *arena, const ZnLocale *locale, double time, bool utc);
/* Parses by a d3-time-format specifier; NaN when it does not match. */
double zn_parse_time(const char *spec, const char *text, bool utc);

/* Language-level writing for prose ("{{ number(x, 1) }}"): grouped decimals in the language's way; `big` = true: 2.44万亿, 1,13 трлн,
 * 2.44 trillion with `decimals` places. */
const char *zn_format_prose(ZnArena *arena, const ZnLocale *locale, double number, int decimals, bool big);
