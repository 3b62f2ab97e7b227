#include "base/value.h"

#include <math.h>

static void test_set(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnValueSet *set = zn_value_set_new(arena);
	bool added;
	size_t index = 99;
	g_assert_false(zn_value_set_find(set, zn_num(1), &index));
	g_assert_cmpuint(index, ==, 99);
	const ZnValue distinct[] = {zn_str("b"),    zn_str("a"), zn_num(1),  zn_str("1"),  zn_null(),
	                            zn_undefined(), zn_num(NAN), zn_date(1), zn_bool(true)};
	for (size_t i = 0; i < G_N_ELEMENTS(distinct); i++) {
		g_assert_cmpuint(zn_value_set_add(set, distinct[i], &added), ==, i);
		g_assert_true(added);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(distinct); i++) {
		g_assert_cmpuint(zn_value_set_add(set, distinct[i], &added), ==, i);
		g_assert_false(added);
		g_assert_true(zn_value_set_find(set, distinct[i], &index));
		g_assert_cmpuint(index, ==, i);
	}
	g_assert_cmpuint(zn_value_set_values(set)->n, ==, G_N_ELEMENTS(distinct));
	g_assert_true(zn_is_string(zn_value_set_values(set)->items[1], "a"));
}

static void test_many(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnValueSet *set = zn_value_set_new(arena);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < 100000; i++) {
			g_assert_cmpuint(zn_value_set_add(set, zn_num((double)i), NULL), ==, 2 * i);
			g_assert_cmpuint(zn_value_set_add(set, zn_strf(arena, "%zu", i), NULL), ==, 2 * i + 1);
		}
	g_assert_cmpuint(zn_value_set_values(set)->n, ==, 200000);
	g_assert_true(zn_value_set_find(set, zn_num(99999), NULL));
	g_assert_false(zn_value_set_find(set, zn_num(100000), NULL));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/value-set/set", test_set);
	g_test_add_func("/base/value-set/many", test_many);
	return g_test_run();
}
