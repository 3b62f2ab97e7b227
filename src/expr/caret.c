#include "expr/ast.h"

#define BEFORE 60 /* characters of a long expression that are shown on either side of the caret */
#define AFTER 40

size_t zn_expr_character(const char *text, size_t at)
{
	return (size_t)g_utf8_strlen(text, (gssize)at) + 1;
}

/* Screen columns: a Chinese character takes two. */
static int width_of(gunichar c)
{
	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

const char *zn_expr_caret(ZnArena *arena, const char *text, size_t at, const char *advice)
{
	const char *caret = text + at, *start = caret, *end = caret;
	for (int i = 0; i < BEFORE && start > text; i++)
		start = g_utf8_prev_char(start);
	for (int i = 0; i < AFTER && *end; i++)
		end = g_utf8_next_char(end);
	g_autoptr(GString) out = g_string_new(advice ? advice : "");
	if (advice)
		g_string_append_c(out, '\n');
	int column = 0;
	if (start > text) {
		g_string_append(out, "…");
		column++;
	}
	for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_iscntrl(c))
			c = ' '; /* line ends and tabs would move the caret's line */
		g_string_append_unichar(out, c);
		if (p < caret)
			column += width_of(c);
	}
	g_string_append_printf(out, "%s\n%*s^", *end ? "…" : "", column, "");
	return zn_arena_strdup(arena, out->str);
}
