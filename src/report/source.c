#include "report/source.h"

#include <string.h>

#define FIRST_HOLE 0xF0000
#define LAST_HOLE 0xFFFFD

/* The text of a note and the hole that marks it. */
typedef struct Slice {
	const char *start, *end;
	ZnPlace place;
	gunichar mark;
} Slice;

/* What surrounds a hole, by its kind. */
static const struct {
	const char *before, *after;
} wraps[] = {
    [ZN_HOLE_SPAN] = {"(", ")"},
    [ZN_HOLE_NOTE] = {"[^", "]"},
    [ZN_HOLE_FENCE] = {"<!--", "-->"},
    [ZN_HOLE_PAGE_BREAK] = {"<!--", "-->"},
    [ZN_HOLE_LITERAL] = {NULL, NULL},
};

typedef struct Scanner {
	ZnContext *context;
	ZnSource *source;
	ZnPlace place; /* of `p` */
	const char *p, *start, *end;
	GString *out;
	bool full;
	bool in_note;       /* scanning the text of ^[...] */
	int first_line;     /* of the text */
	struct Slice *notes; /* texts of ^[...] */
	size_t n_notes, cap_notes;
} Scanner;

static void go_to(Scanner *s, const char *to)
{
	for (; s->p < to; s->p = g_utf8_next_char(s->p)) {
		if (*s->p == '\n') {
			s->place.line++;
			s->place.column = 1;
		} else {
			s->place.column++;
		}
	}
}

static void copy_to(Scanner *s, const char *to)
{
	g_string_append_len(s->out, s->p, to - s->p);
	go_to(s, to);
}

static void punch(Scanner *s, ZnHoleKind kind, size_t inset, const char *to)
{
	ZnSource *source = s->source;
	if (source->n_holes > LAST_HOLE - FIRST_HOLE) {
		if (!s->full)
			zn_error(s->context->diags, s->place, NULL, "more than %d expressions and attributes in one report",
			         LAST_HOLE - FIRST_HOLE + 1);
		s->full = true;
		copy_to(s, to);
		return;
	}
	ZnHole hole = {.kind = kind, .place = s->place};
	hole.written = zn_arena_strndup(s->context->arena, s->p, (size_t)(to - s->p));
	hole.text = zn_arena_strndup(s->context->arena, s->p + inset, (size_t)(to - s->p) - 2 * inset);
	hole.place.column += (int)inset;
	g_string_append(s->out, wraps[kind].before ? wraps[kind].before : "");
	g_string_append_unichar(s->out, FIRST_HOLE + (gunichar)source->n_holes);
	g_string_append(s->out, wraps[kind].after ? wraps[kind].after : "");
	zn_push(s->context->arena, source->holes, source->n_holes, source->cap_holes, hole);
	go_to(s, to);
}

/* The end of a text in quotes that begins at p, or NULL when it does not end. */
static const char *skip_quoted(const char *p, const char *end)
{
	char quote = *p++;
	while (p < end && *p != quote)
		p += *p == '\\' && p + 1 < end ? 2 : 1;
	return p < end ? p + 1 : NULL;
}

/* The braces that end an expression: those outside of its texts and object literals; not beyond the paragraph. */
static const char *find_close(const char *p, const char *end)
{
	int depth = 0;
	while (p < end) {
		if (*p == '"' || *p == '\'') {
			p = skip_quoted(p, end);
			if (!p)
				return NULL;
			continue;
		}
		if (p + 1 < end && *p == '\n' && p[1] == '\n')
			return NULL;
		if (*p == '{')
			depth++;
		else if (*p == '}' && depth > 0)
			depth--;
		else if (p + 1 < end && p[0] == '}' && p[1] == '}')
			return p + 2;
		p++;
	}
	return NULL;
}

static void take_expression(Scanner *s)
{
	const char *close = find_close(s->p + 2, s->end);
	if (close) {
		/* Expressions over several lines leave their line ends behind. */
		const char *from = s->p;
		punch(s, ZN_HOLE_EXPRESSION, 2, close);
		for (const char *p = from; p < close; p++)
			if (*p == '\n')
				g_string_append_c(s->out, '\n');
		return;
	}
	punch(s, ZN_HOLE_UNCLOSED, 0, s->p + 2);
}

