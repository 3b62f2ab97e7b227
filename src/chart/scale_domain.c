/* Domains: from the spec, or united from the data of all uses of a scale (Vega-Lite's parseDomainForChannel and mergeDomains). */
#include "chart/selection.h"

#include <math.h>
#include <string.h>

/* How a discrete domain is ordered. */
typedef struct Sort {
	enum { SORT_NONE, SORT_ASCENDING, SORT_BY } kind;
	const char *op, *field; /* field NULL: count */
	bool descending;
} Sort;

typedef struct Gather {
	ZnInst *owner;
	const ZnScaleDef *def;
	const ZnScaleUse *use;
	bool discrete;
	/* continuous */
	double min, max;
	bool any;
	ZnArray *all; /* quantile: every value */
	/* discrete */
	ZnValueSet *values;
	Sort sort;
	ZnArray *keys; /* SORT_BY: key of each value of the set */
} Gather;

static void add_value(Gather *g, ZnValue value)
{
	if (g->discrete) {
		zn_value_set_add(g->values, value, NULL);
		return;
	}
	if (zn_is_nullish(value) || (zn_is_str(value) && !value.len))
		return;
	double num = zn_to_num(value);
	if (!isfinite(num))
		return;
	if (g->all)
		zn_array_push(g->owner->chart->context->arena, g->all, zn_num(num));
	g->min = g->any ? MIN(g->min, num) : num;
	g->max = g->any ? MAX(g->max, num) : num;
	g->any = true;
}

static void add_column(Gather *g, const ZnTable *table, const char *column)
{
	ZnArena *arena = g->owner->chart->context->arena;
	if (!table || !column)
		return;
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, column), table);
	for (size_t i = 0; i < table->n_rows; i++)
		add_value(g, cells[i]);
}

static double time_band_position(const ZnView *unit, const ZnChannelDef *def, bool has_secondary)
{
	if (zn_is_num(def->band_position))
		return def->band_position.num;
	ZnValue value = def->has_time_unit && !has_secondary ? zn_mark_config(unit, "timeUnitBandPosition", NULL) : zn_undefined();
	return zn_is_num(value) ? value.num : NAN;
}

static void add_binned(Gather *g, ZnInst *unit, const ZnChannelDef *def)
{
	ZnArena *arena = g->owner->chart->context->arena;
	const char *column = zn_channel_def_column(arena, def, NULL);
	const ZnValue *bins = zn_object_lookup(unit->bins, column);
	if (g->discrete) {
		add_column(g, unit->domain_data, zn_channel_def_column(arena, def, "range"));
	} else if (bins) {
		add_value(g, zn_get(*bins, "start"));
		add_value(g, zn_get(*bins, "stop"));
	} else {
		add_column(g, unit->domain_data, column);
	}
}

