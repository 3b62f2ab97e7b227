/* The calendar of Vega-Lite's data and predicates. */
#pragma once

#include "data/reader.h"

/* Date.parse and d3-time-format, for zn_data_load and zn_data_parse. */
extern const ZnDateReader zn_dates;

/* A DateTime object of Vega-Lite ({"year": 2020, "month": "jan"}; months and quarters count from 1) -> ms; NaN when a part is
 * wrong. Missing years are 2012, so that it agrees with time units. */
double zn_date_time(ZnValue object);
/* Is it such an object? */
bool zn_is_date_time(ZnValue value);
