/* zhinu verify: whether outputs are current with their project. */
#include "cli/cli.h"
#include "project/verify.h"

#include <stdio.h>

/* True when the file is current. */
static bool verify(ZnFonts *fonts, const char *path, const ZnWork *work)
{
	g_autoptr(ZnContext) context = zn_context_new();
	context->fonts = fonts;
	ZnVerification result = zn_verify_file(context, path, &work->render);
	zn_report_diags(context->diags, false);
	if (!result.provenance)
		return false;
	if (!result.n_reasons)
		printf("%s: current\n", path);
	for (size_t i = 0; i < result.n_reasons; i++)
		printf("%s: not current: %s\n", path, result.reasons[i]);
	if (work->show)
		printf("%s\n", result.provenance);
	return !result.n_reasons;
}

static int verify_all(const ZnWork *work)
{
	bool all = true;
	ZnFonts *fonts = zn_open_fonts();
	for (guint i = 0; fonts && i < work->words->len; i++)
		all = verify(fonts, g_ptr_array_index(work->words, i), work) && all;
	bool ok = fonts && all;
	zn_fonts_free(fonts);
	return ok ? ZN_EXIT_OK : ZN_EXIT_FAILED;
}

static int run(int argc, char **argv)
{
	ZnWork work;
	int status = ZN_EXIT_USAGE;
	bool ok = zn_work_parse(&work, &zn_command_verify, ZN_FOR_VERIFY, argc, argv);
	if (ok && !work.words->len)
		zn_usage(&zn_command_verify, "which files?");
	else if (ok)
		status = verify_all(&work);
	zn_work_clear(&work);
	return status;
}

const ZnCommand zn_command_verify = {"verify", "FILE ... [options]", "tells whether outputs are current, by what is written in them",
                                     "  --base DIR       compare with this folder; default: the project's that made the files\n"
                                     "  --show           print what the files were made of (JSON)\n"
                                     "of files that no project makes, what they should have been made with:\n"
                                     "  --lang LANG, --theme THEME, --style STYLE, --scale N, --ppi N, --size WxH, --transparent,\n"
                                     "  --background C, --trim, --svg-text HOW, --pdf-standard S, --attach-data\n",
                                     run};