/* The default domain of one use in one unit instance. */
static void add_default(Gather *g, ZnInst *unit, const ZnChannelDef *def)
{
	ZnContext *context = g->owner->chart->context;
	ZnArena *arena = context->arena;
	const ZnView *view = unit->view;
	const ZnStackProps *stack = &view->stack;
	if (stack->offset != ZN_STACK_NONE && g->def->channel == stack->field_channel && def == g->use->def) {
		if (stack->offset == ZN_STACK_NORMALIZE) {
			add_value(g, zn_num(0));
			add_value(g, zn_num(1));
			return;
		}
		add_column(g, unit->domain_data, zn_channel_def_column(arena, def, "start"));
		add_column(g, unit->domain_data, zn_channel_def_column(arena, def, "end"));
		return;
	}
	if (def->is_datum) {
		add_value(g, zn_datum_value(context, zn_inst_value(unit, def->datum, def->pointer), def));
		return;
	}
	static const char *const within[] = {"mean", "average", "median", "q1", "q3", "min", "max", NULL}; /* results lie among the values */
	ZnValue domain = zn_get(def->scale, "domain");
	bool by_config = zn_is_undefined(domain) && zn_is_true(zn_get2(view->config, "scale", "useUnaggregatedDomain"));
	bool unaggregated = (zn_is_string(domain, "unaggregated") || by_config) && def->aggregate && def->field && g_strv_contains(within, def->aggregate);
	if (unaggregated) {
		add_column(g, unit->domain_data, zn_arena_printf(arena, "min_%s", def->field));
		add_column(g, unit->domain_data, zn_arena_printf(arena, "max_%s", def->field));
		return;
	}
	if (def->bin == ZN_BIN_BINNING) {
		add_binned(g, unit, def);
		return;
	}
	const char *column = zn_channel_def_column(arena, def, NULL);
	bool time = g->def->type == ZN_SCALE_TIME || g->def->type == ZN_SCALE_UTC;
	if (def->has_time_unit && time && def->type == ZN_TEMPORAL) {
		double position = time_band_position(view, def, zn_view_channel(view, zn_channel_info(g->def->channel)->secondary) != NULL);
		if (!isnan(position)) {
			bool offset = zn_rect_based_mark(view->mark.type) && position != 0.5 && zn_channel_info(g->def->channel)->position;
			add_column(g, unit->domain_data, offset ? zn_channel_def_column(arena, def, "offsetted_rect_start") : column);
			add_column(g, unit->domain_data, zn_channel_def_column(arena, def, offset ? "offsetted_rect_end" : "end"));
			return;
		}
	}
	add_column(g, g->sort.kind == SORT_BY && g->discrete ? unit->raw : unit->domain_data, column);
}

static void add_unit(ZnInst *unit, void *user)
{
	Gather *g = user;
	if (unit->view != g->use->unit)
		return;
	add_default(g, unit, g->use->def);
	if (g->use->def2)
		add_default(g, unit, g->use->def2);
}

/* --- sorting --- */

static Sort sort_by_encoding(const ZnView *unit, const char *channel_name, ZnValue order, ZnArena *arena)
{
	Sort sort = {.kind = SORT_BY, .op = "min", .descending = zn_is_string(order, "descending")};
	ZnChannel channel = zn_channel_parse(channel_name);
	const ZnChannelDef *by = channel == ZN_CH_NONE ? NULL : zn_channel_def_data(unit->encoding[channel]);
	if (!by || !by->is_field)
		return (Sort){.kind = SORT_ASCENDING};
	if (by->arg_field) {
		sort.field = zn_channel_def_column(arena, by, NULL);
		return sort;
	}
	sort.op = by->aggregate;
	sort.field = by->field;
	return sort;
}

static bool stacked_measure(const ZnView *unit, const char *field, ZnArena *arena)
{
	if (unit->stack.offset == ZN_STACK_NONE || !field)
		return unit->stack.offset != ZN_STACK_NONE;
	for (size_t i = 0; i < unit->stack.n_groupby; i++)
		if (!strcmp(zn_channel_def_column(arena, zn_channel_def_data(unit->encoding[unit->stack.groupby_channels[i]]), NULL), field))
			return false;
	for (size_t i = 0; i < unit->stack.n_by; i++)
		if (unit->stack.by[i]->field && !strcmp(unit->stack.by[i]->field, field))
			return false;
	return true;
}

static Sort use_sort(const ZnScaleUse *use, ZnChannel channel, ZnArena *arena)
{
	const ZnChannelDef *def = use->def;
	ZnValue sort = def->sort;
	Sort result = {.kind = SORT_ASCENDING};
	if (!def->is_field || zn_is_null(sort))
		return (Sort){.kind = SORT_NONE};
	if (zn_is_arr(sort)) {
		const char *column = zn_channel_def_column(arena, def, NULL);
		return (Sort){SORT_BY, "min", zn_arena_printf(arena, "%s_%s_sort_index", zn_channel_info(def->channel)->name, column), false};
	}
	if (zn_is_obj(sort) && zn_is_str(zn_get(sort, "encoding"))) {
		result = sort_by_encoding(use->unit, zn_get(sort, "encoding").str, zn_get(sort, "order"), arena);
	} else if (zn_is_obj(sort) && (zn_has(sort, "field") || zn_has(sort, "op"))) {
		result = (Sort){SORT_BY, zn_get_str(sort, "op", NULL), zn_get_str(sort, "field", NULL), zn_is_string(zn_get(sort, "order"), "descending")};
	} else if (zn_is_str(sort) && zn_channel_parse(sort.str[0] == '-' ? sort.str + 1 : sort.str) != ZN_CH_NONE) {
		bool minus = sort.str[0] == '-';
		result = sort_by_encoding(use->unit, sort.str + minus, zn_str(minus ? "descending" : "ascending"), arena);
	} else if (zn_is_string(sort, "descending")) {
		return (Sort){SORT_BY, "min", zn_channel_def_column(arena, def, NULL), true};
	} else {
		if (def->bin == ZN_BIN_BINNING)
			return (Sort){SORT_BY, "min", zn_channel_def_column(arena, def, NULL), false};
		return result;
	}
	if (result.kind == SORT_BY && !result.op)
		result.op = stacked_measure(use->unit, result.field, arena) ? "sum" : "min";
	return result;
}

