/* zhinu verify: whether an output is current with its project, by the provenance inside it. */
#pragma once

#include "project/render.h"

typedef struct ZnVerification {
	const char *provenance; /* as it stands in the file; NULL = there is none, or the file cannot be read: that is in the diagnostics */
	const char *base;       /* the folder it was compared with */
	const char **reasons;   /* "china_rd.csv changed": why it is not current; none: it is */
	size_t n_reasons, cap_reasons;
} ZnVerification;

/* Compares inputs, fonts, program and options; the options with what the project says that makes the file, and with those that `wanted` has.
 * Its base = folder of the data; NULL = the one that the manifest beside the file names, else the nearest project's at or above the file, else
 * the nearest folder from the file's own upwards that has one of the inputs. The context's own base_dir is not used. Everything is in the
 * context's arena. */
ZnVerification zn_verify_file(ZnContext *context, const char *path, const ZnRender *wanted);
