/* The galley: a vertical list of boxes, glue and penalties, as in TeX ("The TeXbook", ch. 15), from which pages are cut.
 *
 * blocks.c and its neighbours fill it; breaker.c finds where columns end, page.c places what they hold with footnotes and floats; canvas.c
 * paints what was placed. A column may end before glue that follows a box, and at a penalty below ZN_NEVER; glue, penalties and snaps at
 * the top of a column vanish. */
#pragma once

#include "report/internal.h"
#include "scene/scene.h"

#define ZN_NEVER 10000 /* no page ends here; the negative: here it must */

/* A piece of structure; the boxes that belong to it name it, on whatever page they come to stand. */
typedef struct ZnElement {
	ZnTag tag;
	const struct ZnElement *parent;
} ZnElement;

typedef enum {
	ZN_V_BOX,
	ZN_V_GLUE,
	ZN_V_PENALTY,
	ZN_V_SNAP,  /* down to the next line of the grid */
	ZN_V_FLOAT, /* `inner` as a whole: here, or at the head or foot of this column or a later one */
} ZnVKind;

typedef struct ZnCanvas ZnCanvas;

typedef struct ZnVItem {
	ZnVKind kind;
	int penalty;
	double height, stretch;   /* px */
	double kept;              /* glue: what is left of it on top of a column, so that what follows meets the grid */
	const ZnElement *element; /* NULL = an ornament */
	void (*paint)(ZnCanvas *canvas, const void *data, double y); /* y = top of the box on the page; may be NULL */
	const void *data;
	const size_t *notes; /* footnotes whose marks are in the box */
	size_t n_notes;
	const struct ZnGalley *inner;
	const struct ZnGalley *repeat; /* set again above the box when a column goes on with it behind a box of the same: a table's head */
	const struct ZnGalley *tail;   /* set below the box when a column ends behind it: a table's "to be continued" */
	const ZnBlock *heading;        /* the box begins this heading */
	int keep;                      /* lines that must follow the box in its column: headings */
	int line;                      /* of the source, for diagnostics; 0 = not known */
	bool close;                    /* a float right behind a heading: no gap above */
	bool wide;                     /* a float over all columns */
	bool landscape;                /* stands on a page turned sideways: a float that takes all of it, and its boxes */
} ZnVItem;

typedef struct ZnGalley {
	ZnVItem *items;
	size_t n, cap;
} ZnGalley;

/* Where blocks are being set. */
typedef struct ZnSetting {
	ZnReport *report;
	ZnGalley *galley;
	const ZnElement *element;
	const ZnTextStyle *text;
	double x, width;  /* px, from the left edge of the text block */
	int depth;        /* of lists */
	bool after_break; /* the next paragraph follows a heading, figure ... */
	bool tight;       /* no gaps between paragraphs, no indents */
} ZnSetting;

ZnVItem *zn_galley_add(ZnReport *report, ZnGalley *galley, ZnVKind kind);
void zn_galley_glue(ZnSetting *s, double height, double stretch);
void zn_galley_penalty(ZnSetting *s, int penalty);
void zn_galley_snap(ZnSetting *s);
/* Makes what stands from the glue `first` to the glue at the end a whole number of the grid's lines: both take half of what is over. */
void zn_galley_register(ZnSetting *s, size_t first);
double zn_galley_height(const ZnGalley *galley); /* without floats and snaps */

ZnElement *zn_element_new(ZnReport *report, const ZnElement *parent, ZnTagType type);

/* --- inline.c --- */

/* What a span is beside its looks; ZnSpan.tag is an index into these. */
typedef struct ZnSpanInfo {
	const char *target; /* links */
	const char *lang;   /* when it differs from the report's */
	bool strike, code;
	size_t note; /* index + 1 of a footnote whose mark this is */
} ZnSpanInfo;

typedef struct ZnSpans {
	ZnSpan *items;
	size_t n, cap;
	ZnSpanInfo *infos;
	size_t n_infos, cap_infos;
} ZnSpans;

