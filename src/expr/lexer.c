#include "expr/token.h"

#include <math.h>
#include <string.h>

typedef struct Operator {
	const char *text;
	ZnOp op;
	int precedence;     /* binary operators; as in ECMAScript */
	const char *remedy; /* of forbidden ones */
} Operator;

/* Longer ones stand before their prefixes. */
static const Operator operators[] = {
    {">>>=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"===", ZN_OP_SAME, 6},
    {"!==", ZN_OP_NOT_SAME, 6},
    {">>>", ZN_OP_SHIFT_RIGHT_ZERO, 8},
    {"<<=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {">>=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"...", ZN_OP_FORBIDDEN, 0, "spreading is not part of the language"},
    {"==", ZN_OP_EQ, 6},
    {"!=", ZN_OP_NE, 6},
    {"<=", ZN_OP_LE, 7},
    {">=", ZN_OP_GE, 7},
    {"&&", ZN_OP_AND, 2},
    {"||", ZN_OP_OR, 1},
    {"<<", ZN_OP_SHIFT_LEFT, 8},
    {">>", ZN_OP_SHIFT_RIGHT, 8},
    {"++", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"--", ZN_OP_FORBIDDEN, 0, "an expression cannot assign; write - -x with a space to negate twice"},
    {"+=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"-=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"*=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"%=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"&=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"|=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"^=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign"},
    {"=>", ZN_OP_FORBIDDEN, 0, "an expression cannot define functions"},
    {"**", ZN_OP_FORBIDDEN, 0, "use pow(x, y)"},
    {"??", ZN_OP_FORBIDDEN, 0, "use isValid(x) ? x : y"},
    {"?.", ZN_OP_FORBIDDEN, 0, "test with isValid() first"},
    {"//", ZN_OP_FORBIDDEN, 0, "comments are not part of the language"},
    {"/*", ZN_OP_FORBIDDEN, 0, "comments are not part of the language"},
    {"=", ZN_OP_FORBIDDEN, 0, "an expression cannot assign; == compares"},
    {";", ZN_OP_FORBIDDEN, 0, "there is one expression only"},
    {"|", ZN_OP_BIT_OR, 3},
    {"^", ZN_OP_BIT_XOR, 4},
    {"&", ZN_OP_BIT_AND, 5},
    {"<", ZN_OP_LT, 7},
    {">", ZN_OP_GT, 7},
    {"+", ZN_OP_ADD, 9},
    {"-", ZN_OP_SUB, 9},
    {"*", ZN_OP_MUL, 10},
    {"/", ZN_OP_DIV, 10},
    {"%", ZN_OP_MOD, 10},
    {"!", ZN_OP_NOT, 0},
    {"~", ZN_OP_BIT_NOT, 0},
    {"?", ZN_OP_QUESTION, 0},
    {":", ZN_OP_COLON, 0},
    {",", ZN_OP_COMMA, 0},
    {".", ZN_OP_DOT, 0},
    {"(", ZN_OP_PAREN_OPEN, 0},
    {")", ZN_OP_PAREN_CLOSE, 0},
    {"[", ZN_OP_BRACKET_OPEN, 0},
    {"]", ZN_OP_BRACKET_CLOSE, 0},
    {"{", ZN_OP_BRACE_OPEN, 0},
    {"}", ZN_OP_BRACE_CLOSE, 0},
};

int zn_op_precedence(ZnOp op)
{
	if (op == ZN_OP_IN)
		return 7;
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
		if (operators[i].op == op)
			return operators[i].precedence;
	return 0;
}

const char *zn_op_remedy(const char *text, size_t len)
{
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
		if (strlen(operators[i].text) == len && !strncmp(operators[i].text, text, len))
			return operators[i].remedy;
	return NULL;
}

static ZnToken fail(ZnLexer *lexer, size_t at, const char *remedy, const char *problem)
{
	lexer->problem = problem;
	lexer->remedy = remedy;
	lexer->problem_at = at;
	return (ZnToken){.kind = ZN_TOKEN_ERROR, .start = at, .end = at};
}

static bool is_line_end(gunichar c)
{
	return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool is_name_start(gunichar c)
{
	return c == '$' || c == '_' || (c < 0x80 ? g_ascii_isalpha((char)c) : g_unichar_isalpha(c));
}

static bool is_name_part(gunichar c)
{
	return is_name_start(c) ||
	       (c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c) || g_unichar_ismark(c) || c == 0x200C || c == 0x200D);
}

/* The character at a byte and the byte behind it. */
static gunichar char_at(const ZnLexer *lexer, size_t pos, size_t *next)
{
	const char *p = lexer->text + pos;
	*next = pos + (*p ? (size_t)(g_utf8_next_char(p) - p) : 0);
	return g_utf8_get_char(p);
}

static void skip_space(ZnLexer *lexer)
{
	for (size_t next;; lexer->pos = next) {
		gunichar c = char_at(lexer, lexer->pos, &next);
		if (!c || !(g_unichar_isspace(c) || c == '\v' || c == 0xFEFF || is_line_end(c)))
			return;
	}
}

/* Hexadecimal digits from `pos`; false when there are none. */
static bool hex_number(const char *text, size_t *pos, double *out)
{
	size_t start = *pos;
	*out = 0;
	for (int digit; (digit = g_ascii_xdigit_value(text[*pos])) >= 0; (*pos)++)
		*out = *out * 16 + digit;
	return *pos > start;
}

static void skip_digits(const char *text, size_t *pos)
{
	while (g_ascii_isdigit(text[*pos]))
		(*pos)++;
}

static ZnToken number_token(ZnLexer *lexer)
{
	const char *text = lexer->text;
	size_t start = lexer->pos, pos = start, next;
	double number = 0;
	if (text[pos] == '0' && g_ascii_isdigit(text[pos + 1]))
		return fail(lexer, start, "write it without the leading zero", "octal numbers are not part of the language");
	if (text[pos] == '0' && (text[pos + 1] == 'x' || text[pos + 1] == 'X')) {
		pos += 2;
		if (!hex_number(text, &pos, &number))
			return fail(lexer, start, NULL, "the number has no digits");
	} else {
		skip_digits(text, &pos);
		if (text[pos] == '.') {
			pos++;
			skip_digits(text, &pos);
		}
		if (text[pos] == 'e' || text[pos] == 'E') {
			pos++;
			if (text[pos] == '+' || text[pos] == '-')
				pos++;
			if (!g_ascii_isdigit(text[pos]))
				return fail(lexer, start, NULL, "the number's exponent has no digits");
			skip_digits(text, &pos);
		}
		number = g_ascii_strtod(text + start, NULL);
	}
	if (is_name_part(char_at(lexer, pos, &next)))
		return fail(lexer, pos, "names begin with a letter, $ or _", "a number runs into a name");
	lexer->pos = pos;
	return (ZnToken){.kind = ZN_TOKEN_NUMBER, .start = start, .end = pos, .value = zn_num(number)};
}

/* `count` hexadecimal digits, or as many as stand before a closing brace when count is 0. */
static bool hex_escape(const char *text, size_t *pos, int count, gunichar *out)
{
	gunichar code = 0;
	int n = 0;
	for (int digit; (count == 0 || n < count) && (digit = g_ascii_xdigit_value(text[*pos])) >= 0; n++, (*pos)++) {
		code = code * 16 + (gunichar)digit;
		if (code > 0x10FFFF)
			return false;
	}
	*out = code;
	if (count)
		return n == count;
	return n > 0 && text[(*pos)++] == '}';
}

/* \xHH, \uHHHH (a surrogate pair makes one character), \u{H...}: *pos stands behind the x or u. */
static bool unicode_escape(const char *text, size_t *pos, char kind, gunichar *out)
{
	if (text[*pos] == '{') {
		(*pos)++;
		return hex_escape(text, pos, 0, out);
	}
	if (!hex_escape(text, pos, kind == 'x' ? 2 : 4, out))
		return false;
	if (*out >= 0xD800 && *out <= 0xDBFF && text[*pos] == '\\' && text[*pos + 1] == 'u') {
		size_t ahead = *pos + 2;
		gunichar low;
		if (hex_escape(text, &ahead, 4, &low) && low >= 0xDC00 && low <= 0xDFFF) {
			*out = 0x10000 + ((*out - 0xD800) << 10) + (low - 0xDC00);
			*pos = ahead;
		}
	}
	return true;
}

static gunichar simple_escape(gunichar c)
{
	static const char letters[] = "nrtbfv", meanings[] = "\n\r\t\b\f\v";
	const char *found = c < 0x80 && c ? strchr(letters, (char)c) : NULL;
	return found ? (gunichar)meanings[found - letters] : c;
}

/* One escape behind a backslash at `at`; appends to `out` what it stands for. A reason when it is wrong, else NULL. */
static const char *string_escape(ZnLexer *lexer, size_t *pos, GString *out)
{
	gunichar c = char_at(lexer, *pos, pos), code;
	if (c == 'u' || c == 'x') {
		if (!unicode_escape(lexer->text, pos, (char)c, &code))
			return "the escape in the text is not complete: expected \\xHH, \\uHHHH or \\u{H}";
		if (code == 0)
			return "a text cannot contain the character U+0000";
		g_string_append_unichar(out, g_unichar_validate(code) ? code : 0xFFFD);
	} else if (c >= '0' && c <= '7') {
		return c == '0' ? "a text cannot contain the character U+0000" : "octal escapes are not part of the language";
	} else if (c == '\r' && lexer->text[*pos] == '\n') {
		(*pos)++;
	} else if (!is_line_end(c) && c) {
		g_string_append_unichar(out, simple_escape(c));
	}
	return NULL;
}

static ZnToken string_token(ZnLexer *lexer)
{
	size_t start = lexer->pos, pos = start + 1;
	gunichar quote = (gunichar)lexer->text[start];
	g_autoptr(GString) out = g_string_new(NULL);
	for (;;) {
		size_t at = pos;
		gunichar c = char_at(lexer, pos, &pos);
		if (c == quote)
			break;
		if (!c || c == '\n' || c == '\r')
			return fail(lexer, start, "texts end with the quote that they begin with, on the same line", "the text has no closing quote");
		if (c != '\\') {
			g_string_append_unichar(out, c);
			continue;
		}
		const char *problem = string_escape(lexer, &pos, out);
		if (problem)
			return fail(lexer, at, NULL, problem);
	}
	lexer->pos = pos;
	return (ZnToken){.kind = ZN_TOKEN_STRING, .start = start, .end = pos, .value = zn_str_copy(lexer->arena, out->str, out->len)};
}

static ZnToken name_token(ZnLexer *lexer)
{
	size_t start = lexer->pos, pos = start, next;
	while (is_name_part(char_at(lexer, pos, &next)))
		pos = next;
	lexer->pos = pos;
	const char *name = zn_arena_strndup(lexer->arena, lexer->text + start, pos - start);
	ZnToken token = {.kind = ZN_TOKEN_NAME, .start = start, .end = pos, .name = name};
	if (!strcmp(name, "in"))
		token.op = ZN_OP_IN;
	return token;
}

ZnToken zn_lexer_next(ZnLexer *lexer)
{
	skip_space(lexer);
	const char *text = lexer->text;
	size_t pos = lexer->pos, next;
	gunichar c = char_at(lexer, pos, &next);
	if (!c)
		return (ZnToken){.kind = ZN_TOKEN_END, .start = pos, .end = pos};
	if (is_name_start(c))
		return name_token(lexer);
	if (c == '"' || c == '\'')
		return string_token(lexer);
	if (g_ascii_isdigit(text[pos]) || (c == '.' && g_ascii_isdigit(text[pos + 1])))
		return number_token(lexer);
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
		size_t len = strlen(operators[i].text);
		/* "a?.5:b" is a condition with a number, as in ECMAScript. */
		if (strncmp(text + pos, operators[i].text, len) || (!strcmp(operators[i].text, "?.") && g_ascii_isdigit(text[pos + 2])))
			continue;
		lexer->pos = pos + len;
		return (ZnToken){.kind = ZN_TOKEN_OPERATOR, .op = operators[i].op, .start = pos, .end = pos + len};
	}
	if (c == '`')
		return fail(lexer, pos, "join texts with +", "template texts are not part of the language");
	return fail(lexer, pos, NULL, zn_arena_printf(lexer->arena, "the character “%.*s” has no meaning here", (int)(next - pos), text + pos));
}

bool zn_lexer_regex(ZnLexer *lexer, size_t start, const char **pattern, const char **flags, size_t *end)
{
	bool in_class = false;
	size_t pos = start + 1;
	for (;;) {
		gunichar c = char_at(lexer, pos, &pos);
		if (c == '\\')
			c = char_at(lexer, pos, &pos);
		else if (c == '/' && !in_class)
			break;
		else if (c == '[')
			in_class = true;
		else if (c == ']')
			in_class = false;
		if (!c || is_line_end(c)) {
			fail(lexer, start, NULL, "the regular expression has no closing slash");
			return false;
		}
	}
	*pattern = zn_arena_strndup(lexer->arena, lexer->text + start + 1, pos - start - 2);
	size_t first_flag = pos;
	for (size_t next; is_name_part(char_at(lexer, pos, &next)); pos = next)
		;
	*flags = zn_arena_strndup(lexer->arena, lexer->text + first_flag, pos - first_flag);
	*end = lexer->pos = pos;
	return true;
}
