#include "paint/pdf_device.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static ZnPdfDevice *self(ZnDevice *device)
{
	return (ZnPdfDevice *)device;
}

/* --- state --- */

void zn_pdf_leave_text(ZnPdfDevice *pdf)
{
	if (pdf->in_text)
		g_string_append(pdf->out, "ET\n");
	pdf->in_text = false;
}

void zn_pdf_push(ZnPdfDevice *pdf)
{
	zn_pdf_leave_text(pdf);
	g_array_append_val(pdf->saved, pdf->state);
	g_string_append(pdf->out, "q\n");
}

void zn_pdf_pop(ZnPdfDevice *pdf)
{
	zn_pdf_leave_text(pdf);
	pdf->state = g_array_index(pdf->saved, ZnPdfState, pdf->saved->len - 1);
	g_array_set_size(pdf->saved, pdf->saved->len - 1);
	g_string_append(pdf->out, "Q\n");
}

void zn_pdf_place(ZnPdfDevice *pdf, double x, double y, double scale)
{
	const double matrix[] = {scale, 0, 0, scale, x, y};
	if (x == 0 && y == 0 && scale == 1)
		return;
	zn_pdf_numbers(pdf->out, matrix, 6, 5);
	g_string_append(pdf->out, "cm\n");
	pdf->state.e += pdf->state.a * x;
	pdf->state.f -= pdf->state.a * y;
	pdf->state.a *= scale;
}

void zn_pdf_mark(ZnPdfDevice *pdf, ZnPdfContent content)
{
	if (!zn_pdf_tags_differ(pdf->tags, content))
		return;
	zn_pdf_leave_text(pdf);
	zn_pdf_tags_mark(pdf->tags, content);
}

void zn_pdf_ink(ZnPdfDevice *pdf, double x1, double y1, double x2, double y2)
{
	const ZnPdfState *s = &pdf->state;
	if (!pdf->tags->wanting)
		return;
	const double box[4] = {s->a * x1 + s->e, s->f - s->a * y2, s->a * x2 + s->e, s->f - s->a * y1};
	zn_pdf_tags_ink(pdf->tags, box);
}

int zn_pdf_decimals(const ZnPdfDevice *pdf)
{
	return pdf->state.a > 2 ? 3 : 2; /* at least a hundredth of a point */
}

static bool same_dash(const ZnPdfState *state, const ZnStyle *style)
{
	return state->n_dash == style->n_dash && (!style->n_dash || (state->dash_offset == style->dash_offset &&
	                                                             !memcmp(state->dash, style->dash, sizeof *style->dash * style->n_dash)));
}

/* Where in its dashes a line begins: the offset, which PDF wants positive; a dash more or less of an odd number of them is a gap. */
static double dash_phase(const ZnStyle *style)
{
	double period = 0;
	for (size_t i = 0; i < style->n_dash; i++)
		period += 2 * style->dash[i];
	return period > 0 && isfinite(style->dash_offset) ? style->dash_offset - floor(style->dash_offset / period) * period : 0;
}

void zn_pdf_set_pen(ZnPdfDevice *pdf, const ZnStyle *style)
{
	ZnPdfState *state = &pdf->state;
	GString *out = pdf->out;
	if (state->width != style->stroke_width) {
		zn_pdf_number(out, style->stroke_width, 3);
		g_string_append(out, " w\n");
	}
	if (state->cap != style->cap)
		g_string_append_printf(out, "%d J\n", style->cap);
	if (state->join != style->join)
		g_string_append_printf(out, "%d j\n", style->join);
	if (state->miter_limit != style->miter_limit && style->join == CAIRO_LINE_JOIN_MITER) {
		zn_pdf_number(out, MAX(style->miter_limit, 1), 3);
		g_string_append(out, " M\n");
		state->miter_limit = style->miter_limit;
	}
	if (!same_dash(state, style)) {
		g_string_append_c(out, '[');
		zn_pdf_numbers(out, style->dash, style->n_dash, 3);
		g_string_append(out, "] ");
		zn_pdf_number(out, dash_phase(style), 3);
		g_string_append(out, " d\n");
		state->dash = style->dash;
		state->n_dash = style->n_dash;
		state->dash_offset = style->dash_offset;
	}
	state->width = style->stroke_width;
	state->cap = style->cap;
	state->join = style->join;
}

