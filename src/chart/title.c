/* Titles of views, with their subtitles (vega-parser's title guide). */
#include "chart/guide_props.h"

#include <math.h>
#include <string.h>

typedef enum {
	P_ALIGN,
	P_ANCHOR,
	P_ANGLE,
	P_BASELINE,
	P_COLOR,
	P_DX,
	P_DY,
	P_FONT,
	P_FONT_SIZE,
	P_FONT_STYLE,
	P_FONT_WEIGHT,
	P_FRAME,
	P_LIMIT,
	P_LINE_HEIGHT,
	P_OFFSET,
	P_ORIENT,
	P_TEXT,
	P_ZINDEX,
	N_P
} TitleProp;

static const ZnGuideProp table[N_P] = {
    [P_ALIGN] = {"align", ZN_PROP_NONE, "align"},
    [P_ANCHOR] = {"anchor", ZN_PROP_STR("middle"), NULL},
    [P_ANGLE] = {"angle", ZN_PROP_NONE, "angle"},
    [P_BASELINE] = {"baseline", ZN_PROP_NONE, NULL},
    [P_COLOR] = {"color", ZN_PROP_NONE, "fill"},
    [P_DX] = {"dx", ZN_PROP_NONE, "dx"},
    [P_DY] = {"dy", ZN_PROP_NONE, "dy"},
    [P_FONT] = {"font", ZN_PROP_NONE, "font"},
    [P_FONT_SIZE] = {"fontSize", ZN_PROP_NONE, "fontSize"},
    [P_FONT_STYLE] = {"fontStyle", ZN_PROP_NONE, "fontStyle"},
    [P_FONT_WEIGHT] = {"fontWeight", ZN_PROP_NONE, "fontWeight"},
    [P_FRAME] = {"frame", ZN_PROP_NONE, NULL},
    [P_LIMIT] = {"limit", ZN_PROP_NONE, NULL},
    [P_LINE_HEIGHT] = {"lineHeight", ZN_PROP_NONE, "lineHeight"},
    [P_OFFSET] = {"offset", ZN_PROP_NUM(4), NULL},
    [P_ORIENT] = {"orient", ZN_PROP_STR("top"), NULL},
    [P_TEXT] = {"text", ZN_PROP_NONE, NULL},
    [P_ZINDEX] = {"zindex", ZN_PROP_NUM(0), NULL},
};

typedef enum { S_TEXT, S_COLOR, S_FONT, S_FONT_SIZE, S_FONT_STYLE, S_FONT_WEIGHT, S_LINE_HEIGHT, S_PADDING, N_S } SubtitleProp;

static const ZnGuideProp subtitle_table[N_S] = {
    [S_TEXT] = {"subtitle", ZN_PROP_NONE, NULL},
    [S_COLOR] = {"subtitleColor", ZN_PROP_NONE, "fill"},
    [S_FONT] = {"subtitleFont", ZN_PROP_NONE, "font"},
    [S_FONT_SIZE] = {"subtitleFontSize", ZN_PROP_NONE, "fontSize"},
    [S_FONT_STYLE] = {"subtitleFontStyle", ZN_PROP_NONE, "fontStyle"},
    [S_FONT_WEIGHT] = {"subtitleFontWeight", ZN_PROP_NONE, "fontWeight"},
    [S_LINE_HEIGHT] = {"subtitleLineHeight", ZN_PROP_NONE, "lineHeight"},
    [S_PADDING] = {"subtitlePadding", ZN_PROP_NUM(3), NULL},
};

/* Breaks each line of a text at `width` px. */
static ZnValue wrap(ZnContext *context, const ZnFont *font, ZnValue text, double width)
{
	ZnArray *out = zn_array_new(context->arena, 4);
	size_t n = zn_is_arr(text) ? zn_len(text) : 1;
	for (size_t i = 0; i < n; i++) {
		ZnValue line = zn_is_arr(text) ? zn_at(text, i) : text;
		size_t n_parts = 0;
		char **parts = zn_text_wrap(context, font, zn_to_str(context->arena, line), width, &n_parts);
		for (size_t k = 0; k < n_parts; k++)
			zn_array_push(context->arena, out, zn_str(parts[k]));
	}
	return zn_arr(out);
}

typedef struct TitleBuild {
	ZnGuideEnv *env;
	ZnGroup *group;
	const ZnGuideValue *p;
	ZnOrient orient;
	ZnAnchor anchor;
	double wrap_width;
} TitleBuild;

