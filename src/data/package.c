#include "data/package.h"
#include "base/json.h"
#include "data/package_private.h"
#include "data/reader.h"

#include <math.h>
#include <string.h>

/* One description in the reading. */
typedef struct Loader {
	ZnPackage *package;
	ZnContext *context;
	ZnArena *arena;
} Loader;

static void complain(Loader *l, const char *pointer, const char *hint, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void complain(Loader *l, const char *pointer, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *message = zn_arena_vprintf(l->arena, format, args);
	va_end(args);
	zn_error(l->context->diags, zn_pointer(l->package->file, pointer), hint, "%s", message);
}

static const char *below(Loader *l, const char *pointer, const char *key)
{
	return zn_json_pointer(l->arena, pointer, key);
}

/* A text or an array of texts -> NULL-ended list. */
static const char *const *text_list(Loader *l, ZnValue value)
{
	size_t n = zn_is_arr(value) ? zn_len(value) : zn_is_str(value) ? 1 : 0;
	const char **list = zn_new_n(l->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		list[i] = zn_to_str(l->arena, zn_is_arr(value) ? zn_at(value, i) : value);
	return list;
}

static void regex_unref(void *regex)
{
	g_regex_unref(regex);
}

static GRegex *read_pattern(Loader *l, const char *pointer, const char *pattern)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *whole = g_strdup_printf("^(?:%s)$", pattern);
	GRegex *regex = g_regex_new(whole, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, &error);
	if (!regex) {
		complain(l, below(l, pointer, "pattern"), NULL, "the pattern is no regular expression: %s", error->message);
		return NULL;
	}
	zn_arena_defer(l->arena, regex_unref, regex);
	return regex;
}

/* A bound or an allowed value: written as the cells are, or as JSON. */
static bool read_literal(Loader *l, const ZnSchemaField *field, const char *pointer, ZnValue literal, ZnValue *out)
{
	static const char *const no_missing[] = {NULL};
	ZnValue text = zn_is_str(literal) ? literal : zn_str(zn_to_str(l->arena, literal));
	if (zn_schema_parse(l->arena, field, no_missing, text, out))
		return true;
	complain(l, pointer, NULL, "“%s” is not %s", text.str, zn_schema_type_noun(field->type));
	return false;
}

static double read_bound(Loader *l, const ZnSchemaField *field, const char *pointer, ZnValue constraints, const char *key)
{
	ZnValue bound;
	if (!zn_has(constraints, key) || !read_literal(l, field, below(l, pointer, key), zn_get(constraints, key), &bound))
		return NAN;
	return zn_to_num(bound);
}

static void read_constraints(Loader *l, ZnSchemaField *field)
{
	static const char *const known[] = {"required", "unique", "minimum", "maximum", "pattern", "enum", NULL};
	ZnValue constraints = zn_get(field->raw, "constraints");
	const char *pointer = below(l, field->pointer, "constraints");
	for (size_t i = 0; zn_is_obj(constraints) && i < zn_len(constraints); i++) {
		const char *key = constraints.obj->members[i].key;
		if (!g_strv_contains(known, key))
			zn_warning(l->context->diags, zn_pointer(l->package->file, below(l, pointer, key)), zn_did_you_mean(l->arena, key, known),
			           "unknown constraint “%s”", key);
	}
	field->required = zn_get_bool(constraints, "required", false);
	field->unique = zn_get_bool(constraints, "unique", false);
	field->minimum = read_bound(l, field, pointer, constraints, "minimum");
	field->maximum = read_bound(l, field, pointer, constraints, "maximum");
	if (zn_is_str(zn_get(constraints, "pattern")))
		field->pattern = read_pattern(l, pointer, zn_get(constraints, "pattern").str);
	ZnValue allowed = zn_get(constraints, "enum");
	if (!zn_is_arr(allowed))
		return;
	ZnArray *values = zn_array_new(l->arena, zn_len(allowed));
	for (size_t i = 0; i < zn_len(allowed); i++) {
		ZnValue value;
		if (read_literal(l, field, zn_json_pointer_index(l->arena, below(l, pointer, "enum"), i), zn_at(allowed, i), &value))
			zn_array_push(l->arena, values, value);
	}
	field->allowed = values;
}

static void read_field(Loader *l, ZnSchemaField *field, ZnValue raw, const char *pointer)
{
	*field = (ZnSchemaField){.raw = raw, .pointer = pointer, .minimum = NAN, .maximum = NAN};
	field->name = zn_get_str(raw, "name", NULL);
	if (!field->name) {
		complain(l, pointer, NULL, "the field has no name");
		field->name = "";
	}
	const char *type = zn_get_str(raw, "type", "string");
	if (!zn_schema_type_parse(type, &field->type)) {
		const char *hint = zn_did_you_mean(l->arena, type, zn_schema_type_names);
		complain(l, below(l, pointer, "type"), hint ? hint : "one of string, number, integer, boolean, year, date, any",
		         "unknown field type “%s”", type);
	}
	field->format = zn_get_str(raw, "format", NULL);
	if (field->format && !strcmp(field->format, "default")) /* the standard's word for nothing special */
		field->format = NULL;
	read_constraints(l, field);
}

/* Reports names that are no fields of the resource. */
static void check_names(Loader *l, const ZnResource *resource, const char *pointer, const char *const *names)
{
	const char **fields = zn_new_n(l->arena, const char *, resource->n_fields + 1);
	for (size_t i = 0; i < resource->n_fields; i++)
		fields[i] = resource->fields[i].name;
	for (; *names; names++)
		if (!zn_resource_field(resource, *names))
			complain(l, pointer, zn_did_you_mean(l->arena, *names, fields), "the table has no field “%s”", *names);
}

static void read_foreign_keys(Loader *l, ZnResource *resource, ZnValue keys, const char *pointer)
{
	if (!zn_is_arr(keys))
		return;
	resource->foreign_keys = zn_new_n(l->arena, ZnForeignKey, zn_len(keys));
	for (size_t i = 0; i < zn_len(keys); i++) {
		ZnForeignKey *key = &resource->foreign_keys[resource->n_foreign_keys++];
		ZnValue raw = zn_at(keys, i), reference = zn_get(raw, "reference");
		key->pointer = zn_json_pointer_index(l->arena, pointer, i);
		key->fields = text_list(l, zn_get(raw, "fields"));
		key->resource = zn_get_str(reference, "resource", "");
		key->reference = text_list(l, zn_get(reference, "fields"));
		check_names(l, resource, below(l, key->pointer, "fields"), key->fields);
		if (!*key->fields || g_strv_length((char **)key->fields) != g_strv_length((char **)key->reference))
			complain(l, key->pointer, NULL, "a foreign key needs as many fields as its reference has");
	}
}

static void read_schema(Loader *l, ZnResource *resource, ZnValue schema, const char *pointer)
{
	static const char *const empty_is_missing[] = {"", NULL};
	ZnValue fields = zn_get(schema, "fields");
	if (!zn_is_arr(fields) || zn_len(fields) == 0) {
		complain(l, pointer, NULL, "the schema has no fields");
		return;
	}
	resource->fields = zn_new_n(l->arena, ZnSchemaField, zn_len(fields));
	const char *at = below(l, pointer, "fields");
	for (size_t i = 0; i < zn_len(fields); i++) {
		ZnSchemaField *field = &resource->fields[i];
		read_field(l, field, zn_at(fields, i), zn_json_pointer_index(l->arena, at, i));
		if (zn_resource_field(resource, field->name))
			complain(l, field->pointer, NULL, "the schema has the field “%s” twice", field->name);
		resource->n_fields++;
	}
	ZnValue missing = zn_get(schema, "missingValues");
	resource->missing_values = zn_is_arr(missing) ? text_list(l, missing) : empty_is_missing;
	resource->primary_key = text_list(l, zn_get(schema, "primaryKey"));
	check_names(l, resource, below(l, pointer, "primaryKey"), resource->primary_key);
	read_foreign_keys(l, resource, zn_get(schema, "foreignKeys"), below(l, pointer, "foreignKeys"));
}

static void read_resource(Loader *l, ZnResource *resource, ZnValue raw, const char *pointer, const char *folder)
{
	static const char *const none[] = {NULL};
	*resource = (ZnResource){.raw = raw, .pointer = pointer, .primary_key = none, .missing_values = none};
	resource->state = zn_new(l->arena, ZnResourceState);
	resource->name = zn_get_str(raw, "name", NULL);
	const char *path = zn_get_str(raw, "path", NULL);
	if (!resource->name || !path)
		complain(l, pointer, NULL, "the resource has no %s", resource->name ? "path" : "name");
	resource->name = resource->name ? resource->name : "";
	resource->path = !path ? "" : !strcmp(folder, ".") ? path : zn_arena_printf(l->arena, "%s/%s", folder, path);
	if (zn_has(raw, "schema"))
		read_schema(l, resource, zn_get(raw, "schema"), below(l, pointer, "schema"));
	else
		complain(l, pointer, NULL, "the resource has no schema");
}

ZnPackage *zn_package_load(ZnContext *context, const char *path)
{
	char *text;
	size_t len;
	ZnPackage *package = zn_new(context->arena, ZnPackage);
	*package = (ZnPackage){.context = context, .file = path};
	Loader l = {.package = package, .context = context, .arena = context->arena};
	if (!zn_context_read(context, zn_place(path, 0, 0), path, &text, &len) ||
	    !zn_json_parse(context->arena, context->diags, path, text, len, &package->raw))
		return NULL;
	size_t before = zn_diags_count(context->diags, ZN_ERROR);
	ZnValue resources = zn_get(package->raw, "resources");
	if (!zn_is_arr(resources) || zn_len(resources) == 0)
		complain(&l, "/resources", NULL, "a data package needs a list of resources");
	g_autofree char *folder = g_path_get_dirname(path);
	package->resources = zn_new_n(context->arena, ZnResource, zn_len(resources));
	for (size_t i = 0; zn_is_arr(resources) && i < zn_len(resources); i++) {
		ZnResource *resource = &package->resources[i];
		read_resource(&l, resource, zn_at(resources, i), zn_json_pointer_index(context->arena, "/resources", i), folder);
		if (zn_package_find(package, resource->name))
			complain(&l, resource->pointer, NULL, "the package has the resource “%s” twice", resource->name);
		package->n_resources++;
	}
	return zn_diags_count(context->diags, ZN_ERROR) == before ? package : NULL;
}

/* --- looking up --- */

ZnResource *zn_package_find(const ZnPackage *package, const char *name)
{
	for (size_t i = 0; i < package->n_resources; i++)
		if (!strcmp(package->resources[i].name, name))
			return &package->resources[i];
	return NULL;
}

ZnResource *zn_package_find_path(const ZnPackage *package, const char *path)
{
	g_autofree char *wanted = g_canonicalize_filename(path, "/");
	for (size_t i = 0; i < package->n_resources; i++) {
		g_autofree char *there = g_canonicalize_filename(package->resources[i].path, "/");
		if (!strcmp(there, wanted))
			return &package->resources[i];
	}
	return NULL;
}

const ZnSchemaField *zn_resource_field(const ZnResource *resource, const char *name)
{
	for (size_t i = 0; i < resource->n_fields; i++)
		if (!strcmp(resource->fields[i].name, name))
			return &resource->fields[i];
	return NULL;
}

const char *const *zn_package_names(const ZnPackage *package)
{
	const char **names = zn_new_n(package->context->arena, const char *, package->n_resources + 1);
	for (size_t i = 0; i < package->n_resources; i++)
		names[i] = package->resources[i].name;
	return names;
}

const ZnTable *zn_package_table(ZnPackage *package, ZnPlace place, const char *name)
{
	ZnResource *resource = zn_package_find(package, name);
	if (resource)
		return zn_resource_table(package, resource);
	zn_error(package->context->diags, place, zn_did_you_mean(package->context->arena, name, zn_package_names(package)),
	         "%s has no table “%s”", package->file, name);
	return NULL;
}

bool zn_resource_row(ZnPackage *package, ZnResource *resource, const ZnValue *keys, size_t n, size_t *row)
{
	if (!zn_resource_table(package, resource) || n == 0 || n != g_strv_length((char **)resource->primary_key))
		return false;
	ZnArray parts = {.n = n, .cap = n, .items = (ZnValue *)keys};
	return zn_value_set_find(resource->state->keys, n == 1 ? keys[0] : zn_arr(&parts), row);
}

static const char *text_in(ZnValue texts, const char *lang)
{
	if (zn_is_str(texts))
		return texts.str;
	if (!zn_is_obj(texts))
		return NULL;
	const char *text = zn_get_str(texts, lang, NULL);
	if (!text)
		text = zn_get_str(texts, "en", NULL);
	for (size_t i = 0; !text && i < zn_len(texts); i++)
		if (zn_is_str(texts.obj->members[i].value))
			text = texts.obj->members[i].value.str;
	return text;
}

const char *zn_package_text(ZnValue object, const char *key, const char *lang)
{
	g_autofree char *plural = g_strconcat(key, "s", NULL);
	ZnValue many = zn_get(object, plural), one = zn_get(object, key);
	/* A plain "title" beside "titles" is the text for other readers of the package. */
	const char *text = zn_is_obj(many) ? zn_get_str(many, lang, NULL) : NULL;
	if (!text)
		text = text_in(one, lang);
	return text ? text : text_in(many, lang);
}

const char *zn_schema_title(const ZnSchemaField *field, const char *lang)
{
	const char *title = zn_package_text(field->raw, "title", lang);
	return title ? title : field->name;
}
