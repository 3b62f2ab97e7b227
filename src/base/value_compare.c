/* ECMAScript's equality and order. */
#include "base/value.h"
#include "base/value_private.h"

#include <math.h>
#include <string.h>

/* --- sameness and hashing --- */

static bool same_array(const ZnArray *a, const ZnArray *b)
{
	if (a == b)
		return true;
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!zn_same(a->items[i], b->items[i]))
			return false;
	return true;
}

/* The order of the members does not matter. */
static bool same_object(const ZnObject *a, const ZnObject *b)
{
	if (a == b)
		return true;
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const ZnValue *other = zn_object_lookup(b, a->members[i].key);
		if (!other || !zn_same(a->members[i].value, *other))
			return false;
	}
	return true;
}

bool zn_same(ZnValue a, ZnValue b)
{
	if (a.type != b.type)
		return false;
	switch (a.type) {
	case ZN_BOOL:
		return a.b == b.b;
	case ZN_NUMBER:
	case ZN_DATE:
		return a.num == b.num || (isnan(a.num) && isnan(b.num));
	case ZN_STRING:
		return a.len == b.len && (a.str == b.str || memcmp(a.str, b.str, a.len) == 0);
	case ZN_ARRAY:
		return same_array(a.arr, b.arr);
	case ZN_OBJECT:
		return same_object(a.obj, b.obj);
	case ZN_OPAQUE:
		return a.opaque == b.opaque;
	default:
		return true;
	}
}

/* The finaliser of MurmurHash3: every bit of the input reaches every bit of the result. */
static uint64_t mix(uint64_t bits)
{
	bits = (bits ^ bits >> 33) * 0xff51afd7ed558ccdu;
	bits = (bits ^ bits >> 33) * 0xc4ceb9fe1a85ec53u;
	return bits ^ bits >> 33;
}

static uint64_t hash_bytes(const char *bytes, size_t len)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
	return hash;
}

static uint64_t hash_number(double num)
{
	if (isnan(num))
		return 1;
	uint64_t bits = 0;
	if (num != 0) /* -0 is 0 */
		memcpy(&bits, &num, sizeof bits);
	return bits;
}

static uint64_t hash_inside(ZnValue v)
{
	uint64_t hash = 0;
	switch (v.type) {
	case ZN_BOOL:
		return v.b;
	case ZN_NUMBER:
	case ZN_DATE:
		return hash_number(v.num);
	case ZN_STRING:
		return hash_bytes(v.str, v.len);
	case ZN_ARRAY:
		for (size_t i = 0; i < v.arr->n; i++)
			hash = mix(hash + 0x9e3779b97f4a7c15u) ^ zn_hash(v.arr->items[i]);
		return hash;
	case ZN_OBJECT: /* a sum, since the order of the members does not matter */
		for (size_t i = 0; i < v.obj->n; i++) {
			const ZnMember *member = &v.obj->members[i];
			hash += mix(hash_bytes(member->key, strlen(member->key)) + mix(zn_hash(member->value)));
		}
		return hash;
	case ZN_OPAQUE:
		return (uint64_t)(uintptr_t)v.opaque;
	default:
		return 0;
	}
}

uint32_t zn_hash(ZnValue v)
{
	return (uint32_t)mix(hash_inside(v) + (uint64_t)v.type * 0x9e3779b97f4a7c15u);
}

/* --- order --- */

static bool is_nan(ZnValue v)
{
	return (v.type == ZN_NUMBER || v.type == ZN_DATE) && isnan(v.num);
}

/* As JavaScript compares strings: by UTF-16 code units. UTF-8 sorts by code point, which is the same except that the
 * surrogates of an astral character (lead byte f0 and up) come before U+E000 to U+FFFF (lead bytes ee and ef). */
static int compare_text(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	int x = (unsigned char)*a, y = (unsigned char)*b;
	if (x >= 0xee && y >= 0xee && (x >= 0xf0) != (y >= 0xf0))
		return y - x;
	return x - y;
}

/* 0 for NaN: neither smaller nor larger. */
static int compare_numbers(double a, double b)
{
	return (a > b) - (a < b);
}

static bool is_primitive(ZnValue v)
{
	return v.type <= ZN_STRING;
}

/* The string of an array, object or date, kept in *text; a primitive is given back as it is. */
static ZnValue to_primitive(ZnValue v, GString **text)
{
	if (is_primitive(v))
		return v;
	*text = g_string_new(NULL);
	zn_append_str(*text, v);
	return (ZnValue){.type = ZN_STRING, .len = (uint32_t)(*text)->len, .str = (*text)->str};
}

static void text_free(GString *text)
{
	if (text)
		g_string_free(text, TRUE);
}

/* < and > of ECMAScript for any two values; 0 when neither holds. */
static int compare_mixed(ZnValue a, ZnValue b)
{
	if (a.type == ZN_DATE)
		a = zn_num(a.num);
	if (b.type == ZN_DATE)
		b = zn_num(b.num);
	GString *text_a = NULL, *text_b = NULL;
	a = to_primitive(a, &text_a);
	b = to_primitive(b, &text_b);
	bool texts = a.type == ZN_STRING && b.type == ZN_STRING;
	int order = texts ? compare_text(a.str, b.str) : compare_numbers(zn_to_num(a), zn_to_num(b));
	text_free(text_a);
	text_free(text_b);
	return order;
}

int zn_compare(ZnValue a, ZnValue b)
{
	bool no_a = zn_is_nullish(a), no_b = zn_is_nullish(b);
	if (no_a || no_b)
		return no_b - no_a;
	int order;
	if (a.type == ZN_STRING && b.type == ZN_STRING)
		order = compare_text(a.str, b.str);
	else if (a.type == ZN_NUMBER && b.type == ZN_NUMBER)
		order = compare_numbers(a.num, b.num);
	else
		order = compare_mixed(a, b);
	if (order)
		return order < 0 ? -1 : 1;
	return is_nan(b) - is_nan(a);
}

/* --- loose equality --- */

bool zn_equals(ZnValue a, ZnValue b)
{
	bool no_a = zn_is_nullish(a), no_b = zn_is_nullish(b);
	if (no_a || no_b)
		return no_a && no_b;
	if (is_nan(a) || is_nan(b))
		return false;
	if (a.type == b.type || (!is_primitive(a) && !is_primitive(b)))
		return zn_same(a, b);
	/* One may be a date, array or object: it becomes its string. Two strings compare as such, all else as numbers. */
	GString *text = NULL;
	a = to_primitive(a, &text);
	if (!text)
		b = to_primitive(b, &text);
	bool equal = a.type == ZN_STRING && b.type == ZN_STRING ? zn_same(a, b) : zn_to_num(a) == zn_to_num(b);
	text_free(text);
	return equal;
}
