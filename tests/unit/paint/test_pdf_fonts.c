/* Fonts of a PDF: codes, widths, text, what may not be embedded; CFF read from hostile bytes. */
#include "paint/pdf_cff.h"
#include "paint/pdf_fonts.h"
#include "pdf_read.h"
#include "torture.h"

#include <hb-ot.h>

typedef struct Fixture {
	ZnContext *context;
	ZnPdfFonts *fonts;
	ZnPdfFile *file;
	GByteArray *out;
} Fixture;

static bool fixture_init(Fixture *f)
{
	f->context = zn_context_new();
	f->context->fonts = zn_fonts_new(f->context->diags, NULL);
	if (!f->context->fonts) {
		zn_context_free(f->context);
		g_test_skip("no fonts");
		return false;
	}
	f->fonts = zn_pdf_fonts_new();
	f->out = g_byte_array_new();
	f->file = zn_pdf_file_new(f->out);
	return true;
}

static void fixture_clear(Fixture *f)
{
	ZnFonts *fonts = f->context->fonts;
	zn_pdf_fonts_free(f->fonts);
	zn_pdf_file_free(f->file);
	g_byte_array_unref(f->out);
	zn_context_free(f->context);
	zn_fonts_free(fonts);
}

static const ZnRun *use(Fixture *f, const char *family, const char *lang, const char *text)
{
	ZnFont font = {.family = family, .size = 12};
	const ZnShaped *shaped = zn_text_shape(f->context, &font, lang, text);
	for (size_t i = 0; i < shaped->n_runs; i++)
		zn_pdf_fonts_use(f->fonts, &shaped->runs[i], i + 1 == shaped->n_runs);
	g_assert_cmpuint(shaped->n_runs, >, 0);
	return &shaped->runs[0];
}

static PdfRead *finish(Fixture *f)
{
	g_autoptr(GString) catalog = g_string_new("<</Type/Catalog>>");
	g_assert_true(zn_pdf_fonts_finish(f->fonts, f->file, f->context->diags));
	zn_pdf_file_finish(f->file, zn_pdf_add(f->file, catalog), 0);
	return pdf_read(f->out);
}

static void test_truetype(void)
{
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "PT Sans", "en", "To\u2002be A"), *again = use(&f, "PT Sans", "en", "be");
	PdfRead *pdf = finish(&f);
	const ZnPdfFont *font = zn_pdf_fonts_lookup(f.fonts, run);
	g_assert_true(font == zn_pdf_fonts_lookup(f.fonts, again));
	g_assert_cmpuint(zn_pdf_fonts_len(f.fonts), ==, 1);
	/* one glyph for both spaces, two codes */
	const ZnPdfGlyph *space = zn_pdf_font_glyph_as(font, (uint32_t)font->space, " ", 1);
	const ZnPdfGlyph *hard = zn_pdf_font_glyph_as(font, (uint32_t)font->space, "\u2002", 3);
	g_assert_true(space && hard);
	g_assert_cmpuint(space->code, !=, hard->code);
	g_assert_null(zn_pdf_font_glyph_as(font, (uint32_t)font->space, "x", 1));
	g_assert_null(zn_pdf_font_glyph(font, 1u << 30));
	const PdfObject *descendant = pdf_find(pdf, "/CIDFontType2"), *descriptor = pdf_find(pdf, "/Type/FontDescriptor");
	g_assert_nonnull(strstr(descendant->text, "/CIDToGIDMap "));
	g_assert_nonnull(strstr(descendant->text, "+PTSans-Regular"));
	g_assert_nonnull(strstr(pdf_find(pdf, "/Subtype/Type0")->text, "/Encoding/Identity-H"));
	g_assert_cmpint(pdf_number(descriptor->text, "/Ascent "), ==, 1018);
	g_assert_cmpint(pdf_number(descriptor->text, "/CapHeight "), ==, 700);
	g_assert_cmpint(pdf_number(descriptor->text, "/StemV "), >, 60);
	g_assert_cmpint(pdf_number(descriptor->text, "/StemV "), <, 110);
	g_assert_null(strstr(descriptor->text, "/FontBBox[0 0 0 0"));
	const PdfObject *unicode = pdf_object(pdf, (unsigned)pdf_number(pdf_find(pdf, "/Subtype/Type0")->text, "/ToUnicode "));
	g_autofree char *line = g_strdup_printf("<%04X><2002>\n", hard->code);
	g_assert_nonnull(strstr(unicode->stream->str, line));
	pdf_read_free(pdf);
	fixture_clear(&f);
}

static void test_cff(void)
{
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "sans-serif", "zh", "织女入一");
	if (!strstr(zn_face_family(run->face), "CJK")) {
		g_test_skip("no Noto CJK");
		fixture_clear(&f);
		return;
	}
	PdfRead *pdf = finish(&f);
	const PdfObject *descendant = pdf_find(pdf, "/CIDFontType0/");
	g_assert_nonnull(strstr(descendant->text, "/DW 1000"));
	g_assert_null(strstr(descendant->text, "CIDToGIDMap"));
	const PdfObject *program = pdf_find(pdf, "/Subtype/CIDFontType0C");
	ZnCff cff;
	g_assert_true(zn_cff_read((const uint8_t *)program->stream->str, program->stream->len, &cff));
	g_assert_true(cff.cid_keyed);
	g_assert_cmpuint(cff.n_glyphs, ==, 1 + 4 + 1); /* .notdef, the characters, the space */
	const ZnPdfFont *font = zn_pdf_fonts_lookup(f.fonts, run);
	const ZnPdfGlyph *glyph = zn_pdf_font_glyph_as(font, run->glyphs[2].id, "入", 3);
	g_assert_nonnull(glyph);
	bool known = false;
	for (unsigned i = 0; i < cff.n_glyphs; i++)
		known = known || cff.cids[i] == glyph->code;
	g_assert_true(known);
	const PdfObject *unicode = pdf_object(pdf, (unsigned)pdf_number(pdf_find(pdf, "/Subtype/Type0")->text, "/ToUnicode "));
	g_autofree char *line = g_strdup_printf("<%04X><5165>\n", glyph->code); /* not the radical U+2F0A */
	g_assert_nonnull(strstr(unicode->stream->str, line));
	g_free(cff.cids);
	pdf_read_free(pdf);
	fixture_clear(&f);
}

