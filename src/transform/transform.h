/* Vega-Lite transforms: a table and a definition -> a table. One file a transform, registered in one table. */
#pragma once

#include "base/context.h"
#include "data/table.h"
#include "expr/expr.h"

typedef struct ZnBins { double start, stop, step; } ZnBins;

/* What transforms of one view share. */
typedef struct ZnTransformEnv {
	ZnContext *context;
	ZnExprEnv *expr;     /* signals and functions for expressions in transforms; table and row are set by the transform */
	ZnValue datasets;    /* the spec's named datasets, for lookup */
	/* Parameter values for {"param": ...} predicates and bin extents; may be NULL. Undefined: there is none of that name. A selection
	 * is an array of points (objects field -> value: a row is selected when it agrees with one of them) or one object
	 * (field -> value, [value, ...] or, for two numbers or dates, [low, high]: all must hold); null or empty: nothing is selected. */
	ZnValue (*param)(void *user, const char *name);
	void *user;
	ZnObject *bins;      /* out: name of the first output column -> {start, stop, step} of each bin transform; may be NULL */
	ZnObject *params;    /* out: name -> [min, max] of each extent transform; may be NULL */
} ZnTransformEnv;

/* Applies one transform as the spec writes it ({"filter": ...}, {"aggregate": [...], "groupby": [...]}, ...). Problems are reported at
 * `place` + pointer; then NULL. The encodings' own transforms (bin, timeUnit, aggregate, stack, impute) go this way too. */
const ZnTable *zn_transform_apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place);

/* One transform. `key` is the member that tells it apart. */
typedef struct ZnTransform {
	const char *key;
	const ZnTable *(*apply)(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place);
	const char *const *members; /* what else a definition may have, NULL-ended */
} ZnTransform;
extern const ZnTransform *const zn_transforms[]; /* NULL-ended */

/* --- pieces that charts use by themselves --- */
/* A predicate (expression string, field predicate, {and/or/not}, {param}) -> function of the row. NULL + report when wrong.
 * Values given as {"expr": ...} are evaluated here, once. */
typedef struct ZnPredicate ZnPredicate;
ZnPredicate *zn_predicate_parse(ZnTransformEnv *env, ZnValue definition, ZnPlace place);
bool zn_predicate_test(const ZnPredicate *predicate, ZnTransformEnv *env, const ZnTable *table, size_t row);

/* The bins of vega's bin transform for an extent: params = {maxbins (20), base, step, steps, minstep, divide, nice, anchor, span}. */
ZnBins zn_bins_compute(double min, double max, ZnValue params);
/* The start of the value's bin as vega's bin transform gives it; infinite outside. */
double zn_bins_floor(const ZnBins *bins, double value);

/* One aggregate of the values in rows[0..n) of `field` (NULL for count): all Vega ops by name. Undefined when the op is unknown. */
ZnValue zn_aggregate_value(ZnTransformEnv *env, const ZnTable *table, const size_t *rows, size_t n, const char *op, const ZnField *field);
bool zn_aggregate_known(const char *op);
