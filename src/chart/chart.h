/* A Vega-Lite specification -> a finished scene. */
#pragma once

#include "base/context.h"
#include "scene/scene.h"

typedef struct ZnChartOptions {
	ZnValue theme;        /* a config object below the spec's own; undefined = none: the chart looks as Vega draws it */
	double width, height; /* > 0: size of the whole picture in px; the view is fitted into it */
	bool hide_title;      /* figures in reports: the caption does it */
	bool attach_data;     /* the scene brings its data along, as CSV */
	bool translate;       /* titles, axis titles and field values through the context's catalogue */
} ZnChartOptions;

/* Compiles and lays out one specification. `file` names it in diagnostics. Lives in the context's arena. All problems go to the context's
 * diagnostics; NULL when any is an error. */
ZnScene *zn_chart_new(ZnContext *context, const char *file, ZnValue spec, const ZnChartOptions *options);
