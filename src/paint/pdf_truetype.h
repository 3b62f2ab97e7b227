/* TrueType subsets with more glyphs than HarfBuzz makes: copies of outlines that are as wide as we say. */
#pragma once

#include <hb.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct ZnGlyphCopy {
	hb_codepoint_t id; /* in the face */
	int width;         /* font units */
} ZnGlyphCopy;

/* A face with `n` glyphs more, behind those that there are; NULL when the face is broken. Destroy with hb_face_destroy. */
hb_face_t *zn_truetype_extend(hb_face_t *face, const ZnGlyphCopy *copies, size_t n);
