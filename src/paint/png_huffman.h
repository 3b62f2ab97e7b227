/* DEFLATE's second half: literals and matches become blocks of Huffman codes (RFC 1951, 3.2). What to match, the caller knows best. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define ZN_DEFLATE_WINDOW 32768 /* bytes that a match may reach back */
#define ZN_DEFLATE_SHORTEST 3   /* bytes of a match */

enum { ZN_DEFLATE_TOKENS = 6000, ZN_DEFLATE_LITERALS = 286, ZN_DEFLATE_DISTANCES = 30 };

typedef struct ZnDeflater {
	GByteArray *out;
	uint64_t bits; /* not written yet, the first one lowest */
	int n_bits;
	size_t n_tokens;
	uint32_t tokens[ZN_DEFLATE_TOKENS]; /* a literal byte, or length << 16 | distance - 1 */
	uint32_t literal_counts[ZN_DEFLATE_LITERALS], distance_counts[ZN_DEFLATE_DISTANCES];
} ZnDeflater;

/* Bytes are appended to `out`. A deflater is large: not for the stack. */
void zn_deflater_init(ZnDeflater *deflater, GByteArray *out);
void zn_deflater_literals(ZnDeflater *deflater, const uint8_t *bytes, size_t n);
/* `length` of at least ZN_DEFLATE_SHORTEST, as long as wanted; 1 <= `distance` <= ZN_DEFLATE_WINDOW. */
void zn_deflater_match(ZnDeflater *deflater, size_t length, size_t distance);
/* Writes what is left, ends the stream and fills its last byte. */
void zn_deflater_end(ZnDeflater *deflater);

/* The bits that follow a distance's code. */
int zn_deflate_distance_bits(size_t distance);
