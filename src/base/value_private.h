/* What the files of base/ share about values and other rooms need not know. */
#pragma once

#include "base/value.h"

/* Appends String(v), see zn_to_str. */
void zn_append_str(GString *out, ZnValue v);

/* Appends a date as Date.prototype.toISOString writes it; false, nothing appended, when it is invalid. */
bool zn_append_iso_date(GString *out, double ms);
