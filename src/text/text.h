/* Shaping and measuring of single lines: labels, titles, and pieces of paragraphs. We choose the fonts (script.c, runs.c), HarfBuzz shapes;
 * of Pango only the analysis of plain text is used (line breaks, directions): its font map would read the system's fontconfig, and it
 * matches on threads of its own, which a forked worker does not have. Text is one line without line ends; positions in px, y down, from
 * the start of the baseline. */
#pragma once

#include "text/fonts.h"

typedef struct ZnFont {
	const char *family; /* CSS list or a role: "sans-serif", "PT Sans, serif" */
	double size;        /* px */
	int weight;         /* 100..900; 0 = 400 */
	bool italic;        /* never slants Han: those are set upright (or in the emphasis face) */
	double letter_spacing; /* px after each cluster */
} ZnFont;

typedef struct ZnGlyph {
	uint32_t id;
	double x, y; /* px from the start of the line (in a paragraph: of the piece) and its baseline */
} ZnGlyph;

/* A stretch of one face and direction. Clusters are as cairo_show_text_glyphs wants them: in order, they cover all bytes of `text` and all
 * glyphs. What painters of searchable text may rely on:
 * - The runs' texts, one after the other, are the source text: ligatures, compressed marks and the spaces that became glue beside Han
 *   are there as they were typed. Lines drop only the spaces at their ends but one.
 * - A hyphen that was not in the text is a cluster of its own, the last, whose text is U+00AD. A hyphen of the text that ends a line is in a
 *   cluster whose text ends in "-" U+00AD: pdftotext would drop it otherwise.
 * - A cluster may have more glyphs than its text needs: a space glyph at its end fills a gap that a reader would take for a space. Marks
 *   that overlap are one cluster. Such clusters need their text beside them (ActualText); so do those whose glyph stands for another text
 *   elsewhere. */
typedef struct ZnRun {
	const ZnFace *face;
	const char *text; /* UTF-8 of the run, text_len bytes */
	size_t text_len;
	ZnGlyph *glyphs;
	size_t n_glyphs;
	cairo_text_cluster_t *clusters; /* num_bytes, num_glyphs */
	size_t n_clusters;
	bool rtl;
	double x, width;  /* px */
	const char *lang; /* BCP 47 of the run */
} ZnRun;

typedef struct ZnShaped {
	double width;           /* advance, px */
	double ascent, descent; /* of the tallest face used, px, both positive */
	ZnRun *runs;
	size_t n_runs;
} ZnShaped;

/* Shapes one line in the context's language (or `lang`, when not NULL). Cached in the context: the same text in the same font is shaped once.
 * A character that no font has is reported once, by name and with the string. Never NULL. */
const ZnShaped *zn_text_shape(ZnContext *context, const ZnFont *font, const char *lang, const char *text);
double zn_text_width(ZnContext *context, const ZnFont *font, const char *text); /* of the shaped line */

/* vega-scenegraph's truncate: cut at the end (or start when rtl) so that text + ellipsis takes at most `limit` px; limit <= 0: as it is. */
const char *zn_text_truncate(ZnContext *context, const ZnFont *font, const char *text, double limit, const char *ellipsis);

/* Breaks at word boundaries (Chinese words by ICU, Russian short prepositions kept with the next word) into lines of at most `width`
 * px, as even as they can be without a further line. Returns an array of strings. */
char **zn_text_wrap(ZnContext *context, const ZnFont *font, const char *text, double width, size_t *n_lines);
