#include "expr/regex.h"

#include <string.h>

#define WORD "A-Za-z0-9_"
#define NOT_WORD "\\x{0}-/:-@\\x{5b}-\\x{5e}`{-\\x{10ffff}"
#define LINE_END "\\n\\r\\x{2028}\\x{2029}"
#define MATCH_LIMIT "(*LIMIT_MATCH=1000000)"
#define LONGEST_PATTERN 10000

typedef struct Translation {
	const char *in;
	GString *out;
	bool multiline, dot_all, unicode;
	bool can_repeat; /* a quantifier may stand here */
	unsigned n_groups;
	const char *problem;
} Translation;

/* Escapes that mean something else, or something narrower, in JavaScript than in PCRE. */
static const struct {
	char letter;
	const char *outside, *in_class;
} escapes[] = {
    {'d', "[0-9]", "0-9"},
    {'D', "[^0-9]", "\\x{0}-/:-\\x{10ffff}"},
    {'w', "[" WORD "]", WORD},
    {'W', "[^" WORD "]", NOT_WORD},
    {'s', "[\\s\\x{feff}]", "\\s\\x{feff}"},
    {'S', "[^\\s\\x{feff}]", "\\S"},
    {'b', "(?:(?<=[" WORD "])(?![" WORD "])|(?<![" WORD "])(?=[" WORD "]))", "\\x{8}"},
    {'B', "(?:(?<=[" WORD "])(?=[" WORD "])|(?<![" WORD "])(?![" WORD "]))", "B"},
    {'n', "\\n", "\\n"},
    {'r', "\\r", "\\r"},
    {'t', "\\t", "\\t"},
    {'f', "\\f", "\\f"},
    {'v', "\\x{b}", "\\x{b}"},
    {'0', "\\x{0}", "\\x{0}"},
};

static void append_code(GString *out, gunichar code)
{
	g_string_append_printf(out, "\\x{%x}", code);
}

/* Reads up to `max` hexadecimal digits; false when there are fewer than `min`. */
static bool read_hex(const char **p, int min, int max, gunichar *code)
{
	int n = 0;
	*code = 0;
	for (int digit; n < max && (digit = g_ascii_xdigit_value((*p)[n])) >= 0; n++)
		*code = *code * 16 + (gunichar)digit;
	if (n < min)
		return false;
	*p += n;
	return true;
}

/* \u and \x behind the letter; false when they stand for the letter itself. */
static bool translate_code(Translation *t, char letter)
{
	const char *p = t->in;
	gunichar code, low;
	bool braced = letter == 'u' && t->unicode && *p == '{';
	p += braced;
	if (!read_hex(&p, braced ? 1 : letter == 'u' ? 4 : 2, braced ? 6 : letter == 'u' ? 4 : 2, &code) || (braced && *p++ != '}'))
		return false;
	if (code >= 0xD800 && code <= 0xDBFF && p[0] == '\\' && p[1] == 'u') {
		const char *ahead = p + 2;
		if (read_hex(&ahead, 4, 4, &low) && low >= 0xDC00 && low <= 0xDFFF) {
			code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
			p = ahead;
		}
	}
	if (!g_unichar_validate(code))
		code = 0xFFFD;
	append_code(t->out, code);
	t->in = p;
	return true;
}

static void translate_property(Translation *t, char letter)
{
	const char *end = *t->in == '{' ? strchr(t->in, '}') : NULL;
	if (!end) {
		t->problem = "\\p needs a property in braces";
		return;
	}
	g_string_append_printf(t->out, "\\%c{", letter);
	for (const char *p = t->in + 1; p < end; p++)
		if (g_ascii_isalnum(*p) || *p == '_' || *p == '^')
			g_string_append_c(t->out, *p);
	g_string_append_c(t->out, '}');
	t->in = end + 1;
}

static void append_literal(GString *out, gunichar c)
{
	if (c < 0x80 && !g_ascii_isalnum((char)c))
		append_code(out, c);
	else
		g_string_append_unichar(out, c);
}

