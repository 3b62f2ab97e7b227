#include "base/json.h"
#include "base/limits.h"
#include "base/value_private.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

/* --- places --- */

/* Line and column of a byte, both from 1, the column in characters. */
static ZnPlace place_of(const char *file, const char *text, size_t offset)
{
	int line = 1, column = 1;
	for (size_t i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)text[i] & 0xc0) != 0x80) {
			column++;
		}
	}
	return zn_place(file, line, column);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* --- what jansson does not say well, or too late --- */

/* The byte behind a string literal that starts at `i`. */
static size_t skip_string(const char *text, size_t len, size_t i)
{
	for (i++; i < len && text[i] != '"'; i++)
		if (text[i] == '\\')
			i++;
	return MIN(i + 1, len);
}

static bool check_depth(ZnDiags *diags, const char *file, const char *text, size_t len)
{
	int depth = 0;
	for (size_t i = 0; i < len;) {
		if (text[i] == '"') {
			i = skip_string(text, len, i);
			continue;
		}
		if (text[i] == '[' || text[i] == '{')
			depth++;
		else if (text[i] == ']' || text[i] == '}')
			depth--;
		if (depth > ZN_LIMIT_DEPTH) {
			zn_error(diags, place_of(file, text, i), NULL, "nested deeper than %d levels", ZN_LIMIT_DEPTH);
			return false;
		}
		i++;
	}
	return true;
}

static bool check_bytes(ZnDiags *diags, const char *file, const char *text, size_t len)
{
	size_t blank = 0;
	while (blank < len && is_space(text[blank]))
		blank++;
	if (blank == len) {
		zn_error(diags, zn_place(file, 1, 1), NULL, len ? "the file holds no JSON, only white space" : "the file is empty");
		return false;
	}
	const char *nul = memchr(text, '\0', len);
	const char *end;
	/* g_utf8_validate_len also stops at a NUL; which of the two comes first is the one to report. */
	bool valid = g_utf8_validate(text, nul ? nul - text : (gssize)len, &end);
	if (valid && !nul)
		return true;
	if (valid)
		zn_error(diags, place_of(file, text, (size_t)(nul - text)), "is this a text file?", "NUL character");
	else
		zn_error(diags, place_of(file, text, (size_t)(end - text)), "save the file as UTF-8", "invalid UTF-8: byte 0x%02x",
		         (unsigned char)*end);
	return false;
}

/* --- jansson's errors --- */

/* Where the token begins that jansson stopped behind. The token stands in the text of the error, unless it is long. */
static size_t token_start(const char *text, size_t position, const char *near)
{
	size_t len = near ? strlen(near) : 0;
	if (len && len <= position && memcmp(text + position - len, near, len) == 0)
		return position - len;
	if (near || !position || text[position - 1] != '"')
		return position ? position - 1 : 0;
	size_t i = position - 1;
	while (i > 0) {
		i--;
		size_t slashes = 0;
		while (slashes < i && text[i - 1 - slashes] == '\\')
			slashes++;
		if (text[i] == '"' && slashes % 2 == 0)
			return i;
	}
	return position - 1;
}

/* The token of "message near 'token'", cut off the message; NULL when there is none. */
static char *cut_near(char *message)
{
	char *near = strstr(message, " near '");
	size_t len = strlen(message);
	if (near && message[len - 1] == '\'') {
		message[len - 1] = '\0';
		*near = '\0';
		return near + strlen(" near '");
	}
	if (g_str_has_suffix(message, " near end of file"))
		message[len - strlen(" near end of file")] = '\0';
	return NULL;
}

/* The last character that is not white space: where a file that ends too early should have gone on. */
static size_t last_written(const char *text, size_t len)
{
	while (len > 1 && is_space(text[len - 1]))
		len--;
	return len;
}

static const char *hint_for(enum json_error_code code, const char *token, const char *text, size_t start)
{
	if (code != json_error_invalid_syntax)
		return NULL;
	size_t i = start;
	while (i > 0 && is_space(text[i - 1]))
		i--;
	if (token && strchr("]}", *token) && i > 0 && text[i - 1] == ',')
		return "remove the comma before it";
	if (token && (*token == '"' || *token == '{') && i > 0 && strchr("\"]}0123456789el", text[i - 1]))
		return "is a comma missing before it?";
	if (token && *token == '\'')
		return "JSON strings stand in double quotes";
	if (text[start] == '/' || text[start] == '#')
		return "JSON has no comments";
	return NULL;
}

static void report_jansson(ZnDiags *diags, const char *file, const char *text, size_t len, const json_error_t *error)
{
	char message[JSON_ERROR_TEXT_LENGTH];
	g_strlcpy(message, error->text, sizeof message);
	char *token = cut_near(message);
	enum json_error_code code = json_error_code(error);
	size_t position = MIN((size_t)MAX(error->position, 0), len);
	if (code == json_error_premature_end_of_input) {
		zn_error(diags, place_of(file, text, last_written(text, len)), NULL, "the file ends too early: %s", message);
		return;
	}
	size_t start = token_start(text, position, token);
	ZnPlace place = place_of(file, text, start);
	if (code == json_error_numeric_overflow)
		zn_error(diags, place, NULL, "the number %s is too large", token ? token : "here");
	else if (code == json_error_null_character || code == json_error_null_byte_in_key)
		zn_error(diags, place, NULL, "NUL character (\\u0000) in a string");
	else if (code == json_error_end_of_input_expected)
		zn_error(diags, place, "a file holds one value", "unexpected text behind the end: %s", token ? token : "");
	else if (token)
		zn_error(diags, place, hint_for(code, token, text, start), "%s: %s", message, token);
	else
		zn_error(diags, place, hint_for(code, NULL, text, start), "%s", message);
}

