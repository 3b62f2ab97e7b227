/* A scene with everything in it that painters must know, for tests and for looking at. */
#pragma once

#include "base/context.h"
#include "paint/paint.h"
#include "paint/png_encode.h"

#include <cairo.h>
#include <math.h>

#define TORTURE_WIDTH 900
#define TORTURE_HEIGHT 700

static inline ZnPaint torture_color(const char *css)
{
	ZnPaint paint = {.kind = ZN_PAINT_COLOR};
	g_assert_true(zn_color_parse(css, &paint.color));
	return paint;
}

static inline ZnPaint torture_gradient(ZnArena *arena, bool radial)
{
	ZnGradient *gradient = zn_new(arena, ZnGradient);
	gradient->radial = radial;
	if (radial) {
		gradient->x1 = gradient->y1 = gradient->x2 = gradient->y2 = gradient->r2 = 0.5;
	} else {
		gradient->x2 = gradient->y2 = 1;
	}
	gradient->n_stops = 3;
	gradient->stops = zn_new_n(arena, ZnStop, 3);
	gradient->stops[0] = (ZnStop){0, torture_color("#440154").color};
	gradient->stops[1] = (ZnStop){0.5, torture_color("#21918c").color};
	gradient->stops[2] = (ZnStop){1, torture_color("rgba(253,231,37,0.6)").color};
	return (ZnPaint){.kind = ZN_PAINT_GRADIENT, .gradient = gradient};
}

/* A picture of 8 x 4 px in two colours, encoded. */
static inline GByteArray *torture_picture(void)
{
	uint32_t words[4][8];
	for (int y = 0; y < 4; y++) {
		for (int x = 0; x < 8; x++)
			words[y][x] = (x + y) % 2 ? 0xffcc3311u : 0xff0077bbu;
	}
	ZnPixels pixels = {(const unsigned char *)words, 8, 4, sizeof words[0], true};
	ZnPngInfo info = {0};
	g_autoptr(ZnDiags) diags = zn_diags_new();
	GByteArray *png = g_byte_array_new();
	g_assert_true(zn_png_encode(diags, &pixels, &info, png));
	return png;
}

static inline ZnItem *torture_item(ZnScene *scene, ZnItemType type, double x, double y, const char *fill, const char *stroke)
{
	ZnItem *item = zn_scene_add(scene, type, ZN_ROLE_MARK);
	item->x = x;
	item->y = y;
	if (fill)
		item->fill = torture_color(fill);
	if (stroke)
		item->stroke = torture_color(stroke);
	return item;
}

static inline ZnItem *torture_rect(ZnScene *scene, double x, double y, double width, double height, const char *fill, const char *stroke)
{
	ZnItem *item = torture_item(scene, ZN_ITEM_RECT, x, y, fill, stroke);
	item->width = width;
	item->height = height;
	return item;
}

static inline void torture_curves(ZnScene *scene)
{
	static const double at[][2] = {{0, 30}, {20, 5}, {45, 42}, {60, 40}, {80, 0}, {100, 25}};
	for (int i = 0; i < ZN_N_CURVES; i++) {
		double x = 20 + i % 6 * 145, y = 20 + i / 6 * 60;
		size_t n = G_N_ELEMENTS(at);
		ZnPoint *points = zn_new_n(scene->arena, ZnPoint, n + 3);
		for (size_t k = 0; k < n; k++)
			points[k] = (ZnPoint){.x = x + at[k][0], .y = y + at[k][1], .x2 = x + at[k][0], .y2 = y + 50, .size = 1 + (double)k * 2};
		points[n].gap = true;
		points[n + 1] = (ZnPoint){.x = x + 110, .y = y + 10, .x2 = x + 110, .y2 = y + 50, .size = 3};
		points[n + 2] = (ZnPoint){.x = x + 125, .y = y + 40, .x2 = x + 125, .y2 = y + 50, .size = 8};
		if (i % 3 == 0) {
			ZnItem *area = torture_item(scene, ZN_ITEM_AREA, 0, 0, "#4c78a8", NULL);
			area->fill_opacity = 0.3;
			area->curve = (uint8_t)i;
			area->line.points = points;
			area->line.n = n + 3;
		}
		ZnItem *line =
		    torture_item(scene, i == 1 ? ZN_ITEM_TRAIL : ZN_ITEM_LINE, 0, 0, i == 1 ? "#f58518" : NULL, i == 1 ? NULL : "#4c78a8");
		static const double dash[] = {6, 3};
		if (i % 4 == 2) {
			line->dash = dash;
			line->n_dash = 2;
		}
		line->stroke_width = 2;
		line->join = CAIRO_LINE_JOIN_ROUND;
		line->curve = (uint8_t)i;
		line->line.points = points;
		line->line.n = n + 3;
	}
}

