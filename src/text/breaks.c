#include "text/breaks.h"

#include <string.h>

/* GB/T 15834 and CLREQ: what never starts and never ends a line, beyond what UAX #14 (linebreak.c) knows. Quotes and the
 * other shared marks count when they are Chinese. */
static const char no_start[] = "，。、；：？！）》〉」』】〕〗｝］·…—～％‰℃〃々ー∶—)]}”’%・゛゜ゝゞ〞〟﹂﹄︶︸︺︼︾﹀﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞";
static const char no_end[] = "（《〈「『【〔〖｛［＃￥＄￡№§“‘([{〝﹁﹃︵︷︹︻︽︿﹙﹛﹝";

/* Prefixes that a hard hyphen does not let go, although they are long enough. */
static const char *const bound_prefixes[] = {"кое", "кой"};

/* A hard hyphen ends a line with three letters (two in other languages than Russian) on both sides. */
static bool hyphen_may_break(const ZnBreakText *text, size_t hyphen)
{
	size_t before = zn_letters_beside(text, hyphen, true), after = zn_letters_beside(text, hyphen + 1, false);
	size_t least = before && text->chars[hyphen - 1].script == HB_SCRIPT_CYRILLIC ? 3 : 2;
	if (before < least || after < least)
		return false;
	return !zn_core_in(text, hyphen - before, hyphen, bound_prefixes, G_N_ELEMENTS(bound_prefixes));
}

static bool is_slash(gunichar c)
{
	return c == '/' || c == 0xff0f;
}

/* "…и ушёл": it opens what follows. */
static bool is_opening_ellipsis(const ZnBreakText *text, size_t i)
{
	if (text->chars[i].c != 0x2026 || text->chars[i].han)
		return false;
	return i == 0 || zn_is_line_space(text->chars[i - 1].c) || zn_is_opening(text->chars[i - 1].c);
}

static bool is_wide_digit(const ZnBreakText *text, size_t i)
{
	return zn_text_is_digit(text, i) || (i < text->n && text->chars[i].c >= 0xff10 && text->chars[i].c <= 0xff19);
}

/* Marks that stand within a number: 10：30, １９４９—１９５６. */
static bool is_inside_number(const ZnBreakText *text, size_t i)
{
	gunichar mark = text->chars[i - 1].c;
	return (mark == 0xff1a || mark == 0x2236 || mark == 0x2014) && i >= 2 && is_wide_digit(text, i - 2) && is_wide_digit(text, i);
}

/* "[12]", "[3–5]" right behind Han or one another refer to sources. */
static bool is_citation(const ZnBreakText *text, size_t i)
{
	if (text->chars[i].c != '[' || !zn_text_is_digit(text, i + 1))
		return false;
	for (i++; i < text->n && (zn_text_is_digit(text, i) || zn_char_in(",-–", text->chars[i].c));)
		i++;
	return i < text->n && text->chars[i].c == ']';
}

/* Where "administrative/organizational" may be torn when nothing else helps. */
static ZnBreakKind behind_slash(const ZnBreakText *text, size_t i)
{
	bool words = zn_letters_beside(text, i - 1, true) >= ZN_WHOLE_WORDS && zn_letters_beside(text, i, false) >= ZN_WHOLE_WORDS;
	return words ? ZN_BREAK_BOUND : ZN_BREAK_NO;
}

static bool is_roman_range(const ZnBreakText *text, size_t i)
{
	ZnToken left = zn_token_before(text, i), right = zn_token_after(text, i);
	return zn_token_is_roman(text, &left) && zn_token_is_roman(text, &right) && left.end > left.start + 1;
}

