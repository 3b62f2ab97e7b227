/* Properties of guides: looked up once through the levels (spec, configs, Vega's defaults, style), then read as typed values, per tick
 * where they are conditional. Private to the guides. */
#pragma once

#include "chart/guide.h"

/* One property of a table: its name, Vega's default, and the member of the guide's style block that serves when nothing else does. */
typedef struct ZnGuideProp {
	const char *name;
	ZnValue fallback;
	const char *style;
} ZnGuideProp;
#define ZN_PROP_NONE                                                                                                                       \
	{                                                                                                                                      \
		.type = ZN_UNDEFINED                                                                                                               \
	}
#define ZN_PROP_NUM(number)                                                                                                                \
	{                                                                                                                                      \
		.type = ZN_NUMBER, .num = (number)                                                                                                 \
	}
#define ZN_PROP_BOOL(value)                                                                                                                \
	{                                                                                                                                      \
		.type = ZN_BOOL, .b = (value)                                                                                                      \
	}
#define ZN_PROP_STR(text)                                                                                                                  \
	{                                                                                                                                      \
		.type = ZN_STRING, .len = sizeof(text) - 1, .str = (text)                                                                          \
	}

/* A property's value: plain, or rules of which the first whose test holds counts. */
typedef struct ZnGuideRule {
	bool always;
	ZnExpr *test; /* NULL: the predicate */
	ZnValue predicate;
	ZnExpr *expr; /* NULL: the value */
	ZnValue value;
} ZnGuideRule;

typedef struct ZnGuideValue {
	ZnValue value;
	ZnGuideRule *rules;
	size_t n_rules;
} ZnGuideValue;

/* A value as specs write it: plain, {"expr"} or {"signal"}, {"condition", "value"}, {"value"}, or a list of rules [{"test", "value"}, ...]. */
ZnGuideValue zn_guide_value(ZnGuideEnv *env, ZnValue value);

/* Looks up all properties of a table: in `props`, `levels` (highest first), its default, the style block. */
void zn_guide_props(ZnGuideEnv *env, const ZnGuideProp *table, size_t n, ZnValue props, const ZnValue *levels, size_t n_levels,
                    const char *style, ZnGuideValue *out);

/* A member of a style block: the config's, else Vega's own. */
ZnValue zn_guide_style(const ZnGuideEnv *env, const char *style, const char *key);

/* Reading, with the datum of a tick or entry (undefined: none). A nullish value is the fallback. */
ZnValue zn_guide_eval(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum);
double zn_guide_num(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum, double fallback);
bool zn_guide_bool(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum);
const char *zn_guide_str(ZnGuideEnv *env, const ZnGuideValue *value, ZnValue datum, const char *fallback);
bool zn_guide_is_null(ZnGuideEnv *env, const ZnGuideValue *value);
/* The values of a list, each of which may be an expression; NULL for what is no list. */
ZnArray *zn_guide_list(ZnGuideEnv *env, const ZnGuideValue *value);

ZnPaint zn_guide_paint(ZnGuideEnv *env, ZnValue color);
/* Strokes of rules and rectangles; any may be NULL. */
typedef struct ZnGuideStroke {
	const ZnGuideValue *color, *width, *opacity, *dash, *dash_offset, *cap;
} ZnGuideStroke;
void zn_guide_set_stroke(ZnGuideEnv *env, ZnItem *item, const ZnGuideStroke *stroke, ZnValue datum);
void zn_guide_set_dash(ZnGuideEnv *env, ZnItem *item, ZnValue dash);

/* Look of a text; any may be NULL. Align, baseline and angle are set by the caller. */
typedef struct ZnGuideTextLook {
	const ZnGuideValue *color, *opacity, *font, *size, *style, *weight, *limit, *line_height;
} ZnGuideTextLook;
/* Adds a text item at x, y with its lines shaped. */
ZnItem *zn_guide_add_text(ZnGuideEnv *env, ZnMarkList *list, ZnRole role, ZnValue text, const ZnGuideTextLook *look, ZnValue datum);
/* The lines of an item that zn_guide_add_text made, for align, baseline and angle. */
static inline ZnTextLines *zn_guide_text(const ZnItem *item)
{
	return (ZnTextLines *)item->text;
}
/* Moves the anchor by dx, dy in the text's own, turned frame. */
void zn_guide_shift_text(ZnItem *item, double dx, double dy);

bool zn_guide_align(const char *name, ZnTextAlign *out);   /* "left" "center" "right" */
bool zn_guide_baseline(const char *name, ZnBaseline *out); /* "top" "middle" ... */

typedef enum {
	ZN_ORIENT_LEFT,
	ZN_ORIENT_RIGHT,
	ZN_ORIENT_TOP,
	ZN_ORIENT_BOTTOM,
	ZN_ORIENT_TOP_LEFT,
	ZN_ORIENT_TOP_RIGHT,
	ZN_ORIENT_BOTTOM_LEFT,
	ZN_ORIENT_BOTTOM_RIGHT,
	ZN_ORIENT_NONE,
	ZN_N_ORIENTS
} ZnOrient;
/* False, with an error, for what is none. */
bool zn_guide_orient(ZnGuideEnv *env, const char *name, ZnOrient *out);

typedef enum { ZN_ANCHOR_START, ZN_ANCHOR_MIDDLE, ZN_ANCHOR_END } ZnAnchor;
ZnAnchor zn_guide_anchor(const char *name, ZnAnchor fallback);
/* start, middle or end of what runs from `from` to `to`; the text align that goes with it. */
double zn_anchor_position(ZnAnchor anchor, double from, double to);
ZnTextAlign zn_anchor_align(ZnAnchor anchor);

/* --- what the layout needs of a guide: ZnGroup.guide --- */

typedef struct ZnAxisGuide {
	ZnOrient orient;
	double translate, range, offset, position, min_extent, max_extent, title_padding;
	ZnMarkList *ticks, *labels, *title; /* NULL: none */
	bool title_auto;                    /* the layout places the title */
	bool title_flush;                   /* its x counts from the labels' left edge */
} ZnAxisGuide;

typedef struct ZnLegendGuide {
	ZnOrient orient;
	double offset; /* NaN: the config's */
	double padding, title_padding;
	bool symbols, vertical_gradient;
	ZnMarkList *title, *gradient;
	ZnOrient title_orient;
	ZnAnchor title_anchor;
	ZnGroup *entries;
	ZnValue layout; /* config.legend.layout */
} ZnLegendGuide;

typedef struct ZnTitleGuide {
	ZnOrient orient;
	ZnAnchor anchor;
	bool frame_group;
	double offset, padding;
	ZnMarkList *text, *subtitle;
} ZnTitleGuide;

/* Lays out the entries of a symbol legend: layout.c. */
void zn_layout_entries(ZnContext *context, ZnGroup *entries, const ZnGridLayout *grid);

/* A title whose text has this role: zn_title_new and the headers. */
ZnGroup *zn_guide_title(ZnGuideEnv *env, ZnValue props, ZnRole role, double wrap_width);

/* --- labels --- */

/* Hides labels that overlap by opacity 0 and fixes the list's bounds (vega-view-transforms Overlap). `separation` px between
 * labels. `range`: a label that leaves it by more than `tolerance` px is hidden; tolerance NaN = not looked at. */
void zn_labels_hide_overlaps(ZnContext *context, ZnMarkList *labels, bool greedy, double separation, const double range[2], bool horizontal,
                             double tolerance);
