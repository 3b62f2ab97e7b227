/* What tests of geo share: JSON with single quotes, numbers that are nearly the same. */
#pragma once

#include "base/context.h"
#include "base/json.h"

#include <math.h>
#include <string.h>

static inline ZnValue geo_json(ZnContext *context, const char *text)
{
	ZnValue value;
	char *quoted = g_strdelimit(zn_arena_strdup(context->arena, text), "'", '"');
	g_assert_true(zn_json_parse(context->arena, context->diags, "case", quoted, strlen(quoted), &value));
	return value;
}

static inline void geo_near(double is, double should)
{
	if (isnan(should))
		g_assert_true(isnan(is));
	else
		g_assert_cmpfloat_with_epsilon(is, should, 1e-6 * MAX(1, fabs(should)));
}
