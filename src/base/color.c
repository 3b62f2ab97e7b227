#include "base/color.h"
#include "base/value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Named {
	const char *name;
	uint32_t rgb;
} Named;

/* CSS Color Module 4, 6.1, sorted. */
static const Named named[] = {
    {"aliceblue", 0xf0f8ff},
    {"antiquewhite", 0xfaebd7},
    {"aqua", 0x00ffff},
    {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff},
    {"beige", 0xf5f5dc},
    {"bisque", 0xffe4c4},
    {"black", 0x000000},
    {"blanchedalmond", 0xffebcd},
    {"blue", 0x0000ff},
    {"blueviolet", 0x8a2be2},
    {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887},
    {"cadetblue", 0x5f9ea0},
    {"chartreuse", 0x7fff00},
    {"chocolate", 0xd2691e},
    {"coral", 0xff7f50},
    {"cornflowerblue", 0x6495ed},
    {"cornsilk", 0xfff8dc},
    {"crimson", 0xdc143c},
    {"cyan", 0x00ffff},
    {"darkblue", 0x00008b},
    {"darkcyan", 0x008b8b},
    {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xa9a9a9},
    {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b},
    {"darkolivegreen", 0x556b2f},
    {"darkorange", 0xff8c00},
    {"darkorchid", 0x9932cc},
    {"darkred", 0x8b0000},
    {"darksalmon", 0xe9967a},
    {"darkseagreen", 0x8fbc8f},
    {"darkslateblue", 0x483d8b},
    {"darkslategray", 0x2f4f4f},
    {"darkslategrey", 0x2f4f4f},
    {"darkturquoise", 0x00ced1},
    {"darkviolet", 0x9400d3},
    {"deeppink", 0xff1493},
    {"deepskyblue", 0x00bfff},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1e90ff},
    {"firebrick", 0xb22222},
    {"floralwhite", 0xfffaf0},
    {"forestgreen", 0x228b22},
    {"fuchsia", 0xff00ff},
    {"gainsboro", 0xdcdcdc},
    {"ghostwhite", 0xf8f8ff},
    {"gold", 0xffd700},
    {"goldenrod", 0xdaa520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xadff2f},
    {"grey", 0x808080},
    {"honeydew", 0xf0fff0},
    {"hotpink", 0xff69b4},
    {"indianred", 0xcd5c5c},
    {"indigo", 0x4b0082},
    {"ivory", 0xfffff0},
    {"khaki", 0xf0e68c},
    {"lavender", 0xe6e6fa},
    {"lavenderblush", 0xfff0f5},
    {"lawngreen", 0x7cfc00},
    {"lemonchiffon", 0xfffacd},
    {"lightblue", 0xadd8e6},
    {"lightcoral", 0xf08080},
    {"lightcyan", 0xe0ffff},
    {"lightgoldenrodyellow", 0xfafad2},
    {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90},
    {"lightgrey", 0xd3d3d3},
    {"lightpink", 0xffb6c1},
    {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa},
    {"lightskyblue", 0x87cefa},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xb0c4de},
    {"lightyellow", 0xffffe0},
    {"lime", 0x00ff00},
    {"limegreen", 0x32cd32},
    {"linen", 0xfaf0e6},
    {"magenta", 0xff00ff},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66cdaa},
    {"mediumblue", 0x0000cd},
    {"mediumorchid", 0xba55d3},
    {"mediumpurple", 0x9370db},
    {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee},
    {"mediumspringgreen", 0x00fa9a},
    {"mediumturquoise", 0x48d1cc},
    {"mediumvioletred", 0xc71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xf5fffa},
    {"mistyrose", 0xffe4e1},
    {"moccasin", 0xffe4b5},
    {"navajowhite", 0xffdead},
    {"navy", 0x000080},
    {"oldlace", 0xfdf5e6},
    {"olive", 0x808000},
    {"olivedrab", 0x6b8e23},
    {"orange", 0xffa500},
    {"orangered", 0xff4500},
    {"orchid", 0xda70d6},
    {"palegoldenrod", 0xeee8aa},
    {"palegreen", 0x98fb98},
    {"paleturquoise", 0xafeeee},
    {"palevioletred", 0xdb7093},
    {"papayawhip", 0xffefd5},
    {"peachpuff", 0xffdab9},
    {"peru", 0xcd853f},
    {"pink", 0xffc0cb},
    {"plum", 0xdda0dd},
    {"powderblue", 0xb0e0e6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xff0000},
    {"rosybrown", 0xbc8f8f},
    {"royalblue", 0x4169e1},
    {"saddlebrown", 0x8b4513},
    {"salmon", 0xfa8072},
    {"sandybrown", 0xf4a460},
    {"seagreen", 0x2e8b57},
    {"seashell", 0xfff5ee},
    {"sienna", 0xa0522d},
    {"silver", 0xc0c0c0},
    {"skyblue", 0x87ceeb},
    {"slateblue", 0x6a5acd},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xfffafa},
    {"springgreen", 0x00ff7f},
    {"steelblue", 0x4682b4},
    {"tan", 0xd2b48c},
    {"teal", 0x008080},
    {"thistle", 0xd8bfd8},
    {"tomato", 0xff6347},
    {"turquoise", 0x40e0d0},
    {"violet", 0xee82ee},
    {"wheat", 0xf5deb3},
    {"white", 0xffffff},
    {"whitesmoke", 0xf5f5f5},
    {"yellow", 0xffff00},
    {"yellowgreen", 0x9acd32},
};

