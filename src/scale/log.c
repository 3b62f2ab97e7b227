/* Logarithmic scales, of domains above zero or (mirrored) below it. */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#define MOST_CANDIDATES 100000 /* multiples of powers of the base that are looked at for ticks */

static bool mirrored(const ZnScale *scale)
{
	return zn_scale_domain_first(scale) < 0;
}

static double transform(const ZnScale *scale, double x)
{
	return mirrored(scale) ? -log(-x) : log(x);
}

static double untransform(const ZnScale *scale, double y)
{
	return mirrored(scale) ? -exp(-y) : exp(y);
}

static double log_base(double base, double x)
{
	return base == M_E ? log(x) : base == 10 ? log10(x) : base == 2 ? log2(x) : log(x) / log(base);
}

/* Powers of ten as they read, without pow's last digit: d3 parses "1e-7". */
static double power(double base, double x)
{
	if (base != 10)
		return base == M_E ? exp(x) : pow(base, x);
	if (isinf(x) || isnan(x))
		return x < 0 ? 0 : x;
	if (x != floor(x))
		return NAN;
	char text[32];
	g_snprintf(text, sizeof text, "1e%d", (int)CLAMP(x, -400, 400));
	return g_ascii_strtod(text, NULL);
}

static double logs(const ZnScale *scale, double x)
{
	return mirrored(scale) ? -log_base(scale->base, -x) : log_base(scale->base, x);
}

static double pows(const ZnScale *scale, double x)
{
	return mirrored(scale) ? -power(scale->base, -x) : power(scale->base, x);
}

static void extend_domain(ZnScale *scale, const ZnTickCount *count)
{
	size_t first = 0, last = scale->n_domain - 1;
	if (scale->domain[last].num < scale->domain[first].num) {
		first = last;
		last = 0;
	}
	double lo = pows(scale, floor(logs(scale, scale->domain[first].num)));
	double hi = pows(scale, ceil(logs(scale, scale->domain[last].num)));
	scale->domain[first] = zn_num(lo);
	scale->domain[last] = zn_num(hi);
}

/* Every whole multiple of every power of the base within lo..hi, in ascending order. */
static void ticks_at_multiples(const ZnScale *scale, ZnArena *arena, double lo, double hi, ZnArray *out)
{
	double stop = ceil(logs(scale, hi));
	for (double i = floor(logs(scale, lo)); i <= stop; i++) {
		for (double k = 1; k < scale->base; k++) {
			/* Below zero the larger multiples come first. */
			double multiple = lo > 0 ? k : scale->base - k;
			bool divide = lo > 0 ? i < 0 : i > 0;
			double tick = divide ? multiple / pows(scale, -i) : multiple * pows(scale, i);
			if (tick < lo)
				continue;
			if (tick > hi)
				break;
			zn_array_push(arena, out, zn_num(tick));
		}
	}
}

static void ticks(const ZnScale *scale, ZnArena *arena, const ZnTickCount *count, ZnArray *out)
{
	double first = zn_scale_domain_first(scale), last = zn_scale_domain_last(scale);
	bool reverse = last < first;
	double lo = reverse ? last : first, hi = reverse ? first : last, n = count->count;
	double from = logs(scale, lo), to = logs(scale, hi);
	if (!(isfinite(from) && isfinite(to)))
		return;
	if (fmod(scale->base, 1) == 0 && to - from < n && (to - from + 2) * scale->base < MOST_CANDIDATES) {
		ticks_at_multiples(scale, arena, lo, hi, out);
		if ((double)out->n * 2 < n) {
			out->n = 0;
			zn_ticks_linear(arena, lo, hi, n, out);
		}
	} else {
		zn_ticks_linear(arena, from, to, MIN(to - from, n), out);
		for (size_t i = 0; i < out->n; i++)
			out->items[i].num = pows(scale, out->items[i].num);
	}
	for (size_t i = 0, j = out->n; reverse && i + 1 < j; i++) {
		ZnValue swapped = out->items[i];
		out->items[i] = out->items[--j];
		out->items[j] = swapped;
	}
}

ZnLogFilter zn_log_filter(const ZnScale *scale, ZnArena *arena, ZnValue count)
{
	ZnTickCount parsed;
	zn_tick_count_parse(count, 10, &parsed);
	const ZnArray *all = zn_scale_ticks(scale, arena, count, 0);
	return (ZnLogFilter){scale->base, fmax(1, scale->base * parsed.count / (double)all->n)};
}

bool zn_log_filter_keeps(const ZnLogFilter *filter, double value)
{
	double base = filter->base, i = value / pow(base, zn_js_round(log(value) / log(base)));
	if (i * base < base - 0.5)
		i *= base;
	return i <= filter->k;
}

const ZnScaleOps zn_scale_log_ops = {
	.adopt = zn_scale_adopt_numbers,
	.nice = extend_domain,
	.build = zn_continuous_build,
	.map = zn_continuous_map,
	.invert = zn_continuous_invert,
	.ticks = ticks,
	.transform = transform,
	.untransform = untransform,
	.span_format = true,
};
