#include "data/reader.h"
#include "base/json.h"
#include "base/limits.h"
#include "data/topojson.h"

#include <math.h>
#include <string.h>

/* One loading of a "data" object. */
typedef struct Source {
	ZnContext *context;
	ZnPlace place;
	ZnValue format;
	ZnValue datasets;
	const ZnDateReader *dates;
} Source;

static ZnPlace place_of(const Source *source, const char *key)
{
	ZnPlace place = source->place;
	place.pointer = zn_json_pointer(source->context->arena, place.pointer ? place.pointer : "", key);
	return place;
}

static ZnPlace place_in_format(const Source *source, const char *key)
{
	ZnPlace place = place_of(source, "format");
	place.pointer = zn_json_pointer(source->context->arena, place.pointer, key);
	return place;
}

/* --- formats --- */

/* The bytes of a format -> table. `file` names them in diagnostics. */
typedef const ZnTable *FormatFunc(const Source *source, const char *file, const char *text, size_t len);

static const ZnTable *from_values(const Source *source, ZnValue values)
{
	const ZnTable *table = zn_table_from_values(source->context->arena, values);
	if (!table)
		zn_error(source->context->diags, source->place, NULL, "the data have too many rows or fields");
	return table;
}

/* The part of a JSON document that format.property names. */
static bool pick_property(const Source *source, ZnValue *document)
{
	const char *property = zn_get_str(source->format, "property", NULL);
	if (!property)
		return true;
	ZnArena *arena = source->context->arena;
	const ZnTable *whole = zn_table_from_values(arena, *document);
	ZnField *field = zn_field_parse(arena, property);
	ZnValue part = whole && whole->n_rows == 1 ? zn_field_get(field, whole, 0) : zn_undefined();
	if (zn_is_undefined(part)) {
		const char *hint = whole && whole->n_rows == 1 ? zn_did_you_mean(arena, field->column, zn_table_names(arena, whole)) : NULL;
		zn_error(source->context->diags, place_in_format(source, "property"), hint, "the JSON document has no property “%s”", property);
		return false;
	}
	*document = part;
	return true;
}

/* A JSON document -> rows: TopoJSON's are features. `base`: the pointer of the document in `file`. */
static const ZnTable *from_document(const Source *source, const char *file, const char *base, bool topojson, ZnValue document)
{
	if (!pick_property(source, &document))
		return NULL;
	if (topojson) {
		document = zn_topojson_read(source->context, place_of(source, "format"), file, base, document, source->format);
		if (zn_is_undefined(document))
			return NULL;
	}
	return from_values(source, document);
}

static const ZnTable *parse_document(const Source *source, const char *file, const char *text, size_t len, bool topojson)
{
	ZnValue document;
	if (!zn_json_parse(source->context->arena, source->context->diags, file, text, len, &document))
		return NULL;
	return from_document(source, file, "", topojson, document);
}

static const ZnTable *read_json(const Source *source, const char *file, const char *text, size_t len)
{
	return parse_document(source, file, text, len, false);
}

static const ZnTable *read_topojson(const Source *source, const char *file, const char *text, size_t len)
{
	return parse_document(source, file, text, len, true);
}

static const ZnTable *read_csv(const Source *source, const char *file, const char *text, size_t len)
{
	return zn_csv_read_named(source->context, file, text, len, ',', zn_get(source->format, "header"));
}

static const ZnTable *read_tsv(const Source *source, const char *file, const char *text, size_t len)
{
	return zn_csv_read_named(source->context, file, text, len, '\t', zn_get(source->format, "header"));
}

static const ZnTable *read_dsv(const Source *source, const char *file, const char *text, size_t len)
{
	const char *delimiter = zn_get_str(source->format, "delimiter", "");
	if (strlen(delimiter) != 1 || strchr("\"\r\n", delimiter[0])) {
		zn_error(source->context->diags, place_of(source, "format"), "for example \"delimiter\": \";\"",
		         "the format “dsv” needs a delimiter of one ASCII character");
		return NULL;
	}
	return zn_csv_read_named(source->context, file, text, len, delimiter[0], zn_get(source->format, "header"));
}

static const struct {
	const char *name;
	FormatFunc *read;
} formats[] = {{"json", read_json}, {"csv", read_csv}, {"tsv", read_tsv}, {"dsv", read_dsv}, {"topojson", read_topojson}};

