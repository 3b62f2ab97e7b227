#include "format/calendar.h"
#include "format/locale_data.h"

#include <string.h>

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"
#define MINUS "\xe2\x88\x92"

#define SI_LATIN                                                                                                                           \
	{                                                                                                                                      \
		"y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"                                                 \
	}
/* GOST 8.417 */
#define SI_RUSSIAN                                                                                                                         \
	{                                                                                                                                      \
		"и", "з", "а", "ф", "п", "н", "мк", "м", "", "к", "М", "Г", "Т", "П", "Э", "З", "И"                                               \
	}

static const ZnNumberWord words_en[] = {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}, {0, NULL}};
static const ZnNumberWord words_ru[] = {{1e12, "трлн"}, {1e9, "млрд"}, {1e6, "млн"}, {1e3, "тыс."}, {0, NULL}};
static const ZnNumberWord words_zh[] = {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}, {0, NULL}};

/* Vega-Lite's own two. */
static const char *const units_en[] = {"year-month", "%b %Y ", "year-month-date", "%b %d, %Y ", NULL};

static const char *const units_ru[] = {
    "date",       "%-d ",        "month-date",   "%-d %b ",      "year-month", "%b %Y ", "year-month-date",
    "%-d %b %Y ", "quarter",     "%q кв. ",      "year-quarter", "%q кв. %Y ", "week",   "%U нед. ",
    "year-week",  "%U нед. %Y ", "milliseconds", ",%L",          NULL,
};

static const char *const units_zh[] = {
    "year",       "%Y年 ",      "month",           "%-m月 ",          "date",      "%-d日 ",   "month-date",     "%-m月%-d日 ",
    "year-month", "%Y年%-m月 ", "year-month-date", "%Y年%-m月%-d日 ", "quarter",   "%q季度 ",  "year-quarter",   "%Y年%q季度 ",
    "week",       "第%-U周 ",   "year-week",       "%Y年第%-U周 ",    "dayofyear", "第%-j天 ", "year-dayofyear", "%Y年第%-j天 ",
    NULL,
};

static const ZnLocale locales[] = {
    {
        .lang = "en",
        .bcp47 = "en",
        .decimal = ".",
        .group = ",",
        .minus = MINUS,
        .percent = "%",
        .currency_prefix = "$",
        .currency_suffix = "",
        .min_grouped = 4,
        .group_prose = true,
        .si_prefixes = SI_LATIN,
        .word_space = NBSP,
        .words = words_en,
        .date_time = "%x, %X",
        .date = "%-m/%-d/%Y",
        .time = "%-I:%M:%S %p",
        .periods = {"AM", "PM"},
        .days = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
        .short_days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
        .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                   "December"},
        .short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
        .labels = {".%L", ":%S", "%I:%M", "%I %p", "%a %d", "%b %d", "%B", "%B", "%Y"},
        .unit_specifiers = units_en,
    },
    {
        .lang = "ru",
        .bcp47 = "ru",
        .decimal = ",",
        .group = NARROW_NBSP,
        .minus = MINUS,
        .percent = NBSP "%",
        .currency_prefix = "",
        .currency_suffix = NBSP "₽",
        .min_grouped = 5,
        .group_prose = true,
        .si_prefixes = SI_RUSSIAN,
        .word_space = NBSP,
        .words = words_ru,
        .date_time = "%A, %-d %B %Y" NBSP "г., %X",
        .date = "%d.%m.%Y",
        .time = "%H:%M:%S",
        .periods = {"AM", "PM"},
        .days = {"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"},
        .short_days = {"вс", "пн", "вт", "ср", "чт", "пт", "сб"},
        .months = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"},
        .short_months = {"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"},
        .months_of_day = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
                          "декабря"},
        .short_months_of_day = {"янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"},
        .labels = {",%L", ":%S", "%H:%M", "%H:%M", "%-d, %a", "%-d %b", "%B", "%B", "%Y"},
        .unit_specifiers = units_ru,
    },
    {
        .lang = "zh",
        .bcp47 = "zh-CN",
        .decimal = ".",
        .group = ",",
        .minus = MINUS,
        .percent = "%",
        .currency_prefix = "¥",
        .currency_suffix = "",
        .min_grouped = 4,
        .group_prose = false,
        .si_prefixes = SI_LATIN,
        .word_space = "",
        .words = words_zh,
        .date_time = "%x %A %X",
        .date = "%Y年%-m月%-d日",
        .time = "%H:%M:%S",
        .periods = {"上午", "下午"},
        .days = {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
        .short_days = {"周日", "周一", "周二", "周三", "周四", "周五", "周六"},
        .months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
        .short_months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
        .labels = {".%L", ":%S", "%H:%M", "%H:%M", "%-d日%a", "%-m月%-d日", "%-m月", "%-m月", "%Y年"},
        .unit_specifiers = units_zh,
    },
};

const ZnLocale *zn_locale_lookup(const char *lang)
{
	if (!lang)
		return NULL;
	size_t len = strcspn(lang, "-_.@"); /* the language of "zh-Hans-CN" or "ru_RU.UTF-8" */
	for (size_t i = 0; i < G_N_ELEMENTS(locales); i++)
		if (strlen(locales[i].lang) == len && !g_ascii_strncasecmp(lang, locales[i].lang, len))
			return &locales[i];
	return NULL;
}

const char *zn_locale_lang(const ZnLocale *locale)
{
	return locale->bcp47;
}

const char *const *zn_locale_languages(void)
{
	static const char *const languages[] = {"en", "ru", "zh", NULL};
	return languages;
}

const char *zn_locale_unit_specifier(ZnArena *arena, const ZnLocale *locale, const ZnTimeUnit *unit)
{
	return zn_time_units_specifier(arena, unit->units, locale->unit_specifiers);
}
