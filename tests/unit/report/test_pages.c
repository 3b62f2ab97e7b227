/* Where pages end, and what stands at their heads and feet. */
#include "report_test.h"

#include <math.h>

#define SENTENCE "The quick brown fox jumps over the lazy dog while the five boxing wizards look on and say nothing at all about it. "

/* n paragraphs of about three lines. */
static void paragraphs(GString *out, int n)
{
	for (int i = 0; i < n; i++)
		g_string_append(out, SENTENCE SENTENCE "\n\n");
}

static ZnDocument *make_well(Fixture *f, const char *text)
{
	zn_diags_clear(f->context->diags);
	ZnDocument *document = make(f, text);
	g_assert_cmpstr(problems(f), ==, "");
	return document;
}

/* The y of the first text that begins so; 0 = not on the page. */
static double y_of(const ZnScene *page, const char *text)
{
	for (size_t i = 0; i < page->n_items; i++)
		if (page->items[i].type == ZN_ITEM_TEXT && g_str_has_prefix(page->items[i].text->lines[0], text))
			return page->items[i].y;
	return 0;
}

/* Tags nest and are closed on every page. */
static void assert_nested(const ZnDocument *document)
{
	for (size_t p = 0; p < document->n_pages; p++) {
		int depth = 0;
		for (size_t i = 0; i < document->pages[p]->n_items; i++) {
			depth += document->pages[p]->items[i].type == ZN_ITEM_BEGIN;
			depth -= document->pages[p]->items[i].type == ZN_ITEM_END;
			g_assert_cmpint(depth, >=, 0);
		}
		g_assert_cmpint(depth, ==, 0);
	}
}

/* Wherever the page ends, a heading is never its last. */
static void test_headings(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	for (int n = 8; n < 26; n++) {
		g_autoptr(GString) text = g_string_new("---\ntitle: T\n---\n");
		paragraphs(text, n);
		g_string_append(text, "# Heading\n\n## Second\n\n");
		paragraphs(text, 20);
		ZnDocument *document = make_well(f, text->str);
		g_assert_cmpuint(document->n_pages, >, 1);
		assert_nested(document);
		for (size_t p = 0; p < document->n_pages; p++) {
			double heading = y_of(document->pages[p], "1\u2002Heading"), below = 0;
			for (size_t i = 0; heading > 0 && i < document->pages[p]->n_items; i++) {
				const ZnItem *item = &document->pages[p]->items[i];
				below += item->type == ZN_ITEM_TEXT && item->y > heading && item->text->font.weight != 700 && item->y < 1000;
			}
			if (heading > 0)
				g_assert_cmpfloat(below, >=, 2);
		}
	}
}

static void test_notes(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	for (int n = 8; n < 20; n += 3) {
		g_autoptr(GString) text = g_string_new("---\nlang: zh\n---\n");
		for (int i = 0; i < 2 * n; i++)
			g_string_append_printf(text, "MARK%d 这一句话有一个脚注[^%d]。" SENTENCE "\n\n[^%d]: NOTE%d 脚注的文字。\n\n", i, i, i, i);
		ZnDocument *document = make_well(f, text->str);
		for (size_t p = 0; p < document->n_pages; p++) {
			double first = 0;
			const char *all = page_text(f, document, (int)p);
			for (int i = 0; i < 2 * n; i++) {
				g_autofree char *mark = g_strdup_printf("MARK%d ", i), *note = g_strdup_printf("NOTE%d ", i);
				bool here = strstr(all, mark) != NULL;
				g_assert_true(here == (strstr(all, note) != NULL));
				if (here && first == 0)
					first = 1;
			}
			if (first > 0) /* counted anew */
				assert_has(all, "① NOTE");
		}
	}
}

static void test_tables(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("| Key | Value |\n|---|---|\n");
	for (int i = 0; i < 90; i++)
		g_string_append_printf(text, "| row%d | %d |\n", i, i * 7);
	g_string_append(text, "\n: Long {#tbl-long}\n");
	ZnDocument *document = make_well(f, text->str);
	g_assert_cmpuint(document->n_pages, ==, 3);
	assert_nested(document);
	for (size_t p = 0; p < document->n_pages; p++)
		assert_has(page_text(f, document, (int)p), "Key Value ");
	assert_has(page_text(f, document, 1), "Table 1 (continued)");
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_CELL, 89));
	g_assert_nonnull(tag_at(document, ZN_TAG_TABLE_HEADER_CELL, 91)); /* the rows' names are heads */
	/* The same table on all pages. */
	g_assert_cmpint(tag_at(document, ZN_TAG_TABLE, 0)->serial, ==, tag_at(document, ZN_TAG_TABLE, 1)->serial);
}

