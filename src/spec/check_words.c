/* How values, places and what was expected are called in messages. */
#include "spec/check.h"

#include <string.h>

#define WORDS_SHOWN 20

const char *zn_check_key(ZnArena *arena, const char *pointer)
{
	const char *key = strrchr(pointer, '/');
	if (!key)
		return "the specification";
	if (!g_ascii_isdigit(key[1]))
		return key + 1;
	const char *list = key;
	while (list > pointer && list[-1] != '/')
		list--;
	return zn_arena_printf(arena, "an item of “%.*s”", (int)(key - list), list);
}

/* How an object is called that stands at the pointer. */
const char *zn_check_holder(ZnArena *arena, const char *pointer)
{
	static const struct {
		const char *key, *name;
	} names[] = {{"encoding", "an encoding"},
	             {"axis", "an axis"},
	             {"legend", "a legend"},
	             {"scale", "a scale"},
	             {"mark", "a mark"},
	             {"title", "a title"},
	             {"header", "a header"},
	             {"config", "the config"},
	             {"data", "data"},
	             {"spec", "a view"},
	             {"condition", "a condition"},
	             {"an item of “condition”", "a condition"},
	             {"an item of “transform”", "a transform"},
	             {"an item of “params”", "a parameter"},
	             {"an item of “layer”", "a view"},
	             {"an item of “hconcat”", "a view"},
	             {"an item of “vconcat”", "a view"},
	             {"an item of “concat”", "a view"}};
	const char *key = zn_check_key(arena, pointer);
	if (!*pointer)
		return key;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (!strcmp(names[i].key, key))
			return names[i].name;
	g_autofree char *above = g_path_get_dirname(pointer);
	if (g_str_has_suffix(above, "/encoding"))
		return zn_arena_printf(arena, "the channel “%s”", key);
	return g_str_has_prefix(key, "an item of") ? key : zn_arena_printf(arena, "“%s”", key);
}

/* Different names, in order of arrival. */
void zn_check_add_once(GPtrArray *names, const char *name)
{
	if (!g_ptr_array_find(names, name, NULL))
		g_ptr_array_add(names, (void *)name);
}

void zn_check_add_words(GPtrArray *words, const ZnSchemaType *type)
{
	for (size_t i = 0; i < type->n_words; i++)
		zn_check_add_once(words, zn_schema_name(zn_schema_pool[type->words + i]));
}

void zn_check_list(GString *text, const char *what, bool quoted, bool last)
{
	g_string_append_printf(text, quoted ? "%s“%s”" : "%s%s", !text->len ? "" : last ? " or " : ", ", what);
}

/* "a number, “container” or an object" */
const char *zn_check_expected(ZnArena *arena, const ZnSchemaType *type, const GPtrArray *words)
{
	const struct {
		bool possible;
		const char *name;
	} kinds[] = {{type->free & ZN_SCHEMA_STRING, "a string"},
	             {type->free & ZN_SCHEMA_NUMBER, "a number"},
	             {type->free & ZN_SCHEMA_BOOL, "true"},
	             {type->free & ZN_SCHEMA_BOOL, "false"},
	             {type->free & ZN_SCHEMA_NULL, "null"},
	             {type->n_items || type->free & ZN_SCHEMA_ARRAY, "an array"},
	             {type->n_objects || type->free & ZN_SCHEMA_OBJECT, "an object"}};
	guint shown = MIN(words->len, WORDS_SHOWN), rest = shown;
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		rest += kinds[i].possible;
	for (guint i = 0; i < shown; i++)
		zn_check_list(text, g_ptr_array_index(words, i), true, --rest == 0 && words->len == shown);
	if (words->len > shown)
		g_string_append(text, " ...");
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (kinds[i].possible)
			zn_check_list(text, kinds[i].name, false, --rest == 0);
	return zn_arena_strdup(arena, text->str);
}

const char *zn_check_described(ZnArena *arena, ZnValue value, bool spelled)
{
	if (zn_is_str(value))
		return spelled && value.len <= 80 ? zn_arena_printf(arena, "“%s”", value.str) : "a string";
	return zn_is_nullish(value) ? "null"
	       : zn_is_bool(value)  ? (value.b ? "true" : "false")
	       : zn_is_num(value)   ? "a number"
	       : zn_is_arr(value)   ? "an array"
	                            : "an object";
}
