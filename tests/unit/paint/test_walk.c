/* The interpreter, with a device that writes down its calls: no pixels needed. */
#include "paint/device.h"
#include "torture.h"

typedef struct Recorder {
	ZnDevice device;
	GString *log;
} Recorder;

static void record(ZnDevice *device, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void record(ZnDevice *device, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_string_append_vprintf(((Recorder *)device)->log, format, args);
	va_end(args);
}

static void on_save(ZnDevice *device, double x, double y, double scale)
{
	record(device, "save %g %g %g; ", x, y, scale);
}

static void on_restore(ZnDevice *device)
{
	record(device, "restore; ");
}

static void on_clip(ZnDevice *device, const ZnPath *path)
{
	record(device, "clip %zu; ", path->n);
}

static void record_ink(ZnDevice *device, const char *name, const ZnInk *ink)
{
	if (ink && ink->gradient)
		record(device, " %s gradient %g [%g %g %g %g]", name, ink->opacity, ink->box[0], ink->box[1], ink->box[2], ink->box[3]);
	else if (ink)
		record(device, " %s %g", name, ink->color.a);
}

static void on_path(ZnDevice *device, const ZnItem *item, const ZnPath *path, const ZnStyle *style)
{
	record(device, "%s %zu", zn_item_type_name(item->type), path->n);
	record_ink(device, "fill", style->fill);
	record_ink(device, "stroke", style->stroke);
	if (style->n_dash)
		record(device, " dash %zu", style->n_dash);
	record(device, "; ");
}

static void on_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style)
{
	record(device, "text %s", item->text->lines[0]);
	record_ink(device, "fill", style->fill);
	record(device, "; ");
}

static void on_image(ZnDevice *device, const ZnItem *item)
{
	record(device, "image; ");
}

static void on_begin(ZnDevice *device, const ZnTag *tag)
{
	record(device, "begin %d %s; ", tag->type, tag->target ? tag->target : "-");
}

static void on_end(ZnDevice *device, const ZnTag *tag)
{
	record(device, "end %d; ", tag->type);
}

static const ZnDeviceCalls calls = {on_save, on_restore, on_clip, on_path, on_text, on_image, on_begin, on_end};

typedef struct Fixture {
	ZnArena *arena;
	ZnDiags *diags;
	ZnScene *scene;
	Recorder recorder;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
	f->arena = zn_arena_new();
	f->diags = zn_diags_new();
	f->scene = zn_scene_new(f->arena);
	f->recorder = (Recorder){{&calls, f->diags}, g_string_new(NULL)};
}

static void tear_down(Fixture *f, gconstpointer data)
{
	g_string_free(f->recorder.log, TRUE);
	zn_diags_free(f->diags);
	zn_arena_free(f->arena);
}

static void assert_calls(Fixture *f, const char *expected)
{
	zn_walk_scene(&f->recorder.device, f->scene);
	g_assert_cmpstr(f->recorder.log->str, ==, expected);
}

static void test_opacity(Fixture *f, gconstpointer data)
{
	ZnItem *item = torture_rect(f->scene, 0, 0, 10, 20, "rgba(0,0,0,0.5)", "black");
	item->opacity = 0.5, item->stroke_opacity = 0.25;
	item = torture_rect(f->scene, 0, 0, 10, 20, "red", NULL);
	item->opacity = 0;
	item = torture_rect(f->scene, 0, 0, 10, 20, "red", "blue");
	item->fill_opacity = 0;
	item = torture_rect(f->scene, 5, 6, 10, 20, NULL, NULL);
	item->fill = torture_gradient(f->arena, false);
	item->opacity = 0.5;
	assert_calls(f, "rect 5 fill 0.25 stroke 0.125; rect 5 stroke 1; rect 5 fill gradient 0.5 [5 6 15 26]; ");
}

static void test_dashes(Fixture *f, gconstpointer data)
{
	static const double zero[] = {0, 0}, negative[] = {4, -1}, tiny[] = {1e-9, 1e-4}, endless[] = {4, INFINITY}, good[] = {4, 0};
	const double *const dashes[] = {zero, negative, tiny, endless, good};
	for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
		ZnItem *item = torture_item(f->scene, ZN_ITEM_RULE, 0, 0, "red", "red");
		item->x2 = 9;
		item->dash = dashes[i], item->n_dash = 2;
	}
	assert_calls(f, "rule 2 stroke 1; rule 2 stroke 1; rule 2 stroke 1; rule 2 stroke 1; rule 2 stroke 1 dash 2; ");
}

