/* d3-format: https://d3js.org/d3-format, and vega-format's formatSpan and formatFloat over it. */
#include "format/decimal.h"
#include "format/locale_data.h"
#include "format/tick_step.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MAX_WIDTH 1000 /* of padding; no label is wider */

/* --- the body of a number, without sign, as the type writes it --- */

static void append_binary(GString *out, double x, int precision)
{
	zn_decimal_append_radix(out, x, 2);
}

static void append_octal(GString *out, double x, int precision)
{
	zn_decimal_append_radix(out, x, 8);
}

static void append_hex(GString *out, double x, int precision)
{
	zn_decimal_append_radix(out, x, 16);
}

static void append_upper_hex(GString *out, double x, int precision)
{
	zn_decimal_append_radix(out, x, 16);
	g_string_ascii_up(out);
}

static void append_whole(GString *out, double x, int precision)
{
	char digits[ZN_DECIMAL_DIGITS];
	x = round(x);
	if (x == 0)
		g_string_append_c(out, '0');
	else
		zn_decimal_append_positional(out, digits, zn_decimal_shortest(x, digits));
}

static void append_rounded(GString *out, double x, int precision)
{
	char digits[ZN_DECIMAL_DIGITS];
	if (x == 0)
		g_string_append_c(out, '0');
	else
		zn_decimal_append_positional(out, digits, zn_decimal_round(x, precision, digits));
}

/* The SI prefix of a decimal exponent, as the exponent of the prefix: -24 to 24. */
static int si_exponent(int exponent)
{
	return CLAMP((int)floor(exponent / 3.0), -8, 8) * 3;
}

static void append_si(GString *out, double x, int precision)
{
	char digits[ZN_DECIMAL_DIGITS];
	if (x == 0) {
		zn_decimal_append_fixed(out, x, precision - 1);
		return;
	}
	int exponent = zn_decimal_round(x, precision, digits);
	exponent -= si_exponent(exponent);
	if (exponent < 0) { /* less than 1y: that many digits fewer */
		int left = MAX(0, precision + exponent);
		if (left)
			zn_decimal_round(x, left, digits);
		else
			zn_decimal_shortest(x, digits);
	}
	zn_decimal_append_positional(out, digits, exponent);
}

static const struct {
	char type;
	bool fractional;  /* what stands behind the digits is not grouped */
	bool significant; /* precision counts significant digits, 1 to 21, not decimals, 0 to 20 */
	void (*append)(GString *out, double x, int precision);
} types[] = {
    {'%', true, false, zn_decimal_append_fixed},
    {'b', false, false, append_binary},
    {'c', false, false, NULL},
    {'d', true, false, append_whole},
    {'e', true, false, zn_decimal_append_exponential},
    {'f', true, false, zn_decimal_append_fixed},
    {'g', true, true, zn_decimal_append_precision},
    {'o', false, false, append_octal},
    {'p', true, true, append_rounded},
    {'r', true, true, append_rounded},
    {'s', true, true, append_si},
    {'X', false, false, append_upper_hex},
    {'x', false, false, append_hex},
};

static int type_index(char type)
{
	for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
		if (types[i].type == type)
			return (int)i;
	return -1;
}

/* --- parsing a specifier: [[fill]align][sign][symbol][0][width][,][.precision][~][type] --- */

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* Digits as a number, at most `limit`; -1 when there are none. */
static int take_digits(const char **text, int limit)
{
	if (!g_ascii_isdigit(**text))
		return -1;
	int n = 0;
	for (; g_ascii_isdigit(**text); (*text)++)
		n = MIN(n * 10 + (**text - '0'), limit);
	return n;
}

