/* Texts of guides: strings or lists of lines in, shaped lines out. */
#include "base/limits.h"
#include "chart/guide_props.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int zn_font_weight(ZnValue weight)
{
	static const struct {
		const char *name;
		int weight;
	} names[] = {{"normal", 400}, {"bold", 700}, {"bolder", 700}, {"lighter", 100}};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		if (zn_is_string(weight, names[i].name))
			return names[i].weight;
	}
	double number = zn_is_nullish(weight) ? NAN : zn_to_num(weight);
	return number >= 1 && number <= 1000 ? (int)number : 400;
}

bool zn_font_italic(ZnValue style)
{
	return zn_is_str(style) && (strstr(style.str, "italic") || strstr(style.str, "oblique"));
}

/* One line as it is shown: trimmed, of bounded length, cut to the limit. */
static const char *line_text(ZnContext *context, const ZnFont *font, ZnValue value, double limit, const char *ellipsis)
{
	if (zn_is_nullish(value))
		return "";
	const char *text = zn_to_str(context->arena, value);
	size_t len = strlen(text);
	while (len && g_ascii_isspace(*text)) {
		text++;
		len--;
	}
	while (len && g_ascii_isspace(text[len - 1]))
		len--;
	if (len > ZN_LIMIT_TEXT) {
		zn_warning(context->diags, (ZnPlace){0}, NULL, "A label of %zu bytes is cut to %u", len, ZN_LIMIT_TEXT);
		len = (size_t)(g_utf8_find_prev_char(text, text + ZN_LIMIT_TEXT) - text);
	}
	if (text[len])
		text = zn_arena_strndup(context->arena, text, len);
	return len && limit > 0 ? zn_text_truncate(context, font, text, limit, ellipsis) : text;
}

ZnValue zn_text_split(ZnArena *arena, const char *text, const char *line_break)
{
	g_auto(GStrv) parts = g_strsplit(text, line_break, 1000);
	ZnArray *lines = zn_array_new(arena, g_strv_length(parts));
	for (char **part = parts; *part; part++)
		zn_array_push(arena, lines, zn_str_copy(arena, *part, strlen(*part)));
	return zn_arr(lines);
}

ZnTextLines *zn_text_lines_new(ZnContext *context, ZnValue text, const ZnFont *font, double limit, const char *ellipsis)
{
	ZnTextLines *lines = zn_new(context->arena, ZnTextLines);
	size_t n = zn_is_arr(text) ? zn_len(text) : 1;
	lines->font = *font;
	lines->limit = limit;
	lines->lines = zn_new_n(context->arena, const char *, MAX(n, 1));
	lines->shaped = zn_new_n(context->arena, const ZnShaped *, MAX(n, 1));
	lines->n = n;
	for (size_t i = 0; i < n && font->size > 0; i++) {
		lines->lines[i] = line_text(context, font, zn_is_arr(text) ? zn_at(text, i) : text, limit, ellipsis);
		lines->shaped[i] = zn_text_shape(context, font, NULL, lines->lines[i]);
	}
	return lines;
}

ZnItem *zn_guide_add_text(ZnGuideEnv *env, ZnMarkList *list, ZnRole role, ZnValue text, const ZnGuideTextLook *look, ZnValue datum)
{
	ZnItem *item = zn_mark_list_add(env->context->arena, list, ZN_ITEM_TEXT, role);
	ZnFont font = {
	    .family = zn_guide_str(env, look->font, datum, "sans-serif"),
	    .size = MAX(0, zn_guide_num(env, look->size, datum, 11)),
	    .weight = zn_font_weight(zn_guide_eval(env, look->weight, datum)),
	    .italic = zn_font_italic(zn_guide_eval(env, look->style, datum)),
	};
	const char *line_break = zn_get_str(env->config, "lineBreak", NULL);
	if (line_break && *line_break && zn_is_str(text))
		text = zn_text_split(env->context->arena, text.str, line_break);
	ZnTextLines *lines = zn_text_lines_new(env->context, text, &font, zn_guide_num(env, look->limit, datum, 0), "…");
	lines->line_height = zn_guide_num(env, look->line_height, datum, font.size + 2);
	item->text = lines;
	item->fill = zn_guide_paint(env, zn_guide_eval(env, look->color, datum));
	item->fill_opacity = zn_guide_num(env, look->opacity, datum, 1);
	return item;
}

void zn_guide_shift_text(ZnItem *item, double dx, double dy)
{
	double angle = item->text->angle * G_PI / 180;
	item->x += cos(angle) * dx - sin(angle) * dy;
	item->y += sin(angle) * dx + cos(angle) * dy;
}
