/* Numbers, references, tables, lists, notes: what a report says, read off its pages. */
#include "report_test.h"

static ZnDocument *make_well(Fixture *f, const char *text)
{
	zn_diags_clear(f->context->diags);
	ZnDocument *document = make(f, text);
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_nonnull(document);
	return document;
}

static void test_headings(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const struct {
		const char *lang;
		const char *headings[6];
	} cases[] = {
	    {"en", {"1\u2002One", "1.1\u2002Two", "1.1.1\u2002Three", "Plain", "2\u2002Four", "2.1\u2002Five"}},
	    {"zh", {"一、One", "（一）Two", "1. Three", "Plain", "二、Four", "（一）Five"}},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strdup_printf(
		    "---\nlang: %s\ntitle: T\n---\n## One\n### Two\n#### Three\n## Plain {-}\n## Four\n### Five\nEnd\n", cases[i].lang);
		ZnDocument *document = make_well(f, text);
		for (size_t k = 0; k < G_N_ELEMENTS(cases[i].headings); k++)
			g_assert_cmpstr(tag_at(document, ZN_TAG_HEADING, k)->text, ==, cases[i].headings[k]);
		g_assert_cmpint(tag_at(document, ZN_TAG_HEADING, 0)->level, ==, 1);
		g_assert_cmpint(tag_at(document, ZN_TAG_HEADING, 2)->level, ==, 3);
	}
	ZnDocument *document = make_well(f, "---\nnumbering: false\n---\n# A\n\n# B\n");
	g_assert_cmpstr(tag_at(document, ZN_TAG_HEADING, 1)->text, ==, "B");
	g_assert_cmpstr(make_well(f, "# The title\n\n## A\n")->title, ==, "The title");
}

#define TABLE "| a | b |\n|---|---|\n| 1 | 2 |\n\n: Cap *tion* {#tbl-a}\n\n"

static void test_references(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const struct {
		const char *lang, *parts[5];
	} cases[] = {
	    {"en", {"Table\u00a01", "section\u00a01.1", "Section\u00a01", "Table 1.\u2002", "Cap"}},
	    {"ru", {"табл.\u00a01", "разд.\u00a01.1", "Раздел\u00a01", "Таблица 1.\u2002", "Cap"}},
	    {"zh", {"表 1", "第一部分（一）", "第一部分", "表 1\u3000", "Cap"}},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strdup_printf(
		    "---\nlang: %s\n---\n# A {#sec-a}\n\n## B {#sec-b_b}\n\nx @tbl-a, y @sec-b_b. z @Sec-a; w@sec-none\n\n" TABLE "# C\n",
		    cases[i].lang);
		ZnDocument *document = make_well(f, text);
		g_autoptr(GString) all = g_string_new(page_text(f, document, 0));
		g_string_replace(all, " ", "", 0);
		for (size_t k = 0; k < G_N_ELEMENTS(cases[i].parts); k++) {
			g_autoptr(GString) part = g_string_new(cases[i].parts[k]);
			g_string_replace(part, " ", "", 0);
			assert_has(all->str, part->str);
		}
		g_assert_cmpstr(tag_at(document, ZN_TAG_LINK, 0)->target, ==, "#tbl-a");
		g_assert_cmpstr(tag_at(document, ZN_TAG_LINK, 1)->target, ==, "#sec-b_b");
		g_assert_cmpstr(tag_at(document, ZN_TAG_TABLE, 0)->id, ==, "tbl-a");
	}
}

static void test_data_table(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "![Spending](rd.csv){#tbl-rd}\n");
	const char *text = page_text(f, document, 0);
	static const char *const parts[] = {"Year", "Expenditure, m yuan", "Share, %", "24,393.1", "0.89", "–", "Source: Office", "Table 1."};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		assert_has(text, parts[i]);
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_HEADER_CELL, 2));
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_HEADER_CELL, 6)); /* of the columns, and the years of four rows */
	g_assert_null(tag_at(document, ZN_TAG_TABLE_HEADER_CELL, 7));
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_CELL, 7));

	document = make_well(f, "---\nlang: zh\n---\n![经费](rd.csv){#tbl-rd columns=\"year, spent\" filter=\"datum.year > 2005\" note='n {{ 1 "
	                        "+ 1 }}' source=''}\n");
	text = page_text(f, document, 0);
	assert_has(text, "单位：亿元");
	assert_has(text, "24393.1");
	assert_has(text, "注：n ");
	g_assert_null(strstr(text, "895.7"));
	g_assert_null(strstr(text, "Office"));

	write_file(f, "other.csv", "name,n\nx,1\ny,2\n");
	text = page_text(f, make_well(f, "![](other.csv)\n"), 0);
	assert_has(text, "name n x 1 y 2 ");
}

