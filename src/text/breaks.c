#include "text/internal.h"

#include <string.h>

/* --- tables --- */

/* GB/T 15834 and CLREQ: what never starts and never ends a line, beyond what UAX #14 (linebreak.c) knows. Quotes and the
 * other shared marks count when they are Chinese. */
static const char no_start[] = "，。、；：？！）》〉」』】〕〗｝］·…—～％‰℃〃々ー—)]}”’%";
static const char no_end[] = "（《〈「『【〔〖｛［＃￥＄￡№§“‘([{";

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
static const char *const centuries[] = {"в", "вв", "кв", "век", "века", "веке", "веку", "веком", "веков", "веках"};

/* What stays with the number or name behind. The dot belongs to the abbreviation. */
static const char *const leaders[] = {
    "№",   "§",   "§§",   "стр.", "с.",    "рис.",  "табл.", "гл.",  "п.",    "пп.",  "ст.",  "т.",  "г.", "ул.",
    "им.", "см.", "ср.",  "д.",   "проф.", "акад.", "No.",   "Fig.", "Figs.", "Tab.", "Sec.", "Ch.", "p.", "pp.",
    "Eq.", "Mr.", "Mrs.", "Ms.",  "Dr.",   "Prof.", "vol.",  "Vol.", "vs.",   "~",    "≈",    "±",
    "№№",  "ч.",  "кн.",  "вып.", "разд.", "прил.", "кв.",   "корп.", "пос.", "дер.", "р.",   "о.",  "оз.",
    "св.", "тов.", "г-н", "г-жа", "г-на", "г-ну", "г-жи", "г-же", "г-жу", "д-р", "д-ра", "гг.", "пл.",   "пер.",  "просп.", "наб.", "обл.", "ред.", "no.",  "nos.", "Nos.",
    "fig.", "figs.", "eq.", "sec.", "ch.", "St.",   "Mt.",   "Rev.", "Gen.",  "Sen.", "Gov.", "Hon.", "Capt.",
    "$",   "€",   "£",    "¥",    "₽",     "US$",   "<",     ">",    "≤",     "≥",    "×",    "−",   "¶",
};

/* Russian particles lean on the word before. */
static const char *const enclitics[] = {"бы", "б", "же", "ж", "ли", "ль"};
/* What leans on the name before. */
static const char *const suffixes[] = {"Jr.", "Sr.", "al.", "мл.", "ст."};
/* Prefixes that a hard hyphen does not let go, although they are long enough. */
static const char *const bound_prefixes[] = {"кое", "кой"};

/* --- the text as breaks see it --- */

typedef struct Text {
	const char *bytes;
	const ZnChar *chars;
	size_t n;
	bool russian; /* the paragraph; words in Cyrillic follow Russian rules anywhere */
} Text;

static bool in_table(const char *word, size_t len, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (table[i][0] == word[0] && strncmp(table[i], word, len) == 0 && table[i][len] == '\0')
			return true;
	}
	return false;
}

