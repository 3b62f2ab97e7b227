/* Label formats that are not a scale's own. Private to scale/. */
#pragma once

#include "scale/scale.h"

/* Numbers as precise as about `count` ticks from start to stop ask (vega-format formatSpan). The specifier may be NULL. */
ZnTickFormat *zn_span_format(ZnContext *context, double start, double stop, double count, const char *specifier);
