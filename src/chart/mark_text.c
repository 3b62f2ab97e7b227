/* Texts. */
#include "chart/mark.h"

#include <math.h>
#include <string.h>

static void set_default(ZnEncode *e, ZnProp prop, const char *value)
{
	if (zn_is_undefined(zn_mark_prop(e->view, zn_prop_name(prop), NULL)))
		zn_rule_set(e, prop, zn_ref_value(e, zn_str(value)));
}

static void encode(ZnEncode *e)
{
	const ZnChannelDef *text = e->view->encoding[ZN_CH_TEXT];
	e->ignore[ZN_P_SIZE] = true;
	zn_encode_base(e);
	zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	for (size_t i = 0; text && i < text->n_conditions; i++) {
		ZnRef ref = zn_ref_text(e, text->conditions[i].def);
		zn_ref_set_test(e, &ref, &text->conditions[i]);
		zn_rule_add(e, ZN_P_TEXT, ref);
	}
	if (text)
		zn_rule_add(e, ZN_P_TEXT, zn_ref_text(e, text));
	zn_encode_channel(e, ZN_CH_SIZE, ZN_P_FONT_SIZE, zn_undefined());
	zn_encode_channel(e, ZN_CH_ANGLE, ZN_P_ANGLE, zn_undefined());
	set_default(e, ZN_P_ALIGN, "center");
	set_default(e, ZN_P_BASELINE, "middle");
	if (e->view->encoding[ZN_CH_RADIUS] || !zn_is_undefined(zn_mark_prop(e->view, "radius", NULL)))
		zn_position_point(e, ZN_CH_RADIUS, ZN_DEFAULT_NONE, ZN_P_RADIUS);
	if (e->view->encoding[ZN_CH_THETA] || !zn_is_undefined(zn_mark_prop(e->view, "theta", NULL)))
		zn_position_point(e, ZN_CH_THETA, ZN_DEFAULT_NONE, ZN_P_THETA);
}

static const char *const baselines[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom", NULL};
static const char *const aligns[] = {"left", "center", "right", NULL};

static unsigned index_of(const char *word, const char *const *words)
{
	for (unsigned i = 0; words[i]; i++)
		if (!strcmp(words[i], word))
			return i;
	return 0;
}

/* A text value split at lineBreak; arrays are lines already. */
static ZnValue split_lines(ZnEncode *e, size_t row, ZnValue text)
{
	ZnArena *arena = e->unit->chart->context->arena;
	const char *line_break = zn_rule_str(e, ZN_P_LINE_BREAK, row, zn_get_str(e->view->config, "lineBreak", NULL));
	if (!zn_is_str(text) || !line_break || !*line_break)
		return zn_is_arr(text) ? text : zn_str(zn_to_str(arena, text));
	return zn_text_split(arena, text.str, line_break);
}

static void item(ZnEncode *e, size_t row, ZnItem *it)
{
	ZnContext *context = e->unit->chart->context;
	ZnValue text = zn_rule_eval(e, ZN_P_TEXT, row);
	double angle = zn_rule_num(e, ZN_P_ANGLE, row, 0), radians = angle * G_PI / 180;
	ZnFont font = {.family = zn_rule_str(e, ZN_P_FONT, row, "sans-serif"),
				   .size = zn_rule_num(e, ZN_P_FONT_SIZE, row, 11),
				   .weight = zn_font_weight(zn_rule_eval(e, ZN_P_FONT_WEIGHT, row)),
				   .italic = zn_font_italic(zn_rule_eval(e, ZN_P_FONT_STYLE, row))};
	text = zn_is_nullish(text) ? zn_str("") : split_lines(e, row, text);
	ZnTextLines *lines = zn_text_lines_new(context, text, &font, zn_rule_num(e, ZN_P_LIMIT, row, 0), zn_rule_str(e, ZN_P_ELLIPSIS, row, "…"));
	lines->align = index_of(zn_rule_str(e, ZN_P_ALIGN, row, "left"), aligns);
	lines->baseline = index_of(zn_rule_str(e, ZN_P_BASELINE, row, "alphabetic"), baselines);
	lines->angle = angle;
	lines->line_height = zn_rule_num(e, ZN_P_LINE_HEIGHT, row, font.size + 2);
	double x = zn_rule_num(e, ZN_P_X, row, 0), y = zn_rule_num(e, ZN_P_Y, row, 0);
	double dx = zn_rule_num(e, ZN_P_DX, row, 0), dy = zn_rule_num(e, ZN_P_DY, row, 0);
	double radius = zn_rule_num(e, ZN_P_RADIUS, row, 0);
	if (radius) { /* polar offset from the anchor, 0 = up */
		double theta = zn_rule_num(e, ZN_P_THETA, row, 0) - G_PI / 2;
		x += radius * cos(theta);
		y += radius * sin(theta);
	}
	it->x = x + dx * cos(radians) - dy * sin(radians); /* dx and dy turn with the text */
	it->y = y + dx * sin(radians) + dy * cos(radians);
	it->text = lines;
}

const ZnMark zn_mark_text = {"text", encode, item, ZN_ITEM_TEXT};
