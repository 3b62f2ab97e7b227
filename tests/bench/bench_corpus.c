/* The conformance corpus in one process, on one core: bench_corpus FOLDER. Every specification is timed by itself, to a scene and to a PNG, as a median
 * of several runs; what is printed is the median specification and the whole. Without the folder there is nothing to measure. */
#include "bench.h"

#include "project/render.h"
#include "text/fonts.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 3

typedef struct Times {
	double *seconds;
	size_t n;
} Times;

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static double median(double *values, size_t n)
{
	qsort(values, n, sizeof *values, by_value);
	return n ? values[n / 2] : 0;
}

/* Seconds that one specification takes; negative where it does not compile. */
static double measure(ZnFonts *fonts, const char *spec, const char *base, bool paint)
{
	double runs[RUNS];
	for (int i = 0; i < RUNS; i++) {
		ZnRender render = {.source = spec, .base = base};
		clock_t start = clock(); /* of the processor: other work on the machine does not count */
		ZnContext *context = zn_render_context(&render, fonts);
		ZnScene *scene = zn_render_chart(context, &render);
		g_autoptr(GByteArray) out = g_byte_array_new();
		if (scene && paint)
			zn_paint_png(context->diags, scene, &(ZnPaintOptions){.scale = 1}, out);
		zn_context_free(context);
		runs[i] = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (!scene)
			return -1;
	}
	return median(runs, RUNS);
}

static void report(const char *name, Times *times)
{
	double sum = 0;
	for (size_t i = 0; i < times->n; i++)
		sum += times->seconds[i];
	double middle = median(times->seconds, times->n);
	printf("%-8s %4zu specifications, the median one %7.3f ms = %6.0f a second; all of them %6.0f a second\n", name, times->n, middle * 1000,
	       middle > 0 ? 1 / middle : 0, sum > 0 ? (double)times->n / sum : 0);
}

int main(int argc, char **argv)
{
	g_autofree char *folder = g_build_filename(argc > 1 ? argv[1] : "", "specs", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, NULL);
	if (!dir || !fonts) {
		printf("no corpus or no fonts: nothing to measure\n");
		zn_fonts_free(fonts);
		return 77;
	}
	g_autoptr(GPtrArray) specs = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(dir));)
		if (g_str_has_suffix(name, ".vl.json"))
			g_ptr_array_add(specs, g_build_filename(folder, name, NULL));
	for (int paint = 0; paint < 2; paint++) {
		Times times = {g_new(double, specs->len + 1), 0};
		for (guint i = 0; i < specs->len; i++) {
			double seconds = measure(fonts, specs->pdata[i], argv[1], paint);
			if (seconds >= 0)
				times.seconds[times.n++] = seconds;
		}
		report(paint ? "PNG" : "scene", &times);
		g_free(times.seconds);
	}
	zn_fonts_free(fonts);
	return 0;
}
