/* What the files of the normaliser share. Private to spec/.
 *
 * Values are never changed once they are in a spec: each step copies the objects it alters (shallow) and shares the rest. An undefined result
 * means that a problem has been reported and the view is left out. */
#pragma once

#include "spec/normalize.h"
#include "spec/parse.h"

/* Where a view stands in the user's file: a list from the leaf to the root, written out only when somebody asks. */
typedef struct ZnSpot {
	const struct ZnSpot *up;
	const char *key; /* NULL = the member number `index` of an array */
	size_t index;
} ZnSpot;

/* The fields that {"repeat": "row"} and its like stand for; undefined where nothing is repeated. */
typedef struct ZnRepeater {
	ZnValue row, column, repeat, layer;
} ZnRepeater;

typedef struct ZnNormalizer {
	ZnContext *context;
	ZnArena *arena;
	const char *file;
	ZnValue config;      /* merged */
	size_t n_views;      /* made so far: nested repeats multiply */
	ZnArray *selections; /* selection parameters of composed views, to be handed down to units */
} ZnNormalizer;

/* What a view inherits from the views around it. */
typedef struct ZnScope {
	const ZnSpot *spot;           /* NULL = the root */
	const ZnRepeater *repeater;   /* NULL = outside any repeat */
	const char *prefix;           /* of names inside a repeat, or NULL */
	ZnValue encoding, projection; /* shared by a layer */
	bool overlaid;                /* inside an overlay: the config asks for no further one */
} ZnScope;

/* --- making objects: undefined members are left out --- */
ZnValue zn_build_members(ZnArena *arena, const ZnMember *members, size_t n);
#define zn_build(arena, ...)                                                                                                               \
	zn_build_members((arena), (const ZnMember[]){__VA_ARGS__}, sizeof((const ZnMember[]){__VA_ARGS__}) / sizeof(ZnMember))
/* {...base, ...over}: a new object; what is no object counts as empty. */
ZnValue zn_spread(ZnArena *arena, ZnValue base, ZnValue over);
ZnValue zn_with(ZnArena *arena, ZnValue base, const char *key, ZnValue value); /* {...base, key: value} */
ZnValue zn_without(ZnArena *arena, ZnValue base, const char *const *keys);     /* base less the keys; `keys` ends with NULL */
#define ZN_KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})
void zn_array_append(ZnArena *arena, ZnArray *array, ZnValue items); /* the items of an array value */

/* --- channel definitions as JSON --- */
bool zn_json_is_field_def(ZnValue def);
bool zn_json_is_field_or_datum_def(ZnValue def);
bool zn_json_has_field(ZnValue def);                     /* the definition, one of an array, or its condition refers to a field */
ZnValue zn_json_conditional(ZnValue def);                /* the condition that is a field or datum definition, or undefined */
const char *zn_json_mark_type(ZnValue spec);             /* of a unit; "" when there is none */
ZnValue zn_json_mark_def(ZnNormalizer *n, ZnValue spec); /* the mark as an object */

/* --- the steps --- */
ZnValue zn_normalize_view(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_normalize_layer_or_unit(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_normalize_repeat(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
/* Puts fields in the place of {"repeat": ...} in an encoding or facet mapping; in a single definition. */
ZnValue zn_normalize_repeat_refs(ZnNormalizer *n, const ZnScope *scope, ZnValue mapping);
ZnValue zn_normalize_repeat_ref(ZnNormalizer *n, const ZnScope *scope, ZnValue def);
/* Overlays and marks that stand for others. `applies` says whether run would do anything. */
bool zn_overlay_applies(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_overlay_run(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
bool zn_ranged_line_applies(ZnValue spec);
ZnValue zn_ranged_line_run(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_composite_boxplot(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_composite_errorbar(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
ZnValue zn_composite_errorband(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);

/* Old specs: "selection" of units becomes "params", references to it become predicates. */
ZnValue zn_normalize_old_selections(ZnNormalizer *n, ZnValue spec);
/* Selection parameters of composed views move into the units that "views" names, or all. */
ZnValue zn_normalize_hand_down_selections(ZnNormalizer *n, ZnValue spec);
bool zn_is_selection_param(ZnValue param);

/* --- encodings (normalize_encoding.c) --- */
/* A channel definition typed by the parser, without reporting anything: for names of columns, types, titles. Channels that only error bars know
 * count as `key`. */
const ZnChannelDef *zn_normalize_typed(ZnNormalizer *n, const char *channel, ZnValue def);
/* Types filled in, units of time and bins spelled out, sort shorthands expanded. */
ZnValue zn_normalize_encoding(ZnNormalizer *n, ZnValue encoding);
/* Bins, time units and aggregates inside an encoding as transforms of their own, and the encoding that refers to their results. */
typedef struct ZnExtracted {
	ZnArray *bins, *time_units, *aggregate, *groupby;
	ZnValue encoding;
} ZnExtracted;
ZnExtracted zn_normalize_extract(ZnNormalizer *n, ZnValue encoding);
const char *zn_var_name(ZnArena *arena, const char *text); /* letters, digits and _ only, as Vega-Lite names things */

/* --- problems and places --- */
const char *zn_spot_pointer(ZnArena *arena, const ZnSpot *spot);
/* Where a view was in the user's file: its ZN_POINTER_KEY, else its spot. */
const char *zn_normalize_pointer(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
void zn_normalize_error(ZnNormalizer *n, const char *pointer, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);
void zn_normalize_warning(ZnNormalizer *n, const char *pointer, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);
