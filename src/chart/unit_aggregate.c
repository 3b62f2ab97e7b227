/* The aggregation that aggregate functions in the encoding imply. */
#include "chart/pipeline.h"

#include <string.h>

typedef struct Aggregation {
	ZnArray *ops, *groupby;
	ZnValueSet *seen;
	bool any;
} Aggregation;

static void add_groupby(ZnArena *arena, Aggregation *aggregation, const char *column)
{
	bool added;
	zn_value_set_add(aggregation->seen, zn_str(column), &added);
	if (added)
		zn_array_push(arena, aggregation->groupby, zn_str(column));
}

static void add_op(ZnArena *arena, Aggregation *aggregation, const char *op, const char *field, const char *as)
{
	bool added;
	zn_value_set_add(aggregation->seen, zn_strf(arena, "=%s", as), &added);
	if (!added)
		return;
	ZnObject *one = zn_object_new(arena);
	zn_object_set(arena, one, "op", zn_str(op));
	if (field)
		zn_object_set(arena, one, "field", zn_str(field));
	zn_object_set(arena, one, "as", zn_str(as));
	zn_array_push(arena, aggregation->ops, zn_obj(one));
}

static void collect_aggregate(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	Aggregation *aggregation = user;
	ZnArena *arena = inst->chart->context->arena;
	if (def->aggregate) {
		aggregation->any = true;
		if (def->arg_field)
			add_op(arena, aggregation, def->aggregate, def->arg_field, zn_arena_printf(arena, "%s_%s", def->aggregate, def->arg_field));
		else
			add_op(arena, aggregation, def->aggregate, def->field, zn_channel_def_column(arena, def, NULL));
		if (zn_is_string(zn_get(def->scale, "domain"), "unaggregated") || zn_is_true(zn_get2(inst->view->config, "scale", "useUnaggregatedDomain"))) {
			add_op(arena, aggregation, "min", def->field, zn_arena_printf(arena, "min_%s", def->field));
			add_op(arena, aggregation, "max", def->field, zn_arena_printf(arena, "max_%s", def->field));
		}
		return;
	}
	add_groupby(arena, aggregation, zn_channel_def_column(arena, def, NULL));
	if (def->bin == ZN_BIN_BINNING) {
		add_groupby(arena, aggregation, zn_channel_def_column(arena, def, "end"));
		if (zn_needs_bin_range(inst, def))
			add_groupby(arena, aggregation, zn_channel_def_column(arena, def, "range"));
	} else if (def->has_time_unit) {
		for (const char *const *suffix = (const char *const[]){"end", "offsetted_rect_start", "offsetted_rect_end", NULL}; *suffix; suffix++) {
			const char *column = zn_channel_def_column(arena, def, *suffix);
			if (inst->raw && zn_table_find(inst->raw, column) >= 0)
				add_groupby(arena, aggregation, column);
		}
	}
	if (zn_is_arr(def->sort))
		add_groupby(arena, aggregation, zn_arena_printf(arena, "%s_%s_sort_index", zn_channel_info(def->channel)->name, zn_channel_def_column(arena, def, NULL)));
}

const ZnTable *zn_unit_aggregate(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	Aggregation aggregation = {zn_array_new(arena, 8), zn_array_new(arena, 8), zn_value_set_new(arena), false};
	zn_each_field(inst, collect_aggregate, &aggregation);
	if (!aggregation.any)
		return table;
	for (size_t i = 0; inst->facet_columns && i < inst->facet_columns->n; i++)
		add_groupby(arena, &aggregation, inst->facet_columns->items[i].str);
	ZnObject *definition = zn_object_new(arena);
	zn_object_set(arena, definition, "aggregate", zn_arr(aggregation.ops));
	zn_object_set(arena, definition, "groupby", zn_arr(aggregation.groupby));
	return zn_unit_apply(inst, table, definition, inst->view->pointer);
}
