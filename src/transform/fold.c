#include "transform/common.h"
#include "transform/registry.h"

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnFieldList fields;
	if (!zn_transform_fields(env, table, definition, "fold", place, &fields) ||
	    !zn_transform_room(env, (double)table->n_rows * (double)fields.n, (double)table->n_cols + 2, place))
		return NULL;
	size_t n = table->n_rows * fields.n;
	size_t *rows = zn_new_n(arena, size_t, n);
	for (size_t i = 0; i < n; i++)
		rows[i] = i / fields.n;
	ZnTable *result = zn_table_select(arena, table, rows, n);
	ZnValue *keys = zn_table_add(arena, result, zn_transform_as(definition, 0, "key"));
	ZnValue *values = zn_table_add(arena, result, zn_transform_as(definition, 1, "value"));
	for (size_t f = 0; f < fields.n; f++) {
		const ZnValue *cells = zn_field_cells(arena, fields.fields[f], table);
		ZnValue name = zn_str(fields.fields[f]->name);
		for (size_t row = 0; row < table->n_rows; row++) {
			keys[row * fields.n + f] = name;
			values[row * fields.n + f] = cells[row];
		}
	}
	return result;
}

static const char *const members[] = {"as", NULL};
const ZnTransform zn_transform_fold = {.key = "fold", .apply = apply, .members = members};
