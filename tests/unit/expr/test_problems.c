/* What is wrong with an expression, where, and what to do: syntax, names, run time, limits. */
#include "fixture.h"

#include "base/limits.h"

typedef struct Case {
	const char *text;
	const char *message; /* expected somewhere in "message | hint" */
	size_t character;    /* where, from 1 */
} Case;

static const Case syntax_cases[] = {
    {"", "the expression is empty", 1},
    {"   ", "the expression is empty", 1},
    {"1 +", "expected a value but found the end", 4},
    {"width + * 2", "expected a value but found “*”", 9},
    {"1 2", "expected an operator or the end but found the number 2", 3},
    {"a b", "expected an operator or the end but found the name “b”", 3},
    {"(1 + 2", "expected “)” but found the end", 7},
    {"(1, 2)", "parentheses hold one expression", 3},
    {"[1, 2", "expected “,” or “]” but found the end", 6},
    {"[1 2]", "expected “,” or “]” but found the number 2", 4},
    {"[,1]", "expected a value but found “,”", 2},
    {"{a 1}", "expected “:” behind the key", 4},
    {"{a: 1", "expected “,” or “}” but found the end", 6},
    {"{a: 1, a: 2}", "the key “a” comes twice", 8},
    {"{1+1: 2}", "expected “:” behind the key", 3},
    {"max(1,", "expected a value but found the end", 7},
    {"max(1,)", "expected an argument but found “)”", 7},
    {"max(1 2)", "expected “,” or “)”", 7},
    {"datum.", "expected a name behind “.” but found the end", 7},
    {"datum.1", "expected an operator or the end but found the number .1", 6},
    {"datum[1", "expected “]”", 8},
    {"datum[]", "expected a value but found “]”", 7},
    {"1 ? 2", "expected “:” of the condition", 6},
    {"1 ? : 2", "expected a value but found “:”", 5},
    {"a = 1", "== compares", 3},
    {"a += 1", "an expression cannot assign", 3},
    {"a++", "an expression cannot assign", 2},
    {"--a", "an expression cannot assign", 1},
    {"2 ** 3", "use pow(x, y)", 3},
    {"a ?? b", "isValid", 3},
    {"a?.b", "isValid", 2},
    {"x => x", "cannot define functions", 3},
    {"1; 2", "there is one expression only", 2},
    {"1 // two", "comments are not part of the language", 3},
    {"max(...a)", "spreading is not part of the language", 5},
    {"`a`", "join texts with +", 1},
    {"'abc", "the text has no closing quote", 1},
    {"1 + \"abc", "the text has no closing quote", 5},
    {"'a\nb'", "the text has no closing quote", 1},
    {"'a\\u12'", "the escape in the text is not complete", 3},
    {"'a\\x1'", "the escape in the text is not complete", 3},
    {"'\\u{110000}'", "the escape in the text is not complete", 2},
    {"'\\0'", "U+0000", 2},
    {"'\\u0000'", "U+0000", 2},
    {"'\\101'", "octal escapes are not part of the language", 2},
    {"010", "octal numbers are not part of the language", 1},
    {"0x", "the number has no digits", 1},
    {"1e", "the number's exponent has no digits", 1},
    {"3px", "a number runs into a name", 2},
    {"1 # 2", "the character “#” has no meaning here", 3},
    {"1 № 2", "the character “№” has no meaning here", 3},
    {"'中文' + @", "the character “@” has no meaning here", 8},
    {"new Date()", "“new” is a word of JavaScript's", 1},
    {"typeof 1", "“typeof” is a word of JavaScript's", 1},
    {"a instanceof b", "expected an operator or the end but found the name “instanceof”", 3},
    {"in 1", "expected a value but found the name “in”", 1},
    {"if", "expected “(” behind if", 3},
    {"if(1, 2)", "if() takes 3 arguments but has 2", 1},
    {"/abc", "the regular expression has no closing slash", 1},
    {"test(/a(/, 'b')", "wrong regular expression", 6},
    {"test(/a/q, 'b')", "flags are letters of “gimsuy”", 6},
    {"datum.x.toFixed(2)", "write format(value, '.2f')", 9},
    {"datum.name.toUpperCase()", "write upper(text)", 12},
    {"Math.floor(1.5)", "write floor() without “Math.”", 6},
    {"datum.f(1)", "called as a method", 7},
    {"max(1)(2)", "only named functions can be called", 1},
    {"formt(1, 'd')", "unknown function “formt”", 1},
    {"formt(1, 'd')", "did you mean “format”?", 1},
    {"1 + nosuchfunction()", "unknown function “nosuchfunction”", 5},
    {"clamp(1, 2)", "clamp() takes 3 arguments but has 2", 1},
    {"inrange(1)", "inrange() takes at least 2 arguments but has 1", 1},
    {"upper()", "upper() takes 1 argument but has 0", 1},
};

