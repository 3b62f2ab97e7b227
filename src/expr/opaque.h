/* Values that only expressions know, inside this room only: regular expressions, and colours with their channels. Both are ZN_OPAQUE. */
#pragma once

#include "base/color.h"
#include "base/value.h"

typedef enum { ZN_OPAQUE_REGEX = 1, ZN_OPAQUE_COLOR } ZnOpaqueKind;

typedef struct ZnOpaqueHead {
	const void *owner; /* &zn_opaque_owner */
	ZnOpaqueKind kind;
} ZnOpaqueHead;

/* What rgb(), hsl(), lab() and hcl() make: has channels as members, is CSS text otherwise. */
typedef struct ZnColorValue {
	ZnOpaqueHead head;
	ZnColor color;
	const char *names; /* "rgb": one letter a channel */
	double channels[3], opacity;
} ZnColorValue;

typedef struct ZnRegex ZnRegex;

extern const char zn_opaque_owner;

const ZnRegex *zn_as_regex(ZnValue v); /* NULL when it is none */
const ZnColorValue *zn_as_color_value(ZnValue v);
