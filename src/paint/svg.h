/* The SVG device's inside, shared by its two files. */
#pragma once

#include "paint/device.h"

typedef struct ZnSvgDevice {
	ZnDevice device;
	GString *body, *defs;
	GHashTable *ids;      /* definitions that are there already */
	GArray *groups;       /* how many <g> each save opened */
	GHashTable *pictures; /* PNG bytes -> id of the <image> definition */
} ZnSvgDevice;

/* ` name="value"`, with 3 decimals. */
void zn_svg_number(GString *out, const char *name, double value);
void zn_svg_string(GString *out, const char *name, const char *value);
/* Text with markup escaped; characters that XML does not allow are left out. */
void zn_svg_escape(GString *out, const char *text);
/* fill=, stroke= and all that belongs to them. */
void zn_svg_style(ZnSvgDevice *svg, const ZnStyle *style);
/* Closes the start tag; a description becomes a <title> inside, then the element is closed. */
void zn_svg_finish(GString *out, const char *element, const char *description);

void zn_svg_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style);
