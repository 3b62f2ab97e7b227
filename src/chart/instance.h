/* Views come to life: the tree of view instances (a facet has one a cell), each with its data, sizes and scales. Private to chart/.
 *
 * Order of work (compile.c): instances and data (pipeline.c) -> scale definitions, merged as `resolve` says (scale_def.c, scale_props.c) ->
 * domains (scale_domain.c), sizes (size.c), ranges and scales (scale_range.c) -> marks (encode.c, position.c, mark_*.c) -> axes, legends, headers,
 * titles (view_*.c) -> groups -> layout -> scene. */
#pragma once

#include "chart/chart.h"
#include "chart/guide.h"
#include "spec/view.h"
#include "transform/transform.h"

typedef struct ZnInst ZnInst;
typedef struct ZnChart ZnChart;
typedef struct ZnGeoUnit ZnGeoUnit; /* geo.h */

/* One use of a scale: a unit's channel. */
typedef struct ZnScaleUse {
	const ZnView *unit;
	const ZnChannelDef *def; /* with a field or datum */
	const ZnChannelDef *def2; /* x2, y2 ...: united into the domain; NULL */
} ZnScaleUse;

typedef struct ZnExplicit { /* a property's value and whether the spec said it */
	ZnValue value;
	bool given;
} ZnExplicit;

typedef enum {
	ZN_SP_NICE, ZN_SP_ZERO, ZN_SP_PADDING, ZN_SP_PADDING_INNER, ZN_SP_PADDING_OUTER, ZN_SP_ALIGN, ZN_SP_REVERSE, ZN_SP_ROUND, ZN_SP_CLAMP,
	ZN_SP_INTERPOLATE, ZN_SP_BASE, ZN_SP_EXPONENT, ZN_SP_CONSTANT, ZN_SP_DOMAIN_MAX, ZN_SP_DOMAIN_MID, ZN_SP_DOMAIN_MIN, ZN_SP_BINS, ZN_SP_RANGE,
	ZN_N_SP
} ZnScaleProp;

/* A scale as the spec means it, before data: shared by all its uses. Belongs to the view `owner`: every instance of the owner has its own scale. */
typedef struct ZnScaleDef {
	ZnChannel channel;
	const ZnView *owner;
	ZnScaleType type;
	bool type_given;
	ZnScaleUse *uses;
	size_t n_uses, cap_uses;
	ZnExplicit props[ZN_N_SP];
} ZnScaleDef;

/* Definitions by view: own[channel] = definition owned by the view. */
typedef struct ZnViewScales {
	const ZnView *view;
	ZnScaleDef *own[ZN_N_CHANNELS];
} ZnViewScales;

struct ZnInst {
	ZnChart *chart;
	const ZnView *view;
	ZnInst *parent;
	ZnInst **children;
	size_t n_children;
	/* data */
	const ZnTable *source; /* after the view's own transforms; what children see */
	const ZnTable *raw;    /* unit: after bin and timeUnit, before aggregation */
	const ZnTable *main;   /* unit: what is drawn */
	const ZnTable *domain_data; /* unit: what scales see */
	ZnObject *bins;        /* column -> {start, stop, step} */
	/* scales owned here, for this instance; look up with zn_inst_scale */
	ZnScale *scales[ZN_N_CHANNELS];
	const ZnArray *domains[ZN_N_CHANNELS]; /* of the definitions owned here, once asked for */
	/* size of the plot (units and layers share their plot's) */
	double width, height;
	double natural_width, natural_height; /* plots: before they were fitted into a given picture */
	ZnObject *signals;     /* width, height, parameters ... of this view */
	/* facet cells */
	bool empty_cell;       /* where a row crosses a column without data: a frame and nothing else */
	size_t cell_row, cell_column, cell_index;
	ZnValue cell_value[3]; /* values of row, column, facet */
	size_t n_rows, n_columns; /* facet view: grid size */
	ZnObject *child_bins; /* facet view: bins of all cells together */
	/* facet view whose unit's steps look beyond a cell: the rows of all cells after the unit's transforms, before and after aggregation; else NULL */
	const ZnTable *joint_source, *joint_raw, *joint;
	ZnArray *facet_columns; /* the unit that makes those: what its groups are split by besides; NULL */
	ZnValue *row_values, *column_values; /* facet view: header values in order */
	struct ZnProjection *projection; /* owned here, for this instance; look up with zn_inst_projection */
	ZnGeoUnit *geo;        /* unit: what it has of a map */
	ZnGroup *group;        /* the plot's or container's group */
};

struct ZnChart {
	ZnContext *context;
	const ZnView *root;
	ZnInst *top;
	const char *file;
	ZnValue datasets;
	ZnViewScales *view_scales; /* one a view */
	size_t n_view_scales, cap_view_scales;
	ZnObject *signals;   /* top-level parameters */
	uint64_t random;     /* Vega's LCG state */
	const ZnChartOptions *options;
	double fit_width, fit_height; /* > 0: the whole picture's size, from the options or the theme */
	bool page;             /* the height is kept whatever the views need */
	bool spread_x, spread_y; /* views that stand together are being fitted: steps of discrete scales give way */
	bool hide_title;
	bool failed;
};

