/* Legends: Vega-Lite's rules, merging over views and over channels of the same field. */
#include "chart/encode.h"
#include "chart/guide_comp.h"

#include <string.h>

static const ZnChannel legend_channels[] = {ZN_CH_COLOR, ZN_CH_SIZE, ZN_CH_SHAPE, ZN_CH_OPACITY, ZN_CH_FILL_OPACITY, ZN_CH_STROKE_OPACITY,
											ZN_CH_STROKE_WIDTH, ZN_CH_STROKE_DASH, ZN_CH_ANGLE, ZN_CH_FILL, ZN_CH_STROKE};

typedef struct LegendRule {
	ZnInst *unit;
	ZnChannel channel;
	const ZnChannelDef *def;
	const ZnScale *scale;
	ZnValue legend, config;
	const char *type, *orient;
	ZnValue direction;
} LegendRule;

static bool is(const ZnInst *unit, const char *mark)
{
	return !strcmp(unit->view->mark.type, mark);
}

static void set(ZnComp *comp, const LegendRule *r, const char *name, ZnValue ruled)
{
	ZnValue own = zn_get(r->legend, name);
	if (!zn_is_undefined(own))
		zn_comp_set(comp, name, own, true);
	else if (!zn_is_undefined(ruled) && !zn_has(r->config, name))
		zn_comp_set(comp, name, ruled, false);
}

static const char *legend_type(const LegendRule *r)
{
	const char *given = zn_get_str(r->legend, "type", NULL);
	if (given)
		return given;
	unsigned units = r->def->has_time_unit ? r->def->time_unit.units : 0;
	if (zn_channel_info(r->channel)->color) {
		if (units == ZN_UNIT_QUARTER || units == ZN_UNIT_MONTH || units == ZN_UNIT_DAY)
			return "symbol";
		if (zn_scale_type_continuous(r->scale->type))
			return "gradient";
	}
	return "symbol";
}

static ZnValue direction(const LegendRule *r)
{
	ZnValue own = zn_get(r->legend, "direction");
	if (!zn_is_undefined(own))
		return own;
	own = zn_get(r->config, "gradientDirection");
	if (!zn_is_undefined(own))
		return own;
	if (!strcmp(r->orient, "top") || !strcmp(r->orient, "bottom"))
		return zn_str("horizontal");
	if (!strcmp(r->orient, "left") || !strcmp(r->orient, "right") || !strcmp(r->orient, "none"))
		return zn_undefined();
	return !strcmp(r->type, "gradient") ? zn_str("horizontal") : zn_undefined();
}

static ZnValue gradient_length(const LegendRule *r)
{
	bool horizontal = zn_is_string(r->direction, "horizontal");
	double min = zn_get_num(r->config, horizontal ? "gradientHorizontalMinLength" : "gradientVerticalMinLength", 64);
	double max = zn_get_num(r->config, horizontal ? "gradientHorizontalMaxLength" : "gradientVerticalMaxLength", 200);
	if (!zn_scale_type_continuous(r->scale->type))
		return zn_undefined();
	if (horizontal && strcmp(r->orient, "top") && strcmp(r->orient, "bottom"))
		return zn_num(min);
	return zn_num(CLAMP(horizontal ? r->unit->width : r->unit->height, min, max));
}

static ZnValue symbol_type(const LegendRule *r)
{
	static const struct { const char *mark, *symbol; } symbols[] = {{"bar", "square"}, {"rect", "square"}, {"image", "square"}, {"square", "square"},
																	{"line", "stroke"}, {"trail", "stroke"}, {"rule", "stroke"}};
	if (r->channel != ZN_CH_SHAPE) {
		const ZnChannelDef *shape = r->unit->view->encoding[ZN_CH_SHAPE];
		ZnValue value = shape && shape->is_value ? shape->value : zn_get(r->unit->view->mark.raw, "shape");
		if (zn_truthy(value))
			return value;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++)
		if (is(r->unit, symbols[i].mark))
			return zn_str(symbols[i].symbol);
	return zn_str("circle");
}

