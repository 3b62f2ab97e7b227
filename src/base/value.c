#include "base/value_private.h"

#include <string.h>

ZnValue zn_str(const char *text)
{
	return text ? (ZnValue){.type = ZN_STRING, .len = (uint32_t)strlen(text), .str = text} : zn_null();
}

ZnValue zn_str_copy(ZnArena *arena, const char *text, size_t len)
{
	/* A NUL would make `str` and `len` disagree: the string ends there. */
	size_t used = len ? strnlen(text, len) : 0;
	g_assert(used <= UINT32_MAX);
	return (ZnValue){.type = ZN_STRING, .len = (uint32_t)used, .str = zn_arena_strndup(arena, text, used)};
}

ZnValue zn_strf(ZnArena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = zn_arena_vprintf(arena, format, args);
	va_end(args);
	return zn_str(text);
}

ZnArray *zn_array_new(ZnArena *arena, size_t capacity)
{
	ZnArray *array = zn_new(arena, ZnArray);
	array->cap = MAX(capacity, 1);
	array->items = zn_new_n(arena, ZnValue, array->cap);
	return array;
}

void zn_array_push(ZnArena *arena, ZnArray *array, ZnValue value)
{
	zn_push(arena, array->items, array->n, array->cap, value);
}

/* --- objects: members in order, with an index from nine members on --- */

#define INDEX_FROM 9

static uint32_t hash_key(const char *key)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 16777619u;
	return hash;
}

static void index_insert(ZnObject *object, size_t member)
{
	size_t slot = hash_key(object->members[member].key) & (object->index_size - 1);
	while (object->index[slot])
		slot = (slot + 1) & (object->index_size - 1);
	object->index[slot] = (uint32_t)member + 1;
}

static void index_rebuild(ZnArena *arena, ZnObject *object)
{
	size_t size = 32;
	while (size < object->cap * 2)
		size *= 2;
	object->index = zn_new_n(arena, uint32_t, size);
	object->index_size = size;
	object->index_shared = false;
	for (size_t i = 0; i < object->n; i++)
		index_insert(object, i);
}

static ZnMember *find(const ZnObject *object, const char *key)
{
	if (!object)
		return NULL;
	if (object->index) {
		size_t slot = hash_key(key) & (object->index_size - 1);
		for (; object->index[slot]; slot = (slot + 1) & (object->index_size - 1)) {
			ZnMember *member = &object->members[object->index[slot] - 1];
			if (member->key == key || !strcmp(member->key, key))
				return member;
		}
		return NULL;
	}
	for (size_t i = 0; i < object->n; i++)
		if (object->members[i].key == key || !strcmp(object->members[i].key, key))
			return &object->members[i];
	return NULL;
}

ZnObject *zn_object_new(ZnArena *arena)
{
	return zn_new(arena, ZnObject);
}

void zn_object_set(ZnArena *arena, ZnObject *object, const char *key, ZnValue value)
{
	ZnMember *member = find(object, key);
	if (member) {
		member->value = value;
		return;
	}
	size_t old_cap = object->cap;
	zn_push(arena, object->members, object->n, object->cap, ((ZnMember){key, value}));
	if (object->n >= INDEX_FROM && (!object->index || object->cap != old_cap))
		index_rebuild(arena, object);
	else if (object->index)
		index_insert(object, object->n - 1);
}

/* Whether the key of member `i` stands before it. */
static bool repeats(const ZnMember *members, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (!strcmp(members[before].key, members[i].key))
			return true;
	return false;
}

ZnObject *zn_object_of(ZnArena *arena, ZnMember *members, size_t n, ZnObject *like, size_t *twice)
{
	ZnObject *object = zn_object_new(arena);
	object->members = members;
	object->n = object->cap = n;
	if (like) {
		object->index = like->index;
		object->index_size = like->index_size;
		object->index_shared = like->index_shared = true;
		return object;
	}
	if (n >= INDEX_FROM)
		index_rebuild(arena, object);
	for (size_t i = 0; i < n; i++)
		if (object->index ? find(object, members[i].key) != &members[i] : repeats(members, i)) {
			*twice = i;
			return NULL;
		}
	return object;
}

