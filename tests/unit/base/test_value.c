#include "base/value.h"

#include <math.h>
#include <string.h>

static void test_making(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_assert_cmpuint(sizeof(ZnValue), ==, 16);
	g_assert_true(zn_is_undefined((ZnValue){0}));
	g_assert_true(zn_is_null(zn_str(NULL)));
	g_assert_cmpuint(zn_str("日本").len, ==, 6);
	g_assert_true(zn_is_string(zn_str_copy(arena, "abcdef", 3), "abc"));
	g_assert_cmpuint(zn_str_copy(arena, "a\0b", 3).len, ==, 1);
	g_assert_true(zn_is_string(zn_strf(arena, "%d%%", 5), "5%"));
	g_assert_false(zn_is_string(zn_num(5), "5"));
}

/* Small objects are searched, larger ones hashed: both sides of the border behave alike. */
static void test_object(void)
{
	for (size_t n = 1; n <= 300; n = n < 20 ? n + 1 : n * 2) {
		g_autoptr(ZnArena) arena = zn_arena_new();
		ZnObject *object = zn_object_new(arena);
		for (size_t i = 0; i < n; i++)
			zn_object_set(arena, object, zn_arena_printf(arena, "key%zu", i), zn_num((double)i));
		zn_object_set(arena, object, "key0", zn_num(-1));
		g_assert_cmpuint(object->n, ==, n);
		g_assert_cmpfloat(zn_get_num(zn_obj(object), "key0", 0), ==, -1);
		for (size_t i = 1; i < n; i++) {
			g_assert_cmpstr(object->members[i].key, ==, zn_arena_printf(arena, "key%zu", i));
			g_assert_cmpfloat(zn_object_lookup(object, object->members[i].key)->num, ==, (double)i);
		}
		g_assert_null(zn_object_lookup(object, "key"));
		ZnObject *copy = zn_object_copy(arena, object);
		g_assert_true(zn_object_remove(object, "key0"));
		g_assert_false(zn_object_remove(object, "key0"));
		g_assert_cmpuint(object->n, ==, n - 1);
		for (size_t i = 1; i < n; i++)
			g_assert_true(zn_has(zn_obj(object), zn_arena_printf(arena, "key%zu", i)));
		g_assert_true(zn_has(zn_obj(copy), "key0"));
		zn_object_set(arena, copy, "new", zn_null());
		g_assert_true(zn_has(zn_obj(copy), "new"));
		g_assert_false(zn_has(zn_obj(object), "new"));
	}
}

static void test_copy(void)
{
	g_autoptr(ZnArena) outer = zn_arena_new();
	ZnArena *inner = zn_arena_new();
	ZnObject *object = zn_object_new(inner);
	ZnArray *array = zn_array_new(inner, 0);
	zn_array_push(inner, array, zn_strf(inner, "text"));
	zn_object_set(inner, object, zn_arena_strdup(inner, "list"), zn_arr(array));
	zn_object_set(inner, object, zn_arena_strdup(inner, "when"), zn_date(5));
	ZnValue copy = zn_value_copy(outer, zn_obj(object));
	g_assert_true(zn_same(copy, zn_obj(object)));
	array->items[0] = zn_null();
	zn_arena_free(inner);
	g_assert_true(zn_is_string(zn_at(zn_get(copy, "list"), 0), "text"));
	g_assert_true(zn_is_date(zn_get(copy, "when")));
	g_assert_cmpuint(zn_object_copy(outer, NULL)->n, ==, 0);
}

static void test_asking(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnObject *inside = zn_object_new(arena), *object = zn_object_new(arena);
	zn_object_set(arena, inside, "text", zn_str("x"));
	zn_object_set(arena, object, "in", zn_obj(inside));
	zn_object_set(arena, object, "null", zn_null());
	zn_object_set(arena, object, "yes", zn_bool(true));
	zn_object_set(arena, object, "nan", zn_num(NAN));
	ZnValue v = zn_obj(object);
	g_assert_true(zn_is_string(zn_get2(v, "in", "text"), "x"));
	g_assert_true(zn_is_undefined(zn_get2(v, "out", "text")));
	g_assert_true(zn_is_undefined(zn_get(zn_num(1), "in")));
	g_assert_true(zn_is_undefined(zn_at(v, 0)));
	g_assert_true(zn_has(v, "null") && !zn_has(v, "none") && !zn_has(zn_null(), "x"));
	g_assert_cmpuint(zn_len(v), ==, 4);
	g_assert_cmpuint(zn_len(zn_str("abc")), ==, 0);
	g_assert_cmpstr(zn_get_str(v, "yes", "fallback"), ==, "fallback");
	g_assert_cmpstr(zn_get_str(zn_get(v, "in"), "text", NULL), ==, "x");
	g_assert_cmpfloat(zn_get_num(v, "null", 7), ==, 7);
	g_assert_true(isnan(zn_get_num(v, "nan", 7)));
	g_assert_true(zn_get_bool(v, "yes", false) && zn_get_bool(v, "in", true));
	g_assert_null(zn_object_lookup(NULL, "x"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/value/making", test_making);
	g_test_add_func("/base/value/object", test_object);
	g_test_add_func("/base/value/copy", test_copy);
	g_test_add_func("/base/value/asking", test_asking);
	return g_test_run();
}
