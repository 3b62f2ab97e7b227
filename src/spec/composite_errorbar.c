/* Error bars and error bands: what they span is computed from raw values, or given as two ends, or as a value and its error. */
#include "base/json.h"
#include "spec/composite_private.h"

#include <string.h>

typedef enum { RAW, ENDS, ERROR } Input; /* ENDS: x and x2; ERROR: x and xError */

typedef struct ErrorMark {
	ZnComposite c;
	Input input;
	ZnArray *aggregate, *calculates; /* entries of an aggregate transform; transforms after it */
	ZnSummary summaries[3];
	size_t n_summaries;
	bool titles_name_field;
	ZnValue encoding, tooltip; /* of the parts */
	ZnValue transforms;
} ErrorMark;

static bool has_def(const ErrorMark *e, const char *channel)
{
	return zn_json_is_field_or_datum_def(zn_get(e->c.encoding, channel));
}

static bool fail(ErrorMark *e, const char *message)
{
	zn_normalize_error(e->c.n, zn_json_pointer(e->c.arena, e->c.pointer, "encoding"), NULL, "%s", message);
	return false;
}

/* The direction when the second channel of one axis says it. */
static bool orient_by(ErrorMark *e, const char *x_channel, const char *y_channel)
{
	ZnComposite *c = &e->c;
	bool x = has_def(e, x_channel), y = has_def(e, y_channel);
	if (x && y)
		return fail(e, zn_arena_printf(c->arena, "the mark “%s” cannot have both %s and %s", c->name, x_channel, y_channel));
	if (!x && !y)
		return fail(e, zn_arena_printf(c->arena, "the mark “%s” with %s2 needs %s too", c->name,
		                               has_def(e, "xError2") ? "xError" : "yError", has_def(e, "xError2") ? "xError" : "yError"));
	if (!zn_json_continuous(c, x ? "x" : "y"))
		return fail(e, zn_arena_printf(c->arena, "both %s and %s of the mark “%s” have to be quantitative", x ? "x" : "y",
		                               x ? x_channel : y_channel, c->name));
	c->vertical = y;
	return true;
}

static bool find_input(ErrorMark *e)
{
	bool ends = has_def(e, "x2") || has_def(e, "y2");
	bool error = has_def(e, "xError") || has_def(e, "xError2") || has_def(e, "yError") || has_def(e, "yError2");
	if (ends && error)
		return fail(e, zn_arena_printf(e->c.arena, "the mark “%s” takes either two ends (x2, y2) or an error (xError, yError)", e->c.name));
	e->input = ends ? ENDS : error ? ERROR : RAW;
	return e->input == RAW ? zn_composite_orient(&e->c) : ends ? orient_by(e, "x2", "y2") : orient_by(e, "xError", "yError");
}

static void push_op(ErrorMark *e, const char *op, const char *as)
{
	ZnComposite *c = &e->c;
	zn_array_push(c->arena, e->aggregate,
	              zn_build(c->arena, {"op", zn_str(op)}, {"field", zn_str(c->field)}, {"as", zn_strf(c->arena, "%s%s", as, c->field)}));
}

static void push_calculate(ErrorMark *e, const char *expression, const char *as)
{
	ZnComposite *c = &e->c;
	zn_array_push(c->arena, e->calculates,
	              zn_build(c->arena, {"calculate", zn_str(expression)}, {"as", zn_strf(c->arena, "%s%s", as, c->field)}));
}

static void push_summary(ErrorMark *e, const char *prefix, const char *title)
{
	e->summaries[e->n_summaries++] = (ZnSummary){prefix, title};
}

static const char *title_case(ZnArena *arena, const char *word)
{
	return zn_arena_printf(arena, "%c%s", g_ascii_toupper(word[0]), word + (word[0] != 0));
}

static const char *datum_of(ErrorMark *e, const char *prefix)
{
	return zn_composite_datum(&e->c, zn_arena_printf(e->c.arena, "%s%s", prefix, e->c.field));
}

/* The centre and so many standard errors or deviations around it. */
static void around_center(ErrorMark *e, const char *center, const char *extent)
{
	ZnArena *arena = e->c.arena;
	const char *name = title_case(arena, center);
	push_op(e, extent, "extent_");
	push_op(e, center, "center_");
	push_calculate(e, zn_arena_printf(arena, "%s + %s", datum_of(e, "center_"), datum_of(e, "extent_")), "upper_");
	push_calculate(e, zn_arena_printf(arena, "%s - %s", datum_of(e, "center_"), datum_of(e, "extent_")), "lower_");
	push_summary(e, "center_", name);
	push_summary(e, "upper_", zn_arena_printf(arena, "%s + %s", name, extent));
	push_summary(e, "lower_", zn_arena_printf(arena, "%s - %s", name, extent));
	e->titles_name_field = true;
}

