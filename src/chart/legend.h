/* What legend*.c share: a legend under construction. */
#pragma once

#include "chart/guide_props.h"

/* Channels of legends, the one that leads first. */
typedef enum {
	ZN_LC_SIZE,
	ZN_LC_SHAPE,
	ZN_LC_FILL,
	ZN_LC_STROKE,
	ZN_LC_STROKE_WIDTH,
	ZN_LC_STROKE_DASH,
	ZN_LC_OPACITY,
	ZN_N_LC
} ZnLegendChannel;

typedef enum {
	/* the legend */
	ZN_LP_ORIENT,
	ZN_LP_OFFSET,
	ZN_LP_PADDING,
	ZN_LP_CORNER_RADIUS,
	ZN_LP_FILL_COLOR,
	ZN_LP_STROKE_COLOR,
	ZN_LP_STROKE_WIDTH,
	ZN_LP_STROKE_DASH,
	ZN_LP_X,
	ZN_LP_Y,
	ZN_LP_ZINDEX,
	ZN_LP_TYPE,
	ZN_LP_DIRECTION,
	ZN_LP_SYMBOL_DIRECTION,
	ZN_LP_GRADIENT_DIRECTION,
	/* entries */
	ZN_LP_VALUES,
	ZN_LP_TICK_COUNT,
	ZN_LP_TICK_MIN_STEP,
	ZN_LP_FORMAT,
	ZN_LP_FORMAT_TYPE,
	ZN_LP_COLUMNS,
	ZN_LP_GRID_ALIGN,
	ZN_LP_ROW_PADDING,
	ZN_LP_COLUMN_PADDING,
	ZN_LP_CLIP_HEIGHT,
	/* gradients */
	ZN_LP_GRADIENT_LENGTH,
	ZN_LP_GRADIENT_THICKNESS,
	ZN_LP_GRADIENT_STROKE_COLOR,
	ZN_LP_GRADIENT_STROKE_WIDTH,
	ZN_LP_GRADIENT_OPACITY,
	ZN_LP_GRADIENT_LABEL_LIMIT,
	ZN_LP_GRADIENT_LABEL_OFFSET,
	/* labels */
	ZN_LP_LABEL_EXPR,
	ZN_LP_LABEL_ALIGN,
	ZN_LP_LABEL_BASELINE,
	ZN_LP_LABEL_COLOR,
	ZN_LP_LABEL_FONT,
	ZN_LP_LABEL_FONT_SIZE,
	ZN_LP_LABEL_FONT_STYLE,
	ZN_LP_LABEL_FONT_WEIGHT,
	ZN_LP_LABEL_LIMIT,
	ZN_LP_LABEL_OFFSET,
	ZN_LP_LABEL_OPACITY,
	ZN_LP_LABEL_OVERLAP,
	ZN_LP_LABEL_SEPARATION,
	/* symbols */
	ZN_LP_SYMBOL_BASE_FILL,
	ZN_LP_SYMBOL_BASE_STROKE,
	ZN_LP_SYMBOL_DASH,
	ZN_LP_SYMBOL_DASH_OFFSET,
	ZN_LP_SYMBOL_FILL,
	ZN_LP_SYMBOL_LIMIT,
	ZN_LP_SYMBOL_OFFSET,
	ZN_LP_SYMBOL_OPACITY,
	ZN_LP_SYMBOL_SIZE,
	ZN_LP_SYMBOL_STROKE,
	ZN_LP_SYMBOL_STROKE_WIDTH,
	ZN_LP_SYMBOL_TYPE,
	ZN_N_LP
} ZnLegendProp;

typedef enum {
	ZN_LTP_TITLE,
	ZN_LTP_ALIGN,
	ZN_LTP_ANCHOR,
	ZN_LTP_BASELINE,
	ZN_LTP_COLOR,
	ZN_LTP_FONT,
	ZN_LTP_FONT_SIZE,
	ZN_LTP_FONT_STYLE,
	ZN_LTP_FONT_WEIGHT,
	ZN_LTP_LIMIT,
	ZN_LTP_LINE_HEIGHT,
	ZN_LTP_OPACITY,
	ZN_LTP_ORIENT,
	ZN_LTP_PADDING,
	ZN_N_LTP
} ZnLegendTitleProp;

typedef enum { ZN_LEGEND_SYMBOL, ZN_LEGEND_GRADIENT, ZN_LEGEND_DISCRETE } ZnLegendKind;

typedef struct LegendEntry {
	ZnValue value, datum;       /* datum = {value, label, index} */
	ZnValue label;              /* null: none */
	double fraction, fraction2; /* along a gradient */
	double size;                /* symbols: px that the entry takes */
} LegendEntry;

typedef struct LegendBuild {
	ZnGuideEnv *env;
	ZnGroup *group, *entries_group;
	const ZnScale *scales[ZN_N_LC];
	const ZnScale *scale; /* the leading one */
	ZnLegendKind kind;
	ZnGuideValue p[ZN_N_LP];
	ZnValue own_label_limit, own_label_offset; /* as the spec, not the config, gives them */
	ZnValue encode_symbols, encode_labels, encode_gradient, encode_entries;
	LegendEntry *entries;
	size_t n_entries;
	double widest; /* symbols: the greatest size of an entry */
} LegendBuild;

#define ZN_LP(b, prop) (&(b)->p[ZN_LP_##prop])

bool zn_legend_vertical(LegendBuild *b);
double zn_legend_gradient_length(LegendBuild *b);
/* Vega's encode blocks override: the value of `name` in a block, else the property. */
ZnGuideValue zn_legend_encoded(LegendBuild *b, ZnValue block, const char *name, const ZnGuideValue *otherwise);

/* legend_entries.c */
void zn_legend_find_entries(LegendBuild *b);
/* legend_symbols.c: px that the symbol of a value takes; the entries' groups. */
double zn_legend_symbol_extent(LegendBuild *b, ZnValue value, ZnValue datum);
void zn_legend_add_symbols(LegendBuild *b, ZnGridLayout *grid);
/* legend_gradient.c: the bar and its labels; answers the bar's list. */
ZnMarkList *zn_legend_add_gradient(LegendBuild *b);
