/* Texts: positions and lengths count UTF-16 units, as JavaScript does (utf16.h). Patterns are in functions_pattern.c. */
#include "expr/function.h"
#include "expr/operators.h"
#include "expr/utf16.h"

#include <math.h>
#include <string.h>

static ZnValue text_arg(ZnCall *call, size_t i)
{
	return zn_expr_text(call->arena, zn_arg(call, i));
}

static ZnValue from_gstring(ZnCall *call, const GString *string)
{
	if (!zn_call_charge(call, (double)string->len, ZN_EXPR_MAX_BYTES, "bytes"))
		return zn_undefined();
	return zn_str_copy(call->arena, string->str, string->len);
}

/* Case by character and not by locale, so that the same input gives the same output everywhere. */
static ZnValue change_case(ZnCall *call, gunichar (*change)(gunichar), bool up)
{
	ZnValue text = text_arg(call, 0);
	g_autoptr(GString) out = g_string_sized_new(text.len);
	for (const char *p = text.str; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (up && c == 0xDF)
			g_string_append(out, "SS"); /* the sharp s has no capital of its own in ECMAScript's tables */
		else
			g_string_append_unichar(out, change(c));
	}
	return from_gstring(call, out);
}

static ZnValue fn_lower(ZnCall *call)
{
	return change_case(call, g_unichar_tolower, false);
}

static ZnValue fn_upper(ZnCall *call)
{
	return change_case(call, g_unichar_toupper, true);
}

static bool is_space(gunichar c)
{
	return g_unichar_isspace(c) || c == '\v' || c == 0xFEFF || c == 0x2028 || c == 0x2029;
}

