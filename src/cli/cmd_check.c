/* zhinu check: data, specs, catalogues, references, fonts. */
#include "cli/cli.h"
#include "project/check.h"

#include <stdio.h>

static void check(ZnContext *context, ZnFonts *fonts, const char *path, const char *lang, ZnCheckResult *result)
{
	bool project = g_file_test(path, G_FILE_TEST_IS_DIR) || g_str_has_suffix(path, "zhinu.json");
	if (project) {
		ZnProject *loaded = zn_project_load(context, path);
		if (loaded)
			zn_project_check(context, loaded, fonts, result);
		return;
	}
	ZnRender render = {.source = path, .lang = lang};
	zn_file_check(context, &render, fonts, result);
}

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *lang = NULL;
	bool strict = false;
	const ZnOption options[] = {{"--lang", ZN_OPT_TEXT, &lang}, {"--strict", ZN_OPT_FLAG, &strict}, {NULL}};
	if (!zn_args_parse(&zn_command_check, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	g_autoptr(ZnContext) context = zn_context_new();
	ZnFonts *fonts = zn_fonts_new(context->diags, NULL);
	ZnCheckResult result = {0};
	if (!words->len)
		g_ptr_array_add(words, ".");
	for (guint i = 0; fonts && i < words->len; i++)
		check(context, fonts, g_ptr_array_index(words, i), lang, &result);
	bool failed = zn_report_diags(context->diags, strict);
	printf("%zu charts, %zu reports, %zu tables checked: %zu errors, %zu warnings\n", result.charts, result.reports, result.tables,
	       zn_diags_count(context->diags, ZN_ERROR), zn_diags_count(context->diags, ZN_WARNING));
	zn_fonts_free(fonts);
	return failed ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

const ZnCommand zn_command_check = {"check", "[DIR|FILE ...] [options]", "checks a project or files without writing anything",
                                    "  --lang LANG      language for single files\n  --strict         warnings are errors\n", run};
