/* Invalid values: null and NaN on continuous scales. */
#include "chart/pipeline.h"

#include <math.h>
#include <string.h>

typedef struct Invalid {
	const ZnTable *table;
	bool *keep;
} Invalid;

/* Does a later channel have the same field? Vega-Lite tests one column a field, the last: of mean(a) and a it is a. */
static bool tested_later(const ZnInst *inst, const ZnChannelDef *def)
{
	for (int c = def->channel + 1; c < ZN_N_CHANNELS && def->field; c++) {
		const ZnChannelDef *other = zn_channel_def_data(inst->view->encoding[c]);
		const ZnScaleDef *scale = other && other->is_field ? zn_inst_scale_def(inst, c) : NULL;
		bool tested = scale && !zn_scale_type_discrete(scale->type) && scale->type != ZN_SCALE_BIN_ORDINAL && !zn_channel_def_count(other);
		if (tested && other->field && !strcmp(other->field, def->field) && (other->type == ZN_QUANTITATIVE || other->type == ZN_TEMPORAL))
			return true;
	}
	return false;
}

static void test_invalid(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	Invalid *invalid = user;
	const ZnScaleDef *scale = zn_inst_scale_def(inst, zn_channel_info(def->channel)->main == def->channel ? def->channel : ZN_CH_NONE);
	ZnArena *arena = inst->chart->context->arena;
	if (!scale || zn_scale_type_discrete(scale->type) || scale->type == ZN_SCALE_BIN_ORDINAL || zn_channel_def_count(def))
		return;
	if (!zn_is_undefined(zn_get2(zn_get(inst->view->config, "scale"), "invalid", zn_channel_info(def->channel)->name)))
		return;
	if ((def->type != ZN_QUANTITATIVE && def->type != ZN_TEMPORAL) || tested_later(inst, def))
		return;
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, def, NULL)), invalid->table);
	for (size_t i = 0; i < invalid->table->n_rows; i++)
		invalid->keep[i] &= !zn_is_nullish(cells[i]) && (zn_is_date(cells[i]) || isfinite(zn_to_num(cells[i])));
}

static const ZnTable *filter_invalid(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	Invalid invalid = {table, zn_new_n(arena, bool, MAX(table->n_rows, 1))};
	memset(invalid.keep, true, table->n_rows);
	zn_each_field(inst, test_invalid, &invalid);
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1)), n = 0;
	for (size_t i = 0; i < table->n_rows; i++)
		if (invalid.keep[i])
			rows[n++] = i;
	return n == table->n_rows ? table : zn_table_select(arena, table, rows, n);
}

/* Which rows are drawn and which the domains see (Vega-Lite's "invalid" modes). */
void zn_unit_split_invalid(ZnInst *inst, const ZnTable *table)
{
	ZnValue mode = zn_mark_prop(inst->view, "invalid", NULL);
	bool path = zn_path_mark(inst->view->mark.type);
	bool filter = zn_is_null(mode) ? false : true, show = zn_is_string(mode, "show") || zn_is_null(mode);
	bool break_filter = zn_is_string(mode, "break-paths-filter-domains"), break_show = zn_is_string(mode, "break-paths-show-domains");
	bool break_path_show = zn_is_string(mode, "break-paths-show-path-domains");
	const ZnTable *valid = filter && !show ? filter_invalid(inst, table) : table;
	bool main_all = show || (path && (break_filter || break_show || break_path_show));
	bool domain_all = show || break_show || (path && break_path_show);
	inst->main = main_all ? table : valid;
	inst->domain_data = domain_all ? table : valid;
}