/* The greatest opacity that the encoding's values give; undefined when it has none. */
static ZnValue max_opacity(const ZnView *view)
{
	const ZnChannelDef *def = view->encoding[ZN_CH_OPACITY];
	ZnValue best = def && def->is_value ? def->value : zn_undefined();
	for (size_t i = 0; def && i < def->n_conditions; i++) {
		ZnValue value = def->conditions[i].def->value;
		if (zn_is_num(value) && (!zn_is_num(best) || value.num > best.num))
			best = value;
	}
	return zn_is_undefined(best) ? zn_get(view->mark.raw, "opacity") : best;
}

/* The colour of a fill or stroke that the legend does not encode. */
typedef struct Colour {
	bool field, conditional; /* by a field; by conditions */
	ZnValue value;
} Colour;

static ZnValue first_condition(const ZnChannelDef *def)
{
	ZnValue value = def && def->is_value ? def->value : zn_undefined();
	for (size_t i = 0; def && zn_is_undefined(value) && i < def->n_conditions; i++)
		value = def->conditions[i].def->value;
	return value;
}

static Colour colour_of(const ZnView *view, bool fill, bool filled)
{
	const char *vega = fill ? "fill" : "stroke";
	const ZnChannelDef *own = view->encoding[fill ? ZN_CH_FILL : ZN_CH_STROKE], *color = filled == fill ? view->encoding[ZN_CH_COLOR] : NULL;
	const ZnChannelDef *def = own ? own : color;
	ZnValue value = filled == fill ? zn_mark_prop(view, "color", vega) : zn_mark_prop(view, vega, vega);
	if (zn_is_undefined(value) && filled == fill)
		value = zn_get2(view->config, "mark", "color");
	if (zn_is_undefined(value) && fill)
		for (const char *const *m = (const char *const[]){"bar", "point", "circle", "square", "geoshape", NULL}; *m; m++)
			if (!strcmp(*m, view->mark.type))
				value = zn_str("transparent");
	if (!def)
		return (Colour){.value = value};
	if (def->n_conditions) {
		ZnValue first = first_condition(def);
		if (zn_is_undefined(first))
			first = zn_has(view->mark.raw, vega) ? zn_get(view->mark.raw, vega) : filled ? zn_get(view->mark.raw, "color") : zn_undefined();
		return (Colour){.conditional = true, .value = first};
	}
	return (Colour){.field = def->is_field || def->is_datum, .value = def->is_value ? def->value : value};
}

static ZnObject *encode_symbols(const LegendRule *r)
{
	static const char *const config_props[] = {"stroke", "strokeWidth", "strokeDash", "strokeDashOffset", "strokeOpacity", "strokeJoin", "strokeMiterLimit", "fill", "fillOpacity"};
	const ZnView *view = r->unit->view;
	ZnArena *arena = r->unit->chart->context->arena;
	ZnObject *out = zn_object_new(arena);
	bool filled = view->mark.filled && !is(r->unit, "trail");
	for (size_t i = 0; i < G_N_ELEMENTS(config_props); i++) {
		ZnValue value = zn_mark_config(view, config_props[i], NULL);
		if (!zn_is_undefined(value))
			zn_object_set(arena, out, config_props[i], value);
	}
	Colour fill = colour_of(view, true, filled), stroke = colour_of(view, false, filled);
	ZnValue opacity = zn_has(r->legend, "symbolOpacity") || zn_has(r->config, "symbolOpacity") ? zn_undefined() : max_opacity(view);
	bool fill_color = zn_has(r->legend, "symbolFillColor") || zn_has(r->config, "symbolFillColor");
	bool stroke_color = zn_has(r->legend, "symbolStrokeColor") || zn_has(r->config, "symbolStrokeColor");
	if (r->channel == ZN_CH_FILL || (filled && r->channel == ZN_CH_COLOR)) {
		zn_object_remove(out, "fill");
	} else if (fill.field) {
		zn_object_remove(out, "fill");
		if (!fill_color) {
			ZnValue base = zn_get(r->config, "symbolBaseFillColor");
			zn_object_set(arena, out, "fill", zn_is_undefined(base) ? zn_str("black") : base);
			zn_object_set(arena, out, "fillOpacity", zn_is_undefined(opacity) ? zn_num(1) : opacity);
		}
	} else if (!zn_is_nullish(fill.value)) {
		zn_object_set(arena, out, "fill", fill.value);
	}
	if (r->channel == ZN_CH_STROKE || (!filled && r->channel == ZN_CH_COLOR) || stroke.field || stroke_color)
		zn_object_remove(out, "stroke");
	else if (!zn_is_nullish(stroke.value))
		zn_object_set(arena, out, "stroke", stroke.value);
	if (r->channel != ZN_CH_OPACITY && zn_truthy(opacity))
		zn_object_set(arena, out, "opacity", opacity);
	return out;
}