static FormatFunc *find_format(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		if (!strcmp(formats[i].name, name))
			return formats[i].read;
	return NULL;
}

/* format.type, else the ending of the url (NULL = none), else JSON. */
static FormatFunc *format_of(const Source *source, const char *url)
{
	static const char *const names[] = {"json", "csv", "tsv", "dsv", "topojson", NULL};
	ZnValue type = zn_get(source->format, "type");
	if (zn_is_nullish(type)) {
		const char *ending = url ? strrchr(url, '.') : NULL;
		FormatFunc *format = ending ? find_format(ending + 1) : NULL;
		return format ? format : read_json;
	}
	FormatFunc *format = zn_is_str(type) ? find_format(type.str) : NULL;
	if (!format) {
		const char *text = zn_to_str(source->context->arena, type);
		zn_error(source->context->diags, place_in_format(source, "type"), zn_did_you_mean(source->context->arena, text, names),
		         "unknown data format “%s”", text);
	}
	return format;
}

/* --- where data come from --- */

static bool has_scheme(const char *url)
{
	const char *colon = strstr(url, "://");
	return g_str_has_prefix(url, "//") || (colon && colon > url);
}

/* Under which a file's table is kept: one that is read in the same way, whatever is parsed afterwards, is the same table. */
static const char *cache_name(const Source *source, const char *url)
{
	ZnArena *arena = source->context->arena;
	g_autoptr(GString) name = g_string_new("table ");
	ZnObject *reading = zn_is_obj(source->format) ? zn_object_copy(arena, source->format.obj) : zn_object_new(arena);
	zn_object_remove(reading, "parse");
	zn_json_write(name, zn_obj(reading));
	g_string_append_printf(name, " %s", url);
	return zn_arena_strdup(arena, name->str);
}

static const ZnTable *load_url(const Source *source, const char *key, const char *url)
{
	ZnContext *context = source->context;
	if (has_scheme(url)) {
		zn_error(context->diags, place_of(source, key), "download the file and name it here", "data from the network are not read: %s",
		         url);
		return NULL;
	}
	FormatFunc *read = format_of(source, url);
	if (!read)
		return NULL;
	const char *name = cache_name(source, url);
	if (!context->cache)
		context->cache = zn_object_new(context->arena);
	const ZnValue *cached = zn_object_lookup(context->cache, name);
	if (cached)
		return cached->opaque;
	char *text;
	size_t len;
	if (!zn_context_read(context, place_of(source, key), url, &text, &len))
		return NULL;
	const ZnTable *table = read(source, url, text, len);
	if (!table)
		return NULL;
	if (!table->source) {
		ZnTable *named = zn_table_derive(context->arena, table);
		named->source = url;
		table = named;
	}
	zn_object_set(context->arena, context->cache, name, (ZnValue){.type = ZN_OPAQUE, .opaque = (void *)table});
	return table;
}

/* `base`: the pointer of the values. */
static const ZnTable *load_values(const Source *source, ZnValue values, const char *base)
{
	if (!zn_is_str(values))
		return from_document(source, source->place.file, base, zn_is_string(zn_get(source->format, "type"), "topojson"), values);
	FormatFunc *read = format_of(source, NULL);
	return read ? read(source, source->place.file, values.str, values.len) : NULL;
}