static void test_clips_and_tags(Fixture *f, gconstpointer data)
{
	static const ZnTag tag = {.type = ZN_TAG_FIGURE};
	for (int i = 0; i < 4; i++) {
		if (i == 2)
			zn_scene_begin(f->scene, &tag);
		ZnItem *item = torture_rect(f->scene, 0, 0, 10, 20, "red", NULL);
		item->clipped = true;
		item->clip[2] = item->clip[3] = 5;
		item->clip_corner[0] = i == 3 ? 2 : 0;
	}
	/* The tag is left open: the end closes it. */
	assert_calls(f, "save 0 0 1; clip 5; rect 5 fill 1; rect 5 fill 1; restore; begin 15 -; save 0 0 1; clip 5; rect 5 fill 1; restore; "
	                "save 0 0 1; clip 10; rect 5 fill 1; restore; end 15; ");
}

static void test_embedded(Fixture *f, gconstpointer data)
{
	ZnScene *inner = zn_scene_new(f->arena);
	torture_rect(inner, 0, 0, 1, 1, "red", NULL)->href = "#x";
	ZnItem *item = torture_item(f->scene, ZN_ITEM_EMBED, 10, 20, NULL, NULL);
	item->embed.scene = inner;
	item->embed.scale = 0.5;
	g_assert_cmpint(ZN_TAG_LINK, ==, 21);
	assert_calls(f, "save 10 20 0.5; begin 21 #x; rect 5 fill 1; end 21; restore; ");
}

static void test_recursion(Fixture *f, gconstpointer data)
{
	ZnItem *item = torture_item(f->scene, ZN_ITEM_EMBED, 0, 0, NULL, NULL);
	item->embed.scene = f->scene;
	item->embed.scale = 1;
	zn_walk_scene(&f->recorder.device, f->scene);
	g_assert_cmpuint(zn_diags_count(f->diags, ZN_ERROR), ==, 1);
}

static void test_text(Fixture *f, gconstpointer data)
{
	torture_text(f->scene, NULL, 0, 0, 10, NULL, "word", NULL);
	torture_text(f->scene, NULL, 0, 0, 10, NULL, " ", NULL);
	assert_calls(f, "text word fill 1; ");
}

static void test_bad_symbol(Fixture *f, gconstpointer data)
{
	ZnItem *item = torture_item(f->scene, ZN_ITEM_SYMBOL, 0, 0, "red", NULL);
	item->symbol.shape = "nonsense";
	item->symbol.size = 10;
	assert_calls(f, "");
}

static void test_painters(void)
{
	g_assert_true(zn_painter_for("a/b.png") == zn_paint_png);
	g_assert_true(zn_painter_for("B.SVG") == zn_paint_svg);
	g_assert_true(zn_painter_for("x.pdf") == zn_paint_pdf);
	g_assert_nonnull(zn_painter_for("x.scene.json"));
	g_assert_null(zn_painter_for("x.json"));
	g_assert_null(zn_painter_for(".png"));
	g_assert_null(zn_painter_for("png"));
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_assert_true(zn_painter_for("x.scene.json")(NULL, zn_scene_new(arena), &(ZnPaintOptions){0}, out));
	g_byte_array_append(out, (const guint8 *)"", 1);
	g_assert_true(g_str_has_prefix((const char *)out->data, "{\"format\":\"vlscene-1\""));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/walk/" name, Fixture, NULL, set_up, func, tear_down)
	ADD("opacity", test_opacity);
	ADD("dashes", test_dashes);
	ADD("clips-and-tags", test_clips_and_tags);
	ADD("embedded", test_embedded);
	ADD("recursion", test_recursion);
	ADD("text", test_text);
	ADD("bad-symbol", test_bad_symbol);
	g_test_add_func("/walk/painters", test_painters);
	return g_test_run();
}
