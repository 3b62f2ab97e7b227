#include "chart/alt_text.h"

#include <string.h>

static const ZnAltWords languages[] = {
    {
        .lang = "en",
        .by = "%s by %s",
        .colon = ": ",
        .stop = ".",
        .comma = ", ",
        .semicolon = "; ",
        .from_to = "from %s (%s) to %s (%s)",
        .from_to_in = "from %s in %s to %s in %s",
        .from_to_years = "from %s in %s to %s in %s",
        .title = ": ",
        .name = "%s ",
        .one_value = "%s (%s)",
        .rising = "rising throughout",
        .falling = "falling throughout",
        .rising_yearly = "rising every year",
        .falling_yearly = "falling every year",
        .level = "always the same",
        .lowest = "lowest %s (%s)",
        .highest = "highest %s (%s)",
        .values = {"%zu value", "%zu values", "%zu values"},
        .series = {"%zu series", "%zu series", "%zu series"},
        .more = {"%zu more", "%zu more", "%zu more"},
        .points = {"%zu point", "%zu points", "%zu points"},
        .range = "%s from %s to %s",
        .panels = {"%zu panel", "%zu panels; the first one", "%zu panels; the first one"},
    },
    {
        .lang = "ru",
        .by = "%s (категории: %s)",
        .colon = ": ",
        .stop = ".",
        .comma = ", ",
        .semicolon = "; ",
        .from_to = "от %s (%s) до %s (%s)",
        .from_to_in = "от %s (%s) до %s (%s)",
        .from_to_years = "от %s в %s г. до %s в %s г.",
        .title = ". ",
        .name = "%s — ",
        .one_value = "%s (%s)",
        .rising = "непрерывный рост",
        .falling = "непрерывное снижение",
        .rising_yearly = "рост каждый год",
        .falling_yearly = "снижение каждый год",
        .level = "без изменений",
        .lowest = "минимум %s (%s)",
        .highest = "максимум %s (%s)",
        .values = {"%zu значение", "%zu значения", "%zu значений"},
        .series = {"%zu ряд", "%zu ряда", "%zu рядов"},
        .more = {"и ещё %zu ряд", "и ещё %zu ряда", "и ещё %zu рядов"},
        .points = {"%zu точка", "%zu точки", "%zu точек"},
        .range = "%s — от %s до %s",
        .panels = {"%zu панель, первая", "%zu панели, первая", "%zu панелей, первая"},
    },
    {
        .lang = "zh",
        .by = "%s（按%s）",
        .colon = "：",
        .stop = "。",
        .comma = "，",
        .semicolon = "；",
        .from_to = "从%s（%s）到%s（%s）",
        .from_to_in = "从%s（%s）到%s（%s）",
        .from_to_years = "从%2$s年的%1$s到%4$s年的%3$s",
        .title = "：",
        .name = "%s",
        .one_value = "%s（%s）",
        .rising = "持续上升",
        .falling = "持续下降",
        .rising_yearly = "逐年上升",
        .falling_yearly = "逐年下降",
        .level = "保持不变",
        .lowest = "最低%s（%s）",
        .highest = "最高%s（%s）",
        .values = {"共%zu个值", "共%zu个值", "共%zu个值"},
        .series = {"共%zu个系列", "共%zu个系列", "共%zu个系列"},
        .more = {"另有%zu个系列", "另有%zu个系列", "另有%zu个系列"},
        .points = {"共%zu个点", "共%zu个点", "共%zu个点"},
        .range = "%s从%s到%s",
        .panels = {"共%zu个分图，其中第一个", "共%zu个分图，其中第一个", "共%zu个分图，其中第一个"},
    },
};

typedef struct MarkName {
	const char *mark, *en, *ru, *zh;
} MarkName;

static const MarkName marks[] = {
    {"bar", "Bar chart", "Столбчатая диаграмма", "柱状图"},  {"line", "Line chart", "Линейный график", "折线图"},
    {"trail", "Line chart", "Линейный график", "折线图"},     {"area", "Area chart", "Диаграмма с областями", "面积图"},
    {"rect", "Heatmap", "Тепловая карта", "热力图"},          {"arc", "Pie chart", "Круговая диаграмма", "饼图"},
    {"point", "Dot plot", "Точечная диаграмма", "点图"},      {"circle", "Dot plot", "Точечная диаграмма", "点图"},
    {"square", "Dot plot", "Точечная диаграмма", "点图"},     {"tick", "Strip plot", "Полосная диаграмма", "刻度图"},
    {"geoshape", "Map", "Карта", "地图"},
    {"boxplot", "Box plot", "Диаграмма размаха", "箱线图"},  {"errorbar", "Error bars", "График с погрешностями", "误差棒图"},
    {"errorband", "Error band", "Полоса погрешностей", "误差带图"},
};
static const MarkName scatter_plot = {"", "Scatter plot", "Диаграмма рассеяния", "散点图"};
static const MarkName any_chart = {"", "Chart", "Диаграмма", "图表"};

const ZnAltWords *zn_alt_words(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
		if (lang && g_str_has_prefix(lang, languages[i].lang))
			return &languages[i];
	}
	return &languages[0];
}

const char *zn_alt_plural(const ZnAltWords *words, const char *const forms[3], size_t n)
{
	if (strcmp(words->lang, "ru"))
		return forms[n == 1 ? 0 : 2];
	bool teen = n % 100 >= 11 && n % 100 <= 14;
	return forms[!teen && n % 10 == 1 ? 0 : !teen && n % 10 >= 2 && n % 10 <= 4 ? 1 : 2];
}

const char *zn_alt_mark_name(const ZnAltWords *words, const char *mark, bool scatter)
{
	const MarkName *name = scatter ? &scatter_plot : &any_chart;
	for (size_t i = 0; !scatter && i < G_N_ELEMENTS(marks); i++) {
		if (!strcmp(marks[i].mark, mark))
			name = &marks[i];
	}
	return !strcmp(words->lang, "ru") ? name->ru : !strcmp(words->lang, "zh") ? name->zh : name->en;
}
