/* Reading JSON (RFC 8259) in one pass, straight into values. A library would build a tree of its own first, to be copied: data files are most of what a
 * chart has to read, and their rows have the same keys in the same order, which is what this reader lives on: the keys, and the index, of a row are those
 * of the row before it. */
#include "base/json.h"
#include "base/limits.h"
#include "base/value_private.h"

#include <math.h>
#include <string.h>

/* A member of an object, or an item of an array (without a key), until their number is known. */
typedef struct Entry {
	ZnMember member;
	const char *from; /* where the key stands in the text */
} Entry;

typedef struct Reader {
	ZnArena *arena;
	ZnDiags *diags;
	const char *file;
	const char *text, *at, *end;
	int depth;
	char *room, *room_end; /* for the strings */
	Entry *stack;
	size_t n, cap;
} Reader;

/* --- errors --- */

/* Line and column of a byte, both from 1, the column in characters. */
static ZnPlace place_of(const Reader *r, const char *at)
{
	int line = 1, column = 1;
	for (const char *c = r->text; c < at; c++) {
		if (*c == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)*c & 0xc0) != 0x80) {
			column++;
		}
	}
	return zn_place(r->file, line, column);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_word(char c)
{
	return g_ascii_isalnum(c) || c == '_';
}

static bool bad_utf8(const Reader *r, const char *at)
{
	zn_error(r->diags, place_of(r, at), "save the file as UTF-8", "invalid UTF-8: byte 0x%02x", (unsigned char)*at);
	return false;
}

static bool bad_control(const Reader *r, const char *at)
{
	if (*at)
		zn_error(r->diags, place_of(r, at), *at == '\n' ? "a line break in a string is written \\n" : NULL,
		         "control character 0x%02x in a string", (unsigned char)*at);
	else
		zn_error(r->diags, place_of(r, at), "is this a text file?", "NUL character");
	return false;
}

static bool ends_early(const Reader *r, const char *expected)
{
	const char *last = r->end;
	while (last - r->text > 1 && is_space(last[-1]))
		last--;
	zn_error(r->diags, place_of(r, last), NULL, expected ? "the file ends too early: %s expected" : "the file ends too early: premature end of input",
	         expected);
	return false;
}

#define LONGEST_TOKEN 60 /* bytes that an error shows */

/* The token at `at`, for an error: a word, a number, a string or a character. */
static char *token_at(const Reader *r, const char *at)
{
	const char *end = at + 1;
	if (*at == '"') {
		while (end < r->end && *end != '"' && *end != '\n')
			end += *end == '\\' && end + 1 < r->end ? 2 : 1;
		end += end < r->end && *end == '"';
	} else if (is_word(*at) || *at == '-') {
		while (end < r->end && (is_word(*end) || *end == '.' || ((*end == '-' || *end == '+') && g_ascii_tolower(end[-1]) == 'e')))
			end++;
	} else {
		while (end < r->end && ((unsigned char)*end & 0xc0) == 0x80)
			end++;
	}
	bool whole = end - at <= LONGEST_TOKEN;
	g_autofree char *token = g_utf8_make_valid(at, whole ? end - at : LONGEST_TOKEN);
	return whole ? g_steal_pointer(&token) : g_strconcat(token, "…", NULL);
}

static const char *hint_for(const Reader *r, const char *token, const char *at)
{
	const char *before = at;
	while (before > r->text && is_space(before[-1]))
		before--;
	if (strchr("]}", *token) && before > r->text && before[-1] == ',')
		return "remove the comma before it";
	if ((*token == '"' || *token == '{') && before > r->text && strchr("\"]}0123456789el", before[-1]))
		return "is a comma missing before it?";
	if (*token == '\'')
		return "JSON strings stand in double quotes";
	if (*token == '/' || *token == '#')
		return "JSON has no comments";
	return NULL;
}

