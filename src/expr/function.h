/* The functions of the language, inside this room only: one table a topic, each entry with the number of arguments it takes. */
#pragma once

#include "expr/expr.h"
#include "format/format.h"

#define ZN_ANY_ARGS 255
/* Items of an array, or bytes of a text, that one call may make. */
#define ZN_EXPR_MAX_ITEMS 2000000.0
#define ZN_EXPR_MAX_BYTES 16000000.0

/* Something that a call made from a constant argument (a regular expression, a number format) and can use for the next row. */
typedef struct ZnMemo {
	const char *key, *key2;
	void *data;
} ZnMemo;

typedef struct ZnCall {
	ZnExprEnv *env;
	ZnArena *arena;
	const ZnExpr *expr;
	size_t at; /* byte of the expression */
	const char *name;
	const ZnValue *args;
	size_t n;
	ZnMemo *memo; /* two of them */
} ZnCall;

typedef struct ZnFunction {
	const char *name;
	unsigned char min_args, max_args;
	ZnValue (*call)(ZnCall *call);
} ZnFunction;

/* NULL when the language has no such function. */
const ZnFunction *zn_function_lookup(const char *name);
/* Functions that only a chart or a report answers, through env->call: scale(), data() ... */
bool zn_function_is_callers(const char *name);
/* Every name that zn_function_lookup or zn_function_is_callers knows, and those of `extra` (may be NULL). NULL-ended. */
const char *const *zn_function_names(ZnArena *arena, const char *const *extra);

/* The tables, each ended by an entry without a name. */
extern const ZnFunction zn_functions_array[], zn_functions_color[], zn_functions_date[], zn_functions_ease[], zn_functions_format[],
    zn_functions_math[], zn_functions_object[], zn_functions_pan[], zn_functions_pattern[], zn_functions_stat[], zn_functions_string[],
    zn_functions_type[];

/* --- for functions --- */
static inline ZnValue zn_arg(const ZnCall *call, size_t i)
{
	return i < call->n ? call->args[i] : zn_undefined();
}
double zn_arg_num(const ZnCall *call, size_t i);
double zn_arg_num_or(const ZnCall *call, size_t i, double fallback); /* the fallback for undefined and null */
const char *zn_arg_str(const ZnCall *call, size_t i);
const ZnLocale *zn_call_locale(const ZnCall *call);

/* Reports a problem of the call (unless one was reported before) and answers undefined. */
ZnValue zn_call_fail(ZnCall *call, const char *advice, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* False, with a problem reported, when n items or bytes are more than the limit. */
bool zn_call_fits(ZnCall *call, double n, double limit, const char *what);
/* The same, and books n steps of work. */
bool zn_call_charge(ZnCall *call, double n, double limit, const char *what);

/* "a number", "an array" ...: for problems that name what was given. */
const char *zn_type_phrase(ZnValue v);
/* The compiled form of a pattern argument (text or regular expression), kept for the next row; NULL after reporting a wrong one. */
const struct ZnRegex *zn_call_regex(ZnCall *call, ZnValue pattern, const char *flags);
/* new Date(argument i), as ms; NaN when it is none. */
double zn_arg_time(const ZnCall *call, size_t i);
