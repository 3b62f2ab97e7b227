/* Paragraphs: styled spans broken into justified lines. */
#pragma once

#include "base/color.h"
#include "text/text.h"

/* A stretch of text in one style. */
typedef struct ZnSpan {
	const char *text; /* UTF-8; '\n' is a forced line end */
	ZnFont font;
	const char *lang; /* NULL = the paragraph's */
	ZnColor color;
	double rise; /* px up: superscripts */
	int tag;     /* the caller's: link, footnote mark ... ; comes back on the pieces */
} ZnSpan;

typedef enum { ZN_ALIGN_START, ZN_ALIGN_CENTER, ZN_ALIGN_END, ZN_ALIGN_JUSTIFY } ZnAlign;

typedef struct ZnParagraphStyle {
	const char *lang; /* "zh-CN", "ru", "en" */
	double width;     /* px of the measure */
	double leading;   /* px from baseline to baseline: exact, whatever fonts mix */
	double first_indent, indent; /* px of the first and of the other lines (hanging: negative first_indent with indent) */
	ZnAlign align;
	bool hyphenate;
} ZnParagraphStyle;

/* A shaped piece of one span on a line. */
typedef struct ZnPiece {
	const ZnShaped *shaped;
	size_t span; /* index into the spans */
	double x, rise; /* px from the left edge of the measure (indents and alignment are in it); px up */
} ZnPiece;

typedef struct ZnLine {
	ZnPiece *pieces;
	size_t n_pieces;
	double x, width;        /* where the ink starts and how wide it is, px */
	double ascent, descent; /* of the line's fonts, px */
	bool hyphenated, last;
	/* for diagnostics and page breaks */
	double ratio;  /* how far it is stretched (1 = as far as is good) or shrunk (-1 = as far as it can be); 0 = natural */
	bool overfull; /* sticks out of the measure */
	bool loose;    /* its spaces are so wide that a reader notices: a ratio above 3 */
	bool cut;      /* ends inside a word that fits no line, without a hyphen */
} ZnLine;

typedef struct ZnParagraph {
	ZnLine *lines;
	size_t n_lines;
	double natural_width; /* width on one line: for table columns */
	double min_width;     /* widest piece that cannot be broken */
} ZnParagraph;

/* Sets a paragraph. Lives in the context's arena. Lines that cannot be broken may be wider than the measure (reported by the caller). */
ZnParagraph *zn_paragraph_new(ZnContext *context, const ZnSpan *spans, size_t n_spans, const ZnParagraphStyle *style);

/* The text with '|' where a line may end and '~' where a hyphen may stand, for `zhinu breaks`. */
char *zn_text_break_marks(ZnContext *context, const char *lang, const char *text);
