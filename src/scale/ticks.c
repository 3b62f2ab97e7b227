#include "scale/ticks.h"
#include "scale/interpolate.h"

#include <glib.h>
#include <limits.h>
#include <math.h>

#define SECOND 1000.0
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)
#define MONTH (30 * DAY)
#define YEAR (365 * DAY)
#define FARTHEST_TIME 8.64e15 /* what a JavaScript Date can hold */

/* --- numbers (d3-array ticks.js) --- */

typedef struct TickSpec {
	double first, last; /* ticks are first..last times (or by) the increment */
	double increment;
} TickSpec;

static TickSpec tick_spec(double start, double stop, double count)
{
	double step = (stop - start) / MAX(0, count);
	double power = floor(log10(step));
	double error = step / pow(10, power);
	double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
	TickSpec spec;
	if (power < 0) {
		double per_unit = pow(10, -power) / factor;
		spec.first = zn_js_round(start * per_unit);
		spec.last = zn_js_round(stop * per_unit);
		if (spec.first / per_unit < start)
			spec.first++;
		if (spec.last / per_unit > stop)
			spec.last--;
		spec.increment = -per_unit;
	} else {
		spec.increment = pow(10, power) * factor;
		spec.first = zn_js_round(start / spec.increment);
		spec.last = zn_js_round(stop / spec.increment);
		if (spec.first * spec.increment < start)
			spec.first++;
		if (spec.last * spec.increment > stop)
			spec.last--;
	}
	if (spec.last < spec.first && count >= 0.5 && count < 2)
		return tick_spec(start, stop, count * 2);
	return spec;
}

double zn_tick_increment(double start, double stop, double count)
{
	return tick_spec(start, stop, count).increment;
}

double zn_tick_step(double start, double stop, double count)
{
	bool reverse = stop < start;
	double increment = reverse ? zn_tick_increment(stop, start, count) : zn_tick_increment(start, stop, count);
	return (reverse ? -1 : 1) * (increment < 0 ? 1 / -increment : increment);
}

void zn_ticks_linear(ZnArena *arena, double start, double stop, double count, ZnArray *out)
{
	if (!(count > 0))
		return;
	if (start == stop) {
		zn_array_push(arena, out, zn_num(start));
		return;
	}
	bool reverse = stop < start;
	count = MIN(count, ZN_MOST_TICKS);
	TickSpec spec = reverse ? tick_spec(stop, start, count) : tick_spec(start, stop, count);
	/* Not so for lengths near the smallest and the largest numbers, whose steps cannot be told. */
	if (!(spec.last - spec.first >= 0 && spec.last - spec.first < 4 * ZN_MOST_TICKS))
		return;
	size_t n = (size_t)(spec.last - spec.first) + 1;
	for (size_t i = 0; i < n; i++) {
		double k = reverse ? spec.last - (double)i : spec.first + (double)i;
		zn_array_push(arena, out, zn_num(spec.increment < 0 ? k / -spec.increment : k * spec.increment));
	}
}

bool zn_nice_linear(double *lo, double *hi, double count)
{
	double start = *lo, stop = *hi, before = NAN;
	count = MIN(count, ZN_MOST_TICKS);
	for (int i = 0; i < 10; i++) {
		double step = zn_tick_increment(start, stop, count);
		if (step == before) {
			*lo = start;
			*hi = stop;
			return true;
		}
		if (step > 0) {
			start = floor(start / step) * step;
			stop = ceil(stop / step) * step;
		} else if (step < 0) {
			start = ceil(start * step) / step;
			stop = floor(stop * step) / step;
		} else {
			break;
		}
		before = step;
	}
	return false;
}

/* --- counts and intervals --- */

/* Vega knows the plural names of the small units, the documentation the singular ones. */
static const struct {
	const char *name;
	ZnInterval interval;
	int step;
} INTERVALS[] = {
	{"year", ZN_YEAR, 1},
	{"quarter", ZN_MONTH, 3},
	{"month", ZN_MONTH, 1},
	{"week", ZN_WEEK, 1},
	{"date", ZN_DAY, 1},
	{"day", ZN_DAY, 1},
	{"dayofyear", ZN_DAY, 1},
	{"hours", ZN_HOUR, 1},
	{"hour", ZN_HOUR, 1},
	{"minutes", ZN_MINUTE, 1},
	{"minute", ZN_MINUTE, 1},
	{"seconds", ZN_SECOND, 1},
	{"second", ZN_SECOND, 1},
	{"milliseconds", ZN_MILLISECOND, 1},
	{"millisecond", ZN_MILLISECOND, 1},
};

