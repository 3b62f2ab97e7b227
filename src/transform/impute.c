/* Rows for keys that a group lacks (vega-transforms Impute). With a method other than "value" Vega-Lite then fills each null with
 * the method's result over a frame of rows, in the order of the data with the new rows last (vega-lite compile/data/impute.ts). */
#include "transform/aggregate_ops.h"
#include "transform/registry.h"

#include <math.h>

static const char *const methods[] = {"value", "mean", "median", "max", "min", NULL};

/* One impute transform. */
typedef struct Job {
	ZnTransformEnv *env;
	const ZnTable *table;
	const ZnField *field, *key;
	ZnFieldList by;
	ZnGroups groups;
	ZnArray *domain;    /* the keys, in order of arrival */
	size_t *key_of_row; /* index into domain */
	size_t n_added;
	size_t *group_of; /* of every row of the result */
} Job;

/* {"keyvals": {start, stop, step}} */
static bool add_sequence(Job *job, ZnValue sequence, ZnArray *values, ZnPlace place)
{
	double start = zn_get_num(sequence, "start", 0), stop = zn_get_num(sequence, "stop", NAN), step = zn_get_num(sequence, "step", 1);
	double n = ceil((stop - start) / (step ? step : 1));
	if (!isfinite(n)) {
		zn_error(job->env->context->diags, place, "for example {\"start\": 0, \"stop\": 10}",
		         "a sequence of keys needs a finite start, stop and step");
		return false;
	}
	if (!zn_transform_room(job->env, n, 1, place))
		return false;
	for (double i = 0; i < n; i++)
		zn_array_push(job->env->context->arena, values, zn_num(start + i * (step ? step : 1)));
	return true;
}

static bool read_keyvals(Job *job, ZnValue keyvals, ZnPlace place, ZnArray *values)
{
	if (zn_is_nullish(keyvals))
		return true;
	if (zn_is_obj(keyvals))
		return add_sequence(job, keyvals, values, place);
	if (!zn_is_arr(keyvals)) {
		zn_error(job->env->context->diags, place, NULL, "“keyvals” must be an array or a sequence");
		return false;
	}
	for (size_t i = 0; i < zn_len(keyvals); i++)
		zn_array_push(job->env->context->arena, values, zn_at(keyvals, i));
	return true;
}

/* Collects all keys, first those given. Keys are compared as text, as in Vega. */
static void collect_domain(Job *job, const ZnArray *given)
{
	ZnArena *arena = job->env->context->arena;
	ZnValueSet *known = zn_value_set_new(arena);
	const ZnValue *cells = zn_field_cells(arena, job->key, job->table);
	job->domain = zn_array_new(arena, 0);
	job->key_of_row = zn_new_n(arena, size_t, job->table->n_rows);
	for (size_t i = 0; i < given->n + job->table->n_rows; i++) {
		ZnValue key = i < given->n ? given->items[i] : cells[i - given->n];
		bool fresh;
		size_t index = zn_value_set_add(known, zn_is_str(key) ? key : zn_str(zn_to_str(arena, key)), &fresh);
		if (fresh)
			zn_array_push(arena, job->domain, key);
		if (i >= given->n)
			job->key_of_row[i - given->n] = index;
	}
}

/* Which keys each group has: present[group * keys + key]. Counts the missing ones. */
static bool *find_missing(Job *job)
{
	size_t n_keys = job->domain->n;
	bool *present = zn_new_n(job->env->context->arena, bool, job->groups.n *n_keys);
	job->n_added = job->groups.n * n_keys;
	for (size_t row = 0; row < job->table->n_rows; row++) {
		bool *cell = &present[job->groups.of_row[row] * n_keys + job->key_of_row[row]];
		job->n_added -= !*cell;
		*cell = true;
	}
	return present;
}

