#include "runner.h"

static const Case CASES[] = {
#include "time_cases.h"
};

static void test_as_vega(void)
{
	run_cases(CASES, G_N_ELEMENTS(CASES));
}

/* A local scale, in a zone with daylight saving: ticks stay at midnight across the change of 2012-03-11. */
static void test_local_zone(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue domain[] = {zn_date(1331269200000 /* 03-09 00:00 -05:00 */), zn_date(1331611200000 /* 03-13 00:00 -04:00 */)};
	ZnValue range[] = {zn_num(0), zn_num(95)};
	ZnScaleSpec spec = {.type = ZN_SCALE_TIME,
	                    .domain = domain,
	                    .n_domain = 2,
	                    .range = range,
	                    .n_range = 2,
	                    .domain_mid = NAN,
	                    .domain_min = NAN,
	                    .domain_max = NAN};
	const ZnScale *scale = zn_scale_new(context, zn_pointer("case", ""), &spec);
	const ZnArray *ticks = zn_scale_ticks(scale, context->arena, zn_str("date"), 0);
	g_assert_true(
		same_answer(zn_arr((ZnArray *)ticks), json(context, "[1331269200000,1331355600000,1331442000000,1331524800000,1331611200000]")));
	const ZnTickFormat *format = zn_scale_tick_format(scale, context, zn_str("date"), zn_str("%d %H:%M"), NULL, false);
	g_assert_cmpstr(zn_tick_format_apply(format, context->arena, ticks->items[3]), ==, "12 00:00");
}

static void test_formats_by_unit(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'utc','domain':[0,1e12],'range':[0,1]}");
	ZnValue formats =
		json(context, "{'year':'Y%y','quarter':'Q%q','month':'%b','week':'W','day':'%d.','hours':'%H h','minutes':'','seconds':'%S s'}");
	const ZnTickFormat *format = zn_scale_tick_format(scale, context, zn_undefined(), formats, NULL, false);
	static const struct {
		double time;
		const char *want;
	} TIMES[] = {
		{1577836800000, "Y20"},  {1585699200000, "Q2"},    {1580515200000, "Feb"},  {1578182400000, "W"},    {1578268800000, "06."},
		{1578312000000, "12 h"}, {1578312060000, "12:01"}, {1578312065000, "05 s"}, {1578312065007, ".007"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(TIMES); i++)
		g_assert_cmpstr(zn_tick_format_apply(format, context->arena, zn_date(TIMES[i].time)), ==, TIMES[i].want);
}

/* A discrete scale of times is formatted as its format type says. */
static void test_format_type(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'band','domain':[1577836800000],'range':[0,1]}");
	const ZnTickFormat *format = zn_scale_tick_format(scale, context, zn_undefined(), zn_str("%Y"), "utc", false);
	g_assert_cmpstr(zn_tick_format_apply(format, context->arena, scale->domain[0]), ==, "2020");
	g_assert_cmpstr(zn_tick_format_apply(format, context->arena, zn_str("no time")), ==, "no time");
}

/* An interval that would give millions of ticks gives way to the default. */
static void test_too_fine(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'utc','domain':[0,4e12],'range':[0,1]}");
	g_assert_cmpuint(zn_scale_ticks(scale, context->arena, zn_str("milliseconds"), 0)->n, <, 20);
	g_assert_cmpuint(zn_scale_ticks(scale, context->arena, zn_num(1e18), 0)->n, <, 30000);
	g_assert_cmpuint(zn_scale_ticks(scale, context->arena, zn_str("fortnight"), 0)->n, >, 2);
	const ZnScale *beyond = scale_new(context, "{'type':'utc','domain':[-1e300,1e300],'range':[0,1]}");
	g_assert_cmpuint(zn_scale_ticks(beyond, context->arena, zn_undefined(), 0)->n, ==, 0);
}

int main(int argc, char **argv)
{
	g_setenv("TZ", "America/New_York", TRUE);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scale/time/as-vega", test_as_vega);
	g_test_add_func("/scale/time/local-zone", test_local_zone);
	g_test_add_func("/scale/time/formats-by-unit", test_formats_by_unit);
	g_test_add_func("/scale/time/format-type", test_format_type);
	g_test_add_func("/scale/time/too-fine", test_too_fine);
	return g_test_run();
}
