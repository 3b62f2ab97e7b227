/* Titles that a chart makes of its fields, in the language of the output: Vega-Lite's "Mean of x" is English. */
#include "chart/encode.h"

#include "format/catalog.h"
#include "format/format.h"

#include <string.h>

typedef struct Words {
	const char *lang, *count, *binned, *max_of, *min_of, *time_units; /* patterns; %s = the field */
	const char *unit_gap;
	const char *units[11]; /* in the order of `units` below */
	struct {
		const char *op, *pattern;
	} ops[20];
} Words;

static const unsigned units[] = {ZN_UNIT_YEAR, ZN_UNIT_QUARTER, ZN_UNIT_MONTH,   ZN_UNIT_WEEK,    ZN_UNIT_DAY,         ZN_UNIT_DATE,
                                 ZN_UNIT_DAYOFYEAR, ZN_UNIT_HOURS, ZN_UNIT_MINUTES, ZN_UNIT_SECONDS, ZN_UNIT_MILLISECONDS};

/* clang-format off */
static const Words languages[] = {
	{
		.lang = "zh", .count = "记录数", .binned = "%s（分组）", .max_of = "%2$s最大时的%1$s", .min_of = "%2$s最小时的%1$s",
		.time_units = "%s（%s）", .unit_gap = "",
		.units = {"年", "季度", "月", "周", "星期", "日", "年内日序", "时", "分", "秒", "毫秒"},
		.ops = {
			{"sum", "%s合计"}, {"mean", "%s平均值"}, {"average", "%s平均值"}, {"median", "%s中位数"}, {"min", "%s最小值"}, {"max", "%s最大值"},
			{"distinct", "%s不同值个数"}, {"valid", "%s有效值个数"}, {"missing", "%s缺失值个数"}, {"product", "%s乘积"}, {"stdev", "%s标准差"},
			{"stdevp", "%s总体标准差"}, {"variance", "%s方差"}, {"variancep", "%s总体方差"}, {"stderr", "%s标准误"},
			{"q1", "%s下四分位数"}, {"q3", "%s上四分位数"}, {"ci0", "%s置信下限"}, {"ci1", "%s置信上限"},
		},
	},
	{
		.lang = "ru", .count = "Число записей", .binned = "%s (интервалы)", .max_of = "%1$s при наибольшем %2$s", .min_of = "%1$s при наименьшем %2$s",
		.time_units = "%s (%s)", .unit_gap = ", ",
		.units = {"год", "квартал", "месяц", "неделя", "день недели", "число", "день года", "час", "минута", "секунда", "миллисекунда"},
		.ops = {
			{"sum", "%s, сумма"}, {"mean", "%s, среднее"}, {"average", "%s, среднее"}, {"median", "%s, медиана"}, {"min", "%s, минимум"}, {"max", "%s, максимум"},
			{"distinct", "%s, число разных значений"}, {"valid", "%s, число значений"}, {"missing", "%s, число пропусков"}, {"product", "%s, произведение"},
			{"stdev", "%s, стандартное отклонение"}, {"stdevp", "%s, стандартное отклонение"}, {"variance", "%s, дисперсия"},
			{"variancep", "%s, дисперсия"}, {"stderr", "%s, стандартная ошибка"}, {"q1", "%s, нижний квартиль"}, {"q3", "%s, верхний квартиль"},
			{"ci0", "%s, нижняя граница доверительного интервала"}, {"ci1", "%s, верхняя граница доверительного интервала"},
		},
	},
};
/* clang-format on */

static const Words *words_of(const ZnChart *chart)
{
	const char *lang = zn_locale_lang(chart->context->locale);
	for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
		if (!strncmp(lang, languages[i].lang, 2))
			return &languages[i];
	}
	return NULL;
}

static const char *fill(const ZnChart *chart, const char *pattern, const char *field, const char *more)
{
	return zn_arena_printf(chart->context->arena, pattern, field, more);
}

static const char *unit_names(const ZnChart *chart, const Words *words, const ZnTimeUnit *unit)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (unit->units & units[i])
			g_string_append_printf(text, "%s%s", text->len ? words->unit_gap : "", words->units[i]);
	}
	return zn_arena_strdup(chart->context->arena, text->str);
}

static const char *op_pattern(const Words *words, const char *op)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words->ops) && words->ops[i].op; i++) {
		if (!strcmp(words->ops[i].op, op))
			return words->ops[i].pattern;
	}
	return NULL;
}

const char *zn_default_title(const ZnChart *chart, const ZnChannelDef *def, ZnValue config)
{
	const char *english = zn_channel_def_title(chart->context->arena, def, config), *op = def->aggregate;
	const Words *words = words_of(chart);
	if (!words || strcmp(zn_get_str(config, "fieldTitle", "verbal"), "verbal") || zn_catalog_lookup(chart->context->catalog, NULL, english))
		return english;
	if (op && !strcmp(op, "count")) /* or what the config has */
		return strcmp(english, "Count of Records") ? english : words->count;
	if (!def->field || !strcmp(english, def->field))
		return english;
	const char *field = zn_translate(chart, def->field);
	if (def->bin == ZN_BIN_BINNING)
		return fill(chart, words->binned, field, "");
	if (def->has_time_unit && !def->time_unit.binned && def->time_unit.units)
		return fill(chart, words->time_units, field, unit_names(chart, words, &def->time_unit));
	if (def->arg_field)
		return fill(chart, !strcmp(op, "argmax") ? words->max_of : words->min_of, field, zn_translate(chart, def->arg_field));
	const char *pattern = op ? op_pattern(words, op) : NULL;
	return pattern ? fill(chart, pattern, field, "") : english;
}
