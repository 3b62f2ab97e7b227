/* Vega's aggregate operations over a set of rows that may grow and shrink (vega-transforms AggregateOps). */
#pragma once

#include "transform/common.h"

typedef struct ZnAggregator ZnAggregator;

/* What an operation needs to be kept up to date while rows come and go. */
typedef enum {
	ZN_KEEP_SUM = 1,
	ZN_KEEP_PRODUCT = 2,
	ZN_KEEP_MEAN = 4,
	ZN_KEEP_MIN = 8,
	ZN_KEEP_MAX = 16,
	ZN_KEEP_EXP = 32,
} ZnKeep;

typedef struct ZnAggregateOp {
	const char *name;
	ZnValue (*value)(ZnAggregator *a);
	unsigned keep; /* ZnKeep */
} ZnAggregateOp;

const ZnAggregateOp *zn_aggregate_op(const char *name); /* NULL = unknown */
const char *const *zn_aggregate_names(ZnArena *arena);  /* NULL-ended */

struct ZnAggregator {
	ZnTransformEnv *env;
	const ZnTable *table;
	const ZnValue *cells; /* of the field; NULL = only rows are counted */
	unsigned keep;
	double rate; /* of exponential */
	/* the rows in it, set before a value is asked for */
	const size_t *rows;
	size_t n_rows;
	/* kept up to date */
	size_t count, valid, missing;
	double sum, product, mean, mean_delta, deviation, exponential;
	ZnValue min, max;          /* undefined = none */
	bool min_stale, max_stale; /* to be found again among the rows */
	double *sorted; /* the numbers, once a quartile was asked for: a window slides over them; NULL before */
	size_t n_sorted, cap_sorted;
	/* found when asked for, until the rows change */
	bool has_quartiles, has_ci;
	double quartiles[3], ci[2];
};

void zn_aggregator_init(ZnAggregator *a, ZnTransformEnv *env, const ZnTable *table, const ZnValue *cells, unsigned keep, double rate);
void zn_aggregator_reset(ZnAggregator *a);
void zn_aggregator_add(ZnAggregator *a, size_t row);
void zn_aggregator_remove(ZnAggregator *a, size_t row);
/* Says which rows are in it now. */
void zn_aggregator_set_rows(ZnAggregator *a, const size_t *rows, size_t n);

/* One {op, field, as} of a definition. */
typedef struct ZnMeasure {
	const ZnAggregateOp *op; /* NULL: not an aggregate (a window operation) */
	const char *name;        /* of the operation */
	ZnField *field;          /* NULL = none */
	const char *as;
	ZnValue param;
	size_t slot; /* its aggregator: one for each field */
} ZnMeasure;

typedef struct ZnMeasures {
	size_t n, n_slots;
	ZnMeasure *items;
	ZnAggregator *slots;
} ZnMeasures;

/* Reads the array definition[key]. `extra` names operations that are no aggregates and are allowed too (NULL-ended; may be NULL). */
bool zn_measures_parse(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, const char *key, ZnPlace place,
                       const char *const *extra, ZnMeasures *out);
/* All rows into fresh aggregators; afterwards zn_measure_value answers. */
void zn_measures_fill(ZnMeasures *measures, const size_t *rows, size_t n);
static inline ZnValue zn_measure_value(ZnMeasures *measures, const ZnMeasure *measure)
{
	return measure->op->value(&measures->slots[measure->slot]);
}
