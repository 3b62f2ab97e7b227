#include "format/catalog.h"

#include <glib.h>
#include <string.h>

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

/* The library leaks what it has read of a file with errors; that is not ours to free. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo\n";
}

typedef struct Fixture {
	ZnArena *arena;
	ZnDiags *diags;
} Fixture;

static void set_up(Fixture *f, const void *data)
{
	f->arena = zn_arena_new();
	f->diags = zn_diags_new();
}

static void tear_down(Fixture *f, const void *data)
{
	zn_diags_free(f->diags);
	zn_arena_free(f->arena);
}

static ZnCatalog *parse(Fixture *f, const char *text)
{
	return zn_catalog_parse(f->arena, f->diags, "po/zh.po", text, strlen(text));
}

static void test_lookup(Fixture *f, const void *data)
{
	ZnCatalog *catalog = parse(f, HEADER "#: chart.vl.json\nmsgid \"Year\"\nmsgstr \"年份\"\n\n"
	                                     "msgctxt \"axis title\"\nmsgid \"Year\"\nmsgstr \"年\"\n\n"
	                                     "#, fuzzy\n#| msgid \"Month\"\nmsgid \"Months\"\nmsgstr \"月\"\n\n"
	                                     "msgid \"Day\"\nmsgstr \"\"\n\n"
	                                     "msgid \"two \"\n\"lines\\n\"\nmsgstr \"两\"\n\"行\\n\"\n\n"
	                                     "#~ msgid \"Old\"\n#~ msgstr \"旧\"\n");
	g_assert_nonnull(catalog);
	g_assert_cmpuint(zn_diags_len(f->diags), ==, 0);
	g_assert_cmpstr(zn_catalog_text(catalog, "Year"), ==, "年份");
	g_assert_cmpstr(zn_catalog_lookup(catalog, "axis title", "Year"), ==, "年");
	g_assert_cmpstr(zn_catalog_lookup(catalog, "legend title", "Year"), ==, "年份");
	g_assert_cmpstr(zn_catalog_lookup(catalog, NULL, "two lines\n"), ==, "两行\n");
	g_assert_null(zn_catalog_lookup(catalog, NULL, "Months"));
	g_assert_null(zn_catalog_lookup(catalog, NULL, "Day"));
	g_assert_null(zn_catalog_lookup(catalog, NULL, "Old"));
	g_assert_null(zn_catalog_lookup(catalog, NULL, ""));
	g_assert_null(zn_catalog_lookup(catalog, NULL, NULL));
	g_assert_cmpstr(zn_catalog_text(catalog, "Unknown"), ==, "Unknown");
}

static void test_entries(Fixture *f, const void *data)
{
	ZnCatalog *catalog = parse(f, HEADER "msgid \"a\"\nmsgstr \"A\"\n\n#~ msgid \"old\"\n#~ msgstr \"OLD\"\n\n#, fuzzy\n#| msgid "
	                                     "\"bb\"\nmsgctxt \"c\"\nmsgid \"b\"\nmsgstr \"B\"\n");
	g_assert_cmpuint(zn_catalog_len(catalog), ==, 2);
	const ZnCatalogEntry *first = zn_catalog_at(catalog, 0), *second = zn_catalog_at(catalog, 1);
	g_assert_cmpstr(first->msgid, ==, "a");
	g_assert_null(first->context);
	g_assert_cmpint(first->line, ==, 5);
	g_assert_false(first->fuzzy);
	g_assert_cmpstr(second->context, ==, "c");
	g_assert_cmpint(second->line, ==, 14);
	g_assert_true(second->fuzzy);
	g_assert_null(zn_catalog_at(catalog, 2));
}

static void test_no_catalog(Fixture *f, const void *data)
{
	g_assert_cmpuint(zn_catalog_len(NULL), ==, 0);
	g_assert_null(zn_catalog_at(NULL, 0));
	g_assert_null(zn_catalog_lookup(NULL, "c", "x"));
	g_assert_cmpstr(zn_catalog_text(NULL, "x"), ==, "x");
}

static void test_empty(Fixture *f, const void *data)
{
	ZnCatalog *catalog = parse(f, "");
	g_assert_nonnull(catalog);
	g_assert_cmpuint(zn_catalog_len(catalog), ==, 0);
}

static void test_problems(Fixture *f, const void *data)
{
	g_assert_null(parse(f, HEADER "msgid \"a\"\nmsgstr \"A\"\n\nmsgid \"b\nmsgstr \"B\"\n"));
	g_assert_true(zn_diags_failed(f->diags));
	const ZnDiag *diag = zn_diags_at(f->diags, 0);
	g_assert_cmpstr(diag->place.file, ==, "po/zh.po");
	g_assert_cmpint(diag->place.line, ==, 9); /* where the text ends that the missing quotation mark opened */
	zn_diags_clear(f->diags);

	g_assert_null(parse(f, HEADER "msgid \"a\"\nmsgstr \"A\"\n\nmsgid \"a\"\nmsgstr \"B\"\n"));
	g_assert_true(zn_diags_failed(f->diags));
	zn_diags_clear(f->diags);

	g_assert_null(zn_catalog_parse(f->arena, f->diags, "po/zh.po", "msgid \"\xff\"", 9));
	g_assert_true(zn_diags_failed(f->diags));
	zn_diags_clear(f->diags);

	g_assert_null(zn_catalog_parse(f->arena, f->diags, "po/zh.po", "msgid \0", 7));
	g_assert_true(zn_diags_failed(f->diags));
}

/* More problems than the library bears with: it gives up, the program does not, and the next catalogue is read as if nothing was. */
static void test_hopeless(Fixture *f, const void *data)
{
	g_autoptr(GString) text = g_string_new(HEADER);
	for (int i = 0; i < 500; i++)
		g_string_append(text, "nonsense \"\\q\" here\nmsgid msgid\n");
	g_assert_null(parse(f, text->str));
	g_assert_true(zn_diags_failed(f->diags));
	zn_diags_clear(f->diags);
	ZnCatalog *catalog = parse(f, HEADER "msgid \"a\"\nmsgstr \"A\"\n");
	g_assert_cmpstr(zn_catalog_text(catalog, "a"), ==, "A");
	g_assert_cmpuint(zn_diags_len(f->diags), ==, 0);
}

#define ADD(path, function) g_test_add("/format/catalog/" path, Fixture, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("lookup", test_lookup);
	ADD("entries", test_entries);
	ADD("no-catalog", test_no_catalog);
	ADD("empty", test_empty);
	ADD("problems", test_problems);
	ADD("hopeless", test_hopeless);
	return g_test_run();
}
