/* The different colours of a picture. A drawing has few: what antialiasing leaves between those of its inks. */
#pragma once

#include "paint/png_encode.h"

#define ZN_COLORS_MOST 6000u /* more than that is no drawing */
#define ZN_COLORS_SLOTS 16384u

typedef struct ZnColorUse {
	uint32_t pixel; /* as painted, premultiplied; opaque ones with alpha 255 */
	uint32_t count;
	uint32_t word; /* what stands for it in the file: 0xAARRGGBB not premultiplied, or the index of a palette's entry */
} ZnColorUse;

typedef struct ZnColors {
	ZnColorUse *found;
	size_t n;
	uint16_t *slots; /* index + 1, 0 = free */
	uint32_t fill;   /* of the high byte, which may hold anything in an opaque picture */
} ZnColors;

/* False when there are too many, as in a photograph. zn_colors_clear in any case. */
bool zn_colors_count(ZnColors *colors, const ZnPixels *pixels);
void zn_colors_clear(ZnColors *colors);
/* Decides the words of the colours as they are, without a palette. Where a translucent pixel can be what an ink of the picture leaves, it gets
 * that ink's colour: it gives the same pixel, and the edge of a letter differs in its alpha only. */
void zn_colors_set_straight(ZnColors *colors);
/* Chooses a palette that is at most ZN_PALETTE_ERROR off in any channel of the premultiplied pixel, which is what is seen, and makes words
 * indices of it. False, and the words as they were, when 256 entries do not do. */
bool zn_palette_choose(ZnColors *colors, ZnPalette *palette);

/* The word of a pixel of the picture. */
static inline uint32_t zn_colors_word(const ZnColors *colors, uint32_t pixel)
{
	uint32_t slot = ((pixel |= colors->fill) * 2654435761u) >> 18;
	while (colors->found[colors->slots[slot] - 1].pixel != pixel)
		slot = (slot + 1) % ZN_COLORS_SLOTS;
	return colors->found[colors->slots[slot] - 1].word;
}

static inline const uint32_t *zn_pixels_row(const ZnPixels *pixels, int y)
{
	return (const uint32_t *)(const void *)(pixels->data + (size_t)y * pixels->stride);
}

/* How many rows from `y` on are the same: below the top of a bar or a letter, a chart changes seldom. */
int zn_pixels_same_rows(const ZnPixels *pixels, int y);
/* How many pixels are the same in both, at most `most`. */
int zn_pixels_common(const uint32_t *a, const uint32_t *b, int most);