static ZnBreakKind inside_word(const ZnBreakText *text, size_t i, ZnBreakKind kind)
{
	const ZnChar *before = &text->chars[i - 1], *after = &text->chars[i];
	/* Chinese quotes are brackets: UAX #14 does not know which way they open */
	bool opens = after->han && (after->c == 0x201c || after->c == 0x2018),
	     closed = before->han && (before->c == 0x201d || before->c == 0x2019);
	if (opens || closed)
		kind = ZN_BREAK_YES;
	if (kind == ZN_BREAK_NO && before->c != '/' && before->c != '-')
		return kind;
	bool after_counts = after->han || !zn_char_in("—”’", after->c), before_counts = before->han || !zn_char_in("“‘", before->c);
	if ((after_counts && zn_char_in(no_start, after->c)) || (before_counts && zn_char_in(no_end, before->c)))
		return ZN_BREAK_NO;
	if (before->c == '/' && !after->han)
		return behind_slash(text, i);
	if (is_slash(before->c) || is_slash(after->c) || after->c == 0x2014 || zn_is_raised(after->c) ||
	    ((before->han || before->c == ']') && !zn_char_in("，。、；：？！", before->c) && is_citation(text, i)) ||
	    is_opening_ellipsis(text, i - 1) || is_inside_number(text, i))
		return ZN_BREAK_NO;
	if (before->c == '-' && i >= 2 && zn_text_is_digit(text, i - 2) && zn_text_is_digit(text, i)) /* numbers of telephones */
		return ZN_BREAK_BOUND;
	bool joins_han = before->c == '-' && i >= 2 && text->chars[i - 2].script == HB_SCRIPT_HAN && after->script == HB_SCRIPT_HAN;
	if (zn_char_is_hyphen(before->c) && kind == ZN_BREAK_YES && !joins_han) /* 让-雅克 parts behind its hyphen */
		return hyphen_may_break(text, i - 1) ? ZN_BREAK_YES : ZN_BREAK_NO;
	if ((before->c == 0x2013 || before->c == 0x2014) && (zn_text_is_digit(text, i) || is_roman_range(text, i))) /* a range of numbers */
		return ZN_BREAK_NO;
	if (before->c == 0x2026 && i >= 2 && zn_text_is_digit(text, i - 2) && (zn_text_is_digit(text, i) || zn_char_in("+−", after->c)))
		return ZN_BREAK_NO; /* −5…+10 */
	if (before->c == 0xad && kind == ZN_BREAK_YES)
		return ZN_BREAK_HYPHEN;
	return kind;
}

/* Between a number and what it counts a line may end, but better elsewhere: 1991|年, 第|5|章. */
static bool is_weak(const ZnBreakText *text, size_t before, size_t i)
{
	const ZnChar *a = &text->chars[before], *b = &text->chars[i];
	if (zn_text_is_digit(text, before) || a->c == '%')
		return b->script == HB_SCRIPT_HAN && b->c >= 0x3400 && g_unichar_isalpha(b->c);
	return zn_text_is_digit(text, i) && (a->c == 0x7b2c /* 第 */ || a->c == 0x7ea6 /* 约 */);
}

void zn_breaks_find(const char *bytes, size_t len, const ZnChar *chars, size_t n, const char *lang, ZnBreak *breaks)
{
	ZnBreakText text = {bytes, chars, n, zn_lang_is(lang, "ru")};
	memset(breaks, 0, (n + 1) * sizeof *breaks);
	if (!zn_line_breaks(chars, n, breaks)) /* scripts that linebreak.c does not know: Thai, Hebrew, emoji */
		zn_pango_breaks(bytes, len, chars, n, lang, breaks);
	for (size_t i = 1; i < n; i++) {
		ZnBreak *out = &breaks[i];
		if (chars[i - 1].c == '\n') {
			out->kind = ZN_BREAK_FORCED;
			continue;
		}
		if (zn_is_line_space(chars[i - 1].c)) {
			if (!zn_is_line_space(chars[i].c)) {
				zn_break_at_space(&text, i, out);
				out->weak = i >= 2 && is_weak(&text, i - 2, i);
			}
		} else if (!zn_is_line_space(chars[i].c)) {
			out->kind = (uint8_t)inside_word(&text, i, (ZnBreakKind)out->kind);
			out->weak = is_weak(&text, i - 1, i);
		}
	}
	if (strpbrk(bytes, "/\\@_") || strstr(bytes, "www."))
		zn_break_addresses(&text, breaks, no_start, no_end);
}

