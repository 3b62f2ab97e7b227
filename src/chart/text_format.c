/* The text of a field: numbers, times, bins and words, formatted as Vega-Lite's text channel does, in the language of the output. */
#include "chart/encode.h"
#include "chart/guide_comp.h"

#include "format/catalog.h"

#include <math.h>
#include <string.h>

struct ZnTextFormat {
	enum { FORMAT_PLAIN, FORMAT_NUMBER, FORMAT_TIME, FORMAT_BIN } kind;
	const char *spec;
	bool utc;
	const char *function; /* a custom format type, with what it is given */
	ZnValue argument;
	ZnInst *inst;
	const ZnChart *chart;
};

static bool has_words(const char *text)
{
	for (; *text; text++)
		if (g_ascii_isalpha(*text) && g_ascii_isalpha(text[1]))
			return true;
	return false;
}

const char *zn_translate(const ZnChart *chart, const char *text)
{
	ZnContext *context = chart->context;
	if (!chart->options->translate)
		return text;
	const char *translated = zn_catalog_lookup(context->catalog, NULL, text);
	if (!translated && context->untranslated && has_words(text))
		zn_object_set(context->arena, context->untranslated, text, zn_bool(true));
	return translated ? translated : text;
}

static bool time_format(const ZnChannelDef *def, const char *type)
{
	if (type)
		return !strcmp(type, "time") || !strcmp(type, "utc");
	return def->type == ZN_TEMPORAL || (def->is_field && def->has_time_unit);
}

const ZnTextFormat *zn_text_format_new(ZnEncode *e, const ZnChannelDef *def)
{
	ZnArena *arena = e->unit->chart->context->arena;
	ZnTextFormat *format = zn_new(arena, ZnTextFormat);
	ZnValue spec = zn_inst_value(e->unit, def->format, def->pointer), type = def->format_type;
	const char *type_name = zn_is_str(type) ? type.str : NULL;
	format->chart = e->unit->chart;
	format->inst = e->unit;
	format->argument = spec;
	format->function = zn_custom_format(e->unit, def, type, &format->argument);
	format->spec = zn_is_str(spec) ? spec.str : NULL;
	if (time_format(def, type_name)) {
		format->kind = FORMAT_TIME;
		format->utc = (type_name && !strcmp(type_name, "utc")) || (def->has_time_unit && def->time_unit.utc) || zn_is_string(zn_get(def->scale, "type"), "utc");
		if (!format->spec)
			format->spec = def->has_time_unit && def->time_unit.units ? zn_time_unit_specifier(arena, &def->time_unit) : zn_get_str(e->view->config, "timeFormat", "%b %d, %Y");
		return format;
	}
	bool normalized = e->view->stack.offset == ZN_STACK_NORMALIZE && zn_is_string(def->stack, "normalize");
	if (!format->spec && (def->type == ZN_QUANTITATIVE || normalized))
		format->spec = zn_get_str(e->view->config, normalized ? "normalizedNumberFormat" : "numberFormat", "");
	format->kind = def->is_field && def->bin == ZN_BIN_BINNING ? FORMAT_BIN : format->spec ? FORMAT_NUMBER : FORMAT_PLAIN;
	return format;
}

const char *zn_text_format_apply(const ZnTextFormat *format, ZnContext *context, ZnValue value, ZnValue end)
{
	double num = zn_to_num(value);
	if (format->function && format->kind != FORMAT_BIN)
		return zn_custom_format_text(format->inst, format->function, value, format->argument);
	switch (format->kind) {
	case FORMAT_TIME:
		return zn_is_nullish(value) ? NULL : zn_format_time(context->arena, context->locale, format->spec, num, format->utc);
	case FORMAT_NUMBER:
		if (zn_is_nullish(value))
			return zn_is_null(value) ? zn_format_number_text(context->arena, context->locale, format->spec, 0) : "NaN";
		return zn_format_number_text(context->arena, context->locale, format->spec, num);
	case FORMAT_BIN:
		if (zn_is_nullish(value) || isnan(num))
			return "null";
		return zn_arena_printf(context->arena, "%s – %s", zn_format_number_text(context->arena, context->locale, format->spec ? format->spec : "", num),
							   zn_format_number_text(context->arena, context->locale, format->spec ? format->spec : "", zn_to_num(end)));
	default:
		if (zn_is_date(value))
			return zn_format_date_words(context->arena, value.num);
		return zn_translate(format->chart, zn_to_str(context->arena, value));
	}
}
