/* Specifications -> scenes: sizes, positions, stacks, facets, defaults. Numbers are Vega's. */
#include "chart_fixture.h"

#include <math.h>

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon((a), (b), 0.01)
#define VALUES "'data':{'values':[{'a':'A','b':28,'c':'x'},{'a':'B','b':55,'c':'x'},{'a':'B','b':10,'c':'y'}]},"

static void test_bar_positions(void)
{
	Compiled c = compile("{" VALUES "'mark':'bar','encoding':{'x':{'field':'a'},'y':{'field':'b','type':'quantitative','stack':null}}}");
	const ZnItem *bar = find_item(&c, ZN_ITEM_RECT, ZN_ROLE_MARK, 0), *frame = find_item(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 0);
	g_assert_nonnull(bar);
	NEAR(frame->width, 40); /* two steps of 20 */
	NEAR(frame->height, 300);
	NEAR(bar->width, 18); /* a band less its padding */
	NEAR(bar->x - frame->x, 1);
	NEAR(bar->height, 300.0 * 28 / 55); /* the domain is nice: 0 to 55 */
	NEAR(bar->y + bar->height, frame->y + 300);
	zn_context_free(c.context);
}

static void test_stack(void)
{
	Compiled c = compile("{" VALUES "'mark':'bar','encoding':{'x':{'field':'a'},'y':{'field':'b','type':'quantitative'},'color':{'field':'c'}}}");
	const ZnItem *lower = NULL, *upper = NULL;
	for (size_t i = 0; i < 3; i++) {
		const ZnItem *bar = find_item(&c, ZN_ITEM_RECT, ZN_ROLE_MARK, i);
		if (fabs(bar->height - 300.0 * 55 / 65) < 0.1)
			upper = bar;
		else if (fabs(bar->height - 300.0 * 10 / 65) < 0.1)
			lower = bar;
	}
	g_assert_true(upper && lower);
	NEAR(upper->y + upper->height, lower->y); /* "x" above "y": stacked by descending colour value */
	g_assert_cmpuint(count_items(&c, ZN_ITEM_SYMBOL, ZN_ROLE_LEGEND_SYMBOL), ==, 2);
	zn_context_free(c.context);
}

static void test_aggregate_and_titles(void)
{
	Compiled c = compile("{" VALUES "'mark':'bar','encoding':{'y':{'field':'a'},'x':{'aggregate':'mean','field':'b'}}}");
	g_assert_cmpuint(count_items(&c, ZN_ITEM_RECT, ZN_ROLE_MARK), ==, 2);
	g_assert_true(has_text(&c, "Mean of b"));
	Compiled n = compile("{" VALUES "'mark':'bar','encoding':{'x':{'aggregate':'count'}}}");
	g_assert_true(has_text(&n, "Count of Records"));
	zn_context_free(c.context);
	zn_context_free(n.context);
}

static void test_line_series_are_sorted(void)
{
	Compiled c = compile("{'data':{'values':[{'x':3,'y':1,'s':'p'},{'x':1,'y':2,'s':'p'},{'x':2,'y':3,'s':'q'},{'x':0,'y':3,'s':'q'}]},"
						 "'mark':'line','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y','type':'quantitative'},'color':{'field':'s'}}}");
	g_assert_cmpuint(count_items(&c, ZN_ITEM_LINE, ZN_ROLE_MARK), ==, 2);
	for (size_t i = 0; i < 2; i++) {
		const ZnItem *line = find_item(&c, ZN_ITEM_LINE, ZN_ROLE_MARK, i);
		g_assert_cmpuint(line->line.n, ==, 2);
		g_assert_cmpfloat(line->line.points[0].x, <, line->line.points[1].x);
	}
	zn_context_free(c.context);
}

static void test_invalid_values(void)
{
	const char *points = "{'data':{'values':[{'x':1,'y':2},{'x':2,'y':null},{'x':3,'y':4}]},'mark':'%s','encoding':{'x':{'field':'x','type':'quantitative'},"
						 "'y':{'field':'y','type':'quantitative'}}}";
	g_autofree char *filtered = g_strdup_printf(points, "point"), *broken = g_strdup_printf(points, "line");
	Compiled p = compile(filtered), l = compile(broken);
	g_assert_cmpuint(count_items(&p, ZN_ITEM_SYMBOL, ZN_ROLE_MARK), ==, 2);
	const ZnItem *line = find_item(&l, ZN_ITEM_LINE, ZN_ROLE_MARK, 0);
	g_assert_cmpuint(line->line.n, ==, 3);
	g_assert_true(line->line.points[1].gap);
	zn_context_free(p.context);
	zn_context_free(l.context);
}

