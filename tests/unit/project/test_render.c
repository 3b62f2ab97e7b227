/* Contexts and themes, as far as no fonts are needed. */
#include "project/render.h"

#include "folder.h"

static void test_project_folder(void)
{
	Folder f;
	folder_open(&f);
	folder_write(&f, "zhinu.json", "{}");
	folder_write(&f, "charts/deep/a.vl.json", "{}");
	g_assert_cmpstr(zn_project_folder_of(f.context->arena, folder_at(&f, "charts/deep/a.vl.json")), ==, f.path);
	g_assert_cmpstr(zn_project_folder_of(f.context->arena, folder_at(&f, "charts")), ==, f.path);
	folder_close(&f);
}

static void test_context(void)
{
	Folder f;
	folder_open(&f);
	folder_write(&f, "zhinu.json", "{\"locale\": \"po/{lang}.po\"}");
	folder_write(&f, "po/ru.po", "msgid \"a\"\nmsgstr \"б\"\n");
	folder_write(&f, "charts/a.vl.json", "{}");
	ZnRender render = {.source = folder_at(&f, "charts/a.vl.json"), .lang = "ru"};
	ZnContext *context = zn_render_context(&render, NULL);
	g_assert_cmpstr(context->base_dir, ==, f.path);
	g_assert_nonnull(context->catalog);
	g_assert_cmpstr(context->inputs[0].path, ==, "po/ru.po");
	zn_context_free(context);
	render.lang = "xx";
	context = zn_render_context(&render, NULL);
	problem(context, "the language “xx” is not known");
	zn_context_free(context);
	folder_close(&f);
}

static void test_theme_files(void)
{
	Folder f;
	folder_open(&f);
	f.context->base_dir = f.path;
	folder_write(&f, "themes/bare.json", "{\"background\": \"red\"}");
	folder_write(&f, "themes/whole.json", "{\"name\": \"whole\", \"config\": {\"background\": \"red\"}}");
	folder_write(&f, "themes/list.json", "[]");
	for (const char *const *name = (const char *const[]){"themes/bare.json", "themes/whole.json", NULL}; *name; name++) {
		ZnValue theme = zn_theme_load(f.context, (ZnPlace){0}, folder_at(&f, *name));
		g_assert_cmpstr(zn_get_str(theme, "background", NULL), ==, "red");
		g_assert_cmpstr(f.context->inputs[f.context->n_inputs - 1].path, ==, *name);
	}
	g_assert_true(zn_is_undefined(zn_theme_load(f.context, (ZnPlace){0}, folder_at(&f, "themes/list.json"))));
	problem(f.context, "a theme is a JSON object");
	g_assert_true(zn_is_undefined(zn_theme_load(f.context, (ZnPlace){0}, folder_at(&f, "themes/none.json"))));
	problem(f.context, "cannot read");
	folder_close(&f);
}

static void test_source_date(void)
{
	g_unsetenv("SOURCE_DATE_EPOCH");
	g_assert_cmpfloat(zn_source_date(), ==, 0);
	g_assert_true(g_setenv("SOURCE_DATE_EPOCH", "1700000000", TRUE));
	g_assert_cmpfloat(zn_source_date(), ==, 1.7e12);
	g_unsetenv("SOURCE_DATE_EPOCH");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/render/project-folder", test_project_folder);
	g_test_add_func("/render/context", test_context);
	g_test_add_func("/render/theme-files", test_theme_files);
	g_test_add_func("/render/source-date", test_source_date);
	return g_test_run();
}
