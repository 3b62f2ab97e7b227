/* zhinu report: one Markdown report. */
#include "cli/cli.h"

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new(), outputs = g_ptr_array_new();
	ZnRender render = {0};
	bool strict = false;
	const char *svg_text = NULL, *standards = NULL;
	const ZnOption options[] = {{"-o", ZN_OPT_LIST, outputs}, {"--output", ZN_OPT_LIST, outputs}, {"--lang", ZN_OPT_TEXT, &render.lang},
								{"--theme", ZN_OPT_TEXT, &render.theme}, {"--style", ZN_OPT_TEXT, &render.style}, {"--scale", ZN_OPT_NUMBER, &render.scale}, {"--base", ZN_OPT_TEXT, &render.base},
								{"--locale", ZN_OPT_TEXT, &render.catalog}, {"--svg-text", ZN_OPT_TEXT, &svg_text},
								{"--pdf-standard", ZN_OPT_TEXT, &standards}, {"--attach-data", ZN_OPT_FLAG, &render.attach_data}, {"--strict", ZN_OPT_FLAG, &strict}, {NULL}};
	if (!zn_args_parse(&zn_command_report, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len != 1)
		return zn_usage(&zn_command_report, words->len ? "one report at a time" : "which report?");
	if (!outputs->len)
		return zn_usage(&zn_command_report, "where to? give -o FILE");
	if (!zn_svg_text_parse(svg_text, &render.svg_outlines))
		return zn_usage(&zn_command_report, "--svg-text is text or outlines, not “%s”", svg_text);
	if (!zn_pdf_standards_parse(standards, &render.pdf_standards))
		return zn_usage(&zn_command_report, "--pdf-standard is a list of ua-1, a-2a, a-3a, or none, not “%s”", standards);
	if (render.attach_data && (render.pdf_standards & ZN_PDF_A_2A))
		return zn_usage(&zn_command_report, "PDF/A-2 allows no attached data: say a-3a");
	render.source = g_ptr_array_index(words, 0);
	g_autoptr(ZnDiags) early = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(early, NULL);
	if (!fonts) {
		zn_report_diags(early, false);
		return ZN_EXIT_FAILED;
	}
	ZnContext *context = zn_render_context(&render, fonts);
	ZnDocument *document = zn_render_report(context, &render);
	bool ok = document && !(strict && zn_diags_count(context->diags, ZN_WARNING)), all = ok;
	for (guint i = 0; ok && i < outputs->len; i++)
		all = zn_render_write_report(context, &render, document, g_ptr_array_index(outputs, i), NULL, NULL) && all;
	bool failed = zn_report_diags(context->diags, strict) || !all;
	zn_context_free(context);
	zn_fonts_free(fonts);
	return failed ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

const ZnCommand zn_command_report = {
	"report", "FILE.md -o OUT.pdf [options]", "sets a Markdown report",
	"  -o FILE          output: .pdf, or .png and .svg, a file a page; may be repeated\n"
	"  --lang LANG      zh, ru or en; default: the front matter's\n"
	"  --theme THEME    of the charts; default: the front matter's, else paper\n"
	"  --style STYLE    of the pages: report, journal, or a JSON file; default: the front matter's, else report\n"
	"  --scale N        device pixels per px of PNG pages\n"
	"  --svg-text HOW   text of SVG pages: text (default) or outlines, which need no fonts\n"
	"  --pdf-standard S ua-1,a-2a (default), ua-1, a-2a, a-3a or none\n"
	"  --attach-data    PDFs bring the data of their charts along, as CSV (PDF/A-3a then)\n"
	"  --base DIR       figures and tables are looked for there\n"
	"  --locale FILE    catalogue (.po) for the charts; default: the project's\n"
	"  --strict         warnings are errors\n",
	run};
