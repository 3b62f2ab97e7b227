#include "chart/foot.h"

#include "chart/alt_text.h"
#include "chart/data_csv.h"
#include "chart/encode.h"

#include <string.h>

static ZnValue usermeta(const ZnChart *chart)
{
	return zn_get2(chart->root->raw, "usermeta", "zhinu");
}

static ZnValue theme_foot(const ZnChart *chart)
{
	return zn_get(zn_get2(chart->root->config, "usermeta", "zhinu"), "foot");
}

/* "Source: " in the language of the output, unless the catalogue's text brings its own word. */
static const char *source_label(const ZnContext *context)
{
	static const struct { const char *lang, *label; } labels[] = {{"zh", "来源："}, {"ru", "Источник: "}, {"en", "Source: "}};
	for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
		if (g_str_has_prefix(context->lang, labels[i].lang))
			return labels[i].label;
	return "Source: ";
}

static const char *note_label(const ZnContext *context)
{
	static const struct { const char *lang, *label; } labels[] = {{"zh", "注："}, {"ru", "Примечание. "}, {"en", "Note: "}};
	for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
		if (g_str_has_prefix(context->lang, labels[i].lang))
			return labels[i].label;
	return "Note: ";
}

static void add(ZnChart *chart, ZnFoot *foot, const char *label, ZnValue text, ZnRole role)
{
	ZnContext *context = chart->context;
	if (!zn_is_str(text) || !text.len)
		return;
	size_t n;
	char **lines = zn_text_wrap(context, &foot->font, zn_arena_printf(context->arena, "%s%s", label, zn_translate(chart, text.str)), foot->width, &n);
	size_t old = foot->n;
	foot->lines = zn_arena_grow(context->arena, foot->lines, old * sizeof *foot->lines, (old + n) * sizeof *foot->lines);
	foot->roles = zn_arena_grow(context->arena, foot->roles, old * sizeof *foot->roles, (old + n) * sizeof *foot->roles);
	for (size_t i = 0; i < n; i++) {
		foot->lines[old + i] = lines[i];
		foot->roles[old + i] = role;
	}
	foot->n += n;
}

ZnFoot *zn_foot_new(ZnChart *chart)
{
	ZnFoot *foot = zn_new(chart->context->arena, ZnFoot);
	ZnValue theme = theme_foot(chart), meta = usermeta(chart);
	foot->font.family = zn_get_str(theme, "font", zn_get_str(chart->root->config, "font", "sans-serif"));
	foot->font.size = zn_get_num(theme, "fontSize", 10);
	foot->color = (ZnColor){0.36, 0.39, 0.44, 1};
	zn_color_parse(zn_get_str(theme, "color", "#5c6470"), &foot->color);
	foot->gap = zn_get_num(theme, "gap", 8);
	foot->line_height = zn_get_num(theme, "lineHeight", foot->font.size * 1.4);
	ZnValue padding = zn_get(chart->root->config, "padding");
	double all = zn_is_num(padding) ? padding.num : 0, left = zn_get_num(padding, "left", all), right = zn_get_num(padding, "right", all);
	foot->width = chart->fit_width > 0 ? chart->fit_width - left - right : MAX(chart->top->width, 120);
	if (chart->options->hide_title)
		return foot; /* the report's caption and table of sources say it */
	add(chart, foot, note_label(chart->context), zn_get(meta, "note"), ZN_ROLE_NOTE);
	add(chart, foot, source_label(chart->context), zn_get(meta, "source"), ZN_ROLE_SOURCE);
	foot->height = foot->n ? foot->gap + foot->line_height * (double)foot->n : 0;
	return foot;
}

void zn_foot_draw(ZnChart *chart, ZnScene *scene, const ZnFoot *foot, ZnPadding padding)
{
	ZnContext *context = chart->context;
	double y = scene->height - padding.bottom + foot->gap + foot->font.size * 0.8;
	if (!foot->n)
		return;
	for (size_t i = 0; i < foot->n; i++) {
		ZnTextLines *text = zn_text_lines_new(context, zn_str(foot->lines[i]), &foot->font, 0, "");
		text->line_height = foot->line_height;
		ZnItem *item = zn_scene_add(scene, ZN_ITEM_TEXT, foot->roles[i]);
		item->x = padding.left;
		item->y = y + foot->line_height * (double)i;
		item->fill = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = foot->color};
		item->text = text;
	}
	scene->height += foot->height;
}

static const char *plain(ZnChart *chart, ZnValue text)
{
	if (zn_is_obj(text))
		text = zn_get(text, "text");
	if (zn_is_arr(text)) {
		g_autoptr(GString) joined = g_string_new(NULL);
		for (size_t i = 0; i < zn_len(text); i++)
			g_string_append_printf(joined, "%s%s", i ? " " : "", zn_to_str(chart->context->arena, zn_at(text, i)));
		return zn_translate(chart, zn_arena_strdup(chart->context->arena, joined->str));
	}
	return zn_is_str(text) ? zn_translate(chart, text.str) : NULL;
}

void zn_foot_metadata(ZnChart *chart, ZnScene *scene)
{
	ZnValue spec = chart->root->raw;
	scene->title = plain(chart, zn_get(spec, "title"));
	scene->description = plain(chart, zn_get(spec, "description"));
	if (!scene->description || !*scene->description)
		scene->description = zn_alt_text(chart, scene->title);
	scene->source = plain(chart, zn_get(usermeta(chart), "source"));
	scene->author = zn_get_str(usermeta(chart), "author", NULL);
	scene->lang = zn_locale_lang(chart->context->locale);
	if (chart->options->attach_data)
		zn_data_attach(chart, scene);
}
