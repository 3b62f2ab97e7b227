/* A device that draws with cairo: on image surfaces for PNG, on the PDF surface for PDF. */
#pragma once

#include "paint/device.h"

#include <cairo.h>

typedef struct ZnCairoDevice {
	ZnDevice device;
	cairo_t *cr;
	bool pixels;            /* glyphs where they belong, not at whole pixels; pictures with firm edges */
	bool clipped;           /* a clip is set */
	GArray *clipped_before; /* the same, one for each save */
	GHashTable *pictures;   /* PNG bytes -> cairo_surface_t */
} ZnCairoDevice;

/* Starts drawing on `cr`, whose current matrix maps scene px. `pixels`: for image surfaces; without, text stays text. */
void zn_cairo_device_init(ZnCairoDevice *device, ZnDiags *diags, cairo_t *cr, bool pixels);
void zn_cairo_device_clear(ZnCairoDevice *device);
