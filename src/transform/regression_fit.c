#include "transform/regression_fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Running means of what ordinary least squares need. */
typedef struct Means {
	double x, y, xy, x2;
	size_t n;
} Means;

static void means_add(Means *m, double x, double y)
{
	double n = (double)++m->n;
	m->x += (x - m->x) / n;
	m->y += (y - m->y) / n;
	m->xy += (x * y - m->xy) / n;
	m->x2 += (x * x - m->x2) / n;
}

/* Intercept and slope. */
static void least_squares(double x, double y, double xy, double x2, double out[2])
{
	double delta = x2 - x * x;
	out[1] = fabs(delta) < 1e-24 ? 0 : (xy - x * y) / delta;
	out[0] = y - out[1] * x;
}

static ZnFit new_fit(ZnArena *arena, size_t n_coef, double (*predict)(const ZnFit *fit, double x))
{
	return (ZnFit){.predict = predict, .coef = zn_new_n(arena, double, n_coef), .n_coef = n_coef, .inner = zn_new_n(arena, double, n_coef)};
}

/* The points around their means. */
static ZnPoint *center(ZnArena *arena, const ZnPoint *points, size_t n, double *mean_x, double *mean_y)
{
	ZnPoint *centered = zn_new_n(arena, ZnPoint, n);
	*mean_x = *mean_y = 0;
	for (size_t i = 0; i < n; i++) {
		*mean_x += (points[i].x - *mean_x) / (double)(i + 1);
		*mean_y += (points[i].y - *mean_y) / (double)(i + 1);
	}
	for (size_t i = 0; i < n; i++)
		centered[i] = (ZnPoint){points[i].x - *mean_x, points[i].y - *mean_y};
	return centered;
}

/* --- the methods --- */

static double predict_constant(const ZnFit *fit, double x)
{
	return fit->coef[0];
}

static ZnFit fit_constant(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 1, predict_constant);
	for (size_t i = 0; i < n; i++)
		fit.coef[0] += (points[i].y - fit.coef[0]) / (double)(i + 1);
	fit.mean_y = fit.coef[0];
	return fit;
}

static double predict_linear(const ZnFit *fit, double x)
{
	return fit->coef[0] + fit->coef[1] * x;
}

static ZnFit fit_linear(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 2, predict_linear);
	Means m = {0};
	for (size_t i = 0; i < n; i++)
		means_add(&m, points[i].x, points[i].y);
	least_squares(m.x, m.y, m.xy, m.x2, fit.coef);
	fit.mean_y = m.y;
	return fit;
}

static double predict_log(const ZnFit *fit, double x)
{
	return fit->coef[0] + fit->coef[1] * log(x);
}

static ZnFit fit_log(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 2, predict_log);
	Means m = {0};
	for (size_t i = 0; i < n; i++)
		means_add(&m, log(points[i].x), points[i].y);
	least_squares(m.x, m.y, m.xy, m.x2, fit.coef);
	fit.mean_y = m.y;
	return fit;
}

static double predict_exp(const ZnFit *fit, double x)
{
	return exp(fit->inner[0] + fit->inner[1] * (x - fit->mean_x));
}

/* Weighted by y, so that large values count as they do on a linear scale. */
static ZnFit fit_exp(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 2, predict_exp);
	const ZnPoint *centered = center(arena, points, n, &fit.mean_x, &fit.mean_y);
	double yl = 0, xy = 0, xyl = 0, x2y = 0, mean_y = fit.mean_y;
	for (size_t i = 0; i < n; i++) {
		double x = centered[i].x, y = points[i].y, k = (double)(i + 1);
		yl += (y * log(y) - yl) / k;
		xy += (x * y - xy) / k;
		xyl += (x * y * log(y) - xyl) / k;
		x2y += (x * x * y - x2y) / k;
	}
	least_squares(xy / mean_y, yl / mean_y, xyl / mean_y, x2y / mean_y, fit.inner);
	fit.coef[0] = exp(fit.inner[0] - fit.inner[1] * fit.mean_x);
	fit.coef[1] = fit.inner[1];
	return fit;
}

static double predict_pow(const ZnFit *fit, double x)
{
	return fit->coef[0] * pow(x, fit->coef[1]);
}

static ZnFit fit_pow(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 2, predict_pow);
	Means m = {0};
	for (size_t i = 0; i < n; i++) {
		means_add(&m, log(points[i].x), log(points[i].y));
		fit.mean_y += (points[i].y - fit.mean_y) / (double)(i + 1);
	}
	least_squares(m.x, m.y, m.xy, m.x2, fit.coef);
	fit.coef[0] = exp(fit.coef[0]);
	return fit;
}

static double predict_poly(const ZnFit *fit, double x)
{
	double y = 0;
	x -= fit->mean_x;
	for (size_t i = fit->n_coef; i-- > 0;)
		y = y * x + fit->inner[i];
	return y + fit->mean_y;
}

