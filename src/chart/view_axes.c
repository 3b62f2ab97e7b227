/* Axes: Vega-Lite's rules for what an axis shows when the spec does not say, and how layers share one. */
#include "chart/encode.h"
#include "chart/guide_comp.h"
#include "chart/guide_props.h"

#include <math.h>
#include <string.h>

typedef struct AxisRule {
	ZnInst *unit;
	ZnChannel channel;
	const ZnChannelDef *def;
	const ZnScaleDef *scale;
	ZnValue axis;       /* the spec's axis object */
	ZnValue own_config; /* Vega-Lite's typed configs merged: axisQuantitative, axisXBand ... */
	ZnValue vega_config; /* axis, axisBottom, axisX merged */
	ZnValue style_config;
	const char *orient;
	double label_angle; /* NaN = none */
	bool angle_is_expr;
} AxisRule;

static void overlay(ZnArena *arena, ZnObject *into, ZnValue from)
{
	for (size_t i = 0; zn_is_obj(from) && i < from.obj->n; i++)
		zn_object_set(arena, into, from.obj->members[i].key, from.obj->members[i].value);
}

static ZnValue style_of(const AxisRule *r, ZnValue styles)
{
	ZnArena *arena = r->unit->chart->context->arena;
	ZnObject *merged = zn_object_new(arena);
	ZnValue all = zn_get(r->unit->view->config, "style");
	if (zn_is_str(styles))
		overlay(arena, merged, zn_get(all, styles.str));
	for (size_t i = 0; i < zn_len(styles) && zn_is_arr(styles); i++)
		if (zn_is_str(zn_at(styles, i)))
			overlay(arena, merged, zn_get(all, zn_at(styles, i).str));
	return zn_obj(merged);
}

static void collect_configs(AxisRule *r)
{
	ZnArena *arena = r->unit->chart->context->arena;
	ZnValue config = r->unit->view->config;
	const char *x = r->channel == ZN_CH_X ? "X" : "Y";
	const char *types[2] = {NULL, NULL};
	switch (r->scale->type) {
	case ZN_SCALE_BAND:
		types[0] = "Discrete";
		types[1] = "Band";
		break;
	case ZN_SCALE_POINT:
		types[0] = "Discrete";
		types[1] = "Point";
		break;
	case ZN_SCALE_TIME:
	case ZN_SCALE_UTC:
		types[0] = "Temporal";
		break;
	default:
		types[0] = "Quantitative";
	}
	ZnObject *own = zn_object_new(arena), *vega = zn_object_new(arena);
	for (int i = 0; i < 2 && types[i]; i++)
		overlay(arena, own, zn_get(config, zn_arena_printf(arena, "axis%s", types[i])));
	for (int i = 0; i < 2 && types[i]; i++)
		overlay(arena, own, zn_get(config, zn_arena_printf(arena, "axis%s%s", x, types[i])));
	overlay(arena, vega, zn_get(config, "axis"));
	overlay(arena, vega, zn_get(config, zn_arena_printf(arena, "axis%c%s", g_ascii_toupper(r->orient[0]), r->orient + 1)));
	overlay(arena, vega, zn_get(config, zn_arena_printf(arena, "axis%s", x)));
	r->own_config = zn_obj(own);
	r->vega_config = zn_obj(vega);
	ZnValue style = zn_get(zn_obj(own), "style");
	r->style_config = style_of(r, zn_is_undefined(style) ? zn_get(zn_obj(vega), "style") : style);
}

/* A config value for a property, and whether Vega would find it by itself. */
static ZnValue config_value(const AxisRule *r, const char *name, bool *vegas)
{
	ZnValue value = zn_get(style_of(r, zn_get(r->axis, "style")), name);
	*vegas = false;
	if (zn_is_undefined(value))
		value = zn_get(r->own_config, name);
	if (zn_is_undefined(value)) {
		value = zn_get(r->vega_config, name);
		*vegas = !zn_is_undefined(value);
	}
	return zn_is_undefined(value) ? zn_get(r->style_config, name) : value;
}

/* --- rules --- */

