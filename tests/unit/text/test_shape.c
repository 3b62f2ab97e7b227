#include "unit/text/text_test.h"

#include "base/limits.h"

static const ZnFont sans = {.family = "sans-serif", .size = 20};

static void test_width(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		g_assert_cmpfloat_with_epsilon(zn_text_width(f.context, &sans, "织女"), 40, 1e-6);
		/* PT Sans: 545 of 1000 units for each digit: tabular */
		g_assert_cmpfloat_with_epsilon(zn_text_width(f.context, &sans, "1111"), 4 * 10.9, 0.01);
		g_assert_cmpfloat_with_epsilon(zn_text_width(f.context, &sans, "2024"), 4 * 10.9, 0.01);
		ZnFont spaced = sans;
		spaced.letter_spacing = 3;
		g_assert_cmpfloat_with_epsilon(zn_text_width(f.context, &spaced, "织女"), 46, 1e-6);
		/* kerning: shaped, not added up */
		g_assert_cmpfloat(zn_text_width(f.context, &sans, "AV"), <,
		                  zn_text_width(f.context, &sans, "A") + zn_text_width(f.context, &sans, "V"));
		/* widths scale with the size: nothing is rounded to whole px */
		ZnFont half = sans;
		half.size = 10.5;
		g_assert_cmpfloat_with_epsilon(zn_text_width(f.context, &half, "Россия"), zn_text_width(f.context, &sans, "Россия") * 10.5 / 20,
		                               0.01);
	}
	fixture_close(&f);
}

static double width_of(const Fixture *f, const char *text)
{
	return zn_text_width(f->context, &sans, text);
}

/* Single lines have the gaps of paragraphs (CLREQ): a quarter em beside Western text, typed or not; neighbouring marks take one and a half. */
static void test_gaps(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		double digits = width_of(&f, "2009"), year = digits + 20 + 5;
		g_assert_cmpfloat_with_epsilon(width_of(&f, "2009年"), year, 0.01);
		g_assert_cmpfloat_with_epsilon(width_of(&f, "2009 年"), year, 0.01);
		g_assert_cmpfloat_with_epsilon(width_of(&f, "至2009年"), year + 25, 0.01);
		g_assert_cmpfloat_with_epsilon(width_of(&f, "Россия和США"), width_of(&f, "Россия") + width_of(&f, "США") + 30, 0.01);
		g_assert_cmpfloat_with_epsilon(width_of(&f, "（2009）"), digits + 40, 0.01);
		g_assert_cmpfloat_with_epsilon(width_of(&f, "甲），《乙"), 5 * 20 - 2 * 10, 0.01);
		/* the gap is no text: the clusters still cover what was typed, and an invisible space tells readers of PDFs so */
		const ZnShaped *shaped = zn_text_shape(f.context, &sans, NULL, "2009年");
		assert_clusters(shaped);
		g_assert_cmpuint(shaped->runs[0].text_len, ==, 4);
		g_assert_cmpuint(shaped->runs[0].n_glyphs, ==, 5);
		g_assert_cmpfloat_with_epsilon(shaped->runs[1].x, digits + 5, 0.01);
		/* what is broken into lines fits as it is measured */
		size_t n;
		char **lines = zn_text_wrap(f.context, &sans, "到2009年2010年", 2 * year + 1, &n);
		g_assert_cmpuint(n, ==, 2);
		for (size_t i = 0; i < n; i++)
			g_assert_cmpfloat(width_of(&f, lines[i]), <=, 2 * year + 1);
	}
	fixture_close(&f);
}

static void test_nothing(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		g_assert_cmpfloat(zn_text_width(f.context, &sans, ""), ==, 0);
		g_assert_cmpuint(zn_text_shape(f.context, &sans, NULL, NULL)->n_runs, ==, 0);
		ZnFont none = {.family = "sans-serif", .size = 0};
		g_assert_cmpfloat(zn_text_width(f.context, &none, "abc"), ==, 0);
		assert_clusters(zn_text_shape(f.context, &sans, NULL,
		                              "a\xff"
		                              "b"));
		g_assert_cmpuint(zn_diags_len(f.context->diags), <=, 1);
	}
	fixture_close(&f);
}

static void test_too_long(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		g_autofree char *text = g_malloc(ZN_LIMIT_TEXT + 11);
		memset(text, 'a', ZN_LIMIT_TEXT + 10);
		text[ZN_LIMIT_TEXT + 10] = '\0';
		const ZnShaped *shaped = zn_text_shape(f.context, &sans, NULL, text);
		g_assert_cmpuint(shaped->runs[0].n_glyphs, ==, ZN_LIMIT_TEXT);
		g_assert_cmpuint(zn_diags_count(f.context->diags, ZN_ERROR), ==, 1);
	}
	fixture_close(&f);
}

static void test_cache(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		const ZnShaped *once = zn_text_shape(f.context, &sans, NULL, "label");
		g_assert_true(once == zn_text_shape(f.context, &sans, NULL, "label"));
		ZnFont bold = sans;
		bold.weight = 700;
		g_assert_true(once != zn_text_shape(f.context, &bold, NULL, "label"));
		g_assert_true(once != zn_text_shape(f.context, &sans, "ru", "label"));
	}
	fixture_close(&f);
}

