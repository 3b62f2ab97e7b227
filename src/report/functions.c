/* The functions that expressions in reports have beyond Vega's: over tables, and for writing numbers. */
#include "report/internal.h"

#include <math.h>
#include <string.h>

const char *const zn_report_functions[] = {"cagr",  "growth", "sum",    "mean",    "min", "max",
                                           "count", "rank",   "number", "percent", "big", NULL};

typedef struct Call {
	ZnReport *report;
	const char *name;
	const ZnValue *args;
	size_t n;
} Call;

/* --- arguments --- */

static const ZnTable *arg_table(const Call *call, ZnResource **resource)
{
	ZnReport *report = call->report;
	ZnPackage *package = zn_report_package(report->data);
	*resource = call->n > 0 ? zn_report_table_of(report, call->args[0]) : NULL;
	if (*resource) {
		const ZnTable *table = zn_resource_table(package, *resource);
		if (!table)
			zn_report_fail(report, NULL, "the table “%s” cannot be read", (*resource)->name);
		return table;
	}
	const char *hint = call->n > 0 && zn_is_str(call->args[0]) && package
	                       ? zn_did_you_mean(report->arena, call->args[0].str, zn_package_names(package))
	                       : NULL;
	zn_report_fail(report, hint, "the first argument of %s() should be a table", call->name);
	return NULL;
}

/* The cells of the field that argument i names. */
static const ZnValue *arg_cells(const Call *call, const ZnTable *table, const char *table_name, size_t i)
{
	ZnReport *report = call->report;
	if (i >= call->n || !zn_is_str(call->args[i])) {
		zn_report_fail(report, "a field is named in quotes: 'expenditure'", "argument %zu of %s() should be a field of “%s”", i + 1,
		               call->name, table_name);
		return NULL;
	}
	int column = zn_table_find(table, call->args[i].str);
	if (column < 0)
		zn_report_fail(report, zn_did_you_mean(report->arena, call->args[i].str, zn_table_names(report->arena, table)),
		               "the table “%s” has no field “%s”", table_name, call->args[i].str);
	return column < 0 ? NULL : table->cols[column].cells;
}

/* The row whose primary key argument i is. */
static bool arg_row(const Call *call, ZnResource *resource, size_t i, size_t *row)
{
	if (i < call->n && zn_resource_row(zn_report_package(call->report->data), resource, &call->args[i], 1, row))
		return true;
	zn_report_fail(call->report, NULL, "the table “%s” has no row “%s”", resource->name,
	               i < call->n ? zn_to_str(call->report->arena, call->args[i]) : "");
	return false;
}

static bool arg_number(const Call *call, size_t i, double *out)
{
	if (i < call->n && call->args[i].type == ZN_NUMBER && isfinite(call->args[i].num)) {
		*out = call->args[i].num;
		return true;
	}
	zn_report_fail(call->report, NULL, "argument %zu of %s() should be a number", i + 1, call->name);
	return false;
}

/* A number of decimals, -1 = as many as the number has. */
static bool arg_decimals(const Call *call, size_t i, int *out)
{
	double decimals = -1;
	if (i < call->n && !arg_number(call, i, &decimals))
		return false;
	if (decimals > 20 || (i < call->n && decimals < 0)) {
		zn_report_fail(call->report, NULL, "%s() writes 0 to 20 decimals", call->name);
		return false;
	}
	*out = (int)decimals;
	return true;
}

/* --- over tables --- */

/* cagr(table, field, from, to), growth(...): the field's values in two rows and the distance of their keys. */
static bool two_rows(const Call *call, double *first, double *last, double *periods)
{
	ZnResource *resource;
	const ZnTable *table = arg_table(call, &resource);
	const ZnValue *cells = table ? arg_cells(call, table, resource->name, 1) : NULL;
	size_t from, to;
	if (!cells || !arg_row(call, resource, 2, &from) || !arg_row(call, resource, 3, &to))
		return false;
	*first = zn_to_num(cells[from]);
	*last = zn_to_num(cells[to]);
	*periods = zn_to_num(call->args[3]) - zn_to_num(call->args[2]);
	bool empty = cells[from].type == ZN_NULL || cells[to].type == ZN_NULL;
	if (empty || !isfinite(*first) || !isfinite(*last) || *first == 0) {
		zn_report_fail(call->report, NULL, "%s() needs numbers other than 0 in both rows", call->name);
		return false;
	}
	return true;
}

static ZnValue call_cagr(const Call *call)
{
	double first, last, years;
	if (!two_rows(call, &first, &last, &years))
		return zn_undefined();
	if (!(years > 0) || last / first <= 0) {
		zn_report_fail(call->report, NULL, "cagr() needs two years, the later one behind, and values of one sign");
		return zn_undefined();
	}
	return zn_num(pow(last / first, 1 / years) - 1);
}

static ZnValue call_growth(const Call *call)
{
	double first, last, years;
	return two_rows(call, &first, &last, &years) ? zn_num(last / first - 1) : zn_undefined();
}

typedef struct Sums {
	double sum, min, max;
	size_t n;
} Sums;

