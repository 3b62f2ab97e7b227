/* What transforms have in common: reading their definitions, groups of rows, orders of rows. */
#pragma once

#include "base/json.h"
#include "transform/transform.h"

/* --- definitions --- */

typedef struct ZnFieldList {
	size_t n;
	ZnField **fields;
} ZnFieldList;

ZnPlace zn_transform_place(ZnTransformEnv *env, ZnPlace place, const char *key);
ZnPlace zn_transform_place_at(ZnTransformEnv *env, ZnPlace place, const char *key, size_t index);
/* A field of the table; NULL and a report at `place` when `text` is no string or the table (unless it is empty) has no such field. */
ZnField *zn_transform_field(ZnTransformEnv *env, const ZnTable *table, ZnValue text, ZnPlace place);
/* The field that definition[key] names. */
ZnField *zn_transform_member_field(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place);
/* The fields of the array definition[key]; none when it is absent. */
bool zn_transform_fields(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place, ZnFieldList *out);
/* The i-th output name of definition.as (a string or an array), else the fallback. */
const char *zn_transform_as(ZnValue definition, size_t i, const char *fallback);
/* definition[key] as [low, high]; false when absent; reported when it is something else. */
bool zn_transform_pair(ZnTransformEnv *env, ZnValue definition, const char *key, ZnPlace place, double out[2]);
/* One of the words, or -1 and a report with "did you mean". */
int zn_transform_choice(ZnTransformEnv *env, const char *text, const char *const *words, ZnPlace place);
/* Are so many cells allowed? Reports when not. */
bool zn_transform_room(ZnTransformEnv *env, double rows, double columns, ZnPlace place);

/* --- groups --- */

/* Rows with the same values of some fields, in order of first appearance. */
typedef struct ZnGroups {
	size_t n;
	size_t *of_row; /* each row's group */
	size_t *start;  /* n + 1: group g is rows[start[g]] .. rows[start[g + 1] - 1] */
	size_t *rows;   /* in each group in the table's order */
} ZnGroups;

/* Without fields all rows are one group; an empty table has none. */
ZnGroups zn_groups_make(ZnArena *arena, const ZnTable *table, const ZnFieldList *by);
/* Adds the fields' values in each group's first row as columns to a table of one row a group, or, with `group_of` (n_rows of the
 * result), of any rows. */
void zn_groups_columns(ZnArena *arena, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups, ZnTable *result,
                       const size_t *group_of);

/* --- orders --- */

typedef struct ZnOrder {
	size_t n;
	const ZnValue **cells; /* of the n fields */
	int *sign;             /* -1 = descending */
} ZnOrder;

/* definition.sort = [{field, order}, ...] or one of them. */
bool zn_order_parse(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place, ZnOrder *out);
int zn_order_compare(const ZnOrder *order, size_t row_a, size_t row_b);
/* Stable; leaves rows as they are without fields. */
void zn_order_sort(const ZnOrder *order, size_t *rows, size_t n);

/* JavaScript's a < b for numbers, dates, strings. */
bool zn_js_less(ZnValue a, ZnValue b);
/* vega-util toNumber: false for null, undefined and "". */
bool zn_vega_number(ZnValue value, double *out);
