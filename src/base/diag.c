#include "base/diag.h"

#include <string.h>

/* Nobody reads more, and a large file with a fault in each row must not fill the memory. */
#define MOST_LISTED 1000

struct ZnDiags {
	ZnArena *arena;
	ZnDiag *items;
	size_t n, cap;
	size_t counts[3];  /* by severity, also of those not listed */
	GHashTable *known; /* texts of the listed ones */
};

ZnDiags *zn_diags_new(void)
{
	ZnDiags *diags = g_new0(ZnDiags, 1);
	diags->arena = zn_arena_new();
	diags->known = g_hash_table_new(g_str_hash, g_str_equal);
	return diags;
}

void zn_diags_free(ZnDiags *diags)
{
	if (!diags)
		return;
	g_hash_table_destroy(diags->known);
	zn_arena_free(diags->arena);
	g_free(diags);
}

void zn_diags_clear(ZnDiags *diags)
{
	g_hash_table_remove_all(diags->known);
	zn_arena_free(diags->arena);
	diags->arena = zn_arena_new();
	diags->items = NULL;
	diags->n = diags->cap = 0;
	memset(diags->counts, 0, sizeof diags->counts);
}

static void list(ZnDiags *diags, ZnSeverity severity, ZnPlace place, const char *message, const char *hint)
{
	ZnArena *arena = diags->arena;
	ZnDiag diag = {
	    .severity = severity,
	    .place = {.file = zn_arena_strdup(arena, place.file),
	              .line = place.line,
	              .column = place.column,
	              .pointer = zn_arena_strdup(arena, place.pointer)},
	    .message = zn_arena_strdup(arena, message),
	    .hint = zn_arena_strdup(arena, hint),
	};
	zn_push(arena, diags->items, diags->n, diags->cap, diag);
}

static void report(ZnDiags *diags, ZnSeverity severity, ZnPlace place, const char *hint, const char *format, va_list args)
{
	char *message = g_strdup_vprintf(format, args);
	char *key = g_strdup_printf("%d\n%s\n%d\n%d\n%s\n%s", (int)severity, place.file ? place.file : "", place.line, place.column,
	                            place.pointer ? place.pointer : "", message);
	if (!g_hash_table_contains(diags->known, key)) {
		diags->counts[severity]++;
		if (diags->n < MOST_LISTED) {
			g_hash_table_add(diags->known, zn_arena_strdup(diags->arena, key));
			list(diags, severity, place, message, hint);
		} else if (diags->n == MOST_LISTED) {
			list(diags, ZN_NOTE, zn_place(place.file, 0, 0), "too many problems: those that follow are counted but not listed", NULL);
			diags->counts[ZN_NOTE]++;
		}
	}
	g_free(key);
	g_free(message);
}

void zn_diag(ZnDiags *diags, ZnSeverity severity, ZnPlace place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(diags, severity, place, hint, format, args);
	va_end(args);
}

void zn_error(ZnDiags *diags, ZnPlace place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(diags, ZN_ERROR, place, hint, format, args);
	va_end(args);
}

void zn_warning(ZnDiags *diags, ZnPlace place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(diags, ZN_WARNING, place, hint, format, args);
	va_end(args);
}

size_t zn_diags_count(const ZnDiags *diags, ZnSeverity severity)
{
	return diags->counts[severity];
}

bool zn_diags_failed(const ZnDiags *diags)
{
	return diags->counts[ZN_ERROR] > 0;
}

size_t zn_diags_len(const ZnDiags *diags)
{
	return diags->n;
}

const ZnDiag *zn_diags_at(const ZnDiags *diags, size_t i)
{
	g_assert(i < diags->n);
	return &diags->items[i];
}

/* --- as text --- */

/* Messages quote the user's data: what would move the cursor or change the terminal's colours is spelled out. */
static void append_clean(GString *out, const char *text)
{
	char *valid = g_utf8_make_valid(text, -1);
	for (const char *c = valid; *c; c = g_utf8_next_char(c)) {
		gunichar character = g_utf8_get_char(c);
		if (character == '\n')
			g_string_append(out, "\\n");
		else if (character == '\t')
			g_string_append_c(out, ' ');
		else if (g_unichar_iscntrl(character))
			g_string_append_printf(out, "\\u%04x", character);
		else
			g_string_append_unichar(out, character);
	}
	g_free(valid);
}

/* "file:3:7" or "file#/encoding/x", as much of it as is known. */
static void append_place(GString *out, const ZnPlace *place)
{
	size_t start = out->len;
	if (place->file)
		append_clean(out, place->file);
	if (place->line > 0) {
		g_string_append_printf(out, "%s%d", place->file ? ":" : "line ", place->line);
		if (place->column > 0)
			g_string_append_printf(out, ":%d", place->column);
	}
	if (place->pointer && *place->pointer) {
		g_string_append_c(out, '#');
		append_clean(out, place->pointer);
	}
	if (out->len > start)
		g_string_append(out, ": ");
}

char *zn_diag_format(const ZnDiag *diag, bool color)
{
	static const struct {
		const char *word, *on;
	} looks[] = {
	    [ZN_NOTE] = {"note", "\033[1;36m"},
	    [ZN_WARNING] = {"warning", "\033[1;35m"},
	    [ZN_ERROR] = {"error", "\033[1;31m"},
	};
	const char *bold = color ? "\033[1m" : "", *off = color ? "\033[0m" : "";
	GString *out = g_string_new(bold);
	append_place(out, &diag->place);
	g_string_append_printf(out, "%s%s%s:%s ", off, color ? looks[diag->severity].on : "", looks[diag->severity].word, off);
	append_clean(out, diag->message);
	g_string_append_c(out, '\n');
	if (diag->hint) {
		g_string_append_printf(out, "  %shint:%s ", bold, off);
		/* A hint may show an expression with a caret below it: its lines stay lines. */
		g_auto(GStrv) lines = g_strsplit(diag->hint, "\n", -1);
		for (char **line = lines; *line; line++) {
			if (line > lines)
				g_string_append(out, "        ");
			append_clean(out, *line);
			g_string_append_c(out, '\n');
		}
	}
	return g_string_free(out, FALSE);
}
