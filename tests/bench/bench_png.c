/* PNG encoding of charts at 1600 x 900, ours against cairo's: bench_png SPEC... */
#include "bench.h"

#include "paint/png_encode.h"
#include "project/render.h"
#include "text/fonts.h"

#include <cairo.h>
#include <string.h>

typedef struct Work {
	cairo_surface_t *surface;
	size_t bytes;
} Work;

typedef struct Stream {
	const GByteArray *png;
	size_t at;
} Stream;

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned length)
{
	Stream *stream = closure;
	if (length > stream->png->len - stream->at)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, stream->png->data + stream->at, length);
	stream->at += length;
	return CAIRO_STATUS_SUCCESS;
}

/* The chart's pixels: painted, encoded and decoded again. NULL when it does not compile. */
static cairo_surface_t *draw(ZnFonts *fonts, const char *spec)
{
	ZnRender render = {.source = spec, .lang = "zh", .theme = "slide"};
	ZnContext *context = zn_render_context(&render, fonts);
	ZnScene *scene = zn_render_chart(context, &render);
	g_autoptr(GByteArray) png = g_byte_array_new();
	cairo_surface_t *surface = NULL;
	if (scene && zn_paint_png(context->diags, scene, &(ZnPaintOptions){.width = 1600, .height = 900}, png))
		surface = cairo_image_surface_create_from_png_stream(read_bytes, &(Stream){png, 0});
	zn_context_free(context);
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

int main(int argc, char **argv)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, NULL);
	if (!fonts) {
		printf("no fonts: nothing to measure\n");
		return 77;
	}
	for (int i = 1; i < argc; i++) {
		g_autofree char *name = g_path_get_basename(argv[i]);
		Work ours = {draw(fonts, argv[i]), 0}, theirs = ours;
		if (!ours.surface) {
			printf("%s does not compile\n", argv[i]);
			return 1;
		}
		double our_ms = bench_ms(run_ours, &ours), their_ms = bench_ms(run_cairo, &theirs);
		printf("PNG 1600x900, %-22s  zhinu %5.1f ms %3zu KB   cairo %5.1f ms %3zu KB   %.1f times as fast, %.0f %% of the size\n", name, our_ms,
			   ours.bytes / 1024, their_ms, theirs.bytes / 1024, their_ms / our_ms, 100.0 * (double)ours.bytes / (double)theirs.bytes);
		cairo_surface_destroy(ours.surface);
	}
	zn_fonts_free(fonts);
	return 0;
}
