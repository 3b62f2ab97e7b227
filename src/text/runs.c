#include "text/internal.h"

#include <hb-ot.h>
#include <string.h>

/* --- items --- */

/* A character that any font for Han has: it tells the faces that carry Chinese marks in Chinese shape. */
#define HAN_SAMPLE 0x4e00

static bool is_ignorable(gunichar c)
{
	return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || c < ' ';
}

static bool file_has_cluster(const ZnFontFile *file, const ZnChar *chars, size_t n, bool base_only)
{
	for (size_t i = 0; i < (base_only ? 1 : n); i++) {
		if (!is_ignorable(chars[i].c) && !zn_font_file_has(file, chars[i].c))
			return false;
	}
	return true;
}

/* The first file that has a character with its marks; NULL when none has. */
static ZnFontFile *pick_file(const ZnFontSet *set, const ZnChar *chars, size_t n)
{
	bool with_han = chars->han && !g_unichar_isalnum(chars->c);
	for (int base_only = 0; base_only <= (n > 1); base_only++) {
		for (size_t i = 0; i < set->n; i++) {
			ZnFontFile *file = set->files[i];
			if (file_has_cluster(file, chars, n, base_only) && (!with_han || zn_font_file_has(file, HAN_SAMPLE)))
				return file;
		}
		/* no Chinese font at all: the mark from any */
		for (size_t i = 0; with_han && i < set->n; i++) {
			if (file_has_cluster(set->files[i], chars, n, base_only))
				return set->files[i];
		}
	}
	return NULL;
}

typedef struct LangMap {
	const char *prefix, *lang, *fontconfig;
} LangMap;

/* The regional forms of Han. HarfBuzz and fontconfig both understand zh-cn, not zh. */
static const LangMap han_langs[] = {
    {"zh-tw", "zh-TW", "zh-tw"}, {"zh-hant-hk", "zh-HK", "zh-hk"}, {"zh-hant", "zh-TW", "zh-tw"},
    {"zh-hk", "zh-HK", "zh-hk"}, {"zh-mo", "zh-HK", "zh-hk"},      {"ja", "ja", "ja"},
    {"ko", "ko", "ko"},
};
static const LangMap default_han = {"zh", "zh-CN", "zh-cn"};

static const LangMap *han_lang(const char *lang)
{
	for (size_t i = 0; lang && i < G_N_ELEMENTS(han_langs); i++) {
		if (zn_lang_is(lang, han_langs[i].prefix))
			return &han_langs[i];
	}
	return &default_han;
}

static const char *const cyrillic_langs[] = {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"};

static bool lang_is_cyrillic(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cyrillic_langs); i++) {
		if (zn_lang_is(lang, cyrillic_langs[i]))
			return true;
	}
	return false;
}

/* The languages that a text's characters are shaped in. */
typedef struct Langs {
	const LangMap *han;
	const char *cyrillic, *western;
} Langs;

static Langs langs_of(const char *lang)
{
	bool cyrillic = lang_is_cyrillic(lang);
	bool western = lang && !cyrillic && !zn_lang_is(lang, "zh") && !zn_lang_is(lang, "ja") && !zn_lang_is(lang, "ko");
	return (Langs){han_lang(lang), cyrillic ? lang : "ru", western ? lang : "en"};
}

static const char *lang_of(const ZnChar *c, const Langs *langs)
{
	if (c->han) /* kana and hangul tell their own language */
		return c->script == HB_SCRIPT_HIRAGANA || c->script == HB_SCRIPT_KATAKANA ? "ja"
		       : c->script == HB_SCRIPT_HANGUL                                    ? "ko"
		                                                                          : langs->han->lang;
	return c->script == HB_SCRIPT_CYRILLIC ? langs->cyrillic : langs->western;
}

/* pick_file, remembered for characters without marks: the same few hundred make up a text. */
static ZnFontFile *file_of(const ZnFontSet *set, const ZnChar *chars, size_t n)
{
	if (n > 1 || !set->n)
		return pick_file(set, chars, n);
	struct ZnPick *pick = &set->picks[chars->c % ZN_PICKS];
	if (pick->c != chars->c || pick->han != chars->han)
		*pick = (struct ZnPick){chars->c, chars->han, pick_file(set, chars, 1)};
	return pick->file;
}

static bool has_pictures(ZnFontFile *file)
{
	hb_font_t *font = zn_font_file_open(file);
	return font && hb_ot_color_has_png(hb_font_get_face(font));
}