ZnSpans *zn_spans_new(ZnReport *report);
void zn_spans_add_text(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, const char *text);
void zn_spans_add(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, const ZnInline *inlines);

/* The names that a footnote's mark ("mark") and text ("note") are linked by. */
const char *zn_note_id(const ZnReport *report, const char *part, size_t note);
/* A footnote's mark as it is painted; before pages are made, one of the same width. */
const char *zn_note_mark(const ZnReport *report, size_t note);

/* --- text.c: paragraphs in the galley --- */

typedef struct ZnTextBlock {
	const ZnSpans *spans;
	const ZnParagraph *paragraph;
	double x, leading, baseline; /* from a line's top to its baseline */
	int line;                    /* of the source */
} ZnTextBlock;

typedef struct ZnTextOptions {
	double first_indent, indent; /* px, as of ZnParagraphStyle */
	int line;                    /* of the source, for diagnostics */
	bool hyphenate;              /* although it is not justified */
	bool quiet;                  /* says nothing of lines that stick out */
} ZnTextOptions;

/* Breaks the spans into lines of s->width; reports lines that stick out. */
const ZnTextBlock *zn_text_block(const ZnSetting *s, const ZnSpans *spans, const ZnTextStyle *style, const ZnTextOptions *options);
/* Adds its lines as boxes of `element`, with penalties between them. Returns the index of the first box. */
size_t zn_galley_text(ZnSetting *s, const ZnTextBlock *block, const ZnElement *element);
/* px from the top of a line to its baseline. */
double zn_text_style_baseline(const ZnTextStyle *style);

/* A box of no height that paints a short text (a list's label) on the baseline of the line that follows: its right end at x when `right`. */
void zn_galley_label(ZnSetting *s, const ZnSpans *spans, const ZnTextStyle *style, double x, bool right, const ZnElement *element);

/* --- blocks.c, list.c, table.c, figure.c, opening.c --- */

void zn_set_blocks(ZnSetting *s, ZnBlock *blocks);
void zn_set_list(ZnSetting *s, ZnBlock *list);
void zn_set_table(ZnSetting *s, ZnBlock *block);
void zn_set_figure(ZnSetting *s, ZnBlock *block);
void zn_set_caption(ZnSetting *s, const ZnBlock *block, const ZnElement *parent);
/* Where a figure or table of `width` px begins: flush left under captions that are, else in the middle. */
double zn_captioned_x(const ZnSetting *s, ZnAlign align, double width);
/* The measure of the caption of something that begins at x and is `width` px wide, in s. */
ZnSetting zn_caption_measure(const ZnSetting *s, ZnAlign align, double x, double width);
void zn_set_references(ZnSetting *s, const ZnBlock *block);
void zn_set_definitions(ZnSetting *s, ZnBlock *block);
void zn_set_div(ZnSetting *s, ZnBlock *block);
void zn_set_front(ZnSetting *s);
void zn_set_contents(ZnSetting *s);
/* The measure over all columns, for what stands between headings and paragraphs; elsewhere, and with one column, that of s. */
ZnSetting zn_over_columns(const ZnSetting *s);
/* What the block asks for: span="1" its column, "2" all columns; 0 = nothing. Reports other values. */
int zn_block_span(const ZnReport *report, const ZnBlock *block);
/* Starts a float: blocks set into the answer's galley stay together. */
ZnSetting zn_float_begin(ZnSetting *s);
/* What is higher than a page goes into the text instead, and breaks where it may. */
void zn_float_end(ZnSetting *s, const ZnSetting *inner);
/* A float that has a page turned sideways to itself; its measure. */
void zn_float_end_landscape(ZnSetting *s, const ZnSetting *inner);
ZnSetting zn_over_landscape(const ZnSetting *s);
/* px of the headings right above what is set next, which must stay with it; 0 = none. */
double zn_galley_headings(const ZnGalley *galley);
/* px of all that was set since the last place where a page must begin; 0 where there is none, or nothing behind it. */
double zn_galley_since_break(const ZnGalley *galley);
/* A horizontal line over the measure of s, `above` px below the top of a box of height px. */
void zn_galley_line(ZnSetting *s, double height, double above, double width, ZnColor color);

