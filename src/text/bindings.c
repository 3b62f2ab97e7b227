#include "text/breaks.h"

/* --- words that lean on their neighbours --- */

/* Units and abbreviations that stay with the number before them. */
static const char *const units[] = {
    "%",   "‰",    "°",    "°C",    "°F",  "℃",   "г",   "гг",   "в",   "вв",  "руб",   "р",     "коп",   "тыс", "млн", "млрд", "трлн",
    "кг",  "мг",   "т",    "ц",     "км",  "м",   "дм",  "см",   "мм",  "мкм", "нм",    "га",    "л",     "мл",  "ч",   "мин",  "с",
    "сек", "мс",   "шт",   "чел",   "экз", "стр", "кВт", "МВт",  "ГВт", "Вт",  "кВт·ч", "МВт·ч", "ТВт·ч", "Дж",  "Па",  "Гц",   "п",
    "п.п", "долл", "евро", "юаней", "км²", "м²",  "м³",  "км/ч", "kg",  "g",   "mg",    "t",     "km",    "m",   "cm",  "mm",   "nm",
    "μm",  "ha",   "l",    "ml",    "h",   "min", "s",   "ms",   "W",   "kW",  "MW",    "GW",    "TW",    "kWh", "MWh", "GWh",  "TWh",
    "J",   "Pa",   "Hz",   "GHz",   "MB",  "GB",  "TB",  "pp",   "bn",  "mn",  "тел",   "₽",   "€",     "$",   "¥",
    "°С",  "м/с",  "m/s",  "km/h",  "kHz", "MHz", "dB",  "mph",  "ft",  "lb",  "oz",    "a.m", "p.m",   "am",  "pm",
    "µm",  "mol", "моль",  "×",   "кг/м³", "об/мин", "руб./кг", "долл./т", "тыс/т", "million", "billion", "trillion",
    "B.C", "BC", "BCE", "CE", "AD", "A.D", "сут", "мес", "кг·м", "Н·м", "кал", "ккал", "МПа", "кПа", "кГц", "МГц", "ГГц", "Кбайт", "Мбайт", "Гбайт",
};

/* Units that are words as well: a number before them does not make them lean on it alone. */
static const char *const unit_words[] = {"в", "с", "п", "т"};

/* Months stay with their day: 5 мая, 5 May, May 5. The Russian ones in the genitive. */
static const char *const months[] = {
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    "янв", "февр", "апр", "авг", "сент", "окт", "нояб", "дек",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
};

/* Numbers of these take a unit behind them: 3 млн руб. */
static const char *const magnitudes[] = {"тыс.", "млн", "млрд", "трлн", "million", "billion", "trillion", "mn", "bn"};

/* What a Roman numeral counts: XX в., III кв. */
static const char *const centuries[] = {"в", "вв", "кв", "век", "века", "веке", "веку", "веком", "веков", "веках", "тыс", "тысячелетия", "тысячелетии"};

/* What stays with the number or name behind. The dot belongs to the abbreviation. */
static const char *const leaders[] = {
    "№",   "§",   "§§",   "стр.", "с.",    "рис.",  "табл.", "гл.",  "п.",    "пп.",  "ст.",  "т.",  "г.", "ул.",
    "им.", "см.", "ср.",  "д.",   "проф.", "акад.", "No.",   "Fig.", "Figs.", "Tab.", "Sec.", "Ch.", "p.", "pp.",
    "Eq.", "Mr.", "Mrs.", "Ms.",  "Dr.",   "Prof.", "vol.",  "Vol.", "vs.",   "~",    "≈",    "±",
    "№№",  "ч.",  "кн.",  "вып.", "разд.", "прил.", "кв.",   "корп.", "пос.", "дер.", "р.",   "о.",  "оз.",
    "св.", "тов.", "г-н", "г-жа", "Г-н", "Г-жа", "Д-р", "г-на", "г-ну", "г-жи", "г-же", "г-жу", "д-р", "д-ра", "гг.", "пл.",   "пер.",  "просп.", "наб.", "обл.", "ред.", "no.",  "nos.", "Nos.",
    "fig.", "figs.", "eq.", "sec.", "ch.", "St.",   "Mt.",   "Rev.", "Gen.",  "Sen.", "Gov.", "Hon.", "Capt.",
    "$",   "€",   "£",    "¥",    "₽",     "US$",   "<",     ">",    "≤",     "≥",    "×",    "−",   "¶",
    "A.D.", "AD",   "Ft.",  "Lt.",  "Col.", "Maj.", "Sgt.", "С.",   "Т.",    "Ч.",   "Кн.",  "Гл.",  "П.",  "Ст.", "Стр.", "Рис.", "Табл.", "Вып.",
    "Разд.", "Прил.", "См.", "Ср.", "Ул.",  "Проф.", "Акад.", "Доц.", "доц.", "илл.", "ил.",  "Ил.",  "черт.", "схем.", "п.п.", "абз.", "подп.", "бул.", "ш.",  "к.",
    "n.",  "nn.",  "vols.", "Vols.", "col.", "cols.", "par.", "pars.", "pt.", "pts.", "bk.", "bks.", "art.", "arts.", "Art.", "app.", "App.", "fol.", "ca.",
};

