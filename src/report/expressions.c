/* {{ expressions }}: the Vega expression language over the tables of the Data Package, written for the language of the report. */
#include "report/internal.h"

#include <math.h>
#include <string.h>

/* A table as expressions see it: its rows by primary key. */
typedef struct TableValue {
	ZnResource *resource;
	ZnValue rows; /* object; made when its name is first used */
} TableValue;

struct ZnReportData {
	ZnPackage *package;
	TableValue *tables; /* as many as the package has resources */
	ZnExprEnv env;
};

ZnReportData *zn_report_data_new(ZnReport *report, const char *path)
{
	ZnContext *context = report->context;
	ZnReportData *data = zn_new(report->arena, ZnReportData);
	g_autofree char *usual = g_build_filename(context->base_dir, "datapackage.json", NULL);
	if (path || g_file_test(usual, G_FILE_TEST_EXISTS))
		data->package = zn_package_load(context, path ? path : "datapackage.json");
	size_t n = data->package ? data->package->n_resources : 0;
	data->tables = zn_new_n(report->arena, TableValue, n);
	for (size_t i = 0; i < n; i++)
		data->tables[i].resource = &data->package->resources[i];
	data->env = (ZnExprEnv){.context = context, .call = zn_report_call, .name = zn_report_name, .user = report};
	return data;
}

ZnPackage *zn_report_package(const ZnReportData *data)
{
	return data->package;
}

/* --- tables by name --- */

static TableValue *find_table(const ZnReportData *data, const char *name)
{
	size_t n = data->package ? data->package->n_resources : 0;
	for (size_t i = 0; i < n; i++)
		if (!strcmp(data->tables[i].resource->name, name))
			return &data->tables[i];
	return NULL;
}

/* Rows by their primary key ("a/b" when it has two fields), else by their number from 0. */
static ZnValue rows_of(ZnReport *report, const ZnResource *resource, const ZnTable *table)
{
	ZnObject *rows = zn_object_new(report->arena);
	for (size_t row = 0; row < table->n_rows; row++) {
		const char *key = NULL;
		for (const char *const *name = resource->primary_key; *name; name++) {
			int column = zn_table_find(table, *name);
			const char *part = column < 0 ? "" : zn_to_str(report->arena, table->cols[column].cells[row]);
			key = key ? zn_arena_printf(report->arena, "%s/%s", key, part) : part;
		}
		zn_object_set(report->arena, rows, key ? key : zn_arena_printf(report->arena, "%zu", row), zn_table_row(report->arena, table, row));
	}
	return zn_obj(rows);
}

bool zn_report_name(void *user, const char *name, ZnValue *result)
{
	ZnReport *report = user;
	ZnReportData *data = report->data;
	TableValue *value = find_table(data, name);
	if (!value)
		return false;
	if (zn_is_undefined(value->rows)) {
		const ZnTable *table = zn_resource_table(data->package, value->resource);
		if (!table) {
			data->env.failed = true; /* its own problems are reported */
			return true;
		}
		value->rows = rows_of(report, value->resource, table);
	}
	*result = value->rows;
	return true;
}

ZnResource *zn_report_table_of(ZnReport *report, ZnValue value)
{
	const ZnReportData *data = report->data;
	if (zn_is_str(value)) {
		TableValue *found = find_table(data, value.str);
		return found ? found->resource : NULL;
	}
	for (size_t i = 0; zn_is_obj(value) && data->package && i < data->package->n_resources; i++)
		if (zn_is_obj(data->tables[i].rows) && data->tables[i].rows.obj == value.obj)
			return data->tables[i].resource;
	return NULL;
}

void zn_report_fail(ZnReport *report, const char *hint, const char *format, ...)
{
	ZnExprEnv *env = &report->data->env;
	va_list args;
	va_start(args, format);
	if (!env->failed)
		zn_error(report->context->diags, env->place, hint, "%s", zn_arena_vprintf(report->arena, format, args));
	va_end(args);
	env->failed = true;
}

/* --- checks that know tables: better said here than "cannot read “x” of undefined" --- */

/* An access "table[2020].field" in an expression; row and field may be NULL. */
typedef struct Access {
	ZnResource *resource;
	const char *row, *field;
	bool whole; /* the expression is nothing else */
} Access;