/* Two quantiles or ends of a confidence interval. */
static void between(ErrorMark *e, const char *extent)
{
	bool ci = !strcmp(extent, "ci");
	const struct {
		const char *op, *prefix;
	} parts[] = {{ci ? "ci0" : "q1", "lower_"}, {ci ? "ci1" : "q3", "upper_"}, {ci ? "mean" : "median", "center_"}};
	static const size_t in_tooltip[] = {1, 0, 2};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		push_op(e, parts[i].op, parts[i].prefix);
	for (size_t i = 0; i < G_N_ELEMENTS(in_tooltip); i++) {
		ZnChannelDef def = {
		    .channel = ZN_CH_X, .is_field = true, .field = e->c.field, .aggregate = parts[in_tooltip[i]].op, .type = ZN_QUANTITATIVE};
		push_summary(e, parts[in_tooltip[i]].prefix, zn_channel_def_title(e->c.arena, &def, e->c.n->config));
	}
}

static void from_raw(ErrorMark *e)
{
	ZnComposite *c = &e->c;
	const char *extent = zn_get_str(c->mark, "extent", NULL), *center = zn_get_str(c->mark, "center", NULL);
	if (!center)
		center = extent ? (!strcmp(extent, "iqr") ? "median" : "mean") : zn_get_str(zn_get(c->n->config, "errorbar"), "center", "mean");
	if (!extent)
		extent = !strcmp(center, "mean") ? "stderr" : "iqr";
	if (!strcmp(center, "median") != !strcmp(extent, "iqr"))
		zn_normalize_warning(c->n, zn_json_pointer(c->arena, c->pointer, "mark"), NULL, "the center “%s” does not go with the extent “%s”",
		                     center, extent);
	if (!strcmp(extent, "stderr") || !strcmp(extent, "stdev"))
		around_center(e, center, extent);
	else
		between(e, extent);
}

/* An expression as a title: the fields without what is around them. */
static const char *without_datum(ZnArena *arena, const char *expression)
{
	g_autoptr(GString) text = g_string_new(expression);
	g_string_replace(text, "datum['", "", 0);
	g_string_replace(text, "']", "", 0);
	return zn_arena_strdup(arena, text->str);
}

static void from_computed(ErrorMark *e)
{
	ZnComposite *c = &e->c;
	if (zn_truthy(zn_get(c->mark, "center")) || zn_truthy(zn_get(c->mark, "extent")))
		zn_normalize_warning(c->n, zn_json_pointer(c->arena, c->pointer, "mark"), NULL,
		                     "center and extent have no effect: the ends are given");
	const char *value = zn_composite_datum(c, c->field);
	ZnValue second = zn_composite_axis_channel(c, e->input == ENDS ? "2" : "Error"), error2 = zn_composite_axis_channel(c, "Error2");
	const char *other = zn_composite_datum(c, zn_get_str(second, "field", ""));
	if (e->input == ENDS) {
		push_calculate(e, other, "upper_");
		push_calculate(e, value, "lower_");
	} else {
		push_summary(e, "", c->field);
		push_calculate(e, zn_arena_printf(c->arena, "%s + %s", value, other), "upper_");
		if (zn_truthy(error2)) /* its values have a sign of their own */
			push_calculate(e, zn_arena_printf(c->arena, "%s + %s", value, zn_composite_datum(c, zn_get_str(error2, "field", ""))),
			               "lower_");
		else
			push_calculate(e, zn_arena_printf(c->arena, "%s - %s", value, other), "lower_");
	}
	for (size_t i = 0; i < e->calculates->n; i++)
		push_summary(e, i ? "lower_" : "upper_", without_datum(c->arena, zn_get_str(e->calculates->items[i], "calculate", "")));
}

