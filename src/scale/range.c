/* From what the spec says of the range to the range (vega-encode Scale: configureRange, configureScheme). */
#include "scale/ops.h"
#include "scale/schemes.h"

#include <glib.h>
#include <math.h>

#define DEFAULT_COUNT 5
#define MOST_COLORS 4096 /* that a scheme's count may ask for */

/* A scheme as the spec gives it: a list of colours to take one by one, or a ramp to take samples of. */
typedef struct Scheme {
	ZnValue *colors;
	size_t n;
	ZnRamp *ramp;
	size_t count;    /* asked for by {"count"} or the name; 0 = not */
	bool by_name;    /* "blues-5" */
	double from, to; /* the part of the ramp to use: all of it for a list of colours */
} Scheme;

static ZnRamp *ramp_of(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnValue *values, size_t n, const ZnMixer *mixer)
{
	ZnColor *colors = zn_new_n(scale->arena, ZnColor, n);
	for (size_t i = 0; i < n; i++) {
		if (!zn_is_str(values[i]) || !zn_color_parse(values[i].str, &colors[i])) {
			zn_error(context->diags, place, "a CSS colour such as \"steelblue\" or \"#4682b4\"", "“%s” is not a colour",
			         zn_to_str(context->arena, values[i]));
			return NULL;
		}
	}
	return zn_ramp_new(scale->arena, colors, n, mixer);
}

static bool named_scheme(ZnScale *scale, ZnContext *context, ZnPlace place, const char *name, Scheme *out)
{
	const ZnScheme *scheme = zn_scheme_lookup(name, &out->count);
	if (!scheme) {
		zn_error(context->diags, place, zn_did_you_mean(context->arena, name, zn_scheme_names()), "There is no colour scheme “%s”", name);
		return false;
	}
	if (!scheme->categorical) {
		out->ramp = zn_scheme_ramp(scale->arena, scheme);
		out->by_name = out->count > 0;
		return true;
	}
	out->n = zn_scheme_len(scheme);
	out->colors = zn_new_n(scale->arena, ZnValue, out->n);
	for (size_t i = 0; i < out->n; i++) {
		char hex[8];
		out->colors[i] = zn_str_copy(scale->arena, zn_color_hex(zn_scheme_color(scheme, i), hex), 7);
	}
	return true;
}

/* Name, list of colours, or an object with one of them and extent, count. */
static bool resolve_scheme(ZnScale *scale, ZnContext *context, ZnPlace place, ZnValue given, const ZnMixer *mixer, Scheme *out)
{
	*out = (Scheme){.to = 1};
	ZnValue name = zn_is_obj(given) ? zn_get(given, zn_has(given, "name") ? "name" : "scheme") : given;
	if (zn_is_arr(name) && zn_len(name))
		out->ramp = ramp_of(scale, context, place, name.arr->items, name.arr->n, mixer);
	else if (!zn_is_str(name))
		zn_error(context->diags, place, NULL, "A colour scheme should be a name or a list of colours");
	else
		named_scheme(scale, context, place, name.str, out);
	if (!out->ramp && !out->colors)
		return false;
	double count = zn_get_num(given, "count", 0);
	if (count >= 1)
		out->count = (size_t)MIN(count, MOST_COLORS);
	ZnValue extent = zn_get(given, "extent");
	if (out->ramp && zn_len(extent) >= 2) {
		out->from = zn_to_num(zn_at(extent, 0));
		out->to = zn_to_num(zn_at(extent, zn_len(extent) - 1));
	}
	return true;
}

/* How many colours a scale takes from a ramp. */
static size_t sample_count(const ZnScale *scale, const Scheme *scheme, size_t cardinality)
{
	switch (scale->type) {
	case ZN_SCALE_THRESHOLD:
		return cardinality + 1;
	case ZN_SCALE_BIN_ORDINAL:
		return cardinality > 1 ? cardinality - 1 : 0;
	case ZN_SCALE_ORDINAL:
		return scheme->count ? scheme->count : cardinality ? cardinality : DEFAULT_COUNT;
	case ZN_SCALE_QUANTILE:
	case ZN_SCALE_QUANTIZE:
		return scheme->count ? scheme->count : DEFAULT_COUNT;
	default:
		return cardinality;
	}
}

/* Inner samples: neither end of the ramp is among them (vega-scale quantizeInterpolator). */
static void take_samples(ZnScale *scale, const ZnRamp *ramp, size_t n)
{
	scale->range = zn_new_n(scale->arena, ZnValue, n);
	scale->n_range = n;
	for (size_t i = 0; i < n; i++)
		scale->range[i] = zn_color_value(scale->arena, zn_ramp_at(ramp, (double)(i + 1) / (double)(n + 1)));
}

static void reverse_range(ZnScale *scale)
{
	for (size_t i = 0, j = scale->n_range; i + 1 < j; i++) {
		ZnValue swapped = scale->range[i];
		scale->range[i] = scale->range[--j];
		scale->range[j] = swapped;
	}
}