/* A file that no package describes: numbers are written as the language does, years and codes as they stand. */
static void test_bare_tables(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	write_file(f, "other.csv", "year,papers,share,code,empty\n2012,45120,18.25,007,\n2016,9811,8.1,012,\n");
	const char *text = page_text(f, make_well(f, "---\nlang: ru\n---\n![](other.csv)\n"), 0);
	static const char *const words[] = {"2012", "45\u202f120", "9811", "18,25", "8,10", "007", "012"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		assert_has(text, words[i]);
}

/* Pandoc's captions, of either kind. */
static void test_captions(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	const char *text = page_text(f, make_well(f, "| a |\n|---|\n| 1 |\n\nTable: Fruit {#tbl-f}\n\nsee @tbl-f\n"), 0);
	assert_has(text, "Table 1");
	assert_has(text, "Fruit");
	assert_has(page_text(f, make_well(f, "| a |\n|---|\n| 1 |\n\nTables: two\n"), 0), "Tables: two");
}

/* Decimal marks of a column stand under one another. */
static void test_decimals(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "| t | n |\n|---|---|\n| a | 1.25 |\n| b | 10.5 |\n| c | 1,234 |\n");
	double x[3] = {0};
	ZnFont font = {0};
	for (size_t i = 0; i < document->pages[0]->n_items; i++) {
		const ZnItem *item = &document->pages[0]->items[i];
		static const char *const texts[] = {"1.25", "10.5", "1,234"}, *const wholes[] = {"1", "10", "1,234"};
		for (size_t k = 0; item->type == ZN_ITEM_TEXT && k < G_N_ELEMENTS(texts); k++) {
			if (strcmp(item->text->lines[0], texts[k]))
				continue;
			font = item->text->font;
			x[k] = item->x + zn_text_width(f->context, &font, wholes[k]);
		}
	}
	g_assert_cmpfloat(x[0], >, 0);
	g_assert_cmpfloat_with_epsilon(x[0], x[1], 0.5);
	g_assert_cmpfloat_with_epsilon(x[0], x[2], 0.5);
}

static void test_lists(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const struct {
		const char *lang, *text;
	} cases[] = {
	    {"en", "3. one 4. two a. in • deep "},
	    {"ru", "3. one 4. two а) in • deep "},
	    {"zh", "3. one 4. two （ 1 ） in • deep "},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strdup_printf("---\nlang: %s\n---\n3. one\n4. two\n   1. in\n      - deep\n", cases[i].lang);
		ZnDocument *document = make_well(f, text);
		g_autoptr(GString) found = g_string_new(page_text(f, document, 0)), wanted = g_string_new(cases[i].text);
		g_string_replace(found, " ", "", 0);
		g_string_replace(wanted, " ", "", 0);
		assert_has(found->str, wanted->str);
		g_assert_nonnull(tag_at(document, ZN_TAG_LIST_LABEL, 3));
		g_assert_nonnull(tag_at(document, ZN_TAG_LIST_BODY, 3));
		g_assert_nonnull(tag_at(document, ZN_TAG_LIST, 2));
	}
}

static void test_notes(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "a[^x] b[^y]\n\n[^y]: second\n[^x]: first *note*\n");
	g_assert_nonnull(tag_at(document, ZN_TAG_NOTE, 1));
	g_assert_cmpstr(tag_at(document, ZN_TAG_NOTE, 0)->id, ==, "zn.note.1");
	g_assert_cmpstr(tag_at(document, ZN_TAG_LINK, 0)->target, ==, "#zn.note.1");
	const char *text = page_text(f, document, 0);
	g_assert_true(strstr(text, "first") < strstr(text, "second"));

	make(f, "a\n\n[^z]: lost\n");
	assert_has(problems(f), "r.md:3: warning: nothing refers to the footnote “z”");
	assert_fails(f, "a[^q]\n", "the footnote “q” has no definition");
}

static void test_spans(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(
	    f,
	    "---\nlang: zh\n---\n*强调* and **bold** [日本]{lang=ja} [link](https://example.org/a_b) ~~no~~ `c {x}`\nzweite\n\n中文\n中文\n");
	g_assert_cmpstr(tag_at(document, ZN_TAG_SPAN, 0)->lang, ==, "ja");
	g_assert_cmpstr(tag_at(document, ZN_TAG_LINK, 0)->target, ==, "https://example.org/a_b");
	bool kai = false, bold = false;
	for (size_t i = 0; i < document->pages[0]->n_items; i++) {
		const ZnItem *item = &document->pages[0]->items[i];
		if (item->type != ZN_ITEM_TEXT)
			continue;
		kai |= strstr(item->text->lines[0], "强调") && !strcmp(item->text->font.family, "emphasis");
		bold |= !strcmp(item->text->lines[0], "bold") && item->text->font.weight == 700;
	}
	g_assert_true(kai && bold);
	assert_has(page_text(f, document, 0), "c {x}");
	assert_has(page_text(f, document, 0), "中文中文");
}

static void test_metadata(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "---\ntitle: T\nsubtitle: S\nauthor: [A, B]\nkeywords: [k, l]\nlang: ru\ndate: "
	                                    "2024-05-01\nabstract: |\n  One.\n\n  Two.\n---\nText\n");
	g_assert_cmpstr(document->title, ==, "T");
	g_assert_cmpstr(document->author, ==, "A, B");
	g_assert_cmpstr(document->keywords, ==, "k, l");
	g_assert_cmpstr(document->lang, ==, "ru");
	g_assert_nonnull(tag_at(document, ZN_TAG_TITLE, 0));
	const char *text = page_text(f, document, 0);
	assert_has(text, "1 мая 2024 г.");
	assert_has(text, "Аннотация.");
	assert_has(text, "Ключевые слова:");
	g_assert_cmpstr(f->context->lang, ==, "en"); /* the context's own again */
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("structure/headings", test_headings);
	ADD("structure/references", test_references);
	ADD("structure/data-table", test_data_table);
	ADD("structure/decimals", test_decimals);
	ADD("structure/bare-tables", test_bare_tables);
	ADD("structure/captions", test_captions);
	ADD("structure/lists", test_lists);
	ADD("structure/notes", test_notes);
	ADD("structure/spans", test_spans);
	ADD("structure/metadata", test_metadata);
	return g_test_run();
}
