/* libzhinu as its users have it: zhinu.h, the shared library and nothing else. Prints TAP. */
#include <zhinu.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int count, failures;

static void check(const char *name, bool held, const char *messages)
{
	printf("%s %d - %s\n", held ? "ok" : "not ok", ++count, name);
	if (held)
		return;
	failures++;
	printf("# messages: %s\n", messages ? messages : "none");
}

static const char chart[] = "{\"title\": \"Осадки 降水\", \"description\": \"Two bars\", \"mark\": \"bar\","
							" \"data\": {\"values\": [{\"a\": \"北京\", \"b\": 3}, {\"a\": \"Москва\", \"b\": 46}]},"
							" \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, \"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}}";
static const char report[] = "---\ntitle: Rain\nlang: en\n---\n\n# The winter\n\nThere was rain, and {{ 6 * 7 }} mm of it.\n";

static ZhinuResult *render(ZhinuRenderer *renderer, const char *text, const char *format, bool is_report)
{
	ZhinuRequest request = {.text = text, .length = strlen(text), .format = format, .report = is_report, .name = "memory", .theme = is_report ? NULL : "paper"};
	return zhinu_render(renderer, &request);
}

static void test_formats(ZhinuRenderer *renderer)
{
	static const struct {
		const char *format, *start;
		bool report;
	} cases[] = {{"png", "\x89PNG", false}, {NULL, "\x89PNG", false}, {"pdf", "%PDF-", false}, {"svg", "<", false}, {"scene.json", "{", false},
				 {"pdf", "%PDF-", true}, {NULL, "%PDF-", true}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char name[64];
		ZhinuResult *result = render(renderer, cases[i].report ? report : chart, cases[i].format, cases[i].report);
		snprintf(name, sizeof name, "a %s as %s", cases[i].report ? "report" : "chart", cases[i].format ? cases[i].format : "default");
		check(name, result->bytes && result->n_bytes > 100 && !memcmp(result->bytes, cases[i].start, strlen(cases[i].start)) && !*result->messages,
			  result->messages);
		zhinu_result_free(result);
	}
}

static void test_sizes(ZhinuRenderer *renderer)
{
	ZhinuRequest request = {.text = chart, .length = strlen(chart), .width = 640, .height = 360};
	ZhinuResult *result = zhinu_render(renderer, &request);
	const unsigned char *b = result->bytes;
	check("exactly the asked size", b && b[18] == 2 && b[19] == 128 && b[22] == 1 && b[23] == 104, result->messages);
	zhinu_result_free(result);
}

