/* The imputation and stacking that the encoding implies. */
#include "chart/pipeline.h"

#include <math.h>
#include <string.h>

/* Groups of an implied impute: the detail fields. */
static ZnArray *detail_columns(ZnInst *inst)
{
	static const ZnChannel channels[] = {ZN_CH_COLOR, ZN_CH_FILL, ZN_CH_STROKE, ZN_CH_OPACITY, ZN_CH_FILL_OPACITY, ZN_CH_STROKE_OPACITY,
										 ZN_CH_STROKE_WIDTH, ZN_CH_STROKE_DASH, ZN_CH_SIZE, ZN_CH_ANGLE, ZN_CH_SHAPE, ZN_CH_DETAIL, ZN_CH_KEY};
	ZnArena *arena = inst->chart->context->arena;
	ZnArray *columns = zn_array_new(arena, 4);
	for (size_t c = 0; c < G_N_ELEMENTS(channels); c++)
		for (const ZnChannelDef *def = inst->view->encoding[channels[c]]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (data && data->is_field && !data->aggregate)
				zn_array_push(arena, columns, zn_str(zn_channel_def_column(arena, data, NULL)));
		}
	return columns;
}

/* {"y": {"impute": {...}}}: the key is the other position. */
const ZnTable *zn_unit_impute(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	const ZnChannelDef *x = inst->view->encoding[ZN_CH_X], *y = inst->view->encoding[ZN_CH_Y];
	const ZnChannelDef *imputed = x && zn_is_obj(x->impute) ? x : y && zn_is_obj(y->impute) ? y : NULL;
	const ZnChannelDef *key = imputed == x ? y : x;
	if (!imputed || !key || !key->is_field)
		return table;
	ZnObject *definition = zn_object_copy(arena, imputed->impute.obj);
	zn_object_set(arena, definition, "impute", zn_str(zn_channel_def_column(arena, imputed, NULL)));
	zn_object_set(arena, definition, "key", zn_str(zn_channel_def_column(arena, key, NULL)));
	zn_object_set(arena, definition, "groupby", zn_arr(detail_columns(inst)));
	return zn_unit_apply(inst, table, definition, imputed->pointer);
}

/* The middle of each bin, as the key of an impute. */
static const ZnTable *add_bin_mid(ZnInst *inst, const ZnTable *table, const ZnChannelDef *def)
{
	ZnArena *arena = inst->chart->context->arena;
	const ZnValue *start = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, def, NULL)), table);
	const ZnValue *end = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, def, "end")), table);
	double f = zn_is_num(def->band_position) ? def->band_position.num : 0.5;
	ZnTable *out = zn_table_derive(arena, table);
	ZnValue *mid = zn_table_add(arena, out, zn_channel_def_column(arena, def, "mid"));
	for (size_t i = 0; i < out->n_rows; i++) {
		double s = zn_to_num(start[i]);
		mid[i] = zn_is_nullish(start[i]) || !isfinite(s) ? start[i] : zn_num(f * s + (1 - f) * zn_to_num(end[i]));
	}
	return out;
}

static ZnArray *stack_by_columns(ZnInst *inst)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnArray *by = zn_array_new(arena, 4);
	for (size_t i = 0; i < inst->view->stack.n_by; i++)
		zn_array_push(arena, by, zn_str(zn_channel_def_column(arena, inst->view->stack.by[i], NULL)));
	return by;
}

static const ZnTable *impute_for_stack(ZnInst *inst, const ZnTable *table, ZnArray *by)
{
	const ZnStackProps *stack = &inst->view->stack;
	ZnArena *arena = inst->chart->context->arena;
	for (size_t i = 0; i < stack->n_groupby && table; i++) {
		const ZnChannelDef *dimension = zn_channel_def_data(inst->view->encoding[stack->groupby_channels[i]]);
		if (dimension->bin == ZN_BIN_BINNING)
			table = add_bin_mid(inst, table, dimension);
		ZnObject *definition = zn_object_new(arena);
		zn_object_set(arena, definition, "impute", zn_str(zn_channel_def_column(arena, inst->view->encoding[stack->field_channel], NULL)));
		zn_object_set(arena, definition, "key", zn_str(zn_channel_def_column(arena, dimension, dimension->bin == ZN_BIN_BINNING ? "mid" : NULL)));
		zn_object_set(arena, definition, "groupby", zn_arr(by));
		zn_object_set(arena, definition, "method", zn_str("value"));
		zn_object_set(arena, definition, "value", zn_num(0));
		table = zn_unit_apply(inst, table, definition, dimension->pointer);
	}
	return table;
}

