#include "paint/png_colors.h"

#include <stdlib.h>
#include <string.h>

#define MOST_INKS 64

G_STATIC_ASSERT(ZN_COLORS_SLOTS == 1u << 14); /* the hash has so many bits */
G_STATIC_ASSERT(ZN_COLORS_MOST < ZN_COLORS_SLOTS);

int zn_pixels_same_rows(const ZnPixels *pixels, int y)
{
	size_t length = (size_t)pixels->width * sizeof(uint32_t);
	int n = 1;
	while (y + n < pixels->height && !memcmp(zn_pixels_row(pixels, y), zn_pixels_row(pixels, y + n), length))
		n++;
	return n;
}

int zn_pixels_common(const uint32_t *a, const uint32_t *b, int most)
{
	int n = 0;
	for (uint64_t p, q; n + 2 <= most; n += 2) {
		memcpy(&p, a + n, sizeof p);
		memcpy(&q, b + n, sizeof q);
		if (p != q)
			break;
	}
	while (n < most && a[n] == b[n])
		n++;
	return n;
}

/* --- counting --- */

static ZnColorUse *use_of(ZnColors *colors, uint32_t pixel)
{
	uint32_t slot = (pixel * 2654435761u) >> 18;
	for (; colors->slots[slot]; slot = (slot + 1) % ZN_COLORS_SLOTS)
		if (colors->found[colors->slots[slot] - 1].pixel == pixel)
			return &colors->found[colors->slots[slot] - 1];
	if (colors->n == ZN_COLORS_MOST)
		return NULL;
	colors->found[colors->n] = (ZnColorUse){.pixel = pixel};
	colors->slots[slot] = (uint16_t)++colors->n;
	return &colors->found[colors->n - 1];
}

bool zn_colors_count(ZnColors *colors, const ZnPixels *pixels)
{
	*colors = (ZnColors){
	    .found = g_new(ZnColorUse, ZN_COLORS_MOST), .slots = g_new0(uint16_t, ZN_COLORS_SLOTS), .fill = pixels->opaque ? 0xff000000u : 0};
	for (int y = 0, n; y < pixels->height; y += n) {
		const uint32_t *row = zn_pixels_row(pixels, y);
		n = zn_pixels_same_rows(pixels, y);
		for (int x = 0, end; x < pixels->width; x = end) {
			end = x + 1 + zn_pixels_common(row + x, row + x + 1, pixels->width - x - 1);
			ZnColorUse *use = use_of(colors, row[x] | colors->fill);
			if (!use)
				return false;
			use->count += (uint32_t)(end - x) * (uint32_t)n;
		}
	}
	return true;
}

void zn_colors_clear(ZnColors *colors)
{
	g_clear_pointer(&colors->found, g_free);
	g_clear_pointer(&colors->slots, g_free);
}

/* --- words --- */

uint32_t zn_pixel_straight(uint32_t p, bool opaque)
{
	uint32_t alpha = p >> 24;
	if (opaque || alpha == 255)
		return p | 0xff000000u;
	if (!alpha)
		return 0;
	uint32_t straight = alpha << 24;
	for (int shift = 0; shift < 24; shift += 8)
		straight |= MIN(255, (((p >> shift) & 255) * 255 + alpha / 2) / alpha) << shift;
	return straight;
}

/* What is painted of an opaque colour where `alpha` of the pixel is covered; rounded as pixman and readers of PNG do. */
static uint32_t covered(uint32_t color, uint32_t alpha)
{
	uint32_t pixel = alpha << 24;
	for (int shift = 0; shift < 24; shift += 8) {
		uint32_t product = ((color >> shift) & 255) * alpha + 128;
		pixel |= (product + (product >> 8)) >> 8 << shift;
	}
	return pixel;
}

static int by_count(const void *a, const void *b)
{
	const ZnColorUse *p = *(ZnColorUse *const *)a, *q = *(ZnColorUse *const *)b;
	if (p->count != q->count)
		return p->count > q->count ? -1 : 1;
	return p->pixel < q->pixel ? -1 : 1;
}

void zn_colors_set_straight(ZnColors *colors)
{
	g_autofree ZnColorUse **inks = g_new(ZnColorUse *, colors->n);
	size_t n_inks = 0;
	for (size_t i = 0; i < colors->n; i++) {
		colors->found[i].word = zn_pixel_straight(colors->found[i].pixel, false);
		if (colors->found[i].pixel >> 24 == 255)
			inks[n_inks++] = &colors->found[i];
	}
	qsort(inks, n_inks, sizeof *inks, by_count);
	n_inks = MIN(n_inks, MOST_INKS);
	for (size_t i = 0; i < colors->n; i++) {
		uint32_t pixel = colors->found[i].pixel, alpha = pixel >> 24;
		for (size_t k = 0; alpha && alpha < 255 && k < n_inks; k++)
			if (covered(inks[k]->pixel, alpha) == pixel) {
				colors->found[i].word = alpha << 24 | (inks[k]->pixel & 0xffffffu);
				break;
			}
	}
}