static void test_facet(void)
{
	Compiled c = compile("{" VALUES "'mark':'point','encoding':{'column':{'field':'c'},'x':{'field':'b','type':'quantitative'}}}");
	g_assert_cmpuint(count_items(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME), ==, 2);
	const ZnItem *first = find_item(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 0), *second = find_item(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 1);
	NEAR(first->y, second->y);
	g_assert_cmpfloat(second->x - first->x, >, 300); /* beside each other, apart */
	g_assert_true(has_text(&c, "x") && has_text(&c, "y"));
	zn_context_free(c.context);
}

static void test_layer_shares_scales(void)
{
	Compiled c = compile("{'data':{'values':[{'a':1,'b':5},{'a':2,'b':50}]},'layer':["
						 "{'mark':'line','encoding':{'x':{'field':'a','type':'quantitative'},'y':{'field':'b','type':'quantitative'}}},{'mark':'rule','encoding':{'y':{'datum':100}}}]}");
	const ZnItem *rule = find_item(&c, ZN_ITEM_RULE, ZN_ROLE_MARK, 0), *frame = find_item(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 0);
	NEAR(rule->y, frame->y); /* 100 is the top of the shared domain */
	NEAR(fabs(rule->x2 - rule->x), 300);
	zn_context_free(c.context);
}

static void test_concat(void)
{
	Compiled c = compile("{" VALUES "'hconcat':[{'mark':'bar','encoding':{'x':{'field':'a'}}},{'mark':'bar','encoding':{'x':{'field':'c'}}}]}");
	g_assert_cmpuint(count_items(&c, ZN_ITEM_GROUP, ZN_ROLE_FRAME), ==, 2);
	zn_context_free(c.context);
}

static void test_languages(void)
{
	const char *spec = "{'data':{'values':[{'v':0},{'v':24393.5}]},'mark':'text','encoding':{'y':{'field':'v','type':'quantitative'},'text':{'field':'v','format':',.1f'}}}";
	Compiled en = compile(spec), ru = compile_in("ru", spec, NULL);
	g_assert_true(has_text(&en, "24,393.5"));
	g_assert_true(has_text(&ru, "24\u202f393,5"));
	zn_context_free(en.context);
	zn_context_free(ru.context);
}

static void test_fit(void)
{
	ZnChartOptions options = {.width = 640, .height = 360};
	Compiled c = compile_in("en", "{" VALUES "'title':'T','mark':'bar','encoding':{'x':{'field':'a'},'y':{'field':'b','type':'quantitative'}}}", &options);
	g_assert_nonnull(c.scene);
	NEAR(c.scene->width, 640);
	NEAR(c.scene->height, 360);
	zn_context_free(c.context);
}

/* Views that stand together fill the width that a theme asks for, and on a page its height. */
static void test_fit_views_together(void)
{
	static const char views[] = VALUES "'facet':{'column':{'field':'a'}},'spec':{'mark':'bar','encoding':{'x':{'field':'a'},'y':{'field':'b','type':'quantitative'}}}}";
	g_autofree char *wide = g_strconcat("{'config':{'usermeta':{'zhinu':{'width':900,'height':300}}},", views, NULL);
	g_autofree char *page = g_strconcat("{'config':{'usermeta':{'zhinu':{'width':900,'height':300,'page':true}}},", views, NULL);
	g_autofree char *bare = g_strconcat("{", views, NULL);
	Compiled own = compile(bare), a = compile(wide), b = compile(page);
	NEAR(a.scene->width, 900);
	NEAR(a.scene->height, own.scene->height);
	NEAR(b.scene->width, 900);
	NEAR(b.scene->height, 300);
	const ZnItem *narrow = find_item(&own, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 0), *broad = find_item(&a, ZN_ITEM_GROUP, ZN_ROLE_FRAME, 0);
	g_assert_cmpfloat(broad->width, >, narrow->width * 2);
	zn_context_free(own.context);
	zn_context_free(a.context);
	zn_context_free(b.context);
}

/* Radii in px are meant for the plot's own size. */
static void test_fit_zooms_radii(void)
{
	Compiled c = compile("{'config':{'usermeta':{'zhinu':{'width':600,'height':600}},'view':{'stroke':null},'padding':0},'width':200,'height':200," VALUES
	                     "'mark':{'type':'arc','innerRadius':20,'outerRadius':80},'encoding':{'theta':{'field':'b','type':'quantitative'}}}");
	const ZnItem *arc = find_item(&c, ZN_ITEM_ARC, ZN_ROLE_MARK, 0);
	NEAR(arc->arc.inner, 60);
	NEAR(arc->arc.outer, 240);
	zn_context_free(c.context);
}

