/* The table of named colour schemes. Private to scale/. */
#pragma once

#include "scale/interpolate.h"

#include <glib.h>

typedef struct ZnScheme {
	const char *name; /* lower case */
	bool categorical; /* a list of colours to take one by one; else stops to interpolate between */
	const char *hex;  /* six digits a colour */
} ZnScheme;

extern const ZnScheme ZN_SCHEMES[]; /* sorted by name */
extern const size_t ZN_N_SCHEMES;

/* Finds a scheme, case ignored. "blues-9" asks for nine colours of "blues": *count; 0 where the name has no number. */
const ZnScheme *zn_scheme_lookup(const char *name, size_t *count);
size_t zn_scheme_len(const ZnScheme *scheme);
ZnColor zn_scheme_color(const ZnScheme *scheme, size_t i);
ZnRamp *zn_scheme_ramp(ZnArena *arena, const ZnScheme *scheme);
