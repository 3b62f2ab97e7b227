#include "fixture.h"

static void check(ZnContext *context, const char *spec)
{
	zn_spec_check(context, "test", parse_quoted(context, spec));
}

static void test_good_specs(void)
{
	static const char *const good[] = {
	    "{'$schema':3,'usermeta':{'zhinu':{'note':[1,null]}},'data':{'url':'a.csv'},'mark':'bar','encoding':{'x':{'field':'a'}}}",
	    "{'mark':'bar'}", /* data may come from elsewhere */
	    "{'data':{'values':[1,'a',null,{'b':[]}]},'mark':{'type':'boxplot','extent':'min-max'},'width':{'step':20},'height':'container'}",
	    "{'data':{'values':[]},'mark':'bar','encoding':{'x':{'field':'a','type':'Q'},'y':{'field':'b','type':'Ordinal','sort':'-x'}}}",
	    "{'data':{'url':'a'},'layer':[{'mark':'line'},{'layer':[{'mark':{'type':'point','color':{'expr':'c'}}}]}]}",
	    "{'data':{'url':'a'},'repeat':{'row':['a']},'spec':{'mark':'bar','encoding':{'x':{'field':{'repeat':'row'},'bin':true}}}}",
	    "{'data':{'url':'a'},'facet':{'row':{'field':'a'}},'spec':{'facet':{'column':{'field':'b'}},'spec':{'mark':'bar'}}}",
	    "{'data':{'url':'a'},'mark':'bar','transform':[{'filter':{'and':[{'field':'a','range':[1,null]},{'not':{'param':'p'}},'true']}}]}",
	    "{'data':{'url':'a'},'mark':'bar','params':[{'name':'p','select':{'type':'interval'}},{'name':'q','value':1,'bind':{'input':'range'"
	    "}}]}",
	    "{'data':{'url':'a'},'mark':'bar','encoding':{'color':{'condition':{'selection':'s','value':'red'},'value':'blue'}},'selection':{}"
	    "}",
	    "{'data':{'url':'a'},'mark':'bar','encoding':{'tooltip':null,'y':{'field':'a','axis':null,'timeUnit':{'unit':'month','step':3}}},"
	    "'config':{'style':{'mine':{'fill':'red'}},'range':{'category':['red']}}}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		check(context, good[i]);
		for (size_t k = 0; k < zn_diags_len(context->diags); k++)
			g_test_message("%s: %s", zn_diags_at(context->diags, k)->place.pointer, zn_diags_at(context->diags, k)->message);
		g_assert_cmpuint(zn_diags_len(context->diags), ==, 0);
	}
}

#define X "'data':{'url':'a'},"

