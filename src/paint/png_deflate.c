#include "paint/png_deflate.h"
#include "paint/png_huffman.h"

#include <libdeflate.h>
#include <string.h>

enum { FILTER_NONE, FILTER_UP = 2 }; /* PNG, 9.2 */

/* Places where two different pixels meet, found again by a hash of both, the newest first. */
#define PLACES 16384u /* more than a window holds */
#define PAIRS 16384u
#define MOST_TRIED 12

#define EAGER 64    /* pixels: a run as long is taken without comparing anything else */
#define LONGEST 258 /* bytes of one match's code */
/* A row is filtered when that leaves less than this share of its changes of colour: letters that stand again in it are lost then. */
#define UP_CHANGES 0.7

/* What codes cost, about, in bits. */
#define RUN_BITS 6     /* of a match with the pixel to the left */
#define MATCH_BITS 9   /* of any other, beside the distance's own */
#define LITERAL_BITS 5 /* of a byte */
#define ZERO_BITS 2    /* of the most frequent byte */

typedef struct Place {
	int x, y;
	uint32_t before; /* number of the place before it with the same hash */
} Place;

typedef struct Match {
	int length, part; /* pixels, and bytes of one more */
	size_t distance;  /* bytes */
	int gain;         /* bits saved, about; 0 = no match */
} Match;

typedef struct Matcher {
	ZnDeflater deflater;
	size_t step, stride; /* bytes of a pixel and of a row in the file */
	int width, y;        /* y of the row at work */
	uint32_t *rows;      /* the last rows that a window may hold, filtered, a word a pixel */
	int n_rows;
	const uint32_t *row; /* the one at work */
	uint8_t filter;
	Place places[PLACES];
	uint32_t n_places, pairs[PAIRS]; /* number of a hash's newest place, 0 = none */
} Matcher;

static uint32_t *row_at(const Matcher *m, int y)
{
	return m->rows + (size_t)(y % m->n_rows) * (size_t)m->width;
}

static uint32_t *pair_slot(Matcher *m, int x)
{
	uint64_t pair = (uint64_t)m->row[x + 1] << 32 | m->row[x];
	return &m->pairs[(pair * 0x9e3779b97f4a7c15u) >> 50];
}

G_STATIC_ASSERT(PAIRS == 1u << (64 - 50));

/* Whether something begins behind x: within an area of one colour nothing does. */
static bool begins(const Matcher *m, int x)
{
	return x + 1 < m->width && m->row[x] != m->row[x + 1];
}

static void note(Matcher *m, int x)
{
	if (!begins(m, x))
		return;
	uint32_t *slot = pair_slot(m, x);
	m->places[++m->n_places % PLACES] = (Place){x, m->y, *slot};
	*slot = m->n_places;
}

/* How many bytes from the first on are the same. */
static int common_bytes(uint32_t a, uint32_t b, size_t step)
{
	int n = 0;
	for (uint32_t differ = a ^ b; n + 1 < (int)step && !(differ & 0xff); differ >>= 8)
		n++;
	return n;
}

/* Compares with what stands at (from_x, from_y); false when that is too far back. */
static bool try_match(const Matcher *m, int x, int from_x, int from_y, Match *best)
{
	int64_t distance = (int64_t)(m->y - from_y) * (int64_t)m->stride + (int64_t)(x - from_x) * (int64_t)m->step;
	if (distance > ZN_DEFLATE_WINDOW)
		return false;
	const uint32_t *from = row_at(m, from_y) + from_x;
	int most = m->width - MAX(x, from_x), length = zn_pixels_common(m->row + x, from, most);
	int part = length < most ? common_bytes(m->row[x + length], from[length], m->step) : 0;
	int bytes = length * (int)m->step + part,
	    cost = distance == (int64_t)m->step ? RUN_BITS : MATCH_BITS + zn_deflate_distance_bits((size_t)distance),
	    gain = bytes * LITERAL_BITS - cost * (bytes / LONGEST + 1);
	if (bytes >= ZN_DEFLATE_SHORTEST && gain > best->gain)
		*best = (Match){length, part, (size_t)distance, gain};
	return true;
}

static Match find(Matcher *m, int x)
{
	Match best = {0};
	if (x)
		try_match(m, x, x - 1, m->y, &best);
	if (best.length >= EAGER)
		return best;
	if (m->y)
		try_match(m, x, x, m->y - 1, &best);
	if (best.length >= EAGER || !begins(m, x))
		return best;
	uint32_t number = *pair_slot(m, x);
	for (int tried = 0; number && m->n_places - number < PLACES && tried < MOST_TRIED && best.length < EAGER; tried++) {
		const Place *place = &m->places[number % PLACES];
		if (!try_match(m, x, place->x, place->y, &best))
			break;
		number = place->before;
	}
	return best;
}

/* How much cheaper than others the bytes of a pixel are. */
static int literal_gain(const Matcher *m, int x)
{
	int gain = 0;
	for (size_t k = 0; k < m->step; k++)
		gain += (m->row[x] >> 8 * k & 0xff) ? 0 : LITERAL_BITS - ZERO_BITS;
	return gain;
}

static void put_literals(Matcher *m, int x, size_t first)
{
	uint32_t word = GUINT32_TO_LE(m->row[x]);
	zn_deflater_literals(&m->deflater, (const uint8_t *)&word + first, m->step - first);
}

/* The pixels that the match has, and the one behind it, if that has a part. Gives the x behind. */
static int put_match(Matcher *m, int x, const Match *match)
{
	zn_deflater_match(&m->deflater, (size_t)match->length * m->step + (size_t)match->part, match->distance);
	int end = x + match->length + (match->part > 0);
	if (match->part)
		put_literals(m, end - 1, (size_t)match->part);
	bool run = match->distance == m->step; /* nothing begins within it */
	for (int k = run ? MAX(x + 1, x + match->length - 1) : x + 1; k < end; k++)
		note(m, k);
	return end;
}