/* Where attributes that begin at p end, behind the brace; NULL when these are none. */
static const char *attributes_end(const Scanner *s, const char *p)
{
	const char *q = p + 1;
	if (q >= s->end || !(g_ascii_isalpha(*q) || strchr("#.-", *q)))
		return NULL;
	while (q < s->end && *q != '}' && *q != '\n' && *q != '{') {
		if (*q == '"' || *q == '\'') {
			q = skip_quoted(q, s->end);
			if (!q)
				return NULL;
			continue;
		}
		q++;
	}
	return q < s->end && *q == '}' ? q + 1 : NULL;
}

static bool line_ends(const Scanner *s, const char *p)
{
	while (p < s->end && (*p == ' ' || *p == '\t' || *p == '\r'))
		p++;
	return p >= s->end || *p == '\n' || *p == '|'; /* | ends a cell */
}

static bool take_attributes(Scanner *s)
{
	char before = s->p > s->start ? s->p[-1] : '\n';
	const char *end = strchr(")] \t", before) ? attributes_end(s, s->p) : NULL;
	if (!end || (strchr(" \t", before) && !line_ends(s, end)))
		return false;
	punch(s, before == ']' ? ZN_HOLE_SPAN : ZN_HOLE_ATTRIBUTES, 1, end);
	return true;
}

/* --- what stands on a line of its own --- */

/* Only spaces, and marks of quotes, before it on the line. */
static bool line_begins(const Scanner *s)
{
	const char *p = s->p;
	while (p > s->start && (p[-1] == ' ' || p[-1] == '>'))
		p--;
	return p == s->start || p[-1] == '\n';
}

static const char *line_end(const Scanner *s, const char *p)
{
	const char *newline = memchr(p, '\n', (size_t)(s->end - p));
	return newline ? newline : s->end;
}

static bool take_line(Scanner *s)
{
	static const char page_break[] = "\\newpage";
	size_t left = (size_t)(s->end - s->p);
	if (s->in_note || (*s->p != ':' && *s->p != '\\') || !line_begins(s))
		return false;
	const char *end = line_end(s, s->p), *text = s->p;
	if (left >= strlen(page_break) && !memcmp(s->p, page_break, strlen(page_break)) && line_ends(s, s->p + strlen(page_break))) {
		punch(s, ZN_HOLE_PAGE_BREAK, 0, s->p + strlen(page_break));
		return true;
	}
	while (text < end && *text == ':')
		text++;
	if (text - s->p < 3)
		return false;
	for (const char *p = text; p < end; p++) /* no definition, no text that begins so */
		if (*p == ':')
			return false;
	size_t colons = (size_t)(text - s->p), holes = s->source->n_holes;
	punch(s, ZN_HOLE_FENCE, 0, end);
	if (s->source->n_holes > holes) {
		ZnHole *hole = &s->source->holes[holes];
		hole->text = g_strstrip(zn_arena_strdup(s->context->arena, hole->written + colons));
		hole->place.column += (int)colons;
	}
	return true;
}

/* --- notes in the text: ^[...] --- */

/* The bracket that closes the one at p, behind it; NULL = there is none in the paragraph. */
static const char *close_bracket(const Scanner *s, const char *p)
{
	int depth = 0;
	for (; p < s->end; p++) {
		if (*p == '\\' && p + 1 < s->end)
			p++;
		else if (*p == '\n' && p + 1 < s->end && p[1] == '\n')
			return NULL;
		else if (*p == '[')
			depth++;
		else if (*p == ']' && --depth == 0)
			return p + 1;
	}
	return NULL;
}

static bool take_note(Scanner *s)
{
	const char *end = s->in_note ? NULL : close_bracket(s, s->p + 1);
	if (!end || end - s->p < 4 || s->source->n_holes > LAST_HOLE - FIRST_HOLE)
		return false;
	Slice slice = {s->p + 2, end - 1, s->place, FIRST_HOLE + (gunichar)s->source->n_holes};
	slice.place.column += 2;
	zn_push(s->context->arena, s->notes, s->n_notes, s->cap_notes, slice);
	const char *from = s->p;
	punch(s, ZN_HOLE_NOTE, 0, end);
	for (const char *p = from; p < end; p++)
		if (*p == '\n')
			g_string_append_c(s->out, '\n');
	return true;
}

