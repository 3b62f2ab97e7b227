/* A PNG encoder for what we paint: charts, with few colours and large even areas.
 *
 * A palette where it is exact or its largest channel error is at most 2 of 255; else RGB rows, RGBA where there is transparency, with a
 * filter that costs next to nothing. libdeflate compresses. Format: ISO/IEC 15948 (PNG, third edition). */
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
	const char *lang;                                  /* of the texts; may be NULL */
	const char *title, *description, *author, *source, *provenance; /* UTF-8; NULL = left out */
} ZnPngInfo;

/* Appends the file. Reports and returns false when there is not enough memory. */
bool zn_png_encode(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, GByteArray *out);

#define ZN_PALETTE_ERROR 2

typedef struct ZnPalette {
	uint32_t colors[256]; /* 0xAARRGGBB, not premultiplied; those that are not opaque come first */
	int n, n_translucent;
} ZnPalette;

typedef enum {
	ZN_PALETTE_FITS,
	ZN_PALETTE_MANY,      /* a drawing of too many colours */
	ZN_PALETTE_COUNTLESS, /* thousands: a photograph, gradients */
} ZnPaletteFit;

/* Makes a palette of at most 256 colours that is at most ZN_PALETTE_ERROR off in any channel (of the premultiplied pixel, which is what is
 * seen), and one index a pixel, in rows that are `stride` bytes apart. */
ZnPaletteFit zn_palette_fit(const ZnPixels *pixels, ZnPalette *palette, uint8_t *indices, size_t stride);

/* How many rows from `y` on are the same: below the top of a bar or a letter, a chart changes seldom. */
int zn_pixels_same_rows(const ZnPixels *pixels, int y);

/* The word of one pixel, not premultiplied. */
uint32_t zn_pixel_straight(uint32_t premultiplied, bool opaque);
