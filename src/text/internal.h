/* What the files of text/ share. Text is looked at once as an array of characters with their script, direction and font class
 * (script.c), cut into runs of one font file (runs.c), and each run is shaped into clusters (shape.c). */
#pragma once

#include "text/paragraph.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

/* --- fonts.c --- */

/* A face of a font file. Opened when first needed: measuring needs HarfBuzz only, drawing cairo. */
typedef struct ZnFontFile {
	const char *family, *path;
	int index, weight;
	bool italic;
	const FcCharSet *chars;
	hb_font_t *font; /* NULL until used; in font units */
	double em;       /* font units per em */
	double ascent, descent; /* em */
	uint32_t space, hyphen; /* glyphs; hyphen: what zn_run_make adds */
	bool own_hyphen;        /* it stands for U+00AD only */
	cairo_font_face_t *cairo;
	GPtrArray *sizes; /* of ZnFace */
	struct ZnBlank {
		uint32_t glyph; /* 0 = free */
		float before, after; /* em */
	} blanks[64]; /* of full-width marks, by glyph % 64 */
} ZnFontFile;

struct ZnFace {
	ZnFontFile *file;
	double size;
	cairo_scaled_font_t *scaled;
};

/* A glyph of a shaped word, in font units. */
typedef struct ZnUnitGlyph {
	uint32_t id, cluster; /* byte within the word */
	int32_t advance, x, y;
	bool unsafe; /* a line that begins here must be shaped anew */
} ZnUnitGlyph;

typedef struct ZnWordShape {
	ZnUnitGlyph *glyphs;
	unsigned n;
} ZnWordShape;

/* The files that may serve a family list in a style, best first. */
typedef struct ZnFontSet {
	ZnFontFile **files;
	size_t n;
	struct ZnPick { /* which file has a character, by c % ZN_PICKS; runs.c */
		gunichar c; /* 0 = free */
		bool han;
		ZnFontFile *file;
	} *picks;
} ZnFontSet;

#define ZN_PICKS 1024

struct ZnFonts {
	FcConfig *config;
	const char *conf;
	ZnArena *arena;
	GHashTable *files;  /* "path:index" -> ZnFontFile */
	GHashTable *sets;   /* "family|weight|italic|lang" -> ZnFontSet */
	GPtrArray *sorted;  /* FcFontSet: they keep the patterns alive */
	hb_buffer_t *buffer; /* scratch of shape_cache.c */
	GHashTable *words;   /* what is shaped already; shape_cache.c */
	ZnArena *words_arena, *long_word_arena;
	ZnWordShape long_word;
	struct ZnSetterScratch *scratch; /* paragraph.c */
	GHashTable *tries;  /* language -> ZnTrie, hyphenate.c */
};

/* `lang`: a fontconfig language, breaks ties between fonts that the family list does not name. */
const ZnFontSet *zn_fonts_set(ZnFonts *fonts, const char *family, int weight, bool italic, const char *lang);
/* Opens the file's HarfBuzz font. */
hb_font_t *zn_font_file_open(ZnFontFile *file);
bool zn_font_file_has(const ZnFontFile *file, gunichar c);
const ZnFace *zn_font_file_face(ZnFontFile *file, double size);

/* --- script.c --- */

typedef struct ZnChar {
	gunichar c;
	uint32_t at;        /* byte offset */
	hb_script_t script; /* common and inherited characters have that of their neighbours */
	uint8_t level;      /* bidirectional embedding */
	bool han;           /* takes the Chinese font: Han, kana, full-width marks, and “ ” ‘ ’ … — · in Chinese text */
	bool mark;          /* joins the cluster before: accents, variation selectors */
} ZnChar;

/* The characters of `len` bytes of valid UTF-8 in text of this language; free with g_free. One more element closes the array (c = 0). */
ZnChar *zn_text_chars(const char *text, size_t len, const char *lang, size_t *n);
bool zn_char_is_cjk(gunichar c);
static inline bool zn_char_is_hyphen(gunichar c)
{
	return c == '-' || c == 0x2010;
}
bool zn_char_in(const char *set, gunichar c); /* is it one of the set's marks? (a to z, а to я and Han are none) */
bool zn_lang_is(const char *lang, const char *primary); /* "zh-CN" is "zh" */
/* The visual order of n pieces with these embedding levels: order[i] = index of the piece shown as i-th (UAX #9, L2). */
void zn_visual_order(const uint8_t *levels, size_t n, size_t *order);

