/* The identity of the code: there, steady, and not that of another program. */
#include "project/identity.h"

#include <glib.h>
#include <string.h>

static void test_steady(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *once = zn_program_identity(arena);
	g_assert_cmpuint(strlen(once), ==, 64);
	g_assert_cmpuint(strspn(once, "0123456789abcdef"), ==, 64);
	g_assert_cmpstr(once, ==, zn_program_identity(arena));
}

/* A second process of the same program has the same identity, wherever its code was loaded and whatever was loaded beside it. */
static void test_processes(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	if (g_test_subprocess()) {
		g_printerr("[%s]", zn_program_identity(arena));
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_passed();
	g_test_trap_assert_stderr(zn_arena_printf(arena, "*%s*", zn_program_identity(arena)));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/identity/steady", test_steady);
	g_test_add_func("/identity/processes", test_processes);
	return g_test_run();
}
