/* What Vega-Lite's JSON schema allows, as tables of numbers (schema_table.c is made by tools/schema-table.py). Private to spec/.
 *
 * A type says which kinds of value may stand somewhere: kinds that are free, words, and, where arrays and objects are not free,
 * what they may hold: one of several types of items, one of several objects. Type 0 is the whole specification. */
#pragma once

#include <stdint.h>

enum { ZN_SCHEMA_NULL = 1, ZN_SCHEMA_BOOL = 2, ZN_SCHEMA_NUMBER = 4, ZN_SCHEMA_STRING = 8, ZN_SCHEMA_ARRAY = 16, ZN_SCHEMA_OBJECT = 32 };

/* Lists are a first element and a number of elements of zn_schema_pool. */
typedef struct ZnSchemaType {
	uint8_t free;                /* kinds without conditions */
	uint16_t words, n_words;     /* strings that may stand here, as names */
	uint16_t items, n_items;     /* types: an array of any one of them */
	uint16_t objects, n_objects; /* objects: any one of them */
} ZnSchemaType;

typedef struct ZnSchemaObject {
	uint16_t properties, n_properties; /* of zn_schema_properties, in the order of their names */
	uint16_t additional;               /* type of other properties, plus one; 0 = there are none */
	uint16_t required, n_required;     /* names */
} ZnSchemaObject;

typedef struct ZnSchemaProperty {
	uint16_t name, type;
} ZnSchemaProperty;

extern const char zn_schema_text[];      /* names, each ended by NUL, in bytewise order */
extern const uint16_t zn_schema_names[]; /* where each begins */
extern const ZnSchemaType zn_schema_types[];
extern const ZnSchemaObject zn_schema_objects[];
extern const ZnSchemaProperty zn_schema_properties[];
extern const uint16_t zn_schema_pool[];

static inline const char *zn_schema_name(uint16_t name)
{
	return zn_schema_text + zn_schema_names[name];
}
