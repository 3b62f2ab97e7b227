/* Box plots: quartiles as boxes, whiskers to the extremes ("min-max") or to the last value within k times the box (Tukey), outliers beyond. */
#include "base/json.h"
#include "data/table.h"
#include "spec/composite_private.h"

#include <string.h>

typedef struct Boxplot {
	ZnComposite c;
	ZnValue extent;
	bool min_max;
	ZnValue size, invalid;
	ZnValue plain_tooltip; /* the tooltip fields of outliers: those without aggregate */
	ZnExtracted extracted; /* of the channels other than the continuous axis */
	ZnValue bare;          /* extracted.encoding without size and colour */
} Boxplot;

/* A tooltip's aggregated fields stay with the boxes, the others go to the outliers. */
static ZnValue split_tooltip(Boxplot *b, ZnValue encoding)
{
	ZnArena *arena = b->c.arena;
	ZnValue tooltip = zn_get(encoding, "tooltip"), rest = zn_without(arena, encoding, ZN_KEYS("tooltip"));
	if (!zn_truthy(tooltip))
		return rest;
	if (!zn_is_arr(tooltip)) {
		if (zn_truthy(zn_get(tooltip, "aggregate")))
			return encoding;
		b->plain_tooltip = tooltip;
		return rest;
	}
	ZnArray *aggregated = zn_array_new(arena, 0), *plain = zn_array_new(arena, 0);
	for (size_t i = 0; i < zn_len(tooltip); i++)
		zn_array_push(arena, zn_truthy(zn_get(zn_at(tooltip, i), "aggregate")) ? aggregated : plain, zn_at(tooltip, i));
	if (plain->n)
		b->plain_tooltip = plain->n == 1 ? plain->items[0] : zn_arr(plain);
	return aggregated->n ? zn_with(arena, rest, "tooltip", zn_arr(aggregated)) : rest;
}

static void push_op(ZnComposite *c, ZnArray *list, const char *op, const char *field, const char *as)
{
	zn_array_push(c->arena, list,
	              zn_build(c->arena, {"op", zn_str(op)}, {"field", zn_str(field)}, {"as", zn_str(zn_composite_column(c, as))}));
}

static void push_quartiles(ZnComposite *c, ZnArray *list)
{
	push_op(c, list, "q1", c->field, "lower_box_");
	push_op(c, list, "q3", c->field, "upper_box_");
}

static ZnArray *copy_array(ZnArena *arena, const ZnArray *array)
{
	ZnArray *copy = zn_array_new(arena, array->n);
	for (size_t i = 0; i < array->n; i++)
		zn_array_push(arena, copy, array->items[i]);
	return copy;
}

static ZnArray *bins_and_units(Boxplot *b)
{
	ZnArray *transforms = copy_array(b->c.arena, b->extracted.bins);
	zn_array_append(b->c.arena, transforms, zn_arr(b->extracted.time_units));
	return transforms;
}

/* The five numbers of each box. */
static ZnValue box_transforms(Boxplot *b)
{
	ZnComposite *c = &b->c;
	ZnArray *ops = copy_array(c->arena, b->extracted.aggregate);
	push_quartiles(c, ops);
	push_op(c, ops, "median", c->field, "mid_box_");
	push_op(c, ops, "min", c->field, b->min_max ? "lower_whisker_" : "min_");
	push_op(c, ops, "max", c->field, b->min_max ? "upper_whisker_" : "max_");
	ZnArray *transforms = bins_and_units(b);
	zn_array_push(c->arena, transforms, zn_build(c->arena, {"aggregate", zn_arr(ops)}, {"groupby", zn_arr(b->extracted.groupby)}));
	return zn_arr(transforms);
}

static ZnValue five_numbers(Boxplot *b)
{
	const ZnSummary summaries[] = {{b->min_max ? "upper_whisker_" : "max_", "Max"},
	                               {"upper_box_", "Q3"},
	                               {"mid_box_", "Median"},
	                               {"lower_box_", "Q1"},
	                               {b->min_max ? "lower_whisker_" : "min_", "Min"}};
	return zn_composite_tooltip(&b->c, summaries, G_N_ELEMENTS(summaries), b->extracted.encoding, true);
}

static ZnValue whisker_tooltip(Boxplot *b)
{
	static const ZnSummary summaries[] = {{"upper_whisker_", "Upper Whisker"}, {"lower_whisker_", "Lower Whisker"}};
	return b->min_max ? five_numbers(b) : zn_composite_tooltip(&b->c, summaries, G_N_ELEMENTS(summaries), b->extracted.encoding, true);
}

