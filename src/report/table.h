/* A table on its way to the page: table_layout.c finds widths and sets the cells, table.c brings the rows into the galley. */
#pragma once

#include "report/galley.h"

typedef struct ZnLaidCell {
	const ZnTextBlock *text; /* NULL = covered by the cell to its left */
	double natural, min;     /* px: width on one line, and of the longest word */
	double whole;            /* numbers: px up to the decimal mark */
	bool number;
} ZnLaidCell;

typedef struct ZnLaidColumn {
	double natural, min, width, x;
	double whole, fraction; /* numbers: px before and behind the decimal mark */
	bool number;
	ZnAlign align;
} ZnLaidColumn;

typedef struct ZnTableLayout {
	ZnSetting *s;
	ZnReport *report;
	const ZnSheet *sheet;
	ZnTextStyle style, head_style;
	double gap; /* between columns */
	bool hyphenate;
	double over; /* px that it is too wide by, although all was tried; 0 = it fits */
	ZnLaidColumn *columns;
	ZnLaidCell *cells; /* row by row, as the sheet's */
	double x, width;
	const ZnElement *table;
} ZnTableLayout;

static inline size_t zn_layout_rows(const ZnTableLayout *t)
{
	return t->sheet->n_head + t->sheet->n_rows;
}

static inline ZnLaidCell *zn_layout_cell(const ZnTableLayout *t, size_t row, size_t column)
{
	return &t->cells[row * t->sheet->n_columns + column];
}

static inline bool zn_layout_is_head(const ZnTableLayout *t, size_t row)
{
	return row < t->sheet->n_head;
}

/* The table of s, with all cells set and the columns' widths found. */
ZnTableLayout *zn_table_lay_out(const ZnSetting *s, const ZnSheet *sheet);
/* px of `span` columns with the gaps between them. */
double zn_layout_span(const ZnTableLayout *t, size_t column, int span);
