/* Text of a PDF's pages (ISO 32000-1, 9.4, and 14.9.4 for replacement text).
 *
 * A glyph whose code says by itself what it is read as (one glyph, the text that ToUnicode has) is shown plainly; what is otherwise
 * (several glyphs for a text, another text than usual) stands in a span with its actual text. */
#include "paint/pdf_device.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define FARTHEST 30000.0 /* 1/1000 em: beyond, the pen is set anew */

/* A line of glyphs on its way. */
typedef struct Pen {
	ZnPdfDevice *pdf;
	const ZnPdfFont *font;
	double size;
	double x, y;       /* of the line's origin, px */
	double cos, sin;
	double at, rise;   /* where the next glyph comes to stand, from the origin */
	bool placed;       /* a text matrix is set */
	bool array, string; /* what is open: [, < */
} Pen;

/* --- showing glyphs --- */

static void end_string(Pen *pen)
{
	if (pen->string)
		g_string_append_c(pen->pdf->out, '>');
	pen->string = false;
}

static void end_array(Pen *pen)
{
	end_string(pen);
	if (pen->array)
		g_string_append(pen->pdf->out, "]TJ\n");
	pen->array = false;
}

static void set_matrix(Pen *pen, double at, double rise)
{
	GString *out = pen->pdf->out;
	end_array(pen);
	const double turn[] = {pen->cos, pen->sin, pen->sin, -pen->cos};
	const double place[] = {pen->x + pen->cos * at - pen->sin * rise, pen->y + pen->sin * at + pen->cos * rise};
	zn_pdf_numbers(out, turn, 4, 5);
	zn_pdf_numbers(out, place, 2, zn_pdf_decimals(pen->pdf));
	g_string_append(out, "Tm\n");
	pen->at = at;
	pen->rise = rise;
	pen->placed = true;
}

static void show_glyph(Pen *pen, const ZnPdfGlyph *glyph, double x, double y)
{
	static const char digits[] = "0123456789ABCDEF";
	GString *out = pen->pdf->out;
	double shift = (x - pen->at) * 1000 / pen->size;
	if (!pen->placed || fabs(y - pen->rise) > 1e-3 || fabs(shift) > FARTHEST) {
		set_matrix(pen, x, y);
		shift = 0;
	}
	if (!pen->array)
		g_string_append_c(out, '[');
	pen->array = true;
	int adjust = (int)lround(shift);
	if (adjust) {
		end_string(pen);
		zn_pdf_number(out, -adjust, 0);
	}
	if (!pen->string)
		g_string_append_c(out, '<');
	pen->string = true;
	for (int bits = 12; bits >= 0; bits -= 4)
		g_string_append_c(out, digits[glyph->code >> bits & 15]);
	pen->at += (adjust + glyph->width) * pen->size / 1000;
}

/* Into a text object, where positions are new. */
static void enter_text(Pen *pen)
{
	if (!pen->pdf->in_text)
		g_string_append(pen->pdf->out, "BT\n");
	pen->pdf->in_text = true;
	pen->placed = false;
}

/* --- clusters --- */

/* A stretch of text and its glyphs, which come in order of drawing. */
typedef struct Cluster {
	const char *text;
	size_t len, glyph, n;
} Cluster;

/* In order of drawing: right-to-left runs have their glyphs the other way round than their text. */
static Cluster *list_clusters(const ZnRun *run)
{
	Cluster *list = g_new(Cluster, run->n_clusters);
	size_t at = 0, glyph = 0;
	for (size_t c = 0; c < run->n_clusters; c++) {
		Cluster cluster = {run->text + at, (size_t)run->clusters[c].num_bytes, glyph, (size_t)run->clusters[c].num_glyphs};
		at += cluster.len;
		glyph += cluster.n;
		if (run->rtl)
			cluster.glyph = run->n_glyphs - glyph;
		list[run->rtl ? run->n_clusters - 1 - c : c] = cluster;
	}
	return list;
}

