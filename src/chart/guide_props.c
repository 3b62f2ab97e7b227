#include "chart/guide_props.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

/* --- style blocks: vega-parser config.js --- */

static const struct {
	const char *style, *key;
	ZnValue value;
} default_styles[] = {
    {"guide-label", "fill", ZN_PROP_STR("#000")},          {"guide-label", "font", ZN_PROP_STR("sans-serif")},
    {"guide-label", "fontSize", ZN_PROP_NUM(10)},          {"guide-title", "fill", ZN_PROP_STR("#000")},
    {"guide-title", "font", ZN_PROP_STR("sans-serif")},    {"guide-title", "fontSize", ZN_PROP_NUM(11)},
    {"guide-title", "fontWeight", ZN_PROP_STR("bold")},    {"group-title", "fill", ZN_PROP_STR("#000")},
    {"group-title", "font", ZN_PROP_STR("sans-serif")},    {"group-title", "fontSize", ZN_PROP_NUM(13)},
    {"group-title", "fontWeight", ZN_PROP_STR("bold")},    {"group-subtitle", "fill", ZN_PROP_STR("#000")},
    {"group-subtitle", "font", ZN_PROP_STR("sans-serif")}, {"group-subtitle", "fontSize", ZN_PROP_NUM(12)},
};

ZnValue zn_guide_style(const ZnGuideEnv *env, const char *style, const char *key)
{
	ZnValue block = zn_get2(env->config, "style", style);
	if (zn_has(block, key))
		return zn_get(block, key);
	for (size_t i = 0; i < G_N_ELEMENTS(default_styles); i++) {
		if (g_str_equal(default_styles[i].style, style) && g_str_equal(default_styles[i].key, key))
			return default_styles[i].value;
	}
	return zn_undefined();
}

/* --- values and rules --- */

static ZnValue expression_of(ZnValue value)
{
	ZnValue text = zn_get(value, "expr");
	return zn_is_str(text) ? text : zn_get(value, "signal");
}

static void add_rule(ZnGuideEnv *env, ZnGuideValue *out, size_t *cap, ZnValue test, bool always, ZnValue value)
{
	ZnGuideRule rule = {.always = always, .predicate = test, .value = value};
	if (zn_is_str(test))
		rule.test = zn_expr_parse(env->context, env->place, test.str, env->functions);
	ZnValue text = zn_is_obj(value) ? expression_of(value) : zn_undefined();
	if (zn_is_str(text)) {
		rule.expr = zn_expr_parse(env->context, env->place, text.str, env->functions);
		rule.value = zn_undefined(); /* a wrong expression has been reported: the next level must not hide it */
	}
	zn_push(env->context->arena, out->rules, out->n_rules, *cap, rule);
}

/* What a rule {"test": ..., "value": ...} or {"test": ..., "expr": ...} gives. */
static ZnValue rule_result(ZnValue rule)
{
	return zn_has(rule, "value") ? zn_get(rule, "value") : rule;
}

ZnGuideValue zn_guide_value(ZnGuideEnv *env, ZnValue value)
{
	ZnGuideValue out = {.value = value};
	size_t cap = 0;
	bool rule_list =
	    zn_is_arr(value) && zn_is_obj(zn_at(value, 0)) && (zn_has(zn_at(value, 0), "test") || zn_has(zn_at(value, 0), "value"));
	if (rule_list) {
		for (size_t i = 0; i < zn_len(value); i++) {
			ZnValue rule = zn_at(value, i);
			add_rule(env, &out, &cap, zn_get(rule, "test"), !zn_has(rule, "test"), rule_result(rule));
		}
	} else if (zn_has(value, "condition")) {
		ZnValue conditions = zn_get(value, "condition");
		size_t n = zn_is_arr(conditions) ? zn_len(conditions) : 1;
		for (size_t i = 0; i < n; i++) {
			ZnValue condition = zn_is_arr(conditions) ? zn_at(conditions, i) : conditions;
			ZnValue test = zn_get(condition, "test");
			add_rule(env, &out, &cap, zn_is_undefined(test) ? condition : test, false, rule_result(condition));
		}
		if (zn_has(value, "value") || zn_is_str(expression_of(value)))
			add_rule(env, &out, &cap, zn_undefined(), true, rule_result(value));
	} else if (zn_is_obj(value) && zn_is_str(expression_of(value))) {
		add_rule(env, &out, &cap, zn_undefined(), true, value);
	} else if (zn_has(value, "value")) {
		out.value = zn_get(value, "value");
	}
	return out;
}

