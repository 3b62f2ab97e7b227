/* Which code runs: changes whenever the program, libzhinu or a library that draws is built anew, so that a build by other code is noticed. */
#pragma once

#include "base/arena.h"

/* 64 hex digits, from the linkers' build ids (the NT_GNU_BUILD_ID notes that are in memory already) of our own code and of the libraries that
 * decide what a page looks like; a file without one is hashed. In the arena. */
const char *zn_program_identity(ZnArena *arena);