/* Russian particles lean on the word before. */
static const char *const enclitics[] = {"бы", "б", "же", "ж", "ли", "ль"};
/* What leans on the name before. */
static const char *const suffixes[] = {"Jr.", "Sr.", "al.", "мл.", "ст."};
/* --- what must not be torn apart --- */

static bool is_digit_group(const ZnBreakText *text, const ZnToken *right)
{
	return zn_text_is_digit(text, right->core) && zn_text_is_digit(text, right->core + 1) && zn_text_is_digit(text, right->core + 2) &&
	       !zn_text_is_digit(text, right->core + 3);
}

/* "№ 5", "рис. 3", "г. Москва" */
static bool leads(const ZnBreakText *text, const ZnToken *left, const ZnToken *right)
{
	if (left->end != left->core_dot && left->end != left->core_end)
		return false;
	if (right->core == right->end || !(zn_text_is_digit(text, right->core) || g_unichar_isupper(text->chars[right->core].c)))
		return false;
	if (!zn_core_in(text, left->core, left->end, leaders, G_N_ELEMENTS(leaders)))
		return false;
	if (zn_text_is_digit(text, right->core))
		return true;
	bool counted = left->start >= 2 && zn_text_is_digit(text, left->start - 2); /* "2024 г. Москва": г. is the year's */
	return left->letters && !counted && (zn_token_is_name(text, right) || zn_token_is_initial(text, right));
}

static bool measures(const ZnBreakText *text, const ZnToken *left, const ZnToken *right)
{
	if (zn_token_is_roman(text, left) && left->end == left->core_end)
		return zn_core_in(text, right->core, right->core_end, centuries, G_N_ELEMENTS(centuries));
	bool counted = left->start >= 2 && zn_text_is_digit(text, left->start - 2) &&
	               zn_core_in(text, left->core, left->end, magnitudes, G_N_ELEMENTS(magnitudes));
	size_t last = left->end - 1;
	while (last > left->core && zn_is_raised(text->chars[last].c))
		last--; /* 10⁸ m/s */
	if (!counted && !zn_text_is_digit(text, last))
		return false;
	size_t end = right->core_end;
	while (end > right->core + 1 && zn_is_raised(text->chars[end - 1].c))
		end--; /* 9.8 m/s² */
	return zn_core_in(text, right->core, end, units, G_N_ELEMENTS(units)) ||
	       zn_core_in(text, right->core, right->core_dot, units, G_N_ELEMENTS(units));
}

static bool is_number(const ZnBreakText *text, const ZnToken *token)
{
	for (size_t i = token->core; i < token->core_end; i++) {
		if (!zn_text_is_digit(text, i) && !zn_char_in("-–—", text->chars[i].c))
			return false;
	}
	return zn_text_is_digit(text, token->core);
}

static bool is_month(const ZnBreakText *text, const ZnToken *token)
{
	return zn_core_in(text, token->core, token->core_end, months, G_N_ELEMENTS(months));
}

/* A day and its month. */
static bool is_date(const ZnBreakText *text, const ZnToken *left, const ZnToken *right)
{
	size_t day = left->core_end - left->core;
	if (is_number(text, left) && left->core_end == left->end && day <= 5 && is_month(text, right))
		return day <= 2 || !zn_text_is_digit(text, left->core + 2) || !zn_text_is_digit(text, left->core + 3); /* May 2020 is a month of its year */
	bool latin = left->letters && text->chars[left->core].script == HB_SCRIPT_LATIN;
	return latin && is_month(text, left) && (left->core_end == left->end || left->core_dot == left->end) && is_number(text, right) &&
	       right->core_end - right->core <= 2;
}

/* "30 ч": what follows is not bound to a unit as to a preposition. */
static bool is_unit_of_number(const ZnBreakText *text, const ZnToken *token)
{
	return token->start >= 2 && zn_text_is_digit(text, token->start - 2) && zn_core_in(text, token->core, token->core_end, units, G_N_ELEMENTS(units)) &&
	       !zn_core_in(text, token->core, token->core_end, unit_words, G_N_ELEMENTS(unit_words));
}

static bool is_cyrillic(const ZnBreakText *text, const ZnToken *token)
{
	return token->letters && text->chars[token->core].script == HB_SCRIPT_CYRILLIC;
}

static bool follows_initial(const ZnBreakText *text, const ZnToken *token)
{
	ZnToken before = zn_token_before(text, token->start > 0 ? token->start - 1 : 0);
	return zn_token_is_initial(text, &before) && text->chars[before.end - 1].c != ','; /* in a list of names */
}

/* "ф.-м.", "с.-х." */
static bool is_double_short(const ZnBreakText *text, const ZnToken *token)
{
	const ZnChar *c = &text->chars[token->core];
	return token->core_dot == token->core + 5 && c[1].c == '.' && c[2].c == '-' && c[4].c == '.' && zn_text_is_letter(text, token->core) &&
	       zn_text_is_letter(text, token->core + 3);
}