/* --- instance.c --- */
/* The definition / the scale that serves a channel of an instance: its own or an ancestor's; NULL when there is none. */
const ZnScaleDef *zn_inst_scale_def(const ZnInst *inst, ZnChannel channel);
const ZnScale *zn_inst_scale(const ZnInst *inst, ZnChannel channel);
/* The unit or outermost layer that the instance belongs to: what has a size, axes and a frame. */
ZnInst *zn_inst_plot(ZnInst *inst);
static inline bool zn_inst_is_plot_root(const ZnInst *inst)
{
	return (inst->view->kind == ZN_VIEW_UNIT || inst->view->kind == ZN_VIEW_LAYER) && (!inst->parent || inst->parent->view->kind != ZN_VIEW_LAYER);
}
/* The first instance of a view at or below `inst`; NULL. */
ZnInst *zn_inst_find(ZnInst *inst, const ZnView *view);
/* Calls fn for every unit instance below, in order. */
void zn_inst_each_unit(ZnInst *inst, void (*fn)(ZnInst *unit, void *user), void *user);
/* Environment for expressions of the instance: signals, scale() and friends; datum from table and row, set by the caller. */
ZnExprEnv zn_inst_env(ZnInst *inst);
ZnTransformEnv zn_inst_transform_env(ZnInst *inst, ZnExprEnv *expr);
/* The value of a property that may be {"expr": ...} (or a {"param"} reference); without datum. */
ZnValue zn_inst_value(ZnInst *inst, ZnValue value, const char *pointer);
double zn_inst_num(ZnInst *inst, ZnValue value, double fallback);
ZnPlace zn_inst_place(const ZnInst *inst, const char *pointer);
/* A {"year": 2020, "month": "jan", ...} -> time; other values as they are, strings of temporal definitions parsed. */
ZnValue zn_datum_value(ZnContext *context, ZnValue value, const ZnChannelDef *def);

/* --- pipeline.c --- */
/* Whether the data have the fields that a unit or facet encodes; reports those that are missing, and words where numbers are meant. */
bool zn_check_fields(ZnInst *inst, const ZnTable *table);
bool zn_pipeline_run(ZnInst *inst);     /* data of the whole tree; makes facet cells */
/* --- scale_def.c, scale_props.c, scale_domain.c, scale_range.c, size.c --- */
void zn_scale_defs(ZnChart *chart);
void zn_scale_def_props(ZnChart *chart, ZnScaleDef *def);
/* Domain of a definition at an instance of its owner. Continuous: [min, max] (or what the spec says). */
const ZnArray *zn_scale_domain(ZnInst *owner, const ZnScaleDef *def);
/* A domain to be used as it is, without zero or nice: domainRaw, or a selection's value; undefined when there is none. */
ZnValue zn_scale_raw_domain(ZnInst *owner, const ZnScaleUse *use);
/* The instance, this one or an ancestor, that owns the channel's scale; NULL. */
ZnInst *zn_inst_scale_owner(ZnInst *inst, ZnChannel channel);
void zn_inst_sizes(ZnInst *top);   /* width and height of every plot */
/* After either, scales must be made again. */
void zn_inst_resize(ZnInst *plot, double width, double height); /* autosize "fit": a plot and its layers */
void zn_inst_stretch(ZnInst *top, double x, double y); /* every plot to so many times its natural size, in whole px */
/* How many times as wide (high) as by itself a plot is that was fitted into a given picture: positions in px that the spec gives are
 * meant for the natural size. */
double zn_inst_zoom(ZnInst *unit, bool width);
void zn_inst_scales(ZnInst *top);  /* after the sizes */
/* The first plot at or below the instance. */
ZnInst *zn_inst_first_plot(ZnInst *inst);
/* The step of a discrete position, px: size.c. NaN when the size is not by steps. */
double zn_plot_step(ZnInst *plot, ZnChannel channel);
/* Has the offset a step of its own ({"step": 12, "for": "offset"} or by default)? */
double zn_offset_step(ZnInst *plot, ZnChannel offset);
/* The scale property merged: undefined when neither given nor ruled. */
static inline ZnValue zn_scale_prop(const ZnScaleDef *def, ZnScaleProp prop) { return def->props[prop].value; }
bool zn_scale_type_has_prop(ZnScaleType type, ZnScaleProp prop);
double zn_bandspace(double count, double inner, double outer);

/* --- view_*.c: Vega-Lite's rules for guides; each adds to inst->group --- */
void zn_view_axes(ZnInst *plot);     /* axes of a plot */
void zn_view_legends(ZnInst *inst);  /* legends owned by this view */
void zn_view_title(ZnInst *inst);
/* A header's property: the channel's own, then of the config's headerRow (headerColumn, headerFacet), then of its header. */
ZnValue zn_header_prop(const ZnInst *facet, ZnChannel channel, const char *name);
void zn_view_headers(ZnInst *facet); /* row and column headers, footers with shared axes */

/* --- assemble.c --- */
void zn_assemble(ZnInst *inst);      /* groups of the whole tree, with marks and guides */
/* --- mark.c --- */
void zn_unit_marks(ZnInst *unit, ZnGroup *group);
