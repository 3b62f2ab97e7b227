/* What Markdown itself lacks: works cited, notes in the text, definitions, classes, ::: blocks, heads of tables, page breaks. */
#include "report_test.h"

static ZnDocument *make_well(Fixture *f, const char *text)
{
	zn_diags_clear(f->context->diags);
	ZnDocument *document = make(f, text);
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_nonnull(document);
	return document;
}

/* Without spaces: words are items of their own. */
static const char *squeezed(Fixture *f, const char *text)
{
	g_autoptr(GString) out = g_string_new(text);
	static const char *const spaces[] = {" ", "\u2002", "\u3000"};
	for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
		g_string_replace(out, spaces[i], "", 0);
	return zn_arena_strdup(f->context->arena, out->str);
}

#define assert_says(document, part) assert_has(squeezed(f, page_text(f, document, -1)), squeezed(f, part))

static size_t count_tags(const ZnDocument *document, ZnTagType type)
{
	size_t n = 0;
	while (tag_at(document, type, n))
		n++;
	return n;
}

/* --- works cited --- */

/* One text may name several authors. */
static void test_author_texts(Fixture *f, gconstpointer data)
{
	static const struct {
		const char *lang, *author, *shown;
	} cases[] = {
	    {"zh", "张三, 李四", "张三, 李四."}, {"zh", "张三，李四、王五", "张三, 李四, 王五."}, {"zh", "Smith J, Brown A", "Smith J, Brown A."},
	    {"en", "Smith, John", "Smith, John ("}, {"en", "Smith, J. and Brown, A. B.", "Smith, J. and Brown, A. B. ("},
	    {"en", "Smith, J., Brown, A.", "Smith, J. and Brown, A. ("}, {"en", "Ministry of Science and Technology", "Ministry of Science and Technology ("},
	    {"ru", "Иванов, И. И.", "Иванов И. И. "}, {"ru", "Петров, П. П.; Сидоров, С. С.", "Петров П. П., Сидоров С. С. "},
	    {"ru", "Иванов И. И., Петров П. П.", "Иванов И. И., Петров П. П. "},
	};
	for (size_t i = 0; f->fonts_there && i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strdup_printf("---\nlang: %s\nreferences:\n  - {id: a, type: book, title: T, year: 2020, author: \"%s\"}\n---\n# A\n\nB [@a].\n",
		                                        cases[i].lang, cases[i].author);
		assert_says(make_well(f, text), cases[i].shown);
	}
}

#define WORKS                                                                                                                              \
	"references:\n"                                                                                                                        \
	"  - {id: s, type: article, author: [{family: Smith, given: J. A.}, {family: Jones, given: K.}], title: On things, "                   \
	"container-title: Journal, issued: 2020, volume: 5, issue: 2, page: 12–15}\n"                                                          \
	"  - {id: b, type: book, author: \"Brown, B.\", title: A book, publisher: Press, place: London, year: 2019}\n"                         \
	"  - {id: online, type: web, title: Online, url: \"https://example.org/x\", accessed: \"1.2.2021\"}\n"                                      \
	"  - {id: t, text: \"Anything at all\"}\n"

