#include "base/json.h"
#include "base/limits.h"

#include <math.h>
#include <string.h>

static void test_values(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	const char *text =
	    "\xef\xbb\xbf{\"z\": [1, -2.5e3, true, false, null, \"\\u4e2d\\ud83d\\ude00\\n\"], \"a\": {}, \"\": 12345678901234567890}";
	ZnValue v;
	g_assert_true(zn_json_parse(arena, diags, "a.json", text, strlen(text), &v));
	g_assert_cmpstr(v.obj->members[0].key, ==, "z");
	g_assert_cmpstr(v.obj->members[1].key, ==, "a");
	ZnValue z = zn_get(v, "z");
	g_assert_cmpuint(zn_len(z), ==, 6);
	g_assert_cmpfloat(zn_at(z, 1).num, ==, -2500);
	g_assert_true(zn_is_true(zn_at(z, 2)) && zn_is_false(zn_at(z, 3)) && zn_is_null(zn_at(z, 4)));
	g_assert_true(zn_is_string(zn_at(z, 5), "中😀\n"));
	g_assert_cmpfloat(zn_get(v, "").num, ==, 12345678901234567890.0);
	g_assert_true(zn_json_parse(arena, diags, "a.json", " 5 ]", 3, &v)); /* no further than len */
	g_assert_cmpfloat(v.num, ==, 5);
	g_assert_cmpuint(zn_diags_len(diags), ==, 0);
}

/* The one problem of `text`, as it is shown. */
static void assert_problem(const char *text, size_t len, const char *expected)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnValue v = zn_num(42);
	/* A block of just this length, so that the sanitizer sees a read behind it. */
	g_autofree char *exact = g_memdup2(text, len);
	g_assert_false(zn_json_parse(arena, diags, "f", exact ? exact : "", len, &v));
	g_assert_cmpfloat(v.num, ==, 42);
	g_assert_cmpuint(zn_diags_len(diags), ==, 1);
	g_autofree char *shown = zn_diag_format(zn_diags_at(diags, 0), false);
	g_assert_cmpstr(shown, ==, expected);
}

static void test_problems(void)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
	    {"", "f:1:1: error: the file is empty\n"},
	    {"\xef\xbb\xbf", "f:1:1: error: the file is empty\n"},
	    {" \n ", "f:1:1: error: the file holds no JSON, only white space\n"},
	    {"{\"a\": 1\n", "f:1:8: error: the file ends too early: '}' expected\n"},
	    {"{\"a\": tru}", "f:1:7: error: invalid token: tru\n"},
	    {"{\n  \"a\": 1\n  \"b\": 2\n}", "f:3:3: error: '}' expected: \"b\"\n  hint: is a comma missing before it?\n"},
	    {"[1, 2,]", "f:1:7: error: unexpected token: ]\n  hint: remove the comma before it\n"},
	    {"{\"a\": 1,}", "f:1:9: error: string or '}' expected: }\n  hint: remove the comma before it\n"},
	    {"{\"日本\": 'x'}", "f:1:8: error: invalid token: '\n  hint: JSON strings stand in double quotes\n"},
	    {"{\n// so\n\"a\": 1}", "f:2:1: error: string or '}' expected: /\n  hint: JSON has no comments\n"},
	    {"{\"a\": 1, \"b\": 2, \"a\": 3}", "f:1:18: error: duplicate object key: \"a\"\n"},
	    {"[1e400]", "f:1:2: error: the number 1e400 is too large\n"},
	    {"[1] 2", "f:1:5: error: unexpected text behind the end: 2\n  hint: a file holds one value\n"},
	    {"[\"a\\u0000\"]", "f:1:2: error: NUL character (\\u0000) in a string\n"},
	    {"[\"a\xff\"]", "f:1:4: error: invalid UTF-8: byte 0xff\n  hint: save the file as UTF-8\n"},
	    {"[NaN]", "f:1:2: error: invalid token: NaN\n"},
	    {"[01]", "f:1:2: error: invalid token: 01\n"},
	    {"[1.]", "f:1:2: error: invalid token: 1.\n"},
	    {"[-]", "f:1:2: error: invalid token: -\n"},
	    {"[1e+]", "f:1:2: error: invalid token: 1e+\n"},
	    {"[truex]", "f:1:2: error: invalid token: truex\n"},
	    {"{\"a\" 1}", "f:1:6: error: ':' expected: 1\n"},
	    {"[\"a\nb\"]", "f:1:4: error: control character 0x0a in a string\n  hint: a line break in a string is written \\n\n"},
	    {"[\"\\q\"]", "f:1:3: error: this is no escape sequence of JSON: \\q\n  hint: a backslash is written \\\\\n"},
	    {"[\"ab\\ud83d!\"]",
	     "f:1:5: error: this is no escape sequence of JSON: \\u\n  hint: four hexadecimal digits, or two such that make a pair\n"},
	    {"[\"\\u12g4\"]",
	     "f:1:3: error: this is no escape sequence of JSON: \\u\n  hint: four hexadecimal digits, or two such that make a pair\n"},
	    {"[{\"a\": 1, \"b\": 2}, {\"a\": 1, \"a\": 2}]", "f:1:29: error: duplicate object key: \"a\"\n"},
	    {"{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"c\":1}", "f:1:56: error: duplicate object key: \"c\"\n"},
	    {"[\"a\", x12345678901234567890123456789012345678901234567890123456789]",
	     "f:1:7: error: invalid token: x12345678901234567890123456789012345678901234567890123456789\n"},
	    {"\"abc", "f:1:5: error: the file ends too early: premature end of input\n"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_problem(cases[i].text, strlen(cases[i].text), cases[i].expected);
	assert_problem("[1,\n\0]", 6, "f:2:1: error: NUL character\n  hint: is this a text file?\n");
	assert_problem("\xff\xfe[\0", 4, "f:1:1: error: invalid UTF-8: byte 0xff\n  hint: save the file as UTF-8\n");
}

