/* Scales: from data to pixels, colours, sizes, symbols (d3-scale and vega-scale). One file a family. */
#pragma once

#include "base/color.h"
#include "base/context.h"
#include "format/calendar.h"
#include "format/format.h"

typedef enum {
	ZN_SCALE_LINEAR, ZN_SCALE_LOG, ZN_SCALE_POW, ZN_SCALE_SQRT, ZN_SCALE_SYMLOG, ZN_SCALE_IDENTITY, ZN_SCALE_TIME, ZN_SCALE_UTC,
	ZN_SCALE_ORDINAL, ZN_SCALE_BAND, ZN_SCALE_POINT,
	ZN_SCALE_BIN_ORDINAL, ZN_SCALE_QUANTILE, ZN_SCALE_QUANTIZE, ZN_SCALE_THRESHOLD,
	ZN_SCALE_N_TYPES
} ZnScaleType;

typedef struct ZnScale ZnScale;
typedef struct ZnScaleOps ZnScaleOps; /* private to scale/: one table a family */

/* A scale with its domain and range known. Made by zn_scale_new; not changed afterwards. */
struct ZnScale {
	ZnScaleType type;
	const ZnScaleOps *ops;
	ZnArena *arena;
	/* domain: numbers (times in ms) for continuous and discretizing scales, any values for discrete ones */
	size_t n_domain;
	ZnValue *domain;
	/* range: numbers, or colours, or other values (shapes, dashes, strings) */
	size_t n_range;
	ZnValue *range;
	bool color;       /* continuous: the range is colours (also from a scheme) */
	struct ZnRamp *ramp; /* not NULL: one of d3's sequential (domain of two) or diverging (of three) scales; range = its ends */
	bool clamp, round, reverse_range;
	double base, exponent, constant;       /* log, pow, symlog */
	double padding_inner, padding_outer, align; /* band, point */
	const double *bins; /* tick and bin boundaries when the domain is binned; NULL = not */
	size_t n_bins;
	ZnValueSet *keys; /* of a domain of distinct values */
	void *state; /* the family's own (pieces, thresholds, band positions) */
};

/* What to make one from. Zeroed = defaults; values already resolved (no signals, no "container"). */
typedef struct ZnScaleSpec {
	ZnScaleType type;
	const ZnValue *domain; size_t n_domain;
	const ZnValue *range; size_t n_range;  /* explicit range */
	ZnValue scheme;      /* name, or {name, extent, count}; undefined = none */
	ZnValue interpolate; /* "rgb", "hsl", "hcl", "lab", "cubehelix", "-long" kinds, {type, gamma} */
	ZnValue nice;        /* bool, count, interval name, {interval, step} */
	bool zero, clamp, round, reverse;
	double base, exponent, constant;  /* 0 = default (10, 1, 1) */
	double padding;                   /* continuous: px at both ends; else NaN/0 */
	double padding_inner, padding_outer, align; /* NaN = default 0, 0, 0.5 */
	double domain_mid, domain_min, domain_max;  /* NaN = none */
	const double *bins; size_t n_bins;
	bool bins_step; double bin_start, bin_stop, bin_step; /* bins as {start, stop, step} */
} ZnScaleSpec;

bool zn_scale_type_parse(const char *name, ZnScaleType *out);
const char *zn_scale_type_name(ZnScaleType type);
bool zn_scale_type_continuous(ZnScaleType type); /* linear log pow sqrt symlog time utc identity */
bool zn_scale_type_discrete(ZnScaleType type);   /* ordinal band point (not the discretizing ones) */
bool zn_scale_type_discretizing(ZnScaleType type);

/* Applies zero, domainMin/Max/Mid, padding, nice in Vega's order (vega-encode ScaleImpl), then builds. Reports an unknown scheme or
 * interpolation, a log domain across zero ... at `place`; then NULL. */
ZnScale *zn_scale_new(ZnContext *context, ZnPlace place, const ZnScaleSpec *spec);

