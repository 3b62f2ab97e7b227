/* Maps: which views share a projection, how it is fitted, and where places are. Private to chart/. */
#pragma once

#include "chart/instance.h"
#include "geo/projection.h"

/* What a unit has of a map, once the sizes are known. */
struct ZnGeoUnit {
	const ZnValue *points[4]; /* x, y, x2, y2 of the rows of inst->main; NULL = not encoded by longitude and latitude */
	const ZnValue *shapes;    /* GeoJSON objects of the rows: marks "geoshape" */
	ZnGeoSink *chain;         /* that draws a shape: mark_geoshape.c */
	void *path;               /* its end */
};

/* Is something of the unit placed by a projection? */
bool zn_view_has_projection(const ZnView *view);
/* Is the unit's projection fitted to its data? It is, unless the specification scales or moves it. */
bool zn_view_projection_fits(const ZnView *view);
/* Makes the projections of the whole tree at the sizes that the plots have now. */
void zn_inst_projections(ZnInst *top);
/* The projection that serves an instance; NULL. */
const ZnProjection *zn_inst_projection(const ZnInst *inst);
/* Rows whose shape is missing are not drawn and count for nothing, where the projection is fitted. */
const ZnTable *zn_geo_filter(ZnInst *unit, const ZnTable *table);
/* geoArea(), geoBounds(), geoCentroid(), geoScale() and scale("projection", [longitude, latitude]); false = not one of them. */
bool zn_geo_call(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result);