static void add_whiskers(Boxplot *b, ZnArray *layers)
{
	ZnArena *arena = b->c.arena;
	ZnValue tooltip = whisker_tooltip(b);
	ZnValue rule = zn_build(arena, {"type", zn_str("rule")}, {"invalid", b->invalid}, {"aria", zn_bool(false)});
	ZnValue tick = zn_build(arena, {"type", zn_str("tick")}, {"color", zn_str("black")}, {"opacity", zn_num(1)},
	                        {"orient", zn_str(zn_composite_ticks_orient(&b->c))}, {"invalid", b->invalid}, {"aria", zn_bool(false)});
	const ZnCompositePart parts[] = {{"rule", rule, "lower_whisker", "lower_box", b->bare, tooltip},
	                                 {"rule", rule, "upper_box", "upper_whisker", b->bare, tooltip},
	                                 {"ticks", tick, "lower_whisker", NULL, b->bare, tooltip},
	                                 {"ticks", tick, "upper_whisker", NULL, b->bare, tooltip}};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		zn_composite_add(&b->c, layers, &parts[i]);
}

/* The median's tick takes the box's colour where there is no box to stand out from. */
static ZnValue median_encoding(Boxplot *b)
{
	ZnComposite *c = &b->c;
	ZnValue color = zn_get(b->extracted.encoding, "color"), box = zn_get(c->config, "box");
	ZnValue fallback = zn_is_obj(box) ? zn_get(box, "color") : zn_get2(c->n->config, "mark", "color");
	if (!zn_truthy(color))
		color = zn_build(c->arena, {"value", zn_truthy(fallback) ? fallback : zn_str("#4c78a8")});
	const char *lower = zn_composite_datum(c, zn_arena_printf(c->arena, "lower_box_%s", c->field));
	const char *upper = zn_composite_datum(c, zn_arena_printf(c->arena, "upper_box_%s", c->field));
	ZnValue condition = zn_spread(c->arena, zn_build(c->arena, {"test", zn_strf(c->arena, "%s >= %s", lower, upper)}), color);
	ZnValue encoding = zn_spread(c->arena, b->bare, zn_build(c->arena, {"size", zn_get(b->extracted.encoding, "size")}));
	return zn_with(c->arena, encoding, "color", zn_build(c->arena, {"condition", condition}));
}

static void add_box(Boxplot *b, ZnArray *layers)
{
	ZnComposite *c = &b->c;
	ZnValue tooltip = five_numbers(b), median_color = zn_get2(c->config, "median", "color");
	ZnValue size = zn_truthy(b->size) ? b->size : zn_undefined();
	ZnValue bar = zn_build(c->arena, {"type", zn_str("bar")}, {"size", size}, {"orient", zn_str(c->vertical ? "vertical" : "horizontal")},
	                       {"invalid", b->invalid}, {"ariaRoleDescription", zn_str("box")});
	ZnValue tick = zn_build(c->arena, {"type", zn_str("tick")}, {"invalid", b->invalid},
	                        {"color", zn_truthy(median_color) ? median_color : zn_undefined()}, {"size", size},
	                        {"orient", zn_str(zn_composite_ticks_orient(c))}, {"aria", zn_bool(false)});
	zn_composite_add(c, layers, &(ZnCompositePart){"box", bar, "lower_box", "upper_box", b->extracted.encoding, tooltip});
	zn_composite_add(c, layers, &(ZnCompositePart){"median", tick, "mid_box", NULL, median_encoding(b), tooltip});
}

/* --- Tukey's whiskers and outliers --- */

typedef struct Fences {
	const char *field, *lower, *upper; /* expressions */
} Fences;

static Fences fences(Boxplot *b)
{
	ZnComposite *c = &b->c;
	const char *lower = zn_composite_datum(c, zn_arena_printf(c->arena, "lower_box_%s", c->field));
	const char *upper = zn_composite_datum(c, zn_arena_printf(c->arena, "upper_box_%s", c->field));
	const char *extent = zn_to_str(c->arena, b->extent);
	return (Fences){zn_composite_datum(c, c->field), zn_arena_printf(c->arena, "%s - %s * (%s - %s)", lower, extent, upper, lower),
	                zn_arena_printf(c->arena, "%s + %s * (%s - %s)", upper, extent, upper, lower)};
}

static ZnValue filter(ZnComposite *c, const char *expression)
{
	return zn_build(c->arena, {"filter", zn_str(expression)});
}

/* The whiskers, from the values between the fences; `first` are transforms that come before. */
static ZnValue tukey_whiskers(Boxplot *b, const Fences *f, ZnArray *first)
{
	ZnComposite *c = &b->c;
	ZnArray *ops = zn_array_new(c->arena, 4), *layers = zn_array_new(c->arena, 4);
	push_op(c, ops, "min", c->field, "lower_whisker_");
	push_op(c, ops, "max", c->field, "upper_whisker_");
	push_op(c, ops, "min", zn_arena_printf(c->arena, "lower_box_%s", c->field), "lower_box_"); /* kept through the aggregate */
	push_op(c, ops, "max", zn_arena_printf(c->arena, "upper_box_%s", c->field), "upper_box_");
	zn_array_append(c->arena, ops, zn_arr(b->extracted.aggregate));
	zn_array_push(c->arena, first,
	              filter(c, zn_arena_printf(c->arena, "(%s <= %s) && (%s <= %s)", f->lower, f->field, f->field, f->upper)));
	zn_array_push(c->arena, first, zn_build(c->arena, {"aggregate", zn_arr(ops)}, {"groupby", zn_arr(b->extracted.groupby)}));
	add_whiskers(b, layers);
	return zn_build(c->arena, {"transform", zn_arr(first)}, {"layer", zn_arr(layers)}, {ZN_POINTER_KEY, zn_str(c->pointer)});
}

