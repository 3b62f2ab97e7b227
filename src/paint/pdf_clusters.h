/* What the glyphs of a run are read as, one by one where that can be said.
 *
 * Programs that take text out of a PDF go by the widths of glyphs: a gap beyond a tenth of an em is a space to them, glyphs that overlap
 * are parted or merged. So a glyph in a cluster that is set wider or narrower than the font has it (beside Western text, where marks are
 * compressed) becomes a glyph of that width in the subset, and the invisible spaces that fill gaps are not written. */
#pragma once

#include "text/text.h"

#include <hb.h>

/* A stretch of a run's text and its glyphs, which come in order of drawing. */
typedef struct ZnPdfCluster {
	const char *text;
	size_t len, glyph, n;
} ZnPdfCluster;

/* A glyph of a cluster. */
typedef struct ZnPdfReading {
	const ZnGlyph *glyph;
	const char *text;   /* what it is read as; a guess unless the cluster can be read glyph by glyph */
	size_t len;
	int extra;          /* 1/1000 em that it is wider than in the font */
} ZnPdfReading;

/* A run's clusters in order of drawing: right-to-left runs have their glyphs the other way round than their text. Free with g_free. */
ZnPdfCluster *zn_pdf_clusters(const ZnRun *run);

/* Fills `out` (room for cluster->n); returns how many glyphs are to be drawn. *exact = the glyphs' texts one after the other are the
 * cluster's, and certainly each glyph's own. `space` = the font's glyph for it, or -1. */
size_t zn_pdf_cluster_read(const ZnRun *run, const ZnPdfCluster *cluster, hb_font_t *font, int space, ZnPdfReading *out, bool *exact);
