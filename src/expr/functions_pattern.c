/* Texts and regular expressions: regexp(), test(), replace(), split(). */
#include "expr/function.h"
#include "expr/operators.h"
#include "expr/regex.h"

#include <math.h>
#include <string.h>

/* Matches and books its cost: GRegex checks the whole text's encoding each time. False after a problem was reported. */
static bool match_regex(ZnCall *call, const ZnRegex *regex, ZnValue text, size_t start, ZnRegexMatch match, bool *found)
{
	if (!zn_call_charge(call, 1 + text.len / 16.0, ZN_EXPR_MAX_BYTES, "steps"))
		return false;
	int result = zn_regex_match(regex, text.str, text.len, start, match);
	if (result < 0)
		zn_call_fail(call, "avoid repetitions inside repetitions, such as (a+)+", "the regular expression /%s/ takes too long",
		             regex->source);
	*found = result > 0;
	return result >= 0;
}

static ZnValue fn_regexp(ZnCall *call)
{
	const char *flags = zn_arg(call, 1).type == ZN_UNDEFINED ? NULL : zn_arg_str(call, 1);
	const ZnRegex *regex = zn_call_regex(call, zn_arg(call, 0), flags);
	return regex ? (ZnValue){.type = ZN_OPAQUE, .opaque = (void *)regex} : zn_undefined();
}

static ZnValue fn_test(ZnCall *call)
{
	const ZnRegex *regex = zn_call_regex(call, zn_arg(call, 0), NULL);
	if (!regex)
		return zn_undefined();
	ZnValue text = zn_expr_text(call->arena, zn_arg(call, 1));
	ZnRegexMatch match;
	bool found;
	return match_regex(call, regex, text, 0, match, &found) ? zn_bool(found) : zn_undefined();
}

/* The first occurrence of a plain text, in the form of a match without groups. */
static bool match_text(ZnValue text, ZnValue wanted, size_t start, ZnRegexMatch match)
{
	const char *found = start <= text.len ? strstr(text.str + start, wanted.str) : NULL;
	if (!found)
		return false;
	match[0] = (int)(found - text.str);
	match[1] = match[0] + (int)wanted.len;
	return true;
}

/* What replace() and split() look for: a regular expression or a plain text. False when there is no more, or after a problem. */
static bool find_next(ZnCall *call, const ZnRegex *regex, ZnValue wanted, ZnValue text, size_t start, ZnRegexMatch match)
{
	bool found;
	if (regex)
		return match_regex(call, regex, text, start, match, &found) && found;
	return zn_call_charge(call, 1, ZN_EXPR_MAX_BYTES, "steps") && match_text(text, wanted, start, match);
}

static void append_group(GString *out, ZnValue text, const int *match, unsigned group)
{
	if (match[2 * group] >= 0)
		g_string_append_len(out, text.str + match[2 * group], match[2 * group + 1] - match[2 * group]);
}

/* $1, $12: a two-digit number counts when there is such a group, else its first digit does. Bytes used; 0 when it is no group. */
static size_t numbered_group(const char *p, unsigned n_groups, unsigned *group)
{
	for (size_t digits = 2; digits >= 1; digits--) {
		if (!g_ascii_isdigit(p[0]) || (digits == 2 && !g_ascii_isdigit(p[1])))
			continue;
		*group = digits == 2 ? (unsigned)((p[0] - '0') * 10 + p[1] - '0') : (unsigned)(p[0] - '0');
		if (*group >= 1 && *group <= n_groups)
			return digits;
	}
	return 0;
}

/* ECMA-262's GetSubstitution. `regex` is NULL when a plain text was looked for. */
static void append_substitution(GString *out, ZnValue text, const char *replacement, const ZnRegex *regex, const int *match)
{
	unsigned n_groups = regex ? regex->n_groups : 0, group;
	for (const char *p = replacement; *p; p++) {
		const char *close;
		size_t digits;
		if (*p != '$') {
			g_string_append_c(out, *p);
		} else if (p[1] == '$') {
			g_string_append_c(out, *++p);
		} else if (p[1] == '&') {
			append_group(out, text, match, 0);
			p++;
		} else if (p[1] == '`') {
			g_string_append_len(out, text.str, match[0]);
			p++;
		} else if (p[1] == '\'') {
			g_string_append(out, text.str + match[1]);
			p++;
		} else if ((digits = numbered_group(p + 1, n_groups, &group))) {
			append_group(out, text, match, group);
			p += digits;
		} else if (p[1] == '<' && n_groups && (close = strchr(p, '>'))) {
			g_autofree char *name = g_strndup(p + 2, (gsize)(close - p - 2));
			int number = zn_regex_group(regex, name);
			if (number > 0)
				append_group(out, text, match, (unsigned)number);
			p = close;
		} else {
			g_string_append_c(out, '$');
		}
	}
}

