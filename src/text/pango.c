#include "text/internal.h"

#include <dlfcn.h>
#include <pango/pango.h>

/* What Chinese, Russian and English do not need of Pango, and what brings GIO, libmount and others with it: it is loaded when the
 * first text in another script comes, not when the program starts. */
typedef struct Pango {
	__typeof__(&pango_get_log_attrs) log_attrs;
	__typeof__(&pango_language_from_string) language;
	__typeof__(&pango_log2vis_get_embedding_levels) levels;
} Pango;

static bool load_pango(Pango *pango)
{
	void *library = dlopen("libpango-1.0.so.0", RTLD_LAZY | RTLD_LOCAL); /* stays loaded */
	if (!library)
		return false;
	pango->log_attrs = (__typeof__(&pango_get_log_attrs))dlsym(library, "pango_get_log_attrs");
	pango->language = (__typeof__(&pango_language_from_string))dlsym(library, "pango_language_from_string");
	pango->levels = (__typeof__(&pango_log2vis_get_embedding_levels))dlsym(library, "pango_log2vis_get_embedding_levels");
	return pango->log_attrs && pango->language && pango->levels;
}

bool zn_pango_breaks(const char *bytes, size_t len, const ZnChar *chars, size_t n, const char *lang, ZnBreak *breaks)
{
	Pango pango;
	if (!load_pango(&pango))
		return false;
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
	pango.log_attrs(bytes, (int)len, -1, pango.language(lang ? lang : "en"), attrs, (int)n + 1);
	for (size_t i = 1; i < n; i++)
		breaks[i].kind = attrs[i].is_line_break && !chars[i].mark ? ZN_BREAK_YES : ZN_BREAK_NO;
	return true;
}

bool zn_pango_levels(const char *bytes, size_t len, ZnChar *chars, size_t n)
{
	Pango pango;
	if (!load_pango(&pango))
		return false;
	PangoDirection base = PANGO_DIRECTION_WEAK_LTR;
	g_autofree guint8 *levels = pango.levels(bytes, (int)len, &base);
	for (size_t i = 0; i < n; i++)
		chars[i].level = levels[i];
	return true;
}
