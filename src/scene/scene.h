/* The finished picture: positioned items in paint order, plus what they mean. Every painter and every test reads the same items;
 * nothing is left to decide. All coordinates are absolute px (y down) in the scene; a page of a report is a scene too, in px of 1/96 inch.
 *
 * Items correspond to the records of the dump format `vlscene-1` (docs/scene.md), plus tags that open and close structure. */
#pragma once

#include "base/color.h"
#include "text/text.h"

typedef enum {
	ZN_ITEM_RECT, ZN_ITEM_GROUP, ZN_ITEM_RULE, ZN_ITEM_LINE, ZN_ITEM_AREA, ZN_ITEM_TRAIL, ZN_ITEM_SYMBOL, ZN_ITEM_TEXT, ZN_ITEM_ARC,
	ZN_ITEM_IMAGE, ZN_ITEM_SHAPE,
	ZN_ITEM_EMBED, /* another scene, placed and scaled: a figure on a page */
	ZN_ITEM_BEGIN, /* structure starts: heading, paragraph, figure, link ... */
	ZN_ITEM_END,
} ZnItemType;

typedef enum {
	ZN_ROLE_MARK, ZN_ROLE_FRAME, ZN_ROLE_AXIS_GRID, ZN_ROLE_AXIS_TICK, ZN_ROLE_AXIS_DOMAIN, ZN_ROLE_AXIS_LABEL, ZN_ROLE_AXIS_TITLE,
	ZN_ROLE_LEGEND, ZN_ROLE_LEGEND_SYMBOL, ZN_ROLE_LEGEND_LABEL, ZN_ROLE_LEGEND_TITLE, ZN_ROLE_LEGEND_GRADIENT, ZN_ROLE_LEGEND_BAND,
	ZN_ROLE_TITLE_TEXT, ZN_ROLE_TITLE_SUBTITLE, ZN_ROLE_ROW_HEADER, ZN_ROLE_COLUMN_HEADER, ZN_ROLE_ROW_TITLE, ZN_ROLE_COLUMN_TITLE,
	ZN_ROLE_ROW_FOOTER, ZN_ROLE_COLUMN_FOOTER,
	ZN_ROLE_NOTE, ZN_ROLE_SOURCE, /* usermeta.zhinu: note and source line at the foot */
	ZN_N_ROLES
} ZnRole;
const char *zn_role_name(ZnRole role); /* "axis-grid" */
const char *zn_item_type_name(ZnItemType type); /* "rect": the dump's word */

typedef struct ZnStop { double offset; ZnColor color; } ZnStop;
typedef struct ZnGradient {
	bool radial;
	double x1, y1, x2, y2, r1, r2; /* in the unit box of the item's bounds */
	ZnStop *stops;
	size_t n_stops;
} ZnGradient;

typedef struct ZnPaint {
	enum { ZN_PAINT_NONE, ZN_PAINT_COLOR, ZN_PAINT_GRADIENT } kind;
	ZnColor color; /* alpha = the colour's own */
	const ZnGradient *gradient;
} ZnPaint;

/* Interpolation of lines and areas (d3-shape curves). */
typedef enum {
	ZN_CURVE_LINEAR, ZN_CURVE_LINEAR_CLOSED, ZN_CURVE_STEP, ZN_CURVE_STEP_BEFORE, ZN_CURVE_STEP_AFTER, ZN_CURVE_BASIS, ZN_CURVE_BASIS_OPEN,
	ZN_CURVE_BASIS_CLOSED, ZN_CURVE_CARDINAL, ZN_CURVE_CARDINAL_OPEN, ZN_CURVE_CARDINAL_CLOSED, ZN_CURVE_BUNDLE, ZN_CURVE_MONOTONE,
	ZN_CURVE_NATURAL, ZN_CURVE_CATMULL_ROM, ZN_CURVE_CATMULL_ROM_OPEN, ZN_CURVE_CATMULL_ROM_CLOSED, ZN_N_CURVES
} ZnCurve;
const char *zn_curve_name(ZnCurve curve);
bool zn_curve_parse(const char *name, ZnCurve *out);