static void check_problem(Fixture *f, const Case *c)
{
	const char *problem = fixture_problem(f),
	           *position = zn_arena_printf(f->context->arena, "at character %zu of the expression", c->character);
	if (!strstr(problem, c->message) || !strstr(problem, position))
		g_error("%s: expected “%s” %s, got: %s", c->text, c->message, position, problem);
}

static void test_syntax(Fixture *f, gconstpointer data)
{
	for (size_t i = 0; i < G_N_ELEMENTS(syntax_cases); i++) {
		zn_diags_clear(f->context->diags);
		ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, syntax_cases[i].text, NULL);
		g_assert_null(expr);
		check_problem(f, &syntax_cases[i]);
	}
}

static const Case run_time_cases[] = {
    {"nosuch + 1", "unknown name “nosuch”", 1},
    {"1 + widht", "did you mean “width”?", 5},
    {"str + 'x'", "fields are members of datum: datum.str", 1},
    {"floor + 1", "floor is a function", 1},
    {"Math.PI", "unknown name “Math”", 1},
    {"event.x", "only while somebody points at a chart", 1},
    {"item.x", "only while somebody points at a chart", 1},
    {"Infinity", "write 1 / 0", 1},
    {"datum.nil.x", "cannot read “x” of null", 11},
    {"datum.missing.x", "is “missing” a field of every row?", 15},
    {"datum.obj.q.r", "cannot read “r” of undefined", 13},
    {"datum.nil[0]", "cannot read “0” of null", 10},
    {"scale('x', 1)", "the function scale() has no meaning here", 1},
    {"data('source')", "the function data() has no meaning here", 1},
    {"windowSize()", "the function windowSize() has no meaning here", 1},
    {"length(null)", "length() takes an array or a text, not null", 1},
    {"join('abc')", "join() takes an array, not a text", 1},
    {"sort(5)", "sort() takes an array, not a number", 1},
    {"slice(5, 1)", "slice() takes an array or a text, not a number", 1},
    {"inrange(1, 2)", "takes a range [low, high], not a number", 1},
    {"panLinear([], 1)", "takes a domain [low, high], not an array", 1},
    {"replace('a', 1, 'b')", "a text or a regular expression, not a number", 1},
    {"'a' in 'abc'", "the right side of “in” must be an object or an array", 5},
    {"test('(', 'a')", "wrong regular expression “(”", 1},
    {"regexp('a', 'zz')", "flags are letters", 1},
    {"test(/(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')", "takes too long", 1},
    {"format(1, 'nonsense')", "“nonsense” is not a number format", 1},
    {"timeFormat(0, 5)", "a time format is a text", 1},
    {"timeOffset('moon', 0)", "“moon” is not a time unit", 1},
    {"timeOffset('mont', 0)", "did you mean “month”?", 1},
    {"timeUnitSpecifier('moon')", "“moon” is not a time unit", 1},
    {"timeUnitSpecifier([])", "at least one time unit", 1},
    {"atob('!')", "atob() takes base64", 1},
    {"btoa('中')", "up to U+00FF", 1},
    {"sequence(1e9)", "sequence() would make more than 2000000 items", 1},
    {"pad('a', 1e12)", "pad() would make more than 16000000 bytes", 1},
    {"timeSequence('milliseconds', 0, 1e12)", "would make more than 2000000 dates", 1},
    {"timeOffset('quarter', 0, 1e12)", "would make more than 2000000 steps", 1},
};