static ZnFit fit_quad(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	ZnFit fit = new_fit(arena, 3, predict_poly);
	const ZnPoint *centered = center(arena, points, n, &fit.mean_x, &fit.mean_y);
	double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0;
	for (size_t i = 0; i < n; i++) {
		double x = centered[i].x, y = centered[i].y, xx = x * x, k = (double)(i + 1);
		x2 += (xx - x2) / k;
		x3 += (xx * x - x3) / k;
		x4 += (xx * xx - x4) / k;
		xy += (x * y - xy) / k;
		x2y += (xx * y - x2y) / k;
	}
	double x2x2 = x4 - x2 * x2, d = x2 * x2x2 - x3 * x3;
	double a = (x2y * x2 - xy * x3) / d, b = (xy * x2x2 - x2y * x3) / d, c = -a * x2, ux = fit.mean_x;
	memcpy(fit.inner, (double[]){c, b, a}, 3 * sizeof(double));
	memcpy(fit.coef, (double[]){c - b * ux + a * ux * ux + fit.mean_y, b - 2 * a * ux, a}, 3 * sizeof(double));
	return fit;
}

/* Solves a matrix of n columns, its right side the last one, by Gaussian elimination with pivoting. matrix[column][row]. */
static void eliminate(double **matrix, size_t n, double *coef)
{
	for (size_t i = 0; i < n; i++) {
		size_t r = i;
		for (size_t j = i + 1; j < n; j++)
			if (fabs(matrix[i][j]) > fabs(matrix[i][r]))
				r = j;
		for (size_t k = i; k <= n; k++) {
			double t = matrix[k][i];
			matrix[k][i] = matrix[k][r];
			matrix[k][r] = t;
		}
		for (size_t j = i + 1; j < n; j++)
			for (size_t k = n + 1; k-- > i;)
				matrix[k][j] -= matrix[k][i] * matrix[i][j] / matrix[i][i];
	}
	for (size_t j = n; j-- > 0;) {
		double t = 0;
		for (size_t k = j + 1; k < n; k++)
			t += matrix[k][j] * coef[k];
		coef[j] = (matrix[n][j] - t) / matrix[j][j];
	}
}

/* The coefficients around 0 of a polynomial around (x, y). */
static void uncenter(const double *inner, size_t k, double x, double y, double *out)
{
	for (size_t i = k; i-- > 0;) {
		double binomial = 1;
		out[i] += inner[i];
		for (size_t j = 1; j <= i; j++) {
			binomial *= (double)(i + 1 - j) / (double)j;
			out[i - j] += inner[i] * pow(x, (double)j) * binomial;
		}
	}
	out[0] += y;
}

static ZnFit fit_poly(ZnArena *arena, const ZnPoint *points, size_t n, int order)
{
	if (order <= 2)
		return (order == 0 ? fit_constant : order == 1 ? fit_linear : fit_quad)(arena, points, n, order);
	size_t k = (size_t)order + 1;
	ZnFit fit = new_fit(arena, k, predict_poly);
	const ZnPoint *centered = center(arena, points, n, &fit.mean_x, &fit.mean_y);
	double **matrix = zn_new_n(arena, double *, k + 1);
	for (size_t i = 0; i <= k; i++)
		matrix[i] = zn_new_n(arena, double, k);
	for (size_t i = 0; i < k; i++)
		for (size_t l = 0; l < n; l++) {
			matrix[k][i] += pow(centered[l].x, (double)i) * centered[l].y;
			for (size_t j = 0; j < k; j++)
				matrix[i][j] += pow(centered[l].x, (double)(i + j));
		}
	eliminate(matrix, k, fit.inner);
	uncenter(fit.inner, k, -fit.mean_x, fit.mean_y, fit.coef);
	return fit;
}

ZnFit zn_fit(ZnArena *arena, ZnFitMethod method, const ZnPoint *points, size_t n, int order)
{
	static ZnFit (*const methods[])(ZnArena * arena, const ZnPoint *points, size_t n, int order) = {
	    [ZN_FIT_CONSTANT] = fit_constant, [ZN_FIT_LINEAR] = fit_linear, [ZN_FIT_LOG] = fit_log,   [ZN_FIT_EXP] = fit_exp,
	    [ZN_FIT_POW] = fit_pow,           [ZN_FIT_QUAD] = fit_quad,     [ZN_FIT_POLY] = fit_poly,
	};
	return methods[method](arena, points, n, order);
}

