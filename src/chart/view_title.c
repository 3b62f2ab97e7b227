/* Titles of views, and the note and source lines at the foot (usermeta.zhinu). */
#include "chart/encode.h"
#include "chart/guide_comp.h"

#include <string.h>

static void overlay(ZnArena *arena, ZnObject *into, ZnValue from)
{
	for (size_t i = 0; zn_is_obj(from) && i < from.obj->n; i++)
		zn_object_set(arena, into, from.obj->members[i].key, from.obj->members[i].value);
}

static double wrap_width(const ZnChart *chart, const ZnInst *inst)
{
	ZnValue padding = zn_get(chart->root->config, "padding");
	double all = zn_is_num(padding) ? padding.num : 0;
	if (inst == chart->top && chart->fit_width > 0)
		return chart->fit_width - zn_get_num(padding, "left", all) - zn_get_num(padding, "right", all);
	return inst->width;
}

void zn_view_title(ZnInst *inst)
{
	ZnChart *chart = inst->chart;
	ZnArena *arena = chart->context->arena;
	ZnValue title = inst->view->title;
	if (zn_is_nullish(title) || (chart->hide_title && inst == chart->top))
		return;
	ZnObject *props = zn_object_new(arena);
	ZnValue config = zn_get(inst->view->config, "title");
	/* what Vega-Lite itself passes on; the look of the text stays with the guides */
	for (const char *const *name = (const char *const[]){"anchor", "angle", "frame", "limit", "offset", "orient", "zindex", NULL}; *name; name++)
		if (zn_has(config, *name))
			zn_object_set(arena, props, *name, zn_get(config, *name));
	if (zn_is_obj(title) && !zn_has(title, "expr"))
		overlay(arena, props, title);
	else
		zn_object_set(arena, props, "text", title);
	ZnValue text = zn_inst_value(inst, zn_get(zn_obj(props), "text"), NULL), subtitle = zn_inst_value(inst, zn_get(zn_obj(props), "subtitle"), NULL);
	if (!zn_truthy(text))
		return;
	zn_object_set(arena, props, "text", zn_translate_value(chart, text));
	if (!zn_is_undefined(subtitle))
		zn_object_set(arena, props, "subtitle", zn_translate_value(chart, subtitle));
	ZnValue anchor = zn_get(zn_obj(props), "anchor");
	if (inst->view->kind == ZN_VIEW_UNIT || inst->view->kind == ZN_VIEW_LAYER) {
		if ((zn_is_undefined(anchor) || zn_is_string(anchor, "middle")) && !zn_has(zn_obj(props), "frame"))
			zn_object_set(arena, props, "frame", zn_str("group"));
	} else if (zn_is_undefined(anchor)) {
		zn_object_set(arena, props, "anchor", zn_str("start"));
	}
	ZnExprEnv expr;
	ZnGuideEnv env = zn_guide_env(inst, &expr);
	ZnValue wrap = zn_get2(zn_get(inst->view->config, "usermeta"), "zhinu", "titleWrap"); /* a theme asks for it; bare charts do as Vega */
	inst->group->title = zn_title_new(&env, zn_obj(props), inst->width, inst->height, zn_truthy(wrap) ? wrap_width(chart, inst) : 0);
}