/* --- runs.c: itemizing --- */

/* A stretch of one font file, script, language and direction. */
typedef struct ZnItem {
	uint32_t start, len; /* bytes */
	ZnFontFile *file;    /* NULL: no font at all */
	hb_script_t script;
	const char *lang; /* BCP 47, static or as long-lived as the caller's language */
	uint8_t level;
	bool han;
} ZnItem;

/* Appends the items of chars[from, to) to `items`. */
void zn_text_items(ZnFonts *fonts, const ZnFont *font, const char *lang, const ZnChar *chars, size_t from, size_t to, GArray *items);

/* --- shape_cache.c --- */

/* Where the first piece of an item's text ends that shapes alone as it does in its place, if only told that a space follows: before a
 * space, around Han. */
uint32_t zn_shape_cut(const ZnItem *item, const char *text, uint32_t len);
/* Shapes such a piece of `len` bytes or remembers it. Valid until the next call. `space_behind`: text[len] is a space of the same item.
 * `spaced`: with letter spacing, which forbids ligatures. */
const ZnWordShape *zn_shape_word(ZnFonts *fonts, const ZnItem *item, const char *text, uint32_t len, bool space_behind, bool spaced);
void zn_shape_cache_free(ZnFonts *fonts);

/* --- shape.c --- */

typedef struct ZnShapedGlyph {
	uint32_t id;
	float x, y; /* px from the cluster's left edge and the baseline */
} ZnShapedGlyph;

/* What belongs together: bytes and glyphs. In order of the text, also in right-to-left runs. */
typedef struct ZnCluster {
	uint32_t at, len;        /* bytes */
	uint32_t glyph, n_glyphs; /* in visual order; into the buffer's glyphs */
	double advance;
	double gap;              /* px behind it, of single lines: zn_clusters_space; paragraphs have glue instead */
	bool unsafe;             /* a line that begins here must be shaped anew */
} ZnCluster;

typedef struct ZnShapeBuffer {
	GArray *clusters; /* of ZnCluster */
	GArray *glyphs;   /* of ZnShapedGlyph */
} ZnShapeBuffer;

void zn_shape_buffer_init(ZnShapeBuffer *buffer);
void zn_shape_buffer_clear(ZnShapeBuffer *buffer);

/* Shapes item->len bytes from item->start of `text` and appends the clusters. Characters without a glyph are reported. */
void zn_shape_item(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, ZnShapeBuffer *out);

/* Sets the gaps of a single line with Han: a quarter em beside Western text, neighbouring marks together (boxes.c). */
void zn_clusters_space(const ZnChar *chars, size_t n_chars, const GArray *items, double em, ZnShapeBuffer *buffer);

/* The clusters of a line; valid until the next call on this context. */
const ZnShapeBuffer *zn_text_clusters(ZnContext *context, const ZnFont *font, const char *lang, const char *text, size_t len);
/* As zn_text_width for the first `len` bytes, without remembering anything. */
double zn_text_measure(ZnContext *context, const ZnFont *font, const char *lang, const char *text, size_t len);

/* --- runs.c, once shaped --- */

/* A run of clusters[0, n) that starts at x. `advances`: their final ones, when the line is set to a measure; NULL = as shaped.
 * `hyphen`: ends with a hyphen that was not in the text. */
ZnRun zn_run_make(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, const ZnShapedGlyph *glyphs,
                  const ZnCluster *clusters, size_t n, const double *advances, bool hyphen, double x);
/* px of the hyphen that zn_run_make adds. */
double zn_hyphen_width(const ZnItem *item, const ZnFont *font);
/* How much of a full-width mark's advance is blank and may go: half or a quarter of an em on each side. */
void zn_glyph_blanks(ZnFontFile *file, uint32_t glyph, double size, double *before, double *after);

/* --- breaks.c, hyphenate.c, words.c, fit.c --- */