void zn_guide_props(ZnGuideEnv *env, const ZnGuideProp *table, size_t n, ZnValue props, const ZnValue *levels, size_t n_levels,
                    const char *style, ZnGuideValue *out)
{
	for (size_t i = 0; i < n; i++) {
		const ZnGuideProp *prop = &table[i];
		ZnValue value = zn_get(props, prop->name);
		bool found = !zn_is_nullish(value);
		/* A null in the spec leaves the choice to the configs; a null in a config leaves it to the style. */
		for (size_t k = 0; k < n_levels && !found; k++) {
			found = zn_has(levels[k], prop->name);
			if (found)
				value = zn_get(levels[k], prop->name);
		}
		if (!found)
			value = prop->fallback;
		if (zn_is_nullish(value) && prop->style)
			value = zn_guide_style(env, style, prop->style);
		out[i] = zn_guide_value(env, value);
	}
}

static ZnValue run(ZnGuideEnv *env, const ZnExpr *expr, ZnValue datum)
{
	ZnExprEnv plain = {.context = env->context, .place = env->place};
	ZnExprEnv *expr_env = env->expr ? env->expr : &plain;
	expr_env->table = NULL;
	expr_env->datum = datum;
	return zn_expr_eval(expr, expr_env);
}

static bool rule_holds(ZnGuideEnv *env, const ZnGuideRule *rule, ZnValue datum)
{
	if (rule->always)
		return true;
	if (rule->test)
		return zn_truthy(run(env, rule->test, datum));
	if (zn_is_obj(rule->predicate))
		return env->holds && env->holds(env->user, rule->predicate, datum);
	return zn_is_true(rule->predicate);
}

ZnValue zn_guide_eval(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum)
{
	if (!value)
		return zn_undefined();
	if (!value->n_rules)
		return value->value;
	for (size_t i = 0; i < value->n_rules; i++) {
		const ZnGuideRule *rule = &value->rules[i];
		if (rule_holds(env, rule, datum))
			return rule->expr ? run(env, rule->expr, datum) : rule->value;
	}
	return zn_undefined();
}

double zn_guide_num(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum, double fallback)
{
	ZnValue found = zn_guide_eval(env, value, datum);
	double number = zn_is_nullish(found) ? NAN : zn_to_num(found);
	return isnan(number) ? fallback : number;
}

bool zn_guide_bool(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum)
{
	return zn_truthy(zn_guide_eval(env, value, datum));
}

const char *zn_guide_str(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum, const char *fallback)
{
	ZnValue found = zn_guide_eval(env, value, datum);
	return zn_is_str(found) ? found.str : fallback;
}

bool zn_guide_is_null(ZnGuideEnv *env, const ZnGuideValue *value)
{
	return zn_is_nullish(zn_guide_eval(env, value, zn_undefined()));
}

/* --- paint and strokes --- */

ZnArray *zn_guide_list(ZnGuideEnv *env, const ZnGuideValue *value)
{
	ZnValue values = zn_guide_eval(env, value, zn_undefined());
	if (!zn_is_arr(values))
		return NULL;
	ZnArray *out = zn_array_new(env->context->arena, zn_len(values));
	for (size_t i = 0; i < zn_len(values); i++) {
		ZnGuideValue one = zn_guide_value(env, zn_at(values, i));
		zn_array_push(env->context->arena, out, zn_guide_eval(env, &one, zn_undefined()));
	}
	return out;
}

ZnPaint zn_guide_paint(ZnGuideEnv *env, ZnValue color)
{
	ZnPaint paint = {.kind = ZN_PAINT_NONE};
	if (!zn_is_str(color) || !*color.str)
		return paint;
	paint.kind = ZN_PAINT_COLOR; /* "none" and "transparent" leave no ink, but their strokes count for the layout */
	if (!zn_color_parse(color.str, &paint.color)) {
		paint.color = (ZnColor){0};
		if (!g_str_equal(color.str, "none"))
			zn_warning(env->context->diags, env->place, "a CSS colour such as \"steelblue\" or \"#4682b4\"", "“%s” is not a colour",
			           color.str);
	}
	return paint;
}

