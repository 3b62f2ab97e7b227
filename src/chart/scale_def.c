/* Which scale serves which channel: its type, and how views share it (Vega-Lite's parseScaleCore and resolve). */
#include "base/json.h"
#include "chart/instance.h"

#include <string.h>

/* Scale types that can be merged into one scale. */
typedef enum { CATEGORY_NUMERIC, CATEGORY_TIME, CATEGORY_POSITION, CATEGORY_ORDINAL, CATEGORY_DISCRETIZING } Category;

static const struct { Category category; int precedence; } types[ZN_SCALE_N_TYPES] = {
	[ZN_SCALE_LINEAR] = {CATEGORY_NUMERIC, 0}, [ZN_SCALE_LOG] = {CATEGORY_NUMERIC, 1}, [ZN_SCALE_POW] = {CATEGORY_NUMERIC, 1},
	[ZN_SCALE_SQRT] = {CATEGORY_NUMERIC, 1}, [ZN_SCALE_SYMLOG] = {CATEGORY_NUMERIC, 1}, [ZN_SCALE_IDENTITY] = {CATEGORY_NUMERIC, 1},
	[ZN_SCALE_TIME] = {CATEGORY_TIME, 0}, [ZN_SCALE_UTC] = {CATEGORY_TIME, 0}, [ZN_SCALE_ORDINAL] = {CATEGORY_ORDINAL, 0},
	[ZN_SCALE_BAND] = {CATEGORY_POSITION, 11}, [ZN_SCALE_POINT] = {CATEGORY_POSITION, 10}, [ZN_SCALE_BIN_ORDINAL] = {CATEGORY_DISCRETIZING, 0},
	[ZN_SCALE_QUANTILE] = {CATEGORY_DISCRETIZING, 0}, [ZN_SCALE_QUANTIZE] = {CATEGORY_DISCRETIZING, 0}, [ZN_SCALE_THRESHOLD] = {CATEGORY_DISCRETIZING, 0},
};

static bool compatible(ZnScaleType a, ZnScaleType b)
{
	Category x = types[a].category, y = types[b].category;
	return x == y || (x == CATEGORY_POSITION && y == CATEGORY_TIME) || (x == CATEGORY_TIME && y == CATEGORY_POSITION);
}

static bool is(const ZnView *unit, const char *mark)
{
	return !strcmp(unit->mark.type, mark);
}

static bool has_offset(const ZnView *unit, ZnChannel channel)
{
	return zn_channel_def_data(zn_view_channel(unit, zn_channel_info(channel)->offset)) != NULL;
}

static ZnScaleType discrete_type(const ZnView *unit, ZnChannel channel, const ZnChannelDef *def)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	bool position = info->position || channel == ZN_CH_XOFFSET || channel == ZN_CH_YOFFSET;
	if (info->color || info->range == ZN_RANGE_DISCRETE)
		return ZN_SCALE_ORDINAL;
	if (position) {
		if (is(unit, "rect") || is(unit, "bar") || is(unit, "image") || is(unit, "rule") || is(unit, "tick"))
			return ZN_SCALE_BAND;
		if (info->position && has_offset(unit, channel))
			return ZN_SCALE_BAND;
	} else if (is(unit, "arc") && info->polar) {
		return ZN_SCALE_BAND;
	}
	const char *size = channel == ZN_CH_X ? "width" : channel == ZN_CH_Y ? "height" : NULL;
	if (size && zn_has(zn_get(unit->mark.raw, size), "band"))
		return ZN_SCALE_BAND;
	return zn_truthy(zn_get(def->axis, "tickBand")) ? ZN_SCALE_BAND : ZN_SCALE_POINT;
}