static const char *skip_space(const char *p)
{
	while (*p && is_space(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

static ZnValue fn_trim(ZnCall *call)
{
	ZnValue text = text_arg(call, 0);
	const char *start = skip_space(text.str), *end = text.str + text.len;
	while (end > start) {
		const char *before = g_utf8_prev_char(end);
		if (!is_space(g_utf8_get_char(before)))
			break;
		end = before;
	}
	return zn_str_copy(call->arena, start, (size_t)(end - start));
}

static void append_repeated(GString *out, const char *text, double times)
{
	for (double i = 1; i <= times; i++)
		g_string_append(out, text);
}

static ZnValue fn_pad(ZnCall *call)
{
	ZnValue text = text_arg(call, 0);
	const char *fill = zn_truthy(zn_arg(call, 2)) ? zn_arg_str(call, 2) : " ", *align = zn_arg_str(call, 3);
	double n = zn_arg_num(call, 1) - (double)zn_utf16_len(text);
	if (!(n > 0))
		return text;
	if (!zn_call_charge(call, n * (double)strlen(fill), ZN_EXPR_MAX_BYTES, "bytes"))
		return zn_undefined();
	double before = !strcmp(align, "left") ? n : !strcmp(align, "center") ? floor(n / 2) : 0;
	double after = !strcmp(align, "left") ? 0 : !strcmp(align, "center") ? ceil(n / 2) : n;
	g_autoptr(GString) out = g_string_new(NULL);
	append_repeated(out, fill, before);
	g_string_append(out, text.str);
	append_repeated(out, fill, after);
	return from_gstring(call, out);
}

static ZnValue fn_truncate(ZnCall *call)
{
	ZnValue text = text_arg(call, 0), ellipsis = zn_arg(call, 3);
	ellipsis = ellipsis.type == ZN_UNDEFINED || ellipsis.type == ZN_NULL ? zn_str("…") : zn_expr_text(call->arena, ellipsis);
	const char *align = zn_arg_str(call, 2);
	double length = zn_arg_num(call, 1);
	size_t n = zn_utf16_len(text);
	if ((double)n <= length)
		return text;
	double room = trunc(fmax(0, length - (double)zn_utf16_len(ellipsis)));
	size_t keep = room > 0 ? (size_t)room : 0, before = keep, after = 0;
	if (!strcmp(align, "left")) {
		before = 0;
		after = keep;
	} else if (!strcmp(align, "center")) {
		before = (keep + 1) / 2;
		after = keep / 2;
	}
	g_autoptr(GString) out = g_string_new(zn_utf16_slice(call->arena, text, 0, before).str);
	g_string_append(out, ellipsis.str);
	g_string_append(out, zn_utf16_slice(call->arena, text, n - after, n).str);
	return from_gstring(call, out);
}

static ZnValue fn_substring(ZnCall *call)
{
	ZnValue text = text_arg(call, 0);
	double n = (double)zn_utf16_len(text), ends[2];
	for (size_t i = 0; i < 2; i++) {
		double at = zn_arg(call, i + 1).type == ZN_UNDEFINED ? (i ? n : 0) : trunc(zn_arg_num(call, i + 1));
		ends[i] = isnan(at) || at < 0 ? 0 : fmin(at, n);
	}
	return zn_utf16_slice(call->arena, text, (size_t)fmin(ends[0], ends[1]), (size_t)fmax(ends[0], ends[1]));
}

/* Bytes of the decimal number at the start of a text; 0 when there is none. */
static size_t decimal_prefix(const char *text)
{
	const char *p = text + (*text == '+' || *text == '-'), *digits = p;
	size_t n_digits = strspn(p, "0123456789");
	p += n_digits;
	if (*p == '.') {
		size_t fraction = strspn(p + 1, "0123456789");
		n_digits += fraction;
		p += fraction || p > digits ? fraction + 1 : 0;
	}
	if (!n_digits)
		return 0;
	if (*p == 'e' || *p == 'E') {
		const char *exponent = p + 1 + (p[1] == '+' || p[1] == '-');
		size_t n = strspn(exponent, "0123456789");
		if (n)
			p = exponent + n;
	}
	return (size_t)(p - text);
}

static ZnValue fn_parsefloat(ZnCall *call)
{
	const char *text = skip_space(zn_arg_str(call, 0));
	const char *word = text + (*text == '+' || *text == '-');
	if (g_str_has_prefix(word, "Infinity"))
		return zn_num(*text == '-' ? -INFINITY : INFINITY);
	size_t len = decimal_prefix(text);
	return zn_num(len ? g_ascii_strtod(zn_arena_strndup(call->arena, text, len), NULL) : NAN);
}

static ZnValue fn_parseint(ZnCall *call)
{
	const char *text = skip_space(zn_arg_str(call, 0));
	double wanted = zn_arg_num_or(call, 1, 0), number = 0, sign = *text == '-' ? -1 : 1;
	text += *text == '+' || *text == '-';
	int radix = wanted >= 2 && wanted < 37 ? (int)wanted : 10;
	if (wanted && !isnan(wanted) && !(wanted >= 2 && wanted < 37))
		return zn_num(NAN);
	if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X') && (!(wanted >= 2) || radix == 16)) {
		radix = 16;
		text += 2;
	}
	const char *start = text;
	for (;; text++) {
		int digit = g_ascii_isdigit(*text) ? *text - '0' : g_ascii_isalpha(*text) ? g_ascii_tolower(*text) - 'a' + 10 : 99;
		if (digit >= radix)
			break;
		number = number * radix + digit;
	}
	return zn_num(text > start ? sign * number : NAN);
}

/* base64 of a text whose characters are bytes (U+0000..U+00FF). */
static ZnValue fn_btoa(ZnCall *call)
{
	ZnValue text = text_arg(call, 0);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	for (const char *p = text.str; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c > 0xFF)
			return zn_call_fail(call, NULL, "btoa() takes characters up to U+00FF only");
		g_byte_array_append(bytes, &(guint8){(guint8)c}, 1);
	}
	g_autofree char *encoded = g_base64_encode(bytes->data ? bytes->data : (const guint8 *)"", bytes->len);
	return zn_str_copy(call->arena, encoded, strlen(encoded));
}

static ZnValue fn_atob(ZnCall *call)
{
	ZnValue text = text_arg(call, 0);
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t n = strspn(text.str, alphabet), padding = strspn(text.str + n, "=");
	if (n + padding != text.len || padding > 2 || n % 4 == 1)
		return zn_call_fail(call, NULL, "atob() takes base64, not “%.40s”", text.str);
	/* GLib wants the padding that ECMAScript lets one leave out. */
	g_autofree char *padded = g_strdup_printf("%.*s%s", (int)n, text.str, n % 4 == 2 ? "==" : n % 4 == 3 ? "=" : "");
	gsize len;
	g_autofree guchar *bytes = g_base64_decode(padded, &len);
	g_autoptr(GString) out = g_string_new(NULL);
	for (gsize i = 0; i < len; i++) {
		if (!bytes[i])
			return zn_call_fail(call, NULL, "atob() gives a text with the character U+0000");
		g_string_append_unichar(out, bytes[i]);
	}
	return from_gstring(call, out);
}

static ZnValue fn_encodeuricomponent(ZnCall *call)
{
	g_autofree char *escaped = g_uri_escape_string(zn_arg_str(call, 0), "!*'()", FALSE);
	return zn_str_copy(call->arena, escaped, strlen(escaped));
}

const ZnFunction zn_functions_string[] = {
    {"atob", 1, 1, fn_atob},
    {"btoa", 1, 1, fn_btoa},
    {"encodeURIComponent", 1, 1, fn_encodeuricomponent},
    {"lower", 1, 1, fn_lower},
    {"pad", 2, 4, fn_pad},
    {"parseFloat", 1, 1, fn_parsefloat},
    {"parseInt", 1, 2, fn_parseint},
    {"substring", 1, 3, fn_substring},
    {"trim", 1, 1, fn_trim},
    {"truncate", 2, 4, fn_truncate},
    {"upper", 1, 1, fn_upper},
    {0},
};
