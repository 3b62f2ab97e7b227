/* Provenance: what is written, found again in files of each kind, and not found in others. */
#include "project/provenance.h"

#include "base/json.h"
#include "folder.h"

#define TEXT "{\"inputs\": {\"a<b>&\\\"c\\\".csv\": \"00\"}}"

static const char *text_of(Folder *f, const ZnScene *scene)
{
	ZnRender render = {.source = "a.vl.json", .theme = "/somewhere/house.json", .width = 16, .height = 9, .background = "red", .trim = true};
	return zn_provenance_of(f->context, &render, &scene, 1);
}

static void test_text(void)
{
	Folder f;
	folder_open(&f);
	zn_context_note_input(f.context, "z.csv", "abc", 3);
	zn_context_note_input(f.context, "a.vl.json", NULL, 0);
	ZnScene *scene = zn_scene_new(f.context->arena);
	g_assert_cmpstr(text_of(&f, scene), ==,
					"{\"program\":\"zhinu " ZN_VERSION "\",\"options\":{\"lang\":\"en\",\"theme\":\"house.json\",\"size\":\"16x9\",\"background\":\"red\",\"trim\":true},"
					"\"inputs\":{\"a.vl.json\":null,\"z.csv\":\"ba7816bf8f01cfea414140de5dae2223\"},\"fonts\":{}}");
	folder_close(&f);
}

static void test_found(void)
{
	Folder f;
	folder_open(&f);
	ZnArena *arena = f.context->arena;
	ZnScene *scene = zn_scene_new(arena);
	scene->width = scene->height = 10;
	scene->provenance = TEXT;
	static const ZnPainter painters[] = {zn_paint_png, zn_paint_svg, zn_paint_pdf};
	for (size_t i = 0; i < G_N_ELEMENTS(painters); i++) {
		g_autoptr(GByteArray) bytes = g_byte_array_new();
		ZnPaintOptions options = {.scale = 1};
		g_assert_true(painters[i](f.context->diags, scene, &options, bytes));
		g_assert_cmpstr(zn_provenance_find(arena, bytes->data, bytes->len), ==, TEXT);
		for (guint n = 0; n < bytes->len; n++) { /* a file cut anywhere; exactly so much memory, for the sanitizers */
			g_autofree guint8 *cut = g_memdup2(bytes->data, n);
			const char *found = zn_provenance_find(arena, cut, n);
			g_assert_true(!found || !strcmp(found, TEXT));
		}
	}
	scene->provenance = NULL;
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_assert_true(zn_paint_png(f.context->diags, scene, &(ZnPaintOptions){.scale = 1}, bytes));
	g_assert_null(zn_provenance_find(arena, bytes->data, bytes->len));
	folder_close(&f);
}

static void test_relative(void)
{
	static const struct {
		const char *from, *to, *way;
	} cases[] = {
		{"/a/b", "/a/b", "."},     {"/a/b", "/a/b/c", "c"},       {"/a/b", "/a/b/c/d.csv", "c/d.csv"}, {"/a/b", "/a/c", "../c"}, {"/a/b", "/a", ".."},
		{"/a/b", "/", "../.."},    {"/", "/a/b", "a/b"},          {"/a/b", "/a/bc", "../bc"},          {"/a/bc", "/a/b", "../b"}, {"/a/b/c", "/d", "../../../d"},
		{"/", "/", "."},           {"/a/./b", "/a/x/../b/c", "c"}, {"x", "x/y", "y"},                   {"x/y", "z", "../../z"},
	};
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(zn_relative_path(arena, cases[i].from, cases[i].to), ==, cases[i].way);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/provenance/text", test_text);
	g_test_add_func("/provenance/found", test_found);
	g_test_add_func("/provenance/relative", test_relative);
	return g_test_run();
}