/* --- paths --- */

/* A rectangle along the axes has an operator of its own. */
static bool append_rectangle(GString *out, const ZnPath *path, int decimals)
{
	const ZnPathOp *ops = path->ops;
	if (path->n != 5 || ops[0].op != 'M' || ops[1].op != 'L' || ops[2].op != 'L' || ops[3].op != 'L' || ops[4].op != 'Z')
		return false;
	double x1 = ops[0].x[0], y1 = ops[0].x[1], x2 = ops[2].x[0], y2 = ops[2].x[1];
	if (ops[1].x[0] != x2 || ops[1].x[1] != y1 || ops[3].x[0] != x1 || ops[3].x[1] != y2)
		return false;
	const double numbers[] = {x1, y1, x2 - x1, y2 - y1};
	zn_pdf_numbers(out, numbers, 4, decimals);
	g_string_append(out, "re\n");
	return true;
}

static void append_path(ZnPdfDevice *pdf, const ZnPath *path)
{
	int decimals = zn_pdf_decimals(pdf);
	if (append_rectangle(pdf->out, path, decimals))
		return;
	for (size_t i = 0; i < path->n; i++) {
		static const struct {
			char op;
			size_t n;
			const char *text;
		} operators[] = {{'M', 2, "m\n"}, {'L', 2, "l\n"}, {'C', 6, "c\n"}, {'Z', 0, "h\n"}};
		for (size_t k = 0; k < G_N_ELEMENTS(operators); k++) {
			if (operators[k].op != path->ops[i].op)
				continue;
			zn_pdf_numbers(pdf->out, path->ops[i].x, operators[k].n, decimals);
			g_string_append(pdf->out, operators[k].text);
		}
	}
}

/* A box that holds the path, control points and all, and half of its stroke. */
static void path_ink(ZnPdfDevice *pdf, const ZnPath *path, const ZnStyle *style)
{
	double x1 = INFINITY, y1 = INFINITY, x2 = -INFINITY, y2 = -INFINITY, grow = style->stroke ? style->stroke_width / 2 : 0;
	if (!pdf->tags->wanting)
		return;
	for (size_t i = 0; i < path->n; i++) {
		size_t n = path->ops[i].op == 'C' ? 6 : path->ops[i].op == 'Z' ? 0 : 2;
		for (size_t k = 0; k < n; k += 2) {
			x1 = fmin(x1, path->ops[i].x[k]);
			x2 = fmax(x2, path->ops[i].x[k]);
			y1 = fmin(y1, path->ops[i].x[k + 1]);
			y2 = fmax(y2, path->ops[i].x[k + 1]);
		}
	}
	if (x1 <= x2)
		zn_pdf_ink(pdf, x1 - grow, y1 - grow, x2 + grow, y2 + grow);
}

static void draw_path(ZnPdfDevice *pdf, const void *shape, ZnPdfPaint how)
{
	static const char *const operators[] = {[ZN_PDF_FILL] = "f\n", [ZN_PDF_STROKE] = "S\n", [ZN_PDF_BOTH] = "B\n"};
	append_path(pdf, shape);
	g_string_append(pdf->out, operators[how]);
}

static void device_path(ZnDevice *device, const ZnItem *item, const ZnPath *path, const ZnStyle *style)
{
	ZnPdfDevice *pdf = self(device);
	if (!style->fill && !style->stroke)
		return;
	zn_pdf_mark(pdf, item->role == ZN_ROLE_AXIS_GRID ? ZN_PDF_DECORATION : ZN_PDF_GRAPHIC);
	zn_pdf_leave_text(pdf);
	zn_pdf_paint(pdf, style, style->stroke ? style->stroke_width * MAX(style->miter_limit, 1) : 0, draw_path, path);
	path_ink(pdf, path, style);
}

/* --- the other calls --- */

static void device_save(ZnDevice *device, double x, double y, double scale)
{
	zn_pdf_push(self(device));
	zn_pdf_place(self(device), x, y, scale > 0 ? scale : 1);
}

static void device_restore(ZnDevice *device)
{
	zn_pdf_pop(self(device));
}

