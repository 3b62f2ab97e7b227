#include "paint/pdf_clusters.h"

#include <math.h>

#define STEP 180 /* 1/1000 em: few widths are made of a glyph, and what is left of a gap is below a tenth of an em */

ZnPdfCluster *zn_pdf_clusters(const ZnRun *run)
{
	ZnPdfCluster *list = g_new(ZnPdfCluster, run->n_clusters);
	size_t at = 0, glyph = 0;
	for (size_t c = 0; c < run->n_clusters; c++) {
		ZnPdfCluster cluster = {run->text + at, (size_t)run->clusters[c].num_bytes, glyph, (size_t)run->clusters[c].num_glyphs};
		at += cluster.len;
		glyph += cluster.n;
		if (run->rtl)
			cluster.glyph = run->n_glyphs - glyph;
		list[run->rtl ? run->n_clusters - 1 - c : c] = cluster;
	}
	return list;
}

/* The k-th character of a text, or the last one: a guess for glyphs of a group. */
static void guess(ZnPdfReading *reading, const ZnPdfCluster *cluster, size_t k)
{
	const char *p = cluster->text, *end = p + cluster->len;
	while (k-- > 0 && p < end && g_utf8_next_char(p) < end)
		p = g_utf8_next_char(p);
	reading->text = p;
	reading->len = p < end ? (size_t)(g_utf8_next_char(p) - p) : 0;
}

/* Whether a glyph is the one that the font has for a character by itself. */
static bool is_nominal(hb_font_t *font, const ZnPdfReading *reading)
{
	hb_codepoint_t id;
	return reading->len && hb_font_get_nominal_glyph(font, g_utf8_get_char(reading->text), &id) && id == reading->glyph->id;
}

/* How much wider a glyph is set than the font has it; `next` = where the one behind it begins, px. */
static int extra_of(const ZnRun *run, hb_font_t *font, const ZnGlyph *glyph, double next)
{
	double em = hb_face_get_upem(hb_font_get_face(font)), size = zn_face_size(run->face);
	double extra = size > 0 ? (next - glyph->x) * 1000 / size - hb_font_get_glyph_h_advance(font, glyph->id) * 1000 / em : 0;
	return isfinite(extra) && fabs(extra) < 4000 ? (int)lround(extra / STEP) * STEP : 0;
}

/* Spaces behind other glyphs of a cluster only fill a gap. */
static size_t without_fillers(const ZnRun *run, const ZnPdfCluster *cluster, int space)
{
	size_t n = cluster->n;
	while (n > 1 && !run->rtl && space >= 0 && run->glyphs[cluster->glyph + n - 1].id == (uint32_t)space)
		n--;
	return n;
}

/* Whether each of `n` glyphs stands for a character of the cluster, in order. */
static bool one_by_one(const ZnRun *run, const ZnPdfCluster *cluster, hb_font_t *font, const ZnPdfReading *readings, size_t n)
{
	if (run->rtl || (size_t)g_utf8_strlen(cluster->text, (gssize)cluster->len) != n)
		return n == 1;
	for (size_t i = 0; i < n && n > 1; i++) {
		if (readings[i].glyph->y != readings[0].glyph->y || !is_nominal(font, &readings[i]))
			return false;
	}
	return true;
}

size_t zn_pdf_cluster_read(const ZnRun *run, const ZnPdfCluster *cluster, hb_font_t *font, int space, ZnPdfReading *out, bool *exact)
{
	const ZnGlyph *glyphs = run->glyphs + cluster->glyph;
	size_t n = without_fillers(run, cluster, space), end = cluster->glyph + cluster->n;
	for (size_t i = 0; i < cluster->n; i++) {
		out[i] = (ZnPdfReading){.glyph = &glyphs[i], .text = cluster->text, .len = cluster->len};
		if (n > 1)
			guess(&out[i], cluster, run->rtl ? n - 1 - i : i);
	}
	*exact = n && one_by_one(run, cluster, font, out, n);
	if (!*exact)
		return cluster->n;
	double behind = end < run->n_glyphs ? run->glyphs[end].x : run->x + run->width;
	for (size_t i = 0; i + 1 < cluster->n && i < n; i++)
		out[i].extra = extra_of(run, font, &glyphs[i], i + 1 < n ? glyphs[i + 1].x : behind);
	return n;
}
