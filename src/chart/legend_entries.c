/* The entries of a legend: values, labels, places (vega-encode LegendEntries). */
#include "chart/legend.h"

#include <math.h>

static ZnValue entry_datum(ZnArena *arena, ZnValue value, ZnValue label, size_t index)
{
	ZnObject *datum = zn_object_new(arena);
	zn_object_set(arena, datum, "value", value);
	zn_object_set(arena, datum, "label", label);
	zn_object_set(arena, datum, "index", zn_num((double)index));
	return zn_obj(datum);
}

static bool has_ranges(const ZnScale *scale)
{
	return scale->bins || scale->type == ZN_SCALE_QUANTILE || scale->type == ZN_SCALE_QUANTIZE || scale->type == ZN_SCALE_THRESHOLD;
}

typedef struct Source {
	ZnArray *values;
	bool explicit_values;
	double max; /* where the last range ends */
	const ZnTickFormat *format;
} Source;

static Source find_source(LegendBuild *b)
{
	ZnContext *context = b->env->context;
	ZnValue none = zn_undefined(), count = zn_guide_eval(b->env, ZN_LP(b, TICK_COUNT), none);
	if (b->kind == ZN_LEGEND_GRADIENT && !zn_truthy(count))
		count = zn_num(MAX(2, 2 * floor(zn_legend_gradient_length(b) / 100)));
	if (zn_is_nullish(count))
		count = zn_num(5);
	count = zn_scale_tick_count(b->scale, count, zn_guide_num(b->env, ZN_LP(b, TICK_MIN_STEP), none, 0));
	Source source = {.values = zn_guide_list(b->env, ZN_LP(b, VALUES)), .max = INFINITY};
	source.explicit_values = source.values != NULL;
	if (!source.values) {
		source.values = zn_scale_label_values(b->scale, context->arena, count);
		source.max = zn_scale_label_max(b->scale);
	}
	source.format = zn_scale_label_format(b->scale, context, count, zn_guide_eval(b->env, ZN_LP(b, FORMAT), none),
	                                      zn_guide_str(b->env, ZN_LP(b, FORMAT_TYPE), none, NULL),
	                                      source.explicit_values || b->kind == ZN_LEGEND_SYMBOL);
	return source;
}

/* The label, after labelExpr or an encode block's text. */
static void set_label(LegendBuild *b, LegendEntry *entry, ZnValue label, size_t index)
{
	ZnArena *arena = b->env->context->arena;
	if (b->env->translate && zn_is_str(entry->value) && zn_is_str(label))
		label = zn_str(b->env->translate(b->env->user, label.str));
	entry->datum = entry_datum(arena, entry->value, label, index);
	entry->label = label;
	ZnGuideValue expr = *ZN_LP(b, LABEL_EXPR);
	if (!expr.n_rules && zn_is_str(expr.value)) {
		ZnObject *wrapped = zn_object_new(arena);
		zn_object_set(arena, wrapped, "expr", expr.value);
		expr = zn_guide_value(b->env, zn_obj(wrapped));
	}
	expr = zn_legend_encoded(b, b->encode_labels, "text", &expr);
	if (expr.n_rules || !zn_is_nullish(expr.value))
		entry->label = zn_guide_eval(b->env, &expr, entry->datum);
}

static ZnValue format_value(const Source *source, ZnArena *arena, ZnValue value)
{
	return source->format ? zn_str(zn_tick_format_apply(source->format, arena, value)) : zn_str("");
}

static void find_symbols(LegendBuild *b, Source *source)
{
	ZnArena *arena = b->env->context->arena;
	size_t total = source->values->n, shown = total;
	double limit = zn_guide_num(b->env, ZN_LP(b, SYMBOL_LIMIT), zn_undefined(), 0);
	if (limit >= 1 && (double)total > limit)
		shown = (size_t)limit - 1;
	ZnArray *values = zn_array_new(arena, shown + 1);
	for (size_t i = 0; i < shown; i++)
		zn_array_push(arena, values, source->values->items[i]);
	double max = shown < total ? INFINITY : source->max;
	ZnValue first = values->n && !source->explicit_values ? zn_scale_map(b->scale, values->items[0]) : zn_undefined();
	if (zn_is_num(first) && first.num == 0) { /* nothing to see */
		for (size_t i = 1; i < values->n; i++)
			values->items[i - 1] = values->items[i];
		values->n--;
		max = INFINITY;
	}
	b->entries = zn_new_n(arena, LegendEntry, values->n + 1);
	for (size_t i = 0; i < values->n; i++) {
		LegendEntry *entry = &b->entries[b->n_entries++];
		entry->value = values->items[i];
		bool range = has_ranges(b->scale) && source->format;
		set_label(b, entry,
		          range ? zn_str(zn_tick_format_range(source->format, arena, values, i, max)) : format_value(source, arena, entry->value),
		          i);
	}
	if (shown < total) {
		LegendEntry *entry = &b->entries[b->n_entries++];
		entry->value = source->values->items[values->n];
		set_label(b, entry, zn_strf(arena, "…%zu entries", total - values->n), values->n);
	}
	for (size_t i = 0; i < b->n_entries; i++) {
		LegendEntry *entry = &b->entries[i];
		entry->size = zn_legend_symbol_extent(b, entry->value, entry->datum);
		b->widest = MAX(b->widest, entry->size);
	}
}

static void find_gradient(LegendBuild *b, Source *source)
{
	ZnArena *arena = b->env->context->arena;
	const ZnScale *scale = b->scale;
	if (source->values->n < 3 && !source->explicit_values && scale->n_domain) {
		ZnValue first = scale->domain[0], last = scale->domain[scale->n_domain - 1];
		if (!zn_same(first, last)) { /* better the ends than a lone tick */
			source->values = zn_array_new(arena, 2);
			zn_array_push(arena, source->values, first);
			zn_array_push(arena, source->values, last);
		}
	}
	b->n_entries = source->values->n;
	b->entries = zn_new_n(arena, LegendEntry, b->n_entries);
	for (size_t i = 0; i < b->n_entries; i++) {
		LegendEntry *entry = &b->entries[i];
		entry->value = source->values->items[i];
		entry->fraction = zn_scale_fraction(scale, entry->value);
		set_label(b, entry, format_value(source, arena, entry->value), i);
	}
}

static void find_bands(LegendBuild *b, Source *source)
{
	ZnArena *arena = b->env->context->arena;
	size_t n = b->n_entries = source->values->n;
	b->entries = zn_new_n(arena, LegendEntry, n);
	for (size_t i = 0; i < n; i++) {
		LegendEntry *entry = &b->entries[i];
		entry->value = source->values->items[i];
		entry->fraction = i ? zn_scale_fraction(b->scale, entry->value) : 0;
		entry->fraction2 = i + 1 == n ? 1 : zn_scale_fraction(b->scale, source->values->items[i + 1]);
		set_label(b, entry, i ? format_value(source, arena, entry->value) : zn_null(), i);
	}
}

void zn_legend_find_entries(LegendBuild *b)
{
	Source source = find_source(b);
	switch (b->kind) {
	case ZN_LEGEND_SYMBOL:
		find_symbols(b, &source);
		break;
	case ZN_LEGEND_GRADIENT:
		find_gradient(b, &source);
		break;
	case ZN_LEGEND_DISCRETE:
		find_bands(b, &source);
		break;
	}
}
