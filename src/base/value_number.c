/* Numbers to text and back as ECMAScript defines them (ECMA-262, Number::toString and StringToNumber). */
#include "base/value.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_EXACT_INT 9007199254740992.0 /* 2^53 */
#define MAX_DIGITS 17                    /* enough for every double */

/* A decimal number: 0.d1d2d3... times ten to the power of `point`. */
typedef struct Decimal {
	char digits[24];
	int n, point;
} Decimal;

/* --- to text --- */

static void put_integer(char *at, uint64_t num)
{
	char reversed[20];
	int n = 0;
	do
		reversed[n++] = (char)('0' + num % 10);
	while (num /= 10);
	while (n)
		*at++ = reversed[--n];
	*at = '\0';
}

static double decimal_value(const Decimal *decimal)
{
	char text[48];
	snprintf(text, sizeof text, "%se%d", decimal->digits, decimal->point - decimal->n);
	return g_ascii_strtod(text, NULL);
}

/* Rounds a positive number to `precision` digits, without zeros at the end. */
static Decimal decimal_round(double num, int precision)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE], format[16];
	snprintf(format, sizeof format, "%%.%de", precision - 1);
	g_ascii_formatd(text, sizeof text, format, num);
	Decimal decimal = {.n = 0};
	const char *c = text;
	for (; *c && *c != 'e'; c++)
		if (g_ascii_isdigit(*c))
			decimal.digits[decimal.n++] = *c;
	decimal.point = atoi(c + 1) + 1;
	while (decimal.n > 1 && decimal.digits[decimal.n - 1] == '0')
		decimal.n--;
	decimal.digits[decimal.n] = '\0';
	return decimal;
}

/* The next decimal of 16 digits; false when there is none of that length or it is another number's. */
static bool decimal_next(Decimal *decimal, double num)
{
	Decimal next = *decimal;
	while (next.n < 16)
		next.digits[next.n++] = '0';
	int i = next.n - 1;
	while (i >= 0 && next.digits[i] == '9')
		next.digits[i--] = '0';
	if (i < 0)
		return false;
	next.digits[i]++;
	next.digits[next.n] = '\0';
	if (decimal_value(&next) != num)
		return false;
	*decimal = next;
	return true;
}

/* Most numbers of data have few decimals: scaled to an integer of up to 15 digits and divided again, they come back (the
 * division rounds once, as reading the text does). Many times as fast as printing and reading. */
static bool decimal_quick(double num, Decimal *decimal)
{
	static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
	for (int places = 1; places < (int)G_N_ELEMENTS(powers); places++) {
		double scaled = rint(num * powers[places]);
		if (scaled >= 1e15)
			return false;
		if (scaled / powers[places] != num)
			continue;
		put_integer(decimal->digits, (uint64_t)scaled);
		decimal->n = (int)strlen(decimal->digits);
		decimal->point = decimal->n - places;
		return true;
	}
	return false;
}

/* The shortest decimal that reads back as `num`, which is positive and finite.
 * A decimal of 15 digits has a double of its own, hence rounding to 15 finds every shorter text too; this fails only for
 * denormal numbers, which hold less. At a power of two the neighbour below is nearer than the one above, so that the
 * nearest text of 16 digits may belong to that neighbour while the next one up is ours. */
static Decimal decimal_shortest(double num)
{
	int precision = num < DBL_MIN ? 1 : 15;
	for (; precision < MAX_DIGITS; precision++) {
		Decimal decimal = decimal_round(num, precision);
		if (decimal_value(&decimal) == num)
			return decimal;
		int exponent;
		if (precision == 16 && frexp(num, &exponent) == 0.5 && decimal_next(&decimal, num))
			return decimal;
	}
	return decimal_round(num, MAX_DIGITS);
}

static char *put_zeros(char *at, int count)
{
	for (int i = 0; i < count; i++)
		*at++ = '0';
	return at;
}

static char *put_text(char *at, const char *text, int count)
{
	memcpy(at, text, (size_t)count);
	return at + count;
}

static void put_decimal(char *at, const Decimal *decimal)
{
	const char *digits = decimal->digits;
	int n = decimal->n, point = decimal->point;
	if (point > 21 || point <= -6) {
		*at++ = digits[0];
		if (n > 1) {
			*at++ = '.';
			at = put_text(at, digits + 1, n - 1);
		}
		*at++ = 'e';
		*at++ = point > 0 ? '+' : '-';
		put_integer(at, (uint64_t)abs(point - 1));
		return;
	}
	if (point <= 0) {
		at = put_text(at, "0.", 2);
		at = put_zeros(at, -point);
		at = put_text(at, digits, n);
	} else if (n > point) {
		at = put_text(at, digits, point);
		*at++ = '.';
		at = put_text(at, digits + point, n - point);
	} else {
		at = put_text(at, digits, n);
		at = put_zeros(at, point - n);
	}
	*at = '\0';
}

