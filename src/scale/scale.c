#include "scale/ops.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static const struct {
	const char *name;
	const ZnScaleOps *ops;
	bool continuous, discrete, discretizing;
} TYPES[ZN_SCALE_N_TYPES] = {
	[ZN_SCALE_LINEAR] = {"linear", &zn_scale_linear_ops, .continuous = true},
	[ZN_SCALE_LOG] = {"log", &zn_scale_log_ops, .continuous = true},
	[ZN_SCALE_POW] = {"pow", &zn_scale_pow_ops, .continuous = true},
	[ZN_SCALE_SQRT] = {"sqrt", &zn_scale_pow_ops, .continuous = true},
	[ZN_SCALE_SYMLOG] = {"symlog", &zn_scale_symlog_ops, .continuous = true},
	[ZN_SCALE_IDENTITY] = {"identity", &zn_scale_identity_ops, .continuous = true},
	[ZN_SCALE_TIME] = {"time", &zn_scale_time_ops, .continuous = true},
	[ZN_SCALE_UTC] = {"utc", &zn_scale_time_ops, .continuous = true},
	[ZN_SCALE_ORDINAL] = {"ordinal", &zn_scale_ordinal_ops, .discrete = true},
	[ZN_SCALE_BAND] = {"band", &zn_scale_band_ops, .discrete = true},
	[ZN_SCALE_POINT] = {"point", &zn_scale_band_ops, .discrete = true},
	[ZN_SCALE_BIN_ORDINAL] = {"bin-ordinal", &zn_scale_bin_ordinal_ops, .discretizing = true},
	[ZN_SCALE_QUANTILE] = {"quantile", &zn_scale_quantile_ops, .discretizing = true},
	[ZN_SCALE_QUANTIZE] = {"quantize", &zn_scale_quantize_ops, .discretizing = true},
	[ZN_SCALE_THRESHOLD] = {"threshold", &zn_scale_threshold_ops, .discretizing = true},
};

bool zn_scale_type_parse(const char *name, ZnScaleType *out)
{
	for (int i = 0; name && i < ZN_SCALE_N_TYPES; i++) {
		if (strcmp(name, TYPES[i].name) == 0) {
			*out = (ZnScaleType)i;
			return true;
		}
	}
	return false;
}

const char *zn_scale_type_name(ZnScaleType type)
{
	return TYPES[type].name;
}

bool zn_scale_type_continuous(ZnScaleType type)
{
	return TYPES[type].continuous;
}

bool zn_scale_type_discrete(ZnScaleType type)
{
	return TYPES[type].discrete;
}

bool zn_scale_type_discretizing(ZnScaleType type)
{
	return TYPES[type].discretizing;
}

/* Between 0 and 1; `fallback` when not given. */
static double fraction_or(double x, double fallback)
{
	return isnan(x) ? fallback : CLAMP(x, 0, 1);
}

static void set_band_paddings(ZnScale *scale, const ZnScaleSpec *spec)
{
	bool discrete = scale->type == ZN_SCALE_BAND || scale->type == ZN_SCALE_POINT;
	double padding = discrete ? fraction_or(spec->padding, 0) : 0;
	scale->padding_inner = scale->type == ZN_SCALE_POINT ? 1 : fraction_or(spec->padding_inner, padding);
	scale->padding_outer = fraction_or(spec->padding_outer, padding);
	scale->align = fraction_or(spec->align, 0.5);
}

ZnScale *zn_scale_new(ZnContext *context, ZnPlace place, const ZnScaleSpec *spec)
{
	ZnMixer mixer;
	if (!zn_mixer_parse(spec->interpolate, &mixer)) {
		const char *name = zn_get_str(spec->interpolate, "type", zn_to_str(context->arena, spec->interpolate));
		zn_error(context->diags, place, zn_did_you_mean(context->arena, name, ZN_MIXER_NAMES), "“%s” is not a colour interpolation", name);
		return NULL;
	}
	ZnScale *scale = zn_new(context->arena, ZnScale);
	*scale = (ZnScale){
		.type = spec->type,
		.ops = TYPES[spec->type].ops,
		.arena = context->arena,
		.clamp = spec->clamp,
		.round = spec->round,
		.reverse_range = spec->reverse,
		.base = spec->base > 0 ? spec->base : 10,
		.exponent = spec->type == ZN_SCALE_SQRT                     ? 0.5
	                : spec->exponent != 0 && !isnan(spec->exponent) ? spec->exponent
	                                                                : 1,
		.constant = spec->constant != 0 && !isnan(spec->constant) ? spec->constant : 1,
	};
	set_band_paddings(scale, spec);
	size_t cardinality;
	if (!zn_scale_configure_domain(scale, context, place, spec, &cardinality) ||
		!zn_scale_configure_range(scale, context, place, spec, &mixer, cardinality))
		return NULL;
	if (scale->ops->build)
		scale->ops->build(scale, &mixer);
	return scale;
}

/* --- asking --- */

ZnValue zn_scale_map(const ZnScale *scale, ZnValue value)
{
	return scale->ops->map(scale, value);
}

double zn_scale_num(const ZnScale *scale, ZnValue value)
{
	ZnValue mapped = zn_scale_map(scale, value);
	return zn_is_num(mapped) ? mapped.num : zn_to_num(mapped);
}

bool zn_scale_color(const ZnScale *scale, ZnValue value, ZnColor *out)
{
	/* Without a detour over text where the scale mixes colours itself. */
	if (scale->color)
		return zn_continuous_color(scale, value, out);
	ZnValue mapped = zn_scale_map(scale, value);
	return zn_is_str(mapped) && zn_color_parse(mapped.str, out);
}

ZnValue zn_scale_invert(const ZnScale *scale, double range_value)
{
	return scale->ops->invert ? scale->ops->invert(scale, range_value) : zn_undefined();
}

/* --- what families share --- */

double zn_scale_number(ZnValue value)
{
	return zn_is_num(value) || zn_is_date(value) ? value.num : zn_is_nullish(value) ? NAN : zn_to_num(value);
}

void zn_scale_adopt_numbers(ZnScale *scale, const ZnValue *domain, size_t n)
{
	ZnValue *numbers = zn_new_n(scale->arena, ZnValue, n);
	for (size_t i = 0; i < n; i++)
		numbers[i] = zn_num(zn_to_num(domain[i]));
	scale->domain = numbers;
	scale->n_domain = n;
}

double zn_scale_domain_first(const ZnScale *scale)
{
	return scale->n_domain ? zn_to_num(scale->domain[0]) : NAN;
}

double zn_scale_domain_last(const ZnScale *scale)
{
	return scale->n_domain ? zn_to_num(scale->domain[scale->n_domain - 1]) : NAN;
}

size_t zn_bisect_right(const double *numbers, size_t lo, size_t hi, double x)
{
	if (isnan(x))
		return hi;
	while (lo < hi) {
		size_t middle = lo + (hi - lo) / 2;
		if (numbers[middle] <= x)
			lo = middle + 1;
		else
			hi = middle;
	}
	return lo;
}
