#include "transform/curve_table.h"
#include "transform/registry.h"
#include "transform/regression_fit.h"

#include <math.h>

#define MAX_ORDER 30

static const char *const methods[] = {"constant", "linear", "log", "exp", "pow", "quad", "poly", NULL}; /* as ZnFitMethod */

/* One regression transform. */
typedef struct Job {
	ZnTransformEnv *env;
	const ZnValue *x, *y;
	ZnFitMethod method;
	int order;
	bool has_extent;
	double extent[2];
} Job;

static double predict(void *fit, double x)
{
	return ((const ZnFit *)fit)->predict(fit, x);
}

/* Two ends make a line; other curves are sampled. */
static ZnPoints draw(const Job *job, ZnFit *fit, const double extent[2])
{
	ZnArena *arena = job->env->context->arena;
	if (job->method != ZN_FIT_LINEAR && job->method != ZN_FIT_CONSTANT)
		return zn_sample_curve(arena, predict, fit, extent, 25, 200);
	ZnPoints line = {.items = zn_new_n(arena, ZnPoint, 2), .n = 2, .cap = 2};
	for (size_t i = 0; i < 2; i++)
		line.items[i] = (ZnPoint){extent[i], fit->predict(fit, extent[i])};
	return line;
}

static bool fit_group(const Job *job, const size_t *rows, size_t n, ZnFit *fit, ZnPoint **points, size_t *count)
{
	size_t freedom = job->method == ZN_FIT_POLY ? (size_t)job->order : job->method == ZN_FIT_QUAD ? 2 : 1;
	*points = zn_curve_points(job->env->context->arena, job->x, job->y, rows, n, count);
	if (n <= freedom || *count == 0)
		return false;
	*fit = zn_fit(job->env->context->arena, job->method, *points, *count, job->order);
	return true;
}

static const ZnTable *make_curves(const Job *job, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups, ZnValue definition)
{
	ZnArena *arena = job->env->context->arena;
	ZnPoints *curves = zn_new_n(arena, ZnPoints, groups->n);
	for (size_t g = 0; g < groups->n; g++) {
		const size_t *rows = groups->rows + groups->start[g];
		size_t n = groups->start[g + 1] - groups->start[g], count;
		ZnPoint *points;
		ZnFit fit;
		double extent[2] = {job->extent[0], job->extent[1]};
		if (fit_group(job, rows, n, &fit, &points, &count) && (job->has_extent || zn_extent(job->x, rows, n, extent)))
			curves[g] = draw(job, &fit, extent);
	}
	const char *x = zn_field_parse(arena, zn_get_str(definition, "on", ""))->name;
	const char *y = zn_field_parse(arena, zn_get_str(definition, "regression", ""))->name;
	return zn_curve_table(arena, table, by, groups, curves, zn_transform_as(definition, 0, x), zn_transform_as(definition, 1, y));
}

/* "params": true: the coefficients instead of a curve. */
static const ZnTable *make_params(const Job *job, const ZnTable *table, const ZnFieldList *by, const ZnGroups *groups)
{
	ZnArena *arena = job->env->context->arena;
	ZnTable *result = zn_table_new(arena, groups->n);
	ZnValue *keys = zn_table_add(arena, result, "keys"), *coef = zn_table_add(arena, result, "coef");
	ZnValue *r_squared = zn_table_add(arena, result, "rSquared");
	size_t n_rows = 0;
	for (size_t g = 0; g < groups->n; g++) {
		const size_t *rows = groups->rows + groups->start[g];
		size_t count;
		ZnPoint *points;
		ZnFit fit;
		if (!fit_group(job, rows, groups->start[g + 1] - groups->start[g], &fit, &points, &count))
			continue;
		ZnArray *key = zn_array_new(arena, by->n), *coefficients = zn_array_new(arena, fit.n_coef);
		for (size_t f = 0; f < by->n; f++)
			zn_array_push(arena, key, zn_field_get(by->fields[f], table, rows[0]));
		for (size_t i = 0; i < fit.n_coef; i++)
			zn_array_push(arena, coefficients, zn_num(fit.coef[i]));
		keys[n_rows] = by->n ? zn_arr(key) : zn_undefined();
		coef[n_rows] = zn_arr(coefficients);
		r_squared[n_rows++] = zn_num(zn_fit_r_squared(&fit, job->method, points, count));
	}
	result->n_rows = n_rows;
	return result;
}

static bool read_job(Job *job, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnTransformEnv *env = job->env;
	ZnField *y = zn_transform_member_field(env, table, definition, "regression", place);
	ZnField *x = zn_transform_member_field(env, table, definition, "on", place);
	int method = zn_transform_choice(env, zn_get_str(definition, "method", "linear"), methods, zn_transform_place(env, place, "method"));
	double order = zn_get_num(definition, "order", 3);
	if (!x || !y || method < 0)
		return false;
	if (!(order >= 0 && order <= MAX_ORDER)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "order"), NULL, "the order of a polynomial must be from 0 to %d",
		         MAX_ORDER);
		return false;
	}
	job->x = zn_field_cells(env->context->arena, x, table);
	job->y = zn_field_cells(env->context->arena, y, table);
	job->method = (ZnFitMethod)method;
	job->order = (int)order;
	job->has_extent = zn_transform_pair(env, definition, "extent", place, job->extent);
	if (job->has_extent && job->method == ZN_FIT_LOG && job->extent[0] <= 0) {
		zn_warning(env->context->diags, zn_transform_place(env, place, "extent"), NULL,
		           "an extent that begins at 0 or below is ignored, logarithms have none");
		job->has_extent = false;
	}
	return true;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	Job job = {.env = env};
	ZnFieldList by;
	if (!read_job(&job, table, definition, place) || !zn_transform_fields(env, table, definition, "groupby", place, &by))
		return NULL;
	ZnGroups groups = zn_groups_make(env->context->arena, table, &by);
	return zn_get_bool(definition, "params", false) ? make_params(&job, table, &by, &groups)
	                                                : make_curves(&job, table, &by, &groups, definition);
}

static const char *const members[] = {"on", "groupby", "method", "order", "extent", "params", "as", NULL};
const ZnTransform zn_transform_regression = {.key = "regression", .apply = apply, .members = members};
