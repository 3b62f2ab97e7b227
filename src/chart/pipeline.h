/* The steps that take data to what a unit draws, in Vega-Lite's order: pipeline.c runs them over the tree of views. Private to chart/. */
#pragma once

#include "chart/instance.h"

ZnInst *zn_inst_new(ZnInst *parent, const ZnView *view);
/* Runs an instance and all below it on the rows of its parent (NULL: none). */
bool zn_pipeline_view(ZnInst *inst, const ZnTable *table);
/* One transform; NULL, with the chart marked as failed, where it cannot be done. `pointer` is its place in the spec. */
const ZnTable *zn_unit_apply(ZnInst *inst, const ZnTable *table, ZnObject *definition, const char *pointer);

/* Calls fn for each definition of the encoding that has a field, conditions' included. */
typedef void (*ZnEachDef)(ZnInst *inst, const ZnChannelDef *def, void *user);
void zn_each_field(ZnInst *inst, ZnEachDef fn, void *user);

/* --- parses.c: what a source's fields are read as --- */
void zn_view_parses(ZnInst *inst, const ZnView *view, ZnObject *parse);
/* Fields that transforms made and that are encoded as times: their strings become dates. */
const ZnTable *zn_parse_derived(ZnInst *inst, const ZnTable *table);

/* --- unit_fields.c: columns that single channels imply --- */
/* Bins, time units and sort places: the unit's rows before aggregation. */
const ZnTable *zn_unit_prepare(ZnInst *inst, const ZnTable *table);
void zn_unit_bins(ZnInst *inst, const ZnChannelDef *def, void *table); /* a ZnEachDef on a const ZnTable ** */
bool zn_needs_bin_range(const ZnInst *inst, const ZnChannelDef *def);  /* are labels of the binned field ranges: "10 – 20"? */

/* --- unit_aggregate.c, unit_stack.c, unit_invalid.c: what all channels together imply --- */
const ZnTable *zn_unit_aggregate(ZnInst *inst, const ZnTable *table);
const ZnTable *zn_unit_impute(ZnInst *inst, const ZnTable *table);
const ZnTable *zn_unit_stack(ZnInst *inst, const ZnTable *table);
/* Which rows are drawn and which the domains see (Vega-Lite's "invalid" modes). */
void zn_unit_split_invalid(ZnInst *inst, const ZnTable *table);

/* What a unit draws before invalid values are taken out: bins, time units, aggregation, imputation, stack. Sets `raw`. */
const ZnTable *zn_unit_steps(ZnInst *inst);
/* The spec's transforms of a view. */
const ZnTable *zn_own_transforms(ZnInst *inst, const ZnTable *table);

/* --- facet.c: the cells of a facet view --- */
/* A cell's rows of a table of all cells. */
const ZnTable *zn_facet_cell_rows(ZnInst *cell, const ZnTable *table);
bool zn_facet_run(ZnInst *facet);
