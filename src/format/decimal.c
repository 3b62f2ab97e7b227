#include "format/decimal.h"
#include "base/value.h"

#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Does x lie exactly between two numbers of `decimals` decimal places (negative: between two multiples of a power of ten)? With
 * x = k / 2^m, k odd, that is when m = decimals + 1. A multiple of ten to the 23rd or more has no representable half. */
static bool is_tie(double x, int decimals)
{
	if (decimals < 0) {
		if (decimals < -22)
			return false;
		double unit = pow(10, -decimals);
		return fmod(2 * x, 2 * unit) == unit;
	}
	int exponent;
	uint64_t k = (uint64_t)ldexp(frexp(x, &exponent), 53);
	if (!k)
		return false;
	int m = 53 - exponent - __builtin_ctzll(k);
	return m == decimals + 1;
}

/* printf with the rounding that JavaScript has: glibc's is exact and keeps to the rounding direction. */
static void print_rounded(char *buffer, size_t size, const char *format, int decimals, double x, bool up)
{
	if (up)
		fesetround(FE_UPWARD);
	snprintf(buffer, size, format, decimals, x);
	if (up)
		fesetround(FE_TONEAREST);
}

/* "%.*e" is exact, so the exponent it prints is that of x except where it rounds up to the next power of ten. */
static void print_exponential(double x, int decimals, char buffer[64])
{
	print_rounded(buffer, 64, "%.*e", decimals, x, false);
	int exponent = atoi(strchr(buffer, 'e') + 1);
	if (is_tie(x, decimals - exponent))
		print_rounded(buffer, 64, "%.*e", decimals, x, true);
}

/* Splits "d.ddde+xx"; returns the exponent. */
static int split(const char *text, char digits[ZN_DECIMAL_DIGITS])
{
	size_t n = 0;
	for (; *text != 'e'; text++)
		if (*text != '.' && n + 1 < ZN_DECIMAL_DIGITS)
			digits[n++] = *text;
	digits[n] = '\0';
	return atoi(text + 1);
}

int zn_decimal_round(double x, int precision, char digits[ZN_DECIMAL_DIGITS])
{
	char buffer[64];
	print_exponential(x, CLAMP(precision, 1, 21) - 1, buffer);
	return split(buffer, digits);
}

int zn_decimal_shortest(double x, char digits[ZN_DECIMAL_DIGITS])
{
	char buffer[64];
	/* Fifteen digits always survive, so that a shorter text shows as trailing zeros; not so below the smallest normal number. */
	for (int decimals = x < DBL_MIN ? 0 : 14; decimals <= 16; decimals++) {
		snprintf(buffer, sizeof buffer, "%.*e", decimals, x);
		if (g_ascii_strtod(buffer, NULL) == x)
			break;
	}
	int exponent = split(buffer, digits);
	size_t n = strlen(digits);
	while (n > 1 && digits[n - 1] == '0')
		digits[--n] = '\0';
	return exponent;
}

void zn_decimal_append_fixed(GString *out, double x, int decimals)
{
	char buffer[64];
	if (x >= 1e21) {
		g_string_append(out, zn_number_to_string(x, buffer));
		return;
	}
	print_rounded(buffer, sizeof buffer, "%.*f", decimals, x, is_tie(x, decimals));
	g_string_append(out, buffer);
}

static void append_scientific(GString *out, const char *digits, int exponent)
{
	g_string_append_c(out, digits[0]);
	if (digits[1])
		g_string_append_printf(out, ".%s", digits + 1);
	g_string_append_printf(out, "e%+d", exponent);
}

void zn_decimal_append_exponential(GString *out, double x, int decimals)
{
	char digits[ZN_DECIMAL_DIGITS];
	int exponent = zn_decimal_round(x, decimals + 1, digits);
	append_scientific(out, digits, exponent);
}

void zn_decimal_append_precision(GString *out, double x, int precision)
{
	char digits[ZN_DECIMAL_DIGITS];
	int exponent = zn_decimal_round(x, precision, digits);
	if (exponent < -6 || exponent >= precision)
		append_scientific(out, digits, exponent);
	else
		zn_decimal_append_positional(out, digits, exponent);
}

void zn_decimal_append_radix(GString *out, double x, int radix)
{
	char digits[1100]; /* a double has at most 1024 binary digits before its point */
	size_t at = sizeof digits;
	x = round(x);
	do {
		double rest = floor(x / radix);
		digits[--at] = "0123456789abcdef"[(int)(x - rest * radix)];
		x = rest;
	} while (x > 0);
	g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

static void append_zeros(GString *out, int n)
{
	for (; n > 0; n--)
		g_string_append_c(out, '0');
}

void zn_decimal_append_positional(GString *out, const char *digits, int exponent)
{
	int n = (int)strlen(digits), whole = exponent + 1;
	if (whole <= 0) {
		g_string_append(out, "0.");
		append_zeros(out, -whole);
		g_string_append(out, digits);
	} else if (whole >= n) {
		g_string_append(out, digits);
		append_zeros(out, whole - n);
	} else {
		g_string_append_len(out, digits, whole);
		g_string_append_printf(out, ".%s", digits + whole);
	}
}