static void translate_escape(Translation *t, bool in_class)
{
	gunichar c = g_utf8_get_char(t->in);
	if (!c) {
		t->problem = "the pattern ends in a backslash";
		return;
	}
	t->in = g_utf8_next_char(t->in);
	for (size_t i = 0; i < G_N_ELEMENTS(escapes); i++)
		if ((gunichar)escapes[i].letter == c) {
			g_string_append(t->out, in_class ? escapes[i].in_class : escapes[i].outside);
			return;
		}
	if ((c == 'u' || c == 'x') && translate_code(t, (char)c))
		return;
	if (c == 'c' && g_ascii_isalpha(*t->in)) {
		append_code(t->out, (gunichar)(*t->in++ & 31));
	} else if ((c == 'p' || c == 'P') && t->unicode) {
		translate_property(t, (char)c);
	} else if (c >= '1' && c <= '9' && !in_class) {
		/* The brackets keep a digit behind it from running into the number. */
		unsigned group = c - '0';
		while (g_ascii_isdigit(*t->in) && group < 100)
			group = group * 10 + (unsigned)(*t->in++ - '0');
		g_string_append_printf(t->out, "\\g{%u}", group);
	} else if (c == 'k' && *t->in == '<' && strchr(t->in, '>')) {
		size_t len = (size_t)(strchr(t->in, '>') - t->in) + 1;
		g_string_append_printf(t->out, "\\k%.*s", (int)len, t->in);
		t->in += len;
	} else {
		append_literal(t->out, c);
	}
}

static void translate_class(Translation *t)
{
	if (!strncmp(t->in, "^]", 2)) {
		g_string_append(t->out, "[\\s\\S]");
		t->in += 2;
		return;
	}
	if (*t->in == ']') {
		g_string_append(t->out, "(?!)");
		t->in++;
		return;
	}
	g_string_append_c(t->out, '[');
	if (*t->in == '^')
		g_string_append_c(t->out, *t->in++);
	while (*t->in != ']' && !t->problem) {
		gunichar c = g_utf8_get_char(t->in);
		if (!c) {
			t->problem = "a character class has no closing bracket";
			return;
		}
		t->in = g_utf8_next_char(t->in);
		if (c == '\\')
			translate_escape(t, true);
		else if (c == '[')
			g_string_append(t->out, "\\["); /* else PCRE would see [:alpha:] */
		else
			g_string_append_unichar(t->out, c);
	}
	t->in++;
	g_string_append_c(t->out, ']');
}

/* Behind an opening parenthesis. */
static void translate_group(Translation *t)
{
	static const char *const kinds[] = {"?:", "?=", "?!", "?<=", "?<!"};
	g_string_append_c(t->out, '(');
	if (*t->in == '*') {
		t->problem = "there is nothing to repeat before *";
	} else if (*t->in != '?') {
		t->n_groups++;
	} else {
		for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
			if (g_str_has_prefix(t->in, kinds[i])) {
				g_string_append(t->out, kinds[i]);
				t->in += strlen(kinds[i]);
				return;
			}
		const char *close = t->in[1] == '<' && (g_ascii_isalpha(t->in[2]) || t->in[2] == '_') ? strchr(t->in, '>') : NULL;
		if (close) {
			g_string_append_len(t->out, t->in, close + 1 - t->in); /* PCRE checks the name */
			t->in = close + 1;
			t->n_groups++;
			return;
		}
		t->problem = "a group begins with (?: (?= (?! (?<= (?<! or (?<name>";
	}
}

/* The bytes of a quantifier's braces {n}, {n,}, {n,m}; 0 when the brace is a plain character. */
static size_t brace_quantifier(const char *p)
{
	const char *start = p++;
	if (!g_ascii_isdigit(*p))
		return 0;
	while (g_ascii_isdigit(*p) || (*p == ',' && p[-1] != ','))
		p++;
	return *p == '}' ? (size_t)(p - start) + 1 : 0;
}

/* * + ? {n,m} with an optional ? behind; `t->in` stands on its first character. */
static void translate_quantifier(Translation *t, size_t len)
{
	if (!t->can_repeat) {
		t->problem = "there is nothing to repeat";
		return;
	}
	g_string_append_len(t->out, t->in, (gssize)len);
	t->in += len;
	if (*t->in == '?')
		g_string_append_c(t->out, *t->in++);
	t->can_repeat = false; /* in particular not PCRE's possessive "a++" */
}

