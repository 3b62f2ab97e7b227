#include "transform/aggregate_ops.h"
#include "transform/registry.h"

#include <stdlib.h>
#include <string.h>

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

typedef struct Pivot {
	ZnTransformEnv *env;
	const ZnTable *table;
	const char *op;
	const ZnField *value;
	size_t n_keys;
	ZnValue **columns; /* of the result, one a key */
	ZnValue nothing;   /* the operation's result over no rows */
	size_t *rank;      /* of each row: the place of its key in the order, n_keys when the limit cut it off */
	size_t *end;       /* of each key: where its rows end in `sorted` */
	size_t *sorted;
} Pivot;

/* The columns of the table that comes out, one for each key; keys that read the same share one, the last one's. */
static ZnValue **add_columns(ZnArena *arena, ZnTable *result, const Key *keys, size_t n_keys)
{
	ZnValue **columns = zn_new_n(arena, ZnValue *, n_keys);
	ZnValueSet *names = zn_value_set_new(arena);
	for (size_t c = 0; c < result->n_cols; c++)
		zn_value_set_add(names, zn_str(result->cols[c].name), NULL);
	for (size_t k = 0; k < n_keys; k++) {
		bool added;
		const char *name = zn_to_str(arena, keys[k].value);
		size_t at = zn_value_set_add(names, zn_str(name), &added);
		if (added)
			zn_table_append(arena, result, name, zn_new_n(arena, ZnValue, result->n_rows));
		columns[k] = result->cols[at].cells;
	}
	return columns;
}

/* Fills one row of the result. The rows of its group are sorted by key, by counting; keys it has no row of need no work. */
static void fill_row(Pivot *pivot, const size_t *rows, size_t n, size_t result_row)
{
	size_t n_keys = pivot->n_keys, *end = pivot->end;
	memset(end, 0, (n_keys + 2) * sizeof *end);
	for (size_t i = 0; i < n; i++)
		end[pivot->rank[rows[i]] + 1]++;
	for (size_t k = 0; k < n_keys; k++)
		end[k + 1] += end[k];
	for (size_t i = 0; i < n; i++)
		pivot->sorted[end[pivot->rank[rows[i]]]++] = rows[i];
	for (size_t k = 0, from = 0; k < n_keys; from = end[k++]) {
		size_t count = end[k] - from;
		pivot->columns[k][result_row] =
		    count ? zn_aggregate_value(pivot->env, pivot->table, pivot->sorted + from, count, pivot->op, pivot->value) : pivot->nothing;
	}
}

/* The place of each row's key among the sorted ones. */
static size_t *rank_rows(ZnArena *arena, const size_t *key_of, size_t n_rows, const Key *keys, size_t n_keys, size_t n_distinct)
{
	size_t *rank_of = zn_new_n(arena, size_t, n_distinct), *rank = zn_new_n(arena, size_t, n_rows);
	for (size_t k = 0; k < n_distinct; k++)
		rank_of[keys[k].index] = MIN(k, n_keys);
	for (size_t row = 0; row < n_rows; row++)
		rank[row] = rank_of[key_of[row]];
	return rank;
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
	Pivot pivot = {.env = env, .table = table, .op = op, .value = value, .n_keys = n_keys};
	pivot.columns = add_columns(arena, result, keys, n_keys);
	pivot.nothing = zn_aggregate_value(env, table, NULL, 0, op, value);
	pivot.rank = rank_rows(arena, key_of, table->n_rows, keys, n_keys, zn_value_set_values(distinct)->n);
	pivot.end = zn_new_n(arena, size_t, n_keys + 2);
	pivot.sorted = zn_new_n(arena, size_t, table->n_rows);
	for (size_t g = 0; g < groups.n; g++)
		fill_row(&pivot, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g], g);
	return result;
}

static const char *const members[] = {"value", "groupby", "limit", "op", NULL};
const ZnTransform zn_transform_pivot = {.key = "pivot", .apply = apply, .members = members};
