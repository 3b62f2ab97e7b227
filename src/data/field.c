/* Field paths, split as vega-util's splitAccessPath does. */
#include "data/table.h"

#include <stdlib.h>
#include <string.h>

typedef struct Path {
	ZnArena *arena;
	const char **parts;
	size_t n, cap;
	GString *part; /* the part in the making, escapes resolved */
} Path;

static void path_push(Path *path)
{
	const char *part = zn_arena_strndup(path->arena, path->part->str, path->part->len);
	zn_push(path->arena, path->parts, path->n, path->cap, part);
	g_string_truncate(path->part, 0);
}

/* The text between quotes behind a '['; *text stands behind the closing quote afterwards. False when there is none. */
static bool read_quoted(Path *path, const char **text)
{
	char quote = *(*text)++;
	for (; **text && **text != quote; (*text)++) {
		if (**text == '\\' && (*text)[1])
			(*text)++;
		g_string_append_c(path->part, **text);
	}
	if (!**text)
		return false;
	(*text)++;
	return true;
}

/* "[0]" or "['a.b']" */
static bool read_bracket(Path *path, const char **text)
{
	(*text)++;
	if (**text == '"' || **text == '\'') {
		if (!read_quoted(path, text) || **text != ']')
			return false;
	} else {
		for (; **text && **text != ']'; (*text)++)
			g_string_append_c(path->part, **text);
		if (!**text)
			return false;
	}
	(*text)++;
	path_push(path);
	return true;
}

static bool split(Path *path, const char *text)
{
	while (*text) {
		if (*text == '\\' && text[1]) {
			g_string_append_c(path->part, text[1]);
			text += 2;
		} else if (*text == '.') {
			if (path->part->len)
				path_push(path);
			text++;
		} else if (*text == '[') {
			if (path->part->len)
				path_push(path);
			if (!read_bracket(path, &text))
				return false;
		} else {
			g_string_append_c(path->part, *text++);
		}
	}
	if (path->part->len)
		path_push(path);
	return true;
}

ZnField *zn_field_parse(ZnArena *arena, const char *text)
{
	ZnField *field = zn_new(arena, ZnField);
	g_autoptr(GString) part = g_string_new(NULL);
	Path path = {.arena = arena, .part = part};
	if (!split(&path, text) || path.n == 0) {
		field->name = field->column = zn_arena_strdup(arena, text);
		return field;
	}
	field->column = path.parts[0];
	field->n_rest = path.n - 1;
	field->rest = path.parts + 1;
	g_autoptr(GString) name = g_string_new(path.parts[0]);
	for (size_t i = 1; i < path.n; i++)
		g_string_append_printf(name, ".%s", path.parts[i]);
	field->name = zn_arena_strdup(arena, name->str);
	return field;
}

/* The column a field reads, or -1; *whole tells that the column is the field itself. */
static int find_column(const ZnField *field, const ZnTable *table, bool *whole)
{
	int column = zn_table_find(table, field->name);
	*whole = column >= 0 || field->n_rest == 0;
	return *whole ? column : zn_table_find(table, field->column);
}

bool zn_field_exists(const ZnField *field, const ZnTable *table)
{
	bool whole;
	return find_column(field, table, &whole) >= 0;
}

static ZnValue member(ZnValue value, const char *key)
{
	if (!zn_is_arr(value))
		return zn_get(value, key);
	if (!strcmp(key, "length"))
		return zn_num((double)value.arr->n);
	char *end;
	unsigned long index = strtoul(key, &end, 10);
	return *key && !*end ? zn_at(value, index) : zn_undefined();
}

static ZnValue look_inside(const ZnField *field, ZnValue value)
{
	for (size_t i = 0; i < field->n_rest; i++)
		value = member(value, field->rest[i]);
	return value;
}

ZnValue zn_field_get(const ZnField *field, const ZnTable *table, size_t row)
{
	bool whole;
	int column = find_column(field, table, &whole);
	if (column < 0)
		return zn_undefined();
	ZnValue value = table->cols[column].cells[row];
	return whole ? value : look_inside(field, value);
}

const ZnValue *zn_field_cells(ZnArena *arena, const ZnField *field, const ZnTable *table)
{
	bool whole;
	int column = find_column(field, table, &whole);
	if (column >= 0 && whole)
		return table->cols[column].cells;
	ZnValue *cells = zn_new_n(arena, ZnValue, table->n_rows);
	if (column >= 0)
		for (size_t i = 0; i < table->n_rows; i++)
			cells[i] = look_inside(field, table->cols[column].cells[i]);
	return cells;
}
