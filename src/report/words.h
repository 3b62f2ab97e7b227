/* What a language brings to a report of its own: words, counters, orders. One table a language in words.c. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

#define ZN_LEVELS 6

typedef enum { ZN_COUNT_DECIMAL, ZN_COUNT_HAN, ZN_COUNT_LATIN, ZN_COUNT_CYRILLIC, ZN_COUNT_ROMAN, ZN_COUNT_CIRCLED } ZnCountStyle;

typedef struct ZnCounter {
	ZnCountStyle style;
	const char *before, *after;
} ZnCounter;

typedef struct ZnWords {
	const char *lang;
	ZnCounter headings[ZN_LEVELS];
	bool joined;             /* headings are numbered 1.2.3 from the top */
	const char *heading_gap; /* between a heading's number and text */
	ZnCounter lists[3];      /* by depth, then again from the last */
	const char *bullets[3];
	const char *figure_label, *table_label;                             /* captions: "Figure %s" */
	const char *figure_reference, *table_reference, *section_reference; /* "рис. %s" */
	const char *Figure_reference, *Table_reference, *Section_reference; /* @Fig-x: at the start of a sentence */
	const char *caption_gap;
	const char *abstract, *keywords, *contents, *source, *note, *continued;
	const char *unit_line, *unit_suffix; /* "单位：%s" over a table; "，%s" behind a column's title */
	const char *authors_gap, *keywords_gap;
	const char *date; /* d3-time-format of a day */
	const char *percent_space;
	bool notes_by_page; /* footnotes are counted anew on each page, ①② */
	bool notes_circled;
} ZnWords;

const ZnWords *zn_words_lookup(const char *lang); /* "zh", "zh-CN", "ru"; English for others */

/* The n-th of a series, from 1: 十二, ab, ⑫. Decimal where a style has no more. */
const char *zn_count(ZnArena *arena, ZnCountStyle style, int n);
/* With what stands before and after it. */
const char *zn_counter_text(ZnArena *arena, const ZnCounter *counter, int n);