static ZnValue outliers(Boxplot *b, const Fences *f)
{
	ZnComposite *c = &b->c;
	ZnArray *transforms = zn_array_new(c->arena, 1);
	zn_array_push(c->arena, transforms,
	              filter(c, zn_arena_printf(c->arena, "(%s < %s) || (%s > %s)", f->field, f->lower, f->field, f->upper)));
	ZnValue position =
	    zn_build(c->arena, {"field", zn_str(c->field)}, {"type", zn_get(c->axis_def, "type")}, {"title", zn_composite_title(c)},
	             {"scale", zn_get(c->axis_def, "scale")}, {"axis", zn_get(c->axis_def, "axis")});
	ZnValue encoding = zn_spread(c->arena, zn_build(c->arena, {c->axis, position}), zn_without(c->arena, b->bare, ZN_KEYS("tooltip")));
	encoding =
	    zn_spread(c->arena, encoding, zn_build(c->arena, {"color", zn_get(b->extracted.encoding, "color")}, {"tooltip", b->plain_tooltip}));
	ZnValue mark = zn_composite_part_mark(c, "outliers", zn_build(c->arena, {"type", zn_str("point")}));
	return zn_build(c->arena, {"transform", zn_arr(transforms)}, {"mark", mark}, {"encoding", encoding},
	                {ZN_POINTER_KEY, zn_str(c->pointer)});
}

static ZnValue tukey(Boxplot *b, ZnArray *boxes)
{
	ZnComposite *c = &b->c;
	Fences f = fences(b);
	ZnArray *quartiles = zn_array_new(c->arena, 2), *first = bins_and_units(b), *layers = zn_array_new(c->arena, 2);
	push_quartiles(c, quartiles);
	zn_array_push(c->arena, first, zn_build(c->arena, {"joinaggregate", zn_arr(quartiles)}, {"groupby", zn_arr(b->extracted.groupby)}));
	if (zn_composite_has_part(c, "outliers")) {
		ZnArray *both = zn_array_new(c->arena, 2);
		zn_array_push(c->arena, both, outliers(b, &f));
		zn_array_push(c->arena, both, tukey_whiskers(b, &f, zn_array_new(c->arena, 2)));
		zn_array_push(c->arena, layers,
		              zn_build(c->arena, {"transform", zn_arr(first)}, {"layer", zn_arr(both)}, {ZN_POINTER_KEY, zn_str(c->pointer)}));
	} else {
		zn_array_push(c->arena, layers, tukey_whiskers(b, &f, first));
	}
	zn_array_push(c->arena, layers,
	              zn_build(c->arena, {"transform", box_transforms(b)}, {"layer", zn_arr(boxes)}, {ZN_POINTER_KEY, zn_str(c->pointer)}));
	return zn_with(c->arena, c->outer, "layer", zn_arr(layers));
}

ZnValue zn_composite_boxplot(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	Boxplot b = {0};
	ZnComposite *c = &b.c;
	zn_composite_init(c, n, scope, spec, "boxplot");
	if (!zn_composite_orient(c) || !zn_composite_set_axis(c))
		return zn_undefined();
	b.extent = zn_get(zn_is_nullish(zn_get(c->mark, "extent")) ? c->config : c->mark, "extent");
	b.min_max = !zn_is_num(b.extent);
	ZnView view = {.config = n->config, .mark = {.type = "boxplot", .raw = c->mark}};
	b.size = zn_mark_prop(&view, "size", NULL);
	b.invalid = zn_get(c->mark, "invalid");
	b.extracted = zn_normalize_extract(n, split_tooltip(&b, zn_without(c->arena, c->encoding, ZN_KEYS(c->axis))));
	b.bare = zn_without(c->arena, b.extracted.encoding, ZN_KEYS("color", "size"));
	ZnArray *layers = zn_array_new(c->arena, 6);
	if (b.min_max)
		add_whiskers(&b, layers);
	add_box(&b, layers);
	if (!b.min_max)
		return tukey(&b, layers);
	ZnArray *transforms = zn_array_new(c->arena, 4);
	zn_array_append(c->arena, transforms, zn_get(c->outer, "transform"));
	zn_array_append(c->arena, transforms, box_transforms(&b));
	return zn_with(c->arena, zn_with(c->arena, c->outer, "transform", zn_arr(transforms)), "layer", zn_arr(layers));
}
