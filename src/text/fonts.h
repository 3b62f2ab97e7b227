/* The fonts of a process: our own fontconfig configuration, font roles, and what painters need of a face.
 *
 * Families are looked up by role and script (Chinese, Cyrillic + Latin), from fonts.conf beside the program; FONTCONFIG_FILE, where
 * set, replaces it. Nothing is loaded before it is asked for. One ZnFonts serves one thread. */
#pragma once

#include "base/context.h"

#include <cairo.h>

struct hb_font_t; /* HarfBuzz's; users include <hb.h> */

typedef struct ZnFonts ZnFonts;
typedef struct ZnFace ZnFace; /* one font file's face at one size, as shaping chose it; lives as long as the ZnFonts */

/* `conf` = path of fonts.conf; NULL = FONTCONFIG_FILE, or fonts/fonts.conf of ZHINU_DATA_DIR, of the program's own prefix or build tree, or
 * of where meson installs it. Reports and returns NULL when it cannot be read or has no fonts. */
ZnFonts *zn_fonts_new(ZnDiags *diags, const char *conf);
void zn_fonts_free(ZnFonts *fonts);

/* For painters. The scaled font is borrowed: unhinted, metrics off, at the face's size in px with the given CTM scale. */
cairo_scaled_font_t *zn_face_scaled_font(const ZnFace *face);
const char *zn_face_family(const ZnFace *face);  /* "Noto Sans CJK SC" */
const char *zn_face_file(const ZnFace *face);    /* path of the font file, and the face's index in it */
int zn_face_index(const ZnFace *face);
double zn_face_size(const ZnFace *face);         /* px per em */
int zn_face_weight(const ZnFace *face);
bool zn_face_italic(const ZnFace *face);
struct hb_font_t *zn_face_font(const ZnFace *face);     /* borrowed: the file's font in font units, one for all sizes; what glyph ids are of */
/* The file without its folder, "PTS55F.ttf" ("a.ttc:2" for a further face of a collection), and a digest of the face's `head` table, which has
 * its version and a checksum of the whole: the same on every machine that has this font. */
const char *zn_face_file_name(const ZnFace *face, ZnArena *arena);
const char *zn_face_digest(const ZnFace *face, ZnArena *arena);
/* The digest of a font by such a name; NULL when there is none. */
const char *zn_fonts_file_digest(ZnFonts *fonts, ZnArena *arena, const char *name);
/* A digest for the build's hashes of all that text depends on: the fonts configuration and hyphenation by contents, every font file that may
 * be chosen by path, size and time. Does not depend on what was set before. */
const char *zn_fonts_digest(ZnFonts *fonts, ZnArena *arena);

/* `zn_fonts_role_family`: which family serves a role for a script; for `zhinu fonts`. */
typedef enum { ZN_SCRIPT_LATIN, ZN_SCRIPT_CYRILLIC, ZN_SCRIPT_HAN } ZnScript;
typedef struct ZnFontRole {
	const char *role;      /* "sans-serif", "serif", "emphasis", "condensed", "monospace" */
	ZnScript script;
	const char *wanted, *found; /* family names; found = NULL when nothing fits */
	const char *package;   /* Debian package that has the wanted one */
	const char *file;
} ZnFontRole;
ZnFontRole *zn_fonts_roles(ZnFonts *fonts, ZnArena *arena, size_t *n);

/* The path of a file that comes with the program ("themes/slide.json"): in ZHINU_DATA_DIR, beside the program where it is installed or was
 * built, or in the data folder that it was built for. NULL when there is none; free with g_free. */
char *zn_text_data_file(const char *relative);
