#include "format/calendar.h"

#include "calendar_cases.h"

#include <glib.h>
#include <math.h>
#include <string.h>
#include <time.h>

/* POSIX rules, so that no zone files are needed; New York's holds from 2007 on. */
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"
#define SHANGHAI "CST-8"
#define MOSCOW "MSK-3"

static void use_zone(const char *zone)
{
	g_setenv("TZ", zone, true);
	tzset();
}

static void assert_time(double got, double want, const char *what)
{
	if (got != want && !(isnan(got) && isnan(want)))
		g_error("%s: got %.0f, want %.0f", what, got, want);
}

static void test_parts_round_trip(void)
{
	for (double time = -8.64e15; time <= 8.64e15; time += 7.7777777777e11) {
		double whole = trunc(time);
		ZnDateParts parts = zn_date_parts(whole, true);
		g_assert_cmpfloat(zn_date_from_full_parts(&parts, true), ==, whole);
	}
	ZnDateParts parts = zn_date_parts(-1, true);
	g_assert_cmpint(parts.year, ==, 1969);
	g_assert_cmpint(parts.month, ==, 11);
	g_assert_cmpint(parts.day, ==, 31);
	g_assert_cmpint(parts.ms, ==, 999);
	g_assert_cmpint(parts.weekday, ==, 3);
	g_assert_cmpint(parts.day_of_year, ==, 365);
	g_assert_cmpint(zn_date_parts(NAN, true).year, ==, 0);
	g_assert_cmpint(zn_date_parts(INFINITY, false).day, ==, 0);
}

static void test_parts_roll_over(void)
{
	ZnDateParts parts = {.year = 99, .month = 14, .day = 0, .hours = -1};
	g_assert_cmpfloat(zn_date_from_parts(&parts, true), ==, 951778800000); /* 2000-02-28T23:00Z */
	g_assert_cmpfloat(zn_date_from_full_parts(&parts, true), ==, -59006451600000);
	parts = (ZnDateParts){.year = 275760, .month = 8, .day = 13, .ms = 1};
	g_assert_true(isnan(zn_date_from_parts(&parts, true)));
	parts = (ZnDateParts){.year = G_MAXINT, .month = G_MAXINT, .day = G_MAXINT};
	g_assert_true(isnan(zn_date_from_parts(&parts, false)));
}

static void test_daylight_saving(void)
{
	use_zone(NEW_YORK);
	/* 02:30 on 8 March 2020 does not exist: 03:30 EDT; 01:30 on 1 November comes twice: the first. */
	g_assert_cmpfloat(zn_date_from_parts(&(ZnDateParts){.year = 2020, .month = 2, .day = 8, .hours = 2, .minutes = 30}, false), ==,
	                  1583652600000);
	g_assert_cmpfloat(zn_date_from_parts(&(ZnDateParts){.year = 2020, .month = 10, .day = 1, .hours = 1, .minutes = 30}, false), ==,
	                  1604208600000);
	g_assert_cmpint(zn_date_parts(1604208600000, false).hours, ==, 1);
	g_assert_cmpint(zn_date_parts(1604212200000, false).hours, ==, 1);
	g_assert_cmpfloat(zn_time_zone_offset(1583652600000), ==, 240);
	g_assert_cmpfloat(zn_time_zone_offset(1583632800000), ==, 300);
	use_zone(SHANGHAI);
	g_assert_cmpfloat(zn_time_zone_offset(0), ==, -480);
	g_assert_cmpfloat(zn_date_parse("2020-01-01T00:00"), ==, 1577808000000);
	use_zone(MOSCOW);
	g_assert_cmpfloat(zn_date_parse("2020-01-01T00:00"), ==, 1577826000000);
	g_assert_cmpfloat(zn_date_parse("2020-01-01"), ==, 1577836800000);
	use_zone("UTC");
}

static void test_parse(void)
{
	use_zone(NEW_YORK);
	for (size_t i = 0; i < G_N_ELEMENTS(parse_cases); i++)
		assert_time(zn_date_parse(parse_cases[i].text), parse_cases[i].want, parse_cases[i].text);
	use_zone("UTC");
}

static void test_intervals(void)
{
	use_zone(NEW_YORK);
	for (size_t i = 0; i < G_N_ELEMENTS(interval_cases); i++) {
		ZnInterval interval = interval_cases[i].interval;
		int step = interval_cases[i].step;
		double time = interval_cases[i].time, got;
		bool utc = interval_cases[i].utc;
		char function = interval_cases[i].function;
		if (function == 'f')
			got = zn_interval_floor(interval, step, time, utc);
		else if (function == 'c')
			got = zn_interval_ceil(interval, step, time, utc);
		else
			got = zn_interval_offset(interval, time, step, utc);
		g_autofree char *what = g_strdup_printf("%c interval %d step %d at %.0f", function, interval, step, time);
		assert_time(got, interval_cases[i].want, what);
	}
	use_zone("UTC");
	for (int i = ZN_MILLISECOND; i <= ZN_UNIX_DAY; i++) {
		g_assert_true(isnan(zn_interval_floor(i, 2, NAN, true)));
		g_assert_true(isnan(zn_interval_ceil(i, 1, NAN, false)));
		g_assert_true(isnan(zn_interval_offset(i, NAN, 1, true)));
	}
	g_assert_true(isnan(zn_interval_offset(ZN_MONTH, 0, 1e300, true)));
	g_assert_cmpfloat(zn_interval_floor(ZN_WEEK, 2, 14 * 86400000.0, true), ==, zn_interval_floor(ZN_WEEK, 2, 11 * 86400000.0, true));
}

