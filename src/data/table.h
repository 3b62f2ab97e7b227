/* Tables: named columns of equal length. What readers make, transforms turn into other tables, and marks draw.
 *
 * A table does not change once it is shared; a transform that adds a column makes a new table whose other columns are the
 * same cell arrays. Cells are ZnValues; what a row lacks is undefined. */
#pragma once

#include "base/value.h"

typedef struct ZnColumn {
	const char *name;
	ZnValue *cells; /* n_rows of them */
} ZnColumn;

typedef struct ZnTable {
	size_t n_rows, n_cols, cap_cols;
	ZnColumn *cols;
	const char *source; /* file or name for diagnostics; NULL = inline */
	const int *lines;   /* each row's line in the source; NULL = not known */
} ZnTable;

ZnTable *zn_table_new(ZnArena *arena, size_t n_rows);
/* A table with the same columns (cells shared), to which columns can be added. */
ZnTable *zn_table_derive(ZnArena *arena, const ZnTable *table);
/* The rows of `table` named in `rows`, in that order. */
ZnTable *zn_table_select(ZnArena *arena, const ZnTable *table, const size_t *rows, size_t n);
/* Adds a column, or replaces the one of that name, with n_rows fresh undefined cells, and returns the cells. */
ZnValue *zn_table_add(ZnArena *arena, ZnTable *table, const char *name);
/* The same with cells that are there already. */
void zn_table_put(ZnArena *arena, ZnTable *table, const char *name, ZnValue *cells);
/* The same for a name that is known to be new: takes no look at the columns there are. */
void zn_table_append(ZnArena *arena, ZnTable *table, const char *name, ZnValue *cells);
/* The index of a column, or -1. */
int zn_table_find(const ZnTable *table, const char *name);
/* The columns' names, NULL-ended, for "did you mean". */
const char *const *zn_table_names(ZnArena *arena, const ZnTable *table);
/* An array of objects (or of other values, which become a column "data") -> table; columns in order of first appearance. An object
 * alone is one row. NULL when the table would have more than ZN_LIMIT_ROWS or ZN_LIMIT_CELLS. */
ZnTable *zn_table_from_values(ZnArena *arena, ZnValue rows);
/* One row as an object (undefined cells left out). */
ZnValue zn_table_row(ZnArena *arena, const ZnTable *table, size_t row);

/* A field as Vega-Lite writes it: "a", "a.b", "a[0]", "a['b.c']", "a\\.b". The first part names a column (a column whose name
 * is the whole text wins), the rest looks inside. */
typedef struct ZnField {
	const char *name; /* the text with escapes resolved, as Vega flattens it for output columns: "a.b" */
	const char *column;
	size_t n_rest;
	const char **rest;
} ZnField;
ZnField *zn_field_parse(ZnArena *arena, const char *text); /* never NULL: brackets that do not close stand for themselves */
/* Is there a column that the field can come from? */
bool zn_field_exists(const ZnField *field, const ZnTable *table);
ZnValue zn_field_get(const ZnField *field, const ZnTable *table, size_t row);
/* All rows' values of a field: the column's own cells where the field is one, else fresh ones. Never NULL; a field that does
 * not exist gives undefined cells. */
const ZnValue *zn_field_cells(ZnArena *arena, const ZnField *field, const ZnTable *table);
