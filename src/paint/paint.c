#include "paint/paint.h"

#include <string.h>

static bool paint_dump(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	GString *text = zn_scene_dump(scene);
	g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
	g_string_free(text, TRUE);
	return true;
}

static const struct {
	const char *word;
	ZnPdfStandard standard;
} known[] = {{"none", ZN_PDF_NO_STANDARD}, {"ua-1", ZN_PDF_UA_1}, {"a-2a", ZN_PDF_A_2A}, {"a-3a", ZN_PDF_A_3A}};

bool zn_pdf_standards_parse(const char *words, unsigned *standards)
{
	unsigned all = 0;
	g_auto(GStrv) list = g_strsplit(words ? words : "", ",", -1);
	for (char **word = list; *word; word++) {
		unsigned found = 0;
		for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
			found |= strcmp(*word, known[i].word) ? 0 : (unsigned)known[i].standard;
		if (!found)
			return false;
		all |= found;
	}
	bool both = (all & ZN_PDF_A_2A) && (all & ZN_PDF_A_3A), none = (all & ZN_PDF_NO_STANDARD) && all != ZN_PDF_NO_STANDARD;
	if (both || none)
		return false;
	*standards = all;
	return true;
}

const char *zn_pdf_standards_words(ZnArena *arena, unsigned standards)
{
	g_autoptr(GString) words = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (standards & known[i].standard)
			g_string_append_printf(words, "%s%s", words->len ? "," : "", known[i].word);
	return zn_arena_strdup(arena, words->str);
}

ZnPainter zn_painter_for(const char *path)
{
	static const struct {
		const char *ending;
		ZnPainter painter;
	} painters[] = {
	    {".png", zn_paint_png},
	    {".svg", zn_paint_svg},
	    {".pdf", zn_paint_pdf},
	    {".scene.json", paint_dump},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(painters); i++) {
		size_t n = strlen(painters[i].ending), len = strlen(path);
		if (len > n && !g_ascii_strcasecmp(path + len - n, painters[i].ending))
			return painters[i].painter;
	}
	return NULL;
}