static ZnScaleType default_type(const ZnView *unit, ZnChannel channel, const ZnChannelDef *def)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	switch (def->type) {
	case ZN_TEMPORAL:
		if (info->color)
			return ZN_SCALE_TIME;
		if (info->range == ZN_RANGE_DISCRETE)
			return ZN_SCALE_ORDINAL;
		return def->has_time_unit && def->time_unit.utc ? ZN_SCALE_UTC : ZN_SCALE_TIME;
	case ZN_QUANTITATIVE:
		if (info->color)
			return def->bin == ZN_BIN_BINNING ? ZN_SCALE_BIN_ORDINAL : ZN_SCALE_LINEAR;
		return info->range == ZN_RANGE_DISCRETE ? ZN_SCALE_ORDINAL : ZN_SCALE_LINEAR;
	default:
		return discrete_type(unit, channel, def);
	}
}

/* Can the channel use a scale of the type at all? (Vega-Lite's channelSupportScaleType) */
static bool channel_supports(ZnChannel channel, ZnScaleType type)
{
	const ZnChannelInfo *info = zn_channel_info(channel);
	bool continuous = zn_scale_type_continuous(type);
	if (channel == ZN_CH_STROKE_DASH)
		return type == ZN_SCALE_ORDINAL || zn_scale_type_discretizing(type);
	if (channel == ZN_CH_SHAPE)
		return type == ZN_SCALE_ORDINAL || zn_scale_type_discretizing(type);
	if (info->color)
		return type != ZN_SCALE_BAND;
	if (info->position || info->polar || channel == ZN_CH_XOFFSET || channel == ZN_CH_YOFFSET)
		return continuous || type == ZN_SCALE_BAND || type == ZN_SCALE_POINT;
	return continuous || zn_scale_type_discretizing(type) || type == ZN_SCALE_BAND || type == ZN_SCALE_POINT || type == ZN_SCALE_ORDINAL;
}

static bool data_type_supports(ZnScaleType type, ZnMeasure measure)
{
	switch (measure) {
	case ZN_TEMPORAL:
		return type == ZN_SCALE_TIME || type == ZN_SCALE_UTC || type == ZN_SCALE_ORDINAL || type == ZN_SCALE_BAND || type == ZN_SCALE_POINT;
	case ZN_QUANTITATIVE:
		return type != ZN_SCALE_TIME && type != ZN_SCALE_UTC;
	case ZN_NOMINAL:
	case ZN_ORDINAL:
		return type == ZN_SCALE_ORDINAL || type == ZN_SCALE_BAND || type == ZN_SCALE_POINT;
	default:
		return true;
	}
}

static ZnScaleDef *unit_scale(ZnChart *chart, const ZnView *unit, ZnChannel channel)
{
	ZnContext *context = chart->context;
	const ZnChannelDef *def = zn_channel_def_data(unit->encoding[channel]);
	ZnChannel secondary = zn_channel_info(channel)->secondary;
	const ZnChannelDef *def2 = secondary == ZN_CH_NONE ? NULL : zn_channel_def_data(unit->encoding[secondary]);
	if (!def && def2) { /* only x2: it stands for x */
		def = def2;
		def2 = NULL;
	}
	if (!def || zn_is_null(def->scale) || zn_is_false(def->scale) || def->type == ZN_GEOJSON || def->type == ZN_TYPE_NONE)
		return NULL;
	if (is(unit, "geoshape") && channel == ZN_CH_SHAPE)
		return NULL;
	ZnScaleDef *scale = zn_new(context->arena, ZnScaleDef);
	scale->channel = channel;
	scale->owner = unit;
	scale->type = default_type(unit, channel, def);
	ZnValue type = zn_get(def->scale, "type");
	ZnScaleType given;
	if (zn_is_str(type)) {
		const char *pointer = zn_json_pointer(context->arena, zn_json_pointer(context->arena, def->pointer, "scale"), "type");
		if (!zn_scale_type_parse(type.str, &given)) {
			zn_error(context->diags, zn_pointer(chart->file, pointer), NULL, "“%s” is not a scale type", type.str);
		} else if (!channel_supports(channel, given) || (given == ZN_SCALE_BIN_ORDINAL && def->is_field && def->bin != ZN_BIN_BINNING) || (def->is_field && !data_type_supports(given, def->type))) {
			zn_warning(context->diags, zn_pointer(chart->file, pointer), NULL, "a %s scale does not work for this channel; using %s", type.str,
					   zn_scale_type_name(scale->type));
		} else {
			scale->type = given;
			scale->type_given = true;
		}
	}
	zn_push(context->arena, scale->uses, scale->n_uses, scale->cap_uses, ((ZnScaleUse){unit, def, def2}));
	return scale;
}

