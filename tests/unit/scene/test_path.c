/* Outlines against the numbers of d3-shape and vega-scenegraph. */
#include "path_cases.h"

#include "scene/number.h"
#include "scene/scene.h"

#include <string.h>

static char *path_text(const ZnPath *path)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < path->n; i++) {
		const ZnPathOp *op = &path->ops[i];
		int n = op->op == 'Z' ? 0 : op->op == 'C' ? 6 : 2;
		g_string_append_c(text, op->op);
		for (int k = 0; k < n; k++) {
			g_string_append(text, k ? "," : "");
			zn_append_number(text, op->x[k], 3);
		}
	}
	return g_string_free(text, FALSE);
}

/* Letters must agree and numbers within the last decimal (the two round halves differently). */
static void assert_path(const char *what, const ZnPath *path, const char *expected)
{
	g_autofree char *text = path_text(path);
	const char *a = text, *b = expected;
	while (*a && *b) {
		if (g_ascii_isalpha(*a) || *a == ',') {
			if (*a++ != *b++)
				break;
			continue;
		}
		char *end_a, *end_b;
		double va = g_ascii_strtod(a, &end_a), vb = g_ascii_strtod(b, &end_b);
		if (fabs(va - vb) > 0.0011 || end_a == a || end_b == b)
			break;
		a = end_a;
		b = end_b;
	}
	if (*a || *b) {
		g_test_message("%s\n     got %s\nexpected %s", what, text, expected);
		g_test_fail();
	}
}

static ZnPoint points[] = {
    {.x = 10, .y = 20},  {.x = 30, .y = 5},   {.x = 30, .y = 5},   {.x = 55, .y = 42},  {.gap = true},
    {.x = 70, .y = 10},  {.x = 90, .y = 60},  {.gap = true},       {.x = 100, .y = 50}, {.gap = true},
    {.x = 110, .y = 10}, {.x = 120, .y = 35}, {.x = 131, .y = 35}, {.x = 140, .y = 5},  {.x = 155, .y = 77},
};

static void check_curve(ZnArena *arena, ZnItemType type, const CurveCase *c)
{
	ZnItem item;
	ZnPath path = {0};
	zn_item_init(&item, type, ZN_ROLE_MARK);
	for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
		points[i].x2 = c->horizontal ? points[i].x + 40 + points[i].y / 2 : points[i].x;
		points[i].y2 = c->horizontal ? points[i].y : 90 + points[i].x / 4;
	}
	item.curve = c->curve;
	item.tension = c->tension;
	item.orient_horizontal = c->horizontal;
	item.line.points = points;
	item.line.n = G_N_ELEMENTS(points);
	zn_item_path(arena, &item, &path);
	assert_path(zn_curve_name(c->curve), &path, c->path);
}

static void test_lines(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		check_curve(arena, ZN_ITEM_LINE, &lines[i]);
}

static void test_areas(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(areas); i++)
		check_curve(arena, ZN_ITEM_AREA, &areas[i]);
}

static void test_arcs(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(arcs); i++) {
		const double *a = arcs[i].arc;
		ZnItem item;
		ZnPath path = {0};
		zn_item_init(&item, ZN_ITEM_ARC, ZN_ROLE_MARK);
		item.arc.start = a[0], item.arc.end = a[1], item.arc.inner = a[2], item.arc.outer = a[3], item.arc.pad = a[4];
		item.arc.corner_radius = a[5];
		zn_item_path(arena, &item, &path);
		g_autofree char *name = g_strdup_printf("arc %zu", i);
		assert_path(name, &path, arcs[i].path);
	}
}

static void test_symbols(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
		ZnItem item;
		ZnPath path = {0};
		zn_item_init(&item, ZN_ITEM_SYMBOL, ZN_ROLE_MARK);
		item.symbol.shape = symbols[i].shape;
		item.symbol.size = symbols[i].size;
		zn_item_path(arena, &item, &path);
		assert_path(symbols[i].shape, &path, symbols[i].path);
	}
}

static void test_symbol_turned(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnItem item;
	ZnPath path = {0};
	zn_item_init(&item, ZN_ITEM_SYMBOL, ZN_ROLE_MARK);
	item.x = 50, item.y = 60;
	item.symbol.shape = "stroke";
	item.symbol.size = 100;
	item.symbol.angle = 90;
	zn_item_path(arena, &item, &path);
	assert_path("turned", &path, "M50,55L50,65");
}

static void test_rects(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(rects); i++) {
		ZnItem item;
		ZnPath path = {0};
		zn_item_init(&item, ZN_ITEM_RECT, ZN_ROLE_MARK);
		item.x = rects[i].box[0], item.y = rects[i].box[1], item.width = rects[i].box[2], item.height = rects[i].box[3];
		memcpy(item.corner, rects[i].corner, sizeof item.corner);
		zn_item_path(arena, &item, &path);
		g_autofree char *name = g_strdup_printf("rect %zu", i);
		assert_path(name, &path, rects[i].path);
	}
}

