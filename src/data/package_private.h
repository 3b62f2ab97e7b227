/* Between the files of the Data Package reader. */
#pragma once

#include "data/package.h"

/* A resource's table, as read through its schema. */
typedef struct ZnResourceState {
	bool tried;           /* read, with or without success */
	const ZnTable *table; /* NULL when it has problems */
	ZnValueSet *keys;     /* primary keys, in the order of the rows; each one an array when the key has several fields */
} ZnResourceState;

/* The cell's value by the schema; false when the text is not of the field's type. `missing` ends with NULL. */
bool zn_schema_parse(ZnArena *arena, const ZnSchemaField *field, const char *const *missing, ZnValue text, ZnValue *out);
/* How messages call a type: "a number". */
const char *zn_schema_type_noun(ZnFieldType type);
bool zn_schema_type_parse(const char *text, ZnFieldType *out);
extern const char *const zn_schema_type_names[]; /* NULL-ended */

/* The values of a key in one row as one value. */
ZnValue zn_key_value(ZnArena *arena, const ZnTable *table, const int *columns, size_t n, size_t row);
/* The indexes of named columns; NULL when one of them does not exist. */
int *zn_key_columns(ZnArena *arena, const ZnTable *table, const char *const *names, size_t *n);