static double normal_angle(double angle)
{
	return fmod(fmod(angle, 360) + 360, 360);
}

static bool main_orient(const AxisRule *r)
{
	return !strcmp(r->orient, r->channel == ZN_CH_X ? "bottom" : "left");
}

static ZnValue label_baseline(const AxisRule *r)
{
	double a = r->label_angle;
	if (isnan(a))
		return zn_undefined();
	if (r->channel == ZN_CH_X) {
		if ((45 < a && a < 135) || (225 < a && a < 315))
			return zn_str("middle");
		return zn_str((a <= 45 || 315 <= a) == !strcmp(r->orient, "top") ? "bottom" : "top");
	}
	if (a <= 45 || 315 <= a || (135 <= a && a <= 225))
		return r->angle_is_expr ? zn_str("alphabetic") : zn_null(); /* Vega's own: but said, so that another layer's angle does not say otherwise */
	return zn_str((45 <= a && a <= 135) == !strcmp(r->orient, "left") ? "top" : "bottom");
}

static ZnValue label_align(const AxisRule *r)
{
	double a = r->label_angle, start = r->channel == ZN_CH_X ? 0 : 90;
	if (isnan(a))
		return zn_undefined();
	if (fmod(a + start, 180) == 0) /* the expression that Vega-Lite writes for an angle that is one leaves Vega no default */
		return r->channel == ZN_CH_Y ? zn_str("center") : r->angle_is_expr ? zn_str("left") : zn_null();
	return zn_str((start < a && a < 180 + start) == main_orient(r) ? "left" : "right");
}

static ZnValue tick_count(const AxisRule *r)
{
	if (zn_truthy(zn_get(r->axis, "values")) || zn_scale_type_discrete(r->scale->type) || r->scale->type == ZN_SCALE_LOG)
		return zn_undefined();
	double size = r->channel == ZN_CH_X ? r->unit->width : r->unit->height;
	if (r->def->is_field && r->def->bin == ZN_BIN_BINNING)
		return zn_num(ceil(size / 10));
	unsigned units = r->def->has_time_unit ? r->def->time_unit.units : 0;
	if (units == ZN_UNIT_MONTH || units == ZN_UNIT_HOURS || units == ZN_UNIT_DAY || units == ZN_UNIT_QUARTER)
		return zn_undefined();
	return zn_num(ceil(size / 40));
}

static ZnValue tick_min_step(const AxisRule *r, ZnValue format)
{
	if (zn_is_string(format, "d"))
		return zn_num(1);
	if (r->def->is_field && r->def->has_time_unit) {
		double duration = zn_time_unit_duration(&r->def->time_unit);
		return isnan(duration) ? zn_undefined() : zn_num(duration);
	}
	return zn_undefined();
}

static ZnValue label_overlap(const AxisRule *r)
{
	bool unit = r->def->is_field && r->def->has_time_unit, discrete = r->def->type == ZN_NOMINAL || r->def->type == ZN_ORDINAL;
	if ((unit && !zn_is_obj(r->def->sort) && !zn_is_arr(r->def->sort)) || !discrete)
		return r->scale->type == ZN_SCALE_LOG || r->scale->type == ZN_SCALE_SYMLOG ? zn_str("greedy") : zn_bool(true);
	return zn_undefined();
}

static void set_rule(ZnComp *comp, const AxisRule *r, const char *name, ZnValue ruled)
{
	ZnValue own = zn_get(r->axis, name);
	bool vegas;
	if (!zn_is_undefined(own)) {
		zn_comp_set(comp, name, own, true);
		return;
	}
	ZnValue config = config_value(r, name, &vegas);
	if (!zn_is_undefined(config))
		zn_comp_set(comp, name, config, false);
	else if (!zn_is_undefined(ruled))
		zn_comp_set(comp, name, ruled, false);
}

