/* Glyphs on pixels, placed to a quarter of a pixel along the line; the line stands on a whole one.
 *
 * cairo 1.16 moves glyphs on image surfaces to whole pixels, which spoils the spacing of small text; filling their outlines instead is
 * right but takes four times as long. Here each glyph is rasterised by FreeType once a position within the pixel, kept with the scaled
 * font, and blended in. */
#pragma once

#include "base/color.h"

#include <cairo.h>

/* Draws glyphs (in user space) of cr's font on a baseline in one colour on its image surface, as if nothing were clipped. False, nothing drawn, when
 * the text is turned, or the font is none of outlines: the caller fills outlines then. */
bool zn_glyphs_draw(cairo_t *cr, const cairo_glyph_t *glyphs, int n, double baseline, ZnColor color);
