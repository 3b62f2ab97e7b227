/* The data of every view: loading, the spec's transforms, then those that the encodings imply (bin, timeUnit, aggregate, impute, stack), in
 * Vega-Lite's order; and the cells of facets. */
#include "base/json.h"
#include "chart/instance.h"
#include "transform/dates.h"

#include <math.h>
#include <string.h>

static void set(ZnArena *arena, ZnObject *object, const char *key, ZnValue value)
{
	zn_object_set(arena, object, key, value);
}

static const ZnTable *apply(ZnInst *inst, const ZnTable *table, ZnObject *definition, const char *pointer)
{
	ZnExprEnv expr = zn_inst_env(inst);
	ZnTransformEnv env = zn_inst_transform_env(inst, &expr);
	const ZnTable *result = table ? zn_transform_apply(&env, table, zn_obj(definition), zn_inst_place(inst, pointer)) : NULL;
	if (!result)
		inst->chart->failed = true;
	return result;
}

/* --- implicit parsing: temporal fields are dates, minima and maxima numbers --- */

static bool plain_field(const char *field)
{
	return field && !strpbrk(field, ".[\\");
}

static void add_parse(ZnInst *inst, ZnObject *parse, const char *field, const char *kind)
{
	if (plain_field(field) && !zn_object_lookup(parse, field))
		set(inst->chart->context->arena, parse, field, zn_str(kind));
}

static bool temporal_def(const ZnChannelDef *def)
{
	return def->is_field && (def->type == ZN_TEMPORAL || def->has_time_unit);
}

static void parses_of_predicate(ZnInst *inst, ZnValue filter, ZnObject *parse, int depth)
{
	for (const char *const *key = (const char *const[]){"and", "or", NULL}; *key && depth < 32; key++)
		for (size_t i = 0; i < zn_len(zn_get(filter, *key)); i++)
			parses_of_predicate(inst, zn_at(zn_get(filter, *key), i), parse, depth + 1);
	if (zn_has(filter, "not") && depth < 32)
		parses_of_predicate(inst, zn_get(filter, "not"), parse, depth + 1);
	if (zn_has(filter, "timeUnit"))
		add_parse(inst, parse, zn_get_str(filter, "field", NULL), "date");
}

static void parses_of_view(ZnInst *inst, const ZnView *view, ZnObject *parse)
{
	for (size_t i = 0; i < zn_len(view->transforms); i++) {
		ZnValue transform = zn_at(view->transforms, i);
		if (zn_has(transform, "timeUnit"))
			add_parse(inst, parse, zn_get_str(transform, "field", NULL), "date");
		parses_of_predicate(inst, zn_get(transform, "filter"), parse, 0);
	}
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->is_field)
				continue;
			const ZnChannelDef *main = view->encoding[zn_channel_info(c)->main];
			if (temporal_def(data) || (main && data->type == ZN_TYPE_NONE && temporal_def(main)))
				add_parse(inst, parse, data->field, "date");
			else if ((data->type == ZN_QUANTITATIVE || (main && data->type == ZN_TYPE_NONE && main->type == ZN_QUANTITATIVE)) && data->aggregate && (!strcmp(data->aggregate, "min") || !strcmp(data->aggregate, "max")))
				add_parse(inst, parse, data->field, "number");
		}
	if (view->kind == ZN_VIEW_UNIT && zn_path_mark(view->mark.type) && !view->encoding[ZN_CH_ORDER]) {
		const ZnChannelDef *dimension = view->encoding[view->mark.orient && !strcmp(view->mark.orient, "horizontal") ? ZN_CH_Y : ZN_CH_X];
		if (dimension && dimension->is_field && dimension->type == ZN_QUANTITATIVE)
			add_parse(inst, parse, dimension->field, "number");
	}
	for (size_t i = 0; i < view->n_children; i++)
		if (zn_is_undefined(view->children[i]->data))
			parses_of_view(inst, view->children[i], parse);
}

/* Fields that transforms made and that are encoded as times: their strings become dates here. */
static const ZnTable *parse_derived(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnTable *out = NULL;
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = inst->view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->field || !temporal_def(data))
				continue;
			const ZnField *field = zn_field_parse(arena, data->field);
			const ZnValue *cells = zn_field_cells(arena, field, out ? out : table);
			bool text = false;
			for (size_t i = 0; i < table->n_rows && !text; i++)
				text = zn_is_str(cells[i]);
			if (!text)
				continue;
			if (!out)
				out = zn_table_derive(arena, table);
			ZnValue *parsed = zn_table_add(arena, out, field->name);
			for (size_t i = 0; i < table->n_rows; i++)
				parsed[i] = zn_is_str(cells[i]) ? cells[i].len ? zn_date(zn_date_parse(cells[i].str)) : zn_null() : cells[i];
		}
	return out ? out : table;
}

