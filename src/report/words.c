#include "report/words.h"

#include <string.h>

#define ALL_LEVELS(counter)                                                                                                                \
	{                                                                                                                                      \
		counter, counter, counter, counter, counter, counter                                                                               \
	}

static const ZnWords words[] = {
    {
        .lang = "en",
        .headings = ALL_LEVELS({ZN_COUNT_JOINED}),
        .heading_gap = "\u2002",
        .lists = {{ZN_COUNT_DECIMAL, "", "."}, {ZN_COUNT_LATIN, "", "."}, {ZN_COUNT_ROMAN, "", "."}},
        .bullets = {"•", "–", "•"},
        .figure_label = "Figure {n}",
        .table_label = "Table {n}",
        .figure_reference = "Figure\u00a0{n}",
        .table_reference = "Table\u00a0{n}",
        .section_reference = "section\u00a0{n}",
        .Figure_reference = "Figure\u00a0{n}",
        .Table_reference = "Table\u00a0{n}",
        .Section_reference = "Section\u00a0{n}",
        .caption_gap = ".\u2002",
        .abstract = "Abstract.",
        .keywords = "Keywords:",
        .contents = "Contents",
        .references = "References",
        .source = "Source: {n}",
        .note = "Note: {n}",
        .continued = "Table {n} (continued)",
        .unit_line = "Unit: {n}",
        .unit_suffix = "{n}, {unit}",
        .authors_gap = ", ",
        .keywords_gap = ", ",
        .date = "%-d %B %Y",
        .percent_space = "",
    },
    {
        .lang = "ru",
        .headings = ALL_LEVELS({ZN_COUNT_JOINED}),
        .heading_gap = "\u2002",
        .lists = {{ZN_COUNT_DECIMAL, "", "."}, {ZN_COUNT_CYRILLIC, "", ")"}, {ZN_COUNT_DECIMAL, "", ")"}},
        .bullets = {"•", "–", "•"},
        .figure_label = "Рис. {n}",
        .table_label = "Таблица {n}",
        .figure_reference = "рис.\u00a0{n}",
        .table_reference = "табл.\u00a0{n}",
        .section_reference = "разд.\u00a0{n}",
        .Figure_reference = "Рис.\u00a0{n}",
        .Table_reference = "Таблица\u00a0{n}",
        .Section_reference = "Раздел\u00a0{n}",
        .caption_gap = ".\u2002",
        .abstract = "Аннотация.",
        .keywords = "Ключевые слова:",
        .contents = "Содержание",
        .references = "Список литературы",
        .source = "Источник: {n}",
        .note = "Примечание: {n}",
        .continued = "Продолжение таблицы {n}",
        .unit_line = "{n}",
        .unit_suffix = "{n}, {unit}",
        .authors_gap = ", ",
        .keywords_gap = ", ",
        .date = "%-d %B %Y г.",
        .percent_space = "\u00a0",
    },
    {
        .lang = "zh",
        .headings = {{ZN_COUNT_HAN, "", "、"},
                     {ZN_COUNT_HAN, "（", "）"},
                     {ZN_COUNT_DECIMAL, "", ". "},
                     {ZN_COUNT_DECIMAL, "（", "）"},
                     {ZN_COUNT_CIRCLED, "", ""},
                     {ZN_COUNT_CIRCLED, "", ""}},
        .heading_gap = "",
        .lists = {{ZN_COUNT_DECIMAL, "", "."}, {ZN_COUNT_DECIMAL, "（", "）"}, {ZN_COUNT_CIRCLED, "", ""}},
        .bullets = {"•", "–", "•"},
        .figure_label = "图 {n}",
        .table_label = "表 {n}",
        .figure_reference = "图 {n}",
        .table_reference = "表 {n}",
        .section_reference = "第{n}部分",
        .Figure_reference = "图 {n}",
        .Table_reference = "表 {n}",
        .Section_reference = "第{n}部分",
        .caption_gap = "\u3000",
        .abstract = "内容提要：",
        .keywords = "关键词：",
        .contents = "目录",
        .references = "参考文献",
        .source = "资料来源：{n}",
        .note = "注：{n}",
        .continued = "（续表 {n}）",
        .unit_line = "单位：{n}",
        .unit_suffix = "{n}（{unit}）",
        .authors_gap = "\u3000",
        .keywords_gap = "；",
        .date = "%Y年%-m月%-d日",
        .percent_space = "",
    },
};

const ZnWords *zn_words_lookup(const char *lang)
{
	for (size_t i = 0; lang && i < G_N_ELEMENTS(words); i++) {
		size_t n = strlen(words[i].lang);
		if (!strncmp(words[i].lang, lang, n) && (!lang[n] || lang[n] == '-'))
			return &words[i];
	}
	return &words[0];
}

