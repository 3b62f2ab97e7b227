/* Charts a second in one process and on one core: bench_charts SPEC... Each is rendered as a slide in Chinese, 1200 x 700. */
#include "bench.h"

#include "project/render.h"
#include "text/fonts.h"

typedef struct Work {
	ZnFonts *fonts;
	char **specs;
	int n;
	ZnContext **contexts; /* of scenes kept for painting alone */
	ZnScene **scenes;
} Work;

static const ZnPaintOptions size = {.width = 1200, .height = 700};

static ZnScene *compile(Work *work, int i, ZnContext **context)
{
	ZnRender render = {.source = work->specs[i], .lang = "zh", .theme = "slide"};
	*context = zn_render_context(&render, work->fonts);
	return zn_render_chart(*context, &render);
}

static void run_compile(void *user)
{
	Work *work = user;
	for (int i = 0; i < work->n; i++) {
		ZnContext *context;
		compile(work, i, &context);
		zn_context_free(context);
	}
}

static void run_paint(void *user)
{
	Work *work = user;
	for (int i = 0; i < work->n; i++) {
		g_autoptr(GByteArray) out = g_byte_array_new();
		zn_paint_png(work->contexts[i]->diags, work->scenes[i], &size, out);
	}
}

static void run_all(void *user)
{
	Work *work = user;
	for (int i = 0; i < work->n; i++) {
		g_autoptr(GByteArray) out = g_byte_array_new();
		ZnContext *context;
		ZnScene *scene = compile(work, i, &context);
		zn_paint_png(context->diags, scene, &size, out);
		zn_context_free(context);
	}
}

int main(int argc, char **argv)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	Work work = {.fonts = zn_fonts_new(diags, NULL), .specs = argv + 1, .n = argc - 1};
	if (!work.fonts || !work.n) {
		printf("no fonts or no charts: nothing to measure\n");
		return 77;
	}
	work.contexts = g_new0(ZnContext *, work.n);
	work.scenes = g_new0(ZnScene *, work.n);
	for (int i = 0; i < work.n; i++) {
		work.scenes[i] = compile(&work, i, &work.contexts[i]);
		if (!work.scenes[i]) {
			printf("%s does not compile\n", work.specs[i]);
			return 1;
		}
	}
	static const struct { const char *name; void (*run)(void *); } parts[] = {
		{"specification and data -> scene", run_compile}, {"scene -> PNG", run_paint}, {"specification and data -> PNG", run_all}};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		printf("%-32s %6.0f charts a second\n", parts[i].name, bench_rate(parts[i].run, &work) * work.n);
	for (int i = 0; i < work.n; i++)
		zn_context_free(work.contexts[i]);
	g_free(work.contexts);
	g_free(work.scenes);
	zn_fonts_free(work.fonts);
	return 0;
}
