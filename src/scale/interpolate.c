#include "scale/interpolate.h"

#include <glib.h>
#include <math.h>
#include <string.h>

const ZnMixer ZN_MIXER_RGB = {ZN_MIX_RGB, false, 1};

static const ZnMixer MIXERS[] = {
	{ZN_MIX_RGB, false, 1}, {ZN_MIX_HSL, false, 1}, {ZN_MIX_HSL, true, 1},        {ZN_MIX_LAB, false, 1},
	{ZN_MIX_HCL, false, 1}, {ZN_MIX_HCL, true, 1},  {ZN_MIX_CUBEHELIX, false, 1}, {ZN_MIX_CUBEHELIX, true, 1},
};
const char *const ZN_MIXER_NAMES[] = {"rgb", "hsl", "hsl-long", "lab", "hcl", "hcl-long", "cubehelix", "cubehelix-long", NULL};

bool zn_mixer_parse(ZnValue interpolate, ZnMixer *out)
{
	if (zn_is_nullish(interpolate)) {
		*out = ZN_MIXER_RGB;
		return true;
	}
	ZnValue type = zn_is_obj(interpolate) ? zn_get(interpolate, "type") : interpolate;
	if (!zn_is_str(type))
		return false;
	for (size_t i = 0; ZN_MIXER_NAMES[i]; i++) {
		if (g_ascii_strcasecmp(type.str, ZN_MIXER_NAMES[i]) == 0) {
			*out = MIXERS[i];
			out->gamma = zn_get_num(interpolate, "gamma", 1);
			return true;
		}
	}
	return false;
}

double zn_js_round(double x)
{
	double down = floor(x);
	return x - down >= 0.5 ? down + 1 : down;
}

/* --- colours: four channels of the mixing space, each running straight (or by a power) from one end to the other --- */

typedef struct Channels {
	double c[4]; /* the space's three, then opacity */
} Channels;

typedef struct Segment {
	Channels from, delta;
	bool power[3]; /* by a power: from and delta are already raised to gamma */
} Segment;

struct ZnRamp {
	ZnMixer mixer;
	double start, span; /* the part of the whole that 0..1 runs over */
	size_t n;           /* segments; 0 = one colour only */
	Segment *segments;
	ZnColor only;
};

static Channels to_channels(ZnColor color, ZnMixSpace space)
{
	if (color.a <= 0) /* d3: a colour that cannot be seen has no channels, the other end gives them */
		color.r = color.g = color.b = NAN;
	switch (space) {
	case ZN_MIX_HSL: {
		ZnHsl hsl = zn_color_to_hsl(color);
		return (Channels){{hsl.h, hsl.s, hsl.l, color.a}};
	}
	case ZN_MIX_LAB: {
		ZnLab lab = zn_color_to_lab(color);
		return (Channels){{lab.l, lab.a, lab.b, color.a}};
	}
	case ZN_MIX_HCL: {
		ZnHcl hcl = zn_color_to_hcl(color);
		return (Channels){{hcl.h, hcl.c, hcl.l, color.a}};
	}
	case ZN_MIX_CUBEHELIX: {
		ZnCubehelix helix = zn_color_to_cubehelix(color);
		return (Channels){{helix.h, helix.s, helix.l, color.a}};
	}
	default:
		/* In 0..255, so that halves round as in d3. */
		return (Channels){{color.r * 255, color.g * 255, color.b * 255, color.a}};
	}
}

static double whole_channel(double x)
{
	x = zn_js_round(x);
	return x > 0 ? MIN(x, 255) / 255 : 0; /* NaN gives 0 */
}

static ZnColor from_channels(const double c[4], ZnMixSpace space)
{
	ZnColor color = {c[0] / 255, c[1] / 255, c[2] / 255, c[3]};
	if (space == ZN_MIX_HSL)
		color = zn_color_from_hsl((ZnHsl){c[0], c[1], c[2], c[3]});
	else if (space == ZN_MIX_LAB)
		color = zn_color_from_lab((ZnLab){c[0], c[1], c[2], c[3]});
	else if (space == ZN_MIX_HCL)
		color = zn_color_from_hcl((ZnHcl){c[0], c[1], c[2], c[3]});
	else if (space == ZN_MIX_CUBEHELIX)
		color = zn_color_from_cubehelix((ZnCubehelix){c[0], c[1], c[2], c[3]});
	else
		return (ZnColor){whole_channel(c[0]), whole_channel(c[1]), whole_channel(c[2]), c[3] >= 0 ? MIN(c[3], 1) : isnan(c[3])};
	return (ZnColor){whole_channel(color.r * 255), whole_channel(color.g * 255), whole_channel(color.b * 255),
	                 c[3] >= 0 ? MIN(c[3], 1) : isnan(c[3])};
}

static Segment segment_between(ZnColor a, ZnColor b, const ZnMixer *mixer)
{
	Segment segment = {.from = to_channels(a, mixer->space)};
	Channels to = to_channels(b, mixer->space);
	bool hue_first = mixer->space == ZN_MIX_HSL || mixer->space == ZN_MIX_HCL || mixer->space == ZN_MIX_CUBEHELIX;
	for (int i = 0; i < 4; i++) {
		double *from = &segment.from.c[i], delta = to.c[i] - *from;
		if (isnan(delta) || delta == 0) {
			/* Where one end has no such channel (the hue of a grey), the other's holds throughout. */
			if (isnan(*from))
				*from = to.c[i];
			continue;
		}
		if (i == 0 && hue_first && !mixer->long_way && fabs(delta) > 180)
			delta -= 360 * zn_js_round(delta / 360);
		if (mixer->space == ZN_MIX_RGB && i < 3 && mixer->gamma != 1) {
			segment.power[i] = true;
			delta = pow(to.c[i], mixer->gamma) - pow(*from, mixer->gamma);
			*from = pow(*from, mixer->gamma);
		}
		segment.delta.c[i] = delta;
	}
	return segment;
}

