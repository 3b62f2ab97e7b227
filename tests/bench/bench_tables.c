/* Reading and transforming a table of 200,000 rows: CSV, typed columns, an expression a row, bins, groups. */
#include "bench.h"

#include "base/json.h"
#include "data/reader.h"
#include "transform/dates.h"
#include "transform/transform.h"

#include <string.h>

enum { ROWS = 200000 };

typedef struct Work {
	GString *csv;
	const ZnTable *table;  /* of the text, for the transforms */
	const char *transform; /* JSON */
} Work;

static GString *make_csv(void)
{
	GString *csv = g_string_new("region,year,amount,note\n");
	for (unsigned i = 0; i < ROWS; i++)
		g_string_append_printf(csv, "region %u,%u,%.2f,\"a, quoted\"\n", i * 7919 % 31, 1990 + i % 31, (double)(i * 104729u % 100003u) / 7);
	return csv;
}

static const ZnTable *load(ZnContext *context, const GString *csv)
{
	const ZnTable *raw = zn_csv_read(context, "bench.csv", csv->str, csv->len, ',');
	ZnObject *parse = zn_object_new(context->arena);
	zn_object_set(context->arena, parse, "year", zn_str("number"));
	zn_object_set(context->arena, parse, "amount", zn_str("number"));
	return zn_data_parse(context, zn_pointer("bench", ""), raw, parse, &zn_dates, true);
}

static void run_load(void *user)
{
	Work *work = user;
	ZnContext *context = zn_context_new();
	load(context, work->csv);
	zn_context_free(context);
}

static void run_transform(void *user)
{
	Work *work = user;
	ZnContext *context = zn_context_new();
	uint64_t random = 123456789;
	ZnExprEnv expr = {.context = context, .random = &random};
	ZnTransformEnv env = {.context = context, .expr = &expr};
	ZnValue definition;
	if (zn_json_parse(context->arena, context->diags, "bench", work->transform, strlen(work->transform), &definition) &&
		!zn_transform_apply(&env, work->table, definition, zn_pointer("bench", "")))
		printf("the transform fails: %s\n", work->transform);
	zn_context_free(context);
}

int main(void)
{
	Work work = {.csv = make_csv()};
	double ms = bench_ms(run_load, &work);
	printf("%-28s %7.1f ms  %6.0f MB/s  %5.1f million rows/s\n", "CSV with two number columns", ms, (double)work.csv->len / 1e3 / ms, ROWS / 1e3 / ms);
	static const char *const transforms[][2] = {
		{"calculate", "{\"calculate\": \"datum.amount * 2 + sqrt(datum.year)\", \"as\": \"x\"}"},
		{"filter", "{\"filter\": \"datum.amount > 100 && datum.year != 2000\"}"},
		{"bin", "{\"bin\": true, \"field\": \"amount\", \"as\": \"b\"}"},
		{"aggregate (961 groups)", "{\"aggregate\": [{\"op\": \"mean\", \"field\": \"amount\", \"as\": \"m\"}], \"groupby\": [\"region\", \"year\"]}"},
		{"window (running sum)", "{\"window\": [{\"op\": \"sum\", \"field\": \"amount\", \"as\": \"s\"}], \"groupby\": [\"region\"]}"},
	};
	ZnContext *context = zn_context_new();
	work.table = load(context, work.csv);
	for (size_t i = 0; i < G_N_ELEMENTS(transforms); i++) {
		work.transform = transforms[i][1];
		ms = bench_ms(run_transform, &work);
		printf("%-28s %7.1f ms               %5.1f million rows/s\n", transforms[i][0], ms, ROWS / 1e3 / ms);
	}
	zn_context_free(context);
	g_string_free(work.csv, TRUE);
	return 0;
}
