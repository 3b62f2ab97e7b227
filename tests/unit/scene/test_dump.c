/* The dump against its text. */
#include "base/json.h"
#include "scene/scene.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

typedef struct Fixture {
	ZnArena *arena;
	ZnScene *scene;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
	f->arena = zn_arena_new();
	f->scene = zn_scene_new(f->arena);
	f->scene->name = "test";
	f->scene->width = 200;
	f->scene->height = 100;
}

static void tear_down(Fixture *f, gconstpointer data)
{
	zn_arena_free(f->arena);
}

static ZnPaint color(const char *css)
{
	ZnPaint paint = {.kind = ZN_PAINT_COLOR};
	g_assert_true(zn_color_parse(css, &paint.color));
	return paint;
}

static ZnItem *add(Fixture *f, ZnItemType type, ZnRole role, const char *fill, const char *stroke)
{
	ZnItem *item = zn_scene_add(f->scene, type, role);
	if (fill)
		item->fill = color(fill);
	if (stroke)
		item->stroke = color(stroke);
	return item;
}

/* The items' part of the dump, which is also read back as JSON. */
static void assert_items(Fixture *f, const char *expected)
{
	GString *dump = zn_scene_dump(f->scene);
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnValue parsed;
	g_assert_true(zn_json_parse(f->arena, diags, "dump", dump->str, dump->len, &parsed));
	const char *head = "{\"format\":\"vlscene-1\",\"name\":\"test\",\"width\":200,\"height\":100,\"background\":null,\n\"items\":[\n";
	g_assert_true(g_str_has_prefix(dump->str, head));
	g_assert_true(g_str_has_suffix(dump->str, "\n]}\n"));
	g_string_truncate(dump, dump->len - strlen("\n]}\n"));
	g_assert_cmpstr(dump->str + strlen(head), ==, expected);
	g_string_free(dump, TRUE);
}

static void test_empty(Fixture *f, gconstpointer data)
{
	f->scene->name = NULL;
	f->scene->has_background = true;
	f->scene->background = color("white").color;
	ZnTag tag = {.type = ZN_TAG_FIGURE};
	zn_scene_begin(f->scene, &tag);
	zn_scene_end(f->scene);
	GString *dump = zn_scene_dump(f->scene);
	g_assert_cmpstr(dump->str, ==,
	                "{\"format\":\"vlscene-1\",\"name\":\"\",\"width\":200,\"height\":100,\"background\":\"#ffffff\",\n\"items\":[]}\n");
	g_string_free(dump, TRUE);
}

static void test_rects(Fixture *f, gconstpointer data)
{
	ZnItem *item = add(f, ZN_ITEM_RECT, ZN_ROLE_MARK, "rgba(76,120,168,0.5)", "black");
	item->x = 1.00049, item->y = 2, item->width = 30.3333, item->height = 4;
	item->corner[0] = item->corner[1] = 2;
	item->opacity = 0.8;
	item->stroke_opacity = 0.5;
	add(f, ZN_ITEM_RECT, ZN_ROLE_MARK, "red", NULL); /* no size: left out */
	item = add(f, ZN_ITEM_GROUP, ZN_ROLE_FRAME, NULL, "#ddd");
	item->width = 10, item->height = 20;
	item->corner[0] = item->corner[1] = item->corner[2] = item->corner[3] = 3;
	item->stroke_offset = 0;
	assert_items(f,
	             "{\"mark\":\"rect\",\"role\":\"mark\",\"x\":1,\"y\":2,\"width\":30.333,\"height\":4,\"cornerRadius\":[2,2,0,0],"
	             "\"fill\":\"#4c78a8\",\"fillOpacity\":0.4,\"stroke\":\"#000000\",\"strokeOpacity\":0.4,\"strokeWidth\":1},\n"
	             "{\"mark\":\"group\",\"role\":\"frame\",\"x\":0,\"y\":0,\"width\":10,\"height\":20,\"cornerRadius\":3,\"strokeOffset\":0,"
	             "\"stroke\":\"#dddddd\",\"strokeWidth\":1}");
}

static void test_strokes(Fixture *f, gconstpointer data)
{
	static const double dash[] = {6, 2.5};
	ZnItem *item = add(f, ZN_ITEM_RULE, ZN_ROLE_AXIS_GRID, NULL, "steelblue");
	item->x = 0.5, item->x2 = 10.5;
	item->stroke_width = 1.5;
	item->dash = dash, item->n_dash = 2, item->dash_offset = 1;
	item->cap = CAIRO_LINE_CAP_ROUND, item->join = CAIRO_LINE_JOIN_BEVEL, item->miter_limit = 8;
	item->blend = CAIRO_OPERATOR_MULTIPLY;
	item->clipped = true;
	item->clip[2] = 200, item->clip[3] = 50;
	item->clip_corner[0] = item->clip_corner[1] = 8;
	assert_items(
	    f, "{\"mark\":\"rule\",\"role\":\"axis-grid\",\"x\":0.5,\"y\":0,\"x2\":10.5,\"y2\":0,\"stroke\":\"#4682b4\",\"strokeWidth\":1.5,"
	       "\"strokeDash\":[6,2.5],\"strokeDashOffset\":1,\"strokeCap\":\"round\",\"strokeJoin\":\"bevel\",\"strokeMiterLimit\":8,"
	       "\"blend\":\"multiply\",\"clip\":[0,0,200,50],\"clipRadius\":[8,8,0,0]}");
}