/* --- to values --- */

static ZnValue convert(ZnArena *arena, const json_t *json);

static ZnValue convert_array(ZnArena *arena, const json_t *json)
{
	size_t n = json_array_size(json);
	ZnArray *array = zn_array_new(arena, n);
	for (size_t i = 0; i < n; i++)
		array->items[array->n++] = convert(arena, json_array_get(json, i));
	return zn_arr(array);
}

static ZnValue convert_object(ZnArena *arena, json_t *json)
{
	ZnObject *object = zn_object_new(arena);
	size_t n = json_object_size(json);
	if (n) {
		object->members = zn_new_n(arena, ZnMember, n);
		object->cap = n;
	}
	const char *key;
	json_t *value;
	json_object_foreach(json, key, value) zn_object_set(arena, object, zn_arena_strdup(arena, key), convert(arena, value));
	return zn_obj(object);
}

static ZnValue convert(ZnArena *arena, const json_t *json)
{
	switch (json_typeof(json)) {
	case JSON_OBJECT:
		return convert_object(arena, (json_t *)json);
	case JSON_ARRAY:
		return convert_array(arena, json);
	case JSON_STRING:
		return zn_str_copy(arena, json_string_value(json), json_string_length(json));
	case JSON_INTEGER:
	case JSON_REAL:
		return zn_num(json_number_value(json));
	case JSON_TRUE:
		return zn_bool(true);
	case JSON_FALSE:
		return zn_bool(false);
	default:
		return zn_null();
	}
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
	if (!check_bytes(diags, file, text, len) || !check_depth(diags, file, text, len))
		return false;
	json_error_t error;
	json_t *json = json_loadb(text, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
	if (!json) {
		report_jansson(diags, file, text, len, &error);
		return false;
	}
	*out = convert(arena, json);
	json_decref(json);
	return true;
}

/* --- writing --- */

void zn_json_write_string(GString *out, const char *text)
{
	static const char letters[32] = {['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
	g_string_append_c(out, '"');
	const char *from = text;
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		g_string_append_len(out, from, text - from);
		from = text + 1;
		if (c >= 0x20)
			g_string_append_printf(out, "\\%c", c);
		else if (letters[c])
			g_string_append_printf(out, "\\%c", letters[c]);
		else
			g_string_append_printf(out, "\\u%04x", c);
	}
	g_string_append_len(out, from, text - from);
	g_string_append_c(out, '"');
}

static void write_number(GString *out, double num)
{
	char buffer[32];
	g_string_append(out, isfinite(num) ? zn_number_to_string(num, buffer) : "null");
}

static void write_date(GString *out, double ms)
{
	size_t start = out->len;
	g_string_append_c(out, '"');
	if (zn_append_iso_date(out, ms)) {
		g_string_append_c(out, '"');
	} else {
		g_string_truncate(out, start);
		g_string_append(out, "null");
	}
}

void zn_json_write(GString *out, ZnValue value)
{
	switch (value.type) {
	case ZN_BOOL:
		g_string_append(out, value.b ? "true" : "false");
		break;
	case ZN_NUMBER:
		write_number(out, value.num);
		break;
	case ZN_STRING:
		zn_json_write_string(out, value.str);
		break;
	case ZN_DATE:
		write_date(out, value.num);
		break;
	case ZN_ARRAY:
		g_string_append_c(out, '[');
		for (size_t i = 0; i < value.arr->n; i++) {
			if (i)
				g_string_append_c(out, ',');
			zn_json_write(out, value.arr->items[i]);
		}
		g_string_append_c(out, ']');
		break;
	case ZN_OBJECT:
		g_string_append_c(out, '{');
		for (size_t i = 0; i < value.obj->n; i++) {
			if (i)
				g_string_append_c(out, ',');
			zn_json_write_string(out, value.obj->members[i].key);
			g_string_append_c(out, ':');
			zn_json_write(out, value.obj->members[i].value);
		}
		g_string_append_c(out, '}');
		break;
	default:
		g_string_append(out, "null");
	}
}

/* --- pointers (RFC 6901) --- */

const char *zn_json_pointer(ZnArena *arena, const char *base, const char *key)
{
	size_t base_len = base ? strlen(base) : 0;
	char *pointer = zn_arena_alloc(arena, base_len + 2 * strlen(key) + 2), *at = pointer;
	if (base_len)
		at = (char *)memcpy(at, base, base_len) + base_len;
	*at++ = '/';
	for (; *key; key++) {
		bool escaped = *key == '~' || *key == '/';
		if (escaped)
			*at++ = '~';
		*at++ = !escaped ? *key : *key == '~' ? '0' : '1';
	}
	return pointer;
}

const char *zn_json_pointer_index(ZnArena *arena, const char *base, size_t index)
{
	return zn_arena_printf(arena, "%s/%zu", base ? base : "", index);
}