static void test_works(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const struct {
		const char *lang, *style, *parts[6];
	} cases[] = {
	    {"en", "report", {"Brown text [1, p. 5; 2].", "References", "[1] Brown, B. (2019). A book. London: Press.",
	                      "[2] Smith, J. A. and Jones, K. (2020). On things. Journal, 5(2), 12–15.", "[3] Online. https://example.org/x (accessed 1.2.2021).",
	                      "[4] Anything at all"}},
	    {"en", "journal", {"text (Brown, 2019, p. 5; Smith and Jones, 2020).", "Anything at all Brown, B. (2019). A book. London: Press. Online."}},
	    {"ru", "report", {"[1, p. 5; 2]", "Список литературы", "1. Brown B. A book. London: Press, 2019.",
	                      "2. Smith J. A., Jones K. On things // Journal. 2020. Т.\u00a05, №\u00a02. С.\u00a012–15.",
	                      "3. Online. URL: https://example.org/x (дата обращения: 1.2.2021)."}},
	    {"zh", "report", {"[1, p. 5; 2]", "参考文献", "[1]Brown B. A book[M]. London: Press, 2019.",
	                      "[2]Smith J. A., Jones K. On things[J]. Journal, 2020, 5(2): 12–15."}},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text =
		    g_strdup_printf("---\nlang: %s\nstyle: %s\n" WORKS "---\n# A\n\nBrown text [@b, p. 5; @s].\n", cases[i].lang, cases[i].style);
		ZnDocument *document = make_well(f, text);
		for (size_t k = 0; k < G_N_ELEMENTS(cases[i].parts) && cases[i].parts[k]; k++)
			assert_says(document, cases[i].parts[k]);
		g_assert_true(g_str_has_prefix(tag_at(document, ZN_TAG_LINK, 0)->target, "#zn.ref."));
		g_assert_cmpuint(count_tags(document, ZN_TAG_LIST_ITEM), ==, 4);
		bool found = false; /* the first link leads to an entry */
		for (size_t k = 0; k < 4; k++)
			found |= !g_strcmp0(tag_at(document, ZN_TAG_LIST_ITEM, k)->id, tag_at(document, ZN_TAG_LINK, 0)->target + 1);
		g_assert_true(found);
	}
	/* In a section of its own; brackets that cite nothing stay. */
	ZnDocument *document = make_well(f, "---\n" WORKS "---\n# Works {.references}\n\nFirst.\n\n# After\n\n[a@b] and `[@b]`\n");
	assert_says(document, "First. [1] Smith");
	assert_says(document, "Anything at all 2 After [a@b] and [@b]");
	g_assert_null(strstr(page_text(f, document, -1), "References"));

	assert_fails(f, "---\n" WORKS "---\n[@brown]\n", "r.md:8: error: no reference has the id “brown”");
	assert_fails(f, "---\n" WORKS "---\n[@onlin]\n", "did you mean “online”?");
	assert_fails(f, "[@x]\n", "list it under “references” in the front matter");
}

/* --- notes in the text --- */

static void test_notes(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document =
	    make_well(f, "One^[First *note* with [a link](https://e.org) and {{ 1 + 1 }}.] two^[second] three[^x] four[^x].\n\n[^x]: Third.\n\n`^[code]`\n");
	assert_says(document, "One 1 two 2 three 3 four 3 .");
	assert_says(document, "1 First note with a link and 2.");
	assert_says(document, "2 second");
	assert_says(document, "^[code]");
	g_assert_cmpuint(count_tags(document, ZN_TAG_NOTE), ==, 3);
	/* Problems in them have the line on which they stand. */
	assert_fails(f, "One\n\ntwo\nthree^[note {{ nothing }}] four^[and\n{{ 1 + }}]\n", "r.md:4:");
	assert_has(problems(f), "r.md:5:");
	assert_fails(f, "One\n\ntwo^[@fig-none]\n", "r.md:3: error: nothing in the report has the id “fig-none”");
	assert_says(make_well(f, "A power x^[ stays\n"), "x^[stays");
}

/* --- definitions, classes, blocks --- */

static void test_definitions(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "Term\n: Meaning *one*\ngoes on\n: Two\n\nOther\n: Three\n");
	assert_says(document, "Term Meaning one goes on Two Other Three");
	g_assert_cmpuint(count_tags(document, ZN_TAG_LIST), ==, 1);
	g_assert_cmpuint(count_tags(document, ZN_TAG_LIST_LABEL), ==, 2);
	g_assert_cmpuint(count_tags(document, ZN_TAG_LIST_BODY), ==, 2);
}

static void test_classes(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "H[2]{.sub}O [a b]{.small .accent} [дом]{lang=ru}\n\n# A {.unnumbered}\n");
	g_assert_cmpstr(tag_at(document, ZN_TAG_SPAN, 0)->lang, ==, "ru");
	g_assert_cmpstr(tag_at(document, ZN_TAG_HEADING, 0)->text, ==, "A");
	make(f, "[x]{.smal}\n");
	assert_has(problems(f), "r.md:1:5: warning: the class “.smal” has no meaning here\n  hint: did you mean “small”?");
	zn_diags_clear(f->context->diags);
	make(f, "# A {.references2}\n");
	assert_has(problems(f), "did you mean “references”?");
}

static void test_blocks(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document =
	    make_well(f, "One\n::: {.note}\nIn *it*.\n\n- a\n\n:::\nTwo\n\n::: {lang=ru}\nТри\n:::\n\n> ::: keep\n> Four\n> :::\n\n```\n:::\n\\newpage\n```\n");
	assert_says(document, "One In it. • a Two Три");
	assert_says(document, "Four");
	assert_says(document, "::: \\newpage");
	g_assert_cmpstr(tag_at(document, ZN_TAG_SPAN, 0)->lang, ==, "ru");
	g_assert_cmpuint(count_tags(document, ZN_TAG_QUOTE), ==, 2);

	assert_fails(f, "One\n\n::: {.note}\nTwo\n", "r.md:3: error: the block “:::” is not closed");
	assert_fails(f, "One\n\n:::\nTwo\n", "r.md:3: error: “:::” closes nothing here");
	make(f, "::: {.nte}\nx\n:::\n");
	assert_has(problems(f), "did you mean “note”?");

	document = make_well(f, "One\n\n\\newpage\n\nTwo\n\\newpage\nThree\n");
	g_assert_cmpuint(document->n_pages, ==, 3);
	assert_has(page_text(f, document, 1), "Two");
	assert_has(page_text(f, document, 2), "Three");
}