static void scan(Scanner *s);

/* Definitions behind the text, each on one line. */
static void define_notes(Scanner *s)
{
	ZnSource *source = s->source;
	if (!s->n_notes)
		return;
	source->first_added = s->place.line - s->first_line + (s->p > s->start && s->p[-1] == '\n' ? 0 : 1) + 1;
	if (s->p > s->start && s->p[-1] != '\n')
		g_string_append_c(s->out, '\n');
	for (size_t i = 0; i < s->n_notes; i++) {
		const Slice *slice = &s->notes[i];
		int line = slice->place.line - s->first_line + 1;
		zn_push(s->context->arena, source->note_lines, source->n_notes, source->cap_notes, line);
		g_string_append(s->out, "\n[^");
		g_string_append_unichar(s->out, slice->mark);
		g_string_append(s->out, "]: ");
		size_t from = s->out->len;
		Scanner inner = *s;
		inner.p = inner.start = slice->start;
		inner.end = slice->end;
		inner.place = slice->place;
		inner.in_note = true;
		scan(&inner);
		s->full = inner.full;
		for (size_t k = from; k < s->out->len; k++)
			if (s->out->str[k] == '\n')
				s->out->str[k] = ' ';
		g_string_append_c(s->out, '\n');
	}
}

/* --- all --- */

static void scan(Scanner *s)
{
	while (s->p < s->end) {
		gunichar c = g_utf8_get_char(s->p);
		bool more = s->p + 1 < s->end;
		if (take_line(s))
			continue;
		if (c == '\\' && more && s->p[1] != '\n')
			copy_to(s, g_utf8_next_char(s->p + 1));
		else if (c == '{' && more && s->p[1] == '{')
			take_expression(s);
		else if (c >= FIRST_HOLE && c <= LAST_HOLE)
			punch(s, ZN_HOLE_LITERAL, 0, g_utf8_next_char(s->p));
		else if (!(c == '{' && take_attributes(s)) && !(c == '^' && more && s->p[1] == '[' && take_note(s)))
			copy_to(s, g_utf8_next_char(s->p));
	}
}

ZnSource *zn_source_new(ZnContext *context, ZnPlace place, const char *text, size_t len)
{
	g_autoptr(GString) out = g_string_sized_new(len + 1);
	ZnSource *source = zn_new(context->arena, ZnSource);
	Scanner s = {.context = context, .source = source, .place = place, .p = text, .start = text, .end = text + len, .out = out};
	s.first_line = place.line;
	scan(&s);
	define_notes(&s);
	source->text = zn_arena_strndup(context->arena, out->str, out->len);
	source->len = out->len;
	return source;
}

const ZnHole *zn_source_hole(const ZnSource *source, gunichar c)
{
	return c >= FIRST_HOLE && c - FIRST_HOLE < source->n_holes ? &source->holes[c - FIRST_HOLE] : NULL;
}

const char *zn_source_restore(const ZnSource *source, ZnArena *arena, const char *text)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const char *p = text;
	while (*p) {
		const ZnHole *hole = zn_source_hole(source, g_utf8_get_char(p));
		const char *next = g_utf8_next_char(p);
		if (!hole) {
			g_string_append_len(out, p, next - p);
		} else {
			const char *before = wraps[hole->kind].before ? wraps[hole->kind].before : "", *after = wraps[hole->kind].after;
			if (*before && g_str_has_suffix(out->str, before) && g_str_has_prefix(next, after)) {
				g_string_truncate(out, out->len - strlen(before));
				next += strlen(after);
			}
			g_string_append(out, hole->written);
			/* The line ends of an expression were kept behind its hole. */
			for (const char *q = hole->written; *q; q++)
				next += *q == '\n' && *next == '\n';
		}
		p = next;
	}
	return zn_arena_strndup(arena, out->str, out->len);
}
