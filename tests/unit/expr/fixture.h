/* What the tests of expressions share: a context, a row, some signals. */
#pragma once

#include "base/context.h"
#include "base/json.h"
#include "expr/expr.h"
#include "format/format.h"

#include <string.h>

typedef struct Fixture {
	ZnContext *context;
	ZnExprEnv env;
	uint64_t random;
} Fixture;

static inline ZnValue fixture_json(Fixture *f, const char *text)
{
	ZnValue value = zn_undefined();
	bool parsed = zn_json_parse(f->context->arena, f->context->diags, "fixture", text, strlen(text), &value);
	g_assert_true(parsed);
	return value;
}

static inline void fixture_set_up(Fixture *f, gconstpointer data)
{
	*f = (Fixture){.context = zn_context_new(), .random = 42};
	f->context->locale = zn_locale_lookup("en");
	f->env = (ZnExprEnv){.context = f->context, .random = &f->random};
	f->env.datum = fixture_json(
	    f, "{\"num\": 5, \"num2\": 2.5, \"str\": \"hello\", \"nil\": null, \"a b\": 7, \"a.b\": 8,"
	       " \"obj\": {\"x\": 1, \"y\": {\"z\": 2}}, \"arr\": [3, 2, 1], \"uni\": \"中文😀\", \"ключ\": 9, \"bool\": true, \"true1\": 1,"
	       " \"if\": 10, \"in\": 11, \"null\": 12}");
	zn_object_set(f->context->arena, f->env.datum.obj, "date", zn_date(1577836800000));
	f->env.signals = fixture_json(f, "{\"width\": 200, \"brush\": {\"x\": [1, 2], \"y\": [3, 4]}}").obj;
	f->env.parent_signals = fixture_json(f, "{\"height\": 100, \"width\": 1}").obj;
}

static inline void fixture_tear_down(Fixture *f, gconstpointer data)
{
	zn_context_free(f->context);
}

/* The one problem reported, as "message | hint". */
static inline const char *fixture_problem(Fixture *f)
{
	if (zn_diags_len(f->context->diags) == 0)
		return "no problem";
	const ZnDiag *diag = zn_diags_at(f->context->diags, 0);
	return diag->hint ? zn_arena_printf(f->context->arena, "%s | %s", diag->message, diag->hint) : diag->message;
}
