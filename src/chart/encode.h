/* How a mark's properties follow from a row: rules of references, as Vega's encode entries have them. Private to chart/. */
#pragma once

#include "chart/instance.h"

/* Properties of marks, with Vega's names. */
typedef enum {
	ZN_P_X, ZN_P_X2, ZN_P_XC, ZN_P_WIDTH, ZN_P_Y, ZN_P_Y2, ZN_P_YC, ZN_P_HEIGHT,
	ZN_P_FILL, ZN_P_STROKE, ZN_P_OPACITY, ZN_P_FILL_OPACITY, ZN_P_STROKE_OPACITY, ZN_P_STROKE_WIDTH, ZN_P_STROKE_DASH, ZN_P_STROKE_DASH_OFFSET,
	ZN_P_STROKE_CAP, ZN_P_STROKE_JOIN, ZN_P_STROKE_MITER_LIMIT, ZN_P_BLEND,
	ZN_P_SIZE, ZN_P_SHAPE, ZN_P_ANGLE,
	ZN_P_TEXT, ZN_P_FONT, ZN_P_FONT_SIZE, ZN_P_FONT_WEIGHT, ZN_P_FONT_STYLE, ZN_P_ALIGN, ZN_P_BASELINE, ZN_P_DX, ZN_P_DY, ZN_P_LIMIT, ZN_P_ELLIPSIS,
	ZN_P_LINE_HEIGHT, ZN_P_LINE_BREAK, ZN_P_RADIUS, ZN_P_THETA,
	ZN_P_START_ANGLE, ZN_P_END_ANGLE, ZN_P_INNER_RADIUS, ZN_P_OUTER_RADIUS, ZN_P_PAD_ANGLE,
	ZN_P_CORNER_RADIUS, ZN_P_CORNER_TOP_LEFT, ZN_P_CORNER_TOP_RIGHT, ZN_P_CORNER_BOTTOM_RIGHT, ZN_P_CORNER_BOTTOM_LEFT,
	ZN_P_INTERPOLATE, ZN_P_TENSION, ZN_P_URL, ZN_P_ASPECT, ZN_P_HREF, ZN_P_DESCRIPTION,
	ZN_N_PROPS
} ZnProp;
const char *zn_prop_name(ZnProp prop);

/* The gap between the bars of bins, or what a bar narrower than the least is widened by. */
typedef struct ZnBinGap {
	const ZnValue *start, *end; /* cells of the bin's edges */
	double spacing, min_size;   /* px */
	bool reverse, is_end;
	double translate;
} ZnBinGap;

typedef struct ZnRef ZnRef;
struct ZnRef {
	enum { ZN_REF_NONE, ZN_REF_VALUE, ZN_REF_FIELD, ZN_REF_LERP, ZN_REF_EXPR, ZN_REF_FORMAT } kind;
	ZnValue value;
	const ZnValue *cells, *cells2; /* FIELD, LERP, FORMAT: of the unit's table */
	double t;                      /* LERP: (1 - t) * cells + t * cells2 */
	ZnExpr *expr;
	const struct ZnTextFormat *format;
	const ZnScale *scale;          /* applied to what the above gives */
	double band;                   /* + band * bandwidth */
	double add;                    /* added before scaling: a bin's step */
	const ZnRef *offset;           /* added; its own scale applies */
	const ZnBinGap *gap;
	/* when it holds; none = always */
	const ZnPredicate *test;
	const char *param;
	bool empty;
	const ZnValue *invalid;        /* holds where this cell is null or NaN */
};

typedef struct ZnRule {
	ZnRef *refs; /* the first that holds gives the value */
	size_t n;
} ZnRule;

/* A unit's marks being made. */
typedef struct ZnEncode {
	ZnInst *unit;
	const ZnView *view;
	const ZnTable *table;
	ZnExprEnv expr;
	ZnTransformEnv transform;
	ZnRule rules[ZN_N_PROPS];
	bool ignore[ZN_N_PROPS]; /* properties of the mark definition that this mark does not take */
} ZnEncode;

void zn_encode_init(ZnEncode *encode, ZnInst *unit, const ZnTable *table);
/* Fills what no rule sets from the mark definition and the config. */
void zn_encode_defaults(ZnEncode *encode);

void zn_rule_set(ZnEncode *encode, ZnProp prop, ZnRef ref);
void zn_rule_add(ZnEncode *encode, ZnProp prop, ZnRef ref);
static inline bool zn_rule_has(const ZnEncode *encode, ZnProp prop) { return encode->rules[prop].n > 0; }
ZnValue zn_rule_eval(ZnEncode *encode, ZnProp prop, size_t row); /* undefined where nothing holds */
double zn_rule_num(ZnEncode *encode, ZnProp prop, size_t row, double fallback);
const char *zn_rule_str(ZnEncode *encode, ZnProp prop, size_t row, const char *fallback);

/* References. A value may be {"expr": ...}. */
ZnRef zn_ref_value(ZnEncode *encode, ZnValue value);
ZnRef zn_ref_num(double num);
ZnRef zn_ref_field(ZnEncode *encode, const ZnChannelDef *def, const char *suffix, const ZnScale *scale);
ZnRef zn_ref_text(ZnEncode *encode, const ZnChannelDef *def); /* the formatted text of a field, datum or value */
ZnRef *zn_ref_box(ZnEncode *encode, ZnRef ref); /* copied into the arena */
const ZnValue *zn_encode_cells(ZnEncode *encode, const char *column);
void zn_ref_set_test(ZnEncode *encode, ZnRef *ref, const ZnCondition *condition);

/* --- position.c: x and y (and theta, radius) --- */
typedef enum { ZN_DEFAULT_NONE, ZN_DEFAULT_MID, ZN_DEFAULT_ZERO_OR_MIN, ZN_DEFAULT_ZERO_OR_MAX } ZnDefaultPos;
void zn_position_point(ZnEncode *encode, ZnChannel channel, ZnDefaultPos fallback, ZnProp prop);
void zn_position_range(ZnEncode *encode, ZnChannel channel, ZnDefaultPos fallback, ZnDefaultPos fallback2);
void zn_position_rect(ZnEncode *encode, ZnChannel channel);
/* --- appearance.c: colour, size, text --- */
void zn_encode_color(ZnEncode *encode);
void zn_encode_channel(ZnEncode *encode, ZnChannel channel, ZnProp prop, ZnValue fallback); /* non-position channel */
void zn_encode_base(ZnEncode *encode); /* what all marks have: colour, opacity, stroke */
/* The style of an item from the rules, for one row. */
void zn_item_style(ZnEncode *encode, size_t row, ZnItem *item);
void zn_item_paint(ZnArena *arena, ZnValue value, ZnPaint *paint);
/* --- text_format.c --- */
typedef struct ZnTextFormat ZnTextFormat;
const ZnTextFormat *zn_text_format_new(ZnEncode *encode, const ZnChannelDef *def);
const char *zn_text_format_apply(const ZnTextFormat *format, ZnContext *context, ZnValue value, ZnValue end);
/* --- default_title.c --- */
/* As zn_channel_def_title, in the language of the output: "记录数" for "Count of Records". A catalogue that has the English words wins. */
const char *zn_default_title(const ZnChart *chart, const ZnChannelDef *def, ZnValue config);
/* A field value in the language of the output. */
const char *zn_translate(const ZnChart *chart, const char *text);
