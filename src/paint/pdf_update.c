#include "paint/pdf_update.h"

#include <string.h>

/* A stretch of the file; binary, so that C's functions for text do not do. */
typedef struct Span {
	const char *from, *to;
} Span;

/* The stretch from behind the first or the last `word` to the end of `span`; empty when there is none. */
static Span find(Span span, const char *word, bool last)
{
	Span found = {NULL, NULL};
	size_t n = strlen(word);
	for (const char *at = span.from; at && (at = memmem(at, (size_t)(span.to - at), word, n)) != NULL;) {
		at += n;
		found = (Span){at, span.to};
		if (!last)
			break;
	}
	return found;
}

/* The number behind `key`. */
static bool number_after(Span span, const char *key, unsigned long *out)
{
	const char *at = find(span, key, false).from;
	if (!at || at == span.to || !g_ascii_isdigit(*at))
		return false;
	for (*out = 0; at < span.to && g_ascii_isdigit(*at); at++)
		*out = *out * 10 + (unsigned long)(*at - '0');
	return true;
}

static bool contains(Span span, const char *word)
{
	return find(span, word, false).from != NULL;
}

/* The inside of the catalog's dictionary. */
static bool find_catalog(Span file, unsigned long number, Span *inside)
{
	g_autofree char *head = g_strdup_printf("\n%lu 0 obj\n<<", number);
	Span object = find(file, head, true), rest = find(object, "\nendobj", false);
	if (!rest.from)
		return false;
	object.to = rest.from - strlen("\nendobj");
	if (object.to - object.from < 2 || memcmp(object.to - 2, ">>", 2) || !contains(object, "/Catalog"))
		return false;
	*inside = (Span){object.from, object.to - 2};
	return true;
}

/* A PDF string: language tags are ASCII, anything else is left out. */
static bool plain_tag(const char *lang)
{
	for (const char *s = lang; s && *s; s++) {
		if (!g_ascii_isalnum(*s) && *s != '-')
			return false;
	}
	return lang && *lang;
}

bool zn_pdf_update_catalog(GByteArray *pdf, const char *lang, bool has_title)
{
	Span file = {(const char *)pdf->data, (const char *)pdf->data + pdf->len}, catalog;
	Span trailer = find(file, "\ntrailer", true), start = find(file, "\nstartxref", true);
	unsigned long size, root, info, previous;
	if (!number_after(trailer, "/Size ", &size) || !number_after(trailer, "/Root ", &root) || !number_after(trailer, "/Info ", &info) ||
	    !number_after(start, "\n", &previous) || !find_catalog(file, root, &catalog))
		return false;

	g_autoptr(GString) update = g_string_new(NULL);
	g_string_append_printf(update, "%lu 0 obj\n<<", root);
	g_string_append_len(update, catalog.from, catalog.to - catalog.from);
	if (plain_tag(lang) && !contains(catalog, "/Lang"))
		g_string_append_printf(update, "   /Lang (%s)\n", lang);
	if (has_title && !contains(catalog, "/ViewerPreferences"))
		g_string_append(update, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
	if (contains(catalog, "/StructTreeRoot") && !contains(catalog, "/MarkInfo"))
		g_string_append(update, "   /MarkInfo << /Marked true >>\n");
	g_string_append(update, ">>\nendobj\n");
	size_t table = pdf->len + update->len;
	g_string_append_printf(update, "xref\n%lu 1\n%010u 00000 n \n", root, pdf->len);
	g_string_append_printf(update, "trailer\n<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %lu >>\nstartxref\n%zu\n%%%%EOF\n", size, root,
	                       info, previous, table);
	g_byte_array_append(pdf, (const guint8 *)update->str, (guint)update->len);
	return true;
}
