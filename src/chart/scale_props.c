/* Scale properties: what the spec says and what Vega-Lite's rules fill in, merged over all uses of a scale. */
#include "chart/instance.h"

#include <string.h>

static const char *const names[ZN_N_SP] = {
	[ZN_SP_NICE] = "nice", [ZN_SP_ZERO] = "zero", [ZN_SP_PADDING] = "padding", [ZN_SP_PADDING_INNER] = "paddingInner",
	[ZN_SP_PADDING_OUTER] = "paddingOuter", [ZN_SP_ALIGN] = "align", [ZN_SP_REVERSE] = "reverse", [ZN_SP_ROUND] = "round", [ZN_SP_CLAMP] = "clamp",
	[ZN_SP_INTERPOLATE] = "interpolate", [ZN_SP_BASE] = "base", [ZN_SP_EXPONENT] = "exponent", [ZN_SP_CONSTANT] = "constant",
	[ZN_SP_DOMAIN_MAX] = "domainMax", [ZN_SP_DOMAIN_MID] = "domainMid", [ZN_SP_DOMAIN_MIN] = "domainMin", [ZN_SP_BINS] = "bins", [ZN_SP_RANGE] = "range"};

/* What the rules may look at: one use of the scale. */
typedef struct Rule {
	const ZnScaleDef *scale;
	const ZnScaleUse *use;
	const ZnChannelInfo *info;
	ZnValue config; /* config.scale */
	bool nested_offset, offset;
	ZnValue padding, padding_inner;
} Rule;

static bool is(const Rule *r, const char *mark)
{
	return !strcmp(r->use->unit->mark.type, mark);
}

static bool oriented(const Rule *r, const char *orient)
{
	return r->use->unit->mark.orient && !strcmp(r->use->unit->mark.orient, orient);
}

static bool continuous(const ZnScaleType type)
{
	return zn_scale_type_continuous(type);
}

bool zn_scale_type_has_prop(ZnScaleType type, ZnScaleProp prop)
{
	bool time = type == ZN_SCALE_TIME || type == ZN_SCALE_UTC, cont = continuous(type);
	bool banded = type == ZN_SCALE_BAND || type == ZN_SCALE_POINT;
	switch (prop) {
	case ZN_SP_RANGE:
	case ZN_SP_REVERSE:
		return true;
	case ZN_SP_BINS:
		return !banded && type != ZN_SCALE_ORDINAL;
	case ZN_SP_INTERPOLATE:
		return !banded && type != ZN_SCALE_IDENTITY;
	case ZN_SP_ROUND:
		return cont || banded;
	case ZN_SP_PADDING:
		return cont || banded;
	case ZN_SP_PADDING_OUTER:
	case ZN_SP_ALIGN:
		return banded;
	case ZN_SP_PADDING_INNER:
		return type == ZN_SCALE_BAND;
	case ZN_SP_DOMAIN_MAX:
	case ZN_SP_DOMAIN_MIN:
	case ZN_SP_DOMAIN_MID:
	case ZN_SP_CLAMP:
		return cont;
	case ZN_SP_NICE:
		return cont || type == ZN_SCALE_QUANTIZE || type == ZN_SCALE_THRESHOLD;
	case ZN_SP_EXPONENT:
		return type == ZN_SCALE_POW;
	case ZN_SP_BASE:
		return type == ZN_SCALE_LOG;
	case ZN_SP_CONSTANT:
		return type == ZN_SCALE_SYMLOG;
	case ZN_SP_ZERO:
		return (cont && !time && type != ZN_SCALE_LOG) || type == ZN_SCALE_QUANTIZE;
	default:
		return false;
	}
}

static ZnValue given_domain(const Rule *r)
{
	return zn_get(r->use->def->scale, "domain");
}

static ZnValue rule_nice(const Rule *r)
{
	const ZnChannelDef *def = r->use->def;
	if ((def->is_field && def->bin != ZN_BIN_NONE) || zn_is_arr(given_domain(r)) || !zn_is_nullish(zn_get(def->scale, "domainMax")) ||
		!zn_is_nullish(zn_get(def->scale, "domainMin")) || r->scale->type == ZN_SCALE_TIME || r->scale->type == ZN_SCALE_UTC)
		return zn_undefined();
	return r->info->position ? zn_bool(true) : zn_undefined();
}

static ZnValue rule_padding(const Rule *r)
{
	const ZnChannelDef *def = r->use->def;
	if (!r->info->position)
		return zn_undefined();
	if (continuous(r->scale->type)) {
		ZnValue own = zn_get(r->config, "continuousPadding");
		if (!zn_is_undefined(own))
			return own;
		if (is(r, "bar") && !(def->is_field && (def->bin != ZN_BIN_NONE || def->has_time_unit)) &&
			((oriented(r, "vertical") && r->scale->channel == ZN_CH_X) || (oriented(r, "horizontal") && r->scale->channel == ZN_CH_Y)))
			return zn_get2(r->use->unit->config, "bar", "continuousBandSize");
	}
	return r->scale->type == ZN_SCALE_POINT ? zn_get(r->config, "pointPadding") : zn_undefined();
}

static ZnValue rule_padding_inner(const Rule *r)
{
	if (!zn_is_undefined(r->padding))
		return zn_undefined();
	if (r->info->position) {
		if (r->nested_offset)
			return zn_get(r->config, "bandWithNestedOffsetPaddingInner");
		ZnValue all = zn_get(r->config, "bandPaddingInner");
		return !zn_is_undefined(all) ? all : zn_get(r->config, is(r, "bar") ? "barBandPaddingInner" : is(r, "tick") ? "tickBandPaddingInner" : "rectBandPaddingInner");
	}
	return r->offset && r->scale->type == ZN_SCALE_BAND ? zn_get(r->config, "offsetBandPaddingInner") : zn_undefined();
}

