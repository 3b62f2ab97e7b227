#include "chart/instance.h"

#include "base/json.h"
#include "chart/geo.h"
#include "chart/selection.h"
#include "transform/dates.h"

#include <math.h>
#include <string.h>

static const ZnViewScales *view_scales(const ZnChart *chart, const ZnView *view)
{
	for (size_t i = 0; i < chart->n_view_scales; i++)
		if (chart->view_scales[i].view == view)
			return &chart->view_scales[i];
	return NULL;
}

const ZnScaleDef *zn_inst_scale_def(const ZnInst *inst, ZnChannel channel)
{
	for (; inst && channel >= 0; inst = inst->parent) {
		const ZnViewScales *scales = view_scales(inst->chart, inst->view);
		if (scales && scales->own[channel])
			return scales->own[channel];
	}
	return NULL;
}

const ZnScale *zn_inst_scale(const ZnInst *inst, ZnChannel channel)
{
	const ZnChannelDef *def = inst && channel >= 0 ? zn_channel_def_data(inst->view->encoding[channel]) : NULL;
	if (def && (zn_is_null(def->scale) || zn_is_false(def->scale))) /* shared scales of the views around it are not its own */
		return NULL;
	for (; inst && channel >= 0; inst = inst->parent)
		if (inst->scales[channel])
			return inst->scales[channel];
	return NULL;
}

ZnInst *zn_inst_plot(ZnInst *inst)
{
	while (inst->parent && inst->parent->view->kind == ZN_VIEW_LAYER)
		inst = inst->parent;
	return inst;
}

ZnInst *zn_inst_find(ZnInst *inst, const ZnView *view)
{
	if (inst->view == view)
		return inst;
	for (size_t i = 0; i < inst->n_children; i++) {
		ZnInst *found = zn_inst_find(inst->children[i], view);
		if (found)
			return found;
	}
	return NULL;
}

void zn_inst_each_unit(ZnInst *inst, void (*fn)(ZnInst *unit, void *user), void *user)
{
	if (inst->view->kind == ZN_VIEW_UNIT)
		fn(inst, user);
	for (size_t i = 0; i < inst->n_children; i++)
		zn_inst_each_unit(inst->children[i], fn, user);
}

ZnPlace zn_inst_place(const ZnInst *inst, const char *pointer)
{
	return zn_pointer(inst->chart->file, pointer ? pointer : inst->view->pointer);
}

/* scale("x", v), bandwidth("x"), domain("x"), range("x"), invert: by the channel's name, as Vega-Lite names its scales. */
static bool call_scale(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	if (n < 1 || !zn_is_str(args[0]))
		return false;
	ZnChannel channel = zn_channel_parse(args[0].str);
	const ZnScale *scale = zn_inst_scale(inst, channel);
	ZnArena *arena = inst->chart->context->arena;
	*result = zn_undefined();
	if (!scale)
		return true;
	if (!strcmp(name, "scale") && n > 1) {
		*result = zn_scale_map(scale, args[1]);
	} else if (!strcmp(name, "invert") && n > 1) {
		*result = zn_scale_invert(scale, zn_to_num(args[1]));
	} else if (!strcmp(name, "bandwidth")) {
		*result = zn_num(zn_scale_bandwidth(scale));
	} else if (!strcmp(name, "domain") || !strcmp(name, "range")) {
		bool domain = name[0] == 'd';
		ZnArray *array = zn_array_new(arena, domain ? scale->n_domain : scale->n_range);
		for (size_t i = 0; i < (domain ? scale->n_domain : scale->n_range); i++)
			zn_array_push(arena, array, domain ? scale->domain[i] : scale->range[i]);
		*result = zn_arr(array);
	}
	return true;
}

static bool call(void *user, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	if (zn_geo_call(user, name, args, n, result))
		return true;
	for (const char *const *known = (const char *const[]){"scale", "invert", "bandwidth", "domain", "range", NULL}; *known; known++)
		if (!strcmp(*known, name))
			return call_scale(user, name, args, n, result);
	return zn_selection_call(user, name, args, n, result);
}

ZnExprEnv zn_inst_env(ZnInst *inst)
{
	return (ZnExprEnv){.context = inst->chart->context,
					   .signals = inst->signals,
					   .parent_signals = inst->chart->signals,
					   .call = call,
					   .user = inst,
					   .random = &inst->chart->random,
					   .place = zn_inst_place(inst, NULL)};
}

static ZnValue param_value(void *user, const char *name)
{
	ZnInst *inst = user;
	ZnValue selected = zn_selection_value(inst, name);
	const ZnValue *value = zn_object_lookup(inst->chart->signals, name);
	return !zn_is_undefined(selected) ? selected : value ? *value : zn_undefined();
}

ZnTransformEnv zn_inst_transform_env(ZnInst *inst, ZnExprEnv *expr)
{
	return (ZnTransformEnv){.context = inst->chart->context, .expr = expr, .datasets = inst->chart->datasets, .param = param_value, .user = inst, .bins = inst->bins};
}

ZnValue zn_inst_value(ZnInst *inst, ZnValue value, const char *pointer)
{
	const char *text = zn_get_str(value, "expr", NULL);
	if (!text)
		text = zn_get_str(value, "signal", NULL);
	if (!text)
		return value;
	ZnPlace place = zn_inst_place(inst, pointer);
	ZnExpr *expr = zn_expr_parse(inst->chart->context, place, text, NULL);
	if (!expr)
		return zn_undefined();
	ZnExprEnv env = zn_inst_env(inst);
	env.place = place;
	return zn_expr_eval(expr, &env);
}

double zn_inst_num(ZnInst *inst, ZnValue value, double fallback)
{
	ZnValue result = zn_inst_value(inst, value, NULL);
	return zn_is_num(result) && isfinite(result.num) ? result.num : fallback;
}

ZnValue zn_datum_value(ZnContext *context, ZnValue value, const ZnChannelDef *def)
{
	if (zn_is_date_time(value))
		return zn_num(zn_date_time(value));
	bool temporal = def && (def->type == ZN_TEMPORAL || def->has_time_unit);
	bool unit_word = zn_is_str(value) && def && def->has_time_unit && g_ascii_isalpha(*value.str);
	if (temporal && zn_is_str(value) && !unit_word)
		return zn_num(zn_date_parse(value.str));
	if (temporal && def->has_time_unit && (zn_is_num(value) || unit_word)) { /* a bare number or name counts in the unit: 5 = May, "mon" */
		ZnObject *parts = zn_object_new(context->arena);
		zn_object_set(context->arena, parts, def->time_unit_name, value);
		if (!def->time_unit.maxbins && def->time_unit.units && (def->time_unit.units & (def->time_unit.units - 1)) == 0)
			return zn_num(zn_date_time(zn_obj(parts)));
	}
	if (temporal && zn_is_str(value))
		return zn_num(zn_date_parse(value.str));
	return value;
}
