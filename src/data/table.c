#include "data/table.h"
#include "base/limits.h"

#include <string.h>

ZnTable *zn_table_new(ZnArena *arena, size_t n_rows)
{
	ZnTable *table = zn_new(arena, ZnTable);
	table->n_rows = n_rows;
	return table;
}

ZnTable *zn_table_derive(ZnArena *arena, const ZnTable *table)
{
	ZnTable *copy = zn_new(arena, ZnTable);
	*copy = *table;
	copy->cap_cols = table->n_cols + 4;
	copy->cols = zn_arena_grow(arena, table->cols, table->n_cols * sizeof *table->cols, copy->cap_cols * sizeof *table->cols);
	return copy;
}

ZnTable *zn_table_select(ZnArena *arena, const ZnTable *table, const size_t *rows, size_t n)
{
	ZnTable *result = zn_table_derive(arena, table);
	result->n_rows = n;
	for (size_t c = 0; c < result->n_cols; c++) {
		const ZnValue *from = table->cols[c].cells;
		ZnValue *to = zn_new_n(arena, ZnValue, n);
		for (size_t i = 0; i < n; i++)
			to[i] = from[rows[i]];
		result->cols[c].cells = to;
	}
	if (table->lines) {
		int *lines = zn_new_n(arena, int, n);
		for (size_t i = 0; i < n; i++)
			lines[i] = table->lines[rows[i]];
		result->lines = lines;
	}
	return result;
}

void zn_table_put(ZnArena *arena, ZnTable *table, const char *name, ZnValue *cells)
{
	int at = zn_table_find(table, name);
	if (at >= 0) {
		table->cols[at].cells = cells;
		return;
	}
	zn_table_append(arena, table, name, cells);
}

void zn_table_append(ZnArena *arena, ZnTable *table, const char *name, ZnValue *cells)
{
	ZnColumn column = {.name = name, .cells = cells};
	zn_push(arena, table->cols, table->n_cols, table->cap_cols, column);
}

ZnValue *zn_table_add(ZnArena *arena, ZnTable *table, const char *name)
{
	ZnValue *cells = zn_new_n(arena, ZnValue, table->n_rows);
	zn_table_put(arena, table, name, cells);
	return cells;
}

int zn_table_find(const ZnTable *table, const char *name)
{
	for (size_t c = 0; c < table->n_cols; c++)
		if (table->cols[c].name == name || !strcmp(table->cols[c].name, name))
			return (int)c;
	return -1;
}

const char *const *zn_table_names(ZnArena *arena, const ZnTable *table)
{
	const char **names = zn_new_n(arena, const char *, table->n_cols + 1);
	for (size_t c = 0; c < table->n_cols; c++)
		names[c] = table->cols[c].name;
	return names;
}

/* --- from values --- */

/* Columns of a table in the making. Rows mostly have the same keys in the same order, so the column after the last one is tried
 * before the map. */
typedef struct Builder {
	ZnArena *arena;
	ZnTable *table;
	GHashTable *columns; /* name -> index + 1 */
	size_t next;
} Builder;

static bool within_limits(size_t n_rows, size_t n_cols)
{
	return n_rows <= ZN_LIMIT_ROWS && n_cols <= ZN_LIMIT_CELLS / MAX(n_rows, 1);
}

/* The cells of a column, made when it is new; NULL beyond the limits. */
static ZnValue *builder_column(Builder *b, const char *key)
{
	ZnTable *table = b->table;
	if (b->next < table->n_cols && !strcmp(table->cols[b->next].name, key))
		return table->cols[b->next++].cells;
	size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(b->columns, key));
	if (!index) {
		if (!within_limits(table->n_rows, table->n_cols + 1))
			return NULL;
		ZnColumn column = {.name = key, .cells = zn_new_n(b->arena, ZnValue, table->n_rows)};
		zn_push(b->arena, table->cols, table->n_cols, table->cap_cols, column);
		index = table->n_cols;
		g_hash_table_insert(b->columns, (void *)key, GSIZE_TO_POINTER(index));
	}
	b->next = index;
	return table->cols[index - 1].cells;
}

static bool builder_set(Builder *b, size_t row, const char *key, ZnValue value)
{
	ZnValue *cells = builder_column(b, key);
	if (!cells)
		return false;
	cells[row] = value;
	return true;
}

static bool builder_row(Builder *b, size_t row, ZnValue value)
{
	b->next = 0;
	if (zn_is_obj(value)) {
		for (size_t i = 0; i < value.obj->n; i++)
			if (!builder_set(b, row, value.obj->members[i].key, value.obj->members[i].value))
				return false;
		return true;
	}
	if (zn_is_arr(value)) { /* an array as a row: its indexes are the columns, as in JavaScript */
		for (size_t i = 0; i < value.arr->n; i++)
			if (!builder_set(b, row, zn_arena_printf(b->arena, "%zu", i), value.arr->items[i]))
				return false;
		return true;
	}
	return builder_set(b, row, "data", value);
}

ZnTable *zn_table_from_values(ZnArena *arena, ZnValue rows)
{
	bool many = zn_is_arr(rows);
	size_t n = many ? rows.arr->n : zn_is_undefined(rows) ? 0 : 1;
	if (!within_limits(n, 0))
		return NULL;
	g_autoptr(GHashTable) columns = g_hash_table_new(g_str_hash, g_str_equal);
	Builder b = {.arena = arena, .table = zn_table_new(arena, n), .columns = columns};
	for (size_t i = 0; i < n; i++)
		if (!builder_row(&b, i, many ? rows.arr->items[i] : rows))
			return NULL;
	return b.table;
}

ZnValue zn_table_row(ZnArena *arena, const ZnTable *table, size_t row)
{
	ZnObject *object = zn_object_new(arena);
	for (size_t c = 0; c < table->n_cols; c++) {
		ZnValue value = table->cols[c].cells[row];
		if (!zn_is_undefined(value))
			zn_object_set(arena, object, table->cols[c].name, value);
	}
	return zn_obj(object);
}
