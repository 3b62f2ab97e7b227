/* JavaScript's regular expressions on PCRE (GRegex), inside this room only.
 *
 * A pattern is translated, so that \d, \w, \b, ., ^ and $ mean what ECMAScript says (ASCII classes, its line ends), and PCRE's own
 * extensions are refused or literal. Matching has PCRE's limit on backtracking: a pattern that explodes fails, it does not hang. */
#pragma once

#include "expr/opaque.h"

#include <glib.h>

#define ZN_REGEX_MAX_GROUPS 99

/* Bytes where the match and its groups begin and end: pairs, -1 for a group that took no part. */
typedef int ZnRegexMatch[2 * (ZN_REGEX_MAX_GROUPS + 1)];

struct ZnRegex {
	ZnOpaqueHead head;
	const char *source, *flags;
	GRegex *regex;
	bool global;
	unsigned n_groups;
};

/* Lives in the arena; NULL with *problem set (an arena text) when pattern or flags are wrong. */
ZnRegex *zn_regex_new(ZnArena *arena, const char *pattern, const char *flags, const char **problem);

/* The first match at or behind byte `start` of `text`. 1 found, 0 none, -1 too much backtracking. */
int zn_regex_match(const ZnRegex *regex, const char *text, size_t len, size_t start, ZnRegexMatch match);
/* Number of the group of that name, or -1. */
int zn_regex_group(const ZnRegex *regex, const char *name);