/* Is the scale one of d3's sequential or diverging ones: a ramp over a domain of two or three values? */
static bool is_interpolating(const ZnScale *scale, const ZnScaleSpec *spec, size_t cardinality)
{
	bool continuous = zn_scale_type_continuous(scale->type) && scale->type != ZN_SCALE_IDENTITY && scale->type != ZN_SCALE_TIME &&
	                  scale->type != ZN_SCALE_UTC;
	/* Without data too, so that the legend of an empty chart has its colours. */
	if (!continuous || (cardinality != 0 && cardinality != 2 && cardinality != 3))
		return false;
	if (!zn_is_nullish(spec->scheme))
		return true;
	for (size_t i = 0; i < spec->n_range; i++)
		if (!zn_is_str(spec->range[i]))
			return false;
	return spec->n_range > 0;
}

static void set_ramp(ZnScale *scale, ZnRamp *ramp, size_t cardinality)
{
	size_t n = cardinality == 3 ? 3 : 2;
	scale->ramp = ramp;
	scale->color = true;
	scale->range = zn_new_n(scale->arena, ZnValue, n);
	scale->n_range = n;
	for (size_t i = 0; i < n; i++)
		scale->range[i] = zn_color_value(scale->arena, zn_ramp_at(ramp, (double)i / (double)(n - 1)));
}

/* Continuous scales without a ramp mix numbers, colours, dates or arrays of them. */
static bool check_mixable(ZnScale *scale, ZnContext *context, ZnPlace place)
{
	size_t colors = 0;
	for (size_t i = 0; i < scale->n_range; i++) {
		ZnColor color;
		if (!zn_is_str(scale->range[i]))
			continue;
		if (!zn_color_parse(scale->range[i].str, &color)) {
			zn_error(context->diags, place, "numbers or colours", "The range of a %s scale cannot hold “%s”",
			         zn_scale_type_name(scale->type), scale->range[i].str);
			return false;
		}
		colors++;
	}
	scale->color = colors && colors == scale->n_range;
	return true;
}

static void copy_range(ZnScale *scale, const ZnValue *values, size_t n)
{
	scale->range = zn_new_n(scale->arena, ZnValue, n);
	scale->n_range = n;
	for (size_t i = 0; i < n; i++)
		scale->range[i] = values[i];
}

/* What a family has when the spec says nothing: none for those that pick from a list. */
static void default_range(ZnScale *scale)
{
	static const ZnValue UNIT[] = {{.type = ZN_NUMBER, .num = 0}, {.type = ZN_NUMBER, .num = 1}};
	bool list = scale->type == ZN_SCALE_ORDINAL || scale->type == ZN_SCALE_QUANTILE || scale->type == ZN_SCALE_BIN_ORDINAL;
	copy_range(scale, UNIT, list ? 0 : 2);
}

static bool scheme_range(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, const ZnMixer *mixer,
                         size_t cardinality)
{
	Scheme scheme;
	if (!resolve_scheme(scale, context, place, spec->scheme, mixer, &scheme))
		return false;
	if (is_interpolating(scale, spec, cardinality)) {
		ZnRamp *ramp = scheme.ramp ? scheme.ramp : ramp_of(scale, context, place, scheme.colors, scheme.n, mixer);
		if (scheme.ramp && scheme.by_name) { /* "blues-5": through so many of its colours; {"count": 5} is for discrete scales */
			take_samples(scale, ramp, scheme.count);
			ramp = ramp_of(scale, context, place, scale->range, scale->n_range, mixer);
		}
		set_ramp(scale, zn_ramp_part(scale->arena, ramp, spec->reverse ? scheme.to : scheme.from, spec->reverse ? scheme.from : scheme.to),
		         cardinality);
		return true;
	}
	size_t n = sample_count(scale, &scheme, cardinality);
	if (scheme.ramp)
		take_samples(scale, zn_ramp_part(scale->arena, scheme.ramp, scheme.from, scheme.to), n);
	else
		copy_range(scale, scheme.colors, scale->type == ZN_SCALE_ORDINAL ? scheme.n : MIN(n, scheme.n));
	if (spec->reverse)
		reverse_range(scale);
	return true;
}

bool zn_scale_configure_range(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, const ZnMixer *mixer,
                              size_t cardinality)
{
	if (!zn_is_nullish(spec->scheme)) {
		if (!scheme_range(scale, context, place, spec, mixer, cardinality))
			return false;
	} else if (!spec->n_range) {
		default_range(scale);
	} else {
		copy_range(scale, spec->range, spec->n_range);
		if (spec->reverse)
			reverse_range(scale);
		if (is_interpolating(scale, spec, cardinality)) {
			ZnRamp *ramp = ramp_of(scale, context, place, scale->range, scale->n_range, mixer);
			if (!ramp)
				return false;
			set_ramp(scale, ramp, cardinality);
		}
	}
	bool continuous = zn_scale_type_continuous(scale->type) && scale->type != ZN_SCALE_IDENTITY;
	return !continuous || scale->ramp || check_mixable(scale, context, place);
}
