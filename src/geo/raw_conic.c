/* Projections onto a cone through two parallels. Where the parallels lie evenly about the equator the cone is a cylinder. */
#include "geo/raw.h"
#include "geo/sphere.h"

static double tan_half(double phi)
{
	return tan((G_PI_2 + phi) / 2);
}

static void conformal(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	if (raw->r > 0) /* the pole away from the cone's tip lies at infinity */
		phi = MAX(phi, -G_PI_2 + ZN_GEO_EPSILON);
	else
		phi = MIN(phi, G_PI_2 - ZN_GEO_EPSILON);
	double r = raw->r / pow(tan_half(phi), raw->n);
	out[0] = r * sin(raw->n * lambda);
	out[1] = raw->r - r * cos(raw->n * lambda);
}

ZnRaw zn_raw_conic_conformal(double y0, double y1)
{
	double n = y0 == y1 ? sin(y0) : log(cos(y0) / cos(y1)) / log(tan_half(y1) / tan_half(y0));
	if (n == 0 || isnan(n))
		return zn_raw_mercator(y0, y1);
	return (ZnRaw){.forward = conformal, .n = n, .r = cos(y0) * pow(tan_half(y0), n) / n};
}

static void cylindrical_equal_area(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	out[0] = lambda * raw->c;
	out[1] = sin(phi) / raw->c;
}

static void equal_area(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double r = sqrt(raw->c - 2 * raw->n * sin(phi)) / raw->n;
	out[0] = r * sin(lambda * raw->n);
	out[1] = raw->r - r * cos(lambda * raw->n);
}

ZnRaw zn_raw_conic_equal_area(double y0, double y1)
{
	double n = (sin(y0) + sin(y1)) / 2, c = 1 + sin(y0) * (2 * n - sin(y0));
	if (fabs(n) < ZN_GEO_EPSILON)
		return (ZnRaw){.forward = cylindrical_equal_area, .c = cos(y0)};
	return (ZnRaw){.forward = equal_area, .n = n, .c = c, .r = sqrt(c) / n};
}

static void equidistant(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double r = raw->r - phi;
	out[0] = r * sin(raw->n * lambda);
	out[1] = raw->r - r * cos(raw->n * lambda);
}

ZnRaw zn_raw_conic_equidistant(double y0, double y1)
{
	double n = y0 == y1 ? sin(y0) : (cos(y0) - cos(y1)) / (y1 - y0);
	if (fabs(n) < ZN_GEO_EPSILON)
		return zn_raw_equirectangular(y0, y1);
	return (ZnRaw){.forward = equidistant, .n = n, .r = cos(y0) / n + y0};
}
