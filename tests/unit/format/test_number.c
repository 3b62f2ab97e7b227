#include "format/decimal.h"
#include "format/format.h"

#include "number_cases.h"

#include <glib.h>
#include <string.h>

static ZnArena *arena;

static const ZnLocale *english(void)
{
	return zn_locale_lookup("en");
}

static void check(const char *got, const char *want, const char *spec, double number)
{
	if (strcmp(got, want))
		g_error("format \"%s\" of %.17g: got \"%s\", want \"%s\"", spec, number, got, want);
}

static ZnNumberFormat parsed(const char *spec)
{
	ZnNumberFormat format;
	if (!zn_number_format_parse(spec, &format))
		g_error("\"%s\" should be a specifier", spec);
	return format;
}

static void test_format(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(number_cases); i++) {
		ZnNumberFormat format = parsed(number_cases[i].spec);
		const char *got = zn_format_number(arena, english(), &format, number_cases[i].number);
		check(got, number_cases[i].want, number_cases[i].spec, number_cases[i].number);
	}
}

static void test_prefix(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(prefix_cases); i++) {
		ZnNumberFormat format = parsed(prefix_cases[i].spec);
		const char *got = zn_format_number_prefix(arena, english(), &format, prefix_cases[i].reference, prefix_cases[i].number);
		check(got, prefix_cases[i].want, prefix_cases[i].spec, prefix_cases[i].number);
	}
}

static void test_ticks(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(span_cases); i++) {
		ZnNumberFormat format = zn_format_ticks(span_cases[i].start, span_cases[i].stop, span_cases[i].count, span_cases[i].spec);
		const char *got = zn_format_number(arena, english(), &format, span_cases[i].number);
		check(got, span_cases[i].want, span_cases[i].spec, span_cases[i].number);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(float_cases); i++) {
		ZnNumberFormat format = zn_format_float(float_cases[i].spec);
		const char *got = zn_format_number(arena, english(), &format, float_cases[i].number);
		check(got, float_cases[i].want, float_cases[i].spec, float_cases[i].number);
	}
	ZnNumberFormat none = zn_format_ticks(NAN, INFINITY, 0, "nonsense");
	g_assert_cmpstr(zn_format_number(arena, english(), &none, 1234.5), ==, "1,234.500000");
}

static void test_precision(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(precision_cases); i++) {
		double step = precision_cases[i].step, value = precision_cases[i].value;
		g_assert_cmpint(zn_precision_fixed(step), ==, precision_cases[i].fixed);
		g_assert_cmpint(zn_precision_prefix(step, value), ==, precision_cases[i].prefix);
		g_assert_cmpint(zn_precision_round(step, value), ==, precision_cases[i].round);
	}
}

/* printf would round these to even. */
static void test_ties(void)
{
	static const struct {
		const char *spec;
		double number;
		const char *want;
	} cases[] = {
	    {".0f", 0.5, "1"},        {".0f", 2.5, "3"},
	    {".1f", 0.25, "0.3"},     {".2f", 1.005, "1.00"},
	    {".3f", 0.0625, "0.063"}, {".0e", 2.5, "3e+0"},
	    {".1e", 125, "1.3e+2"},   {".2r", 0.125, "0.13"},
	    {".1r", 25, "30"},        {".2r", 1e22 / 8 * 9, "11000000000000000000000"},
	    {".3r", 12.25, "12.3"},   {".6f", 16377525323246.3828125, "16377525323246.382813"},
	    {"d", 2.5, "3"},          {".1%", 0.0625, "6.3%"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		check(zn_format_number_text(arena, english(), cases[i].spec, cases[i].number), cases[i].want, cases[i].spec, cases[i].number);
}

static void test_digits(void)
{
	char digits[ZN_DECIMAL_DIGITS];
	g_assert_cmpint(zn_decimal_shortest(5e-324, digits), ==, -324);
	g_assert_cmpstr(digits, ==, "5");
	g_assert_cmpint(zn_decimal_shortest(0.1, digits), ==, -1);
	g_assert_cmpstr(digits, ==, "1");
	g_assert_cmpint(zn_decimal_shortest(9007199254740993.0, digits), ==, 15);
	g_assert_cmpstr(digits, ==, "9007199254740992");
	g_assert_cmpint(zn_decimal_round(9.995, 3, digits), ==, 0); /* a little less than it says */
	g_assert_cmpstr(digits, ==, "999");
	g_assert_cmpint(zn_decimal_round(99.96, 3, digits), ==, 2);
	g_assert_cmpstr(digits, ==, "100");
}

static void test_wrong_specifiers(void)
{
	static const char *const wrong[] = {"foo", ".-2s", ".f", "5.", "..", "f2", "%f", "~~", "$$", "<<<", "\xff", "\xff>5", "d d"};
	ZnNumberFormat format = {.width = 77};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_assert_false(zn_number_format_parse(wrong[i], &format));
		g_assert_false(zn_number_format_valid(wrong[i]));
		g_assert_cmpstr(zn_format_number_text(arena, english(), wrong[i], 12.5), ==, "12.5");
	}
	g_assert_false(zn_number_format_valid(NULL));
	g_assert_cmpint(format.width, ==, 77);
	/* Absurd widths and precisions cost neither memory nor correctness. */
	g_assert_cmpuint(strlen(zn_format_number_text(arena, english(), "99999999999999999999d", 1)), ==, 1000);
	g_assert_cmpstr(zn_format_number_text(arena, english(), ".99999999999f", 1), ==, "1.00000000000000000000");
	g_assert_cmpstr(zn_format_number_text(arena, english(), "织^5d", 7), ==, "织织7织织");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	arena = zn_arena_new();
	g_test_add_func("/format/number/format", test_format);
	g_test_add_func("/format/number/prefix", test_prefix);
	g_test_add_func("/format/number/ticks", test_ticks);
	g_test_add_func("/format/number/precision", test_precision);
	g_test_add_func("/format/number/ties", test_ties);
	g_test_add_func("/format/number/digits", test_digits);
	g_test_add_func("/format/number/wrong-specifiers", test_wrong_specifiers);
	int status = g_test_run();
	zn_arena_free(arena);
	return status;
}
