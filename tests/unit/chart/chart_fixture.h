/* A specification compiled into a scene, for tests that look at its items. */
#pragma once

#include "base/json.h"
#include "chart/chart.h"
#include "format/format.h"
#include "text/fonts.h"

#include <string.h>

typedef struct Compiled {
	ZnContext *context;
	ZnScene *scene; /* NULL when it has errors */
} Compiled;

static ZnFonts *shared_fonts;

/* Compiles; quotes may be written as ' in the text. Answers an empty scene when there are no fonts on the machine. */
static inline Compiled compile_in(const char *lang, const char *text, const ZnChartOptions *options)
{
	Compiled c = {zn_context_new(), NULL};
	if (!shared_fonts)
		shared_fonts = zn_fonts_new(c.context->diags, NULL);
	c.context->fonts = shared_fonts;
	c.context->lang = lang;
	c.context->locale = zn_locale_lookup(lang);
	char *json = zn_arena_strdup(c.context->arena, text);
	for (char *p = json; *p; p++)
		if (*p == '\'')
			*p = '"';
	ZnValue spec;
	if (shared_fonts && zn_json_parse(c.context->arena, c.context->diags, "test.vl.json", json, strlen(json), &spec))
		c.scene = zn_chart_new(c.context, "test.vl.json", spec, options);
	return c;
}

static inline Compiled compile(const char *text)
{
	return compile_in("en", text, NULL);
}

/* The k-th item of a type and role; NULL. */
static inline const ZnItem *find_item(const Compiled *c, ZnItemType type, ZnRole role, size_t k)
{
	for (size_t i = 0; c->scene && i < c->scene->n_items; i++)
		if (c->scene->items[i].type == type && c->scene->items[i].role == role && k-- == 0)
			return &c->scene->items[i];
	return NULL;
}

static inline size_t count_items(const Compiled *c, ZnItemType type, ZnRole role)
{
	size_t n = 0;
	while (find_item(c, type, role, n))
		n++;
	return n;
}

/* Whether a text with exactly these words is in the scene. */
static inline bool has_text(const Compiled *c, const char *words)
{
	for (size_t i = 0; c->scene && i < c->scene->n_items; i++) {
		const ZnItem *item = &c->scene->items[i];
		if (item->type == ZN_ITEM_TEXT && item->text->n && !strcmp(item->text->lines[0], words) && item->opacity > 0)
			return true;
	}
	return false;
}

static inline bool said(const Compiled *c, const char *words)
{
	for (size_t i = 0; i < zn_diags_len(c->context->diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(c->context->diags, i), false);
		if (strstr(text, words))
			return true;
	}
	return false;
}
