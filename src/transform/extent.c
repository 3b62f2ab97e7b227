#include "transform/common.h"
#include "transform/registry.h"

#include <math.h>

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnField *field = zn_transform_member_field(env, table, definition, "extent", place);
	const char *param = zn_get_str(definition, "param", NULL);
	if (!param)
		zn_error(env->context->diags, place, NULL, "an extent needs the name of its parameter in “param”");
	if (!field || !param)
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	double low = INFINITY, high = -INFINITY, num;
	for (size_t i = 0; i < table->n_rows; i++)
		if (zn_vega_number(cells[i], &num)) {
			low = num < low ? num : low;
			high = num > high ? num : high;
		}
	ZnArray *extent = zn_array_new(arena, 2);
	zn_array_push(arena, extent, isfinite(low) ? zn_num(low) : zn_undefined());
	zn_array_push(arena, extent, isfinite(high) ? zn_num(high) : zn_undefined());
	if (env->params)
		zn_object_set(arena, env->params, param, zn_arr(extent));
	return table;
}

static const char *const members[] = {"param", NULL};
const ZnTransform zn_transform_extent = {.key = "extent", .apply = apply, .members = members};