/* A figure that does not fit waits for the next page, and the text goes on. */
static void test_floats(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("---\ntitle: T\n---\n");
	paragraphs(text, 12);
	g_string_append(text, "| a | b |\n|---|---|\n");
	for (int i = 0; i < 14; i++)
		g_string_append_printf(text, "| cell%d | x |\n", i);
	g_string_append(text, "\n: Floating {#tbl-f}\n\nBEHIND ");
	paragraphs(text, 6);
	ZnDocument *document = make_well(f, text->str);
	g_assert_cmpuint(document->n_pages, ==, 2);
	g_assert_cmpfloat(y_of(document->pages[0], "BEHIND"), >, 0);
	g_assert_cmpfloat(y_of(document->pages[0], "cell0"), ==, 0);
	double top = y_of(document->pages[1], "cell0"), last = y_of(document->pages[1], "cell13");
	g_assert_cmpfloat(top, >, 0);
	g_assert_cmpfloat(last, >, top);
	g_assert_cmpfloat(y_of(document->pages[1], "Table 1"), <, top);
}

static void test_heads(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("---\ntitle: The title\ntoc: true\n---\n# First\n");
	paragraphs(text, 30);
	g_string_append(text, "# Last\n");
	paragraphs(text, 20);
	ZnDocument *document = make_well(f, text->str);
	g_assert_cmpuint(document->n_pages, ==, 4);
	g_assert_null(strstr(page_text(f, document, 0) + strlen("The title "), "The title"));
	assert_has(page_text(f, document, 1), "The title ");
	assert_has(page_text(f, document, 3), "2\u2002Last");
	const char *first = page_text(f, document, 0);
	assert_has(first, "Contents 1\u2002First  1 2\u2002Last "); /* page numbers have a space of their own before them */
	size_t page = 0;
	for (size_t p = 1; p < document->n_pages; p++)
		for (size_t i = 0; i < document->pages[p]->n_items; i++)
			if (document->pages[p]->items[i].type == ZN_ITEM_BEGIN && document->pages[p]->items[i].tag->type == ZN_TAG_HEADING)
				page = p + 1;
	g_autofree char *entry = g_strdup_printf("2\u2002Last  %zu ", page);
	assert_has(first, entry);
}

/* Lines drawn on the page. */
static size_t count_rules(const ZnScene *page)
{
	size_t n = 0;
	for (size_t i = 0; i < page->n_items; i++)
		n += page->items[i].type == ZN_ITEM_RULE;
	return n;
}

/* A style may draw a line under headings; it takes no room. */
static void test_heading_rules(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	static const char text[] = "# One\n\nText.\n\n## Two\n\nMore.\n\n# Three\n\nEnd.\n";
	const ZnScene *plain = make_well(f, text)->pages[0];
	g_autofree char *ruled_text = g_strconcat("---\nstyle:\n  h1:\n    rule: 0.75\n---\n", text, NULL);
	const ZnScene *ruled = make_well(f, ruled_text)->pages[0];
	g_assert_cmpuint(count_rules(ruled), ==, count_rules(plain) + 2);
	g_assert_cmpfloat(y_of(ruled, "End."), ==, y_of(plain, "End."));
}

/* Chinese lines stand on the grid, whatever stands between them. */
static void test_grid(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "---\nlang: zh\n---\n正文一\n\n# 标题\n\n正文二\n\n- 列表\n\n> 引文\n\n正文三\n\n| 表 | 头 "
	                                    "|\n|---|---|\n| a | b |\n\n正文四\n\n## 二级\n\n正文五\n");
	static const char *const lines[] = {"正文二", "正文三", "正文四", "正文五"};
	double grid = 17.5 * 4 / 3, first = y_of(document->pages[0], "正文一");
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		double steps = (y_of(document->pages[0], lines[i]) - first) / grid;
		g_assert_cmpfloat(steps, >, 0);
		g_assert_cmpfloat_with_epsilon(steps, (int)(steps + 0.5), 1e-6);
	}
}

