/* What axis.c and axis_labels.c share: an axis under construction. */
#pragma once

#include "chart/guide_props.h"

typedef enum {
	ZN_AP_ORIENT,
	ZN_AP_GRID,
	ZN_AP_TICKS,
	ZN_AP_LABELS,
	ZN_AP_DOMAIN,
	ZN_AP_TRANSLATE,
	ZN_AP_OFFSET,
	ZN_AP_POSITION,
	ZN_AP_MIN_EXTENT,
	ZN_AP_MAX_EXTENT,
	ZN_AP_ZINDEX,
	ZN_AP_BAND_POSITION,
	ZN_AP_TICK_BAND,
	ZN_AP_TICK_EXTRA,
	ZN_AP_TICK_OFFSET,
	ZN_AP_TICK_ROUND,
	ZN_AP_TICK_SIZE,
	ZN_AP_TICK_COLOR,
	ZN_AP_TICK_WIDTH,
	ZN_AP_TICK_OPACITY,
	ZN_AP_TICK_DASH,
	ZN_AP_TICK_DASH_OFFSET,
	ZN_AP_TICK_CAP,
	ZN_AP_GRID_COLOR,
	ZN_AP_GRID_WIDTH,
	ZN_AP_GRID_OPACITY,
	ZN_AP_GRID_DASH,
	ZN_AP_GRID_DASH_OFFSET,
	ZN_AP_GRID_CAP,
	ZN_AP_DOMAIN_COLOR,
	ZN_AP_DOMAIN_WIDTH,
	ZN_AP_DOMAIN_OPACITY,
	ZN_AP_DOMAIN_DASH,
	ZN_AP_DOMAIN_DASH_OFFSET,
	ZN_AP_DOMAIN_CAP,
	ZN_AP_LABEL_ALIGN,
	ZN_AP_LABEL_ANGLE,
	ZN_AP_LABEL_BAND,
	ZN_AP_LABEL_BASELINE,
	ZN_AP_LABEL_BOUND,
	ZN_AP_LABEL_COLOR,
	ZN_AP_LABEL_EXPR,
	ZN_AP_LABEL_FLUSH,
	ZN_AP_LABEL_FLUSH_OFFSET,
	ZN_AP_LABEL_FONT,
	ZN_AP_LABEL_FONT_SIZE,
	ZN_AP_LABEL_FONT_STYLE,
	ZN_AP_LABEL_FONT_WEIGHT,
	ZN_AP_LABEL_LIMIT,
	ZN_AP_LABEL_LINE_HEIGHT,
	ZN_AP_LABEL_OFFSET,
	ZN_AP_LABEL_OPACITY,
	ZN_AP_LABEL_OVERLAP,
	ZN_AP_LABEL_PADDING,
	ZN_AP_LABEL_SEPARATION,
	ZN_AP_VALUES,
	ZN_AP_TICK_COUNT,
	ZN_AP_TICK_MIN_STEP,
	ZN_AP_FORMAT,
	ZN_AP_FORMAT_TYPE,
	ZN_N_AP
} ZnAxisProp;

typedef enum {
	ZN_ATP_TITLE,
	ZN_ATP_ALIGN,
	ZN_ATP_ANCHOR,
	ZN_ATP_ANGLE,
	ZN_ATP_BASELINE,
	ZN_ATP_COLOR,
	ZN_ATP_FONT,
	ZN_ATP_FONT_SIZE,
	ZN_ATP_FONT_STYLE,
	ZN_ATP_FONT_WEIGHT,
	ZN_ATP_LIMIT,
	ZN_ATP_LINE_HEIGHT,
	ZN_ATP_OPACITY,
	ZN_ATP_PADDING,
	ZN_ATP_X,
	ZN_ATP_Y,
	ZN_N_ATP
} ZnAxisTitleProp;

typedef struct AxisTick {
	ZnValue value, datum; /* datum = {value, label, index} */
	double at;            /* px: where the scale puts the value */
	bool extra, nowhere;  /* nowhere: the scale has no place for it, and it stands at 0 */
} AxisTick;

typedef struct AxisBuild {
	ZnGuideEnv *env;
	const ZnScale *scale;
	ZnGroup *group;
	ZnGuideValue p[ZN_N_AP];
	ZnOrient orient;
	bool horizontal, extra, round;
	bool own_offset; /* the spec's: grids stay where the plot is; with the config's they move, as in Vega */
	double sign;     /* away from the plot: -1 left and top, 1 right and bottom */
	double range[2]; /* px at both ends of the scale */
	double bandwidth, band, tick_offset, label_band;
	AxisTick *ticks;
	size_t n_ticks;
} AxisBuild;

/* Adds the labels; `ticks`: they stand behind the ticks. */
ZnMarkList *zn_axis_add_labels(AxisBuild *b, bool ticks);