/* CSS blend modes as cairo operators: "multiply"; NULL and false for what is none. Normal has no name. */
const char *zn_blend_name(int cairo_operator);
bool zn_blend_parse(const char *name, int *cairo_operator);

typedef struct ZnPoint {
	double x, y;
	double x2, y2;  /* areas: the other edge */
	double size;    /* trails: the width */
	bool gap;       /* a break in the line: nothing else is set */
} ZnPoint;

typedef struct ZnPathOp { /* absolute path of a SHAPE or of a custom symbol */
	char op; /* 'M' 'L' 'C' 'Z' */
	double x[6];
} ZnPathOp;

typedef enum { ZN_TEXT_LEFT, ZN_TEXT_CENTER, ZN_TEXT_RIGHT } ZnTextAlign;
typedef enum { ZN_BASELINE_ALPHABETIC, ZN_BASELINE_TOP, ZN_BASELINE_MIDDLE, ZN_BASELINE_BOTTOM, ZN_BASELINE_LINE_TOP, ZN_BASELINE_LINE_BOTTOM } ZnBaseline;

typedef struct ZnTextLines { /* text of one item */
	const char **lines;
	const ZnShaped **shaped; /* one a line */
	size_t n;
	ZnFont font;
	ZnTextAlign align;
	ZnBaseline baseline;
	double angle;       /* degrees, clockwise, about the anchor */
	double line_height; /* px */
	double limit;
} ZnTextLines;

/* What a stretch of items means: for PDF tags, outline, links, and for checks. */
typedef enum {
	ZN_TAG_DOCUMENT, ZN_TAG_TITLE, ZN_TAG_HEADING, ZN_TAG_PARAGRAPH, ZN_TAG_LIST, ZN_TAG_LIST_ITEM, ZN_TAG_LIST_LABEL, ZN_TAG_LIST_BODY, ZN_TAG_QUOTE,
	ZN_TAG_TABLE, ZN_TAG_TABLE_HEAD, ZN_TAG_TABLE_BODY, ZN_TAG_TABLE_ROW, ZN_TAG_TABLE_HEADER_CELL, ZN_TAG_TABLE_CELL,
	ZN_TAG_FIGURE, ZN_TAG_CAPTION, ZN_TAG_NOTE, ZN_TAG_REFERENCE, ZN_TAG_TOC, ZN_TAG_TOC_ITEM, ZN_TAG_LINK, ZN_TAG_SPAN, ZN_TAG_CODE,
	ZN_TAG_ARTIFACT, ZN_N_TAGS
} ZnTagType;

typedef struct ZnTag {
	ZnTagType type;
	int level;           /* headings: 1..6 */
	const char *text;    /* headings: plain text for the outline; figures: alternative text */
	const char *lang;    /* when it differs from the scene's */
	const char *id;      /* destination name that this element defines, or NULL */
	const char *target;  /* links: URI, or "#id" */
	int span;            /* table cells: columns */
	int serial;          /* the same element on two pages has the same serial, so that it is one in the structure tree */
} ZnTag;

typedef struct ZnScene ZnScene;

typedef struct ZnItem {
	uint8_t type; /* ZnItemType */
	uint8_t role; /* ZnRole */
	uint8_t orient_horizontal; /* lines and areas that run down the page: x, x2 differ instead of y, y2 */
	uint8_t curve;  /* ZnCurve */
	double tension; /* NaN = the curve's own */
	/* rect, group, image: x y width height; rule: x y x2 y2; symbol, text, arc: x y; embed: x y and scale */
	double x, y, width, height, x2, y2;
	union {
		double corner[4];                                                            /* rect, group: tl tr br bl */
		struct { double start, end, inner, outer, pad, corner_radius; } arc;         /* radians, 0 = 12 o'clock, clockwise; px */
		struct { const char *shape; double size, angle; } symbol;                    /* name or SVG path; px^2; degrees */
		struct { ZnPoint *points; size_t n; } line;                                  /* line, area, trail */
		struct { ZnPathOp *ops; size_t n; } path;                                    /* shape */
		struct { const char *url; const void *png; size_t png_len; bool aspect; } image; /* png = bytes of the file */
		const ZnTextLines *text;
		struct { const ZnScene *scene; double scale; } embed;
		const ZnTag *tag;
	};
	/* style */
	ZnPaint fill, stroke;
	double opacity, fill_opacity, stroke_opacity; /* 0..1; make items with zn_item_init */
	double stroke_width, dash_offset, miter_limit;
	const double *dash;
	uint8_t n_dash;
	uint8_t cap, join;  /* cairo_line_cap_t, cairo_line_join_t */
	uint8_t blend;      /* cairo_operator_t of the CSS blend mode; CAIRO_OPERATOR_OVER = normal */
	bool clipped;
	double clip[4];     /* x y width height */
	double clip_corner[4]; /* tl tr br bl */
	double stroke_offset;  /* groups: what the frame is shifted by; NaN = Vega's: half a pixel for a stroke of 1 px */
	const char *description; /* aria / tooltip text; may be NULL */
	const char *href;
} ZnItem;

