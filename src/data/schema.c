/* Texts of cells -> values of a schema's types (Frictionless Table Schema, "Types and Formats"). */
#include "data/package_private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MS_PER_DAY 86400000.0

static bool parse_string(ZnValue text, ZnValue *out)
{
	*out = text;
	return true;
}

static bool parse_number(ZnValue text, ZnValue *out)
{
	static const struct {
		const char *text;
		double num;
	} special[] = {{"NaN", NAN}, {"INF", INFINITY}, {"-INF", -INFINITY}};
	for (size_t i = 0; i < G_N_ELEMENTS(special); i++)
		if (!strcmp(text.str, special[i].text)) {
			*out = zn_num(special[i].num);
			return true;
		}
	double num;
	if (strspn(text.str, "0123456789+-.eE") != text.len || !zn_parse_number(text.str, text.len, &num))
		return false;
	*out = zn_num(num);
	return true;
}

static bool parse_integer(ZnValue text, ZnValue *out)
{
	const char *digits = text.str + (text.str[0] == '-' || text.str[0] == '+');
	return *digits && !digits[strspn(digits, "0123456789")] && parse_number(text, out);
}

static bool parse_year(ZnValue text, ZnValue *out)
{
	return text.len == 4 && strspn(text.str, "0123456789") == 4 && parse_number(text, out);
}

static bool parse_boolean(ZnValue text, ZnValue *out)
{
	static const struct {
		const char *text;
		bool value;
	} words[] = {{"true", true},   {"True", true},   {"TRUE", true},   {"1", true},
	             {"false", false}, {"False", false}, {"FALSE", false}, {"0", false}};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (!strcmp(text.str, words[i].text)) {
			*out = zn_bool(words[i].value);
			return true;
		}
	return false;
}

/* YYYY-MM-DD -> ms of its UTC midnight. */
static bool parse_date(ZnValue text, ZnValue *out)
{
	int year, month, day, used = 0;
	if (text.len != 10 || sscanf(text.str, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10 || year < 1 || month < 1 ||
	    day < 1 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
		return false;
	GDate date;
	g_date_clear(&date, 1);
	g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
	GDate epoch;
	g_date_clear(&epoch, 1);
	g_date_set_dmy(&epoch, 1, G_DATE_JANUARY, 1970);
	*out = zn_date(((double)g_date_get_julian(&date) - (double)g_date_get_julian(&epoch)) * MS_PER_DAY);
	return true;
}

/* In the order of ZnFieldType. */
static const struct {
	const char *noun;
	bool (*parse)(ZnValue text, ZnValue *out);
} types[] = {
    [ZN_FIELD_ANY] = {"anything", parse_string},
    [ZN_FIELD_STRING] = {"a string", parse_string},
    [ZN_FIELD_NUMBER] = {"a number", parse_number},
    [ZN_FIELD_INTEGER] = {"a whole number", parse_integer},
    [ZN_FIELD_BOOLEAN] = {"a boolean (true or false)", parse_boolean},
    [ZN_FIELD_YEAR] = {"a year of four digits", parse_year},
    [ZN_FIELD_DATE] = {"a date of the form YYYY-MM-DD", parse_date},
};

const char *const zn_schema_type_names[] = {"any", "string", "number", "integer", "boolean", "year", "date", NULL};

const char *zn_schema_type_noun(ZnFieldType type)
{
	return types[type].noun;
}

bool zn_schema_type_parse(const char *text, ZnFieldType *out)
{
	for (int i = 0; zn_schema_type_names[i]; i++)
		if (!strcmp(zn_schema_type_names[i], text)) {
			*out = (ZnFieldType)i;
			return true;
		}
	return false;
}

bool zn_schema_parse(ZnArena *arena, const ZnSchemaField *field, const char *const *missing, ZnValue text, ZnValue *out)
{
	for (size_t i = 0; missing[i]; i++)
		if (!strcmp(missing[i], text.str)) {
			*out = zn_null();
			return true;
		}
	return types[field->type].parse(text, out);
}
