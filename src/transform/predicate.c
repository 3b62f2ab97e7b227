/* Predicates: expression strings, field predicates, selections, and their logic (vega-lite/src/predicate.ts). */
#include "format/calendar.h"
#include "transform/common.h"
#include "transform/dates.h"

#include <math.h>
#include <string.h>

typedef bool TestFunc(const ZnPredicate *predicate, ZnTransformEnv *env, const ZnTable *table, size_t row);

/* A field's cells in the table that was tested last, so that a test need not look for the column. */
typedef struct Bound {
	const ZnTable *table;
	const ZnValue *cells;
} Bound;

/* One thing selected: what its fields must agree with. */
typedef struct Point {
	size_t n;
	ZnField **fields;
	const ZnValue *entries;
} Point;

struct ZnPredicate {
	TestFunc *test;
	/* and, or, not */
	ZnPredicate **parts;
	size_t n_parts;
	/* expressions */
	ZnExpr *expr;
	/* fields */
	ZnField *field;
	Bound *bound;
	ZnTimeUnit unit;   /* units 0 = none */
	ZnValue low, high; /* what is compared with */
	ZnValueSet *set;   /* oneOf */
	bool valid;
	/* param */
	Point *points;
	size_t n_points;
	bool constant; /* the answer where no point agrees */
};

/* --- tests --- */

static bool test_and(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	for (size_t i = 0; i < p->n_parts; i++)
		if (!zn_predicate_test(p->parts[i], env, table, row))
			return false;
	return true;
}

static bool test_or(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	for (size_t i = 0; i < p->n_parts; i++)
		if (zn_predicate_test(p->parts[i], env, table, row))
			return true;
	return false;
}

static bool test_not(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return !zn_predicate_test(p->parts[0], env, table, row);
}

static bool test_expr(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	ZnExprEnv *expr = env->expr;
	const ZnTable *outer_table = expr->table;
	size_t outer_row = expr->row;
	expr->table = table;
	expr->row = row;
	bool result = zn_truthy(zn_expr_eval(p->expr, expr));
	expr->table = outer_table;
	expr->row = outer_row;
	return result;
}

/* The cell, floored to the time unit where there is one. Dates count as numbers, so that they compare with what is given. */
static ZnValue field_value(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	if (p->bound->table != table)
		*p->bound = (Bound){.table = table, .cells = zn_field_cells(env->context->arena, p->field, table)};
	ZnValue value = p->bound->cells[row];
	if (!p->unit.units)
		return zn_is_date(value) ? zn_num(value.num) : value;
	double time = zn_is_str(value) ? zn_date_parse(value.str) : zn_to_num(value);
	return zn_num(p->unit.binned ? time : zn_time_unit_floor(&p->unit, time));
}

static bool test_equal(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return zn_same(field_value(p, env, table, row), p->low);
}

static bool test_lt(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return zn_js_less(field_value(p, env, table, row), p->high);
}

static bool test_gt(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return zn_js_less(p->low, field_value(p, env, table, row));
}

/* a <= b is not !(b < a) where one is NaN. */
static bool less_or_equal(ZnValue a, ZnValue b)
{
	if (zn_is_str(a) && zn_is_str(b))
		return strcmp(a.str, b.str) <= 0;
	return zn_to_num(a) <= zn_to_num(b);
}

static bool test_lte(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return less_or_equal(field_value(p, env, table, row), p->high);
}

static bool test_gte(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return less_or_equal(p->low, field_value(p, env, table, row));
}

static bool test_range(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	ZnValue value = field_value(p, env, table, row);
	return (zn_is_nullish(p->low) || less_or_equal(p->low, value)) && (zn_is_nullish(p->high) || less_or_equal(value, p->high));
}

static bool test_one_of(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	size_t index;
	return zn_value_set_find(p->set, field_value(p, env, table, row), &index);
}

static bool test_valid(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	ZnValue value = field_value(p, env, table, row);
	bool valid = !zn_is_nullish(value) && isfinite(zn_to_num(value));
	return valid == p->valid;
}

