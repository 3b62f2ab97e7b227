#include "base/color.h"

#include <glib.h>
#include <math.h>

/* What d3-color 3.1.1 answers. */
static const struct {
	const char *color;
	double hsl[3], lab[3], hcl[3], cubehelix[3];
} cases[] = {
    {"#000", {NAN, NAN, 0}, {0, 0, 0}, {NAN, NAN, 0}, {NAN, NAN, 0}},
    {"#fff", {NAN, NAN, 1}, {100, 0, 0}, {NAN, NAN, 100}, {NAN, NAN, 1}},
    {"#808080", {NAN, 0, 0.5019607843137255}, {53.58501345216902, 0, 0}, {NAN, 0, 53.58501345216902}, {NAN, 0, 0.5019607843137255}},
    {"steelblue",
     {207.27272727272728, 0.44, 0.4901960784313726},
     {51.98624890550498, -8.362792037014344, -32.832699449697714},
     {255.71009124439382, 33.88100417355618, 51.98624890550498},
     {202.84837896488932, 0.6273147230777709, 0.460784355920337}},
    {"red",
     {0, 1, 0.5},
     {54.29173376861782, 80.8124553179771, 69.88504032350531},
     {40.85261277607024, 106.83899941284552, 54.29173376861782},
     {351.8102617708421, 1.9488976453722686, 0.2999994453152424}},
    {"lime",
     {120, 1, 0.5},
     {87.81812823940444, -79.28728092989567, 80.99025618375525},
     {134.39124580493436, 113.33973051832488, 87.81812823940444},
     {109.95916521883123, 1.9216187417323771, 0.5900010051127478}},
    {"#00f",
     {240, 1, 0.5},
     {29.567572863553245, 68.29865326565671, -112.02942991288025},
     {301.368540512089, 131.2070851917203, 29.567572863553245},
     {236.94217167732103, 4.614386868039719, 0.10999954957200976}},
    {"#123456",
     {210, 0.653846153846154, 0.20392156862745098},
     {20.675279451172152, -2.2767673256191836, -24.59297434081884},
     {264.7107502146549, 24.698138723053223, 20.675279451172152},
     {206.1810216945654, 0.6598746119481071, 0.17858824919501998}},
    {"#fedcba",
     {30.000000000000014, 0.9714285714285715, 0.8627450980392157},
     {90.01484621845395, 8.530839996422069, 21.34904433239413},
     {68.21890146680903, 22.99036591598934, 90.01484621845395},
     {26.18102169456546, 0.973890327778519, 0.8880784174716466}},
    {"gold",
     {50.588235294117645, 1, 0.5},
     {87.46819309705529, 2.9096331987760737, 86.54786706056073},
     {88.07451131825123, 86.59676239954882, 87.46819309705529},
     {48.81518076479608, 2.5508485964229957, 0.7974512731554024}},
    {"#010203",
     {210, 0.5, 0.00784313725490196},
     {0.5039640997681936, -0.1677891262419351, -0.4776544284963491},
     {250.64478591530985, 0.5062676603805598, 0.5039640997681936},
     {206.1810216945654, 0.4039722247052316, 0.007098039624536342}},
    {"rebeccapurple",
     {270, 0.49999999999999994, 0.4},
     {32.3927828577818, 38.42842805638128, -47.69020610952806},
     {308.86161946273876, 61.24622308072343, 32.3927828577818},
     {263.858854266764, 0.7753374320140196, 0.3039997088918524}},
};

static void assert_near(const char *color, const char *space, const double expected[3], double a, double b, double c)
{
	const double got[3] = {a, b, c};
	for (int i = 0; i < 3; i++) {
		bool near = isnan(expected[i]) ? isnan(got[i]) : fabs(got[i] - expected[i]) < 1e-9;
		if (!near)
			g_error("%s, %s[%d]: %.17g, not %.17g", color, space, i, got[i], expected[i]);
	}
}

static void assert_hex(ZnColor color, const char *expected)
{
	char buffer[8];
	g_assert_cmpstr(zn_color_hex(color, buffer), ==, expected);
}

