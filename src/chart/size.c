/* Width and height of plots: given, by steps of a discrete scale, or the config's default (Vega-Lite's parseUnitLayoutSize). */
#include "chart/instance.h"

#include <math.h>
#include <string.h>

double zn_bandspace(double count, double inner, double outer)
{
	double space = count - inner + outer * 2;
	return count > 0 ? (space > 0 ? space : 1) : 0;
}

ZnInst *zn_inst_scale_owner(ZnInst *inst, ZnChannel channel)
{
	for (; inst; inst = inst->parent)
		for (size_t i = 0; i < inst->chart->n_view_scales; i++)
			if (inst->chart->view_scales[i].view == inst->view && inst->chart->view_scales[i].own[channel])
				return inst;
	return NULL;
}

ZnInst *zn_inst_first_plot(ZnInst *inst)
{
	if (zn_inst_is_plot_root(inst))
		return inst;
	if (inst->view->kind == ZN_VIEW_UNIT || inst->view->kind == ZN_VIEW_LAYER)
		return zn_inst_plot(inst);
	for (size_t i = 0; i < inst->n_children; i++) {
		ZnInst *plot = zn_inst_first_plot(inst->children[i]);
		if (plot)
			return plot;
	}
	return NULL;
}

/* The size that the spec gives a plot: its own, or the first that one of its layers gives. */
static ZnValue given_size(const ZnView *view, bool width)
{
	ZnValue own = width ? view->width : view->height;
	for (size_t i = 0; zn_is_nullish(own) && view->kind == ZN_VIEW_LAYER && i < view->n_children; i++)
		own = given_size(view->children[i], width);
	return own;
}

static ZnValue discrete_size(const ZnView *view, bool width)
{
	return zn_get2(view->config, "view", width ? "discreteWidth" : "discreteHeight");
}

static double default_step(const ZnView *view)
{
	return zn_get_num(zn_get(view->config, "view"), "step", 20);
}

/* The {"step": ...} in force for a direction, or undefined. */
static ZnValue step_spec(ZnInst *plot, bool width)
{
	ZnValue given = given_size(plot->view, width);
	if (zn_is_nullish(given))
		given = discrete_size(plot->view, width);
	return zn_has(given, "step") ? given : zn_undefined();
}

static bool steps_for_offset(ZnInst *plot, ZnChannel offset)
{
	ZnInst *owner = zn_inst_scale_owner(plot, offset);
	ZnValue spec = step_spec(plot, offset == ZN_CH_XOFFSET);
	const ZnScaleDef *def = zn_inst_scale_def(plot, offset);
	return owner && def && zn_scale_type_discrete(def->type) && !zn_is_string(zn_get(spec, "for"), "position");
}

/* A plot that is fitted into a given picture has no step. */
static bool fitted(const ZnInst *plot, bool width)
{
	const ZnChart *chart = plot->chart;
	if (plot == chart->top)
		return (width ? chart->fit_width : chart->fit_height) > 0;
	return width ? chart->spread_x : chart->spread_y;
}

static bool sized_by_step(ZnInst *plot, ZnChannel channel)
{
	bool width = channel == ZN_CH_X || channel == ZN_CH_XOFFSET;
	if (fitted(plot, width))
		return false;
	ZnValue given = given_size(plot->view, width);
	if (zn_is_nullish(given))
		given = discrete_size(plot->view, width);
	return zn_is_nullish(given) || zn_has(given, "step");
}

double zn_offset_step(ZnInst *plot, ZnChannel offset)
{
	if (!sized_by_step(plot, offset) || !steps_for_offset(plot, offset))
		return NAN;
	/* Without a given step the band is 20 px a position, unless the step is for the offset. */
	return zn_inst_num(plot, zn_get(step_spec(plot, offset == ZN_CH_XOFFSET), "step"), default_step(plot->view));
}

static double prop(ZnInst *plot, const ZnScaleDef *def, ZnScaleProp own, double fallback)
{
	ZnValue value = zn_scale_prop(def, own);
	if (zn_is_undefined(value))
		value = zn_scale_prop(def, ZN_SP_PADDING);
	return zn_inst_num(plot, value, fallback);
}

double zn_plot_step(ZnInst *plot, ZnChannel channel)
{
	const ZnScaleDef *def = zn_inst_scale_def(plot, channel);
	if (!def || (def->type != ZN_SCALE_BAND && def->type != ZN_SCALE_POINT) || !sized_by_step(plot, channel))
		return NAN;
	ZnChannel offset = zn_channel_info(channel)->offset;
	double step = zn_inst_num(plot, zn_get(step_spec(plot, channel == ZN_CH_X), "step"), default_step(plot->view));
	double offset_step = zn_offset_step(plot, offset);
	if (isnan(offset_step))
		return step;
	const ZnScaleDef *inner = zn_inst_scale_def(plot, offset);
	double count = (double)zn_scale_domain(zn_inst_scale_owner(plot, offset), inner)->n;
	if (inner->type == ZN_SCALE_BAND)
		count = zn_bandspace(count, prop(plot, inner, ZN_SP_PADDING_INNER, 0), prop(plot, inner, ZN_SP_PADDING_OUTER, 0));
	return offset_step * count / (1 - prop(plot, def, ZN_SP_PADDING_INNER, 0));
}