/* A file that travels within the output: the data of a chart, in a PDF. */
typedef struct ZnAttachment {
	const char *name, *mime, *description; /* "rd_china.csv", "text/csv"; the description may be NULL */
	const char *bytes;
	size_t len;
} ZnAttachment;

struct ZnScene {
	ZnArena *arena;       /* where everything lives; not owned */
	const char *name;
	const char *file;     /* that it comes from, for messages; NULL = not known */
	double width, height; /* px; whole numbers for charts */
	bool has_background;
	ZnColor background;
	ZnItem *items;
	size_t n_items, cap_items;
	/* metadata of the output */
	const char *title, *description, *lang, *source, *author, *keywords;
	const char *provenance; /* what it was made of, for `zhinu verify`; NULL = not told */
	const ZnAttachment *attachments;
	size_t n_attachments;
	double scale;         /* device px per scene px that the theme asks for; 0 = 1 */
};

ZnScene *zn_scene_new(ZnArena *arena);
ZnItem *zn_scene_add(ZnScene *scene, ZnItemType type, ZnRole role); /* zn_item_init'ed; valid until the next add */
void zn_scene_push(ZnScene *scene, const ZnItem *item);
void zn_item_init(ZnItem *item, ZnItemType type, ZnRole role); /* opacities 1, stroke width 1, miter limit 4, butt, miter, no paint */
void zn_scene_begin(ZnScene *scene, const ZnTag *tag);
void zn_scene_end(ZnScene *scene);

/* Whether the item can leave no ink (the dump and the painters skip it). */
bool zn_item_invisible(const ZnItem *item);

/* A document: pages in order, for PDF. Structure runs on from page to page. */
typedef struct ZnDocument {
	ZnArena *arena;
	ZnScene **pages;
	size_t n_pages, cap_pages;
	const char *title, *subject, *author, *keywords, *lang;
	const char *page_label_prefix;
} ZnDocument;

/* The vlscene-1 dump as JSON text; free with g_string_free. */
GString *zn_scene_dump(const ZnScene *scene);

/* Geometry that painters, bounds and the dump share: the item's outline as a path of absolute ops (curves applied, corners rounded,
 * a group's frame shifted as it is painted). `out` is emptied first and its memory, which is the arena's, used again; text, images and
 * embedded scenes have none. */
typedef struct ZnPath { ZnPathOp *ops; size_t n, cap; } ZnPath;
void zn_item_path(ZnArena *arena, const ZnItem *item, ZnPath *out);
bool zn_path_parse_svg(ZnArena *arena, const char *svg, ZnPath *out); /* SVG path data, appended; false = syntax error */
/* The tight box of a path as x1 y1 x2 y2; false when it is empty. */
bool zn_path_bounds(const ZnPath *path, double box[4]);
/* The box of an item's outline, without its stroke; arcs are exact. */
bool zn_item_path_bounds(ZnArena *arena, const ZnItem *item, double box[4]);
/* Baseline shift of a text item: what to add to y (in the rotated frame) for the first line's alphabetic baseline, rounded as Vega
 * does. Further lines follow line_height below. */
double zn_text_baseline_offset(const ZnTextLines *text);
/* Where a line starts, relative to the anchor and in the rotated frame, from its align and shaped width. */
double zn_text_line_start(const ZnTextLines *text, size_t line);
