/* Reading inputs and writing outputs. */
#pragma once

#include "base/diag.h"

/* Reads a whole file (at most ZN_LIMIT_FILE_BYTES). `name` is how the diagnostics call it. The contents live in the arena
 * and have a NUL behind them. Reports and returns false when it cannot be read. "-" reads standard input. */
bool zn_file_read(ZnArena *arena, ZnDiags *diags, const char *path, const char *name, char **contents, size_t *len);

/* The real path of `relative` inside `base`, whether or not the file is there; reports and returns NULL when it is absolute, leaves the folder (.. or a link),
 * or is a URL with a scheme. */
const char *zn_file_resolve(ZnArena *arena, ZnDiags *diags, ZnPlace place, const char *base, const char *relative);

/* Writes beside `path` and renames, so that the old file stays whole until the new one is. Folders are made; a link
 * stays, its target is replaced; a pipe or device is written to. "-" writes to standard output. Reports and returns
 * false, with nothing left behind. */
bool zn_file_write(ZnDiags *diags, const char *path, const void *bytes, size_t len);

/* SHA-256 as 64 hex digits in the arena. */
const char *zn_sha256(ZnArena *arena, const void *bytes, size_t len);
