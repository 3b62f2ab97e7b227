/* Text with `{{ expression }}` in it, as reports have: every expression is replaced by its value's text. */
#pragma once

#include "expr/expr.h"

typedef struct ZnTemplate {
	ZnExprEnv *env;                     /* what the expressions see; its place is set for each of them */
	const char *const *extra_functions; /* as for zn_expr_parse */
	/* The value as prose in the language of the output; NULL = zn_to_str. Its answer lives in the arena. May be called with any type. */
	const char *(*write)(void *user, ZnArena *arena, ZnValue value);
	void *user;
} ZnTemplate;

/* The text with its expressions evaluated, in the context's arena. `place` is where `text` begins: problems name the line and column
 * of their expression. Problems are unclosed braces, what zn_expr_parse and zn_expr_eval report, and an expression without a value
 * (undefined, null, NaN): all of them are reported, such expressions stay in the text as they are, and false is
 * returned with *out set all the same.
 * `\{{` writes two braces. */
bool zn_template_expand(ZnContext *context, ZnPlace place, const char *text, const ZnTemplate *options, const char **out);

/* Whether there is any expression in it. */
bool zn_template_has(const char *text);
