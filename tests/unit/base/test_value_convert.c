#include "base/value.h"

#include <math.h>

static ZnValue list(ZnArena *arena, ZnValue a, ZnValue b)
{
	ZnArray *array = zn_array_new(arena, 0);
	if (!zn_is_undefined(a))
		zn_array_push(arena, array, a);
	if (!zn_is_undefined(b))
		zn_array_push(arena, array, b);
	return zn_arr(array);
}

static void test_truthy(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const ZnValue no[] = {zn_undefined(), zn_null(), zn_bool(false), zn_num(0), zn_num(-0.0), zn_num(NAN), zn_str("")};
	const ZnValue yes[] = {
	    zn_bool(true), zn_num(-1), zn_str("0"), zn_date(NAN), list(arena, zn_undefined(), zn_undefined()), zn_obj(zn_object_new(arena))};
	for (size_t i = 0; i < G_N_ELEMENTS(no); i++)
		g_assert_false(zn_truthy(no[i]));
	for (size_t i = 0; i < G_N_ELEMENTS(yes); i++)
		g_assert_true(zn_truthy(yes[i]));
}

static void test_to_num(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnValue none = zn_undefined();
	g_assert_true(isnan(zn_to_num(none)));
	g_assert_cmpfloat(zn_to_num(zn_null()), ==, 0);
	g_assert_cmpfloat(zn_to_num(zn_bool(true)), ==, 1);
	g_assert_cmpfloat(zn_to_num(zn_str(" 12 ")), ==, 12);
	g_assert_true(isnan(zn_to_num(zn_str("12px"))));
	g_assert_cmpfloat(zn_to_num(zn_date(86400000)), ==, 86400000);
	g_assert_cmpfloat(zn_to_num(list(arena, none, none)), ==, 0);
	g_assert_cmpfloat(zn_to_num(list(arena, zn_num(5), none)), ==, 5);
	g_assert_cmpfloat(zn_to_num(list(arena, zn_str("5"), none)), ==, 5);
	g_assert_cmpfloat(zn_to_num(list(arena, zn_null(), none)), ==, 0);
	g_assert_true(isnan(zn_to_num(list(arena, zn_bool(true), none))));
	g_assert_true(isnan(zn_to_num(list(arena, zn_num(5), zn_num(6)))));
	g_assert_true(isnan(zn_to_num(zn_obj(zn_object_new(arena)))));
}

static void test_to_str(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_assert_cmpstr(zn_to_str(arena, zn_undefined()), ==, "undefined");
	g_assert_cmpstr(zn_to_str(arena, zn_null()), ==, "null");
	g_assert_cmpstr(zn_to_str(arena, zn_bool(false)), ==, "false");
	g_assert_cmpstr(zn_to_str(arena, zn_num(1e21)), ==, "1e+21");
	g_assert_cmpstr(zn_to_str(arena, zn_str("x")), ==, "x");
	g_assert_cmpstr(zn_to_str(arena, list(arena, zn_num(1), list(arena, zn_null(), zn_str("b")))), ==, "1,,b");
	g_assert_cmpstr(zn_to_str(arena, zn_obj(zn_object_new(arena))), ==, "[object Object]");
}

static void test_dates(void)
{
	static const struct {
		double ms;
		const char *text;
	} cases[] = {
	    {0, "1970-01-01T00:00:00.000Z"},
	    {-1, "1969-12-31T23:59:59.999Z"},
	    {-0.5, "1970-01-01T00:00:00.000Z"},
	    {951782400000, "2000-02-29T00:00:00.000Z"},
	    {951868800000, "2000-03-01T00:00:00.000Z"},
	    {1709164800123.9, "2024-02-29T00:00:00.123Z"},
	    {-62167219200000, "0000-01-01T00:00:00.000Z"},
	    {-62167219200001, "-000001-12-31T23:59:59.999Z"},
	    {253402300800000, "+010000-01-01T00:00:00.000Z"},
	    {8.64e15, "+275760-09-13T00:00:00.000Z"},
	    {-8.64e15, "-271821-04-20T00:00:00.000Z"},
	    {8.64e15 + 1, "Invalid Date"},
	    {NAN, "Invalid Date"},
	    {INFINITY, "Invalid Date"},
	};
	g_autoptr(ZnArena) arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(zn_to_str(arena, zn_date(cases[i].ms)), ==, cases[i].text);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/value-convert/truthy", test_truthy);
	g_test_add_func("/base/value-convert/to-num", test_to_num);
	g_test_add_func("/base/value-convert/to-str", test_to_str);
	g_test_add_func("/base/value-convert/dates", test_dates);
	return g_test_run();
}
