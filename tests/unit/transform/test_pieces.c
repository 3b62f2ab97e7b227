/* The parts of transforms that charts use by themselves. */
#include "fixture.h"

static ZnValue selection;

static ZnValue get_param(void *user, const char *name)
{
	return !strcmp(name, "pick") ? selection : zn_undefined();
}

/* Which rows pass, as a string of 0 and 1. */
static char *passing(Fixture *f, const ZnTable *table, const char *predicate)
{
	ZnPredicate *p = zn_predicate_parse(&f->env, fixture_json(f, predicate), zn_pointer("test", ""));
	g_assert_nonnull(p);
	char *text = zn_arena_alloc(f->context->arena, table->n_rows + 1);
	for (size_t i = 0; i < table->n_rows; i++)
		text[i] = zn_predicate_test(p, &f->env, table, i) ? '1' : '0';
	return text;
}

static void check_selections(void)
{
	Fixture f;
	fixture_init(&f);
	f.env.param = get_param;
	const ZnTable *t = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'a':1,'b':'x'},{'a':2,'b':'y'},{'a':3,'b':'x'}]"));
	static const struct {
		const char *selection, *predicate, *expected;
	} cases[] = {
	    {"[{'b':'x'}]", "{'param':'pick'}", "101"},
	    {"[{'b':'x','a':1},{'a':2}]", "{'param':'pick'}", "110"},
	    {"{'a':[2,9]}", "{'param':'pick'}", "011"},
	    {"{'a':[9,2],'b':['x']}", "{'param':'pick'}", "001"},
	    {"[]", "{'param':'pick'}", "111"},
	    {"null", "{'param':'pick','empty':false}", "000"},
	    {"true", "{'param':'pick'}", "111"},
	    {"0", "{'param':'pick'}", "000"},
	    {"[{'b':'x'}]", "{'not':{'param':'pick'}}", "010"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		selection = fixture_json(&f, cases[i].selection);
		g_assert_cmpstr(passing(&f, t, cases[i].predicate), ==, cases[i].expected);
	}
	fixture_clear(&f);
}

static void check_predicate_follows_tables(void)
{
	Fixture f;
	fixture_init(&f);
	ZnPredicate *p = zn_predicate_parse(&f.env, fixture_json(&f, "{'field':'a','gt':1}"), zn_pointer("test", ""));
	const ZnTable *one = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'a':0}]"));
	const ZnTable *two = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'b':7,'a':5}]"));
	g_assert_false(zn_predicate_test(p, &f.env, one, 0));
	g_assert_true(zn_predicate_test(p, &f.env, two, 0));
	g_assert_false(zn_predicate_test(p, &f.env, one, 0));
	fixture_clear(&f);
}

static void check_bins(void)
{
	Fixture f;
	fixture_init(&f);
	static const struct {
		double min, max;
		const char *params;
		ZnBins bins;
	} cases[] = {
	    {0, 100, "{}", {0, 100, 5}},
	    {1.6, 9.2, "{'maxbins':10}", {1, 10, 1}},
	    {46, 230, "{'maxbins':10}", {40, 240, 20}},
	    {5, 5, "{'maxbins':10}", {5, 5.5, 0.5}},
	    {0, 10, "{'step':3}", {0, 12, 3}},
	    {0.5, 0.9, "{'nice':false,'step':0.25}", {0.5, 1, 0.25}},
	    {0, 7, "{'maxbins':10,'anchor':0.5}", {0.5, 7.5, 1}},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnBins bins = zn_bins_compute(cases[i].min, cases[i].max, fixture_json(&f, cases[i].params));
		g_assert_cmpfloat_with_epsilon(bins.start, cases[i].bins.start, 1e-12);
		g_assert_cmpfloat_with_epsilon(bins.stop, cases[i].bins.stop, 1e-12);
		g_assert_cmpfloat_with_epsilon(bins.step, cases[i].bins.step, 1e-12);
	}
	ZnBins bins = {.start = 0, .stop = 1, .step = 0.1};
	g_assert_cmpfloat_with_epsilon(zn_bins_floor(&bins, 0.3), 0.3, 1e-12); /* 0.3 / 0.1 is below 3 */
	g_assert_cmpfloat_with_epsilon(zn_bins_floor(&bins, 1), 0.9, 1e-12);
	g_assert_true(isinf(zn_bins_floor(&bins, 2)));
	fixture_clear(&f);
}

static void check_recorded(void)
{
	Fixture f;
	fixture_init(&f);
	const char *rows = "[{'a':1},{'a':9},{'a':null}]";
	g_assert_nonnull(fixture_apply(&f, rows, "{'bin':{'maxbins':5},'field':'a','as':'b'}"));
	g_assert_true(fixture_same(zn_obj(f.env.bins), fixture_json(&f, "{'b':{'start':0,'stop':10,'step':2}}")));
	g_assert_nonnull(fixture_apply(&f, rows, "{'extent':'a','param':'range'}"));
	g_assert_true(fixture_same(zn_obj(f.env.params), fixture_json(&f, "{'range':[1,9]}")));
	fixture_clear(&f);
}