static bool take_apart(ErrorMark *e, ZnNormalizer *n, const ZnScope *scope, ZnValue spec, const char *name)
{
	ZnComposite *c = &e->c;
	ZnArena *arena = n->arena;
	zn_composite_init(c, n, scope, spec, name);
	if (!find_input(e) || !zn_composite_set_axis(c))
		return false;
	e->aggregate = zn_array_new(arena, 4);
	e->calculates = zn_array_new(arena, 2);
	if (e->input == RAW)
		from_raw(e);
	else
		from_computed(e);
	ZnValue others = zn_without(arena, c->encoding,
	                            ZN_KEYS(c->axis, zn_arena_printf(arena, "%s2", c->axis), zn_arena_printf(arena, "%sError", c->axis),
	                                    zn_arena_printf(arena, "%sError2", c->axis)));
	ZnExtracted extracted = zn_normalize_extract(n, others);
	zn_array_append(arena, extracted.aggregate, zn_arr(e->aggregate));
	e->encoding = extracted.encoding;
	e->tooltip = zn_composite_tooltip(c, e->summaries, e->n_summaries, e->encoding, e->titles_name_field);
	ZnArray *transforms = zn_array_new(arena, 4);
	zn_array_append(arena, transforms, zn_get(c->outer, "transform"));
	zn_array_append(arena, transforms, zn_arr(extracted.bins));
	zn_array_append(arena, transforms, zn_arr(extracted.time_units));
	if (extracted.aggregate->n)
		zn_array_push(arena, transforms,
		              zn_build(arena, {"aggregate", zn_arr(extracted.aggregate)},
		                       {"groupby", zn_arr(e->input == RAW ? extracted.groupby : zn_array_new(arena, 0))}));
	zn_array_append(arena, transforms, zn_arr(e->calculates));
	e->transforms = zn_arr(transforms);
	return true;
}

ZnValue zn_composite_errorbar(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ErrorMark e = {0};
	ZnComposite *c = &e.c;
	if (!take_apart(&e, n, scope, spec, "errorbar"))
		return zn_undefined();
	e.encoding = zn_without(c->arena, e.encoding, ZN_KEYS("size"));
	ZnValue thickness = zn_get(c->mark, "thickness");
	ZnValue tick = zn_build(c->arena, {"type", zn_str("tick")}, {"orient", zn_str(zn_composite_ticks_orient(c))}, {"aria", zn_bool(false)},
	                        {"thickness", thickness}, {"size", zn_get(c->mark, "size")});
	ZnValue rule = zn_build(c->arena, {"type", zn_str("rule")}, {"ariaRoleDescription", zn_str("errorbar")}, {"size", thickness});
	const ZnCompositePart parts[] = {{"ticks", tick, "lower", NULL, e.encoding, e.tooltip},
	                                 {"ticks", tick, "upper", NULL, e.encoding, e.tooltip},
	                                 {"rule", rule, "lower", "upper", e.encoding, e.tooltip}};
	ZnArray *layers = zn_array_new(c->arena, G_N_ELEMENTS(parts));
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		zn_composite_add(c, layers, &parts[i]);
	ZnValue result = zn_with(c->arena, c->outer, "transform", e.transforms);
	return layers->n == 1 ? zn_spread(c->arena, result, layers->items[0]) : zn_with(c->arena, result, "layer", zn_arr(layers));
}

ZnValue zn_composite_errorband(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ErrorMark e = {0};
	ZnComposite *c = &e.c;
	if (!take_apart(&e, n, scope, spec, "errorband"))
		return zn_undefined();
	bool both_axes = zn_has(c->encoding, "x") && zn_has(c->encoding, "y");
	ZnValue interpolate = zn_get(c->mark, "interpolate"), tension = zn_get(c->mark, "tension");
	if (!both_axes && (zn_truthy(interpolate) || zn_truthy(tension)))
		zn_normalize_warning(n, zn_json_pointer(c->arena, c->pointer, "mark"), NULL, "“%s” has no effect on an errorband along one axis",
		                     zn_truthy(interpolate) ? "interpolate" : "tension");
	ZnValue path = zn_build(c->arena, {"interpolate", zn_truthy(interpolate) ? interpolate : zn_undefined()},
	                        {"tension", zn_truthy(interpolate) && zn_truthy(tension) ? tension : zn_undefined()});
	ZnValue band = zn_build(c->arena, {"type", zn_str(both_axes ? "area" : "rect")}),
	        border = zn_build(c->arena, {"type", zn_str(both_axes ? "line" : "rule")});
	if (both_axes) {
		band = zn_with(c->arena, zn_spread(c->arena, band, path), "ariaRoleDescription", zn_str("errorband"));
		border = zn_with(c->arena, zn_spread(c->arena, border, path), "aria", zn_bool(false));
	}
	const ZnCompositePart parts[] = {{"band", band, "lower", "upper", e.encoding, e.tooltip},
	                                 {"borders", border, "lower", NULL, e.encoding, e.tooltip},
	                                 {"borders", border, "upper", NULL, e.encoding, e.tooltip}};
	ZnArray *layers = zn_array_new(c->arena, G_N_ELEMENTS(parts));
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		zn_composite_add(c, layers, &parts[i]);
	return zn_with(c->arena, zn_with(c->arena, c->outer, "transform", e.transforms), "layer", zn_arr(layers));
}
