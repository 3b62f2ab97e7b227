/* What the tests of report/ share: a project of two tables in a folder of its own, and looking at pages. */
#pragma once

#include "format/format.h"
#include "report/report.h"
#include "text/fonts.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct Fixture {
	ZnContext *context;
	ZnFonts *fonts;
	char *folder;
	bool fonts_there;
} Fixture;

static const char *const package =
    "{\"name\":\"test\",\"resources\":[{\"name\":\"rd\",\"path\":\"rd.csv\",\"title\":{\"en\":\"R&D\"},\"sources\":[{\"title\":{\"en\":"
    "\"Office\",\"ru\":\"Росстат\"}}],"
    "\"schema\":{\"primaryKey\":\"year\",\"fields\":["
    "{\"name\":\"year\",\"type\":\"year\",\"title\":{\"en\":\"Year\",\"zh\":\"年份\",\"ru\":\"Год\"}},"
    "{\"name\":\"spent\",\"type\":\"number\",\"format\":\",.1f\",\"title\":{\"en\":\"Expenditure\",\"zh\":\"经费\",\"ru\":\"Затраты\"},"
    "\"unit\":{\"en\":\"m yuan\",\"zh\":\"亿元\",\"ru\":\"млн\"}},"
    "{\"name\":\"share\",\"type\":\"number\",\"format\":\".2f\",\"title\":{\"en\":\"Share\"},\"unit\":\"%\"}]}},"
    "{\"name\":\"ranks\",\"path\":\"ranks.csv\",\"schema\":{\"primaryKey\":\"id\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"},{"
    "\"name\":\"rank\",\"type\":\"integer\"}]}}]}";

static inline void write_file(const Fixture *f, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void set_up(Fixture *f, gconstpointer data)
{
	f->folder = g_dir_make_tmp("zhinu-report-XXXXXX", NULL);
	write_file(f, "datapackage.json", package);
	write_file(f, "rd.csv", "year,spent,share\n2000,895.7,0.89\n2010,7062.6,1.71\n2020,24393.1,2.41\n2021,,\n");
	write_file(f, "ranks.csv", "id,rank\nCHN,14\nRUS,47\nCHE,1\n");
	f->context = zn_context_new();
	f->context->base_dir = f->folder;
	f->context->locale = zn_locale_lookup("en");
	f->fonts = f->context->fonts = zn_fonts_new(f->context->diags, NULL);
	size_t n = 0;
	ZnFontRole *roles = f->fonts ? zn_fonts_roles(f->fonts, f->context->arena, &n) : NULL;
	f->fonts_there = n > 0;
	for (size_t i = 0; i < n; i++)
		f->fonts_there &= strcmp(roles[i].role, "serif") || roles[i].found;
	zn_diags_clear(f->context->diags);
	if (!f->fonts_there)
		g_test_skip("the fonts of fonts-paratype and fonts-noto-cjk are not there");
}

static inline void tear_down(Fixture *f, gconstpointer data)
{
	static const char *const files[] = {"datapackage.json", "rd.csv", "ranks.csv", "other.csv", "c.vl.json", "p.png"};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = g_build_filename(f->folder, files[i], NULL);
		g_unlink(path);
	}
	g_rmdir(f->folder);
	g_free(f->folder);
	zn_context_free(f->context);
	zn_fonts_free(f->fonts);
}

static inline ZnDocument *make(Fixture *f, const char *text)
{
	return zn_report_new(f->context, "r.md", text, strlen(text), NULL);
}

/* Everything that is said, one a line. */
static inline const char *problems(Fixture *f)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (size_t i = 0; i < zn_diags_len(f->context->diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(f->context->diags, i), false);
		g_string_append(all, text);
	}
	return zn_arena_strdup(f->context->arena, all->str);
}

/* The text of a page in paint order, a space between items; of all pages for page < 0. */
static inline const char *page_text(Fixture *f, const ZnDocument *document, int page)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (size_t p = 0; p < document->n_pages; p++)
		for (size_t i = 0; (page < 0 || (size_t)page == p) && i < document->pages[p]->n_items; i++)
			if (document->pages[p]->items[i].type == ZN_ITEM_TEXT) {
				g_autofree char *text = g_strdup(document->pages[p]->items[i].text->lines[0]); /* lines may end with their space */
				if (*g_strchomp(text))
					g_string_append_printf(all, "%s ", text);
			}
	return zn_arena_strdup(f->context->arena, all->str);
}

/* The n-th tag of a type, from 0, over all pages; NULL = there are fewer. */
static inline const ZnTag *tag_at(const ZnDocument *document, ZnTagType type, size_t n)
{
	for (size_t p = 0; p < document->n_pages; p++) {
		const ZnScene *scene = document->pages[p];
		for (size_t i = 0; i < scene->n_items; i++)
			if (scene->items[i].type == ZN_ITEM_BEGIN && scene->items[i].tag->type == type && n-- == 0)
				return scene->items[i].tag;
	}
	return NULL;
}

#define assert_has(text, part)                                                                                                             \
	do {                                                                                                                                   \
		if (!strstr(text, part))                                                                                                           \
			g_test_message("missing “%s” in: %s", part, text);                                                                             \
		g_assert_nonnull(strstr(text, part));                                                                                              \
	} while (0)

/* The report fails, and says this. */
static inline void assert_fails(Fixture *f, const char *text, const char *message)
{
	if (!f->fonts_there)
		return;
	zn_diags_clear(f->context->diags);
	g_assert_null(make(f, text));
	g_assert_true(zn_diags_failed(f->context->diags));
	assert_has(problems(f), message);
}

#define ADD(name, test) g_test_add("/report/" name, Fixture, NULL, set_up, test, tear_down)
