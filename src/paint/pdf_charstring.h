/* Outlines as Type 2 charstrings (Adobe Technical Note 5177): the same shapes in as few bytes as may be. */
#pragma once

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

/* Where a glyph's outline comes from and what goes before it. */
typedef struct ZnCharstring {
	hb_font_t *font;
	hb_codepoint_t id;
	bool whole;   /* coordinates are rounded to whole units: of instances of variable fonts and of other curves than cubic ones */
	bool says_width;
	int width;    /* its difference from the font's nominal one */
} ZnCharstring;

void zn_charstring_append(GByteArray *out, const ZnCharstring *glyph);

/* A number as charstrings and dictionaries have it: 1 to 3 bytes; what takes more than 16 bits is written by its low ones. */
void zn_charstring_integer(GByteArray *out, int value);
