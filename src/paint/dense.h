/* Paths of very many points, made thinner before cairo paints them.
 *
 * A scan converter follows every crossing of two edges. A line through 50,000 noisy points on a few hundred pixels has a thousand
 * million of them, though it only blackens the same pixels again and again. Points that lie together in a strip narrower than an
 * eighth of a pixel are replaced by those that say where the path comes in, how far it goes, and where it leaves; what is drawn
 * changes within the strip at the most. (U. Jugel et al., "M4: a visualization-oriented time series data aggregation", 2014, has the
 * idea for charts with a column of pixels as the strip.) */
#pragma once

#include <cairo.h>
#include <stddef.h>

/* Paths of fewer pieces are painted as they are. */
#define ZN_DENSE_FROM 4096

/* Replaces cairo's current path, which has n pieces, when it is that long. Curves become straight lines within cairo's tolerance. */
void zn_dense_thin(cairo_t *cr, size_t n);