static void set_title(ZnComp *comp, const LegendRule *r)
{
	ZnArena *arena = r->unit->chart->context->arena;
	if (!zn_is_undefined(r->def->title))
		zn_comp_set(comp, "title", r->def->title, true);
	else if (zn_is_null(zn_get(r->config, "title")))
		zn_comp_set(comp, "title", zn_null(), true);
	else if (r->def->is_field)
		zn_array_push(arena, comp->titles, zn_str(zn_default_title(r->unit->chart, r->def, r->unit->view->config)));
}

static ZnComp *unit_legend(ZnInst *unit, ZnChannel channel)
{
	const ZnChannelDef *def = zn_channel_def_data(unit->view->encoding[channel]);
	const ZnScale *scale = zn_inst_scale(unit, channel);
	if (!def || !scale || zn_is_null(def->scale) || !zn_inst_scale_def(unit, channel))
		return NULL;
	ZnArena *arena = unit->chart->context->arena;
	ZnComp *comp = zn_comp_new(unit, channel);
	LegendRule r = {.unit = unit, .channel = channel, .def = def, .scale = scale, .legend = def->legend, .config = zn_get(unit->view->config, "legend")};
	comp->scales[channel] = scale;
	comp->field = def->field;
	comp->trail = is(unit, "trail");
	bool fills = channel == ZN_CH_FILL || (channel == ZN_CH_COLOR && unit->view->mark.filled && !comp->trail);
	if (channel == ZN_CH_COLOR || channel == ZN_CH_FILL || channel == ZN_CH_STROKE)
		*(fills ? &comp->fill : &comp->stroke) = scale;
	comp->disabled_given = !zn_is_undefined(r.legend);
	comp->disabled = comp->disabled_given ? !zn_truthy(r.legend) : zn_truthy(zn_get(r.config, "disable"));
	if (comp->disabled)
		return comp;
	r.type = legend_type(&r);
	r.orient = zn_get_str(r.legend, "orient", zn_get_str(r.config, "orient", "right"));
	r.direction = direction(&r);
	bool gradient = !strcmp(r.type, "gradient");
	for (size_t i = 0; zn_is_obj(r.legend) && i < r.legend.obj->n; i++) {
		const ZnMember *m = &r.legend.obj->members[i];
		if (strcmp(m->key, "title") && strcmp(m->key, "values") && !(gradient && g_str_has_prefix(m->key, "symbol")) && !(!gradient && g_str_has_prefix(m->key, "gradient")))
			zn_comp_set(comp, m->key, zn_inst_value(unit, m->value, def->pointer), true);
	}
	set(comp, &r, "direction", r.direction);
	set(comp, &r, "format", zn_guide_format(comp, def, r.legend, false));
	set(comp, &r, "formatType", zn_guide_format_type(def, r.legend, scale->type));
	zn_comp_set_format(comp, def, r.legend);
	bool greedy = scale->type == ZN_SCALE_QUANTILE || scale->type == ZN_SCALE_THRESHOLD || scale->type == ZN_SCALE_LOG || scale->type == ZN_SCALE_SYMLOG;
	set(comp, &r, "labelOverlap", greedy ? zn_str("greedy") : zn_undefined());
	if (gradient)
		set(comp, &r, "gradientLength", gradient_length(&r));
	else
		set(comp, &r, "symbolType", symbol_type(&r));
	bool natural = zn_channel_info(channel)->color && zn_scale_type_continuous(scale->type) ? gradient : !gradient;
	if (!natural)
		zn_comp_set(comp, "type", zn_str(r.type), zn_has(r.legend, "type"));
	ZnValue values = zn_guide_values(unit, def, zn_get(r.legend, "values"));
	if (!zn_is_undefined(values))
		zn_comp_set(comp, "values", values, true);
	set_title(comp, &r);
	if (!gradient) {
		ZnObject *symbols = encode_symbols(&r);
		if (symbols->n)
			zn_comp_set(comp, "encodeSymbols", zn_obj(symbols), false);
	} else if (zn_truthy(max_opacity(unit->view)) && !zn_has(r.legend, "gradientOpacity") && !zn_has(r.config, "gradientOpacity")) {
		ZnObject *encode = zn_object_new(arena);
		zn_object_set(arena, encode, "opacity", max_opacity(unit->view));
		zn_comp_set(comp, "encodeGradient", zn_obj(encode), false);
	}
	return comp;
}

