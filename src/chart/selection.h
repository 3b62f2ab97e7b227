/* Selections in their initial state: what a static picture shows of an interactive chart. */
#pragma once

#include "chart/instance.h"

/* Values of all parameters (variables, bound inputs, selections with values) into chart->signals. */
void zn_params_init(ZnChart *chart);
/* Whether {"param": name, "empty": ...} holds for a row. An empty selection holds for all rows, unless empty is false. */
bool zn_selection_test(ZnInst *inst, const char *name, bool empty, const ZnTable *table, size_t row);
/* Selection functions of expressions. */
bool zn_selection_call(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result);
/* Is there a selection (not a variable) of that name? */
bool zn_is_selection(const ZnChart *chart, const char *name);
