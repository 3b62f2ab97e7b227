#include "fixture.h"

static const ZnTable *load(Fixture *f, const char *data)
{
	ZnValue datasets = fixture_json(f, "{'named':[{'a':1}],'text':'[5]'}");
	return zn_data_load(f->context, zn_pointer("spec", "/data"), fixture_json(f, data), NULL, datasets, &fixture_dates);
}

static void write_files(Fixture *f)
{
	fixture_write(f, "t.csv", "y,n,s\n2020,1.5,a\n2021,,\n", -1);
	fixture_write(f, "t.tsv", "y\tn\n2020\t1\n", -1);
	fixture_write(f, "t.txt", "2020;1\n", -1);
	fixture_write(f, "t.json", "{\"rows\": {\"list\": [{\"a\": \"1\"}, {\"a\": \"\"}]}}", -1);
	fixture_write(f, "bad.csv", "y,n\n20x0,1\n2021,one\n", -1);
	fixture_write(f, "broken.json", "{\"a\": }", -1);
}

/* Two polygons that share an arc, a point, a geometry that is none. */
#define TOPOLOGY(format)                                                                                                                     \
	"{'values':{'type':'Topology','transform':{'scale':[2,2],'translate':[1,1]},'arcs':[[[0,0],[1,0]],[[1,0],[0,1],[-1,-1]],[[1,0],[0,-1],[-1,1]]],"                 \
	"'objects':{'o':{'type':'GeometryCollection','geometries':[{'type':'Polygon','id':'p','properties':{'n':1},'arcs':[[0,1]]},"               \
	"{'type':'Polygon','arcs':[[-2,2]]},{'type':'Point','coordinates':[3,3]},{}]}}},'format':{'type':'topojson'" format "}}"

static const struct {
	const char *name, *data, *rows;
} good[] = {
    {"values", "{'values':[{'a':1},{'a':2}]}", "{'a':1}{'a':2}"},
    {"one object", "{'values':{'a':1}}", "{'a':1}"},
    {"text of json", "{'values':'[1,2]'}", "{'data':1}{'data':2}"},
    {"text of csv", "{'values':'a,b\\n1,2','format':{'type':'csv'}}", "{'a':'1','b':'2'}"},
    {"named", "{'name':'named'}", "{'a':1}"},
    {"named text", "{'name':'text'}", "{'data':5}"},
    {"sequence", "{'sequence':{'start':1,'stop':2,'step':0.4,'as':'x'}}", "{'x':1}{'x':1.4}{'x':1.8}"},
    {"sequence down", "{'sequence':{'start':2,'stop':0,'step':-1}}", "{'data':2}{'data':1}"},
    {"empty sequence", "{'sequence':{'start':2,'stop':0}}", ""},
    {"csv stays text", "{'url':'t.csv'}", "{'y':'2020','n':'1.5','s':'a'}{'y':'2021','n':'','s':''}"},
    {"csv parsed", "{'url':'t.csv','format':{'parse':{'y':'date','n':'number','s':'string'}}}",
     "{'y':1577836800000,'n':1.5,'s':'a'}{'y':1609459200000,'n':null,'s':null}"},
    {"csv date by format", "{'url':'t.csv','format':{'parse':{'y':'date:\\u0027%Y\\u0027'}}}",
     "{'y':'2020-01-01T00:00:00.000Z','n':'1.5','s':'a'}{'y':'2021-01-01T00:00:00.000Z','n':'','s':''}"},
    {"csv inferred", "{'url':'t.csv','format':{'parse':'auto'}}", "{'y':2020,'n':1.5,'s':'a'}{'y':2021,'n':null,'s':null}"},
    {"tsv", "{'url':'t.tsv'}", "{'y':'2020','n':'1'}"},
    {"dsv without header", "{'url':'t.txt','format':{'type':'dsv','delimiter':';','header':['p','q']}}", "{'p':'2020','q':'1'}"},
    {"json property", "{'url':'t.json','format':{'property':'rows.list','parse':{'a':'number'}}}", "{'a':1}{'a':null}"},
    {"topojson features", TOPOLOGY(",'feature':'o'"),
     "{'type':'Feature','id':'p','properties':{'n':1},'geometry':{'type':'Polygon','coordinates':[[[1,1],[3,1],[3,3],[1,1]]]}}"
     "{'type':'Feature','properties':{},'geometry':{'type':'Polygon','coordinates':[[[1,1],[3,3],[3,1],[3,-1],[1,1]]]}}"
     "{'type':'Feature','properties':{},'geometry':{'type':'Point','coordinates':[7,7]}}"
     "{'type':'Feature','properties':{},'geometry':null}"},
    {"topojson mesh", TOPOLOGY(",'mesh':'o'"), "{'type':'MultiLineString','coordinates':[[[3,1],[3,-1],[1,1],[3,1],[3,3],[1,1]]]}"},
    {"topojson interior", TOPOLOGY(",'mesh':'o','filter':'interior'"), "{'type':'MultiLineString','coordinates':[[[3,1],[3,3],[1,1]]]}"},
    {"topojson exterior", TOPOLOGY(",'mesh':'o','filter':'exterior'"), "{'type':'MultiLineString','coordinates':[[[1,1],[3,1],[3,-1],[1,1]]]}"},
    {"graticule", "{'graticule':{'extent':[[0,0],[20,10]],'step':[20,10],'precision':10}}",
     "{'type':'MultiLineString','coordinates':[[[0,0],[0,10]],[[0,0],[10,0],[20,0]]]}"},
    {"sphere", "{'sphere':true}", "{'type':'Sphere'}"},
    {"booleans", "{'values':[{'b':'true'},{'b':'false'},{'b':'0'},{'b':''},{'b':1}],'format':{'parse':{'b':'boolean'}}}",
     "{'b':true}{'b':false}{'b':false}{'b':null}{'b':true}"},
};

