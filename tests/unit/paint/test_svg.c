/* SVG read back with GMarkup. */
#include "paint/device.h"
#include "torture.h"

#include <string.h>

typedef struct Reader {
	GHashTable *ids, *counts; /* ids that are there; elements by name */
	GPtrArray *references;    /* ids that are used */
	GString *text;
} Reader;

static void start(GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
	Reader *reader = data;
	int n = GPOINTER_TO_INT(g_hash_table_lookup(reader->counts, element));
	g_hash_table_insert(reader->counts, g_strdup(element), GINT_TO_POINTER(n + 1));
	for (int i = 0; names[i]; i++) {
		if (!strcmp(names[i], "id"))
			g_assert_true(g_hash_table_add(reader->ids, g_strdup(values[i]))); /* unique */
		else if (g_str_has_prefix(values[i], "url(#"))
			g_ptr_array_add(reader->references, g_strndup(values[i] + 5, strlen(values[i]) - 6));
		else if (!strcmp(names[i], "xlink:href") && *values[i] == '#')
			g_ptr_array_add(reader->references, g_strdup(values[i] + 1));
	}
}

static void text(GMarkupParseContext *context, const char *bytes, gsize len, gpointer data, GError **error)
{
	g_string_append_len(((Reader *)data)->text, bytes, (gssize)len);
}

static void read_svg(Reader *reader, const GByteArray *svg)
{
	static const GMarkupParser parser = {.start_element = start, .text = text};
	*reader = (Reader){
	    .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    .counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    .references = g_ptr_array_new_with_free_func(g_free),
	    .text = g_string_new(NULL),
	};
	GError *error = NULL;
	GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, reader, NULL);
	g_markup_parse_context_parse(context, (const char *)svg->data, svg->len, &error);
	g_assert_no_error(error);
	g_markup_parse_context_end_parse(context, &error);
	g_assert_no_error(error);
	g_markup_parse_context_free(context);
	for (guint i = 0; i < reader->references->len; i++)
		g_assert_true(g_hash_table_contains(reader->ids, reader->references->pdata[i]));
}

static void reader_clear(Reader *reader)
{
	g_hash_table_unref(reader->ids);
	g_hash_table_unref(reader->counts);
	g_ptr_array_unref(reader->references);
	g_string_free(reader->text, TRUE);
}

static int count(const Reader *reader, const char *element)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(reader->counts, element));
}

typedef struct Fixture {
	ZnArena *arena;
	ZnDiags *diags;
	ZnScene *scene;
	GByteArray *out;
	ZnPaintOptions options;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
	*f = (Fixture){.arena = zn_arena_new(), .diags = zn_diags_new(), .out = g_byte_array_new()};
	f->scene = zn_scene_new(f->arena);
	f->scene->width = 200;
	f->scene->height = 100;
}

static void tear_down(Fixture *f, gconstpointer data)
{
	g_byte_array_unref(f->out);
	zn_diags_free(f->diags);
	zn_arena_free(f->arena);
}

/* Paints; the text, NUL-terminated. */
static const char *paint(Fixture *f)
{
	g_byte_array_set_size(f->out, 0);
	g_assert_true(zn_paint_svg(f->diags, f->scene, &f->options, f->out));
	Reader reader;
	read_svg(&reader, f->out);
	reader_clear(&reader);
	return zn_arena_strndup(f->arena, (const char *)f->out->data, f->out->len);
}

static void assert_contains(const char *svg, const char *piece)
{
	if (!strstr(svg, piece)) {
		g_test_message("no %s in\n%s", piece, svg);
		g_test_fail();
	}
}

static void test_torture(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GByteArray) picture = torture_picture(), a = g_byte_array_new(), b = g_byte_array_new();
	ZnPaintOptions options = {.scale = 1};
	g_assert_true(zn_paint_svg(diags, torture_scene(arena, NULL, picture), &options, a));
	g_assert_true(zn_paint_svg(diags, torture_scene(arena, NULL, picture), &options, b));
	g_assert_cmpmem(a->data, a->len, b->data, b->len);
	g_assert_false(zn_diags_failed(diags));
	Reader reader;
	read_svg(&reader, a);
	g_assert_cmpint(count(&reader, "linearGradient"), ==, 3);
	g_assert_cmpint(count(&reader, "radialGradient"), ==, 1);
	g_assert_cmpint(count(&reader, "clipPath"), ==, 1);
	g_assert_cmpint(count(&reader, "image"), ==, 1); /* once, used twice */
	g_assert_cmpint(count(&reader, "use"), ==, 2);
	g_assert_cmpint(count(&reader, "a"), ==, 2);
	g_assert_cmpint(count(&reader, "circle"), ==, 1);
	g_assert_nonnull(strstr(reader.text->str, "Урожайность зерновых, ц/га — по регионам"));
	g_assert_nonnull(strstr(reader.text->str, "全国粮食产量"));
	g_assert_nonnull(strstr(reader.text->str, "Harvest & yield <2024>"));
	reader_clear(&reader);
}