/* A legend that is higher than the picture makes it higher; a page keeps its shape and is drawn smaller. */
static void test_fit_long_legend(void)
{
	static const char view[] = "'data':{'sequence':{'start':0,'stop':30,'as':'n'}},'mark':'point','encoding':{'x':{'field':'n'},'color':{'field':'n','type':'nominal'}}}";
	g_autofree char *wide = g_strconcat("{'config':{'usermeta':{'zhinu':{'width':400,'height':100}}},", view, NULL);
	g_autofree char *page = g_strconcat("{'config':{'usermeta':{'zhinu':{'width':400,'height':100,'page':true,'scale':2}}},", view, NULL);
	Compiled a = compile(wide), b = compile(page);
	NEAR(a.scene->width, 400);
	g_assert_cmpfloat(a.scene->height, >, 300);
	NEAR(b.scene->width / b.scene->height, 4);
	NEAR(b.scene->height * b.scene->scale, 200);
	zn_context_free(a.context);
	zn_context_free(b.context);
}

static void test_foot_and_metadata(void)
{
	Compiled c = compile("{'title':'Finding','description':'Alt text','usermeta':{'zhinu':{'source':'Rosstat','note':'Preliminary'}}," VALUES
						 "'mark':'bar','encoding':{'x':{'field':'a'}}}");
	g_assert_cmpstr(c.scene->title, ==, "Finding");
	g_assert_cmpstr(c.scene->description, ==, "Alt text");
	g_assert_cmpstr(c.scene->source, ==, "Rosstat");
	g_assert_true(has_text(&c, "Source: Rosstat") && has_text(&c, "Note: Preliminary"));
	zn_context_free(c.context);
}

#define LABELS(how) "{'usermeta':{'zhinu':{'labels':{'ends':'" how "'}}},'data':{'values':[{'y':10,'t':'one'},{'y':10.2,'t':'two'},{'y':90,'t':'three'}]}," \
	"'layer':[{'name':'ends','mark':{'type':'text','align':'left'},'encoding':{'x':{'value':20},'y':{'field':'y','type':'quantitative'},'text':{'field':'t'}}}]}"

static void test_labels_move_apart(void)
{
	Compiled c = compile(LABELS("move"));
	const ZnItem *a = find_item(&c, ZN_ITEM_TEXT, ZN_ROLE_MARK, 0), *b = find_item(&c, ZN_ITEM_TEXT, ZN_ROLE_MARK, 1);
	g_assert_cmpfloat(fabs(a->y - b->y), >=, 11); /* a line of 11 px */
	zn_context_free(c.context);
}

static void test_labels_dropped(void)
{
	Compiled c = compile(LABELS("drop"));
	g_assert_true(has_text(&c, "one") && has_text(&c, "three"));
	g_assert_false(has_text(&c, "two"));
	/* the last label stays, though the one before it is greater and comes first */
	Compiled ranked = compile("{'width':60,'usermeta':{'zhinu':{'labels':{'ends':'drop'}}},'data':{'values':[{'x':0,'y':5},{'x':40,'y':1},{'x':94,'y':9},{'x':100,'y':8}]},"
	                          "'layer':[{'name':'ends','mark':'text','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y','type':'quantitative'},"
	                          "'text':{'field':'y','format':'.3f'}}}],'height':20}");
	g_assert_true(has_text(&ranked, "8.000") && has_text(&ranked, "5.000"));
	g_assert_false(has_text(&ranked, "9.000"));
	zn_context_free(ranked.context);
	/* labels of four tabular digits, 11 px: 25 px apart all have room when narrow, 15 px apart they have not and stay as they were */
	for (int apart = 15; apart <= 25; apart += 10) {
		g_autofree char *spec = g_strdup_printf(
		    "{'width':%d,'usermeta':{'zhinu':{'labels':{'all':'drop'}}},'data':{'values':[{'x':0,'y':1001},{'x':1,'y':1002},{'x':2,'y':1003}]},'layer':[{'name':'all',"
		    "'mark':'text','encoding':{'x':{'field':'x','type':'quantitative'},'text':{'field':'y'}}}],'height':20}",
		    2 * apart);
		Compiled narrow = compile(spec);
		g_assert_true(has_text(&narrow, "1001") && has_text(&narrow, "1003"));
		g_assert_cmpint(has_text(&narrow, "1002"), ==, apart == 25);
		g_assert_cmpstr(find_item(&narrow, ZN_ITEM_TEXT, ZN_ROLE_MARK, 0)->text->font.family, ==, apart == 25 ? "condensed" : "sans-serif");
		zn_context_free(narrow.context);
	}
	Compiled wrong = compile(LABELS("shove"));
	g_assert_null(wrong.scene);
	g_assert_true(said(&wrong, "“shove” is not a way to lay out labels"));
	zn_context_free(c.context);
	zn_context_free(wrong.context);
}

