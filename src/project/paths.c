/* Folders of projects, and the ways between them. */
#include "project/render.h"

#include <string.h>

const char *zn_project_folder_of(ZnArena *arena, const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *folder = g_file_test(absolute, G_FILE_TEST_IS_DIR) ? g_strdup(absolute) : g_path_get_dirname(absolute);
	for (;;) {
		g_autofree char *file = g_build_filename(folder, "zhinu.json", NULL);
		if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
			return zn_arena_strdup(arena, folder);
		char *up = g_path_get_dirname(folder);
		bool top = !strcmp(up, folder);
		g_free(folder);
		folder = up;
		if (top)
			return NULL;
	}
}

const char *zn_relative_path(ZnArena *arena, const char *from, const char *to)
{
	g_autofree char *start = g_canonicalize_filename(from, NULL), *end = g_canonicalize_filename(to, NULL);
	size_t common = 0; /* bytes, up to the end of a name in both */
	for (size_t i = 0; start[i] == end[i] || !start[i] || !end[i]; i++) {
		bool ends = (!start[i] || start[i] == '/') && (!end[i] || end[i] == '/');
		if (ends && i)
			common = i;
		if (!start[i] || !end[i])
			break;
	}
	g_autoptr(GString) way = g_string_new(NULL);
	for (const char *p = start + common; *p; p++)
		if (*p == '/' && p[1])
			g_string_append(way, "../");
	const char *rest = end[common] == '/' ? end + common + 1 : end + common;
	g_string_append(way, rest);
	if (way->len && way->str[way->len - 1] == '/')
		g_string_truncate(way, way->len - 1);
	return zn_arena_strdup(arena, way->len ? way->str : ".");
}
