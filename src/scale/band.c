/* Bands and points along a line (vega-scale scaleBand): a point is a band whose inner padding takes all of its step. */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>

typedef struct Band {
	double start, step, width;
	double lo, hi; /* of the range */
	bool reverse;
} Band;

double zn_band_space(size_t count, double padding_inner, double padding_outer)
{
	double space = (double)count - padding_inner + padding_outer * 2;
	return count ? (space > 0 ? space : 1) : 0;
}

static double range_end(const ZnScale *scale, size_t i)
{
	return i < scale->n_range ? zn_to_num(scale->range[i]) : NAN;
}

static void build(ZnScale *scale, const ZnMixer *mixer)
{
	Band *band = zn_new(scale->arena, Band);
	double r0 = range_end(scale, 0), r1 = range_end(scale, 1), n = (double)scale->n_domain;
	double space = zn_band_space(scale->n_domain, scale->padding_inner, scale->padding_outer);
	band->reverse = r1 < r0;
	band->lo = band->reverse ? r1 : r0;
	band->hi = band->reverse ? r0 : r1;
	band->step = (band->hi - band->lo) / (space != 0 ? space : 1);
	if (scale->round)
		band->step = floor(band->step);
	band->start = band->lo + (band->hi - band->lo - band->step * (n - scale->padding_inner)) * scale->align;
	band->width = band->step * (1 - scale->padding_inner);
	if (scale->round) {
		band->start = zn_js_round(band->start);
		band->width = zn_js_round(band->width);
	}
	scale->state = band;
}

static double position(const Band *band, size_t slot)
{
	return band->start + band->step * (double)slot;
}

static ZnValue map(const ZnScale *scale, ZnValue value)
{
	const Band *band = scale->state;
	size_t index;
	if (!zn_scale_index(scale, value, &index))
		return zn_undefined();
	return zn_num(position(band, band->reverse ? scale->n_domain - 1 - index : index));
}

static ZnValue invert(const ZnScale *scale, double x)
{
	const Band *band = scale->state;
	if (!scale->n_domain || isnan(x) || x < band->start || x > band->hi)
		return zn_undefined();
	size_t slot = 0;
	if (band->step > 0)
		slot = (size_t)MIN(floor((x - band->start) / band->step), (double)(scale->n_domain - 1));
	/* The division may be off by one in its last digit. */
	if (slot + 1 < scale->n_domain && position(band, slot + 1) <= x)
		slot++;
	else if (slot > 0 && position(band, slot) > x)
		slot--;
	if (x - position(band, slot) > band->width + 1e-10)
		return zn_undefined(); /* in the padding */
	return scale->domain[band->reverse ? scale->n_domain - 1 - slot : slot];
}

double zn_scale_bandwidth(const ZnScale *scale)
{
	return scale->ops == &zn_scale_band_ops ? ((const Band *)scale->state)->width : 0;
}

double zn_scale_step(const ZnScale *scale)
{
	return scale->ops == &zn_scale_band_ops ? ((const Band *)scale->state)->step : 0;
}

const ZnScaleOps zn_scale_band_ops = {.adopt = zn_scale_adopt_distinct, .build = build, .map = map, .invert = invert};