/* --- the encodings' own transforms --- */

typedef void (*EachDef)(ZnInst *inst, const ZnChannelDef *def, void *user);

static void each_field(ZnInst *inst, EachDef fn, void *user)
{
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = inst->view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (data && data->is_field)
				fn(inst, data, user);
		}
}

/* A binned field whose labels are ranges: ordinal scales, texts and the like. */
static bool needs_range(const ZnInst *inst, const ZnChannelDef *def)
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
	if (zn_is_undefined(format))
		format = zn_get(inst->view->config, "numberFormat");
	const char *spec = zn_is_str(format) ? format.str : "";
	ZnTable *out = zn_table_derive(context->arena, *table);
	ZnValue *cells = zn_table_add(context->arena, out, name);
	for (size_t i = 0; i < out->n_rows; i++)
		cells[i] = zn_is_nullish(start[i]) || isnan(zn_to_num(start[i]))
					   ? zn_str("null")
					   : zn_strf(context->arena, "%s – %s", zn_format_number_text(context->arena, context->locale, spec, zn_to_num(start[i])),
								 zn_format_number_text(context->arena, context->locale, spec, zn_to_num(end[i])));
	*table = out;
}

static void add_bin(ZnInst *inst, const ZnChannelDef *def, void *user)
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
		set(arena, definition, "bin", def->bin_params);
		set(arena, definition, "field", zn_str(def->field));
		set(arena, definition, "as", zn_arr(as));
		*table = apply(inst, *table, definition, def->pointer);
	}
	if (*table && needs_range(inst, def))
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
		set(arena, definition, "timeUnit", zn_get(def->raw, "timeUnit"));
		set(arena, definition, "field", zn_str(def->field));
		set(arena, definition, "as", zn_str(as));
		*table = apply(inst, *table, definition, def->pointer);
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
	set(arena, one, "op", zn_str(op));
	if (field)
		set(arena, one, "field", zn_str(field));
	set(arena, one, "as", zn_str(as));
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
		if (needs_range(inst, def))
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

static const ZnTable *aggregate(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	Aggregation aggregation = {zn_array_new(arena, 8), zn_array_new(arena, 8), zn_value_set_new(arena), false};
	each_field(inst, collect_aggregate, &aggregation);
	if (!aggregation.any)
		return table;
	ZnObject *definition = zn_object_new(arena);
	set(arena, definition, "aggregate", zn_arr(aggregation.ops));
	set(arena, definition, "groupby", zn_arr(aggregation.groupby));
	return apply(inst, table, definition, inst->view->pointer);
}

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
static const ZnTable *impute(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	const ZnChannelDef *x = inst->view->encoding[ZN_CH_X], *y = inst->view->encoding[ZN_CH_Y];
	const ZnChannelDef *imputed = x && zn_is_obj(x->impute) ? x : y && zn_is_obj(y->impute) ? y : NULL;
	const ZnChannelDef *key = imputed == x ? y : x;
	if (!imputed || !key || !key->is_field)
		return table;
	ZnObject *definition = zn_object_copy(arena, imputed->impute.obj);
	set(arena, definition, "impute", zn_str(zn_channel_def_column(arena, imputed, NULL)));
	set(arena, definition, "key", zn_str(zn_channel_def_column(arena, key, NULL)));
	set(arena, definition, "groupby", zn_arr(detail_columns(inst)));
	return apply(inst, table, definition, imputed->pointer);
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
		set(arena, definition, "impute", zn_str(zn_channel_def_column(arena, inst->view->encoding[stack->field_channel], NULL)));
		set(arena, definition, "key", zn_str(zn_channel_def_column(arena, dimension, dimension->bin == ZN_BIN_BINNING ? "mid" : NULL)));
		set(arena, definition, "groupby", zn_arr(by));
		set(arena, definition, "method", zn_str("value"));
		set(arena, definition, "value", zn_num(0));
		table = apply(inst, table, definition, dimension->pointer);
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
			set(arena, one, "field", zn_str(zn_channel_def_column(arena, order, NULL)));
			set(arena, one, "order", zn_is_str(order->sort) ? order->sort : zn_str("ascending"));
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
		set(arena, one, "field", by->items[i]);
		set(arena, one, "order", zn_str(direction));
		zn_array_push(arena, sort, zn_obj(one));
	}
	return sort;
}

