/* The data of every view: loading, the spec's transforms, then those that the encodings imply (bin, timeUnit, aggregate, impute, stack), in
 * Vega-Lite's order. */
#include "chart/pipeline.h"
#include "chart/selection.h"

#include "base/json.h"
#include "chart/geo.h"
#include "transform/dates.h"

const ZnTable *zn_unit_apply(ZnInst *inst, const ZnTable *table, ZnObject *definition, const char *pointer)
{
	ZnExprEnv expr = zn_inst_env(inst);
	ZnTransformEnv env = zn_inst_transform_env(inst, &expr);
	const ZnTable *result = table ? zn_transform_apply(&env, table, zn_obj(definition), zn_inst_place(inst, pointer)) : NULL;
	if (!result)
		inst->chart->failed = true;
	return result;
}

void zn_each_field(ZnInst *inst, ZnEachDef fn, void *user)
{
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = inst->view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (data && data->is_field)
				fn(inst, data, user);
		}
}

ZnInst *zn_inst_new(ZnInst *parent, const ZnView *view)
{
	ZnArena *arena = parent->chart->context->arena;
	ZnInst *inst = zn_new(arena, ZnInst);
	inst->chart = parent->chart;
	inst->parent = parent;
	inst->view = view;
	inst->signals = zn_object_new(arena);
	for (const ZnInst *above = parent; above && !inst->bins; above = above->parent)
		inst->bins = above->child_bins;
	if (!inst->bins)
		inst->bins = zn_object_new(arena);
	return inst;
}

const ZnTable *zn_unit_steps(ZnInst *inst)
{
	const ZnTable *table = inst->raw = zn_unit_prepare(inst, zn_geo_filter(inst, inst->source));
	if (table)
		table = zn_unit_aggregate(inst, table);
	if (table)
		table = zn_unit_impute(inst, table);
	return table ? zn_unit_stack(inst, table) : NULL;
}

static bool in_joint_cell(const ZnInst *inst)
{
	return inst->parent && inst->parent->joint;
}

static void run_unit(ZnInst *inst)
{
	const ZnTable *table;
	if (in_joint_cell(inst)) {
		inst->raw = zn_facet_cell_rows(inst, inst->parent->joint_raw);
		table = zn_facet_cell_rows(inst, inst->parent->joint);
	} else {
		table = zn_unit_steps(inst);
	}
	if (table)
		zn_unit_split_invalid(inst, table);
	if (inst->main)
		inst->main = zn_first_frame(inst, inst->main);
}

static const ZnTable *load(ZnInst *inst)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnObject *parse = zn_object_new(arena);
	zn_view_parses(inst, inst->view, parse);
	return zn_data_load(inst->chart->context, zn_inst_place(inst, zn_json_pointer(arena, inst->view->pointer, "data")), inst->view->data, parse,
						inst->chart->datasets, &zn_dates);
}

/* Groups of the cells together are those of each cell (Vega-Lite's addDimensions). */
static ZnObject *with_facet_columns(const ZnInst *inst, ZnObject *transform)
{
	static const char *const grouping[] = {"aggregate", "joinaggregate", "window", "stack"};
	ZnArena *arena = inst->chart->context->arena;
	bool groups = false;
	for (size_t i = 0; i < G_N_ELEMENTS(grouping); i++)
		groups |= zn_has(zn_obj(transform), grouping[i]);
	if (!inst->facet_columns || !groups)
		return transform;
	ZnValue own = zn_get(zn_obj(transform), "groupby");
	ZnArray *groupby = zn_array_new(arena, 4);
	for (size_t i = 0; zn_is_arr(own) && i < zn_len(own); i++)
		zn_array_push(arena, groupby, zn_at(own, i));
	for (size_t i = 0; i < inst->facet_columns->n; i++)
		zn_array_push(arena, groupby, inst->facet_columns->items[i]);
	ZnObject *copy = zn_object_copy(arena, transform);
	zn_object_set(arena, copy, "groupby", zn_arr(groupby));
	return copy;
}

const ZnTable *zn_own_transforms(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	const char *pointer = zn_json_pointer(arena, inst->view->pointer, "transform");
	for (size_t i = 0; table && i < zn_len(inst->view->transforms); i++) {
		ZnValue transform = zn_at(inst->view->transforms, i);
		ZnValue param = zn_get2(transform, "filter", "param");
		if (zn_is_str(param) && zn_is_timer(inst->chart, param.str))
			continue; /* the frame of an animation: scales see all frames, so it is cut out after them */
		if (zn_is_obj(transform))
			table = zn_unit_apply(inst, table, with_facet_columns(inst, transform.obj), zn_json_pointer_index(arena, pointer, i));
	}
	return table;
}

bool zn_pipeline_view(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	if (in_joint_cell(inst)) {
		inst->source = zn_facet_cell_rows(inst, inst->parent->joint_source);
		run_unit(inst);
		return inst->main != NULL;
	}
	if (zn_is_null(inst->view->data)) {
		table = zn_table_new(arena, 1);
	} else if (!zn_is_undefined(inst->view->data)) {
		table = load(inst);
	} else if (!table) {
		table = zn_table_new(arena, 1); /* no data at all: one empty row, as Vega-Lite has for datum and value marks */
	}
	if (table && inst->view->kind == ZN_VIEW_UNIT && inst->parent && inst->parent->view->kind == ZN_VIEW_LAYER)
		zn_each_field(inst, zn_unit_bins, &table); /* layers bin before they filter, so that their bins agree */
	table = table ? zn_own_transforms(inst, table) : NULL;
	if (!table) {
		inst->chart->failed = true;
		return false;
	}
	if ((inst->view->kind == ZN_VIEW_UNIT || inst->view->kind == ZN_VIEW_FACET) && !zn_check_fields(inst, table)) {
		inst->chart->failed = true;
		return false;
	}
	inst->source = zn_parse_derived(inst, table);
	if (inst->view->kind == ZN_VIEW_FACET)
		return zn_facet_run(inst);
	if (inst->view->kind == ZN_VIEW_UNIT) {
		run_unit(inst);
		return inst->main != NULL;
	}
	inst->children = zn_new_n(arena, ZnInst *, MAX(inst->view->n_children, 1));
	bool ok = true;
	for (size_t i = 0; i < inst->view->n_children; i++) {
		ZnInst *child = zn_inst_new(inst, inst->view->children[i]);
		inst->children[inst->n_children++] = child;
		ok = zn_pipeline_view(child, inst->source) && ok;
	}
	return ok;
}

bool zn_pipeline_run(ZnInst *top)
{
	return zn_pipeline_view(top, NULL);
}
