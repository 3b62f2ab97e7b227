#include "text/breaks.h"

#include <string.h>

static bool in_table(const char *word, size_t len, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (table[i][0] == word[0] && strncmp(table[i], word, len) == 0 && table[i][len] == '\0')
			return true;
	}
	return false;
}

bool zn_is_line_space(gunichar c)
{
	return c == ' ' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

bool zn_text_is_letter(const ZnBreakText *text, size_t i)
{
	if (i >= text->n)
		return false;
	const ZnChar *c = &text->chars[i];
	if ((c->c | 0x20) - 'a' < 26u || (c->c >= 0x410 && c->c < 0x460))
		return true;
	return c->mark || (c->c >= 0x80 && !c->han && g_unichar_isalpha(c->c));
}

bool zn_text_is_digit(const ZnBreakText *text, size_t i)
{
	return i < text->n && text->chars[i].c >= '0' && text->chars[i].c <= '9';
}

bool zn_is_opening(gunichar c)
{
	return zn_char_in("«„“‘‚(['\"¿¡", c);
}

static ZnToken token_at(const ZnBreakText *text, size_t start, size_t end)
{
	ZnToken token = {.start = start, .end = end, .core = start};
	while (token.core < end && zn_is_opening(text->chars[token.core].c))
		token.core++;
	token.core_end = end;
	while (token.core_end > token.core && zn_char_in(".,;:!?)]»“”’'\"…", text->chars[token.core_end - 1].c))
		token.core_end--;
	token.core_dot = token.core_end + (token.core_end < end && text->chars[token.core_end].c == '.');
	while (token.core + token.letters < token.core_end && zn_text_is_letter(text, token.core + token.letters))
		token.letters++;
	return token;
}

ZnToken zn_token_before(const ZnBreakText *text, size_t end)
{
	size_t start = end;
	while (start > 0 && !zn_is_line_space(text->chars[start - 1].c) && !text->chars[start - 1].han)
		start--;
	return token_at(text, start, end);
}

ZnToken zn_token_after(const ZnBreakText *text, size_t start)
{
	size_t end = start;
	while (end < text->n && !zn_is_line_space(text->chars[end].c) && !text->chars[end].han && text->chars[end].c != '\n')
		end++;
	return token_at(text, start, end);
}

bool zn_core_in(const ZnBreakText *text, size_t start, size_t end, const char *const *table, size_t n)
{
	uint32_t at = text->chars[start].at;
	return end > start && in_table(text->bytes + at, text->chars[end].at - at, table, n);
}

bool zn_token_is_initial(const ZnBreakText *text, const ZnToken *token)
{
	size_t i = token->core;
	while (i + 1 < token->end && g_unichar_isupper(text->chars[i].c) && text->chars[i + 1].c == '.')
		i += text->chars[i + 2].c == '-' && i + 3 < token->end ? 3 : 2; /* Ж.-Ж. */
	return i > token->core && i == token->core_dot;
}

bool zn_token_is_roman(const ZnBreakText *text, const ZnToken *token)
{
	for (size_t i = token->core; i < token->core_end; i++) {
		gunichar c = text->chars[i].c;
		if (c >= 0x80 ? c != 0x2013 && c != 0x2014 : !strchr("IVXLCDM-", (int)c))
			return false;
	}
	return token->core_end > token->core;
}

bool zn_token_is_name(const ZnBreakText *text, const ZnToken *token)
{
	return token->letters > 1 && g_unichar_isupper(text->chars[token->core].c);
}

size_t zn_letters_beside(const ZnBreakText *text, size_t i, bool before)
{
	size_t count = 0;
	while (before ? i > count && zn_text_is_letter(text, i - 1 - count) : zn_text_is_letter(text, i + count))
		count++;
	return count;
}

bool zn_is_raised(gunichar c)
{
	return c == '*' || c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x208e) || c == 0x2020 || c == 0x2021;
}
