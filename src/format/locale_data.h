/* Private to format/: what a locale consists of. */
#pragma once

#include "format/format.h"

/* The specifiers of d3's multi-format, by the finest unit that is not at its start. */
typedef struct ZnTimeLabels {
	const char *ms, *second, *minute, *hour, *day, *week, *month, *quarter, *year;
} ZnTimeLabels;

/* A word for a power of ten: "million", "万". */
typedef struct ZnNumberWord {
	double value; /* 0 ends the list, which begins with the largest */
	const char *text;
} ZnNumberWord;

struct ZnLocale {
	const char *lang, *bcp47;

	const char *decimal, *group, *minus, *percent;
	const char *currency_prefix, *currency_suffix;
	int min_grouped;             /* digits from which numbers are grouped in charts */
	bool group_prose;            /* are numbers grouped in prose? */
	const char *si_prefixes[17]; /* 10^-24 to 10^24 */
	const char *word_space;      /* between a number and its word */
	const ZnNumberWord *words;

	const char *date_time, *date, *time; /* %c %x %X */
	const char *periods[2];
	const char *days[7], *short_days[7];
	const char *months[12], *short_months[12];
	const char *months_of_day[12], *short_months_of_day[12]; /* behind a day of the month; NULL = the same */
	ZnTimeLabels labels;
	const char *const *unit_specifiers; /* overrides as of zn_time_units_specifier */
};
