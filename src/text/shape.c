#include "text/internal.h"

#include "base/json.h"
#include "base/limits.h"

#include <math.h>
#include <string.h>

/* --- what a context remembers --- */

typedef struct Cache {
	GHashTable *shaped;   /* Key -> ZnShaped */
	GHashTable *reported; /* characters that no font has */
	ZnShapeBuffer buffer;
	GArray *items;
} Cache;

typedef struct Key {
	ZnFont font;
	const char *lang, *text;
	const ZnShaped *shaped;
} Key;

static guint key_hash(gconstpointer data)
{
	const Key *key = data;
	guint hash = g_str_hash(key->text);
	return hash * 31 + (guint)(key->font.size * 64) + (guint)key->font.weight * 7 + key->font.italic;
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
	const Key *x = a, *y = b;
	return x->font.size == y->font.size && x->font.weight == y->font.weight && x->font.italic == y->font.italic &&
	       x->font.letter_spacing == y->font.letter_spacing && strcmp(x->text, y->text) == 0 && g_strcmp0(x->lang, y->lang) == 0 &&
	       g_strcmp0(x->font.family, y->font.family) == 0;
}

void zn_shape_buffer_init(ZnShapeBuffer *buffer)
{
	buffer->clusters = g_array_new(FALSE, FALSE, sizeof(ZnCluster));
	buffer->glyphs = g_array_new(FALSE, FALSE, sizeof(ZnShapedGlyph));
}

void zn_shape_buffer_clear(ZnShapeBuffer *buffer)
{
	g_array_free(buffer->clusters, TRUE);
	g_array_free(buffer->glyphs, TRUE);
}

static void cache_free(void *data)
{
	Cache *cache = data;
	g_hash_table_destroy(cache->shaped);
	g_hash_table_destroy(cache->reported);
	zn_shape_buffer_clear(&cache->buffer);
	g_array_free(cache->items, TRUE);
}

static Cache *context_cache(ZnContext *context)
{
	if (!context->text_cache) {
		Cache *cache = zn_new(context->arena, Cache);
		cache->shaped = g_hash_table_new(key_hash, key_equal);
		cache->reported = g_hash_table_new(NULL, NULL);
		zn_shape_buffer_init(&cache->buffer);
		cache->items = g_array_new(FALSE, FALSE, sizeof(ZnItem));
		zn_arena_defer(context->arena, cache_free, cache);
		context->text_cache = cache;
	}
	return context->text_cache;
}

/* --- characters that no font has --- */

static const struct {
	gunichar first, last;
	const char *package;
} packages[] = {
    {0x300, 0x58f, "fonts-dejavu-core"},      {0x590, 0x6ff, "fonts-dejavu-core"},          {0x700, 0x1fff, "fonts-noto-core"},
    {0x2000, 0x2bff, "fonts-dejavu-core"},    {0x2e80, 0x9fff, "fonts-noto-cjk"},           {0xa000, 0xabff, "fonts-noto-core"},
    {0xac00, 0xd7ff, "fonts-noto-cjk"},       {0xf900, 0xffef, "fonts-noto-cjk"},           {0x10000, 0x1d3ff, "fonts-noto-core"},
    {0x1d400, 0x1d7ff, "fonts-dejavu-extra"}, {0x1f000, 0x1faff, "fonts-noto-color-emoji"}, {0x20000, 0x3ffff, "fonts-hanazono"},
};

/* The JSON pointer of the first text that has the character; NULL = none has: it comes from the data, or from a catalogue. */
static const char *find_text(ZnArena *arena, ZnValue value, const char *character, const char *pointer, int depth)
{
	if (zn_is_str(value))
		return strstr(value.str, character) ? pointer : NULL;
	const char *found = NULL;
	bool object = zn_is_obj(value);
	for (size_t i = 0; (object || zn_is_arr(value)) && depth < ZN_LIMIT_DEPTH && i < zn_len(value) && !found; i++)
		found = find_text(arena, object ? value.obj->members[i].value : zn_at(value, i), character,
		                  object ? zn_json_pointer(arena, pointer, value.obj->members[i].key) : zn_json_pointer_index(arena, pointer, i), depth + 1);
	return found;
}

static ZnPlace place_of(const ZnContext *context, const char *character)
{
	ZnPlace place = context->text_place;
	if (context->text_json)
		place.pointer = find_text(context->arena, *context->text_json, character, "", 0);
	return place;
}

static void report_missing(ZnContext *context, gunichar c, const char *text, size_t len)
{
	Cache *cache = context_cache(context);
	if (!g_hash_table_add(cache->reported, GUINT_TO_POINTER(c)))
		return;
	const char *hint = "put a fonts configuration with a font that has it into FONTCONFIG_FILE";
	for (size_t i = 0; i < G_N_ELEMENTS(packages); i++) {
		if (c >= packages[i].first && c <= packages[i].last)
			hint = zn_arena_printf(context->arena, "the Debian package %s may have it; `zhinu fonts` shows which fonts are used",
			                       packages[i].package);
	}
	char utf8[7] = {0};
	g_unichar_to_utf8(c, utf8);
	long shown = MIN(g_utf8_strlen(text, (gssize)len), 60);
	zn_warning(context->diags, place_of(context, utf8), hint, "no font has the character %s (U+%04X) of “%.*s”", utf8, c,
	           (int)(g_utf8_offset_to_pointer(text, shown) - text), text);
}

