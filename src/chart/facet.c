/* The cells of facets: distinct values of row, column and facet fields in order, and the rows of each. */
#include "chart/pipeline.h"

#include <string.h>

typedef struct SortKey { ZnValue key, value; size_t first; } SortKey;

static int compare_keys(const void *a, const void *b, void *user)
{
	const SortKey *x = a, *y = b;
	int order = zn_compare(x->key, y->key);
	return order ? order * *(int *)user : x->first < y->first ? -1 : 1;
}

/* The distinct values of a facet field in the order of its headers. */
static ZnValue *facet_values(ZnInst *inst, const ZnChannelDef *def, const ZnTable *table, size_t *n)
{
	ZnArena *arena = inst->chart->context->arena;
	const char *column = zn_channel_def_column(arena, def, def->bin == ZN_BIN_BINNING ? "range" : NULL);
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, column), table);
	ZnValueSet *set = zn_value_set_new(arena);
	size_t *index = zn_new_n(arena, size_t, MAX(table->n_rows, 1));
	for (size_t i = 0; i < table->n_rows; i++)
		index[i] = zn_value_set_add(set, cells[i], NULL);
	const ZnArray *values = zn_value_set_values(set);
	*n = values->n;
	SortKey *keys = zn_new_n(arena, SortKey, MAX(values->n, 1));
	const char *sort_column = NULL, *op = "min";
	int direction = zn_is_string(def->sort, "descending") || zn_is_string(zn_get(def->sort, "order"), "descending") ? -1 : 1;
	if (zn_is_arr(def->sort)) {
		sort_column = zn_arena_printf(arena, "%s_%s_sort_index", zn_channel_info(def->channel)->name, zn_channel_def_column(arena, def, NULL));
	} else if (zn_is_obj(def->sort)) {
		sort_column = zn_get_str(def->sort, "field", NULL);
		op = zn_get_str(def->sort, "op", zn_has(def->sort, "field") ? "mean" : "count");
	} else if (def->bin == ZN_BIN_BINNING) {
		sort_column = zn_channel_def_column(arena, def, NULL);
	}
	ZnExprEnv expr = zn_inst_env(inst);
	ZnTransformEnv env = zn_inst_transform_env(inst, &expr);
	const ZnField *field = sort_column ? zn_field_parse(arena, sort_column) : NULL;
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1));
	for (size_t v = 0; v < values->n; v++) {
		keys[v] = (SortKey){values->items[v], values->items[v], v};
		if (!field && !zn_is_obj(def->sort))
			continue;
		size_t m = 0;
		for (size_t i = 0; i < table->n_rows; i++)
			if (index[i] == v)
				rows[m++] = i;
		keys[v].key = zn_aggregate_value(&env, table, rows, m, op, field);
	}
	g_qsort_with_data(keys, (int)values->n, sizeof *keys, compare_keys, &direction);
	ZnValue *out = zn_new_n(arena, ZnValue, MAX(values->n, 1));
	for (size_t v = 0; v < values->n; v++)
		out[v] = keys[v].value;
	return out;
}

static const ZnTable *rows_equal(ZnInst *inst, const ZnTable *table, const ZnChannelDef *const defs[2], const ZnValue values[2])
{
	ZnArena *arena = inst->chart->context->arena;
	const ZnValue *cells[2] = {NULL, NULL};
	for (int k = 0; k < 2; k++)
		if (defs[k])
			cells[k] = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, defs[k], defs[k]->bin == ZN_BIN_BINNING ? "range" : NULL)), table);
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1)), n = 0;
	for (size_t i = 0; i < table->n_rows; i++)
		if ((!cells[0] || zn_same(cells[0][i], values[0])) && (!cells[1] || zn_same(cells[1][i], values[1])))
			rows[n++] = i;
	return zn_table_select(arena, table, rows, n);
}

static void facet_defs(const ZnInst *facet, const ZnChannelDef *defs[2])
{
	const ZnChannelDef *wrap = facet->view->encoding[ZN_CH_FACET];
	defs[0] = facet->view->encoding[ZN_CH_ROW];
	defs[1] = wrap ? wrap : facet->view->encoding[ZN_CH_COLUMN];
}

const ZnTable *zn_facet_cell_rows(ZnInst *cell, const ZnTable *table)
{
	const ZnChannelDef *defs[2];
	facet_defs(cell->parent, defs);
	return rows_equal(cell, table, defs, cell->cell_value);
}

/* --- cells together --- */