static void test_group_shift(void)
{
	static const struct {
		double width, offset;
		bool stroked;
		const char *path;
	} cases[] = {
	    {1, NAN, true, "M10.5,20.5L15.5,20.5L15.5,26.5L10.5,26.5Z"},
	    {1, 0, true, "M10,20L15,20L15,26L10,26Z"},
	    {1, NAN, false, "M10,20L15,20L15,26L10,26Z"},
	    {2, NAN, true, "M10,20L15,20L15,26L10,26Z"},
	    {1.25, NAN, true, "M10.25,20.25L15.25,20.25L15.25,26.25L10.25,26.25Z"},
	};
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnItem item;
		ZnPath path = {0};
		zn_item_init(&item, ZN_ITEM_GROUP, ZN_ROLE_FRAME);
		item.x = 10, item.y = 20, item.width = 5, item.height = 6;
		item.stroke_width = cases[i].width;
		item.stroke_offset = cases[i].offset;
		if (cases[i].stroked)
			item.stroke = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = {0, 0, 0, 1}};
		zn_item_path(arena, &item, &path);
		assert_path("group", &path, cases[i].path);
	}
}

static void test_trail(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnPoint trail_points[] = {{.x = 0, .y = 0, .size = 4},   {.x = 10, .y = 0, .size = 8}, {.x = 10, .y = 20, .size = 2}, {.gap = true},
	                          {.x = 30, .y = 30, .size = 4}, {.x = 40, .y = 40, .size = 6}};
	ZnItem item;
	ZnPath path = {0};
	zn_item_init(&item, ZN_ITEM_TRAIL, ZN_ROLE_MARK);
	item.line.points = trail_points;
	item.line.n = G_N_ELEMENTS(trail_points);
	zn_item_path(arena, &item, &path);
	assert_path("trail", &path, trail);
}

static void test_svg_errors(void)
{
	static const char *const bad[] = {"L1,1",      "M1",           "M1,2,3",      "Mx,y", "M0,0A1,1,0,2,0,5,5",
	                                  "M0,0 B1,1", "M0,0Linf,nan", "M0,0L0x10,1", "0 1",  "M0,0Z1"};
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		ZnPath path = {0};
		if (zn_path_parse_svg(arena, bad[i], &path)) {
			g_test_message("accepted: %s", bad[i]);
			g_test_fail();
		}
	}
	ZnPath path = {0};
	g_assert_true(zn_path_parse_svg(arena, "", &path));
	g_assert_cmpuint(path.n, ==, 0);
}

static void test_svg_arcs(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnPath path = {0};
	double box[4];
	/* Half a circle of radius 10 over the top, its flags written without separators. */
	g_assert_true(zn_path_parse_svg(arena, "M0 0a10 10 0 0120 0", &path));
	g_assert_true(zn_path_bounds(&path, box));
	g_assert_cmpfloat_with_epsilon(box[0], 0, 1e-9);
	g_assert_cmpfloat_with_epsilon(box[1], -10, 0.01);
	g_assert_cmpfloat_with_epsilon(box[2], 20, 1e-9);
	g_assert_cmpfloat_with_epsilon(box[3], 0, 1e-9);
	/* Radii too small for the distance are scaled up. */
	path.n = 0;
	g_assert_true(zn_path_parse_svg(arena, "M0 0A1 1 0 0 0 20 0", &path));
	g_assert_true(zn_path_bounds(&path, box));
	g_assert_cmpfloat_with_epsilon(box[3], 10, 0.01);
}

static void test_bounds(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnPath path = {0};
	double box[4] = {7, 7, 7, 7};
	g_assert_false(zn_path_bounds(&path, box));
	g_assert_cmpfloat(box[0], ==, 7);
	g_assert_true(zn_path_parse_svg(arena, "M0,0C0,40 30,40 30,0", &path));
	g_assert_true(zn_path_bounds(&path, box));
	g_assert_cmpfloat_with_epsilon(box[2], 30, 1e-9);
	g_assert_cmpfloat_with_epsilon(box[3], 30, 1e-9); /* the curve turns at three quarters of the controls' height */
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/path/lines", test_lines);
	g_test_add_func("/path/areas", test_areas);
	g_test_add_func("/path/arcs", test_arcs);
	g_test_add_func("/path/symbols", test_symbols);
	g_test_add_func("/path/symbol-turned", test_symbol_turned);
	g_test_add_func("/path/rects", test_rects);
	g_test_add_func("/path/group-shift", test_group_shift);
	g_test_add_func("/path/trail", test_trail);
	g_test_add_func("/path/svg-errors", test_svg_errors);
	g_test_add_func("/path/svg-arcs", test_svg_arcs);
	g_test_add_func("/path/bounds", test_bounds);
	return g_test_run();
}