static const ZnTable *load_named(const Source *source, const char *name)
{
	ZnContext *context = source->context;
	/* The command line's --data comes first: it is how one spec is drawn with other data. */
	const ZnValue *path = zn_object_lookup(context->named_data, name);
	if (path && zn_is_str(*path))
		return load_url(source, "name", path->str);
	if (zn_has(source->datasets, name))
		return load_values(source, zn_get(source->datasets, name), zn_json_pointer(context->arena, "/datasets", name));
	size_t n = zn_len(source->datasets);
	const char **names = zn_new_n(context->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		names[i] = source->datasets.obj->members[i].key;
	const char *hint = zn_did_you_mean(context->arena, name, names);
	zn_error(context->diags, place_of(source, "name"), hint ? hint : "name it in the spec's datasets or with --data",
	         "no data are named “%s”", name);
	return NULL;
}

/* {"sequence": {start, stop, step, as}} */
static const ZnTable *make_sequence(const Source *source, ZnValue params)
{
	ZnContext *context = source->context;
	double start = zn_get_num(params, "start", 0), stop = zn_get_num(params, "stop", NAN), step = zn_get_num(params, "step", 1);
	double n = ceil((stop - start) / step);
	if (!isfinite(n) || !isfinite(start)) {
		zn_error(context->diags, place_of(source, "sequence"), "for example {\"start\": 0, \"stop\": 10, \"step\": 1}",
		         "a sequence needs a finite start and stop and a step that is not 0");
		return NULL;
	}
	if (n > ZN_LIMIT_ROWS) {
		zn_error(context->diags, place_of(source, "sequence"), NULL, "the sequence has %.0f values, more than the %u allowed", n,
		         ZN_LIMIT_ROWS);
		return NULL;
	}
	ZnTable *table = zn_table_new(context->arena, n > 0 ? (size_t)n : 0);
	ZnValue *cells = zn_table_add(context->arena, table, zn_get_str(params, "as", "data"));
	for (size_t i = 0; i < table->n_rows; i++)
		cells[i] = zn_num(start + (double)i * step);
	return table;
}

static const ZnTable *load_source(const Source *source, ZnValue data)
{
	ZnContext *context = source->context;
	ZnValue url = zn_get(data, "url"), name = zn_get(data, "name");
	if (zn_has(data, "values"))
		return load_values(source, zn_get(data, "values"), place_of(source, "values").pointer);
	if (zn_is_str(url))
		return load_url(source, "url", url.str);
	if (zn_has(data, "sequence"))
		return make_sequence(source, zn_get(data, "sequence"));
	if (zn_has(data, "graticule")) {
		ZnValue lines = zn_graticule_make(context, place_of(source, "graticule"), zn_get(data, "graticule"));
		return zn_is_undefined(lines) ? NULL : from_values(source, lines);
	}
	if (zn_has(data, "sphere")) {
		ZnTable *table = zn_table_new(context->arena, 1);
		zn_table_add(context->arena, table, "type")[0] = zn_str("Sphere");
		return table;
	}
	if (zn_is_str(name))
		return load_named(source, name.str);
	zn_error(context->diags, source->place, "one of url, values, name, sequence", "the data object does not say where the data come from");
	return NULL;
}

/* --- what the columns are --- */

/* "parse": "auto": the types that the columns seem to have. */
static const ZnObject *infer_types(const Source *source, const ZnTable *table)
{
	ZnObject *types = zn_object_new(source->context->arena);
	for (size_t c = 0; c < table->n_cols; c++)
		zn_object_set(source->context->arena, types, table->cols[c].name,
		              zn_str(zn_data_infer(table->cols[c].cells, table->n_rows, source->dates)));
	return types;
}

/* The defaults for fields that "parse" does not name. */
static const ZnObject *implicit_types(const Source *source, const ZnObject *defaults, ZnValue explicit)
{
	ZnObject *types = zn_object_new(source->context->arena);
	for (size_t i = 0; defaults && i < defaults->n; i++)
		if (!zn_has(explicit, defaults->members[i].key))
			zn_object_set(source->context->arena, types, defaults->members[i].key, defaults->members[i].value);
	return types;
}

const ZnTable *zn_data_load(ZnContext *context, ZnPlace place, ZnValue data, const ZnObject *parse_defaults, ZnValue datasets,
                            const ZnDateReader *dates)
{
	Source source = {.context = context, .place = place, .format = zn_get(data, "format"), .datasets = datasets, .dates = dates};
	const ZnTable *table = load_source(&source, data);
	ZnValue parse = zn_get(source.format, "parse");
	if (!table || zn_is_null(parse)) /* null: nothing is parsed at all */
		return table;
	ZnPlace at = place_in_format(&source, "parse");
	if (zn_is_string(parse, "auto"))
		table = zn_data_parse(context, at, table, infer_types(&source, table), dates, false);
	else if (zn_is_obj(parse))
		table = zn_data_parse(context, at, table, parse.obj, dates, true);
	if (!table)
		return NULL;
	return zn_data_parse(context, place, table, implicit_types(&source, parse_defaults, parse), dates, false);
}