static void device_clip(ZnDevice *device, const ZnPath *path)
{
	zn_pdf_leave_text(self(device));
	append_path(self(device), path);
	g_string_append(self(device)->out, "W n\n");
}

static void device_begin_tag(ZnDevice *device, const ZnTag *tag)
{
	zn_pdf_tags_begin(self(device)->tags, tag);
}

static void device_end_tag(ZnDevice *device, const ZnTag *tag)
{
	zn_pdf_tags_end(self(device)->tags);
}

static const ZnDeviceCalls calls = {
    .save = device_save,
    .restore = device_restore,
    .clip = device_clip,
    .path = device_path,
    .text = zn_pdf_draw_text,
    .image = zn_pdf_draw_image,
    .begin_tag = device_begin_tag,
    .end_tag = device_end_tag,
};

void zn_pdf_device_init(ZnPdfDevice *device, ZnArena *arena, ZnDiags *diags, ZnPdfFile *file, ZnPdfFonts *fonts, ZnPdfTags *tags)
{
	*device = (ZnPdfDevice){
	    .device = {.calls = &calls, .diags = diags},
	    .arena = arena,
	    .file = file,
	    .fonts = fonts,
	    .tags = tags,
	    .shown = g_string_new(NULL),
	    .saved = g_array_new(FALSE, FALSE, sizeof(ZnPdfState)),
	    .resources =
	        {
	            .ref = zn_pdf_reserve(file),
	            .gstates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	            .gstate_list = g_string_new(NULL),
	            .pattern_list = g_string_new(NULL),
	            .xobject_list = g_string_new(NULL),
	            .pictures = g_hash_table_new(NULL, NULL),
	        },
	};
}

void zn_pdf_device_clear(ZnPdfDevice *device)
{
	ZnPdfResources *resources = &device->resources;
	g_array_unref(device->saved);
	g_string_free(device->shown, TRUE);
	g_hash_table_unref(resources->gstates);
	g_hash_table_unref(resources->pictures);
	g_string_free(resources->gstate_list, TRUE);
	g_string_free(resources->pattern_list, TRUE);
	g_string_free(resources->xobject_list, TRUE);
}

void zn_pdf_device_begin(ZnPdfDevice *device, GString *out, double height, double scale, double x, double y)
{
	device->out = out;
	device->in_text = device->transparent = false;
	device->state = (ZnPdfState){
	    .a = scale,
	    .e = x,
	    .f = height - y,
	    .frame = {1, 0, 0, 1, 0, 0},
	    .color = {{NAN, NAN, NAN}, {NAN, NAN, NAN}},
	    .alpha = {1, 1},
	    .blend = CAIRO_OPERATOR_OVER,
	    .width = 1,
	    .miter_limit = 10, /* PDF's own */
	};
	const double matrix[] = {scale, 0, 0, -scale, x, height - y};
	zn_pdf_numbers(out, matrix, 6, 5);
	g_string_append(out, "cm\n");
}

void zn_pdf_device_end(ZnPdfDevice *device)
{
	zn_pdf_leave_text(device);
	while (device->saved->len)
		zn_pdf_pop(device);
}

void zn_pdf_resources_put(ZnPdfDevice *device)
{
	const ZnPdfResources *resources = &device->resources;
	g_autoptr(GString) text = g_string_new("<<");
	if (zn_pdf_fonts_len(device->fonts))
		g_string_append(text, "/Font<<");
	for (size_t i = 0; i < zn_pdf_fonts_len(device->fonts); i++) {
		const ZnPdfFont *font = zn_pdf_fonts_at(device->fonts, i);
		if (font->ref)
			g_string_append_printf(text, "/F%d %u 0 R", font->number, font->ref);
	}
	if (zn_pdf_fonts_len(device->fonts))
		g_string_append(text, ">>");
	const struct {
		const char *key;
		const GString *list;
	} lists[] = {{"/ExtGState", resources->gstate_list}, {"/Pattern", resources->pattern_list}, {"/XObject", resources->xobject_list}};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		if (lists[i].list->len)
			g_string_append_printf(text, "%s<<%s>>", lists[i].key, lists[i].list->str);
	}
	g_string_append(text, ">>");
	zn_pdf_put(device->file, resources->ref, text);
}