/* A footnote's mark leads to the note, and the note back. */
static void test_links(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	ZnDocument *document = make_well(f, "# Head {#sec-a}\n\n# Second\n\nText[^1] and @sec-a.\n\n[^1]: The note.\n");
	const ZnTag *mark = tag_at(document, ZN_TAG_LINK, 0), *reference = tag_at(document, ZN_TAG_LINK, 1), *back = tag_at(document, ZN_TAG_LINK, 2);
	const ZnTag *note = tag_at(document, ZN_TAG_NOTE, 0);
	g_assert_true(mark && reference && back && note);
	g_assert_cmpstr(mark->target + 1, ==, note->id);
	g_assert_cmpstr(back->target + 1, ==, mark->id);
	g_assert_cmpstr(reference->target, ==, "#sec-a");
}

/* The x of the first text that begins so. */
static double x_of(const ZnScene *page, const char *text)
{
	for (size_t i = 0; i < page->n_items; i++)
		if (page->items[i].type == ZN_ITEM_TEXT && g_str_has_prefix(page->items[i].text->lines[0], text))
			return page->items[i].x;
	return 0;
}

/* The title over both columns, the last page's columns about as long as one another, lines of both on one height. */
static void test_columns(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("---\ntitle: The title\nlang: zh\ncolumns: 2\n---\n");
	for (int i = 0; i < 40; i++)
		g_string_append_printf(text, "甲%d段文字写在两栏里面，每一段都有三四行，用来看两栏怎样分配文字，也看最后一页的两栏是否一样长。\n\n", i);
	ZnDocument *document = make_well(f, text->str);
	assert_nested(document);
	const ZnScene *last = document->pages[document->n_pages - 1];
	double lowest[2] = {0}, middle = last->width / 2, grid = 17.5 * 4 / 3, first = 0;
	for (size_t i = 0; i < last->n_items; i++) {
		const ZnItem *item = &last->items[i];
		if (item->type != ZN_ITEM_TEXT || item->text->font.size < 13) /* heads and folios */
			continue;
		first = first > 0 ? first : item->y;
		double *column = &lowest[item->x > middle];
		*column = MAX(*column, item->y);
		double steps = (item->y - first) / grid;
		g_assert_cmpfloat_with_epsilon(steps, round(steps), 1e-6);
	}
	g_assert_cmpfloat(lowest[1], >, 0);
	g_assert_cmpfloat(fabs(lowest[0] - lowest[1]), <=, 3 * grid);
	g_assert_cmpfloat(x_of(document->pages[0], "The title"), <, middle);
}

static void test_mirrored(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("---\npage: {size: A5, mirrored: true, margin: {left: 30mm, right: 15mm}}\n---\n");
	for (int i = 0; i < 30; i++)
		g_string_append(text, "START " SENTENCE SENTENCE "\n\n");
	ZnDocument *document = make_well(f, text->str);
	double odd = x_of(document->pages[0], "START"), even = x_of(document->pages[1], "START");
	g_assert_cmpfloat(odd - even, >, 10);
	g_assert_cmpfloat(document->pages[0]->width, <, 600);
}

/* What is higher than the page and cannot be broken is told of, with its line, and the pages are made. */
static void test_too_high(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("---\npage: {width: 100mm, height: 60mm, margin: 15mm}\n---\nText.\n\n| ");
	for (int i = 0; i < 60; i++)
		g_string_append(text, SENTENCE);
	g_string_append(text, "| x |\n|---|---|\n| a | b |\n\nText.\n");
	zn_diags_clear(f->context->diags);
	g_assert_nonnull(make(f, text->str));
	assert_has(problems(f), "higher than the page has room for");
	g_assert_null(strstr(problems(f), "r.md:0"));
}

static void test_same(Fixture *f, gconstpointer data)
{
	if (!f->fonts_there)
		return;
	g_autoptr(GString) text = g_string_new("# A\n\n");
	paragraphs(text, 30);
	ZnDocument *a = make_well(f, text->str), *b = make_well(f, text->str);
	g_assert_cmpuint(a->n_pages, ==, b->n_pages);
	for (size_t p = 0; p < a->n_pages; p++) {
		g_autoptr(GString) first = zn_scene_dump(a->pages[p]), second = zn_scene_dump(b->pages[p]);
		g_assert_cmpstr(first->str, ==, second->str);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("pages/headings", test_headings);
	ADD("pages/notes", test_notes);
	ADD("pages/tables", test_tables);
	ADD("pages/floats", test_floats);
	ADD("pages/heads", test_heads);
	ADD("pages/heading-rules", test_heading_rules);
	ADD("pages/grid", test_grid);
	ADD("pages/links", test_links);
	ADD("pages/columns", test_columns);
	ADD("pages/mirrored", test_mirrored);
	ADD("pages/too-high", test_too_high);
	ADD("pages/same", test_same);
	return g_test_run();
}