static void test_run_time(Fixture *f, gconstpointer data)
{
	for (size_t i = 0; i < G_N_ELEMENTS(run_time_cases); i++) {
		zn_diags_clear(f->context->diags);
		f->env.failed = false;
		f->env.steps = 0;
		ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, run_time_cases[i].text, NULL);
		g_assert_nonnull(expr);
		g_assert_cmpint(zn_expr_eval(expr, &f->env).type, ==, ZN_UNDEFINED);
		g_assert_true(f->env.failed);
		g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 1);
		check_problem(f, &run_time_cases[i]);
	}
}

/* The caret stands under the character, whose neighbours may be two columns wide. */
static void test_caret(Fixture *f, gconstpointer data)
{
	g_assert_null(zn_expr_parse(f->context, zn_place("a.json", 3, 7), "'中文' + * 2", NULL));
	const ZnDiag *diag = zn_diags_at(f->context->diags, 0);
	g_assert_cmpstr(diag->hint, ==, "'中文' + * 2\n         ^");
	g_assert_cmpstr(diag->place.file, ==, "a.json");
	g_assert_cmpint(diag->place.column, ==, 7);

	zn_diags_clear(f->context->diags);
	g_autofree char *blanks = g_strnfill(300, ' ');
	g_autofree char *text = g_strdup_printf("1%s+ )%s", blanks, blanks);
	g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, text, NULL));
	g_assert_cmpuint(strlen(zn_diags_at(f->context->diags, 0)->hint), <, 250);
}

/* Unknown functions do not hide each other. */
static void test_several(Fixture *f, gconstpointer data)
{
	g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, "foo(1) + bar(2) + clamp(3)", NULL));
	g_assert_cmpuint(zn_diags_count(f->context->diags, ZN_ERROR), ==, 3);
}

static void test_too_many_arguments(Fixture *f, gconstpointer data)
{
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, "floor(1.5, 2)", NULL);
	g_assert_nonnull(expr);
	g_assert_cmpuint(zn_diags_count(f->context->diags, ZN_WARNING), ==, 1);
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 1);
}

static char *repeat(const char *before, const char *middle, const char *after, int n)
{
	GString *text = g_string_new(NULL);
	for (int i = 0; i < n; i++)
		g_string_append(text, before);
	g_string_append(text, middle);
	for (int i = 0; i < n; i++)
		g_string_append(text, after);
	return g_string_free(text, FALSE);
}

/* Nesting has a bound, whatever nests. */
static void test_depth(Fixture *f, gconstpointer data)
{
	static const char *const nests[][3] = {
	    {"(", "1", ")"},          {"[", "1", "]"},     {"{a:", "1", "}"},     {"- ", "1", ""},
	    {"!", "1", ""},           {"abs(", "1", ")"},  {"1 ? ", "1", " : 2"}, {"1 ? 2 : ", "1", ""},
	    {"datum[", "'num'", "]"}, {"1 + (", "1", ")"}, {"if(1,", "1", ",2)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(nests); i++) {
		zn_diags_clear(f->context->diags);
		g_autofree char *text = repeat(nests[i][0], nests[i][1], nests[i][2], 10000);
		g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, text, NULL));
		g_assert_nonnull(strstr(fixture_problem(f), "nested more than 512 levels deep"));

		g_autofree char *shallow = repeat(nests[i][0], nests[i][1], nests[i][2], 400);
		ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, shallow, NULL);
		g_assert_nonnull(expr);
		zn_expr_eval(expr, &f->env);
		f->env.failed = false;
	}
}

