/* Mistaken and hostile reports: a problem with its line, never a crash. */
#include "report_test.h"

static const char *repeated(Fixture *f, const char *head, const char *unit, size_t n, const char *tail)
{
	g_autoptr(GString) text = g_string_new(head);
	for (size_t i = 0; i < n; i++)
		g_string_append(text, unit);
	g_string_append(text, tail);
	return zn_arena_strndup(f->context->arena, text->str, text->len);
}

static void test_messages(Fixture *f, gconstpointer data)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
	    {"---\ntitle: [x\n---\n", "the front matter is not YAML"},
	    {"a\n\nsee @tbl-ones\n\n| a |\n|---|\n| b |\n\n: c {#tbl-one}\n",
	     "r.md:3: error: nothing in the report has the id “tbl-ones”\n  hint: did you mean “tbl-one”?"},
	    {"# A {#sec-a}\n\n# B {#sec-a}\n", "r.md:3: error: the id “sec-a” stands for two elements"},
	    {"a\n\n![c](none.vl.json){#fig-x}\n", "r.md:3"},
	    {"a\n\n![c](none.csv){#tbl-x}\n", "r.md:3"},
	    {"![c](../../etc/passwd.csv){#tbl-x}\n", "r.md:1"},
	    {"![c](http://example.org/x.vl.json){#fig-x}\n", "r.md:1"},
	    {"![c](drawing.svg){#fig-x}\n", "neither a chart nor a table nor a picture"},
	    {"![c](rd.csv){#tbl-x columns=\"year, spend\"}\n", "the table has no column “spend”\n  hint: did you mean “spent”?"},
	    {"![c](rd.csv){#tbl-x filter=\"datum.year >\"}\n", "r.md:1:"},
	    {"text ![c](rd.csv) text\n", "a figure should stand in a paragraph of its own"},
	    {"![c](rd.csv){#tbl-x =3}\n", "r.md:1"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_fails(f, cases[i].text, cases[i].message);
}

static void test_warnings(Fixture *f, gconstpointer data)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
	    {"---\ntitel: x\n---\na\n", "did you mean “title”?"},
	    {"![c](rd.csv){#tbl-x colums=\"year\"}\n", "unknown attribute “colums”\n  hint: did you mean “columns”?"},
	    {"![c](rd.csv){#fig-x}\n", "nothing can refer to “fig-x”: the id should begin with “tbl-”"},
	    {"a <b>bold</b>\n", "HTML is left out: <b>"},
	    {"<div>\nx\n</div>\n", "HTML is left out: <div>"},
	    {"**“中文”**后面\n", "“**” makes nothing bold here"},
	    {"a [b](c){.big}\n", "attributes without an effect"},
	};
	for (size_t i = 0; f->fonts_there && i < G_N_ELEMENTS(cases); i++) {
		zn_diags_clear(f->context->diags);
		ZnDocument *document = make(f, cases[i].text);
		assert_has(problems(f), cases[i].message);
		if (!strstr(cases[i].text, "{.big}"))
			g_assert_nonnull(document);
	}
	zn_diags_clear(f->context->diags);
	if (f->fonts_there)
		g_assert_nonnull(make(f, "<!-- a remark --> a<br>b\n\n<!-- more -->\n"));
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
}

static void test_deep(Fixture *f, gconstpointer data)
{
	assert_fails(f, repeated(f, "", "> ", 10000, "x\n"), "nested deeper than 512 levels");
	if (!f->fonts_there)
		return;
	/* Newer versions of cmark-gfm end lists at 100 levels; with the older ones it is for us to refuse them. */
	zn_diags_clear(f->context->diags);
	if (!make(f, repeated(f, "", "- ", 10000, "x\n")))
		assert_has(problems(f), "nested deeper than 512 levels");
	zn_diags_clear(f->context->diags);
	g_assert_nonnull(make(f, repeated(f, "", "> ", 100, "x\n")));
	g_assert_nonnull(make(f, repeated(f, "", "- ", 100, "x\n")));
	/* cmark bounds these by itself; whatever it makes of them, we set. */
	static const char *const units[] = {"*", "_",  "[",    "![",    "`",  "**a ", "[a](", "{{", "}}", "{#",
	                                    "<", "~~", "| a ", "@fig-", "[^", "\\",   "&",    "(",  "]{", "]{#a}"};
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		make(f, repeated(f, "a ", units[i], 3000, " b\n"));
}

