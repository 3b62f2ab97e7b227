/* Ways into a PDF: outline, named destinations, page labels, attached files. Each adds its entry to the catalog. */
#pragma once

#include "paint/pdf_tags.h"

/* Headings as an outline, the first level open. */
void zn_pdf_outline_put(const ZnPdfTags *tags, GString *catalog);
/* "A-1", "A-2" ... where there is a prefix. */
void zn_pdf_page_labels_put(ZnPdfFile *file, const char *prefix, GString *catalog);
/* Names of destinations and of attachments (NULL-safe: none of both adds nothing). */
void zn_pdf_names_put(const ZnPdfTags *tags, const GPtrArray *attachments, double now, GString *catalog);