static ZnArray *stack_sort(ZnInst *inst, const ZnArray *by)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnArray *sort = zn_array_new(arena, 4);
	const ZnChannelDef *order = inst->view->encoding[ZN_CH_ORDER];
	const char *direction = inst->view->stack.field_channel == ZN_CH_Y ? "descending" : "ascending";
	ZnValueSet *seen = zn_value_set_new(arena);
	if (order && order->is_field) {
		for (; order; order = order->next) {
			ZnObject *one = zn_object_new(arena);
			zn_object_set(arena, one, "field", zn_str(zn_channel_def_column(arena, order, NULL)));
			zn_object_set(arena, one, "order", zn_is_str(order->sort) ? order->sort : zn_str("ascending"));
			zn_array_push(arena, sort, zn_obj(one));
		}
		return sort;
	}
	if (order && zn_is_str(order->sort))
		direction = order->sort.str;
	for (size_t i = 0; i < by->n; i++) {
		bool added;
		zn_value_set_add(seen, by->items[i], &added);
		if (!added)
			continue;
		ZnObject *one = zn_object_new(arena);
		zn_object_set(arena, one, "field", by->items[i]);
		zn_object_set(arena, one, "order", zn_str(direction));
		zn_array_push(arena, sort, zn_obj(one));
	}
	return sort;
}

const ZnTable *zn_unit_stack(ZnInst *inst, const ZnTable *table)
{
	static const char *const offsets[] = {[ZN_STACK_ZERO] = "zero", [ZN_STACK_CENTER] = "center", [ZN_STACK_NORMALIZE] = "normalize"};
	const ZnStackProps *props = &inst->view->stack;
	ZnArena *arena = inst->chart->context->arena;
	if (props->offset == ZN_STACK_NONE)
		return table;
	ZnArray *by = stack_by_columns(inst);
	if (props->impute)
		table = impute_for_stack(inst, table, by);
	const ZnChannelDef *stacked = inst->view->encoding[props->field_channel];
	ZnArray *groupby = zn_array_new(arena, 4), *as = zn_array_new(arena, 2);
	for (size_t i = 0; i < props->n_groupby; i++) {
		const ZnChannelDef *dimension = zn_channel_def_data(inst->view->encoding[props->groupby_channels[i]]);
		bool mid = props->impute && dimension->bin == ZN_BIN_BINNING;
		zn_array_push(arena, groupby, zn_str(zn_channel_def_column(arena, dimension, mid ? "mid" : NULL)));
		if (dimension->bin == ZN_BIN_BINNING && !mid)
			zn_array_push(arena, groupby, zn_str(zn_channel_def_column(arena, dimension, "end")));
	}
	for (size_t i = 0; inst->facet_columns && i < inst->facet_columns->n; i++)
		zn_array_push(arena, groupby, inst->facet_columns->items[i]);
	zn_array_push(arena, as, zn_str(zn_channel_def_column(arena, stacked, "start")));
	zn_array_push(arena, as, zn_str(zn_channel_def_column(arena, stacked, "end")));
	ZnObject *definition = zn_object_new(arena);
	zn_object_set(arena, definition, "stack", zn_str(zn_channel_def_column(arena, stacked, NULL)));
	zn_object_set(arena, definition, "groupby", zn_arr(groupby));
	zn_object_set(arena, definition, "sort", zn_arr(stack_sort(inst, by)));
	zn_object_set(arena, definition, "offset", zn_str(offsets[props->offset]));
	zn_object_set(arena, definition, "as", zn_arr(as));
	return table ? zn_unit_apply(inst, table, definition, stacked->pointer) : NULL;
}
