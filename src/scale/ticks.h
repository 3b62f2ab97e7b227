/* Where ticks stand (d3-array ticks, d3-time ticks). Private to scale/. */
#pragma once

#include "base/value.h"
#include "format/calendar.h"

/* No scale gives more ticks than about this: a greater count counts as this one, a finer interval is replaced by d3's own choice. */
#define ZN_MOST_TICKS 10000

/* A tick count or a calendar interval, as "count" properties of axes, legends and nice have it. */
typedef struct ZnTickCount {
	bool by_interval;
	double count;
	ZnInterval interval;
	int step;
} ZnTickCount;

/* A number, an interval name ("month"), {interval, step}; anything else is `fallback`. False for an unknown interval's name. */
bool zn_tick_count_parse(ZnValue value, double fallback, ZnTickCount *out);

/* d3-array. The increment is negative, one over the step, for steps below one; NaN or 0 where there is none. */
double zn_tick_increment(double start, double stop, double count);
double zn_tick_step(double start, double stop, double count);
void zn_ticks_linear(ZnArena *arena, double start, double stop, double count, ZnArray *out);

/* The interval d3-time chooses for about that many ticks; false where there is none. */
bool zn_tick_interval(double start, double stop, double count, bool utc, ZnTickCount *out);
void zn_ticks_time(ZnArena *arena, double start, double stop, const ZnTickCount *count, bool utc, ZnArray *out);

/* What d3 calls linearish: extends lo..hi (lo <= hi) to round numbers; false, nothing changed, when it cannot. */
bool zn_nice_linear(double *lo, double *hi, double count);
