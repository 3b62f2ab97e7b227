/* HSL (CSS Color Module 3), CIE Lab and its cylinder HCL with white point D50, and Dave Green's cubehelix ("A colour scheme for
 * the display of astronomical intensity images", 2011), with the constants that d3-color uses, so that scales interpolate alike.
 *
 * As in d3, what a colour lacks is NaN (the hue of a grey), and everything is NaN where it is fully transparent: interpolators
 * then take the other colour's. Back in sRGB, NaN counts as 0. */
#include "base/color.h"

#include <math.h>

#define RADIANS (M_PI / 180)
#define DEGREES (180 / M_PI)

static double channel(double num)
{
	return num > 0 ? fmin(num, 1) : 0; /* NaN too */
}

static ZnColor make(double r, double g, double b, double a)
{
	return (ZnColor){.r = channel(r), .g = channel(g), .b = channel(b), .a = isnan(a) ? 1 : channel(a)};
}

/* --- HSL --- */

ZnHsl zn_color_to_hsl(ZnColor color)
{
	if (!(color.a > 0))
		return (ZnHsl){.h = NAN, .s = NAN, .l = NAN, .a = color.a};
	double r = color.r, g = color.g, b = color.b;
	double low = fmin(r, fmin(g, b)), high = fmax(r, fmax(g, b));
	double range = high - low, l = (high + low) / 2;
	if (range == 0)
		return (ZnHsl){.h = NAN, .s = l > 0 && l < 1 ? 0 : NAN, .l = l, .a = color.a};
	double sextant;
	if (r == high)
		sextant = (g - b) / range + (g < b ? 6 : 0);
	else if (g == high)
		sextant = (b - r) / range + 2;
	else
		sextant = (r - g) / range + 4;
	return (ZnHsl){.h = sextant * 60, .s = range / (l < 0.5 ? high + low : 2 - high - low), .l = l, .a = color.a};
}

static double hsl_channel(double h, double low, double high)
{
	if (h < 60)
		return low + (high - low) * h / 60;
	if (h < 180)
		return high;
	return h < 240 ? low + (high - low) * (240 - h) / 60 : low;
}

ZnColor zn_color_from_hsl(ZnHsl hsl)
{
	double h = fmod(hsl.h, 360), s = isnan(hsl.h) || isnan(hsl.s) ? 0 : hsl.s, l = hsl.l;
	if (isnan(h))
		h = 0;
	if (h < 0)
		h += 360;
	double high = l + (l < 0.5 ? l : 1 - l) * s, low = 2 * l - high;
	return make(hsl_channel(h >= 240 ? h - 240 : h + 120, low, high), hsl_channel(h, low, high),
	            hsl_channel(h < 120 ? h + 240 : h - 120, low, high), hsl.a);
}

/* --- Lab --- */

#define WHITE_X 0.96422
#define WHITE_Z 0.82521
#define EDGE (6.0 / 29) /* where the cube root gives way to a line */

static double lab_curve(double t)
{
	return t > EDGE * EDGE * EDGE ? pow(t, 1.0 / 3) : t / (3 * EDGE * EDGE) + 4.0 / 29;
}

static double lab_curve_back(double t)
{
	return t > EDGE ? t * t * t : 3 * EDGE * EDGE * (t - 4.0 / 29);
}

static double to_linear(double c)
{
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double from_linear(double c)
{
	return c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055;
}

ZnLab zn_color_to_lab(ZnColor color)
{
	if (!(color.a > 0))
		return (ZnLab){.l = NAN, .a = NAN, .b = NAN, .opacity = color.a};
	double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
	double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
	if (r != g || g != b) { /* a grey is exactly neutral, whatever the matrix makes of it */
		x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
		z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
	}
	return (ZnLab){.l = 116 * y - 16, .a = 500 * (x - y), .b = 200 * (y - z), .opacity = color.a};
}

ZnColor zn_color_from_lab(ZnLab lab)
{
	double y = (lab.l + 16) / 116;
	double x = isnan(lab.a) ? y : y + lab.a / 500, z = isnan(lab.b) ? y : y - lab.b / 200;
	x = WHITE_X * lab_curve_back(x);
	y = lab_curve_back(y);
	z = WHITE_Z * lab_curve_back(z);
	return make(from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z), from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
	            from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), lab.opacity);
}

/* --- HCL --- */

ZnHcl zn_color_to_hcl(ZnColor color)
{
	ZnLab lab = zn_color_to_lab(color);
	if (lab.a == 0 && lab.b == 0)
		return (ZnHcl){.h = NAN, .c = lab.l > 0 && lab.l < 100 ? 0 : NAN, .l = lab.l, .opacity = lab.opacity};
	double h = atan2(lab.b, lab.a) * DEGREES;
	return (ZnHcl){.h = h < 0 ? h + 360 : h, .c = sqrt(lab.a * lab.a + lab.b * lab.b), .l = lab.l, .opacity = lab.opacity};
}

ZnColor zn_color_from_hcl(ZnHcl hcl)
{
	bool grey = isnan(hcl.h);
	double h = grey ? 0 : hcl.h * RADIANS, c = grey ? 0 : hcl.c;
	return zn_color_from_lab((ZnLab){.l = hcl.l, .a = cos(h) * c, .b = sin(h) * c, .opacity = hcl.opacity});
}

/* --- cubehelix --- */

/* Rows of the matrix from the helix' plane to red, green and blue; the blue row has no second element. */
#define RED_COS (-0.14861)
#define RED_SIN 1.78277
#define GREEN_COS (-0.29227)
#define GREEN_SIN (-0.90649)
#define BLUE_COS 1.97294
#define HUE_SHIFT 120 /* Green starts the helix at blue, d3 at red */

ZnCubehelix zn_color_to_cubehelix(ZnColor color)
{
	if (!(color.a > 0))
		return (ZnCubehelix){.h = NAN, .s = NAN, .l = NAN, .opacity = color.a};
	const double for_r = BLUE_COS * GREEN_SIN, for_g = BLUE_COS * RED_SIN, for_b = RED_SIN * GREEN_COS - GREEN_SIN * RED_COS;
	double l = (for_b * color.b + for_r * color.r - for_g * color.g) / (for_b + for_r - for_g);
	double blue = color.b - l, k = (BLUE_COS * (color.g - l) - GREEN_COS * blue) / GREEN_SIN;
	double s = sqrt(k * k + blue * blue) / (BLUE_COS * l * (1 - l)); /* NaN for black and white */
	double h = s != 0 && !isnan(s) ? atan2(k, blue) * DEGREES - HUE_SHIFT : NAN;
	return (ZnCubehelix){.h = h < 0 ? h + 360 : h, .s = s, .l = l, .opacity = color.a};
}

ZnColor zn_color_from_cubehelix(ZnCubehelix cubehelix)
{
	double h = isnan(cubehelix.h) ? 0 : (cubehelix.h + HUE_SHIFT) * RADIANS, l = cubehelix.l;
	double amplitude = isnan(cubehelix.s) ? 0 : cubehelix.s * l * (1 - l), c = cos(h), s = sin(h);
	return make(l + amplitude * (RED_COS * c + RED_SIN * s), l + amplitude * (GREEN_COS * c + GREEN_SIN * s), l + amplitude * BLUE_COS * c,
	            cubehelix.opacity);
}
