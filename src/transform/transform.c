#include "transform/transform.h"
#include "base/json.h"
#include "transform/registry.h"

#include <string.h>

/* A definition is of the first kind whose key it has: extent, which others have as a member, comes last. */
const ZnTransform *const zn_transforms[] = {
    &zn_transform_aggregate, &zn_transform_bin,      &zn_transform_calculate, &zn_transform_density,       &zn_transform_filter,
    &zn_transform_flatten,   &zn_transform_fold,     &zn_transform_impute,    &zn_transform_joinaggregate, &zn_transform_loess,
    &zn_transform_lookup,    &zn_transform_pivot,    &zn_transform_quantile,  &zn_transform_regression,    &zn_transform_sample,
    &zn_transform_stack,     &zn_transform_timeunit, &zn_transform_window,    &zn_transform_extent,        NULL,
};

static const ZnTransform *find(ZnValue definition)
{
	for (size_t i = 0; zn_transforms[i]; i++)
		if (zn_has(definition, zn_transforms[i]->key))
			return zn_transforms[i];
	return NULL;
}

static void report_unknown(ZnTransformEnv *env, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	const char *keys[G_N_ELEMENTS(zn_transforms)] = {0}, *hint = NULL;
	for (size_t i = 0; zn_transforms[i]; i++)
		keys[i] = zn_transforms[i]->key;
	for (size_t i = 0; !hint && zn_is_obj(definition) && i < zn_len(definition); i++)
		hint = zn_did_you_mean(arena, definition.obj->members[i].key, keys);
	if (!hint) {
		g_autofree char *list = g_strjoinv(", ", (char **)keys);
		hint = zn_arena_printf(arena, "a transform is an object with one of %s", list);
	}
	zn_error(env->context->diags, place, hint, "this is no transform");
}

static void check_members(ZnTransformEnv *env, const ZnTransform *transform, ZnValue definition, ZnPlace place)
{
	for (size_t i = 0; i < zn_len(definition); i++) {
		const char *key = definition.obj->members[i].key;
		if (!strcmp(key, transform->key) || g_strv_contains(transform->members, key))
			continue;
		ZnPlace at = place;
		at.pointer = zn_json_pointer(env->context->arena, place.pointer ? place.pointer : "", key);
		zn_warning(env->context->diags, at, zn_did_you_mean(env->context->arena, key, transform->members),
		           "unknown property “%s” of the transform “%s”", key, transform->key);
	}
}

const ZnTable *zn_transform_apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	const ZnTransform *transform = find(definition);
	if (!transform) {
		report_unknown(env, definition, place);
		return NULL;
	}
	check_members(env, transform, definition, place);
	return transform->apply(env, table, definition, place);
}