/* Something else than what JSON has here; `expected` NULL: a value. */
static bool unexpected(const Reader *r, const char *expected)
{
	const char *at = r->at;
	if (at == r->end)
		return ends_early(r, expected);
	if (!*at)
		return bad_control(r, at);
	if ((unsigned char)*at >= 0x80 && g_utf8_get_char_validated(at, r->end - at) >= (gunichar)-2)
		return bad_utf8(r, at);
	g_autofree char *token = token_at(r, at);
	ZnPlace place = place_of(r, at);
	const char *hint = hint_for(r, token, at);
	if (expected)
		zn_error(r->diags, place, hint, "%s expected: %s", expected, token);
	else
		zn_error(r->diags, place, hint, strchr("{}[]:,", *token) ? "unexpected token: %s" : "invalid token: %s", token);
	return false;
}

/* --- strings --- */

/* The text between two quotes. */
typedef struct Literal {
	const char *text;
	size_t len;
	bool escaped;
} Literal;

static inline bool ends_run(unsigned char c)
{
	return c == '"' || c == '\\' || c < 0x20;
}

/* From the quote that opens a string to behind the one that closes it. */
static bool scan_string(Reader *r, Literal *literal)
{
	const char *start = r->at + 1, *at = start;
	unsigned char bits = 0;
	bool escaped = false;
	for (;;) {
		while (at < r->end && !ends_run((unsigned char)*at))
			bits |= (unsigned char)*at++;
		if (at == r->end || (*at == '\\' && at + 1 == r->end))
			return ends_early(r, NULL);
		if (*at == '"')
			break;
		if (*at != '\\')
			return bad_control(r, at);
		escaped = true;
		at += 1;
		if ((unsigned char)*at >= 0x20)
			at++;
	}
	const char *bad;
	if (bits & 0x80 && !g_utf8_validate_len(start, (gsize)(at - start), &bad))
		return bad_utf8(r, bad);
	*literal = (Literal){start, (size_t)(at - start), escaped};
	r->at = at + 1;
	return true;
}

/* Space for a string of `len` bytes and its end; it holds zeros. */
static char *string_room(Reader *r, size_t len)
{
	enum { BLOCK = 4096 };
	if ((size_t)(r->room_end - r->room) <= len) {
		size_t size = MAX(len + 1, BLOCK);
		r->room = zn_arena_alloc(r->arena, size);
		r->room_end = r->room + size;
	}
	char *room = r->room;
	r->room += len + 1;
	return room;
}

