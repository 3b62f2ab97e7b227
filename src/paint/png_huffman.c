#include "paint/png_huffman.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 258   /* bytes of one match's code */
#define CODE_BITS 15  /* of a literal, length or distance */
#define LENGTH_BITS 7 /* of a code's length */
#define N_LENGTHS 19
#define END_OF_BLOCK 256
#define FIRST_LENGTH 257
#define DYNAMIC 2 /* the block type */

typedef struct Code {
	uint16_t bits; /* as they are written: reversed */
	uint8_t length;
} Code;

/* --- lengths and distances as symbols with extra bits: both grow by one extra bit every few symbols --- */

static int floor_log2(unsigned value)
{
	return 31 - __builtin_clz(value);
}

static int length_symbol(size_t length, int *n_extra, unsigned *extra)
{
	unsigned over = (unsigned)(length - ZN_DEFLATE_SHORTEST);
	*n_extra = length == LONGEST || over < 8 ? 0 : floor_log2(over) - 2;
	*extra = over & ((1u << *n_extra) - 1);
	return length == LONGEST ? 285 : FIRST_LENGTH + (over < 8 ? (int)over : 4 * *n_extra + (int)(over >> *n_extra));
}

int zn_deflate_distance_bits(size_t distance)
{
	return distance <= 4 ? 0 : floor_log2((unsigned)distance - 1) - 1;
}

static int distance_symbol(size_t distance, int *n_extra, unsigned *extra)
{
	unsigned over = (unsigned)distance - 1;
	*n_extra = zn_deflate_distance_bits(distance);
	*extra = over & ((1u << *n_extra) - 1);
	return 2 * *n_extra + (int)(over >> *n_extra);
}

/* --- codes --- */

typedef struct Symbol {
	uint32_t count;
	uint16_t value;
} Symbol;

static int by_count(const void *a, const void *b)
{
	const Symbol *p = a, *q = b;
	if (p->count != q->count)
		return p->count < q->count ? -1 : 1;
	return p->value < q->value ? -1 : 1;
}

/* Lengths of the best code without a limit, for counts in rising order: A. Moffat, J. Katajainen, In-place calculation of minimum-redundancy
 * codes (WADS 1995). They come in falling order. n >= 2. */
static void best_lengths(uint32_t *a, int n)
{
	int root = 0, leaf = 2;
	a[0] += a[1];
	for (int next = 1; next < n - 1; next++) { /* weights of inner nodes, then the index of each one's parent */
		for (int child = 0; child < 2; child++) {
			bool inner = leaf >= n || (root < next && a[root] < a[leaf]);
			uint32_t weight = inner ? a[root] : a[leaf++];
			if (inner)
				a[root++] = (uint32_t)next;
			a[next] = child ? a[next] + weight : weight;
		}
	}
	a[n - 2] = 0;
	for (int next = n - 3; next >= 0; next--) /* depths of inner nodes */
		a[next] = a[a[next]] + 1;
	int inner = n - 2, next = n - 1;
	for (uint32_t depth = 0, available = 1, used; available; available = 2 * used, depth++) { /* of leaves */
		for (used = 0; inner >= 0 && a[inner] == depth; inner--)
			used++;
		for (uint32_t left = available - used; left; left--)
			a[next--] = depth;
	}
}

/* How many codes of each length there are, none longer than `limit`: what is too long gets the limit, and shorter codes make room for it. */
static void limited_counts(const uint32_t *lengths, int n, int limit, int counts[CODE_BITS + 1])
{
	uint32_t used = 0; /* of the room, in codes of the limit's length */
	memset(counts, 0, sizeof(int) * (CODE_BITS + 1));
	for (int i = 0; i < n; i++)
		counts[MIN(lengths[i], (uint32_t)limit)]++;
	for (int k = 1; k <= limit; k++)
		used += (uint32_t)counts[k] << (limit - k);
	for (; used > 1u << limit; used--) {
		int k = limit - 1;
		while (!counts[k])
			k--;
		counts[k]--; /* becomes an inner node with two leaves, one of which takes in one of the longest */
		counts[k + 1] += 2;
		counts[limit]--;
	}
}

static uint16_t reversed(unsigned code, int length)
{
	unsigned out = 0;
	for (; length; length--, code >>= 1)
		out = out << 1 | (code & 1);
	return (uint16_t)out;
}

