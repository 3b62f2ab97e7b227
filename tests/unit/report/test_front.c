/* Front matter, styles, and what stands at the head of a report. */
#include "report/front.h"
#include "report/internal.h"
#include "report_test.h"

static ZnFront *read_front(Fixture *f, const char *text)
{
	zn_diags_clear(f->context->diags);
	return zn_front_read(f->context, "r.md", text, strlen(text));
}

static void test_keys(Fixture *f, gconstpointer data)
{
	ZnFront *front =
	    read_front(f, "---\ntitle: A title\nauthors:\n  - One\n  - name: Two\n    email: x\nkeywords: a, b；c\nlang: zh\n"
	                  "toc: yes\nkey-figures:\n  - value: \"{{ 1 }}\"\n    label: L\nstyle:\n  body:\n    size: 11\n---\nBody\n");
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_cmpstr(front->title.text, ==, "A title");
	g_assert_cmpint(front->title.place.line, ==, 2);
	g_assert_cmpint(front->title.place.column, ==, 8);
	g_assert_cmpuint(front->n_authors, ==, 2);
	g_assert_cmpstr(front->authors[1].text, ==, "Two");
	g_assert_cmpuint(front->n_keywords, ==, 3);
	g_assert_cmpstr(front->keywords[2].text, ==, "c");
	g_assert_true(front->toc);
	g_assert_cmpuint(front->n_figures, ==, 1);
	g_assert_cmpint(front->figures[0].value.place.column, ==, 13);
	g_assert_cmpstr(zn_get_str(front->style, "body.size", ""), ==, "11");
	g_assert_cmpint(front->lines, ==, 16);
}

static void test_none(Fixture *f, gconstpointer data)
{
	g_assert_cmpuint(read_front(f, "# A heading\n")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "---\n\na rule, no block\n")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "---\n---\nx")->length, ==, 8);
	g_assert_cmpstr(problems(f), ==, "");
}

static void test_head(Fixture *f, gconstpointer data)
{
	const char *text = "\xEF\xBB\xBF---\r\nlang: ru\r\ntheme: paper\r\nnonsense: 1\r\n---\r\n";
	ZnReportHead head = zn_report_head(f->context, text, strlen(text));
	g_assert_cmpstr(head.lang, ==, "ru");
	g_assert_cmpstr(head.theme, ==, "paper");
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
}

static void check(Fixture *f, const char *text, const char *message)
{
	read_front(f, text);
	assert_has(problems(f), message);
}

static void test_wrong(Fixture *f, gconstpointer data)
{
	check(f, "---\ntitle: [a\n---\n", "error: the front matter is not YAML");
	check(f, "---\na: b: c\n---\n", "r.md:2:");
	check(f, "---\ntitel: x\n---\n", "r.md:2:1: warning: unknown key “titel” in the front matter\n  hint: did you mean “title”?");
	check(f, "---\ntitle: {{ x }}\n---\n", "an expression needs quotes");
	check(f, "---\ntitle: x\ntitle: y\n---\n", "r.md:3:1: error: “title” stands in the front matter twice");
	check(f, "---\ntoc: perhaps\n---\n", "“toc” should be true or false");
	check(f, "---\nlang: xx\n---\n", "unknown language “xx”");
	check(f, "---\n- a\n---\n", "the front matter should be a mapping");
	check(f, "---\nkey-figures: 3\n---\n", "should be a list of entries");
	check(f, "---\nkey-figures:\n  - value: 3\n---\n", "a key figure needs a value and a label");
	check(f, "---\na: &x 1\nb: *x\n---\n", "no anchors and aliases");
	g_autoptr(GString) deep = g_string_new("---\na: ");
	for (int i = 0; i < 10000; i++)
		g_string_append_c(deep, '[');
	g_string_append(deep, "\n---\n");
	check(f, deep->str, "error: ");
}

