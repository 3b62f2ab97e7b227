#include "paint/paint.h"

#include <string.h>

static bool paint_dump(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	GString *text = zn_scene_dump(scene);
	g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
	g_string_free(text, TRUE);
	return true;
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
