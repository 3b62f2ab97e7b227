/* Numbers as running text writes them. */
#include "format/decimal.h"
#include "format/locale_data.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 20
#define RELIABLE_DIGITS 15 /* of a double, so that 0.1 + 0.2 is 0.3 */

/* |number| with a full stop, not grouped. */
static void append_plain(GString *out, double x, int decimals)
{
	char digits[ZN_DECIMAL_DIGITS];
	if (decimals >= 0) {
		zn_decimal_append_fixed(out, x, MIN(decimals, MOST_DECIMALS));
	} else if (x == 0) {
		g_string_append_c(out, '0');
	} else {
		int exponent = zn_decimal_round(x, RELIABLE_DIGITS, digits);
		size_t n = strlen(digits);
		while (n > 1 && digits[n - 1] == '0')
			digits[--n] = '\0';
		zn_decimal_append_positional(out, digits, exponent);
	}
}

static double rounded(double x, int decimals)
{
	g_autoptr(GString) text = g_string_new(NULL);
	append_plain(text, x, decimals);
	return g_ascii_strtod(text->str, NULL);
}

/* The word for a number of this size, so that what is written before it is at least 1 and less than the next word's. */
static const ZnNumberWord *word_for(const ZnLocale *locale, double x, int decimals)
{
	const ZnNumberWord *words = locale->words, *word = words;
	while (word->value && x < word->value)
		word++;
	/* 999 999 with two decimals is not "1000.00 thousand" but "1.00 million". */
	if (word > words && rounded(x / (word->value ? word->value : 1), decimals) >= word[-1].value / (word->value ? word->value : 1))
		word--;
	return word->value ? word : NULL;
}

static void append_grouped(GString *out, const ZnLocale *locale, const char *plain)
{
	size_t whole = strspn(plain, "0123456789");
	bool group = locale->group_prose && (int)whole >= locale->min_grouped;
	for (size_t i = 0; i < whole; i++) {
		if (group && i && (whole - i) % 3 == 0)
			g_string_append(out, locale->group);
		g_string_append_c(out, plain[i]);
	}
	if (plain[whole] == '.') {
		g_string_append(out, locale->decimal);
		whole++;
	}
	g_string_append(out, plain + whole);
}

const char *zn_format_prose(ZnArena *arena, const ZnLocale *locale, double number, int decimals, bool big)
{
	if (isnan(number))
		return "NaN";
	double x = fabs(number);
	const ZnNumberWord *word = big && isfinite(x) ? word_for(locale, x, decimals) : NULL;
	g_autoptr(GString) plain = g_string_new(NULL), out = g_string_new(NULL);
	if (isfinite(x))
		append_plain(plain, word ? x / word->value : x, decimals);
	else
		g_string_append(plain, "∞");
	bool is_zero = plain->str[strspn(plain->str, "0.")] == '\0';
	if (number < 0 && !is_zero)
		g_string_append(out, locale->minus);
	append_grouped(out, locale, plain->str);
	if (word) {
		g_string_append(out, locale->word_space);
		g_string_append(out, word->text);
	}
	return zn_arena_strndup(arena, out->str, out->len);
}
