/* The parts of checking a raw specification. Private to spec/. */
#pragma once

#include "base/context.h"
#include "spec/schema_table.h"

/* Whether the spec is what Vega-Lite's schema describes. Of several forms that a value could have had, the one with the fewest problems counts as
 * meant, and its problems are reported. */
void zn_check_schema(ZnContext *context, const char *file, ZnValue spec);

/* --- words for messages (check_words.c) --- */
/* The last key of a pointer; "an item of “layer”"; "the specification". */
const char *zn_check_key(ZnArena *arena, const char *pointer);
/* How an object is called that stands at the pointer: "an encoding", "the channel “x”". */
const char *zn_check_holder(ZnArena *arena, const char *pointer);
/* How a value is called: "a number"; a string as it is when `spelled`. */
const char *zn_check_described(ZnArena *arena, ZnValue value, bool spelled);
/* What may stand where the type does, with `words` for its words: "“container”, a number or an object". */
const char *zn_check_expected(ZnArena *arena, const ZnSchemaType *type, const GPtrArray *words);
void zn_check_list(GString *text, const char *what, bool quoted, bool last); /* adds to "a, b or c" */
void zn_check_add_once(GPtrArray *names, const char *name);                  /* different names, in order of arrival */
void zn_check_add_words(GPtrArray *words, const ZnSchemaType *type);
