#include "paint/png_colors.h"

#include <stdlib.h>
#include <string.h>

#define CHANNELS 4

typedef struct Distinct {
	uint32_t pixel; /* premultiplied, so that what hardly shows hardly counts */
	uint32_t count;
	int sum;      /* of the channels: near colours have near sums */
	int entry;    /* of the palette, -1 = none yet */
	int distance; /* from that entry */
	ZnColorUse *use;
} Distinct;

static int channel_distance(uint32_t a, uint32_t b)
{
	int largest = 0;
	for (int shift = 0; shift < 32; shift += 8) {
		int d = abs((int)((a >> shift) & 255) - (int)((b >> shift) & 255));
		largest = MAX(largest, d);
	}
	return largest;
}

static int channel_sum(uint32_t pixel)
{
	return (int)((pixel >> 24) + ((pixel >> 16) & 255) + ((pixel >> 8) & 255) + (pixel & 255));
}

static int by_sum(const void *a, const void *b)
{
	const Distinct *p = a, *q = b;
	if (p->sum != q->sum)
		return p->sum < q->sum ? -1 : 1;
	return p->pixel < q->pixel ? -1 : p->pixel > q->pixel;
}

/* Makes a colour, which is near colour `i` of the sorted list, an entry, and gives it to all near colours that have no nearer one. */
static bool add_entry(ZnPalette *palette, Distinct *sorted, size_t n, size_t i, uint32_t color)
{
	if (palette->n == 256)
		return false;
	int entry = palette->n++, sum = channel_sum(color), reach = CHANNELS * ZN_PALETTE_ERROR;
	palette->colors[entry] = color;
	size_t first = i;
	while (first > 0 && sorted[first - 1].sum >= sum - reach)
		first--;
	for (size_t k = first; k < n && sorted[k].sum <= sum + reach; k++) {
		int distance = channel_distance(color, sorted[k].pixel);
		if (distance <= ZN_PALETTE_ERROR && distance < sorted[k].distance) {
			sorted[k].distance = distance;
			sorted[k].entry = entry;
		}
	}
	return true;
}

/* Widens the box to hold the pixel; false, and the box as it was, when it would be wider than one entry covers. */
static bool box_take(int low[CHANNELS], int high[CHANNELS], uint32_t pixel)
{
	int new_low[CHANNELS], new_high[CHANNELS];
	for (int c = 0; c < CHANNELS; c++) {
		int value = (int)((pixel >> (8 * c)) & 255);
		new_low[c] = MIN(low[c], value);
		new_high[c] = MAX(high[c], value);
		if (new_high[c] - new_low[c] > 2 * ZN_PALETTE_ERROR)
			return false;
	}
	memcpy(low, new_low, sizeof new_low);
	memcpy(high, new_high, sizeof new_high);
	return true;
}

/* The middle of a box that holds colour `i` and as many as fit of those further along without an entry. What antialiasing leaves between
 * two colours is a ramp; this walks along it in the longest steps there can be. */
static uint32_t middle_from(const Distinct *sorted, size_t n, size_t i)
{
	int low[CHANNELS], high[CHANNELS];
	for (int c = 0; c < CHANNELS; c++)
		low[c] = high[c] = (int)((sorted[i].pixel >> (8 * c)) & 255);
	for (size_t k = i + 1; k < n && sorted[k].sum <= sorted[i].sum + 2 * CHANNELS * ZN_PALETTE_ERROR; k++) {
		if (sorted[k].entry < 0)
			box_take(low, high, sorted[k].pixel);
	}
	uint32_t middle = 0;
	for (int c = 0; c < CHANNELS; c++)
		middle |= (uint32_t)((low[c] + high[c]) / 2) << (8 * c);
	return middle;
}

static int by_count(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	return p > q ? -1 : p < q;
}

/* Colours with a larger count than this are among the `kept` most frequent. */
static uint32_t frequent_count(const Distinct *found, size_t n, size_t kept)
{
	if (n <= kept)
		return 0;
	g_autofree uint32_t *counts = g_new(uint32_t, n);
	for (size_t i = 0; i < n; i++)
		counts[i] = found[i].count;
	qsort(counts, n, sizeof *counts, by_count);
	return counts[kept];
}

/* Chooses entries; the `kept` most frequent colours are kept exactly. */
static bool choose(ZnPalette *palette, Distinct *sorted, size_t n, size_t kept)
{
	uint32_t limit = frequent_count(sorted, n, kept);
	palette->n = 0;
	for (size_t i = 0; i < n; i++) {
		sorted[i].entry = -1;
		sorted[i].distance = ZN_PALETTE_ERROR + 1;
	}
	for (size_t i = 0; i < n; i++) {
		if (sorted[i].count > limit && sorted[i].distance && !add_entry(palette, sorted, n, i, sorted[i].pixel))
			return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (sorted[i].entry < 0 && !add_entry(palette, sorted, n, i, middle_from(sorted, n, i)))
			return false;
	}
	return true;
}

/* All colours exactly where they fit, else as many of the main ones as leave room for the rest. */
static bool choose_best(ZnPalette *palette, Distinct *sorted, size_t n)
{
	static const size_t kept[] = {256, 64, 16, 4};
	for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
		if (choose(palette, sorted, n, kept[i]))
			return true;
	}
	return false;
}

/* Entries as the file has them: not premultiplied; those that are not opaque first, so that the list of alphas is short. */
static void order_entries(ZnPalette *palette, uint8_t order[256])
{
	ZnPalette before = *palette;
	int n = 0;
	for (int opaque = 0; opaque < 2; opaque++) {
		for (int i = 0; i < before.n; i++) {
			if ((before.colors[i] >> 24 == 255) != opaque)
				continue;
			order[i] = (uint8_t)n;
			palette->colors[n++] = zn_pixel_straight(before.colors[i], false);
		}
		if (!opaque)
			palette->n_translucent = n;
	}
}

bool zn_palette_choose(ZnColors *colors, ZnPalette *palette)
{
	g_autofree Distinct *sorted = g_new(Distinct, colors->n);
	uint8_t order[256];
	for (size_t i = 0; i < colors->n; i++) {
		ZnColorUse *use = &colors->found[i];
		sorted[i] = (Distinct){.pixel = use->pixel, .count = use->count, .sum = channel_sum(use->pixel), .use = use};
	}
	qsort(sorted, colors->n, sizeof *sorted, by_sum);
	if (!choose_best(palette, sorted, colors->n))
		return false;
	order_entries(palette, order);
	for (size_t i = 0; i < colors->n; i++)
		sorted[i].use->word = order[sorted[i].entry];
	return true;
}
