#include "transform/statistics.h"

#include <math.h>
#include <stdlib.h>

double *zn_numbers(const ZnValue *cells, const size_t *rows, size_t n, size_t *count)
{
	double *numbers = g_new(double, MAX(n, 1));
	size_t k = 0;
	for (size_t i = 0; i < n; i++) {
		ZnValue v = cells[rows ? rows[i] : i];
		if (zn_is_nullish(v) || (zn_is_str(v) && v.len == 0))
			continue;
		double num = zn_to_num(v);
		if (!isnan(num))
			numbers[k++] = num;
	}
	*count = k;
	return numbers;
}

static int compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

void zn_sort_numbers(double *numbers, size_t n)
{
	qsort(numbers, n, sizeof *numbers, compare_numbers);
}

double zn_quantile_sorted(const double *sorted, size_t n, double p)
{
	if (n == 0 || isnan(p))
		return NAN;
	if (p <= 0 || n < 2)
		return sorted[0];
	if (p >= 1)
		return sorted[n - 1];
	double i = (double)(n - 1) * p;
	size_t low = (size_t)floor(i);
	return sorted[low] + (sorted[low + 1] - sorted[low]) * (i - (double)low);
}

double zn_deviation(const double *numbers, size_t n)
{
	double mean = 0, sum = 0;
	for (size_t i = 0; i < n; i++) {
		double delta = numbers[i] - mean;
		mean += delta / (double)(i + 1);
		sum += delta * (numbers[i] - mean);
	}
	return n > 1 ? sqrt(sum / (double)(n - 1)) : NAN;
}

bool zn_bootstrap_ci(const double *numbers, size_t n, size_t samples, double alpha, uint64_t *random, double out[2])
{
	if (n == 0)
		return false;
	g_autofree double *means = g_new(double, samples);
	for (size_t j = 0; j < samples; j++) {
		double sum = 0;
		for (size_t i = 0; i < n; i++)
			sum += numbers[(size_t)(zn_random_next(random) * (double)n)];
		means[j] = sum / (double)n;
	}
	zn_sort_numbers(means, samples);
	out[0] = zn_quantile_sorted(means, samples, alpha / 2);
	out[1] = zn_quantile_sorted(means, samples, 1 - alpha / 2);
	return true;
}

bool zn_extent(const ZnValue *cells, const size_t *rows, size_t n, double out[2])
{
	double min = INFINITY, max = -INFINITY;
	bool any = false;
	for (size_t i = 0; i < n; i++) {
		ZnValue v = cells[rows ? rows[i] : i];
		double num = zn_is_nullish(v) ? NAN : zn_to_num(v);
		if (isnan(num))
			continue;
		any = true;
		min = MIN(min, num);
		max = MAX(max, num);
	}
	if (any) {
		out[0] = min;
		out[1] = max;
	}
	return any;
}

/* --- curves --- */

#define MIN_ANGLE (0.5 * G_PI / 180) /* bends below half a degree are straight */

typedef struct Curve {
	double (*f)(void *user, double x);
	void *user;
} Curve;

static ZnPoint point(const Curve *curve, double x)
{
	return (ZnPoint){x, curve->f(curve->user, x)};
}

static double angle_between(ZnPoint p, ZnPoint q, ZnPoint r, double sx, double sy)
{
	return fabs(atan2(sy * (r.y - p.y), sx * (r.x - p.x)) - atan2(sy * (q.y - p.y), sx * (q.x - p.x)));
}

static double height_scale(ZnPoint first, const ZnPoints *points)
{
	double low = first.y, high = first.y;
	for (size_t i = 0; i < points->n; i++) {
		low = points->items[i].y < low ? points->items[i].y : low;
		high = points->items[i].y > high ? points->items[i].y : high;
	}
	return 1 / (high - low);
}

ZnPoints zn_sample_curve(ZnArena *arena, double (*f)(void *user, double x), void *user, const double extent[2], size_t min_steps,
                         size_t max_steps)
{
	Curve curve = {.f = f, .user = user};
	double low = extent[0], high = extent[1], span = high - low;
	ZnPoints done = {0}, ahead = {0};
	max_steps = MAX(min_steps, max_steps);
	zn_push(arena, done.items, done.n, done.cap, point(&curve, low));
	if (min_steps == max_steps) {
		for (size_t i = 1; i < max_steps; i++)
			zn_push(arena, done.items, done.n, done.cap, point(&curve, low + (double)i / (double)min_steps * span));
		zn_push(arena, done.items, done.n, done.cap, point(&curve, high));
		return done;
	}
	/* A stack of the points ahead, the nearest on top; midpoints go there while the curve bends. */
	zn_push(arena, ahead.items, ahead.n, ahead.cap, point(&curve, high));
	for (size_t i = min_steps; --i > 0;)
		zn_push(arena, ahead.items, ahead.n, ahead.cap, point(&curve, low + (double)i / (double)min_steps * span));
	ZnPoint from = done.items[0];
	double sx = 1 / span, sy = height_scale(from, &ahead), finest = span / (double)max_steps;
	while (ahead.n) {
		ZnPoint to = ahead.items[ahead.n - 1], middle = point(&curve, (from.x + to.x) / 2);
		if (middle.x - from.x >= finest && angle_between(from, middle, to, sx, sy) > MIN_ANGLE) {
			zn_push(arena, ahead.items, ahead.n, ahead.cap, middle);
		} else {
			zn_push(arena, done.items, done.n, done.cap, to);
			from = to;
			ahead.n--;
		}
	}
	return done;
}
