#include "transform/common.h"
#include "base/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- definitions --- */

ZnPlace zn_transform_place(ZnTransformEnv *env, ZnPlace place, const char *key)
{
	place.pointer = zn_json_pointer(env->context->arena, place.pointer ? place.pointer : "", key);
	return place;
}

ZnPlace zn_transform_place_at(ZnTransformEnv *env, ZnPlace place, const char *key, size_t index)
{
	place = zn_transform_place(env, place, key);
	place.pointer = zn_json_pointer_index(env->context->arena, place.pointer, index);
	return place;
}

ZnField *zn_transform_field(ZnTransformEnv *env, const ZnTable *table, ZnValue text, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	if (!zn_is_str(text)) {
		zn_error(env->context->diags, place, NULL, "the name of a field was expected");
		return NULL;
	}
	ZnField *field = zn_field_parse(arena, text.str);
	if (table->n_rows && !zn_field_exists(field, table)) {
		zn_error(env->context->diags, place, zn_did_you_mean(arena, field->column, zn_table_names(arena, table)),
		         "the data have no field “%s”", text.str);
		return NULL;
	}
	return field;
}

ZnField *zn_transform_member_field(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place)
{
	return zn_transform_field(env, table, zn_get(definition, key), zn_transform_place(env, place, key));
}

bool zn_transform_fields(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place, ZnFieldList *out)
{
	ZnValue names = zn_get(definition, key);
	*out = (ZnFieldList){0};
	if (zn_is_undefined(names))
		return true;
	if (!zn_is_arr(names)) {
		zn_error(env->context->diags, zn_transform_place(env, place, key), NULL, "an array of field names was expected");
		return false;
	}
	out->fields = zn_new_n(env->context->arena, ZnField *, zn_len(names));
	bool ok = true;
	for (size_t i = 0; i < zn_len(names); i++) {
		ZnField *field = zn_transform_field(env, table, zn_at(names, i), zn_transform_place_at(env, place, key, i));
		ok &= field != NULL;
		out->fields[out->n++] = field;
	}
	return ok;
}

const char *zn_transform_as(ZnValue definition, size_t i, const char *fallback)
{
	ZnValue as = zn_get(definition, "as");
	if (zn_is_arr(as))
		as = zn_at(as, i);
	else if (i > 0)
		return fallback;
	return zn_is_str(as) ? as.str : fallback;
}

bool zn_transform_pair(ZnTransformEnv *env, ZnValue definition, const char *key, ZnPlace place, double out[2])
{
	ZnValue pair = zn_get(definition, key);
	if (zn_is_nullish(pair))
		return false;
	if (zn_len(pair) != 2 || !zn_is_num(zn_at(pair, 0)) || !zn_is_num(zn_at(pair, 1))) {
		zn_error(env->context->diags, zn_transform_place(env, place, key), "for example [0, 10]", "“%s” must be two numbers", key);
		return false;
	}
	out[0] = zn_at(pair, 0).num;
	out[1] = zn_at(pair, 1).num;
	return true;
}

int zn_transform_choice(ZnTransformEnv *env, const char *text, const char *const *words, ZnPlace place)
{
	for (int i = 0; words[i]; i++)
		if (!strcmp(words[i], text))
			return i;
	const char *hint = zn_did_you_mean(env->context->arena, text, words);
	if (!hint) {
		g_autofree char *list = g_strjoinv(", ", (char **)words);
		hint = zn_arena_printf(env->context->arena, "one of %s", list);
	}
	zn_error(env->context->diags, place, hint, "unknown value “%s”", text);
	return -1;
}

bool zn_transform_room(ZnTransformEnv *env, double rows, double columns, ZnPlace place)
{
	if (rows <= ZN_LIMIT_ROWS && rows * columns <= ZN_LIMIT_CELLS)
		return true;
	zn_error(env->context->diags, place, NULL, "the transform would make a table of %.0f rows, which is too large", rows);
	return false;
}

/* --- groups --- */

/* Pairs of numbers -> their index in order of arrival. */
typedef struct Pairs {
	uint64_t *keys;
	uint32_t *slots; /* index + 1 */
	size_t n, size;
} Pairs;

static size_t pairs_slot(const Pairs *pairs, uint64_t key)
{
	uint64_t hash = key * 0x9e3779b97f4a7c15u;
	size_t i = (hash ^ hash >> 32) & (pairs->size - 1);
	while (pairs->slots[i] && pairs->keys[pairs->slots[i] - 1] != key)
		i = (i + 1) & (pairs->size - 1);
	return i;
}

static void pairs_resize(Pairs *pairs, size_t size)
{
	g_free(pairs->slots);
	pairs->size = size;
	pairs->slots = g_new0(uint32_t, size);
	pairs->keys = g_renew(uint64_t, pairs->keys, size / 2);
	for (size_t k = 0; k < pairs->n; k++)
		pairs->slots[pairs_slot(pairs, pairs->keys[k])] = (uint32_t)k + 1;
}