/* The table with a row for every missing key behind the others; the imputed field of those is `value`. */
static ZnTable *add_rows(Job *job, const bool *present, ZnValue value)
{
	ZnArena *arena = job->env->context->arena;
	const ZnTable *table = job->table;
	size_t n = table->n_rows + job->n_added, at = table->n_rows, n_keys = job->domain->n;
	ZnTable *result = zn_table_new(arena, n);
	result->source = table->source;
	for (size_t c = 0; c < table->n_cols; c++)
		zn_table_put(arena, result, table->cols[c].name,
		             zn_arena_grow(arena, table->cols[c].cells, table->n_rows * sizeof(ZnValue), n * sizeof(ZnValue)));
	const ZnValue *old_keys = zn_field_cells(arena, job->key, table), *old_values = zn_field_cells(arena, job->field, table);
	ZnValue *keys = zn_table_add(arena, result, job->key->name), *values = zn_table_add(arena, result, job->field->name);
	job->group_of = zn_arena_grow(arena, job->groups.of_row, table->n_rows * sizeof(size_t), n * sizeof(size_t));
	for (size_t row = 0; row < table->n_rows; row++) {
		keys[row] = old_keys[row];
		values[row] = old_values[row];
	}
	for (size_t i = 0; i < job->groups.n * n_keys; i++)
		if (!present[i]) {
			job->group_of[at] = i / n_keys;
			keys[at] = job->domain->items[i % n_keys];
			values[at++] = value;
		}
	for (size_t f = 0; f < job->by.n; f++) {
		const ZnValue *from = zn_field_cells(arena, job->by.fields[f], table);
		int column = zn_table_find(result, job->by.fields[f]->name);
		ZnValue *to = column >= 0 ? result->cols[column].cells : zn_table_add(arena, result, job->by.fields[f]->name);
		for (size_t row = 0; row < n; row++)
			to[row] = from[job->groups.rows[job->groups.start[job->group_of[row]]]];
	}
	return result;
}

/* Replaces nulls by the method's value over the rows from i + frame[0] to i + frame[1] of their group. */
static void fill_nulls(Job *job, ZnTable *result, const char *method, const double frame[2])
{
	ZnTransformEnv *env = job->env;
	ZnArena *arena = env->context->arena;
	int column = zn_table_find(result, job->field->name);
	const ZnValue *from = result->cols[column].cells;
	ZnValue *to = zn_new_n(arena, ZnValue, result->n_rows);
	/* Groups of the longer table: the same fields have the same groups. */
	ZnGroups groups = zn_groups_make(arena, result, &job->by);
	bool whole = isinf(frame[0]) && isinf(frame[1]);
	for (size_t g = 0; g < groups.n; g++) {
		const size_t *rows = groups.rows + groups.start[g];
		double n = (double)(groups.start[g + 1] - groups.start[g]);
		ZnValue value = zn_undefined();
		for (double i = 0; i < n; i++) {
			size_t row = rows[(size_t)i];
			to[row] = from[row];
			if (!zn_is_null(from[row]))
				continue;
			if (!whole || zn_is_undefined(value)) {
				size_t start = (size_t)CLAMP(i + frame[0], 0, n), stop = (size_t)CLAMP(i + frame[1] + 1, 0, n);
				value = zn_aggregate_value(env, result, rows + start, stop > start ? stop - start : 0, method, job->field);
			}
			to[row] = value;
		}
	}
	result->cols[column].cells = to;
}

static bool read_frame(Job *job, ZnValue frame, ZnPlace place, double out[2])
{
	out[0] = -INFINITY;
	out[1] = INFINITY;
	if (zn_is_nullish(frame))
		return true;
	bool ok = zn_is_arr(frame) && zn_len(frame) == 2;
	for (size_t i = 0; ok && i < 2; i++) {
		ZnValue end = zn_at(frame, i);
		ok = zn_is_num(end) || zn_is_null(end);
		if (zn_is_num(end))
			out[i] = trunc(end.num);
	}
	if (!ok)
		zn_error(job->env->context->diags, place, "for example [-2, 2]", "a frame is two offsets, null for an open end");
	return ok;
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	Job job = {.env = env, .table = table};
	ZnArray *given = zn_array_new(arena, 0);
	double frame[2];
	job.field = zn_transform_member_field(env, table, definition, "impute", place);
	job.key = zn_transform_member_field(env, table, definition, "key", place);
	int method = zn_transform_choice(env, zn_get_str(definition, "method", "value"), methods, zn_transform_place(env, place, "method"));
	if (!job.field || !job.key || method < 0 || !zn_transform_fields(env, table, definition, "groupby", place, &job.by) ||
	    !read_keyvals(&job, zn_get(definition, "keyvals"), zn_transform_place(env, place, "keyvals"), given) ||
	    !read_frame(&job, zn_get(definition, "frame"), zn_transform_place(env, place, "frame"), frame))
		return NULL;
	job.groups = zn_groups_make(arena, table, &job.by);
	collect_domain(&job, given);
	if (!zn_transform_room(env, (double)job.groups.n * (double)job.domain->n + (double)table->n_rows, (double)table->n_cols, place))
		return NULL;
	ZnValue value = method > 0 ? zn_null() : zn_has(definition, "value") ? zn_get(definition, "value") : zn_num(0);
	ZnTable *result = add_rows(&job, find_missing(&job), value);
	if (method > 0)
		fill_nulls(&job, result, methods[method], frame);
	return result;
}

static const char *const members[] = {"key", "keyvals", "groupby", "frame", "method", "value", NULL};
const ZnTransform zn_transform_impute = {.key = "impute", .apply = apply, .members = members};
