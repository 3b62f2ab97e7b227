/* Projections onto a cylinder, and those like it (pseudocylindrical ones, whose meridians bend). */
#include "geo/raw.h"
#include "geo/sphere.h"

static void equirectangular(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	out[0] = lambda;
	out[1] = phi;
}

static void mercator(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	out[0] = lambda;
	out[1] = log(tan((G_PI_2 + phi) / 2));
}

static void transverse_mercator(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	out[0] = log(tan((G_PI_2 + phi) / 2));
	out[1] = -lambda;
}

static void equal_earth(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	static const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
	double m = sqrt(3) / 2, l = zn_geo_asin(m * sin(phi)), l2 = l * l, l6 = l2 * l2 * l2;
	out[0] = lambda * cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2)));
	out[1] = l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
}

static void natural_earth(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double phi2 = phi * phi, phi4 = phi2 * phi2;
	out[0] = lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)));
	out[1] = phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)));
}

ZnRaw zn_raw_equirectangular(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = equirectangular};
}

ZnRaw zn_raw_mercator(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = mercator};
}

ZnRaw zn_raw_transverse_mercator(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = transverse_mercator};
}

ZnRaw zn_raw_equal_earth(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = equal_earth};
}

ZnRaw zn_raw_natural_earth(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = natural_earth};
}
