#include "base/json.h"
#include "base/value_private.h"

#include <math.h>
#include <string.h>

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