/* Rows with the same keys share them and their index; what is done to one does not show in the others. */
static void test_rows(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GString) text = g_string_new("[");
	for (int row = 0; row < 4; row++) {
		g_string_append(text, row ? ", {" : "{");
		for (int i = 0; i < 12; i++) /* the third row lacks a key */
			if (row != 2 || i != 5)
				g_string_append_printf(text, row == 3 ? "%s\"\\u006b%c\": %d" : "%s\"k%c\": %d", i ? ", " : "", 'a' + i, 100 * row + i);
		g_string_append(text, "}");
	}
	g_string_append(text, ", {}, {\"ka\": 7}, 8]");
	ZnValue rows;
	g_assert_true(zn_json_parse(arena, diags, "f", text->str, text->len, &rows));
	g_assert_cmpuint(zn_len(rows), ==, 7);
	for (size_t row = 0; row < 4; row++)
		for (int i = 0; i < 12; i++) {
			char key[] = {'k', (char)('a' + i), '\0'};
			g_assert_cmpfloat(zn_get_num(zn_at(rows, row), key, -1), ==, row == 2 && i == 5 ? -1 : 100 * (int)row + i);
		}
	g_assert_cmpfloat(zn_get_num(zn_at(rows, 5), "ka", -1), ==, 7);
	g_assert_true(zn_is_undefined(zn_get(zn_at(rows, 5), "kb")));
	for (size_t row = 0; row < 2; row++) {
		g_assert_true(zn_object_remove(zn_at(rows, row).obj, "kc"));
		g_assert_true(zn_is_undefined(zn_get(zn_at(rows, row), "kc")));
		g_assert_cmpfloat(zn_get_num(zn_at(rows, row), "kl", -1), ==, 100 * (int)row + 11);
		g_assert_cmpfloat(zn_get_num(zn_at(rows, row + 1), "kc", -1), ==, 100 * (int)row + 102);
		zn_object_set(arena, zn_at(rows, row).obj, "new", zn_num(5));
		g_assert_cmpfloat(zn_get_num(zn_at(rows, row), "new", -1), ==, 5);
		g_assert_true(zn_is_undefined(zn_get(zn_at(rows, row + 1), "new")));
	}
}

static void test_strings(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	const char *text = "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\uFFFF\\uD834\\uDD1E.\", \"\", \"\\u0416x\"]";
	ZnValue v;
	g_assert_true(zn_json_parse(arena, diags, "f", text, strlen(text), &v));
	g_assert_cmpstr(zn_at(v, 0).str, ==, "\"\\/\b\f\n\r\t");
	g_assert_cmpstr(zn_at(v, 1).str, ==, "é\xef\xbf\xbf𝄞.");
	g_assert_cmpuint(zn_at(v, 1).len, ==, 2 + 3 + 4 + 1);
	g_assert_cmpstr(zn_at(v, 2).str, ==, "");
	g_assert_cmpstr(zn_at(v, 3).str, ==, "Жx");
}

