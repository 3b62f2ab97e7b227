#include "transform/aggregate_ops.h"
#include "transform/registry.h"

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnFieldList by;
	ZnMeasures measures;
	if (!zn_measures_parse(env, table, definition, "aggregate", place, NULL, &measures) ||
	    !zn_transform_fields(env, table, definition, "groupby", place, &by))
		return NULL;
	if (by.n == 0 && measures.n == 0)
		return table;
	ZnGroups groups = zn_groups_make(arena, table, &by);
	ZnTable *result = zn_table_new(arena, groups.n);
	result->source = table->source;
	zn_groups_columns(arena, table, &by, &groups, result, NULL);
	ZnValue **cells = zn_new_n(arena, ZnValue *, measures.n);
	for (size_t m = 0; m < measures.n; m++)
		cells[m] = zn_table_add(arena, result, measures.items[m].as);
	for (size_t g = 0; g < groups.n; g++) {
		zn_measures_fill(&measures, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g]);
		for (size_t m = 0; m < measures.n; m++)
			cells[m][g] = zn_measure_value(&measures, &measures.items[m]);
	}
	return result;
}

static const char *const members[] = {"groupby", NULL};
const ZnTransform zn_transform_aggregate = {.key = "aggregate", .apply = apply, .members = members};