/* --- selections --- */

static ZnValue plain(ZnValue value)
{
	return zn_is_date(value) ? zn_num(value.num) : value;
}

/* Does a cell agree with a selection's entry: a value, some values, or a low and a high bound? */
static bool agrees(ZnValue cell, ZnValue entry)
{
	if (!zn_is_arr(entry))
		return zn_same(plain(cell), plain(entry));
	ZnValue low = plain(zn_at(entry, 0)), high = plain(zn_at(entry, 1));
	if (zn_len(entry) == 2 && zn_is_num(low) && zn_is_num(high)) {
		double num = zn_to_num(cell);
		return num >= MIN(low.num, high.num) && num <= MAX(low.num, high.num);
	}
	for (size_t i = 0; i < zn_len(entry); i++)
		if (zn_same(plain(cell), plain(zn_at(entry, i))))
			return true;
	return false;
}

static bool is_selected(const Point *point, const ZnTable *table, size_t row)
{
	for (size_t i = 0; i < point->n; i++)
		if (!agrees(zn_field_get(point->fields[i], table, row), point->entries[i]))
			return false;
	return true;
}

static bool test_param(const ZnPredicate *p, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	for (size_t i = 0; i < p->n_points; i++)
		if (is_selected(&p->points[i], table, row))
			return true;
	return p->constant;
}

bool zn_predicate_test(const ZnPredicate *predicate, ZnTransformEnv *env, const ZnTable *table, size_t row)
{
	return predicate->test(predicate, env, table, row);
}

/* --- parsing --- */

static ZnValue evaluate_once(ZnTransformEnv *env, const char *text, ZnPlace place)
{
	ZnExpr *expr = zn_expr_parse(env->context, place, text, NULL);
	ZnValue value = expr ? zn_expr_eval(expr, env->expr) : zn_undefined();
	if (expr && zn_is_undefined(value))
		zn_error(env->context->diags, place, NULL, "the expression has no value");
	return value;
}

/* A number or word given for a time unit of its own: {"timeUnit": "month", "equal": "jan"}. NaN when it is none. */
static double part_of_unit(const ZnPredicate *p, ZnValue value)
{
	static const struct {
		ZnTimeUnitBits bit;
		const char *key;
	} units[] = {{ZN_UNIT_YEAR, "year"},       {ZN_UNIT_QUARTER, "quarter"}, {ZN_UNIT_MONTH, "month"},
	             {ZN_UNIT_DATE, "date"},       {ZN_UNIT_DAY, "day"},         {ZN_UNIT_HOURS, "hours"},
	             {ZN_UNIT_MINUTES, "minutes"}, {ZN_UNIT_SECONDS, "seconds"}, {ZN_UNIT_MILLISECONDS, "milliseconds"}};
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (p->unit.units == (unsigned)units[i].bit && !p->unit.utc) {
			ZnMember member = {.key = units[i].key, .value = value};
			ZnObject object = {.n = 1, .cap = 1, .members = &member};
			return zn_date_time(zn_obj(&object));
		}
	return NAN;
}

/* What a cell is compared with. */
static bool read_literal(const ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place, ZnValue *out)
{
	const char *expr = zn_get_str(given, "expr", zn_get_str(given, "signal", NULL));
	if (expr) {
		*out = plain(evaluate_once(env, expr, place));
		return !zn_is_undefined(*out);
	}
	*out = given;
	double time = NAN;
	if (zn_is_date_time(given))
		time = zn_date_time(given);
	else if (!p->unit.units || zn_is_nullish(given))
		return true;
	else if ((zn_is_num(given) && given.num < 10000) || (zn_is_str(given) && isnan(zn_date_parse(given.str))))
		time = part_of_unit(p, given);
	else
		time = zn_is_str(given) ? zn_date_parse(given.str) : zn_to_num(given);
	if (isnan(time)) {
		zn_error(env->context->diags, place, "for example {\"year\": 2020, \"month\": 1}", "this is no date");
		return false;
	}
	*out = zn_num(time);
	return true;
}

