/* Selections in their initial state: what a static picture shows of an interactive chart. */
#pragma once

#include "chart/instance.h"

/* Values of all parameters (variables, bound inputs, selections with values) into chart->signals. */
void zn_params_init(ZnChart *chart);
/* Whether {"param": name, "empty": ...} holds for a row. An empty selection holds for all rows, unless empty is false. */
bool zn_selection_test(ZnInst *inst, const char *name, bool empty, const ZnTable *table, size_t row);
/* Selection functions of expressions. */
bool zn_selection_call(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result);
/* A selection's initial value as predicates want it: an array of points or one object of intervals, by column; null when nothing is selected.
 * Undefined when there is no selection of that name. */
ZnValue zn_selection_value(ZnInst *inst, const char *name);
/* The domain that a scale takes from a selection's value: {"domain": {"param": ...}} or "bind": "scales"; undefined when none. */
ZnValue zn_selection_domain(ZnInst *owner, const ZnView *unit, ZnChannel channel, ZnValue domain);
/* The rectangle of an interval selection with a value, below and above the marks of its unit. */
void zn_brush_below(ZnInst *unit, ZnGroup *group);
void zn_brush_above(ZnInst *unit, ZnGroup *group);
/* Is there a selection (not a variable) of that name? */
/* Is it a selection that a timer moves on (an animation's frame)? */
bool zn_is_timer(const ZnChart *chart, const char *name);
/* The rows of an animated unit's first frame: those whose field of the channel "time" has the first value of its domain. */
const ZnTable *zn_first_frame(ZnInst *unit, const ZnTable *table);
bool zn_is_selection(const ZnChart *chart, const char *name);
