/* Random numbers and distributions (vega-statistics). */
#include "expr/function.h"

#include <math.h>
#include <string.h>

#define SQRT_2_PI 2.5066282746310002

/* --- random numbers --- */

double zn_random_next(uint64_t *state)
{
	const uint64_t modulus = 2147483647;
	double sum = 1103515245.0 * (double)*state + 12345.0; /* rounded as in JavaScript; below 2^62 */
	*state = (uint64_t)sum % modulus;
	return (double)*state / (double)modulus;
}

static double next_random(ZnCall *call)
{
	uint64_t *state = call->env->random;
	if (!state) {
		zn_call_fail(call, NULL, "%s() has no meaning here: what it gives would change from use to use", call->name);
		return NAN;
	}
	return zn_random_next(state);
}

/* A sample of the standard normal distribution by Marsaglia's polar method, which makes two at a time. */
static double next_normal(ZnCall *call)
{
	ZnExprEnv *env = call->env;
	if (env->has_spare_sample) {
		env->has_spare_sample = false;
		return env->spare_sample;
	}
	double x, y, radius;
	do {
		x = next_random(call) * 2 - 1;
		y = next_random(call) * 2 - 1;
		radius = x * x + y * y;
	} while (radius == 0 || radius > 1);
	double scale = sqrt(-2 * log(radius) / radius);
	env->spare_sample = y * scale;
	env->has_spare_sample = !isnan(y);
	return x * scale;
}

static ZnValue fn_random(ZnCall *call)
{
	return zn_num(next_random(call));
}

/* --- normal --- */

/* The parameters of a normal distribution from argument i on: mean 0 and deviation 1 unless given. */
static void normal_args(const ZnCall *call, size_t i, double *mean, double *stdev)
{
	*mean = zn_truthy(zn_arg(call, i)) ? zn_arg_num(call, i) : 0;
	*stdev = zn_arg_num_or(call, i + 1, 1);
}

/* G. West, "Better approximations to cumulative normal functions", 2009. */
static double cumulative_normal(double z)
{
	static const double over[] = {3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
	                              112.079291497871,     221.213596169931,  220.206867912376};
	static const double under[] = {8.83883476483184e-02, 1.75566716318264, 16.064177579207,  86.7807322029461,
	                               296.564248779674,     637.333633378831, 793.826512519948, 440.413735824752};
	double x = fabs(z), tail = 0;
	if (isnan(z))
		return NAN;
	if (x < 7.07106781186547) {
		double a = over[0], b = under[0];
		for (size_t i = 1; i < G_N_ELEMENTS(over); i++)
			a = a * x + over[i];
		for (size_t i = 1; i < G_N_ELEMENTS(under); i++)
			b = b * x + under[i];
		tail = exp(-x * x / 2) * a / b;
	} else if (x <= 37) {
		double fraction = x + 0.65;
		for (double i = 4; i >= 1; i--)
			fraction = x + i / fraction;
		tail = exp(-x * x / 2) / fraction / 2.506628274631;
	}
	return z > 0 ? 1 - tail : tail;
}

static double polynomial(const double *coefficients, size_t n, double x)
{
	double sum = coefficients[0];
	for (size_t i = 1; i < n; i++)
		sum = coefficients[i] + sum * x;
	return sum;
}

/* The inverse error function: M. Giles, "Approximating the erfinv function", GPU Computing Gems 2, 2010 (its double-precision tables). */
static double inverse_erf(double x)
{
	static const double central[] = {
	    -3.6444120640178196996e-21, -1.685059138182016589e-19,  1.2858480715256400167e-18,  1.115787767802518096e-17,
	    -1.333171662854620906e-16,  2.0972767875968561637e-17,  6.6376381343583238325e-15,  -4.0545662729752068639e-14,
	    -8.1519341976054721522e-14, 2.6335093153082322977e-12,  -1.2975133253453532498e-11, -5.4154120542946279317e-11,
	    1.051212273321532285e-09,   -4.1126339803469836976e-09, -2.9070369957882005086e-08, 4.2347877827932403518e-07,
	    -1.3654692000834678645e-06, -1.3882523362786468719e-05, 0.0001867342080340571352,   -0.00074070253416626697512,
	    -0.0060336708714301490533,  0.24015818242558961693,     1.6536545626831027356};
	static const double outer[] = {
	    2.2137376921775787049e-09,  9.0756561938885390979e-08, -2.7517406297064545428e-07, 1.8239629214389227755e-08,
	    1.5027403968909827627e-06,  -4.013867526981545969e-06, 2.9234449089955446044e-06,  1.2475304481671778723e-05,
	    -4.7318229009055733981e-05, 6.8284851459573175448e-05, 2.4031110387097893999e-05,  -0.0003550375203628474796,
	    0.00095328937973738049703,  -0.0016882755560235047313, 0.0024914420961078508066,   -0.0037512085075692412107,
	    0.005370914553590063617,    1.0052589676941592334,     3.0838856104922207635};
	static const double extreme[] = {-2.7109920616438573243e-11, -2.5556418169965252055e-10, 1.5076572693500548083e-09,
	                                 -3.7894654401267369937e-09, 7.6157012080783393804e-09,  -1.4960026627149240478e-08,
	                                 2.9147953450901080826e-08,  -6.7711997758452339498e-08, 2.2900482228026654717e-07,
	                                 -9.9298272942317002539e-07, 4.5260625972231537039e-06,  -1.9681778105531670567e-05,
	                                 7.5995277030017761139e-05,  -0.00021503011930044477347, -0.00013871931833623122026,
	                                 1.0103004648645343977,      4.8499064014085844221};
	double w = -log((1 - x) * (1 + x));
	if (w < 6.25)
		return x * polynomial(central, G_N_ELEMENTS(central), w - 3.125);
	if (w < 16)
		return x * polynomial(outer, G_N_ELEMENTS(outer), sqrt(w) - 3.25);
	return x * (isfinite(w) ? polynomial(extreme, G_N_ELEMENTS(extreme), sqrt(w) - 5) : INFINITY);
}

