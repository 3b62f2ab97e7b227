/* The world a piece of work sees (as Typst's World): files inside one folder, fonts, language, catalogue, date, the list of
 * problems. Nothing else is read and there are no globals: many contexts may live in one process, one a worker. */
#pragma once

#include "base/diag.h"
#include "base/value.h"

struct ZnFonts;   /* text/fonts.h */
struct ZnLocale;  /* format/locale.h */
struct ZnCatalog; /* format/catalog.h */

/* A file that the work has read: what its output depends on. */
typedef struct ZnInput {
	const char *path;   /* relative to the base folder, or as given on the command line */
	const char *bytes;  /* in the context's arena; NULL = looked for and missing */
	size_t len;
	const char *sha256; /* of the bytes, once somebody asked: zn_input_sha256 */
} ZnInput;

typedef struct ZnContext {
	ZnArena *arena; /* what the work makes; freed with the context */
	ZnDiags *diags;
	const char *base_dir; /* data urls are relative to it and nothing outside it is read */
	const char *lang;     /* "en", "ru", "zh": the language of the output */
	struct ZnFonts *fonts;           /* shared by contexts of one thread; not owned */
	const struct ZnLocale *locale;   /* of lang */
	const struct ZnCatalog *catalog; /* translations; NULL = none */
	double now;                      /* ms since the epoch, from SOURCE_DATE_EPOCH or 0: never the clock */
	ZnObject *named_data;            /* --data name=file: name -> path; NULL = none */
	ZnInput *inputs;
	size_t n_inputs, cap_inputs;
	ZnObject *cache; /* path -> opaque parsed data, so that a file is read once a context */
	ZnObject *untranslated; /* words that the catalogue lacks, when somebody asks: a set; NULL = nobody does */
	void *text_cache; /* text/: lines shaped so far */
	ZnPlace text_place; /* where the text that is being set was written, for what text/ has to say of it; file NULL = not known */
	const ZnValue *text_json; /* the JSON of that file, where it is one: the text is looked for in it; NULL = none */
} ZnContext;

/* A context with an arena and a diagnostics list of its own; everything else zero, lang "en", base_dir ".". */
ZnContext *zn_context_new(void);
void zn_context_free(ZnContext *context);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZnContext, zn_context_free)

/* Reads a file inside the base folder and notes it as an input. `place` is where the spec names it. Contents live in the
 * arena with a NUL behind. Reports and returns false when that fails. */
bool zn_context_read(ZnContext *context, ZnPlace place, const char *relative, char **contents, size_t *len);

/* Notes a file as an input without reading it again. The bytes must live, unchanged, as long as the context; NULL = there was no such file. */
void zn_context_note_input(ZnContext *context, const char *path, const void *bytes, size_t len);

/* The SHA-256 of the i-th input as 64 hex digits, in the arena; NULL when the file was missing. Made when asked for: a chart that is only laid out needs none. */
const char *zn_input_sha256(ZnContext *context, size_t i);
