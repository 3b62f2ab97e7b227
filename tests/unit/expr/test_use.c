/* How callers use expressions: rows of tables, names and functions of their own, what an expression reads, templates. */
#include "fixture.h"

#include "expr/template.h"

#include <math.h>

static ZnExpr *parse(Fixture *f, const char *text)
{
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, text, NULL);
	g_assert_nonnull(expr);
	return expr;
}

static void test_rows(Fixture *f, gconstpointer data)
{
	ZnTable *table = zn_table_from_values(
	    f->context->arena, fixture_json(f, "[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2}, {\"a\": null, \"b\": \"z\", \"c d\": 7}]"));
	f->env.table = table;
	ZnValue out[3];
	zn_expr_eval_rows(parse(f, "datum.a * 2"), &f->env, out);
	g_assert_cmpfloat(out[0].num, ==, 2);
	g_assert_cmpfloat(out[1].num, ==, 4);
	g_assert_cmpfloat(out[2].num, ==, 0);
	zn_expr_eval_rows(parse(f, "isDefined(datum.b) ? datum.b : 'none'"), &f->env, out);
	g_assert_true(zn_is_string(out[0], "x"));
	g_assert_true(zn_is_string(out[1], "none"));
	zn_expr_eval_rows(parse(f, "datum['c' + ' d']"), &f->env, out);
	g_assert_cmpint(out[0].type, ==, ZN_UNDEFINED);
	g_assert_cmpfloat(out[2].num, ==, 7);
	zn_expr_eval_rows(parse(f, "datum"), &f->env, out);
	g_assert_cmpfloat(zn_get_num(out[1], "a", 0), ==, 2);
	g_assert_false(f->env.failed);
}

/* A column that comes later, or another table, is found although the expression remembers where it looked. */
static void test_slots(Fixture *f, gconstpointer data)
{
	ZnArena *arena = f->context->arena;
	ZnExpr *expr = parse(f, "datum.late");
	ZnTable *table = zn_table_from_values(arena, fixture_json(f, "[{\"a\": 1}]"));
	f->env.table = table;
	g_assert_cmpint(zn_expr_eval(expr, &f->env).type, ==, ZN_UNDEFINED);
	zn_table_add(arena, table, "late")[0] = zn_num(5);
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 5);
	f->env.table = zn_table_from_values(arena, fixture_json(f, "[{\"late\": 6}]"));
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 6);
	f->env.table = NULL;
	f->env.datum = fixture_json(f, "{\"late\": 7}");
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 7);
}

/* After a failure there are no values, and one problem, not one a row. */
static void test_rows_fail(Fixture *f, gconstpointer data)
{
	f->env.table = zn_table_from_values(f->context->arena, fixture_json(f, "[{\"a\": {\"b\": 1}}, {\"a\": null}, {\"a\": null}]"));
	ZnValue out[3];
	zn_expr_eval_rows(parse(f, "datum.a.b"), &f->env, out);
	g_assert_cmpfloat(out[0].num, ==, 1);
	g_assert_cmpint(out[1].type, ==, ZN_UNDEFINED);
	g_assert_cmpint(out[2].type, ==, ZN_UNDEFINED);
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 1);
}

/* Many rows take steps in proportion, and no memory where the values are numbers. */
static void test_many_rows(Fixture *f, gconstpointer data)
{
	const size_t n = 200000;
	ZnTable *table = zn_table_new(f->context->arena, n);
	ZnValue *a = zn_table_add(f->context->arena, table, "a"), *out = g_new(ZnValue, n);
	for (size_t i = 0; i < n; i++)
		a[i] = zn_num((double)i);
	f->env.table = table;
	ZnExpr *expr = parse(f, "datum.a > 10 && datum.a % 2 == 0 ? datum.a * 2 + width : -datum.a");
	size_t before = zn_arena_used(f->context->arena);
	zn_expr_eval_rows(expr, &f->env, out);
	g_assert_cmpuint(zn_arena_used(f->context->arena), ==, before);
	g_assert_cmpuint(f->env.steps, <, n * 20);
	g_assert_cmpfloat(out[12].num, ==, 224);
	g_assert_cmpfloat(out[13].num, ==, -13);
	g_free(out);
}