/* --- tables --- */

static void test_heads(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "| Country | In {cols=2} | | Out |\n|---|---|---|---|\n| | a | b | c |\n| China | 1 | 2 | 3 |\n\n"
	                                    ": Cap {#tbl-x head=2 unit=\"people\" note=\"*some* {{ 1 + 1 }}\" source=\"ours\"}\n");
	assert_says(document, "Table 1. Cap Unit: people Country In Out a b c China 1 2 3");
	assert_says(document, "Note: some 2");
	assert_says(document, "Source: ours");
	g_assert_cmpint(tag_at(document, ZN_TAG_TABLE_HEADER_CELL, 1)->span, ==, 2);
	g_assert_cmpuint(count_tags(document, ZN_TAG_TABLE_HEADER_CELL), ==, 3 + 4 + 1); /* China heads its row */
	g_assert_cmpuint(count_tags(document, ZN_TAG_TABLE_CELL), ==, 3);
	assert_fails(f, "| a {cols=2} | b |\n|---|---|\n| 1 | 2 |\n", "a cell spans others that are not empty");
	assert_fails(f, "| a | b {cols=2} |\n|---|---|\n| 1 | 2 |\n", "cols should be a number of columns, from 1 to the 1 that are left");
	assert_fails(f, "| a | b |\n|---|---|\n| 1 | 2 |\n\n: C {head=9}\n", "head should be a number of rows");
	zn_diags_clear(f->context->diags);
	make(f, "| a | b |\n|---|---|\n| 1 | 2 |\n\n: C {unti=\"x\"}\n");
	assert_has(problems(f), "did you mean “unit”?");
}

/* --- openings --- */

static void test_opening(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const char body[] = "authors:\n  - {name: 甲, affiliation: 甲大学}\n  - {name: 乙, affiliation: 乙所, email: y@e.cn}\ntitle: 题目\ndate: 2024-05-01\n"
	                           "abstract: 摘要文字。\nkeywords: 一，二\n"
	                           "translation: {lang: en, title: A title, authors: A and B, abstract: Words., keywords: \"one, two\"}\n---\n正文\n";
	g_autofree char *journal = g_strconcat("---\nlang: zh\nstyle: journal\n", body, NULL), *report = g_strconcat("---\nlang: zh\n", body, NULL);
	ZnDocument *document = make_well(f, journal);
	assert_says(document, "题目 甲 1 乙 2 1 甲大学 2 乙所 y@e.cn 2024年5月1日 【内容提要】 摘要文字。 【关键词】 一；二");
	assert_says(document, "A title A and B Abstract. Words. Keywords: one, two");
	g_assert_cmpstr(document->author, ==, "甲, 乙");
	g_assert_cmpstr(tag_at(document, ZN_TAG_SPAN, 0)->lang, ==, "en");
	assert_says(make_well(f, report), "内容提要：");
}

static void test_running(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "---\ntitle: T\nlang: zh\nstyle:\n  head: {left: \"{section}\", right: \"\"}\n"
	                                    "  foot: {left: \"\", center: \"第 {page} 页 共 {pages} 页\", right: \"\"}\n---\n# A\n\nx\n\n\\newpage\n\ny\n");
	assert_has(squeezed(f, page_text(f, document, 0)), "第1页共2页");
	assert_has(squeezed(f, page_text(f, document, 1)), "第2页共2页");
	assert_has(squeezed(f, page_text(f, document, 1)), "一、A");
	g_assert_null(strstr(squeezed(f, page_text(f, document, 0)), "一、Ax第1页共2页一、A")); /* no head on the first page */
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("content/works", test_works);
	ADD("content/author-texts", test_author_texts);
	ADD("content/notes", test_notes);
	ADD("content/definitions", test_definitions);
	ADD("content/classes", test_classes);
	ADD("content/blocks", test_blocks);
	ADD("content/heads", test_heads);
	ADD("content/opening", test_opening);
	ADD("content/running", test_running);
	return g_test_run();
}