static void check_aggregate_value(void)
{
	Fixture f;
	fixture_init(&f);
	const ZnTable *t = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'a':1},{'a':4},{'a':10}]"));
	ZnField *a = zn_field_parse(f.context->arena, "a");
	size_t rows[] = {2, 0};
	g_assert_cmpfloat(zn_aggregate_value(&f.env, t, rows, 2, "sum", a).num, ==, 11);
	g_assert_cmpfloat(zn_aggregate_value(&f.env, t, rows, 2, "median", a).num, ==, 5.5);
	g_assert_cmpfloat(zn_aggregate_value(&f.env, t, rows, 2, "count", NULL).num, ==, 2);
	g_assert_true(zn_is_undefined(zn_aggregate_value(&f.env, t, rows, 0, "mean", a)));
	g_assert_true(zn_is_undefined(zn_aggregate_value(&f.env, t, rows, 2, "nonsense", a)));
	g_assert_true(zn_is_undefined(zn_aggregate_value(&f.env, t, rows, 2, "mean", NULL)));
	g_assert_true(zn_aggregate_known("variancep"));
	g_assert_false(zn_aggregate_known("rank"));
	fixture_clear(&f);
}

/* Quartiles of sliding frames are kept up to date; they are those of the frame's rows sorted anew. */
static void check_sliding_quartiles(void)
{
	Fixture f;
	fixture_init(&f);
	g_autoptr(GString) rows = g_string_new("[");
	for (int i = 0; i < 200; i++)
		g_string_append_printf(rows, "%s{'y':%s%d}", i ? "," : "", i % 17 == 3 ? "null},{'y':" : "", i * 7919 % 31);
	g_string_append_c(rows, ']');
	static const char *const frames[] = {"[null,0]", "[-3,2]", "[0,null]", "[-9,-4]", "[null,null]"};
	for (size_t k = 0; k < G_N_ELEMENTS(frames); k++) {
		g_autofree char *transform = g_strdup_printf(
		    "{'window':[{'op':'values','field':'y','as':'all'},{'op':'median','field':'y','as':'m'},{'op':'q3','field':'y','as':'q'}],'frame':%s}", frames[k]);
		const ZnTable *t = fixture_apply(&f, rows->str, transform);
		for (size_t i = 0; i < t->n_rows; i++) {
			ZnValue row = zn_table_row(f.context->arena, t, i), all = zn_get(row, "all");
			const ZnTable *frame = zn_table_from_values(f.context->arena, all);
			ZnField *y = zn_field_parse(f.context->arena, "y");
			g_autofree size_t *every = g_new(size_t, frame->n_rows + 1);
			for (size_t r = 0; r < frame->n_rows; r++)
				every[r] = r;
			const char *const ops[] = {"median", "q3"}, *const names[] = {"m", "q"};
			for (size_t o = 0; o < 2; o++) {
				ZnValue wanted = frame->n_rows ? zn_aggregate_value(&f.env, frame, every, frame->n_rows, ops[o], y) : zn_undefined(), got = zn_get(row, names[o]);
				g_assert_cmpint(zn_is_num(wanted), ==, zn_is_num(got));
				if (zn_is_num(got))
					g_assert_cmpfloat(got.num, ==, wanted.num);
			}
		}
	}
	fixture_clear(&f);
}

static void check_date_time(void)
{
	Fixture f;
	fixture_init(&f);
	static const struct {
		const char *object;
		double time;
	} cases[] = {
	    {"{'year':2020,'month':2,'date':29}", 1582934400000},
	    {"{'year':2020,'month':'feb'}", 1580515200000},
	    {"{'year':2020,'quarter':3}", 1593561600000},
	    {"{'month':'January'}", 1325376000000},
	    {"{'day':'mon'}", 1325462400000},
	    {"{'day':7}", 1325376000000},
	    {"{'hours':13,'minutes':5}", 1325423100000},
	    {"{'year':2006,'utc':true}", 1136073600000},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnValue object = fixture_json(&f, cases[i].object);
		g_assert_true(zn_is_date_time(object));
		g_assert_cmpfloat(zn_date_time(object), ==, cases[i].time);
	}
	g_assert_true(isnan(zn_date_time(fixture_json(&f, "{'month':'smarch'}"))));
	g_assert_true(isnan(zn_date_time(fixture_json(&f, "{'year':'soon'}"))));
	g_assert_false(zn_is_date_time(fixture_json(&f, "{'expr':'now()'}")));
	fixture_clear(&f);
}

/* A file's columns stay what they were: tables share cells. */
static void check_input_untouched(void)
{
	Fixture f;
	fixture_init(&f);
	const ZnTable *t = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'d':'2010-01-31','v':3},{'d':'2011-02-01','v':1}]"));
	static const char *const transforms[] = {"{'timeUnit':'year','field':'d','as':'y'}", "{'filter':{'field':'v','gt':'2'}}",
	                                         "{'calculate':'datum.v * 2','as':'v'}",
	                                         "{'stack':'v','groupby':[],'sort':[{'field':'v'}],'as':['a','b']}"};
	for (size_t i = 0; i < G_N_ELEMENTS(transforms); i++)
		g_assert_nonnull(zn_transform_apply(&f.env, t, fixture_json(&f, transforms[i]), zn_pointer("test", "")));
	g_assert_true(fixture_same(fixture_rows(&f, t), fixture_json(&f, "[{'d':'2010-01-31','v':3},{'d':'2011-02-01','v':1}]")));
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/predicate/selections", check_selections);
	g_test_add_func("/predicate/tables", check_predicate_follows_tables);
	g_test_add_func("/bins/compute", check_bins);
	g_test_add_func("/bins/recorded", check_recorded);
	g_test_add_func("/aggregate/value", check_aggregate_value);
	g_test_add_func("/aggregate/sliding quartiles", check_sliding_quartiles);
	g_test_add_func("/dates/date time", check_date_time);
	g_test_add_func("/table/untouched", check_input_untouched);
	return g_test_run();
}