static inline void torture_symbols(ZnScene *scene)
{
	static const char *const shapes[] = {"circle",
	                                     "cross",
	                                     "diamond",
	                                     "square",
	                                     "arrow",
	                                     "wedge",
	                                     "triangle",
	                                     "triangle-up",
	                                     "triangle-down",
	                                     "triangle-right",
	                                     "triangle-left",
	                                     "stroke",
	                                     "M0,0.2L0.2351,0.3236 0.1902,0.0618 0.3804,-0.1236 0.1175,-0.1618 0,-0.4 -0.1175,-0.1618 "
	                                     "-0.3804,-0.1236 -0.1902,0.0618 -0.2351,0.3236 0,0.2Z"};
	for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
		ZnItem *item = torture_item(scene, ZN_ITEM_SYMBOL, 40 + (double)i * 40, 225, i % 2 ? "#e45756" : NULL, "#333");
		item->symbol.shape = shapes[i];
		item->symbol.size = i == 12 ? 2000 : 500;
		item->symbol.angle = i == 4 ? 45 : 0;
		item->opacity = 0.8;
	}
}

static inline void torture_arcs(ZnScene *scene)
{
	static const double arcs[][6] = {{0, 2, 0, 40, 0, 0}, {2, 3.5, 20, 40, 0.1, 5}, {3.5, 6.2, 30, 40, 0.05, 8}, {0, 7, 10, 16, 0, 0}};
	static const char *const fills[] = {"#4c78a8", "#f58518", "#54a24b", "#b279a2"};
	for (int i = 0; i < 4; i++) {
		ZnItem *item = torture_item(scene, ZN_ITEM_ARC, i == 3 ? 160 : 70, 300, fills[i], "white");
		item->arc.start = arcs[i][0], item->arc.end = arcs[i][1], item->arc.inner = arcs[i][2], item->arc.outer = arcs[i][3];
		item->arc.pad = arcs[i][4], item->arc.corner_radius = arcs[i][5];
	}
}

static inline void torture_boxes(ZnScene *scene, const GByteArray *picture)
{
	ZnItem *item = torture_item(scene, ZN_ITEM_GROUP, 200, 260, "#fafafa", "#888");
	item->width = 100, item->height = 80;
	item = torture_rect(scene, 210, 270, 50, 30, "steelblue", "black");
	item->corner[0] = 10, item->corner[1] = 0, item->corner[2] = 15, item->corner[3] = 5;
	item = torture_rect(scene, 270, 270, 20, 60, NULL, NULL);
	item->fill = torture_gradient(scene->arena, false);
	item = torture_rect(scene, 320, 260, 80, 80, NULL, "#ccc");
	item->fill = torture_gradient(scene->arena, true);
	item = torture_rect(scene, 410, 260, 90, 40, NULL, NULL);
	item->fill = torture_gradient(scene->arena, false);
	for (int i = 0; i < 3; i++) { /* clipped to a rounded box */
		item = torture_rect(scene, 515 + i * 30, 250, 25, 100, i % 2 ? "#54a24b" : "#e45756", NULL);
		item->clipped = true;
		item->clip[0] = 520, item->clip[1] = 260, item->clip[2] = 80, item->clip[3] = 80;
		item->clip_corner[0] = item->clip_corner[1] = 20;
	}
	torture_rect(scene, 620, 260, 60, 60, "cyan", NULL);
	item = torture_rect(scene, 650, 290, 60, 50, "yellow", NULL);
	item->blend = CAIRO_OPERATOR_MULTIPLY;
	for (int i = 0; i < 2; i++) {
		item = zn_scene_add(scene, ZN_ITEM_IMAGE, ZN_ROLE_MARK);
		item->x = 730 + i * 80, item->y = 260, item->width = 70, item->height = 70;
		item->opacity = i ? 0.5 : 1;
		item->image.url = "picture.png";
		item->image.png = picture->data;
		item->image.png_len = picture->len;
		item->image.aspect = i == 0;
	}
	item = torture_item(scene, ZN_ITEM_RULE, 20.5, 360.5, NULL, "#888");
	item->x2 = 880.5, item->y2 = 360.5;
	item->cap = CAIRO_LINE_CAP_ROUND;
	ZnPath path = {0};
	g_assert_true(zn_path_parse_svg(scene->arena, "M420 310h60v40h-60zm10 10v20h40v-20zM600 320", &path));
	item = torture_item(scene, ZN_ITEM_SHAPE, 0, 0, "#72b7b2", "#333");
	item->path.ops = path.ops;
	item->path.n = path.n;
}

