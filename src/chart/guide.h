/* Guides as Vega draws them: axes, legends, titles, headers, from resolved properties (vega-parser's guide encoders).
 *
 * Properties come as one ZnValue object with Vega's names, where Vega-Lite's rules and configs have been merged by the caller; what is
 * missing takes Vega's own default (vega-parser config.js). A property may be a value, {"expr": ...} or, for axis labels, ticks and grid,
 * a conditional {"condition": {"test": ..., "value": ...}, "value": ...}: evaluated per tick with datum = {value, label, index}. */
#pragma once

#include "chart/node.h"
#include "expr/expr.h"
#include "scale/scale.h"

typedef struct ZnGuideEnv {
	ZnContext *context;
	ZnExprEnv *expr; /* signals for expressions */
	ZnValue config;  /* Vega-level config: {axis, axisX, ..., legend, title, style: {...}} merged with the defaults; may be undefined */
	ZnPlace place;
	const char *const *functions; /* extra functions of expressions, for zn_expr_parse; NULL = none */
	/* Whether a predicate that is an object ({"field": "value", "gt": 3}, {"param": ...}) holds for a datum; NULL = such never hold. */
	bool (*holds)(void *user, ZnValue predicate, ZnValue datum);
	void *user;
	/* Labels of values that are words, in the language of the output; NULL = as they are. */
	const char *(*translate)(void *user, const char *text);
} ZnGuideEnv;

/* --- texts, for marks too --- */

/* A string or a list of lines, each cut to `limit` px (0 = not) with `ellipsis` where the rest was, shaped. Align, baseline, angle and line height are the caller's to set. */
ZnTextLines *zn_text_lines_new(ZnContext *context, ZnValue text, const ZnFont *font, double limit, const char *ellipsis);
/* The lines of a text, as a list: cut at each `line_break`. */
ZnValue zn_text_split(ZnArena *arena, const char *text, const char *line_break);
int zn_font_weight(ZnValue weight);   /* "bold", 700, "700"; anything else is 400 */
bool zn_font_italic(ZnValue style);   /* "italic", "oblique" */

/* --- guides --- */

/* One axis -> group of kind AXIS. `props`: orient, grid, domain, ticks, labels, title, titleX.., values, tickCount, tickMinStep, format,
 * formatType, labelOverlap, labelFlush, labelExpr, labelBand (0..1: labels stand there in their band, as
 * Vega-Lite encodes them for offset channels), offset, position, zindex, bandPosition, translate, ... `grid_scale` = scale of the other
 * direction or NULL; `grid_length` px the grid lines run; width, height of the view. A main axis and its grid axis may be two calls with
 * grid or the rest switched off, as Vega-Lite does. */
ZnGroup *zn_axis_new(ZnGuideEnv *env, const ZnScale *scale, ZnValue props, const ZnScale *grid_scale, double width, double height);

/* Scales of one legend by channel; NULL where it does not take part. */
typedef struct ZnLegendScales { const ZnScale *fill, *stroke, *size, *shape, *opacity, *stroke_width, *stroke_dash; } ZnLegendScales;
/* One legend -> group of kind LEGEND: symbol, gradient or discrete (band) by `props.type` and the scale. `props`: Vega legend properties, plus
 * symbolFillColor etc.; "encode" of symbols, labels, gradient as {name: value} under encodeSymbols, encodeLabels, encodeGradient,
 * encodeEntries. */
ZnGroup *zn_legend_new(ZnGuideEnv *env, const ZnLegendScales *scales, ZnValue props, double width, double height);

/* Title and subtitle -> group of kind TITLE. props: text (string or array of lines), subtitle, anchor, align, orient, frame, offset, dx, dy,
 * fontSize..., subtitleFontSize ..., limit, lineHeight. `wrap_width` > 0: lines are wrapped at that many px. */
ZnGroup *zn_title_new(ZnGuideEnv *env, ZnValue props, double width, double height, double wrap_width);

/* Header, footer or header title of a facet -> group of that kind, with a title (Vega's "title" of a group of role row-header ...; undefined =
 * none) to which the caller adds axes. width or height 0: that side is not the cell's. title_props as zn_title_new's, plus style: the block
 * that gives font and colour, such as "guide-label". */
ZnGroup *zn_header_new(ZnGuideEnv *env, ZnGroupKind kind, ZnValue title_props, double width, double height);
