#include "fixture.h"

#include "normalize_cases.h"

/* A copy without the notes on where views come from, which Vega-Lite does not have. */
static ZnValue without_pointers(ZnArena *arena, ZnValue value)
{
	if (zn_is_arr(value)) {
		ZnArray *array = zn_array_new(arena, zn_len(value));
		for (size_t i = 0; i < zn_len(value); i++)
			zn_array_push(arena, array, without_pointers(arena, zn_at(value, i)));
		return zn_arr(array);
	}
	if (!zn_is_obj(value))
		return value;
	ZnObject *object = zn_object_new(arena);
	for (size_t i = 0; i < zn_len(value); i++)
		if (strcmp(value.obj->members[i].key, ZN_POINTER_KEY))
			zn_object_set(arena, object, value.obj->members[i].key, without_pointers(arena, value.obj->members[i].value));
	return zn_obj(object);
}

static char *json_of(ZnValue value)
{
	GString *text = g_string_new(NULL);
	zn_json_write(text, value);
	return g_string_free(text, FALSE);
}

static void test_as_vega_lite(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		g_test_message("%s", cases[i].name);
		ZnValue spec = parse_json(context, cases[i].spec);
		ZnValue got = without_pointers(context->arena, normalize(context, spec));
		ZnValue want = parse_json(context, cases[i].expected);
		g_autofree char *got_text = json_of(got), *spec_text = json_of(spec), *before = json_of(parse_json(context, cases[i].spec));
		if (!zn_same(got, want))
			g_test_message("got %s", got_text);
		g_assert_true(zn_same(got, want));
		g_assert_false(zn_diags_failed(context->diags));
		g_assert_cmpstr(spec_text, ==, before); /* the input stays as it was */
	}
}

static void test_again_is_the_same(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		if (strstr(cases[i].spec, "\"repeat\"") ||
		    strstr(cases[i].spec, "\"config\"")) /* names get longer; the config asks for overlays again */
			continue;
		g_test_message("%s", cases[i].name);
		ZnValue once = normalize(context, parse_json(context, cases[i].spec));
		g_assert_true(zn_same(once, normalize(context, once)));
	}
}

/* Views say where they come from, through facets, repeats, overlays and composite marks. */
static void test_pointers(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue spec = parse_quoted(
	    context, "{'vconcat':[{'mark':{'type':'line','point':true},'encoding':{'row':{'field':'r'},'x':{'field':'a'}}},"
	             "{'repeat':['a','b'],'spec':{'mark':'boxplot','encoding':{'x':{'field':{'repeat':'repeat'},'type':'quantitative'}}}}]}");
	ZnValue list = zn_get(normalize(context, spec), "vconcat");
	ZnValue facet = zn_at(list, 0), points = zn_at(zn_get2(facet, "spec", "layer"), 1);
	g_assert_false(zn_has(facet, ZN_POINTER_KEY));
	g_assert_cmpstr(zn_get_str(zn_get(facet, "spec"), ZN_POINTER_KEY, NULL), ==, "/vconcat/0");
	g_assert_cmpstr(zn_get_str(points, ZN_POINTER_KEY, NULL), ==, "/vconcat/0");
	ZnValue boxplot = zn_at(zn_get(zn_at(list, 1), "concat"), 1), boxes = zn_at(zn_get(boxplot, "layer"), 1);
	g_assert_cmpstr(zn_get_str(boxplot, ZN_POINTER_KEY, NULL), ==, "/vconcat/1/spec");
	g_assert_cmpstr(zn_get_str(zn_at(zn_get(boxes, "layer"), 0), ZN_POINTER_KEY, NULL), ==, "/vconcat/1/spec");
}

