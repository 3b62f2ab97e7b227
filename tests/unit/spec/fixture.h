/* What tests of spec/ share: a context and JSON with single quotes. */
#pragma once

#include "base/json.h"
#include "spec/normalize.h"
#include "spec/view.h"

#include <glib.h>
#include <string.h>

static inline ZnValue parse_json(ZnContext *context, const char *text)
{
	ZnValue value;
	g_assert_true(zn_json_parse(context->arena, context->diags, "test", text, strlen(text), &value));
	return value;
}

/* JSON in which quotes are single. */
static inline ZnValue parse_quoted(ZnContext *context, const char *text)
{
	char *json = zn_arena_strdup(context->arena, text);
	for (char *p = json; *p; p++)
		if (*p == '\'')
			*p = '"';
	return parse_json(context, json);
}

static inline ZnValue normalize(ZnContext *context, ZnValue spec)
{
	ZnValue config = zn_config_merge(context, "test", zn_undefined(), zn_get(spec, "config"));
	return zn_spec_normalize(context, "test", spec, config);
}