static ZnValue label_angle_rule(AxisRule *r)
{
	bool vegas;
	ZnValue angle = zn_inst_value(r->unit, zn_get(r->axis, "labelAngle"), r->def->pointer);
	r->angle_is_expr = zn_has(zn_get(r->axis, "labelAngle"), "expr");
	if (zn_is_undefined(angle))
		angle = zn_inst_value(r->unit, config_value(r, "labelAngle", &vegas), r->def->pointer);
	if (zn_is_num(angle)) {
		r->label_angle = normal_angle(angle.num);
		return zn_num(r->label_angle);
	}
	bool words = r->channel == ZN_CH_X && (r->def->type == ZN_NOMINAL || r->def->type == ZN_ORDINAL) && !(r->def->is_field && r->def->has_time_unit);
	r->label_angle = words ? 270 : NAN;
	return words ? zn_num(270) : zn_undefined();
}

static void set_title(ZnComp *comp, const AxisRule *r)
{
	ZnArena *arena = r->unit->chart->context->arena;
	ZnChannel second = zn_channel_info(r->channel)->secondary;
	const ZnChannelDef *def2 = zn_view_channel(r->unit->view, second);
	if (zn_has(r->axis, "title")) {
		zn_comp_set(comp, "title", zn_get(r->axis, "title"), true);
		return;
	}
	ZnValue title = r->def->title, title2 = def2 ? def2->title : zn_undefined();
	if (!zn_is_undefined(title) || !zn_is_undefined(title2)) {
		ZnValue joined = zn_truthy(title) && zn_truthy(title2) && !zn_same(title, title2)
							 ? zn_strf(arena, "%s, %s", zn_to_str(arena, title), zn_to_str(arena, title2))
							 : zn_truthy(title) ? title : zn_truthy(title2) ? title2 : zn_is_undefined(title) ? title2 : title;
		zn_comp_set(comp, "title", joined, true);
		return;
	}
	bool vegas;
	if (zn_is_null(config_value(r, "title", &vegas))) {
		zn_comp_set(comp, "title", zn_null(), false);
		return;
	}
	if (r->def->is_field)
		zn_array_push(arena, comp->titles, zn_str(zn_default_title(r->unit->chart, r->def, r->unit->view->config)));
	if (def2 && def2->is_field) {
		ZnValue more = zn_str(zn_default_title(r->unit->chart, def2, r->unit->view->config));
		if (!comp->titles->n || !zn_same(comp->titles->items[0], more))
			zn_array_push(arena, comp->titles, more);
	}
}

static bool discrete_definition(const ZnChannelDef *def)
{
	return zn_channel_def_discrete(def);
}

static void set_rules(ZnComp *comp, AxisRule *r)
{
	const ZnChannelDef *def = r->def;
	bool binned = def->is_field && def->bin != ZN_BIN_NONE;
	ZnValue angle = label_angle_rule(r);
	ZnValue format = zn_guide_format(comp, def, r->axis, true), type = zn_guide_format_type(def, r->axis, r->scale->type);
	zn_comp_set(comp, "orient", zn_str(r->orient), zn_has(r->axis, "orient"));
	if (!zn_is_undefined(angle))
		zn_comp_set(comp, "labelAngle", angle, zn_has(r->axis, "labelAngle"));
	set_rule(comp, r, "format", format);
	set_rule(comp, r, "formatType", type);
	zn_comp_set_format(comp, def, r->axis);
	set_rule(comp, r, "grid", zn_bool(!zn_scale_type_discrete(r->scale->type) && def->is_field && !binned));
	set_rule(comp, r, "labelAlign", label_align(r));
	set_rule(comp, r, "labelBaseline", label_baseline(r));
	set_rule(comp, r, "labelFlush", r->channel == ZN_CH_X && (def->type == ZN_QUANTITATIVE || def->type == ZN_TEMPORAL) ? zn_bool(true) : zn_undefined());
	set_rule(comp, r, "labelOverlap", label_overlap(r));
	set_rule(comp, r, "tickCount", tick_count(r));
	set_rule(comp, r, "tickMinStep", tick_min_step(r, format));
	set_rule(comp, r, "zindex", zn_num(!strcmp(r->unit->view->mark.type, "rect") && discrete_definition(def) ? 1 : 0));
	if (zn_ranged_offset(r->unit->view, r->channel)) { /* ticks and labels stand at the baseline within the band */
		ZnValue at = zn_has(r->axis, "bandPosition") ? zn_get(r->axis, "bandPosition") : zn_num(r->channel == ZN_CH_X ? 0 : 1);
		zn_comp_set(comp, "bandPosition", at, zn_has(r->axis, "bandPosition"));
		zn_comp_set(comp, "labelBand", at, false);
	}
	ZnValue values = zn_guide_values(r->unit, def, zn_get(r->axis, "values"));
	if (!zn_is_undefined(values))
		zn_comp_set(comp, "values", values, true);
	set_title(comp, r);
}

