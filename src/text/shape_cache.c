#include "text/internal.h"

#include <string.h>

/* What a word shapes to, in font units, kept for all sizes: a page repeats its words, and the pieces that hyphens leave. Han is kept
 * by the character. */

typedef struct Key {
	const ZnFontFile *file;
	const char *lang, *text;
	uint32_t len, kept; /* bytes; kept: without the space behind, with which fonts kern */
	hb_script_t script;
	bool rtl, spaced;
} Key;

typedef struct Entry {
	Key key;
	ZnWordShape shape;
} Entry;

#define MAX_WORDS 20000u
#define LONGEST_WORD 64u

static guint entry_hash(gconstpointer data)
{
	const Key *key = data;
	guint hash = 2166136261u ^ key->len;
	for (uint32_t i = 0; i < key->len; i++)
		hash = (hash ^ (uint8_t)key->text[i]) * 16777619u;
	return hash ^ (guint)key->script ^ GPOINTER_TO_UINT(key->file) >> 4;
}

static gboolean entry_equal(gconstpointer a, gconstpointer b)
{
	const Key *x = a, *y = b;
	return x->len == y->len && x->kept == y->kept && x->file == y->file && x->script == y->script && x->rtl == y->rtl &&
	       x->spaced == y->spaced && memcmp(x->text, y->text, x->len) == 0 && (x->lang == y->lang || strcmp(x->lang, y->lang) == 0);
}

void zn_shape_cache_free(ZnFonts *fonts)
{
	if (fonts->words) {
		g_hash_table_destroy(fonts->words);
		zn_arena_free(fonts->words_arena);
	}
	fonts->words = NULL;
}

static void make_room(ZnFonts *fonts)
{
	if (fonts->words && g_hash_table_size(fonts->words) >= MAX_WORDS)
		zn_shape_cache_free(fonts);
	if (!fonts->words) {
		fonts->words = g_hash_table_new(entry_hash, entry_equal);
		fonts->words_arena = zn_arena_new();
	}
}

#define MAX_DOTS 16

/* Between the parts of a foreign name · is one em wide; Noto Serif has it narrow. */
static unsigned widen_dots(const char *text, uint32_t len, hb_feature_t *features)
{
	unsigned n = 0;
	for (uint32_t at = 0; at + 1 < len && n < MAX_DOTS; at++) {
		if (text[at] == '\xc2' && text[at + 1] == '\xb7')
			features[n++] = (hb_feature_t){HB_TAG('f', 'w', 'i', 'd'), 1, at, at + 1};
	}
	return n;
}

static void run_harfbuzz(hb_buffer_t *buffer, const ZnItem *item, const Key *key)
{
	hb_buffer_clear_contents(buffer);
	hb_buffer_add_utf8(buffer, key->text, (int)key->len, 0, (int)key->len);
	hb_buffer_set_direction(buffer, key->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, item->script);
	hb_buffer_set_language(buffer, hb_language_from_string(item->lang, -1));
	hb_feature_t features[3 + MAX_DOTS] = {{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
	unsigned n = 1;
	if (key->spaced) { /* spaced letters do not join */
		features[n++] = (hb_feature_t){HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
		features[n++] = (hb_feature_t){HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
	}
	if (item->han && zn_lang_is(item->lang, "zh"))
		n += widen_dots(key->text, key->len, features + n);
	hb_shape(zn_font_file_open(item->file), buffer, features, n);
}

static ZnWordShape shape_word(ZnFonts *fonts, const ZnItem *item, const Key *key, ZnArena *arena)
{
	run_harfbuzz(fonts->buffer, item, key);
	unsigned n;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fonts->buffer, &n);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fonts->buffer, NULL);
	ZnWordShape shape = {zn_new_n(arena, ZnUnitGlyph, n), 0};
	for (unsigned i = 0; i < n; i++) {
		if (infos[i].cluster >= key->kept)
			continue;
		bool unsafe = hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
		shape.glyphs[shape.n++] = (ZnUnitGlyph){infos[i].codepoint, infos[i].cluster, positions[i].x_advance, positions[i].x_offset,
		                                positions[i].y_offset, unsafe};
	}
	return shape;
}

const ZnWordShape *zn_shape_word(ZnFonts *fonts, const ZnItem *item, const char *text, uint32_t kept, bool space_behind, bool spaced)
{
	uint32_t len = kept + space_behind;
	Key key = {item->file, item->lang, text, len, kept, item->script, item->level & 1, spaced};
	make_room(fonts);
	if (len > LONGEST_WORD) {
		zn_arena_free(fonts->long_word_arena);
		fonts->long_word_arena = zn_arena_new();
		fonts->long_word = shape_word(fonts, item, &key, fonts->long_word_arena);
		return &fonts->long_word;
	}
	Entry *entry = g_hash_table_lookup(fonts->words, &key);
	if (entry)
		return &entry->shape;
	entry = zn_new(fonts->words_arena, Entry);
	entry->key = key;
	entry->key.text = zn_arena_strndup(fonts->words_arena, text, len);
	entry->key.lang = zn_arena_strdup(fonts->words_arena, item->lang);
	entry->shape = shape_word(fonts, item, &key, fonts->words_arena);
	g_hash_table_add(fonts->words, entry);
	return &entry->shape;
}

/* --- where text may be cut for shaping --- */

static bool is_ideograph(const char *p)
{
	uint8_t a = (uint8_t)p[0];
	return a >= 0xe4 && a <= 0xe9 && !(a == 0xe4 && (uint8_t)p[1] < 0xb8); /* U+4E00..9FFF */
}

/* Variation selectors and accents stay with their character. */
static bool is_joined(const char *p)
{
	uint8_t a = (uint8_t)p[0];
	return a == 0xcc || a == 0xcd || (a == 0xef && (uint8_t)p[1] == 0xb8) || a == 0xf3 || (a == 0xe3 && (uint8_t)p[1] == 0x82) ||
	       (a == 0xe2 && (uint8_t)p[1] == 0x80 && (uint8_t)p[2] == 0x8d);
}

uint32_t zn_shape_cut(const ZnItem *item, const char *text, uint32_t len)
{
	if (item->script == HB_SCRIPT_HAN) {
		uint32_t at = 0;
		if (is_ideograph(text)) {
			at = 3;
			return at < len && is_joined(text + at) ? len : at;
		}
		while (at < len && !is_ideograph(text + at)) /* —— and …… join; any other mark may go with them */
			at += (uint32_t)g_utf8_skip[(uint8_t)text[at]];
		return at;
	}
	if (item->script != HB_SCRIPT_LATIN && item->script != HB_SCRIPT_CYRILLIC && item->script != HB_SCRIPT_GREEK)
		return len;
	const char *space = memchr(text + 1, ' ', len - 1); /* goes with the word behind it */
	return space ? (uint32_t)(space - text) : len;
}
