/* All measures, fonts and colours of a report in one struct. Lengths are px (1/96 inch) once a style is made; the tables of style.c and
 * overrides in the front matter give points. */
#pragma once

#include "base/color.h"
#include "base/context.h"
#include "text/paragraph.h"

typedef struct ZnTextStyle {
	const char *family;
	double size, leading;
	double weight;
	bool italic;
	ZnColor color;
	ZnAlign align;
} ZnTextStyle;

#define ZN_HEADING_STYLES 4 /* deeper levels look like the last */

typedef struct ZnHeadingStyle {
	ZnTextStyle text;
	double above, below;
} ZnHeadingStyle;

typedef struct ZnReportStyle {
	double page_width, page_height, margin_top, margin_right, margin_bottom, margin_left;
	double head_distance, foot_distance; /* from the text block to the baselines of running head and page number */
	double grid;                         /* body lines stand on multiples of it; 0 = no grid */
	ZnTextStyle body, title, subtitle, byline, abstract, quote, caption, unit, table, table_note, note, head, folio, figure_value,
	    figure_label, code, contents;
	ZnHeadingStyle headings[ZN_HEADING_STYLES];
	double first_indent; /* of paragraphs, in em */
	bool indent_first;   /* also behind headings, figures and lists */
	double paragraph_gap;
	double block_gap; /* above and below lists, quotes, code, rules */
	double float_gap; /* above and below figures and tables */
	double caption_gap;
	double list_indent;                                                    /* em */
	double list_gap;                                                       /* between the items of a loose list */
	double quote_indent;                                                   /* em */
	double abstract_indent;                                                /* px on both sides */
	double title_gap, subtitle_gap, byline_gap, abstract_gap, figures_gap; /* below the parts of the title block */
	double cell_gap;                                                       /* least between the columns of a table */
	double row_gap;                                                        /* above and below a table row */
	double note_rule, note_gap;                                            /* the rule over footnotes: its length; from text to notes */
	double thick, thin;                                                    /* widths of a table's rules */
	const char *code_family;
	double code_scale;            /* of code within text */
	double mark_scale, mark_rise; /* of footnote marks, in em of the text */
	ZnColor accent, line;
} ZnReportStyle;

/* The style of that name (NULL = "report") for a language. Unknown names are reported at `place`. */
ZnReportStyle *zn_report_style_new(ZnContext *context, ZnPlace place, const char *name, const char *lang);

/* Sets properties from texts: {"body.size": "11", "accent": "#a00", "h1.above": "20"}, lengths in points or with mm, cm, in, px. Reports
 * unknown properties and values that do not fit. */
void zn_report_style_set(ZnContext *context, ZnPlace place, ZnReportStyle *style, ZnValue properties);
/* The same for `page:` of the front matter: size ("A4"), margins. */
void zn_report_style_set_page(ZnContext *context, ZnPlace place, ZnReportStyle *style, ZnValue page);

/* The size of a length's text in px; false when it is none. A number alone is in points. */
bool zn_length_parse(const char *text, double *px);

ZnFont zn_text_style_font(const ZnTextStyle *style);