static bool same_sort(const Sort *a, const Sort *b)
{
	return a->kind == b->kind && !g_strcmp0(a->op, b->op) && !g_strcmp0(a->field, b->field) && a->descending == b->descending;
}

/* One order for all uses: theirs when they agree, else the only special one, else ascending. */
static Sort merged_sort(const ZnScaleDef *def, ZnArena *arena)
{
	Sort merged = {.kind = SORT_NONE};
	size_t n = 0, n_special = 0;
	Sort special = {.kind = SORT_NONE};
	bool all_by = true;
	for (size_t u = 0; u < def->n_uses; u++) {
		Sort sort = use_sort(&def->uses[u], def->channel, arena);
		if (sort.kind == SORT_NONE || (n && same_sort(&sort, &merged)))
			continue;
		all_by &= sort.kind == SORT_BY;
		if (sort.kind == SORT_BY && g_strcmp0(sort.op, "min") && !(n_special && same_sort(&sort, &special))) {
			special = sort;
			n_special++;
		}
		merged = sort;
		n++;
	}
	if (n <= 1)
		return merged;
	return all_by && n_special == 1 ? special : (Sort){.kind = SORT_ASCENDING};
}

/* Rows of all unit instances that use the sort, by value: the keys are aggregates over them. */
typedef struct Keys {
	Gather *g;
	ZnArray **groups; /* one a value: its sort field's cells */
} Keys;

static void collect_keys(ZnInst *unit, void *user)
{
	Keys *keys = user;
	Gather *g = keys->g;
	ZnArena *arena = g->owner->chart->context->arena;
	if (unit->view != g->use->unit || !unit->raw || !g->use->def->is_field)
		return;
	const ZnChannelDef *def = g->use->def;
	const char *column = zn_channel_def_column(arena, def, def->bin == ZN_BIN_BINNING ? "range" : NULL);
	const ZnTable *table = unit->raw;
	if (g->sort.field && zn_table_find(table, g->sort.field) < 0 && unit->main && zn_table_find(unit->main, g->sort.field) >= 0)
		table = unit->main; /* sorted by a column that the aggregation makes */
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, column), table);
	const ZnValue *by = g->sort.field ? zn_field_cells(arena, zn_field_parse(arena, g->sort.field), table) : NULL;
	for (size_t i = 0; i < table->n_rows; i++) {
		size_t index;
		if (zn_value_set_find(g->values, cells[i], &index))
			zn_array_push(arena, keys->groups[index], by ? by[i] : zn_num(1));
	}
}

typedef struct Keyed { ZnValue key, value; size_t index; } Keyed;

static int compare_keyed(const void *a, const void *b, void *user)
{
	const Keyed *x = a, *y = b;
	int order = zn_compare(x->key, y->key) * (*(bool *)user ? -1 : 1);
	return order ? order : x->index < y->index ? -1 : 1;
}