/* Every cut and many changes of a CFF font: an answer, or none, and no step outside. */
static void test_hostile_cff(void)
{
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "sans-serif", "zh", "织女");
	if (!strstr(zn_face_family(run->face), "CJK")) {
		g_test_skip("no Noto CJK");
		fixture_clear(&f);
		return;
	}
	PdfRead *pdf = finish(&f);
	const GString *program = pdf_find(pdf, "/Subtype/CIDFontType0C")->stream;
	GRand *rand = g_rand_new_with_seed(5);
	for (size_t len = 0; len < program->len; len += 7) {
		g_autofree uint8_t *bytes = g_memdup2(program->str, MAX(len, 1));
		ZnCff cff = {0};
		if (zn_cff_read(bytes, len, &cff))
			g_free(cff.cids);
	}
	for (int i = 0; i < 3000; i++) {
		g_autofree uint8_t *bytes = g_memdup2(program->str, program->len);
		ZnCff cff = {0};
		for (int k = 0; k < 8; k++)
			bytes[g_rand_int_range(rand, 0, (int)MIN(program->len, 1200))] = (uint8_t)g_rand_int(rand);
		if (zn_cff_read(bytes, program->len, &cff))
			g_free(cff.cids);
	}
	g_rand_free(rand);
	pdf_read_free(pdf);
	fixture_clear(&f);
}

/* A copy of a face with another fsType. */
static hb_blob_t *other_type(hb_face_t *face, hb_tag_t tag, void *user)
{
	hb_blob_t *blob = hb_face_reference_table(user, tag);
	if (tag != HB_TAG('O', 'S', '/', '2'))
		return blob;
	hb_blob_t *copy = hb_blob_copy_writable_or_fail(blob);
	hb_blob_destroy(blob);
	char *bytes = hb_blob_get_data_writable(copy, NULL);
	bytes[8] = (char)(GPOINTER_TO_UINT(hb_face_get_user_data(face, (hb_user_data_key_t *)other_type)) >> 8);
	bytes[9] = (char)GPOINTER_TO_UINT(hb_face_get_user_data(face, (hb_user_data_key_t *)other_type));
	return copy;
}

static void test_restrictions(void)
{
	static const struct {
		unsigned type, restrictions;
	} cases[] = {{0, 0}, {2, 2}, {4, 0}, {6, 0}, {8, 0}, {0x100, 0x100}, {0x202, 0x202}};
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "PT Sans", "en", "a");
	hb_face_t *face = hb_font_get_face(zn_face_font(run->face));
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		hb_face_t *changed = hb_face_create_for_tables(other_type, face, NULL);
		hb_face_set_user_data(changed, (hb_user_data_key_t *)other_type, GUINT_TO_POINTER(cases[i].type), NULL, TRUE);
		g_assert_cmphex(zn_pdf_font_restrictions(changed), ==, cases[i].restrictions);
		hb_face_destroy(changed);
	}
	/* one that forbids it is reported by name, and the document fails */
	hb_face_t *forbidding = hb_face_create_for_tables(other_type, face, NULL);
	hb_face_set_user_data(forbidding, (hb_user_data_key_t *)other_type, GUINT_TO_POINTER(2), NULL, TRUE);
	ZnPdfFont *font = (ZnPdfFont *)zn_pdf_fonts_at(f.fonts, 0);
	font->font = hb_font_create(forbidding);
	g_assert_false(zn_pdf_fonts_finish(f.fonts, f.file, f.context->diags));
	g_assert_cmpstr(zn_diags_at(f.context->diags, 0)->message, ==, "the font “PT Sans” forbids embedding, which a PDF needs");
	hb_font_destroy(font->font);
	hb_face_destroy(forbidding);
	fixture_clear(&f);
}

static void test_ligatures(void)
{
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "PT Serif", "en", "fi");
	PdfRead *pdf = finish(&f);
	const ZnPdfFont *font = zn_pdf_fonts_lookup(f.fonts, run);
	if (run->n_glyphs == 1) /* the font has a ligature: it is read as two letters */
		g_assert_nonnull(zn_pdf_font_glyph_as(font, run->glyphs[0].id, "fi", 2));
	else
		g_assert_nonnull(zn_pdf_font_glyph_as(font, run->glyphs[0].id, "f", 1));
	pdf_read_free(pdf);
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf-fonts/truetype", test_truetype);
	g_test_add_func("/pdf-fonts/cff", test_cff);
	g_test_add_func("/pdf-fonts/hostile-cff", test_hostile_cff);
	g_test_add_func("/pdf-fonts/restrictions", test_restrictions);
	g_test_add_func("/pdf-fonts/ligatures", test_ligatures);
	return g_test_run();
}
