/* What a scale family implements, and what the families share. Private to scale/. */
#pragma once

#include "scale/interpolate.h"
#include "scale/scale.h"
#include "scale/ticks.h"

/* In the order in which zn_scale_new calls them; NULL where the family has no such thing. */
struct ZnScaleOps {
	/* Sets scale->domain: to numbers, distinct values, sorted values ... */
	void (*adopt)(ZnScale *scale, const ZnValue *domain, size_t n);
	/* Extends scale->domain to round values. */
	void (*nice)(ZnScale *scale, const ZnTickCount *count);
	/* The domain and range are known: prepares scale->state. */
	void (*build)(ZnScale *scale, const ZnMixer *mixer);
	ZnValue (*map)(const ZnScale *scale, ZnValue value);
	ZnValue (*invert)(const ZnScale *scale, double position);
	/* Appends ticks; NULL: the domain's values are the ticks. */
	void (*ticks)(const ZnScale *scale, ZnArena *arena, const ZnTickCount *count, ZnArray *out);
	/* Continuous families: where a value lies on the straight line that the range runs along. */
	double (*transform)(const ZnScale *scale, double x);
	double (*untransform)(const ZnScale *scale, double y);
	bool span_format; /* labels are as precise as the domain's span over the number of ticks asks */
};

extern const ZnScaleOps zn_scale_linear_ops, zn_scale_log_ops, zn_scale_pow_ops, zn_scale_symlog_ops, zn_scale_identity_ops,
	zn_scale_time_ops, zn_scale_ordinal_ops, zn_scale_band_ops, zn_scale_bin_ordinal_ops, zn_scale_quantile_ops, zn_scale_quantize_ops,
	zn_scale_threshold_ops;

/* Sets scale->domain from the spec: zero, minimum, middle, maximum, padding, nice, then the bins. False when it reported an error. */
bool zn_scale_configure_domain(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, size_t *cardinality);
/* Sets scale->range or the colour ramp from the spec; false when it reported an error. */
bool zn_scale_configure_range(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, const ZnMixer *mixer,
                              size_t cardinality);

/* --- what families share --- */
void zn_scale_adopt_numbers(ZnScale *scale, const ZnValue *domain, size_t n);  /* Number(v) */
void zn_scale_adopt_distinct(ZnScale *scale, const ZnValue *domain, size_t n); /* first of each; also fills scale->keys */
bool zn_scale_index(const ZnScale *scale, ZnValue value, size_t *index);       /* of a value in a distinct domain */
double zn_scale_domain_first(const ZnScale *scale);                            /* as a number; NaN when empty */
double zn_scale_domain_last(const ZnScale *scale);
/* As JavaScript's +x behind a check for null: NaN for what a continuous scale has no place for. */
double zn_scale_number(ZnValue value);
/* d3 bisectRight: how many of the ascending numbers[lo..hi) are <= x, plus lo. */
size_t zn_bisect_right(const double *numbers, size_t lo, size_t hi, double x);

/* Continuous families (continuous.c). */
void zn_continuous_build(ZnScale *scale, const ZnMixer *mixer);
ZnValue zn_continuous_map(const ZnScale *scale, ZnValue value);
ZnValue zn_continuous_invert(const ZnScale *scale, double position);
bool zn_continuous_color(const ZnScale *scale, ZnValue value, ZnColor *out);
double zn_continuous_straight(const ZnScale *scale, double x); /* transform of linear families: x itself */
void zn_linear_nice(ZnScale *scale, const ZnTickCount *count);
void zn_linear_ticks(const ZnScale *scale, ZnArena *arena, const ZnTickCount *count, ZnArray *out);

/* Discretizing families: their thresholds, ascending; NULL for others. */
const double *zn_scale_thresholds(const ZnScale *scale, size_t *n);
/* Thresholds in scale->state and what lies between them mapped to the range: quantize, quantile, threshold. */
void zn_thresholds_set(ZnScale *scale, double *numbers, size_t n);
ZnValue zn_thresholds_map(const ZnScale *scale, ZnValue value);

/* vega-scale tickLog: is the value one of those that a crowded log axis labels? */
typedef struct ZnLogFilter {
	double base, k;
} ZnLogFilter;
ZnLogFilter zn_log_filter(const ZnScale *scale, ZnArena *arena, ZnValue count);
bool zn_log_filter_keeps(const ZnLogFilter *filter, double value);
