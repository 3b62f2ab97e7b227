/* zhinu build: all that is stale in a project. */
#include "cli/cli.h"
#include "project/build.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void progress(void *user, size_t done, size_t total, const ZnJob *job, const char *messages)
{
	bool terminal = *(bool *)user;
	if (terminal)
		fputs("\r\033[K", stderr);
	fputs(messages, stderr);
	if (terminal && done < total)
		fprintf(stderr, "%zu of %zu %s", done, total, job ? job->name : "");
	fflush(stderr);
}

typedef struct Arguments {
	const char *folder;
	ZnBuildOptions options;
	bool watch;
} Arguments;

static bool build_once(const Arguments *a, ZnFonts *fonts)
{
	bool terminal = isatty(STDERR_FILENO);
	g_autoptr(ZnContext) context = zn_context_new();
	ZnBuildOptions options = a->options;
	ZnBuildResult result = {0};
	options.progress = progress;
	options.user = &terminal;
	ZnProject *project = zn_project_load(context, a->folder);
	bool ok = project && zn_project_build(context, project, fonts, &options, &result);
	zn_report_diags(context->diags, false);
	if (!project)
		return false;
	if (options.dry_run)
		fputs(result.plan, stdout);
	for (size_t i = 0; i < result.n_left_over; i++)
		fprintf(stderr, "note: %s/%s is no longer made; it is left there\n", project->output, result.left_over[i]);
	printf("%zu rendered, %zu up to date, %zu failed, %.1f s\n", result.rendered, result.up_to_date, result.failed, result.seconds);
	fflush(stdout);
	return ok;
}

/* The newest change below the project's folder, its output aside. */
static gint64 newest(const char *folder, int depth)
{
	gint64 latest = 0;
	g_autoptr(GDir) dir = depth < 8 ? g_dir_open(folder, 0, NULL) : NULL;
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		if (name[0] == '.' || !strcmp(name, "output"))
			continue;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		struct stat status;
		if (stat(path, &status) != 0)
			continue;
		gint64 time = S_ISDIR(status.st_mode) ? newest(path, depth + 1) : (gint64)status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1000000;
		latest = MAX(latest, time);
	}
	return latest;
}

/* Stays until it is interrupted. */
static void watch(const Arguments *a, ZnFonts *fonts)
{
	g_autofree char *folder = g_file_test(a->folder, G_FILE_TEST_IS_DIR) ? g_strdup(a->folder) : g_path_get_dirname(a->folder);
	for (gint64 seen = -1;;) {
		gint64 now = newest(folder, 0);
		if (now != seen) {
			seen = now;
			build_once(a, fonts);
		}
		g_usleep(300 * 1000);
	}
}

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	Arguments a = {.folder = "."};
	bool keep_going = false; /* what build does anyway */
	const ZnOption options[] = {{"-j", ZN_OPT_COUNT, &a.options.workers}, {"--jobs", ZN_OPT_COUNT, &a.options.workers}, {"--force", ZN_OPT_FLAG, &a.options.force},
								{"--dry-run", ZN_OPT_FLAG, &a.options.dry_run}, {"--keep-going", ZN_OPT_FLAG, &keep_going}, {"--watch", ZN_OPT_FLAG, &a.watch}, {NULL}};
	if (!zn_args_parse(&zn_command_build, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len > 1)
		return zn_usage(&zn_command_build, "one project at a time");
	if (words->len)
		a.folder = g_ptr_array_index(words, 0);
	g_autoptr(ZnDiags) early = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(early, NULL);
	if (!fonts) {
		zn_report_diags(early, false);
		return ZN_EXIT_FAILED;
	}
	if (a.watch)
		watch(&a, fonts);
	int status = build_once(&a, fonts) ? ZN_EXIT_OK : ZN_EXIT_FAILED;
	zn_fonts_free(fonts);
	return status;
}

const ZnCommand zn_command_build = {
	"build", "[DIR] [options]", "makes what is stale in a project (zhinu.json)",
	"  -j N             worker processes; default: one a core\n"
	"  --force          everything, stale or not\n"
	"  --dry-run        only say what would be made, and why\n"
	"  --keep-going     go on after a failure (always so)\n"
	"  --watch          stay and build again when a file changes\n",
	run};
