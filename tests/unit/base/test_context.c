#include "base/context.h"
#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>

static void test_inputs(void)
{
	g_autofree char *folder = g_dir_make_tmp("zhinu-test-XXXXXX", NULL);
	g_autoptr(ZnContext) context = zn_context_new();
	g_assert_cmpstr(context->lang, ==, "en");
	g_assert_cmpstr(context->base_dir, ==, ".");
	context->base_dir = folder;
	g_autofree char *path = g_build_filename(folder, "a.csv", NULL);
	g_assert_true(zn_file_write(context->diags, path, "abc", 3));
	char *contents;
	size_t len;
	g_assert_true(zn_context_read(context, (ZnPlace){0}, "a.csv", &contents, &len));
	g_assert_cmpstr(contents, ==, "abc");
	g_assert_true(zn_context_read(context, (ZnPlace){0}, "a.csv", &contents, &len));
	g_assert_false(zn_context_read(context, (ZnPlace){0}, "none.csv", &contents, &len));
	g_assert_true(zn_diags_failed(context->diags));
	g_assert_cmpuint(context->n_inputs, ==, 2);
	g_assert_cmpstr(context->inputs[0].path, ==, "a.csv");
	g_assert_true(g_str_has_prefix(zn_input_sha256(context, 0), "ba7816bf"));
	g_assert_null(zn_input_sha256(context, 1));
	g_assert_cmpint(g_remove(path), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	zn_context_free(NULL);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/context/inputs", test_inputs);
	return g_test_run();
}
