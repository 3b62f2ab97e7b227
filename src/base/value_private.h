/* What the files of base/ share about values and other rooms need not know. */
#pragma once

#include "base/value.h"

/* Appends String(v), see zn_to_str. */
void zn_append_str(GString *out, ZnValue v);

/* Appends a date as Date.prototype.toISOString writes it; false, nothing appended, when it is invalid. */
bool zn_append_iso_date(GString *out, double ms);

/* An object of `n` members that are there already and become its own. `like`: an object with the very same keys in the same order, whose index then serves
 * both; else NULL. Returns NULL, and the later of two members with one key in *twice, when there are such. */
ZnObject *zn_object_of(ZnArena *arena, ZnMember *members, size_t n, ZnObject *like, size_t *twice);