static bool is_space(gunichar c)
{
	return c == ' ' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

static bool is_letter(const Text *text, size_t i)
{
	if (i >= text->n)
		return false;
	const ZnChar *c = &text->chars[i];
	if ((c->c | 0x20) - 'a' < 26u || (c->c >= 0x410 && c->c < 0x460))
		return true;
	return c->mark || (c->c >= 0x80 && !c->han && g_unichar_isalpha(c->c));
}

static bool is_digit(const Text *text, size_t i)
{
	return i < text->n && text->chars[i].c >= '0' && text->chars[i].c <= '9';
}

/* A word between spaces. */
typedef struct Token {
	size_t start, end;     /* characters */
	size_t letters;        /* leading letters behind opening quotes and brackets */
	size_t core, core_end; /* without quotes and brackets before, without punctuation behind */
	size_t core_dot;       /* core_end, with one full stop */
} Token;

static bool is_opening(gunichar c)
{
	return zn_char_in("«„“‘‚(['\"¿¡", c);
}

static Token token_at(const Text *text, size_t start, size_t end)
{
	Token token = {.start = start, .end = end, .core = start};
	while (token.core < end && is_opening(text->chars[token.core].c))
		token.core++;
	token.core_end = end;
	while (token.core_end > token.core && zn_char_in(".,;:!?)]»“”’'\"…", text->chars[token.core_end - 1].c))
		token.core_end--;
	token.core_dot = token.core_end + (token.core_end < end && text->chars[token.core_end].c == '.');
	while (token.core + token.letters < token.core_end && is_letter(text, token.core + token.letters))
		token.letters++;
	return token;
}

static Token token_before(const Text *text, size_t end)
{
	size_t start = end;
	while (start > 0 && !is_space(text->chars[start - 1].c) && !text->chars[start - 1].han)
		start--;
	return token_at(text, start, end);
}

static Token token_after(const Text *text, size_t start)
{
	size_t end = start;
	while (end < text->n && !is_space(text->chars[end].c) && !text->chars[end].han && text->chars[end].c != '\n')
		end++;
	return token_at(text, start, end);
}

static bool core_in(const Text *text, size_t start, size_t end, const char *const *table, size_t n)
{
	uint32_t at = text->chars[start].at;
	return end > start && in_table(text->bytes + at, text->chars[end].at - at, table, n);
}

/* "А." and "А.С." */
static bool is_initial(const Text *text, const Token *token)
{
	size_t i = token->core;
	while (i + 1 < token->end && g_unichar_isupper(text->chars[i].c) && text->chars[i + 1].c == '.')
		i += text->chars[i + 2].c == '-' && i + 3 < token->end ? 3 : 2; /* Ж.-Ж. */
	return i > token->core && i == token->core_dot;
}

/* "XX", "XIX—XX" */
static bool is_roman(const Text *text, const Token *token)
{
	for (size_t i = token->core; i < token->core_end; i++) {
		gunichar c = text->chars[i].c;
		if (c >= 0x80 ? c != 0x2013 && c != 0x2014 : !strchr("IVXLCDM-", (int)c))
			return false;
	}
	return token->core_end > token->core;
}

static bool is_name(const Text *text, const Token *token)
{
	return token->letters > 1 && g_unichar_isupper(text->chars[token->core].c);
}

/* --- spaces: what must not be torn apart --- */

static size_t letters_beside(const Text *text, size_t i, bool before)
{
	size_t count = 0;
	while (before ? i > count && is_letter(text, i - 1 - count) : is_letter(text, i + count))
		count++;
	return count;
}

static bool is_digit_group(const Text *text, const Token *right)
{
	return is_digit(text, right->core) && is_digit(text, right->core + 1) && is_digit(text, right->core + 2) &&
	       !is_digit(text, right->core + 3);
}

/* "№ 5", "рис. 3", "г. Москва" */
static bool leads(const Text *text, const Token *left, const Token *right)
{
	if (left->end != left->core_dot && left->end != left->core_end)
		return false;
	if (right->core == right->end || !(is_digit(text, right->core) || g_unichar_isupper(text->chars[right->core].c)))
		return false;
	if (!core_in(text, left->core, left->end, leaders, G_N_ELEMENTS(leaders)))
		return false;
	if (is_digit(text, right->core))
		return true;
	bool counted = left->start >= 2 && is_digit(text, left->start - 2); /* "2024 г. Москва": г. is the year's */
	return left->letters && !counted && (is_name(text, right) || is_initial(text, right));
}

/* What stands high or low belongs to what it stands behind: a note's mark, an exponent. */
static bool is_raised(gunichar c)
{
	return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x208e) || c == 0x2020 || c == 0x2021;
}

