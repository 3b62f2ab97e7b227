/* What the continuous families share (d3-scale continuous, sequential and diverging): pieces of a transformed domain, each running
 * along a piece of the range; or a colour ramp over all of it. */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>

/* knots[i]..knots[i + 1] maps to what blends[i] runs along; knots ascend. */
typedef struct Pieces {
	size_t n;
	double *knots;
	ZnBlend **blends;
} Pieces;

typedef struct Continuous {
	Pieces out, in;  /* domain to range and back */
	double lo, hi;   /* the domain's ends, for clamping */
	double t[3];     /* ramps: the transformed domain */
	double k10, k21; /* ramps: 1 over the length of a sequential domain; half of that for the halves of a diverging one */
} Continuous;

static Pieces pieces_new(ZnArena *arena, const double *from, size_t n_from, const ZnValue *to, size_t n_to, const ZnMixer *mixer,
                         bool round)
{
	size_t n = MIN(n_from, n_to);
	if (n < 2)
		return (Pieces){0};
	if (n == 2)
		n_from = n_to = 2;
	/* d3 turns descending domains round, each list about its own end. */
	bool reverse = from[n - 1] < from[0];
	Pieces pieces = {n - 1, zn_new_n(arena, double, n), zn_new_n(arena, ZnBlend *, n - 1)};
	for (size_t i = 0; i < n; i++)
		pieces.knots[i] = from[reverse ? n_from - 1 - i : i];
	for (size_t i = 0; i + 1 < n; i++) {
		ZnValue a = to[reverse ? n_to - 1 - i : i], b = to[reverse ? n_to - 2 - i : i + 1];
		pieces.blends[i] = zn_blend_new(arena, a, b, mixer, round);
	}
	return pieces;
}

/* The blend for x and how far along it x is: a half where the piece has no length. NULL where there are no pieces. */
static const ZnBlend *pieces_find(const Pieces *pieces, double x, double *t)
{
	if (!pieces->n)
		return NULL;
	size_t i = zn_bisect_right(pieces->knots, 1, pieces->n, x) - 1;
	double start = pieces->knots[i], length = pieces->knots[i + 1] - start;
	*t = length != 0 && !isnan(length) ? (x - start) / length : isnan(length) ? NAN : 0.5;
	return pieces->blends[i];
}

static double domain_at(const ZnScale *scale, size_t i)
{
	return i < scale->n_domain ? scale->domain[i].num : NAN;
}

static double inverse_length(double a, double b, double whole)
{
	return a == b ? 0 : whole / (b - a);
}

static void build_ramp(ZnScale *scale, Continuous *state)
{
	for (size_t i = 0; i < 3; i++)
		state->t[i] = scale->ops->transform(scale, domain_at(scale, i));
	double part = scale->n_domain == 3 ? 0.5 : 1;
	state->k10 = inverse_length(state->t[0], state->t[1], part);
	state->k21 = inverse_length(state->t[1], state->t[2], part);
}

void zn_continuous_build(ZnScale *scale, const ZnMixer *mixer)
{
	Continuous *state = zn_new(scale->arena, Continuous);
	scale->state = state;
	if (scale->ramp) {
		build_ramp(scale, state);
		return;
	}
	size_t n = scale->n_domain;
	double *domain = zn_new_n(scale->arena, double, n), *range = zn_new_n(scale->arena, double, scale->n_range);
	ZnValue *back = zn_new_n(scale->arena, ZnValue, n);
	for (size_t i = 0; i < n; i++) {
		domain[i] = scale->ops->transform(scale, scale->domain[i].num);
		back[i] = zn_num(domain[i]);
	}
	for (size_t i = 0; i < scale->n_range; i++)
		range[i] = zn_to_num(scale->range[i]);
	/* Rounding goes before the colours' mixing as in vega-encode: it is for numbers only. */
	state->out = pieces_new(scale->arena, domain, n, scale->range, scale->n_range, mixer, scale->round && !scale->color);
	state->in = pieces_new(scale->arena, range, scale->n_range, back, n, &ZN_MIXER_RGB, false);
	size_t used = MIN(n, scale->n_range);
	double first = domain_at(scale, 0), last = used ? domain_at(scale, used - 1) : NAN;
	state->lo = MIN(first, last);
	state->hi = MAX(first, last);
}

static double clamp(const ZnScale *scale, double x)
{
	const Continuous *state = scale->state;
	return scale->clamp ? fmax(state->lo, fmin(state->hi, x)) : x;
}

/* How far along the ramp a value is. */
static double ramp_position(const ZnScale *scale, double x)
{
	const Continuous *state = scale->state;
	double y = scale->ops->transform(scale, x), t;
	if (scale->n_domain == 3) {
		double sign = state->t[1] < state->t[0] ? -1 : 1;
		t = 0.5 + (y - state->t[1]) * (sign * y < sign * state->t[1] ? state->k10 : state->k21);
	} else if (state->k10 == 0) {
		return 0.5;
	} else {
		t = (y - state->t[0]) * state->k10;
	}
	return scale->clamp ? fmax(0, fmin(1, t)) : t;
}

ZnValue zn_continuous_map(const ZnScale *scale, ZnValue value)
{
	const Continuous *state = scale->state;
	double x = zn_scale_number(value), t;
	if (isnan(x))
		return zn_undefined();
	if (scale->ramp)
		return zn_color_value(scale->arena, zn_ramp_at(scale->ramp, ramp_position(scale, x)));
	const ZnBlend *blend = pieces_find(&state->out, scale->ops->transform(scale, clamp(scale, x)), &t);
	return blend ? zn_blend_at(scale->arena, blend, t) : scale->color ? zn_undefined() : zn_num(NAN);
}

bool zn_continuous_color(const ZnScale *scale, ZnValue value, ZnColor *out)
{
	const Continuous *state = scale->state;
	double x = zn_scale_number(value), t;
	if (isnan(x))
		return false;
	if (scale->ramp) {
		*out = zn_ramp_at(scale->ramp, ramp_position(scale, x));
		return true;
	}
	const ZnBlend *blend = pieces_find(&state->out, scale->ops->transform(scale, clamp(scale, x)), &t);
	return blend && zn_blend_color(blend, t, out);
}

ZnValue zn_continuous_invert(const ZnScale *scale, double position)
{
	const Continuous *state = scale->state;
	double t;
	if (scale->ramp)
		return zn_undefined();
	const ZnBlend *blend = pieces_find(&state->in, position, &t);
	return !blend ? zn_num(NAN) : zn_num(clamp(scale, scale->ops->untransform(scale, zn_blend_at(scale->arena, blend, t).num)));
}

double zn_continuous_straight(const ZnScale *scale, double x)
{
	return x;
}