static void test_lines(Fixture *f, gconstpointer data)
{
	ZnPoint points[] = {{.x = 1, .y = 2, .x2 = 1, .y2 = 9, .size = 3},
	                    {.gap = true},
	                    {.x = 3, .y = 4.5, .x2 = 3, .y2 = 9, .size = 1},
	                    {.x = 5, .y = 6, .x2 = 5, .y2 = 9, .size = 2}};
	ZnItemType types[] = {ZN_ITEM_LINE, ZN_ITEM_AREA, ZN_ITEM_TRAIL};
	for (int i = 0; i < 3; i++) {
		ZnItem *item = add(f, types[i], ZN_ROLE_MARK, i ? "red" : NULL, i ? NULL : "red");
		item->line.points = points;
		item->line.n = 4;
		item->curve = i == 0 ? ZN_CURVE_CARDINAL : i == 1 ? ZN_CURVE_MONOTONE : ZN_CURVE_LINEAR;
		item->tension = i == 0 ? 0.5 : NAN;
		item->orient_horizontal = i == 1;
	}
	assert_items(f,
	             "{\"mark\":\"line\",\"role\":\"mark\",\"points\":[[1,2],null,[3,4.5],[5,6]],\"interpolate\":\"cardinal\",\"tension\":0.5,"
	             "\"stroke\":\"#ff0000\",\"strokeWidth\":1},\n"
	             "{\"mark\":\"area\",\"role\":\"mark\",\"points\":[[1,2,1,9],null,[3,4.5,3,9],[5,6,5,9]],\"interpolate\":\"monotone\","
	             "\"orient\":\"horizontal\",\"fill\":\"#ff0000\"},\n"
	             "{\"mark\":\"trail\",\"role\":\"mark\",\"points\":[[1,2,3],null,[3,4.5,1],[5,6,2]],\"fill\":\"#ff0000\"}");
}

static void test_symbols_arcs_shapes(Fixture *f, gconstpointer data)
{
	ZnItem *item = add(f, ZN_ITEM_SYMBOL, ZN_ROLE_LEGEND_SYMBOL, "red", NULL);
	item->symbol.size = 100;
	item = add(f, ZN_ITEM_SYMBOL, ZN_ROLE_MARK, "red", NULL);
	item->symbol.shape = "M0,0L1,\"1";
	item->symbol.size = 30;
	item->symbol.angle = 45;
	item = add(f, ZN_ITEM_ARC, ZN_ROLE_MARK, "red", NULL);
	item->arc.end = 3.14159265, item->arc.outer = 50, item->arc.inner = 10, item->arc.pad = 0.01, item->arc.corner_radius = 2;
	ZnPathOp ops[] = {{'M', {1, 2}}, {'L', {3.456, 4}}, {'C', {1, 2, 3, 4, 5, 6.005}}, {'Z', {0}}};
	item = add(f, ZN_ITEM_SHAPE, ZN_ROLE_MARK, NULL, "red");
	item->path.ops = ops;
	item->path.n = 4;
	assert_items(
	    f,
	    "{\"mark\":\"symbol\",\"role\":\"legend-symbol\",\"x\":0,\"y\":0,\"shape\":\"circle\",\"size\":100,\"fill\":\"#ff0000\"},\n"
	    "{\"mark\":\"symbol\",\"role\":\"mark\",\"x\":0,\"y\":0,\"shape\":\"M0,0L1,\\\"1\",\"size\":30,\"angle\":45,\"fill\":\"#ff0000\"},"
	    "\n"
	    "{\"mark\":\"arc\",\"role\":\"mark\",\"x\":0,\"y\":0,\"startAngle\":0,\"endAngle\":3.14159,\"innerRadius\":10,\"outerRadius\":50,"
	    "\"padAngle\":0.01,\"cornerRadius\":2,\"fill\":\"#ff0000\"},\n"
	    "{\"mark\":\"shape\",\"role\":\"mark\",\"path\":\"M1,2L3.46,4C1,2,3,4,5,6.01Z\",\"stroke\":\"#ff0000\",\"strokeWidth\":1}");
}

