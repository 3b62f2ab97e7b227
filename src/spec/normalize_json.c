/* Small operations on JSON objects that the normaliser's steps are written in. */
#include "base/json.h"
#include "spec/normalize_private.h"

#include <string.h>

ZnValue zn_build_members(ZnArena *arena, const ZnMember *members, size_t n)
{
	ZnObject *object = zn_object_new(arena);
	for (size_t i = 0; i < n; i++)
		if (!zn_is_undefined(members[i].value))
			zn_object_set(arena, object, members[i].key, members[i].value);
	return zn_obj(object);
}

static ZnObject *copy(ZnArena *arena, ZnValue base)
{
	return zn_is_obj(base) ? zn_object_copy(arena, base.obj) : zn_object_new(arena);
}

ZnValue zn_spread(ZnArena *arena, ZnValue base, ZnValue over)
{
	ZnObject *object = copy(arena, base);
	for (size_t i = 0; zn_is_obj(over) && i < over.obj->n; i++)
		zn_object_set(arena, object, over.obj->members[i].key, over.obj->members[i].value);
	return zn_obj(object);
}

ZnValue zn_with(ZnArena *arena, ZnValue base, const char *key, ZnValue value)
{
	ZnObject *object = copy(arena, base);
	if (zn_is_undefined(value))
		zn_object_remove(object, key);
	else
		zn_object_set(arena, object, key, value);
	return zn_obj(object);
}

ZnValue zn_without(ZnArena *arena, ZnValue base, const char *const *keys)
{
	ZnObject *object = copy(arena, base);
	for (; *keys; keys++)
		zn_object_remove(object, *keys);
	return zn_obj(object);
}

void zn_array_append(ZnArena *arena, ZnArray *array, ZnValue items)
{
	for (size_t i = 0; zn_is_arr(items) && i < zn_len(items); i++)
		zn_array_push(arena, array, zn_at(items, i));
}

bool zn_json_is_field_def(ZnValue def)
{
	return zn_is_obj(def) && (zn_has(def, "field") || zn_is_string(zn_get(def, "aggregate"), "count"));
}

bool zn_json_is_field_or_datum_def(ZnValue def)
{
	return zn_json_is_field_def(def) || (zn_is_obj(def) && zn_has(def, "datum"));
}

ZnValue zn_json_conditional(ZnValue def)
{
	ZnValue condition = zn_get(def, "condition");
	return zn_json_is_field_or_datum_def(condition) ? condition : zn_undefined();
}

bool zn_json_has_field(ZnValue def)
{
	for (size_t i = 0; zn_is_arr(def) && i < zn_len(def); i++)
		if (zn_truthy(zn_get(zn_at(def, i), "field")))
			return true;
	return zn_json_is_field_def(def) || zn_json_is_field_def(zn_get(def, "condition"));
}

const char *zn_json_mark_type(ZnValue spec)
{
	ZnValue mark = zn_get(spec, "mark");
	return zn_is_str(mark) ? mark.str : zn_get_str(mark, "type", "");
}

ZnValue zn_json_mark_def(ZnNormalizer *n, ZnValue spec)
{
	ZnValue mark = zn_get(spec, "mark");
	return zn_is_obj(mark) ? mark : zn_build(n->arena, {"type", mark});
}

const char *zn_var_name(ZnArena *arena, const char *text)
{
	g_autoptr(GString) name = g_string_new(g_ascii_isdigit(text[0]) ? "_" : "");
	for (const char *p = text; *p; p = g_utf8_next_char(p))
		g_string_append_c(name, g_ascii_isalnum(*p) ? *p : '_');
	return zn_arena_strdup(arena, name->str);
}

const char *zn_spot_pointer(ZnArena *arena, const ZnSpot *spot)
{
	if (!spot)
		return "";
	const char *base = zn_spot_pointer(arena, spot->up);
	return spot->key ? zn_json_pointer(arena, base, spot->key) : zn_json_pointer_index(arena, base, spot->index);
}

const char *zn_normalize_pointer(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	const char *origin = zn_get_str(spec, ZN_POINTER_KEY, NULL);
	return origin ? origin : zn_spot_pointer(n->arena, scope->spot);
}

static void report(ZnNormalizer *n, ZnSeverity severity, const char *pointer, const char *hint, const char *format, va_list args)
{
	zn_diag(n->context->diags, severity, zn_pointer(n->file, pointer), hint, "%s", zn_arena_vprintf(n->arena, format, args));
}

void zn_normalize_error(ZnNormalizer *n, const char *pointer, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(n, ZN_ERROR, pointer, hint, format, args);
	va_end(args);
}

void zn_normalize_warning(ZnNormalizer *n, const char *pointer, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(n, ZN_WARNING, pointer, hint, format, args);
	va_end(args);
}