static void test_unit_names(void)
{
	ZnTimeUnit unit;
	g_assert_true(zn_time_unit_parse("binnedutcyearmonthdate", &unit));
	g_assert_true(unit.binned && unit.utc && unit.step == 1);
	g_assert_cmpuint(unit.units, ==, ZN_UNIT_YEAR | ZN_UNIT_MONTH | ZN_UNIT_DATE);
	g_assert_true(zn_time_unit_parse("yeardayofyear", &unit));
	g_assert_cmpuint(unit.units, ==, ZN_UNIT_YEAR | ZN_UNIT_DAYOFYEAR);
	static const char *const wrong[] = {"",         "utc",      "years", "monthyear",  "yearyear",
	                                    "monthday", "weekdate", "Year",  "year month", "dayofyearday"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(zn_time_unit_parse(wrong[i], &unit));
	g_assert_false(zn_time_unit_parse(NULL, &unit));
	g_assert_cmpuint(unit.units, ==, ZN_UNIT_YEAR | ZN_UNIT_DAYOFYEAR); /* untouched */
}

static void test_unit_floors(void)
{
	use_zone(NEW_YORK);
	for (size_t i = 0; i < G_N_ELEMENTS(floor_cases); i++) {
		ZnTimeUnit unit;
		g_assert_true(zn_time_unit_parse(floor_cases[i].unit, &unit));
		unit.step = floor_cases[i].step;
		assert_time(zn_time_unit_floor(&unit, floor_cases[i].time), floor_cases[i].want, floor_cases[i].unit);
	}
	use_zone("UTC");
	ZnTimeUnit quarter;
	g_assert_true(zn_time_unit_parse("utcyearquarter", &quarter));
	g_assert_cmpfloat(zn_time_unit_offset(&quarter, 1577836800000, 1), ==, 1585699200000);
	g_assert_true(isnan(zn_time_unit_floor(&quarter, NAN)));
}

static void test_unit_labels(void)
{
	ZnArena *arena = zn_arena_new();
	for (size_t i = 0; i < G_N_ELEMENTS(specifier_cases); i++) {
		static const char *const prefixes[] = {"", "utc", "binned", "binnedutc"};
		for (size_t k = 0; k < G_N_ELEMENTS(prefixes); k++) {
			g_autofree char *name = g_strconcat(prefixes[k], specifier_cases[i].unit, NULL);
			ZnTimeUnit unit;
			g_assert_true(zn_time_unit_parse(name, &unit));
			g_assert_cmpstr(zn_time_unit_specifier(arena, &unit), ==, specifier_cases[i].want);
		}
	}
	static const char *const overrides[] = {"month-date", "%e %B ", NULL};
	g_assert_cmpstr(zn_time_units_specifier(arena, ZN_UNIT_MONTH | ZN_UNIT_DATE | ZN_UNIT_HOURS, overrides), ==, "%e %B %H:00");
	g_assert_cmpstr(zn_time_units_specifier(arena, 0, NULL), ==, "");
	zn_arena_free(arena);
}

static void test_unit_durations(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(duration_cases); i++) {
		ZnTimeUnit unit;
		g_assert_true(zn_time_unit_parse(duration_cases[i].unit, &unit));
		unit.step = duration_cases[i].step;
		assert_time(zn_time_unit_duration(&unit), duration_cases[i].want, duration_cases[i].unit);
	}
}

static void test_unit_for_extent(void)
{
	static const struct {
		double span;
		int maxbins;
		unsigned smallest;
		int step;
	} cases[] = {
	    {100, 40, ZN_UNIT_MILLISECONDS, 2},          {40e3, 40, ZN_UNIT_SECONDS, 1},        {86400e3, 40, ZN_UNIT_MINUTES, 30},
	    {86400e3 * 30, 40, ZN_UNIT_DATE, 1},         {86400e3 * 365, 12, ZN_UNIT_MONTH, 1}, {86400e3 * 365, 40, ZN_UNIT_WEEK, 1},
	    {86400e3 * 365 * 100, 10, ZN_UNIT_YEAR, 10},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnTimeUnit unit = zn_time_unit_for_extent(0, cases[i].span, cases[i].maxbins, true);
		g_assert_true(unit.units & cases[i].smallest && unit.units < cases[i].smallest * 2);
		g_assert_cmpint(unit.step, ==, cases[i].step);
	}
	g_assert_cmpint(zn_time_unit_for_extent(NAN, NAN, 0, false).step, >=, 1);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/format/calendar/parts-round-trip", test_parts_round_trip);
	g_test_add_func("/format/calendar/parts-roll-over", test_parts_roll_over);
	g_test_add_func("/format/calendar/daylight-saving", test_daylight_saving);
	g_test_add_func("/format/calendar/parse", test_parse);
	g_test_add_func("/format/calendar/intervals", test_intervals);
	g_test_add_func("/format/calendar/unit-names", test_unit_names);
	g_test_add_func("/format/calendar/unit-floors", test_unit_floors);
	g_test_add_func("/format/calendar/unit-labels", test_unit_labels);
	g_test_add_func("/format/calendar/unit-durations", test_unit_durations);
	g_test_add_func("/format/calendar/unit-for-extent", test_unit_for_extent);
	return g_test_run();
}