/* What the spec says without a rule of ours, and config properties that Vega does not know. */
static void set_rest(ZnComp *comp, const AxisRule *r)
{
	for (size_t i = 0; zn_is_obj(r->axis) && i < r->axis.obj->n; i++) {
		const ZnMember *member = &r->axis.obj->members[i];
		if (!zn_object_lookup(comp->values, member->key) && strcmp(member->key, "values") && strcmp(member->key, "title"))
			zn_comp_set(comp, member->key, member->value, true);
	}
	const ZnValue configs[] = {style_of(r, zn_get(r->axis, "style")), r->own_config, r->style_config};
	for (size_t c = 0; c < G_N_ELEMENTS(configs); c++)
		for (size_t i = 0; zn_is_obj(configs[c]) && i < configs[c].obj->n; i++) {
			const ZnMember *member = &configs[c].obj->members[i];
			bool vega_says = c == 2 && zn_has(r->vega_config, member->key);
			if (!zn_object_lookup(comp->values, member->key) && !vega_says && strcmp(member->key, "disable") && strcmp(member->key, "title"))
				zn_comp_set(comp, member->key, member->value, false);
		}
	bool vegas;
	for (const char *const *name = (const char *const[]){"translate", "labelExpr", "position", NULL}; *name; name++) {
		ZnValue value = config_value(r, *name, &vegas);
		if (!zn_object_lookup(comp->values, *name) && !zn_is_undefined(value))
			zn_comp_set(comp, *name, value, false);
	}
}

static ZnComp *unit_axis(ZnInst *unit, ZnChannel channel)
{
	const ZnChannelDef *def = zn_channel_def_data(unit->view->encoding[channel]);
	const ZnScaleDef *scale = zn_inst_scale_def(unit, channel);
	if (!def)
		def = zn_channel_def_data(zn_view_channel(unit->view, zn_channel_info(channel)->secondary));
	if (!def || !scale || zn_is_null(def->scale))
		return NULL;
	ZnComp *comp = zn_comp_new(unit, channel);
	AxisRule rule = {.unit = unit, .channel = channel, .def = def, .scale = scale, .axis = def->axis};
	ZnValue config = unit->view->config;
	const char *orient = zn_get_str(rule.axis, "orient", NULL);
	orient = orient ? orient : zn_get_str(zn_get(config, channel == ZN_CH_X ? "axisX" : "axisY"), "orient", NULL);
	orient = orient ? orient : zn_get_str(zn_get(config, "axis"), "orient", NULL);
	rule.orient = orient ? orient : channel == ZN_CH_X ? "bottom" : "left";
	collect_configs(&rule);
	bool vegas;
	comp->disabled_given = !zn_is_undefined(rule.axis);
	comp->disabled = comp->disabled_given ? !zn_truthy(rule.axis) : zn_truthy(config_value(&rule, "disable", &vegas));
	comp->has_grid_scale = zn_inst_scale(unit, channel == ZN_CH_X ? ZN_CH_Y : ZN_CH_X) != NULL;
	if (comp->disabled)
		return comp;
	set_rules(comp, &rule);
	set_rest(comp, &rule);
	return comp;
}

/* --- layers --- */

typedef struct Comps {
	ZnComp **items;
	size_t n, cap;
} Comps;

static bool independent(const ZnView *view, ZnChannel channel)
{
	return view->resolve_scale[channel] == ZN_RESOLVE_INDEPENDENT || view->resolve_guide[channel] == ZN_RESOLVE_INDEPENDENT;
}

