/* Reports of any bytes: front matter, Markdown, tables, notes, styles and pages. The first two bytes choose the language and a front
 * matter that tries narrow pages and columns. What must hold is asserted: a document or an error, tags that nest, finite positions. */
#include "report/report.h"

#include "format/format.h"
#include "text/fonts.h"

#include <math.h>
#include <string.h>

static const char *const langs[] = {"en", "ru", "zh"};
static const char *const fronts[] = {
    "",
    "---\ncolumns: 2\ntoc: true\n---\n",
    "---\npage: {width: 60mm, height: 50mm, margin: 10mm}\n---\n",
    "---\npage: A5\nstyle: journal\nabstract: An abstract[^1]\nkey-figures: [{value: 1, label: one}]\n---\n",
};

static void check_page(const ZnScene *page)
{
	int depth = 0;
	for (size_t i = 0; i < page->n_items; i++) {
		const ZnItem *item = &page->items[i];
		depth += item->type == ZN_ITEM_BEGIN;
		depth -= item->type == ZN_ITEM_END;
		g_assert_cmpint(depth, >=, 0);
		g_assert_true(isfinite(item->x) && isfinite(item->y));
	}
	g_assert_cmpint(depth, ==, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static ZnFonts *fonts;
	if (!fonts) {
		ZnContext *first = zn_context_new();
		fonts = zn_fonts_new(first->diags, NULL);
		g_assert_nonnull(fonts);
		zn_context_free(first);
	}
	if (size < 2 || size > 4096)
		return 0;
	ZnContext *context = zn_context_new();
	context->fonts = fonts;
	context->base_dir = "/nonexistent";
	context->lang = langs[data[0] % G_N_ELEMENTS(langs)];
	context->locale = zn_locale_lookup(context->lang);
	g_autoptr(GString) text = g_string_new(fronts[data[1] % G_N_ELEMENTS(fronts)]);
	g_string_append_len(text, (const char *)data + 2, (gssize)size - 2);
	ZnDocument *document = zn_report_new(context, "fuzz.md", text->str, text->len, NULL);
	g_assert_true(document || zn_diags_failed(context->diags));
	for (size_t i = 0; document && i < document->n_pages; i++)
		check_page(document->pages[i]);
	zn_context_free(context);
	return 0;
}
