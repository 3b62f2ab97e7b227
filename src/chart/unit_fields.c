/* Columns that single channels imply: bins, time units, places in a sort list. */
#include "chart/guide_comp.h"
#include "chart/pipeline.h"

#include <math.h>
#include <string.h>

/* A binned field whose labels are ranges: ordinal scales, texts and the like. */
bool zn_needs_bin_range(const ZnInst *inst, const ZnChannelDef *def)
{
	const ZnScaleDef *scale = zn_inst_scale_def(inst, def->channel);
	ZnChannel c = def->channel;
	if (c == ZN_CH_ROW || c == ZN_CH_COLUMN || c == ZN_CH_FACET || c == ZN_CH_TEXT || c == ZN_CH_TOOLTIP || c == ZN_CH_HREF || c == ZN_CH_DETAIL)
		return true;
	return def->type == ZN_ORDINAL || def->type == ZN_NOMINAL || (scale && zn_scale_type_discrete(scale->type));
}

static void add_bin_range(ZnInst *inst, const ZnChannelDef *def, const ZnTable **table)
{
	ZnContext *context = inst->chart->context;
	const char *name = zn_channel_def_column(context->arena, def, "range");
	if (zn_table_find(*table, name) >= 0)
		return;
	const ZnValue *start = zn_field_cells(context->arena, zn_field_parse(context->arena, zn_channel_def_column(context->arena, def, NULL)), *table);
	const ZnValue *end = zn_field_cells(context->arena, zn_field_parse(context->arena, zn_channel_def_column(context->arena, def, "end")), *table);
	ZnValue format = zn_get(zn_is_obj(def->axis) ? def->axis : zn_is_obj(def->legend) ? def->legend : def->header, "format");
	if (zn_is_undefined(format))
		format = def->format;
	ZnValue own = format;
	if (zn_is_undefined(format))
		format = zn_get(inst->view->config, "numberFormat");
	const char *function = zn_custom_format(inst, def, zn_get(zn_is_obj(def->axis) ? def->axis : zn_is_obj(def->legend) ? def->legend : def->header, "formatType"), &own);
	const char *spec = zn_is_str(format) ? format.str : "";
	ZnTable *out = zn_table_derive(context->arena, *table);
	ZnValue *cells = zn_table_add(context->arena, out, name);
	for (size_t i = 0; i < out->n_rows; i++) {
		const char *ends[2];
		for (int k = 0; k < 2; k++) {
			ZnValue value = k ? end[i] : start[i];
			ends[k] = function ? zn_custom_format_text(inst, function, value, own) : zn_format_number_text(context->arena, context->locale, spec, zn_to_num(value));
		}
		bool none = zn_is_nullish(start[i]) || !isfinite(zn_to_num(start[i]));
		cells[i] = none ? zn_str("null") : zn_strf(context->arena, "%s – %s", ends[0], ends[1]);
	}
	*table = out;
}

void zn_unit_bins(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	const ZnTable **table = user;
	ZnArena *arena = inst->chart->context->arena;
	if (def->bin != ZN_BIN_BINNING || !def->field || !*table)
		return;
	const char *start = zn_channel_def_column(arena, def, NULL);
	if (zn_table_find(*table, start) < 0) {
		ZnObject *definition = zn_object_new(arena);
		ZnArray *as = zn_array_new(arena, 2);
		zn_array_push(arena, as, zn_str(start));
		zn_array_push(arena, as, zn_str(zn_channel_def_column(arena, def, "end")));
		zn_object_set(arena, definition, "bin", def->bin_params);
		zn_object_set(arena, definition, "field", zn_str(def->field));
		zn_object_set(arena, definition, "as", zn_arr(as));
		*table = zn_unit_apply(inst, *table, definition, def->pointer);
	}
	if (*table && zn_needs_bin_range(inst, def))
		add_bin_range(inst, def, table);
}

static double band_position(ZnInst *inst, const ZnChannelDef *def)
{
	if (zn_is_num(def->band_position))
		return def->band_position.num;
	ZnValue value = inst->view->kind == ZN_VIEW_UNIT ? zn_mark_config(inst->view, "timeUnitBandPosition", NULL) : zn_undefined();
	return zn_is_num(value) ? value.num : NAN;
}