/* --- page.c --- */

typedef struct ZnPlaced {
	const ZnVItem *item;
	double x, y; /* px of its column and its top, from the text block's left and top */
	bool repeated;
} ZnPlaced;

/* A line over footnotes, or between columns. */
typedef struct ZnPageRule {
	double x1, y1, x2, y2, thickness;
} ZnPageRule;

typedef struct ZnPage {
	ZnPlaced *items; /* in reading order, footnotes last */
	size_t n, cap;
	ZnPageRule *rules;
	size_t n_rules, cap_rules;
	size_t *marks; /* the footnotes whose marks stand on the page, in order */
	size_t n_marks, cap_marks;
	const ZnBlock *section; /* what the running head names */
	bool landscape;
} ZnPage;

typedef struct ZnPages {
	ZnPage *items;
	size_t n, cap;
	const ZnGalley *const *notes; /* the footnotes' own galleys */
	const char **note_marks;      /* their marks, once pages are made */
	GHashTable *headings;         /* ZnBlock -> number of its page, from 1 */
	GHashTable *links;            /* ZnSpanInfo -> its ZnTag, the same on all lines */
} ZnPages;

/* What is to be set on pages. */
typedef struct ZnSettled {
	const ZnGalley *front; /* over all columns of the first page; NULL = nothing */
	const ZnGalley *body;
	const ZnGalley *const *notes;
} ZnSettled;

/* Cuts pages; every box of the galleys stands on one in the end. Reports what does not fit. */
ZnPages *zn_pages_new(ZnReport *report, const ZnSettled *settled);
double zn_page_height(const ZnReport *report);  /* of the text block */
double zn_landscape_width(const ZnReport *report); /* of the text block of a page turned sideways */
double zn_landscape_height(const ZnReport *report);
double zn_column_width(const ZnReport *report);
size_t zn_page_columns(const ZnReport *report);

/* --- canvas.c --- */

struct ZnCanvas {
	ZnReport *report;
	ZnScene *scene;
	const ZnPages *pages;
	double left, top, width, height; /* of the text block on the page */
	const ZnElement **open;
	size_t n_open, cap_open;
	bool artifact;
};

/* Closes and opens structure so that what is painted next belongs to `element`; NULL = an ornament. */
void zn_canvas_enter(ZnCanvas *canvas, const ZnElement *element);
/* Closes everything: the page is done. */
void zn_canvas_leave(ZnCanvas *canvas);
/* Line `line` of a text, its top at y. */
void zn_canvas_line(ZnCanvas *canvas, const ZnTextBlock *block, size_t line, double x, double y);
/* A text on one line, its baseline at y; `align` as of ZnTextAlign about x. */
void zn_canvas_text(ZnCanvas *canvas, const ZnTextStyle *style, const char *text, double x, double y, ZnTextAlign align);
void zn_canvas_rule(ZnCanvas *canvas, double x1, double y1, double x2, double y2, double width, ZnColor color);

/* --- running.c --- */

/* Heads and feet by the style's patterns; `page` tells the section. The canvas stands outside of structure already. */
void zn_paint_running(ZnCanvas *canvas, const ZnPage *page, size_t number);
/* px of the text block, over all columns, and where it begins on page `number`: mirrored margins and the gutter are in it. */
double zn_page_width(const ZnReport *report);
double zn_page_left(const ZnReport *report, size_t number);

/* --- paginate.c --- */

/* Paints all pages, with running heads, page numbers and footnotes. */
ZnDocument *zn_report_paint(ZnReport *report, const ZnPages *pages);
