/* Calculations over sorted groups of rows with a sliding frame (vega-transforms Window). */
#include "transform/registry.h"
#include "transform/window_ops.h"

#include <math.h>

/* One window transform. */
typedef struct Job {
	ZnTransformEnv *env;
	const ZnTable *table;
	ZnMeasures measures;
	const ZnWindowOp **ops; /* of the measures that are no aggregates, else NULL */
	ZnWindowState *states;
	ZnValue **cells;      /* outputs */
	double before, after; /* the frame's ends relative to the row; infinite = open */
	bool peers;           /* rows that are alike in the order are in the frame together */
	ZnOrder order;
} Job;

static bool read_frame(ZnTransformEnv *env, ZnValue definition, ZnPlace place, Job *job)
{
	ZnValue frame = zn_get(definition, "frame");
	job->before = -INFINITY;
	job->after = 0;
	if (zn_is_nullish(frame))
		return true;
	double *ends[] = {&job->before, &job->after};
	bool ok = zn_is_arr(frame) && zn_len(frame) == 2;
	for (size_t i = 0; ok && i < 2; i++) {
		ZnValue end = zn_at(frame, i);
		*ends[i] = zn_is_num(end) ? trunc(end.num) : i == 0 ? -INFINITY : INFINITY;
		ok = zn_is_num(end) || zn_is_null(end);
	}
	if (!ok)
		zn_error(env->context->diags, zn_transform_place(env, place, "frame"), "for example [null, 0] or [-2, 2]",
		         "a frame is two offsets, null for an open end");
	return ok;
}

static bool read_ops(Job *job, ZnPlace place)
{
	ZnTransformEnv *env = job->env;
	ZnArena *arena = env->context->arena;
	job->ops = zn_new_n(arena, const ZnWindowOp *, job->measures.n);
	job->states = zn_new_n(arena, ZnWindowState, job->measures.n);
	for (size_t m = 0; m < job->measures.n; m++) {
		ZnMeasure *measure = &job->measures.items[m];
		const ZnWindowOp *op = measure->op ? NULL : zn_window_op(measure->name);
		ZnWindowState *state = &job->states[m];
		job->ops[m] = op;
		if (!op)
			continue;
		ZnPlace at = zn_transform_place_at(env, place, "window", m);
		state->param = zn_is_num(measure->param) ? measure->param.num : NAN;
		if (measure->field)
			state->cells = zn_field_cells(arena, measure->field, job->table);
		if (op->needs_field && !measure->field) {
			zn_error(env->context->diags, at, NULL, "the operation “%s” needs a field", op->name);
			return false;
		}
		if (op->needs_positive_param && !(state->param > 0)) {
			zn_error(env->context->diags, zn_transform_place(env, at, "param"), NULL, "the operation “%s” needs a positive “param”",
			         op->name);
			return false;
		}
	}
	return true;
}

/* The first row (of those up to i) that is alike with row i, and the one behind the last. */
static size_t first_peer(const ZnWindow *w, size_t i)
{
	size_t low = 0, high = i;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (zn_window_peers(w, middle, i))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static size_t after_last_peer(const ZnWindow *w, size_t i)
{
	size_t low = i + 1, high = w->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (zn_window_peers(w, middle, i))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void set_frame(const Job *job, ZnWindow *w)
{
	double n = (double)w->n, i = (double)w->index;
	w->start = (size_t)CLAMP(i + job->before, 0, n);
	w->stop = (size_t)CLAMP(i + job->after + 1, 0, n);
	if (!job->peers)
		return;
	if (w->start > 0 && w->start < w->n)
		w->start = first_peer(w, w->start);
	if (w->stop > 0 && w->stop < w->n)
		w->stop = after_last_peer(w, w->stop - 1);
}

/* Moves the aggregates from the frame of the row before to this one: rows that were in it go, rows that are new come. */
static void slide(Job *job, const ZnWindow *w, size_t old_start, size_t old_stop)
{
	for (size_t s = 0; s < job->measures.n_slots; s++) {
		ZnAggregator *a = &job->measures.slots[s];
		for (size_t j = old_start; j < MIN(w->start, old_stop); j++)
			zn_aggregator_remove(a, w->rows[j]);
		for (size_t j = MAX(old_stop, w->start); j < w->stop; j++)
			zn_aggregator_add(a, w->rows[j]);
		zn_aggregator_set_rows(a, w->rows + w->start, w->stop > w->start ? w->stop - w->start : 0);
	}
}

static void run_group(Job *job, size_t *rows, size_t n)
{
	zn_order_sort(&job->order, rows, n);
	for (size_t m = 0; m < job->measures.n; m++)
		zn_window_state_reset(&job->states[m]);
	for (size_t s = 0; s < job->measures.n_slots; s++)
		zn_aggregator_reset(&job->measures.slots[s]);
	ZnWindow w = {.rows = rows, .n = n, .order = &job->order};
	for (w.index = 0; w.index < n; w.index++) {
		size_t old_start = w.start, old_stop = w.stop;
		set_frame(job, &w);
		slide(job, &w, old_start, old_stop);
		for (size_t m = 0; m < job->measures.n; m++)
			job->cells[m][rows[w.index]] =
			    job->ops[m] ? job->ops[m]->next(&w, &job->states[m]) : zn_measure_value(&job->measures, &job->measures.items[m]);
	}
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	Job job = {.env = env, .table = table};
	ZnFieldList by;
	if (!zn_measures_parse(env, table, definition, "window", place, zn_window_op_names, &job.measures) || !read_ops(&job, place) ||
	    !zn_transform_fields(env, table, definition, "groupby", place, &by) || !zn_order_parse(env, table, definition, place, &job.order) ||
	    !read_frame(env, definition, place, &job))
		return NULL;
	job.peers = job.order.n && !zn_get_bool(definition, "ignorePeers", false);
	ZnTable *result = zn_table_derive(arena, table);
	job.cells = zn_new_n(arena, ZnValue *, job.measures.n);
	for (size_t m = 0; m < job.measures.n; m++)
		job.cells[m] = zn_table_add(arena, result, job.measures.items[m].as);
	ZnGroups groups = zn_groups_make(arena, table, &by);
	for (size_t g = 0; g < groups.n; g++)
		run_group(&job, groups.rows + groups.start[g], groups.start[g + 1] - groups.start[g]);
	return result;
}

static const char *const members[] = {"groupby", "sort", "frame", "ignorePeers", NULL};
const ZnTransform zn_transform_window = {.key = "window", .apply = apply, .members = members};