void zn_guide_set_dash(ZnGuideEnv *env, ZnItem *item, ZnValue dash)
{
	size_t n = MIN(zn_len(dash), 16);
	if (!zn_is_arr(dash) || !n)
		return;
	double *lengths = zn_new_n(env->context->arena, double, n), sum = 0;
	for (size_t i = 0; i < n; i++) {
		lengths[i] = zn_to_num(zn_at(dash, i));
		if (!(lengths[i] >= 0) || isinf(lengths[i]))
			return;
		sum += lengths[i];
	}
	if (sum > 0) {
		item->dash = lengths;
		item->n_dash = (uint8_t)n;
	}
}

void zn_guide_set_stroke(ZnGuideEnv *env, ZnItem *item, const ZnGuideStroke *stroke, ZnValue datum)
{
	static const struct {
		const char *name;
		cairo_line_cap_t cap;
	} caps[] = {
	    {"butt", CAIRO_LINE_CAP_BUTT},
	    {"round", CAIRO_LINE_CAP_ROUND},
	    {"square", CAIRO_LINE_CAP_SQUARE},
	};
	item->stroke = zn_guide_paint(env, zn_guide_eval(env, stroke->color, datum));
	item->stroke_width = zn_guide_num(env, stroke->width, datum, 1);
	item->stroke_opacity = zn_guide_num(env, stroke->opacity, datum, 1);
	item->dash_offset = zn_guide_num(env, stroke->dash_offset, datum, 0);
	zn_guide_set_dash(env, item, zn_guide_eval(env, stroke->dash, datum));
	const char *cap = zn_guide_str(env, stroke->cap, datum, "butt");
	for (size_t i = 0; i < G_N_ELEMENTS(caps); i++) {
		if (g_str_equal(cap, caps[i].name))
			item->cap = (uint8_t)caps[i].cap;
	}
}

/* --- small vocabularies --- */

static int find_name(const char *const *names, int n, const char *name)
{
	for (int i = 0; i < n; i++) {
		if (name && g_str_equal(names[i], name))
			return i;
	}
	return -1;
}

bool zn_guide_align(const char *name, ZnTextAlign *out)
{
	static const char *const names[] = {[ZN_TEXT_LEFT] = "left", [ZN_TEXT_CENTER] = "center", [ZN_TEXT_RIGHT] = "right"};
	int i = find_name(names, G_N_ELEMENTS(names), name);
	if (i >= 0)
		*out = (ZnTextAlign)i;
	return i >= 0;
}

bool zn_guide_baseline(const char *name, ZnBaseline *out)
{
	static const char *const names[] = {
	    [ZN_BASELINE_ALPHABETIC] = "alphabetic", [ZN_BASELINE_TOP] = "top",           [ZN_BASELINE_MIDDLE] = "middle",
	    [ZN_BASELINE_BOTTOM] = "bottom",         [ZN_BASELINE_LINE_TOP] = "line-top", [ZN_BASELINE_LINE_BOTTOM] = "line-bottom",
	};
	int i = find_name(names, G_N_ELEMENTS(names), name);
	if (i >= 0)
		*out = (ZnBaseline)i;
	return i >= 0;
}

bool zn_guide_orient(ZnGuideEnv *env, const char *name, ZnOrient *out)
{
	static const char *const names[ZN_N_ORIENTS + 1] = {"left",      "right",       "top",          "bottom", "top-left",
	                                                    "top-right", "bottom-left", "bottom-right", "none",   NULL};
	int i = find_name(names, ZN_N_ORIENTS, name);
	if (i < 0) {
		zn_error(env->context->diags, env->place, name ? zn_did_you_mean(env->context->arena, name, names) : NULL,
		         "“%s” is not a side where a guide can stand", name ? name : "");
		return false;
	}
	*out = (ZnOrient)i;
	return true;
}

ZnAnchor zn_guide_anchor(const char *name, ZnAnchor fallback)
{
	static const char *const names[] = {[ZN_ANCHOR_START] = "start", [ZN_ANCHOR_MIDDLE] = "middle", [ZN_ANCHOR_END] = "end"};
	int i = find_name(names, G_N_ELEMENTS(names), name);
	return i >= 0 ? (ZnAnchor)i : fallback;
}

double zn_anchor_position(ZnAnchor anchor, double from, double to)
{
	return anchor == ZN_ANCHOR_START ? from : anchor == ZN_ANCHOR_END ? to : (from + to) / 2;
}

ZnTextAlign zn_anchor_align(ZnAnchor anchor)
{
	return anchor == ZN_ANCHOR_START ? ZN_TEXT_LEFT : anchor == ZN_ANCHOR_END ? ZN_TEXT_RIGHT : ZN_TEXT_CENTER;
}
