/* All measures, fonts, colours and words of a report's looks in one struct. Lengths are px (1/96 inch); style files give points.
 *
 * A style is data: styles/report.json sets every property, other styles say what they have otherwise, the front matter goes last. The one
 * table of properties is in style_keys.c; docs/styles.md lists them. */
#pragma once

#include "base/color.h"
#include "base/context.h"
#include "report/words.h"
#include "text/paragraph.h"

typedef struct ZnTextStyle {
	const char *family; /* a role, or a CSS list; once the style is made, with the fonts that the style puts before the role's own */
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
	double indent;        /* em */
	ZnColor number_color; /* of the label */
	double rule;          /* thickness of a line under it; 0 = none */
	bool new_page;        /* it begins a page */
} ZnHeadingStyle;

/* What stands in a line above or below the text block. Texts with {title}, {header}, {footer}, {section}, {authors}, {date}, {page}, {pages}. */
typedef struct ZnRunning {
	const char *left, *center, *right;
	bool first;  /* also on the first page */
	double rule; /* thickness of the line between it and the text; 0 = none */
} ZnRunning;

typedef enum { ZN_FONT_SERIF, ZN_FONT_SANS, ZN_FONT_EMPHASIS, ZN_FONT_CONDENSED, ZN_FONT_MONOSPACE, ZN_N_FONT_ROLES } ZnFontRoleIndex;

/* Families for a role, by script; NULL = the role's own (text/roles.c). */
typedef struct ZnRoleFonts {
	const char *latin, *cyrillic, *han;
	const char *family; /* made of them: what to ask text/ for */
} ZnRoleFonts;

typedef enum { ZN_DATE_BYLINE, ZN_DATE_LINE, ZN_DATE_NONE } ZnDatePlace;
typedef enum { ZN_CITE_NUMBER, ZN_CITE_AUTHOR } ZnCiteStyle;
typedef enum { ZN_REFERENCES_CITED, ZN_REFERENCES_ALPHABET } ZnReferenceOrder;

typedef struct ZnReportStyle {
	double page_width, page_height, margin_top, margin_right, margin_bottom, margin_left;
	double gutter;        /* added to the inner margin: left, on even pages of a mirrored report right */
	bool mirrored;        /* margins, heads and feet change sides on even pages */
	bool alternate;       /* heads and feet alone do */
	double columns;       /* of text: 1 or 2 */
	double column_gap, column_rule;
	double head_distance, foot_distance; /* from the text block to the baselines of running head and page number */
	ZnRunning running_head, running_foot;
	double grid;                         /* body lines stand on multiples of it; 0 = no grid */
	ZnTextStyle body, title, subtitle, byline, affiliation, abstract, abstract_label, quote, caption, unit, table, table_note, note, head,
	    folio, figure_value, figure_label, code, contents, references;
	ZnHeadingStyle headings[ZN_HEADING_STYLES];
	ZnRoleFonts fonts[ZN_N_FONT_ROLES];
	double first_indent; /* of paragraphs, in em */
	bool indent_first;   /* also behind headings, figures and lists */
	double paragraph_gap;
	double block_gap; /* above and below lists, quotes, code, rules */
	double float_gap; /* above and below figures and tables */
	double chart_scale; /* charts are laid out for a measure so many times smaller, and enlarged: their letters, too */
	double caption_gap;
	double caption_label_weight;
	ZnAlign figure_caption, table_caption;
	double list_indent;                                                    /* em */
	double list_gap;                                                       /* between the items of a loose list */
	double quote_indent;                                                   /* em */
	double abstract_indent;                                                /* px on both sides */
	double abstract_first_indent;                                          /* em; of the paragraphs behind labels too */
	double abstract_rule;                                                  /* thickness of lines above and below; 0 = none */
	double title_gap, subtitle_gap, byline_gap, abstract_gap, figures_gap; /* below the parts of the title block */
	double title_rule, title_rule_length, title_rule_gap;                  /* a short line in the accent colour over the title */
	bool figure_rules;                                                     /* hairlines between key figures */
	ZnDatePlace date_place;
	double cell_gap;                    /* least between the columns of a table */
	double row_gap;                     /* above and below a table row */
	double table_head_weight;
	const char *table_head_family; /* NULL = the table's */
	bool table_full;                    /* as wide as the measure */
	double note_rule, note_gap;         /* the rule over footnotes: its length; from text to notes */
	double thick, thin;                 /* widths of a table's rules */
	const char *strong_family;    /* of strong text; NULL = that of the text around */
	double strong_weight;
	const char *code_family;
	double code_scale;            /* of code within text */
	double mark_scale, mark_rise; /* of footnote marks, in em of the text */
	double contents_indent;       /* em a level */
	bool contents_leaders;
	ZnCiteStyle cite;
	ZnReferenceOrder reference_order;
	double references_indent; /* em: of the lines behind the first */
	ZnColor accent, line, link;
	bool number_headings;
	ZnWords words; /* the language's, with what the style has otherwise */
} ZnReportStyle;

/* A property as it was written: "body.size" or "zh.body.size" (for one language only), a number, text or boolean. */
typedef struct ZnStyleProperty {
	const char *name;
	ZnValue value;
	ZnPlace place;
} ZnStyleProperty;

typedef struct ZnStyleSheet {
	const char *base; /* the style that it changes; NULL = report */
	ZnPlace base_place;
	ZnStyleProperty *items;
	size_t n, cap;
} ZnStyleSheet;

/* The names of the styles that come with zhinu, NULL at the end. */
const char *const *zn_report_styles(void);
/* The style of that name (NULL = "report"), or in that file of the base folder (*.json), for a language. What is wrong is reported at
 * `place`, or in the file; the answer is usable all the same. NULL, reported, when not even styles/report.json can be read. */
ZnReportStyle *zn_report_style_new(ZnContext *context, ZnPlace place, const char *name, const char *lang);
/* The same with the contents of a style file that the caller has read. */
ZnReportStyle *zn_report_style_from_json(ZnContext *context, const char *file, ZnValue json, const char *lang);
/* Changes properties. Reports unknown ones as warnings, values that do not fit as errors. */
void zn_report_style_apply(ZnContext *context, ZnReportStyle *style, const ZnStyleSheet *sheet, const char *lang);
/* When all is set: families are made of fonts and roles, and impossible pages are reported and mended. */
void zn_report_style_finish(ZnContext *context, ZnPlace place, ZnReportStyle *style);

void zn_style_sheet_add(ZnArena *arena, ZnStyleSheet *sheet, const char *name, ZnValue value, ZnPlace place);
/* Whether one property fits: for tests and for the sheet of a file. Sets it. */
bool zn_report_style_set(ZnContext *context, ZnReportStyle *style, const ZnStyleProperty *property);
/* The names of all properties, NULL-ended. */
const char *const *zn_report_style_names(ZnArena *arena);
/* Families of the text styles, through fonts and roles. */
void zn_report_style_resolve(ZnArena *arena, ZnReportStyle *style);

/* The size of a length's text in px; false when it is none. A number alone is in points; 五号 and the other names of Chinese sizes too. */
bool zn_length_parse(const char *text, double *px);

ZnFont zn_text_style_font(const ZnTextStyle *style);
