/* The parts of checking a raw specification. Private to spec/. */
#pragma once

#include "base/context.h"

/* Whether the spec is what Vega-Lite's schema describes. Of several forms that a value could have had, the one with the fewest problems counts as
 * meant, and its problems are reported. */
void zn_check_schema(ZnContext *context, const char *file, ZnValue spec);
