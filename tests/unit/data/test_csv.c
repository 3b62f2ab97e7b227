#include "fixture.h"

static const struct {
	const char *name, *text;
	char delimiter;
	const char *rows;
} good[] = {
    {"plain", "a,b\n1,x\n2,y\n", ',', "{'a':'1','b':'x'}{'a':'2','b':'y'}"},
    {"no last line end", "a,b\n1,x", ',', "{'a':'1','b':'x'}"},
    {"crlf", "a,b\r\n1,x\r\n", ',', "{'a':'1','b':'x'}"},
    {"cr", "a,b\r1,x\r2,y", ',', "{'a':'1','b':'x'}{'a':'2','b':'y'}"},
    {"byte order mark",
     "\xef\xbb\xbf"
     "a,b\n1,x\n",
     ',', "{'a':'1','b':'x'}"},
    {"quotes", "a,\"b,c\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n", ',', "{'a':'say \\'hi\\'','b,c':'two\\nlines'}"},
    {"quote inside", "a,b\nx\"y,z\n", ',', "{'a':'x\\'y','b':'z'}"},
    {"empty cells", "a,b,c\n,,\n\"\",x,\n", ',', "{'a':'','b':'','c':''}{'a':'','b':'x','c':''}"},
    {"spaces stay", " a ,b\n 1 , 2\n", ',', "{' a ':' 1 ','b':' 2'}"},
    {"empty lines at the end", "a,b\n1,2\n\n\r\n\n", ',', "{'a':'1','b':'2'}"},
    {"one column has empty cells", "a\n1\n\n2\n", ',', "{'a':'1'}{'a':''}{'a':'2'}"},
    {"tabs", "a\tb\n1,5\tx\n", '\t', "{'a':'1,5','b':'x'}"},
    {"header only", "a,b\n", ',', ""},
    {"not ascii", "год,数\n2020,万\n", ',', "{'год':'2020','数':'万'}"},
};

static void check_good(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	const ZnTable *t = zn_csv_read(f.context, "f.csv", good[i].text, strlen(good[i].text), good[i].delimiter);
	g_assert_cmpstr(fixture_problems(&f), ==, "");
	g_assert_cmpstr(fixture_rows(&f, t), ==, good[i].rows);
	fixture_clear(&f);
}

#define TEXT(text) text, sizeof(text) - 1

static const struct {
	const char *name, *text;
	size_t len;
	const char *problems;
} bad[] = {
    {"empty", TEXT(""), "f.csv:0: the file is empty, a line with the columns' names was expected\n"},
    {"only a byte order mark", TEXT("\xef\xbb\xbf"), "f.csv:0: the file is empty, a line with the columns' names was expected\n"},
    {"short and long rows", TEXT("a,b\n1\n1,2\n1,2,3\n"),
     "f.csv:2: the row has 1 cell, the header has 2 (a cell that holds the delimiter must stand in double quotes)\n"
     "f.csv:4: the row has 3 cells, the header has 2 (a cell that holds the delimiter must stand in double quotes)\n"},
    {"empty line", TEXT("a,b\n1,2\n\n3,4\n"),
     "f.csv:3: the row has 0 cells, the header has 2 (a cell that holds the delimiter must stand in double quotes)\n"},
    {"line of a row behind a cell of two lines", TEXT("a,b\n\"x\ny\",2\n3\n"),
     "f.csv:4: the row has 1 cell, the header has 2 (a cell that holds the delimiter must stand in double quotes)\n"},
    {"column twice", TEXT("a,b,a\n1,2,3\n"), "f.csv:1: the header has the column “a” twice (every column needs a name of its own)\n"},
    {"open quote", TEXT("a,b\n1,\"x\n2,y\n"),
     "f.csv:2: the quote opened here is never closed (a quote inside a quoted cell is written twice)\n"},
    {"text behind a quote", TEXT("a,b\n\"x\"y,2\n"),
     "f.csv:2: text follows the closing quote of a cell (a quote inside a quoted cell is written twice)\n"},
    {"NUL", TEXT("a,b\n1,\0\n"), "f.csv:2: a NUL character stands in the text (is it really a text file?)\n"},
    {"not UTF-8", TEXT("a,b\n1,2\n\xd0,3\n"), "f.csv:3: byte 0xd0 is no valid UTF-8 here (save it as UTF-8)\n"},
    {"UTF-16",
     TEXT("\xff\xfe"
          "a\0,\0"),
     "f.csv:1: the file is in UTF-16, UTF-8 was expected (save it as UTF-8)\n"},
};

static void check_bad(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	Fixture f;
	fixture_init(&f);
	g_assert_null(zn_csv_read(f.context, "f.csv", bad[i].text, bad[i].len, ','));
	g_assert_cmpstr(fixture_problems(&f), ==, bad[i].problems);
	fixture_clear(&f);
}

static void check_many_ragged(void)
{
	Fixture f;
	fixture_init(&f);
	g_autoptr(GString) text = g_string_new("a,b\n");
	for (int i = 0; i < 1000; i++)
		g_string_append(text, "1\n");
	g_assert_null(zn_csv_read(f.context, "f.csv", text->str, text->len, ','));
	g_assert_cmpuint(zn_diags_len(f.context->diags), ==, 11);
	g_assert_cmpstr(zn_diags_at(f.context->diags, 10)->message, ==, "990 more rows have too few or too many cells");
	fixture_clear(&f);
}

static void check_lines(void)
{
	Fixture f;
	fixture_init(&f);
	const char *text = "a,b\r\n1,\"x\r\ny\"\r\n2,z\n";
	const ZnTable *t = zn_csv_read(f.context, "f.csv", text, strlen(text), ',');
	g_assert_cmpint(t->lines[0], ==, 2);
	g_assert_cmpint(t->lines[1], ==, 4);
	const ZnTable *named = zn_csv_read_named(f.context, "f.csv", "1,2\n", 4, ',', fixture_json(&f, "['p','q']"));
	g_assert_cmpstr(fixture_rows(&f, named), ==, "{'p':'1','q':'2'}");
	g_assert_cmpint(named->lines[0], ==, 1);
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autofree char *path = g_strdup_printf("/csv/good/%s", good[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_good);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *path = g_strdup_printf("/csv/bad/%s", bad[i].name);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), check_bad);
	}
	g_test_add_func("/csv/many ragged rows", check_many_ragged);
	g_test_add_func("/csv/lines", check_lines);
	return g_test_run();
}