static void add_up(Sums *sums, ZnValue value)
{
	double x = zn_to_num(value);
	if (value.type == ZN_NULL || value.type == ZN_UNDEFINED || isnan(x))
		return;
	sums->sum += x;
	sums->min = sums->n ? fmin(sums->min, x) : x;
	sums->max = sums->n ? fmax(sums->max, x) : x;
	sums->n++;
}

/* Over a field, (table, field) or from one row to another, (table, field, from, to); or over numbers, (1, 2, 3). */
static bool sum_up(const Call *call, Sums *sums)
{
	*sums = (Sums){0};
	if (call->n > 0 && call->args[0].type == ZN_NUMBER) {
		for (size_t i = 0; i < call->n; i++)
			add_up(sums, call->args[i]);
		return true;
	}
	ZnResource *resource;
	const ZnTable *table = arg_table(call, &resource);
	const ZnValue *cells = table ? arg_cells(call, table, resource->name, 1) : NULL;
	size_t from = 0, to = table && table->n_rows ? table->n_rows - 1 : 0;
	if (!cells || (call->n > 2 && (!arg_row(call, resource, 2, &from) || !arg_row(call, resource, 3, &to))))
		return false;
	for (size_t row = MIN(from, to); row <= MAX(from, to) && row < table->n_rows; row++)
		add_up(sums, cells[row]);
	return true;
}

static ZnValue call_sum(const Call *call)
{
	Sums sums;
	return sum_up(call, &sums) ? zn_num(sums.sum) : zn_undefined();
}

static ZnValue call_mean(const Call *call)
{
	Sums sums;
	return sum_up(call, &sums) ? zn_num(sums.n ? sums.sum / (double)sums.n : NAN) : zn_undefined();
}

static ZnValue call_min(const Call *call)
{
	Sums sums;
	return sum_up(call, &sums) ? zn_num(sums.n ? sums.min : NAN) : zn_undefined();
}

static ZnValue call_max(const Call *call)
{
	Sums sums;
	return sum_up(call, &sums) ? zn_num(sums.n ? sums.max : NAN) : zn_undefined();
}

static ZnValue call_count(const Call *call)
{
	ZnResource *resource;
	const ZnTable *table = arg_table(call, &resource);
	return table ? zn_num((double)table->n_rows) : zn_undefined();
}

/* rank(table, field, key): 1 for the largest; rank(table, field, key, 'ascending'): 1 for the smallest. */
static ZnValue call_rank(const Call *call)
{
	ZnResource *resource;
	const ZnTable *table = arg_table(call, &resource);
	const ZnValue *cells = table ? arg_cells(call, table, resource->name, 1) : NULL;
	size_t row;
	if (!cells || !arg_row(call, resource, 2, &row))
		return zn_undefined();
	bool ascending = call->n > 3 && zn_is_str(call->args[3]) && !strcmp(call->args[3].str, "ascending");
	double own = zn_to_num(cells[row]);
	int rank = 1;
	for (size_t i = 0; i < table->n_rows; i++)
		rank += ascending ? zn_to_num(cells[i]) < own : zn_to_num(cells[i]) > own;
	return zn_num(cells[row].type == ZN_NULL ? NAN : rank);
}

/* --- writing --- */

static ZnValue call_number(const Call *call)
{
	double x;
	int decimals;
	if (!arg_number(call, 0, &x) || !arg_decimals(call, 1, &decimals))
		return zn_undefined();
	return zn_str(zn_format_prose(call->report->arena, call->report->context->locale, x, decimals, false));
}

static ZnValue call_percent(const Call *call)
{
	double x;
	int decimals;
	if (!arg_number(call, 0, &x) || !arg_decimals(call, 1, &decimals))
		return zn_undefined();
	return zn_strf(call->report->arena, "%s%s%%",
	               zn_format_prose(call->report->arena, call->report->context->locale, x * 100, decimals, false),
	               call->report->words->percent_space);
}

/* big(x, decimals, unit): 2.44 trillion; `unit` = what the number counts, 1e8 for 亿 */
static ZnValue call_big(const Call *call)
{
	double x, unit = 1;
	int decimals;
	if (!arg_number(call, 0, &x) || !arg_decimals(call, 1, &decimals) || (call->n > 2 && !arg_number(call, 2, &unit)))
		return zn_undefined();
	return zn_str(zn_format_prose(call->report->arena, call->report->context->locale, x * unit, decimals, true));
}

bool zn_report_call(void *user, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	static const struct {
		const char *name;
		ZnValue (*call)(const Call *call);
	} table[] = {
	    {"cagr", call_cagr},     {"growth", call_growth},   {"sum", call_sum},     {"mean", call_mean},
	    {"min", call_min},       {"max", call_max},         {"count", call_count}, {"rank", call_rank},
	    {"number", call_number}, {"percent", call_percent}, {"big", call_big},
	};
	Call call = {.report = user, .name = name, .args = args, .n = n};
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (!strcmp(table[i].name, name)) {
			*result = table[i].call(&call);
			return true;
		}
	}
	return false;
}