bool zn_object_remove(ZnObject *object, const char *key)
{
	ZnMember *member = find(object, key);
	if (!member)
		return false;
	size_t at = (size_t)(member - object->members);
	memmove(member, member + 1, (object->n - at - 1) * sizeof *member);
	object->n--;
	if (object->index_shared) {
		object->index = NULL; /* searched one by one until something is added */
	} else if (object->index) { /* same size: no allocation */
		memset(object->index, 0, object->index_size * sizeof *object->index);
		for (size_t i = 0; i < object->n; i++)
			index_insert(object, i);
	}
	return true;
}

ZnObject *zn_object_copy(ZnArena *arena, const ZnObject *object)
{
	ZnObject *copy = zn_object_new(arena);
	if (!object)
		return copy;
	copy->n = object->n;
	copy->cap = MAX(object->n + 4, 8);
	copy->members = zn_new_n(arena, ZnMember, copy->cap);
	if (object->n)
		memcpy(copy->members, object->members, object->n * sizeof(ZnMember));
	if (copy->n >= INDEX_FROM)
		index_rebuild(arena, copy);
	return copy;
}

ZnValue zn_value_copy(ZnArena *arena, ZnValue value)
{
	if (value.type == ZN_STRING)
		return zn_str_copy(arena, value.str, value.len);
	if (value.type == ZN_ARRAY) {
		ZnArray *copy = zn_array_new(arena, value.arr->n);
		for (size_t i = 0; i < value.arr->n; i++)
			zn_array_push(arena, copy, zn_value_copy(arena, value.arr->items[i]));
		return zn_arr(copy);
	}
	if (value.type == ZN_OBJECT) {
		ZnObject *copy = zn_object_new(arena);
		for (size_t i = 0; i < value.obj->n; i++)
			zn_object_set(arena, copy, zn_arena_strdup(arena, value.obj->members[i].key),
			              zn_value_copy(arena, value.obj->members[i].value));
		return zn_obj(copy);
	}
	return value;
}

bool zn_is_string(ZnValue v, const char *text)
{
	return v.type == ZN_STRING && !strcmp(v.str, text);
}

const ZnValue *zn_object_lookup(const ZnObject *object, const char *key)
{
	const ZnMember *member = find(object, key);
	return member ? &member->value : NULL;
}

ZnValue zn_get(ZnValue v, const char *key)
{
	const ZnMember *member = v.type == ZN_OBJECT && key ? find(v.obj, key) : NULL;
	return member ? member->value : zn_undefined();
}

ZnValue zn_get2(ZnValue v, const char *key, const char *key2)
{
	return zn_get(zn_get(v, key), key2);
}

ZnValue zn_at(ZnValue v, size_t i)
{
	return v.type == ZN_ARRAY && i < v.arr->n ? v.arr->items[i] : zn_undefined();
}

bool zn_has(ZnValue v, const char *key)
{
	return v.type == ZN_OBJECT && find(v.obj, key) != NULL;
}

size_t zn_len(ZnValue v)
{
	return v.type == ZN_ARRAY ? v.arr->n : v.type == ZN_OBJECT ? v.obj->n : 0;
}

const char *zn_get_str(ZnValue v, const char *key, const char *fallback)
{
	ZnValue member = zn_get(v, key);
	return member.type == ZN_STRING ? member.str : fallback;
}

double zn_get_num(ZnValue v, const char *key, double fallback)
{
	ZnValue member = zn_get(v, key);
	return member.type == ZN_NUMBER ? member.num : fallback;
}

bool zn_get_bool(ZnValue v, const char *key, bool fallback)
{
	ZnValue member = zn_get(v, key);
	return member.type == ZN_BOOL ? member.b : fallback;
}
