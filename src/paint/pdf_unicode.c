/* What codes are read as: a ToUnicode CMap (ISO 32000-1, 9.10.3). Codes count up, so that most texts are lists without codes. */
#include "paint/pdf_fonts.h"

#include <string.h>

#define MOST_RANGES 100 /* of a section */
#define LEAST_SERIES 4  /* characters in a row that are worth a range without a list */

static const char *text_of(const ZnPdfGlyph *glyph, size_t *len)
{
	*len = glyph->text_len ? glyph->text_len : 3;
	return glyph->text_len ? glyph->text : "\xef\xbf\xbd";
}

/* The character that a glyph is read as; 0 = another text, or none that may be counted on from. */
static gunichar single(const ZnPdfGlyph *glyph)
{
	gunichar c = glyph->text_len ? g_utf8_get_char_validated(glyph->text, glyph->text_len) : 0;
	bool whole = c > 0 && c < 0xd800 && c != 0x2028 && (size_t)g_unichar_to_utf8(c, NULL) == glyph->text_len;
	return whole ? c : 0;
}

/* How many glyphs from the first one on are read as characters in a row whose last bytes count up too. */
static guint series(const ZnPdfGlyph *const *glyphs, guint n)
{
	gunichar first = single(glyphs[0]);
	guint len = 1;
	while (first && len < n && (first & 255) + len < 256 && single(glyphs[len]) == first + len)
		len++;
	return len;
}

/* Codes of a range share their first byte. */
static guint append_range(GString *out, const ZnPdfGlyph *const *glyphs, guint n, guint i)
{
	guint room = MIN(n - i, 256 - (i + 1) % 256), len = series(glyphs + i, room);
	size_t bytes;
	bool listed = len < LEAST_SERIES;
	if (listed)
		for (len = 1; len < room && series(glyphs + i + len, room - len) < LEAST_SERIES;)
			len++;
	g_string_append_printf(out, "<%04X><%04X>%s", i + 1, i + len, listed ? "[" : "");
	for (guint k = i; k < (listed ? i + len : i + 1); k++) {
		const char *text = text_of(glyphs[k], &bytes);
		zn_pdf_hex_text(out, text, bytes, false);
	}
	g_string_append(out, listed ? "]\n" : "\n");
	return len;
}

ZnPdfRef zn_pdf_unicode_put(ZnPdfFile *file, const ZnPdfGlyph *const *glyphs, guint n)
{
	g_autoptr(GString) ranges = g_string_new(NULL), text = g_string_new("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	                                                                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
	                                                                    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
	                                                                    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (guint i = 0; i < n;) {
		guint count = 0;
		g_string_truncate(ranges, 0);
		for (; i < n && count < MOST_RANGES; count++)
			i += append_range(ranges, glyphs, n, i);
		g_string_append_printf(text, "%u beginbfrange\n%sendbfrange\n", count, ranges->str);
	}
	g_string_append(text, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
	ZnPdfRef ref = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, ref, "", text->str, text->len, ZN_PDF_DEFLATE);
	return ref;
}
