/* Kernel density estimates (vega-transforms KDE). */
#include "transform/curve_table.h"
#include "transform/registry.h"

#include <math.h>

/* The estimate of one group. */
typedef struct Density {
	const double *support;
	size_t n;
	double bandwidth, scale;
} Density;

static double normal_density(double z)
{
	return exp(-0.5 * z * z) / sqrt(2 * G_PI);
}

/* G. West, "Better approximations to cumulative normal functions" (2009). */
static double normal_cumulative(double z)
{
	static const double above[] = {3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
	                               112.079291497871,     221.213596169931,  220.206867912376};
	static const double below[] = {8.83883476483184e-02, 1.75566716318264, 16.064177579207,  86.7807322029461,
	                               296.564248779674,     637.333633378831, 793.826512519948, 440.413735824752};
	double distance = fabs(z), tail = 0;
	if (distance < 7.07106781186547) {
		double numerator = 0, denominator = 0;
		for (size_t i = 0; i < G_N_ELEMENTS(above); i++)
			numerator = numerator * distance + above[i];
		for (size_t i = 0; i < G_N_ELEMENTS(below); i++)
			denominator = denominator * distance + below[i];
		tail = exp(-distance * distance / 2) * numerator / denominator;
	} else if (distance <= 37) {
		double fraction = distance + 4 / (distance + 0.65);
		for (int k = 3; k >= 1; k--)
			fraction = distance + k / fraction;
		tail = exp(-distance * distance / 2) / fraction / 2.506628274631;
	}
	return z > 0 ? 1 - tail : tail;
}

static double density(void *user, double x)
{
	const Density *d = user;
	double sum = 0;
	for (size_t i = 0; i < d->n; i++)
		sum += normal_density((x - d->support[i]) / d->bandwidth);
	return d->scale * (sum / d->bandwidth / (double)d->n);
}

static double cumulative(void *user, double x)
{
	const Density *d = user;
	double sum = 0;
	for (size_t i = 0; i < d->n; i++)
		sum += normal_cumulative((x - d->support[i]) / d->bandwidth);
	return d->scale * (sum / (double)d->n);
}

/* D. W. Scott, Multivariate Density Estimation (1992); n counts all rows, as in Vega. */
static double estimate_bandwidth(const ZnValue *cells, const size_t *rows, size_t n_rows)
{
	size_t n;
	g_autofree double *numbers = zn_numbers(cells, rows, n_rows, &n);
	double d = zn_deviation(numbers, n);
	zn_sort_numbers(numbers, n);
	double q1 = zn_quantile_sorted(numbers, n, 0.25), h = (zn_quantile_sorted(numbers, n, 0.75) - q1) / 1.34;
	double v = isnan(d) || isnan(h) ? NAN : MIN(d, h);
	if (!(v > 0))
		v = d > 0 ? d : fabs(q1) > 0 ? fabs(q1) : 1;
	return 1.06 * v * pow((double)n_rows, -0.2);
}

/* One density transform. */
typedef struct Job {
	ZnTransformEnv *env;
	const ZnValue *cells;
	bool has_extent, cumulative, counts;
	double extent[2], bandwidth;
	size_t min_steps, max_steps;
} Job;

static bool read_steps(Job *job, ZnValue definition, bool shared, ZnPlace place)
{
	double steps = zn_get_num(definition, "steps", 0);
	double min = steps ? steps : zn_get_num(definition, "minsteps", 25), max = steps ? steps : zn_get_num(definition, "maxsteps", 200);
	if (!(min >= 1 && max >= 1) || !zn_transform_room(job->env, max, 2, place)) {
		zn_error(job->env->context->diags, place, NULL, "the steps of a density must be positive numbers");
		return false;
	}
	job->max_steps = (size_t)max;
	job->min_steps = shared ? job->max_steps : (size_t)min; /* one grid for all groups, so that they can be stacked */
	return true;
}

static ZnPoints estimate(const Job *job, const size_t *rows, size_t n)
{
	ZnArena *arena = job->env->context->arena;
	double extent[2] = {job->extent[0], job->extent[1]}, *support = zn_new_n(arena, double, n);
	if (!job->has_extent && !zn_extent(job->cells, rows, n, extent))
		return (ZnPoints){0};
	for (size_t i = 0; i < n; i++) /* null is 0 here, as in Vega */
		support[i] = zn_to_num(job->cells[rows[i]]);
	Density d = {.support = support, .n = n, .scale = job->counts ? (double)n : 1};
	d.bandwidth = job->bandwidth > 0 ? job->bandwidth : estimate_bandwidth(job->cells, rows, n);
	return zn_sample_curve(arena, job->cumulative ? cumulative : density, &d, extent, job->min_steps, job->max_steps);
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	static const char *const resolves[] = {"shared", "independent", NULL};
	ZnArena *arena = env->context->arena;
	ZnFieldList by;
	ZnField *field = zn_transform_member_field(env, table, definition, "density", place);
	int resolve =
	    zn_transform_choice(env, zn_get_str(definition, "resolve", "shared"), resolves, zn_transform_place(env, place, "resolve"));
	Job job = {.env = env, .bandwidth = zn_get_num(definition, "bandwidth", 0)};
	if (!field || resolve < 0 || !zn_transform_fields(env, table, definition, "groupby", place, &by) ||
	    !read_steps(&job, definition, resolve == 0, place))
		return NULL;
	job.cells = zn_field_cells(arena, field, table);
	job.cumulative = zn_get_bool(definition, "cumulative", false);
	job.counts = zn_get_bool(definition, "counts", false);
	job.has_extent = zn_transform_pair(env, definition, "extent", place, job.extent) ||
	                 (resolve == 0 && zn_extent(job.cells, NULL, table->n_rows, job.extent));
	ZnGroups groups = zn_groups_make(arena, table, &by);
	if (!zn_transform_room(env, (double)groups.n * (double)job.max_steps, (double)by.n + 2, place))
		return NULL;
	ZnPoints *curves = zn_new_n(arena, ZnPoints, groups.n);
	for (size_t g = 0; g < groups.n; g++)
		curves[g] = estimate(&job, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g]);
	return zn_curve_table(arena, table, &by, &groups, curves, zn_transform_as(definition, 0, "value"),
	                      zn_transform_as(definition, 1, "density"));
}

static const char *const members[] = {"groupby",  "cumulative", "counts",  "bandwidth", "extent", "minsteps",
                                      "maxsteps", "steps",      "resolve", "as",        NULL};
const ZnTransform zn_transform_density = {.key = "density", .apply = apply, .members = members};
