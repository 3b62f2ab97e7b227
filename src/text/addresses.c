#include "text/breaks.h"

#include <string.h>

static bool is_address(const ZnBreakText *text, size_t start, size_t end)
{
	const char *from = text->bytes + text->chars[start].at;
	size_t len = text->chars[end].at - text->chars[start].at;
	return g_strstr_len(from, (gssize)len, "://") || (len > 4 && memcmp(from, "www.", 4) == 0);
}

static void break_address(const ZnBreakText *text, size_t start, size_t end, ZnBreak *breaks)
{
	breaks[start].address = true;
	for (size_t i = start + 1; i < end; i++) {
		breaks[i].address = true;
		gunichar before = text->chars[i - 1].c, after = text->chars[i].c;
		bool allowed = (before == '/' || before == '.' || before == '?' || before == '&') && after != '/' && !zn_char_in(".,;:!?)", after);
		breaks[i].kind = allowed ? ZN_BREAK_YES : ZN_BREAK_NO;
	}
}

/* "/usr/local/", "~/notes.txt", "C:\\Temp\\", but not "/kg/" of 元/kg/天. */
static bool is_path(const ZnBreakText *text, size_t start, size_t end)
{
	size_t slashes = 0, first = 0, back = 0;
	for (size_t i = start; i < end; i++) {
		slashes += text->chars[i].c == '/';
		back += text->chars[i].c == '\\';
		first += slashes == 1;
	}
	if (back)
		return true;
	gunichar c = text->chars[start].c;
	if (c == '~' || c == '.')
		return slashes > 0 && start + 1 < end && zn_char_in("/.", text->chars[start + 1].c);
	return c == '/' && (slashes > 2 || (slashes == 2 && first > ZN_WHOLE_WORDS));
}

/* A path, an e-mail address or the name of a file is no word: no hyphens in it. Behind its separators it is torn when nothing else helps. */
static void break_name(const ZnBreakText *text, size_t start, size_t end, ZnBreak *breaks, bool path)
{
	for (size_t i = start; i < end; i++) {
		breaks[i].address = true;
		if (i == start)
			continue;
		gunichar before = text->chars[i - 1].c;
		bool separates = zn_char_in("@_", before) || (path && i > start + 1 && zn_char_in("/\\", before));
		breaks[i].kind = separates && (zn_text_is_letter(text, i) || zn_text_is_digit(text, i)) ? ZN_BREAK_BOUND : ZN_BREAK_NO;
	}
}

/* Addresses and names among the words between spaces and Han. */
void zn_break_addresses(const ZnBreakText *text, ZnBreak *breaks, const char *no_start, const char *no_end)
{
	for (size_t i = 0; i < text->n;) {
		ZnToken token = zn_token_after(text, i);
		size_t start = token.core, end = token.core_end;
		if (token.end > i && is_address(text, i, token.end)) {
			break_address(text, i, token.end, breaks);
		} else if (end > start + 2) {
			if (start > i && zn_char_in("~./", text->chars[start - 1].c))
				start--;
			bool path = is_path(text, start, end), name = false;
			for (size_t k = start + 1; k + 1 < end && !path; k++)
				name = name || text->chars[k].c == '@' || text->chars[k].c == '_';
			if (path || name)
				break_name(text, start, end, breaks, path);
			if (path && start > 0 && text->chars[start - 1].han && !zn_char_in(no_end, text->chars[start - 1].c))
				breaks[start].kind = ZN_BREAK_YES;
			if (path && end < text->n && text->chars[end].han && !zn_char_in(no_start, text->chars[end].c))
				breaks[end].kind = ZN_BREAK_YES;
		}
		i = MAX(token.end, i + 1);
	}
}
