#include "runner.h"

static const Case CASES[] = {
#include "continuous_cases.h"
};

static void test_as_vega(void)
{
	run_cases(CASES, G_N_ELEMENTS(CASES));
}

static void test_without_data(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'linear','domain':[],'range':[0,100],'nice':true,'zero':true}");
	g_assert_nonnull(scale);
	g_assert_true(isnan(zn_scale_num(scale, zn_num(1))));
	g_assert_cmpuint(zn_scale_ticks(scale, context->arena, zn_undefined(), 0)->n, ==, 0);
}

static void test_min_step(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const ZnScale *scale = scale_new(context, "{'type':'linear','domain':[0,3],'range':[0,100]}");
	g_assert_true(same_answer(zn_arr(zn_scale_ticks(scale, context->arena, zn_num(10), 1)), json(context, "[0,1,2,3]")));
	g_assert_true(same_answer(zn_arr(zn_scale_ticks(scale, context->arena, zn_num(3), 0.5)), json(context, "[0,1,2,3]")));
	g_assert_cmpfloat(zn_scale_tick_count(scale, zn_undefined(), 0).num, ==, 10);
}

/* Explicit axis values: those outside of the range go, the rest stands in the range's order, thinned to the count. */
static void test_valid_ticks(void)
{
	static const struct {
		const char *spec, *values, *count, *want;
	} VALID[] = {
		{"{'type':'linear','domain':[0,10],'range':[0,100]}", "[5,-1,12,0,10]", "", "[0,5,10]"},
		{"{'type':'linear','domain':[0,10],'range':[100,0]}", "[0,5,10]", "", "[0,5,10]"},
		{"{'type':'linear','domain':[0,10],'range':[0,100]}", "[0,1,2,3,4,5,6,7,8]", "5", "[0,2,4,6,8]"},
		{"{'type':'linear','domain':[0,10],'range':[0,100]}", "[0,1,2,3]", "1", "[0,3]"},
		{"{'type':'band','domain':['a','b'],'range':[0,100]}", "['b','x','a']", "", "['a','b']"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(VALID); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		const ZnScale *scale = scale_new(context, VALID[i].spec);
		ZnArray *got = zn_scale_valid_ticks(scale, context->arena, json(context, VALID[i].values).arr, json(context, VALID[i].count));
		g_assert_true(same_answer(zn_arr(got), json(context, VALID[i].want)));
	}
}

static void test_types(void)
{
	for (int i = 0; i < ZN_SCALE_N_TYPES; i++) {
		ZnScaleType type;
		g_assert_true(zn_scale_type_parse(zn_scale_type_name((ZnScaleType)i), &type));
		g_assert_cmpint(type, ==, i);
		int kinds = zn_scale_type_continuous(type) + zn_scale_type_discrete(type) + zn_scale_type_discretizing(type);
		g_assert_cmpint(kinds, ==, 1);
	}
	ZnScaleType untouched = ZN_SCALE_BAND;
	g_assert_false(zn_scale_type_parse("lineal", &untouched));
	g_assert_false(zn_scale_type_parse(NULL, &untouched));
	g_assert_cmpint(untouched, ==, ZN_SCALE_BAND);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scale/continuous/as-vega", test_as_vega);
	g_test_add_func("/scale/continuous/without-data", test_without_data);
	g_test_add_func("/scale/continuous/min-step", test_min_step);
	g_test_add_func("/scale/continuous/valid-ticks", test_valid_ticks);
	g_test_add_func("/scale/continuous/types", test_types);
	return g_test_run();
}
