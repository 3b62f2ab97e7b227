/* Columns of text -> columns of numbers, booleans and times, as vega-loader's type parsers do. Dates without a format become
 * numbers (Date.parse), dates with one become dates, as there. */
#include "base/json.h"
#include "data/reader.h"

#include <math.h>
#include <string.h>

#define MAX_REPORTS 5 /* of one column */

/* What a "parse" entry asks for. */
typedef struct Parser {
	const char *type;
	/* The value; *bad is set where the text is not what was asked for. */
	ZnValue (*parse)(const struct Parser *parser, ZnValue value, bool *bad);
	const char *noun;      /* for messages */
	const char *specifier; /* of a date with a format */
	bool utc;
	ZnArena *arena;
	const ZnDateReader *dates;
} Parser;

static bool is_empty(ZnValue v)
{
	return zn_is_nullish(v) || (zn_is_str(v) && v.len == 0);
}

static ZnValue parse_number(const Parser *parser, ZnValue v, bool *bad)
{
	if (is_empty(v))
		return zn_null();
	double num = zn_to_num(v);
	*bad = isnan(num) && zn_is_str(v) && strcmp(v.str, "NaN") != 0;
	return zn_num(num);
}

static ZnValue parse_boolean(const Parser *parser, ZnValue v, bool *bad)
{
	if (is_empty(v))
		return zn_null();
	return zn_bool(zn_truthy(v) && !zn_is_string(v, "false") && !zn_is_string(v, "0"));
}

static ZnValue parse_string(const Parser *parser, ZnValue v, bool *bad)
{
	if (is_empty(v))
		return zn_null();
	return zn_is_str(v) ? v : zn_str(zn_to_str(parser->arena, v));
}

static ZnValue parse_date(const Parser *parser, ZnValue v, bool *bad)
{
	if (is_empty(v))
		return zn_null();
	if (zn_is_num(v) || zn_is_date(v))
		return v;
	double time = parser->dates->parse(zn_to_str(parser->arena, v));
	*bad = isnan(time);
	return zn_num(time);
}

static ZnValue parse_formatted(const Parser *parser, ZnValue v, bool *bad)
{
	if (is_empty(v))
		return zn_null();
	double time = parser->dates->parse_as(parser->specifier, zn_to_str(parser->arena, v), parser->utc);
	*bad = isnan(time);
	return *bad ? zn_null() : zn_date(time);
}

static ZnValue keep(const Parser *parser, ZnValue v, bool *bad)
{
	return v;
}

static const Parser parsers[] = {
    {.type = "number", .parse = parse_number, .noun = "number"},
    {.type = "integer", .parse = parse_number, .noun = "number"},
    {.type = "boolean", .parse = parse_boolean, .noun = "boolean"},
    {.type = "string", .parse = parse_string, .noun = "string"},
    {.type = "date", .parse = parse_date, .noun = "date"},
    {.type = "flatten", .parse = keep},
    {.type = "unknown", .parse = keep},
};

/* "date:'%Y'" -> %Y: what stands behind the colon, without quotes around it. */
static const char *unquote(ZnArena *arena, const char *text)
{
	size_t len = strlen(text);
	if (len >= 2 && (text[0] == '\'' || text[0] == '"') && text[len - 1] == text[0])
		return zn_arena_strndup(arena, text + 1, len - 2);
	return text;
}

static bool find_parser(ZnArena *arena, const char *type, const ZnDateReader *dates, Parser *out)
{
	bool local = g_str_has_prefix(type, "date:"), utc = g_str_has_prefix(type, "utc:");
	if (local || utc) {
		*out = (Parser){.type = type, .parse = parse_formatted, .utc = utc};
		out->specifier = unquote(arena, strchr(type, ':') + 1);
		out->noun = zn_arena_printf(arena, "date of the form %s", out->specifier);
	} else {
		size_t i = 0;
		while (i < G_N_ELEMENTS(parsers) && strcmp(parsers[i].type, type) != 0)
			i++;
		if (i == G_N_ELEMENTS(parsers))
			return false;
		*out = parsers[i];
	}
	out->arena = arena;
	out->dates = dates;
	return true;
}

static void report_type(ZnContext *context, ZnPlace place, const char *type)
{
	static const char *const names[] = {"number", "integer", "boolean", "string", "date", "date:'%Y-%m-%d'", "utc:'%Y-%m-%d'", NULL};
	const char *hint = zn_did_you_mean(context->arena, type, names);
	zn_error(context->diags, place, hint ? hint : "one of number, boolean, string, date, date:'%Y-%m-%d', utc:'%Y-%m-%d', or null",
	         "unknown type “%s” to parse as", type);
}

static void report_cell(ZnContext *context, ZnPlace place, const ZnTable *table, size_t row, const char *field, const Parser *parser,
                        ZnValue v, bool strict)
{
	if (table->lines)
		place = zn_place(table->source, table->lines[row], 0);
	zn_diag(context->diags, strict ? ZN_ERROR : ZN_WARNING, place, NULL, "column “%s”: “%.60s” is not a %s", field,
	        zn_to_str(context->arena, v), parser->noun);
}

/* Parses one field; false after an error. */
static bool parse_field(ZnContext *context, ZnPlace place, ZnTable *table, const char *name, const Parser *parser, bool strict)
{
	ZnArena *arena = context->arena;
	ZnField *field = zn_field_parse(arena, name);
	if (zn_table_find(table, name) >= 0) { /* the properties of "parse" are names and not paths */
		field->name = field->column = name;
		field->n_rest = 0;
	}
	if (table->n_rows == 0)
		return true;
	if (!zn_field_exists(field, table)) {
		if (strict)
			zn_warning(context->diags, place, zn_did_you_mean(arena, name, zn_table_names(arena, table)), "the data have no field “%s”",
			           name);
		return true;
	}
	const ZnValue *from = zn_field_cells(arena, field, table);
	ZnValue *to = zn_new_n(arena, ZnValue, table->n_rows);
	size_t problems = 0;
	for (size_t i = 0; i < table->n_rows; i++) {
		bool bad = false;
		to[i] = parser->parse(parser, from[i], &bad);
		if (bad && ++problems <= (strict ? MAX_REPORTS : 1))
			report_cell(context, place, table, i, name, parser, from[i], strict);
	}
	if (strict && problems > MAX_REPORTS)
		zn_error(context->diags, place, NULL, "column “%s”: %zu more cells are not a %s", name, problems - MAX_REPORTS, parser->noun);
	zn_table_put(arena, table, field->name, to);
	return !strict || problems == 0;
}

const ZnTable *zn_data_parse(ZnContext *context, ZnPlace place, const ZnTable *table, const ZnObject *parse, const ZnDateReader *dates,
                             bool strict)
{
	ZnTable *result = zn_table_derive(context->arena, table);
	bool ok = true;
	for (size_t i = 0; parse && i < parse->n; i++) {
		const ZnMember *entry = &parse->members[i];
		ZnPlace at = place;
		if (strict)
			at.pointer = zn_json_pointer(context->arena, place.pointer, entry->key);
		Parser parser;
		if (zn_is_nullish(entry->value))
			continue;
		if (!zn_is_str(entry->value) || !find_parser(context->arena, entry->value.str, dates, &parser)) {
			report_type(context, at, zn_to_str(context->arena, entry->value));
			ok = false;
		} else if (!parse_field(context, at, result, entry->key, &parser, strict)) {
			ok = false;
		}
	}
	return ok ? result : NULL;
}
