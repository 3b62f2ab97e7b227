#include "transform/common.h"
#include "transform/dates.h"
#include "transform/registry.h"

#include <string.h>

/* The type that Vega-Lite parses a field as because a filter compares it with such a value; NULL = none. */
static const char *implied_type(ZnValue predicate)
{
	static const char *const keys[] = {"equal", "lte", "lt", "gt", "gte", "range", "oneOf", "in"};
	if (zn_has(predicate, "timeUnit"))
		return "date";
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		ZnValue value = zn_get(predicate, keys[i]);
		if (zn_is_arr(value))
			value = zn_at(value, 0);
		if (zn_is_date_time(value))
			return "date";
		if (zn_truthy(value) && (zn_is_num(value) || zn_is_str(value)))
			return zn_is_num(value) ? "number" : "string";
	}
	return NULL;
}

/* A column needs no parsing where all its cells are of the kind already; parsing makes undefined null, which counts as 0. */
static bool needs_parsing(ZnArena *arena, const ZnTable *table, const char *name, const char *type)
{
	ZnField *field = zn_field_parse(arena, name);
	if (!zn_field_exists(field, table))
		return false;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	bool to_string = !strcmp(type, "string");
	for (size_t i = 0; i < table->n_rows; i++)
		if (zn_is_undefined(cells[i]) || (!zn_is_null(cells[i]) && zn_is_str(cells[i]) != to_string))
			return true;
	return false;
}

/* Collects field -> type from the leaves of a predicate. */
static void collect_types(ZnArena *arena, const ZnTable *table, ZnValue predicate, ZnObject *types)
{
	static const char *const lists[] = {"and", "or"};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		ZnValue list = zn_get(predicate, lists[i]);
		for (size_t k = 0; zn_is_arr(list) && k < zn_len(list); k++)
			collect_types(arena, table, zn_at(list, k), types);
	}
	if (zn_has(predicate, "not"))
		collect_types(arena, table, zn_get(predicate, "not"), types);
	const char *field = zn_get_str(predicate, "field", NULL), *type = field ? implied_type(predicate) : NULL;
	if (type && needs_parsing(arena, table, field, type))
		zn_object_set(arena, types, field, zn_str(type));
}

/* Reports fields of the predicate that the table does not have. */
static bool check_fields(ZnTransformEnv *env, const ZnTable *table, ZnValue predicate, ZnPlace place)
{
	static const char *const lists[] = {"and", "or"};
	bool ok = true;
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		ZnValue list = zn_get(predicate, lists[i]);
		for (size_t k = 0; zn_is_arr(list) && k < zn_len(list); k++)
			ok &= check_fields(env, table, zn_at(list, k), zn_transform_place_at(env, place, lists[i], k));
	}
	if (zn_has(predicate, "not"))
		ok &= check_fields(env, table, zn_get(predicate, "not"), zn_transform_place(env, place, "not"));
	if (zn_has(predicate, "field"))
		ok &= zn_transform_member_field(env, table, predicate, "field", place) != NULL;
	return ok;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnValue filter = zn_get(definition, "filter");
	ZnPlace at = zn_transform_place(env, place, "filter");
	ZnPredicate *predicate = zn_predicate_parse(env, filter, at);
	if (!predicate || !check_fields(env, table, filter, at))
		return NULL;
	ZnObject *types = zn_object_new(arena);
	collect_types(arena, table, filter, types);
	if (types->n && !(table = zn_data_parse(env->context, at, table, types, &zn_dates, false)))
		return NULL;
	env->expr->failed = false;
	g_autofree size_t *rows = g_new(size_t, MAX(table->n_rows, 1));
	size_t n = 0;
	for (size_t row = 0; row < table->n_rows && !env->expr->failed; row++)
		if (zn_predicate_test(predicate, env, table, row))
			rows[n++] = row;
	if (env->expr->failed)
		return NULL;
	return n == table->n_rows ? table : zn_table_select(arena, table, rows, n);
}

static const char *const members[] = {NULL};
const ZnTransform zn_transform_filter = {.key = "filter", .apply = apply, .members = members};
