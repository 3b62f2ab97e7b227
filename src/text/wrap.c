#include "text/internal.h"

#include <string.h>

/* A piece between two chances to break. */
typedef struct Piece {
	size_t start, end; /* bytes; the end without spaces */
	double from, to;   /* px from the text's start */
	uint8_t kind;      /* of the break before it */
	bool in_word;      /* the break before it is inside a Chinese word */
} Piece;

typedef struct Wrap {
	Piece *pieces;
	size_t n;
	bool desperate; /* break where it hurts, too */
} Wrap;

static bool may_break(const Wrap *wrap, size_t i)
{
	const Piece *piece = &wrap->pieces[i];
	return piece->kind == ZN_BREAK_FORCED || wrap->desperate || (piece->kind == ZN_BREAK_YES && !piece->in_word);
}

/* First-fit lines of at most `width`; starts (when not NULL) gets the first piece of each. *widest = the widest line. */
static size_t fill_lines(const Wrap *wrap, double width, size_t *starts, double *widest)
{
	size_t lines = 0;
	*widest = 0;
	for (size_t i = 0; i < wrap->n;) {
		size_t next = i + 1, fits = 0;
		for (; next < wrap->n && wrap->pieces[next].kind != ZN_BREAK_FORCED; next++) {
			if (may_break(wrap, next))
				fits = next;
			if (wrap->pieces[next].to - wrap->pieces[i].from > width && fits)
				break;
		}
		if (next == wrap->n || wrap->pieces[next].kind == ZN_BREAK_FORCED) {
			bool too_long = fits && wrap->pieces[next - 1].to - wrap->pieces[i].from > width;
			next = too_long ? fits : next;
		} else {
			next = fits;
		}
		if (starts)
			starts[lines] = i;
		*widest = MAX(*widest, wrap->pieces[next - 1].to - wrap->pieces[i].from);
		lines++;
		i = next;
	}
	return lines;
}

/* px from the text's start to each byte where a cluster begins. */
static double *byte_positions(ZnContext *context, const ZnFont *font, const char *text, size_t len)
{
	double *positions = g_new0(double, len + 1);
	const ZnShapeBuffer *buffer = zn_text_clusters(context, font, NULL, text, len);
	double pen = 0;
	for (guint i = 0; i < buffer->clusters->len; i++) {
		const ZnCluster *cluster = &g_array_index(buffer->clusters, ZnCluster, i);
		for (uint32_t b = 0; b < cluster->len; b++)
			positions[cluster->at + b] = pen;
		pen += cluster->advance + cluster->gap;
	}
	positions[len] = pen;
	return positions;
}

static void mark_words(const ZnChar *chars, size_t n, bool *starts)
{
	bool han = false;
	for (size_t i = 0; i < n; i++) {
		starts[i] = true;
		han = han || (chars[i].han && g_unichar_isalpha(chars[i].c));
	}
	if (han)
		zn_words_find(chars, n, starts);
}

static Wrap cut_pieces(ZnContext *context, const ZnFont *font, const char *text, size_t len)
{
	size_t n;
	g_autofree ZnChar *chars = zn_text_chars(text, len, context->lang, &n);
	g_autofree ZnBreak *breaks = g_new(ZnBreak, n + 1);
	g_autofree bool *starts = g_new(bool, n + 1);
	g_autofree double *positions = byte_positions(context, font, text, len);
	zn_breaks_find(text, len, chars, n, context->lang, breaks);
	mark_words(chars, n, starts);
	Wrap wrap = {zn_new_n(context->arena, Piece, n + 1), 0, false};
	for (size_t i = 0; i < n;) {
		size_t end = i + 1;
		while (end < n && (breaks[end].kind == ZN_BREAK_NO || breaks[end].kind == ZN_BREAK_HYPHEN))
			end++;
		size_t ink = end;
		while (ink > i && g_unichar_isspace(chars[ink - 1].c))
			ink--;
		bool in_word = i > 0 && !starts[i] && chars[i].han && chars[i - 1].han;
		wrap.pieces[wrap.n++] =
		    (Piece){chars[i].at, chars[ink].at, positions[chars[i].at], positions[chars[ink].at], breaks[i].kind, in_word};
		i = end;
	}
	return wrap;
}

char **zn_text_wrap(ZnContext *context, const ZnFont *font, const char *text, double width, size_t *n_lines)
{
	if (!text)
		text = "";
	size_t len = strlen(text);
	if (!strchr(text, '\n') && (!(width > 0) || zn_text_width(context, font, text) <= width)) {
		char **lines = zn_new_n(context->arena, char *, 1);
		lines[0] = zn_arena_strdup(context->arena, text);
		*n_lines = 1;
		return lines;
	}
	Wrap wrap = cut_pieces(context, font, text, len);
	double widest, most = width > 0 ? width : G_MAXDOUBLE;
	size_t count = fill_lines(&wrap, most, NULL, &widest);
	if (widest > most) {
		wrap.desperate = true;
		count = fill_lines(&wrap, most, NULL, &widest);
	}
	/* the narrowest measure that needs no further line makes the lines as even as they can be */
	double low = 0, high = MAX(most < G_MAXDOUBLE ? most : widest, widest);
	for (int i = 0; i < 30 && high - low > 0.1; i++) {
		double middle = (low + high) / 2, got;
		if (fill_lines(&wrap, middle, NULL, &got) > count || got > high)
			low = middle;
		else
			high = middle;
	}
	size_t *starts = zn_new_n(context->arena, size_t, wrap.n + 1);
	count = fill_lines(&wrap, high, starts, &widest);
	starts[count] = wrap.n;
	char **lines = zn_new_n(context->arena, char *, count);
	for (size_t i = 0; i < count; i++) {
		size_t from = wrap.pieces[starts[i]].start, to = wrap.pieces[starts[i + 1] - 1].end;
		lines[i] = zn_arena_strndup(context->arena, text + from, to - from);
	}
	*n_lines = count;
	return lines;
}
