/* zhinu verify: whether outputs are current with their project. */
#include "cli/cli.h"
#include "project/verify.h"

#include <stdio.h>

/* True when the file is current. */
static bool verify(ZnFonts *fonts, const char *path, const char *base, bool show)
{
	g_autoptr(ZnContext) context = zn_context_new();
	context->fonts = fonts;
	ZnVerification result = zn_verify_file(context, path, base);
	zn_report_diags(context->diags, false);
	if (!result.provenance)
		return false;
	if (!result.n_reasons)
		printf("%s: current\n", path);
	for (size_t i = 0; i < result.n_reasons; i++)
		printf("%s: not current: %s\n", path, result.reasons[i]);
	if (show)
		printf("%s\n", result.provenance);
	return !result.n_reasons;
}

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *base = NULL;
	bool show = false, all = true;
	const ZnOption options[] = {{"--base", ZN_OPT_TEXT, &base}, {"--show", ZN_OPT_FLAG, &show}, {NULL}};
	if (!zn_args_parse(&zn_command_verify, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (!words->len)
		return zn_usage(&zn_command_verify, "which files?");
	g_autoptr(ZnDiags) early = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(early, NULL);
	zn_report_diags(early, false);
	for (guint i = 0; fonts && i < words->len; i++)
		all = verify(fonts, g_ptr_array_index(words, i), base, show) && all;
	bool ok = fonts && all;
	zn_fonts_free(fonts);
	return ok ? ZN_EXIT_OK : ZN_EXIT_FAILED;
}

const ZnCommand zn_command_verify = {"verify", "FILE ... [options]", "tells whether outputs are current, by what is written in them",
									 "  --base DIR       compare with this folder; default: the project's that made the files\n"
									 "  --show           print what the files were made of (JSON)\n", run};
