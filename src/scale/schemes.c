#include "scale/schemes.h"
#include "scale/scale.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME 48

static int compare_name(const void *key, const void *scheme)
{
	return strcmp(key, ((const ZnScheme *)scheme)->name);
}

static const ZnScheme *find(const char *lower)
{
	return bsearch(lower, ZN_SCHEMES, ZN_N_SCHEMES, sizeof *ZN_SCHEMES, compare_name);
}

const ZnScheme *zn_scheme_lookup(const char *name, size_t *count)
{
	char lower[LONGEST_NAME];
	size_t len = name ? strlen(name) : 0;
	*count = 0;
	if (!len || len >= sizeof lower)
		return NULL;
	for (size_t i = 0; i <= len; i++)
		lower[i] = g_ascii_tolower(name[i]);
	char *dash = strrchr(lower, '-');
	if (dash && g_ascii_isdigit(dash[1])) {
		char *end;
		long number = strtol(dash + 1, &end, 10);
		if (*end || number < 1 || number > 256)
			return NULL;
		*dash = '\0';
		*count = (size_t)number;
	}
	return find(lower);
}

size_t zn_scheme_len(const ZnScheme *scheme)
{
	return strlen(scheme->hex) / 6;
}

ZnColor zn_scheme_color(const ZnScheme *scheme, size_t i)
{
	double channels[3];
	for (int c = 0; c < 3; c++) {
		const char *digits = scheme->hex + i * 6 + c * 2;
		channels[c] = (g_ascii_xdigit_value(digits[0]) * 16 + g_ascii_xdigit_value(digits[1])) / 255.0;
	}
	return (ZnColor){channels[0], channels[1], channels[2], 1};
}

ZnRamp *zn_scheme_ramp(ZnArena *arena, const ZnScheme *scheme)
{
	size_t n = zn_scheme_len(scheme);
	ZnColor *colors = zn_new_n(arena, ZnColor, n);
	for (size_t i = 0; i < n; i++)
		colors[i] = zn_scheme_color(scheme, i);
	return zn_ramp_new(arena, colors, n, &ZN_MIXER_RGB);
}

bool zn_scheme_known(const char *name)
{
	size_t count;
	return zn_scheme_lookup(name, &count) != NULL;
}

bool zn_scheme_categorical(const char *name)
{
	size_t count;
	const ZnScheme *scheme = zn_scheme_lookup(name, &count);
	return scheme && scheme->categorical;
}

const char *const *zn_scheme_names(void)
{
	static const char **names;
	if (g_once_init_enter(&names)) {
		const char **list = g_new0(const char *, ZN_N_SCHEMES + 1);
		for (size_t i = 0; i < ZN_N_SCHEMES; i++)
			list[i] = ZN_SCHEMES[i].name;
		g_once_init_leave(&names, list);
	}
	return names;
}

bool zn_scheme_at(const char *name, double t, ZnColor *out)
{
	size_t count;
	const ZnScheme *scheme = zn_scheme_lookup(name, &count);
	if (!scheme)
		return false;
	size_t n = zn_scheme_len(scheme);
	t = t >= 0 ? MIN(t, 1) : 0;
	if (scheme->categorical) {
		*out = zn_scheme_color(scheme, MIN((size_t)(t * (double)n), n - 1));
		return true;
	}
	size_t i = MIN((size_t)(t * (double)(n - 1)), n - 2);
	*out = zn_color_mix(zn_scheme_color(scheme, i), zn_scheme_color(scheme, i + 1), t * (double)(n - 1) - (double)i, &ZN_MIXER_RGB);
	return true;
}
