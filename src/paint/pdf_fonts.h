/* The fonts of a PDF: which glyphs of which faces the pages use and what text they stand for; subsets of the font programs.
 *
 * In two steps: first every run of text is shown to zn_pdf_fonts_use, then zn_pdf_fonts_finish makes the subsets and writes the font
 * objects. Composite fonts with Identity-H throughout; codes count the glyphs in order of their texts. A glyph has a code for each text it
 * is read as (the space of a font that is a space here and a no-break space there) and each width it is set to.
 *
 * TrueType stays TrueType (CIDFontType2, a map leads from codes to glyphs). Everything else becomes CFF of our own, made of outlines
 * (CIDFontType0C): CFF, CFF2, instances of variable fonts that HarfBuzz cannot make. */
#pragma once

#include "base/diag.h"
#include "paint/pdf_file.h"
#include "text/text.h"

#include <hb.h>

/* A glyph as one text and of one width: otherwise it is another of these. */
typedef struct ZnPdfGlyph {
	uint32_t id;          /* in the font file */
	uint32_t place;       /* in the subset */
	uint16_t code;        /* in the PDF */
	uint16_t next;        /* index + 1 of the same glyph otherwise; 0 = none */
	int width;            /* 1/1000 em */
	int extra;            /* 1/1000 em of it that the font does not have (pdf_clusters.h) */
	const char *text;     /* what it is read as, not NUL-ended */
	uint32_t text_len;
	bool sure;            /* the text was said of this very glyph alone, not guessed from a group */
} ZnPdfGlyph;

typedef struct ZnPdfFont {
	hb_font_t *font;      /* borrowed from the face */
	const char *file, *family;
	int index, weight;
	bool italic;
	uint16_t *slots;      /* by glyph id: index + 1 into `glyphs`, 0 = not used */
	unsigned n_slots;
	GArray *glyphs;       /* of ZnPdfGlyph, in order of first use; at most 65534 */
	int space;            /* id of the glyph for the space, or -1 */
	bool pictures;        /* its glyphs are pictures: drawn as such, with their text beside them */
	ZnPdfRef ref;         /* of the Type0 font, once finished; 0 = pictures */
	int number;           /* its name in pages: F1, F2 ... */
} ZnPdfFont;

typedef struct ZnPdfFonts ZnPdfFonts;

/* Texts of the runs that are shown must live as long as this does. */
ZnPdfFonts *zn_pdf_fonts_new(void);
void zn_pdf_fonts_free(ZnPdfFonts *fonts);

/* Notes a run's glyphs; with `space`, the font's space too (for the ends of lines). */
void zn_pdf_fonts_use(ZnPdfFonts *fonts, const ZnRun *run, bool space);

/* Makes the subsets and writes all font objects. Reports and returns false when a font cannot or must not be embedded. */
bool zn_pdf_fonts_finish(ZnPdfFonts *fonts, ZnPdfFile *file, ZnDiags *diags);

/* After that. The font of a run; a glyph that was noted, NULL = it was not. */
const ZnPdfFont *zn_pdf_fonts_lookup(const ZnPdfFonts *fonts, const ZnRun *run);
const ZnPdfGlyph *zn_pdf_font_glyph(const ZnPdfFont *font, uint32_t id);
/* The one that says this text by itself and is so wide; NULL = none is. */
const ZnPdfGlyph *zn_pdf_font_glyph_as(const ZnPdfFont *font, uint32_t id, const char *text, size_t len, int extra);
size_t zn_pdf_fonts_len(const ZnPdfFonts *fonts);
const ZnPdfFont *zn_pdf_fonts_at(const ZnPdfFonts *fonts, size_t i);

/* --- pdf_embed.c --- */

/* Writes one font's objects: subset, descriptor, widths, ToUnicode; sets the glyphs' codes and font->ref. */
bool zn_pdf_font_embed(ZnPdfFont *font, ZnPdfFile *file, ZnDiags *diags);
/* What the OS/2 table's fsType says (OpenType: 0x0002 no embedding, 0x0100 no subsets, 0x0200 bitmaps only); 0 = nothing against it. */
unsigned zn_pdf_font_restrictions(hb_face_t *face);

/* --- pdf_unicode.c --- */

/* Writes what codes 1 to n are read as: a ToUnicode CMap. */
ZnPdfRef zn_pdf_unicode_put(ZnPdfFile *file, const ZnPdfGlyph *const *glyphs, guint n);

/* --- pdf_stem.c --- */

/* The width of a typical vertical stem in font units, measured on the letter l; 0 = it has none. */
double zn_pdf_stem_measure(hb_font_t *font);
