/* JSON text to values and back. */
#pragma once

#include "base/diag.h"
#include "base/value.h"

/* Parses `len` bytes of JSON (UTF-8; a byte order mark is skipped). Reports what is wrong with line and column under
 * the name `file` and returns false; on success *out lives in the arena. Refuses NUL characters, duplicate keys, nesting
 * deeper than ZN_LIMIT_DEPTH. */
bool zn_json_parse(ZnArena *arena, ZnDiags *diags, const char *file, const char *text, size_t len, ZnValue *out);

/* Appends compact JSON; numbers as JavaScript prints them, NaN, infinities and undefined as null, dates as strings. */
void zn_json_write(GString *out, ZnValue value);
void zn_json_write_string(GString *out, const char *text);

/* One more step of a JSON pointer, with ~ and / escaped. */
const char *zn_json_pointer(ZnArena *arena, const char *base, const char *key);
const char *zn_json_pointer_index(ZnArena *arena, const char *base, size_t index);