/* Chains do not nest, but the tree is as deep as they are long. */
static void test_chain(Fixture *f, gconstpointer data)
{
	g_autofree char *text = repeat("1 + ", "1", "", 3000);
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, text, NULL);
	g_assert_nonnull(expr);
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 3001);

	static const char *const chains[][2] = {{"1", " + 1"}, {"datum", ".a"}, {"datum", "[0]"}, {"1", " && 1"}};
	for (size_t i = 0; i < G_N_ELEMENTS(chains); i++) {
		zn_diags_clear(f->context->diags);
		g_autofree char *tail = repeat("", chains[i][0], chains[i][1], 100000);
		g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, tail, NULL));
		g_assert_nonnull(strstr(fixture_problem(f), "too long to evaluate"));
	}
}

static void test_step_limit(Fixture *f, gconstpointer data)
{
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, "1 + 2 + 3", NULL);
	f->env.steps = ZN_LIMIT_STEPS - 5;
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 6);
	g_assert_cmpuint(f->env.steps, ==, ZN_LIMIT_STEPS);
	zn_expr_eval(expr, &f->env);
	g_assert_true(f->env.failed);
	g_assert_nonnull(strstr(fixture_problem(f), "takes more than 100000000 steps"));

	/* What functions build is paid for as well. */
	zn_diags_clear(f->context->diags);
	f->env.failed = false;
	f->env.steps = 0;
	expr = zn_expr_parse(f->context, (ZnPlace){0}, "length(sequence(1000000))", NULL);
	g_assert_cmpfloat(zn_expr_eval(expr, &f->env).num, ==, 1000000);
	g_assert_cmpuint(f->env.steps, >, 1000000);
}

/* A text that doubles and doubles stops at a limit. */
static void test_growth(Fixture *f, gconstpointer data)
{
	g_autofree char *text = repeat("replace(", "'aa'", ", /a/g, 'aaaaaaaaaa')", 12);
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, text, NULL);
	g_assert_nonnull(expr);
	zn_expr_eval(expr, &f->env);
	g_assert_true(f->env.failed);
}

static void test_random_needs_a_seed(Fixture *f, gconstpointer data)
{
	f->env.random = NULL;
	ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, "sampleNormal() + 1", NULL);
	zn_expr_eval(expr, &f->env);
	g_assert_true(f->env.failed);
	g_assert_nonnull(strstr(fixture_problem(f), "sampleNormal() has no meaning here"));
}

static void test_invalid_utf8(Fixture *f, gconstpointer data)
{
	g_assert_null(zn_expr_parse(f->context, (ZnPlace){0}, "'\xff'", NULL));
	g_assert_cmpstr(fixture_problem(f), ==, "the expression is not valid UTF-8");
}

/* Every beginning of a long expression is an expression or a problem, never a crash. */
static void test_prefixes(Fixture *f, gconstpointer data)
{
	static const char text[] =
	    "if(test(/^[\\]a-z](?<n>b+)\\u4e2d/gi, '\\u{1F600}\\x41中' + datum['a b'][0x1F].c), {a: [1.5e-3, -.5], 'b': !~x},"
	    " datum.y >>> 2 ** 3) ? replace(str, 'a', \"$&\") in [null] : timeFormat(now(), '%Y')";
	for (size_t n = 0; n < sizeof text; n++) {
		g_autofree char *prefix = g_strndup(text, n);
		ZnExpr *expr = zn_expr_parse(f->context, (ZnPlace){0}, prefix, NULL);
		g_assert_true(expr || zn_diags_failed(f->context->diags));
		zn_diags_clear(f->context->diags);
	}
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*test)(Fixture *f, gconstpointer data);
	} tests[] = {
	    {"syntax", test_syntax},
	    {"run-time", test_run_time},
	    {"caret", test_caret},
	    {"several", test_several},
	    {"too-many-arguments", test_too_many_arguments},
	    {"depth", test_depth},
	    {"chain", test_chain},
	    {"step-limit", test_step_limit},
	    {"growth", test_growth},
	    {"random-needs-a-seed", test_random_needs_a_seed},
	    {"invalid-utf8", test_invalid_utf8},
	    {"prefixes", test_prefixes},
	};
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
		g_autofree char *path = g_strdup_printf("/expr/problems/%s", tests[i].name);
		g_test_add(path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
	}
	return g_test_run();
}