static ZnValue rule_padding_outer(const Rule *r)
{
	if (!zn_is_undefined(r->padding))
		return zn_undefined();
	if (r->info->position) {
		if (r->nested_offset)
			return zn_get(r->config, "bandWithNestedOffsetPaddingOuter");
		if (r->scale->type == ZN_SCALE_BAND) {
			ZnValue all = zn_get(r->config, "bandPaddingOuter");
			return !zn_is_undefined(all) ? all : zn_is_num(r->padding_inner) ? zn_num(r->padding_inner.num / 2) : zn_undefined();
		}
	} else if (r->offset) {
		if (r->scale->type == ZN_SCALE_POINT)
			return zn_num(0.5);
		if (r->scale->type == ZN_SCALE_BAND)
			return zn_get(r->config, "offsetBandPaddingOuter");
	}
	return zn_undefined();
}

static ZnValue rule_reverse(const Rule *r)
{
	ZnValue x_reverse = zn_get(r->config, "xReverse");
	bool descending = continuous(r->scale->type) && r->use->def->is_field && zn_is_string(r->use->def->sort, "descending");
	if (r->scale->channel == ZN_CH_X && zn_is_bool(x_reverse))
		return zn_bool(descending ? !x_reverse.b : x_reverse.b);
	return descending ? zn_bool(true) : zn_undefined();
}

static ZnValue rule_zero(const Rule *r)
{
	const ZnChannelDef *def = r->use->def;
	ZnValue domain = given_domain(r);
	ZnChannel channel = r->scale->channel;
	if (zn_truthy(domain) && !zn_is_string(domain, "unaggregated") && continuous(r->scale->type)) {
		ZnValue first = zn_at(domain, 0), last = zn_at(domain, zn_len(domain) ? zn_len(domain) - 1 : 0);
		return zn_bool(zn_is_num(first) && first.num <= 0 && zn_is_num(last) && last.num >= 0);
	}
	if (channel == ZN_CH_SIZE && def->type == ZN_QUANTITATIVE && !zn_scale_type_discretizing(r->scale->type))
		return zn_bool(true);
	if (r->offset)
		return zn_bool(zn_ranged_offset(r->use->unit, channel == ZN_CH_YOFFSET ? ZN_CH_Y : ZN_CH_X));
	if (!(def->is_field && def->bin != ZN_BIN_NONE) && (r->info->position || r->info->polar)) {
		if (is(r, "bar") || is(r, "area") || is(r, "line") || is(r, "trail"))
			if ((oriented(r, "horizontal") && channel == ZN_CH_Y) || (oriented(r, "vertical") && channel == ZN_CH_X))
				return zn_bool(false);
		if ((is(r, "bar") || is(r, "area")) && !zn_view_channel(r->use->unit, r->info->secondary))
			return zn_bool(true);
		return zn_get(r->config, "zero");
	}
	return zn_bool(false);
}

static ZnValue rule_interpolate(const Rule *r)
{
	return r->info->color && r->use->def->type != ZN_NOMINAL ? zn_str("hcl") : zn_undefined();
}

static ZnValue rule_bins(const Rule *r)
{
	const ZnChannelDef *def = r->use->def;
	if (!def->is_field)
		return zn_undefined();
	if (def->bin == ZN_BIN_BINNING)
		return zn_str("binning"); /* the boundaries come with the data */
	return def->bin == ZN_BIN_BINNED && zn_has(def->bin_params, "step") ? def->bin_params : zn_undefined();
}

static ZnValue (*const rules[ZN_N_SP])(const Rule *) = {
	[ZN_SP_NICE] = rule_nice, [ZN_SP_PADDING] = rule_padding, [ZN_SP_PADDING_INNER] = rule_padding_inner, [ZN_SP_PADDING_OUTER] = rule_padding_outer,
	[ZN_SP_REVERSE] = rule_reverse, [ZN_SP_ZERO] = rule_zero, [ZN_SP_INTERPOLATE] = rule_interpolate, [ZN_SP_BINS] = rule_bins};

static ZnExplicit use_prop(Rule *rule, ZnScaleProp prop)
{
	ZnValue given = zn_get(rule->use->def->scale, names[prop]);
	if (!zn_scale_type_has_prop(rule->scale->type, prop))
		return (ZnExplicit){0};
	if (!zn_is_undefined(given))
		return (ZnExplicit){given, true};
	return (ZnExplicit){rules[prop] ? rules[prop](rule) : zn_get(rule->config, names[prop]), false};
}

void zn_scale_def_props(ZnChart *chart, ZnScaleDef *def)
{
	for (size_t u = 0; u < def->n_uses; u++) {
		const ZnScaleUse *use = &def->uses[u];
		Rule rule = {.scale = def, .use = use, .info = zn_channel_info(def->channel), .config = zn_get(use->unit->config, "scale")};
		rule.nested_offset = zn_channel_def_data(zn_view_channel(use->unit, rule.info->offset)) != NULL;
		rule.offset = def->channel == ZN_CH_XOFFSET || def->channel == ZN_CH_YOFFSET;
		for (int p = 0; p < ZN_SP_RANGE; p++) { /* in order: padding before paddingInner before paddingOuter; the range has its own rules */
			ZnExplicit own = use_prop(&rule, p);
			if (p == ZN_SP_PADDING)
				rule.padding = own.value;
			else if (p == ZN_SP_PADDING_INNER)
				rule.padding_inner = own.value;
			ZnExplicit *merged = &def->props[p];
			if (!zn_is_undefined(own.value) && (zn_is_undefined(merged->value) || (own.given && !merged->given)))
				*merged = own;
		}
	}
}