/* A code of `n` symbols, which are used `frequencies` times (RFC 1951, 3.2.2). Decoders refuse a code with room left: there are always two. */
static void make_code(const uint32_t *frequencies, int n, int limit, Code *code)
{
	Symbol symbols[ZN_DEFLATE_LITERALS];
	uint32_t lengths[ZN_DEFLATE_LITERALS];
	int n_used = 0, counts[CODE_BITS + 1];
	for (int i = 0; i < n; i++)
		if (frequencies[i])
			symbols[n_used++] = (Symbol){frequencies[i], (uint16_t)i};
	for (int i = 0; n_used < 2; i++)
		if (!frequencies[i])
			symbols[n_used++] = (Symbol){1, (uint16_t)i};
	qsort(symbols, (size_t)n_used, sizeof *symbols, by_count);
	for (int i = 0; i < n_used; i++)
		lengths[i] = symbols[i].count;
	best_lengths(lengths, n_used);
	limited_counts(lengths, n_used, limit, counts);
	memset(code, 0, sizeof *code * (size_t)n);
	for (int k = limit, i = 0; k; k--) /* the rarest first */
		for (int left = counts[k]; left; left--)
			code[symbols[i++].value].length = (uint8_t)k;
	unsigned first[CODE_BITS + 2] = {0};
	for (int k = 1; k <= limit; k++)
		first[k + 1] = (first[k] + (unsigned)counts[k]) << 1;
	for (int i = 0; i < n; i++)
		if (code[i].length)
			code[i].bits = reversed(first[code[i].length]++, code[i].length);
}

/* --- bits --- */

static void put_bits(ZnDeflater *d, unsigned bits, int n)
{
	d->bits |= (uint64_t)bits << d->n_bits;
	d->n_bits += n;
	if (d->n_bits < 32)
		return;
	uint32_t word = GUINT32_TO_LE((uint32_t)d->bits);
	g_byte_array_append(d->out, (const guint8 *)&word, sizeof word);
	d->bits >>= 32;
	d->n_bits -= 32;
}

static void put_code(ZnDeflater *d, const Code *code)
{
	put_bits(d, code->bits, code->length);
}

/* --- blocks --- */

typedef struct Lengths {
	uint8_t symbols[ZN_DEFLATE_LITERALS + ZN_DEFLATE_DISTANCES], extras[ZN_DEFLATE_LITERALS + ZN_DEFLATE_DISTANCES];
	int n;
} Lengths;

static const struct {
	uint8_t symbol, least, most, bits;
} repeats[] = {{18, 11, 138, 7}, {17, 3, 10, 3}, {16, 3, 6, 2}}; /* zeros, zeros, the length before */

static int extra_length_bits(uint8_t symbol)
{
	for (size_t i = 0; i < G_N_ELEMENTS(repeats); i++)
		if (repeats[i].symbol == symbol)
			return repeats[i].bits;
	return 0;
}

static void push_length(Lengths *out, int symbol, int extra)
{
	out->symbols[out->n] = (uint8_t)symbol;
	out->extras[out->n++] = (uint8_t)extra;
}

/* The lengths of the codes, run by run (3.2.7). */
static void pack_lengths(const uint8_t *lengths, int n, Lengths *out)
{
	out->n = 0;
	for (int i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && lengths[end] == lengths[i];)
			end++;
		int left = end - i;
		if (lengths[i]) { /* the first of a run says what is repeated */
			push_length(out, lengths[i], 0);
			left--;
		}
		for (size_t k = lengths[i] ? 2 : 0; k < (lengths[i] ? 3 : 2); k++)
			while (left >= repeats[k].least) {
				int taken = MIN(left, repeats[k].most);
				push_length(out, repeats[k].symbol, taken - repeats[k].least);
				left -= taken;
			}
		for (; left; left--)
			push_length(out, lengths[i], 0);
	}
}

static int used_symbols(const Code *code, int n, int least)
{
	while (n > least && !code[n - 1].length)
		n--;
	return n;
}

