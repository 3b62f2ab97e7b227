#include "data/package.h"
#include "fixture.h"

static const char description[] =
    "{'resources':["
    "{'name':'rd','path':'rd.csv','titles':{'en':'R&D','zh':'研发'},'schema':{'primaryKey':'year','fields':["
    "{'name':'year','type':'year','title':{'en':'Year','ru':'Год','zh':'年份'}},"
    "{'name':'spent','type':'number','title':'Spent','unit':{'en':'yuan','zh':'亿元'},'format':',.1f','constraints':{'required':true,'"
    "minimum':0}},"
    "{'name':'final','type':'boolean'},{'name':'note','type':'string','format':'default'},{'name':'day','type':'date'}]}},"
    "{'name':'rank','path':'rank.csv','schema':{'missingValues':['','-'],'primaryKey':['year','country'],"
    "'foreignKeys':[{'fields':'year','reference':{'resource':'rd','fields':'year'}}],'fields':["
    "{'name':'year','type':'year'},"
    "{'name':'country','constraints':{'pattern':'[A-Z]{2}','enum':['CN','RU']}},"
    "{'name':'rank','type':'integer','constraints':{'maximum':150,'unique':true}}]}}]}";

static const char rd[] = "year,spent,final,note,day\n2019,22143.6,true,,2020-08-27\n2020,24393.1,false,last,\n";
static const char ranks[] = "year,country,rank\n2020,CN,14\n2020,RU,47\n2019,CN,-\n";

static ZnPackage *load(Fixture *f, const char *json)
{
	g_autofree char *text = g_strdelimit(g_strdup(json), "'", '"');
	fixture_write(f, "datapackage.json", text, -1);
	return zn_package_load(f->context, "datapackage.json");
}

static void check_tables(void)
{
	Fixture f;
	fixture_init(&f);
	fixture_write(&f, "rd.csv", rd, -1);
	fixture_write(&f, "rank.csv", ranks, -1);
	ZnPackage *package = load(&f, description);
	g_assert_nonnull(package);
	const ZnTable *t = zn_package_table(package, zn_pointer("report", ""), "rd");
	g_assert_cmpstr(fixture_rows(&f, t), ==,
	                "{'year':2019,'spent':22143.6,'final':true,'note':null,'day':'2020-08-27T00:00:00.000Z'}"
	                "{'year':2020,'spent':24393.1,'final':false,'note':'last','day':null}");
	g_assert_true(zn_package_check(package));
	g_assert_cmpstr(fixture_problems(&f), ==, "");

	size_t row;
	ZnResource *one = zn_package_find(package, "rd"), *two = zn_package_find(package, "rank");
	g_assert_true(zn_resource_row(package, one, (ZnValue[]){zn_num(2020)}, 1, &row));
	g_assert_cmpuint(row, ==, 1);
	g_assert_false(zn_resource_row(package, one, (ZnValue[]){zn_num(1999)}, 1, &row));
	g_assert_true(zn_resource_row(package, two, (ZnValue[]){zn_num(2020), zn_str("RU")}, 2, &row));
	g_assert_cmpuint(row, ==, 1);
	g_assert_false(zn_resource_row(package, two, (ZnValue[]){zn_num(2020)}, 1, &row));

	g_assert_null(zn_package_table(package, zn_pointer("report", "/x"), "rnk"));
	g_assert_cmpstr(fixture_problems(&f), ==, "/x: datapackage.json has no table “rnk” (did you mean “rank”?)\n");
	fixture_clear(&f);
}

static void check_words(void)
{
	Fixture f;
	fixture_init(&f);
	ZnPackage *package = load(&f, description);
	ZnResource *one = zn_package_find_path(package, "./rd.csv");
	g_assert_nonnull(one);
	g_assert_null(zn_package_find_path(package, "other.csv"));
	g_assert_cmpstr(zn_package_text(one->raw, "title", "zh"), ==, "研发");
	g_assert_cmpstr(zn_package_text(one->raw, "title", "ru"), ==, "R&D");
	g_assert_null(zn_package_text(one->raw, "description", "ru"));
	const ZnSchemaField *year = zn_resource_field(one, "year"), *spent = zn_resource_field(one, "spent");
	g_assert_cmpstr(zn_schema_title(year, "ru"), ==, "Год");
	g_assert_cmpstr(zn_schema_title(spent, "ru"), ==, "Spent");
	g_assert_cmpstr(zn_schema_title(zn_resource_field(one, "final"), "ru"), ==, "final");
	g_assert_cmpstr(zn_package_text(spent->raw, "unit", "zh"), ==, "亿元");
	g_assert_cmpstr(spent->format, ==, ",.1f");
	g_assert_null(zn_resource_field(one, "note")->format);
	fixture_clear(&f);
}

/* Only tables that are asked for are read. */
static void check_lazy(void)
{
	Fixture f;
	fixture_init(&f);
	fixture_write(&f, "rd.csv", rd, -1);
	ZnPackage *package = load(&f, description);
	g_assert_nonnull(zn_package_table(package, zn_pointer("", ""), "rd"));
	g_assert_cmpstr(fixture_problems(&f), ==, "");
	g_assert_false(zn_package_check(package));
	fixture_clear(&f);
}

