#include "base/context.h"

#include "base/file.h"

#include <string.h>

ZnContext *zn_context_new(void)
{
	ZnArena *arena = zn_arena_new();
	ZnContext *context = zn_new(arena, ZnContext);
	context->arena = arena;
	context->diags = zn_diags_new();
	context->base_dir = ".";
	context->lang = "en";
	return context;
}

void zn_context_free(ZnContext *context)
{
	if (!context)
		return;
	zn_diags_free(context->diags);
	zn_arena_free(context->arena);
}

void zn_context_note_input(ZnContext *context, const char *path, const void *bytes, size_t len)
{
	for (size_t i = 0; i < context->n_inputs; i++)
		if (!strcmp(context->inputs[i].path, path))
			return;
	ZnInput input = {.path = zn_arena_strdup(context->arena, path), .bytes = bytes, .len = len};
	zn_push(context->arena, context->inputs, context->n_inputs, context->cap_inputs, input);
}

const char *zn_input_sha256(ZnContext *context, size_t i)
{
	ZnInput *input = &context->inputs[i];
	if (!input->sha256 && input->bytes)
		input->sha256 = zn_sha256(context->arena, input->bytes, input->len);
	return input->sha256;
}

bool zn_context_read(ZnContext *context, ZnPlace place, const char *relative, char **contents, size_t *len)
{
	const char *path = zn_file_resolve(context->arena, context->diags, place, context->base_dir, relative);
	bool absent = path && !g_file_test(path, G_FILE_TEST_EXISTS);
	if (absent) /* the mistake is where the file is named */
		zn_error(context->diags, place, zn_arena_printf(context->arena, "the base folder is “%s”", context->base_dir), "there is no file “%s”", relative);
	if (!path || absent || !zn_file_read(context->arena, context->diags, path, relative, contents, len)) {
		if (path)
			zn_context_note_input(context, relative, NULL, 0);
		return false;
	}
	zn_context_note_input(context, relative, *contents, *len);
	return true;
}
