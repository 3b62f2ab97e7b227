/* The data of a chart as CSV, to be attached to its PDF. Private to chart/. */
#pragma once

#include "chart/instance.h"

/* Adds the tables that the chart's views draw from (after their own transforms) to the scene, each once: "rd_china.csv", "rd_china-2.csv". */
void zn_data_attach(ZnChart *chart, ZnScene *scene);

/* A table as RFC 4180 has it, with a line of names; dates as ISO 8601, missing cells empty. In the arena. */
const char *zn_table_csv(ZnArena *arena, const ZnTable *table, size_t *len);