/* --- which view shows which legend --- */

typedef struct Legends {
	ZnComp *by_channel[ZN_N_CHANNELS];
	ZnChannel order[ZN_N_CHANNELS]; /* as they came, layer by layer */
	size_t n;
} Legends;

static void put(Legends *legends, ZnChannel channel, ZnComp *comp)
{
	if (!legends->by_channel[channel])
		legends->order[legends->n++] = channel;
	legends->by_channel[channel] = comp;
}

static bool independent(const ZnView *view, ZnChannel channel)
{
	return view->resolve_scale[channel] == ZN_RESOLVE_INDEPENDENT || view->resolve_guide[channel] == ZN_RESOLVE_INDEPENDENT;
}

static bool owns_scale(const ZnInst *inst, ZnChannel channel)
{
	return inst->scales[channel] != NULL;
}

static void draw_all(ZnInst *inst, Legends *legends);

/* The legends that `inst` hands up to its parent; those that must stay are drawn at once, by whom they belong to. */
static void collect(ZnInst *inst, Legends *up)
{
	if (inst->view->kind == ZN_VIEW_UNIT) {
		for (size_t i = 0; i < G_N_ELEMENTS(legend_channels); i++) {
			ZnComp *comp = unit_legend(inst, legend_channels[i]);
			if (comp)
				put(up, legend_channels[i], comp);
		}
		return;
	}
	bool facet = inst->view->kind == ZN_VIEW_FACET, each = false; /* cells share what goes up: the first one's stands for all */
	for (size_t i = 0; i < inst->n_children && (!facet || i == 0 || each); i++) {
		if (inst->children[i]->empty_cell)
			continue;
		Legends child = {0}, staying = {0};
		collect(inst->children[i], &child);
		for (size_t k = 0; k < child.n; k++) {
			ZnChannel c = child.order[k];
			ZnComp *comp = child.by_channel[c];
			bool stays = owns_scale(inst->children[i], c) || independent(inst->view, c);
			each |= facet && stays;
			if (!stays && facet && up->by_channel[c])
				continue;
			if (!stays && !up->by_channel[c])
				put(up, c, comp);
			else if (stays || !zn_comp_merge(up->by_channel[c], comp))
				put(&staying, c, comp);
		}
		draw_all(inst->children[i], &staying);
	}
}

/* --- drawing --- */

