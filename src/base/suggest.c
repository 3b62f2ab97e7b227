/* "did you mean": the nearest word of a list. */
#include "base/diag.h"

#include <string.h>

#define LONGEST 64 /* characters: nobody mistypes more, and the table below stays small */

/* A word with its case folded, as characters; false when it is too long. */
static bool fold(const char *word, gunichar out[LONGEST], size_t *len)
{
	if (strlen(word) > LONGEST * 4 || !g_utf8_validate(word, -1, NULL))
		return false;
	char *folded = g_utf8_casefold(word, -1);
	glong n;
	gunichar *characters = g_utf8_to_ucs4_fast(folded, -1, &n);
	bool fits = n <= LONGEST;
	if (fits) {
		memcpy(out, characters, (size_t)n * sizeof *out);
		*len = (size_t)n;
	}
	g_free(characters);
	g_free(folded);
	return fits;
}

/* Damerau-Levenshtein distance in its restricted form (optimal string alignment): inserting, deleting or replacing a
 * character and swapping two neighbours cost 1 each. */
static size_t distance(const gunichar *a, size_t len_a, const gunichar *b, size_t len_b)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= len_b; j++)
		last[j] = j;
	for (size_t i = 1; i <= len_a; i++) {
		row[0] = i;
		for (size_t j = 1; j <= len_b; j++) {
			size_t best = MIN(last[j], row[j - 1]) + 1;
			best = MIN(best, last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = MIN(best, before[j - 2] + 1);
			row[j] = best;
		}
		size_t *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[len_b];
}

const char *zn_did_you_mean(ZnArena *arena, const char *word, const char *const *candidates)
{
	gunichar wanted[LONGEST], other[LONGEST];
	size_t len, other_len;
	if (!word || !fold(word, wanted, &len))
		return NULL;
	const char *nearest = NULL;
	size_t least = len / 3 + 1;
	for (; *candidates; candidates++) {
		if (!fold(*candidates, other, &other_len) || strcmp(*candidates, word) == 0)
			continue;
		size_t d = distance(wanted, len, other, other_len);
		if (d < least) {
			least = d;
			nearest = *candidates;
		}
	}
	return nearest ? zn_arena_printf(arena, "did you mean “%s”?", nearest) : NULL;
}
