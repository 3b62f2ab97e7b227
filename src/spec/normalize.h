/* Specification rewriting before typing, JSON to JSON (Vega-Lite's normalize): what is shorthand becomes what it stands for. */
#pragma once

#include "base/context.h"

/* Expands repeat, row/column/facet encodings of a unit, line and area overlays (mark "point": true, "line": true), composite marks (boxplot,
 * errorbar, errorband), rule-to-range fixes, shared encodings of layers. `config` = the merged config. Problems are reported at `file` +
 * pointer. Objects that change are copied; the input is not touched. */
ZnValue zn_spec_normalize(ZnContext *context, const char *file, ZnValue spec, ZnValue config);

/* Checks a raw spec against the properties, enumerations and value types of Vega-Lite's schema: unknown properties warn with "did you mean", wrong
 * types and unknown enum values are errors with the JSON pointer, features that zhinu does not support yet are errors too. */
void zn_spec_check(ZnContext *context, const char *file, ZnValue spec);