static void test_style(Fixture *f, gconstpointer data)
{
	ZnReportStyle *style = zn_report_style_new(f->context, (ZnPlace){0}, NULL, "zh");
	g_assert_cmpfloat_with_epsilon(style->body.size, 14, 1e-9);
	g_assert_cmpfloat_with_epsilon(style->grid, 17.5 * 4 / 3, 1e-9);
	g_assert_cmpfloat_with_epsilon(style->page_width, 210 * 96 / 25.4, 1e-6);
	ZnObject *changes = zn_object_new(f->context->arena);
	zn_object_set(f->context->arena, changes, "accent", zn_str("#ff0000"));
	zn_object_set(f->context->arena, changes, "margin.left", zn_str("30mm"));
	zn_object_set(f->context->arena, changes, "h1.size", zn_str("18"));
	zn_report_style_set(f->context, (ZnPlace){0}, style, zn_obj(changes));
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
	g_assert_cmpfloat(style->accent.r, ==, 1);
	g_assert_cmpfloat_with_epsilon(style->margin_left, 30 * 96 / 25.4, 1e-6);
	g_assert_cmpfloat_with_epsilon(style->headings[0].text.size, 24, 1e-9);
	zn_object_set(f->context->arena, changes, "acent", zn_str("red"));
	zn_object_set(f->context->arena, changes, "body.size", zn_str("big"));
	zn_report_style_set(f->context, (ZnPlace){0}, style, zn_obj(changes));
	assert_has(problems(f), "did you mean “accent”?");
	assert_has(problems(f), "“body.size” of the style should be a length");
	zn_report_style_new(f->context, (ZnPlace){0}, "raport", "zh");
	assert_has(problems(f), "did you mean “report”?");
}

static void test_page(Fixture *f, gconstpointer data)
{
	ZnReportStyle *style = zn_report_style_new(f->context, (ZnPlace){0}, NULL, "en");
	ZnObject *page = zn_object_new(f->context->arena);
	zn_object_set(f->context->arena, page, "size", zn_str("a5"));
	zn_object_set(f->context->arena, page, "margin", zn_str("15mm"));
	zn_report_style_set_page(f->context, (ZnPlace){0}, style, zn_obj(page));
	g_assert_cmpfloat_with_epsilon(style->page_width, 148 * 96 / 25.4, 1e-6);
	g_assert_cmpfloat_with_epsilon(style->margin_bottom, 15 * 96 / 25.4, 1e-6);
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
	zn_object_set(f->context->arena, page, "margin", zn_str("100mm"));
	zn_report_style_set_page(f->context, (ZnPlace){0}, style, zn_obj(page));
	assert_has(problems(f), "the text block of a page should be");
	g_assert_cmpfloat_with_epsilon(style->page_width, 210 * 96 / 25.4, 1e-6);
}

static void test_lengths(Fixture *f, gconstpointer data)
{
	double px;
	g_assert_true(zn_length_parse("72", &px) && px == 96);
	g_assert_true(zn_length_parse("25.4 mm", &px) && px > 95.99 && px < 96.01);
	g_assert_true(zn_length_parse("10px", &px) && px == 10);
	g_assert_false(zn_length_parse("10 miles", &px));
	g_assert_false(zn_length_parse("nan", &px));
	g_assert_false(zn_length_parse("1e9", &px));
}

static void test_counters(Fixture *f, gconstpointer data)
{
	static const struct {
		ZnCountStyle style;
		int n;
		const char *text;
	} cases[] = {
	    {ZN_COUNT_HAN, 1, "一"},         {ZN_COUNT_HAN, 10, "十"},          {ZN_COUNT_HAN, 12, "十二"}, {ZN_COUNT_HAN, 20, "二十"},
	    {ZN_COUNT_HAN, 105, "一百零五"}, {ZN_COUNT_HAN, 110, "一百一十"},   {ZN_COUNT_LATIN, 26, "z"},  {ZN_COUNT_LATIN, 27, "aa"},
	    {ZN_COUNT_CYRILLIC, 7, "ж"},     {ZN_COUNT_ROMAN, 1994, "mcmxciv"}, {ZN_COUNT_CIRCLED, 1, "①"}, {ZN_COUNT_CIRCLED, 21, "㉑"},
	    {ZN_COUNT_CIRCLED, 36, "㊱"},    {ZN_COUNT_CIRCLED, 51, "51"},      {ZN_COUNT_DECIMAL, 0, "0"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(zn_count(f->context->arena, cases[i].style, cases[i].n), ==, cases[i].text);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("front/keys", test_keys);
	ADD("front/none", test_none);
	ADD("front/head", test_head);
	ADD("front/wrong", test_wrong);
	ADD("style/properties", test_style);
	ADD("style/page", test_page);
	ADD("style/lengths", test_lengths);
	ADD("words/counters", test_counters);
	return g_test_run();
}
