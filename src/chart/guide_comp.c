#include "chart/guide_comp.h"

#include "chart/encode.h"
#include "chart/selection.h"

#include <string.h>

ZnComp *zn_comp_new(ZnInst *unit, ZnChannel channel)
{
	ZnArena *arena = unit->chart->context->arena;
	ZnComp *comp = zn_new(arena, ZnComp);
	comp->unit = unit;
	comp->channel = channel;
	comp->values = zn_object_new(arena);
	comp->given = zn_object_new(arena);
	comp->titles = zn_array_new(arena, 2);
	return comp;
}

void zn_comp_set(ZnComp *comp, const char *name, ZnValue value, bool given)
{
	ZnArena *arena = comp->unit->chart->context->arena;
	zn_object_set(arena, comp->values, name, value);
	if (given)
		zn_object_set(arena, comp->given, name, zn_bool(true));
}

static void add_title(ZnComp *comp, ZnValue title)
{
	for (size_t i = 0; i < comp->titles->n; i++)
		if (zn_same(comp->titles->items[i], title))
			return;
	zn_array_push(comp->unit->chart->context->arena, comp->titles, title);
}

/* Two given titles become one line, unless they are the same. */
static ZnValue join_titles(ZnArena *arena, ZnValue a, ZnValue b)
{
	if (zn_same(a, b) || !zn_truthy(b))
		return a;
	if (!zn_truthy(a))
		return b;
	return zn_strf(arena, "%s, %s", zn_to_str(arena, a), zn_to_str(arena, b));
}

static bool encodes(const ZnComp *comp)
{
	return zn_object_lookup(comp->values, "encodeSymbols") || zn_object_lookup(comp->values, "encodeGradient");
}

bool zn_comp_merge(ZnComp *comp, const ZnComp *other)
{
	ZnArena *arena = comp->unit->chart->context->arena;
	if (zn_comp_given(comp, "orient") && zn_comp_given(other, "orient") && !zn_same(zn_comp_get(comp, "orient"), zn_comp_get(other, "orient")))
		return false;
	if (other->disabled_given && !comp->disabled_given) {
		comp->disabled = other->disabled;
		comp->disabled_given = true;
	}
	for (size_t i = 0; i < other->values->n; i++) {
		const char *name = other->values->members[i].key;
		ZnValue value = other->values->members[i].value;
		bool given = zn_comp_given(other, name), mine = zn_object_lookup(comp->values, name) != NULL;
		if (g_str_has_prefix(name, "encode") && encodes(comp))
			continue; /* one block: the first one's */
		if (!strcmp(name, "title") && mine && given && zn_comp_given(comp, name))
			zn_comp_set(comp, name, join_titles(arena, zn_comp_get(comp, name), value), true);
		else if (!strcmp(name, "type") && mine && !given && !zn_same(zn_comp_get(comp, name), value))
			zn_comp_set(comp, name, zn_str("symbol"), false), zn_object_remove(comp->values, "encodeGradient");
		else if (!strcmp(name, "symbolType") && mine && zn_is_string(value, "circle") && given == zn_comp_given(comp, name))
			zn_comp_set(comp, name, value, given);
		else if (!mine || (given && !zn_comp_given(comp, name)))
			zn_comp_set(comp, name, value, given);
	}
	for (size_t i = 0; i < other->titles->n; i++)
		add_title(comp, other->titles->items[i]);
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		if (!comp->scales[c])
			comp->scales[c] = other->scales[c];
	comp->fill = comp->fill ? comp->fill : other->fill;
	comp->stroke = comp->stroke ? comp->stroke : other->stroke;
	comp->has_grid_scale |= other->has_grid_scale;
	return true;
}

ZnValue zn_translate_value(const ZnChart *chart, ZnValue text)
{
	if (zn_is_str(text))
		return zn_str(zn_translate(chart, text.str));
	if (!zn_is_arr(text))
		return text;
	ZnArray *lines = zn_array_new(chart->context->arena, text.arr->n);
	for (size_t i = 0; i < text.arr->n; i++)
		zn_array_push(chart->context->arena, lines, zn_translate_value(chart, text.arr->items[i]));
	return zn_arr(lines);
}

ZnObject *zn_comp_object(const ZnComp *comp)
{
	ZnChart *chart = comp->unit->chart;
	ZnArena *arena = chart->context->arena;
	ZnObject *object = zn_object_copy(arena, comp->values);
	if (zn_comp_given(comp, "title")) {
		ZnValue given = zn_inst_value(comp->unit, zn_comp_get(comp, "title"), NULL);
		zn_object_set(arena, object, "title", zn_truthy(given) ? zn_translate_value(chart, given) : zn_null());
		return object;
	}
	g_autoptr(GString) title = g_string_new(NULL);
	for (size_t i = 0; i < comp->titles->n; i++) {
		const char *one = zn_translate(chart, zn_to_str(arena, comp->titles->items[i]));
		if (*one)
			g_string_append_printf(title, "%s%s", title->len ? ", " : "", one);
	}
	if (title->len)
		zn_object_set(arena, object, "title", zn_str_copy(arena, title->str, title->len));
	return object;
}

static bool timed(const ZnChannelDef *def)
{
	return def->type == ZN_TEMPORAL || (def->is_field && def->has_time_unit);
}

