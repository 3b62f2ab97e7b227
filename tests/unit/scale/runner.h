/* Runs tables of cases against scales: a spec, a question, an argument and the answer, all as JSON with single quotes. */
#pragma once

#include "base/json.h"
#include "scale/scale.h"

#include <math.h>
#include <string.h>

typedef enum { MAP, INVERT, DOMAIN, RANGE, BAND, TICKS, LABELS, LEGEND, FRACTION } Question;

typedef struct Case {
	const char *spec;
	Question question;
	const char *argument, *answer;
} Case;

static ZnValue json(ZnContext *context, const char *text)
{
	ZnValue value = zn_undefined();
	char *quoted = g_strdelimit(zn_arena_strdup(context->arena, text), "'", '"');
	if (*quoted)
		g_assert_true(zn_json_parse(context->arena, context->diags, "case", quoted, strlen(quoted), &value));
	return value;
}

static void spec_lists(ZnContext *context, ZnValue from, ZnScaleSpec *spec)
{
	ZnValue domain = zn_get(from, "domain"), range = zn_get(from, "range"), bins = zn_get(from, "bins");
	if (zn_is_arr(domain)) {
		spec->domain = domain.arr->items;
		spec->n_domain = domain.arr->n;
	}
	if (zn_is_arr(range)) {
		spec->range = range.arr->items;
		spec->n_range = range.arr->n;
	}
	if (zn_is_obj(bins)) {
		spec->bins_step = true;
		spec->bin_start = zn_get_num(bins, "start", NAN);
		spec->bin_stop = zn_get_num(bins, "stop", NAN);
		spec->bin_step = zn_get_num(bins, "step", NAN);
	} else if (zn_is_arr(bins)) {
		double *numbers = zn_new_n(context->arena, double, zn_len(bins));
		for (size_t i = 0; i < zn_len(bins); i++)
			numbers[i] = zn_to_num(zn_at(bins, i));
		spec->bins = numbers;
		spec->n_bins = zn_len(bins);
	}
}

/* Vega has a scheme's extent and count, and an interpolation's gamma, beside it. */
static ZnValue bundle(ZnContext *context, ZnValue from, const char *name, const char *const keys[][2])
{
	ZnObject *object = zn_object_new(context->arena);
	zn_object_set(context->arena, object, keys[0][1], zn_get(from, name));
	for (size_t i = 1; keys[i][0]; i++)
		zn_object_set(context->arena, object, keys[i][1], zn_get(from, keys[i][0]));
	return zn_has(from, name) ? zn_obj(object) : zn_undefined();
}

static ZnScale *scale_new(ZnContext *context, const char *text)
{
	static const char *const SCHEME[][2] = {{"", "name"}, {"schemeExtent", "extent"}, {"schemeCount", "count"}, {NULL}};
	static const char *const INTERPOLATE[][2] = {{"", "type"}, {"interpolateGamma", "gamma"}, {NULL}};
	ZnValue from = json(context, text);
	ZnScaleSpec spec = {
		.scheme = bundle(context, from, "scheme", SCHEME),
		.interpolate = bundle(context, from, "interpolate", INTERPOLATE),
		.nice = zn_get(from, "nice"),
		.zero = zn_get_bool(from, "zero", false),
		.clamp = zn_get_bool(from, "clamp", false),
		.round = zn_get_bool(from, "round", false),
		.reverse = zn_get_bool(from, "reverse", false),
		.base = zn_get_num(from, "base", 0),
		.exponent = zn_get_num(from, "exponent", 0),
		.constant = zn_get_num(from, "constant", 0),
		.padding = zn_get_num(from, "padding", NAN),
		.padding_inner = zn_get_num(from, "paddingInner", NAN),
		.padding_outer = zn_get_num(from, "paddingOuter", NAN),
		.align = zn_get_num(from, "align", NAN),
		.domain_mid = zn_get_num(from, "domainMid", NAN),
		.domain_min = zn_get_num(from, "domainMin", NAN),
		.domain_max = zn_get_num(from, "domainMax", NAN),
	};
	g_assert_true(zn_scale_type_parse(zn_get_str(from, "type", ""), &spec.type));
	spec_lists(context, from, &spec);
	return zn_scale_new(context, zn_pointer("case", "/encoding/x/scale"), &spec);
}

