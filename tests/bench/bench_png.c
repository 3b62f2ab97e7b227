/* PNG encoding of a chart-like picture, 1600 x 900: ours against cairo's. */
#include "bench.h"

#include "paint/png_encode.h"

#include <cairo.h>

typedef struct Work {
	cairo_surface_t *surface;
	size_t bytes;
} Work;

/* Bars, a grid and much text on white: what most pictures are. With `smooth` a gradient of thousands of colours is added. */
static cairo_surface_t *draw(bool smooth)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1600, 900);
	cairo_t *cr = cairo_create(surface);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0.87, 0.87, 0.87);
	for (int y = 100; y < 850; y += 75)
		cairo_rectangle(cr, 100, y, 1400, 1);
	cairo_fill(cr);
	for (int i = 0; i < 40; i++) {
		cairo_set_source_rgb(cr, 0.18 + 0.015 * (i % 8), 0.36, 0.61);
		cairo_rectangle(cr, 110 + i * 34.7, 840 - i * 17.3, 24.4, i * 17.3);
		cairo_fill(cr);
	}
	cairo_select_font_face(cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cr, 15);
	cairo_set_source_rgb(cr, 0.12, 0.14, 0.19);
	for (int i = 0; i < 40; i++) {
		g_autofree char *label = g_strdup_printf("%d.%d", 1980 + i, i * 7 % 10);
		cairo_move_to(cr, 106 + i * 34.7, 830 - i * 17.3);
		cairo_show_text(cr, label);
	}
	if (smooth) {
		cairo_pattern_t *pattern = cairo_pattern_create_linear(100, 20, 1500, 90);
		cairo_pattern_add_color_stop_rgb(pattern, 0, 1, 0.2, 0.1);
		cairo_pattern_add_color_stop_rgb(pattern, 0.5, 0.1, 0.9, 0.3);
		cairo_pattern_add_color_stop_rgb(pattern, 1, 0, 0.3, 1);
		cairo_set_source(cr, pattern);
		cairo_rectangle(cr, 100, 20, 1400, 400);
		cairo_fill(cr);
		cairo_pattern_destroy(pattern);
	}
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	return surface;
}

static cairo_status_t count_bytes(void *closure, const unsigned char *data, unsigned length)
{
	*(size_t *)closure += length;
	return CAIRO_STATUS_SUCCESS;
}

static void run_cairo(void *user)
{
	Work *work = user;
	work->bytes = 0;
	cairo_surface_write_to_png_stream(work->surface, count_bytes, &work->bytes);
}

static void run_ours(void *user)
{
	Work *work = user;
	g_autoptr(GByteArray) out = g_byte_array_new();
	ZnPixels pixels = {cairo_image_surface_get_data(work->surface), cairo_image_surface_get_width(work->surface),
					   cairo_image_surface_get_height(work->surface), (size_t)cairo_image_surface_get_stride(work->surface), true};
	g_autoptr(ZnDiags) diags = zn_diags_new();
	zn_png_encode(diags, &pixels, &(ZnPngInfo){.ppi = 96}, out);
	work->bytes = out->len;
}

int main(void)
{
	const char *names[] = {"few colours (palette)", "gradient (RGB)"};
	for (int i = 0; i < 2; i++) {
		Work ours = {draw(i == 1), 0}, theirs = ours;
		double our_ms = bench_ms(run_ours, &ours), their_ms = bench_ms(run_cairo, &theirs);
		printf("PNG 1600x900, %-21s  zhinu %5.1f ms %4zu KB   cairo %5.1f ms %4zu KB   %.1f times as fast, %.0f %% of the size\n", names[i], our_ms,
			   ours.bytes / 1024, their_ms, theirs.bytes / 1024, their_ms / our_ms, 100.0 * (double)ours.bytes / (double)theirs.bytes);
		cairo_surface_destroy(ours.surface);
	}
	return 0;
}
