/* Wrong definitions are reported where they stand, with what would be right. */
#include "fixture.h"

static const char rows[] = "[{'price':1,'symbol':'A'},{'price':2,'symbol':'B'}]";

static const struct {
	const char *name, *transform, *problem; /* the beginning of the first message */
} wrong[] = {
    {"unknown transform", "{'agregate':[]}", "/transform/0: this is no transform (did you mean “aggregate”?)"},
    {"not an object", "5", "/transform/0: this is no transform (a transform is an object with one of aggregate, bin"},
    {"unknown field", "{'aggregate':[{'op':'sum','field':'prize','as':'s'}]}",
     "/transform/0/aggregate/0/field: the data have no field “prize” (did you mean “price”?)"},
    {"unknown group", "{'aggregate':[],'groupby':['symbl']}",
     "/transform/0/groupby/0: the data have no field “symbl” (did you mean “symbol”?)"},
    {"unknown operation", "{'aggregate':[{'op':'men','field':'price'}]}",
     "/transform/0/aggregate/0/op: unknown operation “men” (did you mean “mean”?)"},
    {"operation without field", "{'aggregate':[{'op':'mean'}]}", "/transform/0/aggregate/0: the operation “mean” needs a field"},
    {"aggregate no array", "{'aggregate':'mean'}", "/transform/0/aggregate: “aggregate” needs an array of operations"},
    {"filter no predicate", "{'filter':{'and':[5]}}", "/transform/0/filter/and/0: this is no predicate"},
    {"filter unknown field", "{'filter':{'field':'prices','gt':1}}", "/transform/0/filter/field: the data have no field “prices”"},
    {"filter without test", "{'filter':{'field':'price'}}", "/transform/0/filter: the field predicate does not say what it tests"},
    {"filter half a range", "{'filter':{'field':'price','range':[1]}}", "/transform/0/filter/range: a range needs a low and a high value"},
    {"filter unknown unit", "{'filter':{'field':'price','timeUnit':'yer','equal':1}}",
     "/transform/0/filter/timeUnit: unknown time unit “yer”"},
    {"filter no date", "{'filter':{'field':'price','timeUnit':'month','equal':'nomonth'}}", "/transform/0/filter/equal: this is no date"},
    {"unknown parameter", "{'filter':{'param':'brush'}}", "/transform/0/filter/param: there is no parameter “brush”"},
    {"calculate without as", "{'calculate':'1'}", "/transform/0: calculate needs an expression and a name"},
    {"bin step", "{'bin':{'step':-1},'field':'price','as':'b'}", "/transform/0/bin/step: “step” of a bin must be a positive number"},
    {"bin maxbins", "{'bin':{'maxbins':'x'},'field':'price','as':'b'}", "/transform/0/bin/maxbins: “maxbins” of a bin must be"},
    {"time unit", "{'timeUnit':'yearmonh','field':'price','as':'t'}", "/transform/0/timeUnit: unknown time unit “yearmonh”"},
    {"time unit step", "{'timeUnit':{'unit':'year','step':0.5},'field':'price','as':'t'}", "/transform/0/timeUnit/step: the step"},
    {"stack offset", "{'stack':'price','groupby':[],'offset':'centre','as':'s'}",
     "/transform/0/offset: unknown value “centre” (did you mean “center”?)"},
    {"window frame", "{'window':[{'op':'rank','as':'r'}],'frame':[1]}", "/transform/0/frame: a frame is two offsets"},
    {"ntile without param", "{'window':[{'op':'ntile','as':'r'}]}", "/transform/0/window/0/param: the operation “ntile” needs a positive"},
    {"lag without field", "{'window':[{'op':'lag','as':'r'}]}", "/transform/0/window/0: the operation “lag” needs a field"},
    {"lookup without data", "{'lookup':'price','from':{'key':'k'}}", "/transform/0/from: a lookup needs other data"},
    {"lookup in a selection", "{'lookup':'price','from':{'param':'p','key':'k'}}",
     "/transform/0/from/param: looking up in a selection is not supported yet"},
    {"lookup unknown data", "{'lookup':'price','from':{'data':{'name':'n'},'key':'k'}}",
     "/transform/0/from/data/name: no data are named “n”"},
    {"impute method", "{'impute':'price','key':'symbol','method':'avg'}", "/transform/0/method: unknown value “avg”"},
    {"impute endless keys", "{'impute':'price','key':'symbol','keyvals':{'stop':1e300}}", "/transform/0/keyvals: the transform would make"},
    {"sample no number", "{'sample':'x'}", "/transform/0/sample: a sample needs the number of its rows"},
    {"quantile step", "{'quantile':'price','step':0}", "/transform/0/step: the step of quantiles must be above 0"},
    {"quantile tiny step", "{'quantile':'price','step':1e-12}", "/transform/0: the transform would make a table of"},
    {"density steps", "{'density':'price','steps':1e12}", "/transform/0: the transform would make a table of"},
    {"regression method", "{'regression':'price','on':'price','method':'cubic'}", "/transform/0/method: unknown value “cubic”"},
    {"regression order", "{'regression':'price','on':'price','method':'poly','order':1000000}",
     "/transform/0/order: the order of a polynomial must be"},
    {"loess bandwidth", "{'loess':'price','on':'price','bandwidth':7}", "/transform/0/bandwidth: the bandwidth of loess must be"},
};