/* How many steps `count` bands take (vega-scale bandSpace): range = step * that. */
double zn_band_space(size_t count, double padding_inner, double padding_outer);

/* The visual value: number, or colour string "#rrggbb"/"rgb(…)", or what the range holds. Undefined where the scale has none. */
ZnValue zn_scale_map(const ZnScale *scale, ZnValue value);
double zn_scale_num(const ZnScale *scale, ZnValue value);             /* as a number; NaN */
bool zn_scale_color(const ZnScale *scale, ZnValue value, ZnColor *out); /* as a colour */
double zn_scale_bandwidth(const ZnScale *scale); /* band; 0 for others */
double zn_scale_step(const ZnScale *scale);      /* band and point */
ZnValue zn_scale_invert(const ZnScale *scale, double range_value);
/* The fraction 0..1 along the domain, for gradients (vega-scale scaleFraction). */
double zn_scale_fraction(const ZnScale *scale, ZnValue value);

/* Ticks as Vega's axes choose them. count = number, or interval name, or {interval, step} (time scales; "hour" as well as Vega's "hours");
 * undefined = default 10. Discrete scales give their domain. min_step <= 0 = none. Times are dates. A count beyond some thousands counts as
 * that, an interval too fine for the domain gives way to the default. Array in the arena. */
ZnArray *zn_scale_ticks(const ZnScale *scale, ZnArena *arena, ZnValue count, double min_step);
/* Keeps only the values inside the range, thins by minStep, as vega-scale validTicks. */
ZnArray *zn_scale_valid_ticks(const ZnScale *scale, ZnArena *arena, const ZnArray *ticks, ZnValue count);
ZnValue zn_scale_tick_count(const ZnScale *scale, ZnValue count, double min_step); /* vega-scale tickCount */

/* A label for each tick value: specifier and format type ("number", "time", "utc" or NULL = by scale) as vega-scale tickFormat and
 * labelFormat; for discretizing scales in legends ranges "10 – 20", "< 10", "≥ 20". */
typedef struct ZnTickFormat ZnTickFormat;
ZnTickFormat *zn_scale_tick_format(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
	bool no_skip);
const char *zn_tick_format_apply(const ZnTickFormat *format, ZnArena *arena, ZnValue value);

/* --- legends (vega-scale labels.js) --- */

/* The values of a legend's entries; count undefined = 5. Of discretizing and binned scales: where each entry's range begins, -Infinity
 * for "everything below". */
ZnArray *zn_scale_label_values(const ZnScale *scale, ZnArena *arena, ZnValue count);
/* Where the last entry's range ends: Infinity, or the last bin's end. */
double zn_scale_label_max(const ZnScale *scale);
/* As zn_scale_tick_format, but as precise as the thresholds of quantile and quantize scales ask. no_skip: symbol legends, explicit
 * values. */
ZnTickFormat *zn_scale_label_format(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
	bool no_skip);
/* "10 – 20", "< 10", "≥ 20": the range that begins at values[index] and ends at the next value, the last one at `max`. */
const char *zn_tick_format_range(const ZnTickFormat *format, ZnArena *arena, const ZnArray *values, size_t index, double max);
/* The label of entry `index` of the first `n` of zn_scale_label_values in a symbol legend: a range where the scale has ranges. */
const char *zn_scale_label_range(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
	size_t index, size_t n);
/* The colour at a fraction 0..1 of a continuous colour scale, also where its domain has no length; false when it is none. */
bool zn_scale_color_at(const ZnScale *scale, double fraction, ZnColor *out);

/* Named colour schemes, case ignored. "blues-9" is nine colours of "blues". */
bool zn_scheme_known(const char *name);
bool zn_scheme_categorical(const char *name);
const char *const *zn_scheme_names(void); /* sorted, NULL-ended */
/* The colour at t in 0..1 of a scheme: of a categorical one the nearest before, else interpolated. False when unknown. */
bool zn_scheme_at(const char *name, double t, ZnColor *out);
