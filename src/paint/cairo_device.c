#include "paint/cairo_device.h"

#include "paint/dense.h"
#include "paint/glyphs.h"
#include "paint/picture.h"
#include "scene/path.h"

#include <math.h>

static ZnCairoDevice *self(ZnDevice *device)
{
	return (ZnCairoDevice *)device;
}

static cairo_t *context(ZnDevice *device)
{
	return self(device)->cr;
}

static void device_save(ZnDevice *device, double x, double y, double scale)
{
	cairo_t *cr = context(device);
	cairo_save(cr);
	g_array_append_val(self(device)->clipped_before, self(device)->clipped);
	if (x != 0 || y != 0)
		cairo_translate(cr, x, y);
	if (scale != 1 && scale > 0)
		cairo_scale(cr, scale, scale);
}

static void device_restore(ZnDevice *device)
{
	GArray *before = self(device)->clipped_before;
	cairo_restore(context(device));
	self(device)->clipped = g_array_index(before, bool, before->len - 1);
	g_array_set_size(before, before->len - 1);
}

static void put_path(cairo_t *cr, const ZnPath *path)
{
	cairo_new_path(cr);
	for (size_t i = 0; i < path->n; i++) {
		const double *x = path->ops[i].x;
		switch (path->ops[i].op) {
		case 'M':
			cairo_move_to(cr, x[0], x[1]);
			break;
		case 'L':
			cairo_line_to(cr, x[0], x[1]);
			break;
		case 'C':
			cairo_curve_to(cr, x[0], x[1], x[2], x[3], x[4], x[5]);
			break;
		default:
			cairo_close_path(cr);
		}
	}
}

static void device_clip(ZnDevice *device, const ZnPath *path)
{
	put_path(context(device), path);
	cairo_clip(context(device));
	self(device)->clipped = true;
}

static cairo_pattern_t *gradient_pattern(const ZnInk *ink)
{
	const ZnGradient *gradient = ink->gradient;
	ZnGradientFrame f = zn_gradient_frame(ink);
	cairo_pattern_t *pattern;
	if (gradient->radial) {
		pattern = cairo_pattern_create_radial(f.x1, f.y1, f.r1, f.x2, f.y2, f.r2);
	} else {
		cairo_matrix_t to_unit_box;
		pattern = cairo_pattern_create_linear(f.x1, f.y1, f.x2, f.y2);
		cairo_matrix_init_scale(&to_unit_box, 1 / f.width, 1 / f.height);
		cairo_matrix_translate(&to_unit_box, -f.x, -f.y);
		cairo_pattern_set_matrix(pattern, &to_unit_box);
	}
	for (size_t i = 0; i < gradient->n_stops; i++) {
		ZnColor c = gradient->stops[i].color;
		cairo_pattern_add_color_stop_rgba(pattern, gradient->stops[i].offset, c.r, c.g, c.b, c.a * ink->opacity);
	}
	return pattern;
}

static void set_ink(cairo_t *cr, const ZnInk *ink)
{
	if (ink->gradient) {
		cairo_pattern_t *pattern = gradient_pattern(ink);
		cairo_set_source(cr, pattern);
		cairo_pattern_destroy(pattern);
	} else {
		cairo_set_source_rgba(cr, ink->color.r, ink->color.g, ink->color.b, ink->color.a);
	}
}

static void set_pen(cairo_t *cr, const ZnStyle *style)
{
	cairo_set_line_width(cr, style->stroke_width);
	cairo_set_line_cap(cr, style->cap);
	cairo_set_line_join(cr, style->join);
	cairo_set_miter_limit(cr, style->miter_limit);
	cairo_set_dash(cr, style->dash, (int)style->n_dash, style->dash_offset);
}

