/* Frictionless Data Package (datapackage.json): what the columns of a project's tables are, and checks against it.
 *
 * Beyond the standard: `title` may be an object with a text per language (or stand in `titles`), so may `unit` (`units`) and
 * `group` (the heading that spans neighbouring columns); `format` is the d3 format that shows a field's values.
 * A table is read when it is asked for, once. */
#pragma once

#include "base/context.h"
#include "data/table.h"

typedef enum {
	ZN_FIELD_ANY,
	ZN_FIELD_STRING,
	ZN_FIELD_NUMBER,
	ZN_FIELD_INTEGER,
	ZN_FIELD_BOOLEAN,
	ZN_FIELD_YEAR,
	ZN_FIELD_DATE
} ZnFieldType;

/* One column. NULL or NaN = not given. */
typedef struct ZnSchemaField {
	const char *name;
	const char *pointer; /* where it stands in datapackage.json */
	ZnFieldType type;
	ZnValue raw;        /* the whole object: title, unit, ... by zn_package_text */
	const char *format; /* d3 format for display */
	bool required, unique;
	double minimum, maximum; /* dates in ms */
	GRegex *pattern;         /* the whole text must match */
	const ZnArray *allowed;  /* enum, as typed values */
} ZnSchemaField;

typedef struct ZnForeignKey {
	const char *const *fields; /* NULL-ended */
	const char *resource;      /* "" = the same table */
	const char *const *reference;
	const char *pointer;
} ZnForeignKey;

/* One table. */
typedef struct ZnResource {
	const char *name, *path; /* path relative to the context's base folder */
	const char *pointer;
	ZnValue raw; /* title, description, sources, licenses, ... */
	size_t n_fields;
	ZnSchemaField *fields;
	const char *const *primary_key;    /* NULL-ended; may be empty */
	const char *const *missing_values; /* NULL-ended */
	size_t n_foreign_keys;
	ZnForeignKey *foreign_keys;
	struct ZnResourceState *state; /* the table, once it is read */
} ZnResource;

typedef struct ZnPackage {
	ZnContext *context;
	const char *file; /* datapackage.json as the user knows it */
	ZnValue raw;
	size_t n_resources;
	ZnResource *resources;
} ZnPackage;

/* Reads `path` (relative to the base folder). Problems of the description are reported with JSON pointers; NULL when there are any. */
ZnPackage *zn_package_load(ZnContext *context, const char *path);

/* By name, or by path (as a report names a table). NULL = there is none; nothing is reported. */
ZnResource *zn_package_find(const ZnPackage *package, const char *name);
ZnResource *zn_package_find_path(const ZnPackage *package, const char *path);
const ZnSchemaField *zn_resource_field(const ZnResource *resource, const char *name);
const char *const *zn_package_names(const ZnPackage *package); /* of the resources, NULL-ended, for "did you mean" */

/* The table, its cells typed by the schema: string, number (integer and year too), bool, date, null for a missing value. Reads and
 * checks it the first time: all problems are reported with file, line and field, then it is NULL. */
const ZnTable *zn_resource_table(ZnPackage *package, ZnResource *resource);
/* The same by name; an unknown name is reported at `place`. */
const ZnTable *zn_package_table(ZnPackage *package, ZnPlace place, const char *name);

/* The row whose primary key is keys[0..n). False when there is none, or the key has another length. */
bool zn_resource_row(ZnPackage *package, ZnResource *resource, const ZnValue *keys, size_t n, size_t *row);

/* Reads and checks every table, and the foreign keys between them; false when anything is wrong. */
bool zn_package_check(ZnPackage *package);

/* A text of a field or resource in a language: member `key` when it is a string; its member `lang` when it is an object; the same of
 * `key` + "s" ("titles"); then English, then whatever there is; NULL when there is none. */
const char *zn_package_text(ZnValue object, const char *key, const char *lang);
/* The field's title in the language, else its name. */
const char *zn_schema_title(const ZnSchemaField *field, const char *lang);
