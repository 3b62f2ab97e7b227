/* CSS colours and the colour spaces that scales interpolate in (d3-color). */
#pragma once

#include <stdbool.h>

typedef struct ZnColor {
	double r, g, b, a; /* sRGB, 0..1, not premultiplied; a = opacity */
} ZnColor;

/* CSS Color Module 3 plus #rgba, #rrggbbaa and the newer "rgb(1 2 3 / 50%)": names, hex, rgb(), rgba(), hsl(), hsla(),
 * "transparent". Channels outside the range are clamped.
 * False, *out untouched, when it is none ("none" too). */
bool zn_color_parse(const char *text, ZnColor *out);

/* "#rrggbb", channels rounded as d3 does; alpha is left out. */
char *zn_color_hex(ZnColor color, char buffer[8]);
/* As d3's rgb.toString(): "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)". */
char *zn_color_rgb_string(ZnColor color, char buffer[64]);

/* WCAG 2 relative luminance (0..1) and contrast ratio (1..21). */
double zn_color_luminance(ZnColor color);
double zn_color_contrast(ZnColor a, ZnColor b);

/* As in d3 what a colour lacks is NaN (the hue of a grey; everything where a is 0), for interpolators to take the other colour's.
 * Back in sRGB, NaN counts as 0 (a: 1) and channels are clamped to 0..1. */
typedef struct ZnHsl { double h, s, l, a; } ZnHsl; /* h in degrees, NaN where undefined */
typedef struct ZnLab { double l, a, b, opacity; } ZnLab;
typedef struct ZnHcl { double h, c, l, opacity; } ZnHcl;
typedef struct ZnCubehelix { double h, s, l, opacity; } ZnCubehelix;
ZnHsl zn_color_to_hsl(ZnColor color);
ZnColor zn_color_from_hsl(ZnHsl hsl);
ZnLab zn_color_to_lab(ZnColor color);
ZnColor zn_color_from_lab(ZnLab lab);
ZnHcl zn_color_to_hcl(ZnColor color);
ZnColor zn_color_from_hcl(ZnHcl hcl);
ZnCubehelix zn_color_to_cubehelix(ZnColor color);
ZnColor zn_color_from_cubehelix(ZnCubehelix cubehelix);
