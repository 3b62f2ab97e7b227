/* Values as JSON and JavaScript know them: what specs are made of, what table cells hold, what expressions compute.
 *
 * A ZnValue is 16 bytes and passed by value. Strings, arrays and objects live in an arena and are shared, never
 * copied or freed on their own; a string or object that others may see is not changed.
 * Conversions and comparisons follow ECMAScript, since Vega's behaviour is defined by it. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
	ZN_UNDEFINED, /* 0: a zeroed value is undefined */
	ZN_NULL,
	ZN_BOOL,
	ZN_NUMBER, /* also NaN and infinities */
	ZN_STRING, /* UTF-8, without NUL inside */
	ZN_DATE,   /* num = milliseconds since 1970-01-01T00:00Z, NaN = invalid date */
	ZN_ARRAY,
	ZN_OBJECT,
	ZN_OPAQUE, /* a function, a regular expression: only expr/ looks inside */
} ZnType;

typedef struct ZnArray ZnArray;
typedef struct ZnObject ZnObject;

typedef struct ZnValue {
	uint8_t type; /* ZnType */
	uint32_t len; /* ZN_STRING: bytes */
	union {
		bool b;
		double num;
		const char *str; /* NUL-terminated */
		ZnArray *arr;
		ZnObject *obj;
		void *opaque;
	};
} ZnValue;

struct ZnArray {
	size_t n, cap;
	ZnValue *items;
};

typedef struct ZnMember {
	const char *key;
	ZnValue value;
} ZnMember;

/* Members in the order in which they were first set; lookup by hash from nine members on. */
struct ZnObject {
	size_t n, cap;
	ZnMember *members;
	uint32_t *index; /* open addressing, member + 1, 0 = free; NULL while small */
	size_t index_size;
	bool index_shared; /* with other objects of the same keys: left behind, not changed */
};

/* --- making --- */
static inline ZnValue zn_undefined(void) { return (ZnValue){.type = ZN_UNDEFINED}; }
static inline ZnValue zn_null(void) { return (ZnValue){.type = ZN_NULL}; }
static inline ZnValue zn_bool(bool b) { return (ZnValue){.type = ZN_BOOL, .b = b}; }
static inline ZnValue zn_num(double num) { return (ZnValue){.type = ZN_NUMBER, .num = num}; }
static inline ZnValue zn_date(double ms) { return (ZnValue){.type = ZN_DATE, .num = ms}; }
static inline ZnValue zn_arr(ZnArray *arr) { return (ZnValue){.type = ZN_ARRAY, .arr = arr}; }
static inline ZnValue zn_obj(ZnObject *obj) { return (ZnValue){.type = ZN_OBJECT, .obj = obj}; }
ZnValue zn_str(const char *text);                                       /* borrowed: must outlive the value; NULL gives null */
ZnValue zn_str_copy(ZnArena *arena, const char *text, size_t len);      /* copied */
ZnValue zn_strf(ZnArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);
ZnArray *zn_array_new(ZnArena *arena, size_t capacity);
ZnObject *zn_object_new(ZnArena *arena);

void zn_array_push(ZnArena *arena, ZnArray *array, ZnValue value);
void zn_object_set(ZnArena *arena, ZnObject *object, const char *key, ZnValue value); /* key is borrowed */
bool zn_object_remove(ZnObject *object, const char *key);
ZnObject *zn_object_copy(ZnArena *arena, const ZnObject *object); /* shallow */
ZnValue zn_value_copy(ZnArena *arena, ZnValue value);             /* deep */

/* --- asking: all accept any value and answer undefined / the fallback when it is not what they look for --- */
static inline bool zn_is_undefined(ZnValue v) { return v.type == ZN_UNDEFINED; }
static inline bool zn_is_null(ZnValue v) { return v.type == ZN_NULL; }
static inline bool zn_is_nullish(ZnValue v) { return v.type <= ZN_NULL; } /* undefined or null */
static inline bool zn_is_bool(ZnValue v) { return v.type == ZN_BOOL; }
static inline bool zn_is_num(ZnValue v) { return v.type == ZN_NUMBER; }
static inline bool zn_is_str(ZnValue v) { return v.type == ZN_STRING; }
static inline bool zn_is_date(ZnValue v) { return v.type == ZN_DATE; }
static inline bool zn_is_arr(ZnValue v) { return v.type == ZN_ARRAY; }
static inline bool zn_is_obj(ZnValue v) { return v.type == ZN_OBJECT; }
static inline bool zn_is_true(ZnValue v) { return v.type == ZN_BOOL && v.b; }
static inline bool zn_is_false(ZnValue v) { return v.type == ZN_BOOL && !v.b; }
bool zn_is_string(ZnValue v, const char *text); /* is it the string `text`? */

const ZnValue *zn_object_lookup(const ZnObject *object, const char *key); /* NULL when absent or object is NULL */
ZnValue zn_get(ZnValue v, const char *key);                               /* member of an object */
ZnValue zn_get2(ZnValue v, const char *key, const char *key2);            /* v[key][key2] */
ZnValue zn_at(ZnValue v, size_t i);                                       /* item of an array */
bool zn_has(ZnValue v, const char *key);                                  /* also when the member is null */
size_t zn_len(ZnValue v);                                                 /* items of an array, members of an object, else 0 */
const char *zn_get_str(ZnValue v, const char *key, const char *fallback);
double zn_get_num(ZnValue v, const char *key, double fallback);
bool zn_get_bool(ZnValue v, const char *key, bool fallback);

/* --- ECMAScript conversions --- */
bool zn_truthy(ZnValue v);
double zn_to_num(ZnValue v);                         /* Number(v): NaN where it is not one; null is 0 */
const char *zn_to_str(ZnArena *arena, ZnValue v);    /* String(v); dates as ISO 8601; arrays joined by commas */
bool zn_parse_number(const char *text, size_t len, double *out); /* Number("..."): false where it gives NaN */
char *zn_number_to_string(double num, char buffer[32]);          /* shortest text that reads back, as JavaScript prints */

/* --- comparing --- */
bool zn_same(ZnValue a, ZnValue b);   /* ===, dates by time, arrays and objects by content; NaN is NaN's same */
bool zn_equals(ZnValue a, ZnValue b); /* == */
uint32_t zn_hash(ZnValue v);          /* equal for values that are zn_same */
/* Vega's ascending order (vega-util ascending): undefined, null and NaN first, else < and >; dates as numbers. */
int zn_compare(ZnValue a, ZnValue b);

/* A set of values in order of arrival, by zn_same: for distinct domains, group keys, joins. */
typedef struct ZnValueSet ZnValueSet;
ZnValueSet *zn_value_set_new(ZnArena *arena);
size_t zn_value_set_add(ZnValueSet *set, ZnValue value, bool *added); /* its index; added may be NULL */
bool zn_value_set_find(const ZnValueSet *set, ZnValue value, size_t *index);
const ZnArray *zn_value_set_values(const ZnValueSet *set);
