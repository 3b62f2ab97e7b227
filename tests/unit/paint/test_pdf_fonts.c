/* Fonts of a PDF: codes, widths, text, what may not be embedded; programs of our own as FreeType reads them. */
#include "paint/pdf_fonts.h"
#include "paint/pdf_truetype.h"
#include "pdf_read.h"
#include "torture.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
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
	const ZnPdfGlyph *space = zn_pdf_font_glyph_as(font, (uint32_t)font->space, " ", 1, 0);
	const ZnPdfGlyph *hard = zn_pdf_font_glyph_as(font, (uint32_t)font->space, "\u2002", 3, 0);
	g_assert_true(space && hard);
	g_assert_cmpuint(space->code, !=, hard->code);
	g_assert_null(zn_pdf_font_glyph_as(font, (uint32_t)font->space, "x", 1, 0));
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
	g_assert_cmpuint(hard->code, >, space->code); /* in order of their texts */
	g_assert_nonnull(strstr(unicode->stream->str, "<0001><0007>[<0020><0041><0054><0062><0065><006F><2002>]\n"));
	pdf_read_free(pdf);
	fixture_clear(&f);
}

/* What does not depend on where an outline's contours begin, and in which order they come. */
typedef struct Shape {
	int contours;
	double area;
	FT_BBox box;
	FT_Pos width;
} Shape;

static Shape shape_of(FT_Face face, unsigned id)
{
	g_assert_cmpint(FT_Load_Glyph(face, id, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING), ==, 0);
	const FT_Outline *outline = &face->glyph->outline;
	Shape shape = {.contours = outline->n_contours, .width = face->glyph->metrics.horiAdvance};
	FT_Outline_Get_CBox((FT_Outline *)outline, &shape.box);
	for (int c = 0, from = 0; c < outline->n_contours; from = outline->contours[c++] + 1) {
		int n = outline->contours[c] + 1 - from;
		for (int i = 0; i < n; i++) {
			FT_Vector p = outline->points[from + i], q = outline->points[from + (i + 1) % n];
			shape.area += (double)p.x * (double)q.y - (double)q.x * (double)p.y;
		}
	}
	return shape;
}

/* Chinese, so that it is CFF; marks beside each other and Western text beside Han make glyphs of other widths. */
static void test_cff(void)
{
	static const char sample[] = "织女入一？「中」，《国》：年年有余，驫鱻龘靐";
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "serif", "zh", sample);
	if (!strstr(zn_face_family(run->face), "CJK")) {
		g_test_skip("no Noto CJK");
		fixture_clear(&f);
		return;
	}
	PdfRead *pdf = finish(&f);
	const ZnPdfFont *font = zn_pdf_fonts_lookup(f.fonts, run);
	const PdfObject *descendant = pdf_find(pdf, "/CIDFontType0/"), *program = pdf_find(pdf, "/Subtype/CIDFontType0C");
	g_assert_nonnull(strstr(descendant->text, "/DW 1000"));
	g_assert_null(strstr(descendant->text, "CIDToGIDMap"));
	const ZnPdfGlyph *enter = zn_pdf_font_glyph_as(font, run->glyphs[2].id, "入", 3, 0);
	g_assert_nonnull(enter);
	const PdfObject *unicode = pdf_object(pdf, (unsigned)pdf_number(pdf_find(pdf, "/Subtype/Type0")->text, "/ToUnicode "));
	g_assert_nonnull(strstr(unicode->stream->str, "<5165>")); /* not the radical U+2F0A */
	g_assert_null(strstr(unicode->stream->str, "<2F0A>"));
	/* the same outlines */
	FT_Library library;
	FT_Face made, source;
	g_assert_cmpint(FT_Init_FreeType(&library), ==, 0);
	g_assert_cmpint(FT_New_Memory_Face(library, (const FT_Byte *)program->stream->str, (FT_Long)program->stream->len, 0, &made), ==, 0);
	g_assert_cmpint(FT_New_Face(library, zn_face_file(run->face), zn_face_index(run->face), &source), ==, 0);
	g_assert_cmpint(made->num_glyphs, ==, 1 + (FT_Long)font->glyphs->len);
	for (guint i = 0; i < font->glyphs->len; i++) {
		const ZnPdfGlyph *glyph = &g_array_index(font->glyphs, ZnPdfGlyph, i);
		Shape a = shape_of(made, glyph->code), b = shape_of(source, glyph->id);
		g_assert_cmpint(a.contours, ==, b.contours);
		g_assert_cmpfloat(a.area, ==, b.area);
		g_assert_cmpmem(&a.box, sizeof a.box, &b.box, sizeof b.box);
		g_assert_cmpint(a.width, ==, glyph->width);
		g_assert_cmpint(a.width, ==, b.width + glyph->extra);
	}
	FT_Done_Face(made);
	FT_Done_Face(source);
	FT_Done_FreeType(library);
	pdf_read_free(pdf);
	fixture_clear(&f);
}