static void check_wrong(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	g_assert_null(fixture_apply(&f, rows, wrong[i].transform));
	g_autofree char *problems = fixture_problems(&f);
	if (!g_str_has_prefix(problems, wrong[i].problem)) {
		g_test_message("got %s", problems);
		g_test_fail();
	}
	fixture_clear(&f);
}

static void check_unknown_member(void)
{
	Fixture f;
	fixture_init(&f);
	g_assert_nonnull(fixture_apply(&f, rows, "{'aggregate':[{'op':'count'}],'groupBy':['symbol']}"));
	g_autofree char *problems = fixture_problems(&f);
	g_assert_cmpstr(problems, ==,
	                "/transform/0/groupBy: unknown property “groupBy” of the transform “aggregate” (did you mean “groupby”?)\n");
	g_assert_cmpuint(zn_diags_count(f.context->diags, ZN_WARNING), ==, 1);
	fixture_clear(&f);
}

/* An empty table has no columns: its fields cannot be checked and are nobody's mistake. */
static void check_empty_table(void)
{
	static const char *const fine[] = {
	    "{'aggregate':[{'op':'sum','field':'a'}],'groupby':['b']}",
	    "{'filter':{'field':'a','gt':1}}",
	    "{'stack':'a','groupby':['b'],'as':'s'}",
	    "{'bin':true,'field':'a','as':'b'}",
	    "{'timeUnit':'year','field':'a','as':'b'}",
	    "{'impute':'a','key':'b','value':0}",
	    "{'window':[{'op':'rank','as':'r'}],'groupby':['a']}",
	    "{'fold':['a','b']}",
	    "{'pivot':'a','value':'b'}",
	    "{'density':'a'}",
	    "{'regression':'a','on':'b'}",
	    "{'loess':'a','on':'b'}",
	    "{'quantile':'a'}",
	    "{'flatten':['a']}",
	    "{'sample':5}",
	    "{'extent':'a','param':'p'}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(fine); i++) {
		Fixture f;
		fixture_init(&f);
		const ZnTable *table = fixture_apply(&f, "[]", fine[i]);
		g_assert_nonnull(table);
		g_assert_cmpuint(table->n_rows, ==, 0);
		g_assert_cmpuint(zn_diags_len(f.context->diags), ==, 0);
		fixture_clear(&f);
	}
}

/* Work that grows with the square of the rows is refused before it is begun. */
static void check_too_much(void)
{
	Fixture f;
	fixture_init(&f);
	enum { N = 60000 };
	ZnTable *table = zn_table_new(f.context->arena, N);
	ZnValue *x = zn_table_add(f.context->arena, table, "x"), *y = zn_table_add(f.context->arena, table, "y");
	for (int i = 0; i < N; i++)
		x[i] = y[i] = zn_num(i);
	g_assert_null(zn_transform_apply(&f.env, table, fixture_json(&f, "{'loess':'y','on':'x'}"), zn_pointer("test", "/transform/0")));
	g_autofree char *problems = fixture_problems(&f);
	g_assert_true(g_str_has_prefix(problems, "/transform/0: loess over 60000 rows with a bandwidth of 0.3 would take too long (take a “sample”"));
	fixture_clear(&f);
}

/* A row and a column for each of 20,000 keys would be 400 million cells; as one row they are made in no time. */
static void check_wide_pivot(void)
{
	Fixture f;
	fixture_init(&f);
	enum { N = 20000 };
	ZnTable *table = zn_table_new(f.context->arena, N);
	ZnValue *key = zn_table_add(f.context->arena, table, "k"), *value = zn_table_add(f.context->arena, table, "v");
	for (int i = 0; i < N; i++) {
		key[i] = zn_str(zn_arena_printf(f.context->arena, "k%05d", i));
		value[i] = zn_num(i);
	}
	const ZnTable *wide = zn_transform_apply(&f.env, table, fixture_json(&f, "{'pivot':'k','value':'v'}"), zn_pointer("test", "/transform/0"));
	g_assert_cmpuint(wide->n_rows, ==, 1);
	g_assert_cmpuint(wide->n_cols, ==, N);
	g_assert_cmpstr(wide->cols[12345].name, ==, "k12345");
	g_assert_cmpfloat(wide->cols[12345].cells[0].num, ==, 12345);
	g_assert_null(zn_transform_apply(&f.env, table, fixture_json(&f, "{'pivot':'k','value':'v','groupby':['v']}"), zn_pointer("test", "/transform/0")));
	g_autofree char *problems = fixture_problems(&f);
	g_assert_true(g_str_has_prefix(problems, "/transform/0: the transform would make a table of 20000 rows, which is too large"));
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *path = g_strdup_printf("/transform/wrong/%s", wrong[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_wrong);
	}
	g_test_add_func("/transform/unknown member", check_unknown_member);
	g_test_add_func("/transform/empty table", check_empty_table);
	g_test_add_func("/transform/too much", check_too_much);
	g_test_add_func("/transform/wide pivot", check_wide_pivot);
	return g_test_run();
}
