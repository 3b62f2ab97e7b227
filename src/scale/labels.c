/* Which values axes and legends label, and the ranges of legends (vega-scale ticks.js and labels.js). */
#include "scale/ops.h"
#include "scale/tick_format.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static bool is_time(const ZnScale *scale)
{
	return scale->type == ZN_SCALE_TIME || scale->type == ZN_SCALE_UTC;
}

/* How many ticks when none may be nearer to the next than min_step. */
static double limit_by_step(const ZnScale *scale, double count, double min_step)
{
	double a = zn_scale_domain_first(scale), b = zn_scale_domain_last(scale), lo = fmin(a, b), hi = fmax(a, b);
	double steps = (hi - lo) / min_step;
	if (isnan(a) || isnan(b))
		return count;
	count = fmin(count, floor(steps != 0 ? steps : 1) + 1);
	if (scale->bins || scale->type == ZN_SCALE_LOG || is_time(scale) || !(lo < hi))
		return count;
	count = fmin(count, ZN_MOST_TICKS);
	while (count > 1 && zn_tick_step(lo, hi, count) < min_step)
		count--;
	return count;
}

ZnValue zn_scale_tick_count(const ZnScale *scale, ZnValue count, double min_step)
{
	if (zn_is_nullish(count))
		count = zn_num(10);
	if (!zn_is_num(count))
		return is_time(scale) ? count : zn_num(10);
	double n = count.num;
	if (scale->bins)
		n = fmax(n, (double)scale->n_bins);
	if (min_step > 0)
		n = limit_by_step(scale, n, min_step);
	return zn_num(n);
}

static ZnArray *bin_values(const ZnScale *scale, ZnArena *arena, size_t n)
{
	ZnArray *values = zn_array_new(arena, n);
	for (size_t i = 0; i < n; i++)
		zn_array_push(arena, values, zn_num(scale->bins[i]));
	return values;
}

ZnArray *zn_scale_ticks(const ZnScale *scale, ZnArena *arena, ZnValue count, double min_step)
{
	ZnTickCount parsed;
	count = zn_scale_tick_count(scale, count, min_step);
	zn_tick_count_parse(count, 10, &parsed);
	if (scale->bins)
		return zn_scale_valid_ticks(scale, arena, bin_values(scale, arena, scale->n_bins), count);
	ZnArray *ticks = zn_array_new(arena, 16);
	if (scale->ops->ticks)
		scale->ops->ticks(scale, arena, &parsed, ticks);
	else
		for (size_t i = 0; i < scale->n_domain; i++)
			zn_array_push(arena, ticks, scale->domain[i]);
	return ticks;
}

/* --- explicit values and bins: only those inside of the range, in the range's order --- */

typedef struct Placed {
	ZnValue value;
	double position;
} Placed;

static int compare_placed(gconstpointer a, gconstpointer b, gpointer descending)
{
	double x = ((const Placed *)a)->position, y = ((const Placed *)b)->position;
	int order = (x > y) - (x < y);
	return *(bool *)descending ? -order : order;
}

/* Leaves out every second one until at most `count` are left; the two ends when that would be fewer than three. */
static void thin_out(ZnArray *ticks, double count)
{
	if (!(count > 0) || ticks->n < 2)
		return;
	ZnValue first = ticks->items[0], last = ticks->items[ticks->n - 1];
	while ((double)ticks->n > count && ticks->n >= 3) {
		size_t kept = 0;
		for (size_t i = 0; i < ticks->n; i += 2)
			ticks->items[kept++] = ticks->items[i];
		ticks->n = kept;
	}
	if (ticks->n < 3) {
		ticks->items[0] = first;
		ticks->items[1] = last;
		ticks->n = 2;
	}
}

ZnArray *zn_scale_valid_ticks(const ZnScale *scale, ZnArena *arena, const ZnArray *ticks, ZnValue count)
{
	double first = scale->n_range ? zn_to_num(scale->range[0]) : NAN;
	double last = scale->n_range ? zn_to_num(scale->range[scale->n_range - 1]) : NAN;
	bool descending = first > last;
	double lo = floor(descending ? last : first), hi = ceil(descending ? first : last);
	if (scale->type == ZN_SCALE_IDENTITY) { /* its range is its domain */
		lo = floor(fmin(zn_scale_domain_first(scale), zn_scale_domain_last(scale)));
		hi = ceil(fmax(zn_scale_domain_first(scale), zn_scale_domain_last(scale)));
		descending = zn_scale_domain_first(scale) > zn_scale_domain_last(scale);
	}
	Placed *placed = zn_new_n(arena, Placed, ticks->n);
	size_t n = 0;
	for (size_t i = 0; i < ticks->n; i++) {
		double position = zn_scale_num(scale, ticks->items[i]);
		if (lo <= position && position <= hi)
			placed[n++] = (Placed){ticks->items[i], position};
	}
	if (n)
		g_qsort_with_data(placed, (gint)n, sizeof *placed, compare_placed, &descending); /* stable */
	ZnArray *valid = zn_array_new(arena, MAX(n, 2));
	for (size_t i = 0; i < n; i++)
		zn_array_push(arena, valid, placed[i].value);
	if (zn_is_num(count))
		thin_out(valid, count.num);
	return valid;
}

/* --- legends --- */

static bool has_ranges(const ZnScale *scale)
{
	size_t n;
	return scale->bins || zn_scale_thresholds(scale, &n);
}