static const ZnArray *sorted(Gather *g, const ZnArray *values)
{
	ZnContext *context = g->owner->chart->context;
	ZnArena *arena = context->arena;
	if (g->sort.kind == SORT_NONE)
		return values;
	Keyed *keyed = zn_new_n(arena, Keyed, MAX(values->n, 1));
	for (size_t i = 0; i < values->n; i++)
		keyed[i] = (Keyed){values->items[i], values->items[i], i};
	if (g->sort.kind == SORT_BY) {
		Keys keys = {g, zn_new_n(arena, ZnArray *, MAX(values->n, 1))};
		for (size_t i = 0; i < values->n; i++)
			keys.groups[i] = zn_array_new(arena, 4);
		for (size_t u = 0; u < g->def->n_uses; u++) {
			g->use = &g->def->uses[u];
			Sort own = use_sort(g->use, g->def->channel, arena);
			if (own.kind == SORT_BY && same_sort(&own, &g->sort))
				zn_inst_each_unit(g->owner, collect_keys, &keys);
		}
		ZnExprEnv expr = zn_inst_env(g->owner);
		ZnTransformEnv env = zn_inst_transform_env(g->owner, &expr);
		const ZnField *field = zn_field_parse(arena, "key");
		for (size_t i = 0; i < values->n; i++) {
			ZnTable *table = zn_table_new(arena, keys.groups[i]->n);
			memcpy(zn_table_add(arena, table, "key"), keys.groups[i]->items, keys.groups[i]->n * sizeof(ZnValue));
			size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1));
			for (size_t r = 0; r < table->n_rows; r++)
				rows[r] = r;
			keyed[i].key = zn_aggregate_value(&env, table, rows, table->n_rows, g->sort.op ? g->sort.op : "min", field);
		}
	}
	g_qsort_with_data(keyed, (int)values->n, sizeof *keyed, compare_keyed, &g->sort.descending);
	ZnArray *out = zn_array_new(arena, values->n);
	for (size_t i = 0; i < values->n; i++)
		zn_array_push(arena, out, keyed[i].value);
	return out;
}

/* --- explicit domains --- */

ZnValue zn_scale_raw_domain(ZnInst *owner, const ZnScaleUse *use)
{
	ZnValue raw = zn_inst_value(owner, zn_get(use->def->scale, "domainRaw"), use->def->pointer);
	return zn_is_arr(raw) ? raw : zn_selection_domain(owner, use->unit, use->def->channel, zn_get(use->def->scale, "domain"));
}

static ZnValue given_domain(ZnInst *owner, const ZnScaleUse *use)
{
	ZnValue domain = zn_get(use->def->scale, "domain");
	if (zn_has(domain, "expr"))
		domain = zn_inst_value(owner, domain, use->def->pointer);
	ZnValue raw = zn_scale_raw_domain(owner, use);
	return zn_is_undefined(raw) ? domain : raw;
}

static void add_given(Gather *g, ZnArray *out, ZnValue list)
{
	ZnContext *context = g->owner->chart->context;
	for (size_t i = 0; i < zn_len(list); i++) {
		ZnValue value = zn_datum_value(context, zn_inst_value(g->owner, zn_at(list, i), g->use->def->pointer), g->use->def);
		if (g->discrete)
			zn_value_set_add(g->values, value, NULL);
		else
			zn_array_push(context->arena, out, value);
	}
}

static const ZnArray *explicit_domain(Gather *g)
{
	ZnArena *arena = g->owner->chart->context->arena;
	ZnArray *out = zn_array_new(arena, 4);
	size_t n_given = 0;
	bool united = false;
	for (size_t u = 0; u < g->def->n_uses; u++) {
		g->use = &g->def->uses[u];
		ZnValue domain = given_domain(g->owner, g->use);
		ZnValue with = zn_get(domain, "unionWith");
		if (zn_is_arr(domain)) {
			n_given++;
			add_given(g, out, domain);
		} else if (zn_is_arr(with)) { /* first what is given, then the data */
			n_given++;
			united = true;
			ZnArray *more = zn_array_new(arena, 4);
			add_given(g, more, with);
			for (size_t i = 0; i < more->n; i++)
				add_value(g, more->items[i]);
			zn_inst_each_unit(g->owner, add_unit, g);
		}
	}
	if (!n_given)
		return NULL;
	if (g->discrete)
		return united ? sorted(g, zn_value_set_values(g->values)) : zn_value_set_values(g->values);
	if (n_given > 1 || g->any) { /* several given domains, or one united with the data: their common extent */
		for (size_t i = 0; i < out->n; i++)
			add_value(g, out->items[i]);
		out = zn_array_new(arena, 2);
		zn_array_push(arena, out, zn_num(g->min));
		zn_array_push(arena, out, zn_num(g->max));
	}
	return out;
}

