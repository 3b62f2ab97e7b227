/* What a PDF needs to know of a CFF font program (Adobe Technical Note 5176): how glyphs are called in it, and its stems. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct ZnCff {
	bool cid_keyed;     /* glyphs go by CIDs: those of the charset */
	uint16_t *cids;     /* by glyph, n_glyphs of them; NULL unless cid_keyed. Free with g_free */
	unsigned n_glyphs;
	double stem;        /* StdVW of the (first) private dictionary, font units; 0 = not said */
} ZnCff;

/* False when the bytes are no CFF font that we understand. */
bool zn_cff_read(const uint8_t *bytes, size_t len, ZnCff *out);
