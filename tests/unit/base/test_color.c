#include "base/color.h"

#include <glib.h>
#include <math.h>

static void test_parse(void)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
	    {"red", "rgb(255, 0, 0)"},
	    {" RebeccaPurple ", "rgb(102, 51, 153)"},
	    {"aliceblue", "rgb(240, 248, 255)"},
	    {"yellowgreen", "rgb(154, 205, 50)"},
	    {"lightgoldenrodyellow", "rgb(250, 250, 210)"},
	    {"grey", "rgb(128, 128, 128)"},
	    {"transparent", "rgba(0, 0, 0, 0)"},
	    {"#1a2", "rgb(17, 170, 34)"},
	    {"#1A2F", "rgb(17, 170, 34)"},
	    {"#1a20", "rgba(17, 170, 34, 0)"},
	    {"#4682b4", "rgb(70, 130, 180)"},
	    {"#4682b433", "rgba(70, 130, 180, 0.2)"},
	    {"rgb(1,2,3)", "rgb(1, 2, 3)"},
	    {"rgb( 1 , 2 , 3 )", "rgb(1, 2, 3)"},
	    {"RGB(300, -20, 3)", "rgb(255, 0, 3)"},
	    {"rgb(100%, 50%, 0%)", "rgb(255, 128, 0)"},
	    {"rgba(1, 2, 3, 0.25)", "rgba(1, 2, 3, 0.25)"},
	    {"rgba(1, 2, 3, .1)", "rgba(1, 2, 3, 0.1)"},
	    {"rgba(1, 2, 3, 5e-1)", "rgba(1, 2, 3, 0.5)"},
	    {"rgba(1, 2, 3, 7)", "rgb(1, 2, 3)"},
	    {"rgb(1 2 3)", "rgb(1, 2, 3)"},
	    {"rgb(1 2 3 / 50%)", "rgba(1, 2, 3, 0.5)"},
	    {"rgb(1.5, 2, 3)", "rgb(2, 2, 3)"},
	    {"hsl(120, 100%, 25%)", "rgb(0, 128, 0)"},
	    {"hsl(-240, 100%, 25%)", "rgb(0, 128, 0)"},
	    {"hsl(120deg 100% 25%)", "rgb(0, 128, 0)"},
	    {"hsla(0, 100%, 50%, 0.3)", "rgba(255, 0, 0, 0.3)"},
	    {"hsl(30, 200%, 50%)", "rgb(255, 128, 0)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnColor color;
		char buffer[64];
		if (!zn_color_parse(cases[i].text, &color))
			g_error("“%s” is refused", cases[i].text);
		g_assert_cmpstr(zn_color_rgb_string(color, buffer), ==, cases[i].expected);
	}
}

static void test_refused(void)
{
	static const char *const texts[] = {
	    "",
	    " ",
	    "none",
	    "reddish",
	    "re",
	    "#",
	    "#12",
	    "#12345",
	    "#1234567",
	    "#123456789",
	    "#12g",
	    "123456",
	    "rgb",
	    "rgb(",
	    "rgb()",
	    "rgb(1,2)",
	    "rgb(1,2,3,4,5)",
	    "rgb(1,2,3",
	    "rgb(1,2,3))",
	    "rgb(1,,3)",
	    "rgb(1 2,3)",
	    "rgb(1,2 3)",
	    "rgb(1%,2,3)",
	    "rgb(1,2,3 / 0.5)",
	    "rgb(1 2 3 0.5)",
	    "rgb(a,b,c)",
	    "hsl(1,2,3)",
	    "hsl(1%,2%,3%)",
	    "rgb(1,2,3) x",
	    "rgbx(1,2,3)",
	    "rgb(1-2-3)",
	    "rgb(.,1,2)",
	    "currentcolor",
	    "inherit",
	    "url(#a)",
	    "rgb(1,2,3                                                                        )",
	    "\xff",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		ZnColor color = {.r = 7};
		if (zn_color_parse(texts[i], &color))
			g_error("“%s” is taken", texts[i]);
		g_assert_cmpfloat(color.r, ==, 7);
	}
}

static void test_print(void)
{
	char buffer[64];
	g_assert_cmpstr(zn_color_hex((ZnColor){1, 0.5, 0, 0.3}, buffer), ==, "#ff8000");
	g_assert_cmpstr(zn_color_hex((ZnColor){2, -1, NAN, 1}, buffer), ==, "#ff0000");
	g_assert_cmpstr(zn_color_rgb_string((ZnColor){2, -1, NAN, NAN}, buffer), ==, "rgb(255, 0, 0)");
	g_assert_cmpstr(zn_color_rgb_string((ZnColor){1, 1, 1, 1.0 / 3}, buffer), ==, "rgba(255, 255, 255, 0.3333333333333333)");
	g_assert_cmpstr(zn_color_rgb_string((ZnColor){1, 1, 1, 1.2345678901234567e-123}, buffer), ==,
	                "rgba(255, 255, 255, 1.2345678901234567e-123)");
	/* Halves between two bytes go up, although they may not be exact in 0..1. */
	for (int byte = 0; byte < 255; byte++) {
		double half = (byte / 255.0 + (byte + 1) / 255.0) / 2;
		g_autofree char *expected = g_strdup_printf("#%02x%02x%02x", (unsigned)byte + 1, (unsigned)byte, (unsigned)byte + 1);
		g_assert_cmpstr(zn_color_hex((ZnColor){half, byte / 255.0, (byte + 1) / 255.0, 1}, buffer), ==, expected);
	}
}

static void test_contrast(void)
{
	ZnColor black = {0, 0, 0, 1}, white = {1, 1, 1, 1}, grey;
	g_assert_true(zn_color_parse("#767676", &grey));
	g_assert_cmpfloat(zn_color_luminance(white), ==, 1);
	g_assert_cmpfloat(zn_color_luminance(black), ==, 0);
	g_assert_cmpfloat_with_epsilon(zn_color_contrast(black, white), 21, 1e-12);
	g_assert_cmpfloat_with_epsilon(zn_color_contrast(white, grey), 4.542, 0.001);
	g_assert_cmpfloat(zn_color_contrast(grey, white), ==, zn_color_contrast(white, grey));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/color/parse", test_parse);
	g_test_add_func("/base/color/refused", test_refused);
	g_test_add_func("/base/color/print", test_print);
	g_test_add_func("/base/color/contrast", test_contrast);
	return g_test_run();
}