static bool parse_low(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	return read_literal(p, env, given, place, &p->low);
}

static bool parse_high(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	return read_literal(p, env, given, place, &p->high);
}

static bool parse_range(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	if (zn_is_obj(given) && !read_literal(p, env, given, place, &given))
		return false;
	if (zn_len(given) != 2 || !zn_is_arr(given)) {
		zn_error(env->context->diags, place, "for example [0, 10]; null leaves an end open", "a range needs a low and a high value");
		return false;
	}
	if (!read_literal(p, env, zn_at(given, 0), place, &p->low) || !read_literal(p, env, zn_at(given, 1), place, &p->high))
		return false;
	if (zn_is_num(p->low) && zn_is_num(p->high) && p->high.num < p->low.num) { /* inrange() of Vega turns it round */
		ZnValue low = p->low;
		p->low = p->high;
		p->high = low;
	}
	return true;
}

static bool parse_one_of(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	if (!zn_is_arr(given)) {
		zn_error(env->context->diags, place, NULL, "“oneOf” needs an array of values");
		return false;
	}
	p->set = zn_value_set_new(env->context->arena);
	for (size_t i = 0; i < zn_len(given); i++) {
		ZnValue value;
		if (!read_literal(p, env, zn_at(given, i), place, &value))
			return false;
		zn_value_set_add(p->set, value, NULL);
	}
	return true;
}

static bool parse_valid(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	p->valid = zn_truthy(given);
	return true;
}

/* Field predicates by their member. */
static const struct {
	const char *key;
	bool (*parse)(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place);
	TestFunc *test;
} field_tests[] = {
    {"equal", parse_low, test_equal},     {"lt", parse_high, test_lt},       {"lte", parse_high, test_lte},
    {"gt", parse_low, test_gt},           {"gte", parse_low, test_gte},      {"range", parse_range, test_range},
    {"oneOf", parse_one_of, test_one_of}, {"in", parse_one_of, test_one_of}, {"valid", parse_valid, test_valid},
};

static bool parse_unit(ZnPredicate *p, ZnTransformEnv *env, ZnValue given, ZnPlace place)
{
	if (zn_is_undefined(given))
		return true;
	const char *name = zn_is_str(given) ? given.str : zn_get_str(given, "unit", "");
	if (!zn_time_unit_parse(name, &p->unit)) {
		zn_error(env->context->diags, place, "for example “year” or “yearmonth”", "unknown time unit “%s”", name);
		return false;
	}
	p->unit.step = (int)zn_get_num(given, "step", 1);
	p->unit.utc |= zn_get_bool(given, "utc", false);
	p->unit.binned |= zn_get_bool(given, "binned", false);
	return true;
}

static ZnPredicate *parse_field(ZnPredicate *p, ZnTransformEnv *env, ZnValue definition, ZnPlace place)
{
	ZnValue field = zn_get(definition, "field");
	if (!zn_is_str(field)) {
		zn_error(env->context->diags, place, NULL, "the name of a field was expected");
		return NULL;
	}
	p->field = zn_field_parse(env->context->arena, field.str);
	p->bound = zn_new(env->context->arena, Bound);
	if (!parse_unit(p, env, zn_get(definition, "timeUnit"), zn_transform_place(env, place, "timeUnit")))
		return NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(field_tests); i++) {
		const char *key = field_tests[i].key;
		if (!zn_has(definition, key))
			continue;
		p->test = field_tests[i].test;
		return field_tests[i].parse(p, env, zn_get(definition, key), zn_transform_place(env, place, key)) ? p : NULL;
	}
	zn_error(env->context->diags, place, "one of equal, lt, lte, gt, gte, range, oneOf, valid",
	         "the field predicate does not say what it tests");
	return NULL;
}

