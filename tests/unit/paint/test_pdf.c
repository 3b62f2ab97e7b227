/* PDF: the objects of whole documents, read back. tests/pdf judges them by the standards. */
#include "paint/pdf_meta.h"
#include "pdf_read.h"
#include "torture.h"

static ZnScene *page(ZnArena *arena, ZnContext *context, const ZnTag *const *tags)
{
	ZnScene *scene = zn_scene_new(arena);
	scene->width = 200;
	scene->height = 100;
	for (int i = 0; tags[i]; i++) {
		zn_scene_begin(scene, tags[i]);
		if (context)
			torture_text(scene, context, 10, 20 + 20 * i, 12, "en", "Text", NULL);
		else
			torture_rect(scene, 10, 10 + 20 * i, 100, 10, "red", NULL);
		zn_scene_end(scene);
	}
	return scene;
}

/* A context with fonts, or NULL where there are none. */
static ZnContext *context_new(void)
{
	ZnContext *context = zn_context_new();
	context->fonts = zn_fonts_new(context->diags, NULL);
	if (context->fonts)
		return context;
	zn_context_free(context);
	g_test_skip("no fonts");
	return NULL;
}

static void context_free(ZnContext *context)
{
	ZnFonts *fonts = context->fonts;
	zn_context_free(context);
	zn_fonts_free(fonts);
}

static PdfRead *write_chart(const ZnScene *scene, unsigned standards, GByteArray *out)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnPaintOptions options = {.scale = 1, .now = 1700000000000, .pdf_standards = standards};
	g_assert_true(zn_paint_pdf(diags, scene, &options, out));
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
	return pdf_read(out);
}