static double discrete_extent(ZnInst *plot, const ZnScaleDef *def, ZnChannel channel, double step)
{
	double count = (double)zn_scale_domain(zn_inst_scale_owner(plot, channel), def)->n;
	double inner = def->type == ZN_SCALE_BAND ? prop(plot, def, ZN_SP_PADDING_INNER, 0) : 1;
	return zn_bandspace(count, inner, prop(plot, def, ZN_SP_PADDING_OUTER, 0)) * step;
}

static bool first_unit_is_continuous(const ZnView *view)
{
	while (view->kind == ZN_VIEW_LAYER && view->n_children)
		view = view->children[0];
	return !strcmp(view->mark.type, "arc") || !strcmp(view->mark.type, "geoshape") || zn_is_obj(view->projection) ||
		   view->encoding[ZN_CH_LATITUDE] || view->encoding[ZN_CH_LONGITUDE];
}

/* The first unit of layers whose scales are independent. */
static ZnInst *unit_with_scale(ZnInst *inst, ZnChannel channel)
{
	if (inst->view->kind == ZN_VIEW_UNIT)
		return zn_inst_scale_def(inst, channel) ? inst : NULL;
	for (size_t i = 0; i < inst->n_children; i++) {
		ZnInst *unit = unit_with_scale(inst->children[i], channel);
		if (unit)
			return unit;
	}
	return NULL;
}

static double extent(ZnInst *plot, ZnChannel channel)
{
	bool width = channel == ZN_CH_X;
	const ZnView *view = plot->view;
	ZnValue given = given_size(view, width), config = zn_get(view->config, "view");
	const ZnScaleDef *def = zn_inst_scale_def(plot, channel);
	double continuous = zn_get_num(config, width ? "continuousWidth" : "continuousHeight", 300);
	if (zn_is_num(given))
		return given.num;
	if (zn_has(given, "expr"))
		return zn_inst_num(plot, given, continuous);
	if (zn_is_string(given, "container"))
		return continuous;
	double step = zn_plot_step(plot, channel);
	if (def && !isnan(step))
		return discrete_extent(plot, def, channel, step);
	ZnValue discrete = discrete_size(view, width);
	if (def)
		return zn_scale_type_discrete(def->type) && zn_is_num(discrete) ? discrete.num : continuous;
	if (first_unit_is_continuous(view))
		return continuous;
	ZnInst *unit = unit_with_scale(plot, channel);
	if (unit)
		return zn_scale_type_discrete(zn_inst_scale_def(unit, channel)->type) ? extent(unit, channel) : continuous;
	return zn_is_num(discrete) ? discrete.num : zn_inst_num(plot, zn_get(discrete, "step"), default_step(view));
}

static void set_size(ZnInst *inst, double width, double height)
{
	ZnArena *arena = inst->chart->context->arena;
	inst->width = width;
	inst->height = height;
	zn_object_set(arena, inst->signals, "width", zn_num(width));
	zn_object_set(arena, inst->signals, "height", zn_num(height));
	for (size_t i = 0; i < inst->n_children; i++)
		set_size(inst->children[i], width, height);
}

void zn_inst_sizes(ZnInst *inst)
{
	if (zn_inst_is_plot_root(inst)) {
		inst->natural_width = extent(inst, ZN_CH_X);
		inst->natural_height = extent(inst, ZN_CH_Y);
		set_size(inst, inst->natural_width, inst->natural_height);
		return;
	}
	for (size_t i = 0; i < inst->n_children; i++)
		zn_inst_sizes(inst->children[i]);
}

void zn_inst_resize(ZnInst *plot, double width, double height)
{
	set_size(plot, MAX(width, 1), MAX(height, 1));
}

void zn_inst_stretch(ZnInst *inst, double x, double y)
{
	if (zn_inst_is_plot_root(inst)) {
		zn_inst_resize(inst, floor(inst->natural_width * x), floor(inst->natural_height * y));
		return;
	}
	for (size_t i = 0; i < inst->n_children; i++)
		zn_inst_stretch(inst->children[i], x, y);
}

double zn_inst_zoom(ZnInst *unit, bool width)
{
	const ZnInst *plot = zn_inst_plot(unit);
	double natural = width ? plot->natural_width : plot->natural_height;
	if (!(natural > 0) || (width ? plot->chart->fit_width : plot->chart->fit_height) <= 0)
		return 1;
	return (width ? plot->width : plot->height) / natural;
}
