/* Names, numbers, what leaves no ink, where text stands. */
#include "scene/number.h"
#include "scene/scene.h"

#include <cairo.h>
#include <math.h>

static const ZnPaint black = {.kind = ZN_PAINT_COLOR, .color = {0, 0, 0, 1}};

static void test_numbers(void)
{
	static const struct {
		double value;
		int decimals;
		const char *text;
	} cases[] = {
	    {0, 3, "0"},
	    {-0.0001, 3, "0"},
	    {1, 3, "1"},
	    {-1.5, 3, "-1.5"},
	    {0.1 + 0.2, 3, "0.3"},
	    {12.3456, 3, "12.346"},
	    {100, 2, "100"},
	    {0.005, 2, "0.01"},
	    {7.25, 0, "7"},
	    {1234567.125, 3, "1234567.125"},
	    {0.05, 5, "0.05"},
	    {3.141592653, 5, "3.14159"},
	    {NAN, 3, "0"},
	    {INFINITY, 3, "0"},
	    {-0.999, 2, "-1"},
	    {2e9, 3, "2000000000"},
	    {-999999999.5, 1, "-999999999.5"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		zn_append_number(text, cases[i].value, cases[i].decimals);
		g_assert_cmpstr(text->str, ==, cases[i].text);
	}
}

static void test_names(void)
{
	for (int i = 0; i < ZN_N_ROLES; i++)
		g_assert_nonnull(zn_role_name((ZnRole)i));
	for (int i = 0; i < ZN_N_CURVES; i++) {
		ZnCurve curve;
		g_assert_true(zn_curve_parse(zn_curve_name((ZnCurve)i), &curve));
		g_assert_cmpint(curve, ==, i);
	}
	ZnCurve curve = ZN_CURVE_BASIS;
	g_assert_false(zn_curve_parse("wobbly", &curve));
	g_assert_false(zn_curve_parse(NULL, &curve));
	g_assert_cmpint(curve, ==, ZN_CURVE_BASIS);
	g_assert_cmpstr(zn_role_name(ZN_ROLE_LEGEND_GRADIENT), ==, "legend-gradient");
	g_assert_cmpstr(zn_item_type_name(ZN_ITEM_TRAIL), ==, "trail");
	int op;
	g_assert_true(zn_blend_parse("multiply", &op));
	g_assert_cmpint(op, ==, CAIRO_OPERATOR_MULTIPLY);
	g_assert_cmpstr(zn_blend_name(op), ==, "multiply");
	g_assert_null(zn_blend_name(CAIRO_OPERATOR_OVER));
	g_assert_false(zn_blend_parse("dissolve", &op));
}

static ZnItem box(ZnItemType type, double width, double height)
{
	ZnItem item;
	zn_item_init(&item, type, ZN_ROLE_MARK);
	item.width = width;
	item.height = height;
	item.fill = black;
	return item;
}

static void test_invisible_boxes(void)
{
	ZnItem item = box(ZN_ITEM_RECT, 10, 10);
	g_assert_false(zn_item_invisible(&item));
	item.opacity = 0;
	g_assert_true(zn_item_invisible(&item));
	item = box(ZN_ITEM_RECT, 10, 10);
	item.fill.color.a = 0;
	g_assert_true(zn_item_invisible(&item));
	item = box(ZN_ITEM_RECT, 10, 10);
	item.fill_opacity = 0;
	g_assert_true(zn_item_invisible(&item));
	item.stroke = black;
	g_assert_false(zn_item_invisible(&item));
	item.stroke_width = 0;
	g_assert_true(zn_item_invisible(&item));
	item = box(ZN_ITEM_RECT, 0, 10); /* without width: only a stroke shows */
	g_assert_true(zn_item_invisible(&item));
	item.stroke = black;
	g_assert_false(zn_item_invisible(&item));
	item = box(ZN_ITEM_RECT, 0, 0);
	item.stroke = black;
	g_assert_true(zn_item_invisible(&item));
	item = box(ZN_ITEM_RECT, 10, 10);
	item.clipped = true;
	item.clip[0] = 30, item.clip[2] = item.clip[3] = 10;
	g_assert_true(zn_item_invisible(&item));
	item.clip[0] = 9;
	g_assert_false(zn_item_invisible(&item));
	item = box(ZN_ITEM_IMAGE, 10, 10);
	item.fill.kind = ZN_PAINT_NONE;
	g_assert_false(zn_item_invisible(&item));
	item = box(ZN_ITEM_EMBED, 0, 0);
	g_assert_false(zn_item_invisible(&item));
}

static void test_invisible_lines(void)
{
	ZnItem item;
	zn_item_init(&item, ZN_ITEM_RULE, ZN_ROLE_MARK);
	item.x2 = 5;
	item.fill = black; /* a rule has no inside */
	g_assert_true(zn_item_invisible(&item));
	item.stroke = black;
	g_assert_false(zn_item_invisible(&item));
	item.x2 = 0;
	g_assert_true(zn_item_invisible(&item));
	item.cap = CAIRO_LINE_CAP_ROUND;
	g_assert_false(zn_item_invisible(&item));

	ZnPoint points[] = {{.x = 1, .y = 1}, {.gap = true}, {.x = 2, .y = 2}};
	zn_item_init(&item, ZN_ITEM_LINE, ZN_ROLE_MARK);
	item.stroke = black;
	item.line.points = points;
	item.line.n = 3; /* single points on both sides of the gap */
	g_assert_true(zn_item_invisible(&item));
	item.cap = CAIRO_LINE_CAP_SQUARE;
	g_assert_false(zn_item_invisible(&item));
	item.cap = CAIRO_LINE_CAP_BUTT;
	points[1] = (ZnPoint){.x = 1.5, .y = 1.5};
	g_assert_false(zn_item_invisible(&item));
	item.line.n = 0;
	g_assert_true(zn_item_invisible(&item));
}

static void test_invisible_others(void)
{
	ZnItem item;
	zn_item_init(&item, ZN_ITEM_SYMBOL, ZN_ROLE_MARK);
	item.fill = black;
	g_assert_true(zn_item_invisible(&item));
	item.symbol.size = 1;
	g_assert_false(zn_item_invisible(&item));

	zn_item_init(&item, ZN_ITEM_ARC, ZN_ROLE_MARK);
	item.fill = black;
	item.arc.outer = 10;
	g_assert_true(zn_item_invisible(&item));
	item.arc.end = 1;
	g_assert_false(zn_item_invisible(&item));

	const char *blank[] = {" ", NULL}, *word[] = {"", "a"};
	ZnTextLines text = {.lines = blank, .n = 2, .font = {.size = 10}};
	zn_item_init(&item, ZN_ITEM_TEXT, ZN_ROLE_MARK);
	item.fill = black;
	item.text = &text;
	g_assert_true(zn_item_invisible(&item));
	text.lines = word;
	g_assert_false(zn_item_invisible(&item));
	text.font.size = 0;
	g_assert_true(zn_item_invisible(&item));

	zn_item_init(&item, ZN_ITEM_SHAPE, ZN_ROLE_MARK);
	item.fill = black;
	g_assert_true(zn_item_invisible(&item));
}

static void test_baselines(void)
{
	static const struct {
		ZnBaseline baseline;
		double size, line_height, offset;
	} cases[] = {
	    {ZN_BASELINE_ALPHABETIC, 10, 0, 0}, {ZN_BASELINE_TOP, 10, 0, 8},
	    {ZN_BASELINE_TOP, 11, 0, 9},        {ZN_BASELINE_MIDDLE, 10, 0, 3},
	    {ZN_BASELINE_MIDDLE, 15, 0, 5},     {ZN_BASELINE_BOTTOM, 10, 0, -2},
	    {ZN_BASELINE_LINE_TOP, 10, 0, 9},   {ZN_BASELINE_LINE_BOTTOM, 10, 20, -7},
	    {ZN_BASELINE_BOTTOM, 50, 0, -10}, /* -10.5: half up, as JavaScript rounds */
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnTextLines text = {.baseline = cases[i].baseline, .font = {.size = cases[i].size}, .line_height = cases[i].line_height};
		g_assert_cmpfloat(zn_text_baseline_offset(&text), ==, cases[i].offset);
	}
}

static void test_line_starts(void)
{
	ZnShaped wide = {.width = 30}, narrow = {.width = 10};
	const ZnShaped *shaped[] = {&wide, &narrow, NULL};
	ZnTextLines text = {.shaped = shaped, .n = 3};
	g_assert_cmpfloat(zn_text_line_start(&text, 0), ==, 0);
	text.align = ZN_TEXT_CENTER;
	g_assert_cmpfloat(zn_text_line_start(&text, 0), ==, -15);
	g_assert_cmpfloat(zn_text_line_start(&text, 1), ==, -5);
	text.align = ZN_TEXT_RIGHT;
	g_assert_cmpfloat(zn_text_line_start(&text, 1), ==, -10);
	g_assert_cmpfloat(zn_text_line_start(&text, 2), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scene/numbers", test_numbers);
	g_test_add_func("/scene/names", test_names);
	g_test_add_func("/scene/invisible-boxes", test_invisible_boxes);
	g_test_add_func("/scene/invisible-lines", test_invisible_lines);
	g_test_add_func("/scene/invisible-others", test_invisible_others);
	g_test_add_func("/scene/baselines", test_baselines);
	g_test_add_func("/scene/line-starts", test_line_starts);
	return g_test_run();
}