static size_t pairs_add(Pairs *pairs, size_t a, size_t b)
{
	uint64_t key = (uint64_t)a << 32 | (uint64_t)b;
	if (pairs->n >= pairs->size / 2)
		pairs_resize(pairs, pairs->size ? pairs->size * 2 : 64);
	size_t slot = pairs_slot(pairs, key);
	if (!pairs->slots[slot]) {
		pairs->keys[pairs->n] = key;
		pairs->slots[slot] = (uint32_t)++pairs->n;
	}
	return pairs->slots[slot] - 1;
}

/* Gives each row its group, column by column: the groups so far and the next column's values make finer groups. */
static size_t number_groups(ZnArena *arena, const ZnTable *table, const ZnFieldList *by, size_t *of_row)
{
	size_t n = table->n_rows > 0;
	for (size_t f = 0; f < by->n; f++) {
		const ZnValue *cells = zn_field_cells(arena, by->fields[f], table);
		ZnValueSet *values = zn_value_set_new(arena);
		Pairs pairs = {0};
		for (size_t row = 0; row < table->n_rows; row++) {
			size_t value = zn_value_set_add(values, cells[row], NULL);
			of_row[row] = f == 0 ? value : pairs_add(&pairs, of_row[row], value);
		}
		n = f == 0 ? zn_value_set_values(values)->n : pairs.n;
		g_free(pairs.keys);
		g_free(pairs.slots);
	}
	return n;
}

ZnGroups zn_groups_make(ZnArena *arena, const ZnTable *table, const ZnFieldList *by)
{
	ZnGroups groups = {.of_row = zn_new_n(arena, size_t, table->n_rows), .rows = zn_new_n(arena, size_t, table->n_rows)};
	groups.n = number_groups(arena, table, by, groups.of_row);
	groups.start = zn_new_n(arena, size_t, groups.n + 1);
	for (size_t row = 0; row < table->n_rows; row++)
		groups.start[groups.of_row[row] + 1]++;
	for (size_t g = 0; g < groups.n; g++)
		groups.start[g + 1] += groups.start[g];
	g_autofree size_t *next = g_memdup2(groups.start, (groups.n + 1) * sizeof *next);
	for (size_t row = 0; row < table->n_rows; row++)
		groups.rows[next[groups.of_row[row]]++] = row;
	return groups;
}

void zn_groups_columns(ZnArena *arena, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups, ZnTable *result,
                       const size_t *group_of)
{
	for (size_t f = 0; f < by->n; f++) {
		const ZnValue *from = zn_field_cells(arena, by->fields[f], table);
		ZnValue *to = zn_table_add(arena, result, by->fields[f]->name);
		for (size_t i = 0; i < result->n_rows; i++)
			to[i] = from[groups->rows[groups->start[group_of ? group_of[i] : i]]];
	}
}

/* --- orders --- */

bool zn_order_parse(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place, ZnOrder *out)
{
	ZnArena *arena = env->context->arena;
	ZnValue sort = zn_get(definition, "sort");
	size_t n = zn_is_arr(sort) ? zn_len(sort) : zn_is_obj(sort) ? 1 : 0;
	*out = (ZnOrder){.cells = zn_new_n(arena, const ZnValue *, n), .sign = zn_new_n(arena, int, n)};
	for (size_t i = 0; i < n; i++) {
		ZnValue key = zn_is_arr(sort) ? zn_at(sort, i) : sort;
		ZnPlace at = zn_is_arr(sort) ? zn_transform_place_at(env, place, "sort", i) : zn_transform_place(env, place, "sort");
		ZnField *field = zn_transform_member_field(env, table, key, "field", at);
		if (!field)
			return false;
		out->cells[out->n] = zn_field_cells(arena, field, table);
		out->sign[out->n++] = zn_is_string(zn_get(key, "order"), "descending") ? -1 : 1;
	}
	return true;
}

int zn_order_compare(const ZnOrder *order, size_t row_a, size_t row_b)
{
	for (size_t i = 0; i < order->n; i++) {
		int c = zn_compare(order->cells[i][row_a], order->cells[i][row_b]);
		if (c)
			return c * order->sign[i];
	}
	return 0;
}

static int compare_rows(const void *a, const void *b, void *order)
{
	size_t row_a = *(const size_t *)a, row_b = *(const size_t *)b;
	int c = zn_order_compare(order, row_a, row_b);
	return c ? c : (row_a > row_b) - (row_a < row_b);
}

void zn_order_sort(const ZnOrder *order, size_t *rows, size_t n)
{
	if (order->n && n > 1)
		qsort_r(rows, n, sizeof *rows, compare_rows, (void *)order);
}

/* --- values --- */

bool zn_js_less(ZnValue a, ZnValue b)
{
	if (zn_is_num(a) && zn_is_num(b))
		return a.num < b.num;
	if (zn_is_str(a) && zn_is_str(b))
		return strcmp(a.str, b.str) < 0;
	return zn_to_num(a) < zn_to_num(b);
}

bool zn_vega_number(ZnValue value, double *out)
{
	if (zn_is_nullish(value) || (zn_is_str(value) && value.len == 0))
		return false;
	*out = zn_is_num(value) ? value.num : zn_to_num(value);
	return true;
}
