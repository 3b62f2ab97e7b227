/* Message catalogues: .po files (UTF-8) read with libgettextpo, which is loaded when the first catalogue is. msgctxt may narrow a string
 * ("field value", "axis title"); a lookup tries the context, then none. */
#pragma once

#include "base/context.h"

typedef struct ZnCatalog ZnCatalog;

/* Parses a .po file's contents, `file` being its name for people. Problems are reported with file and line; NULL after any error. Fuzzy,
 * untranslated and obsolete entries do not count in lookups. */
ZnCatalog *zn_catalog_parse(ZnArena *arena, ZnDiags *diags, const char *file, const char *text, size_t len);
/* The translation, or NULL when there is none. catalog may be NULL. context may be NULL. */
const char *zn_catalog_lookup(const ZnCatalog *catalog, const char *context, const char *msgid);
/* The translation or the text itself. */
const char *zn_catalog_text(const ZnCatalog *catalog, const char *msgid);
/* For checks: every entry in file order but the header and obsolete ones. */
typedef struct ZnCatalogEntry {
	const char *context, *msgid, *msgstr; /* context NULL = none; msgstr "" = not translated */
	int line;                             /* of its msgid */
	bool fuzzy;
} ZnCatalogEntry;
size_t zn_catalog_len(const ZnCatalog *catalog);
const ZnCatalogEntry *zn_catalog_at(const ZnCatalog *catalog, size_t i);