bool zn_number_format_parse(const char *spec, ZnNumberFormat *out)
{
	ZnNumberFormat format = {.fill = " ", .align = '>', .sign = '-', .width = -1, .precision = -1};
	if (!spec || !g_utf8_validate(spec, -1, NULL))
		return false;
	const char *second = *spec ? g_utf8_next_char(spec) : spec;
	if (is_one_of(*second, "<>=^")) {
		memset(format.fill, 0, sizeof format.fill);
		memcpy(format.fill, spec, (size_t)(second - spec));
		format.align = *second;
		spec = second + 1;
	} else if (is_one_of(*spec, "<>=^")) {
		format.align = *spec++;
	}
	if (is_one_of(*spec, "+-( "))
		format.sign = *spec++;
	if (is_one_of(*spec, "$#"))
		format.symbol = *spec++;
	if (*spec == '0') {
		format.zero = true;
		spec++;
	}
	format.width = take_digits(&spec, MAX_WIDTH);
	if (*spec == ',') {
		format.comma = true;
		spec++;
	}
	if (*spec == '.') {
		spec++;
		format.precision = take_digits(&spec, 100);
		if (format.precision < 0)
			return false;
	}
	if (*spec == '~') {
		format.trim = true;
		spec++;
	}
	if (g_ascii_isalpha(*spec) || *spec == '%')
		format.type = *spec++;
	if (*spec)
		return false;
	*out = format;
	return true;
}

bool zn_number_format_valid(const char *spec)
{
	ZnNumberFormat format;
	return zn_number_format_parse(spec, &format);
}

/* --- putting a number together --- */

/* Removes the zeros behind the last digit that counts, before an exponent too. */
static void trim_zeros(GString *value)
{
	const char *point = strchr(value->str, '.');
	if (!point)
		return;
	gssize end = (point - value->str) + 1 + (gssize)strspn(point + 1, "0123456789"), keep = end;
	while (value->str[keep - 1] == '0')
		keep--;
	if (value->str[keep - 1] == '.')
		keep--;
	g_string_erase(value, keep, end - keep);
}

/* "0", "0.00", "0.0e+0": a number that rounding has made zero. */
static bool is_zero(const char *value)
{
	char next = value[strspn(value, "0.")];
	return *value == '0' && (!next || next == 'e');
}

/* Digits in threes from the right; with a `width` >= 0, which the zero-padded number is to fill, the leftmost zeros that do not fit
 * are cut. */
static void group_digits(GString *value, const char *separator, int width)
{
	g_autoptr(GString) grouped = g_string_new(NULL);
	int rest = (int)value->len, length = 0;
	while (rest > 0) {
		int size = 3;
		if (width >= 0 && length + size + 1 > width)
			size = MAX(1, width - length);
		int start = MAX(0, rest - size);
		if (length)
			g_string_prepend(grouped, separator);
		g_string_prepend_len(grouped, value->str + start, rest - start);
		rest -= size;
		length += size + 1;
		if (width >= 0 && length > width)
			break;
	}
	g_string_assign(value, grouped->str);
}

/* A specifier with the type's defaults settled. */
typedef struct Plan {
	const ZnLocale *locale;
	ZnNumberFormat format;
	int type;         /* row of `types` */
	const char *unit; /* formatPrefix's SI prefix, else "" */
} Plan;

static Plan plan(const ZnLocale *locale, const ZnNumberFormat *given)
{
	Plan p = {.locale = locale, .format = *given, .unit = ""};
	ZnNumberFormat *format = &p.format;
	if (format->type == 'n') { /* ",g" */
		format->comma = true;
		format->type = 'g';
	} else if (type_index(format->type) < 0) { /* ".12~g" */
		if (format->precision < 0)
			format->precision = 12;
		format->trim = true;
		format->type = 'g';
	}
	p.type = type_index(format->type);
	if (format->zero || (!strcmp(format->fill, "0") && format->align == '=')) {
		format->zero = true;
		strcpy(format->fill, "0");
		format->align = '=';
	}
	if (!*format->fill)
		strcpy(format->fill, " ");
	bool significant = types[p.type].significant;
	format->precision = format->precision < 0 ? 6 : CLAMP(format->precision, significant, 20 + significant);
	return p;
}