static const char *skip_space(const char *p)
{
	while (g_ascii_isspace(*p))
		p++;
	return p;
}

static size_t name_length(const char *p)
{
	size_t n = 0;
	while (g_ascii_isalnum(p[n]) || p[n] == '_' || p[n] == '$')
		n++;
	return g_ascii_isdigit(*p) ? 0 : n;
}

/* Reads "[2020]" or "['a']" to a key; NULL = not a literal. */
static const char *read_key(ZnArena *arena, const char **p)
{
	const char *q = skip_space(*p + 1), *start = q;
	size_t n;
	if (*q == '"' || *q == '\'') {
		n = strcspn(++start, *q == '"' ? "\"" : "'");
		q = start + n + (start[n] != '\0');
	} else {
		n = strspn(q, "0123456789.");
		q += n;
	}
	q = skip_space(q);
	if (*q != ']')
		return NULL;
	*p = q + 1;
	return zn_arena_strndup(arena, start, n);
}

/* The access that begins at p; resource NULL = none. Moves behind what it has read. */
static Access read_access(const ZnReport *report, const char *text, const char **p)
{
	Access access = {0};
	const char *start = *p;
	size_t n = name_length(start);
	bool member = start > text && (start[-1] == '.' || start[-1] == '"' || start[-1] == '\'');
	*p = start + MAX(n, 1);
	if (!n || member)
		return access;
	const TableValue *value = find_table(report->data, zn_arena_strndup(report->arena, start, n));
	const char *q = skip_space(start + n);
	if (!value || *q != '[')
		return access;
	access.resource = value->resource;
	access.row = read_key(report->arena, &q);
	if (!access.row)
		return access;
	*p = q;
	q = skip_space(q);
	size_t field = *q == '.' ? name_length(skip_space(q + 1)) : 0;
	if (field) {
		const char *name = skip_space(q + 1);
		access.field = zn_arena_strndup(report->arena, name, field);
		*p = name + field;
		access.whole = start == skip_space(text) && !*skip_space(*p);
	}
	return access;
}

static bool check_access(ZnReport *report, const Access *access)
{
	ZnValue rows = zn_undefined();
	zn_report_name(report, access->resource->name, &rows);
	if (!zn_is_obj(rows) || !rows.obj->n)
		return zn_is_obj(rows);
	const char *name = access->resource->name;
	if (!zn_object_lookup(rows.obj, access->row)) {
		zn_report_fail(
		    report,
		    zn_arena_printf(report->arena, "its rows go from %s to %s", rows.obj->members[0].key, rows.obj->members[rows.obj->n - 1].key),
		    "the table “%s” has no row “%s”", name, access->row);
		return false;
	}
	const ZnTable *table = zn_resource_table(report->data->package, access->resource);
	if (access->field && zn_table_find(table, access->field) < 0) {
		zn_report_fail(report, zn_did_you_mean(report->arena, access->field, zn_table_names(report->arena, table)),
		               "the table “%s” has no field “%s”", name, access->field);
		return false;
	}
	return true;
}

/* Checks every access; *whole = the field whose value the expression is, if it is one. */
static bool check_accesses(ZnReport *report, const char *text, const ZnSchemaField **whole)
{
	*whole = NULL;
	for (const char *p = text; *p;) {
		if (*p == '"' || *p == '\'') { /* texts name no tables */
			char quote = *p++;
			while (*p && *p != quote)
				p += p[0] == '\\' && p[1] ? 2 : 1;
			p += *p == quote;
			continue;
		}
		Access access = read_access(report, text, &p);
		if (access.resource && access.row && !check_access(report, &access))
			return false;
		if (access.whole && access.field)
			*whole = zn_resource_field(access.resource, access.field);
	}
	return true;
}

static bool check_names(ZnReport *report, const ZnExpr *expr)
{
	const ZnReportData *data = report->data;
	for (const char *const *name = zn_expr_names(expr, report->arena); *name; name++) {
		if (find_table(data, *name))
			continue;
		if (data->package)
			zn_report_fail(report, zn_did_you_mean(report->arena, *name, zn_package_names(data->package)), "there is no table “%s”", *name);
		else
			zn_report_fail(report, "tables are described in datapackage.json", "there is no table “%s”: the report has no data package",
			               *name);
		return false;
	}
	return true;
}