static bool measures(const Text *text, const Token *left, const Token *right)
{
	if (is_roman(text, left) && left->end == left->core_end)
		return core_in(text, right->core, right->core_end, centuries, G_N_ELEMENTS(centuries));
	bool counted = left->start >= 2 && is_digit(text, left->start - 2) &&
	               core_in(text, left->core, left->end, magnitudes, G_N_ELEMENTS(magnitudes));
	size_t last = left->end - 1;
	while (last > left->core && is_raised(text->chars[last].c))
		last--; /* 10⁸ m/s */
	if (!counted && !is_digit(text, last))
		return false;
	return core_in(text, right->core, right->core_end, units, G_N_ELEMENTS(units)) ||
	       core_in(text, right->core, right->core_dot, units, G_N_ELEMENTS(units));
}

static bool is_number(const Text *text, const Token *token)
{
	for (size_t i = token->core; i < token->core_end; i++) {
		if (!is_digit(text, i) && !zn_char_in("-–—", text->chars[i].c))
			return false;
	}
	return is_digit(text, token->core);
}

static bool is_month(const Text *text, const Token *token)
{
	return core_in(text, token->core, token->core_end, months, G_N_ELEMENTS(months));
}

/* A day and its month. */
static bool is_date(const Text *text, const Token *left, const Token *right)
{
	size_t day = left->core_end - left->core;
	if (is_number(text, left) && left->core_end == left->end && day <= 5 && is_month(text, right))
		return day <= 2 || !is_digit(text, left->core + 2) || !is_digit(text, left->core + 3); /* May 2020 is a month of its year */
	bool latin = left->letters && text->chars[left->core].script == HB_SCRIPT_LATIN;
	return latin && is_month(text, left) && (left->core_end == left->end || left->core_dot == left->end) && is_number(text, right) &&
	       right->core_end - right->core <= 2;
}

/* "30 ч": what follows is not bound to a unit as to a preposition. */
static bool is_unit_of_number(const Text *text, const Token *token)
{
	return token->start >= 2 && is_digit(text, token->start - 2) && core_in(text, token->core, token->core_end, units, G_N_ELEMENTS(units)) &&
	       !core_in(text, token->core, token->core_end, unit_words, G_N_ELEMENTS(unit_words));
}

static bool is_cyrillic(const Text *text, const Token *token)
{
	return token->letters && text->chars[token->core].script == HB_SCRIPT_CYRILLIC;
}

static bool follows_initial(const Text *text, const Token *token)
{
	Token before = token_before(text, token->start > 0 ? token->start - 1 : 0);
	return is_initial(text, &before);
}

/* The space between the tokens: `fixed` = it is not stretched either. */
static bool is_bound(const Text *text, const Token *left, const Token *right, bool *fixed)
{
	if (left->start == left->end || right->start == right->end)
		return false;
	if (is_digit(text, left->end - 1) && is_digit_group(text, right))
		return *fixed = true;
	bool russian = text->russian || is_cyrillic(text, left);
	if (is_initial(text, left) && left->end == left->core_dot && (is_initial(text, right) || is_name(text, right)))
		return *fixed = true;
	if (russian && is_name(text, left) && left->core_end == left->end && is_initial(text, right) && !follows_initial(text, left)) {
		/* a surname before its initials, unless they belong to the name behind them */
		Token last = *right, after = token_after(text, MIN(right->end + 1, text->n));
		if (last.end == last.core_dot && is_initial(text, &after)) {
			last = after;
			after = token_after(text, MIN(after.end + 1, text->n));
		}
		if (last.end != last.core_dot || !is_name(text, &after))
			return *fixed = true;
	}
	if (left->letters > 1 && left->core_end == left->end && core_in(text, right->core, right->core_dot, suffixes, G_N_ELEMENTS(suffixes)))
		return true;
	if (measures(text, left, right) || leads(text, left, right) || is_date(text, left, right))
		return *fixed = true;
	/* Пётр I, Louis XIV; an English I is a word */
	if (is_name(text, left) && left->core_end == left->end && is_roman(text, right) && (russian || right->core_end - right->core > 1 ||
	    text->chars[right->core].c != 'I') && !g_unichar_isalpha(text->chars[right->core_end].c))
		return true;
	if (!russian)
		return false;
	bool short_dot = left->letters && left->letters <= 2 && left->core_dot == left->core + left->letters + 1 && left->end == left->core_dot;
	if (short_dot && right->letters && right->letters <= 2 && right->core_dot == right->core + right->letters + 1)
		return *fixed = true; /* и т. д., н. э. */
	if (core_in(text, right->core, right->core_end, enclitics, G_N_ELEMENTS(enclitics)))
		return true;
	/* 5-м этаже */
	size_t ending = letters_beside(text, left->end, true);
	if (ending && ending <= 2 && left->end - ending > left->core + 1 && text->chars[left->end - ending - 1].c == '-' &&
	    is_digit(text, left->end - ending - 2))
		return true;
	bool is_short = left->letters && left->letters <= 2 && left->core + left->letters == left->end;
	if (is_short && is_unit_of_number(text, left))
		return false;
	bool acronym = left->letters == 2 && g_unichar_isupper(text->chars[left->core + 1].c);
	return is_short && !acronym && is_cyrillic(text, left) && !core_in(text, left->core, left->core_end, enclitics, G_N_ELEMENTS(enclitics));
}

