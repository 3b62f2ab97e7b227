#include "unit/text/text_test.h"

typedef struct Case {
	const char *lang, *marked; /* '|' a line may end, '~' a hyphen may stand */
} Case;

static void check(const Case *cases, size_t n)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < n; i++) {
			g_autoptr(GString) plain = g_string_new(NULL);
			for (const char *p = cases[i].marked; *p; p++) {
				if (*p != '|' && *p != '~')
					g_string_append_c(plain, *p);
			}
			const char *got = zn_text_break_marks(f.context, cases[i].lang, plain->str);
			g_assert_cmpstr(got, ==, cases[i].marked);
		}
	}
	fixture_close(&f);
}

static void test_chinese(void)
{
	static const Case cases[] = {
	    {"zh-CN", "她|问：|“谁|来？”|没|人|答。"},
	    {"zh-CN", "等……|很|久——|终|于|来|了"},
	    {"zh-CN", "《〈诗|经〉|选》|（第|3|版）；"},
	    {"zh-CN", "输|入/输|出"},
	    {"zh-CN", "列|夫·|托|尔|斯|泰"},
	    {"zh-CN", "我|的|Pixel |9|用|了|2|年"},
	    {"zh-CN", "约|10～|20|元"},
	    {"zh-CN", "占|5%|左|右"},
	    {"zh-TW", "「你|好」，|『再|見』。"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

static void test_russian(void)
{
	static const Case cases[] = {
	    {"ru", "Л. Н. Тол~стой |и его |дом"},
	    {"ru", "Тол~стой |жил |в Яс~ной |По~ля~не"},
	    {"ru", "Тол~стой Л. Н."},
	    {"ru", "в 1999 г., |12 345 руб., |7 %, |№ 12, |§ 3, |20 кг"},
	    {"ru", "см. |рис. 3 |и т. д."},
	    {"ru", "— Нет! — |от~ве~ти~ла |она."},
	    {"ru", "кто-|ни~будь"},
	    {"ru", "2-й этаж, |COVID-19, |по-но~во~му"},
	    {"ru", "ска~зал бы |кто"},
	    {"ru", "1941—1945 |го~дов"},
	    {"ru", "за́мок |или |ЮНЕСКО"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

static void test_english(void)
{
	static const Case cases[] = {
	    {"en", "dif~fi~cult |ex~am~ple"},
	    {"en", "a |well-|known |x-ray"},
	    {"en", "see |https://|zhinu.|test/|specs?|a=1&|b=2, |then |go"},
	    {"en", "5 kg |of |flour, |Fig. 3"},
	    {"en", "wait — |no"},
	    {"en", "and/or |read/write"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

/* Whatever stands there, the marks are put in without changing the text. */
static void test_robust(void)
{
	static const char *const texts[] = {"",
	                                    " ",
	                                    "/",
	                                    "-",
	                                    "—",
	                                    "“",
	                                    "«",
	                                    ".",
	                                    "https://",
	                                    "www.",
	                                    "5",
	                                    "А.",
	                                    "\u0301",
	                                    "a\u0301\u0301",
	                                    "№ ",
	                                    " %",
	                                    "\u202e\u05d0b",
	                                    "ъъъъъъъъ",
	                                    "аааааааааааааааааааааааааа",
	                                    "a b c d . . . ! ! !",
	                                    "\n\n",
	                                    "http://////",
	                                    "--- - --"};
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
			g_autoptr(GString) plain = g_string_new(NULL);
			for (const char *p = zn_text_break_marks(f.context, i % 2 ? "ru" : "zh", texts[i]); *p; p++) {
				if (*p != '|' && *p != '~')
					g_string_append_c(plain, *p);
			}
			g_assert_cmpstr(plain->str, ==, texts[i]);
		}
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/breaks/chinese", test_chinese);
	g_test_add_func("/breaks/russian", test_russian);
	g_test_add_func("/breaks/english", test_english);
	g_test_add_func("/breaks/robust", test_robust);
	return g_test_run();
}