/* bin-ordinal scales: the bin boundaries. */
static const ZnArray *bin_boundaries(Gather *g)
{
	ZnArena *arena = g->owner->chart->context->arena;
	ZnArray *out = zn_array_new(arena, 8);
	for (size_t u = 0; u < g->def->n_uses && !out->n; u++) {
		g->use = &g->def->uses[u];
		g->discrete = false;
		zn_inst_each_unit(g->owner, add_unit, g);
	}
	ZnInst *unit = zn_inst_find(g->owner, g->use->unit);
	const ZnValue *bins = unit ? zn_object_lookup(unit->bins, zn_channel_def_column(arena, g->use->def, NULL)) : NULL;
	double start = bins ? zn_get_num(*bins, "start", 0) : g->min, stop = bins ? zn_get_num(*bins, "stop", 1) : g->max;
	double step = bins ? zn_get_num(*bins, "step", 1) : (g->max - g->min) / 10;
	for (int i = 0; step > 0 && i < 1000 && start + i * step <= stop + step / 2; i++)
		zn_array_push(arena, out, zn_num(start + i * step));
	return out;
}

static bool only_datum(const ZnScaleDef *def)
{
	for (size_t u = 0; u < def->n_uses; u++)
		if (!def->uses[u].def->is_datum || def->uses[u].def2)
			return false;
	return true;
}

/* Is the domain united from more than one column? */
static bool several_columns(const ZnScaleDef *def)
{
	for (size_t u = 0; u < def->n_uses; u++) {
		const ZnStackProps *stack = &def->uses[u].unit->stack;
		if (def->uses[u].def2 || (stack->offset != ZN_STACK_NONE && stack->field_channel == def->channel))
			return true;
	}
	return def->n_uses > 1;
}

static const ZnArray *compute(ZnInst *owner, const ZnScaleDef *def)
{
	ZnArena *arena = owner->chart->context->arena;
	Gather g = {.owner = owner, .def = def, .discrete = zn_scale_type_discrete(def->type), .values = zn_value_set_new(arena)};
	if (def->type == ZN_SCALE_QUANTILE)
		g.all = zn_array_new(arena, 64);
	if (g.discrete)
		g.sort = merged_sort(def, arena);
	const ZnArray *given = explicit_domain(&g);
	if (given)
		return given;
	if (def->type == ZN_SCALE_BIN_ORDINAL)
		return bin_boundaries(&g);
	for (size_t u = 0; u < def->n_uses; u++) {
		g.use = &def->uses[u];
		zn_inst_each_unit(owner, add_unit, &g);
	}
	if (g.discrete)
		return sorted(&g, zn_value_set_values(g.values));
	if (g.all)
		return g.all;
	ZnArray *out = zn_array_new(arena, 2);
	if (g.any && g.min == g.max && only_datum(def)) {
		zn_array_push(arena, out, zn_num(g.min)); /* a literal, not an extent: d3's scales have no place for it */
	} else if (g.any) {
		zn_array_push(arena, out, zn_num(g.min));
		zn_array_push(arena, out, zn_num(g.max));
	} else if (several_columns(def) && zn_truthy(zn_scale_prop(def, ZN_SP_ZERO))) {
		zn_array_push(arena, out, zn_num(0)); /* the extent of nothing united with zero is [0, 0]; that of one empty column is not known */
		zn_array_push(arena, out, zn_num(0));
	}
	return out;
}

const ZnArray *zn_scale_domain(ZnInst *owner, const ZnScaleDef *def)
{
	if (!owner->domains[def->channel])
		owner->domains[def->channel] = compute(owner, def);
	return owner->domains[def->channel];
}
