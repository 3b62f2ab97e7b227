/* Lists of operations on fields, as aggregate, joinaggregate and window have them. */
#include "transform/aggregate_ops.h"

#include <string.h>

static bool report_op(ZnTransformEnv *env, const char *name, ZnPlace place, const char *const *extra)
{
	ZnArena *arena = env->context->arena;
	const char *hint = zn_did_you_mean(arena, name, zn_aggregate_names(arena));
	if (!hint && extra)
		hint = zn_did_you_mean(arena, name, extra);
	zn_error(env->context->diags, zn_transform_place(env, place, "op"), hint, "unknown operation “%s”", name);
	return false;
}

/* The operation: a name, or {"exponential": rate} and {"argmax": field}, whose member is its parameter. */
static bool read_op(ZnTransformEnv *env, ZnValue definition, ZnPlace place, const char *const *extra, ZnMeasure *m)
{
	ZnValue op = zn_get(definition, "op");
	m->param = zn_get(definition, "param");
	if (zn_is_obj(op) && zn_len(op) == 1) {
		m->param = op.obj->members[0].value;
		op = zn_str(op.obj->members[0].key);
	}
	m->name = zn_is_str(op) ? op.str : zn_to_str(env->context->arena, op);
	m->op = zn_aggregate_op(m->name);
	return m->op || (extra && g_strv_contains(extra, m->name)) || report_op(env, m->name, place, extra);
}

static bool same_field(const ZnField *a, const ZnField *b)
{
	return a == b || (a && b && !strcmp(a->name, b->name));
}

/* Finds or makes the aggregator of the measure's field, so that operations on one field share what they need. */
static void assign_slot(ZnTransformEnv *env, const ZnTable *table, ZnMeasures *measures, ZnMeasure *m)
{
	for (ZnMeasure *other = measures->items; other < m; other++)
		if (other->op && same_field(other->field, m->field)) {
			m->slot = other->slot;
			measures->slots[m->slot].keep |= m->op->keep;
			return;
		}
	m->slot = measures->n_slots++;
	zn_aggregator_init(&measures->slots[m->slot], env, table, m->field ? zn_field_cells(env->context->arena, m->field, table) : NULL,
	                   m->op->keep, zn_is_num(m->param) ? m->param.num : 0.5);
}

static bool read_measure(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place, const char *const *extra,
                         ZnMeasures *measures)
{
	ZnMeasure *m = &measures->items[measures->n];
	*m = (ZnMeasure){0};
	if (!read_op(env, definition, place, extra, m))
		return false;
	bool counts = !strcmp(m->name, "count");
	if (counts) {
		m->field = NULL;
	} else if (zn_has(definition, "field")) {
		m->field = zn_transform_member_field(env, table, definition, "field", place);
		if (!m->field)
			return false;
	} else if (m->op) {
		zn_error(env->context->diags, place, NULL, "the operation “%s” needs a field", m->name);
		return false;
	}
	const char *field = zn_get_str(definition, "field", NULL);
	m->as = zn_get_str(definition, "as", NULL);
	if (!m->as)
		m->as = field ? zn_arena_printf(env->context->arena, "%s_%s", m->name, zn_field_parse(env->context->arena, field)->name) : m->name;
	measures->n++;
	if (m->op)
		assign_slot(env, table, measures, m);
	return true;
}

bool zn_measures_parse(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place,
                       const char *const *extra, ZnMeasures *out)
{
	ZnArena *arena = env->context->arena;
	ZnValue list = zn_get(definition, key);
	if (!zn_is_arr(list)) {
		zn_error(env->context->diags, zn_transform_place(env, place, key), "[{\"op\": \"mean\", \"field\": \"a\", \"as\": \"b\"}]",
		         "“%s” needs an array of operations", key);
		return false;
	}
	*out = (ZnMeasures){.items = zn_new_n(arena, ZnMeasure, zn_len(list)), .slots = zn_new_n(arena, ZnAggregator, zn_len(list))};
	bool ok = true;
	for (size_t i = 0; i < zn_len(list); i++)
		ok &= read_measure(env, table, zn_at(list, i), zn_transform_place_at(env, place, key, i), extra, out);
	return ok;
}

void zn_measures_fill(ZnMeasures *measures, const size_t *rows, size_t n)
{
	for (size_t s = 0; s < measures->n_slots; s++) {
		ZnAggregator *a = &measures->slots[s];
		zn_aggregator_reset(a);
		for (size_t i = 0; i < n; i++)
			zn_aggregator_add(a, rows[i]);
		zn_aggregator_set_rows(a, rows, n);
	}
}
