/* Raw projections: radians on the sphere to a plane of about its size, y up, without scale. Private to geo/.
 * Sources: J. P. Snyder, "Map Projections: A Working Manual" (USGS PP 1395, 1987); B. Savric, T. Patterson, B. Jenny, "The Equal Earth map
 * projection" (2018); B. Savric et al., "A Polynomial Equation for the Natural Earth Projection" (2011). */
#pragma once

#include <stdbool.h>

typedef struct ZnRaw ZnRaw;
struct ZnRaw {
	void (*forward)(const ZnRaw *raw, double lambda, double phi, double out[2]);
	double n, c, r; /* what a conic projection knows of its parallels */
};

/* Makes a raw projection for two standard parallels, which only conic ones look at. */
typedef ZnRaw ZnRawMaker(double parallel0, double parallel1);

ZnRawMaker zn_raw_azimuthal_equal_area, zn_raw_azimuthal_equidistant, zn_raw_conic_conformal, zn_raw_conic_equal_area, zn_raw_conic_equidistant,
	zn_raw_equal_earth, zn_raw_equirectangular, zn_raw_gnomonic, zn_raw_mercator, zn_raw_natural_earth, zn_raw_orthographic, zn_raw_stereographic,
	zn_raw_transverse_mercator;
