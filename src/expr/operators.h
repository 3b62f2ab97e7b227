/* ECMAScript's operators on values, inside this room only; on top of base/value.h it knows regular expressions and colours.
 *
 * Dates are numbers here (JavaScript would make text of a date in a sum), arrays and objects are texts. */
#pragma once

#include "expr/opaque.h"
#include "expr/token.h"

/* String(v). */
const char *zn_expr_to_str(ZnArena *arena, ZnValue v);
/* The same as a value. */
ZnValue zn_expr_text(ZnArena *arena, ZnValue v);
/* A colour becomes CSS text, everything else stays: for what leaves the expression. */
ZnValue zn_expr_plain(ZnArena *arena, ZnValue v);

/* a[key] as ECMAScript has it, "length" included; undefined when there is none. */
ZnValue zn_expr_member(ZnArena *arena, ZnValue a, const char *key);
/* a[b] */
ZnValue zn_expr_index(ZnArena *arena, ZnValue a, ZnValue b);

/* a === b: dates by their time, arrays and objects by identity, NaN is nobody's equal. */
bool zn_expr_strictly_equal(ZnValue a, ZnValue b);

ZnValue zn_op_unary(ZnArena *arena, ZnOp op, ZnValue a);
/* False when the operator has no answer for the values: *problem says why. */
bool zn_op_binary(ZnArena *arena, ZnOp op, ZnValue a, ZnValue b, ZnValue *out, const char **problem);