static void test_depth(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	GString *text = g_string_new("\"[[[[\\\"\"");
	ZnValue v;
	g_assert_true(zn_json_parse(arena, diags, "f", text->str, text->len, &v));
	g_string_truncate(text, 0);
	for (int i = 0; i < ZN_LIMIT_DEPTH; i++)
		g_string_append_c(text, '[');
	for (int i = 0; i < ZN_LIMIT_DEPTH; i++)
		g_string_append_c(text, ']');
	g_assert_true(zn_json_parse(arena, diags, "f", text->str, text->len, &v));
	g_string_prepend(text, "\n[");
	g_string_append_c(text, ']');
	assert_problem(text->str, text->len, "f:2:513: error: nested deeper than 512 levels\n");
	g_string_free(text, TRUE);
}

/* Every beginning of a text and every damaged byte gives one problem or a value, never a crash. */
static void test_damage(void)
{
	const char *text = "{\"a\": [1.5e3, \"\\u4e2d\\ud83d\\ude00 \\\\ \\\" 织女 long enough to be cut\", null], \"b\": {\"c\": true}}";
	size_t len = strlen(text);
	for (size_t at = 0; at < len; at++)
		for (int byte = -1; byte < 256; byte++) {
			g_autoptr(ZnArena) arena = zn_arena_new();
			g_autoptr(ZnDiags) diags = zn_diags_new();
			g_autofree char *copy = g_memdup2(text, len);
			ZnValue v;
			if (byte >= 0)
				copy[at] = (char)byte;
			bool ok = zn_json_parse(arena, diags, "f", copy, byte >= 0 ? len : at, &v);
			g_assert_cmpuint(zn_diags_len(diags), ==, ok ? 0 : 1);
			if (!ok)
				g_assert_cmpint(zn_diags_at(diags, 0)->place.line, ==, byte == '\n' && zn_diags_at(diags, 0)->place.line == 2 ? 2 : 1);
		}
}

static void test_write(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	const char *text = "{\"b\":[1,0.1,\"q\\\"\\\\/\\n\\t\\u0001中\",true,null,{}],\"a\":[]}";
	ZnValue v;
	g_assert_true(zn_json_parse(arena, diags, "f", text, strlen(text), &v));
	GString *out = g_string_new(NULL);
	zn_json_write(out, v);
	g_assert_cmpstr(out->str, ==, text);
	g_string_truncate(out, 0);
	ZnArray *array = zn_array_new(arena, 0);
	const ZnValue odd[] = {zn_undefined(), zn_num(NAN), zn_num(INFINITY), zn_num(-0.0), zn_date(0), zn_date(NAN), zn_num(1e21)};
	for (size_t i = 0; i < G_N_ELEMENTS(odd); i++)
		zn_array_push(arena, array, odd[i]);
	zn_json_write(out, zn_arr(array));
	g_assert_cmpstr(out->str, ==, "[null,null,null,0,\"1970-01-01T00:00:00.000Z\",null,1e+21]");
	g_string_free(out, TRUE);
}

static void test_pointer(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *pointer = zn_json_pointer(arena, "", "encoding");
	g_assert_cmpstr(pointer, ==, "/encoding");
	g_assert_cmpstr(zn_json_pointer(arena, pointer, "a/b~c"), ==, "/encoding/a~1b~0c");
	g_assert_cmpstr(zn_json_pointer(arena, pointer, ""), ==, "/encoding/");
	g_assert_cmpstr(zn_json_pointer_index(arena, pointer, 12), ==, "/encoding/12");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/json/values", test_values);
	g_test_add_func("/base/json/problems", test_problems);
	g_test_add_func("/base/json/rows", test_rows);
	g_test_add_func("/base/json/strings", test_strings);
	g_test_add_func("/base/json/depth", test_depth);
	g_test_add_func("/base/json/damage", test_damage);
	g_test_add_func("/base/json/write", test_write);
	g_test_add_func("/base/json/pointer", test_pointer);
	return g_test_run();
}