/* Bars of a time unit with a band position other than the middle start and end elsewhere: columns ..._offsetted_rect_start/end. */
static void add_rect_offsets(ZnInst *inst, const ZnChannelDef *def, const char *start, const char *end, const ZnTable **table)
{
	double position = band_position(inst, def);
	ZnArena *arena = inst->chart->context->arena;
	if (inst->view->kind != ZN_VIEW_UNIT || !zn_rect_based_mark(inst->view->mark.type) || !zn_channel_info(def->channel)->position || isnan(position) || position == 0.5)
		return;
	const ZnValue *from = zn_field_cells(arena, zn_field_parse(arena, start), *table), *to = zn_field_cells(arena, zn_field_parse(arena, end), *table);
	ZnTable *out = zn_table_derive(arena, *table);
	ZnValue *s = zn_table_add(arena, out, zn_arena_printf(arena, "%s_offsetted_rect_start", start));
	ZnValue *e = zn_table_add(arena, out, zn_arena_printf(arena, "%s_offsetted_rect_end", start));
	double f = position + 0.5;
	for (size_t i = 0; i < out->n_rows; i++) {
		double t = zn_to_num(from[i]), before = zn_time_unit_offset(&def->time_unit, t, -1);
		s[i] = zn_num((1 - f) * before + f * t);
		e[i] = zn_num((1 - f) * t + f * zn_to_num(to[i]));
	}
	*table = out;
}

static void add_binned_time_end(ZnInst *inst, const ZnChannelDef *def, const ZnTable **table)
{
	ZnArena *arena = inst->chart->context->arena;
	const char *end = zn_channel_def_column(arena, def, "end");
	if (inst->view->kind != ZN_VIEW_UNIT || (!zn_rect_based_mark(inst->view->mark.type) && !(band_position(inst, def) > 0)) || zn_table_find(*table, end) >= 0)
		return;
	const ZnValue *start = zn_field_cells(arena, zn_field_parse(arena, def->field), *table);
	ZnTable *out = zn_table_derive(arena, *table);
	ZnValue *cells = zn_table_add(arena, out, end);
	for (size_t i = 0; i < out->n_rows; i++)
		cells[i] = zn_date(zn_time_unit_offset(&def->time_unit, zn_to_num(start[i]), 1));
	*table = out;
	add_rect_offsets(inst, def, zn_field_parse(arena, def->field)->name, end, table);
}

static void add_time_unit(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	const ZnTable **table = user;
	ZnArena *arena = inst->chart->context->arena;
	if (!def->has_time_unit || !def->field || !*table)
		return;
	if (def->time_unit.binned) {
		add_binned_time_end(inst, def, table);
		return;
	}
	const char *as = zn_channel_def_column(arena, def, NULL);
	if (zn_table_find(*table, as) < 0) {
		ZnObject *definition = zn_object_new(arena);
		zn_object_set(arena, definition, "timeUnit", zn_get(def->raw, "timeUnit"));
		zn_object_set(arena, definition, "field", zn_str(def->field));
		zn_object_set(arena, definition, "as", zn_str(as));
		*table = zn_unit_apply(inst, *table, definition, def->pointer);
		if (*table)
			add_rect_offsets(inst, def, as, zn_channel_def_column(arena, def, "end"), table);
	}
}

/* "sort": ["b", "a"] -> a column with each value's place in the list. */
static void add_sort_index(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	const ZnTable **table = user;
	ZnArena *arena = inst->chart->context->arena;
	if (!zn_is_arr(def->sort) || !*table)
		return;
	const char *name = zn_arena_printf(arena, "%s_%s_sort_index", zn_channel_info(def->channel)->name, zn_channel_def_column(arena, def, NULL));
	if (zn_table_find(*table, name) >= 0)
		return;
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, def, NULL)), *table);
	size_t n = zn_len(def->sort);
	ZnValue *order = zn_new_n(arena, ZnValue, MAX(n, 1));
	for (size_t i = 0; i < n; i++)
		order[i] = zn_datum_value(inst->chart->context, zn_at(def->sort, i), def);
	ZnTable *out = zn_table_derive(arena, *table);
	ZnValue *index = zn_table_add(arena, out, name);
	for (size_t row = 0; row < out->n_rows; row++) {
		size_t k = 0;
		while (k < n && !zn_same(order[k], cells[row]) && !(zn_is_date(cells[row]) && zn_is_num(order[k]) && order[k].num == cells[row].num))
			k++;
		index[row] = zn_num((double)k);
	}
	*table = out;
}

/* Bins, time units and sort places: the unit's rows before aggregation. */
const ZnTable *zn_unit_prepare(ZnInst *inst, const ZnTable *table)
{
	zn_each_field(inst, zn_unit_bins, &table);
	zn_each_field(inst, add_time_unit, &table);
	zn_each_field(inst, add_sort_index, &table);
	return table;
}
