#include "text/internal.h"

#include <string.h>

bool zn_lang_is(const char *lang, const char *primary)
{
	size_t len = strlen(primary);
	return lang && g_ascii_strncasecmp(lang, primary, len) == 0 && (lang[len] == '\0' || lang[len] == '-' || lang[len] == '_');
}

/* Blocks whose characters always take the Chinese font, in order. */
static const struct {
	gunichar first, last;
} cjk_blocks[] = {
    {0x1100, 0x11ff}, {0x2e80, 0x303f}, {0x3040, 0x31ff}, {0x3200, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7ff},   {0xf900, 0xfaff},
    {0xfe10, 0xfe1f}, {0xfe30, 0xfe4f}, {0xff00, 0xffef}, {0x16fe0, 0x18cff}, {0x1aff0, 0x1b2ff}, {0x1f200, 0x1f2ff}, {0x20000, 0x3ffff},
};

bool zn_char_is_cjk(gunichar c)
{
	if (c < cjk_blocks[0].first)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(cjk_blocks); i++) {
		if (c <= cjk_blocks[i].last)
			return c >= cjk_blocks[i].first;
	}
	return false;
}

/* Marks that Chinese and Western fonts draw differently: which one is meant depends on the text around. */
static bool is_shared_mark(gunichar c)
{
	switch (c) {
	case 0xb7:   /* · */
	case 0x2014: /* — */
	case 0x2018: /* ‘ */
	case 0x2019: /* ’ */
	case 0x201c: /* “ */
	case 0x201d: /* ” */
	case 0x2025: /* ‥ */
	case 0x2026: /* … */
	case 0x2027: /* ‧ */
	case 0x203b: /* ※ */
		return true;
	default: /* ① Ⅲ ■ → */
		return c >= 0x2160 && ((c >= 0x2460 && c < 0x2500) || (c >= 0x25a0 && c < 0x2600) || c < 0x219a);
	}
}

bool zn_char_in(const char *set, gunichar c)
{
	/* most of any text: not worth a look at the set */
	if ((c >= 'a' && c <= 'z') || (c >= 0x410 && c < 0x450) || (c >= 0x4e00 && c < 0xa000))
		return false;
	return c && g_utf8_strchr(set, -1, c);
}

static bool is_mark(gunichar c)
{
	if (c < 0x300 || (c >= 0x3a0 && c < 0x480) || (c >= 0x4e00 && c < 0xa000))
		return false;
	if ((c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || c == 0x200d)
		return true;
	GUnicodeType type = g_unichar_type(c);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_SPACING_MARK;
}

/* What a shared mark sees to its left and right. */
typedef enum { SIDE_NONE, SIDE_HAN, SIDE_LETTER, SIDE_OTHER } Side;

static Side side_of(const ZnChar *c)
{
	if (c->han)
		return SIDE_HAN;
	if (g_unichar_isalpha(c->c))
		return SIDE_LETTER;
	return g_unichar_isdigit(c->c) ? SIDE_OTHER : SIDE_NONE;
}

static bool mark_is_chinese(Side before, Side after, bool chinese)
{
	if (chinese)
		return !(before == SIDE_LETTER && after == SIDE_LETTER);
	bool any = before == SIDE_HAN || after == SIDE_HAN;
	return any && (before == SIDE_HAN || before == SIDE_NONE) && (after == SIDE_HAN || after == SIDE_NONE);
}

static bool is_western_word(Side side)
{
	return side == SIDE_LETTER || side == SIDE_OTHER;
}

/* A closing quote goes with its opening one: “Hello” at the end of a Chinese sentence must not mix fonts. */
static void classify_marks(ZnChar *chars, size_t n, const char *lang)
{
	bool chinese = zn_lang_is(lang, "zh") || zn_lang_is(lang, "ja");
	g_autofree uint8_t *after = g_malloc(n + 1);
	after[n] = SIDE_NONE;
	for (size_t i = n; i-- > 0;) {
		Side side = side_of(&chars[i]);
		after[i] = (uint8_t)(side ? side : after[i + 1]);
	}
	bool open[2][16]; /* “ and ‘: is it Chinese; deeper nesting is judged mark by mark */
	unsigned depth[2] = {0, 0};
	Side before = SIDE_NONE;
	for (size_t i = 0; i < n; i++) {
		ZnChar *c = &chars[i];
		if (is_shared_mark(c->c)) {
			bool apostrophe = c->c == 0x2019 && i > 0 && is_western_word(side_of(&chars[i - 1])) && side_of(&chars[i + 1]) == SIDE_LETTER;
			int kind = c->c == 0x201c || c->c == 0x201d ? 0 : c->c == 0x2018 || c->c == 0x2019 ? 1 : -1;
			c->han = !apostrophe && mark_is_chinese(before, (Side)after[i + 1], chinese);
			if (kind >= 0 && !apostrophe) {
				if (c->c == 0x201c || c->c == 0x2018) {
					if (depth[kind] < G_N_ELEMENTS(open[0]))
						open[kind][depth[kind]++] = c->han;
				} else if (depth[kind] > 0) {
					c->han = open[kind][--depth[kind]];
				}
			}
		} else {
			Side side = side_of(c);
			if (side)
				before = side;
		}
	}
}

static hb_script_t script_of(gunichar c)
{
	/* most of any text */
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
	if (c >= 0x4e00 && c < 0xa000)
		return HB_SCRIPT_HAN;
	if (c >= 0x400 && c < 0x480)
		return HB_SCRIPT_CYRILLIC;
	return hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(g_unichar_get_script(c)));
}