static void test_errors(ZhinuRenderer *renderer)
{
	static const struct {
		const char *name, *text, *part;
		bool report;
	} cases[] = {
		{"not JSON", "{\"mark\": bar}", "memory:1:10: error: ", false},
		{"a mark that is none", "{\"mark\": \"barr\", \"data\": {\"values\": []}}", "did you mean “bar”", false},
		{"nothing", "", "memory", false},
		{"a file outside", "{\"mark\": \"bar\", \"data\": {\"url\": \"/etc/passwd\"}}", "memory#/data/url", false},
		{"a report's expression", "{{ nothing }}\n", "memory:1:", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ZhinuResult *result = render(renderer, cases[i].text, NULL, cases[i].report);
		check(cases[i].name, !result->bytes && !result->n_bytes && strstr(result->messages, cases[i].part), result->messages);
		zhinu_result_free(result);
	}
	ZhinuResult *result = render(renderer, chart, "gif", false);
	check("a format that is none", !result->bytes && strstr(result->messages, "gif"), result->messages);
	check("nothing to write", !zhinu_result_write(result, "never.gif") && access("never.gif", F_OK) != 0, result->messages);
	zhinu_result_free(result);
	ZhinuRequest standard = {.text = chart, .length = strlen(chart), .format = "pdf", .pdf_standard = "a-1b"};
	result = zhinu_render(renderer, &standard);
	check("a PDF standard that is none", !result->bytes && strstr(result->messages, "“a-1b” is not a PDF standard"), result->messages);
	zhinu_result_free(result);
	ZhinuRequest empty = {.name = "memory"};
	result = zhinu_render(renderer, &empty);
	check("a request of zeros", !result->bytes && *result->messages, result->messages);
	zhinu_result_free(result);
}

static void test_files(ZhinuRenderer *renderer)
{
	char folder[] = "/tmp/zhinu-api-XXXXXX", path[64], inside[96];
	if (!mkdtemp(folder))
		exit(1);
	snprintf(path, sizeof path, "%s/new/chart.png", folder);
	ZhinuResult *result = render(renderer, chart, "png", false);
	check("a file in a new folder", zhinu_result_write(result, path), result->messages);
	FILE *file = fopen(path, "rb");
	unsigned char *bytes = malloc(result->n_bytes + 1);
	check("with these bytes", file && fread(bytes, 1, result->n_bytes + 1, file) == result->n_bytes && !memcmp(bytes, result->bytes, result->n_bytes), NULL);
	free(bytes);
	if (file)
		fclose(file);
	snprintf(inside, sizeof inside, "%s/no.png", path);
	check("a file in a file", !zhinu_result_write(result, inside) && strstr(result->messages, "no.png: error: cannot write"), result->messages);
	zhinu_result_free(result);
	unlink(path);
	*strrchr(path, '/') = 0;
	rmdir(path);
	rmdir(folder);
}

static void test_without_fonts(void)
{
	ZhinuRenderer *renderer = zhinu_renderer_new("/nowhere/fonts.conf");
	ZhinuResult *result = render(renderer, chart, "png", false);
	check("without fonts", !result->bytes && strstr(result->messages, "/nowhere/fonts.conf"), result->messages);
	zhinu_result_free(result);
	zhinu_renderer_free(renderer);
	zhinu_renderer_free(NULL);
	zhinu_result_free(NULL);
}

/* --- several renderers --- */

enum { THREADS = 4, ROUNDS = 5, KINDS = 3 };

static ZhinuResult *expected[KINDS];

static ZhinuResult *render_kind(ZhinuRenderer *renderer, int kind)
{
	return kind == 2 ? render(renderer, report, "pdf", true) : render(renderer, chart, kind ? "svg" : "png", false);
}

static void *work(void *differences)
{
	ZhinuRenderer *renderer = zhinu_renderer_new(NULL);
	for (int i = 0; i < ROUNDS * KINDS; i++) {
		ZhinuResult *result = render_kind(renderer, i % KINDS), *wanted = expected[i % KINDS];
		*(int *)differences += result->n_bytes != wanted->n_bytes || (result->bytes && memcmp(result->bytes, wanted->bytes, wanted->n_bytes) != 0);
		zhinu_result_free(result);
	}
	zhinu_renderer_free(renderer);
	return NULL;
}

static void test_threads(ZhinuRenderer *renderer)
{
	pthread_t threads[THREADS];
	int differences[THREADS] = {0}, all = 0;
	for (int i = 0; i < KINDS; i++)
		expected[i] = render_kind(renderer, i);
	work(&all);
	check("a second renderer in the process gives the same bytes", !all, NULL);
	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&threads[i], NULL, work, &differences[i]) != 0)
			exit(1);
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		all += differences[i];
	}
	check("renderers of several threads at once give the same bytes", !all, NULL);
	for (int i = 0; i < KINDS; i++)
		zhinu_result_free(expected[i]);
}

int main(void)
{
	check("a version", !strncmp(zhinu_version(), "0.", 2), NULL);
	test_without_fonts();
	ZhinuRenderer *renderer = zhinu_renderer_new(NULL);
	ZhinuResult *probe = render(renderer, chart, "png", false);
	bool fonts = !strstr(probe->messages, "fonts");
	if (fonts) {
		test_formats(renderer);
		test_sizes(renderer);
		test_errors(renderer);
		test_files(renderer);
		test_threads(renderer);
	} else {
		printf("ok %d - rendering # SKIP no fonts: %.80s\n", ++count, probe->messages);
	}
	zhinu_result_free(probe);
	zhinu_renderer_free(renderer);
	printf("1..%d\n", count);
	return failures != 0;
}
