/* PNG encoding of charts, ours against cairo's, on the same pixels and in the same run: bench_png SPEC...
 * Each chart at scale 1, 2 and 4, with its ratios; then the sums. `opaque` and, as with --transparent, without a background. */
#define BENCH_SECONDS 0.3 /* 84 figures */
#include "bench.h"

#include "paint/cairo_device.h"
#include "paint/png_encode.h"
#include "project/render.h"
#include "text/fonts.h"

#include <string.h>

typedef struct Work {
	cairo_surface_t *surface;
	size_t bytes;
} Work;

typedef struct Sum {
	double our_ms, their_ms;
	size_t our_bytes, their_bytes;
} Sum;

static const double scales[] = {1, 2, 4};

static cairo_surface_t *draw(ZnDiags *diags, const ZnScene *scene, double scale, bool opaque)
{
	cairo_format_t format = opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
	cairo_surface_t *surface = cairo_image_surface_create(format, (int)(scene->width * scale), (int)(scene->height * scale));
	cairo_t *cr = cairo_create(surface);
	if (opaque) {
		cairo_set_source_rgb(cr, 1, 1, 1);
		cairo_paint(cr);
	}
	cairo_scale(cr, scale, scale);
	ZnCairoDevice device;
	zn_cairo_device_init(&device, diags, cr);
	zn_walk_scene(&device.device, scene);
	zn_cairo_device_clear(&device);
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
	                   cairo_image_surface_get_height(work->surface), (size_t)cairo_image_surface_get_stride(work->surface),
	                   cairo_image_surface_get_format(work->surface) == CAIRO_FORMAT_RGB24};
	g_autoptr(ZnDiags) diags = zn_diags_new();
	zn_png_encode(diags, &pixels, &(ZnPngInfo){.ppi = 96}, out);
	work->bytes = out->len;
}

static void print_line(const char *name, double scale, const Sum *sum)
{
	printf("%-16s x%g  zhinu %6.1f ms %5zu KB   cairo %6.1f ms %5zu KB   %4.1f times as fast, %3.0f %% of the size\n", name, scale, sum->our_ms,
	       sum->our_bytes / 1024, sum->their_ms, sum->their_bytes / 1024, sum->their_ms / sum->our_ms,
	       100.0 * (double)sum->our_bytes / (double)sum->their_bytes);
}

static void measure(ZnDiags *diags, const ZnScene *scene, const char *name, double scale, bool opaque, Sum *total)
{
	Work ours = {draw(diags, scene, scale, opaque), 0}, theirs = ours;
	Sum sum = {.our_ms = bench_ms(run_ours, &ours), .their_ms = bench_ms(run_cairo, &theirs)};
	sum.our_bytes = ours.bytes;
	sum.their_bytes = theirs.bytes;
	print_line(name, scale, &sum);
	total->our_ms += sum.our_ms;
	total->their_ms += sum.their_ms;
	total->our_bytes += sum.our_bytes;
	total->their_bytes += sum.their_bytes;
	cairo_surface_destroy(ours.surface);
}

int main(int argc, char **argv)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, NULL);
	if (!fonts) {
		printf("no fonts: nothing to measure\n");
		return 77;
	}
	Sum totals[2][G_N_ELEMENTS(scales)] = {0};
	for (int i = 1; i < argc; i++) {
		g_autofree char *name = g_path_get_basename(argv[i]);
		*strchrnul(name, '.') = '\0';
		ZnRender render = {.source = argv[i], .lang = "zh", .theme = "slide"};
		ZnContext *context = zn_render_context(&render, fonts);
		ZnScene *scene = zn_render_chart(context, &render);
		if (!scene) {
			printf("%s does not compile\n", argv[i]);
			return 1;
		}
		for (int opaque = 1; opaque >= 0; opaque--) {
			printf(opaque ? "\n" : "without a background\n");
			for (size_t k = 0; k < G_N_ELEMENTS(scales); k++)
				measure(context->diags, scene, name, scales[k], opaque, &totals[opaque][k]);
		}
		zn_context_free(context);
	}
	for (int opaque = 1; opaque >= 0; opaque--) {
		printf("\nall charts%s\n", opaque ? "" : " without a background");
		for (size_t k = 0; k < G_N_ELEMENTS(scales); k++)
			print_line("sum", scales[k], &totals[opaque][k]);
	}
	zn_fonts_free(fonts);
	return 0;
}
