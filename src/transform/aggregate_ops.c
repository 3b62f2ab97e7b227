#include "transform/aggregate_ops.h"
#include "transform/statistics.h"

#include <math.h>
#include <string.h>

/* --- the operations; each mirrors one entry of AggregateOps --- */

static ZnValue number_if(bool defined, double num)
{
	return defined ? zn_num(num) : zn_undefined();
}

static ZnValue op_count(ZnAggregator *a)
{
	return zn_num((double)a->count);
}

static ZnValue op_valid(ZnAggregator *a)
{
	return zn_num((double)a->valid);
}

static ZnValue op_missing(ZnAggregator *a)
{
	return zn_num((double)a->missing);
}

static ZnValue op_sum(ZnAggregator *a)
{
	return number_if(a->valid, a->sum);
}

static ZnValue op_product(ZnAggregator *a)
{
	return number_if(a->valid, a->product);
}

static ZnValue op_mean(ZnAggregator *a)
{
	return number_if(a->valid, a->mean);
}

static double squares(const ZnAggregator *a)
{
	return a->deviation < 0 ? 0 : a->deviation; /* NaN stays */
}

static ZnValue op_variance(ZnAggregator *a)
{
	return number_if(a->valid > 1, squares(a) / ((double)a->valid - 1));
}

static ZnValue op_variancep(ZnAggregator *a)
{
	return number_if(a->valid, squares(a) / (double)a->valid);
}

static ZnValue op_stdev(ZnAggregator *a)
{
	return number_if(a->valid > 1, sqrt(squares(a) / ((double)a->valid - 1)));
}

static ZnValue op_stdevp(ZnAggregator *a)
{
	return number_if(a->valid, sqrt(squares(a) / (double)a->valid));
}

static ZnValue op_stderr(ZnAggregator *a)
{
	return number_if(a->valid > 1, sqrt(squares(a) / ((double)a->valid * ((double)a->valid - 1))));
}

static ZnValue op_distinct(ZnAggregator *a)
{
	g_autoptr(ZnArena) scratch = zn_arena_new();
	ZnValueSet *set = zn_value_set_new(scratch);
	for (size_t i = 0; i < a->n_rows; i++)
		zn_value_set_add(set, a->cells[a->rows[i]], NULL);
	return zn_num((double)zn_value_set_values(set)->n);
}

static ZnValue op_values(ZnAggregator *a)
{
	ZnArena *arena = a->env->context->arena;
	ZnArray *values = zn_array_new(arena, a->n_rows);
	for (size_t i = 0; i < a->n_rows; i++)
		zn_array_push(arena, values, zn_table_row(arena, a->table, a->rows[i]));
	return zn_arr(values);
}

static void sort_rows(ZnAggregator *a)
{
	g_autofree double *numbers = zn_numbers(a->cells, a->rows, a->n_rows, &a->n_sorted);
	zn_sort_numbers(numbers, a->n_sorted);
	a->cap_sorted = a->n_sorted + 1;
	a->sorted = zn_new_n(a->env->context->arena, double, a->cap_sorted);
	memcpy(a->sorted, numbers, a->n_sorted * sizeof *numbers);
}

