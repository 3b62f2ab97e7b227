/* Themes: by name, those that come with zhinu; by file, anybody's. */
#include "project/render.h"

#include "base/file.h"
#include "base/json.h"
#include "base/limits.h"
#include "spec/normalize.h"
#include "text/fonts.h"

#include <string.h>

static const char *const shipped[] = {"paper", "screen", "slide", NULL};

bool zn_theme_is_file(const char *name)
{
	return strchr(name, '/') || g_str_has_suffix(name, ".json");
}

static const char *theme_path(ZnArena *arena, const char *name)
{
	if (zn_theme_is_file(name))
		return name;
	g_autofree char *relative = g_strdup_printf("themes/%s.json", name);
	g_autofree char *path = zn_text_data_file(relative);
	return zn_arena_strdup(arena, path);
}

/* --- themes of somebody else's --- */

/* What zhinu itself reads in usermeta; the rest is not its business. */
static void check_own(ZnContext *context, const char *path, ZnValue config, const char *pointer)
{
	static const char *const sizes[] = {"width", "height", "scale"}, *const flags[] = {"page", "titleWrap", "hideTitle"};
	ZnValue own = zn_get2(config, "usermeta", "zhinu");
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		ZnValue size = zn_get(own, sizes[i]);
		if (!zn_is_undefined(size) && !(zn_is_num(size) && size.num > 0 && size.num <= ZN_LIMIT_SIDE))
			zn_error(context->diags, zn_pointer(path, zn_arena_printf(context->arena, "%s/usermeta/zhinu/%s", pointer, sizes[i])), NULL,
			         "“%s” is a number above 0, at most %d", sizes[i], ZN_LIMIT_SIDE);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
		if (zn_has(own, flags[i]) && !zn_is_bool(zn_get(own, flags[i])))
			zn_error(context->diags, zn_pointer(path, zn_arena_printf(context->arena, "%s/usermeta/zhinu/%s", pointer, flags[i])), NULL,
			         "“%s” is true or false", flags[i]);
}

/* The config as that of a specification. Themes are written for Vega, too, and have members that Vega-Lite does not know: what is unknown is told only
 * where it looks like a mistake. */
static bool check(ZnContext *context, const char *path, ZnValue config, const char *pointer)
{
	static const char start[] = "/config";
	ZnArena *arena = context->arena;
	size_t errors = zn_diags_count(context->diags, ZN_ERROR);
	g_autoptr(ZnDiags) found = zn_diags_new();
	ZnContext probe = *context;
	ZnObject *spec = zn_object_new(arena), *data = zn_object_new(arena), *bare = zn_object_new(arena);
	for (size_t i = 0; zn_is_obj(config) && i < zn_len(config); i++)
		if (strcmp(config.obj->members[i].key, "usermeta"))
			zn_object_set(arena, bare, config.obj->members[i].key, config.obj->members[i].value);
	zn_object_set(arena, data, "values", zn_arr(zn_array_new(arena, 0)));
	zn_object_set(arena, spec, "data", zn_obj(data));
	zn_object_set(arena, spec, "mark", zn_str("bar"));
	zn_object_set(arena, spec, "config", zn_is_obj(config) ? zn_obj(bare) : config);
	probe.diags = found;
	zn_spec_check(&probe, path, zn_obj(spec));
	for (size_t i = 0; i < zn_diags_len(found); i++) {
		const ZnDiag *diag = zn_diags_at(found, i);
		const char *at = diag->place.pointer;
		if (at && g_str_has_prefix(at, start))
			at = zn_arena_printf(arena, "%s%s", pointer, at + strlen(start));
		if (diag->severity == ZN_ERROR || diag->hint)
			zn_diag(context->diags, diag->severity, zn_pointer(path, at), diag->hint, "%s", diag->message);
	}
	check_own(context, path, config, pointer);
	return zn_diags_count(context->diags, ZN_ERROR) == errors;
}

ZnValue zn_theme_load(ZnContext *context, ZnPlace place, const char *name)
{
	char *text;
	size_t len;
	ZnValue theme;
	const char *path = theme_path(context->arena, name);
	if (!path) {
		const char *hint = zn_did_you_mean(context->arena, name, shipped);
		zn_error(context->diags, place, hint ? hint : "themes are paper, screen, slide, or a JSON file", "there is no theme “%s”", name);
		return zn_undefined();
	}
	if (!zn_file_read(context->arena, context->diags, path, path, &text, &len) ||
	    !zn_json_parse(context->arena, context->diags, path, text, len, &theme))
		return zn_undefined();
	const char *input = zn_theme_is_file(name) ? zn_relative_path(context->arena, context->base_dir, path)
	                                           : zn_arena_printf(context->arena, "theme:%s", name);
	zn_context_note_input(context, input, text, len);
	if (!zn_is_obj(theme)) {
		zn_error(context->diags, zn_place(path, 1, 1), NULL, "a theme is a JSON object, a Vega-Lite config");
		return zn_undefined();
	}
	bool whole = zn_has(theme, "config");
	ZnValue config = whole ? zn_get(theme, "config") : theme;
	return !zn_theme_is_file(name) || check(context, path, config, whole ? "/config" : "") ? config : zn_undefined();
}
