#include "cli/cli.h"
#include "format/format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_COUNT 512
#define MOST_OPTIONS 32

int zn_usage(const ZnCommand *command, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("zhinu: ", stderr);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nusage: zhinu %s %s\n", command->name, command->usage);
	return ZN_EXIT_USAGE;
}

static const ZnOption *find(const ZnOption *options, const char *word, size_t len)
{
	for (; options->name; options++)
		if (strlen(options->name) == len && !memcmp(options->name, word, len))
			return options;
	return NULL;
}

static bool set_number(const char *text, double *out)
{
	char *end;
	double number = g_ascii_strtod(text, &end);
	if (end == text || *end || !(number > 0) || number > 1e6)
		return false;
	*out = number;
	return true;
}

static bool set_size(const char *text, int out[2])
{
	char *end;
	long width = strtol(text, &end, 10);
	if (end == text || *end != 'x')
		return false;
	const char *second = end + 1;
	long height = strtol(second, &end, 10);
	if (end == second || *end || width < 1 || height < 1 || width > 1000000 || height > 1000000)
		return false;
	out[0] = (int)width;
	out[1] = (int)height;
	return true;
}

static bool set_option(const ZnOption *option, char *value)
{
	double number;
	switch (option->kind) {
	case ZN_OPT_TEXT:
		*(const char **)option->target = value;
		return true;
	case ZN_OPT_LIST:
		g_ptr_array_add(option->target, value);
		return true;
	case ZN_OPT_NUMBER:
		return set_number(value, option->target);
	case ZN_OPT_SIZE:
		return set_size(value, option->target);
	case ZN_OPT_COUNT:
		if (!set_number(value, &number) || number > MOST_COUNT || number != floor(number))
			return false;
		*(int *)option->target = (int)number;
		return true;
	default:
		*(bool *)option->target = true;
		return true;
	}
}

/* What a value should have been, of those kinds that refuse any. */
static const char *const expected[] = {
    [ZN_OPT_NUMBER] = "a number above 0, at most 1000000",
    [ZN_OPT_SIZE] = "WIDTHxHEIGHT in whole pixels",
    [ZN_OPT_COUNT] = "a whole number, 1 to " G_STRINGIFY(MOST_COUNT),
};

static void unknown_option(const ZnCommand *command, const ZnOption *options, const char *word, size_t len)
{
	const char *names[MOST_OPTIONS + 1] = {NULL};
	for (size_t i = 0; options[i].name && i < MOST_OPTIONS; i++)
		names[i] = options[i].name;
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *name = zn_arena_strndup(arena, word, len), *hint = zn_did_you_mean(arena, name, names);
	zn_usage(command, "there is no option “%s”%s%s", name, hint ? ", " : "", hint ? hint : "");
}

bool zn_args_parse(const ZnCommand *command, int argc, char **argv, const ZnOption *options, GPtrArray *words)
{
	bool ended = false;
	for (int i = 1; i < argc; i++) {
		char *word = argv[i], *equals = strchr(word, '=');
		if (ended || word[0] != '-' || !word[1]) {
			g_ptr_array_add(words, word);
			continue;
		}
		if (!strcmp(word, "--")) {
			ended = true;
			continue;
		}
		bool joined = equals && g_str_has_prefix(word, "--"), glued = word[1] != '-' && word[2]; /* --name=value, -j4 */
		const ZnOption *option = find(options, word, joined ? (size_t)(equals - word) : glued ? 2 : strlen(word));
		char *value = joined ? equals + 1 : glued ? word + 2 : NULL;
		if (!option) {
			unknown_option(command, options, word, joined ? (size_t)(equals - word) : strlen(word));
			return false;
		}
		if (option->kind == ZN_OPT_FLAG && value) {
			zn_usage(command, "%s takes no value", option->name);
			return false;
		}
		if (option->kind != ZN_OPT_FLAG && !value) {
			if (i + 1 == argc) {
				zn_usage(command, "%s needs a value", option->name);
				return false;
			}
			value = argv[++i];
		}
		if (!set_option(option, value)) {
			zn_usage(command, "“%s” is not a value for %s: %s", value, option->name, expected[option->kind]);
			return false;
		}
	}
	return true;
}

bool zn_use_color(int fd)
{
	const char *none = g_getenv("NO_COLOR");
	return isatty(fd) && !(none && *none);
}

bool zn_check_lang(ZnDiags *diags, const char *lang)
{
	if (zn_locale_lookup(lang))
		return true;
	zn_error(diags, zn_place(NULL, 0, 0), "languages are zh, ru, en", "the language “%s” is not known", lang);
	return false;
}

bool zn_report_diags(const ZnDiags *diags, bool strict)
{
	bool color = zn_use_color(STDERR_FILENO);
	for (size_t i = 0; i < zn_diags_len(diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(diags, i), color);
		fputs(text, stderr);
	}
	return zn_diags_failed(diags) || (strict && zn_diags_count(diags, ZN_WARNING) > 0);
}