static const ZnTable *stack(ZnInst *inst, const ZnTable *table)
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
	zn_array_push(arena, as, zn_str(zn_channel_def_column(arena, stacked, "start")));
	zn_array_push(arena, as, zn_str(zn_channel_def_column(arena, stacked, "end")));
	ZnObject *definition = zn_object_new(arena);
	set(arena, definition, "stack", zn_str(zn_channel_def_column(arena, stacked, NULL)));
	set(arena, definition, "groupby", zn_arr(groupby));
	set(arena, definition, "sort", zn_arr(stack_sort(inst, by)));
	set(arena, definition, "offset", zn_str(offsets[props->offset]));
	set(arena, definition, "as", zn_arr(as));
	return table ? apply(inst, table, definition, stacked->pointer) : NULL;
}

/* --- invalid values: null and NaN on continuous scales --- */

typedef struct Invalid {
	const ZnTable *table;
	bool *keep;
	size_t n_fields;
} Invalid;

static void test_invalid(ZnInst *inst, const ZnChannelDef *def, void *user)
{
	Invalid *invalid = user;
	const ZnScaleDef *scale = zn_inst_scale_def(inst, zn_channel_info(def->channel)->main == def->channel ? def->channel : ZN_CH_NONE);
	ZnArena *arena = inst->chart->context->arena;
	if (!scale || zn_scale_type_discrete(scale->type) || scale->type == ZN_SCALE_BIN_ORDINAL || zn_channel_def_count(def))
		return;
	if (!zn_is_undefined(zn_get2(zn_get(inst->view->config, "scale"), "invalid", zn_channel_info(def->channel)->name)))
		return;
	if (def->type != ZN_QUANTITATIVE && def->type != ZN_TEMPORAL)
		return;
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, def, NULL)), invalid->table);
	for (size_t i = 0; i < invalid->table->n_rows; i++)
		invalid->keep[i] &= !zn_is_nullish(cells[i]) && (zn_is_date(cells[i]) || isfinite(zn_to_num(cells[i])));
	invalid->n_fields++;
}

static const ZnTable *filter_invalid(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	Invalid invalid = {table, zn_new_n(arena, bool, MAX(table->n_rows, 1)), 0};
	memset(invalid.keep, true, table->n_rows);
	each_field(inst, test_invalid, &invalid);
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1)), n = 0;
	for (size_t i = 0; i < table->n_rows; i++)
		if (invalid.keep[i])
			rows[n++] = i;
	return n == table->n_rows ? table : zn_table_select(arena, table, rows, n);
}

/* Which rows are drawn and which the domains see (Vega-Lite's "invalid" modes). */
static void split_invalid(ZnInst *inst, const ZnTable *table)
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

/* Bins, time units and sort places: the unit's rows before aggregation. */
static const ZnTable *prepare(ZnInst *inst, const ZnTable *table)
{
	each_field(inst, add_bin, &table);
	each_field(inst, add_time_unit, &table);
	each_field(inst, add_sort_index, &table);
	return table;
}

static void run_unit(ZnInst *inst)
{
	const ZnTable *table = inst->raw = prepare(inst, inst->source);
	if (table)
		table = aggregate(inst, table);
	if (table)
		table = impute(inst, table);
	if (table)
		table = stack(inst, table);
	if (table)
		split_invalid(inst, table);
}

/* --- facets --- */

static ZnInst *inst_new(ZnInst *parent, const ZnView *view)
{
	ZnArena *arena = parent->chart->context->arena;
	ZnInst *inst = zn_new(arena, ZnInst);
	inst->chart = parent->chart;
	inst->parent = parent;
	inst->view = view;
	inst->signals = zn_object_new(arena);
	inst->bins = zn_object_new(arena);
	return inst;
}

static bool run_view(ZnInst *inst, const ZnTable *table);

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
	if (!zn_is_null(def->sort))
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