const char *zn_words_fill(ZnArena *arena, const char *pattern, const char *text)
{
	const char *hole = strstr(pattern, "{n}");
	return hole ? zn_arena_printf(arena, "%.*s%s%s", (int)(hole - pattern), pattern, text, hole + 3) : pattern;
}

/* --- counters --- */

bool zn_counter_parse(ZnArena *arena, const char *text, ZnCounter *counter)
{
	static const char *const names[] = {
	    [ZN_COUNT_DECIMAL] = "{decimal}",   [ZN_COUNT_HAN] = "{han}",     [ZN_COUNT_LATIN] = "{latin}",
	    [ZN_COUNT_CYRILLIC] = "{cyrillic}", [ZN_COUNT_ROMAN] = "{roman}", [ZN_COUNT_CIRCLED] = "{circled}",
	    [ZN_COUNT_JOINED] = "{joined}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *hole = strstr(text, names[i]);
		if (!hole)
			continue;
		*counter = (ZnCounter){(ZnCountStyle)i, zn_arena_strndup(arena, text, (size_t)(hole - text)), hole + strlen(names[i])};
		return !strchr(counter->before, '{') && !strchr(counter->after, '{');
	}
	return false;
}


/* 1 to 9999; 十二, not 一十二. */
static const char *count_han(ZnArena *arena, int n)
{
	static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	static const struct {
		int value;
		const char *text;
	} units[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
	g_autoptr(GString) out = g_string_new(NULL);
	bool gap = false;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		int digit = n / units[i].value % 10;
		if (!digit) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			g_string_append(out, digits[0]);
		gap = false;
		if (!(digit == 1 && units[i].value == 10 && out->len == 0))
			g_string_append(out, digits[digit]);
		g_string_append(out, units[i].text);
	}
	return zn_arena_strdup(arena, out->str);
}

/* a to z, aa, ab ... with any alphabet */
static const char *count_letters(ZnArena *arena, const char *const *letters, int n_letters, int n)
{
	const char *text = "";
	for (; n > 0; n = (n - 1) / n_letters)
		text = zn_arena_printf(arena, "%s%s", letters[(n - 1) % n_letters], text);
	return text;
}

static const char *count_latin(ZnArena *arena, int n)
{
	static const char *const letters[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
	                                      "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"};
	return count_letters(arena, letters, G_N_ELEMENTS(letters), n);
}

/* Russian lists leave ё, з, й, о, ч, ъ, ы, ь out (GOST 2.105). */
static const char *count_cyrillic(ZnArena *arena, int n)
{
	static const char *const letters[] = {"а", "б", "в", "г", "д", "е", "ж", "и", "к", "л", "м", "н", "п",
	                                      "р", "с", "т", "у", "ф", "х", "ц", "ш", "щ", "э", "ю", "я"};
	return count_letters(arena, letters, G_N_ELEMENTS(letters), n);
}

static const char *count_roman(ZnArena *arena, int n)
{
	static const struct {
		int value;
		const char *text;
	} steps[] = {
	    {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
	    {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"},
	};
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		for (; n >= steps[i].value; n -= steps[i].value)
			g_string_append(out, steps[i].text);
	return zn_arena_strdup(arena, out->str);
}

/* ① to ⑳, ㉑ to ㉟, ㊱ to ㊿ */
static const char *count_circled(ZnArena *arena, int n)
{
	gunichar c = n <= 20 ? 0x2460 + (gunichar)n - 1 : n <= 35 ? 0x3251 + (gunichar)n - 21 : 0x32b1 + (gunichar)n - 36;
	char utf8[8] = {0};
	g_unichar_to_utf8(c, utf8);
	return zn_arena_strdup(arena, utf8);
}

const char *zn_count(ZnArena *arena, ZnCountStyle style, int n)
{
	static const struct {
		const char *(*count)(ZnArena *arena, int n);
		int most;
	} styles[] = {
	    [ZN_COUNT_HAN] = {count_han, 9999},     [ZN_COUNT_LATIN] = {count_latin, 1000000}, [ZN_COUNT_CYRILLIC] = {count_cyrillic, 1000000},
	    [ZN_COUNT_ROMAN] = {count_roman, 3999}, [ZN_COUNT_CIRCLED] = {count_circled, 50},
	};
	if (style < G_N_ELEMENTS(styles) && styles[style].count && n >= 1 && n <= styles[style].most)
		return styles[style].count(arena, n);
	return zn_arena_printf(arena, "%d", n);
}

const char *zn_counter_text(ZnArena *arena, const ZnCounter *counter, int n)
{
	return zn_arena_printf(arena, "%s%s%s", counter->before ? counter->before : "", zn_count(arena, counter->style, n),
	                       counter->after ? counter->after : "");
}