static void test_root(Fixture *f, gconstpointer data)
{
	f->scene->title = "A <title>";
	f->scene->description = "bars & lines";
	f->scene->lang = "ru";
	f->scene->source = "me";
	f->scene->has_background = true;
	f->scene->background = torture_color("#fafafa").color;
	f->options.scale = 2;
	const char *svg = paint(f);
	assert_contains(svg,
	                " width=\"400\" height=\"200\" viewBox=\"0 0 200 100\" lang=\"ru\" xml:lang=\"ru\" text-rendering=\"geometricPrecision\" role=\"img\" aria-labelledby=\"zn");
	assert_contains(svg, "-title\">A &lt;title&gt;</title>");
	assert_contains(svg, "-desc\">bars &amp; lines</desc>");
	assert_contains(svg, "<dc:source>me</dc:source>");
	assert_contains(svg, "<rect x=\"0\" y=\"0\" width=\"100%\" height=\"100%\" fill=\"#fafafa\"/>");
	f->options = (ZnPaintOptions){.width = 300, .height = 300};
	svg = paint(f);
	assert_contains(svg, " width=\"300\" height=\"300\" viewBox=\"0 -50 200 200\"");
	f->options.transparent = true;
	g_assert_null(strstr(paint(f), "#fafafa"));
}

static void test_shapes(Fixture *f, gconstpointer data)
{
	static const double dash[] = {4, 2};
	ZnItem *item = torture_rect(f->scene, 1, 2.5, 3, 4, "rgba(255,0,0,0.5)", NULL);
	item->description = "a <b>";
	item = torture_item(f->scene, ZN_ITEM_RULE, 0.5, 1, NULL, "black");
	item->x2 = 10, item->y2 = 1;
	item->dash = dash, item->n_dash = 2, item->stroke_width = 2, item->cap = CAIRO_LINE_CAP_SQUARE;
	item = torture_item(f->scene, ZN_ITEM_SYMBOL, 5, 6, "red", NULL);
	item->symbol.size = 100;
	item->blend = CAIRO_OPERATOR_MULTIPLY;
	item = torture_item(f->scene, ZN_ITEM_SYMBOL, 5, 6, NULL, "red");
	item->symbol.shape = "stroke";
	item->symbol.size = 100;
	const char *svg = paint(f);
	assert_contains(
	    svg, "<rect x=\"1\" y=\"2.5\" width=\"3\" height=\"4\" fill=\"#ff0000\" fill-opacity=\"0.5\"><title>a &lt;b&gt;</title></rect>\n");
	assert_contains(
	    svg, "<line x1=\"0.5\" y1=\"1\" x2=\"10\" y2=\"1\" fill=\"none\" stroke=\"#000000\" stroke-width=\"2\" stroke-dasharray=\"4,2\" "
	         "stroke-linecap=\"square\"/>\n");
	assert_contains(svg, "<circle cx=\"5\" cy=\"6\" r=\"5\" fill=\"#ff0000\" style=\"mix-blend-mode:multiply\"/>\n");
	assert_contains(svg, "<path d=\"M0,6L10,6\" fill=\"none\" stroke=\"#ff0000\"/>\n");
}

static void test_text_elements(Fixture *f, gconstpointer data)
{
	ZnTextLines *lines = torture_text(f->scene, NULL, 10, 20, 10, NULL, "a  <b> \x01&", "второй");
	lines->font = (ZnFont){.family = "\"PT Sans\", Bad'Name, serif", .size = 10, .weight = 700, .italic = true, .letter_spacing = 0.5};
	lines->align = ZN_TEXT_CENTER;
	lines->baseline = ZN_BASELINE_TOP;
	lines = torture_text(f->scene, NULL, 30, 40, 10, NULL, "up", NULL);
	lines->angle = -90;
	lines->baseline = ZN_BASELINE_BOTTOM;
	const char *svg = paint(f);
	assert_contains(
	    svg,
	    "<text x=\"10\" y=\"28\" font-family=\"'PT Sans', 'BadName', serif\" font-size=\"10\" font-weight=\"700\" font-style=\"italic\" "
	    "letter-spacing=\"0.5\" text-anchor=\"middle\" xml:space=\"preserve\" fill=\"#000000\">a  &lt;b&gt; &amp;"
	    "<tspan x=\"10\" y=\"40\">второй</tspan></text>\n");
	assert_contains(svg, "<text transform=\"translate(30 40) rotate(-90)\" y=\"-2\" font-family=\"sans-serif\" font-size=\"10\" "
	                     "fill=\"#000000\">up</text>\n");
}

