#include "scene/scene.h"

#include <cairo.h>
#include <string.h>

static const char *const role_names[ZN_N_ROLES] = {
    [ZN_ROLE_MARK] = "mark",
    [ZN_ROLE_FRAME] = "frame",
    [ZN_ROLE_AXIS_GRID] = "axis-grid",
    [ZN_ROLE_AXIS_TICK] = "axis-tick",
    [ZN_ROLE_AXIS_DOMAIN] = "axis-domain",
    [ZN_ROLE_AXIS_LABEL] = "axis-label",
    [ZN_ROLE_AXIS_TITLE] = "axis-title",
    [ZN_ROLE_LEGEND] = "legend",
    [ZN_ROLE_LEGEND_SYMBOL] = "legend-symbol",
    [ZN_ROLE_LEGEND_LABEL] = "legend-label",
    [ZN_ROLE_LEGEND_TITLE] = "legend-title",
    [ZN_ROLE_LEGEND_GRADIENT] = "legend-gradient",
    [ZN_ROLE_LEGEND_BAND] = "legend-band",
    [ZN_ROLE_TITLE_TEXT] = "title-text",
    [ZN_ROLE_TITLE_SUBTITLE] = "title-subtitle",
    [ZN_ROLE_ROW_HEADER] = "row-header",
    [ZN_ROLE_COLUMN_HEADER] = "column-header",
    [ZN_ROLE_ROW_TITLE] = "row-title",
    [ZN_ROLE_COLUMN_TITLE] = "column-title",
    [ZN_ROLE_ROW_FOOTER] = "row-footer",
    [ZN_ROLE_COLUMN_FOOTER] = "column-footer",
    [ZN_ROLE_NOTE] = "note",
    [ZN_ROLE_SOURCE] = "source",
};

static const char *const type_names[] = {
    [ZN_ITEM_RECT] = "rect",   [ZN_ITEM_GROUP] = "group",   [ZN_ITEM_RULE] = "rule",   [ZN_ITEM_LINE] = "line", [ZN_ITEM_AREA] = "area",
    [ZN_ITEM_TRAIL] = "trail", [ZN_ITEM_SYMBOL] = "symbol", [ZN_ITEM_TEXT] = "text",   [ZN_ITEM_ARC] = "arc",   [ZN_ITEM_IMAGE] = "image",
    [ZN_ITEM_SHAPE] = "shape", [ZN_ITEM_EMBED] = "embed",   [ZN_ITEM_BEGIN] = "begin", [ZN_ITEM_END] = "end",
};

static const char *const curve_names[ZN_N_CURVES] = {
    [ZN_CURVE_LINEAR] = "linear",
    [ZN_CURVE_LINEAR_CLOSED] = "linear-closed",
    [ZN_CURVE_STEP] = "step",
    [ZN_CURVE_STEP_BEFORE] = "step-before",
    [ZN_CURVE_STEP_AFTER] = "step-after",
    [ZN_CURVE_BASIS] = "basis",
    [ZN_CURVE_BASIS_OPEN] = "basis-open",
    [ZN_CURVE_BASIS_CLOSED] = "basis-closed",
    [ZN_CURVE_CARDINAL] = "cardinal",
    [ZN_CURVE_CARDINAL_OPEN] = "cardinal-open",
    [ZN_CURVE_CARDINAL_CLOSED] = "cardinal-closed",
    [ZN_CURVE_BUNDLE] = "bundle",
    [ZN_CURVE_MONOTONE] = "monotone",
    [ZN_CURVE_NATURAL] = "natural",
    [ZN_CURVE_CATMULL_ROM] = "catmull-rom",
    [ZN_CURVE_CATMULL_ROM_OPEN] = "catmull-rom-open",
    [ZN_CURVE_CATMULL_ROM_CLOSED] = "catmull-rom-closed",
};

const char *zn_role_name(ZnRole role)
{
	g_assert(role < ZN_N_ROLES);
	return role_names[role];
}

const char *zn_item_type_name(ZnItemType type)
{
	g_assert(type < G_N_ELEMENTS(type_names));
	return type_names[type];
}

const char *zn_curve_name(ZnCurve curve)
{
	g_assert(curve < ZN_N_CURVES);
	return curve_names[curve];
}

bool zn_curve_parse(const char *name, ZnCurve *out)
{
	for (int i = 0; name && i < ZN_N_CURVES; i++) {
		if (!strcmp(name, curve_names[i])) {
			*out = (ZnCurve)i;
			return true;
		}
	}
	return false;
}

static const struct Blend {
	const char *name;
	cairo_operator_t op;
} blends[] = {
    {"multiply", CAIRO_OPERATOR_MULTIPLY},         {"screen", CAIRO_OPERATOR_SCREEN},
    {"overlay", CAIRO_OPERATOR_OVERLAY},           {"darken", CAIRO_OPERATOR_DARKEN},
    {"lighten", CAIRO_OPERATOR_LIGHTEN},           {"color-dodge", CAIRO_OPERATOR_COLOR_DODGE},
    {"color-burn", CAIRO_OPERATOR_COLOR_BURN},     {"hard-light", CAIRO_OPERATOR_HARD_LIGHT},
    {"soft-light", CAIRO_OPERATOR_SOFT_LIGHT},     {"difference", CAIRO_OPERATOR_DIFFERENCE},
    {"exclusion", CAIRO_OPERATOR_EXCLUSION},       {"hue", CAIRO_OPERATOR_HSL_HUE},
    {"saturation", CAIRO_OPERATOR_HSL_SATURATION}, {"color", CAIRO_OPERATOR_HSL_COLOR},
    {"luminosity", CAIRO_OPERATOR_HSL_LUMINOSITY},
};

const char *zn_blend_name(int cairo_operator)
{
	for (size_t i = 0; i < G_N_ELEMENTS(blends); i++) {
		if ((int)blends[i].op == cairo_operator)
			return blends[i].name;
	}
	return NULL;
}

bool zn_blend_parse(const char *name, int *cairo_operator)
{
	for (size_t i = 0; name && i < G_N_ELEMENTS(blends); i++) {
		if (!strcmp(name, blends[i].name)) {
			*cairo_operator = blends[i].op;
			return true;
		}
	}
	return false;
}