static ZnColor segment_at(const Segment *segment, double t, const ZnMixer *mixer)
{
	double c[4];
	for (int i = 0; i < 4; i++) {
		double u = mixer->space == ZN_MIX_CUBEHELIX && i == 2 && mixer->gamma != 1 ? pow(t, mixer->gamma) : t;
		c[i] = segment->from.c[i] + u * segment->delta.c[i];
		if (i < 3 && segment->power[i])
			c[i] = pow(c[i], 1 / mixer->gamma);
	}
	return from_channels(c, mixer->space);
}

ZnColor zn_color_mix(ZnColor a, ZnColor b, double t, const ZnMixer *mixer)
{
	Segment segment = segment_between(a, b, mixer);
	return segment_at(&segment, t, mixer);
}

ZnRamp *zn_ramp_new(ZnArena *arena, const ZnColor *colors, size_t n, const ZnMixer *mixer)
{
	g_assert(n >= 1);
	ZnRamp *ramp = zn_new(arena, ZnRamp);
	*ramp = (ZnRamp){.mixer = *mixer, .span = 1, .n = n - 1, .only = colors[0]};
	ramp->segments = zn_new_n(arena, Segment, n);
	for (size_t i = 0; i + 1 < n; i++)
		ramp->segments[i] = segment_between(colors[i], colors[i + 1], mixer);
	return ramp;
}

ZnRamp *zn_ramp_part(ZnArena *arena, const ZnRamp *ramp, double start, double stop)
{
	ZnRamp *part = zn_new(arena, ZnRamp);
	*part = *ramp;
	part->start = start;
	part->span = stop - start;
	return part;
}

ZnColor zn_ramp_at(const ZnRamp *ramp, double t)
{
	if (!ramp->n || isnan(t))
		return ramp->only;
	double along = (ramp->start + t * ramp->span) * (double)ramp->n;
	double piece = CLAMP(floor(along), 0, (double)(ramp->n - 1));
	return segment_at(&ramp->segments[(size_t)piece], along - piece, &ramp->mixer);
}

ZnValue zn_color_value(ZnArena *arena, ZnColor color)
{
	char buffer[64];
	zn_color_rgb_string(color, buffer);
	return zn_str_copy(arena, buffer, strlen(buffer));
}

/* --- values of any kind --- */

typedef enum { BLEND_CONSTANT, BLEND_NUMBER, BLEND_DATE, BLEND_COLOR, BLEND_ARRAY } BlendKind;

struct ZnBlend {
	BlendKind kind;
	bool round;
	double a, b;
	Segment colors;
	ZnMixer mixer;
	ZnValue constant;
	size_t n;
	ZnBlend **parts;
};

ZnBlend *zn_blend_new(ZnArena *arena, ZnValue a, ZnValue b, const ZnMixer *mixer, bool round)
{
	ZnBlend *blend = zn_new(arena, ZnBlend);
	ZnColor from, to;
	*blend = (ZnBlend){.kind = BLEND_CONSTANT, .round = round, .mixer = *mixer, .constant = b};
	if (round || zn_is_num(b) || zn_is_date(b)) {
		blend->kind = zn_is_date(b) && !round ? BLEND_DATE : BLEND_NUMBER;
		blend->a = zn_to_num(a);
		blend->b = zn_to_num(b);
	} else if (zn_is_str(b) && zn_color_parse(b.str, &to)) {
		blend->kind = BLEND_COLOR;
		if (!zn_is_str(a) || !zn_color_parse(a.str, &from))
			from = to;
		blend->colors = segment_between(from, to, mixer);
	} else if (zn_is_arr(b)) {
		blend->kind = BLEND_ARRAY;
		blend->n = zn_len(b);
		blend->parts = zn_new_n(arena, ZnBlend *, blend->n);
		/* Arrays in arrays stay as they are: none of Vega-Lite's channels has them. */
		for (size_t i = 0; i < blend->n; i++) {
			ZnValue end = zn_at(b, i), begin = i < zn_len(a) && !zn_is_arr(end) ? zn_at(a, i) : end;
			blend->parts[i] =
				zn_is_arr(end) ? zn_blend_new(arena, end, zn_undefined(), mixer, false) : zn_blend_new(arena, begin, end, mixer, false);
			if (zn_is_arr(end))
				blend->parts[i]->constant = end;
		}
	}
	return blend;
}

ZnValue zn_blend_at(ZnArena *arena, const ZnBlend *blend, double t)
{
	switch (blend->kind) {
	case BLEND_NUMBER:
	case BLEND_DATE: {
		double number = blend->a * (1 - t) + blend->b * t;
		if (blend->round)
			number = zn_js_round(number);
		return blend->kind == BLEND_DATE ? zn_date(number) : zn_num(number);
	}
	case BLEND_COLOR:
		return zn_color_value(arena, segment_at(&blend->colors, t, &blend->mixer));
	case BLEND_ARRAY: {
		ZnArray *array = zn_array_new(arena, blend->n);
		for (size_t i = 0; i < blend->n; i++)
			zn_array_push(arena, array, zn_blend_at(arena, blend->parts[i], t));
		return zn_arr(array);
	}
	default:
		return blend->constant;
	}
}

bool zn_blend_color(const ZnBlend *blend, double t, ZnColor *out)
{
	if (blend->kind != BLEND_COLOR)
		return false;
	*out = segment_at(&blend->colors, t, &blend->mixer);
	return true;
}
