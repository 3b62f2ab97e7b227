#include "transform/common.h"
#include "transform/registry.h"

static size_t longest(const ZnValue **cells, size_t n_fields, size_t row)
{
	size_t length = 0;
	for (size_t f = 0; f < n_fields; f++)
		if (zn_is_arr(cells[f][row]))
			length = MAX(length, zn_len(cells[f][row]));
	return length;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnFieldList fields;
	if (!zn_transform_fields(env, table, definition, "flatten", place, &fields))
		return NULL;
	const ZnValue **cells = zn_new_n(arena, const ZnValue *, fields.n);
	for (size_t f = 0; f < fields.n; f++)
		cells[f] = zn_field_cells(arena, fields.fields[f], table);
	double total = 0;
	for (size_t row = 0; row < table->n_rows; row++)
		total += (double)longest(cells, fields.n, row);
	if (!zn_transform_room(env, total, (double)(table->n_cols + fields.n), place))
		return NULL;
	size_t n = 0, *rows = zn_new_n(arena, size_t, (size_t)total);
	for (size_t row = 0; row < table->n_rows; row++)
		for (size_t k = longest(cells, fields.n, row); k > 0; k--)
			rows[n++] = row;
	ZnTable *result = zn_table_select(arena, table, rows, n);
	for (size_t f = 0; f < fields.n; f++) {
		ZnValue *out = zn_table_add(arena, result, zn_transform_as(definition, f, fields.fields[f]->name));
		for (size_t i = 0, k = 0; i < n; i++) {
			k = i > 0 && rows[i] == rows[i - 1] ? k + 1 : 0;
			ZnValue item = zn_at(cells[f][rows[i]], k);
			out[i] = zn_is_nullish(item) ? zn_null() : item;
		}
	}
	return result;
}

static const char *const members[] = {"as", NULL};
const ZnTransform zn_transform_flatten = {.key = "flatten", .apply = apply, .members = members};