static void test_clips(Fixture *f, gconstpointer data)
{
	for (int i = 0; i < 4; i++) {
		ZnItem *item = torture_rect(f->scene, 1, 2, 30, 40, "red", NULL);
		item->clipped = i < 3;
		item->clip[2] = i == 2 ? 20 : 10;
		item->clip[3] = 10;
	}
	const char *svg = paint(f);
	int groups = 0;
	for (const char *at = svg; (at = strstr(at, "<g clip-path=")) != NULL; at++)
		groups++;
	g_assert_cmpint(groups, ==, 2); /* the first two share one */
	assert_contains(svg, "fill=\"#ff0000\"/>\n</g>\n<rect");
}

static void test_links(Fixture *f, gconstpointer data)
{
	static const struct {
		const char *target;
		bool kept;
	} cases[] = {
	    {"https://example.org/?a=1&b=2", true}, {"#here", true},         {"other.html", true},        {"mailto:a@b.c", true},
	    {"javascript:alert(1)", false},         {"JavaScript:x", false}, {"data:text/html,x", false}, {"", false},
	};
	static const ZnTag here = {.type = ZN_TAG_SPAN, .id = "here"};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		f->scene->n_items = 0;
		zn_scene_begin(f->scene, &here);
		torture_rect(f->scene, 1, 2, 30, 40, "red", NULL)->href = cases[i].target;
		zn_scene_end(f->scene);
		const char *svg = paint(f);
		g_assert_true((strstr(svg, "<a ") != NULL) == cases[i].kept);
		assert_contains(svg, "-here\">");
		g_assert_cmpint(zn_link_safe(cases[i].target), ==, cases[i].kept);
	}
	g_assert_false(zn_link_safe(NULL));
}

static void test_ids(Fixture *f, gconstpointer data)
{
	for (int i = 0; i < 2; i++)
		torture_rect(f->scene, 0, 0, 30, 40, NULL, NULL)->fill = torture_gradient(f->arena, false);
	torture_rect(f->scene, 50, 0, 30, 40, NULL, NULL)->fill = torture_gradient(f->arena, false);
	Reader reader;
	g_assert_true(zn_paint_svg(f->diags, f->scene, &f->options, f->out));
	read_svg(&reader, f->out);
	g_assert_cmpint(count(&reader, "linearGradient"), ==, 2); /* the same box, the same definition */
	g_assert_cmpuint(reader.references->len, ==, 3);
	reader_clear(&reader);
}

/* A link to what is on another page leads nowhere, so it is none. */
static void test_foreign_target(Fixture *f, gconstpointer data)
{
	static const ZnTag link = {.type = ZN_TAG_LINK, .target = "#elsewhere"}, russian = {.type = ZN_TAG_SPAN, .lang = "ru"};
	zn_scene_begin(f->scene, &link);
	torture_rect(f->scene, 1, 2, 30, 40, "red", NULL);
	zn_scene_end(f->scene);
	zn_scene_begin(f->scene, &russian);
	torture_rect(f->scene, 1, 2, 30, 40, "red", NULL);
	zn_scene_end(f->scene);
	const char *svg = paint(f);
	g_assert_null(strstr(svg, "<a "));
	assert_contains(svg, "<g xml:lang=\"ru\">");
}

/* The hash of two pictures that differ anywhere differs, and so do all their ids. */
static void test_prefix(Fixture *f, gconstpointer data)
{
	Reader first, second;
	torture_rect(f->scene, 0, 0, 30, 40, NULL, NULL)->fill = torture_gradient(f->arena, false);
	f->scene->title = "one";
	f->scene->provenance = "spec=1 & data=2";
	assert_contains(paint(f), "<dcterms:provenance>spec=1 &amp; data=2</dcterms:provenance>");
	read_svg(&first, f->out);
	f->scene->title = "two";
	paint(f);
	read_svg(&second, f->out);
	g_assert_cmpuint(g_hash_table_size(first.ids), ==, 2);
	GHashTableIter iter;
	gpointer id;
	g_hash_table_iter_init(&iter, first.ids);
	while (g_hash_table_iter_next(&iter, &id, NULL))
		g_assert_false(g_hash_table_contains(second.ids, id));
	reader_clear(&first);
	reader_clear(&second);
}

/* --- with fonts --- */

static bool load_fonts(ZnContext *context)
{
	context->fonts = zn_fonts_new(context->diags, NULL);
	if (!context->fonts)
		g_test_skip("no fonts configuration");
	return context->fonts != NULL;
}

static ZnScene *text_scene(ZnContext *context, const char *text)
{
	ZnScene *scene = zn_scene_new(context->arena);
	scene->width = 300, scene->height = 40;
	scene->lang = "zh-CN";
	torture_text(scene, context, 150, 20, 16, "zh", text, NULL)->align = ZN_TEXT_CENTER;
	return scene;
}

