/* The typed model of a Vega-Lite specification: a tree of views whose leaves are unit views, each with a mark and its encoding,
 * after shorthands are expanded, types filled in and configs merged. Nothing here knows the data. */
#pragma once

#include "base/context.h"
#include "data/table.h"
#include "format/calendar.h"
#include "scale/scale.h"
#include "spec/channel.h"

typedef enum { ZN_TYPE_NONE, ZN_QUANTITATIVE, ZN_TEMPORAL, ZN_ORDINAL, ZN_NOMINAL, ZN_GEOJSON } ZnMeasure;

typedef enum { ZN_BIN_NONE, ZN_BIN_BINNING, ZN_BIN_BINNED } ZnBinKind;

typedef struct ZnChannelDef ZnChannelDef;

/* {"condition": {...}} of a channel: the first whose test holds gives the value. */
typedef struct ZnCondition {
	ZnValue test;  /* predicate (string or object), or undefined */
	ZnValue param; /* parameter name, or undefined */
	bool empty;    /* an empty selection selects all */
	ZnChannelDef *def;
} ZnCondition;

struct ZnChannelDef {
	ZnChannel channel;
	ZnValue raw;         /* the object of the spec */
	const char *pointer; /* where it stands */
	bool is_field, is_datum, is_value;
	const char *field;   /* as written; NULL for a count */
	const char *aggregate; /* operation, or NULL; "argmax"/"argmin" with arg_field */
	const char *arg_field;
	ZnBinKind bin;
	ZnValue bin_params;  /* true or an object */
	bool has_time_unit;
	ZnTimeUnit time_unit;
	const char *time_unit_name; /* "yearmonth", without "binned" or "utc" prefixes resolved: as written */
	ZnMeasure type;
	ZnValue datum, value;
	ZnValue scale, sort, axis, legend, header, stack, impute, title, format, format_type, band_position; /* undefined = not given */
	ZnCondition *conditions;
	size_t n_conditions;
	ZnChannelDef *next;  /* further definitions of the channel: detail, order, tooltip arrays */
};

typedef struct ZnMarkDef {
	const char *type; /* "bar" ... */
	ZnValue raw;      /* object with "type"; additions of the rules go here too */
	const char *orient; /* "vertical", "horizontal", NULL */
	bool filled;
	const char *pointer;
} ZnMarkDef;

typedef enum { ZN_STACK_NONE, ZN_STACK_ZERO, ZN_STACK_CENTER, ZN_STACK_NORMALIZE } ZnStackOffset;
typedef struct ZnStackProps {
	ZnStackOffset offset; /* NONE: not stacked */
	ZnChannel field_channel;
	ZnChannel groupby_channels[2];
	size_t n_groupby;
	const ZnChannelDef **by; /* the level-of-detail fields */
	size_t n_by;
	bool impute;
} ZnStackProps;

typedef enum { ZN_VIEW_UNIT, ZN_VIEW_LAYER, ZN_VIEW_CONCAT, ZN_VIEW_FACET } ZnViewKind;
typedef enum { ZN_RESOLVE_DEFAULT, ZN_RESOLVE_SHARED, ZN_RESOLVE_INDEPENDENT } ZnResolve;

typedef struct ZnView ZnView;
struct ZnView {
	ZnViewKind kind;
	ZnValue raw;
	const char *pointer; /* "" for the root */
	const char *file;
	ZnView *parent;
	ZnView **children;
	size_t n_children;
	const char *name;
	ZnValue data;       /* own data object; undefined = the parent's */
	ZnValue transforms; /* array or undefined */
	ZnValue title;      /* string, array or object; undefined */
	ZnValue width, height; /* number, {step}, "container", undefined */
	ZnValue view_background; /* "view" */
	ZnValue config;     /* merged: defaults < theme < spec.config; the same for all views of a spec */
	ZnValue projection;
	ZnResolve resolve_scale[ZN_N_CHANNELS], resolve_guide[ZN_N_CHANNELS];
	/* unit */
	ZnMarkDef mark;
	ZnChannelDef *encoding[ZN_N_CHANNELS]; /* facet views: row, column, facet */
	ZnStackProps stack;
	/* concat, facet */
	int columns;        /* concat and wrapped facet: 0 = one row; vconcat 1 */
	ZnValue spacing, align, bounds, center; /* as written */
	ZnValue params;     /* array or undefined */
};

/* Parses and checks a specification. `theme` is a config object below the spec's own (undefined = none). Reports all problems; NULL when any
 * is an error. The view tree lives in the context's arena. */
ZnView *zn_spec_parse(ZnContext *context, const char *file, ZnValue spec, ZnValue theme);

/* --- questions about channel definitions --- */
static inline const ZnChannelDef *zn_view_channel(const ZnView *view, ZnChannel channel) { return channel < 0 ? NULL : view->encoding[channel]; }
/* The definition with a field or datum: the channel's own or its condition's; NULL. */
const ZnChannelDef *zn_channel_def_data(const ZnChannelDef *def);
bool zn_channel_def_discrete(const ZnChannelDef *def); /* nominal, ordinal, binned quantitative */
bool zn_channel_def_count(const ZnChannelDef *def);    /* count, distinct, valid, missing: never null */
/* The column that holds the definition's values after its own bin, timeUnit and aggregate: "bin_maxbins_10_x", "mean_y"; with a suffix
 * ("end", "range", "mid", "start") "..._end". Not escaped. */
const char *zn_channel_def_column(ZnArena *arena, const ZnChannelDef *def, const char *suffix);
/* The default title: "Mean of y", "Count of Records", "x (binned)". */
const char *zn_channel_def_title(ZnArena *arena, const ZnChannelDef *def, ZnValue config);
bool zn_path_mark(const char *mark);       /* line, area, trail */
bool zn_rect_based_mark(const char *mark); /* rect, bar, image, arc, tick */

/* --- config --- */
ZnValue zn_config_merge(ZnContext *context, const char *file, ZnValue theme, ZnValue own); /* onto Vega-Lite's defaults; deep */
/* A mark property: the mark definition's own, then styles, config[mark], config.mark. `vega` = Vega's name where it differs (may be NULL). */
ZnValue zn_mark_prop(const ZnView *view, const char *name, const char *vega);
ZnValue zn_mark_config(const ZnView *view, const char *name, const char *vega); /* without the mark definition */

/* Does the length of a bar or area lie in the offset channel of this position (a quantitative yOffset within bands of y)? */
bool zn_ranged_offset(const ZnView *view, ZnChannel channel);

/* Sets mark.orient, filled and default opacity, and stack; called by the parser. */
void zn_mark_init(ZnContext *context, ZnView *view);
void zn_stack_init(ZnContext *context, ZnView *view);
void zn_stack_align_order(ZnContext *context, ZnView *view);