static void check_space(const Text *text, size_t i, ZnBreak *out)
{
	size_t space = i - 1;
	while (space > 0 && is_space(text->chars[space - 1].c))
		space--;
	gunichar next = text->chars[i].c;
	bool dash = next == 0x2014 || next == 0x2013 || (next == '-' && i + 1 < text->n && is_space(text->chars[i + 1].c));
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
	/* « Oui », not »Ja« */
	if ((next == 0xbb && !is_letter(text, i + 1) && !is_digit(text, i + 1)) ||
	    (text->chars[space - 1].c == 0xab && (space == 1 || is_space(text->chars[space - 2].c)))) {
		out->kind = ZN_BREAK_NO;
		return;
	}
	Token left = token_before(text, space), right = token_after(text, i);
	if (text->chars[i].han && g_unichar_isalpha(next) && is_initial(text, &left)) { /* J. K. 罗琳 */
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

/* --- inside words --- */

/* A hard hyphen ends a line with three letters (two in other languages than Russian) on both sides. */
static bool hyphen_may_break(const Text *text, size_t hyphen)
{
	size_t before = letters_beside(text, hyphen, true), after = letters_beside(text, hyphen + 1, false);
	size_t least = before && text->chars[hyphen - 1].script == HB_SCRIPT_CYRILLIC ? 3 : 2;
	if (before < least || after < least)
		return false;
	return !core_in(text, hyphen - before, hyphen, bound_prefixes, G_N_ELEMENTS(bound_prefixes));
}

static bool is_slash(gunichar c)
{
	return c == '/' || c == 0xff0f;
}

/* "…и ушёл": it opens what follows. */
static bool is_opening_ellipsis(const Text *text, size_t i)
{
	if (text->chars[i].c != 0x2026 || text->chars[i].han)
		return false;
	return i == 0 || is_space(text->chars[i - 1].c) || is_opening(text->chars[i - 1].c);
}

static bool is_wide_digit(const Text *text, size_t i)
{
	return is_digit(text, i) || (i < text->n && text->chars[i].c >= 0xff10 && text->chars[i].c <= 0xff19);
}

/* Marks that stand within a number: 10：30, １９４９—１９５６. */
static bool is_inside_number(const Text *text, size_t i)
{
	gunichar mark = text->chars[i - 1].c;
	return (mark == 0xff1a || mark == 0x2236 || mark == 0x2014) && i >= 2 && is_wide_digit(text, i - 2) && is_wide_digit(text, i);
}

/* "[12]", "[3–5]" right behind Han or one another refer to sources. */
static bool is_citation(const Text *text, size_t i)
{
	if (text->chars[i].c != '[' || !is_digit(text, i + 1))
		return false;
	for (i++; i < text->n && (is_digit(text, i) || zn_char_in(",-–", text->chars[i].c));)
		i++;
	return i < text->n && text->chars[i].c == ']';
}

#define WHOLE_WORDS 3

/* Where "administrative/organizational" may be torn when nothing else helps. */
static ZnBreakKind behind_slash(const Text *text, size_t i)
{
	bool words = letters_beside(text, i - 1, true) >= WHOLE_WORDS && letters_beside(text, i, false) >= WHOLE_WORDS;
	return words ? ZN_BREAK_BOUND : ZN_BREAK_NO;
}

static bool is_roman_range(const Text *text, size_t i)
{
	Token left = token_before(text, i), right = token_after(text, i);
	return is_roman(text, &left) && is_roman(text, &right) && left.end > left.start + 1;
}

static ZnBreakKind inside_word(const Text *text, size_t i, ZnBreakKind kind)
{
	const ZnChar *before = &text->chars[i - 1], *after = &text->chars[i];
	/* Chinese quotes are brackets: UAX #14 does not know which way they open */
	bool opens = after->han && (after->c == 0x201c || after->c == 0x2018),
	     closed = before->han && (before->c == 0x201d || before->c == 0x2019);
	if (opens || closed)
		kind = ZN_BREAK_YES;
	if (kind == ZN_BREAK_NO && before->c != '/' && before->c != '-')
		return kind;
	bool after_counts = after->han || !zn_char_in("—”’", after->c), before_counts = before->han || !zn_char_in("“‘", before->c);
	if ((after_counts && zn_char_in(no_start, after->c)) || (before_counts && zn_char_in(no_end, before->c)))
		return ZN_BREAK_NO;
	if (before->c == '/' && !after->han)
		return behind_slash(text, i);
	if (is_slash(before->c) || is_slash(after->c) || after->c == 0x2014 || is_raised(after->c) ||
	    ((before->han || before->c == ']') && !zn_char_in("，。、；：？！", before->c) && is_citation(text, i)) ||
	    is_opening_ellipsis(text, i - 1) || is_inside_number(text, i))
		return ZN_BREAK_NO;
	if (before->c == '-' && i >= 2 && is_digit(text, i - 2) && is_digit(text, i)) /* numbers of telephones */
		return ZN_BREAK_BOUND;
	if ((before->c == '-' || before->c == 0x2010) && kind == ZN_BREAK_YES)
		return hyphen_may_break(text, i - 1) ? ZN_BREAK_YES : ZN_BREAK_NO;
	if ((before->c == 0x2013 || before->c == 0x2014) && (is_digit(text, i) || is_roman_range(text, i))) /* a range of numbers */
		return ZN_BREAK_NO;
	if (before->c == 0xad && kind == ZN_BREAK_YES)
		return ZN_BREAK_HYPHEN;
	return kind;
}

/* --- addresses --- */

static bool is_address(const Text *text, size_t start, size_t end)
{
	const char *from = text->bytes + text->chars[start].at;
	size_t len = text->chars[end].at - text->chars[start].at;
	return g_strstr_len(from, (gssize)len, "://") || (len > 4 && memcmp(from, "www.", 4) == 0);
}

static void break_address(const Text *text, size_t start, size_t end, ZnBreak *breaks)
{
	breaks[start].address = true;
	for (size_t i = start + 1; i < end; i++) {
		breaks[i].address = true;
		gunichar before = text->chars[i - 1].c, after = text->chars[i].c;
		bool allowed = (before == '/' || before == '.' || before == '?' || before == '&') && after != '/' && !zn_char_in(".,;:!?)", after);
		breaks[i].kind = allowed ? ZN_BREAK_YES : ZN_BREAK_NO;
	}
}

/* "/usr/local/", "~/notes.txt", "C:\\Temp\\", but not "/kg/" of 元/kg/天. */
static bool is_path(const Text *text, size_t start, size_t end)
{
	size_t slashes = 0, first = 0, back = 0;
	for (size_t i = start; i < end; i++) {
		slashes += text->chars[i].c == '/';
		back += text->chars[i].c == '\\';
		first += slashes == 1;
	}
	if (back)
		return true;
	gunichar c = text->chars[start].c;
	if (c == '~' || c == '.')
		return slashes > 0 && start + 1 < end && zn_char_in("/.", text->chars[start + 1].c);
	return c == '/' && (slashes > 2 || (slashes == 2 && first > WHOLE_WORDS));
}

/* A path, an e-mail address or the name of a file is no word: no hyphens in it. Behind its separators it is torn when nothing else helps. */
static void break_name(const Text *text, size_t start, size_t end, bool path, ZnBreak *breaks)
{
	for (size_t i = start; i < end; i++) {
		breaks[i].address = true;
		if (i == start)
			continue;
		gunichar before = text->chars[i - 1].c;
		bool separates = zn_char_in("@_", before) || (path && i > start + 1 && zn_char_in("/\\", before));
		breaks[i].kind = separates && (is_letter(text, i) || is_digit(text, i)) ? ZN_BREAK_BOUND : ZN_BREAK_NO;
	}
	if (path && start > 0 && text->chars[start - 1].han && !zn_char_in(no_end, text->chars[start - 1].c))
		breaks[start].kind = ZN_BREAK_YES;
	if (path && end < text->n && text->chars[end].han && !zn_char_in(no_start, text->chars[end].c))
		breaks[end].kind = ZN_BREAK_YES;
}

/* Addresses and names among the words between spaces and Han. */
static void break_addresses(const Text *text, ZnBreak *breaks)
{
	for (size_t i = 0; i < text->n;) {
		Token token = token_after(text, i);
		size_t start = token.core, end = token.core_end;
		if (token.end > i && is_address(text, i, token.end)) {
			break_address(text, i, token.end, breaks);
		} else if (end > start + 2) {
			if (start > i && zn_char_in("~./", text->chars[start - 1].c))
				start--;
			bool path = is_path(text, start, end), name = false;
			for (size_t k = start + 1; k + 1 < end && !path; k++)
				name = name || text->chars[k].c == '@' || text->chars[k].c == '_';
			if (path || name)
				break_name(text, start, end, path, breaks);
		}
		i = MAX(token.end, i + 1);
	}
}

/* Between a number and what it counts a line may end, but better elsewhere: 1991|年, 第|5|章. */
static bool is_weak(const Text *text, size_t before, size_t i)
{
	const ZnChar *a = &text->chars[before], *b = &text->chars[i];
	if (is_digit(text, before) || a->c == '%')
		return b->script == HB_SCRIPT_HAN && b->c >= 0x3400 && g_unichar_isalpha(b->c);
	return is_digit(text, i) && (a->c == 0x7b2c /* 第 */ || a->c == 0x7ea6 /* 约 */);
}

void zn_breaks_find(const char *bytes, size_t len, const ZnChar *chars, size_t n, const char *lang, ZnBreak *breaks)
{
	Text text = {bytes, chars, n, zn_lang_is(lang, "ru")};
	memset(breaks, 0, (n + 1) * sizeof *breaks);
	if (!zn_line_breaks(chars, n, breaks)) /* scripts that linebreak.c does not know: Thai, Hebrew, emoji */
		zn_pango_breaks(bytes, len, chars, n, lang, breaks);
	for (size_t i = 1; i < n; i++) {
		ZnBreak *out = &breaks[i];
		if (chars[i - 1].c == '\n') {
			out->kind = ZN_BREAK_FORCED;
			continue;
		}
		if (is_space(chars[i - 1].c)) {
			if (!is_space(chars[i].c)) {
				check_space(&text, i, out);
				out->weak = i >= 2 && is_weak(&text, i - 2, i);
			}
		} else if (!is_space(chars[i].c)) {
			out->kind = (uint8_t)inside_word(&text, i, (ZnBreakKind)out->kind);
			out->weak = is_weak(&text, i - 1, i);
		}
	}
	if (strpbrk(bytes, "/\\@_") || strstr(bytes, "www."))
		break_addresses(&text, breaks);
}

/* --- hyphens --- */

#define MIN_WORD 5

/* Words of one alphabet in lower case or with a capital first letter; not abbreviations, stressed words, addresses. */
static void hyphenate_word(ZnFonts *fonts, const ZnChar *chars, size_t start, size_t end, ZnBreak *breaks)
{
	gunichar word[100];
	bool points[100];
	size_t n = end - start;
	if (n < MIN_WORD || n > G_N_ELEMENTS(word))
		return;
	hb_script_t script = chars[start].script;
	const char *lang = script == HB_SCRIPT_CYRILLIC ? "ru" : script == HB_SCRIPT_LATIN ? "en" : NULL;
	for (size_t i = 0; i < n; i++) {
		const ZnChar *c = &chars[start + i];
		if (c->mark || c->script != script || (i > 0 && g_unichar_isupper(c->c)))
			return;
		word[i] = g_unichar_tolower(c->c);
	}
	if (!lang || !zn_hyphenate(fonts, lang, word, n, points))
		return;
	for (size_t i = 1; i < n; i++) {
		bool banned = word[i] == 0x44a || word[i] == 0x44c || word[i] == 0x439; /* ъ ь й begin no line */
		if (points[i] && !banned && breaks[start + i].kind == ZN_BREAK_NO)
			breaks[start + i].kind = ZN_BREAK_HYPHEN;
	}
}

static bool joins_words(gunichar c)
{
	return c == '/' || c == '\\' || c == '@' || c == '_' || c == '.' || c == '\'' || c == 0x2019 || (c >= '0' && c <= '9');
}

void zn_breaks_hyphenate(ZnFonts *fonts, const ZnChar *chars, size_t n, ZnBreak *breaks)
{
	Text text = {NULL, chars, n, false};
	for (size_t i = 0; i < n;) {
		if (!is_letter(&text, i)) {
			i++;
			continue;
		}
		size_t end = i;
		while (is_letter(&text, end))
			end++;
		/* parts of addresses, file names and numbers are no words; a word that a quotation opens with stays whole */
		bool soft = (i > 0 && chars[i - 1].c == 0xad) || (end < n && chars[end].c == 0xad); /* hyphens are given: no others */
		bool whole = soft || breaks[i].address || (i > 0 && (joins_words(chars[i - 1].c) || zn_char_in("«„“‘", chars[i - 1].c))) ||
		             (end + 1 < n && joins_words(chars[end].c) && !g_unichar_isspace(chars[end + 1].c) && is_letter(&text, end + 1));
		if (!whole)
			hyphenate_word(fonts, chars, i, end, breaks);
		i = end;
	}
}

/* --- for people --- */

char *zn_text_break_marks(ZnContext *context, const char *lang, const char *text)
{
	size_t n, len = strlen(text);
	if (!lang)
		lang = context->lang;
	g_autofree ZnChar *chars = zn_text_chars(text, len, lang, &n);
	g_autofree ZnBreak *breaks = g_new(ZnBreak, n + 1);
	zn_breaks_find(text, len, chars, n, lang, breaks);
	zn_breaks_hyphenate(context->fonts, chars, n, breaks);
	g_autoptr(GString) out = g_string_sized_new(2 * len);
	for (size_t i = 0; i < n; i++) {
		if (breaks[i].kind == ZN_BREAK_HYPHEN)
			g_string_append_c(out, '~');
		else if (breaks[i].kind >= ZN_BREAK_YES)
			g_string_append_c(out, '|');
		g_string_append_unichar(out, chars[i].c);
	}
	return zn_arena_strdup(context->arena, out->str);
}
