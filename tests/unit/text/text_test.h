/* What the tests of text/ share: a context with fonts, and skipping when a font package is not installed. */
#pragma once

#include "text/paragraph.h"

#include <string.h>

typedef struct Fixture {
	ZnContext *context;
	ZnFonts *fonts;
} Fixture;

static inline bool has_role(Fixture *f, const char *role, ZnScript script)
{
	size_t n;
	ZnFontRole *roles = zn_fonts_roles(f->fonts, f->context->arena, &n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(roles[i].role, role) == 0 && roles[i].script == script)
			return g_strcmp0(roles[i].found, roles[i].wanted) == 0;
	}
	return false;
}

/* False, with the test marked as skipped, where our fonts are missing. */
static inline bool fixture_open(Fixture *f, const char *lang)
{
	f->context = zn_context_new();
	f->context->lang = lang;
	f->fonts = f->context->fonts = zn_fonts_new(f->context->diags, NULL);
	if (f->fonts && has_role(f, "serif", ZN_SCRIPT_LATIN) && has_role(f, "sans-serif", ZN_SCRIPT_HAN) && has_role(f, "serif", ZN_SCRIPT_HAN))
		return true;
	g_test_skip("the fonts of fonts-paratype and fonts-noto-cjk are not there");
	return false;
}

static inline void fixture_close(Fixture *f)
{
	zn_context_free(f->context);
	zn_fonts_free(f->fonts);
}

/* The run that has this text in it. */
static inline const ZnRun *run_with(const ZnShaped *shaped, const char *text)
{
	for (size_t i = 0; i < shaped->n_runs; i++) {
		if (g_strstr_len(shaped->runs[i].text, (gssize)shaped->runs[i].text_len, text))
			return &shaped->runs[i];
	}
	return NULL;
}

static inline const char *family_of(const ZnShaped *shaped, const char *text)
{
	const ZnRun *run = run_with(shaped, text);
	return run ? zn_face_family(run->face) : NULL;
}

/* Clusters cover the text and the glyphs exactly: cairo_show_text_glyphs refuses anything else. */
static inline void assert_clusters(const ZnShaped *shaped)
{
	for (size_t i = 0; i < shaped->n_runs; i++) {
		const ZnRun *run = &shaped->runs[i];
		size_t bytes = 0, glyphs = 0;
		for (size_t c = 0; c < run->n_clusters; c++) {
			bytes += (size_t)run->clusters[c].num_bytes;
			glyphs += (size_t)run->clusters[c].num_glyphs;
		}
		g_assert_cmpuint(bytes, ==, run->text_len);
		g_assert_cmpuint(glyphs, ==, run->n_glyphs);
		g_assert_true(g_utf8_validate(run->text, (gssize)run->text_len, NULL));
	}
}