static void put_codes(ZnDeflater *d, const Code *literals, const Code *distances)
{
	static const uint8_t order[N_LENGTHS] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
	int n_literals = used_symbols(literals, ZN_DEFLATE_LITERALS, FIRST_LENGTH),
	    n_distances = used_symbols(distances, ZN_DEFLATE_DISTANCES, 1);
	uint8_t all[ZN_DEFLATE_LITERALS + ZN_DEFLATE_DISTANCES];
	for (int i = 0; i < n_literals; i++)
		all[i] = literals[i].length;
	for (int i = 0; i < n_distances; i++)
		all[n_literals + i] = distances[i].length;
	Lengths lengths;
	pack_lengths(all, n_literals + n_distances, &lengths);
	uint32_t frequencies[N_LENGTHS] = {0};
	for (int i = 0; i < lengths.n; i++)
		frequencies[lengths.symbols[i]]++;
	Code code[N_LENGTHS];
	make_code(frequencies, N_LENGTHS, LENGTH_BITS, code);
	int n_order = N_LENGTHS;
	while (n_order > 4 && !code[order[n_order - 1]].length)
		n_order--;
	put_bits(d, (unsigned)(n_literals - FIRST_LENGTH), 5);
	put_bits(d, (unsigned)(n_distances - 1), 5);
	put_bits(d, (unsigned)(n_order - 4), 4);
	for (int i = 0; i < n_order; i++)
		put_bits(d, code[order[i]].length, 3);
	for (int i = 0; i < lengths.n; i++) {
		put_code(d, &code[lengths.symbols[i]]);
		put_bits(d, lengths.extras[i], extra_length_bits(lengths.symbols[i]));
	}
}

static void put_block(ZnDeflater *d, bool last)
{
	Code literals[ZN_DEFLATE_LITERALS], distances[ZN_DEFLATE_DISTANCES];
	d->literal_counts[END_OF_BLOCK] = 1;
	make_code(d->literal_counts, ZN_DEFLATE_LITERALS, CODE_BITS, literals);
	make_code(d->distance_counts, ZN_DEFLATE_DISTANCES, CODE_BITS, distances);
	put_bits(d, last, 1);
	put_bits(d, DYNAMIC, 2);
	put_codes(d, literals, distances);
	for (size_t i = 0; i < d->n_tokens; i++) {
		size_t length = d->tokens[i] >> 16;
		if (!length) {
			put_code(d, &literals[d->tokens[i]]);
			continue;
		}
		int n_extra;
		unsigned extra;
		put_code(d, &literals[length_symbol(length, &n_extra, &extra)]);
		put_bits(d, extra, n_extra);
		put_code(d, &distances[distance_symbol((d->tokens[i] & 0xffff) + 1, &n_extra, &extra)]);
		put_bits(d, extra, n_extra);
	}
	put_code(d, &literals[END_OF_BLOCK]);
	d->n_tokens = 0;
	memset(d->literal_counts, 0, sizeof d->literal_counts);
	memset(d->distance_counts, 0, sizeof d->distance_counts);
}

static void add_token(ZnDeflater *d, uint32_t token)
{
	if (d->n_tokens == ZN_DEFLATE_TOKENS)
		put_block(d, false);
	d->tokens[d->n_tokens++] = token;
}

void zn_deflater_init(ZnDeflater *deflater, GByteArray *out)
{
	memset(deflater, 0, sizeof *deflater);
	deflater->out = out;
}

void zn_deflater_literals(ZnDeflater *deflater, const uint8_t *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		add_token(deflater, bytes[i]);
		deflater->literal_counts[bytes[i]]++;
	}
}

void zn_deflater_match(ZnDeflater *deflater, size_t length, size_t distance)
{
	while (length) {
		size_t n = MIN(length, LONGEST);
		if (length > n && length - n < ZN_DEFLATE_SHORTEST) /* what is left must be a match, too */
			n -= ZN_DEFLATE_SHORTEST;
		int n_extra;
		unsigned extra;
		add_token(deflater, (uint32_t)(n << 16 | (distance - 1)));
		deflater->literal_counts[length_symbol(n, &n_extra, &extra)]++;
		deflater->distance_counts[distance_symbol(distance, &n_extra, &extra)]++;
		length -= n;
	}
}

void zn_deflater_end(ZnDeflater *deflater)
{
	put_block(deflater, true);
	for (; deflater->n_bits > 0; deflater->n_bits -= 8, deflater->bits >>= 8) {
		guint8 byte = (guint8)deflater->bits;
		g_byte_array_append(deflater->out, &byte, 1);
	}
	deflater->n_bits = 0;
}