static ZnPredicate *parse_list(ZnPredicate *p, ZnTransformEnv *env, ZnValue list, const char *key, ZnPlace place, TestFunc *test)
{
	p->test = test;
	p->parts = zn_new_n(env->context->arena, ZnPredicate *, zn_len(list) + 1);
	bool ok = true;
	for (size_t i = 0; i < zn_len(list); i++) {
		p->parts[i] = zn_predicate_parse(env, zn_at(list, i), zn_transform_place_at(env, place, key, i));
		ok &= p->parts[i] != NULL;
	}
	p->n_parts = zn_len(list);
	return ok ? p : NULL;
}

static ZnPredicate *parse_not(ZnPredicate *p, ZnTransformEnv *env, ZnValue operand, ZnPlace place)
{
	p->test = test_not;
	p->parts = zn_new(env->context->arena, ZnPredicate *);
	p->parts[0] = zn_predicate_parse(env, operand, zn_transform_place(env, place, "not"));
	return p->parts[0] ? p : NULL;
}

static ZnPredicate *parse_expr(ZnPredicate *p, ZnTransformEnv *env, const char *text, ZnPlace place)
{
	p->test = test_expr;
	p->expr = zn_expr_parse(env->context, place, text, NULL);
	return p->expr ? p : NULL;
}

static void add_point(ZnPredicate *p, ZnArena *arena, ZnValue object)
{
	size_t n = zn_is_obj(object) ? zn_len(object) : 0;
	if (n == 0)
		return;
	ZnValue *entries = zn_new_n(arena, ZnValue, n);
	Point *point = &p->points[p->n_points++];
	*point = (Point){.n = n, .fields = zn_new_n(arena, ZnField *, n), .entries = entries};
	for (size_t i = 0; i < n; i++) {
		point->fields[i] = zn_field_parse(arena, object.obj->members[i].key);
		entries[i] = object.obj->members[i].value;
	}
}

static ZnPredicate *parse_param(ZnPredicate *p, ZnTransformEnv *env, ZnValue definition, ZnPlace place)
{
	const char *name = zn_get_str(definition, "param", "");
	const ZnValue *found = zn_object_lookup(env->params, name);
	ZnValue selection = found ? *found : env->param ? env->param(env->user, name) : zn_undefined();
	if (zn_is_undefined(selection)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "param"), NULL, "there is no parameter “%s”", name);
		return NULL;
	}
	size_t n = zn_is_arr(selection) ? zn_len(selection) : 1;
	p->test = test_param;
	p->points = zn_new_n(env->context->arena, Point, n);
	for (size_t i = 0; i < n; i++)
		add_point(p, env->context->arena, zn_is_arr(selection) ? zn_at(selection, i) : selection);
	if (zn_is_null(selection) || ((zn_is_arr(selection) || zn_is_obj(selection)) && p->n_points == 0))
		p->constant = zn_get_bool(definition, "empty", true);
	else
		p->constant = p->n_points == 0 && zn_truthy(selection);
	return p;
}

ZnPredicate *zn_predicate_parse(ZnTransformEnv *env, ZnValue definition, ZnPlace place)
{
	ZnPredicate *p = zn_new(env->context->arena, ZnPredicate);
	if (zn_is_str(definition))
		return parse_expr(p, env, definition.str, place);
	if (zn_has(definition, "and"))
		return parse_list(p, env, zn_get(definition, "and"), "and", place, test_and);
	if (zn_has(definition, "or"))
		return parse_list(p, env, zn_get(definition, "or"), "or", place, test_or);
	if (zn_has(definition, "not"))
		return parse_not(p, env, zn_get(definition, "not"), place);
	if (zn_has(definition, "param"))
		return parse_param(p, env, definition, place);
	if (zn_has(definition, "field"))
		return parse_field(p, env, definition, place);
	zn_error(env->context->diags, place, "an expression, a field predicate, or {\"and\"|\"or\"|\"not\"|\"param\": ...}",
	         "this is no predicate");
	return NULL;
}
