/* Text as shapes, for where no font can be relied on: every glyph is defined once, in font units, and used wherever it stands. */
#include "paint/svg.h"

#include "scene/number.h"

#include <hb.h>

/* --- outlines of glyphs --- */

/* A path that is drawn: font units become px of the sink's frame. */
typedef struct Pen {
	GString *data;
	double scale, x, y;
	int decimals;
} Pen;

static void put(Pen *pen, char op, const float *coordinates, int n)
{
	g_string_append_c(pen->data, op);
	for (int i = 0; i < n; i += 2) {
		if (i)
			g_string_append_c(pen->data, ' ');
		zn_append_number(pen->data, pen->x + pen->scale * (double)coordinates[i], pen->decimals);
		g_string_append_c(pen->data, ',');
		zn_append_number(pen->data, pen->y - pen->scale * (double)coordinates[i + 1], pen->decimals);
	}
}

static void move_to(hb_draw_funcs_t *funcs, void *pen, hb_draw_state_t *state, float x, float y, void *user)
{
	put(pen, 'M', (float[]){x, y}, 2);
}

static void line_to(hb_draw_funcs_t *funcs, void *pen, hb_draw_state_t *state, float x, float y, void *user)
{
	put(pen, 'L', (float[]){x, y}, 2);
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *pen, hb_draw_state_t *state, float x1, float y1, float x, float y, void *user)
{
	put(pen, 'Q', (float[]){x1, y1, x, y}, 4);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *pen, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x, float y,
                     void *user)
{
	put(pen, 'C', (float[]){x1, y1, x2, y2, x, y}, 6);
}

static void close_path(hb_draw_funcs_t *funcs, void *pen, hb_draw_state_t *state, void *user)
{
	g_string_append_c(((Pen *)pen)->data, 'Z');
}

static void draw_glyph(const ZnFace *face, uint32_t id, Pen *pen)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
	hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(zn_face_font(face), id, funcs, pen);
#else
	hb_font_get_glyph_shape(zn_face_font(face), id, funcs, pen);
#endif
	hb_draw_funcs_destroy(funcs);
}

static double em_of(const ZnFace *face)
{
	return hb_face_get_upem(hb_font_get_face(zn_face_font(face)));
}

/* The id of the glyph's definition; "" = it has no ink. y runs down in it, as everywhere else. */
static const char *define_glyph(ZnSvgDevice *svg, const ZnFace *face, uint32_t id)
{
	g_autofree char *key = g_strdup_printf("%s:%d:%u", zn_face_file(face), zn_face_index(face), id);
	const char *found = g_hash_table_lookup(svg->glyphs, key);
	if (found)
		return found;
	Pen pen = {g_string_new(" d=\""), 1, 0, 0, 1};
	gsize start = pen.data->len;
	draw_glyph(face, id, &pen);
	bool ink = pen.data->len > start;
	g_string_append(pen.data, "\">");
	found = ink ? zn_svg_define(svg, "path", pen.data->str) : "";
	g_string_free(pen.data, TRUE);
	g_hash_table_insert(svg->glyphs, g_steal_pointer(&key), (gpointer)found);
	return found;
}

/* --- text --- */

static void put_run(ZnSvgDevice *svg, const ZnRun *run, double x, double y)
{
	GString *out = svg->body;
	double scale = zn_face_size(run->face) / em_of(run->face);
	g_string_append(out, "<g transform=\"translate(");
	zn_append_number(out, x + run->x, 3);
	g_string_append_c(out, ' ');
	zn_append_number(out, y, 3);
	g_string_append(out, ") scale(");
	zn_append_number(out, scale, 8);
	g_string_append(out, ")\">");
	for (size_t i = 0; i < run->n_glyphs; i++) {
		const char *id = define_glyph(svg, run->face, run->glyphs[i].id);
		double at = (run->glyphs[i].x - run->x) / scale, below = run->glyphs[i].y / scale;
		if (!*id)
			continue;
		g_string_append_printf(out, "<use xlink:href=\"#%s\"", id);
		if (at != 0)
			zn_svg_number(out, "x", at);
		if (below != 0)
			zn_svg_number(out, "y", below);
		g_string_append(out, "/>");
	}
	g_string_append(out, "</g>\n");
}

/* For strokes and gradients, whose measures are px: the run's outlines where they stand. */
static void draw_run(const ZnRun *run, double x, double y, GString *data)
{
	double scale = zn_face_size(run->face) / em_of(run->face);
	for (size_t i = 0; i < run->n_glyphs; i++) {
		Pen pen = {data, scale, x + run->glyphs[i].x, y + run->glyphs[i].y, 3};
		draw_glyph(run->face, run->glyphs[i].id, &pen);
	}
}

static void put_label(GString *out, const ZnTextLines *text)
{
	g_autoptr(GString) label = g_string_new(NULL);
	for (size_t i = 0; i < text->n; i++) {
		if (i)
			g_string_append_c(label, ' ');
		g_string_append(label, text->lines[i] ? text->lines[i] : "");
	}
	zn_svg_string(out, "aria-label", label->str);
}

void zn_svg_outlines(ZnSvgDevice *svg, const ZnItem *item, const ZnStyle *style)
{
	const ZnTextLines *text = item->text;
	bool framed = zn_svg_text_framed(text, style), drawn = style->stroke || framed;
	double x = framed ? 0 : item->x, y = (framed ? 0 : item->y) + zn_text_baseline_offset(text);
	GString *out = svg->body;
	g_autoptr(GString) data = g_string_new(NULL);
	g_string_append(out, drawn ? "<path" : "<g");
	if (framed)
		zn_svg_text_frame(out, item);
	put_label(out, text);
	zn_svg_style(svg, style);
	if (!drawn)
		g_string_append(out, ">\n");
	if (!drawn && item->description) {
		g_string_append(out, "<title>");
		zn_svg_escape(out, item->description);
		g_string_append(out, "</title>\n");
	}
	for (size_t i = 0; i < text->n; i++) {
		const ZnShaped *shaped = text->shaped[i];
		double start = x + zn_text_line_start(text, i);
		for (size_t k = 0; shaped && k < shaped->n_runs; k++) {
			if (drawn)
				draw_run(&shaped->runs[k], start, y, data);
			else
				put_run(svg, &shaped->runs[k], start, y);
		}
		y += text->line_height > 0 ? text->line_height : text->font.size + 2;
	}
	if (drawn) {
		g_string_append_printf(out, " d=\"%s\"", data->str);
		zn_svg_finish(out, "path", item->description);
	} else {
		g_string_append(out, "</g>\n");
	}
}