/* Variable parameters stay at the top, before selections, together with those of the config. */
static void test_variables(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue spec =
	    parse_quoted(context, "{'params':[{'name':'brush','select':'interval'},{'name':'k','value':3}],'mark':'bar',"
	                          "'encoding':{'row':{'field':'r'}},'config':{'params':[{'name':'c','value':1},{'name':'k','value':9}]}}");
	ZnValue result = normalize(context, spec), params = zn_get(result, "params");
	g_assert_cmpuint(zn_len(params), ==, 2);
	g_assert_cmpstr(zn_get_str(zn_at(params, 0), "name", ""), ==, "k");
	g_assert_cmpfloat(zn_get_num(zn_at(params, 0), "value", 0), ==, 3);
	g_assert_cmpstr(zn_get_str(zn_at(params, 1), "name", ""), ==, "c");
	ZnValue selections = zn_get2(result, "spec", "params");
	g_assert_cmpuint(zn_len(selections), ==, 1);
	g_assert_cmpstr(zn_get_str(zn_at(selections, 0), "name", ""), ==, "brush");
}

/* References in what layers share are replaced too, and those in lists are dropped when they lead nowhere. */
static void test_repeat_references(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue spec =
	    parse_quoted(context, "{'repeat':['a'],'spec':{'encoding':{'x':{'field':{'repeat':'repeat'}}},'layer':[{'mark':'bar'}]}}");
	ZnValue unit = zn_at(zn_get(zn_at(zn_get(normalize(context, spec), "concat"), 0), "layer"), 0);
	g_assert_cmpstr(zn_get_str(zn_get2(unit, "encoding", "x"), "field", ""), ==, "a");
	g_assert_false(zn_diags_failed(context->diags));
	spec = parse_quoted(context, "{'mark':'bar','encoding':{'detail':[{'field':{'repeat':'row'}},{'field':'b'}]}}");
	g_assert_cmpuint(zn_len(zn_get2(normalize(context, spec), "encoding", "detail")), ==, 1);
	g_assert_true(zn_diags_failed(context->diags));
}

/* Lists of channels keep all their definitions when transforms are taken out of one of them. */
static void test_extract_from_lists(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue spec = parse_quoted(context, "{'mark':'errorband','encoding':{'y':{'field':'v','type':'quantitative'},'detail':[{'field':'a'},"
	                                     "{'field':'b','bin':true}]}}");
	ZnValue result = normalize(context, spec), detail = zn_get2(zn_at(zn_get(result, "layer"), 0), "encoding", "detail");
	g_assert_cmpstr(zn_get_str(zn_at(detail, 0), "field", ""), ==, "a");
	g_assert_cmpstr(zn_get_str(zn_at(detail, 1), "field", ""), ==, "bin_maxbins_10_b");
	ZnValue groupby = zn_get(zn_at(zn_get(result, "transform"), 1), "groupby");
	g_assert_cmpuint(zn_len(groupby), ==, 3);
	g_assert_true(zn_is_string(zn_at(groupby, 2), "bin_maxbins_10_b_end"));
}

static void test_bad_input(void)
{
	static const struct {
		const char *spec, *pointer, *message;
	} bad[] = {
	    {"{'encoding':{}}", "", "this is not a view: it has no “mark”"},
	    {"{'layer':[{'hconcat':[]}]}", "/layer/0", "this is not a view: it has no “mark”"},
	    {"{'hconcat':{'mark':'bar'}}", "", "“hconcat” is a list of views"},
	    {"{'hconcat':[3]}", "/hconcat/0", "a view is a JSON object"},
	    {"{'facet':{'row':{'field':'a'}}}", "/spec", "a view is a JSON object"},
	    {"{'repeat':'a','spec':{'mark':'bar'}}", "", "“repeat” is a list of fields or lists of them by row, column or layer"},
	    {"{'mark':'bar','encoding':{'x':{'field':{'repeat':'row'}}}}", "", "{\"repeat\": \"row\"} is not inside a repeat of “row”"},
	    {"{'repeat':['a'],'spec':{'mark':'bar','encoding':{'x':{'field':{'repeat':'row'}}}}}", "/spec",
	     "{\"repeat\": \"row\"} is not inside a repeat of “row”"},
	    {"{'vconcat':[{'mark':'boxplot','encoding':{'x':{'field':'a','type':'nominal'}}}]}", "/vconcat/0/encoding",
	     "the mark “boxplot” needs a continuous axis"},
	    {"{'mark':'boxplot','encoding':{'y':{'datum':3}}}", "/encoding", "the mark “boxplot” needs a field on its y axis"},
	    {"{'mark':'errorbar','encoding':{'y':{'field':'a','type':'quantitative'},'y2':{'field':'b'},'yError':{'field':'c'}}}", "/encoding",
	     "the mark “errorbar” takes either two ends (x2, y2) or an error (xError, yError)"},
	    {"{'mark':'errorbar','encoding':{'y':{'field':'a','type':'quantitative'},'yError2':{'field':'c'}}}", "/encoding",
	     "the mark “errorbar” with yError2 needs yError too"},
	    {"{'mark':'errorband','encoding':{'y':{'field':'a','type':'nominal'},'y2':{'field':'c'}}}", "/encoding",
	     "both y and y2 of the mark “errorband” have to be quantitative"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		normalize(context, parse_quoted(context, bad[i].spec));
		g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), >=, 1);
		g_assert_cmpstr(zn_diags_at(context->diags, 0)->message, ==, bad[i].message);
		g_assert_cmpstr(zn_diags_at(context->diags, 0)->place.pointer, ==, bad[i].pointer);
	}
}