/* The first of the sorted numbers that is not less than `num`. */
static size_t sorted_at(const ZnAggregator *a, double num)
{
	size_t low = 0, high = a->n_sorted;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (a->sorted[middle] < num)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void sorted_add(ZnAggregator *a, double num)
{
	if (!a->sorted || isnan(num))
		return;
	if (a->n_sorted == a->cap_sorted) {
		size_t cap = 2 * a->cap_sorted;
		a->sorted = zn_arena_extend(a->env->context->arena, a->sorted, a->cap_sorted * sizeof num, cap * sizeof num);
		a->cap_sorted = cap;
	}
	size_t at = sorted_at(a, num);
	memmove(&a->sorted[at + 1], &a->sorted[at], (a->n_sorted++ - at) * sizeof num);
	a->sorted[at] = num;
}

static void sorted_remove(ZnAggregator *a, double num)
{
	if (!a->sorted || isnan(num))
		return;
	size_t at = sorted_at(a, num);
	memmove(&a->sorted[at], &a->sorted[at + 1], (--a->n_sorted - at) * sizeof num);
}

static ZnValue quartile(ZnAggregator *a, int which)
{
	if (!a->sorted)
		sort_rows(a);
	if (!a->has_quartiles) {
		for (int q = 0; q < 3; q++)
			a->quartiles[q] = zn_quantile_sorted(a->sorted, a->n_sorted, 0.25 * (q + 1));
		a->has_quartiles = true;
	}
	return number_if(!isnan(a->quartiles[which]), a->quartiles[which]);
}

static ZnValue op_q1(ZnAggregator *a)
{
	return quartile(a, 0);
}

static ZnValue op_median(ZnAggregator *a)
{
	return quartile(a, 1);
}

static ZnValue op_q3(ZnAggregator *a)
{
	return quartile(a, 2);
}

/* Both ends come from the same draws. */
static ZnValue confidence(ZnAggregator *a, int end)
{
	if (!a->has_ci) {
		uint64_t seed = 123456789, *random = a->env->expr && a->env->expr->random ? a->env->expr->random : &seed;
		size_t n;
		g_autofree double *numbers = zn_numbers(a->cells, a->rows, a->n_rows, &n);
		if (!zn_bootstrap_ci(numbers, n, 1000, 0.05, random, a->ci))
			a->ci[0] = a->ci[1] = NAN;
		a->has_ci = true;
	}
	return number_if(!isnan(a->ci[end]), a->ci[end]);
}

static ZnValue op_ci0(ZnAggregator *a)
{
	return confidence(a, 0);
}

static ZnValue op_ci1(ZnAggregator *a)
{
	return confidence(a, 1);
}

static bool is_valid(ZnValue v)
{
	return !zn_is_nullish(v) && !(zn_is_str(v) && v.len == 0) && !((zn_is_num(v) || zn_is_date(v)) && isnan(v.num));
}

/* The first row whose value is the least (sign 1) or the greatest (sign -1); SIZE_MAX = none. */
static size_t extreme_row(const ZnAggregator *a, int sign)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < a->n_rows; i++) {
		size_t row = a->rows[i];
		if (!is_valid(a->cells[row]))
			continue;
		if (best == SIZE_MAX || (sign > 0 ? zn_js_less(a->cells[row], a->cells[best]) : zn_js_less(a->cells[best], a->cells[row])))
			best = row;
	}
	return best;
}

static ZnValue extreme(ZnAggregator *a, ZnValue *kept, bool *stale, int sign)
{
	if (*stale) {
		size_t row = extreme_row(a, sign);
		*kept = row == SIZE_MAX ? zn_undefined() : a->cells[row];
		*stale = false;
	}
	return *kept;
}

static ZnValue op_min(ZnAggregator *a)
{
	return extreme(a, &a->min, &a->min_stale, 1);
}

static ZnValue op_max(ZnAggregator *a)
{
	return extreme(a, &a->max, &a->max_stale, -1);
}

static ZnValue extreme_object(ZnAggregator *a, int sign)
{
	ZnArena *arena = a->env->context->arena;
	size_t row = extreme_row(a, sign);
	return row == SIZE_MAX ? zn_obj(zn_object_new(arena)) : zn_table_row(arena, a->table, row);
}

static ZnValue op_argmin(ZnAggregator *a)
{
	return extreme_object(a, 1);
}

static ZnValue op_argmax(ZnAggregator *a)
{
	return extreme_object(a, -1);
}

static ZnValue op_exponential(ZnAggregator *a)
{
	return number_if(a->valid, a->exponential * (1 - a->rate) / (1 - pow(a->rate, (double)a->valid)));
}

static ZnValue op_exponentialb(ZnAggregator *a)
{
	return number_if(a->valid, a->exponential * (1 - a->rate));
}

static const ZnAggregateOp ops[] = {
    {"argmax", op_argmax, 0},
    {"argmin", op_argmin, 0},
    {"average", op_mean, ZN_KEEP_MEAN},
    {"ci0", op_ci0, 0},
    {"ci1", op_ci1, 0},
    {"count", op_count, 0},
    {"distinct", op_distinct, 0},
    {"exponential", op_exponential, ZN_KEEP_EXP},
    {"exponentialb", op_exponentialb, ZN_KEEP_EXP},
    {"max", op_max, ZN_KEEP_MAX},
    {"mean", op_mean, ZN_KEEP_MEAN},
    {"median", op_median, 0},
    {"min", op_min, ZN_KEEP_MIN},
    {"missing", op_missing, 0},
    {"product", op_product, ZN_KEEP_PRODUCT},
    {"q1", op_q1, 0},
    {"q3", op_q3, 0},
    {"stderr", op_stderr, ZN_KEEP_MEAN},
    {"stdev", op_stdev, ZN_KEEP_MEAN},
    {"stdevp", op_stdevp, ZN_KEEP_MEAN},
    {"sum", op_sum, ZN_KEEP_SUM},
    {"valid", op_valid, 0},
    {"values", op_values, 0},
    {"variance", op_variance, ZN_KEEP_MEAN},
    {"variancep", op_variancep, ZN_KEEP_MEAN},
};