static void test_to(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *name = cases[i].color;
		ZnColor color;
		g_assert_true(zn_color_parse(name, &color));
		ZnHsl hsl = zn_color_to_hsl(color);
		ZnLab lab = zn_color_to_lab(color);
		ZnHcl hcl = zn_color_to_hcl(color);
		ZnCubehelix cubehelix = zn_color_to_cubehelix(color);
		assert_near(name, "hsl", cases[i].hsl, hsl.h, hsl.s, hsl.l);
		assert_near(name, "lab", cases[i].lab, lab.l, lab.a, lab.b);
		assert_near(name, "hcl", cases[i].hcl, hcl.h, hcl.c, hcl.l);
		assert_near(name, "cubehelix", cases[i].cubehelix, cubehelix.h, cubehelix.s, cubehelix.l);
	}
}

static void test_from(void)
{
	assert_hex(zn_color_from_hsl((ZnHsl){200, 0.5, 0.3, 1}), "#265973");
	assert_hex(zn_color_from_hsl((ZnHsl){-40, 0.2, 0.8, 1}), "#d6c2cf");
	assert_hex(zn_color_from_hsl((ZnHsl){725, 1, 0.5, 1}), "#ff1500");
	assert_hex(zn_color_from_hsl((ZnHsl){NAN, 0.5, 0.5, 1}), "#808080");
	assert_hex(zn_color_from_hsl((ZnHsl){59.9, 0.7, 0.2, 1}), "#57570f");
	assert_hex(zn_color_from_lab((ZnLab){50, 20, -30, 1}), "#856caa");
	assert_hex(zn_color_from_lab((ZnLab){120, 0, 0, 1}), "#ffffff");
	assert_hex(zn_color_from_lab((ZnLab){10, 100, 100, 1}), "#850000");
	assert_hex(zn_color_from_lab((ZnLab){70, NAN, NAN, 1}), "#ababab");
	assert_hex(zn_color_from_lab((ZnLab){30, -60, 20, 1}), "#005924");
	assert_hex(zn_color_from_hcl((ZnHcl){200, 40, 60, 1}), "#00a3a7");
	assert_hex(zn_color_from_hcl((ZnHcl){-40, 80, 30, 1}), "#7e0099");
	assert_hex(zn_color_from_hcl((ZnHcl){NAN, 50, 50, 1}), "#777777");
	assert_hex(zn_color_from_hcl((ZnHcl){400, 130, 70, 1}), "#ff000c");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){200, 0.5, 0.3, 1}), "#2b5675");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){-100, 0.75, 0.35, 1}), "#6e40aa");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){300, 0.5, 0, 1}), "#000000");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){-240, 0.5, 1, 1}), "#ffffff");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){NAN, NAN, 0.4, 1}), "#666666");
	assert_hex(zn_color_from_cubehelix((ZnCubehelix){80, 1.5, 0.8, 1}), "#aff05b");
}

static void test_there_and_back(void)
{
	for (int r = 0; r < 256; r += 15)
		for (int g = 0; g < 256; g += 15)
			for (int b = 0; b < 256; b += 15) {
				char expected[8];
				ZnColor color = {r / 255.0, g / 255.0, b / 255.0, 1};
				zn_color_hex(color, expected);
				assert_hex(zn_color_from_hsl(zn_color_to_hsl(color)), expected);
				assert_hex(zn_color_from_lab(zn_color_to_lab(color)), expected);
				assert_hex(zn_color_from_hcl(zn_color_to_hcl(color)), expected);
				assert_hex(zn_color_from_cubehelix(zn_color_to_cubehelix(color)), expected);
			}
}

static void test_opacity(void)
{
	ZnColor half = {1, 0, 0, 0.5}, none = {0, 0, 0, 0};
	g_assert_cmpfloat(zn_color_from_hcl(zn_color_to_hcl(half)).a, ==, 0.5);
	g_assert_cmpfloat(zn_color_from_cubehelix(zn_color_to_cubehelix(half)).a, ==, 0.5);
	g_assert_cmpfloat(zn_color_from_hsl(zn_color_to_hsl(half)).a, ==, 0.5);
	g_assert_true(isnan(zn_color_to_hsl(none).l) && isnan(zn_color_to_lab(none).l));
	g_assert_true(isnan(zn_color_to_hcl(none).l) && isnan(zn_color_to_cubehelix(none).l));
	ZnColor back = zn_color_from_lab(zn_color_to_lab(none));
	g_assert_true(back.r == 0 && back.g == 0 && back.b == 0 && back.a == 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/color-spaces/to", test_to);
	g_test_add_func("/base/color-spaces/from", test_from);
	g_test_add_func("/base/color-spaces/there-and-back", test_there_and_back);
	g_test_add_func("/base/color-spaces/opacity", test_opacity);
	return g_test_run();
}
