/* The document tree: what a report says, before anything is measured. markdown.c builds it, numbering.c labels it, blocks.c and
 * inline.c set it. Siblings are linked lists; everything lives in the report's arena. */
#pragma once

#include "base/context.h"

typedef enum {
	ZN_INLINE_TEXT,
	ZN_INLINE_SOFT, /* the source's line end: a space, or nothing between Han */
	ZN_INLINE_BREAK,
	ZN_INLINE_CODE,
	ZN_INLINE_EMPHASIS,
	ZN_INLINE_STRONG,
	ZN_INLINE_STRIKE,
	ZN_INLINE_LINK,
	ZN_INLINE_SPAN, /* [text]{lang=ja} */
	ZN_INLINE_NOTE,
	ZN_INLINE_REFERENCE,  /* @fig-x */
	ZN_INLINE_CITATION,   /* [@key, p. 5; @other] */
	ZN_INLINE_IMAGE,      /* only while the tree is built: a figure or table in the end */
	ZN_INLINE_ATTRIBUTES, /* only while the tree is built: belong to what stands before */
} ZnInlineType;

/* One work of a citation. */
typedef struct ZnCitation ZnCitation;
struct ZnCitation {
	size_t entry;        /* of the front matter's references */
	const char *locator; /* "p. 5"; may be NULL */
	ZnCitation *next;
};

/* {#id .class key="value" -} */
typedef struct ZnAttributes {
	ZnPlace place;
	const char *id;
	bool unnumbered;  /* {-} or {.unnumbered} */
	const char **classes; /* without their dots */
	size_t n_classes, cap_classes;
	ZnObject *values; /* of the keys: strings */
} ZnAttributes;

typedef struct ZnInline ZnInline;
struct ZnInline {
	ZnInlineType type;
	int line;
	const char *text; /* text, code, a link's address, a reference's id, an image's file */
	const char *lang; /* spans */
	size_t note;      /* index into the report's notes */
	const ZnCitation *citation;
	const ZnAttributes *attributes;
	ZnInline *children, *next;
};

typedef enum {
	ZN_BLOCK_PARAGRAPH,
	ZN_BLOCK_HEADING,
	ZN_BLOCK_LIST,
	ZN_BLOCK_ITEM,
	ZN_BLOCK_QUOTE,
	ZN_BLOCK_CODE,
	ZN_BLOCK_RULE,
	ZN_BLOCK_FIGURE,
	ZN_BLOCK_TABLE,
	ZN_BLOCK_PAGE_BREAK,
	ZN_BLOCK_REFERENCES,  /* items: the works cited */
	ZN_BLOCK_DEFINITIONS, /* items: inlines = the term, children = what it means */
	ZN_BLOCK_DIV,         /* ::: {.class lang=ru} */
} ZnBlockType;

typedef enum { ZN_CELL_AUTO, ZN_CELL_LEFT, ZN_CELL_CENTER, ZN_CELL_RIGHT } ZnCellAlign;

typedef struct ZnCell {
	ZnInline *inlines;
	int span; /* columns; 0 = covered by the cell to its left */
	int line;
} ZnCell;

/* A table's contents, from Markdown or from data. */
typedef struct ZnSheet {
	size_t n_columns, n_head, n_rows; /* n_rows without the n_head ones */
	ZnCellAlign *align;               /* one a column */
	ZnCell *cells;                    /* row by row, the head first */
	bool row_heads;                   /* the cells of the first column name their rows */
	const char *unit;                 /* of all numbers, NULL = none or several */
	ZnInline **notes;                 /* lines under the table */
	size_t n_notes, cap_notes;
} ZnSheet;

typedef struct ZnBlock ZnBlock;
struct ZnBlock {
	ZnBlockType type;
	int line;
	ZnBlock *children, *next;
	ZnInline *inlines;              /* paragraph and heading; the caption of figures and tables */
	const ZnAttributes *attributes; /* NULL = none */
	const char *id;                 /* destination of links; headings always have one */
	const char *label;              /* by numbering.c: "1.2", "（一）", "图 1", "•"; NULL = not numbered */
	int level;                      /* headings: 1 = the highest in use */
	bool ordered, tight;
	int start;        /* lists */
	const char *text; /* code; a figure's or table's file */
	ZnSheet *sheet;   /* tables */
};

/* A footnote. */
typedef struct ZnNote {
	ZnBlock *blocks;
	int line;
} ZnNote;

static inline ZnCell *zn_sheet_cell(const ZnSheet *sheet, size_t row, size_t column)
{
	return &sheet->cells[row * sheet->n_columns + column];
}