/* Does a step of the unit depend on rows of other cells? Missing keys are imputed over all, stacks are centred on the highest of all, and
 * confidence intervals take their random numbers in the order of all groups. */
static bool looks_beyond_cell(const ZnView *unit)
{
	if (unit->stack.offset != ZN_STACK_NONE && (unit->stack.impute || unit->stack.offset == ZN_STACK_CENTER))
		return true;
	for (int c = 0; c < ZN_N_CHANNELS; c++) {
		const ZnChannelDef *def = zn_channel_def_data(unit->encoding[c]);
		if (def && def->aggregate && g_str_has_prefix(def->aggregate, "ci"))
			return true;
	}
	for (size_t i = 0; i < zn_len(unit->transforms); i++) {
		ZnValue ops = zn_get(zn_at(unit->transforms, i), "aggregate");
		for (size_t k = 0; zn_is_arr(ops) && k < zn_len(ops); k++)
			if (g_str_has_prefix(zn_get_str(zn_at(ops, k), "op", ""), "ci"))
				return true;
	}
	return false;
}

static bool aggregates(const ZnView *unit)
{
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = unit->encoding[c]; def; def = def->next)
			if (zn_channel_def_data(def) && zn_channel_def_data(def)->aggregate)
				return true;
	for (size_t i = 0; i < zn_len(unit->transforms); i++)
		if (zn_has(zn_at(unit->transforms, i), "aggregate"))
			return true;
	return false;
}

/* Can the unit's steps run over all cells at once (Vega-Lite's moveFacetDown)? An aggregation would lose the field that headers are sorted by. */
static bool can_join(const ZnInst *facet, const ZnView *unit)
{
	static const char *const simple[] = {"filter", "calculate", "aggregate", "joinaggregate", "window", "stack", "timeUnit", "bin"};
	const ZnChannelDef *defs[2];
	facet_defs(facet, defs);
	for (size_t i = 0; i < zn_len(unit->transforms); i++) {
		bool known = false;
		for (size_t k = 0; k < G_N_ELEMENTS(simple); k++)
			known |= zn_has(zn_at(unit->transforms, i), simple[k]);
		if (!known)
			return false;
	}
	for (int k = 0; k < 2; k++)
		if (defs[k] && zn_is_obj(defs[k]->sort) && aggregates(unit))
			return false;
	return unit->kind == ZN_VIEW_UNIT && zn_is_undefined(unit->data) && looks_beyond_cell(unit);
}

static bool join_cells(ZnInst *facet, const ZnTable *table)
{
	ZnArena *arena = facet->chart->context->arena;
	const ZnView *unit = facet->view->children[0];
	const ZnChannelDef *defs[2];
	if (!can_join(facet, unit))
		return true;
	facet_defs(facet, defs);
	ZnInst *all = zn_inst_new(facet, unit);
	all->bins = facet->child_bins;
	all->facet_columns = zn_array_new(arena, 4);
	for (int k = 0; k < 2; k++)
		if (defs[k]) {
			bool binned = defs[k]->bin == ZN_BIN_BINNING;
			zn_array_push(arena, all->facet_columns, zn_str(zn_channel_def_column(arena, defs[k], binned ? "range" : NULL)));
			if (binned)
				zn_array_push(arena, all->facet_columns, zn_str(zn_channel_def_column(arena, defs[k], NULL)));
		}
	table = zn_own_transforms(all, table);
	if (!table || !zn_check_fields(all, table))
		return false;
	all->source = zn_parse_derived(all, table);
	const ZnTable *joint = zn_unit_steps(all);
	facet->joint_source = all->source;
	facet->joint_raw = all->raw;
	facet->joint = joint;
	return joint != NULL;
}

static bool add_cell(ZnInst *facet, const ZnTable *table, size_t row, size_t column, const ZnChannelDef *const defs[2], const ZnValue values[2])
{
	ZnArena *arena = facet->chart->context->arena;
	const ZnTable *rows = rows_equal(facet, table, defs, values);
	if (!rows->n_rows && !(defs[0] && defs[1]))
		return true; /* only rows crossed with columns have empty cells */
	ZnInst *cell = zn_inst_new(facet, facet->view->children[0]);
	cell->cell_row = row;
	cell->cell_column = column;
	cell->cell_index = facet->n_children;
	cell->empty_cell = !rows->n_rows;
	cell->cell_value[0] = values[0];
	cell->cell_value[1] = values[1];
	size_t cap = facet->n_children; /* exact growth: facets are small */
	facet->children = zn_arena_grow(arena, facet->children, facet->n_children * sizeof(ZnInst *), (cap + 1) * sizeof(ZnInst *));
	facet->children[facet->n_children++] = cell;
	return zn_pipeline_view(cell, rows);
}

