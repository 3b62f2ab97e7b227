/* The texts of tick labels (vega-scale tickFormat, vega-format's locale). */
#include "scale/tick_format.h"
#include "scale/ops.h"

#include <glib.h>
#include <math.h>
#include <string.h>

typedef enum { FORMAT_TEXT, FORMAT_NUMBER, FORMAT_PREFIX, FORMAT_TIME, FORMAT_TIME_MULTI } FormatKind;

struct ZnTickFormat {
	FormatKind kind;
	const ZnLocale *locale;
	ZnNumberFormat number;
	double reference; /* FORMAT_PREFIX: the number that chooses the SI prefix */
	const char *time; /* FORMAT_TIME: the specifier */
	ZnValue multi;    /* FORMAT_TIME_MULTI: an object of specifiers by unit, or undefined */
	bool utc;
	bool filtered; /* crowded log axes label only some ticks */
	ZnLogFilter filter;
};

static ZnTickFormat *format_new(ZnContext *context, FormatKind kind)
{
	ZnTickFormat *format = zn_new(context->arena, ZnTickFormat);
	format->kind = kind;
	format->locale = context->locale ? context->locale : zn_locale_lookup("en");
	return format;
}

static void set_time(ZnTickFormat *format, ZnValue specifier, bool utc)
{
	format->utc = utc;
	format->kind = zn_is_str(specifier) ? FORMAT_TIME : FORMAT_TIME_MULTI;
	if (zn_is_str(specifier))
		format->time = specifier.str;
	else
		format->multi = specifier;
}

/* Up to twelve digits, without the zeros at the end. */
static void set_float(ZnTickFormat *format, const char *specifier)
{
	format->kind = FORMAT_NUMBER;
	if (!zn_number_format_parse(specifier && *specifier ? specifier : ",", &format->number))
		zn_number_format_parse(",", &format->number);
	if (format->number.precision >= 0)
		return;
	format->number.precision = format->number.type == '%' ? 10 : format->number.type == 'e' ? 11 : 12;
	format->number.trim = true;
}

ZnTickFormat *zn_span_format(ZnContext *context, double start, double stop, double count, const char *specifier)
{
	ZnTickFormat *format = format_new(context, FORMAT_NUMBER);
	ZnNumberFormat given;
	/* d3 knows a specifier that is empty from one that is missing: ">" is what the former stands for. */
	format->number = zn_format_ticks(start, stop, count, specifier && !*specifier ? ">" : specifier);
	if (specifier && zn_number_format_parse(specifier, &given) && given.type == 's' && given.precision < 0) {
		format->kind = FORMAT_PREFIX;
		format->reference = fmax(fabs(start), fabs(stop));
	}
	return format;
}

static bool is_type(const char *format_type, const char *type)
{
	return format_type && strcmp(format_type, type) == 0;
}

ZnTickFormat *zn_scale_tick_format(const ZnScale *scale, ZnContext *context, ZnValue count, ZnValue specifier, const char *format_type,
                                   bool no_skip)
{
	ZnTickFormat *format = format_new(context, FORMAT_TEXT);
	const char *text = zn_is_str(specifier) ? specifier.str : NULL;
	if (scale->type == ZN_SCALE_TIME || is_type(format_type, "time")) {
		set_time(format, specifier, false);
	} else if (scale->type == ZN_SCALE_UTC || is_type(format_type, "utc")) {
		set_time(format, specifier, true);
	} else if (scale->type == ZN_SCALE_LOG) {
		set_float(format, text);
		format->filtered = !no_skip && !scale->bins;
		if (format->filtered)
			format->filter = zn_log_filter(scale, context->arena, count);
	} else if (scale->ops->span_format) {
		ZnTickCount parsed;
		zn_tick_count_parse(count, 10, &parsed);
		return zn_span_format(context, zn_scale_domain_first(scale), zn_scale_domain_last(scale), parsed.count, text);
	} else if (text && *text && zn_number_format_parse(text, &format->number)) {
		format->kind = FORMAT_NUMBER;
	}
	return format;
}

/* The unit that a multi-format names a time by: the largest at whose start it stands; weeks and quarters where they begin. */
static const char *multi_unit(double time, bool utc)
{
	static const struct {
		ZnInterval interval;
		const char *name;
	} SMALL[] = {{ZN_SECOND, "milliseconds"}, {ZN_MINUTE, "seconds"}, {ZN_HOUR, "minutes"}, {ZN_DAY, "hours"}};
	for (size_t i = 0; i < G_N_ELEMENTS(SMALL); i++)
		if (zn_interval_floor(SMALL[i].interval, 1, time, utc) < time)
			return SMALL[i].name;
	if (zn_interval_floor(ZN_MONTH, 1, time, utc) < time)
		return zn_interval_floor(ZN_WEEK, 1, time, utc) < time ? "date" : "week";
	if (zn_interval_floor(ZN_YEAR, 1, time, utc) < time)
		return zn_interval_floor(ZN_MONTH, 3, time, utc) < time ? "month" : "quarter";
	return "year";
}

static const char *time_multi(const ZnTickFormat *format, ZnArena *arena, double time)
{
	if (zn_is_obj(format->multi)) {
		const char *unit = multi_unit(time, format->utc);
		const char *specifier = zn_get_str(format->multi, unit, NULL);
		if (!specifier && strcmp(unit, "date") == 0)
			specifier = zn_get_str(format->multi, "day", NULL);
		if (specifier && *specifier)
			return zn_format_time(arena, format->locale, specifier, time, format->utc);
	}
	return zn_format_time_multi(arena, format->locale, time, format->utc);
}

const char *zn_tick_format_apply(const ZnTickFormat *format, ZnArena *arena, ZnValue value)
{
	double number = zn_to_num(value);
	bool timed = format->kind == FORMAT_TIME || format->kind == FORMAT_TIME_MULTI;
	if (format->kind == FORMAT_TEXT && zn_is_date(value))
		return zn_format_date_words(arena, number);
	if (format->kind == FORMAT_TEXT || (timed && isnan(number)))
		return zn_to_str(arena, value);
	if (format->filtered && !zn_log_filter_keeps(&format->filter, number))
		return "";
	switch (format->kind) {
	case FORMAT_PREFIX:
		return zn_format_number_prefix(arena, format->locale, &format->number, format->reference, number);
	case FORMAT_TIME:
		return zn_format_time(arena, format->locale, format->time, number, format->utc);
	case FORMAT_TIME_MULTI:
		return time_multi(format, arena, number);
	default:
		return zn_format_number(arena, format->locale, &format->number, number);
	}
}
