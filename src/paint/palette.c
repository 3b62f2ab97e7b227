#include "paint/png_encode.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DISTINCT 6000u /* more colours than that never fit into 256 */
#define SLOTS 16384u
#define KEPT 64u /* of the most frequent colours are kept exactly */

typedef struct Distinct {
	uint32_t pixel, color; /* as painted; not premultiplied */
	uint32_t count;
	int sum;      /* of the channels: near colours have near sums */
	int entry;    /* of the palette, -1 = none yet */
	int distance; /* from that entry */
} Distinct;

typedef struct Histogram {
	Distinct *found;
	size_t n;
	uint16_t *slots; /* index + 1, 0 = free */
} Histogram;

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

static uint32_t slot_of(uint32_t pixel)
{
	return (pixel * 2654435761u) >> 18;
}

G_STATIC_ASSERT(SLOTS == 1u << 14);

/* The index of a pixel's colour; with `add`, a new one. -1 when there would be too many. */
static int lookup(Histogram *h, uint32_t pixel, bool add)
{
	uint32_t slot = slot_of(pixel);
	for (; h->slots[slot]; slot = (slot + 1) % SLOTS) {
		if (h->found[h->slots[slot] - 1].pixel == pixel)
			return h->slots[slot] - 1;
	}
	if (!add || h->n == MAX_DISTINCT)
		return -1;
	h->found[h->n] = (Distinct){.pixel = pixel, .entry = -1, .distance = 256};
	h->slots[slot] = (uint16_t)++h->n;
	return (int)h->n - 1;
}

static const uint32_t *row_at(const ZnPixels *pixels, int y)
{
	return (const uint32_t *)(const void *)(pixels->data + (size_t)y * pixels->stride);
}

/* How many rows from `y` on are the same: below the top of a bar or a letter, the picture changes seldom. */
static int same_rows(const ZnPixels *pixels, int y)
{
	size_t length = (size_t)pixels->width * sizeof(uint32_t);
	int n = 1;
	while (y + n < pixels->height && !memcmp(row_at(pixels, y), row_at(pixels, y + n), length))
		n++;
	return n;
}

/* Where the run of pixels like `row[x]` ends. */
static int run_end(const uint32_t *row, int x, int width)
{
	uint64_t pair = (uint64_t)row[x] << 32 | row[x], next;
	uint32_t pixel = row[x];
	for (x++; x + 2 <= width; x += 2) {
		memcpy(&next, row + x, sizeof next);
		if (next != pair)
			break;
	}
	while (x < width && row[x] == pixel)
		x++;
	return x;
}

static bool count_colors(Histogram *h, const ZnPixels *pixels, uint32_t mask)
{
	for (int y = 0, n; y < pixels->height; y += n) {
		const uint32_t *row = row_at(pixels, y);
		n = same_rows(pixels, y);
		for (int x = 0, end; x < pixels->width; x = end) {
			end = run_end(row, x, pixels->width);
			int i = lookup(h, row[x] & mask, true);
			if (i < 0)
				return false;
			h->found[i].count += (uint32_t)(end - x) * (uint32_t)n;
		}
	}
	return true;
}

static int channel_distance(uint32_t a, uint32_t b)
{
	int largest = 0;
	for (int shift = 0; shift < 32; shift += 8) {
		int d = abs((int)((a >> shift) & 255) - (int)((b >> shift) & 255));
		largest = MAX(largest, d);
	}
	return largest;
}

static int by_sum(const void *a, const void *b)
{
	const Distinct *p = a, *q = b;
	if (p->sum != q->sum)
		return p->sum < q->sum ? -1 : 1;
	return p->color < q->color ? -1 : p->color > q->color;
}

/* Makes colour `i` of the sorted list an entry, and gives it to all near colours that have no nearer one. */
static bool add_entry(ZnPalette *palette, Distinct *sorted, size_t n, size_t i)
{
	if (palette->n == 256)
		return false;
	int entry = palette->n++;
	uint32_t color = palette->colors[entry] = sorted[i].color;
	int reach = 4 * ZN_PALETTE_ERROR;
	size_t first = i;
	while (first > 0 && sorted[first - 1].sum >= sorted[i].sum - reach)
		first--;
	for (size_t k = first; k < n && sorted[k].sum <= sorted[i].sum + reach; k++) {
		int distance = channel_distance(color, sorted[k].color);
		if (distance <= ZN_PALETTE_ERROR && distance < sorted[k].distance) {
			sorted[k].distance = distance;
			sorted[k].entry = entry;
		}
	}
	return true;
}

