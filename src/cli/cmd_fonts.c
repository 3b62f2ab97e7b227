/* zhinu fonts: which font serves which role and script. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static int run(int argc, char **argv)
{
	static const char *const scripts[] = {[ZN_SCRIPT_LATIN] = "Latin", [ZN_SCRIPT_CYRILLIC] = "Cyrillic", [ZN_SCRIPT_HAN] = "Han"};
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *lang = NULL;
	const ZnOption options[] = {{"--lang", ZN_OPT_TEXT, &lang}, {NULL}};
	if (!zn_args_parse(&zn_command_fonts, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len)
		return zn_usage(&zn_command_fonts, "no words are expected");
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnFonts *fonts = !lang || zn_check_lang(diags, lang) ? zn_fonts_new(diags, NULL) : NULL;
	bool missing = !fonts;
	size_t n = 0;
	ZnFontRole *roles = fonts ? zn_fonts_roles(fonts, arena, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		bool wanted = !lang || (g_str_has_prefix(lang, "zh")   ? roles[i].script == ZN_SCRIPT_HAN
		                        : g_str_has_prefix(lang, "ru") ? roles[i].script == ZN_SCRIPT_CYRILLIC
		                                                       : roles[i].script == ZN_SCRIPT_LATIN);
		if (!wanted)
			continue;
		printf("%-12s %-9s ", roles[i].role, scripts[roles[i].script]);
		if (roles[i].found)
			printf("%-22s %s\n", roles[i].found, roles[i].file ? roles[i].file : "");
		else
			printf("missing: %s; apt install %s\n", roles[i].wanted, roles[i].package);
		missing |= !roles[i].found;
	}
	zn_report_diags(diags, false);
	zn_fonts_free(fonts);
	return missing ? ZN_EXIT_FAILED : ZN_EXIT_OK;
}

const ZnCommand zn_command_fonts = {"fonts", "[--lang LANG]", "tells which font serves which script and role",
                                    "  --lang LANG      only the script of zh, ru or en\n", run};