static double quantile_normal(double p)
{
	return p < 0 || p > 1 ? NAN : M_SQRT2 * inverse_erf(2 * p - 1);
}

static double density_normal(double z)
{
	return exp(-0.5 * z * z) / SQRT_2_PI;
}

static ZnValue fn_samplenormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 0, &mean, &stdev);
	return zn_num(mean + next_normal(call) * stdev);
}

static ZnValue fn_densitynormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 1, &mean, &stdev);
	return zn_num(density_normal((zn_arg_num(call, 0) - mean) / stdev) / stdev);
}

static ZnValue fn_cumulativenormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 1, &mean, &stdev);
	return zn_num(cumulative_normal((zn_arg_num(call, 0) - mean) / stdev));
}

static ZnValue fn_quantilenormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 1, &mean, &stdev);
	return zn_num(mean + stdev * quantile_normal(zn_arg_num(call, 0)));
}

/* --- log-normal --- */

static ZnValue fn_samplelognormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 0, &mean, &stdev);
	return zn_num(exp(mean + next_normal(call) * stdev));
}

static ZnValue fn_densitylognormal(ZnCall *call)
{
	double mean, stdev, value = zn_arg_num(call, 0);
	if (value <= 0)
		return zn_num(0);
	normal_args(call, 1, &mean, &stdev);
	return zn_num(density_normal((log(value) - mean) / stdev) / (stdev * value));
}

static ZnValue fn_cumulativelognormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 1, &mean, &stdev);
	return zn_num(cumulative_normal((log(zn_arg_num(call, 0)) - mean) / stdev));
}

static ZnValue fn_quantilelognormal(ZnCall *call)
{
	double mean, stdev;
	normal_args(call, 1, &mean, &stdev);
	return zn_num(exp(mean + stdev * quantile_normal(zn_arg_num(call, 0))));
}

/* --- uniform --- */

/* The bounds from argument i on: one argument is the upper bound, none is [0, 1]. */
static void uniform_args(const ZnCall *call, size_t i, double *min, double *max)
{
	*max = zn_arg_num_or(call, i + 1, NAN);
	*min = zn_arg_num(call, i);
	ZnValue upper = zn_arg(call, i + 1);
	if (upper.type == ZN_UNDEFINED || upper.type == ZN_NULL) {
		*max = zn_arg_num_or(call, i, 1);
		*min = 0;
	}
}

static ZnValue fn_sampleuniform(ZnCall *call)
{
	double min, max;
	uniform_args(call, 0, &min, &max);
	return zn_num(min + (max - min) * next_random(call));
}

static ZnValue fn_densityuniform(ZnCall *call)
{
	double min, max, value = zn_arg_num(call, 0);
	uniform_args(call, 1, &min, &max);
	return zn_num(value >= min && value <= max ? 1 / (max - min) : 0);
}

static ZnValue fn_cumulativeuniform(ZnCall *call)
{
	double min, max, value = zn_arg_num(call, 0);
	uniform_args(call, 1, &min, &max);
	return zn_num(value < min ? 0 : value > max ? 1 : (value - min) / (max - min));
}

static ZnValue fn_quantileuniform(ZnCall *call)
{
	double min, max, p = zn_arg_num(call, 0);
	uniform_args(call, 1, &min, &max);
	return zn_num(p >= 0 && p <= 1 ? min + p * (max - min) : NAN);
}

const ZnFunction zn_functions_stat[] = {
    {"cumulativeLogNormal", 1, 3, fn_cumulativelognormal},
    {"cumulativeNormal", 1, 3, fn_cumulativenormal},
    {"cumulativeUniform", 1, 3, fn_cumulativeuniform},
    {"densityLogNormal", 1, 3, fn_densitylognormal},
    {"densityNormal", 1, 3, fn_densitynormal},
    {"densityUniform", 1, 3, fn_densityuniform},
    {"quantileLogNormal", 1, 3, fn_quantilelognormal},
    {"quantileNormal", 1, 3, fn_quantilenormal},
    {"quantileUniform", 1, 3, fn_quantileuniform},
    {"random", 0, 0, fn_random},
    {"sampleLogNormal", 0, 2, fn_samplelognormal},
    {"sampleNormal", 0, 2, fn_samplenormal},
    {"sampleUniform", 0, 2, fn_sampleuniform},
    {0},
};