ZnArray *zn_scale_label_values(const ZnScale *scale, ZnArena *arena, ZnValue count)
{
	size_t n;
	const double *thresholds = zn_scale_thresholds(scale, &n);
	if (zn_is_nullish(count))
		count = zn_num(5);
	count = zn_scale_tick_count(scale, count, 0);
	if (scale->bins)
		return bin_values(scale, arena, scale->n_bins ? scale->n_bins - 1 : 0);
	if (thresholds) {
		ZnArray *values = zn_array_new(arena, n + 1);
		zn_array_push(arena, values, zn_num(-INFINITY));
		for (size_t i = 0; i < n; i++)
			zn_array_push(arena, values, zn_num(thresholds[i]));
		return values;
	}
	ZnArray *values = zn_scale_ticks(scale, arena, count, 0);
	if (scale->type != ZN_SCALE_LOG || scale->ramp)
		return values;
	ZnLogFilter filter = zn_log_filter(scale, arena, count);
	ZnArray *kept = zn_array_new(arena, values->n);
	for (size_t i = 0; i < values->n; i++)
		if (zn_log_filter_keeps(&filter, values->items[i].num))
			zn_array_push(arena, kept, values->items[i]);
	return kept;
}

double zn_scale_label_max(const ZnScale *scale)
{
	return scale->bins && scale->n_bins ? scale->bins[scale->n_bins - 1] : INFINITY;
}

ZnTickFormat *zn_scale_label_format(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
                                    bool no_skip)
{
	count = zn_scale_tick_count(scale, zn_is_nullish(count) ? zn_num(5) : count, 0);
	bool timed = format_type && (strcmp(format_type, "time") == 0 || strcmp(format_type, "utc") == 0);
	if ((scale->type != ZN_SCALE_QUANTILE && scale->type != ZN_SCALE_QUANTIZE) || timed)
		return zn_scale_tick_format(scale, context, count, specifier, format_type, no_skip);
	/* As precise as the least distance asks: of the quantiles, or of the ends of what is quantized. */
	size_t n = scale->n_domain;
	const double *numbers = scale->type == ZN_SCALE_QUANTILE ? zn_scale_thresholds(scale, &n) : NULL;
	double least = n > 0 ? (numbers ? numbers[0] : scale->domain[0].num) : NAN;
	for (size_t i = 1; i < n; i++) {
		double distance = numbers ? numbers[i] - numbers[i - 1] : scale->domain[i].num - scale->domain[i - 1].num;
		least = i == 1 ? distance : fmin(least, distance);
	}
	return zn_span_format(context, 0, least, 30, zn_is_str(specifier) ? specifier.str : NULL);
}

const char *zn_tick_format_range(const ZnTickFormat *format, ZnArena *arena, const ZnArray *values, size_t index, double max)
{
	ZnValue from = values->items[index], to = index + 1 < values->n ? values->items[index + 1] : zn_num(max);
	const char *lo = isfinite(zn_scale_number(from)) ? zn_tick_format_apply(format, arena, from) : NULL;
	const char *hi = isfinite(zn_scale_number(to)) ? zn_tick_format_apply(format, arena, to) : NULL;
	if (lo && hi)
		return zn_arena_printf(arena, "%s – %s", lo, hi);
	return hi ? zn_arena_printf(arena, "< %s", hi) : zn_arena_printf(arena, "≥ %s", lo ? lo : "");
}

const char *zn_scale_label_range(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
                                 size_t index, size_t n)
{
	ZnArray *values = zn_scale_label_values(scale, context->arena, count);
	if (index >= values->n)
		return "";
	ZnTickFormat *format = zn_scale_label_format(scale, context, count, specifier, format_type, true);
	if (!has_ranges(scale))
		return zn_tick_format_apply(format, context->arena, values->items[index]);
	bool cut = n < values->n;
	values->n = MIN(n, values->n);
	return index < values->n ? zn_tick_format_range(format, context->arena, values, index, cut ? INFINITY : zn_scale_label_max(scale)) : "";
}

double zn_scale_fraction(const ZnScale *scale, ZnValue value)
{
	double lo = zn_scale_domain_first(scale), hi = zn_scale_domain_last(scale), x = zn_scale_number(value);
	if (zn_scale_type_discretizing(scale->type)) {
		if (scale->type == ZN_SCALE_THRESHOLD) { /* as much beyond the ends as there is between two */
			double more = scale->n_domain > 1 ? (hi - lo) / (double)(scale->n_domain - 1) : 0.1;
			lo -= more;
			hi += more;
		}
		return (x - lo) / (hi - lo);
	}
	if (hi == lo || !isfinite(hi - lo))
		return 0.5;
	if (!scale->ops->transform)
		return NAN;
	if (scale->clamp)
		x = CLAMP(x, fmin(lo, hi), fmax(lo, hi));
	double a = scale->ops->transform(scale, lo), b = scale->ops->transform(scale, hi);
	return (scale->ops->transform(scale, x) - a) / (b - a);
}

bool zn_scale_color_at(const ZnScale *scale, double fraction, ZnColor *out)
{
	if (!scale->color)
		return false;
	if (scale->ramp) {
		*out = zn_ramp_at(scale->ramp, fraction);
		return true;
	}
	double a = scale->ops->transform(scale, zn_scale_domain_first(scale)), b = scale->ops->transform(scale, zn_scale_domain_last(scale));
	return zn_continuous_color(scale, zn_num(scale->ops->untransform(scale, a + (b - a) * fraction)), out);
}
