/* Encoding channels and what is known of each, in one table. */
#pragma once

#include <stdbool.h>

typedef enum {
	ZN_CH_X, ZN_CH_Y, ZN_CH_X2, ZN_CH_Y2, ZN_CH_XOFFSET, ZN_CH_YOFFSET,
	ZN_CH_THETA, ZN_CH_RADIUS, ZN_CH_THETA2, ZN_CH_RADIUS2,
	ZN_CH_LONGITUDE, ZN_CH_LATITUDE, ZN_CH_LONGITUDE2, ZN_CH_LATITUDE2,
	ZN_CH_COLOR, ZN_CH_FILL, ZN_CH_STROKE, ZN_CH_OPACITY, ZN_CH_FILL_OPACITY, ZN_CH_STROKE_OPACITY, ZN_CH_STROKE_WIDTH, ZN_CH_STROKE_DASH,
	ZN_CH_SIZE, ZN_CH_ANGLE, ZN_CH_SHAPE, ZN_CH_TIME,
	ZN_CH_ORDER, ZN_CH_DETAIL, ZN_CH_KEY, ZN_CH_TEXT, ZN_CH_TOOLTIP, ZN_CH_HREF, ZN_CH_URL, ZN_CH_DESCRIPTION,
	ZN_CH_ROW, ZN_CH_COLUMN, ZN_CH_FACET,
	ZN_N_CHANNELS, ZN_CH_NONE = -1
} ZnChannel;

typedef enum { ZN_RANGE_NONE, ZN_RANGE_CONTINUOUS, ZN_RANGE_DISCRETE, ZN_RANGE_FLEXIBLE } ZnRangeKind;

typedef struct ZnChannelInfo {
	const char *name;
	ZnChannel main;      /* x2 -> x, xOffset -> x; else itself */
	ZnChannel secondary; /* x -> x2; NONE */
	ZnChannel offset;    /* x -> xOffset; NONE */
	bool scaled;         /* has a scale of its own */
	bool position;       /* x, y */
	bool polar;          /* theta, radius */
	bool color;          /* color, fill, stroke */
	bool legend;         /* may have a legend */
	bool facet;          /* row, column, facet */
	ZnRangeKind range;
	const char *vega;    /* mark property in Vega: theta -> startAngle, radius2 -> innerRadius ... */
} ZnChannelInfo;

const ZnChannelInfo *zn_channel_info(ZnChannel channel);
ZnChannel zn_channel_parse(const char *name); /* NONE when unknown */
const char *const *zn_channel_names(void);    /* NULL-ended, for hints */
