/* What tests of transforms share: a context, JSON with single quotes, comparing with a tolerance. */
#pragma once

#include "base/json.h"
#include "transform/dates.h"
#include "transform/transform.h"

#include <glib.h>
#include <math.h>
#include <string.h>

typedef struct Fixture {
	ZnContext *context;
	ZnExprEnv expr;
	ZnTransformEnv env;
	uint64_t random;
} Fixture;

static inline void fixture_init(Fixture *f)
{
	memset(f, 0, sizeof *f);
	f->context = zn_context_new();
	f->random = 123456789;
	f->expr = (ZnExprEnv){.context = f->context, .random = &f->random};
	f->env = (ZnTransformEnv){.context = f->context, .expr = &f->expr};
	f->env.bins = zn_object_new(f->context->arena);
	f->env.params = zn_object_new(f->context->arena);
}

static inline void fixture_clear(Fixture *f)
{
	zn_context_free(f->context);
}

/* JSON in which quotes are single. */
static inline ZnValue fixture_json(Fixture *f, const char *text)
{
	char *json = zn_arena_strdup(f->context->arena, text);
	for (char *p = json; *p; p++)
		if (*p == '\'')
			*p = '"';
	ZnValue value;
	g_assert_true(zn_json_parse(f->context->arena, f->context->diags, "test", json, strlen(json), &value));
	return value;
}

static inline const ZnTable *fixture_apply(Fixture *f, const char *rows, const char *transform)
{
	const ZnTable *table = zn_table_from_values(f->context->arena, fixture_json(f, rows));
	return zn_transform_apply(&f->env, table, fixture_json(f, transform), zn_pointer("test", "/transform/0"));
}

static inline ZnValue fixture_rows(Fixture *f, const ZnTable *table)
{
	ZnArray *rows = zn_array_new(f->context->arena, table->n_rows);
	for (size_t i = 0; i < table->n_rows; i++)
		zn_array_push(f->context->arena, rows, zn_table_row(f->context->arena, table, i));
	return zn_arr(rows);
}

/* Same content, whatever the order of members; numbers to nine digits, dates by their time. */
static inline bool fixture_same(ZnValue a, ZnValue b)
{
	if ((zn_is_num(a) || zn_is_date(a)) && (zn_is_num(b) || zn_is_date(b)))
		return fabs(a.num - b.num) <= 1e-9 * fmax(1, fabs(b.num));
	if (a.type != b.type)
		return false;
	if (!zn_is_arr(a) && !zn_is_obj(a))
		return zn_same(a, b);
	if (zn_len(a) != zn_len(b))
		return false;
	for (size_t i = 0; i < zn_len(a); i++)
		if (zn_is_arr(a) ? !fixture_same(zn_at(a, i), zn_at(b, i))
		                 : !fixture_same(a.obj->members[i].value, zn_get(b, a.obj->members[i].key)))
			return false;
	return true;
}

/* The messages of all problems, one a line: "pointer: message (hint)". */
static inline char *fixture_problems(Fixture *f)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < zn_diags_len(f->context->diags); i++) {
		const ZnDiag *d = zn_diags_at(f->context->diags, i);
		g_string_append_printf(text, "%s: %s%s%s%s\n", d->place.pointer ? d->place.pointer : "-", d->message, d->hint ? " (" : "",
		                       d->hint ? d->hint : "", d->hint ? ")" : "");
	}
	return g_string_free(text, FALSE);
}