static void test_empty(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const char *const texts[] = {"",           "\n\n",     "---\n---\n",   "---\ntitle: ''\n---\n", "# \n",
	                                    "- \n",       "> \n",     "| |\n|---|\n", "![](rd.csv)\n",         "***\n",
	                                    "```\n```\n", "[^a]: b\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		zn_diags_clear(f->context->diags);
		ZnDocument *document = make(f, texts[i]);
		g_assert_false(zn_diags_failed(f->context->diags));
		g_assert_nonnull(document);
		g_assert_cmpuint(document->n_pages, ==, 1);
	}
}

static void test_bytes(Fixture *f, gconstpointer data)
{
	g_assert_null(zn_report_new(f->context, "r.md", "a\nb\0c", 5, NULL));
	assert_has(problems(f), "r.md:2:2: error: the text has a NUL character in it");
	assert_fails(f, "a\n\xc3\x28\n", "r.md:2:1: error: the text is not UTF-8");
	if (!f->fonts_there)
		return;
	zn_diags_clear(f->context->diags);
	ZnDocument *document = make(f, "\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\none\r\ntwo\r\n");
	g_assert_cmpstr(problems(f), ==, "");
	assert_has(page_text(f, document, 0), "one two");
	/* Characters of the plane that holes are made of. */
	document = make(f, "x \U000F0000\U000F0001 {{ 1 + 1 }}\n");
	g_assert_null(document ? strstr(page_text(f, document, 0), "{{") : NULL);
}

/* A character that no font has is told with the line on which it stands. */
static void test_missing_glyph(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_assert_nonnull(make(f, "# A\n\nx\n\nText with \U00013000 in it, and[^a]\n\n[^a]: a \U00013001 note\n"));
	assert_has(problems(f), "r.md:5: warning: no font has the character");
	assert_has(problems(f), "r.md:7: warning: no font has the character");
}

static void test_ragged(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make(f, "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n");
	g_assert_nonnull(document);
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_CELL, 3));
	write_file(f, "other.csv", "a,b\n1\n2,3,4\n");
	assert_fails(f, "![c](other.csv)\n", "other.csv:2");
}

static void test_wide(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_assert_nonnull(make(f, repeated(f, "", "abcdefgh", 2500, "\n")));
	g_assert_nonnull(make(f, repeated(f, "---\nlang: zh\n---\n", "一二三四", 5000, "\n")));
	g_autofree char *table = g_strdup_printf("%s\n%s\n%s\n", repeated(f, "|", " unbreakable |", 60, ""), repeated(f, "|", "---|", 60, ""),
	                                         repeated(f, "|", " x |", 60, ""));
	zn_diags_clear(f->context->diags);
	g_assert_nonnull(make(f, table));
	assert_has(problems(f), "too wide for the page");
	/* A cell and a note that are taller than a page. */
	g_assert_nonnull(make(f, repeated(f, "| a | b |\n|---|---|\n| ", "long text ", 2000, "| c |\n")));
	g_assert_nonnull(make(f, repeated(f, "a[^n]\n\n[^n]: ", "long text ", 2000, "\n")));
}

static void test_pictures(Fixture *f, gconstpointer data)
{
	write_file(f, "p.png", "no picture");
	assert_fails(f, "![c](p.png)\n", "“p.png” is not a PNG picture");
	write_file(f, "c.vl.json", "{\"mark\": ");
	assert_fails(f, "![c](c.vl.json)\n", "c.vl.json:1");
	assert_fails(f, "![c](c.vl.json){width=\"wide\"}\n", "width should be a share of the measure");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("bad/messages", test_messages);
	ADD("bad/warnings", test_warnings);
	ADD("bad/deep", test_deep);
	ADD("bad/empty", test_empty);
	ADD("bad/bytes", test_bytes);
	ADD("bad/ragged", test_ragged);
	ADD("bad/missing-glyph", test_missing_glyph);
	ADD("bad/wide", test_wide);
	ADD("bad/pictures", test_pictures);
	return g_test_run();
}