static void check_good(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	write_files(&f);
	const ZnTable *t = load(&f, good[i].data);
	g_assert_cmpstr(fixture_problems(&f), ==, "");
	g_assert_cmpstr(fixture_rows(&f, t), ==, good[i].rows);
	fixture_clear(&f);
}

static const struct {
	const char *name, *data, *problem; /* the beginning of all messages */
} bad[] = {
    {"nothing", "{}", "/data: the data object does not say where the data come from (one of url, values, name, sequence)"},
    {"unknown name", "{'name':'nam3d'}", "/data/name: no data are named “nam3d” (did you mean “named”?)"},
    {"http", "{'url':'https://example.org/a.csv'}", "/data/url: data from the network are not read: https://example.org/a.csv"},
    {"scheme", "{'url':'file:///etc/passwd'}", "/data/url: data from the network are not read"},
    {"missing file", "{'url':'none.csv'}", ""}, /* base/ words it */
    {"outside", "{'url':'../secret.csv'}", "/data/url: "},
    {"absolute", "{'url':'/etc/passwd'}", "/data/url: "},
    {"broken json", "{'url':'broken.json'}", "broken.json:1: "},
    {"format", "{'url':'t.csv','format':{'type':'cvs'}}", "/data/format/type: unknown data format “cvs” (did you mean “csv”?)"},
    {"delimiter", "{'url':'t.txt','format':{'type':'dsv'}}", "/data/format: the format “dsv” needs a delimiter"},
    {"topojson", "{'url':'t.json','format':{'type':'topojson','feature':'x'}}", ": this is no TopoJSON document: it has no “type” of “Topology” with “objects”"},
    {"topojson object", TOPOLOGY(",'feature':'x'"), "/data/format/feature: the TopoJSON document has no object “x” (it has o)"},
    {"property", "{'url':'t.json','format':{'property':'row'}}",
     "/data/format/property: the JSON document has no property “row” (did you mean “rows”?)"},
    {"parse type", "{'url':'t.csv','format':{'parse':{'y':'numbr'}}}",
     "/data/format/parse/y: unknown type “numbr” to parse as (did you mean “number”?)"},
    {"cells", "{'url':'bad.csv','format':{'parse':{'y':'date','n':'number'}}}",
     "bad.csv:2: column “y”: “20x0” is not a date\nbad.csv:3: column “n”: “one” is not a number\n"},
    {"endless sequence", "{'sequence':{'start':0,'stop':1e300}}", "/data/sequence: the sequence has"},
    {"sequence without stop", "{'sequence':{'start':0}}", "/data/sequence: a sequence needs a finite start and stop"},
    {"sequence that stands", "{'sequence':{'start':0,'stop':5,'step':0}}", "/data/sequence: a sequence needs a finite start and stop"},
    {"graticule", "{'graticule':{'precision':'x'}}", "/data/graticule/precision: a graticule's “precision” is a number of degrees"},
};

static void check_bad(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	write_files(&f);
	g_assert_null(load(&f, bad[i].data));
	g_assert_true(zn_diags_failed(f.context->diags));
	const char *problems = fixture_problems(&f);
	if (!g_str_has_prefix(problems, bad[i].problem)) {
		g_test_message("got %s", problems);
		g_test_fail();
	}
	fixture_clear(&f);
}

