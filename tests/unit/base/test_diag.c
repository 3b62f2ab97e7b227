#include "base/diag.h"

static void test_list(void)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	char file[] = "a.csv";
	g_assert_false(zn_diags_failed(diags));
	zn_warning(diags, zn_place(file, 3, 7), "a hint", "odd value “%s”", "x");
	g_assert_false(zn_diags_failed(diags));
	zn_warning(diags, zn_place(file, 3, 7), "another hint", "odd value “%s”", "x");
	zn_warning(diags, zn_place(file, 3, 8), NULL, "odd value “%s”", "x");
	zn_error(diags, zn_pointer(file, "/mark"), NULL, "odd value “%s”", "x");
	zn_diag(diags, ZN_NOTE, (ZnPlace){0}, NULL, "hm");
	file[0] = 'b';
	g_assert_cmpuint(zn_diags_len(diags), ==, 4);
	g_assert_cmpuint(zn_diags_count(diags, ZN_WARNING), ==, 2);
	g_assert_cmpuint(zn_diags_count(diags, ZN_ERROR), ==, 1);
	g_assert_true(zn_diags_failed(diags));
	g_assert_cmpstr(zn_diags_at(diags, 0)->place.file, ==, "a.csv");
	g_assert_cmpstr(zn_diags_at(diags, 0)->hint, ==, "a hint");
	zn_diags_clear(diags);
	g_assert_false(zn_diags_failed(diags));
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
	zn_warning(diags, zn_place("a.csv", 3, 7), NULL, "odd value “%s”", "x");
	g_assert_cmpuint(zn_diags_len(diags), ==, 1);
	zn_diags_free(NULL);
}

/* A fault in each row of a large file: the list ends, the counts do not. */
static void test_many(void)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	for (int i = 1; i <= 1500; i++)
		zn_warning(diags, zn_place("a.csv", i, 1), NULL, "odd value");
	zn_error(diags, zn_place("a.csv", 2000, 1), NULL, "odd value");
	g_assert_cmpuint(zn_diags_len(diags), ==, 1001);
	g_assert_cmpuint(zn_diags_count(diags, ZN_WARNING), ==, 1500);
	g_assert_true(zn_diags_failed(diags));
	g_assert_cmpint(zn_diags_at(diags, 1000)->severity, ==, ZN_NOTE);
}

static void assert_format(ZnDiag diag, bool color, const char *expected)
{
	g_autofree char *text = zn_diag_format(&diag, color);
	g_assert_cmpstr(text, ==, expected);
}

static void test_format(void)
{
	assert_format((ZnDiag){ZN_ERROR, zn_place("a.csv", 3, 7), "wrong", "do it right"}, false,
	              "a.csv:3:7: error: wrong\n  hint: do it right\n");
	assert_format((ZnDiag){ZN_WARNING, zn_place("a.csv", 3, 0), "wrong", NULL}, false, "a.csv:3: warning: wrong\n");
	assert_format((ZnDiag){ZN_NOTE, zn_pointer("a.json", "/mark"), "so", NULL}, false, "a.json#/mark: note: so\n");
	assert_format((ZnDiag){ZN_NOTE, zn_pointer("a.json", ""), "so", NULL}, false, "a.json: note: so\n");
	assert_format((ZnDiag){ZN_ERROR, {.file = NULL}, "wrong", NULL}, false, "error: wrong\n");
	assert_format((ZnDiag){ZN_ERROR, {.file = "图.csv"}, "a\033[2Jb\nc\xff", NULL}, false, "图.csv: error: a\\u001b[2Jb\\nc\uFFFD\n");
	assert_format((ZnDiag){ZN_ERROR, zn_place("a", 1, 2), "wrong", "h"}, true,
	              "\033[1ma:1:2: \033[0m\033[1;31merror:\033[0m wrong\n  \033[1mhint:\033[0m h\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/diag/list", test_list);
	g_test_add_func("/base/diag/many", test_many);
	g_test_add_func("/base/diag/format", test_format);
	return g_test_run();
}
