/* A topology being read: arcs decoded once, positions shared by all geometries. Private to data/. */
#pragma once

#include "data/topojson.h"

#define ZN_TOPOLOGY_MAX_POSITIONS 10000000u /* of all geometries together */

typedef struct ZnTopology {
	ZnContext *context;
	const char *file, *base;
	ZnValue document;
	ZnValue raw_arcs; /* as in the document */
	ZnArray **arcs;   /* decoded: of [x, y] arrays; NULL = not yet */
	size_t n_arcs;
	bool quantized;
	double scale[2], translate[2];
	size_t n_positions; /* made so far, for the limit */
	bool failed;
} ZnTopology;

/* Reports a problem of the document at base + pointer. */
void zn_topology_fail(ZnTopology *t, const char *pointer, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);
/* The decoded arc of an index (~i = arc i backwards); NULL after a report. */
const ZnArray *zn_topology_arc(ZnTopology *t, ZnValue index, const char *pointer, bool *backwards);
/* Arc indices -> the positions of one line. */
ZnValue zn_topology_line(ZnTopology *t, ZnValue arcs, const char *pointer);
/* The arcs of an object that its neighbours share as the filter wants, stitched together: a MultiLineString. filter NULL = all. */
ZnValue zn_topology_mesh(ZnTopology *t, ZnValue object, const char *pointer, const char *filter);