static const char *paint_scene(ZnContext *context, const ZnScene *scene, bool outlines, Reader *reader)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_assert_true(zn_paint_svg(context->diags, scene, &(ZnPaintOptions){.svg_outlines = outlines}, out));
	read_svg(reader, out);
	return zn_arena_strndup(context->arena, (const char *)out->data, out->len);
}

static void test_places(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	Reader reader;
	if (!load_fonts(context))
		return;
	/* what follows by itself hangs from its anchor */
	const char *svg = paint_scene(context, text_scene(context, "AVATAR 2020"), false, &reader);
	assert_contains(svg, "<text x=\"150\" y=\"20\" font-family=");
	assert_contains(svg, " text-anchor=\"middle\" fill=\"#000000\">AVATAR 2020</text>");
	reader_clear(&reader);
	/* what another font interrupts is placed, all of it, and still one text */
	svg = paint_scene(context, text_scene(context, "增长 GDP"), false, &reader);
	g_assert_null(strstr(svg, "text-anchor"));
	g_assert_cmpint(count(&reader, "tspan"), ==, 1);
	g_assert_nonnull(strstr(reader.text->str, "增长 GDP"));
	reader_clear(&reader);
	/* not the space in another font, but what follows it */
	svg = paint_scene(context, text_scene(context, "增长\u2003GDP"), false, &reader);
	assert_contains(svg, "\u2003</tspan><tspan x=");
	g_assert_null(strstr(svg, ">\u2003GDP"));
	reader_clear(&reader);
	/* letters that were moved apart */
	ZnScene *scene = text_scene(context, "abcdefgh");
	const ZnRun *run = scene->items[0].text->shaped[0]->runs;
	for (size_t i = 0; i < run->n_glyphs; i++)
		run->glyphs[i].x += 0.7 * (double)i;
	svg = paint_scene(context, scene, false, &reader);
	assert_contains(svg, "<tspan letter-spacing=\"0.7\">abcdefgh</tspan>");
	reader_clear(&reader);
	/* one letter moved: it and what follows it are told where */
	scene = text_scene(context, "stuvwxyz");
	run = scene->items[0].text->shaped[0]->runs;
	for (size_t i = 5; i < run->n_glyphs; i++)
		run->glyphs[i].x += 3;
	svg = paint_scene(context, scene, false, &reader);
	g_assert_cmpint(count(&reader, "tspan"), ==, 1);
	assert_contains(svg, ">stuvw<tspan x=\"");
	assert_contains(svg, "\">xyz</tspan></text>");
	reader_clear(&reader);
	zn_fonts_free(context->fonts);
}

static void test_outlines(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	Reader reader;
	if (!load_fonts(context))
		return;
	ZnScene *scene = text_scene(context, "aa b a");
	torture_text(scene, context, 10, 30, 30, "en", "ab", NULL); /* another size, the same glyphs */
	const char *svg = paint_scene(context, scene, true, &reader);
	g_assert_cmpint(count(&reader, "text"), ==, 0);
	g_assert_cmpint(count(&reader, "path"), ==, 2);
	g_assert_cmpint(count(&reader, "use"), ==, 6);
	assert_contains(svg, "aria-label=\"aa b a\"");
	g_assert_null(strstr(svg, "font-family"));
	reader_clear(&reader);
	scene->items[0].stroke = torture_color("red"); /* outlined: drawn where it stands, in px */
	paint_scene(context, scene, true, &reader);
	g_assert_cmpint(count(&reader, "path"), ==, 3);
	reader_clear(&reader);
	zn_fonts_free(context->fonts);
}

static void test_broken_picture(Fixture *f, gconstpointer data)
{
	ZnItem *item = torture_item(f->scene, ZN_ITEM_IMAGE, 0, 0, NULL, NULL);
	item->width = item->height = 10;
	item->image.url = "a.jpg";
	item->image.png = "\xff\xd8\xff";
	item->image.png_len = 3;
	g_assert_null(strstr(paint(f), "<image"));
	g_assert_cmpuint(zn_diags_count(f->diags, ZN_ERROR), ==, 1);
	g_assert_cmpstr(zn_diags_at(f->diags, 0)->place.file, ==, "a.jpg");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/svg/torture", test_torture);
#define ADD(name, func) g_test_add("/svg/" name, Fixture, NULL, set_up, func, tear_down)
	ADD("root", test_root);
	ADD("shapes", test_shapes);
	ADD("text-elements", test_text_elements);
	ADD("clips", test_clips);
	ADD("links", test_links);
	ADD("ids", test_ids);
	ADD("broken-picture", test_broken_picture);
	ADD("foreign-target", test_foreign_target);
	ADD("prefix", test_prefix);
	g_test_add_func("/svg/places", test_places);
	g_test_add_func("/svg/outlines", test_outlines);
	return g_test_run();
}
