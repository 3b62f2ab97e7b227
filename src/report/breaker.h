/* Where columns and pages end: the cheapest way through the whole galley, by dynamic programming over all places where a column may end
 * (M. F. Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems", 1981). A state is a place in the text with the floats
 * and footnotes that are set so far; from each, one column is filled in all sensible ways. A column ends after a bounded stretch of the
 * galley, so that time grows with the number of pages. */
#pragma once

#include "report/fill.h"

typedef struct ZnPageColumn {
	size_t page, column;       /* from 0 */
	size_t from, to;           /* items of the galley; what stands between `to` and the next column's `from` vanishes */
	size_t first_float;        /* that was not set before this column */
	size_t n_wide, n_top;      /* floats over all columns (of the page's first column), then floats at the column's head */
	size_t foot;               /* index + 1 of a float over all columns at the page's foot; 0 = none */
	uint64_t choices;          /* ZnFloatChoice, two bits each, of the floats whose places are within the column, from the lowest bits */
	ZnNotePoint notes, notes_to; /* footnotes at its foot */
	double top;                /* px taken on the page above the column */
	double room;               /* px that it may fill */
	bool ends;                 /* not to be filled: the text ends with it, or a page must */
	bool forced;               /* there was no good place to end, or something does not fit */
} ZnPageColumn;

#define ZN_FLOAT_CHOICES_MAX 32 /* floats in one column that are chosen for; further ones wait */

static inline ZnFloatChoice zn_column_choice(const ZnPageColumn *column, size_t nth)
{
	return nth < ZN_FLOAT_CHOICES_MAX ? (ZnFloatChoice)(column->choices >> (2 * nth) & 3) : ZN_FLOAT_LATER;
}

/* The columns in order, `n` of them, one at least. With several on a page, those of the last page are of about the same height. */
const ZnPageColumn *zn_break_columns(ZnArena *arena, const ZnFlow *flow, size_t *n);