/* Bins are those of all rows, not of each cell: those of the units below are found first, and the cells reuse them. */
static const ZnTable *hoist_bins_of(ZnInst *facet, const ZnView *view, const ZnTable *table)
{
	if (!table || !zn_is_undefined(view->data) || zn_len(view->transforms))
		return table;
	if (view->kind == ZN_VIEW_UNIT) {
		ZnInst *all = zn_inst_new(facet, view);
		all->bins = facet->child_bins;
		zn_each_field(all, zn_unit_bins, &table);
	}
	for (size_t i = 0; i < view->n_children; i++)
		table = hoist_bins_of(facet, view->children[i], table);
	return table;
}

static const ZnTable *hoist_bins(ZnInst *facet, const ZnTable *table)
{
	facet->child_bins = zn_object_new(facet->chart->context->arena);
	return hoist_bins_of(facet, facet->view->children[0], table);
}

static bool has_rows(const ZnInst *cell)
{
	return cell->view->kind != ZN_VIEW_UNIT || (cell->main && cell->main->n_rows);
}

/* Rows and columns of which nothing is left (all their values were invalid) have no headers and no cells. */
static void drop_empty(ZnInst *facet)
{
	if (facet->view->children[0]->kind != ZN_VIEW_UNIT)
		return;
	ZnArena *arena = facet->chart->context->arena;
	bool *row = zn_new_n(arena, bool, facet->n_rows), *column = zn_new_n(arena, bool, facet->n_columns);
	for (size_t i = 0; i < facet->n_children; i++)
		if (has_rows(facet->children[i]))
			row[facet->children[i]->cell_row] = column[facet->children[i]->cell_column] = true;
	size_t *new_row = zn_new_n(arena, size_t, facet->n_rows), *new_column = zn_new_n(arena, size_t, facet->n_columns);
	size_t n_rows = 0, n_columns = 0, n = 0;
	for (size_t r = 0; r < facet->n_rows; r++)
		if (row[r]) {
			if (facet->row_values)
				facet->row_values[n_rows] = facet->row_values[r];
			new_row[r] = n_rows++;
		}
	for (size_t c = 0; c < facet->n_columns; c++)
		if (column[c]) {
			if (facet->column_values)
				facet->column_values[n_columns] = facet->column_values[c];
			new_column[c] = n_columns++;
		}
	for (size_t i = 0; i < facet->n_children; i++) {
		ZnInst *cell = facet->children[i];
		if (!row[cell->cell_row] || !column[cell->cell_column])
			continue;
		cell->cell_row = new_row[cell->cell_row];
		cell->cell_column = new_column[cell->cell_column];
		cell->cell_index = n;
		facet->children[n++] = cell;
	}
	facet->n_children = n;
	facet->n_rows = n_rows;
	facet->n_columns = n_columns;
}

bool zn_facet_run(ZnInst *inst)
{
	const ZnTable *table = zn_unit_prepare(inst, inst->source);
	if (!table || !inst->view->n_children)
		return false;
	inst->raw = inst->main = table = hoist_bins(inst, table);
	if (!table)
		return false;
	const ZnChannelDef *defs[2];
	facet_defs(inst, defs);
	const ZnChannelDef *row = defs[0], *column = defs[1];
	if (!join_cells(inst, table)) {
		inst->chart->failed = true;
		return false;
	}
	size_t n_rows = 1, n_columns = 1;
	ZnValue none = zn_undefined();
	ZnValue *rows = row ? facet_values(inst, row, table, &n_rows) : &none;
	ZnValue *columns = column ? facet_values(inst, column, table, &n_columns) : &none;
	if (n_rows * n_columns > 10000) {
		zn_error(inst->chart->context->diags, zn_inst_place(inst, NULL), "facet by a field with fewer values", "%zu facet cells are too many", n_rows * n_columns);
		return false;
	}
	inst->n_rows = n_rows;
	inst->n_columns = n_columns;
	inst->row_values = row ? rows : NULL;
	inst->column_values = column ? columns : NULL;
	for (size_t r = 0; r < n_rows; r++)
		for (size_t c = 0; c < n_columns; c++)
			if (!add_cell(inst, table, r, c, (const ZnChannelDef *const[]){row, column}, (const ZnValue[]){rows[row ? r : 0], columns[column ? c : 0]}))
				return false;
	drop_empty(inst);
	return true;
}