static const struct {
	const char *name, *rd, *rank, *problems;
} wrong_data[] = {
    {"types", "year,spent,final,note,day\n20x9,1,true,,\n2020,much,maybe,,2020-02-30\n", ranks,
     "rd.csv:2: field “year”: “20x9” is not a year of four digits\n"
     "rd.csv:3: field “spent”: “much” is not a number\n"
     "rd.csv:3: field “final”: “maybe” is not a boolean (true or false)\n"
     "rd.csv:3: field “day”: “2020-02-30” is not a date of the form YYYY-MM-DD\n"},
    {"constraints", "year,spent,final,note,day\n2019,-5,,,\n2020,,,,\n,7,,,\n", "year,country,rank\n2019,cn,14\n2020,DE,151\n2020,RU,14\n",
     "rd.csv:4: field “year”: a value is required\n"
     "rd.csv:2: field “spent”: -5 is below the minimum 0\n"
     "rd.csv:3: field “spent”: a value is required\n"
     "rank.csv:2: field “country”: “cn” does not match the pattern\n"
     "rank.csv:2: field “country”: “cn” is not an allowed value (one of CN, RU)\n"
     "rank.csv:3: field “country”: “DE” is not an allowed value (one of CN, RU)\n"
     "rank.csv:3: field “rank”: 151 is above the maximum 150\n"
     "rank.csv:4: field “rank”: “14” is there twice, values must be unique\n"},
    {"keys", "year,spent,final,note,day\n2019,1,,,\n2019,2,,,\n", "year,country,rank\n2020,CN,1\n2020,CN,2\n",
     "rd.csv:3: the primary key 2019 is there twice (the first one is in line 2)\n"
     "rank.csv:3: the primary key 2020,CN is there twice (the first one is in line 2)\n"},
    {"foreign key", "year,spent,final,note,day\n2019,1,,,\n", ranks,
     "rank.csv:2: field “year”: “2020” is not in the table “rd”\nrank.csv:3: field “year”: “2020” is not in the table “rd”\n"},
    {"columns", "year,spend,final,note,day,extra\n2019,1,,,,\n", ranks,
     "rd.csv:1: the column “spent” of the schema is missing (did you mean “spend”?)\n"
     "rd.csv:1: the column “spend” is not in the schema (did you mean “spent”?)\n"
     "rd.csv:1: the column “extra” is not in the schema\n"},
};

static void check_wrong_data(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	fixture_write(&f, "rd.csv", wrong_data[i].rd, -1);
	fixture_write(&f, "rank.csv", wrong_data[i].rank, -1);
	ZnPackage *package = load(&f, description);
	g_assert_nonnull(package);
	g_assert_false(zn_package_check(package));
	g_assert_cmpstr(fixture_problems(&f), ==, wrong_data[i].problems);
	fixture_clear(&f);
}

static const struct {
	const char *name, *json, *problem;
} wrong_descriptions[] = {
    {"no resources", "{}", "/resources: a data package needs a list of resources\n"},
    {"no name", "{'resources':[{'path':'a.csv','schema':{'fields':[{'name':'a'}]}}]}", "/resources/0: the resource has no name\n"},
    {"no schema", "{'resources':[{'name':'a','path':'a.csv'}]}", "/resources/0: the resource has no schema\n"},
    {"no fields", "{'resources':[{'name':'a','path':'a.csv','schema':{}}]}", "/resources/0/schema: the schema has no fields\n"},
    {"type", "{'resources':[{'name':'a','path':'a.csv','schema':{'fields':[{'name':'a','type':'nubmer'}]}}]}",
     "/resources/0/schema/fields/0/type: unknown field type “nubmer” (did you mean “number”?)\n"},
    {"field twice", "{'resources':[{'name':'a','path':'a.csv','schema':{'fields':[{'name':'a'},{'name':'a'}]}}]}",
     "/resources/0/schema/fields/1: the schema has the field “a” twice\n"},
    {"key", "{'resources':[{'name':'a','path':'a.csv','schema':{'primaryKey':'yaer','fields':[{'name':'year'}]}}]}",
     "/resources/0/schema/primaryKey: the table has no field “yaer” (did you mean “year”?)\n"},
    {"bound",
     "{'resources':[{'name':'a','path':'a.csv','schema':{'fields':[{'name':'a','type':'number','constraints':{'minimum':'x'}}]}}]}",
     "/resources/0/schema/fields/0/constraints/minimum: “x” is not a number\n"},
    {"pattern", "{'resources':[{'name':'a','path':'a.csv','schema':{'fields':[{'name':'a','constraints':{'pattern':'('}}]}}]}",
     "/resources/0/schema/fields/0/constraints/pattern: the pattern is no regular expression"},
    {"resource twice",
     "{'resources':[{'name':'a','path':'a.csv','schema':{'fields':[{'name':'a'}]}},{'name':'a','path':'b.csv','schema':{'fields':[{'name':'"
     "a'}]}}]}",
     "/resources/1: the package has the resource “a” twice\n"},
    {"not json", "{'resources'", "datapackage.json:1: "},
};

static void check_wrong_description(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	g_assert_null(load(&f, wrong_descriptions[i].json));
	const char *problems = fixture_problems(&f);
	if (!g_str_has_prefix(problems, wrong_descriptions[i].problem)) {
		g_test_message("got %s", problems);
		g_test_fail();
	}
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/package/tables", check_tables);
	g_test_add_func("/package/words", check_words);
	g_test_add_func("/package/lazy", check_lazy);
	for (size_t i = 0; i < G_N_ELEMENTS(wrong_data); i++) {
		g_autofree char *path = g_strdup_printf("/package/wrong data/%s", wrong_data[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_wrong_data);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(wrong_descriptions); i++) {
		g_autofree char *path = g_strdup_printf("/package/wrong description/%s", wrong_descriptions[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_wrong_description);
	}
	return g_test_run();
}
