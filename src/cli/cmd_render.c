/* zhinu render: one chart to one or several files. */
#include "cli/cli.h"

#include <string.h>

static bool add_named(ZnArena *arena, const GPtrArray *list, ZnObject **out)
{
	for (guint i = 0; i < list->len; i++) {
		const char *word = g_ptr_array_index(list, i), *equals = strchr(word, '=');
		if (!equals || equals == word)
			return false;
		if (!*out)
			*out = zn_object_new(arena);
		zn_object_set(arena, *out, zn_arena_strndup(arena, word, (size_t)(equals - word)), zn_str(equals + 1));
	}
	return true;
}

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new(), outputs = g_ptr_array_new(), named = g_ptr_array_new();
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnRender render = {0};
	bool strict = false;
	const char *svg_text = NULL, *standards = NULL;
	int size[2] = {0, 0};
	const ZnOption options[] = {{"-o", ZN_OPT_LIST, outputs}, {"--output", ZN_OPT_LIST, outputs}, {"--lang", ZN_OPT_TEXT, &render.lang},
								{"--theme", ZN_OPT_TEXT, &render.theme}, {"--scale", ZN_OPT_NUMBER, &render.scale}, {"--ppi", ZN_OPT_NUMBER, &render.ppi},
								{"--size", ZN_OPT_SIZE, size}, {"--transparent", ZN_OPT_FLAG, &render.transparent},
								{"--background", ZN_OPT_TEXT, &render.background}, {"--trim", ZN_OPT_FLAG, &render.trim}, {"--svg-text", ZN_OPT_TEXT, &svg_text},
								{"--pdf-standard", ZN_OPT_TEXT, &standards}, {"--attach-data", ZN_OPT_FLAG, &render.attach_data}, {"--base", ZN_OPT_TEXT, &render.base},
								{"--locale", ZN_OPT_TEXT, &render.catalog}, {"--data", ZN_OPT_LIST, named}, {"--strict", ZN_OPT_FLAG, &strict}, {NULL}};
	if (!zn_args_parse(&zn_command_render, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len != 1)
		return zn_usage(&zn_command_render, words->len ? "one chart at a time" : "which chart?");
	if (!outputs->len)
		return zn_usage(&zn_command_render, "where to? give -o FILE");
	if (!add_named(arena, named, &render.named_data))
		return zn_usage(&zn_command_render, "--data is NAME=FILE");
	if (!zn_svg_text_parse(svg_text, &render.svg_outlines))
		return zn_usage(&zn_command_render, "--svg-text is text or outlines, not “%s”", svg_text);
	if (!zn_pdf_standards_parse(standards, &render.pdf_standards))
		return zn_usage(&zn_command_render, "--pdf-standard is a list of ua-1, a-2a, a-3a, or none, not “%s”", standards);
	if (render.attach_data && (render.pdf_standards & ZN_PDF_A_2A))
		return zn_usage(&zn_command_render, "PDF/A-2 allows no attached data: say a-3a");
	render.source = g_ptr_array_index(words, 0);
	render.width = size[0];
	render.height = size[1];
	g_autoptr(ZnDiags) early = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(early, NULL);
	if (!fonts) {
		zn_report_diags(early, false);
		return ZN_EXIT_FAILED;
	}
	ZnContext *context = zn_render_context(&render, fonts);
	ZnScene *scene = zn_render_chart(context, &render);
	bool ok = scene && !(strict && zn_diags_count(context->diags, ZN_WARNING));
	bool all = ok;
	for (guint i = 0; ok && i < outputs->len; i++) /* one that fails does not keep the others from being made */
		all = zn_render_write(context, &render, scene, g_ptr_array_index(outputs, i), NULL, NULL) && all;
	bool failed = zn_report_diags(context->diags, strict) || !all;
	zn_context_free(context);
	zn_fonts_free(fonts);
	return failed ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

const ZnCommand zn_command_render = {
	"render", "SPEC|- -o OUT [-o OUT2 ...] [options]", "renders a Vega-Lite chart",
	"  -o FILE          output: .png .pdf .svg .scene.json; - is standard output (PNG); may be repeated\n"
	"  --lang LANG      zh, ru or en: the language of the output\n"
	"  --theme THEME    paper, slide, screen, or a JSON file with a Vega-Lite config\n"
	"  --scale N        device pixels per px\n"
	"  --ppi N          resolution written into a PNG\n"
	"  --size WxH       exact size of the picture in device pixels\n"
	"  --transparent    no background\n"
	"  --background C   this CSS colour as background, or none\n"
	"  --trim           cut to what is drawn; with --size the rest fills the size\n"
	"  --svg-text HOW   text of an SVG: text (default) or outlines, which need no fonts\n"
	"  --pdf-standard S ua-1,a-2a (default), ua-1, a-2a, a-3a or none\n"
	"  --attach-data    PDFs bring the data of their charts along, as CSV (PDF/A-3a then)\n"
	"  --base DIR       data urls are relative to it; nothing outside is read\n"
	"  --locale FILE    catalogue (.po) for titles and labels; default: the project's\n"
	"  --data NAME=FILE data that the spec names; may be repeated\n"
	"  --strict         warnings are errors\n",
	run};
