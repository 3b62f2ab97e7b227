/* JavaScript counts a text in UTF-16 units; ours are UTF-8. These count as it does. A position inside a surrogate pair means the whole
 * pair's start, so that no half character comes out. */
#pragma once

#include "base/value.h"

/* Units of a string value. */
size_t zn_utf16_len(ZnValue string);
/* The byte at which unit `i` begins; the text's end when i lies behind it. */
size_t zn_utf16_to_byte(ZnValue string, size_t i);
/* The unit that begins at a byte. */
size_t zn_utf16_from_byte(ZnValue string, size_t byte);
/* Units from..to, clamped; empty when to <= from. */
ZnValue zn_utf16_slice(ZnArena *arena, ZnValue string, size_t from, size_t to);