static void drop_encoded(ZnComp *comp, ZnObject *props)
{
	ZnArena *arena = comp->unit->chart->context->arena;
	ZnValue symbols = zn_get(zn_obj(props), "encodeSymbols");
	if (!zn_is_obj(symbols))
		return;
	ZnObject *out = zn_object_copy(arena, symbols.obj);
	if (zn_has(symbols, "fill") && !zn_is_string(zn_get(symbols, "fill"), "transparent") && !zn_has(symbols, "stroke") && !comp->stroke)
		zn_object_set(arena, out, "stroke", zn_str("transparent"));
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		if (comp->scales[c] && zn_channel_info(c)->vega)
			zn_object_remove(out, zn_channel_info(c)->vega);
	if (comp->fill)
		zn_object_remove(out, "fill");
	if (comp->stroke)
		zn_object_remove(out, "stroke");
	zn_object_set(arena, props, "encodeSymbols", zn_obj(out));
}

static void draw(ZnInst *inst, ZnComp *comp)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnObject *props = zn_comp_object(comp);
	drop_encoded(comp, props);
	ZnLegendScales scales = {.fill = comp->fill,
							 .stroke = comp->stroke,
							 .size = comp->trail ? NULL : comp->scales[ZN_CH_SIZE],
							 .shape = comp->scales[ZN_CH_SHAPE],
							 .opacity = comp->scales[ZN_CH_OPACITY],
							 .stroke_width = comp->trail ? comp->scales[ZN_CH_SIZE] : comp->scales[ZN_CH_STROKE_WIDTH],
							 .stroke_dash = comp->scales[ZN_CH_STROKE_DASH]};
	if (!scales.fill && !scales.stroke && !scales.size && !scales.shape && !scales.opacity && !scales.stroke_width && !scales.stroke_dash)
		return; /* angles and the like have no legend in Vega */
	ZnExprEnv expr;
	ZnGuideEnv env = zn_guide_env(comp->unit, &expr);
	ZnGroup *legend = zn_legend_new(&env, &scales, zn_obj(props), inst->width, inst->height);
	if (legend)
		zn_group_add_legend(arena, inst->group, legend);
}

/* Do two scales see the same columns? Vega-Lite compares their domains. */
static bool same_columns(const ZnChart *chart, const ZnScaleDef *x, const ZnScaleDef *y)
{
	for (int way = 0; way < 2; way++) {
		const ZnScaleDef *a = way ? y : x, *b = way ? x : y;
		for (size_t i = 0; i < a->n_uses; i++) {
			const char *column = zn_channel_def_column(chart->context->arena, a->uses[i].def, NULL);
			bool found = false;
			for (size_t k = 0; k < b->n_uses && !found; k++)
				found = !g_strcmp0(column, zn_channel_def_column(chart->context->arena, b->uses[k].def, NULL));
			if (!found)
				return false;
		}
	}
	return true;
}

static bool mergeable(const ZnComp *a, const ZnComp *b)
{
	const ZnScaleDef *x = zn_inst_scale_def(a->unit, a->channel), *y = zn_inst_scale_def(b->unit, b->channel);
	return !g_strcmp0(a->field, b->field) && a->field && x && y && zn_scale_type_discrete(x->type) == zn_scale_type_discrete(y->type) &&
		   same_columns(a->unit->chart, x, y);
}

static void draw_all(ZnInst *inst, Legends *legends)
{
	ZnComp *groups[ZN_N_CHANNELS];
	size_t n = 0;
	for (size_t i = 0; i < legends->n; i++) {
		ZnComp *comp = legends->by_channel[legends->order[i]];
		bool merged = false;
		for (size_t g = 0; g < n && !merged; g++)
			merged = mergeable(groups[g], comp) && zn_comp_merge(groups[g], comp);
		if (!merged)
			groups[n++] = comp;
	}
	for (size_t g = 0; g < n; g++)
		if (!groups[g]->disabled)
			draw(inst, groups[g]);
}

void zn_view_legends(ZnInst *top)
{
	Legends legends = {0};
	collect(top, &legends);
	draw_all(top, &legends);
}
