#include "transform/aggregate_ops.h"
#include "transform/registry.h"

#include <stdlib.h>

typedef struct Key {
	ZnValue value;
	size_t index; /* in order of arrival, as the rows have it */
} Key;

static int compare_keys(const void *a, const void *b)
{
	const Key *x = a, *y = b;
	int c = zn_compare(x->value, y->value);
	return c ? c : (x->index > y->index) - (x->index < y->index);
}

/* The distinct keys in ascending order, at most `limit` (0 = all). */
static Key *sort_keys(ZnArena *arena, const ZnArray *distinct, double limit, size_t *n)
{
	Key *keys = zn_new_n(arena, Key, distinct->n);
	for (size_t i = 0; i < distinct->n; i++)
		keys[i] = (Key){.value = distinct->items[i], .index = i};
	if (distinct->n > 1)
		qsort(keys, distinct->n, sizeof *keys, compare_keys);
	*n = limit >= 1 && limit < (double)distinct->n ? (size_t)limit : distinct->n;
	return keys;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnField *field = zn_transform_member_field(env, table, definition, "pivot", place);
	ZnField *value = zn_transform_member_field(env, table, definition, "value", place);
	ZnFieldList by;
	const char *op = zn_get_str(definition, "op", "sum");
	if (!field || !value || !zn_transform_fields(env, table, definition, "groupby", place, &by) ||
	    zn_transform_choice(env, op, zn_aggregate_names(arena), zn_transform_place(env, place, "op")) < 0)
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	ZnValueSet *distinct = zn_value_set_new(arena);
	size_t *key_of = zn_new_n(arena, size_t, table->n_rows), n_keys;
	for (size_t row = 0; row < table->n_rows; row++)
		key_of[row] = zn_value_set_add(distinct, cells[row], NULL);
	Key *keys = sort_keys(arena, zn_value_set_values(distinct), zn_get_num(definition, "limit", 0), &n_keys);
	ZnGroups groups = zn_groups_make(arena, table, &by);
	if (!zn_transform_room(env, (double)groups.n, (double)(n_keys + by.n), place))
		return NULL;
	ZnTable *result = zn_table_new(arena, groups.n);
	result->source = table->source;
	zn_groups_columns(arena, table, &by, &groups, result, NULL);
	g_autofree size_t *rows = g_new(size_t, MAX(table->n_rows, 1));
	for (size_t k = 0; k < n_keys; k++) {
		ZnValue *out = zn_table_add(arena, result, zn_to_str(arena, keys[k].value));
		for (size_t g = 0; g < groups.n; g++) {
			size_t n = 0;
			for (size_t i = groups.start[g]; i < groups.start[g + 1]; i++)
				if (key_of[groups.rows[i]] == keys[k].index)
					rows[n++] = groups.rows[i];
			out[g] = zn_aggregate_value(env, table, rows, n, op, value);
		}
	}
	return result;
}

static const char *const members[] = {"value", "groupby", "limit", "op", NULL};
const ZnTransform zn_transform_pivot = {.key = "pivot", .apply = apply, .members = members};