/* The glyph whose code is read as the cluster's text. */
static const ZnPdfGlyph *exact_glyph(const Pen *pen, const ZnRun *run, const Cluster *cluster)
{
	return cluster->n == 1 ? zn_pdf_font_glyph_as(pen->font, run->glyphs[cluster->glyph].id, cluster->text, cluster->len) : NULL;
}

static bool says_itself(const Pen *pen, const ZnRun *run, const Cluster *cluster)
{
	return cluster->n == 0 || exact_glyph(pen, run, cluster);
}

static void show_cluster(Pen *pen, const ZnRun *run, const Cluster *cluster)
{
	const ZnPdfGlyph *exact = exact_glyph(pen, run, cluster);
	for (size_t i = cluster->glyph; i < cluster->glyph + cluster->n; i++) {
		const ZnPdfGlyph *glyph = exact ? exact : zn_pdf_font_glyph(pen->font, run->glyphs[i].id);
		if (glyph)
			show_glyph(pen, glyph, run->glyphs[i].x, run->glyphs[i].y);
	}
}

/* Clusters [from, to) with their text beside them. */
static void show_replaced(Pen *pen, const ZnRun *run, const Cluster *clusters, size_t from, size_t to)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = from; i < to; i++) {
		const Cluster *next = &clusters[run->rtl ? from + to - 1 - i : i]; /* as it is read */
		g_string_append_len(text, next->text, (gssize)next->len);
	}
	end_array(pen);
	zn_pdf_leave_text(pen->pdf);
	zn_pdf_tags_replace(pen->pdf->tags, text->str, text->len);
	enter_text(pen);
	for (size_t i = from; i < to; i++)
		show_cluster(pen, run, &clusters[i]);
	end_array(pen);
	zn_pdf_leave_text(pen->pdf);
	zn_pdf_tags_replaced(pen->pdf->tags);
}

static void set_font(Pen *pen, const ZnRun *run)
{
	ZnPdfState *state = &pen->pdf->state;
	pen->font = zn_pdf_fonts_lookup(pen->pdf->fonts, run);
	pen->size = zn_face_size(run->face);
	if (!pen->font || (state->font == pen->font && state->size == pen->size))
		return;
	end_array(pen);
	g_string_append_printf(pen->pdf->out, "/F%d ", pen->font->number);
	zn_pdf_number(pen->pdf->out, pen->size, 4);
	g_string_append(pen->pdf->out, " Tf\n");
	state->font = pen->font;
	state->size = pen->size;
}

static void show_run(Pen *pen, const ZnRun *run)
{
	set_font(pen, run);
	if (!pen->font || !(pen->size > 0))
		return;
	g_autofree Cluster *clusters = list_clusters(run);
	for (size_t i = 0; i < run->n_clusters;) {
		size_t end = i;
		while (end < run->n_clusters && !says_itself(pen, run, &clusters[end]))
			end++;
		if (end > i)
			show_replaced(pen, run, clusters, i, end);
		if (end < run->n_clusters && !pen->pdf->in_text) {
			zn_pdf_mark(pen->pdf, ZN_PDF_TEXT);
			enter_text(pen);
		}
		for (i = end; i < run->n_clusters && says_itself(pen, run, &clusters[i]); i++)
			show_cluster(pen, run, &clusters[i]);
	}
}

/* --- lines --- */

/* Whether a space is to be read between two lines of one text: between words of Western scripts. */
static bool needs_space(const ZnTextLines *text, size_t line)
{
	const char *this = text->lines[line], *next = line + 1 < text->n ? text->lines[line + 1] : NULL;
	if (!this || !*this || !next || !*next)
		return false;
	gunichar last = g_utf8_get_char(g_utf8_prev_char(this + strlen(this))), first = g_utf8_get_char(next);
	return !g_unichar_isspace(last) && !g_unichar_isspace(first) && last != '-' && !g_unichar_iswide(last) && !g_unichar_iswide(first);
}

static void show_space(Pen *pen)
{
	const ZnPdfGlyph *space = pen->font && pen->font->space >= 0 ? zn_pdf_font_glyph_as(pen->font, (uint32_t)pen->font->space, " ", 1) : NULL;
	if (space && pen->placed && pen->pdf->in_text)
		show_glyph(pen, space, pen->at, pen->rise);
}

