#include "unit/text/text_test.h"

#include <glib/gstdio.h>

static void test_roles(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		size_t n;
		ZnFontRole *roles = zn_fonts_roles(f.fonts, f.context->arena, &n);
		g_assert_cmpuint(n, ==, 15);
		for (size_t i = 0; i < n; i++) {
			g_assert_nonnull(roles[i].package);
			if (strcmp(roles[i].package, "fonts-lxgw-wenkai") == 0 && !roles[i].found)
				continue;
			g_assert_cmpstr(roles[i].found, ==, roles[i].wanted);
			g_assert_true(g_file_test(roles[i].file, G_FILE_TEST_IS_REGULAR));
		}
	}
	fixture_close(&f);
}

static const ZnFace *face_of(Fixture *f, const char *family, int weight, bool italic, const char *text)
{
	ZnFont font = {.family = family, .size = 20, .weight = weight, .italic = italic};
	return zn_text_shape(f->context, &font, NULL, text)->runs[0].face;
}

static void test_families(void)
{
	static const struct {
		const char *asked, *text, *found;
	} cases[] = {
	    {"Helvetica Neue, Arial", "a", "PT Sans"},
	    {"'Times New Roman', serif", "ж", "PT Serif"},
	    {"Georgia", "的", "Noto Serif CJK SC"},
	    {"Nonsense Grotesk", "的", "Noto Sans CJK SC"},
	    {"\"Courier New\"", "a", "PT Mono"},
	    {NULL, "a", "PT Sans"},
	    {"Arial Narrow", "a", "PT Sans Narrow"},
	    {"PT Serif", "a", "PT Serif"},
	    {"", "a", "PT Sans"},
	};
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
			g_assert_cmpstr(zn_face_family(face_of(&f, cases[i].asked, 0, false, cases[i].text)), ==, cases[i].found);
	}
	fixture_close(&f);
}

static void test_styles(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		g_assert_cmpint(zn_face_weight(face_of(&f, "serif", 700, false, "a")), ==, 700);
		g_assert_cmpint(zn_face_weight(face_of(&f, "serif", 0, false, "a")), ==, 400);
		g_assert_true(zn_face_italic(face_of(&f, "serif", 0, true, "a")));
		/* bold Han is a real bold, and no Han is ever slanted */
		const ZnFace *han = face_of(&f, "sans-serif", 700, true, "的");
		g_assert_cmpint(zn_face_weight(han), ==, 700);
		g_assert_false(zn_face_italic(han));
		cairo_matrix_t matrix;
		cairo_scaled_font_get_font_matrix(zn_face_scaled_font(han), &matrix);
		g_assert_cmpfloat(matrix.xy, ==, 0);
		g_assert_cmpfloat(matrix.xx, ==, 20);
		g_assert_cmpint(cairo_scaled_font_status(zn_face_scaled_font(han)), ==, CAIRO_STATUS_SUCCESS);
		if (has_role(&f, "emphasis", ZN_SCRIPT_HAN))
			g_assert_cmpstr(zn_face_family(face_of(&f, "emphasis", 0, true, "的")), ==, "LXGW WenKai");
	}
	fixture_close(&f);
}

static void test_no_configuration(void)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_assert_null(zn_fonts_new(diags, "/nowhere/fonts.conf"));
	g_assert_cmpuint(zn_diags_count(diags, ZN_ERROR), ==, 1);
	g_assert_cmpstr(zn_diags_at(diags, 0)->place.file, ==, "/nowhere/fonts.conf");
}

static void test_empty_configuration(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("zhinu-XXXXXX.conf", &path, &error);
	g_assert_no_error(error);
	g_assert_true(g_close(fd, NULL));
	g_assert_true(g_file_set_contents(path, "<?xml version='1.0'?><fontconfig></fontconfig>", -1, NULL));
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_assert_null(zn_fonts_new(diags, path));
	g_assert_nonnull(strstr(zn_diags_at(diags, 0)->message, "no fonts"));
	g_assert_nonnull(strstr(zn_diags_at(diags, 0)->hint, "fonts-paratype"));
	g_unlink(path);
}

static void test_digest(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		const char *before = zn_fonts_digest(f.fonts, f.context->arena);
		g_assert_cmpuint(strlen(before), ==, 64);
		face_of(&f, "serif", 0, false, "a"); /* what is used does not matter: a worker's digest would depend on its jobs */
		g_assert_cmpstr(before, ==, zn_fonts_digest(f.fonts, f.context->arena));
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fonts/roles", test_roles);
	g_test_add_func("/fonts/families", test_families);
	g_test_add_func("/fonts/styles", test_styles);
	g_test_add_func("/fonts/no-configuration", test_no_configuration);
	g_test_add_func("/fonts/empty-configuration", test_empty_configuration);
	g_test_add_func("/fonts/digest", test_digest);
	return g_test_run();
}