const ZnAggregateOp *zn_aggregate_op(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ops); i++)
		if (!strcmp(ops[i].name, name))
			return &ops[i];
	return NULL;
}

bool zn_aggregate_known(const char *op)
{
	return op && zn_aggregate_op(op);
}

const char *const *zn_aggregate_names(ZnArena *arena)
{
	const char **names = zn_new_n(arena, const char *, G_N_ELEMENTS(ops) + 1);
	for (size_t i = 0; i < G_N_ELEMENTS(ops); i++)
		names[i] = ops[i].name;
	return names;
}

/* --- rows that come and go --- */

void zn_aggregator_init(ZnAggregator *a, ZnTransformEnv *env, const ZnTable *table, const ZnValue *cells, unsigned keep, double rate)
{
	*a = (ZnAggregator){.env = env, .table = table, .cells = cells, .keep = keep, .rate = rate, .product = 1};
}

void zn_aggregator_reset(ZnAggregator *a)
{
	zn_aggregator_init(a, a->env, a->table, a->cells, a->keep, a->rate);
}

void zn_aggregator_add(ZnAggregator *a, size_t row)
{
	a->count++;
	if (!a->cells)
		return;
	ZnValue v = a->cells[row];
	if (!is_valid(v)) {
		a->missing += zn_is_nullish(v) || zn_is_str(v);
		return;
	}
	a->valid++;
	if (!a->keep && !a->sorted)
		return;
	double num = zn_is_num(v) ? v.num : zn_to_num(v);
	sorted_add(a, num);
	if (a->keep & ZN_KEEP_SUM)
		a->sum += num;
	if (a->keep & ZN_KEEP_PRODUCT)
		a->product *= num;
	if (a->keep & ZN_KEEP_MEAN) {
		a->mean_delta = num - a->mean;
		a->mean += a->mean_delta / (double)a->valid;
		a->deviation += a->mean_delta * (num - a->mean);
	}
	if (a->keep & ZN_KEEP_MIN && (zn_is_undefined(a->min) || zn_js_less(v, a->min)))
		a->min = v;
	if (a->keep & ZN_KEEP_MAX && (zn_is_undefined(a->max) || zn_js_less(a->max, v)))
		a->max = v;
	if (a->keep & ZN_KEEP_EXP)
		a->exponential = a->rate * a->exponential + num;
}

void zn_aggregator_remove(ZnAggregator *a, size_t row)
{
	a->count--;
	if (!a->cells)
		return;
	ZnValue v = a->cells[row];
	if (!is_valid(v)) {
		a->missing -= zn_is_nullish(v) || zn_is_str(v);
		return;
	}
	a->valid--;
	if (!a->keep && !a->sorted)
		return;
	double num = zn_is_num(v) ? v.num : zn_to_num(v);
	sorted_remove(a, num);
	if (a->keep & ZN_KEEP_SUM)
		a->sum -= num;
	if (a->keep & ZN_KEEP_PRODUCT)
		a->product /= num;
	if (a->keep & ZN_KEEP_MEAN) {
		a->mean_delta = num - a->mean;
		a->mean -= a->valid ? a->mean_delta / (double)a->valid : a->mean;
		a->deviation -= a->mean_delta * (num - a->mean);
	}
	a->min_stale |= !zn_js_less(a->min, v);
	a->max_stale |= !zn_js_less(v, a->max);
	if (a->keep & ZN_KEEP_EXP)
		a->exponential = (a->exponential - num / pow(a->rate, (double)a->valid)) / a->rate;
}

void zn_aggregator_set_rows(ZnAggregator *a, const size_t *rows, size_t n)
{
	a->rows = rows;
	a->n_rows = n;
	a->has_quartiles = a->has_ci = false;
}

ZnValue zn_aggregate_value(ZnTransformEnv *env, const ZnTable *table, const size_t *rows, size_t n, const char *op, const ZnField *field)
{
	const ZnAggregateOp *found = op ? zn_aggregate_op(op) : NULL;
	if (!found || (!field && found->value != op_count))
		return zn_undefined();
	ZnAggregator a;
	zn_aggregator_init(&a, env, table, field ? zn_field_cells(env->context->arena, field, table) : NULL, found->keep, 0.5);
	for (size_t i = 0; i < n; i++)
		zn_aggregator_add(&a, rows[i]);
	zn_aggregator_set_rows(&a, rows, n);
	return found->value(&a);
}