/* The code unit of the four digits behind \u; -1 when they are none. */
static int code_unit(const char *digits, const char *end)
{
	int unit = 0;
	if (end - digits < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		int digit = g_ascii_xdigit_value(digits[i]);
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

/* The character of an escape \uXXXX, or of two that are a pair of surrogates, and its length there; 0 when it is none. */
static gunichar unicode_escape(const char *at, const char *end, size_t *len)
{
	int unit = code_unit(at + 2, end);
	*len = 6;
	if (unit < 0xd800 || unit > 0xdfff)
		return unit < 0 ? 0 : (gunichar)unit;
	int low = unit < 0xdc00 && end - at >= 12 && at[6] == '\\' && at[7] == 'u' ? code_unit(at + 8, end) : -1;
	*len = 12;
	return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + (((gunichar)unit & 0x3ff) << 10) + ((gunichar)low & 0x3ff) : 0;
}

static bool unescape(Reader *r, const Literal *literal, const char **out, size_t *out_len)
{
	static const char letters[128] = {['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
	char *room = string_room(r, literal->len), *to = room;
	const char *at = literal->text, *end = at + literal->len;
	while (at < end) {
		size_t len = 2;
		unsigned char kind = *at == '\\' ? (unsigned char)at[1] : 0;
		if (*at != '\\') {
			*to++ = *at++;
			continue;
		}
		gunichar c = kind == 'u' ? unicode_escape(at, end, &len) : kind < sizeof letters ? (gunichar)letters[kind] : 0;
		if (!c) {
			bool nul = kind == 'u' && code_unit(at + 2, end) == 0;
			if (nul)
				zn_error(r->diags, place_of(r, literal->text - 1), NULL, "NUL character (\\u0000) in a string");
			else
				zn_error(r->diags, place_of(r, at), kind == 'u' ? "four hexadecimal digits, or two such that make a pair" : "a backslash is written \\\\",
				         "this is no escape sequence of JSON: \\%.*s", (int)(g_utf8_next_char(at + 1) - at - 1), at + 1);
			return false;
		}
		to += g_unichar_to_utf8(c, to);
		at += len;
	}
	*out = room;
	*out_len = (size_t)(to - room);
	return true;
}

static bool keep_string(Reader *r, const Literal *literal, const char **out, size_t *len)
{
	if (literal->escaped)
		return unescape(r, literal, out, len);
	*len = literal->len;
	*out = memcpy(string_room(r, literal->len), literal->text, literal->len);
	return true;
}

/* --- values --- */

static bool read_value(Reader *r, ZnObject *like, ZnValue *out);

static inline void skip_space(Reader *r)
{
	while (r->at < r->end && is_space(*r->at))
		r->at++;
}

static inline bool next_is(Reader *r, char c)
{
	skip_space(r);
	return r->at < r->end && *r->at == c;
}

static bool enter(Reader *r)
{
	if (++r->depth > ZN_LIMIT_DEPTH) {
		zn_error(r->diags, place_of(r, r->at), NULL, "nested deeper than %d levels", ZN_LIMIT_DEPTH);
		return false;
	}
	r->at++;
	return true;
}

static void push(Reader *r, Entry entry)
{
	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 64;
		r->stack = g_renew(Entry, r->stack, r->cap);
	}
	r->stack[r->n++] = entry;
}

static bool read_array(Reader *r, ZnValue *out)
{
	size_t base = r->n;
	ZnObject *like = NULL;
	if (!enter(r))
		return false;
	bool more = !next_is(r, ']');
	while (more) {
		Entry entry = {.from = NULL};
		if (!read_value(r, like, &entry.member.value))
			return false;
		if (zn_is_obj(entry.member.value))
			like = entry.member.value.obj;
		push(r, entry);
		more = next_is(r, ',');
		if (!more && !next_is(r, ']'))
			return unexpected(r, "']'");
		r->at += more;
	}
	r->at++;
	r->depth--;
	ZnArray *array = zn_array_new(r->arena, r->n - base);
	for (size_t i = base; i < r->n; i++)
		array->items[array->n++] = r->stack[i].member.value;
	r->n = base;
	*out = zn_arr(array);
	return true;
}

/* The key of the i-th member and its colon. *same: all keys so far are those of `like`, and so is this one. */
static bool read_key(Reader *r, ZnObject *like, size_t i, bool *same, Entry *entry)
{
	skip_space(r);
	Literal literal;
	size_t len;
	entry->from = r->at;
	if (r->at == r->end || *r->at != '"')
		return unexpected(r, "string or '}'");
	if (!scan_string(r, &literal))
		return false;
	const char *guess = *same && i < like->n && !literal.escaped ? like->members[i].key : NULL;
	*same = guess && !strncmp(guess, literal.text, literal.len) && !guess[literal.len];
	if (*same)
		entry->member.key = guess;
	else if (!keep_string(r, &literal, &entry->member.key, &len))
		return false;
	if (!next_is(r, ':'))
		return unexpected(r, "':'");
	r->at++;
	return true;
}

static bool make_object(Reader *r, size_t base, ZnObject *like, ZnValue *out)
{
	size_t n = r->n - base, twice;
	ZnMember *members = n ? zn_new_n(r->arena, ZnMember, n) : NULL;
	for (size_t i = 0; i < n; i++)
		members[i] = r->stack[base + i].member;
	ZnObject *object = zn_object_of(r->arena, members, n, like, &twice);
	if (!object) {
		const char *from = r->stack[base + twice].from;
		g_autofree char *token = token_at(r, from);
		zn_error(r->diags, place_of(r, from), NULL, "duplicate object key: %s", token);
		return false;
	}
	r->n = base;
	*out = zn_obj(object);
	return true;
}

/* `like`: the object before in the same array, or NULL. */
static bool read_object(Reader *r, ZnObject *like, ZnValue *out)
{
	size_t base = r->n;
	bool same = like;
	if (!enter(r))
		return false;
	bool more = !next_is(r, '}');
	while (more) {
		Entry entry;
		if (!read_key(r, like, r->n - base, &same, &entry) || !read_value(r, NULL, &entry.member.value))
			return false;
		push(r, entry);
		more = next_is(r, ',');
		if (!more && !next_is(r, '}'))
			return unexpected(r, "'}'");
		r->at += more;
	}
	r->at++;
	r->depth--;
	return make_object(r, base, same && r->n - base == like->n ? like : NULL, out);
}

static const char *skip_digits(const char *at, const char *end)
{
	while (at < end && g_ascii_isdigit(*at))
		at++;
	return at;
}

/* Behind the number at r->at, NULL when it is none as JSON has them. */
static const char *number_end(const Reader *r)
{
	const char *at = r->at + (*r->at == '-'), *digits = at;
	at = skip_digits(at, r->end);
	if (at == digits || (*digits == '0' && at - digits > 1))
		return NULL;
	if (at < r->end && *at == '.') {
		digits = at + 1;
		at = skip_digits(digits, r->end);
		if (at == digits)
			return NULL;
	}
	if (at < r->end && (*at == 'e' || *at == 'E')) {
		at += at + 1 < r->end && (at[1] == '+' || at[1] == '-') ? 2 : 1;
		digits = at;
		at = skip_digits(at, r->end);
		if (at == digits)
			return NULL;
	}
	return at;
}

static bool read_number(Reader *r, ZnValue *out)
{
	const char *end = number_end(r);
	double num;
	if (!end || !zn_parse_number(r->at, (size_t)(end - r->at), &num))
		return unexpected(r, NULL);
	if (!isfinite(num)) {
		g_autofree char *token = token_at(r, r->at);
		zn_error(r->diags, place_of(r, r->at), NULL, "the number %s is too large", token);
		return false;
	}
	r->at = end;
	*out = zn_num(num);
	return true;
}

static bool read_string(Reader *r, ZnValue *out)
{
	Literal literal;
	const char *text;
	size_t len;
	if (!scan_string(r, &literal) || !keep_string(r, &literal, &text, &len))
		return false;
	*out = (ZnValue){.type = ZN_STRING, .len = (uint32_t)len, .str = text};
	return true;
}

static bool read_word(Reader *r, ZnValue *out)
{
	static const struct {
		const char *word;
		ZnValue value;
	} words[] = {{"null", {.type = ZN_NULL}}, {"true", {.type = ZN_BOOL, .b = true}}, {"false", {.type = ZN_BOOL, .b = false}}};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		size_t len = strlen(words[i].word);
		if ((size_t)(r->end - r->at) < len || memcmp(r->at, words[i].word, len) || (r->at + len < r->end && is_word(r->at[len])))
			continue;
		r->at += len;
		*out = words[i].value;
		return true;
	}
	return unexpected(r, NULL);
}

static bool read_value(Reader *r, ZnObject *like, ZnValue *out)
{
	skip_space(r);
	switch (r->at < r->end ? *r->at : '\0') {
	case '{':
		return read_object(r, like, out);
	case '[':
		return read_array(r, out);
	case '"':
		return read_string(r, out);
	case '-':
	case '0' ... '9':
		return read_number(r, out);
	default:
		return read_word(r, out);
	}
}

static bool read_document(Reader *r, ZnValue *out)
{
	skip_space(r);
	if (r->at == r->end) {
		zn_error(r->diags, zn_place(r->file, 1, 1), NULL, r->end > r->text ? "the file holds no JSON, only white space" : "the file is empty");
		return false;
	}
	if (!read_value(r, NULL, out))
		return false;
	skip_space(r);
	if (r->at == r->end)
		return true;
	if (!*r->at)
		return bad_control(r, r->at);
	g_autofree char *token = token_at(r, r->at);
	zn_error(r->diags, place_of(r, r->at), "a file holds one value", "unexpected text behind the end: %s", token);
	return false;
}

bool zn_json_parse(ZnArena *arena, ZnDiags *diags, const char *file, const char *text, size_t len, ZnValue *out)
{
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (len > ZN_LIMIT_FILE_BYTES) {
		zn_error(diags, zn_place(file, 0, 0), NULL, "larger than %u MB", ZN_LIMIT_FILE_BYTES >> 20);
		return false;
	}
	Reader reader = {.arena = arena, .diags = diags, .file = file, .text = text, .at = text, .end = text + len};
	ZnValue value;
	bool ok = read_document(&reader, &value);
	g_free(reader.stack);
	if (ok)
		*out = value;
	return ok;
}
