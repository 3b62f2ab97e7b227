/* What a spec may have wrong: one error at its place, no scale, no crash. */
#include "runner.h"

static const struct {
	const char *spec, *message, *hint; /* parts of them; hint may be NULL */
} CASES[] = {
	{"{'type':'linear','domain':[0,1],'scheme':'virdis'}", "no colour scheme “virdis”", "viridis"},
	{"{'type':'linear','domain':[0,1],'scheme':5}", "name or a list", NULL},
	{"{'type':'linear','domain':[0,1],'scheme':[]}", "name or a list", NULL},
	{"{'type':'linear','domain':[0,1],'scheme':['red','grue']}", "“grue” is not a colour", "CSS"},
	{"{'type':'linear','domain':[0,1],'range':['red','none']}", "“none” is not a colour", NULL},
	{"{'type':'linear','domain':[0,1,2,3],'range':['red','circle']}", "cannot hold “circle”", NULL},
	{"{'type':'linear','domain':[0,1],'range':['red','blue'],'interpolate':'hvl'}", "“hvl” is not a colour interpolation", "hsl"},
	{"{'type':'utc','domain':[0,100],'range':[0,1],'nice':'fortnight'}", "nice should be", "month"},
	{"{'type':'linear','domain':[0,100],'range':[0,1],'nice':'month'}", "Only time and utc scales", NULL},
	{"{'type':'linear','domain':[0,100],'range':[0,1],'bins':{'step':0}}", "step other than zero", NULL},
	{"{'type':'linear','domain':[0,100],'range':[0,1],'bins':{}}", "step other than zero", NULL},
	{"{'type':'linear','domain':[0,1e9],'range':[0,1],'bins':{'step':1e-9}}", "too many", NULL},
};

static void test_reports(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		g_assert_null(scale_new(context, CASES[i].spec));
		g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 1);
		const ZnDiag *diag = zn_diags_at(context->diags, 0);
		g_assert_nonnull(strstr(diag->message, CASES[i].message));
		g_assert_cmpstr(diag->place.pointer, ==, "/encoding/x/scale");
		if (CASES[i].hint)
			g_assert_nonnull(strstr(diag->hint, CASES[i].hint));
	}
}

/* A log scale of a domain with zero has no place for anything: a warning, and a chart without marks as Vega's. */
static void test_log_zero(void)
{
	static const char *const specs[] = {"{'type':'log','domain':[0,100],'range':[0,1]}", "{'type':'log','domain':[-5,100],'range':[0,1]}",
										"{'type':'log','domain':[1,100],'range':[0,1],'zero':true}"};
	for (size_t i = 0; i < G_N_ELEMENTS(specs); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		ZnScale *scale = scale_new(context, specs[i]);
		g_assert_nonnull(scale);
		g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 0);
		const ZnDiag *diag = zn_diags_at(context->diags, 0);
		g_assert_nonnull(strstr(diag->message, "log scale includes zero"));
		g_assert_nonnull(strstr(diag->hint, "symlog"));
		g_assert_true(isnan(zn_scale_num(scale, zn_num(50))));
	}
}

static void test_middle_outside(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	g_assert_nonnull(scale_new(context, "{'type':'linear','domain':[0,10],'scheme':'redblue','domainMid':20}"));
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_WARNING), ==, 1);
	g_assert_false(zn_diags_failed(context->diags));
}

/* Extreme but well-formed: an answer in good time, whatever it is. */
static void test_extremes(void)
{
	static const char *const SPECS[] = {
		"{'type':'linear','domain':[-1.7e308,1.7e308],'range':[0,1],'nice':true}",
		"{'type':'linear','domain':[5e-324,1e-323],'range':[0,1],'nice':true}",
		"{'type':'linear','domain':[0,1],'range':[0,1e308],'padding':1e300}",
		"{'type':'linear','domain':['x',null],'range':[0,1],'nice':1e300}",
		"{'type':'log','domain':[5e-324,1.7e308],'range':[0,1],'nice':true}",
		"{'type':'log','domain':[1,1e300],'range':[0,1],'base':1e15}",
		"{'type':'log','domain':[1,10],'range':[0,1],'base':1}",
		"{'type':'pow','domain':[0,1e10],'range':[0,1],'exponent':1e6}",
		"{'type':'utc','domain':[-8.64e15,8.64e15],'range':[0,1],'nice':true}",
		"{'type':'utc','domain':[-1e300,1e300],'range':[0,1],'nice':'month'}",
		"{'type':'linear','domain':[0],'range':[1]}",
		"{'type':'linear','domain':[0,1,2],'range':[1]}",
		"{'type':'quantize','domain':[0,1],'scheme':'blues','schemeCount':1e18}",
		"{'type':'band','domain':['a'],'range':[]}",
		"{'type':'band','domain':['a'],'range':[0]}",
		"{'type':'ordinal','domain':['a'],'scheme':'blues','schemeExtent':['x','y']}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(SPECS); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		const ZnScale *scale = scale_new(context, SPECS[i]);
		g_assert_nonnull(scale);
		zn_scale_map(scale, zn_num(0.5));
		zn_scale_invert(scale, 0.5);
		zn_scale_fraction(scale, zn_num(0.5));
		static const double COUNTS[] = {10, 1e300, 0, -5, NAN, INFINITY};
		for (size_t k = 0; k < G_N_ELEMENTS(COUNTS); k++)
			g_assert_cmpuint(zn_scale_ticks(scale, context->arena, zn_num(COUNTS[k]), 1e-9)->n, <, 200000);
		zn_scale_label_range(scale, context, zn_num(1e9), zn_str(".0q!"), NULL, 0, 1);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scale/errors/log-zero", test_log_zero);
	g_test_add_func("/scale/errors/reports", test_reports);
	g_test_add_func("/scale/errors/middle-outside", test_middle_outside);
	g_test_add_func("/scale/errors/extremes", test_extremes);
	return g_test_run();
}