/* Paints the current path and drops it. */
static void paint_path(cairo_t *cr, const ZnStyle *style)
{
	if (style->fill) {
		set_ink(cr, style->fill);
		cairo_fill_preserve(cr);
	}
	if (style->stroke) {
		set_ink(cr, style->stroke);
		set_pen(cr, style);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

static void device_path(ZnDevice *device, const ZnItem *item, const ZnPath *path, const ZnStyle *style)
{
	cairo_t *cr = context(device);
	cairo_set_operator(cr, style->blend);
	put_path(cr, path);
	zn_dense_thin(cr, path->n);
	paint_path(cr, style);
}

/* --- text --- */

static cairo_glyph_t *place_glyphs(const ZnRun *run, double x, double y)
{
	cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
	for (size_t i = 0; i < run->n_glyphs; i++)
		glyphs[i] = (cairo_glyph_t){run->glyphs[i].id, x + run->glyphs[i].x, y + run->glyphs[i].y};
	return glyphs;
}

/* Whether the run was drawn as masks: plain text that nothing clips. */
static bool blend_run(ZnCairoDevice *device, const cairo_glyph_t *glyphs, size_t n, double baseline, const ZnStyle *style)
{
	return !device->clipped && style->fill && !style->fill->gradient && !style->stroke &&
	       style->blend == CAIRO_OPERATOR_OVER && zn_glyphs_draw(device->cr, glyphs, (int)n, baseline, style->fill->color);
}

/* Emoji of a font that has them as pictures. */
static void draw_pictures(ZnCairoDevice *device, const ZnRun *run, double x, double y, const ZnStyle *style)
{
	cairo_t *cr = device->cr;
	for (size_t i = 0; i < run->n_glyphs; i++) {
		double box[4];
		cairo_surface_t *surface = zn_picture_of_glyph(device->device.diags, run->face, run->glyphs[i].id, box);
		if (!surface)
			continue;
		cairo_save(cr);
		cairo_translate(cr, x + run->glyphs[i].x + box[0], y + run->glyphs[i].y + box[1]);
		cairo_scale(cr, box[2] / cairo_image_surface_get_width(surface), box[3] / cairo_image_surface_get_height(surface));
		cairo_set_source_surface(cr, surface, 0, 0);
		cairo_paint_with_alpha(cr, style->fill && !style->fill->gradient ? style->fill->color.a : 1);
		cairo_restore(cr);
		cairo_surface_destroy(surface);
	}
}

static void draw_run(ZnCairoDevice *device, const ZnRun *run, double x, double y, const ZnStyle *style)
{
	cairo_t *cr = device->cr;
	if (!run->n_glyphs)
		return;
	g_autofree cairo_glyph_t *glyphs = place_glyphs(run, x, y);
	cairo_set_scaled_font(cr, zn_face_scaled_font(run->face));
	if (zn_picture_font(run->face)) {
		draw_pictures(device, run, x, y, style);
		return;
	}
	if (blend_run(device, glyphs, run->n_glyphs, y, style))
		return;
	cairo_new_path(cr);
	cairo_glyph_path(cr, glyphs, (int)run->n_glyphs);
	paint_path(cr, style);
}

static void device_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style)
{
	const ZnTextLines *text = item->text;
	cairo_t *cr = context(device);
	if (!text->shaped)
		return;
	/* The matrix moves, not the glyphs, only where a frame is needed: rotation, or a gradient in the text's own box. */
	bool framed = text->angle != 0 || (style->fill && style->fill->gradient) || (style->stroke && style->stroke->gradient);
	double x = framed ? 0 : item->x, y = framed ? 0 : item->y;
	cairo_set_operator(cr, style->blend);
	if (framed) {
		cairo_save(cr);
		cairo_translate(cr, item->x, item->y);
		cairo_rotate(cr, text->angle * G_PI / 180);
	}
	y += zn_text_baseline_offset(text);
	for (size_t i = 0; i < text->n; i++) {
		const ZnShaped *shaped = text->shaped[i];
		double start = x + zn_text_line_start(text, i);
		for (size_t k = 0; shaped && k < shaped->n_runs; k++)
			draw_run(self(device), &shaped->runs[k], start, y, style);
		y += text->line_height > 0 ? text->line_height : text->font.size + 2;
	}
	if (framed)
		cairo_restore(cr);
}

/* --- images --- */

static cairo_surface_t *picture(ZnCairoDevice *device, const ZnItem *item)
{
	gpointer found;
	if (g_hash_table_lookup_extended(device->pictures, item->image.png, NULL, &found))
		return found;
	cairo_surface_t *surface = zn_picture_decode(device->device.diags, item->image.url, item->image.png, item->image.png_len);
	g_hash_table_insert(device->pictures, (gpointer)item->image.png, surface);
	return surface;
}

static void device_image(ZnDevice *device, const ZnItem *item)
{
	cairo_t *cr = context(device);
	cairo_surface_t *surface = picture(self(device), item);
	if (!surface)
		return;
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	double box[4];
	zn_picture_place(item, width, height, box);
	if (!(box[2] > 0) || !(box[3] > 0))
		return;
	cairo_save(cr);
	cairo_set_operator(cr, item->blend);
	cairo_rectangle(cr, box[0], box[1], box[2], box[3]);
	cairo_clip(cr);
	cairo_translate(cr, box[0], box[1]);
	cairo_scale(cr, box[2] / width, box[3] / height);
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
	if (item->opacity < 1)
		cairo_paint_with_alpha(cr, item->opacity);
	else
		cairo_paint(cr);
	cairo_restore(cr);
}

static const ZnDeviceCalls calls = {
    .save = device_save,
    .restore = device_restore,
    .clip = device_clip,
    .path = device_path,
    .text = device_text,
    .image = device_image,
};

static void drop_picture(void *surface)
{
	if (surface)
		cairo_surface_destroy(surface);
}

void zn_cairo_device_init(ZnCairoDevice *device, ZnDiags *diags, cairo_t *cr)
{
	*device = (ZnCairoDevice){
	    .device = {.calls = &calls, .diags = diags},
	    .cr = cr,
	    .clipped_before = g_array_new(FALSE, FALSE, sizeof(bool)),
	    .pictures = g_hash_table_new_full(NULL, NULL, NULL, drop_picture),
	};
}

void zn_cairo_device_clear(ZnCairoDevice *device)
{
	g_clear_pointer(&device->pictures, g_hash_table_unref);
	g_clear_pointer(&device->clipped_before, g_array_unref);
}