static int extent(hb_font_t *font, unsigned id)
{
	hb_glyph_extents_t box;
	g_assert_true(hb_font_get_glyph_extents(font, id, &box));
	return box.width;
}

/* A copy of a glyph is as wide as it is asked to be; whatever the bytes, no step outside of them. */
static void test_truetype_copies(void)
{
	Fixture f;
	if (!fixture_init(&f))
		return;
	const ZnRun *run = use(&f, "PT Sans", "en", "a");
	hb_face_t *face = hb_font_get_face(zn_face_font(run->face));
	unsigned n = hb_face_get_glyph_count(face), id = run->glyphs[0].id;
	const ZnGlyphCopy copies[] = {{id, 1234}, {0, 77}}, wrong = {n + 5, 1};
	hb_face_t *more = zn_truetype_extend(face, copies, 2);
	g_assert_nonnull(more);
	hb_font_t *before = hb_font_create(face), *after = hb_font_create(more);
	g_assert_cmpuint(hb_face_get_glyph_count(more), ==, n + 2);
	g_assert_cmpint(hb_font_get_glyph_h_advance(after, n), ==, 1234);
	g_assert_cmpint(hb_font_get_glyph_h_advance(after, n + 1), ==, 77);
	g_assert_cmpint(hb_font_get_glyph_h_advance(after, id), ==, hb_font_get_glyph_h_advance(before, id));
	g_assert_cmpint(extent(after, n), ==, extent(before, id));
	g_assert_cmpint(extent(after, id), ==, extent(before, id));
	g_assert_null(zn_truetype_extend(face, &wrong, 1));
	hb_font_destroy(before);
	hb_font_destroy(after);
	GRand *rand = g_rand_new_with_seed(7);
	hb_blob_t *blob = hb_face_reference_blob(more);
	unsigned len;
	const char *bytes = hb_blob_get_data(blob, &len);
	for (int i = 0; i < 300; i++) {
		char *changed = g_memdup2(bytes, len);
		for (int k = 0; k < 20; k++)
			changed[g_rand_int_range(rand, 0, k % 2 ? 400 : (int)len)] = (char)g_rand_int(rand);
		hb_blob_t *spoilt = hb_blob_create(changed, i % 3 ? len : len / 2, HB_MEMORY_MODE_WRITABLE, changed, g_free);
		hb_face_t *bad = hb_face_create(spoilt, 0);
		hb_face_destroy(zn_truetype_extend(bad, copies, 2));
		hb_face_destroy(bad);
		hb_blob_destroy(spoilt);
	}
	g_rand_free(rand);
	hb_blob_destroy(blob);
	hb_face_destroy(more);
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
		g_assert_nonnull(zn_pdf_font_glyph_as(font, run->glyphs[0].id, "fi", 2, 0));
	else
		g_assert_nonnull(zn_pdf_font_glyph_as(font, run->glyphs[0].id, "f", 1, 0));
	pdf_read_free(pdf);
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf-fonts/truetype", test_truetype);
	g_test_add_func("/pdf-fonts/cff", test_cff);
	g_test_add_func("/pdf-fonts/truetype-copies", test_truetype_copies);
	g_test_add_func("/pdf-fonts/restrictions", test_restrictions);
	g_test_add_func("/pdf-fonts/ligatures", test_ligatures);
	return g_test_run();
}
