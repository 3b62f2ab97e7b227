/* What a chart shows, in a sentence, for those who do not see it. Private to chart/. */
#pragma once

#include "chart/instance.h"

/* "Bar chart. R&D expenditure by year: from 1,042.5 in 2001 to 24,393.1 in 2020, rising every year.", in the language of the output, made
 * of the first view that has marks with a measure; the chart's title (may be NULL) is told unless it is hidden. Where nothing is measured, the
 * kind of chart alone. Never NULL. */
const char *zn_alt_text(ZnChart *chart, const char *title);

/* --- alt_words.c --- */

/* The phrases of a language; %s in the order that is named. */
typedef struct ZnAltWords {
	const char *lang;
	const char *by;          /* measure, dimension */
	const char *colon, *stop, *comma, *semicolon;
	const char *from_to;     /* first value, first place, last value, last place */
	const char *from_to_in;  /* the same, places being years or dates */
	const char *one_value;   /* value, place */
	const char *rising, *falling, *rising_yearly, *falling_yearly, *level;
	const char *lowest, *highest; /* value, place */
	const char *values;      /* number */
	const char *series;      /* number */
	const char *more;        /* number of series that are not told */
	const char *points;      /* number */
	const char *range;       /* name, least, greatest */
	const char *panels;      /* number */
} ZnAltWords;
const ZnAltWords *zn_alt_words(const char *lang);
/* "Bar chart" */
const char *zn_alt_mark_name(const ZnAltWords *words, const char *mark, bool scatter);
