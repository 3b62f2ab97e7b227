/* PDF: what can be told from the bytes outside the compressed streams. */
#include "paint/pdf_update.h"
#include "torture.h"

#include <string.h>

static bool has(const GByteArray *pdf, const char *piece)
{
	return memmem(pdf->data, pdf->len, piece, strlen(piece)) != NULL;
}

static ZnScene *page(ZnArena *arena, const ZnTag *const *tags)
{
	ZnScene *scene = zn_scene_new(arena);
	scene->width = 200;
	scene->height = 100;
	for (int i = 0; tags[i]; i++) {
		zn_scene_begin(scene, tags[i]);
		torture_rect(scene, 10, 10 + 20 * i, 100, 10, "red", NULL);
		zn_scene_end(scene);
	}
	return scene;
}

static void test_chart(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GByteArray) picture = torture_picture(), a = g_byte_array_new(), b = g_byte_array_new();
	ZnPaintOptions options = {.scale = 1, .now = 1700000000000};
	ZnScene *scene = torture_scene(arena, NULL, picture);
	torture_rect(scene, 0, 0, 10, 10, "red", NULL)->href = "https://example.org/?a=1&b='2'";
	g_assert_true(zn_paint_pdf(diags, scene, &options, a));
	g_usleep(1100000); /* another second: no clock in the file */
	g_assert_true(zn_paint_pdf(diags, scene, &options, b));
	g_assert_cmpmem(a->data, a->len, b->data, b->len);
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
	g_assert_true(has(a, "%PDF-1."));
	g_assert_true(has(a, "/Lang (en)"));
	g_assert_true(has(a, "/DisplayDocTitle true"));
	g_assert_true(has(a, "/Marked true"));
	g_assert_true(has(a, "/Figure"));
	g_assert_true(has(a, "20231114221320"));
	g_assert_true(has(a, "/MediaBox [ 0 0 675 525 ]"));
	g_assert_true(has(a, "/URI (https://example.org/?a=1&b=%272%27)"));
}

static void test_document(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	static const ZnTag forward = {.type = ZN_TAG_LINK, .target = "#глава"}, nowhere = {.type = ZN_TAG_LINK, .target = "#nowhere"};
	static const ZnTag script = {.type = ZN_TAG_LINK, .target = "javascript:x"},
	                   quote = {.type = ZN_TAG_LINK, .target = "https://a.b/it's"};
	static const ZnTag one = {.type = ZN_TAG_HEADING, .level = 1, .text = "One", .id = "one"};
	static const ZnTag deep = {.type = ZN_TAG_HEADING, .level = 3, .text = "Глубоко", .id = "глава"};
	static const ZnTag again = {.type = ZN_TAG_HEADING, .level = 2, .text = "Again", .id = "one"}; /* defined twice */
	static const ZnTag artifact = {.type = ZN_TAG_ARTIFACT}, plain = {.type = ZN_TAG_HEADING, .level = 1, .text = "Plain"};
	ZnScene *pages[] = {
	    page(arena, (const ZnTag *[]){&one, &forward, &nowhere, &script, &quote, NULL}),
	    page(arena, (const ZnTag *[]){&deep, &again, &artifact, &plain, NULL}),
	};
	ZnDocument document = {
	    .arena = arena, .pages = pages, .n_pages = 2, .title = "Отчёт", .author = "A (B)", .lang = "ru-RU", .page_label_prefix = "A-"};
	ZnPaintOptions options = {0};
	g_assert_true(zn_paint_document(diags, &document, &options, out));
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
	g_assert_true(has(out, "/Count 2"));
	g_assert_true(has(out, "/Outlines"));
	g_assert_true(has(out, "/Title (One)"));
	g_assert_true(has(out, "/Title (Plain)"));
	g_assert_true(has(out, "/Lang (ru-RU)"));
	g_assert_true(has(out, "it%27s"));
	g_assert_false(has(out, "javascript"));
	g_assert_true(has(out, "(19700101000000Z)"));
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
}

static void test_update_of_rubbish(void)
{
	static const char *const files[] = {
	    "",
	    "not a PDF",
	    "\ntrailer\nstartxref\n",
	    "\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n7\n%%EOF",
	    "\n1 0 obj\n<< /Type /Pages >>\nendobj\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n7\n%%EOF",
	    "\n1 0 obj\n<<\nendobj\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n7\n%%EOF",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(GByteArray) pdf = g_byte_array_new();
		g_byte_array_append(pdf, (const guint8 *)files[i], (guint)strlen(files[i]));
		g_assert_false(zn_pdf_update_catalog(pdf, "en", true));
		g_assert_cmpmem(pdf->data, pdf->len, files[i], strlen(files[i]));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/chart", test_chart);
	g_test_add_func("/pdf/document", test_document);
	g_test_add_func("/pdf/errors", test_errors);
	g_test_add_func("/pdf/update-of-rubbish", test_update_of_rubbish);
	return g_test_run();
}
