/* What a language brings to a report of its own: words, counters, orders. One table a language in words.c. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

#define ZN_LEVELS 6

typedef enum { ZN_COUNT_DECIMAL, ZN_COUNT_HAN, ZN_COUNT_LATIN, ZN_COUNT_CYRILLIC, ZN_COUNT_ROMAN, ZN_COUNT_CIRCLED, ZN_COUNT_JOINED /* 1.2.3 from the top */ } ZnCountStyle;

typedef struct ZnCounter {
	ZnCountStyle style;
	const char *before, *after;
} ZnCounter;

typedef struct ZnWords {
	const char *lang;
	ZnCounter headings[ZN_LEVELS];
	const char *heading_gap; /* between a heading's number and text */
	ZnCounter lists[3];      /* by depth, then again from the last */
	const char *bullets[3];
	const char *figure_label, *table_label;                             /* captions: "Figure {n}" */
	const char *figure_reference, *table_reference, *section_reference; /* "рис. {n}" */
	const char *Figure_reference, *Table_reference, *Section_reference; /* @Fig-x: at the start of a sentence */
	const char *caption_gap;
	const char *abstract, *keywords, *contents, *references, *source, *note;
	const char *continued;               /* over the further pages of a table: "Table {n} (continued)" */
	const char *unit_line, *unit_suffix; /* "单位：{n}" over a table; "{n}，{unit}": a column's title */
	const char *authors_gap, *keywords_gap;
	const char *date; /* d3-time-format of a day */
	const char *percent_space;
	bool notes_by_page; /* footnotes are counted anew on each page, ①② */
	bool notes_circled;
} ZnWords;

const ZnWords *zn_words_lookup(const char *lang); /* "zh", "zh-CN", "ru"; English for others */

/* "图 {n}" with the text in its place. */
const char *zn_words_fill(ZnArena *arena, const char *pattern, const char *text);
/* "（{han}）" -> counter; false when it is no pattern. */
bool zn_counter_parse(ZnArena *arena, const char *text, ZnCounter *counter);

/* The n-th of a series, from 1: 十二, ab, ⑫. Decimal where a style has no more. */
const char *zn_count(ZnArena *arena, ZnCountStyle style, int n);
/* With what stands before and after it. */
const char *zn_counter_text(ZnArena *arena, const ZnCounter *counter, int n);
