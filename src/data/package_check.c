/* Tables against their schemas. */
#include "data/package_private.h"
#include "data/reader.h"

#include <math.h>
#include <string.h>

#define MAX_REPORTS 20 /* of one table */

/* One table in the checking. */
typedef struct Check {
	ZnPackage *package;
	ZnResource *resource;
	ZnArena *arena;
	const ZnTable *text; /* as read */
	ZnTable *typed;
	size_t problems;
} Check;

static void problem(Check *c, size_t row, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void problem(Check *c, size_t row, const char *hint, const char *format, ...)
{
	if (++c->problems > MAX_REPORTS)
		return;
	va_list args;
	va_start(args, format);
	const char *message = zn_arena_vprintf(c->arena, format, args);
	va_end(args);
	int line = row < c->text->n_rows && c->text->lines ? c->text->lines[row] : 1;
	zn_error(c->package->context->diags, zn_place(c->text->source, line, 0), hint, "%s", message);
}

#define HEADER SIZE_MAX

/* --- columns --- */

static void check_columns(Check *c)
{
	const ZnTable *text = c->text;
	const char **names = zn_new_n(c->arena, const char *, c->resource->n_fields + 1);
	for (size_t i = 0; i < c->resource->n_fields; i++) {
		names[i] = c->resource->fields[i].name;
		if (zn_table_find(text, names[i]) < 0)
			problem(c, HEADER, zn_did_you_mean(c->arena, names[i], zn_table_names(c->arena, text)),
			        "the column “%s” of the schema is missing", names[i]);
	}
	for (size_t i = 0; i < text->n_cols; i++)
		if (!zn_resource_field(c->resource, text->cols[i].name))
			problem(c, HEADER, zn_did_you_mean(c->arena, text->cols[i].name, names), "the column “%s” is not in the schema",
			        text->cols[i].name);
}

/* --- cells --- */

static bool is_key(const ZnResource *resource, const char *name)
{
	return g_strv_contains(resource->primary_key, name);
}

static const char *list_allowed(Check *c, const ZnArray *allowed)
{
	g_autoptr(GString) list = g_string_new("one of ");
	for (size_t i = 0; i < allowed->n; i++)
		g_string_append_printf(list, "%s%s", i ? ", " : "", zn_to_str(c->arena, allowed->items[i]));
	return zn_arena_strdup(c->arena, list->str);
}

static void check_constraints(Check *c, size_t row, const ZnSchemaField *field, ZnValue value, const char *text)
{
	if (zn_is_null(value)) {
		if (field->required || is_key(c->resource, field->name))
			problem(c, row, NULL, "field “%s”: a value is required", field->name);
		return;
	}
	double num = zn_is_num(value) || zn_is_date(value) ? value.num : zn_is_str(value) ? NAN : zn_to_num(value);
	char bound[32];
	if (num < field->minimum)
		problem(c, row, NULL, "field “%s”: %s is below the minimum %s", field->name, text,
		        field->type == ZN_FIELD_DATE ? zn_to_str(c->arena, zn_date(field->minimum)) : zn_number_to_string(field->minimum, bound));
	if (num > field->maximum)
		problem(c, row, NULL, "field “%s”: %s is above the maximum %s", field->name, text,
		        field->type == ZN_FIELD_DATE ? zn_to_str(c->arena, zn_date(field->maximum)) : zn_number_to_string(field->maximum, bound));
	if (field->pattern && !g_regex_match(field->pattern, text, 0, NULL))
		problem(c, row, NULL, "field “%s”: “%s” does not match the pattern", field->name, text);
	if (field->allowed) {
		size_t i = 0;
		while (i < field->allowed->n && !zn_same(field->allowed->items[i], value))
			i++;
		if (i == field->allowed->n)
			problem(c, row, list_allowed(c, field->allowed), "field “%s”: “%s” is not an allowed value", field->name, text);
	}
}

/* The text of a cell; JSON tables have typed cells already. */
static ZnValue cell_text(Check *c, ZnValue cell)
{
	if (zn_is_str(cell))
		return cell;
	return zn_str(zn_is_nullish(cell) ? "" : zn_to_str(c->arena, cell));
}

static void type_column(Check *c, const ZnSchemaField *field)
{
	static const char *const empty[] = {"", NULL};
	int column = zn_table_find(c->text, field->name);
	if (column < 0)
		return;
	const ZnValue *from = c->text->cols[column].cells;
	ZnValue *to = zn_table_add(c->arena, c->typed, field->name);
	ZnValueSet *seen = field->unique ? zn_value_set_new(c->arena) : NULL;
	for (size_t row = 0; row < c->text->n_rows; row++) {
		ZnValue text = cell_text(c, from[row]);
		const char *const *missing = zn_is_nullish(from[row]) ? empty : c->resource->missing_values;
		bool fresh = true;
		if (!zn_schema_parse(c->arena, field, missing, text, &to[row])) {
			problem(c, row, NULL, "field “%s”: “%.60s” is not %s", field->name, text.str, zn_schema_type_noun(field->type));
			continue;
		}
		check_constraints(c, row, field, to[row], text.str);
		if (seen && !zn_is_null(to[row]))
			zn_value_set_add(seen, to[row], &fresh);
		if (!fresh)
			problem(c, row, NULL, "field “%s”: “%s” is there twice, values must be unique", field->name, text.str);
	}
}

/* --- keys --- */

int *zn_key_columns(ZnArena *arena, const ZnTable *table, const char *const *names, size_t *n)
{
	*n = g_strv_length((char **)names);
	int *columns = zn_new_n(arena, int, *n + 1);
	for (size_t i = 0; i < *n; i++)
		if ((columns[i] = zn_table_find(table, names[i])) < 0)
			return NULL;
	return columns;
}

ZnValue zn_key_value(ZnArena *arena, const ZnTable *table, const int *columns, size_t n, size_t row)
{
	if (n == 1)
		return table->cols[columns[0]].cells[row];
	ZnArray *parts = zn_array_new(arena, n);
	for (size_t i = 0; i < n; i++)
		zn_array_push(arena, parts, table->cols[columns[i]].cells[row]);
	return zn_arr(parts);
}

static void check_primary_key(Check *c)
{
	size_t n;
	int *columns = zn_key_columns(c->arena, c->typed, c->resource->primary_key, &n);
	if (!columns || n == 0)
		return;
	ZnValueSet *keys = c->resource->state->keys = zn_value_set_new(c->arena);
	for (size_t row = 0; row < c->typed->n_rows; row++) {
		ZnValue key = zn_key_value(c->arena, c->typed, columns, n, row);
		bool fresh;
		size_t first = zn_value_set_add(keys, key, &fresh);
		if (!fresh) {
			int line = c->text->lines ? c->text->lines[first] : 0;
			problem(c, row, line ? zn_arena_printf(c->arena, "the first one is in line %d", line) : NULL,
			        "the primary key %s is there twice", zn_to_str(c->arena, key));
		}
	}
}

/* --- tables --- */

/* The text of the resource's file, by its ending and dialect. */
static const ZnTable *read_text(ZnPackage *package, ZnResource *resource)
{
	ZnContext *context = package->context;
	ZnArena *arena = context->arena;
	ZnObject *format = zn_object_new(arena), *data = zn_object_new(arena);
	const char *delimiter = zn_get_str(zn_get(resource->raw, "dialect"), "delimiter", NULL);
	if (delimiter) {
		zn_object_set(arena, format, "type", zn_str("dsv"));
		zn_object_set(arena, format, "delimiter", zn_str(delimiter));
	}
	zn_object_set(arena, data, "url", zn_str(resource->path));
	zn_object_set(arena, data, "format", zn_obj(format));
	return zn_data_load(context, zn_pointer(package->file, resource->pointer), zn_obj(data), NULL, zn_undefined(), NULL);
}

static const ZnTable *read_table(ZnPackage *package, ZnResource *resource)
{
	ZnContext *context = package->context;
	const ZnTable *text = read_text(package, resource);
	if (!text)
		return NULL;
	ZnTable *typed = zn_table_new(context->arena, text->n_rows);
	typed->source = text->source;
	typed->lines = text->lines;
	Check c = {.package = package, .resource = resource, .arena = context->arena, .text = text, .typed = typed};
	check_columns(&c);
	for (size_t i = 0; i < resource->n_fields; i++)
		type_column(&c, &resource->fields[i]);
	check_primary_key(&c);
	if (c.problems > MAX_REPORTS)
		zn_error(context->diags, zn_place(text->source, 0, 0), NULL, "%zu more problems in this table", c.problems - MAX_REPORTS);
	return c.problems ? NULL : typed;
}

const ZnTable *zn_resource_table(ZnPackage *package, ZnResource *resource)
{
	ZnResourceState *state = resource->state;
	if (!state->tried) {
		state->tried = true;
		state->table = read_table(package, resource);
	}
	return state->table;
}

static bool check_foreign_key(ZnPackage *package, ZnResource *resource, const ZnForeignKey *key)
{
	ZnContext *context = package->context;
	ZnPlace place = zn_pointer(package->file, key->pointer);
	ZnResource *other = *key->resource ? zn_package_find(package, key->resource) : resource;
	if (!other) {
		zn_error(context->diags, place, zn_did_you_mean(context->arena, key->resource, zn_package_names(package)),
		         "the foreign key refers to an unknown resource “%s”", key->resource);
		return false;
	}
	const ZnTable *table = zn_resource_table(package, resource), *target = zn_resource_table(package, other);
	if (!table || !target)
		return false;
	size_t n, n_target;
	int *columns = zn_key_columns(context->arena, table, key->fields, &n);
	int *target_columns = zn_key_columns(context->arena, target, key->reference, &n_target);
	if (!columns || !target_columns || n != n_target) {
		zn_error(context->diags, place, NULL, "the foreign key refers to fields that “%s” has not", other->name);
		return false;
	}
	ZnValueSet *known = zn_value_set_new(context->arena);
	for (size_t row = 0; row < target->n_rows; row++)
		zn_value_set_add(known, zn_key_value(context->arena, target, target_columns, n, row), NULL);
	bool ok = true;
	for (size_t row = 0; row < table->n_rows; row++) {
		ZnValue value = zn_key_value(context->arena, table, columns, n, row);
		size_t found;
		if (zn_is_null(value) || zn_value_set_find(known, value, &found))
			continue;
		zn_error(context->diags, zn_place(table->source, table->lines ? table->lines[row] : 0, 0), NULL,
		         "field “%s”: “%s” is not in the table “%s”", key->fields[0], zn_to_str(context->arena, value), other->name);
		ok = false;
	}
	return ok;
}

bool zn_package_check(ZnPackage *package)
{
	bool ok = true;
	for (size_t i = 0; i < package->n_resources; i++) {
		ZnResource *resource = &package->resources[i];
		ok &= zn_resource_table(package, resource) != NULL;
		for (size_t k = 0; k < resource->n_foreign_keys; k++)
			ok &= check_foreign_key(package, resource, &resource->foreign_keys[k]);
	}
	return ok;
}
