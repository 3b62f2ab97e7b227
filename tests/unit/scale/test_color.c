#include "runner.h"

static const Case CASES[] = {
#include "color_cases.h"
};

static void test_as_vega(void)
{
	run_cases(CASES, G_N_ELEMENTS(CASES));
}

/* The colour and the text that zn_scale_map gives for it are the same. */
static void test_color_is_text(void)
{
	static const char *const SPECS[] = {
		"{'type':'linear','domain':[0,10],'scheme':'viridis'}",
		"{'type':'linear','domain':[0,3,6,10],'range':['red','blue','lime','#123']}",
		"{'type':'quantize','domain':[0,10],'scheme':'reds'}",
		"{'type':'ordinal','domain':[3],'range':['steelblue']}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(SPECS); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		const ZnScale *scale = scale_new(context, SPECS[i]);
		ZnColor direct, parsed;
		g_assert_true(zn_scale_color(scale, zn_num(3), &direct));
		g_assert_true(zn_color_parse(zn_scale_map(scale, zn_num(3)).str, &parsed));
		g_assert_cmpfloat_with_epsilon(direct.r, parsed.r, 1e-12);
		g_assert_cmpfloat_with_epsilon(direct.g, parsed.g, 1e-12);
		g_assert_cmpfloat_with_epsilon(direct.b, parsed.b, 1e-12);
		g_assert_false(zn_scale_color(scale, zn_null(), &direct));
	}
}

static void test_color_at(void)
{
	static const struct {
		const char *spec, *middle;
	} SCALES[] = {
		{"{'type':'linear','domain':[7,7],'range':['black','white']}", "#808080"},
		{"{'type':'log','domain':[1,100],'range':['black','white']}", "#808080"},
		{"{'type':'utc','domain':[0,1000],'range':['black','white']}", "#808080"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(SCALES); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		ZnColor color;
		char hex[8];
		g_assert_true(zn_scale_color_at(scale_new(context, SCALES[i].spec), 0.5, &color));
		g_assert_cmpstr(zn_color_hex(color, hex), ==, SCALES[i].middle);
	}
	g_autoptr(ZnContext) context = zn_context_new();
	ZnColor color;
	g_assert_false(zn_scale_color_at(scale_new(context, "{'type':'linear','domain':[0,1],'range':[0,1]}"), 0.5, &color));
}

static void test_schemes(void)
{
	const char *const *names = zn_scheme_names();
	size_t n = 0;
	for (; names[n]; n++) {
		ZnColor color;
		g_assert_true(zn_scheme_known(names[n]));
		for (int t = 0; t <= 4; t++)
			g_assert_true(zn_scheme_at(names[n], t / 4.0, &color));
		if (n)
			g_assert_cmpint(strcmp(names[n - 1], names[n]), <, 0); /* the table is searched by halves */
	}
	g_assert_cmpuint(n, ==, 68);
	g_assert_true(zn_scheme_known("GoldGreen"));
	g_assert_true(zn_scheme_known("blues-9"));
	g_assert_true(zn_scheme_categorical("tableau10"));
	g_assert_false(zn_scheme_categorical("turbo"));
	static const char *const UNKNOWN[] = {"", "blue", "blues-", "blues-0", "blues-x", "blues-99999999999999999999", "-9", NULL};
	for (size_t i = 0; UNKNOWN[i]; i++)
		g_assert_false(zn_scheme_known(UNKNOWN[i]));
	g_assert_false(zn_scheme_known(NULL));
}

static void test_scheme_at(void)
{
	static const struct {
		const char *name;
		double t;
		const char *hex;
	} SAMPLES[] = {
		{"viridis", 0, "#440154"}, {"viridis", 1, "#fde725"},   {"viridis", 7, "#fde725"},      {"viridis", NAN, "#440154"},
		{"blues", 0.3, "#8fc1de"}, {"tableau10", 0, "#4c78a8"}, {"tableau10", 0.15, "#f58518"}, {"tableau10", 1, "#bab0ac"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(SAMPLES); i++) {
		ZnColor color;
		char hex[8];
		g_assert_true(zn_scheme_at(SAMPLES[i].name, SAMPLES[i].t, &color));
		g_assert_cmpstr(zn_color_hex(color, hex), ==, SAMPLES[i].hex);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scale/color/as-vega", test_as_vega);
	g_test_add_func("/scale/color/is-text", test_color_is_text);
	g_test_add_func("/scale/color/at", test_color_at);
	g_test_add_func("/scale/color/schemes", test_schemes);
	g_test_add_func("/scale/color/scheme-at", test_scheme_at);
	return g_test_run();
}