void zn_text_items(ZnFonts *fonts, const ZnFont *font, const char *lang, const ZnChar *chars, size_t from, size_t to, GArray *items)
{
	Langs langs = langs_of(lang);
	const ZnFontSet *sets[2] = {NULL, NULL};
	ZnItem *last = NULL;
	for (size_t i = from; i < to;) {
		const ZnChar *c = &chars[i];
		size_t end = i + 1;
		while (end < to && chars[end].mark)
			end++;
		if (!sets[c->han])
			sets[c->han] = zn_fonts_set(fonts, font->family, font->weight, font->italic && !c->han, c->han ? langs.han->fontconfig : "en");
		ZnFontFile *file;
		/* spaces and invisible characters stay with the font before; but the spaces of emoji are as wide as they */
		if (last && last->file && last->level == c->level && (is_ignorable(c->c) || (c->c == ' ' && !has_pictures(last->file))) &&
		    zn_font_file_has(last->file, ' '))
			file = last->file;
		else
			file = file_of(sets[c->han], c, end - i);
		if (!file && sets[c->han]->n > 0)
			file = last && last->file ? last->file : sets[c->han]->files[0];
		ZnItem item = {c->at, chars[end].at - c->at, file, c->script, lang_of(c, &langs), c->level, c->han};
		bool space = c->c == ' ' || (c->c < 0x3001 && g_unichar_isspace(c->c));
		if (last && last->file == file && last->level == item.level &&
		    (space || (last->script == item.script && last->lang == item.lang))) {
			last->len += item.len;
		} else {
			g_array_append_val(items, item);
			last = &g_array_index(items, ZnItem, items->len - 1);
		}
		i = end;
	}
}

/* --- runs --- */

static const char soft_hyphen[] = "\xc2\xad"; /* how the text of a PDF says that the hyphen is not part of the word */

static void add_cluster(ZnRun *run, uint32_t bytes, uint32_t glyphs, bool join)
{
	if (run->n_clusters && (join || !glyphs)) {
		run->clusters[run->n_clusters - 1].num_bytes += (int)bytes;
		run->clusters[run->n_clusters - 1].num_glyphs += (int)glyphs;
	} else {
		run->clusters[run->n_clusters++] = (cairo_text_cluster_t){(int)bytes, (int)glyphs};
	}
}

static void add_glyph(ZnRun *run, uint32_t id, double x, double y)
{
	run->glyphs[run->n_glyphs++] = (ZnGlyph){id, x, y};
}

/* A gap that a reader of PDF text would take for a space (poppler: from 0.1 em on, as rounded in the file): an invisible space in the
 * cluster before tells it is none. */
static bool needs_filler(const ZnCluster *cluster, double advance, const ZnFont *font, const char *text)
{
	return advance - cluster->advance > 0.08 * font->size && !g_unichar_isspace(g_utf8_get_char(text + cluster->at));
}

static double glyph_width(const ZnItem *item, hb_codepoint_t id, const ZnFont *font)
{
	return hb_font_get_glyph_h_advance(item->file->font, id) * font->size / item->file->em;
}

/* A space so narrow that a reader of PDF text would not see one (poppler: less than 0.15 em, as rounded, behind the glyph before, as wide as the font has
 * it): it becomes part of the cluster before. `before`: that cluster's last glyph; `end`: where the space ends. */
static bool is_hidden_space(const ZnItem *item, const ZnCluster *cluster, const ZnFont *font, const char *text, const ZnGlyph *before, double end)
{
	if (!item->file || !item->file->space || end - before->x > font->size || !g_unichar_isspace(g_utf8_get_char(text + cluster->at)))
		return false;
	return end - before->x - glyph_width(item, before->id, font) < 0.2 * font->size;
}

void zn_glyph_blanks(ZnFontFile *file, uint32_t glyph, double size, double *before, double *after)
{
	struct ZnBlank *blank = &file->blanks[glyph % G_N_ELEMENTS(file->blanks)];
	if (blank->glyph != glyph) {
		hb_font_t *font = zn_font_file_open(file);
		hb_glyph_extents_t ink;
		*blank = (struct ZnBlank){.glyph = glyph};
		if (hb_font_get_glyph_extents(font, glyph, &ink)) {
			double left = ink.x_bearing / file->em,
			       right = hb_font_get_glyph_h_advance(font, glyph) / file->em - (ink.x_bearing + ink.width) / file->em;
			blank->before = left >= 0.45 ? 0.5f : left >= 0.25 && right >= 0.25 ? 0.25f : 0;
			blank->after = right >= 0.45 ? 0.5f : left >= 0.25 && right >= 0.25 ? 0.25f : 0;
		}
	}
	*before = blank->before * size;
	*after = blank->after * size;
}

