/* CFF font programs (Adobe Technical Note 5176) of our own, made of outlines: CID-keyed, the CID is the glyph's place. HarfBuzz draws the
 * outlines, so that instances of variable fonts are as good a source as static fonts. Without hints and subroutines. */
#pragma once

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

typedef struct ZnCffGlyph {
	hb_codepoint_t id; /* in the font */
	int width;         /* font units */
} ZnCffGlyph;

typedef struct ZnCffFont {
	const char *name;
	hb_font_t *font;
	double box[4];     /* xMin yMin xMax yMax, font units */
	bool whole;        /* coordinates are rounded to whole units */
	const ZnCffGlyph *glyphs;
	size_t n_glyphs;   /* 1..65535; the first is .notdef */
} ZnCffFont;

/* Free with g_byte_array_unref. */
GByteArray *zn_cff_write(const ZnCffFont *font);
