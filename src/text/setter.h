/* How a paragraph is set: its spans are shaped whole (shape.c), the clusters become boxes with glue behind them (boxes.c), the best
 * breaks are chosen (paragraph.c, fit.c), and each line is put together from the boxes, shaping anew where a break changes a glyph
 * (lines.c). */
#pragma once

#include "text/internal.h"

typedef enum {
	ZN_ROLE_OTHER,
	ZN_ROLE_SPACE,
	ZN_ROLE_WESTERN, /* letters, digits and what belongs to numbers: a quarter em stands between them and Han */
	ZN_ROLE_HAN,
	ZN_ROLE_HAN_MARK, /* full-width marks without blank halves: — … · */
	ZN_ROLE_OPEN,     /* （《“ */
	ZN_ROLE_CLOSE,    /* ），、”：； */
	ZN_ROLE_STOP,     /* 。！？ keep their room when a line is shrunk */
} ZnRole;

/* What glue is made of, in the order in which a line takes from it (CLREQ; a mark at the line's end has given its half already): middle
 * dots, brackets and quotes, commas, word spaces, the quarter ems beside Western text. Between Han nothing can be taken. */
typedef enum { ZN_GLUE_NONE, ZN_GLUE_DOT, ZN_GLUE_BRACKET, ZN_GLUE_MARK, ZN_GLUE_WORD, ZN_GLUE_AUTO, ZN_GLUE_HAN } ZnGlue;

typedef struct ZnBox {
	ZnCluster cluster;
	uint32_t item;
	uint8_t role;
	uint8_t brk; /* ZnBreakKind before it */
	bool fixed;
	bool weak; /* ZnBreak's, of the break before it */
	bool keeps_end; /* Traditional Chinese: the mark keeps its room at a line's end */
	uint8_t glue;         /* behind it */
	gunichar c;
	double before, after; /* px of blank in full-width marks */
	double gap;           /* px added behind it; negative where marks meet */
	double stretch, shrink;
} ZnBox;

typedef struct ZnParagraphItem {
	ZnItem item;
	size_t span;
} ZnParagraphItem;

typedef struct ZnSetter {
	ZnContext *context;
	const ZnSpan *spans;
	size_t n_spans;
	const size_t *span_ends; /* bytes of the joined text */
	const ZnParagraphStyle *style;
	const char *lang, *text;
	size_t len;
	ZnChar *chars;
	size_t n_chars;
	ZnBreak *breaks;
	GArray *items; /* of ZnParagraphItem */
	ZnShapeBuffer buffer;
	GArray *boxes;      /* of ZnBox */
	GArray *line;       /* of ZnBox: the one being built */
	GArray *lines;      /* of ZnLine */
	double em;          /* of the first span */
} ZnSetter;

static inline const ZnParagraphItem *zn_box_item(const ZnSetter *setter, const ZnBox *box)
{
	return &g_array_index(setter->items, ZnParagraphItem, box->item);
}

static inline const ZnFont *zn_box_font(const ZnSetter *setter, const ZnBox *box)
{
	return &setter->spans[zn_box_item(setter, box)->span].font;
}

/* --- boxes.c --- */

/* Appends a cluster as boxes: more than one where a break is possible inside it (a hyphen within a ligature). *at = its first
 * character; moves on behind it. */
void zn_boxes_add(const ZnSetter *setter, const ZnCluster *cluster, uint32_t item, size_t *at, GArray *boxes);
/* All boxes of the paragraph, from its clusters and breaks. */
void zn_boxes_make(ZnSetter *setter);
/* The glue behind each of these boxes, which follow one another on a line. */
void zn_boxes_set_glue(const ZnSetter *setter, ZnBox *boxes, size_t n);
/* px that a line drops where it begins or ends with the box. */
double zn_box_lead(const ZnBox *box);
double zn_box_trail(const ZnBox *box);

/* --- lines.c --- */

/* How a line was chosen. */
typedef struct ZnLineEnd {
	bool hyphen, last;
	bool cut;     /* inside a word, because there was no other way */
	double ratio; /* as ZnFitLine */
} ZnLineEnd;

/* Sets boxes [start, end) as the next line. */
void zn_line_make(ZnSetter *setter, size_t start, size_t end, const ZnLineEnd *how);