static void check_defaults(void)
{
	Fixture f;
	fixture_init(&f);
	write_files(&f);
	ZnValue defaults = fixture_json(&f, "{'y':'date','n':'number'}"), none = zn_undefined();
	ZnPlace place = zn_pointer("spec", "/data");
	const ZnTable *t = zn_data_load(f.context, place, fixture_json(&f, "{'url':'t.csv','format':{'parse':{'n':'string'}}}"), defaults.obj,
	                                none, &fixture_dates);
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'y':1577836800000,'n':'1.5','s':'a'}{'y':1609459200000,'n':null,'s':''}");
	t = zn_data_load(f.context, place, fixture_json(&f, "{'url':'t.csv','format':{'parse':null}}"), defaults.obj, none, &fixture_dates);
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'y':'2020','n':'1.5','s':'a'}{'y':'2021','n':'','s':''}");
	g_assert_cmpstr(fixture_problems(&f), ==, "");
	/* What is only implied warns. */
	t = zn_data_load(f.context, place, fixture_json(&f, "{'url':'bad.csv'}"), defaults.obj, none, &fixture_dates);
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'y':null,'n':1}{'y':1609459200000,'n':null}");
	g_assert_cmpuint(zn_diags_count(f.context->diags, ZN_WARNING), ==, 2);
	g_assert_false(zn_diags_failed(f.context->diags));
	fixture_clear(&f);
}

static void check_read_once(void)
{
	Fixture f;
	fixture_init(&f);
	write_files(&f);
	const ZnTable *one = load(&f, "{'url':'t.csv'}"), *two = load(&f, "{'url':'t.csv','format':{'parse':{'n':'number'}}}");
	g_assert_true(one->cols[0].cells[0].str == two->cols[0].cells[0].str);
	g_assert_cmpstr(one->source, ==, "t.csv");
	fixture_clear(&f);
}

static void check_named_file(void)
{
	Fixture f;
	fixture_init(&f);
	write_files(&f);
	f.context->named_data = zn_object_new(f.context->arena);
	zn_object_set(f.context->arena, f.context->named_data, "named", zn_str("t.tsv"));
	g_assert_cmpstr(fixture_rows(&f, load(&f, "{'name':'named'}")), ==, "{'y':'2020','n':'1'}");
	fixture_clear(&f);
}

static void check_infer(void)
{
	static const struct {
		const char *values, *type;
	} cases[] = {
	    {"['true','false',null]", "boolean"},
	    {"['1','2','']", "integer"},
	    {"['1','2.5','']", "number"},
	    {"['2020-01-01','2020']", "date"},
	    {"['a','1']", "string"},
	    {"[true,false]", "boolean"},
	    {"[1,2.5]", "number"},
	    {"[' 12 ','0x1f']", "integer"},
	    {"['1e3','-Infinity']", "number"},
	    {"['1,5']", "string"},
	};
	Fixture f;
	fixture_init(&f);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnValue values = fixture_json(&f, cases[i].values);
		g_assert_cmpstr(zn_data_infer(values.arr->items, values.arr->n, &fixture_dates), ==, cases[i].type);
	}
	fixture_clear(&f);
}

static void check_nested(void)
{
	Fixture f;
	fixture_init(&f);
	const ZnTable *t = zn_table_from_values(f.context->arena, fixture_json(&f, "[{'outer':{'n':'7'}},{'outer':null}]"));
	t = zn_data_parse(f.context, zn_pointer("spec", ""), t, fixture_json(&f, "{'outer.n':'number'}").obj, &fixture_dates, true);
	g_assert_cmpstr(fixture_rows(&f, t), ==, "{'outer':{'n':'7'},'outer.n':7}{'outer':null,'outer.n':null}");
	zn_data_parse(f.context, zn_pointer("spec", ""), t, fixture_json(&f, "{'outr':'number'}").obj, &fixture_dates, true);
	g_assert_cmpstr(fixture_problems(&f), ==, "/outr: the data have no field “outr” (did you mean “outer”?)\n");
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autofree char *path = g_strdup_printf("/reader/good/%s", good[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_good);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *path = g_strdup_printf("/reader/bad/%s", bad[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_bad);
	}
	g_test_add_func("/reader/defaults", check_defaults);
	g_test_add_func("/reader/read once", check_read_once);
	g_test_add_func("/reader/named file", check_named_file);
	g_test_add_func("/reader/infer", check_infer);
	g_test_add_func("/reader/nested", check_nested);
	return g_test_run();
}
