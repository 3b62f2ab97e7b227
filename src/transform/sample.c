/* A random sample by reservoir sampling (Vitter's algorithm R), drawing as Vega does. */
#include "transform/common.h"
#include "transform/registry.h"
#include "transform/statistics.h"

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	double size = zn_get_num(definition, "sample", -1);
	if (!(size >= 0)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "sample"), NULL, "a sample needs the number of its rows");
		return NULL;
	}
	uint64_t seed = 123456789, *random = env->expr && env->expr->random ? env->expr->random : &seed;
	size_t wanted = size < (double)table->n_rows ? (size_t)size : table->n_rows, n = 0;
	g_autofree size_t *rows = g_new(size_t, MAX(wanted, 1));
	for (size_t row = 0; row < table->n_rows; row++) {
		if (n < wanted) {
			rows[n++] = row;
			continue;
		}
		size_t place_in_sample = (size_t)((double)(row + 1) * zn_random_next(random));
		if (place_in_sample < n)
			rows[place_in_sample] = row;
	}
	return zn_table_select(env->context->arena, table, rows, n);
}

static const char *const members[] = {NULL};
const ZnTransform zn_transform_sample = {.key = "sample", .apply = apply, .members = members};