/* The space between the tokens: `fixed` = it is not stretched either. */
static bool is_bound(const ZnBreakText *text, const ZnToken *left, const ZnToken *right, bool *fixed)
{
	if (left->start == left->end || right->start == right->end)
		return false;
	if (zn_text_is_digit(text, left->end - 1) && is_digit_group(text, right))
		return *fixed = true;
	bool russian = text->russian || is_cyrillic(text, left);
	if (zn_token_is_initial(text, left) && left->end == left->core_dot && (zn_token_is_initial(text, right) || zn_token_is_name(text, right)))
		return *fixed = true;
	if (russian && zn_token_is_name(text, left) && left->core_end == left->end && zn_token_is_initial(text, right) && !follows_initial(text, left)) {
		/* a surname before its initials, unless they belong to the name behind them */
		ZnToken last = *right, after = zn_token_after(text, MIN(right->end + 1, text->n));
		if (last.end == last.core_dot && zn_token_is_initial(text, &after)) {
			last = after;
			after = zn_token_after(text, MIN(after.end + 1, text->n));
		}
		if (last.end != last.core_dot || !zn_token_is_name(text, &after))
			return *fixed = true;
	}
	if (left->letters > 1 && left->core_end == left->end && zn_core_in(text, right->core, right->core_dot, suffixes, G_N_ELEMENTS(suffixes)))
		return true;
	if (measures(text, left, right) || leads(text, left, right) || is_date(text, left, right))
		return *fixed = true;
	/* Пётр I, Louis XIV; an English I is a word */
	if (zn_token_is_name(text, left) && left->core_end == left->end && zn_token_is_roman(text, right) && (russian || right->core_end - right->core > 1 ||
	    text->chars[right->core].c != 'I') && !g_unichar_isalpha(text->chars[right->core_end].c))
		return true;
	if (!russian)
		return false;
	bool short_dot = left->letters && left->letters <= 2 && left->core_dot == left->core + left->letters + 1 && left->end == left->core_dot;
	if (short_dot && right->letters && right->letters <= 2 && right->core_dot == right->core + right->letters + 1)
		return *fixed = true; /* и т. д., н. э. */
	if ((short_dot && is_double_short(text, right)) || (is_double_short(text, left) && right->letters == 1 && right->core_dot == right->core + 2))
		return *fixed = true; /* д. ф.-м. н. */
	if (right->core == right->start && zn_core_in(text, right->core, right->core_end, enclitics, G_N_ELEMENTS(enclitics)))
		return true;
	/* 5-м этаже */
	size_t ending = zn_letters_beside(text, left->end, true);
	if (ending && ending <= 2 && left->end - ending > left->core + 1 && text->chars[left->end - ending - 1].c == '-' &&
	    zn_text_is_digit(text, left->end - ending - 2))
		return true;
	bool is_short = left->letters && left->letters <= 2 && left->core + left->letters == left->end;
	if (is_short && is_unit_of_number(text, left))
		return false;
	bool acronym = left->letters == 2 && g_unichar_isupper(text->chars[left->core + 1].c);
	return is_short && !acronym && is_cyrillic(text, left) && !zn_core_in(text, left->core, left->core_end, enclitics, G_N_ELEMENTS(enclitics));
}

void zn_break_at_space(const ZnBreakText *text, size_t i, ZnBreak *out)
{
	size_t space = i - 1;
	while (space > 0 && zn_is_line_space(text->chars[space - 1].c))
		space--;
	gunichar next = text->chars[i].c;
	bool alone = i + 1 < text->n && zn_is_line_space(text->chars[i + 1].c);
	bool dash = next == 0x2014 || next == 0x2013 || (alone && (next == '-' || next == 0x2026)); /* an ellipsis that nothing opens, too */
	if (dash) {
		out->kind = ZN_BREAK_NO;
		return;
	}
	bool at_start = space <= 1 && (space == 0 || zn_char_in("—–-•…", text->chars[0].c));
	if (at_start) { /* the dash of a dialogue or a list */
		out->kind = ZN_BREAK_NO;
		out->fixed = true;
		return;
	}
	/* « Oui », “no” ’, not »Ja« or ’90s */
	gunichar last = text->chars[space - 1].c;
	bool closes = (next == 0xbb || next == 0x2019 || next == 0x201d) && !zn_text_is_letter(text, i + 1) && !zn_text_is_digit(text, i + 1);
	bool opens = (last == 0xab || last == 0x201c || last == 0x2018) && (space == 1 || zn_is_line_space(text->chars[space - 2].c));
	if (closes || opens) {
		out->kind = ZN_BREAK_NO;
		return;
	}
	ZnToken left = zn_token_before(text, space), right = zn_token_after(text, i);
	if (text->chars[i].han && g_unichar_isalpha(next) && zn_token_is_initial(text, &left)) { /* J. K. 罗琳 */
		out->kind = MIN(out->kind, ZN_BREAK_BOUND);
		return;
	}
	bool fixed = false;
	if (is_bound(text, &left, &right, &fixed)) {
		out->fixed = fixed;
		if (out->kind == ZN_BREAK_YES)
			out->kind = ZN_BREAK_BOUND;
	}
}