static void put_row(Matcher *m)
{
	int x = 0;
	Match match = find(m, 0);
	while (x < m->width) {
		note(m, x);
		Match next = {0};
		if ((match.length < EAGER || match.distance != m->step) && x + 1 < m->width)
			next = find(m, x + 1);
		if (match.gain && next.gain + literal_gain(m, x) <= match.gain) {
			x = put_match(m, x, &match);
			match = x < m->width ? find(m, x) : (Match){0};
			continue;
		}
		put_literals(m, x++, 0);
		match = next;
	}
}

/* --- rows --- */

/* A pixel as the file has it, its first byte lowest. */
static uint32_t in_file(uint32_t word, size_t step)
{
	return (word >> 16 & 0xff) | (word & 0xff00) | (word & 0xff) << 16 | (step == 4 ? word & 0xff000000u : 0);
}

static void unpack(uint32_t *to, const uint32_t *row, int width, size_t step, const ZnColors *colors)
{
	for (int x = 0, end; x < width; x = end) {
		end = x + 1 + zn_pixels_common(row + x, row + x + 1, width - x - 1);
		uint32_t word = in_file(zn_colors_word(colors, row[x]), step);
		for (int k = x; k < end; k++)
			to[k] = word;
	}
}

/* The difference of each byte, without what it borrows from the next. */
static void filter_up(uint32_t *to, const uint32_t *row, const uint32_t *above, int width)
{
	for (int x = 0; x < width; x++)
		to[x] = ((row[x] | 0x80808080u) - (above[x] & 0x7f7f7f7fu)) ^ ((row[x] ^ ~above[x]) & 0x80808080u);
}

/* How often the colour changes along the row. */
static int changes(const uint32_t *row, int width)
{
	int n = 0;
	for (int x = 1; x < width; x++)
		n += row[x] != row[x - 1];
	return n;
}

static void take_row(Matcher *m, const uint32_t *now, const uint32_t *above)
{
	uint32_t *row = row_at(m, m->y);
	size_t size = (size_t)m->width * sizeof *row;
	filter_up(row, now, above, m->width);
	m->filter = changes(row, m->width) < UP_CHANGES * changes(now, m->width) ? FILTER_UP : FILTER_NONE;
	if (m->filter == FILTER_NONE)
		memcpy(row, now, size);
	m->row = row;
}

/* `scratch` has room for one byte more than the row. */
static uint32_t add_to_sum(uint32_t sum, const Matcher *m, uint8_t *scratch)
{
	uint8_t *to = scratch;
	*to++ = m->filter;
	for (int x = 0; x < m->width; x++, to += m->step) {
		uint32_t word = GUINT32_TO_LE(m->row[x]);
		memcpy(to, &word, sizeof word); /* the next one covers what is too much */
	}
	return libdeflate_adler32(sum, scratch, m->stride);
}

static void put_filtered(Matcher *m)
{
	zn_deflater_literals(&m->deflater, &m->filter, 1);
	put_row(m);
}

/* What Adler-32 (RFC 1950, 9) becomes behind `n` zeros. */
static uint32_t add_zeros(uint32_t sum, size_t n)
{
	uint64_t low = sum & 0xffff, high = sum >> 16;
	return (uint32_t)((high + low * (n % 65521)) % 65521 << 16 | low);
}

/* A row like the one above, of which nothing is left. */
static uint32_t put_same(Matcher *m, uint32_t sum)
{
	uint32_t *row = row_at(m, m->y);
	memset(row, 0, (size_t)m->width * sizeof *row);
	m->row = row;
	m->filter = FILTER_UP;
	put_filtered(m);
	return add_zeros(libdeflate_adler32(sum, &m->filter, 1), m->stride - 1);
}

void zn_png_deflate(const ZnPixels *pixels, const ZnColors *colors, GByteArray *out)
{
	static const uint8_t header[] = {0x78, 0x9c}; /* DEFLATE, window of 32 KB, the usual level */
	size_t step = pixels->opaque ? 3 : 4, stride = 1 + (size_t)pixels->width * step, width = (size_t)pixels->width;
	int n_rows = (int)(ZN_DEFLATE_WINDOW / stride) + 2;
	g_autofree uint32_t *rows = g_new(uint32_t, (size_t)n_rows * width), *words = g_new0(uint32_t, 2 * width);
	g_autofree uint8_t *scratch = g_malloc(stride + 1);
	g_autofree Matcher *m = g_new0(Matcher, 1);
	uint32_t sum = 1, *now = words, *above = words + width;
	g_byte_array_append(out, header, sizeof header);
	zn_deflater_init(&m->deflater, out);
	m->step = step;
	m->stride = stride;
	m->width = pixels->width;
	m->rows = rows;
	m->n_rows = n_rows;
	for (int y = 0, n; y < pixels->height; y += n) {
		n = zn_pixels_same_rows(pixels, y);
		m->y = y;
		unpack(now, zn_pixels_row(pixels, y), m->width, step, colors);
		take_row(m, now, above);
		sum = add_to_sum(sum, m, scratch);
		put_filtered(m);
		while (++m->y < y + n)
			sum = put_same(m, sum);
		uint32_t *free = above;
		above = now;
		now = free;
	}
	zn_deflater_end(&m->deflater);
	sum = GUINT32_TO_BE(sum);
	g_byte_array_append(out, (const guint8 *)&sum, sizeof sum);
}
