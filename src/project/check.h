/* zhinu check: everything about a project that can be wrong, without writing anything. */
#pragma once

#include "project/project.h"

typedef struct ZnCheckResult {
	size_t charts, reports, tables; /* looked at */
	size_t untranslated;            /* words without a translation, over all languages */
} ZnCheckResult;

/* Data against the schema, specs, catalogues, references, fonts. All problems go to the context's diagnostics. */
void zn_project_check(ZnContext *context, ZnProject *project, struct ZnFonts *fonts, ZnCheckResult *result);
/* One spec or report alone. */
void zn_file_check(ZnContext *context, const ZnRender *render, struct ZnFonts *fonts, ZnCheckResult *result);
