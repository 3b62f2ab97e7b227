/* PDFs from finished scenes: bench_pdf SPEC... Each is a page on paper, in Chinese and in English; milliseconds and bytes of each. */
#include "bench.h"

#include "project/render.h"
#include "text/fonts.h"

typedef struct Work {
	ZnContext *context;
	ZnScene *scene;
	guint bytes;
} Work;

static void run_paint(void *user)
{
	Work *work = user;
	ZnPaintOptions options = {.scale = 1};
	g_autoptr(GByteArray) out = g_byte_array_new();
	zn_paint_pdf(work->context->diags, work->scene, &options, out);
	work->bytes = out->len;
}

int main(int argc, char **argv)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, NULL);
	static const char *const languages[] = {"zh", "en"};
	for (int i = 1; fonts && i < argc; i++) {
		for (size_t k = 0; k < G_N_ELEMENTS(languages); k++) {
			ZnRender render = {.source = argv[i], .lang = languages[k], .theme = "paper"};
			Work work = {.context = zn_render_context(&render, fonts)};
			work.scene = zn_render_chart(work.context, &render);
			g_autofree char *name = g_path_get_basename(argv[i]);
			if (work.scene) {
				double ms = bench_ms(run_paint, &work); /* which sets the bytes */
				printf("%-28s %s %6.2f ms %7u bytes\n", name, languages[k], ms, work.bytes);
			}
			zn_context_free(work.context);
		}
	}
	if (!fonts || argc < 2)
		printf("no fonts or no charts: nothing to measure\n");
	zn_fonts_free(fonts);
	return 0;
}
