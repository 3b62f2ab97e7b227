#include "text/internal.h"

#include <string.h>

static bool is_rtl(const char *text)
{
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isalpha(c)) {
			GUnicodeScript script = g_unichar_get_script(c);
			return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
		}
	}
	return false;
}

/* vega-scenegraph 6, util/text.js: a binary search for the cut; the widths compared are those of the whole line and of the parts,
 * without the ellipsis. */
const char *zn_text_truncate(ZnContext *context, const ZnFont *font, const char *text, double limit, const char *ellipsis)
{
	if (!(limit > 0) || !text || !*text || zn_text_width(context, font, text) < limit)
		return text;
	if (!ellipsis)
		ellipsis = "…";
	limit -= zn_text_width(context, font, ellipsis);
	size_t len = strlen(text);
	bool rtl = is_rtl(text);
	size_t n;
	g_autofree ZnChar *chars = zn_text_chars(text, len, context->lang, &n);
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = rtl ? (low + high) / 2 : (low + high + 1) / 2;
		size_t at = chars[middle].at;
		if (rtl) {
			if (zn_text_measure(context, font, NULL, text + at, len - at) > limit)
				low = middle + 1;
			else
				high = middle;
		} else {
			if (zn_text_measure(context, font, NULL, text, at) < limit)
				low = middle;
			else
				high = middle - 1;
		}
	}
	if (rtl)
		return zn_arena_printf(context->arena, "%s%s", ellipsis, text + chars[low].at);
	while (low > 0 && low < n && chars[low].mark)
		low--; /* an accent stays with its letter */
	return zn_arena_printf(context->arena, "%.*s%s", (int)chars[low].at, text, ellipsis);
}
