#include "paint/pdf_meta.h"

#include <string.h>

static void append_entry(GString *out, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	zn_pdf_name(out, key);
	zn_pdf_text(out, text, strlen(text));
}

ZnPdfRef zn_pdf_info_put(ZnPdfFile *file, const ZnPdfMeta *meta)
{
	g_autofree char *date = zn_pdf_date(meta->now);
	const struct {
		const char *key, *text;
	} entries[] = {
	    {"Title", meta->title},         {"Subject", meta->subject},        {"Author", meta->author},
	    {"Keywords", meta->keywords},   {"Creator", "zhinu " ZN_VERSION},  {"Producer", "zhinu " ZN_VERSION},
	    {"CreationDate", date},         {"ModDate", date},
	};
	g_autoptr(GString) text = g_string_new("<<");
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		append_entry(text, entries[i].key, entries[i].text);
	g_string_append(text, ">>");
	return zn_pdf_add(file, text);
}

/* --- XMP --- */

/* What XML does not allow is left out. */
static void append_escaped(GString *out, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == '<' || c == '>' || c == '&')
			g_string_append(out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
		else if ((c >= ' ' && c != 0x7f && c != 0xfffe && c != 0xffff) || c == '\n' || c == '\t')
			g_string_append_unichar(out, c);
	}
}

static void append_simple(GString *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	g_string_append_printf(out, "<%s>", name);
	append_escaped(out, text);
	g_string_append_printf(out, "</%s>\n", name);
}

static void append_array(GString *out, const char *name, const char *kind, const char *item, const char *text)
{
	if (!text || !*text)
		return;
	g_string_append_printf(out, "<%s><rdf:%s><rdf:li%s>", name, kind, item);
	append_escaped(out, text);
	g_string_append_printf(out, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

/* PDF/A wants to know what properties of other schemas are. */
typedef struct Schema {
	const char *title, *uri, *prefix, *property, *type, *what;
} Schema;

static void append_extensions(GString *out, const Schema *schemas, size_t n)
{
	g_string_append(out, "<pdfaExtension:schemas><rdf:Bag>\n");
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(out,
		                       "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema>"
		                       "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
		                       "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%s</pdfaProperty:name>"
		                       "<pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
		                       "<pdfaProperty:description>%s</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n",
		                       schemas[i].title, schemas[i].uri, schemas[i].prefix, schemas[i].property, schemas[i].type, schemas[i].what);
	g_string_append(out, "</rdf:Bag></pdfaExtension:schemas>\n");
}

#define PDFUA "http://www.aiim.org/pdfua/ns/id/"
#define ZHINU "https://zhinu.invalid/ns/1.0/"

static void append_standards(GString *out, const ZnPdfMeta *meta)
{
	static const Schema ua = {"PDF/UA identification", PDFUA, "pdfuaid", "part", "Integer", "Part of ISO 14289"};
	static const Schema provenance = {"zhinu", ZHINU, "zhinu", "provenance", "Text", "What the file was made of"};
	Schema schemas[2];
	size_t n = 0;
	bool archive = meta->standards & (ZN_PDF_A_2A | ZN_PDF_A_3A), accessible = meta->standards & ZN_PDF_UA_1;
	if (archive)
		g_string_append_printf(out, "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n",
		                       meta->standards & ZN_PDF_A_3A ? 3 : 2);
	if (accessible) {
		g_string_append(out, "<pdfuaid:part>1</pdfuaid:part>\n");
		schemas[n++] = ua;
	}
	if (meta->provenance)
		schemas[n++] = provenance;
	if (archive && n)
		append_extensions(out, schemas, n);
}

/* "2024-05-01T12:00:00Z" */
static char *iso_date(double ms)
{
	g_autofree char *date = zn_pdf_date(ms); /* D:YYYYMMDDHHMMSSZ */
	return date ? g_strdup_printf("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", date + 2, date + 6, date + 8, date + 10, date + 12, date + 14) : NULL;
}

ZnPdfRef zn_pdf_xmp_put(ZnPdfFile *file, const ZnPdfMeta *meta)
{
	static const char *const spaces[][2] = {
	    {"dc", "http://purl.org/dc/elements/1.1/"},
	    {"xmp", "http://ns.adobe.com/xap/1.0/"},
	    {"pdf", "http://ns.adobe.com/pdf/1.3/"},
	    {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
	    {"pdfuaid", PDFUA},
	    {"zhinu", ZHINU},
	    {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
	    {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
	    {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
	};
	g_autoptr(GString) text = g_string_new("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	                                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	                                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\"");
	for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
		g_string_append_printf(text, "\n xmlns:%s=\"%s\"", spaces[i][0], spaces[i][1]);
	g_string_append(text, ">\n<dc:format>application/pdf</dc:format>\n");
	g_autofree char *date = iso_date(meta->now);
	append_array(text, "dc:title", "Alt", " xml:lang=\"x-default\"", meta->title);
	append_array(text, "dc:description", "Alt", " xml:lang=\"x-default\"", meta->subject);
	append_array(text, "dc:creator", "Seq", "", meta->author);
	append_array(text, "dc:language", "Bag", "", meta->lang);
	append_simple(text, "pdf:Keywords", meta->keywords);
	append_simple(text, "pdf:Producer", "zhinu " ZN_VERSION);
	append_simple(text, "xmp:CreatorTool", "zhinu " ZN_VERSION);
	append_simple(text, "xmp:CreateDate", date);
	append_simple(text, "xmp:ModifyDate", date);
	append_simple(text, "zhinu:provenance", meta->provenance);
	append_standards(text, meta);
	g_string_append(text, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	ZnPdfRef ref = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, ref, "/Type/Metadata/Subtype/XML", text->str, text->len, ZN_PDF_PLAIN);
	return ref;
}

void zn_pdf_output_intent_put(ZnPdfFile *file, GString *catalog)
{
	g_autoptr(GByteArray) profile = zn_pdf_srgb_profile();
	ZnPdfRef ref = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, ref, "/N 3", profile->data, profile->len, ZN_PDF_DEFLATE);
	g_string_append_printf(catalog,
	                       "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
	                       "/DestOutputProfile %u 0 R>>]",
	                       ref);
}
