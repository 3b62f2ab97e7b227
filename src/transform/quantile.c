#include "transform/common.h"
#include "transform/registry.h"
#include "transform/statistics.h"

#include <math.h>

/* The probabilities: given, or the middles of steps through 0..1. */
static bool read_probabilities(ZnTransformEnv *env, ZnValue definition, ZnPlace place, ZnArray **out)
{
	ZnArena *arena = env->context->arena;
	ZnValue given = zn_get(definition, "probs");
	*out = zn_array_new(arena, 0);
	if (zn_is_arr(given)) {
		for (size_t i = 0; i < zn_len(given); i++)
			zn_array_push(arena, *out, zn_num(zn_to_num(zn_at(given, i))));
		return true;
	}
	double step = zn_get_num(definition, "step", 0.01), start = step / 2, n = ceil((1 - 1e-14 - start) / step);
	if (!(step > 0) || !zn_transform_room(env, n, 1, place)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "step"), "for example 0.05", "the step of quantiles must be above 0");
		return false;
	}
	for (double i = 0; i < n; i++)
		zn_array_push(arena, *out, zn_num(start + i * step));
	return true;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnField *field = zn_transform_member_field(env, table, definition, "quantile", place);
	ZnFieldList by;
	ZnArray *probabilities;
	if (!field || !zn_transform_fields(env, table, definition, "groupby", place, &by) ||
	    !read_probabilities(env, definition, place, &probabilities))
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	ZnGroups groups = zn_groups_make(arena, table, &by);
	size_t n = probabilities->n;
	if (!zn_transform_room(env, (double)groups.n * (double)n, (double)by.n + 2, place))
		return NULL;
	ZnTable *result = zn_table_new(arena, groups.n * n);
	size_t *group_of = zn_new_n(arena, size_t, result->n_rows);
	for (size_t i = 0; i < result->n_rows; i++)
		group_of[i] = i / n;
	zn_groups_columns(arena, table, &by, &groups, result, group_of);
	ZnValue *prob = zn_table_add(arena, result, zn_transform_as(definition, 0, "prob"));
	ZnValue *value = zn_table_add(arena, result, zn_transform_as(definition, 1, "value"));
	for (size_t g = 0; g < groups.n; g++) {
		size_t count;
		g_autofree double *numbers = zn_numbers(cells, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g], &count);
		zn_sort_numbers(numbers, count);
		for (size_t i = 0; i < n; i++) {
			double p = probabilities->items[i].num, q = zn_quantile_sorted(numbers, count, p);
			prob[g * n + i] = zn_num(p);
			value[g * n + i] = isnan(q) ? zn_undefined() : zn_num(q);
		}
	}
	return result;
}

static const char *const members[] = {"groupby", "probs", "step", "as", NULL};
const ZnTransform zn_transform_quantile = {.key = "quantile", .apply = apply, .members = members};