static void test_texts(Fixture *f, gconstpointer data)
{
	ZnShaped wide = {.width = 30.25}, narrow = {.width = 10};
	const ZnShaped *shaped[] = {&narrow, &wide};
	const char *lines[] = {"один", "“two”\n"};
	ZnTextLines plain = {.lines = lines, .n = 1, .font = {.size = 10}, .line_height = 12};
	ZnTextLines rich = {.lines = lines,
	                    .shaped = shaped,
	                    .n = 2,
	                    .font = {.family = "PT Sans, serif", .size = 12, .weight = 700, .italic = true},
	                    .align = ZN_TEXT_RIGHT,
	                    .baseline = ZN_BASELINE_LINE_TOP,
	                    .angle = -90,
	                    .line_height = 14.5};
	add(f, ZN_ITEM_TEXT, ZN_ROLE_AXIS_LABEL, "black", NULL)->text = &plain;
	add(f, ZN_ITEM_TEXT, ZN_ROLE_TITLE_TEXT, "black", NULL)->text = &rich;
	assert_items(
	    f,
	    "{\"mark\":\"text\",\"role\":\"axis-label\",\"x\":0,\"y\":0,\"text\":\"один\",\"font\":\"sans-serif\",\"fontSize\":10,\"fill\":\"#"
	    "000000\"},\n"
	    "{\"mark\":\"text\",\"role\":\"title-text\",\"x\":0,\"y\":0,\"text\":[\"один\",\"“two”\\n\"],\"font\":\"PT Sans, "
	    "serif\",\"fontSize\":12,"
	    "\"fontWeight\":\"bold\",\"fontStyle\":\"italic\",\"align\":\"right\",\"baseline\":\"line-top\",\"angle\":-90,\"lineHeight\":14.5,"
	    "\"textWidth\":30.25,\"fill\":\"#000000\"}");
}

static void test_images_gradients(Fixture *f, gconstpointer data)
{
	ZnStop stops[] = {{0, {1, 1, 1, 1}}, {0.3333, {0, 0, 0, 1}}};
	ZnGradient linear = {.x2 = 1, .stops = stops, .n_stops = 2}, radial = {.radial = true, .r2 = 0.5, .stops = stops, .n_stops = 1};
	ZnItem *item = add(f, ZN_ITEM_IMAGE, ZN_ROLE_MARK, NULL, NULL);
	item->width = item->height = 50;
	item->opacity = 0.5;
	item->image.url = "data/a.png";
	item = add(f, ZN_ITEM_RECT, ZN_ROLE_LEGEND_GRADIENT, NULL, NULL);
	item->width = item->height = 50;
	item->fill = (ZnPaint){.kind = ZN_PAINT_GRADIENT, .gradient = &linear};
	item->stroke = (ZnPaint){.kind = ZN_PAINT_GRADIENT, .gradient = &radial};
	assert_items(f,
	             "{\"mark\":\"image\",\"role\":\"mark\",\"x\":0,\"y\":0,\"width\":50,\"height\":50,\"url\":\"data/"
	             "a.png\",\"aspect\":false,\"opacity\":0.5},\n"
	             "{\"mark\":\"rect\",\"role\":\"legend-gradient\",\"x\":0,\"y\":0,\"width\":50,\"height\":50,"
	             "\"fill\":{\"gradient\":\"linear\",\"x1\":0,\"y1\":0,\"x2\":1,\"y2\":0,\"stops\":[[0,\"#ffffff\"],[0.333,\"#000000\"]]},"
	             "\"stroke\":{\"gradient\":\"radial\",\"x1\":0,\"y1\":0,\"x2\":0,\"y2\":0,\"r1\":0,\"r2\":0.5,\"stops\":[[0,\"#ffffff\"]]},"
	             "\"strokeWidth\":1}");
}

static void test_embedded(Fixture *f, gconstpointer data)
{
	ZnScene *inner = zn_scene_new(f->arena);
	ZnItem *item = zn_scene_add(inner, ZN_ITEM_RECT, ZN_ROLE_MARK);
	item->width = item->height = 5;
	item->fill = color("red");
	item->description = "a \"bar\"";
	item = add(f, ZN_ITEM_EMBED, ZN_ROLE_MARK, NULL, NULL);
	item->x = 10;
	item->embed.scene = inner;
	item->embed.scale = 0.5;
	assert_items(f, "{\"mark\":\"embed\",\"role\":\"mark\",\"x\":10,\"y\":0,\"scale\":0.5,\"items\":[\n"
	                "{\"mark\":\"rect\",\"role\":\"mark\",\"x\":0,\"y\":0,\"width\":5,\"height\":5,\"fill\":\"#ff0000\",\"description\":"
	                "\"a \\\"bar\\\"\"}\n]}");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/dump/" name, Fixture, NULL, set_up, func, tear_down)
	ADD("empty", test_empty);
	ADD("rects", test_rects);
	ADD("strokes", test_strokes);
	ADD("lines", test_lines);
	ADD("symbols-arcs-shapes", test_symbols_arcs_shapes);
	ADD("texts", test_texts);
	ADD("images-gradients", test_images_gradients);
	ADD("embedded", test_embedded);
	return g_test_run();
}
