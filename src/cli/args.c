#include "cli/cli.h"
#include "format/format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
		if (!set_number(value, &number) || number > 512)
			return false;
		*(int *)option->target = (int)number;
		return true;
	default:
		*(bool *)option->target = true;
		return true;
	}
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
		if (!option) {
			zn_usage(command, "there is no option “%s”", word);
			return false;
		}
		char *value = joined ? equals + 1 : glued ? word + 2 : NULL;
		if (option->kind != ZN_OPT_FLAG && !value) {
			if (i + 1 == argc) {
				zn_usage(command, "%s needs a value", option->name);
				return false;
			}
			value = argv[++i];
		}
		if (!set_option(option, value)) {
			zn_usage(command, "“%s” is not a value for %s", value, option->name);
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
