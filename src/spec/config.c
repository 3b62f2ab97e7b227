/* Vega-Lite's default config, and the merging of a theme and the spec's own config onto it. */
#include "base/json.h"
#include "spec/view.h"

#include <string.h>

/* From Vega-Lite's documentation of the config properties. Axis, legend and title defaults are Vega's and live with the guides. */
static const char defaults[] =
	"{\"background\":\"white\",\"padding\":5,\"timeFormat\":\"%b %d, %Y\",\"countTitle\":\"Count of Records\","
	"\"view\":{\"continuousWidth\":300,\"continuousHeight\":300,\"step\":20,\"cursor\":\"default\",\"stroke\":\"#ddd\"},"
	"\"mark\":{\"color\":\"#4c78a8\",\"invalid\":\"break-paths-show-path-domains\",\"timeUnitBandSize\":1},"
	"\"arc\":{\"continuousBandSize\":5,\"timeUnitBandPosition\":0.5,\"minBandSize\":0.25,\"binSpacing\":0},"
	"\"area\":{},\"circle\":{},\"geoshape\":{},\"line\":{},\"point\":{},\"square\":{},\"trail\":{},"
	"\"image\":{},"
	"\"bar\":{\"binSpacing\":1,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5},"
	"\"rect\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5},"
	"\"tick\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,\"timeUnitBandPosition\":0.5,\"thickness\":1},"
	"\"rule\":{\"color\":\"black\"},\"text\":{\"color\":\"black\"},"
	"\"boxplot\":{\"size\":14,\"extent\":1.5,\"box\":{},\"median\":{\"color\":\"white\"},\"outliers\":{},\"rule\":{},\"ticks\":null},"
	"\"errorbar\":{\"center\":\"mean\",\"rule\":true,\"ticks\":false},"
	"\"errorband\":{\"band\":{\"opacity\":0.3},\"borders\":false},"
	"\"scale\":{\"pointPadding\":0.5,\"barBandPaddingInner\":0.1,\"rectBandPaddingInner\":0,\"tickBandPaddingInner\":0.25,"
	"\"bandWithNestedOffsetPaddingInner\":0.2,\"bandWithNestedOffsetPaddingOuter\":0.2,\"minBandSize\":2,\"minFontSize\":8,"
	"\"maxFontSize\":40,\"minOpacity\":0.3,\"maxOpacity\":0.8,\"minSize\":4,\"minStrokeWidth\":1,\"maxStrokeWidth\":4,"
	"\"quantileCount\":4,\"quantizeCount\":4,\"zero\":true,\"framesPerSecond\":2,\"animationDuration\":5},"
	"\"projection\":{},"
	"\"legend\":{\"gradientHorizontalMaxLength\":200,\"gradientHorizontalMinLength\":100,\"gradientVerticalMaxLength\":200,"
	"\"gradientVerticalMinLength\":64,\"unselectedOpacity\":0.35},"
	"\"header\":{\"titlePadding\":10,\"labelPadding\":10},\"headerColumn\":{},\"headerRow\":{},\"headerFacet\":{},"
	"\"style\":{},\"title\":{},\"facet\":{\"spacing\":20},\"concat\":{\"spacing\":20},\"normalizedNumberFormat\":\".0%\","
	"\"selection\":{}}";

#define CONFIG_LEVELS 2

/* Objects are merged down to a depth, below it they replace each other: {"errorband": {"band": {"color": "red"}}} has no opacity any more. As
 * Vega's mergeConfig, which goes one level further for styles; our own part, usermeta, is merged whole. */
static ZnValue merge(ZnArena *arena, ZnValue base, ZnValue over, int levels)
{
	if (!zn_is_obj(base) || !zn_is_obj(over) || !levels)
		return zn_is_undefined(over) ? base : over;
	ZnObject *merged = zn_object_copy(arena, base.obj);
	for (size_t i = 0; i < over.obj->n; i++) {
		const ZnMember *member = &over.obj->members[i];
		const ZnValue *old = zn_object_lookup(merged, member->key);
		int deeper = levels != CONFIG_LEVELS ? 0 : !strcmp(member->key, "style") ? 1 : !strcmp(member->key, "usermeta") ? 8 : 0;
		zn_object_set(arena, merged, member->key, old ? merge(arena, *old, member->value, levels - 1 + deeper) : member->value);
	}
	return zn_obj(merged);
}

/* config.color and config.font reach into other parts (Vega-Lite's initConfig). */
static ZnValue apply_font(ZnArena *arena, ZnValue config)
{
	ZnValue font = zn_get(config, "font");
	if (!zn_is_str(font))
		return config;
	ZnObject *style = zn_object_new(arena);
	for (const char *const *name = (const char *const[]){"guide-label", "guide-title", "group-title", "group-subtitle", NULL}; *name; name++) {
		ZnObject *entry = zn_object_new(arena);
		zn_object_set(arena, entry, "font", font);
		zn_object_set(arena, style, *name, zn_obj(entry));
	}
	ZnObject *text = zn_object_new(arena), *fonts = zn_object_new(arena);
	zn_object_set(arena, text, "font", font);
	zn_object_set(arena, fonts, "text", zn_obj(text));
	zn_object_set(arena, fonts, "style", zn_obj(style));
	return merge(arena, zn_obj(fonts), config, CONFIG_LEVELS);
}

ZnValue zn_config_merge(ZnContext *context, const char *file, ZnValue theme, ZnValue own)
{
	ZnValue config = zn_undefined();
	bool parsed = zn_json_parse(context->arena, context->diags, "default config", defaults, strlen(defaults), &config);
	g_assert(parsed);
	config = merge(context->arena, config, apply_font(context->arena, theme), CONFIG_LEVELS);
	return merge(context->arena, config, apply_font(context->arena, own), CONFIG_LEVELS);
}

/* The last of the mark's styles that has the property. */
static ZnValue style_prop(const ZnView *view, const char *name)
{
	ZnValue styles = zn_get(view->config, "style");
	ZnValue found = zn_get2(styles, view->mark.type, name);
	ZnValue own = zn_get(view->mark.raw, "style");
	if (zn_is_str(own)) {
		ZnValue value = zn_get2(styles, own.str, name);
		return zn_is_undefined(value) ? found : value;
	}
	for (size_t i = 0; i < zn_len(own); i++) {
		ZnValue style = zn_at(own, i);
		ZnValue value = zn_is_str(style) ? zn_get2(styles, style.str, name) : zn_undefined();
		if (!zn_is_undefined(value))
			found = value;
	}
	return found;
}

ZnValue zn_mark_config(const ZnView *view, const char *name, const char *vega)
{
	ZnValue value = style_prop(view, name);
	ZnValue own = zn_get(view->config, view->mark.type);
	if (zn_is_undefined(value) && vega)
		value = zn_get(own, vega);
	if (zn_is_undefined(value))
		value = zn_get(own, name);
	if (zn_is_undefined(value))
		value = zn_get2(view->config, "mark", vega ? vega : name);
	return value;
}

ZnValue zn_mark_prop(const ZnView *view, const char *name, const char *vega)
{
	if (vega && zn_has(view->mark.raw, vega))
		return zn_get(view->mark.raw, vega);
	ZnValue value = zn_get(view->mark.raw, name);
	return zn_is_undefined(value) ? zn_mark_config(view, name, vega) : value;
}