static const struct {
	ZnSeverity severity;
	const char *spec, *pointer, *message, *hint;
} bad[] = {
    /* words */
    {ZN_ERROR, "{" X "'mark':'bra'}", "/mark",
     "mark is “bra”, expected “boxplot”, “errorbar”, “errorband”, “arc”, “area”, “bar”, “image”, “line”, “point”, “rect”, “rule”, “text”, "
     "“tick”, "
     "“trail”, “circle”, “square”, “geoshape” or an object",
     "did you mean “bar”?"},
    {ZN_ERROR, "{" X "'mark':{'type':'boxplt'}}", "/mark/type",
     "type is “boxplt”, expected “boxplot”, “errorbar”, “errorband”, “arc”, “area”, “bar”, “image”, “line”, “point”, “rect”, “rule”, "
     "“text”, “tick”, "
     "“trail”, “circle”, “square” or “geoshape”",
     "did you mean “boxplot”?"},
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'x':{'field':'a','type':'quantative'}}}", "/encoding/x/type",
     "type is “quantative”, expected “quantitative”, “ordinal”, “temporal”, “nominal” or “geojson”", "did you mean “quantitative”?"},
    {ZN_ERROR, "{" X "'layer':[{'mark':'bar'}],'resolve':{'scale':{'x':'own'}}}", "/resolve/scale/x",
     "x is “own”, expected “independent” or “shared”", NULL},
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'y':{'aggregate':'cuont'}}}", "/encoding/y/aggregate",
     "aggregate is “cuont”, expected “average”, “count”, “distinct”, “max”, “mean”, “median”, “min”, “missing”, “product”, “q1”, “q3”, "
     "“ci0”, “ci1”, "
     "“stderr”, “stdev”, “stdevp”, “sum”, “valid”, “values”, “variance” ... or an object",
     "did you mean “count”?"},
    {ZN_ERROR, "{" X "'mark':'bar','params':[{'name':'a','select':{'type':'intrval'}}]}", "/params/0/select/type",
     "type is “intrval”, expected “point” or “interval”", "did you mean “interval”?"},
    /* kinds */
    {ZN_ERROR, "{" X "'mark':'bar','width':'300'}", "/width", "width is “300”, expected “container”, a number or an object", NULL},
    {ZN_ERROR, "{" X "'mark':{'type':'bar','cornerRadius':'2px'}}", "/mark/cornerRadius",
     "cornerRadius is a string, expected a number or an object", NULL},
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'x':{'field':3}}}", "/encoding/x/field", "field is a number, expected a string or an object",
     NULL},
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'x':{'field':'a','axis':{'grid':'yes'}}}}", "/encoding/x/axis/grid",
     "grid is a string, expected true or false", NULL},
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'color':{'field':'a','legend':false}}}", "/encoding/color/legend",
     "legend is false, expected null or an object", "null turns it off"},
    {ZN_ERROR, "{" X "'layer':{'mark':'bar'}}", "/layer", "layer is an object, expected an array", NULL},
    {ZN_ERROR, "{" X "'layer':[3]}", "/layer/0", "an item of “layer” is a number, expected an object", NULL},
    {ZN_ERROR, "{'data':'a.csv','mark':'bar'}", "/data", "data is a string, expected null or an object", NULL},
    {ZN_ERROR, "[]", "", "a Vega-Lite specification is a JSON object", NULL},
    /* properties */
    {ZN_ERROR, "{" X "'mark':'bar','encoding':{'colour':{'field':'a'}}}", "/encoding/colour", "unknown property “colour” in an encoding",
     "did you mean “color”?"},
    {ZN_WARNING, "{" X "'mark':'bar','encoding':{'x':{'feild':'a'}}}", "/encoding/x/feild", "unknown property “feild” in the channel “x”",
     "did you mean “field”?"},
    {ZN_WARNING, "{" X "'mark':'bar','colums':3}", "/colums", "unknown property “colums” in the specification", NULL},
    {ZN_WARNING, "{" X "'hconcat':[{'mark':{'type':'bar','colr':'red'}}]}", "/hconcat/0/mark/colr", "unknown property “colr” in a mark",
     "did you mean “color”?"},
    {ZN_WARNING, "{" X "'mark':'bar','config':{'axis':{'a/b~c':1}}}", "/config/axis/a~1b~0c", "unknown property “a/b~c” in an axis", NULL},
    /* what is missing */
    {ZN_ERROR, "{}", "",
     "the specification needs one of the properties “mark”, “facet”, “layer”, “repeat”, “concat”, “vconcat” or “hconcat”", NULL},
    {ZN_ERROR, "{" X "'layer':[{'encoding':{}}]}", "/layer/0", "a view needs one of the properties “layer” or “mark”", NULL},
    {ZN_ERROR, "{" X "'mark':'bar','transform':[{'calculate':'1'}]}", "/transform/0", "a transform needs the property “as”", NULL},
    {ZN_ERROR, "{" X "'mark':'bar','transform':[{'stack':'a','groupby':[]}]}", "/transform/0", "a transform needs the property “as”", NULL},
    {ZN_ERROR, "{" X "'mark':{}}", "/mark", "a mark needs the property “type”", NULL},
    /* sizes */
    {ZN_ERROR, "{" X "'mark':'bar','height':-3}", "/height", "a height of -3 px is not possible, expected 0 to 32767", NULL},
    {ZN_ERROR, "{" X "'vconcat':[{'mark':'bar','width':40000}]}", "/vconcat/0/width",
     "a width of 40000 px is not possible, expected 0 to 32767", NULL},
    {ZN_ERROR, "{" X "'facet':{'row':{'field':'a'}},'spec':{'mark':'bar','width':{'step':1e9}}}", "/spec/width/step",
     "a width of 1e+09 px is not possible, expected 0 to 32767", NULL},
};

static void test_bad_specs(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		g_test_message("%s", bad[i].spec);
		check(context, bad[i].spec);
		g_assert_cmpuint(zn_diags_len(context->diags), ==, 1);
		const ZnDiag *diag = zn_diags_at(context->diags, 0);
		g_assert_cmpstr(diag->message, ==, bad[i].message);
		g_assert_cmpstr(diag->place.pointer, ==, bad[i].pointer);
		g_assert_cmpint(diag->severity, ==, bad[i].severity);
		if (bad[i].hint)
			g_assert_cmpstr(diag->hint, ==, bad[i].hint);
	}
}

/* All problems come at once, each at its place. */
static void test_several_problems(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	check(context, "{" X "'mark':'bra','widht':3,'encoding':{'x':{'field':'a','scale':{'type':'lgo','zero':1}},'yy':{'field':'b'}}}");
	static const char *const pointers[] = {"/mark", "/widht", "/encoding/x/scale/type", "/encoding/x/scale/zero", "/encoding/yy"};
	g_assert_cmpuint(zn_diags_len(context->diags), ==, G_N_ELEMENTS(pointers));
	for (size_t i = 0; i < G_N_ELEMENTS(pointers); i++)
		g_assert_cmpstr(zn_diags_at(context->diags, i)->place.pointer, ==, pointers[i]);
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_WARNING), ==, 1);
}

/* Objects that could be either of two forms on each of many levels: comparing all ways would take 2^200 steps. */
static void test_look_alikes(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	g_autoptr(GString) text = g_string_new("{\"bad\": 1}");
	for (int i = 0; i < 200; i++) {
		g_string_prepend(text, i % 2 ? "{\"and\": [" : "{\"not\": ");
		g_string_append(text, i % 2 ? "], \"or\": [\"x\"]}" : ", \"and\": 1}");
	}
	g_string_prepend(text, "{\"mark\": \"bar\", \"transform\": [{\"filter\": ");
	g_string_append(text, "}]}");
	gint64 start = g_get_monotonic_time();
	zn_spec_check(context, "test", parse_json(context, text->str));
	g_assert_cmpint(g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
	g_assert_cmpuint(zn_diags_len(context->diags), >, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/good-specs", test_good_specs);
	g_test_add_func("/check/bad-specs", test_bad_specs);
	g_test_add_func("/check/several-problems", test_several_problems);
	g_test_add_func("/check/look-alikes", test_look_alikes);
	return g_test_run();
}