static bool add_cell(ZnInst *facet, const ZnTable *table, size_t row, size_t column, const ZnChannelDef *const defs[2], const ZnValue values[2])
{
	ZnArena *arena = facet->chart->context->arena;
	const ZnTable *rows = rows_equal(facet, table, defs, values);
	if (!rows->n_rows && !(defs[0] && defs[1]))
		return true; /* only rows crossed with columns have empty cells */
	ZnInst *cell = inst_new(facet, facet->view->children[0]);
	cell->cell_row = row;
	cell->cell_column = column;
	cell->cell_index = facet->n_children;
	if (facet->child_bins)
		cell->bins = facet->child_bins;
	cell->cell_value[0] = values[0];
	cell->cell_value[1] = values[1];
	size_t cap = facet->n_children; /* exact growth: facets are small */
	facet->children = zn_arena_grow(arena, facet->children, facet->n_children * sizeof(ZnInst *), (cap + 1) * sizeof(ZnInst *));
	facet->children[facet->n_children++] = cell;
	return run_view(cell, rows);
}

/* Bins are those of all rows, not of each cell: the child's are found first, and its cells reuse them. */
static const ZnTable *hoist_bins(ZnInst *facet, const ZnTable *table)
{
	const ZnView *child = facet->view->children[0];
	if (child->kind != ZN_VIEW_UNIT || !zn_is_undefined(child->data) || zn_len(child->transforms))
		return table;
	ZnInst *all = inst_new(facet, child);
	const ZnTable *binned = table;
	each_field(all, add_bin, &binned);
	facet->child_bins = all->bins;
	return binned ? binned : table;
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

static bool run_facet(ZnInst *inst)
{
	const ZnTable *table = prepare(inst, inst->source);
	if (!table || !inst->view->n_children)
		return false;
	inst->raw = inst->main = table = hoist_bins(inst, table);
	const ZnChannelDef *wrap = inst->view->encoding[ZN_CH_FACET];
	const ZnChannelDef *row = inst->view->encoding[ZN_CH_ROW], *column = wrap ? wrap : inst->view->encoding[ZN_CH_COLUMN];
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

/* --- views --- */

static const ZnTable *load(ZnInst *inst)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnObject *parse = zn_object_new(arena);
	parses_of_view(inst, inst->view, parse);
	return zn_data_load(inst->chart->context, zn_inst_place(inst, zn_json_pointer(arena, inst->view->pointer, "data")), inst->view->data, parse,
						inst->chart->datasets, &zn_dates);
}

static const ZnTable *own_transforms(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	const char *pointer = zn_json_pointer(arena, inst->view->pointer, "transform");
	for (size_t i = 0; table && i < zn_len(inst->view->transforms); i++) {
		ZnValue transform = zn_at(inst->view->transforms, i);
		if (zn_is_obj(transform))
			table = apply(inst, table, transform.obj, zn_json_pointer_index(arena, pointer, i));
	}
	return table;
}

static bool run_view(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	if (zn_is_null(inst->view->data)) {
		table = zn_table_new(arena, 1);
	} else if (!zn_is_undefined(inst->view->data)) {
		table = load(inst);
	} else if (!table) {
		table = zn_table_new(arena, 1); /* no data at all: one empty row, as Vega-Lite has for datum and value marks */
	}
	if (table && inst->view->kind == ZN_VIEW_UNIT && inst->parent && inst->parent->view->kind == ZN_VIEW_LAYER)
		each_field(inst, add_bin, &table); /* layers bin before they filter, so that their bins agree */
	table = table ? own_transforms(inst, table) : NULL;
	if (!table) {
		inst->chart->failed = true;
		return false;
	}
	if ((inst->view->kind == ZN_VIEW_UNIT || inst->view->kind == ZN_VIEW_FACET) && !zn_check_fields(inst, table)) {
		inst->chart->failed = true;
		return false;
	}
	inst->source = parse_derived(inst, table);
	if (inst->view->kind == ZN_VIEW_FACET)
		return run_facet(inst);
	if (inst->view->kind == ZN_VIEW_UNIT) {
		run_unit(inst);
		return inst->main != NULL;
	}
	inst->children = zn_new_n(arena, ZnInst *, MAX(inst->view->n_children, 1));
	bool ok = true;
	for (size_t i = 0; i < inst->view->n_children; i++) {
		ZnInst *child = inst_new(inst, inst->view->children[i]);
		inst->children[inst->n_children++] = child;
		ok = run_view(child, inst->source) && ok;
	}
	return ok;
}

bool zn_pipeline_run(ZnInst *top)
{
	return run_view(top, NULL);
}