static void test_chart(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) picture = torture_picture(), a = g_byte_array_new(), b = g_byte_array_new();
	ZnScene *scene = torture_scene(arena, NULL, picture);
	torture_rect(scene, 0, 0, 10, 10, "red", NULL)->href = "https://example.org/?a=1&b='(2)'";
	PdfRead *pdf = write_chart(scene, 0, a);
	g_usleep(1100000); /* another second: no clock in the file */
	pdf_read_free(write_chart(scene, 0, b));
	g_assert_cmpmem(a->data, a->len, b->data, b->len);
	const char *catalog = pdf_catalog(pdf)->text;
	g_assert_nonnull(strstr(catalog, "/Lang(en)"));
	g_assert_nonnull(strstr(catalog, "/DisplayDocTitle true"));
	g_assert_nonnull(strstr(catalog, "/MarkInfo<</Marked true>>"));
	g_assert_nonnull(strstr(catalog, "/S/GTS_PDFA1"));
	g_assert_nonnull(strstr(catalog, "/StructTreeRoot"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Type/Page/")->text, "/MediaBox[0 0 675 525]"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Type/Page/")->text, "/Tabs/S"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/S/Figure")->text, "/Alt("));
	g_assert_nonnull(strstr(pdf_find(pdf, "/S/URI")->text, "/URI(https://example.org/?a=1&b='\\(2\\)')"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Creator(")->text, "(D:20231114221320Z)"));
	g_assert_cmpint(pdf_count(pdf, "/Interpolate"), ==, 0);
	const char *xmp = pdf_find(pdf, "/Type/Metadata")->stream->str;
	g_assert_nonnull(strstr(xmp, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
	g_assert_nonnull(strstr(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
	g_assert_nonnull(strstr(xmp, "<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>"));
	/* shadings, a soft mask for the translucent gradient, blending, a clip, pictures */
	const char *content = pdf_page(pdf, 0)->str;
	g_assert_cmpint(pdf_count(pdf, "/ShadingType 2"), >=, 2);
	g_assert_cmpint(pdf_count(pdf, "/ShadingType 3"), >=, 1);
	g_assert_cmpint(pdf_count(pdf, "/S/Luminosity"), >=, 1);
	g_assert_cmpint(pdf_count(pdf, "/BM/Multiply"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "/Indexed/DeviceRGB 1<"), ==, 1); /* once, although it is shown twice */
	g_assert_nonnull(strstr(content, "W n"));
	pdf_read_free(pdf);
}

static void test_standards(void)
{
	static const struct {
		unsigned standards;
		const char *a, *ua;
		bool intent;
	} cases[] = {
	    {ZN_PDF_NO_STANDARD, NULL, NULL, false},
	    {ZN_PDF_UA_1, NULL, "<pdfuaid:part>1", false},
	    {ZN_PDF_A_2A, "<pdfaid:part>2", NULL, true},
	    {ZN_PDF_A_3A | ZN_PDF_UA_1, "<pdfaid:part>3", "<pdfuaid:part>1", true},
	};
	g_autoptr(ZnArena) arena = zn_arena_new();
	static const ZnTag heading = {.type = ZN_TAG_HEADING, .level = 1, .text = "H"};
	ZnScene *scene = page(arena, NULL, (const ZnTag *[]){&heading, NULL});
	scene->provenance = "spec=1 & data<2>";
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GByteArray) out = g_byte_array_new();
		PdfRead *pdf = write_chart(scene, cases[i].standards, out);
		const char *xmp = pdf_find(pdf, "/Type/Metadata")->stream->str;
		g_assert_true(cases[i].a ? strstr(xmp, cases[i].a) != NULL : !strstr(xmp, "<pdfaid:part>"));
		g_assert_true(cases[i].ua ? strstr(xmp, cases[i].ua) != NULL : !strstr(xmp, "<pdfuaid:part>"));
		g_assert_true((strstr(pdf_catalog(pdf)->text, "/OutputIntents") != NULL) == cases[i].intent);
		g_assert_nonnull(strstr(xmp, "<zhinu:provenance>spec=1 &amp; data&lt;2&gt;</zhinu:provenance>"));
		pdf_read_free(pdf);
	}
}

/* Files of one name are told apart; the same file is attached once. */
static void test_attachments_of_one_name(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	static const ZnAttachment files[] = {{"d.csv", "text/csv", NULL, "a\n1\n", 4}, {"d.csv", "text/csv", NULL, "b\n22\n", 5},
	                                     {"d.csv", "text/csv", NULL, "a\n1\n", 4}, {"d.csv", "text/csv", NULL, "c\n333\n", 6}};
	ZnScene *scene = page(arena, NULL, (const ZnTag *[]){NULL});
	torture_rect(scene, 0, 0, 5, 5, "red", NULL);
	scene->attachments = files;
	scene->n_attachments = G_N_ELEMENTS(files);
	PdfRead *pdf = write_chart(scene, 0, out);
	g_assert_cmpint(pdf_count(pdf, "/AFRelationship/Data"), ==, 3);
	g_assert_cmpint(pdf_count(pdf, "/F(d.csv)"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "/F(d-2.csv)"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "/F(d-3.csv)"), ==, 1);
	pdf_read_free(pdf);
}

static void test_attachments(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	static const ZnAttachment files[] = {{"z.csv", "text/csv", "Data", "a,b\n1,2\n", 8}, {"а (1).csv", "text/csv", NULL, "x\n", 2}};
	ZnScene *scene = page(arena, NULL, (const ZnTag *[]){NULL});
	torture_rect(scene, 0, 0, 5, 5, "red", NULL);
	scene->attachments = files;
	scene->n_attachments = 2;
	PdfRead *pdf = write_chart(scene, 0, out);
	g_assert_cmpint(pdf_count(pdf, "/AFRelationship/Data"), ==, 2);
	g_assert_nonnull(strstr(pdf_catalog(pdf)->text, "/AF["));
	g_assert_nonnull(strstr(pdf_catalog(pdf)->text, "/EmbeddedFiles"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Type/Metadata")->stream->str, "<pdfaid:part>3")); /* level 2 allows no CSV */
	g_assert_cmpstr(pdf_find(pdf, "<</Size 8/")->stream->str, ==, "a,b\n1,2\n");
	g_assert_cmpint(pdf_count(pdf, "/Subtype/text#2Fcsv"), ==, 2);
	pdf_read_free(pdf);
}

static PdfRead *write_document(ZnScene **pages, size_t n, GByteArray *out)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnDocument document = {.pages = pages, .n_pages = n, .title = "Отчёт", .author = "A (B)", .lang = "ru-RU", .page_label_prefix = "A-"};
	ZnPaintOptions options = {0};
	g_assert_true(zn_paint_document(diags, &document, &options, out));
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
	return pdf_read(out);
}

static void test_document(void)
{
	static const ZnTag forward = {.type = ZN_TAG_LINK, .target = "#глава"}, nowhere = {.type = ZN_TAG_LINK, .target = "#nowhere"};
	static const ZnTag script = {.type = ZN_TAG_LINK, .target = "javascript:x"},
	                   quote = {.type = ZN_TAG_LINK, .target = "https://a.b/it's ok"};
	static const ZnTag one = {.type = ZN_TAG_HEADING, .level = 1, .text = "One", .id = "one"};
	static const ZnTag deep = {.type = ZN_TAG_HEADING, .level = 3, .text = "Глубоко", .id = "глава"};
	static const ZnTag again = {.type = ZN_TAG_HEADING, .level = 2, .text = "Again", .id = "one"}; /* defined twice */
	static const ZnTag artifact = {.type = ZN_TAG_ARTIFACT}, plain = {.type = ZN_TAG_HEADING, .level = 1, .text = "Plain"};
	ZnContext *context = context_new();
	if (!context)
		return;
	g_autoptr(GByteArray) out = g_byte_array_new();
	ZnScene *pages[] = {
	    page(context->arena, context, (const ZnTag *[]){&one, &forward, &nowhere, &script, &quote, NULL}),
	    page(context->arena, context, (const ZnTag *[]){&deep, &again, &artifact, &plain, NULL}),
	};
	PdfRead *pdf = write_document(pages, 2, out);
	g_assert_cmpint(pdf_count(pdf, "/Count 2/Kids["), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "/Title(One)"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "/Title(Plain)"), ==, 1);
	g_assert_nonnull(strstr(pdf_find(pdf, "/Type/Outlines")->text, "/Count 4")); /* One, Глубоко, Again, Plain: two levels open */
	g_assert_nonnull(strstr(pdf_catalog(pdf)->text, "/Lang(ru-RU)"));
	g_assert_nonnull(strstr(pdf_catalog(pdf)->text, "/PageLabels<</Nums[0<</S/D/P(A-)>>]>>"));
	g_assert_cmpint(pdf_count(pdf, "/URI(https://a.b/it's%20ok)"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "javascript"), ==, 0);
	g_assert_cmpint(pdf_count(pdf, "/Subtype/Link"), ==, 2); /* those that lead somewhere */
	g_assert_cmpint(pdf_count(pdf, "/Contents(Text)"), ==, 2);
	g_assert_cmpint(pdf_count(pdf, "/S/Link"), ==, 2);
	g_assert_cmpint(pdf_count(pdf, "/S/H1"), ==, 2);
	g_assert_cmpint(pdf_count(pdf, "/S/H2"), ==, 2); /* level 3 behind level 1 is a second one */
	g_assert_cmpint(pdf_count(pdf, "/S/H3"), ==, 0);
	g_assert_cmpint(pdf_count(pdf, "/S/Document"), ==, 1);
	g_assert_cmpint(pdf_count(pdf, "(one)["), ==, 1); /* one destination of that name */
	g_assert_nonnull(strstr(pdf_page(pdf, 1)->str, "/Artifact BMC"));
	g_assert_cmpint(pdf_count(pdf, "CreationDate"), ==, 0);
	pdf_read_free(pdf);
	context_free(context);
}

static void test_structure(void)
{
	static const ZnTag table = {.type = ZN_TAG_TABLE, .serial = 1}, body = {.type = ZN_TAG_TABLE_BODY, .serial = 2},
	                   row = {.type = ZN_TAG_TABLE_ROW, .serial = 3}, head = {.type = ZN_TAG_TABLE_HEADER_CELL, .serial = 4, .span = 2},
	                   cell = {.type = ZN_TAG_TABLE_CELL, .serial = 5}, note = {.type = ZN_TAG_NOTE, .serial = 6},
	                   empty = {.type = ZN_TAG_FIGURE, .text = "nothing", .serial = 7};
	static const ZnTag *const nest[] = {&table, &body, &row};
	static const ZnTag paragraph = {.type = ZN_TAG_PARAGRAPH, .serial = 8, .lang = "zh"};
	ZnContext *context = context_new();
	if (!context)
		return;
	g_autoptr(GByteArray) out = g_byte_array_new();
	ZnScene *pages[2] = {page(context->arena, context, (const ZnTag *[]){&note, &paragraph, NULL}),
	                     page(context->arena, context, (const ZnTag *[]){&paragraph, NULL})};
	for (int i = 0; i < 3; i++)
		zn_scene_begin(pages[0], nest[i]);
	zn_scene_begin(pages[0], &head);
	torture_text(pages[0], context, 10, 80, 12, "en", "Head", NULL);
	torture_rect(pages[0], 10, 90, 50, 1, "black", NULL); /* a rule in a table is none of its content */
	zn_scene_end(pages[0]);
	zn_scene_begin(pages[0], &cell);
	zn_scene_end(pages[0]);
	for (int i = 0; i < 3; i++)
		zn_scene_end(pages[0]);
	zn_scene_begin(pages[0], &empty);
	zn_scene_end(pages[0]);
	PdfRead *pdf = write_document(pages, 2, out);
	g_assert_nonnull(strstr(pdf_find(pdf, "/S/TH")->text, "/A<</O/Table/Scope/Row/ColSpan 2>>"));
	g_assert_cmpint(pdf_count(pdf, "/S/TD"), ==, 1); /* empty cells stay */
	g_assert_cmpint(pdf_count(pdf, "/S/Figure"), ==, 0); /* empty figures do not */
	g_assert_nonnull(strstr(pdf_find(pdf, "/S/Note")->text, "/ID(note1)"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Type/StructTreeRoot")->text, "/IDTree"));
	const char *over = pdf_find(pdf, "/S/P/")->text; /* one paragraph over two pages */
	g_assert_nonnull(strstr(over, "/Lang(zh)"));
	g_assert_nonnull(strstr(over, "/Type/MCR"));
	g_assert_nonnull(strstr(pdf_page(pdf, 0)->str, "/Artifact BMC\n10 90 50 1 re"));
	pdf_read_free(pdf);
	context_free(context);
}

static void test_errors(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	ZnPaintOptions options = {0};
	ZnDocument empty = {.arena = arena};
	g_assert_false(zn_paint_document(diags, &empty, &options, out));
	g_assert_cmpstr(zn_diags_at(diags, 0)->message, ==, "the document has no pages");
	ZnScene *scene = zn_scene_new(arena);
	g_assert_false(zn_paint_pdf(diags, scene, &options, out));
	g_assert_cmpuint(zn_diags_count(diags, ZN_ERROR), ==, 2);
	g_assert_cmpuint(out->len, ==, 0);
	/* A broken picture is reported and left out; the page is written. */
	scene->width = scene->height = 10;
	ZnItem *item = torture_item(scene, ZN_ITEM_IMAGE, 0, 0, NULL, NULL);
	item->width = item->height = 5;
	g_autoptr(GByteArray) picture = torture_picture();
	item->image.png = picture->data;
	item->image.png_len = picture->len - 20;
	item->image.url = "cut.png";
	zn_diags_clear(diags);
	g_assert_true(zn_paint_pdf(diags, scene, &options, out));
	g_assert_cmpuint(zn_diags_count(diags, ZN_ERROR), ==, 1);
	g_assert_cmpstr(zn_diags_at(diags, 0)->place.file, ==, "cut.png");
	PdfRead *pdf = pdf_read(out);
	g_assert_cmpint(pdf_count(pdf, "/S/Figure"), ==, 0);
	pdf_read_free(pdf);
}

static void test_profile(void)
{
	g_autoptr(GByteArray) profile = zn_pdf_srgb_profile();
	const guint8 *p = profile->data;
	g_assert_cmpuint((guint)p[0] << 24 | (guint)p[1] << 16 | (guint)p[2] << 8 | p[3], ==, profile->len);
	g_assert_cmpmem(p + 36, 4, "acsp", 4);
	g_assert_cmpuint(p[131], ==, 10);
	for (guint i = 0; i < 10; i++) { /* every tag lies within the file, on a multiple of four */
		const guint8 *tag = p + 132 + 12 * i;
		guint at = (guint)tag[6] << 8 | tag[7], len = (guint)tag[10] << 8 | tag[11];
		g_assert_cmpuint(at % 4, ==, 0);
		g_assert_cmpuint(len, >=, 20);
		g_assert_cmpuint(at + len, <=, profile->len);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/chart", test_chart);
	g_test_add_func("/pdf/standards", test_standards);
	g_test_add_func("/pdf/attachments", test_attachments);
	g_test_add_func("/pdf/attachments-of-one-name", test_attachments_of_one_name);
	g_test_add_func("/pdf/document", test_document);
	g_test_add_func("/pdf/structure", test_structure);
	g_test_add_func("/pdf/errors", test_errors);
	g_test_add_func("/pdf/profile", test_profile);
	return g_test_run();
}