/* --- parsing --- */

static ZnColor from_bytes(unsigned r, unsigned g, unsigned b, unsigned a)
{
	return (ZnColor){.r = r / 255.0, .g = g / 255.0, .b = b / 255.0, .a = a / 255.0};
}

static bool parse_hex(const char *digits, ZnColor *out)
{
	unsigned d[8];
	size_t n = 0;
	for (; digits[n]; n++) {
		int digit = n < 8 ? g_ascii_xdigit_value(digits[n]) : -1;
		if (digit < 0)
			return false;
		d[n] = (unsigned)digit;
	}
	if (n == 3 || n == 4)
		*out = from_bytes(d[0] * 17, d[1] * 17, d[2] * 17, n == 4 ? d[3] * 17 : 255);
	else if (n == 6 || n == 8)
		*out = from_bytes(d[0] * 16 + d[1], d[2] * 16 + d[3], d[4] * 16 + d[5], n == 8 ? d[6] * 16 + d[7] : 255);
	else
		return false;
	return true;
}

static int compare_named(const void *name, const void *entry)
{
	return strcmp(name, ((const Named *)entry)->name);
}

static bool parse_name(const char *name, ZnColor *out)
{
	if (strcmp(name, "transparent") == 0) {
		*out = (ZnColor){.a = 0};
		return true;
	}
	const Named *found = bsearch(name, named, G_N_ELEMENTS(named), sizeof *named, compare_named);
	if (!found)
		return false;
	*out = from_bytes(found->rgb >> 16, found->rgb >> 8 & 0xff, found->rgb & 0xff, 255);
	return true;
}

/* An argument of rgb() or hsl(). */
typedef struct Argument {
	double num;
	bool percent;
} Argument;

static const char *skip_space(const char *text)
{
	while (g_ascii_isspace(*text))
		text++;
	return text;
}

static const char *skip_digits(const char *text)
{
	while (g_ascii_isdigit(*text))
		text++;
	return text;
}

/* A CSS number, with a % or, for a hue, "deg" behind it; returns what follows, NULL when there is none. */
static const char *parse_argument(const char *text, Argument *out)
{
	const char *start = text;
	if (*text == '+' || *text == '-')
		text++;
	const char *digits = text;
	text = skip_digits(text);
	if (*text == '.' && g_ascii_isdigit(text[1]))
		text = skip_digits(text + 1);
	if (text == digits)
		return NULL;
	const char *exponent = *text == 'e' ? text + 1 + (text[1] == '+' || text[1] == '-') : text;
	if (exponent > text && g_ascii_isdigit(*exponent))
		text = skip_digits(exponent);
	if (!zn_parse_number(start, (size_t)(text - start), &out->num))
		return NULL;
	out->percent = *text == '%';
	return text + out->percent;
}

