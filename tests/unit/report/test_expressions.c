/* {{ expressions }} in prose, in three languages. */
#include "report_test.h"

typedef struct Case {
	const char *expression, *en, *ru, *zh;
} Case;

static const Case cases[] = {
    {"rd[2020].spent", "24,393.1", "24 393,1", "24393.1"},
    {"rd['2020'].share", "2.41", "2,41", "2.41"},
    {"rd[2020].year", "2020", "2020", "2020"},
    {"ranks['CHN'].rank", "14", "14", "14"},
    {"1/4", "0.25", "0,25", "0.25"},
    {"big(rd[2020].spent, 2, 1e8)", "2.44 trillion", "2,44 трлн", "2.44万亿"},
    {"number(1234567.891, 1)", "1,234,567.9", "1 234 567,9", "1234567.9"},
    {"percent(cagr(rd, 'spent', 2000, 2020), 1)", "18.0%", "18,0 %", "18.0%"},
    {"percent(growth('rd', 'spent', 2000, 2010), 0)", "689%", "689 %", "689%"},
    {"number(sum(rd, 'spent'), 0)", "32,351", "32 351", "32351"},
    {"number(sum(rd, 'spent', 2000, 2010), 0)", "7,958", "7 958", "7958"},
    {"number(mean(rd, 'share'), 2)", "1.67", "1,67", "1.67"},
    {"min(rd, 'share') + max(rd, 'share')", "3.3", "3,3", "3.3"},
    {"max(3, 7, 5)", "7", "7", "7"},
    {"count(ranks)", "3", "3", "3"},
    {"rank(ranks, 'rank', 'CHN', 'ascending')", "2", "2", "2"},
    {"rank(rd, 'spent', 2020)", "1", "1", "1"},
    {"rd[2020].spent > 20000 ? 'more' : 'less'", "more", "more", "more"},
    {"'}}' + \"{{\"", "}}{{", "}}{{", "}}{{"},
};

/* Spaces that do not break are spaces here. */
static const char *plain(Fixture *f, const char *text)
{
	g_autoptr(GString) out = g_string_new(text);
	g_string_replace(out, "\u00a0", " ", 0);
	g_string_replace(out, "\u202f", " ", 0);
	return zn_arena_strdup(f->context->arena, out->str);
}

static void check_lang(Fixture *f, const char *lang, size_t member)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *expected = ((const char *const *)&cases[i])[member];
		zn_diags_clear(f->context->diags);
		g_autofree char *text = g_strdup_printf("---\nlang: %s\n---\nA <{{ %s }}> b\n", lang, cases[i].expression);
		ZnDocument *document = make(f, text);
		if (!document)
			g_test_message("%s: %s", cases[i].expression, problems(f));
		g_assert_nonnull(document);
		g_autofree char *wanted = g_strdup_printf("<%s>", expected);
		const char *found = plain(f, page_text(f, document, 0));
		g_autoptr(GString) joined = g_string_new(found); /* fonts may change within */
		g_string_replace(joined, " ", "", 0);
		g_autoptr(GString) key = g_string_new(wanted);
		g_string_replace(key, " ", "", 0);
		assert_has(joined->str, key->str);
	}
}

static void test_en(Fixture *f, gconstpointer data)
{
	if (f->fonts_there)
		check_lang(f, "en", 1);
}

static void test_ru(Fixture *f, gconstpointer data)
{
	if (f->fonts_there)
		check_lang(f, "ru", 2);
}

static void test_zh(Fixture *f, gconstpointer data)
{
	if (f->fonts_there)
		check_lang(f, "zh", 3);
}

static void test_where(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make(
	    f,
	    "---\ntitle: \"T {{ 1 + 1 }}\"\nabstract: A {{ rd[2000].share }}.\nkey-figures:\n  - value: \"{{ 3 * 3 }}\"\n    label: L{{ 4 }}\n"
	    "---\n# H {{ 5 }}\n\n*e {{ 2 * 3 }}* `code {{ x }}`\n\n| a | b |\n|---|---|\n| {{ 7 || 8 }} | \\{{ x }} |\n\n[^n]: N {{ 9 "
	    "}}\n\nx[^n]\n\n"
	    "```\n{{ y }} {#z}\n```\n");
	g_assert_cmpstr(problems(f), ==, "");
	const char *text = page_text(f, document, 0);
	static const char *const parts[] = {"T 2", "A 0.89.", "9", "L4", "H 5", "e 6", "code {{ x }}", "7", "{{ x }}", "N 9", "{{ y }} {#z}"};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		assert_has(text, parts[i]);
	g_assert_cmpstr(document->title, ==, "T 2");
}

static void test_failures(Fixture *f, gconstpointer data)
{
	assert_fails(f, "a\n\nb {{ nope }} c\n", "r.md:3:6: error: there is no table “nope”");
	assert_fails(f, "{{ rdd[2020].spent }}", "did you mean “rd”?");
	assert_fails(f, "x {{ rd[1999].spent }}", "r.md:1:6: error: the table “rd” has no row “1999”\n  hint: its rows go from 2000 to 2021");
	assert_fails(f, "{{ rd[2020].spend }}", "the table “rd” has no field “spend”\n  hint: did you mean “spent”?");
	assert_fails(f, "{{ rd[2021].spent }}", "has no value");
	assert_fails(f, "{{ rd[2020] }}", "gives a table or row, not a text or number");
	assert_fails(f, "{{ 1 + }}", "r.md:1:");
	assert_fails(f, "{{ }}", "an empty expression");
	assert_fails(f, "a {{ b\n\nc", "r.md:1:3: error: “{{” has no “}}”");
	assert_fails(f, "{{ cagr(rd, 'spend', 2000, 2020) }}", "did you mean “spent”?");
	assert_fails(f, "{{ cagr(rd, 'spent', 2000, 1990) }}", "the table “rd” has no row “1990”");
	assert_fails(f, "{{ cagr(rd, 'spent', 2020, 2000) }}", "the later one behind");
	assert_fails(f, "{{ growth(rd, 'spent', 2000, 2021) }}", "needs numbers other than 0");
	assert_fails(f, "{{ sum('r', 'spent') }}", "the first argument of sum() should be a table");
	assert_fails(f, "{{ sum(rd) }}", "argument 2 of sum() should be a field of “rd”");
	assert_fails(f, "{{ number('a', 1) }}", "argument 1 of number() should be a number");
	assert_fails(f, "{{ number(1, 99) }}", "0 to 20 decimals");
	assert_fails(f, "{{ cagrr(rd) }}", "unknown function “cagrr”");
	assert_fails(f, "---\ntitle: \"x {{ nope }}\"\n---\n", "r.md:2:14: error: there is no table “nope”");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("expressions/en", test_en);
	ADD("expressions/ru", test_ru);
	ADD("expressions/zh", test_zh);
	ADD("expressions/where", test_where);
	ADD("expressions/failures", test_failures);
	return g_test_run();
}
