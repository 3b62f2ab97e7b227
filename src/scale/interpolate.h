/* Interpolation between range values (d3-interpolate). Private to scale/. */
#pragma once

#include "base/color.h"
#include "base/value.h"

/* How colours are mixed: the space, the way round the hue circle, the gamma (rgb and cubehelix). */
typedef enum { ZN_MIX_RGB, ZN_MIX_HSL, ZN_MIX_LAB, ZN_MIX_HCL, ZN_MIX_CUBEHELIX } ZnMixSpace;
typedef struct ZnMixer {
	ZnMixSpace space;
	bool long_way;
	double gamma;
} ZnMixer;

extern const ZnMixer ZN_MIXER_RGB;         /* d3's default */
extern const char *const ZN_MIXER_NAMES[]; /* NULL-ended */

/* "rgb", "hcl-long", {type, gamma} ...; undefined gives rgb. False when it is none of them. */
bool zn_mixer_parse(ZnValue interpolate, ZnMixer *out);

/* Between two colours. As in d3 the result's channels are whole numbers of 0..255, since it is text there. */
ZnColor zn_color_mix(ZnColor a, ZnColor b, double t, const ZnMixer *mixer);

/* Colours along a line, mixed pairwise (d3 piecewise). t outside 0..1 goes on along the end pieces. */
typedef struct ZnRamp ZnRamp;
ZnRamp *zn_ramp_new(ZnArena *arena, const ZnColor *colors, size_t n, const ZnMixer *mixer); /* n >= 1 */
ZnRamp *zn_ramp_part(ZnArena *arena, const ZnRamp *ramp, double start, double stop);        /* of the whole; may run backwards */
ZnColor zn_ramp_at(const ZnRamp *ramp, double t);
ZnValue zn_color_value(ZnArena *arena, ZnColor color); /* "rgb(1, 2, 3)" */

/* Between two range values of any kind: numbers, colours, dates, arrays of them; otherwise always the second. */
typedef struct ZnBlend ZnBlend;
ZnBlend *zn_blend_new(ZnArena *arena, ZnValue a, ZnValue b, const ZnMixer *mixer, bool round);
ZnValue zn_blend_at(ZnArena *arena, const ZnBlend *blend, double t);
bool zn_blend_color(const ZnBlend *blend, double t, ZnColor *out); /* false when it does not blend colours */

double zn_js_round(double x); /* Math.round: halves go up */
