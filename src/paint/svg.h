/* The SVG device's inside, shared by its files: svg.c (shapes, definitions, the file), svg_text.c (text as <text>), svg_layout.c (where its
 * characters must be told their places), svg_outlines.c (text as shapes). */
#pragma once

#include "paint/device.h"

/* Stands for the prefix of all ids, which is known only when the rest of the file is: a hash of it. No text of a scene can contain it. */
#define ZN_SVG_PREFIX "\x01"

typedef struct ZnSvgDevice {
	ZnDevice device;
	GString *body, *defs;
	GHashTable *ids;      /* content of a definition -> its id */
	GHashTable *glyphs;   /* "file:index:glyph" -> id, "" = no ink; outlines only */
	GHashTable *pictures; /* PNG bytes -> id of the <image> definition */
	GHashTable *targets;  /* names that links within the picture may lead to */
	GArray *groups;       /* how many <g> each save opened */
	const char *lang;
	bool outlines, blends; /* text as shapes; something is blended */
} ZnSvgDevice;

/* ` name="value"`, with 3 decimals. */
void zn_svg_number(GString *out, const char *name, double value);
void zn_svg_string(GString *out, const char *name, const char *value);
/* Text with markup escaped; characters that XML does not allow are left out. */
void zn_svg_escape(GString *out, const char *text);
/* ` d="..."` */
void zn_svg_path_data(GString *out, const ZnPath *path);
/* fill=, stroke= and all that belongs to them. */
void zn_svg_style(ZnSvgDevice *svg, const ZnStyle *style);
/* Closes the start tag; a description becomes a <title> inside, then the element is closed. */
void zn_svg_finish(GString *out, const char *element, const char *description);
/* Puts `<element id=".." content` among the definitions, once; its id, with ZN_SVG_PREFIX, lives as long as the device. */
const char *zn_svg_define(ZnSvgDevice *svg, const char *element, const char *content);

void zn_svg_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style);
void zn_svg_outlines(ZnSvgDevice *svg, const ZnItem *item, const ZnStyle *style);
/* ` transform=` that puts the origin at a text's anchor, turned. */
void zn_svg_text_frame(GString *out, const ZnItem *item);
bool zn_svg_text_framed(const ZnTextLines *text, const ZnStyle *style);

/* A stretch of a run whose characters follow each other by themselves once the first one has its place. */
typedef struct ZnSvgSegment {
	const ZnRun *run;
	size_t start, len; /* bytes of the run's text */
	double x;          /* px from the start of the line */
	double spacing;    /* px after each character, beyond the font's and the item's */
	bool placed;       /* it would come elsewhere, or in another font, if it were not told where */
} ZnSvgSegment;

/* The segments of a line, for readers that have its fonts and kern: of ZnSvgSegment; free with g_array_unref. */
GArray *zn_svg_layout(const ZnShaped *shaped, double letter_spacing);
