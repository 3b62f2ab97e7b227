#include "transform/aggregate_ops.h"
#include "transform/registry.h"

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnFieldList by;
	ZnMeasures measures;
	if (!zn_measures_parse(env, table, definition, "joinaggregate", place, NULL, &measures) ||
	    !zn_transform_fields(env, table, definition, "groupby", place, &by))
		return NULL;
	ZnGroups groups = zn_groups_make(arena, table, &by);
	ZnTable *result = zn_table_derive(arena, table);
	ZnValue **cells = zn_new_n(arena, ZnValue *, measures.n);
	for (size_t m = 0; m < measures.n; m++)
		cells[m] = zn_table_add(arena, result, measures.items[m].as);
	for (size_t g = 0; g < groups.n; g++) {
		zn_measures_fill(&measures, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g]);
		for (size_t m = 0; m < measures.n; m++) {
			ZnValue value = zn_measure_value(&measures, &measures.items[m]);
			for (size_t i = groups.start[g]; i < groups.start[g + 1]; i++)
				cells[m][groups.rows[i]] = value;
		}
	}
	return result;
}

static const char *const members[] = {"groupby", NULL};
const ZnTransform zn_transform_joinaggregate = {.key = "joinaggregate", .apply = apply, .members = members};
