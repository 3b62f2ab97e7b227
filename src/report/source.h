/* The Markdown source, made safe for a Markdown parser: expressions and attributes are taken out first, so that their `*`, `_`, `|` and
 * `[` mean nothing to it, and a character of a private plane (a hole) stands in for each. Line ends stay, so that lines keep their
 * numbers. What turns out to stand in code is put back as it was written. */
#pragma once

#include "base/context.h"

typedef enum {
	ZN_HOLE_EXPRESSION, /* {{ ... }}: text = what is inside */
	ZN_HOLE_UNCLOSED,   /* {{ without its }}: an error, unless it stands in code */
	ZN_HOLE_ATTRIBUTES, /* {...} behind an image, or at the end of a line */
	ZN_HOLE_SPAN,       /* [text]{...}, which became [text](hole) */
	ZN_HOLE_NOTE,       /* ^[text], which became [^hole] */
	ZN_HOLE_FENCE,      /* ::: {...} or ::: name or :::, which became <!--hole-->; text = what is behind the colons */
	ZN_HOLE_PAGE_BREAK, /* a line "\newpage", which became <!--hole--> */
	ZN_HOLE_LITERAL,    /* the character itself stood in the source */
} ZnHoleKind;

typedef struct ZnHole {
	ZnHoleKind kind;
	const char *text;    /* without the braces */
	const char *written; /* with them */
	ZnPlace place;       /* of the first character of `text` */
} ZnHole;

typedef struct ZnSource {
	const char *text; /* with holes */
	size_t len;
	ZnHole *holes;
	size_t n_holes, cap_holes;
	int first_added; /* lines from here on, counted from 1, were added: definitions of the notes, two lines each; 0 = none */
	int *note_lines;  /* of these notes, counted from 1 in the text as it was */
	size_t n_notes, cap_notes;
} ZnSource;

/* `place` = where `text` begins. */
ZnSource *zn_source_new(ZnContext *context, ZnPlace place, const char *text, size_t len);
/* The hole that a character stands for, or NULL. */
const ZnHole *zn_source_hole(const ZnSource *source, gunichar c);
/* Text of code: with everything as it was written. */
const char *zn_source_restore(const ZnSource *source, ZnArena *arena, const char *text);