ZnValue zn_guide_format(const ZnComp *comp, const ZnChannelDef *def, ZnValue guide, bool omit_time_config)
{
	ZnContext *context = comp->unit->chart->context;
	ZnValue config = comp->unit->view->config, format = zn_inst_value(comp->unit, zn_get(guide, "format"), def->pointer);
	ZnValue type = zn_get(guide, "formatType");
	if (!zn_is_undefined(format))
		return format;
	if (zn_is_string(def->stack, "normalize") && zn_is_undefined(type))
		return zn_get(config, "normalizedNumberFormat");
	if (timed(def)) {
		if (def->is_field && def->has_time_unit && def->time_unit.units)
			return zn_str(zn_locale_unit_specifier(context->arena, context->locale, &def->time_unit));
		return omit_time_config ? zn_undefined() : zn_get(config, "timeFormat");
	}
	return def->type == ZN_QUANTITATIVE ? zn_get(config, "numberFormat") : zn_undefined();
}

ZnValue zn_guide_format_type(const ZnChannelDef *def, ZnValue guide, ZnScaleType type)
{
	ZnValue given = zn_get(guide, "formatType");
	if (zn_is_string(given, "number") || zn_is_string(given, "time"))
		return given;
	if (timed(def) && type != ZN_SCALE_TIME && type != ZN_SCALE_UTC)
		return zn_str(def->has_time_unit && def->time_unit.utc ? "utc" : "time");
	return zn_undefined();
}

const char *zn_custom_format(const ZnInst *inst, const ZnChannelDef *def, ZnValue format_type, ZnValue *format)
{
	ZnValue config = inst->view->config;
	if (!zn_truthy(zn_get(config, "customFormatTypes")))
		return NULL;
	if (zn_is_undefined(format_type) && zn_is_undefined(*format)) { /* the config's own for all numbers, for all times */
		bool time = timed(def);
		if (!time && def->type != ZN_QUANTITATIVE)
			return NULL;
		format_type = zn_get(config, time ? "timeFormatType" : "numberFormatType");
		*format = zn_get(config, time ? "timeFormat" : "numberFormat");
	}
	if (!zn_is_str(format_type) || zn_is_string(format_type, "number") || zn_is_string(format_type, "time") || zn_is_string(format_type, "utc"))
		return NULL;
	return format_type.str;
}

const char *zn_custom_format_text(ZnInst *inst, const char *function, ZnValue value, ZnValue format)
{
	ZnContext *context = inst->chart->context;
	ZnExpr *expr = zn_expr_parse(context, zn_inst_place(inst, NULL), zn_arena_printf(context->arena, "%s(datum.value, datum.format)", function), NULL);
	if (!expr)
		return "";
	ZnExprEnv env = zn_inst_env(inst);
	ZnObject *datum = zn_object_new(context->arena);
	zn_object_set(context->arena, datum, "value", value);
	zn_object_set(context->arena, datum, "format", format);
	env.datum = zn_obj(datum);
	return zn_to_str(context->arena, zn_expr_eval(expr, &env));
}

void zn_comp_set_format(ZnComp *comp, const ZnChannelDef *def, ZnValue guide)
{
	ZnArena *arena = comp->unit->chart->context->arena;
	ZnValue format = zn_inst_value(comp->unit, zn_get(guide, "format"), def->pointer);
	const char *function = zn_custom_format(comp->unit, def, zn_get(guide, "formatType"), &format);
	if (!function)
		return;
	zn_object_remove(comp->values, "format");
	zn_object_remove(comp->values, "formatType");
	const char *quoted = zn_is_str(format) ? zn_arena_printf(arena, ", '%s'", format.str) : "";
	if (!zn_has(guide, "labelExpr"))
		zn_comp_set(comp, "labelExpr", zn_strf(arena, "%s(datum.value%s)", function, quoted), true);
}

ZnValue zn_guide_values(ZnInst *unit, const ZnChannelDef *def, ZnValue values)
{
	ZnContext *context = unit->chart->context;
	values = zn_inst_value(unit, values, def->pointer);
	if (!zn_is_arr(values))
		return zn_undefined();
	ZnArray *out = zn_array_new(context->arena, values.arr->n);
	for (size_t i = 0; i < values.arr->n; i++)
		zn_array_push(context->arena, out, zn_datum_value(context, zn_inst_value(unit, values.arr->items[i], def->pointer), def));
	return zn_arr(out);
}

/* Predicates in guides look at the tick: {"field": "value", ...}. */
static bool holds(void *user, ZnValue predicate, ZnValue datum)
{
	ZnInst *inst = user;
	ZnContext *context = inst->chart->context;
	if (zn_is_str(zn_get(predicate, "param")))
		return zn_selection_test(inst, zn_get(predicate, "param").str, zn_get_bool(predicate, "empty", true), NULL, 0);
	ZnArray *rows = zn_array_new(context->arena, 1);
	zn_array_push(context->arena, rows, datum);
	ZnTable *table = zn_table_from_values(context->arena, zn_arr(rows));
	ZnExprEnv expr = zn_inst_env(inst);
	ZnTransformEnv env = zn_inst_transform_env(inst, &expr);
	ZnPredicate *parsed = zn_predicate_parse(&env, predicate, zn_inst_place(inst, NULL));
	return parsed && zn_predicate_test(parsed, &env, table, 0);
}

static const char *translate(void *user, const char *text)
{
	ZnInst *inst = user;
	return zn_translate(inst->chart, text);
}

ZnGuideEnv zn_guide_env(ZnInst *inst, ZnExprEnv *expr)
{
	*expr = zn_inst_env(inst);
	return (ZnGuideEnv){.context = inst->chart->context, .expr = expr, .config = inst->view->config, .place = zn_inst_place(inst, NULL), .holds = holds, .user = inst, .translate = translate};
}