static const char *opposite(const char *orient)
{
	static const char *const pairs[][2] = {{"bottom", "top"}, {"top", "bottom"}, {"left", "right"}, {"right", "left"}};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (!strcmp(pairs[i][0], orient))
			return pairs[i][1];
	return orient;
}

static void place_independent(Comps *comps)
{
	GHashTable *count = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < comps->n; i++) {
		ZnComp *comp = comps->items[i];
		const char *orient = zn_get_str(zn_obj(comp->values), "orient", NULL);
		if (!orient)
			continue;
		int here = GPOINTER_TO_INT(g_hash_table_lookup(count, orient));
		const char *other = opposite(orient);
		if (here > 0 && !zn_comp_given(comp, "orient") && here > GPOINTER_TO_INT(g_hash_table_lookup(count, other))) {
			zn_comp_set(comp, "orient", zn_str(other), false);
		}
		/* as Vega-Lite counts: at the place first meant */
		g_hash_table_insert(count, (void *)orient, GINT_TO_POINTER(here + 1));
		if (i > 0 && !zn_comp_given(comp, "grid"))
			zn_comp_set(comp, "grid", zn_bool(false), false);
	}
	g_hash_table_destroy(count);
}

static void collect(ZnInst *inst, ZnChannel channel, Comps *out)
{
	ZnArena *arena = inst->chart->context->arena;
	if (inst->view->kind == ZN_VIEW_UNIT) {
		ZnComp *comp = unit_axis(inst, channel);
		if (comp)
			zn_push(arena, out->items, out->n, out->cap, comp);
		return;
	}
	Comps all = {0};
	bool separate = independent(inst->view, channel);
	size_t n_merged = 0;
	for (size_t i = 0; i < inst->n_children; i++) {
		Comps child = {0};
		collect(inst->children[i], channel, &child);
		for (size_t k = 0; k < child.n; k++) {
			if (!separate && n_merged && child.n == 1 && zn_comp_merge(all.items[0], child.items[k]))
				continue;
			separate |= n_merged > 0;
			zn_push(arena, all.items, all.n, all.cap, child.items[k]);
			n_merged++;
		}
	}
	if (separate && all.n > 1)
		place_independent(&all);
	for (size_t i = 0; i < all.n; i++)
		zn_push(arena, out->items, out->n, out->cap, all.items[i]);
}

size_t zn_axis_comps(ZnInst *plot, ZnChannel channel, ZnComp ***comps)
{
	Comps found = {0};
	collect(plot, channel, &found);
	*comps = found.items;
	return found.n;
}

ZnGroup *zn_axis_group(ZnInst *plot, const ZnComp *comp, bool grid, double width, double height)
{
	ZnArena *arena = plot->chart->context->arena;
	ZnObject *props = zn_comp_object(comp);
	for (const char *const *name = (const char *const[]){"labelAlign", "labelBaseline", NULL}; *name; name++)
		if (zn_is_null(zn_get(zn_obj(props), *name)))
			zn_object_remove(props, *name);
	ZnExprEnv expr;
	ZnGuideEnv env = zn_guide_env(comp->unit, &expr);
	if (grid) {
		for (const char *const *off = (const char *const[]){"domain", "labels", "ticks", NULL}; *off; off++)
			zn_object_set(arena, props, *off, zn_bool(false));
		zn_object_set(arena, props, "title", zn_null());
		zn_object_remove(props, "position");
		zn_object_set(arena, props, "minExtent", zn_num(0));
		zn_object_set(arena, props, "maxExtent", zn_num(0));
	} else {
		zn_object_set(arena, props, "grid", zn_bool(false));
	}
	const ZnScale *scale = zn_inst_scale(comp->unit, comp->channel);
	const ZnScale *other = zn_inst_scale(comp->unit, comp->channel == ZN_CH_X ? ZN_CH_Y : ZN_CH_X);
	return scale ? zn_axis_new(&env, scale, zn_obj(props), grid ? other : NULL, width, height) : NULL;
}

