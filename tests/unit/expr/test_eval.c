/* What expressions give, against a table of Vega's own answers. */
#include "fixture.h"

#include <math.h>

typedef struct Case {
	const char *text, *expected;
} Case;

static const Case language_cases[] = {
#include "cases_language.h"
};
static const Case function_cases[] = {
#include "cases_functions.h"
};
static const Case value_cases[] = {
#include "cases_values.h"
};

static const char *to_json(ZnArena *arena, ZnValue value)
{
	g_autoptr(GString) out = g_string_new(NULL);
	if (value.type == ZN_UNDEFINED)
		return "undefined";
	if (value.type == ZN_NUMBER && !isfinite(value.num))
		return zn_to_str(arena, value);
	zn_json_write(out, value);
	return zn_arena_strdup(arena, out->str);
}

/* Equal texts, but numbers in them may differ in the last bits: C libraries do. */
static bool about_equal(const char *a, const char *b)
{
	while (*a && *b) {
		char *a_end, *b_end;
		double x = g_ascii_strtod(a, &a_end), y = g_ascii_strtod(b, &b_end);
		if (a_end > a && b_end > b && isfinite(x) && isfinite(y)) {
			if (fabs(x - y) > 1e-12 * fmax(fabs(x), fabs(y)) && fabs(x - y) > 1e-15)
				return false;
			a = a_end;
			b = b_end;
		} else if (*a++ != *b++) {
			return false;
		}
	}
	return *a == *b;
}

static void check(Fixture *f, const Case *cases, size_t n)
{
	size_t wrong = 0;
	for (size_t i = 0; i < n; i++) {
		f->random = 42;
		f->env.has_spare_sample = false;
		f->env.failed = false;
		zn_diags_clear(f->context->diags);
		ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, cases[i].text, NULL);
		const char *actual = expr ? to_json(f->context->arena, zn_expr_eval(expr, &f->env)) : "does not parse";
		if (zn_diags_len(f->context->diags))
			actual = zn_arena_printf(f->context->arena, "%s (%s)", actual, fixture_problem(f));
		if (about_equal(actual, cases[i].expected))
			continue;
		g_test_message("%s: expected %s, got %s", cases[i].text, cases[i].expected, actual);
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

static void test_language(Fixture *f, gconstpointer data)
{
	check(f, language_cases, G_N_ELEMENTS(language_cases));
}

static void test_functions(Fixture *f, gconstpointer data)
{
	check(f, function_cases, G_N_ELEMENTS(function_cases));
}

static void test_values(Fixture *f, gconstpointer data)
{
	check(f, value_cases, G_N_ELEMENTS(value_cases));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/expr/eval/language", Fixture, NULL, fixture_set_up, test_language, fixture_tear_down);
	g_test_add("/expr/eval/functions", Fixture, NULL, fixture_set_up, test_functions, fixture_tear_down);
	g_test_add("/expr/eval/values", Fixture, NULL, fixture_set_up, test_values, fixture_tear_down);
	return g_test_run();
}
