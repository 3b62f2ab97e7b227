#include "runner.h"

static const Case CASES[] = {
#include "discrete_cases.h"
};

static void test_as_vega(void)
{
	run_cases(CASES, G_N_ELEMENTS(CASES));
}

static void test_band_space(void)
{
	g_assert_cmpfloat(zn_band_space(0, 0.1, 0.1), ==, 0);
	g_assert_cmpfloat(zn_band_space(4, 0.5, 0.25), ==, 4);
	g_assert_cmpfloat(zn_band_space(1, 1, 0), ==, 1); /* a single point still takes a step */
}

/* Dates are the same value as their time, as in d3. */
static void test_dates_as_keys(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'band','domain':[1000,2000,1000],'range':[0,100]}");
	g_assert_cmpuint(scale->n_domain, ==, 2);
	g_assert_cmpfloat(zn_scale_num(scale, zn_date(2000)), ==, 50);
}

/* An entry list that was cut short is open at its end. */
static void test_cut_legend(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'bin-ordinal','domain':[0,10,20,30],'range':['a','b','c']}");
	g_assert_cmpstr(zn_scale_label_range(scale, context, zn_undefined(), zn_undefined(), NULL, 1, 3), ==, "10 – 20");
	g_assert_cmpstr(zn_scale_label_range(scale, context, zn_undefined(), zn_undefined(), NULL, 2, 3), ==, "20 – 30");
	g_assert_cmpstr(zn_scale_label_range(scale, context, zn_undefined(), zn_undefined(), NULL, 1, 2), ==, "≥ 10");
	g_assert_cmpstr(zn_scale_label_range(scale, context, zn_undefined(), zn_undefined(), NULL, 9, 3), ==, "");
}

/* Without data nothing has a place, and nothing breaks. */
static void test_empty(void)
{
	static const char *const SPECS[] = {
		"{'type':'ordinal','domain':[],'range':[]}",
		"{'type':'point','domain':[],'range':[0,10]}",
		"{'type':'quantile','domain':[]}",
		"{'type':'quantize','domain':[]}",
		"{'type':'threshold','domain':[]}",
		"{'type':'bin-ordinal','domain':[]}",
		"{'type':'bin-ordinal','domain':[],'scheme':'blues'}",
		"{'type':'quantile','domain':[null,'x'],'range':[1]}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(SPECS); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		const ZnScale *scale = scale_new(context, SPECS[i]);
		g_assert_nonnull(scale);
		g_assert_true(zn_is_undefined(zn_scale_map(scale, zn_null())));
		zn_scale_ticks(scale, context->arena, zn_undefined(), 1);
		size_t n = zn_scale_label_values(scale, context->arena, zn_undefined())->n;
		for (size_t k = 0; k < n; k++)
			g_assert_nonnull(zn_scale_label_range(scale, context, zn_undefined(), zn_undefined(), NULL, k, n));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scale/discrete/as-vega", test_as_vega);
	g_test_add_func("/scale/discrete/band-space", test_band_space);
	g_test_add_func("/scale/discrete/dates-as-keys", test_dates_as_keys);
	g_test_add_func("/scale/discrete/cut-legend", test_cut_legend);
	g_test_add_func("/scale/discrete/empty", test_empty);
	return g_test_run();
}
