/* Sentences that tell what a chart shows, and its data as CSV. */
#include "chart/data_csv.h"
#include "chart_fixture.h"

#define YEARS "'data':{'values':[{'year':2001,'v':1042.5},{'year':2003,'v':24393.1},{'year':2002,'v':2000}]},"
#define AXES "'encoding':{'x':{'field':'year','type':'ordinal','title':'Year'},'y':{'field':'v','type':'quantitative','title':'R&D expenditure'}}"

static void check(const char *lang, const char *spec, const char *sentence)
{
	Compiled c = compile_in(lang, spec, NULL);
	if (!shared_fonts) {
		g_test_skip("no fonts");
		zn_context_free(c.context);
		return;
	}
	g_assert_nonnull(c.scene);
	g_assert_cmpstr(c.scene->description, ==, sentence);
	zn_context_free(c.context);
}

static void test_course(void)
{
	check("en", "{" YEARS "'mark':'bar'," AXES "}",
	      "Bar chart. R&D expenditure by year: from 1,042.5 in 2001 to 24,393.1 in 2003, rising every year.");
	check("ru", "{" YEARS "'mark':'line'," AXES "}", "Линейный график. R&D expenditure (категории: Year): от 1042,5 в 2001 г. до 24\u202f393,1 в 2003 г., рост каждый год.");
	check("zh", "{" YEARS "'mark':'area'," AXES "}", "面积图。R&D expenditure（按Year）：从2001年的1,042.5到2003年的24,393.1，逐年上升。");
	check("en", "{" YEARS "'title':'Up it goes','mark':'bar'," AXES "}",
	      "Bar chart: Up it goes. R&D expenditure by year: from 1,042.5 in 2001 to 24,393.1 in 2003, rising every year.");
	/* an axis without a title is not named, what measures begins the sentence */
	check("ru", "{" YEARS "'title':'Рост','mark':'bar','encoding':{'x':{'field':'year','type':'ordinal','axis':{'title':null}},"
	      "'y':{'field':'v','type':'quantitative','title':'млрд юаней'}}}",
	      "Столбчатая диаграмма. Рост. Млрд юаней: от 1042,5 в 2001 г. до 24\u202f393,1 в 2003 г., рост каждый год.");
	check("en", "{'description':'In my own words'," YEARS "'mark':'bar'," AXES "}", "In my own words");
}

static void test_series(void)
{
	check("en",
	      "{'data':{'values':[{'d':'2001-03-01','c':'A','v':10.5},{'d':'2001-04-01','c':'A','v':20},{'d':'2001-05-01','c':'A','v':2.1},"
	      "{'d':'2001-03-01','c':'B','v':5},{'d':'2001-04-01','c':'B','v':5},{'d':'2001-05-01','c':'B','v':5}]},'mark':'line','encoding':"
	      "{'x':{'field':'d','type':'temporal','title':'Month'},'y':{'field':'v','type':'quantitative'},'color':{'field':'c'}}}",
	      "Line chart. v by month: 2 series: A from 10.5 in 2001-03 to 2.1 in 2001-05, highest 20 (2001-04); B from 5 in 2001-03 to 5 in "
	      "2001-05, always the same.");
}

static void test_names(void)
{
	check("en",
	      "{'data':{'values':[{'k':'Apples','v':10.5},{'k':'Pears','v':20},{'k':'Plums','v':2.1},{'k':'None','v':null}]},'mark':'bar',"
	      "'encoding':{'y':{'field':'k','type':'nominal'},'x':{'field':'v','type':'quantitative'}}}",
	      "Bar chart. v by k: highest 20 (Pears), lowest 2.1 (Plums), 3 values.");
	check("en", "{'data':{'values':[{'a':1,'b':2},{'a':3,'b':-4}]},'mark':'point','encoding':{'x':{'field':'a','type':'quantitative'},'y':{'field':'b','type':'quantitative'}}}",
	      "Scatter plot. 2 points, a from 1 to 3, b from −4 to 2.");
	check("en", "{'data':{'values':[{'v':1}]},'mark':'point','encoding':{'x':{'field':'v','type':'nominal'}}}", "Dot plot."); /* nothing is measured */
}

static void test_other_channels(void)
{
	check("en",
	      "{'data':{'values':[{'a':'x','b':'y','n':4},{'a':'x','b':'z','n':9}]},'mark':'rect','encoding':{'x':{'field':'a'},'y':{'field':'b'},"
	      "'color':{'field':'n','type':'quantitative'}}}",
	      "Heatmap. 2 values, n from 4 to 9.");
	check("ru", "{'data':{'values':[{'k':'да','v':3},{'k':'нет','v':1}]},'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'k'}}}",
	      "Круговая диаграмма. v (категории: k): максимум 3 (да), минимум 1 (нет), 2 значения.");
	check("en", "{'hconcat':[{" YEARS "'mark':'bar'," AXES "},{" YEARS "'mark':'line'," AXES "}]}",
	      "2 panels; the first one: Bar chart. R&D expenditure by year: from 1,042.5 in 2001 to 24,393.1 in 2003, rising every year.");
}

static void test_csv(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnTable *table = zn_table_new(arena, 2);
	ZnValue *a = zn_table_add(arena, table, "a, b"), *b = zn_table_add(arena, table, "d"), *c = zn_table_add(arena, table, "n");
	a[0] = zn_str("say \"hi\"");
	a[1] = zn_str("two\nlines");
	b[0] = zn_date(0);
	c[0] = zn_num(0.1);
	c[1] = zn_num(0.0 / 0.0);
	size_t len;
	const char *csv = zn_table_csv(arena, table, &len);
	g_assert_cmpstr(csv, ==, "\"a, b\",d,n\r\n\"say \"\"hi\"\"\",1970-01-01T00:00:00.000Z,0.1\r\n\"two\nlines\",,\r\n");
	g_assert_cmpuint(len, ==, strlen(csv));
}

static void test_attachment(void)
{
	ZnChartOptions options = {.attach_data = true};
	Compiled c = compile_in("en", "{" YEARS "'transform':[{'filter':'datum.year > 2001'}],'mark':'bar'," AXES "}", &options);
	if (shared_fonts) {
		g_assert_cmpuint(c.scene->n_attachments, ==, 1);
		g_assert_cmpstr(c.scene->attachments[0].name, ==, "test.csv");
		g_assert_cmpstr(c.scene->attachments[0].bytes, ==, "year,v\r\n2003,24393.1\r\n2002,2000\r\n");
	} else {
		g_test_skip("no fonts");
	}
	zn_context_free(c.context);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/alt-text/course", test_course);
	g_test_add_func("/alt-text/series", test_series);
	g_test_add_func("/alt-text/names", test_names);
	g_test_add_func("/alt-text/other-channels", test_other_channels);
	g_test_add_func("/data-csv/cells", test_csv);
	g_test_add_func("/data-csv/attachment", test_attachment);
	return g_test_run();
}
