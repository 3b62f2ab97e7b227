/* TopoJSON (https://github.com/topojson/topojson-specification): geometry whose shared borders are stored once, as arcs. Private to data/. */
#pragma once

#include "base/context.h"

/* What a TopoJSON document (`file`; pointers of its problems start at `base`) holds under the object that format.feature or format.mesh names:
 * GeoJSON features, or one MultiLineString of the borders that format.filter ("interior", "exterior") wants. `place` = the spec's format.
 * Undefined after a report. */
ZnValue zn_topojson_read(ZnContext *context, ZnPlace place, const char *file, const char *base, ZnValue topology, ZnValue format);

/* The lines of a graticule as a MultiLineString: params = true or {extent, extentMajor, extentMinor, step, stepMajor, stepMinor, precision}, with
 * d3-geo's defaults. Undefined after a report. */
ZnValue zn_graticule_make(ZnContext *context, ZnPlace place, ZnValue params);