static ZnArray *labels_of(ZnContext *context, const ZnScale *scale, ZnValue argument, bool legend)
{
	ZnArena *arena = context->arena;
	ZnValue count = zn_at(argument, 0), specifier = zn_at(argument, 1);
	ZnArray *labels = zn_array_new(arena, 8);
	if (legend) {
		size_t n = zn_scale_label_values(scale, arena, count)->n;
		for (size_t i = 0; i < n; i++)
			zn_array_push(arena, labels, zn_str(zn_scale_label_range(scale, context, count, specifier, NULL, i, n)));
		return labels;
	}
	const ZnArray *ticks = zn_scale_ticks(scale, arena, count, 0);
	const ZnTickFormat *format = zn_scale_tick_format(scale, context, zn_scale_tick_count(scale, count, 0), specifier, NULL, false);
	for (size_t i = 0; i < ticks->n; i++)
		zn_array_push(arena, labels, zn_str(zn_tick_format_apply(format, arena, ticks->items[i])));
	return labels;
}

static ZnArray *answers(ZnContext *context, const ZnScale *scale, Question question, ZnValue argument)
{
	ZnArena *arena = context->arena;
	ZnArray *out = zn_array_new(arena, 8);
	switch (question) {
	case TICKS:
		return zn_scale_ticks(scale, arena, argument, 0);
	case LABELS:
	case LEGEND:
		return labels_of(context, scale, argument, question == LEGEND);
	case DOMAIN:
	case RANGE:
		for (size_t i = 0; i < (question == DOMAIN ? scale->n_domain : scale->n_range); i++)
			zn_array_push(arena, out, question == DOMAIN ? scale->domain[i] : scale->range[i]);
		return out;
	case BAND:
		zn_array_push(arena, out, zn_num(zn_scale_bandwidth(scale)));
		zn_array_push(arena, out, zn_num(zn_scale_step(scale)));
		return out;
	default:
		for (size_t i = 0; i < zn_len(argument); i++) {
			ZnValue in = zn_at(argument, i);
			zn_array_push(arena, out,
			              question == MAP      ? zn_scale_map(scale, in)
			              : question == INVERT ? zn_scale_invert(scale, zn_to_num(in))
			                                   : zn_num(zn_scale_fraction(scale, in)));
		}
		return out;
	}
}

/* Numbers within a part in 10^9; dates as their time; null for undefined and NaN. */
static bool same_answer(ZnValue got, ZnValue want)
{
	if (zn_is_arr(got) && zn_is_arr(want)) {
		bool same = zn_len(got) == zn_len(want);
		for (size_t i = 0; same && i < zn_len(got); i++)
			same = same_answer(zn_at(got, i), zn_at(want, i));
		return same;
	}
	if (zn_is_date(got))
		got = zn_num(got.num);
	if (zn_is_null(want))
		return zn_is_nullish(got) || (zn_is_num(got) && isnan(got.num));
	if (zn_is_num(got) && zn_is_num(want))
		return fabs(got.num - want.num) <= 1e-9 * fmax(1e-3, fabs(want.num));
	return zn_same(got, want);
}

G_GNUC_UNUSED static void run_cases(const Case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		const ZnScale *scale = scale_new(context, cases[i].spec);
		g_assert_nonnull(scale);
		ZnArray *got = answers(context, scale, cases[i].question, json(context, cases[i].argument));
		if (same_answer(zn_arr(got), json(context, cases[i].answer)))
			continue;
		g_autoptr(GString) text = g_string_new(NULL);
		zn_json_write(text, zn_arr(got));
		g_test_message("%s, question %d %s: got %s, want %s", cases[i].spec, cases[i].question, cases[i].argument, text->str,
		               cases[i].answer);
		g_test_fail();
	}
}
