/* A fresh folder for the files of a test. */
#pragma once

#include "base/context.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct Folder {
	char *path;
	ZnContext *context;
} Folder;

static inline char *folder_at(const Folder *f, const char *name)
{
	return zn_arena_printf(f->context->arena, "%s/%s", f->path, name);
}

static inline void folder_write(const Folder *f, const char *name, const char *text)
{
	char *path = folder_at(f, name);
	g_autofree char *dir = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(dir, 0777), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void folder_open(Folder *f)
{
	f->path = g_dir_make_tmp("zhinu-test-XXXXXX", NULL);
	g_assert_nonnull(f->path);
	f->context = zn_context_new();
}

static inline void remove_all(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		remove_all(inner);
	}
	g_assert_cmpint(g_remove(path), ==, 0);
}

static inline void folder_close(Folder *f)
{
	remove_all(f->path);
	zn_context_free(f->context);
	g_free(f->path);
}

/* The problem whose message holds `part`; fails the test when there is none. */
static inline const ZnDiag *problem(const ZnContext *context, const char *part)
{
	for (size_t i = 0; i < zn_diags_len(context->diags); i++)
		if (strstr(zn_diags_at(context->diags, i)->message, part))
			return zn_diags_at(context->diags, i);
	for (size_t i = 0; i < zn_diags_len(context->diags); i++)
		g_test_message("instead: %s", zn_diags_at(context->diags, i)->message);
	g_test_message("no problem says “%s”", part);
	g_test_fail();
	return NULL;
}