static bool script_is_real(hb_script_t script)
{
	return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN && script != HB_SCRIPT_INVALID;
}

/* Gives common characters the script of the real one before them (or, at the start, behind), separately for both font classes. */
static void resolve_scripts(ZnChar *chars, size_t n)
{
	hb_script_t last[2] = {HB_SCRIPT_LATIN, HB_SCRIPT_HAN};
	for (size_t i = n; i-- > 0;) {
		if (script_is_real(chars[i].script))
			last[chars[i].han] = chars[i].script;
	}
	for (size_t i = 0; i < n; i++) {
		if (script_is_real(chars[i].script))
			last[chars[i].han] = chars[i].script;
		else
			chars[i].script = last[chars[i].han];
	}
}

static bool needs_bidi(gunichar c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c < 0x11000) ||
	       (c >= 0x1e800 && c < 0x1f000) || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

ZnChar *zn_text_chars(const char *text, size_t len, const char *lang, size_t *n_out)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++)
		n += (text[i] & 0xc0) != 0x80;
	ZnChar *chars = g_new(ZnChar, n + 1);
	n = 0;
	bool bidi = false, shared = false;
	for (const char *p = text, *end = text + len; p < end; p = g_utf8_next_char(p)) {
		ZnChar *c = &chars[n];
		gunichar code = g_utf8_get_char(p);
		*c = (ZnChar){.c = code, .at = (uint32_t)(p - text), .script = script_of(code)};
		c->mark = n > 0 && is_mark(c->c);
		c->han = c->mark ? chars[n - 1].han : zn_char_is_cjk(c->c);
		shared = shared || is_shared_mark(c->c);
		bidi = bidi || needs_bidi(c->c);
		n++;
	}
	chars[n] = (ZnChar){.at = (uint32_t)len};
	if (shared)
		classify_marks(chars, n, lang);
	resolve_scripts(chars, n);
	if (bidi)
		zn_pango_levels(text, len, chars, n);
	*n_out = n;
	return chars;
}

void zn_visual_order(const uint8_t *levels, size_t n, size_t *order)
{
	uint8_t highest = 0;
	for (size_t i = 0; i < n; i++) {
		order[i] = i;
		highest = MAX(highest, levels[i]);
	}
	for (uint8_t level = highest; level > 0; level--) {
		for (size_t i = 0; i < n; i++) {
			size_t end = i;
			while (end < n && levels[order[end]] >= level)
				end++;
			for (size_t a = i, b = end; a + 1 < b; a++) {
				size_t swap = order[a];
				order[a] = order[--b];
				order[b] = swap;
			}
			i = MAX(i, end);
		}
	}
}
