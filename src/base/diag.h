/* Diagnostics, as a compiler gives them: severity, place, what is wrong, what was expected, a hint.
 *
 * All problems of the user's input end in one list, in order of discovery; a room reports and goes on where it can,
 * so that a file's problems come all at once. Nothing is dropped in silence. Same problem, same place: listed once.
 * Past 1000 the list ends with a note that says so; the counts go on. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef enum { ZN_NOTE, ZN_WARNING, ZN_ERROR } ZnSeverity;

/* Where: a file, with a line and column (both from 1, column in characters; 0 = not known) or a JSON pointer. */
typedef struct ZnPlace {
	const char *file;    /* as the user knows it; NULL = not known */
	int line, column;
	const char *pointer; /* RFC 6901, e.g. "/encoding/x/type"; NULL = none */
} ZnPlace;

typedef struct ZnDiag {
	ZnSeverity severity;
	ZnPlace place;
	const char *message; /* one sentence, no full stop, no line end */
	const char *hint;    /* what to do, or NULL */
} ZnDiag;

typedef struct ZnDiags ZnDiags;

ZnDiags *zn_diags_new(void);
void zn_diags_free(ZnDiags *diags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZnDiags, zn_diags_free)

/* Reports; all strings are copied. `hint` may be NULL. */
void zn_error(ZnDiags *diags, ZnPlace place, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);
void zn_warning(ZnDiags *diags, ZnPlace place, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);
void zn_diag(ZnDiags *diags, ZnSeverity severity, ZnPlace place, const char *hint, const char *format, ...) G_GNUC_PRINTF(5, 6);

size_t zn_diags_count(const ZnDiags *diags, ZnSeverity severity); /* of exactly this severity */
bool zn_diags_failed(const ZnDiags *diags);                       /* any error */
size_t zn_diags_len(const ZnDiags *diags);
const ZnDiag *zn_diags_at(const ZnDiags *diags, size_t i);
void zn_diags_clear(ZnDiags *diags);

/* One diagnostic as text, "file:3:7: error: message\n  hint: ...\n", the place of a pointer as "file#/encoding/x"; control
 * characters are spelled out. With `color`, ANSI colours. Free with g_free. */
char *zn_diag_format(const ZnDiag *diag, bool color);

static inline ZnPlace zn_place(const char *file, int line, int column) { return (ZnPlace){.file = file, .line = line, .column = column}; }
static inline ZnPlace zn_pointer(const char *file, const char *pointer) { return (ZnPlace){.file = file, .pointer = pointer}; }

/* "did you mean “bar”?" for the candidate nearest to `word` (Damerau-Levenshtein distance of at most a third of its
 * length, case ignored), else NULL. `candidates` ends with NULL. The text lives in the arena. */
const char *zn_did_you_mean(ZnArena *arena, const char *word, const char *const *candidates);