/* "(a, b, c)", "(a, b, c, d)" or, as newer CSS has it, "(a b c)" and "(a b c / d)"; the number of arguments, 0 for none. */
static int parse_arguments(const char *text, Argument out[4])
{
	if (*text++ != '(')
		return 0;
	bool commas = false;
	for (int n = 0; n < 4;) {
		text = parse_argument(skip_space(text), &out[n]);
		if (!text)
			return 0;
		if (n++ == 0 && g_str_has_prefix(text, "deg"))
			text += strlen("deg");
		bool space = g_ascii_isspace(*text);
		text = skip_space(text);
		if (*text == ')')
			return n >= 3 && !text[1] ? n : 0;
		if (n == 1)
			commas = *text == ',';
		char separator = commas ? ',' : n == 3 ? '/' : '\0';
		if (separator ? *text++ != separator : !space)
			return 0;
	}
	return 0;
}

static double clamp(double num)
{
	return num > 0 ? MIN(num, 1) : 0; /* NaN too */
}

static bool parse_function(const char *text, ZnColor *out)
{
	bool hsl = g_str_has_prefix(text, "hsl");
	if (!hsl && !g_str_has_prefix(text, "rgb"))
		return false;
	text += 3;
	Argument args[4];
	int n = parse_arguments(text + (*text == 'a'), args);
	if (!n)
		return false;
	double alpha = n == 4 ? clamp(args[3].percent ? args[3].num / 100 : args[3].num) : 1;
	if (hsl) {
		if (args[0].percent || !args[1].percent || !args[2].percent)
			return false;
		*out = zn_color_from_hsl((ZnHsl){.h = args[0].num, .s = clamp(args[1].num / 100), .l = clamp(args[2].num / 100), .a = alpha});
		return true;
	}
	if (args[0].percent != args[1].percent || args[0].percent != args[2].percent)
		return false;
	double full = args[0].percent ? 100 : 255;
	*out = (ZnColor){.r = clamp(args[0].num / full), .g = clamp(args[1].num / full), .b = clamp(args[2].num / full), .a = alpha};
	return true;
}

bool zn_color_parse(const char *text, ZnColor *out)
{
	char small[64];
	size_t len = 0;
	text = skip_space(text);
	for (; text[len]; len++) {
		if (len + 1 == sizeof small)
			return false;
		small[len] = g_ascii_tolower(text[len]);
	}
	while (len && g_ascii_isspace(small[len - 1]))
		len--;
	small[len] = '\0';
	if (*small == '#')
		return parse_hex(small + 1, out);
	return parse_name(small, out) || parse_function(small, out);
}

/* --- printing --- */

/* 0..255 as Math.round gives it. The channel was divided by 255, which may leave a half a hair too low. */
static int to_byte(double channel)
{
	return (int)floor(clamp(channel) * 255 + 0.5 + 1e-9);
}

char *zn_color_hex(ZnColor color, char buffer[8])
{
	snprintf(buffer, 8, "#%02x%02x%02x", (unsigned)to_byte(color.r) & 0xff, (unsigned)to_byte(color.g) & 0xff,
	         (unsigned)to_byte(color.b) & 0xff);
	return buffer;
}

char *zn_color_rgb_string(ZnColor color, char buffer[64])
{
	int r = to_byte(color.r), g = to_byte(color.g), b = to_byte(color.b);
	double alpha = isnan(color.a) ? 1 : clamp(color.a);
	char number[32];
	if (alpha == 1)
		snprintf(buffer, 64, "rgb(%d, %d, %d)", r, g, b);
	else
		snprintf(buffer, 64, "rgba(%d, %d, %d, %s)", r, g, b, zn_number_to_string(alpha, number));
	return buffer;
}

/* --- WCAG 2: relative luminance and contrast ratio --- */

static double linear(double channel)
{
	return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double zn_color_luminance(ZnColor color)
{
	return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double zn_color_contrast(ZnColor a, ZnColor b)
{
	double first = zn_color_luminance(a), second = zn_color_luminance(b);
	return (MAX(first, second) + 0.05) / (MIN(first, second) + 0.05);
}
