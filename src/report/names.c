/* Authors of works cited that are written as one text. */
#include "report/front.h"

#include <string.h>

/* "J. A.", "И.И.", "JA": capitals, up to three, each with a dot or all without. */
static bool is_initials(const char *text)
{
	int capitals = 0;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isupper(c))
			capitals++;
		else if (c != '.' && c != ' ' && c != '-' && c != 0xa0)
			return false;
	}
	return capitals > 0 && capitals <= 3;
}

/* "Smith J", "Иванов И. И.": a family name with initials behind it. */
static bool has_initials(const char *text)
{
	for (const char *space = strchr(text, ' '); space; space = strchr(space + 1, ' ')) {
		if (is_initials(space + 1))
			return !is_initials(text);
	}
	return false;
}

static bool has_han(const char *text)
{
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		if (g_unichar_get_script(g_utf8_get_char(p)) == G_UNICODE_SCRIPT_HAN)
			return true;
	}
	return false;
}

/* Names between commas, which also part a family name from what is given: "Smith J, Brown A" and "Smith, J., Brown, A." are two,
 * "Smith, John" and "Иванов, И. И." one, "张三，李四" two. */
static void add_names(ZnArena *arena, ZnArray *names, const char *text)
{
	g_auto(GStrv) parts = g_regex_split_simple("\\s*[,，]\\s*", text, 0, 0);
	guint n = g_strv_length(parts);
	bool each = n > 1, pairs = n > 2 && n % 2 == 0, han = has_han(text);
	for (guint i = 0; i < n; i++) {
		each = each && (han || has_initials(parts[i]));
		pairs = pairs && is_initials(parts[i]) == (i % 2 == 1);
	}
	guint step = each ? 1 : pairs ? 2 : n;
	for (guint i = 0; i < n; i += step) {
		const char *name = each ? parts[i] : pairs ? zn_arena_printf(arena, "%s, %s", parts[i], parts[i + 1]) : text;
		zn_array_push(arena, names, zn_str(zn_arena_strdup(arena, name)));
	}
}

/* "Smith, J. and Brown, A.": not the "and" of a ministry's name. */
static void split_and(ZnArena *arena, ZnArray *names, const char *text)
{
	g_auto(GStrv) parts = g_regex_split_simple("\\s+(?:and|&|и)\\s+", text, 0, 0);
	bool people = true;
	for (char **part = parts; *part; part++)
		people = people && (strchr(*part, ',') || has_initials(*part));
	if (!people) {
		add_names(arena, names, text);
		return;
	}
	for (char **part = parts; *part; part++)
		add_names(arena, names, *part);
}

void zn_names_split(ZnArena *arena, ZnArray *names, const char *text)
{
	g_auto(GStrv) parts = g_regex_split_simple("\\s*[;；、]\\s*", text, 0, 0);
	for (char **part = parts; *part; part++) {
		if (**part)
			split_and(arena, names, *part);
	}
}
