/* Pictures inside scenes: PNG files, decoded once. */
#pragma once

#include "paint/device.h"

#include <cairo.h>

/* The size in px of a PNG file's picture; false when it is none or larger than we decode. */
bool zn_picture_size(const void *png, size_t len, int *width, int *height);

/* The decoded picture; release with cairo_surface_destroy. NULL when it is no PNG file or a broken one: reported under `url`. */
cairo_surface_t *zn_picture_decode(ZnDiags *diags, const char *url, const void *png, size_t len);

/* Whether all pictures of the scene, and of those within it, can be decoded; reports those that cannot. */
bool zn_pictures_check(ZnDiags *diags, const ZnScene *scene);

/* Where a picture of that size lies in the item's box: centred in it with its own proportions, or stretched to it. */
void zn_picture_place(const ZnItem *item, int width, int height, double box[4]);

/* Whether a font has its glyphs as pictures (emoji in colours) and no outlines. */
bool zn_picture_font(const ZnFace *face);
/* Such a glyph, and where it lies from its origin, y down: x, y, width, height in px. NULL = it has none. */
cairo_surface_t *zn_picture_of_glyph(ZnDiags *diags, const ZnFace *face, uint32_t id, double box[4]);