static ZnMarkList *add_text(TitleBuild *b, ZnRole role, ZnValue text, const ZnGuideTextLook *look)
{
	ZnGuideEnv *env = b->env;
	ZnValue none = zn_undefined();
	if (b->wrap_width > 0) {
		ZnFont font = {.family = zn_guide_str(env, look->font, none, "sans-serif"),
		               .size = zn_guide_num(env, look->size, none, 11),
		               .weight = zn_font_weight(zn_guide_eval(env, look->weight, none)),
		               .italic = zn_font_italic(zn_guide_eval(env, look->style, none))};
		text = wrap(env->context, &font, text, b->wrap_width);
	}
	ZnMarkList *list = zn_group_add_marks(env->context->arena, b->group);
	list->name = zn_role_name(role);
	ZnItem *item = zn_guide_add_text(env, list, role, text, look, none);
	ZnTextLines *lines = zn_guide_text(item);
	lines->align = zn_anchor_align(b->anchor);
	lines->baseline = ZN_BASELINE_TOP;
	zn_guide_align(zn_guide_str(env, &b->p[P_ALIGN], none, NULL), &lines->align);
	zn_guide_baseline(zn_guide_str(env, &b->p[P_BASELINE], none, NULL), &lines->baseline);
	lines->angle = zn_guide_num(env, &b->p[P_ANGLE], none, b->orient == ZN_ORIENT_LEFT ? -90 : b->orient == ZN_ORIENT_RIGHT ? 90 : 0);
	zn_guide_shift_text(item, zn_guide_num(env, &b->p[P_DX], none, 0), zn_guide_num(env, &b->p[P_DY], none, 0));
	return list;
}

static ZnMarkList *add_subtitle(TitleBuild *b, ZnValue props, ZnValue config)
{
	ZnGuideValue s[N_S];
	zn_guide_props(b->env, subtitle_table, N_S, props, &config, 1, "group-subtitle", s);
	((ZnTitleGuide *)b->group->guide)->padding = zn_guide_num(b->env, &s[S_PADDING], zn_undefined(), 0);
	ZnValue text = zn_guide_eval(b->env, &s[S_TEXT], zn_undefined());
	if (!zn_truthy(text))
		return NULL;
	ZnGuideTextLook look = {&s[S_COLOR],       NULL,           &s[S_FONT],       &s[S_FONT_SIZE], &s[S_FONT_STYLE],
	                        &s[S_FONT_WEIGHT], &b->p[P_LIMIT], &s[S_LINE_HEIGHT]};
	return add_text(b, ZN_ROLE_TITLE_SUBTITLE, text, &look);
}

ZnGroup *zn_guide_title(ZnGuideEnv *env, ZnValue props, ZnRole role, double wrap_width)
{
	ZnArena *arena = env->context->arena;
	ZnValue none = zn_undefined(), config = zn_get(env->config, "title");
	if (!zn_is_obj(props)) { /* just the text */
		ZnObject *wrapped = zn_object_new(arena);
		zn_object_set(arena, wrapped, "text", props);
		props = zn_obj(wrapped);
	}
	/* Headers ask for another block: {"style": "guide-label"}; of several the last one counts most. */
	ZnValue style = zn_get(props, "style");
	if (zn_is_arr(style) && zn_len(style))
		style = zn_at(style, zn_len(style) - 1);
	ZnGuideValue p[N_P];
	zn_guide_props(env, table, N_P, props, &config, 1, zn_is_str(style) ? style.str : "group-title", p);
	TitleBuild b = {.env = env, .group = zn_group_new(arena, ZN_GROUP_TITLE), .p = p, .wrap_width = wrap_width};
	if (!zn_guide_orient(env, zn_guide_str(env, &p[P_ORIENT], none, "top"), &b.orient))
		b.orient = ZN_ORIENT_TOP;
	b.anchor = zn_guide_anchor(zn_guide_str(env, &p[P_ANCHOR], none, NULL), ZN_ANCHOR_MIDDLE);
	ZnTitleGuide *guide = zn_new(arena, ZnTitleGuide);
	const char *frame = zn_guide_str(env, &p[P_FRAME], none, "");
	*guide = (ZnTitleGuide){.orient = b.orient,
	                        .anchor = b.anchor,
	                        .frame_group = g_str_equal(frame, "group"),
	                        .offset = zn_guide_num(env, &p[P_OFFSET], none, 0)};
	b.group->guide = guide;
	b.group->zindex = (int)CLAMP(zn_guide_num(env, &p[P_ZINDEX], none, 0), -1000, 1000);
	ZnGuideTextLook look = {&p[P_COLOR],       NULL,        &p[P_FONT],       &p[P_FONT_SIZE], &p[P_FONT_STYLE],
	                        &p[P_FONT_WEIGHT], &p[P_LIMIT], &p[P_LINE_HEIGHT]};
	guide->text = add_text(&b, role, zn_guide_eval(env, &p[P_TEXT], none), &look);
	guide->subtitle = add_subtitle(&b, props, config);
	return b.group;
}

ZnGroup *zn_title_new(ZnGuideEnv *env, ZnValue props, double width, double height, double wrap_width)
{
	return zn_guide_title(env, props, ZN_ROLE_TITLE_TEXT, wrap_width);
}
