#include "base/value.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Texts as node 22 prints them. */
static const struct {
	double num;
	const char *text;
} printed[] = {
    {0, "0"},
    {-0.0, "0"},
    {1, "1"},
    {-1.5, "-1.5"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.30000000000000004"},
    {1.0 / 3, "0.3333333333333333"},
    {100, "100"},
    {123456.789, "123456.789"},
    {1e21, "1e+21"},
    {1e20, "100000000000000000000"},
    {123456789012345680000.0, "123456789012345680000"},
    {1.5e21, "1.5e+21"},
    {1e-6, "0.000001"},
    {1e-7, "1e-7"},
    {1.25e-7, "1.25e-7"},
    {0.00001234, "0.00001234"},
    {9007199254740992.0, "9007199254740992"},
    {9007199254740994.0, "9007199254740994"},
    {5e-324, "5e-324"},
    {1.5e-323, "1.5e-323"},
    {2.2250738585072014e-308, "2.2250738585072014e-308"},
    {2.225073858507201e-308, "2.225073858507201e-308"},
    {1.7976931348623157e308, "1.7976931348623157e+308"},
    {0x1p-44, "5.684341886080802e-14"},
    {1.2345678901234567e25, "1.2345678901234566e+25"},
    {4.35, "4.35"},
    {0.000001234, "0.000001234"},
    {-1e-7, "-1e-7"},
    {1e300, "1e+300"},
    {0.1 * 3, "0.30000000000000004"},
    {4.0 / 3, "1.3333333333333333"},
    {1e15 + 0.5, "1000000000000000.5"},
    {999999999999999.9, "999999999999999.9"},
    {2251799813685247.5, "2251799813685247.5"},
    {INFINITY, "Infinity"},
    {-INFINITY, "-Infinity"},
    {NAN, "NaN"},
};

static void test_print(void)
{
	char buffer[32];
	for (size_t i = 0; i < G_N_ELEMENTS(printed); i++)
		g_assert_cmpstr(zn_number_to_string(printed[i].num, buffer), ==, printed[i].text);
}

/* Whatever the bits, the text reads back. */
static void test_round_trip(void)
{
	for (int i = 0; i < 200000; i++) {
		uint64_t bits = (uint64_t)g_test_rand_int() << 32 | (uint32_t)g_test_rand_int();
		double num, back;
		memcpy(&num, &bits, sizeof num);
		if (i % 4 == 1)
			num = g_test_rand_double_range(-1000, 1000);
		if (i % 4 == 2)
			num = g_test_rand_int_range(-1000000, 1000000) / 1000.0;
		if (i % 4 == 3)
			num = ldexp(1, g_test_rand_int_range(-1074, 1024));
		if (!isfinite(num))
			continue;
		char buffer[32];
		zn_number_to_string(num, buffer);
		g_assert_true(zn_parse_number(buffer, strlen(buffer), &back));
		g_assert_true(back == num);
		g_assert_true(g_ascii_strtod(buffer, NULL) == num);
	}
}

static const struct {
	const char *text;
	double num;
} read_back[] = {
    {"", 0},
    {"  \t\n", 0},
    {"5", 5},
    {" 5 ", 5},
    {"\xc2\xa0"
     "5\xe3\x80\x80",
     5},
    {"\xef\xbb\xbf"
     "5",
     5},
    {"5.", 5},
    {".5", 0.5},
    {"-.5e1", -5},
    {"+7", 7},
    {"1e3", 1000},
    {"1E-3", 0.001},
    {"0x1F", 31},
    {"0b101", 5},
    {"0o17", 15},
    {"007", 7},
    {"Infinity", INFINITY},
    {"-Infinity", -INFINITY},
    {"1e400", INFINITY},
    {"1e-400", 0},
    {"123456789012345678901234567890", 123456789012345678901234567890.0},
    {"0.1", 0.1},
    {"179.99999999999997", 179.99999999999997},
    {"1.7976931348623157e308", 1.7976931348623157e308},
    {"5e-324", 5e-324},
    {"0.000000000000000000000000000001", 1e-30},
    {"9007199254740993", 9007199254740992.0},
    {"1e23", 1e23},
    {"8.5e22", 8.5e22},
    {"00000000000000000000000012", 12},
    {"0.0000000000000000000000123e22", 0.0000000000000000000000123e22},
    {"1e99999999999", INFINITY},
    {"0e99999999999", 0},
    {"3.141592653589793238462643383279502884197169399375105820974944592307816406286", 3.141592653589793},
};

static const char *const no_numbers[] = {
    "a",   "5a",       "5 5", "1e",  "1e+", ".",     "-",   "+",  "--5", "0x", "0xg",   "-0x1f",
    "0b2", "infinity", "nan", "NaN", "inf", "1_000", "1,5", "e5", ". 5", "٣",  "5\xc2", "1.2.3",
};

static void test_parse(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(read_back); i++) {
		double num = -99;
		if (!zn_parse_number(read_back[i].text, strlen(read_back[i].text), &num) || num != read_back[i].num)
			g_error("“%s” gave %.17g", read_back[i].text, num);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(no_numbers); i++) {
		double num = -99;
		if (zn_parse_number(no_numbers[i], strlen(no_numbers[i]), &num))
			g_error("“%s” gave %.17g", no_numbers[i], num);
		g_assert_cmpfloat(num, ==, -99);
	}
	double num;
	g_assert_true(zn_parse_number("12345", 2, &num)); /* what stands behind `len` is not read */
	g_assert_cmpfloat(num, ==, 12);
	g_assert_true(zn_parse_number("-0", 2, &num));
	g_assert_true(signbit(num));
}

/* A program that takes its locale from the environment still writes points. */
static void test_locale(void)
{
	if (!setlocale(LC_NUMERIC, "de_DE.UTF-8") && !setlocale(LC_NUMERIC, "ru_RU.UTF-8")) {
		g_test_skip("no locale with a decimal comma");
		return;
	}
	char buffer[32];
	double num;
	g_assert_cmpstr(zn_number_to_string(1.0 / 3, buffer), ==, "0.3333333333333333");
	g_assert_true(zn_parse_number("3.14159265358979312", 19, &num));
	g_assert_cmpfloat(num, ==, 3.141592653589793);
	setlocale(LC_NUMERIC, "C");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/value-number/print", test_print);
	g_test_add_func("/base/value-number/round-trip", test_round_trip);
	g_test_add_func("/base/value-number/parse", test_parse);
	g_test_add_func("/base/value-number/locale", test_locale);
	return g_test_run();
}
