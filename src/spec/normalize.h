/* Specification rewriting before typing, JSON to JSON (Vega-Lite's normalize): what is shorthand becomes what it stands for. */
#pragma once

#include "base/context.h"

/* Views that normalising moves or makes say under this key where they come from: a JSON pointer into the user's file. A view without it is
 * where it was. */
#define ZN_POINTER_KEY "zn:pointer"

/* Expands repeat, row/column/facet encodings of a unit, line and area overlays (mark "point": true, "line": true), composite marks (boxplot,
 * errorbar, errorband), rule-to-range fixes, shared encodings of layers; hands selection parameters down to the units they apply to and gathers
 * variable parameters (also config.params) at the top. `config` = the merged config. Problems are reported at `file` + pointer. Objects that change
 * are copied; the input is not touched. */
ZnValue zn_spec_normalize(ZnContext *context, const char *file, ZnValue spec, ZnValue config);

/* Checks a raw spec against the properties, enumerations and value types of Vega-Lite's schema: unknown properties warn with "did you mean", wrong
 * types and unknown enum values are errors with the JSON pointer, features that zhinu does not support yet are errors too. */
void zn_spec_check(ZnContext *context, const char *file, ZnValue spec);
