/* The manifest: what is read, what is written, and why a job is stale. */
#include "project/manifest.h"

#include "base/file.h"
#include "base/json.h"
#include "folder.h"

typedef struct Fixture {
	Folder folder;
	ZnProject project;
	ZnJob job;
	ZnJobKey key;
} Fixture;

static const char *outputs[] = {"a.png", "a.pdf"};

static void fixture_open(Fixture *f)
{
	folder_open(&f->folder);
	f->project = (ZnProject){.arena = f->folder.context->arena, .folder = f->folder.path, .output = folder_at(&f->folder, "output")};
	f->job = (ZnJob){.render = {.source = folder_at(&f->folder, "a.vl.json"), .lang = "ru"}, .name = "a", .outputs = outputs, .n_outputs = 2};
	f->key = zn_job_key(f->folder.context, &f->job, "program one, and so on to thirty-two", "the fonts, and so on to thirty-two");
	folder_write(&f->folder, "a.csv", "x\n1\n");
	folder_write(&f->folder, "output/a.png", "png");
	folder_write(&f->folder, "output/a.pdf", "pdf");
}

static const char *sha(const Fixture *f, const char *text)
{
	return zn_sha256(f->folder.context->arena, text, strlen(text));
}

static ZnValue parse(const Fixture *f, const char *text)
{
	ZnValue value;
	g_assert_true(zn_json_parse(f->folder.context->arena, f->folder.context->diags, "test", text, strlen(text), &value));
	return value;
}

/* What a worker answers. */
static ZnValue answer(const Fixture *f)
{
	return parse(f, zn_arena_printf(f->folder.context->arena,
									"{\"outputs\": [{\"sha256\": \"%s\", \"size\": 3}, {\"sha256\": \"%s\", \"size\": 3}],"
									" \"inputs\": [{\"path\": \"a.csv\", \"sha256\": \"%s\"}, {\"path\": \"later.csv\", \"sha256\": null}]}",
									sha(f, "png"), sha(f, "pdf"), sha(f, "x\n1\n")));
}

/* Why the job is stale for a manifest read anew, as a new process would. */
static const char *why(Fixture *f, const ZnJobKey *key)
{
	f->folder.context->cache = NULL;
	return zn_manifest_stale(zn_manifest_load(f->folder.context, f->project.output), &f->project, &f->job, key);
}

static void record(Fixture *f)
{
	ZnManifest *manifest = zn_manifest_load(f->folder.context, f->project.output);
	zn_manifest_record(manifest, &f->job, &f->key, answer(f));
	g_assert_true(zn_manifest_write(manifest));
	g_assert_null(why(f, &f->key));
}

static void test_absent(void)
{
	Fixture f;
	fixture_open(&f);
	g_assert_cmpuint(zn_manifest_load(f.folder.context, f.project.output)->outputs->n, ==, 0);
	g_assert_cmpstr(why(&f, &f.key), ==, "new");
	folder_close(&f.folder);
}

static void test_unreadable(void)
{
	static const char *const texts[] = {"", "{", "[]", "{\"outputs\": 3}", "{\"outputs\": {\"a.png\": 3}}", "{\"outputs\": {\"a.png\": {\"inputs\": 3}}}"};
	Fixture f;
	fixture_open(&f);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		folder_write(&f.folder, "output/manifest.json", texts[i]);
		g_assert_nonnull(why(&f, &f.key));
	}
	g_assert_cmpuint(zn_diags_len(f.folder.context->diags), ==, 0); /* a broken manifest costs time, no more */
	folder_close(&f.folder);
}

static void test_written(void)
{
	Fixture f;
	fixture_open(&f);
	record(&f);
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(folder_at(&f.folder, "output/manifest.json"), &text, NULL, NULL));
	const char *pdf = strstr(text, "\n\"a.pdf\":"), *png = strstr(text, "\n\"a.png\":");
	g_assert_nonnull(pdf);
	g_assert_true(pdf < png); /* sorted, a line an output */
	ZnValue entry = zn_get2(parse(&f, text), "outputs", "a.png");
	g_assert_cmpstr(zn_get_str(entry, "sha256", NULL), ==, sha(&f, "png"));
	g_assert_cmpfloat(zn_get_num(entry, "size", 0), ==, 3);
	g_assert_cmpstr(zn_get_str(entry, "program", NULL), ==, f.key.program);
	g_assert_cmpstr(zn_get_str(zn_at(zn_get(entry, "inputs"), 0), "path", NULL), ==, "a.csv");
	record(&f);
	g_autofree char *again = NULL;
	g_assert_true(g_file_get_contents(folder_at(&f.folder, "output/manifest.json"), &again, NULL, NULL));
	g_assert_cmpstr(text, ==, again);
	folder_close(&f.folder);
}

