/* What the tests of guides and layout share: a context, scales and properties from short texts, and text metrics of their own, so that they
 * need no fonts: the advance widths of Liberation Sans (Arial's), with which the expected numbers of Vega's own scenes were made. */
#pragma once

#include "base/json.h"
#include "chart/guide.h"
#include "chart/node.h"

#include <math.h>
#include <string.h>

static const int REGULAR[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333,  333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667,  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

static double fake_width(const ZnFont *font, const char *text)
{
	double units = 0;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		units += c >= 32 && c < 127 ? REGULAR[c - 32] : c == 0x2026 ? 1000 : 556;
	}
	return units * font->size / 1000;
}

const ZnShaped *zn_text_shape(ZnContext *context, const ZnFont *font, const char *lang, const char *text)
{
	ZnShaped *shaped = zn_new(context->arena, ZnShaped);
	shaped->width = fake_width(font, text);
	return shaped;
}

double zn_text_width(ZnContext *context, const ZnFont *font, const char *text)
{
	return fake_width(font, text);
}

const char *zn_text_truncate(ZnContext *context, const ZnFont *font, const char *text, double limit, const char *ellipsis)
{
	if (fake_width(font, text) < limit)
		return text;
	for (size_t n = strlen(text); n > 0; n--) {
		const char *cut = zn_arena_strndup(context->arena, text, n);
		if (fake_width(font, cut) + fake_width(font, ellipsis) < limit)
			return zn_arena_printf(context->arena, "%s%s", cut, ellipsis);
	}
	return ellipsis;
}

char **zn_text_wrap(ZnContext *context, const ZnFont *font, const char *text, double width, size_t *n_lines)
{
	char **words = g_strsplit(text, " ", -1), **lines = zn_new_n(context->arena, char *, strlen(text) + 1);
	*n_lines = 0;
	for (char **word = words; *word; word++) {
		char *longer = *n_lines ? zn_arena_printf(context->arena, "%s %s", lines[*n_lines - 1], *word) : NULL;
		if (longer && fake_width(font, longer) <= width)
			lines[*n_lines - 1] = longer;
		else
			lines[(*n_lines)++] = zn_arena_strdup(context->arena, *word);
	}
	g_strfreev(words);
	return lines;
}

/* --- fixture --- */

static ZnContext *context;
static ZnGuideEnv env;

static inline void start(void)
{
	context = zn_context_new();
	context->locale = zn_locale_lookup("en");
	env = (ZnGuideEnv){.context = context, .place = {.file = "test"}};
}

static inline void finish(void)
{
	zn_context_free(context);
	context = NULL;
}

/* JSON with ' for ". */
static inline ZnValue json(const char *text)
{
	char *copy = zn_arena_strdup(context->arena, text);
	ZnValue value = zn_undefined();
	for (char *p = copy; *p; p++) {
		if (*p == '\'')
			*p = '"';
	}
	g_assert_true(zn_json_parse(context->arena, context->diags, "test", copy, strlen(copy), &value));
	return value;
}

static inline const ZnScale *scale(ZnScaleType type, const char *domain, const char *range)
{
	ZnValue d = json(domain), r = json(range);
	ZnScaleSpec spec = {.type = type,
	                    .domain = d.arr->items,
	                    .n_domain = d.arr->n,
	                    .range = r.arr->items,
	                    .n_range = r.arr->n,
	                    .padding = NAN,
	                    .padding_inner = NAN,
	                    .padding_outer = NAN,
	                    .align = NAN,
	                    .domain_mid = NAN,
	                    .domain_min = NAN,
	                    .domain_max = NAN};
	if (type == ZN_SCALE_BAND) {
		spec.padding_inner = 0.1;
		spec.padding_outer = 0.05;
	}
	const ZnScale *made = zn_scale_new(context, env.place, &spec);
	g_assert_nonnull(made);
	return made;
}

/* The n-th item of a role in a group and all within it, in the group's order. NULL when there are fewer. */
static inline const ZnItem *find_in(const ZnGroup *group, ZnRole role, int *n)
{
	const ZnItem *found = NULL;
	for (size_t i = 0; i < group->n_marks && !found; i++) {
		for (size_t k = 0; k < group->marks[i]->n && !found; k++) {
			const ZnItem *item = &group->marks[i]->items[k];
			if (item->role == role && (*n)-- == 0)
				found = item;
		}
	}
	for (size_t i = 0; i < group->n_groups && !found; i++)
		found = find_in(group->groups[i], role, n);
	return found;
}

static inline const ZnItem *item_at(const ZnGroup *group, ZnRole role, int n)
{
	return find_in(group, role, &n);
}

static inline const ZnItem *scene_item(const ZnScene *scene, ZnRole role, int n)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		if (scene->items[i].role == role && n-- == 0)
			return &scene->items[i];
	}
	return NULL;
}

static inline const char *text_of(const ZnItem *item)
{
	g_assert_nonnull(item);
	g_assert_cmpuint(item->text->n, >, 0);
	return item->text->lines[0];
}

static inline ZnColor color_of(const ZnItem *item, bool stroke)
{
	return stroke ? item->stroke.color : item->fill.color;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon((a), (b), 0.02)
#define assert_hex(paint, hex)                                                                                                             \
	do {                                                                                                                                   \
		char buffer_[8];                                                                                                                   \
		g_assert_cmpstr(zn_color_hex((paint).color, buffer_), ==, (hex));                                                                  \
	} while (0)
#define assert_box(box, X1, Y1, X2, Y2)                                                                                                    \
	do {                                                                                                                                   \
		ZnBox box_ = (box);                                                                                                                \
		assert_near(box_.x1, X1);                                                                                                          \
		assert_near(box_.y1, Y1);                                                                                                          \
		assert_near(box_.x2, X2);                                                                                                          \
		assert_near(box_.y2, Y2);                                                                                                          \
	} while (0)
#define add_test(name) g_test_add_func("/chart/" #name, name)