static void translate_one(Translation *t)
{
	char c = *t->in;
	size_t quantifier = c == '*' || c == '+' || c == '?' ? 1 : c == '{' ? brace_quantifier(t->in) : 0;
	if (quantifier) {
		translate_quantifier(t, quantifier);
		return;
	}
	t->can_repeat = c != '(' && c != '|' && c != '^';
	switch (c) {
	case '\\':
		t->in++;
		translate_escape(t, false);
		return;
	case '[':
		t->in++;
		translate_class(t);
		return;
	case '(':
		t->in++;
		translate_group(t);
		return;
	case '.':
		g_string_append(t->out, t->dot_all ? "[\\s\\S]" : "[^" LINE_END "]");
		break;
	case '^':
		g_string_append(t->out, t->multiline ? "(?:\\A|(?<=[" LINE_END "]))" : "\\A");
		break;
	case '$':
		g_string_append(t->out, t->multiline ? "(?:\\z|(?=[" LINE_END "]))" : "\\z");
		break;
	case '{':
	case '#':
		append_code(t->out, (gunichar)c);
		break;
	default:
		g_string_append_c(t->out, c); /* bytes of UTF-8 pass as they are */
	}
	t->in++;
}

static const char *parse_flags(Translation *t, const char *flags, bool *global, bool *ignore_case)
{
	for (const char *f = flags; *f; f++) {
		if (!strchr("gimsuyd", *f) || strchr(f + 1, *f))
			return "flags are letters of “gimsuy”, each once";
		*global |= *f == 'g';
		*ignore_case |= *f == 'i';
		t->multiline |= *f == 'm';
		t->dot_all |= *f == 's';
		t->unicode |= *f == 'u';
	}
	return NULL;
}

ZnRegex *zn_regex_new(ZnArena *arena, const char *pattern, const char *flags, const char **problem)
{
	Translation t = {.in = pattern};
	bool global = false, ignore_case = false;
	*problem = strlen(pattern) > LONGEST_PATTERN ? "the pattern is too long" : parse_flags(&t, flags, &global, &ignore_case);
	if (*problem)
		return NULL;
	g_autoptr(GString) out = t.out = g_string_new(MATCH_LIMIT);
	while (*t.in && !t.problem)
		translate_one(&t);
	if (!t.problem && t.n_groups > ZN_REGEX_MAX_GROUPS)
		t.problem = "the pattern has too many groups";
	if ((*problem = t.problem))
		return NULL;

	g_autoptr(GError) error = NULL;
	GRegex *compiled = g_regex_new(out->str, ignore_case ? G_REGEX_CASELESS : 0, 0, &error);
	if (!compiled) {
		/* GLib's sentence quotes the translated pattern; PCRE's reason stands behind its last colon. */
		const char *reason = strrchr(error->message, ':');
		*problem = zn_arena_strdup(arena, reason ? reason + 2 : error->message);
		return NULL;
	}
	zn_arena_defer(arena, (void (*)(void *))g_regex_unref, compiled);
	ZnRegex *regex = zn_new(arena, ZnRegex);
	*regex = (ZnRegex){.head = {&zn_opaque_owner, ZN_OPAQUE_REGEX},
	                   .source = zn_arena_strdup(arena, pattern),
	                   .flags = zn_arena_strdup(arena, flags),
	                   .regex = compiled,
	                   .global = global,
	                   .n_groups = t.n_groups};
	return regex;
}

int zn_regex_match(const ZnRegex *regex, const char *text, size_t len, size_t start, ZnRegexMatch match)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autoptr(GError) error = NULL;
	bool found = g_regex_match_full(regex->regex, text, (gssize)len, (int)start, 0, &info, &error);
	if (error)
		return -1;
	if (!found)
		return 0;
	for (unsigned group = 0; group <= regex->n_groups; group++)
		if (!g_match_info_fetch_pos(info, (int)group, &match[2 * group], &match[2 * group + 1]))
			match[2 * group] = match[2 * group + 1] = -1;
	return 1;
}

int zn_regex_group(const ZnRegex *regex, const char *name)
{
	return g_regex_get_string_number(regex->regex, name);
}