/* --- hyphens --- */

#define MIN_WORD 5

/* Words of one alphabet in lower case or with a capital first letter; not abbreviations, stressed words, addresses. `part`: of a word with
 * hyphens of its own, which are better places. */
static void hyphenate_word(ZnFonts *fonts, const ZnChar *chars, size_t start, size_t end, bool part, ZnBreak *breaks)
{
	gunichar word[100];
	bool points[100];
	size_t n = end - start;
	if (n < MIN_WORD || n > G_N_ELEMENTS(word))
		return;
	hb_script_t script = chars[start].script;
	const char *lang = script == HB_SCRIPT_CYRILLIC ? "ru" : script == HB_SCRIPT_LATIN ? "en" : NULL;
	for (size_t i = 0; i < n; i++) {
		const ZnChar *c = &chars[start + i];
		if (c->mark || c->script != script || (i > 0 && g_unichar_isupper(c->c)))
			return;
		word[i] = g_unichar_tolower(c->c);
	}
	if (!lang || !zn_hyphenate(fonts, lang, word, n, points))
		return;
	for (size_t i = 1; i < n; i++) {
		bool banned = word[i] == 0x44a || word[i] == 0x44c || word[i] == 0x439; /* ъ ь й begin no line */
		if (points[i] && !banned && breaks[start + i].kind == ZN_BREAK_NO) {
			breaks[start + i].kind = ZN_BREAK_HYPHEN;
			breaks[start + i].weak = part;
		}
	}
}

static bool joins_words(gunichar c)
{
	return c == '/' || c == '\\' || c == '@' || c == '_' || c == '.' || c == '\'' || c == 0x2019 || (c >= '0' && c <= '9');
}

void zn_breaks_hyphenate(ZnFonts *fonts, const ZnChar *chars, size_t n, ZnBreak *breaks)
{
	ZnBreakText text = {NULL, chars, n, false};
	for (size_t i = 0; i < n;) {
		if (!zn_text_is_letter(&text, i)) {
			i++;
			continue;
		}
		size_t end = i;
		while (zn_text_is_letter(&text, end))
			end++;
		/* parts of addresses, file names and numbers are no words; a word that a quotation opens with stays whole */
		bool soft = (i > 0 && chars[i - 1].c == 0xad) || (end < n && chars[end].c == 0xad); /* hyphens are given: no others */
		bool whole = soft || breaks[i].address || (i > 0 && (joins_words(chars[i - 1].c) || zn_char_in("«„“‘", chars[i - 1].c))) ||
		             (end + 1 < n && joins_words(chars[end].c) && !g_unichar_isspace(chars[end + 1].c) && zn_text_is_letter(&text, end + 1));
		if (!whole)
			hyphenate_word(fonts, chars, i, end, (i > 0 && zn_char_is_hyphen(chars[i - 1].c)) || (end < n && zn_char_is_hyphen(chars[end].c)), breaks);
		i = end;
	}
}

/* --- for people --- */

char *zn_text_break_marks(ZnContext *context, const char *lang, const char *text)
{
	size_t n, len = strlen(text);
	if (!lang)
		lang = context->lang;
	g_autofree ZnChar *chars = zn_text_chars(text, len, lang, &n);
	g_autofree ZnBreak *breaks = g_new(ZnBreak, n + 1);
	zn_breaks_find(text, len, chars, n, lang, breaks);
	zn_breaks_hyphenate(context->fonts, chars, n, breaks);
	g_autoptr(GString) out = g_string_sized_new(2 * len);
	for (size_t i = 0; i < n; i++) {
		if (breaks[i].kind == ZN_BREAK_HYPHEN)
			g_string_append_c(out, '~');
		else if (breaks[i].kind >= ZN_BREAK_YES)
			g_string_append_c(out, '|');
		g_string_append_unichar(out, chars[i].c);
	}
	return zn_arena_strdup(context->arena, out->str);
}