double zn_hyphen_width(const ZnItem *item, const ZnFont *font)
{
	hb_codepoint_t id = item->file ? item->file->hyphen : 0;
	return id ? glyph_width(item, id, font) : 0;
}

/* Ends a run with a hyphen that was not in the text. Where its glyph also stands for other hyphens, an invisible space makes it two
 * glyphs, for which painters write the text beside them. */
static void add_hyphen(ZnRun *run, const ZnItem *item, const ZnFont *font, double x)
{
	hb_codepoint_t id = item->file ? item->file->hyphen : 0, filler = id && !item->file->own_hyphen ? item->file->space : 0;
	double width = zn_hyphen_width(item, font);
	if (id)
		add_glyph(run, id, x, 0);
	if (filler)
		add_glyph(run, filler, x + width, 0);
	add_cluster(run, strlen(soft_hyphen), (id != 0) + (filler != 0), false);
	run->width += width;
}

ZnRun zn_run_make(ZnContext *context, const ZnItem *item, const ZnFont *font, const char *text, const ZnShapedGlyph *glyphs,
                  const ZnCluster *clusters, size_t n, const double *advances, bool hyphen, double x)
{
	ZnArena *arena = context->arena;
	ZnRun run = {.x = x, .lang = item->lang, .rtl = item->level & 1};
	if (item->file)
		run.face = zn_font_file_face(item->file, font->size);
	size_t n_glyphs = hyphen ? 2 : 0; /* a hyphen and its filler */
	for (size_t i = 0; i < n; i++)
		n_glyphs += clusters[i].n_glyphs + (advances && needs_filler(&clusters[i], advances[i], font, text));
	uint32_t start = clusters[0].at, bytes = clusters[n - 1].at + clusters[n - 1].len - start;
	run.glyphs = zn_new_n(arena, ZnGlyph, n_glyphs);
	run.clusters = zn_new_n(arena, cairo_text_cluster_t, n + 1);
	run.text_len = bytes + (hyphen ? strlen(soft_hyphen) : 0);
	char *copy = zn_arena_alloc(arena, run.text_len + 1);
	memcpy(copy, text + start, bytes);
	run.text = copy;
	hb_codepoint_t filler = !run.rtl && item->file ? item->file->space : 0;
	double filler_width = filler ? glyph_width(item, filler, font) : 0;
	for (size_t v = 0; v < n; v++) {
		size_t i = run.rtl ? n - 1 - v : v;
		const ZnCluster *c = &clusters[i];
		double advance = advances ? advances[i] : c->advance;
		double pen = x + run.width + (run.rtl ? advance - c->advance : 0);
		for (uint32_t g = c->glyph; g < c->glyph + c->n_glyphs; g++)
			add_glyph(&run, glyphs[g].id, pen + glyphs[g].x, glyphs[g].y);
		bool fill = filler && advances && needs_filler(c, advance, font, text);
		if (fill)
			add_glyph(&run, filler, pen + MAX(advance - filler_width, c->advance), 0);
		/* glyphs that overlap make readers of PDF text split the line: they become one cluster */
		bool overlaps = advances && i > 0 && advances[i - 1] < clusters[i - 1].advance - 0.2 * font->size;
		bool hidden = !run.rtl && advance < 0.3 * font->size && run.n_clusters && c->n_glyphs == 1 && run.n_glyphs > 1 &&
		              is_hidden_space(item, c, font, text, &run.glyphs[run.n_glyphs - 2], pen + advance);
		if (hidden)
			run.glyphs[run.n_glyphs - 1].id = item->file->space; /* not that of U+00A0: painters know what it is for */
		if (!run.rtl)
			add_cluster(&run, c->len, c->n_glyphs + fill, overlaps || hidden);
		run.width += advance;
	}
	for (size_t i = 0; run.rtl && i < n; i++)
		add_cluster(&run, clusters[i].len, clusters[i].n_glyphs, false);
	if (hyphen) {
		memcpy(copy + bytes, soft_hyphen, strlen(soft_hyphen));
		add_hyphen(&run, item, font, x + run.width);
	}
	return run;
}