static inline ZnTextLines *torture_text(ZnScene *scene, ZnContext *context, double x, double y, double size, const char *lang,
                                        const char *text, const char *second)
{
	ZnTextLines *lines = zn_new(scene->arena, ZnTextLines);
	lines->n = second ? 2 : 1;
	lines->lines = zn_new_n(scene->arena, const char *, 2);
	lines->shaped = zn_new_n(scene->arena, const ZnShaped *, 2);
	lines->lines[0] = text;
	lines->lines[1] = second;
	lines->font = (ZnFont){.family = "sans-serif", .size = size};
	lines->line_height = size * 1.2;
	for (size_t i = 0; context && i < lines->n; i++)
		lines->shaped[i] = zn_text_shape(context, &lines->font, lang, lines->lines[i]);
	torture_item(scene, ZN_ITEM_TEXT, x, y, "black", NULL)->text = lines;
	return lines;
}

static inline void torture_texts(ZnScene *scene, ZnContext *context)
{
	static const ZnTag heading = {.type = ZN_TAG_HEADING, .level = 1, .text = "Mixed & scripts", .id = "mixed"};
	zn_scene_begin(scene, &heading);
	torture_text(scene, context, 30, 400, 22, "en", "Harvest & yield <2024> “quoted” fi ffl", NULL);
	zn_scene_end(scene);
	static const ZnTag paragraph = {.type = ZN_TAG_PARAGRAPH};
	zn_scene_begin(scene, &paragraph);
	torture_text(scene, context, 30, 430, 14, "ru", "Урожайность зерновых, ц/га — по регионам", NULL);
	torture_text(scene, context, 30, 460, 14, "zh", "全国粮食产量（万吨），按地区统计", NULL);
	zn_scene_end(scene);
	torture_text(scene, context, 500, 400, 11, "en", "centred on two", "lines of text")->align = ZN_TEXT_CENTER;
	torture_text(scene, context, 600, 400, 11, "en", "right", NULL)->align = ZN_TEXT_RIGHT;
	for (int i = 0; i < 6; i++) {
		torture_text(scene, context, 700, 450, 12, "en", "turned text 0123", NULL)->angle = i * 60 + 15;
		ZnItem *rule = torture_item(scene, ZN_ITEM_RULE, 560 + i * 20, 500, NULL, "red");
		rule->x2 = 575 + i * 20, rule->y2 = 500;
		torture_text(scene, context, 560 + i * 20, 500, 10, "en", "Hxg", NULL)->baseline = (ZnBaseline)i;
	}
	for (int size = 7; size < 16; size++)
		torture_text(scene, context, 30, 470 + (size - 7) * 19, size, "en",
		             "The quick brown fox jumps over the lazy dog 0123456789 illiterate", NULL);
	ZnTextLines *outlined = torture_text(scene, context, 450, 560, 40, "en", "Outlined", NULL);
	outlined->font.weight = 700;
	ZnItem *item = &scene->items[scene->n_items - 1];
	item->fill = torture_gradient(scene->arena, false);
	item->stroke = torture_color("black");
	static const ZnTag link = {.type = ZN_TAG_LINK, .target = "#mixed"};
	zn_scene_begin(scene, &link);
	torture_text(scene, context, 450, 600, 12, "en", "a link to the heading", NULL);
	zn_scene_end(scene);
	torture_text(scene, context, 450, 620, 12, "en", "a link to a page", NULL);
	item = &scene->items[scene->n_items - 1];
	item->href = "https://example.org/?a=1&b='2'";
	item->fill = torture_color("blue");
	torture_text(scene, context, 450, 640, 12, "en", "two  spaces", NULL);
}

/* `context` may be NULL: text is then not shaped. `picture` must outlive the scene. */
static inline ZnScene *torture_scene(ZnArena *arena, ZnContext *context, const GByteArray *picture)
{
	ZnScene *scene = zn_scene_new(arena);
	scene->name = "torture";
	scene->width = TORTURE_WIDTH;
	scene->height = TORTURE_HEIGHT;
	scene->has_background = true;
	scene->background = torture_color("white").color;
	scene->title = "Everything at once";
	scene->description = "A picture of all marks: 全部 & всё";
	scene->lang = "en";
	scene->source = "made up";
	torture_curves(scene);
	torture_symbols(scene);
	torture_arcs(scene);
	torture_boxes(scene, picture);
	torture_texts(scene, context);
	return scene;
}