/* Moves what is not the whole number's digits (".5", "e+3", "NaN") in front of the suffix, with the locale's decimal point. */
static void split_fraction(GString *value, GString *suffix, const char *decimal)
{
	size_t digits = strspn(value->str, "0123456789");
	const char *fraction = value->str + digits;
	if (*fraction == '.') {
		g_string_prepend(suffix, fraction + 1);
		g_string_prepend(suffix, decimal);
	} else {
		g_string_prepend(suffix, fraction);
	}
	g_string_truncate(value, digits);
}

/* The number's magnitude as its type writes it. */
static void write_magnitude(const Plan *p, double x, GString *value)
{
	char type = p->format.type;
	int precision = p->format.precision;
	if (isnan(x))
		g_string_append(value, "NaN");
	else if (isinf(x))
		g_string_append(value, type == 'X' ? "INFINITY" : "Infinity");
	else if (x == 0 && type == 'e') /* zero has no digits that could be counted */
		g_string_append_printf(value, "%.*fe+0", precision, 0.0);
	else if (x == 0 && type == 'g')
		zn_decimal_append_fixed(value, 0, precision - 1);
	else
		types[p->type].append(value, x, precision);
	if (p->format.trim)
		trim_zeros(value);
}

/* The sign, the digits and what follows them. */
static void write_parts(const Plan *p, double number, GString *prefix, GString *value, GString *suffix)
{
	const ZnNumberFormat *format = &p->format;
	const ZnLocale *locale = p->locale;
	char type = format->type, text[32], digits[ZN_DECIMAL_DIGITS];
	bool is_percent = type == '%' || type == 'p';
	g_string_append(suffix, format->symbol == '$' ? locale->currency_suffix : is_percent ? locale->percent : "");
	g_string_append(suffix, p->unit);
	if (type == 'c') {
		g_string_prepend(suffix, zn_number_to_string(number, text));
	} else {
		double x = fabs(number) * (is_percent ? 100 : 1);
		write_magnitude(p, x, value);
		bool negative = signbit(number) && !isnan(number) && (format->sign == '+' || !is_zero(value->str));
		if (negative)
			g_string_append(prefix, format->sign == '(' ? "(" : locale->minus);
		else if (format->sign == '+' || format->sign == ' ')
			g_string_append_c(prefix, format->sign);
		if (type == 's' && isfinite(x) && x != 0)
			g_string_prepend(suffix, locale->si_prefixes[8 + si_exponent(zn_decimal_round(x, format->precision, digits)) / 3]);
		if (negative && format->sign == '(')
			g_string_append_c(suffix, ')');
		if (types[p->type].fractional)
			split_fraction(value, suffix, locale->decimal);
	}
	if (format->symbol == '$')
		g_string_append(prefix, locale->currency_prefix);
	else if (format->symbol == '#' && is_one_of(type, "boxX"))
		g_string_append_printf(prefix, "0%c", g_ascii_tolower(type));
}

static int chars(const GString *text)
{
	return (int)g_utf8_strlen(text->str, (gssize)text->len);
}

static void append_fill(GString *out, const char *fill, int n)
{
	for (; n > 0; n--)
		g_string_append(out, fill);
}

static const char *write_number(ZnArena *arena, const Plan *p, double number)
{
	const ZnNumberFormat *format = &p->format;
	g_autoptr(GString) prefix = g_string_new(NULL), value = g_string_new(NULL), suffix = g_string_new(NULL);
	write_parts(p, number, prefix, value, suffix);

	/* Padding zeros are grouped with the number, other padding stands around it. */
	bool group = format->comma && (format->zero || (int)value->len >= p->locale->min_grouped);
	if (group && !format->zero)
		group_digits(value, p->locale->group, -1);
	int padding = MAX(0, format->width - chars(prefix) - chars(value) - chars(suffix)), before = 0, inside = 0;
	if (group && format->zero) {
		g_autoptr(GString) padded = g_string_new(NULL);
		append_fill(padded, "0", padding);
		g_string_append(padded, value->str);
		if ((int)padded->len >= p->locale->min_grouped)
			group_digits(padded, p->locale->group, padding ? format->width - chars(suffix) : -1);
		g_string_assign(value, padded->str);
		padding = 0;
	}
	if (format->align == '=')
		inside = padding;
	else if (format->align != '<')
		before = format->align == '^' ? padding / 2 : padding;

	g_autoptr(GString) out = g_string_new(NULL);
	append_fill(out, format->fill, before);
	g_string_append(out, prefix->str);
	append_fill(out, format->fill, inside);
	g_string_append(out, value->str);
	g_string_append(out, suffix->str);
	append_fill(out, format->fill, padding - before - inside);
	return zn_arena_strndup(arena, out->str, out->len);
}

