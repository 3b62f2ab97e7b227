/* A device that draws with cairo on image surfaces, for PNG. */
#pragma once

#include "paint/device.h"

#include <cairo.h>

typedef struct ZnCairoDevice {
	ZnDevice device;
	cairo_t *cr;
	bool clipped;           /* a clip is set */
	GArray *clipped_before; /* the same, one for each save */
	GHashTable *pictures;   /* PNG bytes -> cairo_surface_t */
} ZnCairoDevice;

/* Starts drawing on `cr`, whose current matrix maps scene px. */
void zn_cairo_device_init(ZnCairoDevice *device, ZnDiags *diags, cairo_t *cr);
void zn_cairo_device_clear(ZnCairoDevice *device);
