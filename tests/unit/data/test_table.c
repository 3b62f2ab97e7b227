#include "fixture.h"

static void check_from_values(void)
{
	Fixture f;
	fixture_init(&f);
	ZnTable *t = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'a':1,'b':2},{'c':3,'a':null},{'b':4}]"));
	g_assert_cmpuint(t->n_rows, ==, 3);
	g_assert_cmpuint(t->n_cols, ==, 3);
	g_assert_cmpstr(t->cols[2].name, ==, "c");
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'a':1,'b':2}{'a':null,'c':3}{'b':4}");
	g_assert_cmpstr(fixture_rows(&f, zn_table_from_values(f.context->arena, fixture_json(&f, "[1,'x']"))), ==, "{'data':1}{'data':'x'}");
	g_assert_cmpstr(fixture_rows(&f, zn_table_from_values(f.context->arena, fixture_json(&f, "[[1,2],[3]]"))), ==, "{'0':1,'1':2}{'0':3}");
	g_assert_cmpstr(fixture_rows(&f, zn_table_from_values(f.context->arena, fixture_json(&f, "{'a':1}"))), ==, "{'a':1}");
	g_assert_cmpuint(zn_table_from_values(f.context->arena, fixture_json(&f, "[]"))->n_rows, ==, 0);
	fixture_clear(&f);
}

/* 30,000 rows with a column each would be 900 million cells. */
static void check_limit(void)
{
	Fixture f;
	fixture_init(&f);
	ZnArena *arena = f.context->arena;
	ZnArray *rows = zn_array_new(arena, 30000);
	for (int i = 0; i < 30000; i++) {
		ZnObject *row = zn_object_new(arena);
		if (i < 8000)
			zn_object_set(arena, row, zn_arena_printf(arena, "c%d", i), zn_num(i));
		zn_array_push(arena, rows, zn_obj(row));
	}
	g_assert_null(zn_table_from_values(arena, zn_arr(rows)));
	fixture_clear(&f);
}

static void check_derive(void)
{
	Fixture f;
	fixture_init(&f);
	ZnArena *arena = f.context->arena;
	ZnTable *t = zn_table_from_values(arena, fixture_json(&f, "[{'a':1,'b':'x'},{'a':2,'b':'y'},{'a':3,'b':'z'}]"));
	ZnTable *derived = zn_table_derive(arena, t);
	zn_table_add(arena, derived, "c")[1] = zn_num(9);
	zn_table_add(arena, derived, "a")[0] = zn_num(7);
	g_assert_cmpstr(fixture_rows(&f, derived), ==, "{'a':7,'b':'x'}{'b':'y','c':9}{'b':'z'}");
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'a':1,'b':'x'}{'a':2,'b':'y'}{'a':3,'b':'z'}");
	size_t rows[] = {2, 0, 2};
	g_assert_cmpstr(fixture_rows(&f, zn_table_select(arena, t, rows, 3)), ==, "{'a':3,'b':'z'}{'a':1,'b':'x'}{'a':3,'b':'z'}");
	g_assert_cmpint(zn_table_find(t, "b"), ==, 1);
	g_assert_cmpint(zn_table_find(t, "c"), ==, -1);
	fixture_clear(&f);
}

static void check_fields(void)
{
	Fixture f;
	fixture_init(&f);
	ZnArena *arena = f.context->arena;
	static const struct {
		const char *text, *name, *column, *value; /* value in the row below, as String() */
	} cases[] = {
	    {"a", "a", "a", "1"},
	    {"o.x", "o.x", "o", "2"},
	    {"o['y z']", "o.y z", "o", "3"},
	    {"o.list[1]", "o.list.1", "o", "5"},
	    {"o.list.length", "o.list.length", "o", "2"},
	    {"d\\.e", "d.e", "d.e", "6"},
	    {"['d.e']", "d.e", "d.e", "6"},
	    {"w[0]", "w.0", "w", "undefined"},
	    {"a.b", "a.b", "a", "undefined"},
	    {"open[", "open[", "open[", "undefined"},
	    {"", "", "", "undefined"},
	};
	ZnTable *t = zn_table_from_values(arena, fixture_json(&f, "[{'a':1,'o':{'x':2,'y z':3,'list':[4,5]},'d.e':6}]"));
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnField *field = zn_field_parse(arena, cases[i].text);
		g_assert_cmpstr(field->name, ==, cases[i].name);
		g_assert_cmpstr(field->column, ==, cases[i].column);
		g_assert_cmpstr(zn_to_str(arena, zn_field_get(field, t, 0)), ==, cases[i].value);
		g_assert_cmpstr(zn_to_str(arena, zn_field_cells(arena, field, t)[0]), ==, cases[i].value);
	}
	/* A column with the whole name comes before a path. */
	zn_table_add(arena, t, "o.x")[0] = zn_num(8);
	g_assert_cmpfloat(zn_field_get(zn_field_parse(arena, "o.x"), t, 0).num, ==, 8);
	g_assert_true(zn_field_cells(arena, zn_field_parse(arena, "a"), t) == t->cols[0].cells);
	g_assert_true(zn_field_exists(zn_field_parse(arena, "o.nothing"), t));
	g_assert_false(zn_field_exists(zn_field_parse(arena, "nothing"), t));
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table/from values", check_from_values);
	g_test_add_func("/table/limit", check_limit);
	g_test_add_func("/table/derive", check_derive);
	g_test_add_func("/table/fields", check_fields);
	return g_test_run();
}
