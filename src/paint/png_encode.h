/* A PNG encoder for what we paint: charts, with few colours and large even areas.
 *
 * A palette where it is exact or its largest channel error is at most 2 of 255, compressed by libdeflate; else, of a drawing, RGB pixels, RGBA
 * where there is transparency, compressed by whole pixels (png_deflate.h); of a photograph, filtered rows through libdeflate.
 * Format: ISO/IEC 15948 (PNG, third edition). */
#pragma once

#include "base/diag.h"

#include <stdint.h>

/* Pixels as cairo has them: native-endian words 0xAARRGGBB, premultiplied; `opaque`: the high byte means nothing. */
typedef struct ZnPixels {
	const unsigned char *data;
	int width, height;
	size_t stride; /* bytes */
	bool opaque;
} ZnPixels;

typedef struct ZnPngInfo {
	double ppi;
	const char *lang;                                               /* of the texts; may be NULL */
	const char *title, *description, *author, *source, *provenance; /* UTF-8; NULL = left out */
} ZnPngInfo;

/* Appends the file. Reports and returns false when there is not enough memory. */
bool zn_png_encode(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, GByteArray *out);

#define ZN_PALETTE_ERROR 2

typedef struct ZnPalette {
	uint32_t colors[256]; /* 0xAARRGGBB, not premultiplied; those that are not opaque come first */
	int n, n_translucent;
} ZnPalette;

/* The word of one pixel, 0xAARRGGBB, not premultiplied. */
uint32_t zn_pixel_straight(uint32_t premultiplied, bool opaque);