static double line_step(const ZnTextLines *text)
{
	return text->line_height > 0 ? text->line_height : text->font.size + 2;
}

typedef struct Shape {
	const ZnTextLines *text;
	double x, y, cos, sin;
} Shape;

static void draw_lines(ZnPdfDevice *pdf, const void *data, ZnPdfPaint how)
{
	static const int modes[] = {[ZN_PDF_FILL] = 0, [ZN_PDF_STROKE] = 1, [ZN_PDF_BOTH] = 2};
	const Shape *shape = data;
	const ZnTextLines *text = shape->text;
	if (pdf->state.render != modes[how])
		g_string_append_printf(pdf->out, "%d Tr\n", modes[how]);
	pdf->state.render = modes[how];
	double y = zn_text_baseline_offset(text);
	for (size_t i = 0; i < text->n; i++, y += line_step(text)) {
		const ZnShaped *shaped = text->shaped[i];
		double start = zn_text_line_start(text, i);
		Pen pen = {.pdf = pdf, .cos = shape->cos, .sin = shape->sin};
		pen.x = shape->x + shape->cos * start - shape->sin * y;
		pen.y = shape->y + shape->sin * start + shape->cos * y;
		for (size_t k = 0; shaped && k < shaped->n_runs; k++)
			show_run(&pen, &shaped->runs[k]);
		if (shaped && needs_space(text, i))
			show_space(&pen);
		end_array(&pen);
	}
}

/* Tells what was written, and where. */
static void note_lines(ZnPdfDevice *pdf, const ZnItem *item)
{
	const ZnTextLines *text = item->text;
	double angle = text->angle * G_PI / 180, c = cos(angle), s = sin(angle), y = zn_text_baseline_offset(text);
	for (size_t i = 0; i < text->n; i++, y += line_step(text)) {
		const ZnShaped *shaped = text->shaped[i];
		if (!shaped)
			continue;
		for (size_t k = 0; k < shaped->n_runs; k++)
			zn_pdf_tags_text(pdf->tags, shaped->runs[k].text, shaped->runs[k].text_len);
		if (!pdf->tags->wanting)
			continue;
		double start = zn_text_line_start(text, i), box[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
		for (int corner = 0; corner < 4; corner++) {
			double u = start + (corner & 1 ? shaped->width : 0), v = y + (corner & 2 ? shaped->descent : -shaped->ascent);
			double px = item->x + c * u - s * v, py = item->y + s * u + c * v;
			box[0] = fmin(box[0], px), box[1] = fmin(box[1], py), box[2] = fmax(box[2], px), box[3] = fmax(box[3], py);
		}
		zn_pdf_ink(pdf, box[0], box[1], box[2], box[3]);
	}
}

void zn_pdf_draw_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style)
{
	ZnPdfDevice *pdf = (ZnPdfDevice *)device;
	const ZnTextLines *text = item->text;
	if (!text->shaped || (!style->fill && !style->stroke))
		return;
	zn_pdf_mark(pdf, ZN_PDF_TEXT);
	double angle = text->angle * G_PI / 180, c = cos(angle), s = sin(angle);
	bool gradient = (style->fill && style->fill->gradient) || (style->stroke && style->stroke->gradient);
	Shape shape = {text, item->x, item->y, c, s};
	if (gradient) { /* its box is in the turned frame */
		const double frame[] = {c, s, -s, c, item->x, item->y};
		zn_pdf_push(pdf);
		zn_pdf_numbers(pdf->out, frame, 6, 5);
		g_string_append(pdf->out, "cm\n");
		pdf->state.frame = (cairo_matrix_t){c, s, -s, c, item->x, item->y};
		shape = (Shape){text, 0, 0, 1, 0};
	}
	zn_pdf_paint(pdf, style, text->font.size, draw_lines, &shape);
	if (gradient)
		zn_pdf_pop(pdf);
	note_lines(pdf, item);
}