/* Ten repeats of ten by ten views would be 10^20 of them. */
static void test_repeats_multiply(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue spec = parse_quoted(context, "{'mark':'bar'}"),
	        fields = parse_quoted(context, "{'row':[0,1,2,3,4,5,6,7,8,9],'column':[0,1,2,3,4,5,6,7,8,9]}");
	for (int i = 0; i < 10; i++) {
		ZnObject *outer = zn_object_new(context->arena);
		zn_object_set(context->arena, outer, "repeat", fields);
		zn_object_set(context->arena, outer, "spec", spec);
		spec = zn_obj(outer);
	}
	normalize(context, spec);
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 1);
	g_assert_cmpstr(zn_diags_at(context->diags, 0)->message, ==, "more than 20000 views");
}

static void test_warnings(void)
{
	static const struct {
		const char *spec, *message;
	} odd[] = {
	    {"{'mark':'line','encoding':{'x':{'field':'a'},'x2':{'field':'b'}}}", "a line with a second position is drawn as rules"},
	    {"{'facet':{'row':{'field':'a'}},'columns':2,'spec':{'mark':'bar'}}", "“columns” has no effect on a facet with rows or columns"},
	    {"{'mark':'bar','encoding':{'row':{'field':'a'},'facet':{'field':'b'}}}",
	     "the “facet” channel is dropped: there are “row” or “column” channels"},
	    {"{'hconcat':[{'mark':'bar'}],'autosize':'fit'}", "“fit” is for single and layered views only"},
	    {"{'mark':'boxplot','params':[{'name':'s','select':'point'}],'encoding':{'x':{'field':'a','type':'quantitative'}}}",
	     "selections of the mark “boxplot” are not supported"},
	    {"{'mark':{'type':'errorbar','center':'median','extent':'ci'},'encoding':{'x':{'field':'a','type':'quantitative'}}}",
	     "the center “median” does not go with the extent “ci”"},
	    {"{'mark':{'type':'errorband','interpolate':'basis'},'encoding':{'x':{'field':'a','type':'quantitative'}}}",
	     "“interpolate” has no effect on an errorband along one axis"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(odd); i++) {
		g_autoptr(ZnContext) context = zn_context_new();
		g_assert_false(zn_is_undefined(normalize(context, parse_quoted(context, odd[i].spec))));
		g_assert_cmpuint(zn_diags_len(context->diags), ==, 1);
		g_assert_cmpint(zn_diags_at(context->diags, 0)->severity, ==, ZN_WARNING);
		g_assert_cmpstr(zn_diags_at(context->diags, 0)->message, ==, odd[i].message);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/normalize/as-vega-lite", test_as_vega_lite);
	g_test_add_func("/normalize/again-is-the-same", test_again_is_the_same);
	g_test_add_func("/normalize/pointers", test_pointers);
	g_test_add_func("/normalize/variables", test_variables);
	g_test_add_func("/normalize/repeat-references", test_repeat_references);
	g_test_add_func("/normalize/extract-from-lists", test_extract_from_lists);
	g_test_add_func("/normalize/bad-input", test_bad_input);
	g_test_add_func("/normalize/repeats-multiply", test_repeats_multiply);
	g_test_add_func("/normalize/warnings", test_warnings);
	return g_test_run();
}
