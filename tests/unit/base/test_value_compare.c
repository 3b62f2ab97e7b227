#include "base/json.h"
#include "base/value.h"

#include <math.h>
#include <string.h>

static ZnValue json(ZnArena *arena, const char *text)
{
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnValue v = zn_undefined();
	g_assert_true(zn_json_parse(arena, diags, "test", text, strlen(text), &v));
	return v;
}

static void test_same(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *const big = "{\"a\":1,\"b\":[1,{\"c\":null}],\"d\":\"x\",\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1}";
	const char *const turned = "{\"k\":1,\"j\":1,\"i\":1,\"h\":1,\"g\":1,\"f\":1,\"e\":1,\"d\":\"x\",\"b\":[1,{\"c\":null}],\"a\":1}";
	const ZnValue pairs[][2] = {
	    {zn_undefined(), zn_undefined()},
	    {zn_num(0), zn_num(-0.0)},
	    {zn_num(NAN), zn_num(-NAN)},
	    {zn_date(NAN), zn_date(NAN)},
	    {zn_str("a"), zn_str_copy(arena, "a", 1)},
	    {zn_date(5), zn_date(5)},
	    {json(arena, big), json(arena, turned)},
	    {zn_bool(true), zn_bool(true)},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_assert_true(zn_same(pairs[i][0], pairs[i][1]));
		g_assert_cmpuint(zn_hash(pairs[i][0]), ==, zn_hash(pairs[i][1]));
	}
	const ZnValue different[][2] = {
	    {zn_undefined(), zn_null()},
	    {zn_num(1), zn_str("1")},
	    {zn_num(5), zn_date(5)},
	    {zn_str("a"), zn_str("ab")},
	    {zn_num(1), zn_bool(true)},
	    {json(arena, "[1,2]"), json(arena, "[2,1]")},
	    {json(arena, "[1]"), json(arena, "[1,1]")},
	    {json(arena, "{\"a\":1}"), json(arena, "{\"b\":1}")},
	    {json(arena, "{}"), json(arena, "[]")},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(different); i++)
		g_assert_false(zn_same(different[i][0], different[i][1]));
}

static void test_equals(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const ZnValue equal[][2] = {
	    {zn_undefined(), zn_null()},
	    {zn_num(1), zn_str("1")},
	    {zn_num(1), zn_bool(true)},
	    {zn_str("1"), zn_bool(true)},
	    {zn_str(""), zn_num(0)},
	    {json(arena, "[5]"), zn_num(5)},
	    {json(arena, "[1,2]"), zn_str("1,2")},
	    {zn_date(0), zn_date(0)},
	    {json(arena, "[1]"), json(arena, "[1]")},
	    {zn_str("[object Object]"), json(arena, "{}")},
	    {json(arena, "[]"), zn_bool(false)},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(equal); i++) {
		g_assert_true(zn_equals(equal[i][0], equal[i][1]));
		g_assert_true(zn_equals(equal[i][1], equal[i][0]));
	}
	const ZnValue unequal[][2] = {
	    {zn_num(NAN), zn_num(NAN)}, {zn_null(), zn_num(0)},     {zn_null(), zn_bool(false)},    {zn_str("a"), zn_num(0)},
	    {zn_date(0), zn_num(0)},    {zn_str("a"), zn_str("A")}, {json(arena, "{}"), zn_num(0)}, {json(arena, "{}"), json(arena, "[]")},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(unequal); i++) {
		g_assert_false(zn_equals(unequal[i][0], unequal[i][1]));
		g_assert_false(zn_equals(unequal[i][1], unequal[i][0]));
	}
}

static void test_order(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const ZnValue rising[][2] = {
	    {zn_null(), zn_num(NAN)},
	    {zn_undefined(), zn_str("")},
	    {zn_num(NAN), zn_num(-INFINITY)},
	    {zn_num(2), zn_num(10)},
	    {zn_str("10"), zn_str("2")},
	    {zn_num(2), zn_str("10")},
	    {zn_bool(false), zn_bool(true)},
	    {zn_date(NAN), zn_date(1)},
	    {zn_date(1), zn_date(2)},
	    {zn_date(1), zn_num(2)},
	    {zn_str("a"), zn_str("ab")},
	    {zn_str("Z"), zn_str("a")},
	    {zn_str("a"), zn_str("中")},
	    {zn_str("中"), zn_str("😀")},
	    {zn_str("😀"), zn_str("ﬁ")},
	    {zn_str("x😀"), zn_str("x\uffff")},
	    {zn_str("😀"), zn_str("😁")},
	    {zn_str("\ue000"), zn_str("ﬁ")},
	    {json(arena, "[1,2]"), json(arena, "[1,3]")},
	    {json(arena, "[9]"), zn_num(10)},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rising); i++) {
		g_assert_cmpint(zn_compare(rising[i][0], rising[i][1]), ==, -1);
		g_assert_cmpint(zn_compare(rising[i][1], rising[i][0]), ==, 1);
	}
	const ZnValue level[][2] = {
	    {zn_null(), zn_undefined()}, {zn_num(NAN), zn_date(NAN)}, {zn_str("a"), zn_num(5)},
	    {zn_num(0), zn_num(-0.0)},   {zn_str("5"), zn_num(5)},    {zn_str("x"), zn_str("x")},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(level); i++)
		g_assert_cmpint(zn_compare(level[i][0], level[i][1]), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/value-compare/same", test_same);
	g_test_add_func("/base/value-compare/equals", test_equals);
	g_test_add_func("/base/value-compare/order", test_order);
	return g_test_run();
}
