/* From what the spec says of the domain to the domain (vega-encode Scale: configureDomain, configureBins). */
#include "scale/ops.h"

#include <glib.h>
#include <math.h>

typedef struct Domain {
	ZnValue *items;
	size_t n;
} Domain;

/* `last` is where the last value stands; where there is none yet, the middle takes that place. */
static void insert_middle(Domain *domain, double middle, size_t last, ZnContext *context, ZnPlace place)
{
	size_t at = last;
	if (middle > zn_to_num(domain->items[last]))
		at = last + 1;
	else if (middle < zn_to_num(domain->items[0]))
		at = 0;
	if (at != last)
		zn_warning(context->diags, place, NULL, "The domain's middle %g lies outside of the domain", middle);
	for (size_t i = domain->n; i > at; i--)
		domain->items[i] = domain->items[i - 1];
	domain->items[at] = zn_num(middle);
	domain->n++;
}

/* Zero, minimum, maximum, middle. Space for two more items is there. */
static void apply_ends(Domain *domain, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec)
{
	bool ends = !isnan(spec->domain_min) || !isnan(spec->domain_max);
	if (!spec->zero && !ends && isnan(spec->domain_mid))
		return;
	size_t last = domain->n > 1 ? domain->n - 1 : 1;
	if (spec->zero) {
		if (zn_to_num(domain->items[0]) > 0)
			domain->items[0] = zn_num(0);
		if (domain->n > last && zn_to_num(domain->items[last]) < 0)
			domain->items[last] = zn_num(0);
	}
	if (!isnan(spec->domain_min))
		domain->items[0] = zn_num(spec->domain_min);
	if (!isnan(spec->domain_max)) {
		domain->items[last] = zn_num(spec->domain_max);
		domain->n = MAX(domain->n, last + 1);
	}
	if (!isnan(spec->domain_mid))
		insert_middle(domain, spec->domain_mid, last, context, place);
}

/* Extends the domain so that `padding` px stay free at both ends of the range (vega-util zoom about the middle). */
static void apply_padding(const ZnScale *scale, Domain *domain, const ZnScaleSpec *spec)
{
	if (spec->n_range < 2 || !(spec->padding != 0) || isnan(spec->padding))
		return;
	double lo = zn_to_num(domain->items[0]), hi = zn_to_num(domain->items[domain->n - 1]);
	double span = fabs(zn_to_num(spec->range[spec->n_range - 1]) - zn_to_num(spec->range[0]));
	double factor = span / (span - 2 * spec->padding);
	if (lo == hi || !(factor > 0) || isinf(factor))
		return;
	/* The transforms look at the domain's sign and need it in place. */
	ZnScale probe = *scale;
	probe.domain = domain->items;
	probe.n_domain = domain->n;
	double a = scale->ops->transform(&probe, lo), b = scale->ops->transform(&probe, hi), middle = (a + b) / 2;
	domain->items[0] = zn_num(scale->ops->untransform(&probe, middle + (a - middle) * factor));
	domain->items[domain->n - 1] = zn_num(scale->ops->untransform(&probe, middle + (b - middle) * factor));
}

/* A log domain must lie on one side of zero; else nothing has a place, and nothing is drawn, as in Vega. */
static void check_log(const Domain *domain, ZnContext *context, ZnPlace place)
{
	bool above = false, below = false;
	for (size_t i = 0; i < domain->n; i++) {
		double x = zn_to_num(domain->items[i]);
		above |= x > 0 || x == 0;
		below |= x < 0 || x == 0;
	}
	if (above && below)
		zn_warning(context->diags, place, "use a symlog scale, or set domainMin above zero", "the domain of a log scale includes zero: marks have no place on it");
}

