/* What cairo has no call for: entries of the document catalog. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Appends an incremental update (ISO 32000-1, 7.5.6) that gives the catalog a /Lang, marks a file with structure as
 * tagged and has readers show the title. Leaves the file as
 * it is, and returns false, when its catalog is not a plain object. `lang` may be NULL. */
bool zn_pdf_update_catalog(GByteArray *pdf, const char *lang, bool has_title);
