/* The Vega expression language: parsed once, evaluated per row.
 *
 * A subset of JavaScript: literals, member access, operators, ?:, calls of the functions in one table, array and object
 * literals. Errors name the expression and the character. Shared by charts, `{{ }}` in reports, and checks.
 *
 * Where it differs from JavaScript, on purpose: a date in a sum is its number, two dates are equal when their times are, a member of
 * nothing is a reported problem, object keys keep their order even when they look like numbers, and no text holds U+0000 or half a
 * surrogate pair. */
#pragma once

#include "base/context.h"
#include "data/table.h"

typedef struct ZnExpr ZnExpr;

/* What an expression sees. */
typedef struct ZnExprEnv {
	ZnContext *context;
	const ZnTable *table; /* datum = row `row` of it; NULL: datum is the value below */
	size_t row;
	ZnValue datum;
	const ZnObject *signals;        /* names -> values (parameters, width, height, ...); may be NULL */
	const ZnObject *parent_signals; /* looked up next; may be NULL */
	/* Functions of the caller's: scale(), data(), vlSelectionTest(), cagr(). Answers true when it knows `name`. May be NULL. */
	bool (*call)(void *user, const char *name, const ZnValue *args, size_t n, ZnValue *result);
	/* Names of the caller's: tables in a report. May be NULL. */
	bool (*name)(void *user, const char *name, ZnValue *result);
	void *user;
	ZnPlace place;    /* for run-time problems */
	uint64_t *random; /* state of Vega's LCG for random(), sampleNormal() ...; NULL = expression may not use them */
	bool failed;      /* set when a run-time problem was reported; later ones are not */
	uint64_t steps;   /* taken so far through this env: at most ZN_LIMIT_STEPS */
	/* sampleNormal() makes its samples in pairs; the second waits here. */
	double spare_sample;
	bool has_spare_sample;
} ZnExprEnv;

/* The next number in [0, 1) of Vega's linear congruential generator (vega-statistics randomLCG, glibc's constants), in double arithmetic as
 * JavaScript does it; the state is the last number before division. */
double zn_random_next(uint64_t *state);

/* Parses; lives in the context's arena. Reports a syntax error at `place` with the character's position (and a caret line in the
 * hint) and returns NULL. Unknown function names are errors here, with a hint, unless `extra_functions` (NULL-ended, may be
 * NULL) lists them. */
ZnExpr *zn_expr_parse(ZnContext *context, ZnPlace place, const char *text, const char *const *extra_functions);

/* The value, in the context's arena; undefined, with env->failed set, when a problem was reported. Colours that rgb() and its like
 * make leave the expression as CSS text; a regular expression stays opaque. */
ZnValue zn_expr_eval(const ZnExpr *expr, ZnExprEnv *env);
/* One value a row of env->table, from row 0. After a failure the rest is undefined. */
void zn_expr_eval_rows(const ZnExpr *expr, ZnExprEnv *env, ZnValue *out);

/* The names that it reads beside datum ("width", "brush"), and the columns of datum: for checks. NULL-ended, in the arena. */
const char *const *zn_expr_names(const ZnExpr *expr, ZnArena *arena);
const char *const *zn_expr_fields(const ZnExpr *expr, ZnArena *arena);
