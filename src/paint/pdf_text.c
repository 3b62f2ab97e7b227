/* Text of a PDF's pages (ISO 32000-1, 9.4, and 14.9.4 for replacement text).
 *
 * A glyph whose code says by itself what it is read as (one glyph, the text that ToUnicode has) is shown plainly; what is otherwise
 * (several glyphs for a text, another text than usual) stands in a span with its actual text. */
#include "paint/pdf_clusters.h"
#include "paint/pdf_device.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define FARTHEST 30000.0 /* 1/1000 em: beyond, the pen is set anew */
#define LEAST_SHIFT 1.5  /* 1/1000 em: what nobody sees */
#define LEAST_EVEN 4     /* glyphs that are worth a spacing of their own */

/* A line of glyphs on its way. */
typedef struct Pen {
	ZnPdfDevice *pdf;
	const ZnPdfFont *font;
	double size;
	double x, y;       /* of the line's origin, px */
	double cos, sin;
	double at, rise;   /* where the next glyph comes to stand, from the origin */
	bool placed;       /* a text matrix is set */
	bool string;       /* a string is open in what is to be shown */
	bool several;      /* there are numbers between strings */
} Pen;

/* --- showing glyphs --- */

static void end_string(Pen *pen)
{
	if (pen->string)
		g_string_append_c(pen->pdf->shown, ')');
	pen->string = false;
}

/* Shows the strings that were gathered. */
static void end_array(Pen *pen)
{
	GString *out = pen->pdf->out, *shown = pen->pdf->shown;
	end_string(pen);
	if (!shown->len)
		return;
	if (pen->several)
		g_string_append_c(out, '[');
	g_string_append_len(out, shown->str, (gssize)shown->len);
	g_string_append(out, pen->several ? "]TJ\n" : "Tj\n");
	g_string_truncate(shown, 0);
	pen->several = false;
}

/* Sets the pen: from where it was set before where that is in the same direction, else anew. */
static void set_matrix(Pen *pen, double at, double rise)
{
	ZnPdfDevice *pdf = pen->pdf;
	end_array(pen);
	const double turn[4] = {pen->cos, pen->sin, pen->sin, -pen->cos};
	const double place[2] = {pen->x + pen->cos * at - pen->sin * rise, pen->y + pen->sin * at + pen->cos * rise};
	int decimals = zn_pdf_decimals(pdf);
	double *known = pdf->pen, dx = place[0] - known[4], dy = place[1] - known[5], step[2] = {0};
	bool moved = pdf->pen_set && !memcmp(known, turn, sizeof turn);
	if (moved) {
		step[0] = zn_pdf_rounded(dx * turn[0] + dy * turn[1], decimals);
		step[1] = zn_pdf_rounded(dx * turn[2] + dy * turn[3], decimals);
		zn_pdf_numbers(pdf->out, step, 2, decimals);
	} else {
		zn_pdf_numbers(pdf->out, turn, 4, 5);
		zn_pdf_numbers(pdf->out, place, 2, decimals);
		memcpy(known, turn, sizeof turn);
	}
	g_string_append(pdf->out, moved ? "Td\n" : "Tm\n");
	for (int i = 0; i < 2; i++)
		known[4 + i] = moved ? known[4 + i] + step[0] * turn[i] + step[1] * turn[2 + i] : zn_pdf_rounded(place[i], decimals);
	pdf->pen_set = true;
	pen->at = at;
	pen->rise = rise;
	pen->placed = true;
}

static void append_code(GString *out, unsigned code)
{
	const char bytes[2] = {(char)(code >> 8), (char)code};
	for (int i = 0; i < 2; i++) {
		bool line_end = bytes[i] == '\n' || bytes[i] == '\r';
		if (line_end || bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, line_end ? (bytes[i] == '\n' ? 'n' : 'r') : bytes[i]);
	}
}

static void show_glyph(Pen *pen, const ZnPdfGlyph *glyph, double x, double y)
{
	GString *shown = pen->pdf->shown;
	double shift = (x - pen->at) * 1000 / pen->size;
	if (!pen->placed || fabs(y - pen->rise) > 1e-3 || fabs(shift) > FARTHEST) {
		set_matrix(pen, x, y);
		shift = 0;
	}
	int adjust = fabs(shift) < LEAST_SHIFT ? 0 : (int)lround(shift);
	if (adjust) {
		end_string(pen);
		zn_pdf_number(shown, -adjust, 0);
		pen->several = true;
	}
	if (!pen->string)
		g_string_append_c(shown, '(');
	pen->string = true;
	append_code(shown, glyph->code);
	pen->at += (adjust + glyph->width) * pen->size / 1000 + pen->pdf->state.spacing;
}

/* Into a text object, where positions are new. */
static void enter_text(Pen *pen)
{
	if (!pen->pdf->in_text) {
		g_string_append(pen->pdf->out, "BT\n");
		pen->pdf->pen_set = false;
	}
	pen->pdf->in_text = true;
	pen->placed = false;
}

/* --- clusters --- */

/* A cluster with what its glyphs are read as. */
typedef struct Word {
	ZnPdfCluster cluster;
	ZnPdfReading *readings;
	size_t n;
	bool exact; /* the codes say the text */
} Word;

static const ZnPdfGlyph *glyph_of(const Pen *pen, const ZnPdfReading *reading, bool exact)
{
	const ZnPdfGlyph *glyph =
	    exact ? zn_pdf_font_glyph_as(pen->font, reading->glyph->id, reading->text, reading->len, reading->extra) : NULL;
	return glyph ? glyph : zn_pdf_font_glyph(pen->font, reading->glyph->id);
}

