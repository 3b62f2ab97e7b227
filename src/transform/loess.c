#include "transform/curve_table.h"
#include "transform/registry.h"
#include "transform/regression_fit.h"

/* Each point is fitted to a share of all others, again and again: rows beyond which that takes many seconds. */
#define MOST_PAIRS 1e9

static bool affordable(ZnTransformEnv *env, const ZnGroups *groups, double bandwidth, ZnPlace place)
{
	double pairs = 0;
	for (size_t g = 0; g < groups->n; g++) {
		double n = (double)(groups->start[g + 1] - groups->start[g]);
		pairs += n * n * bandwidth;
	}
	if (pairs <= MOST_PAIRS)
		return true;
	zn_error(env->context->diags, place, "take a “sample” of the rows first, or a smaller “bandwidth”",
	         "loess over %zu rows with a bandwidth of %g would take too long", groups->n ? groups->start[groups->n] : 0, bandwidth);
	return false;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnField *y = zn_transform_member_field(env, table, definition, "loess", place);
	ZnField *x = zn_transform_member_field(env, table, definition, "on", place);
	ZnFieldList by;
	double bandwidth = zn_get_num(definition, "bandwidth", 0.3);
	if (!x || !y || !zn_transform_fields(env, table, definition, "groupby", place, &by))
		return NULL;
	if (!(bandwidth >= 0 && bandwidth <= 1)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "bandwidth"), NULL, "the bandwidth of loess must be from 0 to 1");
		return NULL;
	}
	bandwidth = bandwidth > 0 ? bandwidth : 0.3;
	ZnGroups groups = zn_groups_make(arena, table, &by);
	if (!affordable(env, &groups, bandwidth, place))
		return NULL;
	ZnPoints *curves = zn_new_n(arena, ZnPoints, groups.n);
	const ZnValue *xs = zn_field_cells(arena, x, table), *ys = zn_field_cells(arena, y, table);
	for (size_t g = 0; g < groups.n; g++) {
		size_t n;
		ZnPoint *points = zn_curve_points(arena, xs, ys, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g], &n);
		curves[g] = zn_loess(arena, points, n, bandwidth);
	}
	return zn_curve_table(arena, table, &by, &groups, curves, zn_transform_as(definition, 0, x->name),
	                      zn_transform_as(definition, 1, y->name));
}

static const char *const members[] = {"on", "groupby", "bandwidth", "as", NULL};
const ZnTransform zn_transform_loess = {.key = "loess", .apply = apply, .members = members};
