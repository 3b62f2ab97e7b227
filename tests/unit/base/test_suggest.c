#include "base/diag.h"

#include <string.h>

static const char *const words[] = {"bar", "barley", "quantitative", "nominal", "ordinal", "temporal", "Größe", "类型名称", NULL};

static void test_suggest(void)
{
	static const struct {
		const char *word, *expected;
	} cases[] = {
	    {"baz", "did you mean “bar”?"},
	    {"BAR", "did you mean “bar”?"},
	    {"abr", "did you mean “bar”?"},
	    {"quantatative", "did you mean “quantitative”?"},
	    {"quanttiative", "did you mean “quantitative”?"},
	    {"temporall", "did you mean “temporal”?"},
	    {"grösse", "did you mean “Größe”?"},
	    {"类型名", "did you mean “类型名称”?"},
	    {"xyz", NULL},
	    {"ba", NULL},
	    {"", NULL},
	    {"\xff\xff", NULL},
	    {NULL, NULL},
	};
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(zn_did_you_mean(arena, cases[i].word, words), ==, cases[i].expected);
	char *lengthy = zn_arena_alloc(arena, 100001);
	memset(lengthy, 'b', 100000);
	g_assert_null(zn_did_you_mean(arena, lengthy, words));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/suggest", test_suggest);
	return g_test_run();
}