static bool apply_nice(ZnScale *scale, ZnContext *context, ZnPlace place, ZnValue nice)
{
	if (!zn_truthy(nice) || !scale->ops->nice || !scale->n_domain)
		return true;
	ZnTickCount count;
	if (!zn_tick_count_parse(nice, 10, &count)) {
		zn_error(context->diags, place, "for example \"month\" or {\"interval\": \"week\", \"step\": 2}",
		         "The scale's nice should be true, false, a number or a time interval");
		return false;
	}
	if (count.by_interval && scale->type != ZN_SCALE_TIME && scale->type != ZN_SCALE_UTC) {
		zn_error(context->diags, place, NULL, "Only time and utc scales can be nice by an interval of time");
		return false;
	}
	scale->ops->nice(scale, &count);
	return true;
}

static bool bins_by_step(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec)
{
	double step = spec->bin_step, lo = zn_scale_domain_first(scale), hi = zn_scale_domain_last(scale);
	double start = isnan(spec->bin_start) ? lo : spec->bin_start, stop = isnan(spec->bin_stop) ? hi : spec->bin_stop;
	if (!(fabs(step) > 0)) {
		zn_error(context->diags, place, NULL, "The scale's bins need a step other than zero");
		return false;
	}
	if (start < lo)
		start = step * ceil(lo / step);
	if (stop > hi)
		stop = step * floor(hi / step);
	double n = ceil((stop + step / 2 - start) / step);
	if (n > 2 * ZN_MOST_TICKS) {
		zn_error(context->diags, place, "a larger step", "The scale's bins are too many: %.0f, the limit is %d", n, 2 * ZN_MOST_TICKS);
		return false;
	}
	scale->n_bins = n > 0 ? (size_t)n : 0;
	double *bins = zn_new_n(scale->arena, double, scale->n_bins);
	for (size_t i = 0; i < scale->n_bins; i++)
		bins[i] = start + (double)i * step;
	scale->bins = bins;
	return true;
}

static ZnValue *numbers_to_values(ZnArena *arena, const double *numbers, size_t n)
{
	ZnValue *values = zn_new_n(arena, ZnValue, n);
	for (size_t i = 0; i < n; i++)
		values[i] = zn_num(numbers[i]);
	return values;
}

static bool configure_bins(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, size_t *cardinality)
{
	if (spec->bins_step) {
		if (!bins_by_step(scale, context, place, spec))
			return false;
	} else if (spec->bins) {
		scale->bins = spec->bins;
		scale->n_bins = spec->n_bins;
	}
	if (scale->type != ZN_SCALE_BIN_ORDINAL)
		return true;
	/* The domain of a bin-ordinal scale and its bins are one thing. */
	if (!scale->bins) {
		double *bins = zn_new_n(scale->arena, double, scale->n_domain);
		for (size_t i = 0; i < scale->n_domain; i++)
			bins[i] = scale->domain[i].num;
		scale->bins = bins;
		scale->n_bins = scale->n_domain;
	} else if (!spec->n_domain) {
		scale->ops->adopt(scale, numbers_to_values(scale->arena, scale->bins, scale->n_bins), scale->n_bins);
		*cardinality = scale->n_bins;
	}
	return true;
}

bool zn_scale_configure_domain(ZnScale *scale, ZnContext *context, ZnPlace place, const ZnScaleSpec *spec, size_t *cardinality)
{
	bool continuous = zn_scale_type_continuous(scale->type) && scale->type != ZN_SCALE_IDENTITY;
	Domain domain = {zn_new_n(scale->arena, ZnValue, spec->n_domain + 3), spec->n_domain};
	for (size_t i = 0; i < spec->n_domain; i++)
		domain.items[i] = spec->domain[i];
	if (!domain.n && (continuous || scale->type == ZN_SCALE_QUANTIZE))
		domain.n = 2; /* no data: an undefined extent, as Vega has it */
	if (domain.n && !zn_scale_type_discrete(scale->type))
		apply_ends(&domain, context, place, spec);
	if (continuous && domain.n)
		apply_padding(scale, &domain, spec);
	if (scale->type == ZN_SCALE_LOG)
		check_log(&domain, context, place);
	scale->ops->adopt(scale, domain.items, domain.n);
	*cardinality = spec->n_domain ? domain.n : 0;
	return apply_nice(scale, context, place, spec->nice) && configure_bins(scale, context, place, spec, cardinality);
}
