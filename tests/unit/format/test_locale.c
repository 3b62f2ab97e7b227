#include "format/format.h"

#include <glib.h>
#include <math.h>

#define NBSP "\xc2\xa0"
#define NARROW "\xe2\x80\xaf"

static ZnArena *arena;

static void test_lookup(void)
{
	g_assert_cmpstr(zn_locale_lang(zn_locale_lookup("zh")), ==, "zh-CN");
	g_assert_true(zn_locale_lookup("zh-Hans-CN") == zn_locale_lookup("zh"));
	g_assert_true(zn_locale_lookup("ru_RU.UTF-8") == zn_locale_lookup("RU"));
	g_assert_null(zn_locale_lookup("de"));
	g_assert_null(zn_locale_lookup("english"));
	g_assert_null(zn_locale_lookup(""));
	g_assert_null(zn_locale_lookup(NULL));
	for (const char *const *lang = zn_locale_languages(); *lang; lang++)
		g_assert_nonnull(zn_locale_lookup(*lang));
}

static void test_numbers(void)
{
	static const struct {
		const char *spec;
		double number;
		const char *ru, *zh;
	} cases[] = {
	    {",.1f", 24393.1, "24" NARROW "393,1", "24,393.1"},
	    {",.1f", 4393.1, "4393,1", "4,393.1"},
	    {",d", -1234567, "−1" NARROW "234" NARROW "567", "−1,234,567"},
	    {".1%", 0.125, "12,5" NBSP "%", "12.5%"},
	    {"$,.2f", 12345.5, "12" NARROW "345,50" NBSP "₽", "¥12,345.50"},
	    {".3s", 12500, "12,5к", "12.5k"},
	    {".2s", 0.0000012, "1,2мк", "1.2µ"},
	    {"", 0.5, "0,5", "0.5"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_assert_cmpstr(zn_format_number_text(arena, zn_locale_lookup("ru"), cases[i].spec, cases[i].number), ==, cases[i].ru);
		g_assert_cmpstr(zn_format_number_text(arena, zn_locale_lookup("zh"), cases[i].spec, cases[i].number), ==, cases[i].zh);
	}
}

static void test_times(void)
{
	static const struct {
		const char *spec; /* NULL = multi-format */
		double time;
		const char *en, *ru, *zh;
	} cases[] = {
	    {"%B %Y", 1583020800000, "March 2020", "март 2020", "3月 2020"},
	    {"%-d %B", 1583020800000, "1 March", "1 марта", "1 3月"},
	    {"%d %b, %b", 1588636800000, "05 May, May", "05 мая, май", "05 5月, 5月"},
	    {"%x", 1588636800000, "5/5/2020", "05.05.2020", "2020年5月5日"},
	    {"%c", 1583020800000, "3/1/2020, 12:00:00 AM", "воскресенье, 1 марта 2020" NBSP "г., 00:00:00", "2020年3月1日 星期日 00:00:00"},
	    {"%a %A", 1588636800000, "Tue Tuesday", "вт вторник", "周二 星期二"},
	    {NULL, 1577836800000, "2020", "2020", "2020年"},
	    {NULL, 1583020800000, "March", "март", "3月"},
	    {NULL, 1588464000000, "May 03", "3 мая", "5月3日"},
	    {NULL, 1588550400000, "Mon 04", "4, пн", "4日周一"},
	    {NULL, 1588550460000, "12:01", "00:01", "00:01"},
	    {NULL, 1588554000000, "01 AM", "01:00", "01:00"},
	    {NULL, 1588554000005, ".005", ",005", ".005"},
	};
	static const char *const langs[] = {"en", "ru", "zh"};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		for (size_t k = 0; k < G_N_ELEMENTS(langs); k++) {
			const ZnLocale *locale = zn_locale_lookup(langs[k]);
			const char *want = k == 0 ? cases[i].en : k == 1 ? cases[i].ru : cases[i].zh;
			const char *got = cases[i].spec ? zn_format_time(arena, locale, cases[i].spec, cases[i].time, true)
			                                : zn_format_time_multi(arena, locale, cases[i].time, true);
			g_assert_cmpstr(got, ==, want);
		}
}

static void test_unit_specifiers(void)
{
	static const struct {
		const char *unit, *en, *ru, *zh;
	} cases[] = {
	    {"yearmonth", "%b %Y", "%b %Y", "%Y年%-m月"},
	    {"yearmonthdate", "%b %d, %Y", "%-d %b %Y", "%Y年%-m月%-d日"},
	    {"monthdate", "%b %d", "%-d %b", "%-m月%-d日"},
	    {"yearquarter", "%Y Q%q", "%q кв. %Y", "%Y年%q季度"},
	    {"year", "%Y", "%Y", "%Y年"},
	    {"hoursminutes", "%H:%M", "%H:%M", "%H:%M"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnTimeUnit unit;
		g_assert_true(zn_time_unit_parse(cases[i].unit, &unit));
		g_assert_cmpstr(zn_locale_unit_specifier(arena, zn_locale_lookup("en"), &unit), ==, cases[i].en);
		g_assert_cmpstr(zn_locale_unit_specifier(arena, zn_locale_lookup("ru"), &unit), ==, cases[i].ru);
		g_assert_cmpstr(zn_locale_unit_specifier(arena, zn_locale_lookup("zh"), &unit), ==, cases[i].zh);
	}
}

static void test_prose(void)
{
	static const struct {
		double number;
		int decimals;
		bool big;
		const char *en, *ru, *zh;
	} cases[] = {
	    {24393.1, 1, false, "24,393.1", "24" NARROW "393,1", "24393.1"},
	    {4393.1, 1, false, "4,393.1", "4393,1", "4393.1"},
	    {-4393.123, -1, false, "−4,393.123", "−4393,123", "−4393.123"},
	    {0.1 + 0.2, -1, false, "0.3", "0,3", "0.3"},
	    {0, -1, false, "0", "0", "0"},
	    {-0.001, 1, false, "0.0", "0,0", "0.0"},
	    {2.44e12, 2, true, "2.44" NBSP "trillion", "2,44" NBSP "трлн", "2.44万亿"},
	    {-2440000, 2, true, "−2.44" NBSP "million", "−2,44" NBSP "млн", "−244.00万"},
	    {999999, 2, true, "1.00" NBSP "million", "1,00" NBSP "млн", "100.00万"},
	    {99999999, 0, true, "100" NBSP "million", "100" NBSP "млн", "1亿"},
	    {12345, 1, true, "12.3" NBSP "thousand", "12,3" NBSP "тыс.", "1.2万"},
	    {999, 1, true, "999.0", "999,0", "999.0"},
	    {12e9, -1, true, "12" NBSP "billion", "12" NBSP "млрд", "120亿"},
	    {NAN, 1, true, "NaN", "NaN", "NaN"},
	    {-INFINITY, 1, true, "−∞", "−∞", "−∞"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		double number = cases[i].number;
		int decimals = cases[i].decimals;
		bool big = cases[i].big;
		g_assert_cmpstr(zn_format_prose(arena, zn_locale_lookup("en"), number, decimals, big), ==, cases[i].en);
		g_assert_cmpstr(zn_format_prose(arena, zn_locale_lookup("ru"), number, decimals, big), ==, cases[i].ru);
		g_assert_cmpstr(zn_format_prose(arena, zn_locale_lookup("zh"), number, decimals, big), ==, cases[i].zh);
	}
	g_assert_nonnull(zn_format_prose(arena, zn_locale_lookup("en"), 1e308, 1000000, true));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	arena = zn_arena_new();
	g_test_add_func("/format/locale/lookup", test_lookup);
	g_test_add_func("/format/locale/numbers", test_numbers);
	g_test_add_func("/format/locale/times", test_times);
	g_test_add_func("/format/locale/unit-specifiers", test_unit_specifiers);
	g_test_add_func("/format/locale/prose", test_prose);
	int status = g_test_run();
	zn_arena_free(arena);
	return status;
}