/* Where the theme says so (usermeta.zhinu.zeroLine), the line of an axis stands at zero when the other scale has it inside, since that is where
 * the bars begin. */
static void move_line_to_zero(const ZnInst *plot, const ZnComp *comp, ZnGroup *axis)
{
	const ZnScale *other = zn_inst_scale(comp->unit, comp->channel == ZN_CH_X ? ZN_CH_Y : ZN_CH_X);
	if (!zn_truthy(zn_get(zn_get2(plot->view->config, "usermeta", "zhinu"), "zeroLine")) || !other || other->n_domain < 2)
		return;
	if (other->type != ZN_SCALE_LINEAR && other->type != ZN_SCALE_POW && other->type != ZN_SCALE_SQRT && other->type != ZN_SCALE_SYMLOG)
		return;
	double from = zn_to_num(other->domain[0]), to = zn_to_num(other->domain[other->n_domain - 1]), zero = zn_scale_num(other, zn_num(0));
	if (!(MIN(from, to) < 0 && MAX(from, to) > 0) || !isfinite(zero))
		return;
	for (size_t i = 0; i < axis->n_marks; i++) {
		ZnMarkList *list = axis->marks[i];
		if (!list->n || list->items[0].role != ZN_ROLE_AXIS_DOMAIN)
			continue;
		ZnItem *line = &list->items[0];
		const char *orient = zn_get_str(zn_obj(comp->values), "orient", "bottom");
		if (comp->channel == ZN_CH_X)
			line->y = line->y2 = floor(zero + 0.5) - (strcmp(orient, "top") ? plot->height : 0);
		else
			line->x = line->x2 = floor(zero + 0.5) - (strcmp(orient, "left") ? plot->width : 0);
	}
}

/* In a facet's cells the name of the cell stands where the theme puts the title of the y axis: the title goes above it, and once is enough. */
void zn_axis_title_above(const ZnInst *plot, ZnGroup *axis)
{
	ZnAxisGuide *guide = axis->guide;
	const ZnInst *facet = plot->parent;
	if (!guide->title_flush || guide->orient != ZN_ORIENT_LEFT || !guide->title || !guide->title->n || !facet || facet->view->kind != ZN_VIEW_FACET)
		return;
	ZnValue header = zn_get(plot->view->config, "header");
	if (zn_view_channel(facet->view, ZN_CH_FACET) || zn_view_channel(facet->view, ZN_CH_COLUMN))
		guide->title->items[0].y -= zn_get_num(header, "labelFontSize", 10) + zn_get_num(header, "labelPadding", 10);
}

bool zn_facet_shares_axis(const ZnInst *facet, ZnChannel channel)
{
	return !independent(facet->view, channel) && facet->view->kind == ZN_VIEW_FACET;
}

/* The nearest facet above, if the plot is directly its cell. */
static bool main_in_header(const ZnInst *plot, ZnChannel channel)
{
	return plot->parent && plot->parent->view->kind == ZN_VIEW_FACET && zn_facet_shares_axis(plot->parent, channel);
}

void zn_view_axes(ZnInst *plot)
{
	ZnArena *arena = plot->chart->context->arena;
	ZnComp **comps[2];
	size_t n[2];
	for (int i = 0; i < 2; i++)
		n[i] = zn_axis_comps(plot, i ? ZN_CH_Y : ZN_CH_X, &comps[i]);
	for (int grid = 1; grid >= 0; grid--) /* grids of both first */
		for (int i = 0; i < 2; i++)
			for (size_t k = 0; k < n[i]; k++) {
				const ZnComp *comp = comps[i][k];
				if (comp->disabled || (grid && !zn_truthy(zn_inst_value(comp->unit, zn_comp_get(comp, "grid"), NULL))) ||
					(!grid && main_in_header(plot, i ? ZN_CH_Y : ZN_CH_X)))
					continue;
				ZnGroup *axis = zn_axis_group(plot, comp, grid, plot->width, plot->height);
				if (!axis)
					continue;
				move_line_to_zero(plot, comp, axis);
				zn_axis_title_above(plot, axis);
				zn_group_add_axis(arena, plot->group, axis);
			}
}