typedef enum {
	ZN_BREAK_NO,
	ZN_BREAK_BOUND,  /* only when nothing else helps: short prepositions, initials, units */
	ZN_BREAK_HYPHEN, /* with a hyphen */
	ZN_BREAK_YES,
	ZN_BREAK_FORCED,
} ZnBreakKind;

typedef struct ZnBreak {
	uint8_t kind; /* ZnBreakKind: what may happen before the character */
	bool fixed;   /* the space before it is not stretched: initials, digit groups */
	bool address; /* part of a URL, a path, an e-mail address: not hyphenated */
	bool weak;    /* allowed, but better elsewhere: between a number and its counter, inside a part of a hyphenated word */
} ZnBreak;

/* breaks[0, n]: for each character and the end. Hyphens are added by zn_breaks_hyphenate. */
void zn_breaks_find(const char *text, size_t len, const ZnChar *chars, size_t n, const char *lang, ZnBreak *breaks);
void zn_breaks_hyphenate(ZnFonts *fonts, const ZnChar *chars, size_t n, ZnBreak *breaks);

/* linebreak.c: UAX #14 with Chinese marks by what they mean; fills in kinds only. False: a script among these needs Pango. */
bool zn_line_breaks(const ZnChar *chars, size_t n, ZnBreak *breaks);
/* Liang's points of a word of lower-case letters: points[i] = a hyphen may stand before letter i. False without a dictionary. */
bool zn_hyphenate(ZnFonts *fonts, const char *lang, const gunichar *word, size_t n, bool *points);
void zn_trie_free(void *trie);
/* Appends a line (owned) for each trie there is: its language and the SHA-256 of its contents. */
void zn_hyphenation_add_digest(GPtrArray *lines);

/* starts[i] = a Chinese word starts at character i, by ICU's dictionary, which is loaded when first needed. False: no ICU. */
bool zn_words_find(const ZnChar *chars, size_t n, bool *starts);

/* --- pango.c --- */

/* Pango's line breaks and embedding levels, for scripts that we have no rules for. False, and nothing changed, where there is no Pango. */
bool zn_pango_breaks(const char *bytes, size_t len, const ZnChar *chars, size_t n, const char *lang, ZnBreak *breaks);
bool zn_pango_levels(const char *bytes, size_t len, ZnChar *chars, size_t n);

void zn_setter_scratch_free(struct ZnSetterScratch *scratch); /* paragraph.c */

/* One chance to end a line, for zn_fit_lines: sums from the paragraph's start to both sides of the break. */
typedef struct ZnFitBreak {
	double end, end_stretch, end_shrink;       /* up to the end of the line that ends here */
	double start, start_stretch, start_shrink; /* up to where the next line starts */
	double extra;   /* px that ending here adds to the line: a hyphen; negative: trimmed punctuation */
	double lead;    /* px that starting here takes off the next line: trimmed opening marks */
	double penalty; /* TeX's: 50 for a hyphen */
	bool hyphen;
	bool last_word; /* a hyphen in the last word: the next line would hold the rest of it only */
} ZnFitBreak;

typedef struct ZnFitStyle {
	double first_width, width; /* px of the first and the other lines */
	double tolerance;          /* greatest stretch ratio of a line */
	double ragged;             /* px of stretch at each line's end, 0 = justified */
	double runt;               /* px: a last line shorter than that is avoided */
} ZnFitStyle;

typedef struct ZnFitLine {
	size_t to;    /* index of the break that ends the line */
	double ratio; /* 1 = stretched by all its stretch, -1 = shrunk by all its shrink, below = overfull */
} ZnFitLine;

/* Total fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981). breaks[0] is the start, breaks[n - 1] the end. Writes the chosen
 * lines to `chosen` (room for n) and returns how many; *feasible = no line is overfull or looser than the tolerance, and no more
 * than two in a row end in a hyphen. */
size_t zn_fit_lines(const ZnFitBreak *breaks, size_t n, const ZnFitStyle *style, GArray *scratch, ZnFitLine *chosen, bool *feasible);
GArray *zn_fit_scratch_new(void); /* used again from call to call */