/* In order of drawing; `readings` has room for all glyphs of the run. */
static Word *read_words(const Pen *pen, const ZnRun *run, ZnPdfReading *readings)
{
	g_autofree ZnPdfCluster *clusters = zn_pdf_clusters(run);
	Word *words = g_new(Word, run->n_clusters);
	for (size_t i = 0; i < run->n_clusters; i++) {
		Word word = {.cluster = clusters[i], .readings = readings};
		word.n = zn_pdf_cluster_read(run, &clusters[i], pen->font->font, pen->font->space, readings, &word.exact);
		word.exact = word.exact || !word.n;
		words[i] = word;
		readings += word.n;
	}
	return words;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* What stands between most of the glyphs of justified or spaced text, so that it need not be said between each two. */
static void set_spacing(Pen *pen, const Word *words, size_t n)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));
	const ZnPdfGlyph *last = NULL;
	double at = 0;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < words[i].n; k++) {
			const ZnPdfReading *reading = &words[i].readings[k];
			double gap = reading->glyph->x - at;
			if (last)
				g_array_append_val(gaps, gap);
			last = glyph_of(pen, reading, words[i].exact);
			at = reading->glyph->x + (last ? last->width : 0) * pen->size / 1000;
		}
	}
	if (gaps->len + 1 < LEAST_EVEN)
		return;
	qsort(gaps->data, gaps->len, sizeof(double), by_size);
	double middle = g_array_index(gaps, double, gaps->len / 2), least = LEAST_SHIFT * pen->size / 1000;
	guint even = 0;
	for (guint i = 0; i < gaps->len; i++)
		even += fabs(g_array_index(gaps, double, i) - middle) < least;
	double spacing = 2 * even > gaps->len && fabs(middle) > least / 2 ? round(middle * 1e4) / 1e4 : 0;
	if (spacing == pen->pdf->state.spacing)
		return;
	end_array(pen);
	zn_pdf_number(pen->pdf->out, spacing, 4);
	g_string_append(pen->pdf->out, " Tc\n");
	pen->pdf->state.spacing = spacing;
}

static void show_word(Pen *pen, const Word *word)
{
	for (size_t i = 0; i < word->n; i++) {
		const ZnPdfGlyph *glyph = glyph_of(pen, &word->readings[i], word->exact);
		if (glyph)
			show_glyph(pen, glyph, word->readings[i].glyph->x, word->readings[i].glyph->y);
	}
}

/* Words [from, to) with their text beside them. */
static void show_replaced(Pen *pen, const ZnRun *run, const Word *words, size_t from, size_t to)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = from; i < to; i++) {
		const ZnPdfCluster *next = &words[run->rtl ? from + to - 1 - i : i].cluster; /* as it is read */
		g_string_append_len(text, next->text, (gssize)next->len);
	}
	end_array(pen);
	zn_pdf_leave_text(pen->pdf);
	zn_pdf_tags_replace(pen->pdf->tags, text->str, text->len);
	enter_text(pen);
	for (size_t i = from; i < to; i++)
		show_word(pen, &words[i]);
	end_array(pen);
	zn_pdf_leave_text(pen->pdf);
	zn_pdf_tags_replaced(pen->pdf->tags);
}

static void set_font(Pen *pen, const ZnRun *run)
{
	ZnPdfState *state = &pen->pdf->state;
	const ZnPdfFont *font = zn_pdf_fonts_lookup(pen->pdf->fonts, run);
	if (font != pen->font)
		end_array(pen);
	pen->font = font;
	pen->size = zn_face_size(run->face);
	if (!pen->font || pen->font->pictures || (state->font == pen->font && state->size == pen->size))
		return;
	end_array(pen);
	g_string_append_printf(pen->pdf->out, "/F%d ", pen->font->number);
	zn_pdf_number(pen->pdf->out, pen->size, 4);
	g_string_append(pen->pdf->out, " Tf\n");
	state->font = pen->font;
	state->size = pen->size;
}

static void show_pictures(Pen *pen, const ZnRun *run)
{
	zn_pdf_leave_text(pen->pdf);
	zn_pdf_tags_replace(pen->pdf->tags, run->text, run->text_len);
	double scale = pen->size / hb_face_get_upem(hb_font_get_face(pen->font->font));
	for (size_t i = 0; i < run->n_glyphs; i++) {
		const ZnGlyph *glyph = &run->glyphs[i];
		cairo_matrix_t place = {pen->cos, pen->sin, -pen->sin, pen->cos, pen->x, pen->y};
		cairo_matrix_translate(&place, glyph->x, glyph->y);
		zn_pdf_draw_glyph(pen->pdf, pen->font, glyph->id, scale, &place);
	}
	zn_pdf_tags_replaced(pen->pdf->tags);
}

static void show_run(Pen *pen, const ZnRun *run)
{
	set_font(pen, run);
	if (!pen->font || !(pen->size > 0))
		return;
	if (pen->font->pictures) {
		show_pictures(pen, run);
		return;
	}
	g_autofree ZnPdfReading *readings = g_new(ZnPdfReading, run->n_glyphs + 1);
	g_autofree Word *words = read_words(pen, run, readings);
	set_spacing(pen, words, run->n_clusters);
	for (size_t i = 0; i < run->n_clusters;) {
		size_t end = i;
		while (end < run->n_clusters && !words[end].exact)
			end++;
		if (end > i)
			show_replaced(pen, run, words, i, end);
		if (end < run->n_clusters && !pen->pdf->in_text) {
			zn_pdf_mark(pen->pdf, ZN_PDF_TEXT);
			enter_text(pen);
		}
		for (i = end; i < run->n_clusters && words[i].exact; i++)
			show_word(pen, &words[i]);
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
	const ZnPdfGlyph *space = pen->font && pen->font->space >= 0 ? zn_pdf_font_glyph_as(pen->font, (uint32_t)pen->font->space, " ", 1, 0) : NULL;
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