static bool is_invisible(gunichar c)
{
	return c < ' ' || g_unichar_type(c) == G_UNICODE_FORMAT || g_unichar_isspace(c) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0xe0100 && c <= 0xe01ef);
}

/* --- shaping --- */

/* A font that is missing altogether leaves room, so that layouts stay readable. */
static void shape_without_font(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, ZnShapeBuffer *out)
{
	const char *end = text + item->start + item->len;
	for (const char *p = text + item->start; p < end; p = g_utf8_next_char(p)) {
		ZnCluster cluster = {(uint32_t)(p - text), (uint32_t)(g_utf8_next_char(p) - p), out->glyphs->len, 0, font->size / 2, 0, false};
		g_array_append_val(out->clusters, cluster);
		if (!is_invisible(g_utf8_get_char(p)))
			report_missing(context, g_utf8_get_char(p), text, strlen(text));
	}
}

/* Advances are multiples of 1/1024 px, as Pango's are: layouts then agree with those of Vega on node-canvas. */
static double pango_precision(double px)
{
	return floor(px * 1024 + 0.5) / 1024;
}

/* Appends the clusters of a word that begins at byte `start`. */
static void add_word(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, uint32_t start, uint32_t len,
                     const ZnWordShape *word, ZnShapeBuffer *out)
{
	double px = font->size / item->file->em;
	bool rtl = item->level & 1;
	unsigned n = word->n;
	/* groups of equal cluster value, in order of the text: right-to-left runs come from the end */
	for (unsigned done = 0; done < n;) {
		unsigned first = rtl ? n - 1 - done : done, count = 1;
		while (done + count < n && word->glyphs[rtl ? first - count : first + count].cluster == word->glyphs[first].cluster)
			count++;
		unsigned left = rtl ? first - count + 1 : first;
		ZnCluster cluster = {.at = start + word->glyphs[first].cluster, .glyph = out->glyphs->len};
		for (const ZnUnitGlyph *g = &word->glyphs[left], *end = g + count; g < end; g++) {
			if (g->id) {
				ZnShapedGlyph glyph = {g->id, (float)(cluster.advance + g->x * px), (float)(-g->y * px)};
				g_array_append_val(out->glyphs, glyph);
			} else if (!is_invisible(g_utf8_get_char(text + cluster.at))) {
				report_missing(context, g_utf8_get_char(text + cluster.at), text, strlen(text));
			}
			cluster.advance += pango_precision(g->advance * px);
			cluster.unsafe = cluster.unsafe || g->unsafe;
		}
		cluster.n_glyphs = out->glyphs->len - cluster.glyph;
		cluster.advance += font->letter_spacing;
		done += count;
		uint32_t next = done < n ? start + word->glyphs[rtl ? n - 1 - done : done].cluster : start + len;
		cluster.len = next - cluster.at;
		g_array_append_val(out->clusters, cluster);
	}
}

void zn_shape_item(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, ZnShapeBuffer *out)
{
	if (!item->file) {
		shape_without_font(context, item, font, text, out);
		return;
	}
	zn_font_file_open(item->file);
	for (uint32_t at = item->start, end = at + item->len; at < end;) {
		uint32_t len = zn_shape_cut(item, text + at, end - at);
		const ZnWordShape *word = zn_shape_word(context->fonts, item, text + at, len, at + len < end && text[at + len] == ' ',
		                                        font->letter_spacing != 0);
		add_word(context, item, font, text, at, len, word, out);
		at += len;
	}
}

/* --- lines --- */

static double advance_of(const ZnCluster *cluster)
{
	return cluster->advance + cluster->gap;
}

/* Items and clusters of a line, in the cache's scratch buffers. */
static double shape_line(ZnContext *context, const ZnFont *font, const char *lang, const char *text, size_t len)
{
	Cache *cache = context_cache(context);
	g_array_set_size(cache->items, 0);
	g_array_set_size(cache->buffer.clusters, 0);
	g_array_set_size(cache->buffer.glyphs, 0);
	if (!lang)
		lang = context->lang;
	size_t n;
	g_autofree ZnChar *chars = zn_text_chars(text, len, lang, &n);
	zn_text_items(context->fonts, font, lang, chars, 0, n, cache->items);
	for (guint i = 0; i < cache->items->len; i++)
		zn_shape_item(context, &g_array_index(cache->items, ZnItem, i), font, text, &cache->buffer);
	zn_clusters_space(chars, n, cache->items, font->size, &cache->buffer);
	double width = 0;
	for (guint i = 0; i < cache->buffer.clusters->len; i++)
		width += advance_of(&g_array_index(cache->buffer.clusters, ZnCluster, i));
	return width;
}

