/* What tests of data share: a context in a folder of its own, files, messages, a simple calendar. */
#pragma once

#include "base/json.h"
#include "data/reader.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct Fixture {
	ZnContext *context;
	char *folder;
} Fixture;

static inline void fixture_init(Fixture *f)
{
	f->context = zn_context_new();
	f->folder = g_dir_make_tmp("zhinu-data-XXXXXX", NULL);
	g_assert_nonnull(f->folder);
	f->context->base_dir = f->folder;
}

static inline void fixture_clear(Fixture *f)
{
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(f->folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(f->folder);
	g_free(f->folder);
	zn_context_free(f->context);
}

static inline void fixture_write(Fixture *f, const char *name, const char *text, gssize len)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, text, len, NULL));
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

/* A table's rows as JSON with single quotes. */
static inline const char *fixture_rows(Fixture *f, const ZnTable *table)
{
	if (!table)
		return "no table";
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < table->n_rows; i++)
		zn_json_write(text, zn_table_row(f->context->arena, table, i));
	for (char *p = text->str; *p; p++)
		if (*p == '"')
			*p = '\'';
	return zn_arena_strdup(f->context->arena, text->str);
}

/* All problems, one a line: "file:line: message (hint)" or "pointer: message (hint)". */
static inline const char *fixture_problems(Fixture *f)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < zn_diags_len(f->context->diags); i++) {
		const ZnDiag *d = zn_diags_at(f->context->diags, i);
		if (d->place.pointer)
			g_string_append(text, d->place.pointer);
		else
			g_string_append_printf(text, "%s:%d", d->place.file ? d->place.file : "?", d->place.line);
		g_string_append_printf(text, ": %s", d->message);
		if (d->hint)
			g_string_append_printf(text, " (%s)", d->hint);
		g_string_append_c(text, '\n');
	}
	return zn_arena_strdup(f->context->arena, text->str);
}

/* A calendar that knows YYYY and YYYY-MM-DD only: the real one stands above data/. */
static inline double fixture_parse_date(const char *text)
{
	int year, month = 1, day = 1, used = 0;
	size_t len = strlen(text);
	if ((len != 4 && len != 10) || sscanf(text, "%4d%n-%2d-%2d%n", &year, &used, &month, &day, &used) < 1 || (size_t)used != len)
		return NAN;
	g_autoptr(GDateTime) date = g_date_time_new_utc(year, month, day, 0, 0, 0);
	return date ? (double)g_date_time_to_unix(date) * 1000 : NAN;
}

static inline double fixture_parse_date_as(const char *specifier, const char *text, bool utc)
{
	return !strcmp(specifier, "%Y") && strlen(text) == 4 ? fixture_parse_date(text) : NAN;
}

static const ZnDateReader fixture_dates = {.parse = fixture_parse_date, .parse_as = fixture_parse_date_as};
