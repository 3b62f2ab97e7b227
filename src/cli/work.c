/* What the commands have in common that make files: options, fonts, messages. */
#include "cli/cli.h"

#include <stddef.h>
#include <string.h>

#define PICTURES (ZN_FOR_RENDER | ZN_FOR_VERIFY)
#define MAKERS (ZN_FOR_RENDER | ZN_FOR_REPORT)
#define ALL (MAKERS | ZN_FOR_VERIFY)

static const struct {
	const char *name;
	int kind;
	size_t offset; /* in ZnWork: of the target, of the list that holds it for ZN_OPT_LIST */
	unsigned use;
} rows[] = {
    {"-o", ZN_OPT_LIST, offsetof(ZnWork, outputs), MAKERS},
    {"--output", ZN_OPT_LIST, offsetof(ZnWork, outputs), MAKERS},
    {"--lang", ZN_OPT_TEXT, offsetof(ZnWork, render.lang), ALL},
    {"--theme", ZN_OPT_TEXT, offsetof(ZnWork, render.theme), ALL},
    {"--style", ZN_OPT_TEXT, offsetof(ZnWork, render.style), ZN_FOR_REPORT | ZN_FOR_VERIFY},
    {"--scale", ZN_OPT_NUMBER, offsetof(ZnWork, render.scale), ALL},
    {"--ppi", ZN_OPT_NUMBER, offsetof(ZnWork, render.ppi), PICTURES},
    {"--size", ZN_OPT_SIZE, offsetof(ZnWork, size), PICTURES},
    {"--transparent", ZN_OPT_FLAG, offsetof(ZnWork, render.transparent), PICTURES},
    {"--background", ZN_OPT_TEXT, offsetof(ZnWork, render.background), PICTURES},
    {"--trim", ZN_OPT_FLAG, offsetof(ZnWork, render.trim), PICTURES},
    {"--svg-text", ZN_OPT_TEXT, offsetof(ZnWork, svg_text), ALL},
    {"--pdf-standard", ZN_OPT_TEXT, offsetof(ZnWork, standards), ALL},
    {"--attach-data", ZN_OPT_FLAG, offsetof(ZnWork, render.attach_data), ALL},
    {"--base", ZN_OPT_TEXT, offsetof(ZnWork, render.base), ALL},
    {"--locale", ZN_OPT_TEXT, offsetof(ZnWork, render.catalog), MAKERS},
    {"--data", ZN_OPT_LIST, offsetof(ZnWork, named), ZN_FOR_RENDER},
    {"--strict", ZN_OPT_FLAG, offsetof(ZnWork, strict), MAKERS},
    {"--show", ZN_OPT_FLAG, offsetof(ZnWork, show), ZN_FOR_VERIFY},
};

/* "NAME=FILE" of --data; the names live as long as the program. */
static bool add_named(ZnWork *work)
{
	ZnArena *arena = work->arena;
	for (guint i = 0; i < work->named->len; i++) {
		const char *word = g_ptr_array_index(work->named, i), *equals = strchr(word, '=');
		if (!equals || equals == word)
			return false;
		if (!work->render.named_data)
			work->render.named_data = zn_object_new(arena);
		zn_object_set(arena, work->render.named_data, zn_arena_strndup(arena, word, (size_t)(equals - word)), zn_str(equals + 1));
	}
	return true;
}

/* How the options go together; false after saying what is wrong. */
static bool take_options(ZnWork *work)
{
	ZnRender *render = &work->render;
	const char *problem = NULL;
	render->width = work->size[0];
	render->height = work->size[1];
	for (guint i = 0; i < work->outputs->len; i++)
		if (!*(const char *)g_ptr_array_index(work->outputs, i))
			problem = "the name of an output is empty";
	if (problem)
		;
	else if (!add_named(work))
		problem = "--data is NAME=FILE";
	else if (!zn_svg_text_parse(work->svg_text, &render->svg_outlines))
		problem = zn_arena_printf(work->arena, "--svg-text is text or outlines, not “%s”", work->svg_text);
	else if (!zn_pdf_standards_parse(work->standards, &render->pdf_standards))
		problem = zn_arena_printf(work->arena, "--pdf-standard is a list of ua-1, a-2a, a-3a, or none, not “%s”", work->standards);
	else if (render->attach_data && (render->pdf_standards & ZN_PDF_A_2A))
		problem = "PDF/A-2 allows no attached data: say a-3a";
	if (problem)
		zn_usage(work->command, "%s", problem);
	return !problem;
}

bool zn_work_parse(ZnWork *work, const ZnCommand *command, unsigned use, int argc, char **argv)
{
	ZnOption options[G_N_ELEMENTS(rows) + 1];
	size_t n = 0;
	*work = (ZnWork){
	    .command = command, .arena = zn_arena_new(), .words = g_ptr_array_new(), .outputs = g_ptr_array_new(), .named = g_ptr_array_new()};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		char *target = (char *)work + rows[i].offset;
		if (rows[i].use & use)
			options[n++] = (ZnOption){rows[i].name, rows[i].kind, rows[i].kind == ZN_OPT_LIST ? *(void **)(void *)target : target};
	}
	options[n] = (ZnOption){NULL};
	return zn_args_parse(command, argc, argv, options, work->words) && take_options(work);
}

void zn_work_clear(ZnWork *work)
{
	g_clear_pointer(&work->words, g_ptr_array_unref);
	g_clear_pointer(&work->outputs, g_ptr_array_unref);
	g_clear_pointer(&work->named, g_ptr_array_unref);
	g_clear_pointer(&work->arena, zn_arena_free);
}

ZnFonts *zn_open_fonts(void)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, NULL);
	zn_report_diags(diags, false);
	return fonts;
}

static int make(ZnWork *work, bool report)
{
	ZnFonts *fonts = zn_open_fonts();
	if (!fonts)
		return ZN_EXIT_FAILED;
	ZnContext *context = zn_render_context(&work->render, fonts);
	ZnRendered made;
	bool ok = zn_render_any(context, &work->render, report, &made) && !(work->strict && zn_diags_count(context->diags, ZN_WARNING)),
	     all = ok;
	for (guint i = 0; ok && i < work->outputs->len; i++)
		all = zn_render_write_any(context, &work->render, &made, g_ptr_array_index(work->outputs, i), NULL, NULL) && all;
	bool failed = zn_report_diags(context->diags, work->strict) || !all;
	zn_context_free(context);
	zn_fonts_free(fonts);
	return failed ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

int zn_work_main(const ZnCommand *command, int argc, char **argv, bool report)
{
	ZnWork work;
	int status = ZN_EXIT_USAGE;
	const char *thing = report ? "report" : "chart";
	if (!zn_work_parse(&work, command, report ? ZN_FOR_REPORT : ZN_FOR_RENDER, argc, argv))
		;
	else if (work.words->len > 1)
		zn_usage(command, "one %s at a time", thing);
	else if (!work.words->len)
		zn_usage(command, "which %s?", thing);
	else if (!work.outputs->len)
		zn_usage(command, "where to? give -o FILE");
	else if (!*(const char *)g_ptr_array_index(work.words, 0))
		zn_usage(command, "the name of the %s is empty", thing);
	else {
		work.render.source = g_ptr_array_index(work.words, 0);
		status = make(&work, report);
	}
	zn_work_clear(&work);
	return status;
}
