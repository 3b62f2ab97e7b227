/* The command line: one table of commands, one file each. Messages to people are written here and nowhere else. */
#pragma once

#include "project/render.h"
#include "text/fonts.h"

enum { ZN_EXIT_OK = 0, ZN_EXIT_FAILED = 1, ZN_EXIT_USAGE = 2 };

typedef struct ZnCommand {
	const char *name, *usage, *summary;
	const char *help;                  /* the options, a line each */
	int (*run)(int argc, char **argv); /* argv[0] is the command's name */
} ZnCommand;

extern const ZnCommand zn_command_render, zn_command_report, zn_command_build, zn_command_check, zn_command_fonts, zn_command_breaks,
    zn_command_verify;

/* --- arguments --- */

/* What an option does with its word. */
typedef struct ZnOption {
	const char *name; /* "--lang", "-o" */
	enum { ZN_OPT_FLAG, ZN_OPT_TEXT, ZN_OPT_LIST, ZN_OPT_NUMBER, ZN_OPT_SIZE, ZN_OPT_COUNT } kind;
	void *target; /* bool, const char *, GPtrArray *, double, int[2], int */
} ZnOption;

/* Parses options and puts the other words into `words`. "--name=value" works too; "-jN"; "--" ends the options. False after saying what is
 * wrong (usage). `options` ends with a NULL name. */
bool zn_args_parse(const ZnCommand *command, int argc, char **argv, const ZnOption *options, GPtrArray *words);
int zn_usage(const ZnCommand *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* --- work: what render and report are told, and what verify compares with --- */

enum { ZN_FOR_RENDER = 1, ZN_FOR_REPORT = 2, ZN_FOR_VERIFY = 4 };

typedef struct ZnWork {
	const ZnCommand *command;
	ZnRender render;
	GPtrArray *words, *outputs, *named; /* named: of --data */
	const char *svg_text, *standards;   /* as they were written */
	int size[2];
	bool strict, show;
	ZnArena *arena;
} ZnWork;

/* Takes the options of one of them, and how they go together. False after saying what is wrong. zn_work_clear in any case. */
bool zn_work_parse(ZnWork *work, const ZnCommand *command, unsigned use, int argc, char **argv);
void zn_work_clear(ZnWork *work);
/* Makes a chart or a report and all its outputs; one that fails does not keep the others from being made. Gives the exit status. */
int zn_work_main(const ZnCommand *command, int argc, char **argv, bool report);

/* The fonts, or NULL after saying what is wrong. */
ZnFonts *zn_open_fonts(void);

/* --- messages --- */

/* Writes diagnostics to standard error, in colour on a terminal (unless NO_COLOR is set); true when any is an error, or, strictly, a warning. */
bool zn_report_diags(const ZnDiags *diags, bool strict);
bool zn_use_color(int fd);
/* Whether texts of the language, "ru" or "zh-TW", can be set; reports it if not. */
bool zn_check_lang(ZnDiags *diags, const char *lang);
