/* Every transform gives what Vega gives. */
#include "fixture.h"
#include "vega_cases.h"

static void run(gconstpointer data)
{
	const Case *c = data;
	Fixture f;
	fixture_init(&f);
	const ZnTable *table = fixture_apply(&f, c->rows, c->transform);
	g_autofree char *problems = fixture_problems(&f);
	g_assert_cmpstr(problems, ==, "");
	g_assert_nonnull(table);
	ZnValue rows = fixture_rows(&f, table);
	if (!fixture_same(rows, fixture_json(&f, c->expected))) {
		g_autoptr(GString) got = g_string_new(NULL);
		zn_json_write(got, rows);
		g_test_message("got %s", got->str);
		g_test_fail();
	}
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strdup_printf("/transform/%s/%s", cases[i].group, cases[i].name);
		g_test_add_data_func(path, &cases[i], run);
	}
	return g_test_run();
}
