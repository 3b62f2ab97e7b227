/* Boxes of items and groups, after vega-scenegraph's bound functions. */
#include "guide_fixture.h"

#include <cairo.h>

static ZnItem make(ZnItemType type)
{
	ZnItem item;
	zn_item_init(&item, type, ZN_ROLE_MARK);
	return item;
}

static void set_stroke(ZnItem *item, double width)
{
	item->stroke = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = {0, 0, 0, 1}};
	item->stroke_width = width;
}

static void rect(void)
{
	ZnItem item = make(ZN_ITEM_RECT);
	item.x = 10;
	item.y = 20;
	item.width = -4; /* runs to the left */
	item.height = 6;
	assert_box(zn_item_bounds(context, &item), 6, 20, 10, 26);
	set_stroke(&item, 3);
	assert_box(zn_item_bounds(context, &item), 4.5, 18.5, 11.5, 27.5);
	item.stroke_opacity = 0;
	assert_box(zn_item_bounds(context, &item), 6, 20, 10, 26);
}

static void rule(void)
{
	ZnItem item = make(ZN_ITEM_RULE);
	item.x = 5;
	item.y = 9;
	item.x2 = 5;
	item.y2 = 1;
	set_stroke(&item, 2);
	assert_box(zn_item_bounds(context, &item), 4, 0, 6, 10);
	item.cap = CAIRO_LINE_CAP_SQUARE;
	assert_box(zn_item_bounds(context, &item), 5 - G_SQRT2, 1 - G_SQRT2, 5 + G_SQRT2, 9 + G_SQRT2);
}

static void symbols(void)
{
	ZnItem item = make(ZN_ITEM_SYMBOL);
	item.x = 50;
	item.y = 50;
	item.symbol.size = 100;
	item.symbol.shape = "circle";
	assert_box(zn_item_bounds(context, &item), 45, 45, 55, 55);
	set_stroke(&item, 1.5); /* the tips of joins reach miter limit / 2 widths */
	assert_box(zn_item_bounds(context, &item), 42, 42, 58, 58);
	item.join = CAIRO_LINE_JOIN_ROUND;
	assert_box(zn_item_bounds(context, &item), 44.25, 44.25, 55.75, 55.75);
	item.symbol.shape = "square";
	item.stroke.kind = ZN_PAINT_NONE;
	assert_box(zn_item_bounds(context, &item), 45, 45, 55, 55);
	item.symbol.shape = "no path";
	g_assert_true(zn_box_is_empty(zn_item_bounds(context, &item)) || zn_item_bounds(context, &item).x1 >= 0);
}

static void lines(void)
{
	ZnPoint points[] = {{.x = 0, .y = 10}, {.gap = true}, {.x = 20, .y = 4}, {.x = 30, .y = 12}};
	ZnItem item = make(ZN_ITEM_LINE);
	item.line.points = points;
	item.line.n = 4;
	assert_box(zn_item_bounds(context, &item), 0, 4, 30, 12);
	item.line.n = 0;
	g_assert_true(zn_box_is_empty(zn_item_bounds(context, &item)));
	item.line.n = 1;
	assert_box(zn_item_bounds(context, &item), 0, 10, 0, 10);
	ZnPoint nan_points[] = {{.x = NAN, .y = 1}, {.x = 3, .y = 2}};
	item.line.points = nan_points;
	item.line.n = 2;
	assert_box(zn_item_bounds(context, &item), 3, 1, 3, 2);
}

static ZnItem text(const char *words, double size)
{
	ZnItem item = make(ZN_ITEM_TEXT);
	ZnFont font = {.family = "sans-serif", .size = size};
	item.text = zn_text_lines_new(context, json(words), &font, 0, "…");
	item.x = 100;
	item.y = 50;
	return item;
}

static void texts(void)
{
	ZnItem item = text("' 100 '", 10);
	g_assert_cmpstr(text_of(&item), ==, "100"); /* trimmed */
	assert_box(zn_item_bounds(context, &item), 100, 42, 116.68, 52);
	ZnTextLines *lines = (ZnTextLines *)item.text;
	lines->align = ZN_TEXT_RIGHT;
	lines->baseline = ZN_BASELINE_MIDDLE;
	assert_box(zn_item_bounds(context, &item), 83.32, 45, 100, 55);
	lines->angle = 270; /* turned about the anchor */
	assert_box(zn_item_bounds(context, &item), 95, 50, 105, 66.68);
	item = text("['a', 'bb']", 11);
	assert_box(zn_item_bounds(context, &item), 100, 41, 112.23, 65);
	assert_near(zn_text_extra_height(item.text), 13);
	item = text("[]", 11);
	g_assert_cmpuint(item.text->n, ==, 0);
	assert_near(zn_text_extra_height(item.text), 0);
}

static void long_text_is_cut(void)
{
	char *words = g_strnfill(200000, 'a');
	ZnFont font = {.family = "sans-serif", .size = 10};
	ZnTextLines *lines = zn_text_lines_new(context, zn_str(words), &font, 0, "…");
	g_assert_cmpuint(strlen(lines->lines[0]), <=, 100000);
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_WARNING), ==, 1);
	g_free(words);
}

static void groups(void)
{
	ZnArena *arena = context->arena;
	ZnGroup *group = zn_group_new(arena, ZN_GROUP_SCOPE), *inner = zn_group_new(arena, ZN_GROUP_SCOPE);
	g_assert_true(zn_box_is_empty(zn_group_bound(context, group)));
	group->x = 10;
	group->y = 20;
	group->width = 100;
	group->height = 50;
	ZnMarkList *list = zn_group_add_marks(arena, group);
	ZnItem *item = zn_mark_list_add(arena, list, ZN_ITEM_RECT, ZN_ROLE_MARK);
	item->x = -30;
	item->width = 200;
	item->height = 5;
	assert_box(zn_group_bound(context, group), -20, 20, 180, 70);
	list->clip = true;
	assert_box(zn_group_bound(context, group), 10, 20, 110, 70);
	list->no_bounds = true;
	inner->x = 95;
	inner->width = 10;
	zn_group_bound(context, inner);
	zn_group_add_group(arena, group, inner);
	assert_box(zn_group_bound(context, group), 10, 20, 115, 70);
	group->clip = true;
	assert_box(zn_group_bound(context, group), 10, 20, 110, 70);
	group->has_frame = true;
	set_stroke(&group->frame, 1);
	assert_box(zn_group_bound(context, group), 9.5, 19.5, 110.5, 70.5);
}

static void weights(void)
{
	g_assert_cmpint(zn_font_weight(zn_str("bold")), ==, 700);
	g_assert_cmpint(zn_font_weight(zn_num(300)), ==, 300);
	g_assert_cmpint(zn_font_weight(zn_str("600")), ==, 600);
	g_assert_cmpint(zn_font_weight(zn_str("heavy")), ==, 400);
	g_assert_cmpint(zn_font_weight(zn_undefined()), ==, 400);
	g_assert_true(zn_font_italic(zn_str("oblique")));
	g_assert_false(zn_font_italic(zn_num(1)));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	start();
	add_test(rect);
	add_test(rule);
	add_test(symbols);
	add_test(lines);
	add_test(texts);
	add_test(long_text_is_cut);
	add_test(groups);
	add_test(weights);
	int status = g_test_run();
	finish();
	return status;
}