bool zn_tick_count_parse(ZnValue value, double fallback, ZnTickCount *out)
{
	*out = (ZnTickCount){.count = fallback, .step = 1};
	if (zn_is_num(value)) {
		out->count = value.num;
		return true;
	}
	ZnValue name = zn_is_obj(value) ? zn_get(value, "interval") : value;
	if (!zn_is_str(name))
		return zn_is_nullish(name) || zn_is_bool(name);
	double step = floor(zn_get_num(value, "step", 1));
	for (size_t i = 0; i < G_N_ELEMENTS(INTERVALS); i++) {
		if (g_ascii_strcasecmp(name.str, INTERVALS[i].name))
			continue;
		out->by_interval = true;
		out->interval = INTERVALS[i].interval;
		out->step = INTERVALS[i].step * (step >= 1 ? (int)MIN(step, 1e6) : 1);
		return true;
	}
	return false;
}

static const struct {
	ZnInterval interval;
	int step;
	double duration;
} TIME_STEPS[] = {
	{ZN_SECOND, 1, SECOND},   {ZN_SECOND, 5, 5 * SECOND}, {ZN_SECOND, 15, 15 * SECOND}, {ZN_SECOND, 30, 30 * SECOND},
	{ZN_MINUTE, 1, MINUTE},   {ZN_MINUTE, 5, 5 * MINUTE}, {ZN_MINUTE, 15, 15 * MINUTE}, {ZN_MINUTE, 30, 30 * MINUTE},
	{ZN_HOUR, 1, HOUR},       {ZN_HOUR, 3, 3 * HOUR},     {ZN_HOUR, 6, 6 * HOUR},       {ZN_HOUR, 12, 12 * HOUR},
	{ZN_DAY, 1, DAY},         {ZN_DAY, 2, 2 * DAY},       {ZN_WEEK, 1, WEEK},           {ZN_MONTH, 1, MONTH},
	{ZN_MONTH, 3, 3 * MONTH}, {ZN_YEAR, 1, YEAR},
};

static const double DURATIONS[] = {
	[ZN_MILLISECOND] = 1, [ZN_SECOND] = SECOND, [ZN_MINUTE] = MINUTE, [ZN_HOUR] = HOUR,
	[ZN_DAY] = DAY,       [ZN_WEEK] = WEEK,     [ZN_MONTH] = MONTH,   [ZN_YEAR] = YEAR,
};

bool zn_tick_interval(double start, double stop, double count, bool utc, ZnTickCount *out)
{
	const size_t n = G_N_ELEMENTS(TIME_STEPS);
	double target = fabs(stop - start) / MIN(count, ZN_MOST_TICKS);
	*out = (ZnTickCount){.by_interval = true};
	if (isnan(target) || !(count > 0))
		return false;
	size_t i = 0;
	while (i < n && TIME_STEPS[i].duration <= target)
		i++;
	if (i == 0 || i == n) {
		double unit = i ? YEAR : 1, step = zn_tick_step(start / unit, stop / unit, MIN(count, ZN_MOST_TICKS));
		if (!i)
			step = MAX(step, 1);
		step = floor(step);
		if (!(step >= 1) || step > INT_MAX)
			return false;
		out->interval = i ? ZN_YEAR : ZN_MILLISECOND;
		out->step = (int)step;
		return true;
	}
	if (target / TIME_STEPS[i - 1].duration < TIME_STEPS[i].duration / target)
		i--;
	out->interval = TIME_STEPS[i].interval;
	out->step = TIME_STEPS[i].step;
	if (utc && out->interval == ZN_DAY && out->step > 1) {
		/* In UTC d3 counts these days from the epoch, not from the first of the month. */
		out->interval = ZN_MILLISECOND;
		out->step *= (int)DAY;
	}
	return true;
}

void zn_ticks_time(ZnArena *arena, double start, double stop, const ZnTickCount *count, bool utc, ZnArray *out)
{
	bool reverse = stop < start;
	double from = reverse ? stop : start, to = (reverse ? start : stop) + 1;
	if (!(fabs(from) <= FARTHEST_TIME && fabs(to) <= FARTHEST_TIME))
		return;
	ZnTickCount by = *count;
	if (by.by_interval && (to - from) / (DURATIONS[by.interval] * by.step) > ZN_MOST_TICKS)
		by = (ZnTickCount){.count = 10};
	if (!by.by_interval && !zn_tick_interval(from, to - 1, by.count, utc, &by))
		return;
	size_t first = out->n;
	double time = zn_interval_ceil(by.interval, by.step, from, utc), before = -INFINITY;
	while (time > before && time < to && out->n - first < 2 * ZN_MOST_TICKS) {
		zn_array_push(arena, out, zn_date(time));
		before = time;
		time = zn_interval_ceil(by.interval, by.step, time + 1, utc);
	}
	for (size_t i = first, j = out->n; reverse && i + 1 < j; i++) {
		ZnValue swapped = out->items[i];
		out->items[i] = out->items[--j];
		out->items[j] = swapped;
	}
}