char *zn_number_to_string(double num, char buffer[32])
{
	if (isnan(num))
		return strcpy(buffer, "NaN");
	if (num == 0) /* -0 too */
		return strcpy(buffer, "0");
	char *at = buffer;
	if (num < 0)
		*at++ = '-';
	num = fabs(num);
	if (isinf(num)) {
		strcpy(at, "Infinity");
	} else if (num <= MAX_EXACT_INT && num == floor(num)) {
		put_integer(at, (uint64_t)num);
	} else {
		Decimal decimal = {.n = 0};
		if (!decimal_quick(num, &decimal))
			decimal = decimal_shortest(num);
		put_decimal(at, &decimal);
	}
	return buffer;
}

/* --- from text --- */

/* Bytes of the white space or line end at `text`, 0 when it is none: what String.prototype.trim takes away. */
static size_t space_len(const char *text, const char *end)
{
	unsigned char c = (unsigned char)*text;
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 1;
	if (c < 0x80)
		return 0;
	static const char *const wide[] = {
	    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
	    "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
		size_t len = strlen(wide[i]);
		if ((size_t)(end - text) >= len && memcmp(text, wide[i], len) == 0)
			return len;
	}
	return 0;
}

static void trim(const char **text, const char **end)
{
	for (size_t len; *text < *end && (len = space_len(*text, *end)); *text += len)
		;
	while (*text < *end) {
		const char *last = *end - 1;
		while (last > *text && ((unsigned char)*last & 0xc0) == 0x80)
			last--;
		if (space_len(last, *end) != (size_t)(*end - last))
			return;
		*end = last;
	}
}

/* The digits behind 0x, 0o or 0b. */
static bool parse_radix(const char *text, const char *end, int radix, double *out)
{
	double sum = 0;
	if (text == end)
		return false;
	for (; text < end; text++) {
		int digit = g_ascii_xdigit_value(*text);
		if (digit < 0 || digit >= radix)
			return false;
		sum = sum * radix + digit;
	}
	*out = sum;
	return true;
}

static double parse_slowly(const char *text, size_t len)
{
	char small[64], *copy = len < sizeof small ? small : g_malloc(len + 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	double num = g_ascii_strtod(copy, NULL);
	if (copy != small)
		g_free(copy);
	return num;
}

typedef struct Mantissa {
	uint64_t num;    /* of the digits, when there are at most 19 */
	int digits;      /* all of them: there must be one */
	int significant; /* without zeros in front */
	int decimals;    /* behind the point */
} Mantissa;

static const char *parse_mantissa(const char *text, const char *end, Mantissa *out)
{
	bool point = false;
	for (; text < end; text++) {
		if (*text == '.' && !point) {
			point = true;
			continue;
		}
		if (!g_ascii_isdigit(*text))
			break;
		out->digits++;
		out->significant += out->significant || *text != '0';
		if (out->significant <= 19) {
			out->num = out->num * 10 + (uint64_t)(*text - '0');
			out->decimals += point;
		}
	}
	return text;
}

/* NULL when there is an e but no exponent. */
static const char *parse_exponent(const char *text, const char *end, int *exponent)
{
	if (text == end || (*text != 'e' && *text != 'E'))
		return text;
	text++;
	bool negative = text < end && *text == '-';
	if (text < end && (*text == '-' || *text == '+'))
		text++;
	if (text == end || !g_ascii_isdigit(*text))
		return NULL;
	for (; text < end && g_ascii_isdigit(*text); text++)
		*exponent = MIN(*exponent * 10 + (*text - '0'), 100000);
	if (negative)
		*exponent = -*exponent;
	return text;
}

static bool parse_decimal(const char *text, const char *end, double *out)
{
	static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
	                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
	Mantissa mantissa = {.num = 0};
	int exponent = 0;
	const char *at = parse_mantissa(text, end, &mantissa);
	if (!mantissa.digits)
		return false;
	at = parse_exponent(at, end, &exponent);
	if (at != end)
		return false;
	/* Both factors are exact, so one operation rounds once (W. D. Clinger, How to Read Floating Point Numbers Accurately). */
	int scale = exponent - mantissa.decimals;
	if (mantissa.significant <= 15 && abs(scale) < (int)G_N_ELEMENTS(powers)) {
		double num = (double)mantissa.num;
		*out = scale < 0 ? num / powers[-scale] : num * powers[scale];
	} else {
		*out = parse_slowly(text, (size_t)(end - text));
	}
	return true;
}

bool zn_parse_number(const char *text, size_t len, double *out)
{
	const char *end = text + len;
	trim(&text, &end);
	if (text == end) {
		*out = 0;
		return true;
	}
	if (end - text > 2 && text[0] == '0' && !g_ascii_isdigit(text[1])) {
		char kind = g_ascii_tolower(text[1]);
		int radix = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
		if (radix)
			return parse_radix(text + 2, end, radix, out);
	}
	bool negative = *text == '-';
	if (*text == '-' || *text == '+')
		text++;
	double num;
	if (end - text == 8 && memcmp(text, "Infinity", 8) == 0)
		num = INFINITY;
	else if (!parse_decimal(text, end, &num))
		return false;
	*out = negative ? -num : num;
	return true;
}
