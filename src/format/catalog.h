/* Message catalogues: .po files read with libgettextpo. msgctxt may narrow a string ("field value", "axis title"); a lookup tries the context,
 * then none. */
#pragma once

#include "base/context.h"

typedef struct ZnCatalog ZnCatalog;

/* Parses a .po file's contents; problems are reported with file and line; NULL when unreadable. Fuzzy entries do not count. */
ZnCatalog *zn_catalog_parse(ZnArena *arena, ZnDiags *diags, const char *file, const char *text, size_t len);
/* The translation, or NULL when there is none. catalog may be NULL. context may be NULL. */
const char *zn_catalog_lookup(const ZnCatalog *catalog, const char *context, const char *msgid);
/* The translation or the text itself. */
const char *zn_catalog_text(const ZnCatalog *catalog, const char *msgid);
/* For checks: every entry in file order. */
typedef struct ZnCatalogEntry { const char *context, *msgid, *msgstr; int line; bool fuzzy; } ZnCatalogEntry;
size_t zn_catalog_len(const ZnCatalog *catalog);
const ZnCatalogEntry *zn_catalog_at(const ZnCatalog *catalog, size_t i);
