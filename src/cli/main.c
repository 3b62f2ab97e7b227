#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const ZnCommand *const commands[] = {&zn_command_render, &zn_command_report, &zn_command_build, &zn_command_check,
                                            &zn_command_verify, &zn_command_fonts,  &zn_command_breaks};

static void print_help(FILE *out)
{
	fputs("zhinu renders Vega-Lite charts and Markdown reports to PDF, PNG and SVG\n\nusage: zhinu COMMAND ...\n\n", out);
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		fprintf(out, "  %-8s %s\n", commands[i]->name, commands[i]->summary);
	fputs("\n  zhinu help COMMAND tells a command's options; zhinu --version the version\n", out);
}

static const ZnCommand *find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

static int unknown(const char *name)
{
	const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		names[i] = commands[i]->name;
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *hint = zn_did_you_mean(arena, name, names);
	fprintf(stderr, "zhinu: there is no command “%s”%s%s\n", name, hint ? ", " : "", hint ? hint : "; `zhinu help` lists them");
	return ZN_EXIT_USAGE;
}

/* Asked for beside any other words: `zhinu render chart.vl.json --help`. */
static bool wants_help(int argc, char **argv)
{
	for (int i = 2; i < argc && strcmp(argv[i], "--"); i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
			return true;
	return false;
}

static int help(const char *name)
{
	const ZnCommand *command = name ? find(name) : NULL;
	if (!name) {
		print_help(stdout);
		return ZN_EXIT_OK;
	}
	if (!command)
		return unknown(name);
	printf("%s\n\nusage: zhinu %s %s\n\n%s", command->summary, command->name, command->usage, command->help);
	return ZN_EXIT_OK;
}

/* What commands print goes through stdio: a full disk shows here at the latest. */
static int close_output(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, "standard output: error: cannot write: %s\n", g_strerror(errno));
	return status == ZN_EXIT_OK ? ZN_EXIT_FAILED : status;
}

int main(int argc, char **argv)
{
	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow further is an error like a full disk, with the temporary one removed */
	if (argc < 2) {
		print_help(stderr);
		return ZN_EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--version")) {
		puts("zhinu " ZN_VERSION);
		return close_output(ZN_EXIT_OK);
	}
	if (!strcmp(argv[1], "help") || !strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))
		return close_output(help(argc > 2 ? argv[2] : NULL));
	const ZnCommand *command = find(argv[1]);
	if (!command)
		return unknown(argv[1]);
	if (wants_help(argc, argv))
		return close_output(help(command->name));
	return close_output(command->run(argc - 1, argv + 1));
}