double zn_fit_r_squared(const ZnFit *fit, ZnFitMethod method, const ZnPoint *points, size_t n)
{
	double errors = 0, total = 0;
	if (method == ZN_FIT_CONSTANT || fit->n_coef == 1)
		return 0;
	for (size_t i = 0; i < n; i++) {
		double error = points[i].y - fit->predict(fit, points[i].x), distance = points[i].y - fit->mean_y;
		errors += error * error;
		total += distance * distance;
	}
	return 1 - errors / total;
}

/* --- loess --- */

#define ROBUST_ITERATIONS 2
#define TINY 1e-12

static int compare_points(const void *a, const void *b)
{
	double x = ((const ZnPoint *)a)->x, y = ((const ZnPoint *)b)->x;
	return (x > y) - (x < y);
}

static double tricube(double x)
{
	x = 1 - x * x * x;
	return x * x * x;
}

/* Moves the interval of nearest neighbours along; equal distances move it too, to get past repeated x. */
static void move_interval(const ZnPoint *points, size_t n, size_t i, size_t interval[2])
{
	if (i >= n)
		return;
	double x = points[i].x;
	size_t left = interval[0], right = interval[1] + 1;
	while (right < n && i > left && points[right].x - x <= x - points[left].x) {
		interval[0] = ++left;
		interval[1] = right++;
	}
}

/* The value at point i of the line through its neighbours, weighted by distance and robustness. */
static double local_fit(const ZnPoint *points, size_t i, const size_t interval[2], const double *robust)
{
	double x = points[i].x, weight = 0, sum_x = 0, sum_y = 0, sum_xy = 0, sum_x2 = 0, line[2];
	size_t edge = x - points[interval[0]].x > points[interval[1]].x - x ? interval[0] : interval[1];
	double width = fabs(points[edge].x - x != 0 ? points[edge].x - x : 1);
	for (size_t k = interval[0]; k <= interval[1]; k++) {
		double w = tricube(fabs(x - points[k].x) * (1 / width)) * robust[k], xw = points[k].x * w;
		weight += w;
		sum_x += xw;
		sum_y += points[k].y * w;
		sum_xy += points[k].y * xw;
		sum_x2 += points[k].x * xw;
	}
	least_squares(sum_x / weight, sum_y / weight, sum_xy / weight, sum_x2 / weight, line);
	return line[0] + line[1] * x;
}

static double median(const double *numbers, size_t n)
{
	g_autofree double *sorted = g_memdup2(numbers, n * sizeof *numbers);
	zn_sort_numbers(sorted, n);
	return zn_quantile_sorted(sorted, n, 0.5);
}

/* Points with the smoothed values; those of one x are averaged. */
static ZnPoints average_repeats(ZnArena *arena, const ZnPoint *points, const double *smooth, size_t n, double mean_x, double mean_y)
{
	ZnPoints out = {0};
	double repeats = 0;
	for (size_t i = 0; i < n; i++) {
		double x = points[i].x + mean_x;
		ZnPoint *last = out.n ? &out.items[out.n - 1] : NULL;
		if (last && last->x == x) {
			last->y += (smooth[i] - last->y) / ++repeats;
			continue;
		}
		repeats = 0;
		ZnPoint point = {x, smooth[i]};
		zn_push(arena, out.items, out.n, out.cap, point);
	}
	for (size_t i = 0; i < out.n; i++)
		out.items[i].y += mean_y;
	return out;
}

ZnPoints zn_loess(ZnArena *arena, const ZnPoint *unsorted, size_t n, double bandwidth)
{
	if (n == 0)
		return (ZnPoints){0};
	double mean_x, mean_y;
	ZnPoint *sorted = zn_new_n(arena, ZnPoint, n);
	memcpy(sorted, unsorted, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, compare_points);
	const ZnPoint *points = center(arena, sorted, n, &mean_x, &mean_y);
	size_t neighbours = MIN((size_t)fmax(2, trunc(bandwidth * (double)n)), n);
	double *smooth = zn_new_n(arena, double, n), *residuals = zn_new_n(arena, double, n), *robust = zn_new_n(arena, double, n);
	for (size_t i = 0; i < n; i++)
		robust[i] = 1;
	for (int iteration = 0; iteration <= ROBUST_ITERATIONS; iteration++) {
		size_t interval[2] = {0, neighbours - 1};
		for (size_t i = 0; i < n; i++) {
			smooth[i] = local_fit(points, i, interval, robust);
			residuals[i] = fabs(points[i].y - smooth[i]);
			move_interval(points, n, i + 1, interval);
		}
		double typical = median(residuals, n);
		if (iteration == ROBUST_ITERATIONS || fabs(typical) < TINY)
			break;
		for (size_t i = 0; i < n; i++) {
			double arg = residuals[i] / (6 * typical), w = 1 - arg * arg;
			robust[i] = arg >= 1 ? TINY : w * w; /* never zero, against singularities */
		}
	}
	return average_repeats(arena, points, smooth, n, mean_x, mean_y);
}
