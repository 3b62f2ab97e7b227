#include "format/format.h"

#include "time_cases.h"

#include <glib.h>
#include <string.h>
#include <time.h>

static ZnArena *arena;

static void test_write(void)
{
	const ZnLocale *english = zn_locale_lookup("en");
	for (size_t i = 0; i < G_N_ELEMENTS(write_cases); i++) {
		const char *got = zn_format_time(arena, english, write_cases[i].spec, write_cases[i].time, true);
		if (strcmp(got, write_cases[i].want))
			g_error("\"%s\" at %.0f: got \"%s\", want \"%s\"", write_cases[i].spec, write_cases[i].time, got, write_cases[i].want);
	}
	g_assert_cmpstr(zn_format_time(arena, english, "%Y-%m-%_d %%", NAN, true), ==, "0NaN-NaN-NaN %");
	g_assert_cmpstr(zn_format_time(arena, english, "%b %d, %Y%", 1e300, false), ==, " NaN, 0NaN");
	g_assert_cmpstr(zn_format_date_words(arena, NAN), ==, "Invalid Date");
	g_assert_true(g_str_has_prefix(zn_format_date_words(arena, 1580526245000 - 1000.0 * 45), "Sat Feb 01 2020 "));
}

static void test_write_local(void)
{
	const ZnLocale *english = zn_locale_lookup("en");
	g_setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", true);
	tzset();
	g_assert_cmpstr(zn_format_time(arena, english, "%Y-%m-%d %H:%M %Z", 1583652600000, false), ==, "2020-03-08 03:30 -0400");
	g_assert_cmpstr(zn_format_time(arena, english, "%Y-%m-%d %H:%M %Z", 1583652600000, true), ==, "2020-03-08 07:30 +0000");
	g_assert_cmpfloat(zn_parse_time("%Y-%m-%d %H:%M", "2020-03-08 02:30", false), ==, 1583652600000);
	g_assert_cmpfloat(zn_parse_time("%Y-%m-%d %Z", "2020-03-08 +0800", false), ==, 1583596800000);
	g_setenv("TZ", "UTC", true);
	tzset();
}

static void test_multi(void)
{
	const ZnLocale *english = zn_locale_lookup("en");
	for (size_t i = 0; i < G_N_ELEMENTS(multi_cases); i++)
		g_assert_cmpstr(zn_format_time_multi(arena, english, multi_cases[i].time, true), ==, multi_cases[i].want);
}

static void test_read(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(read_cases); i++) {
		double got = zn_parse_time(read_cases[i].spec, read_cases[i].text, true), want = read_cases[i].want;
		if (got != want && !(isnan(got) && isnan(want)))
			g_error("\"%s\" by \"%s\": got %.0f, want %.0f", read_cases[i].text, read_cases[i].spec, got, want);
	}
	g_assert_true(isnan(zn_parse_time("%Q", "99999999999999999999999999", true)));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	arena = zn_arena_new();
	g_test_add_func("/format/time/write", test_write);
	g_test_add_func("/format/time/write-local", test_write_local);
	g_test_add_func("/format/time/multi", test_multi);
	g_test_add_func("/format/time/read", test_read);
	int status = g_test_run();
	zn_arena_free(arena);
	return status;
}