/* A regular expression and a number format are compiled once, not once a row. */
static void test_memo(Fixture *f, gconstpointer data)
{
	ZnExpr *expr = parse(f, "test('^h' + 'e', datum.str)");
	g_assert_true(zn_is_true(zn_expr_eval(expr, &f->env)));
	size_t before = zn_arena_used(f->context->arena);
	for (int i = 0; i < 100; i++)
		zn_expr_eval(expr, &f->env);
	g_assert_cmpuint(zn_arena_used(f->context->arena) - before, <, 100 * 64);

	f->env.signals = fixture_json(f, "{\"pattern\": \"^h\"}").obj;
	expr = parse(f, "test(pattern, datum.str)");
	g_assert_true(zn_is_true(zn_expr_eval(expr, &f->env)));
	f->env.signals = fixture_json(f, "{\"pattern\": \"^x\"}").obj;
	g_assert_true(zn_is_false(zn_expr_eval(expr, &f->env)));
}

static bool call(void *user, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	if (!strcmp(name, "cagr") && n == 2) {
		*result = zn_num(args[1].num / args[0].num - 1);
		return true;
	}
	if (!strcmp(name, "scale")) {
		*result = args[1];
		return true;
	}
	return false;
}

static bool name(void *user, const char *name, ZnValue *result)
{
	if (strcmp(name, "sales"))
		return false;
	*result = zn_num(*(double *)user);
	return true;
}

static void test_callers(Fixture *f, gconstpointer data)
{
	static const char *const extra[] = {"cagr", "width", NULL};
	double sales = 12;
	f->env.call = call;
	f->env.name = name;
	f->env.user = &sales;
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, "cagr(sales, 18)", extra);
	g_assert_nonnull(expr);
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 0.5);
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "scale('color', rgb(1, 2, 3))"), &f->env), "rgb(1, 2, 3)"));
	g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, "cagr(1, 2)", NULL));
	g_assert_cmpuint(zn_diags_count(f->context->diags, ZN_ERROR), ==, 1);
	zn_expr_eval(zn_expr_parse(f->context, (ZnPlace){0}, "cagr(1)", extra), &f->env);
	g_assert_true(f->env.failed);
}

/* Signals come before parent signals; a branch not taken is not evaluated. */
static void test_names(Fixture *f, gconstpointer data)
{
	g_assert_cmpfloat(zn_expr_eval(parse(f, "width"), &f->env).num, ==, 200);
	g_assert_cmpfloat(zn_expr_eval(parse(f, "height"), &f->env).num, ==, 100);
	g_assert_cmpfloat(zn_expr_eval(parse(f, "if(true, 1, nosuch)"), &f->env).num, ==, 1);
	g_assert_true(zn_is_false(zn_expr_eval(parse(f, "false && nosuch"), &f->env)));
	g_assert_false(f->env.failed);
}

static void test_now(Fixture *f, gconstpointer data)
{
	f->context->now = 1600000000000;
	g_assert_cmpfloat(zn_expr_eval(parse(f, "now()"), &f->env).num, ==, 1600000000000);
	g_assert_cmpfloat(zn_expr_eval(parse(f, "year(datetime())"), &f->env).num, ==, 2020);
}

static const char *joined(const char *const *list)
{
	static char text[200];
	g_autofree char *all = g_strjoinv(" ", (char **)list);
	g_strlcpy(text, all, sizeof text);
	return text;
}

static void test_reads(Fixture *f, gconstpointer data)
{
	ZnExpr *expr = parse(f, "datum.a + datum['b c'] * width + brush.x[0] + datum.a + PI + floor(width) + datum[height]");
	g_assert_cmpstr(joined(zn_expr_fields(expr, f->context->arena)), ==, "a b c");
	g_assert_cmpstr(joined(zn_expr_names(expr, f->context->arena)), ==, "width brush height");
	g_assert_cmpstr(joined(zn_expr_names(parse(f, "1"), f->context->arena)), ==, "");
}

/* Colours are CSS text outside, wherever they stand. */
static void test_colors(Fixture *f, gconstpointer data)
{
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "rgb('red')"), &f->env), "rgb(255, 0, 0)"));
	g_assert_true(zn_is_string(zn_at(zn_expr_eval(parse(f, "[hsl('red')]"), &f->env), 0), "rgb(255, 0, 0)"));
	g_assert_true(zn_is_string(zn_get(zn_expr_eval(parse(f, "{a: lab('white')}"), &f->env), "a"), "rgb(255, 255, 255)"));
}

/* Where the language differs from JavaScript on purpose (see expr.h). */
static void test_differences(Fixture *f, gconstpointer data)
{
	g_assert_cmpfloat(zn_expr_eval(parse(f, "datetime(1000) + 1"), &f->env).num, ==, 1001);
	g_assert_true(zn_is_true(zn_expr_eval(parse(f, "datetime(1000) === datetime(1000)"), &f->env)));
	g_assert_true(zn_is_true(zn_expr_eval(parse(f, "datum.date == datetime('2020-01-01')"), &f->env)));
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "timeFormat('2020-01-05', '%b %Y')"), &f->env), " 0NaN")); /* not a time */
	g_assert_cmpstr(zn_expr_eval(parse(f, "{b: 1, 2: 3}"), &f->env).obj->members[0].key, ==, "b");
	/* Half of a surrogate pair is the whole character. */
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "substring('a😀b', 1, 2)"), &f->env), "😀"));
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "'\\ud800'"), &f->env), "\xEF\xBF\xBD"));
}