/* A theme may have the grid stop short of labels and the unit start where the axis does. */
static void test_label_clearance(void)
{
	Compiled c = compile("{'config':{'background':'white','usermeta':{'zhinu':{'labelClearance':3,'axisTitleFlush':true}},'axisY':{'titleX':0,'titleAngle':0,'titleAlign':'left'}},"
	                     "'data':{'values':[{'y':1000000}]},'mark':{'type':'text','text':'here'},'encoding':{'x':{'value':20},'y':{'field':'y','type':'quantitative'}}}");
	size_t gap = c.scene->n_items, text = 0, grid = 0;
	double title = 0, label = 1e9;
	for (size_t i = 0; i < c.scene->n_items; i++) {
		const ZnItem *item = &c.scene->items[i];
		if (item->type == ZN_ITEM_RECT && item->role == ZN_ROLE_FRAME)
			gap = i;
		else if (item->type == ZN_ITEM_TEXT && item->role == ZN_ROLE_MARK)
			text = i;
		else if (item->role == ZN_ROLE_AXIS_GRID)
			grid = i;
		else if (item->role == ZN_ROLE_AXIS_TITLE)
			title = item->x;
		else if (item->role == ZN_ROLE_AXIS_LABEL)
			label = fmin(label, item->x);
	}
	g_assert_true(grid < gap && gap < text);
	const ZnItem *piece = &c.scene->items[gap], *word = &c.scene->items[text];
	g_assert_cmpfloat(piece->x, <, word->x);
	g_assert_cmpfloat(piece->x + piece->width, >, word->x);
	g_assert_cmpfloat(title, <, label - 20); /* labels are flush right, seven digits wide */
	zn_context_free(c.context);
}

static void test_problems(void)
{
	static const struct { const char *spec, *words; } cases[] = {
		{"{'mark':'bra','data':{'values':[]},'encoding':{}}", "/mark"},
		{"{'data':{'values':[]}}", "mark"},
		{"{'mark':'bar','data':{'url':'http://example.org/x.csv'},'encoding':{'x':{'field':'a'}}}", "http"},
		{"{'mark':'bar','data':{'url':'missing.csv'},'encoding':{'x':{'field':'a'}}}", "missing.csv"},
		{"{'mark':'bar','width':1e9,'data':{'values':[{'a':1}]},'encoding':{'x':{'field':'a'}}}", "/width"},
		{"{'mark':'bar','data':{'values':[{'a':1}]},'transform':[{'calculate':'1 +','as':'x'}],'encoding':{'x':{'field':'a'}}}", "/transform/0"},
		{"{'mark':'point','data':{'values':[{'a':1}]},'encoding':{'x':{'field':'a','scale':{'type':'lgo'}}}}", "lgo"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		Compiled c = compile(cases[i].spec);
		g_assert_null(c.scene);
		if (!said(&c, cases[i].words))
			g_error("“%s” was not said of %s", cases[i].words, cases[i].spec);
		zn_context_free(c.context);
	}
}

int main(int argc, char **argv)
{
	static const struct { const char *name; void (*test)(void); } tests[] = {
		{"bar-positions", test_bar_positions}, {"stack", test_stack}, {"aggregate-and-titles", test_aggregate_and_titles},
		{"line-series", test_line_series_are_sorted}, {"invalid-values", test_invalid_values}, {"facet", test_facet},
		{"layer-shares-scales", test_layer_shares_scales}, {"concat", test_concat}, {"languages", test_languages}, {"fit", test_fit},
		{"fit-views-together", test_fit_views_together}, {"fit-zooms-radii", test_fit_zooms_radii}, {"fit-long-legend", test_fit_long_legend},
		{"foot-and-metadata", test_foot_and_metadata}, {"labels-move", test_labels_move_apart}, {"labels-drop", test_labels_dropped}, {"label-clearance", test_label_clearance},
		{"problems", test_problems}};
	g_test_init(&argc, &argv, NULL);
	Compiled probe = compile("{'mark':'point','data':{'values':[]},'encoding':{}}");
	bool fonts = shared_fonts != NULL;
	zn_context_free(probe.context);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
		g_autofree char *path = g_strdup_printf("/chart/%s", tests[i].name);
		if (fonts)
			g_test_add_func(path, tests[i].test);
	}
	if (!fonts)
		g_test_message("no fonts configuration: the chart tests are skipped");
	int status = g_test_run();
	zn_fonts_free(shared_fonts);
	return status;
}
