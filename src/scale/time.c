/* Time scales, in the local time zone or in UTC: linear in milliseconds, round in the calendar. */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>

static void adopt(ZnScale *scale, const ZnValue *domain, size_t n)
{
	zn_scale_adopt_numbers(scale, domain, n);
	for (size_t i = 0; i < n; i++)
		if (!zn_is_date(domain[i]))
			scale->domain[i].num = zn_js_round(scale->domain[i].num);
}

static void extend_domain(ZnScale *scale, const ZnTickCount *count)
{
	bool utc = scale->type == ZN_SCALE_UTC;
	size_t first = 0, last = scale->n_domain - 1;
	ZnTickCount by = *count;
	if (!by.by_interval &&
		!zn_tick_interval(scale->domain[first].num, scale->domain[last].num, count->count != 0 ? count->count : 10, utc, &by))
		return;
	if (scale->domain[last].num < scale->domain[first].num) {
		first = last;
		last = 0;
	}
	double lo = scale->domain[first].num, hi = scale->domain[last].num;
	if (isnan(lo) || isnan(hi))
		return;
	scale->domain[first].num = zn_interval_floor(by.interval, by.step, lo, utc);
	scale->domain[last].num = zn_interval_ceil(by.interval, by.step, hi, utc);
}

static ZnValue invert(const ZnScale *scale, double position)
{
	ZnValue time = zn_continuous_invert(scale, position);
	return zn_is_num(time) ? zn_date(zn_js_round(time.num)) : time;
}

static void ticks(const ZnScale *scale, ZnArena *arena, const ZnTickCount *count, ZnArray *out)
{
	zn_ticks_time(arena, zn_scale_domain_first(scale), zn_scale_domain_last(scale), count, scale->type == ZN_SCALE_UTC, out);
}

const ZnScaleOps zn_scale_time_ops = {
	.adopt = adopt,
	.nice = extend_domain,
	.build = zn_continuous_build,
	.map = zn_continuous_map,
	.invert = invert,
	.ticks = ticks,
	.transform = zn_continuous_straight,
	.untransform = zn_continuous_straight,
	.span_format = true,
};