/* Which font the marks that Chinese and Western text share come from. */
static void test_marks(void)
{
	static const struct {
		const char *lang, *text, *mark;
		bool chinese;
	} cases[] = {
	    {"zh", "他说“好”", "“", true},        {"zh", "“改革”是……", "…", true},       {"zh", "在看来——真的", "—", true},
	    {"zh", "弗拉基米尔·普京", "·", true}, {"zh", "“5G”和", "”", true},           {"zh", "it’s", "’", false},
	    {"zh", "see “abc” here", "“", false}, {"en", "the “end” of", "“", false},    {"en", "“改革开放”", "“", true},
	    {"ru", "он „кот“ — да", "“", false},  {"ru", "книга “骨” есть", "”", false}, {"zh", "（“Hello”，……）", "…", true},
	};
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
			const ZnShaped *shaped = zn_text_shape(f.context, &sans, cases[i].lang, cases[i].text);
			g_test_message("%s: %s", cases[i].lang, cases[i].text);
			g_assert_cmpstr(family_of(shaped, cases[i].mark), ==, cases[i].chinese ? "Noto Sans CJK SC" : "PT Sans");
			assert_clusters(shaped);
		}
	}
	fixture_close(&f);
}

static uint32_t first_glyph(Fixture *f, const char *lang, const char *text)
{
	return zn_text_shape(f->context, &sans, lang, text)->runs[0].glyphs[0].id;
}

static void test_regions(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		uint32_t mainland = first_glyph(&f, "zh-CN", "骨");
		g_assert_cmpuint(mainland, !=, first_glyph(&f, "ja", "骨"));
		g_assert_cmpuint(mainland, !=, first_glyph(&f, "zh-TW", "骨"));
		/* Han in Russian and English text is Chinese */
		g_assert_cmpuint(mainland, ==, first_glyph(&f, "ru", "骨"));
		g_assert_cmpuint(mainland, ==, first_glyph(&f, "en", "骨"));
		g_assert_cmpuint(mainland, ==, first_glyph(&f, "zh", "骨"));
		g_assert_cmpstr(run_with(zn_text_shape(f.context, &sans, "ru", "да 骨"), "骨")->lang, ==, "zh-CN");
		g_assert_cmpstr(run_with(zn_text_shape(f.context, &sans, "zh", "骨 да"), "да")->lang, ==, "ru");
		/* one dash of two em */
		const ZnRun *dash = run_with(zn_text_shape(f.context, &sans, "zh", "中——文"), "——");
		g_assert_cmpuint(dash->n_glyphs, ==, 3);
		g_assert_cmpfloat_with_epsilon(dash->width, 80, 0.01);
	}
	fixture_close(&f);
}

static void test_missing(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		const ZnShaped *shaped = zn_text_shape(f.context, &sans, NULL, "up \xf0\x9f\x91\x8d up");
		assert_clusters(shaped);
		for (size_t i = 0; i < shaped->n_runs; i++) {
			for (size_t g = 0; g < shaped->runs[i].n_glyphs; g++)
				g_assert_cmpuint(shaped->runs[i].glyphs[g].id, !=, 0); /* no tofu */
		}
		zn_text_shape(f.context, &sans, NULL, "again \xf0\x9f\x91\x8d");
		g_assert_cmpuint(zn_diags_len(f.context->diags), ==, 1);
		const ZnDiag *diag = zn_diags_at(f.context->diags, 0);
		g_assert_nonnull(strstr(diag->message, "U+1F44D"));
		g_assert_nonnull(strstr(diag->message, "up"));
		g_assert_nonnull(strstr(diag->hint, "fonts-noto-color-emoji"));
		/* what fonts synthesise is not missing */
		zn_text_shape(f.context, &sans, NULL, "1\u202f234\u2009567\u00a0\u2011");
		g_assert_cmpuint(zn_diags_len(f.context->diags), ==, 1);
	}
	fixture_close(&f);
}

static void test_clusters(void)
{
	Fixture f;
	if (fixture_open(&f, "ru")) {
		/* an accent is one cluster with its letter; a variation selector stays with its character */
		const ZnShaped *stress = zn_text_shape(f.context, &sans, NULL, "За\u0301мок");
		assert_clusters(stress);
		g_assert_cmpint(stress->runs[0].clusters[1].num_bytes, ==, 4);
		const ZnShaped *variant = zn_text_shape(f.context, &sans, "zh", "葛\U000E0100飾");
		assert_clusters(variant);
		g_assert_cmpint(variant->runs[0].clusters[0].num_bytes, ==, 7);
		/* a ligature keeps the letters it was made of */
		const ZnShaped *office = zn_text_shape(f.context, &sans, NULL, "of\u200bfice fi");
		assert_clusters(office);
	}
	fixture_close(&f);
}

static void test_right_to_left(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		const ZnShaped *shaped = zn_text_shape(f.context, &sans, NULL, "abc \u05e9\u05dc\u05d5\u05dd def");
		if (zn_diags_len(f.context->diags)) {
			g_test_skip("no font for Hebrew (fonts-dejavu-core)");
		} else {
			assert_clusters(shaped);
			const ZnRun *hebrew = run_with(shaped, "\u05e9");
			g_assert_true(hebrew->rtl);
			g_assert_cmpfloat(hebrew->glyphs[0].x, <, hebrew->glyphs[hebrew->n_glyphs - 1].x);
			g_assert_cmpfloat(run_with(shaped, "abc")->x, <, hebrew->x);
			g_assert_cmpfloat(run_with(shaped, "def")->x, >, hebrew->x);
		}
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/shape/width", test_width);
	g_test_add_func("/shape/gaps", test_gaps);
	g_test_add_func("/shape/nothing", test_nothing);
	g_test_add_func("/shape/too-long", test_too_long);
	g_test_add_func("/shape/cache", test_cache);
	g_test_add_func("/shape/marks", test_marks);
	g_test_add_func("/shape/regions", test_regions);
	g_test_add_func("/shape/missing", test_missing);
	g_test_add_func("/shape/clusters", test_clusters);
	g_test_add_func("/shape/right-to-left", test_right_to_left);
	return g_test_run();
}
