/* Compresses the rows of a drawing for PNG (zlib, RFC 1950) by whole pixels, which is several times as fast as by bytes: most pixels are those
 * to their left or above, and a match is looked for only where something new begins. Rows stay as they are, so that a letter that stands again
 * is the same bytes again, or are filtered by what is above, whichever leaves less. */
#pragma once

#include "paint/png_colors.h"

/* Appends the stream: three bytes a pixel of an opaque picture, else four, by the words of its colours. */
void zn_png_deflate(const ZnPixels *pixels, const ZnColors *colors, GByteArray *out);
