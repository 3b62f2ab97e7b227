#include "text/internal.h"

#include <string.h>

/* A trie as fonts/hyphenation.py writes it, mapped into memory. */
#define KEPT 2048u       /* words */
#define LONGEST_KEPT 22u /* letters */

/* A word and its points, bit by bit: a text repeats its words. */
typedef struct KeptWord {
	uint8_t n; /* 0 = free */
	uint32_t points;
	uint16_t letters[LONGEST_KEPT];
} KeptWord;

typedef struct ZnTrie {
	KeptWord *kept; /* KEPT of them */
	GMappedFile *file; /* NULL: there is no dictionary */
	const guint32 *first_edge, *digits_at, *letters, *targets;
	const uint8_t *digits;
	guint32 n_nodes, n_edges, n_digits;
} ZnTrie;

static const guint32 magic = 'Z' | 'N' << 8 | 'H' << 16 | (guint32)'Y' << 24;

void zn_trie_free(void *data)
{
	ZnTrie *trie = data;
	if (trie->file)
		g_mapped_file_unref(trie->file);
	g_free(trie->kept);
	g_free(trie);
}

static bool trie_open(ZnTrie *trie, const char *path)
{
	GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
	if (!file)
		return false;
	const guint32 *words = (const guint32 *)g_mapped_file_get_contents(file);
	gsize size = g_mapped_file_get_length(file);
	if (size < 16 || GUINT32_FROM_LE(words[0]) != magic) {
		g_mapped_file_unref(file);
		return false;
	}
	trie->n_nodes = GUINT32_FROM_LE(words[1]);
	trie->n_edges = GUINT32_FROM_LE(words[2]);
	trie->n_digits = GUINT32_FROM_LE(words[3]);
	guint64 n_words = 4 + 2 * (guint64)trie->n_nodes + 1 + 2 * (guint64)trie->n_edges;
	if (!trie->n_nodes || n_words * 4 + trie->n_digits != size) {
		g_mapped_file_unref(file);
		return false;
	}
	trie->file = file;
	trie->kept = g_new0(KeptWord, KEPT);
	trie->first_edge = words + 4;
	trie->digits_at = trie->first_edge + trie->n_nodes + 1;
	trie->letters = trie->digits_at + trie->n_nodes;
	trie->targets = trie->letters + trie->n_edges;
	trie->digits = (const uint8_t *)(trie->targets + trie->n_edges);
	return true;
}

static const ZnTrie *trie_of(ZnFonts *fonts, const char *lang)
{
	ZnTrie *trie = g_hash_table_lookup(fonts->tries, lang);
	if (!trie) {
		trie = g_new0(ZnTrie, 1);
		g_autofree char *relative = g_strdup_printf("fonts/hyphen/%s.trie", lang);
		g_autofree char *path = zn_text_data_file(relative);
		if (path)
			trie_open(trie, path);
		g_hash_table_insert(fonts->tries, zn_arena_strdup(fonts->arena, lang), trie);
	}
	return trie->file ? trie : NULL;
}

/* The node that the letter leads to, 0 = none. Edges of a node are in order of letters. */
static guint32 trie_step(const ZnTrie *trie, guint32 node, gunichar letter)
{
	guint32 low = GUINT32_FROM_LE(trie->first_edge[node]), high = MIN(GUINT32_FROM_LE(trie->first_edge[node + 1]), trie->n_edges);
	while (low < high) {
		guint32 middle = low + (high - low) / 2;
		if (GUINT32_FROM_LE(trie->letters[middle]) < letter)
			low = middle + 1;
		else
			high = middle;
	}
	if (low >= trie->n_edges || GUINT32_FROM_LE(trie->letters[low]) != letter || low >= GUINT32_FROM_LE(trie->first_edge[node + 1]))
		return 0;
	guint32 target = GUINT32_FROM_LE(trie->targets[low]);
	return target < trie->n_nodes ? target : 0;
}

/* How many letters stay on either side of a hyphen. */
static const struct {
	const char *lang;
	size_t left, right;
} margins[] = {
    {"ru", 2, 2},
    {"en", 2, 3},
};

#define MAX_WORD 100

/* The word's place among those kept: it is there, or takes the place of what was. NULL: it is too long or of strange letters. */
static KeptWord *keep_word(const ZnTrie *trie, const gunichar *word, size_t n, bool *known)
{
	if (n > LONGEST_KEPT)
		return NULL;
	uint16_t letters[LONGEST_KEPT];
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < n; i++) {
		if (word[i] > 0xffff)
			return NULL;
		letters[i] = (uint16_t)word[i];
		hash = (hash ^ word[i]) * 16777619u;
	}
	KeptWord *kept = &trie->kept[(hash ^ hash >> 15) % KEPT];
	*known = kept->n == n && memcmp(kept->letters, letters, n * sizeof *letters) == 0;
	if (!*known) {
		*kept = (KeptWord){.n = (uint8_t)n};
		memcpy(kept->letters, letters, n * sizeof *letters);
	}
	return kept;
}

static void find_points(const ZnTrie *trie, const char *lang, const gunichar *word, size_t n, bool *points)
{
	gunichar dotted[MAX_WORD + 2] = {'.'};
	memcpy(dotted + 1, word, n * sizeof *word);
	dotted[n + 1] = '.';
	uint8_t values[MAX_WORD + 3] = {0}; /* values[i] stands before dotted[i] */
	for (size_t start = 0; start < n + 2; start++) {
		guint32 node = 0;
		for (size_t i = start; i < n + 2 && (node = trie_step(trie, node, dotted[i])); i++) {
			guint32 at = GUINT32_FROM_LE(trie->digits_at[node]);
			if (!at || at >= trie->n_digits || at + trie->digits[at] >= trie->n_digits)
				continue;
			for (size_t d = 0; d < trie->digits[at] && start + d < n + 3; d++)
				values[start + d] = MAX(values[start + d], trie->digits[at + 1 + d]);
		}
	}
	size_t left = 2, right = 2;
	for (size_t i = 0; i < G_N_ELEMENTS(margins); i++) {
		if (strcmp(lang, margins[i].lang) == 0) {
			left = margins[i].left;
			right = margins[i].right;
		}
	}
	for (size_t i = left; i + right <= n; i++)
		points[i] = values[i + 1] & 1;
}

bool zn_hyphenate(ZnFonts *fonts, const char *lang, const gunichar *word, size_t n, bool *points)
{
	memset(points, 0, n * sizeof *points);
	const ZnTrie *trie = trie_of(fonts, lang);
	if (!trie || n < 2 || n > MAX_WORD)
		return false;
	bool known = false;
	KeptWord *kept = keep_word(trie, word, n, &known);
	if (known) {
		for (size_t i = 0; i < n; i++)
			points[i] = kept->points >> i & 1;
		return true;
	}
	find_points(trie, lang, word, n, points);
	for (size_t i = 0; kept && i < n; i++)
		kept->points |= (uint32_t)points[i] << i;
	return true;
}

void zn_hyphenation_add_digest(GPtrArray *lines)
{
	for (size_t i = 0; i < G_N_ELEMENTS(margins); i++) {
		g_autofree char *relative = g_strdup_printf("fonts/hyphen/%s.trie", margins[i].lang);
		g_autofree char *path = zn_text_data_file(relative), *bytes = NULL;
		gsize len;
		if (!path || !g_file_get_contents(path, &bytes, &len, NULL))
			continue;
		g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, len);
		g_ptr_array_add(lines, g_strdup_printf("%s %s", relative, sum));
	}
}
