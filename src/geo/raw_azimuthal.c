/* Projections onto a plane that touches the globe at (0, 0). */
#include "geo/raw.h"
#include "geo/sphere.h"

static void scaled(double lambda, double phi, double k, double out[2])
{
	out[0] = k * cos(phi) * sin(lambda);
	out[1] = k * sin(phi);
}

static void equal_area(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double k = sqrt(2 / (1 + cos(lambda) * cos(phi)));
	scaled(lambda, phi, k, out);
	if (isinf(k)) { /* the point opposite is a circle: any place of it */
		out[0] = 2;
		out[1] = 0;
	}
}

static void equidistant(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double angle = zn_geo_acos(cos(lambda) * cos(phi)), k = angle != 0 ? angle / sin(angle) : angle;
	scaled(lambda, phi, k, out);
	if (isinf(k) && k > 0) {
		out[0] = 2;
		out[1] = 0;
	}
}

static void gnomonic(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double k = cos(lambda) * cos(phi);
	out[0] = cos(phi) * sin(lambda) / k;
	out[1] = sin(phi) / k;
}

static void orthographic(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	scaled(lambda, phi, 1, out);
}

static void stereographic(const ZnRaw *raw, double lambda, double phi, double out[2])
{
	double k = 1 + cos(lambda) * cos(phi);
	out[0] = cos(phi) * sin(lambda) / k;
	out[1] = sin(phi) / k;
}

ZnRaw zn_raw_azimuthal_equal_area(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = equal_area};
}

ZnRaw zn_raw_azimuthal_equidistant(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = equidistant};
}

ZnRaw zn_raw_gnomonic(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = gnomonic};
}

ZnRaw zn_raw_orthographic(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = orthographic};
}

ZnRaw zn_raw_stereographic(double parallel0, double parallel1)
{
	return (ZnRaw){.forward = stereographic};
}
