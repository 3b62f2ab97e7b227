/* Guide components: the properties of an axis or legend with whether the spec gave them, merged over the views that share it. Private to chart/. */
#pragma once

#include "chart/instance.h"

typedef struct ZnComp {
	ZnInst *unit;        /* whose channel it serves (the first one) */
	ZnChannel channel;
	bool disabled, disabled_given;
	ZnObject *values;    /* property -> value */
	ZnObject *given;     /* property -> true where the spec gave it */
	ZnArray *titles;     /* default titles of the merged fields, without repeats */
	bool has_grid_scale;
	/* legends */
	const ZnScale *scales[ZN_N_CHANNELS];
	const ZnScale *fill, *stroke; /* the colour scale, by what it colours */
	bool trail;          /* colour of a trail: shown as a stroke */
	const char *field;
} ZnComp;

ZnComp *zn_comp_new(ZnInst *unit, ZnChannel channel);
void zn_comp_set(ZnComp *comp, const char *name, ZnValue value, bool given);
static inline ZnValue zn_comp_get(const ZnComp *comp, const char *name)
{
	const ZnValue *value = zn_object_lookup(comp->values, name);
	return value ? *value : zn_undefined();
}
static inline bool zn_comp_given(const ZnComp *comp, const char *name) { return zn_object_lookup(comp->given, name) != NULL; }
/* Merges `other` into `comp`: given values win over ruled ones, the first over the second; titles are joined. False when both were given
 * different places: they cannot be one. */
bool zn_comp_merge(ZnComp *comp, const ZnComp *other);
/* The properties as one object, with the title resolved and translated. */
ZnObject *zn_comp_object(const ZnComp *comp);
/* The default format of a definition's guide: number format, time unit specifier; undefined = by scale. */
ZnValue zn_guide_format(const ZnComp *comp, const ZnChannelDef *def, ZnValue guide, bool omit_time_config);
/* Where a format type is a function: the labels as its expression. After format and formatType have been set. */
void zn_comp_set_format(ZnComp *comp, const ZnChannelDef *def, ZnValue guide);
ZnValue zn_guide_format_type(const ZnChannelDef *def, ZnValue guide, ZnScaleType type);
/* A format type that is a function of expressions (config.customFormatTypes): its name, and the format to give it; NULL = none. */
const char *zn_custom_format(const ZnInst *inst, const ZnChannelDef *def, ZnValue format_type, ZnValue *format);
/* What such a function makes of a value. */
const char *zn_custom_format_text(ZnInst *inst, const char *function, ZnValue value, ZnValue format);
/* values: ["2020-01-01", {"year": 2020}] -> times and so on. */
ZnValue zn_guide_values(ZnInst *unit, const ZnChannelDef *def, ZnValue values);
ZnGuideEnv zn_guide_env(ZnInst *inst, ZnExprEnv *expr);
ZnValue zn_translate_value(const ZnChart *chart, ZnValue text); /* a string or an array of lines */

/* The axes of a plot, merged as its layers resolve them; for headers, the shared ones are asked for by the facet. */
size_t zn_axis_comps(ZnInst *plot, ZnChannel channel, ZnComp ***comps);
ZnGroup *zn_axis_group(ZnInst *plot, const ZnComp *comp, bool grid, double width, double height);
/* Whether the facet shows the main axes of a channel in its headers. */
bool zn_facet_shares_axis(const ZnInst *facet, ZnChannel channel);
/* Lifts the title of a left axis that a theme places above the view over the header of a facet's cell. */
void zn_axis_title_above(const ZnInst *plot, ZnGroup *axis);