static void test_inputs(void)
{
	Fixture f;
	fixture_open(&f);
	record(&f);
	folder_write(&f.folder, "a.csv", "x\n2\n");
	g_assert_cmpstr(why(&f, &f.key), ==, "a.csv changed");
	g_remove(folder_at(&f.folder, "a.csv"));
	g_assert_cmpstr(why(&f, &f.key), ==, "a.csv is gone");
	folder_write(&f.folder, "a.csv", "x\n1\n"); /* contents count, not dates */
	g_assert_null(why(&f, &f.key));
	folder_write(&f.folder, "later.csv", "");
	g_assert_cmpstr(why(&f, &f.key), ==, "later.csv is there now");
	folder_close(&f.folder);
}

static void test_outputs(void)
{
	Fixture f;
	fixture_open(&f);
	record(&f);
	folder_write(&f.folder, "output/a.pdf", "PDF");
	g_assert_cmpstr(why(&f, &f.key), ==, "a.pdf is not what was written");
	g_remove(folder_at(&f.folder, "output/a.pdf"));
	g_assert_cmpstr(why(&f, &f.key), ==, "a.pdf is missing");
	folder_close(&f.folder);
}

static void test_key(void)
{
	Fixture f;
	fixture_open(&f);
	record(&f);
	ZnJobKey other = f.key;
	other.program = "another";
	g_assert_cmpstr(why(&f, &other), ==, "the program changed");
	other = f.key;
	other.fonts = "others";
	g_assert_cmpstr(why(&f, &other), ==, "the fonts changed");
	ZnJob job = f.job;
	job.render.scale = 2;
	other = zn_job_key(f.folder.context, &job, "program one, and so on to thirty-two", "the fonts, and so on to thirty-two");
	g_assert_cmpstr(why(&f, &other), ==, "the options, SOURCE_DATE_EPOCH or TZ changed");
	folder_close(&f.folder);
}

/* Each of these makes other bytes, so it makes another key; where the project lies does not. */
static void test_options(void)
{
	Fixture f;
	fixture_open(&f);
	ZnRender variants[] = {{.lang = "ru"}, {.lang = "zh"}, {.lang = "ru", .theme = "slide"}, {.lang = "ru", .scale = 1}, {.lang = "ru", .ppi = 1},
						   {.lang = "ru", .width = 1, .height = 2}, {.lang = "ru", .transparent = true}, {.lang = "ru", .catalog = "ru.po"}, {.lang = NULL}};
	const char *keys[G_N_ELEMENTS(variants)];
	for (size_t i = 0; i < G_N_ELEMENTS(variants); i++) {
		ZnJob job = {.render = variants[i]};
		keys[i] = zn_job_key(f.folder.context, &job, "", "").options;
		for (size_t k = 0; k < i; k++)
			g_assert_cmpstr(keys[i], !=, keys[k]);
	}
	ZnJob here = {.render = {.theme = "/here/house.json", .catalog = "/here/ru.po"}}, there = {.render = {.theme = "/there/house.json", .catalog = "/there/ru.po"}};
	g_assert_cmpstr(zn_job_key(f.folder.context, &here, "", "").options, ==, zn_job_key(f.folder.context, &there, "", "").options);
	g_assert_true(g_setenv("SOURCE_DATE_EPOCH", "1700000000", TRUE));
	ZnJob dated = {.render = variants[0]};
	g_assert_cmpstr(zn_job_key(f.folder.context, &dated, "", "").options, !=, keys[0]);
	g_unsetenv("SOURCE_DATE_EPOCH");
	g_assert_true(g_setenv("TZ", "UTC-8", TRUE));
	g_assert_cmpstr(zn_job_key(f.folder.context, &dated, "", "").options, !=, keys[0]);
	folder_close(&f.folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_unsetenv("SOURCE_DATE_EPOCH");
	g_test_add_func("/manifest/absent", test_absent);
	g_test_add_func("/manifest/unreadable", test_unreadable);
	g_test_add_func("/manifest/written", test_written);
	g_test_add_func("/manifest/inputs", test_inputs);
	g_test_add_func("/manifest/outputs", test_outputs);
	g_test_add_func("/manifest/key", test_key);
	g_test_add_func("/manifest/options", test_options);
	return g_test_run();
}