static size_t next_char(ZnValue text, size_t byte)
{
	return byte < text.len ? (size_t)(g_utf8_next_char(text.str + byte) - text.str) : text.len + 1;
}

static ZnValue fn_replace(ZnCall *call)
{
	ZnValue text = zn_expr_text(call->arena, zn_arg(call, 0)), pattern = zn_arg(call, 1);
	const ZnRegex *regex = zn_as_regex(pattern);
	if (!regex && !zn_is_str(pattern))
		return zn_call_fail(call, NULL, "replace() looks for a text or a regular expression, not %s", zn_type_phrase(pattern));
	const char *replacement = zn_arg_str(call, 2);
	g_autoptr(GString) out = g_string_new(NULL);
	size_t copied = 0, from = 0;
	ZnRegexMatch match;
	while (find_next(call, regex, pattern, text, from, match)) {
		g_string_append_len(out, text.str + copied, match[0] - (gssize)copied);
		append_substitution(out, text, replacement, regex, match);
		copied = (size_t)match[1];
		from = match[1] > match[0] ? copied : next_char(text, copied);
		if (!zn_call_fits(call, (double)out->len, ZN_EXPR_MAX_BYTES, "bytes"))
			return zn_undefined();
		if (!regex || !regex->global || from > text.len)
			break;
	}
	g_string_append(out, text.str + copied);
	return zn_str_copy(call->arena, out->str, out->len);
}

static void push_part(ZnCall *call, ZnArray *parts, ZnValue text, size_t from, size_t to)
{
	zn_array_push(call->arena, parts, zn_str_copy(call->arena, text.str + from, to - from));
}

static ZnValue fn_split(ZnCall *call)
{
	ZnValue text = zn_expr_text(call->arena, zn_arg(call, 0)), separator = zn_arg(call, 1);
	const ZnRegex *regex = zn_as_regex(separator);
	double limit = zn_arg_num_or(call, 2, INFINITY);
	ZnArray *parts = zn_array_new(call->arena, 4);
	bool whole = separator.type == ZN_UNDEFINED;
	if (!regex)
		separator = zn_expr_text(call->arena, separator);
	size_t part = 0, from = 0;
	ZnRegexMatch match;
	while (!whole && find_next(call, regex, separator, text, from, match)) {
		bool empty = match[1] == match[0];
		if (empty && ((size_t)match[0] == part || (size_t)match[0] >= text.len)) {
			/* An empty separator splits between characters, not at the ends. */
			if (text.len == 0)
				return zn_arr(parts);
			from = next_char(text, (size_t)match[0]);
			if (from >= text.len)
				break;
			if (regex || separator.len)
				continue;
			match[0] = match[1] = (int)from;
		}
		if (!zn_call_fits(call, (double)parts->n, ZN_EXPR_MAX_ITEMS, "items") || (double)parts->n >= limit)
			break;
		push_part(call, parts, text, part, (size_t)match[0]);
		for (unsigned group = 1; regex && group <= regex->n_groups; group++)
			if (match[2 * group] >= 0)
				push_part(call, parts, text, (size_t)match[2 * group], (size_t)match[2 * group + 1]);
			else
				zn_array_push(call->arena, parts, zn_undefined());
		part = from = (size_t)match[1];
	}
	if ((double)parts->n < limit)
		push_part(call, parts, text, part, text.len);
	if ((double)parts->n > limit)
		parts->n = limit >= 1 ? (size_t)limit : 0;
	return zn_arr(parts);
}

const ZnFunction zn_functions_pattern[] = {
    {"regexp", 1, 2, fn_regexp}, {"replace", 3, 3, fn_replace}, {"split", 1, 3, fn_split}, {"test", 1, 3, fn_test}, {0},
};