static ZnResolve resolve(const ZnView *view, ZnChannel channel)
{
	if (view->resolve_scale[channel] != ZN_RESOLVE_DEFAULT)
		return view->resolve_scale[channel];
	const ZnChannelInfo *info = zn_channel_info(channel);
	switch (view->kind) {
	case ZN_VIEW_FACET:
		return channel == ZN_CH_THETA ? ZN_RESOLVE_INDEPENDENT : ZN_RESOLVE_SHARED;
	case ZN_VIEW_CONCAT:
		return info->position || info->polar || channel == ZN_CH_XOFFSET || channel == ZN_CH_YOFFSET ? ZN_RESOLVE_INDEPENDENT : ZN_RESOLVE_SHARED;
	default:
		return ZN_RESOLVE_SHARED;
	}
}

static void merge_type(ZnScaleDef *into, const ZnScaleDef *child)
{
	bool take = child->type_given == into->type_given ? types[child->type].precedence > types[into->type].precedence : child->type_given;
	if (take) {
		into->type = child->type;
		into->type_given = child->type_given;
	}
}

static ZnViewScales *scales_of(ZnChart *chart, const ZnView *view)
{
	for (size_t i = 0; i < chart->n_view_scales; i++)
		if (chart->view_scales[i].view == view)
			return &chart->view_scales[i];
	zn_push(chart->context->arena, chart->view_scales, chart->n_view_scales, chart->cap_view_scales, ((ZnViewScales){.view = view}));
	return &chart->view_scales[chart->n_view_scales - 1];
}

/* Moves the children's definitions of a channel up into one, where they can be one. */
static void share(ZnChart *chart, const ZnView *view, ZnChannel channel)
{
	ZnScaleDef *merged = NULL;
	for (size_t i = 0; i < view->n_children; i++) {
		ZnScaleDef *child = scales_of(chart, view->children[i])->own[channel];
		if (!child)
			continue;
		if (!merged) {
			merged = zn_new(chart->context->arena, ZnScaleDef);
			merged->channel = channel;
			merged->owner = view;
			merged->type = child->type;
			merged->type_given = child->type_given;
		} else if (!compatible(merged->type, child->type)) {
			return; /* they stay independent */
		} else {
			merge_type(merged, child);
		}
		for (size_t u = 0; u < child->n_uses; u++)
			zn_push(chart->context->arena, merged->uses, merged->n_uses, merged->cap_uses, child->uses[u]);
	}
	if (!merged)
		return;
	for (size_t i = 0; i < view->n_children; i++)
		scales_of(chart, view->children[i])->own[channel] = NULL;
	scales_of(chart, view)->own[channel] = merged;
}

static void define(ZnChart *chart, const ZnView *view)
{
	if (view->kind == ZN_VIEW_UNIT) {
		ZnScaleDef *own[ZN_N_CHANNELS] = {NULL};
		for (int c = 0; c < ZN_N_CHANNELS; c++)
			if (zn_channel_info(c)->scaled)
				own[c] = unit_scale(chart, view, c);
		memcpy(scales_of(chart, view)->own, own, sizeof own);
		return;
	}
	for (size_t i = 0; i < view->n_children; i++)
		define(chart, view->children[i]);
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		if (zn_channel_info(c)->scaled && resolve(view, c) == ZN_RESOLVE_SHARED)
			share(chart, view, c);
}

void zn_scale_defs(ZnChart *chart)
{
	define(chart, chart->root);
	for (size_t i = 0; i < chart->n_view_scales; i++)
		for (int c = 0; c < ZN_N_CHANNELS; c++)
			if (chart->view_scales[i].own[c])
				zn_scale_def_props(chart, chart->view_scales[i].own[c]);
}
