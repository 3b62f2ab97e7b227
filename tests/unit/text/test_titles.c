#include "unit/text/text_test.h"

static const ZnFont sans = {.family = "sans-serif", .size = 20};

static void test_truncate(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		const char *text = "Research and development";
		g_assert_cmpstr(zn_text_truncate(f.context, &sans, text, 0, NULL), ==, text);
		g_assert_cmpstr(zn_text_truncate(f.context, &sans, text, 1000, NULL), ==, text);
		for (double limit = 30; limit < 200; limit += 7) {
			const char *cut = zn_text_truncate(f.context, &sans, text, limit, NULL);
			g_assert_true(g_str_has_suffix(cut, "…"));
			g_assert_cmpfloat(zn_text_width(f.context, &sans, cut), <=, limit + 0.01);
			size_t kept = strlen(cut) - strlen("…");
			g_assert_cmpint(strncmp(cut, text, kept), ==, 0);
			/* not a letter less than fits, but for what the letter and the ellipsis share by kerning */
			g_autofree char *more = g_strdup_printf("%.*s…", (int)kept + 1, text);
			g_assert_cmpfloat(zn_text_width(f.context, &sans, more), >=, limit - 1);
		}
		g_assert_cmpstr(zn_text_truncate(f.context, &sans, "研究与试验发展", 100, "..."), ==, "研究与试...");
		g_assert_cmpstr(zn_text_truncate(f.context, &sans, "abc", 1, NULL), ==, "…");
	}
	fixture_close(&f);
}

static void wrap_is(Fixture *f, const char *lang, const char *text, double width, const char *wanted)
{
	size_t n;
	f->context->lang = lang;
	char **lines = zn_text_wrap(f->context, &sans, text, width, &n);
	g_autoptr(GString) got = g_string_new(NULL);
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(got, "%s%s", i ? "|" : "", lines[i]);
	g_assert_cmpstr(got->str, ==, wanted);
}

static void test_wrap(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		wrap_is(&f, "en", "short", 500, "short");
		wrap_is(&f, "en", "", 500, "");
		wrap_is(&f, "en", "two\nlines", 500, "two|lines");
		/* even lines rather than a full one and a rest */
		wrap_is(&f, "en", "one two three four five six", 200, "one two three|four five six");
		wrap_is(&f, "en", "Supercalifragilistic word", 50, "Supercalifragilistic|word");
		/* prepositions, numbers and dashes */
		wrap_is(&f, "ru", "Затраты на науку в России", 170, "Затраты на науку|в России");
		wrap_is(&f, "ru", "Рост — это 5 %", 110, "Рост —|это 5 %");
		/* Chinese words stay whole; marks keep their side */
		wrap_is(&f, "zh", "研究与试验发展经费支出", 140, "研究与试验|发展经费支出");
		wrap_is(&f, "zh", "人口（百万），2020年", 145, "人口（百万），|2020年");
	}
	fixture_close(&f);
}

static void test_wrap_widths(void)
{
	static const struct {
		const char *lang, *text;
	} cases[] = {
	    {"zh", "中国研究与试验发展经费支出占国内生产总值的比重（2000—2020年）"},
	    {"ru", "Внутренние затраты на исследования и разработки в процентах к валовому внутреннему продукту"},
	    {"en", "China's R&D spending grew twenty-three-fold in two decades, faster than in any other country"},
	};
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
			f.context->lang = cases[i].lang;
			for (double width = 260; width < 700; width += 33) {
				size_t n, bytes = 0;
				char **lines = zn_text_wrap(f.context, &sans, cases[i].text, width, &n);
				for (size_t k = 0; k < n; k++) {
					g_assert_cmpfloat(zn_text_width(f.context, &sans, lines[k]), <=, width + 0.5);
					bytes += strlen(lines[k]);
				}
				g_assert_cmpuint(bytes + n, >=, strlen(cases[i].text)); /* only spaces are lost */
			}
		}
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/titles/truncate", test_truncate);
	g_test_add_func("/titles/wrap", test_wrap);
	g_test_add_func("/titles/wrap-widths", test_wrap_widths);
	return g_test_run();
}