/* The colour furthest along from `i`, among those without an entry, that still covers it: for the ramps that antialiasing leaves between
 * two colours this is the fewest entries there can be. */
static size_t furthest(const Distinct *sorted, size_t n, size_t i)
{
	size_t best = i;
	for (size_t k = i + 1; k < n && sorted[k].sum <= sorted[i].sum + 4 * ZN_PALETTE_ERROR; k++) {
		if (sorted[k].entry < 0 && channel_distance(sorted[i].color, sorted[k].color) <= ZN_PALETTE_ERROR)
			best = k;
	}
	return best;
}

static int by_count(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	return p > q ? -1 : p < q;
}

/* Colours with a larger count than this are among the most frequent. */
static uint32_t frequent_count(const Distinct *found, size_t n)
{
	if (n <= KEPT)
		return 0;
	g_autofree uint32_t *counts = g_new(uint32_t, n);
	for (size_t i = 0; i < n; i++)
		counts[i] = found[i].count;
	qsort(counts, n, sizeof *counts, by_count);
	return counts[KEPT];
}

static bool choose(ZnPalette *palette, Distinct *sorted, size_t n)
{
	uint32_t limit = n <= 256 ? 0 : frequent_count(sorted, n);
	palette->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (sorted[i].count > limit && sorted[i].distance && !add_entry(palette, sorted, n, i))
			return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (sorted[i].entry < 0 && !add_entry(palette, sorted, n, furthest(sorted, n, i)))
			return false;
	}
	return true;
}

/* Entries that are not opaque first, so that the list of alphas is short; the rest stays in order. */
static void order_entries(ZnPalette *palette, uint8_t order[256])
{
	ZnPalette before = *palette;
	int n = 0;
	for (int opaque = 0; opaque < 2; opaque++) {
		for (int i = 0; i < before.n; i++) {
			if ((before.colors[i] >> 24 == 255) != opaque)
				continue;
			order[i] = (uint8_t)n;
			palette->colors[n++] = before.colors[i];
		}
		if (!opaque)
			palette->n_translucent = n;
	}
}

static void fill_indices(Histogram *h, const ZnPixels *pixels, uint32_t mask, const uint8_t order[256], uint8_t *indices, size_t stride)
{
	size_t width = (size_t)pixels->width;
	for (int y = 0, n; y < pixels->height; y += n) {
		const uint32_t *row = row_at(pixels, y);
		uint8_t *first = indices;
		n = same_rows(pixels, y);
		for (int x = 0, end; x < pixels->width; x = end) {
			end = run_end(row, x, pixels->width);
			memset(first + x, order[h->found[lookup(h, row[x] & mask, false)].entry], (size_t)(end - x));
		}
		for (int i = 1; i < n; i++)
			memcpy(first + (size_t)i * stride, first, width);
		indices += (size_t)n * stride;
	}
}

bool zn_palette_fit(const ZnPixels *pixels, ZnPalette *palette, uint8_t *indices, size_t stride)
{
	uint32_t mask = pixels->opaque ? 0xffffffu : 0xffffffffu;
	g_autofree Distinct *found = g_new(Distinct, MAX_DISTINCT);
	g_autofree uint16_t *slots = g_new0(uint16_t, SLOTS);
	Histogram h = {.found = found, .slots = slots};
	if (!count_colors(&h, pixels, mask))
		return false;
	for (size_t i = 0; i < h.n; i++) {
		uint32_t c = found[i].color = zn_pixel_straight(found[i].pixel, pixels->opaque);
		found[i].sum = (int)((c >> 24) + ((c >> 16) & 255) + ((c >> 8) & 255) + (c & 255));
	}
	qsort(found, h.n, sizeof *found, by_sum);
	if (!choose(palette, found, h.n))
		return false;
	memset(slots, 0, SLOTS * sizeof *slots); /* sorting moved the colours */
	for (size_t i = 0; i < h.n; i++) {
		uint32_t slot = slot_of(found[i].pixel);
		while (slots[slot])
			slot = (slot + 1) % SLOTS;
		slots[slot] = (uint16_t)(i + 1);
	}
	uint8_t order[256];
	order_entries(palette, order);
	fill_indices(&h, pixels, mask, order, indices, stride);
	return true;
}
