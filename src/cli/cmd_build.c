/* zhinu build: all that is stale in a project. */
#include "cli/cli.h"
#include "project/build.h"

#include <signal.h>
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

/* What --watch looks at: the folder of zhinu.json, that of the data, and not the one that is written to. */
typedef struct Folders {
	char *project, *base, *output; /* canonical; base and output NULL = not known */
} Folders;

static void clear_folders(Folders *f)
{
	g_clear_pointer(&f->project, g_free);
	g_clear_pointer(&f->base, g_free);
	g_clear_pointer(&f->output, g_free);
}

static void set_folders(Folders *f, const Arguments *a, const ZnProject *project)
{
	Folders now = {0};
	g_autofree char *folder = g_file_test(a->folder, G_FILE_TEST_IS_DIR) ? g_strdup(a->folder) : g_path_get_dirname(a->folder);
	now.project = g_canonicalize_filename(folder, NULL);
	now.base = project ? g_canonicalize_filename(project->folder, NULL) : NULL;
	now.output = project ? g_canonicalize_filename(project->output, NULL) : NULL;
	clear_folders(f);
	*f = now;
}

static int build_once(const Arguments *a, ZnFonts *fonts, Folders *folders)
{
	bool terminal = isatty(STDERR_FILENO);
	g_autoptr(ZnContext) context = zn_context_new();
	ZnBuildOptions options = a->options;
	ZnBuildResult result = {0};
	options.progress = progress;
	options.user = &terminal;
	ZnProject *project = zn_project_load(context, a->folder);
	bool ok = project && zn_project_build(context, project, fonts, &options, &result);
	set_folders(folders, a, project);
	zn_report_diags(context->diags, false);
	if (!project)
		return ZN_EXIT_FAILED;
	if (options.dry_run)
		fputs(result.plan, stdout);
	for (size_t i = 0; i < result.n_left_over; i++)
		fprintf(stderr, "note: %s/%s is no longer made; it is left there\n", project->output, result.left_over[i]);
	printf("%zu rendered, %zu up to date, %zu failed, %.1f s\n", result.rendered, result.up_to_date, result.failed, result.seconds);
	fflush(stdout);
	if (result.signal) {
		fprintf(stderr, "%sinterrupted: %zu outputs were not made; the next build goes on from here\n", terminal ? "\r\033[K" : "",
		        result.left);
		raise(result.signal); /* so that whoever started us knows */
	}
	return ok ? ZN_EXIT_OK : ZN_EXIT_FAILED;
}

/* --- watching --- */

/* Names, sizes and times of all files below a folder, as one number; hidden ones and the output aside. */
static guint64 fingerprint(const char *folder, const char *output, int depth)
{
	guint64 all = 0;
	g_autoptr(GDir) dir = depth < 8 ? g_dir_open(folder, 0, NULL) : NULL;
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		struct stat status;
		if (name[0] == '.' || !g_strcmp0(path, output) || stat(path, &status) != 0)
			continue;
		guint64 here = g_str_hash(path);
		if (S_ISREG(status.st_mode))
			here += (guint64)status.st_mtim.tv_sec * 1000000007u + (guint64)status.st_mtim.tv_nsec * 31 + (guint64)status.st_size;
		all += here * 0x9e3779b97f4a7c15u; /* the order of the names means nothing */
		if (S_ISDIR(status.st_mode))
			all += fingerprint(path, output, depth + 1);
	}
	return all;
}

static guint64 state_of(const Folders *f)
{
	return fingerprint(f->project, f->output, 0) + (f->base && strcmp(f->base, f->project) ? fingerprint(f->base, f->output, 0) : 0);
}

/* Stays until it is interrupted. */
static void watch(const Arguments *a, ZnFonts *fonts)
{
	Folders folders = {0};
	g_autoptr(ZnContext) context = zn_context_new();
	set_folders(&folders, a, zn_project_load(context, a->folder)); /* its problems are told by the build */
	for (guint64 seen = state_of(&folders) + 1;; g_usleep(300 * 1000)) {
		guint64 now = state_of(&folders);
		if (now != seen)
			build_once(a, fonts, &folders);
		seen = now; /* of before the build: what changed meanwhile is built next */
	}
}

static int run(int argc, char **argv)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	Arguments a = {.folder = "."};
	bool keep_going = false; /* what build does anyway */
	const ZnOption options[] = {{"-j", ZN_OPT_COUNT, &a.options.workers},
	                            {"--jobs", ZN_OPT_COUNT, &a.options.workers},
	                            {"--force", ZN_OPT_FLAG, &a.options.force},
	                            {"--dry-run", ZN_OPT_FLAG, &a.options.dry_run},
	                            {"--keep-going", ZN_OPT_FLAG, &keep_going},
	                            {"--watch", ZN_OPT_FLAG, &a.watch},
	                            {NULL}};
	if (!zn_args_parse(&zn_command_build, argc, argv, options, words))
		return ZN_EXIT_USAGE;
	if (words->len > 1)
		return zn_usage(&zn_command_build, "one project at a time");
	if (words->len)
		a.folder = g_ptr_array_index(words, 0);
	ZnFonts *fonts = zn_open_fonts();
	if (!fonts)
		return ZN_EXIT_FAILED;
	if (a.watch)
		watch(&a, fonts);
	Folders folders = {0};
	int status = build_once(&a, fonts, &folders);
	clear_folders(&folders);
	zn_fonts_free(fonts);
	return status;
}

const ZnCommand zn_command_build = {"build", "[DIR] [options]", "makes what is stale in a project (zhinu.json)",
                                    "  -j N, --jobs N   worker processes; default: one a core\n"
                                    "  --force          everything, stale or not\n"
                                    "  --dry-run        only say what would be made, and why\n"
                                    "  --keep-going     go on after a failure (always so)\n"
                                    "  --watch          stay and build again when a file changes\n",
                                    run};