const ZnShapeBuffer *zn_text_clusters(ZnContext *context, const ZnFont *font, const char *lang, const char *text, size_t len)
{
	shape_line(context, font, lang, text, len);
	return &context_cache(context)->buffer;
}

double zn_text_measure(ZnContext *context, const ZnFont *font, const char *lang, const char *text, size_t len)
{
	if (!(font->size > 0) || !len)
		return 0;
	g_autofree char *part = g_strndup(text, len); /* shaping looks at what comes behind: a cut text has nothing there */
	return shape_line(context, font, lang, part, len);
}

static ZnShaped *make_line(ZnContext *context, const ZnFont *font, const char *text)
{
	Cache *cache = context_cache(context);
	GArray *clusters = cache->buffer.clusters;
	ZnShaped *shaped = zn_new(context->arena, ZnShaped);
	size_t n = cache->items->len, cluster = 0;
	shaped->runs = zn_new_n(context->arena, ZnRun, n);
	g_autofree size_t *first = g_new(size_t, n + 1), *order = g_new(size_t, n + 1);
	g_autofree uint8_t *levels = g_new(uint8_t, n + 1);
	g_autofree double *advances = g_new(double, clusters->len + 1);
	bool spaced = false;
	for (guint i = 0; i < clusters->len; i++) {
		advances[i] = advance_of(&g_array_index(clusters, ZnCluster, i));
		spaced = spaced || g_array_index(clusters, ZnCluster, i).gap != 0;
	}
	for (size_t i = 0; i < n; i++) {
		const ZnItem *item = &g_array_index(cache->items, ZnItem, i);
		levels[i] = item->level;
		first[i] = cluster;
		while (cluster < clusters->len && g_array_index(clusters, ZnCluster, cluster).at < item->start + item->len)
			cluster++;
	}
	first[n] = cluster;
	zn_visual_order(levels, n, order);
	for (size_t v = 0; v < n; v++) {
		size_t i = order[v];
		const ZnItem *item = &g_array_index(cache->items, ZnItem, i);
		if (first[i] == first[i + 1] || !item->file) {
			for (size_t c = first[i]; c < first[i + 1]; c++)
				shaped->width += advances[c];
			continue;
		}
		ZnRun run = zn_run_make(context, item, font, text, (ZnShapedGlyph *)cache->buffer.glyphs->data,
		                        &g_array_index(clusters, ZnCluster, first[i]), first[i + 1] - first[i], spaced ? &advances[first[i]] : NULL, false,
		                        shaped->width);
		shaped->width += run.width;
		shaped->ascent = MAX(shaped->ascent, item->file->ascent * font->size);
		shaped->descent = MAX(shaped->descent, item->file->descent * font->size);
		shaped->runs[shaped->n_runs++] = run;
	}
	return shaped;
}

/* Text as shaping wants it: valid UTF-8 of bearable length. */
static const char *checked_text(ZnContext *context, const char *text, size_t *len)
{
	*len = strlen(text);
	if (!g_utf8_validate(text, (gssize)*len, NULL)) {
		g_autofree char *valid = g_utf8_make_valid(text, (gssize)*len);
		text = zn_arena_strdup(context->arena, valid);
		*len = strlen(text);
	}
	if (*len > ZN_LIMIT_TEXT && g_utf8_strlen(text, (gssize)*len) > (long)ZN_LIMIT_TEXT) {
		zn_error(context->diags, zn_place(NULL, 0, 0), NULL, "a text of more than %u characters is cut; it begins “%.*s”", ZN_LIMIT_TEXT,
		         (int)(g_utf8_offset_to_pointer(text, 40) - text), text);
		*len = (size_t)(g_utf8_offset_to_pointer(text, ZN_LIMIT_TEXT) - text);
		text = zn_arena_strndup(context->arena, text, *len);
	}
	return text;
}

const ZnShaped *zn_text_shape(ZnContext *context, const ZnFont *font, const char *lang, const char *text)
{
	static const ZnShaped nothing;
	if (!text || !*text || !(font->size > 0))
		return &nothing;
	Cache *cache = context_cache(context);
	Key probe = {*font, lang, text, NULL};
	const Key *found = g_hash_table_lookup(cache->shaped, &probe);
	if (found)
		return found->shaped;
	size_t len;
	const char *checked = checked_text(context, text, &len);
	shape_line(context, font, lang, checked, len);
	Key *key = zn_new(context->arena, Key);
	*key = probe;
	key->font.family = zn_arena_strdup(context->arena, font->family);
	key->lang = zn_arena_strdup(context->arena, lang);
	key->text = zn_arena_strdup(context->arena, text);
	key->shaped = make_line(context, font, checked);
	g_hash_table_add(cache->shaped, key);
	return key->shaped;
}

double zn_text_width(ZnContext *context, const ZnFont *font, const char *text)
{
	return zn_text_shape(context, font, NULL, text)->width;
}