/* --- values as text --- */

static const char *format_number(const ZnReport *report, const ZnSchemaField *field, double number)
{
	const ZnLocale *locale = report->context->locale;
	ZnNumberFormat format;
	if (field && field->type == ZN_FIELD_YEAR)
		return zn_arena_printf(report->arena, "%.0f", number);
	if (!field || !field->format || !zn_number_format_parse(field->format, &format))
		return zn_format_prose(report->arena, locale, number, -1, false);
	if (format.type == '%')
		return zn_arena_printf(report->arena, "%s%s%%",
		                       zn_format_prose(report->arena, locale, number * 100, MAX(format.precision, 0), false),
		                       report->words->percent_space);
	if (format.type == 'd' || format.type == 'f' || !format.type)
		return zn_format_prose(report->arena, locale, number, format.type == 'd' ? 0 : format.precision, false);
	return zn_format_number(report->arena, locale, &format, number);
}

const char *zn_report_format(const ZnReport *report, const ZnSchemaField *field, ZnValue value)
{
	switch (value.type) {
	case ZN_NUMBER:
		return format_number(report, field, value.num);
	case ZN_DATE:
		return zn_format_time(report->arena, report->context->locale, field && field->format ? field->format : report->words->date,
		                      value.num, true);
	case ZN_STRING: {
		const char *translated = zn_catalog_lookup(report->context->catalog, "field value", value.str);
		return translated ? translated : value.str;
	}
	default:
		return zn_to_str(report->arena, value);
	}
}

/* --- evaluating --- */

static bool is_nothing(ZnValue value)
{
	return value.type == ZN_UNDEFINED || value.type == ZN_NULL || ((value.type == ZN_NUMBER || value.type == ZN_DATE) && isnan(value.num));
}

static const char *write_value(ZnReport *report, const char *source, const ZnSchemaField *field, ZnValue value)
{
	if (is_nothing(value)) {
		zn_report_fail(report, "is a cell empty? test with isValid()", "the expression “%s” has no value", source);
		return NULL;
	}
	if (zn_is_obj(value) || zn_is_arr(value)) {
		zn_report_fail(report, zn_is_obj(value) ? "name a row and a field: table[2020].field" : NULL,
		               "the expression “%s” gives %s, not a text or number", source, zn_is_obj(value) ? "a table or row" : "a list");
		return NULL;
	}
	return zn_report_format(report, field, value);
}

const char *zn_report_evaluate(ZnReport *report, ZnPlace place, const char *expression)
{
	ZnExprEnv *env = &report->data->env;
	char *source = g_strstrip(zn_arena_strdup(report->arena, expression));
	place.column += (int)g_utf8_strlen(expression, (gssize)(skip_space(expression) - expression));
	env->place = place;
	env->failed = false;
	if (!*source) {
		zn_error(report->context->diags, place, NULL, "an empty expression");
		return NULL;
	}
	ZnExpr *expr = zn_expr_parse(report->context, place, source, zn_report_functions);
	const ZnSchemaField *field = NULL;
	if (!expr || !check_names(report, expr) || !check_accesses(report, source, &field))
		return NULL;
	ZnValue value = zn_expr_eval(expr, env);
	return env->failed ? NULL : write_value(report, source, field, value);
}

const char *zn_report_expand(ZnReport *report, const ZnFrontText *text)
{
	if (!text->text)
		return NULL;
	ZnSource *source = zn_source_new(report->context, text->place, text->text, strlen(text->text));
	g_autoptr(GString) out = g_string_new(NULL);
	for (const char *p = source->text; *p; p = g_utf8_next_char(p)) {
		const ZnHole *hole = zn_source_hole(source, g_utf8_get_char(p));
		const char *value = hole && hole->kind == ZN_HOLE_EXPRESSION ? zn_report_evaluate(report, hole->place, hole->text) : NULL;
		if (hole && hole->kind == ZN_HOLE_UNCLOSED)
			zn_error(report->context->diags, hole->place, "to write two braces, put a backslash before them", "“{{” has no “}}”");
		if (hole)
			g_string_append(out, value ? value : hole->written);
		else if (*p != '\\' || p[1] != '{')
			g_string_append_len(out, p, g_utf8_next_char(p) - p);
	}
	return zn_arena_strdup(report->arena, out->str);
}
