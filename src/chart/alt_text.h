/* What a chart shows, in a sentence, for those who do not see it. Private to chart/. */
#pragma once

#include "chart/instance.h"

/* "Bar chart. R&D expenditure by year: from 1,042.5 in 2001 to 24,393.1 in 2020, rising every year.", in the language of the output, made
 * of the first view that has marks with a measure; the chart's title (may be NULL) is told unless it is hidden. Where nothing is measured, the
 * kind of chart alone. Never NULL. */
const char *zn_alt_text(ZnChart *chart, const char *title);

/* --- alt_words.c --- */

/* The phrases of a language; %s in the order that is named. Of three the one that goes with the number: 1 (21, 31 ...), 2 to 4, others. */
typedef struct ZnAltWords {
	const char *lang;
	const char *by;          /* measure, dimension */
	const char *colon, *stop, *comma, *semicolon;
	const char *title;       /* between the kind of chart and its title */
	const char *name;        /* a series, before what is told of it */
	const char *from_to;     /* first value, first place, last value, last place */
	const char *from_to_in;  /* the same, places being dates */
	const char *from_to_years; /* the same, places being years */
	const char *one_value;   /* value, place */
	const char *rising, *falling, *rising_yearly, *falling_yearly, *level;
	const char *lowest, *highest; /* value, place */
	const char *values[3];   /* number */
	const char *series[3];   /* number */
	const char *more[3];     /* number of series that are not told */
	const char *points[3];   /* number */
	const char *range;       /* name, least, greatest */
	const char *panels[3];   /* number */
} ZnAltWords;
const ZnAltWords *zn_alt_words(const char *lang);
/* The one of three forms that goes with a number. */
const char *zn_alt_plural(const ZnAltWords *words, const char *const forms[3], size_t n);
/* "Bar chart" */
const char *zn_alt_mark_name(const ZnAltWords *words, const char *mark, bool scatter);
