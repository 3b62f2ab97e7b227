/* Private to format/: decimal digits of doubles, rounded as JavaScript rounds them (to nearest; an exact tie goes up, where C's printf
 * goes to even). All take finite numbers >= 0. */
#pragma once

#include <glib.h>

#define ZN_DECIMAL_DIGITS 32 /* room for the digits of zn_decimal_round and shortest */

/* The `precision` (1 to 21) significant digits and the decimal exponent of the first; x > 0. */
int zn_decimal_round(double x, int precision, char digits[ZN_DECIMAL_DIGITS]);
/* The fewest digits that read back as x; x > 0. */
int zn_decimal_shortest(double x, char digits[ZN_DECIMAL_DIGITS]);

/* Number.prototype.toFixed, toExponential and toPrecision. */
void zn_decimal_append_fixed(GString *out, double x, int decimals);
void zn_decimal_append_exponential(GString *out, double x, int decimals);
void zn_decimal_append_precision(GString *out, double x, int precision);
/* Math.round(x).toString(radix) for the radices 2, 8 and 16. */
void zn_decimal_append_radix(GString *out, double x, int radix);
/* Digits and exponent in positional notation: "12300", "0.00123". */
void zn_decimal_append_positional(GString *out, const char *digits, int exponent);
