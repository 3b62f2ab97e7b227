/* zhinu breaks: where lines may end. */
#include "cli/cli.h"
#include "text/paragraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *lang = "en";
	const ZnOption options[] = {{"--lang", ZN_OPT_TEXT, &lang}, {NULL}};
	if (!zn_args_parse(&zn_command_breaks, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len)
		return zn_usage(&zn_command_breaks, "the text comes from standard input");
	g_autoptr(ZnContext) context = zn_context_new();
	if (zn_check_lang(context->diags, lang))
		context->fonts = zn_fonts_new(context->diags, NULL);
	char *line = NULL;
	size_t cap = 0;
	while (context->fonts && getline(&line, &cap, stdin) > 0) {
		line[strcspn(line, "\r\n")] = 0;
		char *marked = zn_text_break_marks(context, lang, line);
		puts(marked ? marked : line);
	}
	free(line);
	bool failed = zn_report_diags(context->diags, false);
	zn_fonts_free(context->fonts);
	return failed ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

const ZnCommand zn_command_breaks = {"breaks", "--lang LANG < TEXT", "marks where lines may end (|) and hyphens may stand (~)",
                                     "  --lang LANG      zh-CN, zh-TW, ru or en\n", run};
