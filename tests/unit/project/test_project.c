/* zhinu.json: the jobs that follow from it, and what is said of a wrong one. */
#include "project/project.h"

#include "folder.h"

static ZnProject *load(Folder *f, const char *json)
{
	folder_write(f, "zhinu.json", json);
	return zn_project_load(f->context, f->path);
}

static void test_jobs(void)
{
	Folder f;
	folder_open(&f);
	folder_write(&f, "charts/b.vl.json", "{}");
	folder_write(&f, "charts/a.vl.json", "{}");
	folder_write(&f, "house.json", "{\"config\": {}}");
	folder_write(&f, "ru.po", "");
	folder_write(&f, "d.json", "{}");
	folder_write(&f, "sum.en.md", "");
	folder_write(&f, "sum.ru.md", "");
	ZnProject *p = load(&f, "{\"languages\": [\"ru\", \"en\"], \"locale\": \"{lang}.po\", \"datapackage\": \"d.json\","
							" \"charts\": [{\"spec\": \"charts/*.vl.json\", \"themes\": [\"house.json\"], \"formats\": [\"png\", \"svg\"], \"scale\": 2},"
							"              {\"spec\": \"charts/a.vl.json\", \"languages\": [\"en\"]}],"
							" \"reports\": [{\"source\": \"sum.{lang}.md\"}, {\"source\": \"sum.{lang}.md\", \"style\": \"journal\"},"
							"               {\"source\": \"sum.en.md\", \"style\": \"house.json\"}]}");
	g_assert_nonnull(p);
	static const char *const names[] = {"a.house.ru", "a.house.en", "b.house.ru",     "b.house.en",     "a.en",
										"sum.ru",     "sum.en",     "sum.journal.ru", "sum.journal.en", "sum.en.house"};
	g_assert_cmpuint(p->n_jobs, ==, G_N_ELEMENTS(names));
	for (size_t i = 0; i < p->n_jobs; i++)
		g_assert_cmpstr(p->jobs[i].name, ==, names[i]);
	const ZnJob *first = &p->jobs[0], *second = &p->jobs[1], *report = &p->jobs[5];
	g_assert_cmpuint(first->n_outputs, ==, 2);
	g_assert_cmpstr(first->outputs[1], ==, "a.house.ru.svg");
	g_assert_cmpstr(first->render.lang, ==, "ru");
	g_assert_cmpfloat(first->render.scale, ==, 2);
	g_assert_cmpstr(first->render.theme, ==, folder_at(&f, "house.json"));
	g_assert_cmpstr(first->render.catalog, ==, folder_at(&f, "ru.po"));
	g_assert_null(second->render.catalog); /* there is no en.po */
	g_assert_true(report->report);
	g_assert_cmpstr(report->outputs[0], ==, "sum.ru.pdf");
	g_assert_null(report->render.style);
	g_assert_cmpstr(p->jobs[7].render.style, ==, "journal");
	g_assert_cmpstr(p->jobs[9].render.style, ==, folder_at(&f, "house.json"));
	g_assert_cmpstr(p->output, ==, folder_at(&f, "output"));
	g_assert_cmpstr(p->package, ==, folder_at(&f, "d.json"));
	folder_close(&f);
}

static void test_odd_folder(void)
{
	Folder f;
	folder_open(&f);
	folder_write(&f, "a [1]*/a.vl.json", "{}");
	folder_write(&f, "a [1]*/zhinu.json", "{\"charts\": [{\"spec\": \"*.vl.json\"}]}");
	ZnProject *p = zn_project_load(f.context, folder_at(&f, "a [1]*"));
	g_assert_nonnull(p);
	g_assert_cmpuint(p->n_jobs, ==, 1);
	folder_close(&f);
}

static void test_problems(void)
{
	static const struct {
		const char *json, *pointer, *message, *hint;
	} cases[] = {
		{"[]", "", "a project file is a JSON object", NULL},
		{"{\"charts\": {}}", "/charts", "is a list", NULL},
		{"{\"charts\": [{}]}", "/charts/0", "a chart needs a “spec”", NULL},
		{"{\"charts\": [{\"spec\": \"none.json\"}]}", "/charts/0/spec", "no file matches “none.json”", NULL},
		{"{\"charts\": [{\"spec\": \"a.vl.json\", \"formats\": [\"gif\"]}]}", "/charts/0/formats", "“gif” is not a format", "png, pdf, svg"},
		{"{\"charts\": [{\"spec\": \"a.vl.json\", \"themes\": [\"papre\"]}]}", "/charts/0/themes/0", "there is no theme “papre”", "did you mean “paper”"},
		{"{\"languages\": [\"xx\"]}", "/languages/0", "the language “xx” is not known", "zh, ru, en"},
		{"{\"charts\": [{\"spec\": \"a.vl.json\"}, {\"spec\": \"a.vl.json\"}]}", "", "two entries make the same output “a.en.png”", "different names"},
		{"{\"reports\": [{}]}", "/reports/0", "a report needs a “source”", NULL},
		{"{\"reports\": [{\"source\": \"none.md\"}]}", "/reports/0/source", "there is no file “none.md”", NULL},
		{"{\"reports\": [{\"source\": \"a.md\", \"formats\": [\"png\"]}]}", "/reports/0/formats", "reports are pdf", "zhinu report"},
		{"{\"reports\": [{\"source\": \"a.md\", \"style\": \"jornal\"}]}", "/reports/0/style", "unknown style “jornal”", "did you mean “journal”"},
		{"{\"reports\": [{\"source\": \"a.md\", \"style\": \"none.json\"}]}", "/reports/0/style", "there is no file “none.json”", NULL},
		{"{\"reports\": [{\"source\": \"a.md\", \"style\": 1}]}", "/reports/0/style", "“style” is a text", NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		Folder f;
		folder_open(&f);
		folder_write(&f, "a.vl.json", "{}");
		folder_write(&f, "a.md", "");
		g_assert_null(load(&f, cases[i].json));
		const ZnDiag *diag = problem(f.context, cases[i].message);
		if (diag) {
			g_assert_cmpstr(diag->place.pointer, ==, cases[i].pointer);
			g_assert_true(g_str_has_suffix(diag->place.file, "zhinu.json"));
			if (cases[i].hint)
				g_assert_nonnull(strstr(diag->hint, cases[i].hint));
		}
		folder_close(&f);
	}
}

static void test_typo(void)
{
	Folder f;
	folder_open(&f);
	g_assert_nonnull(load(&f, "{\"chart\": []}")); /* a warning: the rest of the project is good */
	const ZnDiag *diag = problem(f.context, "unknown member “chart”");
	g_assert_cmpint(diag->severity, ==, ZN_WARNING);
	g_assert_cmpstr(diag->place.pointer, ==, "/chart");
	g_assert_nonnull(strstr(diag->hint, "“charts”"));
	folder_close(&f);
}

static void test_no_project(void)
{
	Folder f;
	folder_open(&f);
	g_assert_null(zn_project_load(f.context, f.path));
	g_assert_true(zn_diags_failed(f.context->diags));
	folder_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/project/jobs", test_jobs);
	g_test_add_func("/project/odd-folder", test_odd_folder);
	g_test_add_func("/project/problems", test_problems);
	g_test_add_func("/project/typo", test_typo);
	g_test_add_func("/project/none", test_no_project);
	return g_test_run();
}
