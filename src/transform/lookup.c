#include "transform/common.h"
#include "transform/dates.h"
#include "transform/registry.h"

/* The rows of the other table by the text of their key, as in Vega: 1 and "1" are the same key; the last one counts. */
typedef struct Index {
	ZnArena *arena;
	ZnValueSet *keys;
	size_t *rows;
} Index;

static ZnValue key_text(ZnArena *arena, ZnValue key)
{
	return zn_is_str(key) ? key : zn_str(zn_to_str(arena, key));
}

static Index make_index(ZnArena *arena, const ZnTable *other, const ZnField *key)
{
	Index index = {.arena = arena, .keys = zn_value_set_new(arena), .rows = zn_new_n(arena, size_t, other->n_rows)};
	const ZnValue *cells = zn_field_cells(arena, key, other);
	for (size_t row = 0; row < other->n_rows; row++)
		index.rows[zn_value_set_add(index.keys, key_text(arena, cells[row]), NULL)] = row;
	return index;
}

/* The row of each of `cells`; SIZE_MAX = none. */
static size_t *match(const Index *index, const ZnValue *cells, size_t n)
{
	size_t *rows = zn_new_n(index->arena, size_t, n), found;
	for (size_t i = 0; i < n; i++)
		rows[i] = zn_value_set_find(index->keys, key_text(index->arena, cells[i]), &found) ? index->rows[found] : SIZE_MAX;
	return rows;
}

static const ZnTable *load_other(ZnTransformEnv *env, ZnValue from, ZnPlace place)
{
	if (zn_has(from, "param")) {
		zn_error(env->context->diags, zn_transform_place(env, place, "param"), NULL, "looking up in a selection is not supported yet");
		return NULL;
	}
	if (!zn_is_obj(zn_get(from, "data"))) {
		zn_error(env->context->diags, place, "for example {\"data\": {\"url\": \"codes.csv\"}, \"key\": \"code\", \"fields\": [\"name\"]}",
		         "a lookup needs other data");
		return NULL;
	}
	return zn_data_load(env->context, zn_transform_place(env, place, "data"), zn_get(from, "data"), NULL, env->datasets, &zn_dates);
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnValue from = zn_get(definition, "from"), fallback = zn_get(definition, "default");
	ZnPlace at = zn_transform_place(env, place, "from");
	ZnField *field = zn_transform_member_field(env, table, definition, "lookup", place);
	const ZnTable *other = field ? load_other(env, from, at) : NULL;
	ZnField *key = other ? zn_transform_member_field(env, other, from, "key", at) : NULL;
	ZnFieldList fields;
	if (!key || !zn_transform_fields(env, other, from, "fields", at, &fields))
		return NULL;
	if (!zn_truthy(fallback)) /* Vega-Lite passes only such a default on */
		fallback = zn_null();
	Index index = make_index(arena, other, key);
	size_t *rows = match(&index, zn_field_cells(arena, field, table), table->n_rows);
	ZnTable *result = zn_table_derive(arena, table);
	for (size_t f = 0; f < fields.n; f++) {
		const ZnValue *cells = zn_field_cells(arena, fields.fields[f], other);
		ZnValue *out = zn_table_add(arena, result, zn_transform_as(definition, f, fields.fields[f]->name));
		for (size_t i = 0; i < table->n_rows; i++)
			out[i] = rows[i] == SIZE_MAX ? fallback : cells[rows[i]];
	}
	if (!zn_has(from, "fields")) { /* the whole row as an object */
		ZnValue *out = zn_table_add(arena, result, zn_transform_as(definition, 0, "_lookup"));
		for (size_t i = 0; i < table->n_rows; i++)
			out[i] = rows[i] == SIZE_MAX ? fallback : zn_table_row(arena, other, rows[i]);
	}
	return result;
}

static const char *const members[] = {"from", "as", "default", NULL};
const ZnTransform zn_transform_lookup = {.key = "lookup", .apply = apply, .members = members};