/* Ours are the same texts under any locale of the process. */
static void test_languages(Fixture *f, gconstpointer data)
{
	f->context->locale = zn_locale_lookup("ru");
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "format(1.5, '.1f')"), &f->env), "1,5"));
	f->context->locale = NULL;
	g_assert_true(zn_is_string(zn_expr_eval(parse(f, "format(1.5, '.1f')"), &f->env), "1.5"));
}

/* --- templates --- */

static const char *expand(Fixture *f, const char *text, bool *ok)
{
	ZnTemplate options = {.env = &f->env};
	const char *out = NULL;
	*ok = zn_template_expand(f->context, zn_place("r.md", 10, 1), text, &options, &out);
	return out;
}

static void test_template(Fixture *f, gconstpointer data)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"plain } text }} { here", "plain } text }} { here"},
	    {"{{ 1 + 1 }}", "2"},
	    {"{{1}}{{2}}", "12"},
	    {"a {{ datum.str }} b {{width}} c", "a hello b 200 c"},
	    {"{{ {a: {b: 3}}.a.b }}", "3"},
	    {"{{ '}}' + \"{{\" }}!", "}}{{!"},
	    {"{{ 'it\\'s }}' }}", "it's }}"},
	    {"\\{{ not this }} {{ 1 }}", "{{ not this }} 1"},
	    {"织女 {{ '星' }}", "织女 星"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		bool ok;
		g_assert_cmpstr(expand(f, cases[i][0], &ok), ==, cases[i][1]);
		g_assert_true(ok);
	}
	g_assert_true(zn_template_has("a {{ b }}"));
	g_assert_false(zn_template_has("a \\{{ b } } {"));
}

/* All problems at once, each with its line and column; what failed stays as it was. */
static void test_template_problems(Fixture *f, gconstpointer data)
{
	bool ok;
	const char *out = expand(f, "中 {{ 1 + }}\nok {{ 2 }} {{ nosuch }}\n  {{ datum.missing }} {{ 'open", &ok);
	g_assert_false(ok);
	g_assert_cmpstr(out, ==, "中 {{ 1 + }}\nok 2 {{ nosuch }}\n  {{ datum.missing }} {{ 'open");
	static const struct {
		int line, column;
		const char *message;
	} expected[] = {
	    {10, 3, "found the end"}, {11, 12, "unknown name “nosuch”"}, {12, 3, "has no value (undefined)"}, {12, 23, "has no “}}”"}};
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, G_N_ELEMENTS(expected));
	for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
		const ZnDiag *diag = zn_diags_at(f->context->diags, i);
		g_assert_cmpint(diag->place.line, ==, expected[i].line);
		g_assert_cmpint(diag->place.column, ==, expected[i].column);
		g_assert_nonnull(strstr(diag->message, expected[i].message));
	}
}

static const char *write_rounded(void *user, ZnArena *arena, ZnValue value)
{
	return value.type == ZN_NUMBER ? zn_arena_printf(arena, "≈%.0f", value.num) : zn_to_str(arena, value);
}

static void test_template_writer(Fixture *f, gconstpointer data)
{
	ZnTemplate options = {.env = &f->env, .write = write_rounded};
	const char *out;
	g_assert_true(zn_template_expand(f->context, (ZnPlace){0}, "{{ 2.4 }} {{ 'x' }}", &options, &out));
	g_assert_cmpstr(out, ==, "≈2 x");
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*test)(Fixture *f, gconstpointer data);
	} tests[] = {
	    {"rows", test_rows},
	    {"slots", test_slots},
	    {"rows-fail", test_rows_fail},
	    {"many-rows", test_many_rows},
	    {"memo", test_memo},
	    {"callers", test_callers},
	    {"names", test_names},
	    {"now", test_now},
	    {"reads", test_reads},
	    {"colors", test_colors},
	    {"differences", test_differences},
	    {"languages", test_languages},
	    {"template", test_template},
	    {"template-problems", test_template_problems},
	    {"template-writer", test_template_writer},
	};
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
		g_autofree char *path = g_strdup_printf("/expr/use/%s", tests[i].name);
		g_test_add(path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
	}
	return g_test_run();
}
