#include "base/arena.h"

#include <stdint.h>
#include <string.h>

static void test_alloc(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	static const size_t sizes[] = {0, 1, 15, 16, 17, 1000, 9000, 40000, 3 << 20, 8};
	for (int round = 0; round < 20; round++)
		for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
			unsigned char *block = zn_arena_alloc(arena, sizes[i]);
			g_assert_cmpuint((uintptr_t)block % 16, ==, 0);
			for (size_t k = 0; k < sizes[i]; k++)
				g_assert_cmpuint(block[k], ==, 0);
			memset(block, 0xaa, sizes[i]);
		}
	g_assert_cmpuint(zn_arena_used(arena), >=, 20u * (3u << 20));
}

static void test_grow(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	int *items = NULL;
	size_t n = 0, cap = 0;
	for (int i = 0; i < 1000; i++)
		zn_push(arena, items, n, cap, i);
	for (int i = 0; i < 1000; i++)
		g_assert_cmpint(items[i], ==, i);
	int *less = zn_arena_grow(arena, items, n * sizeof *items, 2 * sizeof *items);
	g_assert_cmpint(less[1], ==, 1);
	int *none = zn_arena_grow(arena, NULL, 0, sizeof *none);
	g_assert_cmpint(*none, ==, 0);
}

/* What grows on the spot: the last block only, zeroed, and never into what somebody else has. */
static void test_extend(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	char *block = zn_arena_alloc(arena, 24);
	memset(block, 'a', 24);
	g_assert_true(zn_arena_extend(arena, block, 24, 100) == block);
	for (int i = 0; i < 100; i++)
		g_assert_cmpint(block[i], ==, i < 24 ? 'a' : 0);
	char *other = zn_arena_alloc(arena, 8), *moved = zn_arena_extend(arena, block, 100, 200);
	g_assert_true(moved != block && other >= block + 100);
	g_assert_cmpint(moved[23], ==, 'a');
	g_assert_cmpint(moved[24], ==, 0);
	char *large = zn_arena_extend(arena, moved, 200, 5 << 20);
	g_assert_true(large != moved);
	g_assert_cmpint(large[0], ==, 'a');
	g_assert_cmpint(large[(5 << 20) - 1], ==, 0);
	g_assert_cmpint(*(char *)zn_arena_extend(arena, NULL, 0, 1), ==, 0);
}

static void test_strings(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_assert_null(zn_arena_strdup(arena, NULL));
	g_assert_cmpstr(zn_arena_strdup(arena, "织女"), ==, "织女");
	g_assert_cmpstr(zn_arena_strndup(arena, "abcdef", 3), ==, "abc");
	g_assert_cmpstr(zn_arena_strndup(arena, NULL, 0), ==, "");
	g_assert_cmpstr(zn_arena_printf(arena, "%d-%s", 5, "x"), ==, "5-x");
}

static void note(void *data)
{
	GString *log = *(GString **)data;
	g_string_append_c(log, ((char *)data)[sizeof log]);
}

static void test_defer(void)
{
	GString *log = g_string_new(NULL);
	ZnArena *arena = zn_arena_new();
	for (char name = 'a'; name <= 'c'; name++) {
		char *data = zn_arena_alloc(arena, sizeof log + 1);
		memcpy(data, &log, sizeof log);
		data[sizeof log] = name;
		zn_arena_defer(arena, note, data);
	}
	zn_arena_free(arena);
	zn_arena_free(NULL);
	g_assert_cmpstr(log->str, ==, "cba");
	g_string_free(log, TRUE);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/arena/alloc", test_alloc);
	g_test_add_func("/base/arena/grow", test_grow);
	g_test_add_func("/base/arena/extend", test_extend);
	g_test_add_func("/base/arena/strings", test_strings);
	g_test_add_func("/base/arena/defer", test_defer);
	return g_test_run();
}