const char *zn_format_number(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double number)
{
	if (format->prefix_of)
		return zn_format_number_prefix(arena, locale, format, format->prefix_of, number);
	Plan p = plan(locale, format);
	return write_number(arena, &p, number);
}

const char *zn_format_number_text(ZnArena *arena, const ZnLocale *locale, const char *spec, double number)
{
	ZnNumberFormat format;
	if (zn_number_format_parse(spec, &format))
		return zn_format_number(arena, locale, &format, number);
	return zn_to_str(arena, zn_num(number));
}

/* --- precision from ticks --- */

/* The decimal exponent; false for 0, NaN and infinities, which have none. */
static bool decimal_exponent(double x, int *exponent)
{
	char digits[ZN_DECIMAL_DIGITS];
	x = fabs(x);
	if (!isfinite(x) || x == 0)
		return false;
	*exponent = zn_decimal_shortest(x, digits);
	return true;
}

const char *zn_format_number_prefix(ZnArena *arena, const ZnLocale *locale, const ZnNumberFormat *format, double reference, double number)
{
	ZnNumberFormat fixed = *format;
	int exponent = 0;
	fixed.type = 'f';
	Plan p = plan(locale, &fixed);
	if (decimal_exponent(reference, &exponent)) {
		exponent = si_exponent(exponent);
		p.unit = locale->si_prefixes[8 + exponent / 3];
	}
	return write_number(arena, &p, pow(10, -exponent) * number); /* not divided: d3 has the rounding of this product */
}

int zn_precision_fixed(double step)
{
	int exponent;
	return decimal_exponent(step, &exponent) ? MAX(0, -exponent) : -1;
}

int zn_precision_prefix(double step, double value)
{
	int of_step, of_value;
	if (!decimal_exponent(step, &of_step) || !decimal_exponent(value, &of_value))
		return -1;
	return MAX(0, si_exponent(of_value) - of_step);
}

int zn_precision_round(double step, double max)
{
	int of_step, of_max;
	step = fabs(step);
	if (!decimal_exponent(step, &of_step) || !decimal_exponent(fabs(max) - step, &of_max))
		return -1;
	return MAX(0, of_max - of_step) + 1;
}

ZnNumberFormat zn_format_ticks(double start, double stop, double count, const char *spec)
{
	ZnNumberFormat format;
	if (!spec || !*spec || !zn_number_format_parse(spec, &format))
		zn_number_format_parse(",f", &format);
	if (format.precision >= 0)
		return format;
	double step = zn_tick_step(start, stop, count), value = fmax(fabs(start), fabs(stop));
	int precision;
	switch (format.type) {
	case 's':
		format.precision = zn_precision_prefix(step, value);
		format.prefix_of = isfinite(value) ? value : 0;
		break;
	case 0:
	case 'e':
	case 'g':
	case 'p':
	case 'r':
		precision = zn_precision_round(step, value);
		format.precision = precision < 0 ? -1 : precision - (format.type == 'e');
		break;
	case 'f':
	case '%':
		precision = zn_precision_fixed(step);
		format.precision = precision < 0 ? -1 : MAX(0, precision - (format.type == '%') * 2);
		break;
	}
	return format;
}

ZnNumberFormat zn_format_float(const char *spec)
{
	ZnNumberFormat format;
	if (!spec || !*spec || !zn_number_format_parse(spec, &format))
		zn_number_format_parse(",", &format);
	if (format.precision < 0) {
		format.precision = format.type == '%' ? 10 : format.type == 'e' ? 11 : 12;
		format.trim = true;
	}
	return format;
}
