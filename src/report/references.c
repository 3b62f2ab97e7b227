/* What a report cites: [@key] in the text, and the list of references, written as each language has it: GB/T 7714 in Chinese, GOST R 7.0.5
 * in Russian, author and year in English. Modest on purpose: four kinds of works; `text` of an entry says it otherwise. */
#include "report/internal.h"

#include <string.h>

/* --- parts of an entry --- */

typedef enum { KIND_ARTICLE, KIND_BOOK, KIND_WEB, KIND_OTHER, N_KINDS } Kind;

static const char *value(const ZnReference *entry, const char *key)
{
	return zn_get_str(zn_obj(entry->values), key, NULL);
}

static Kind kind_of(const ZnReference *entry)
{
	static const struct {
		const char *type;
		Kind kind;
	} types[] = {
	    {"article", KIND_ARTICLE}, {"article-journal", KIND_ARTICLE}, {"book", KIND_BOOK}, {"web", KIND_WEB}, {"webpage", KIND_WEB}, {"report", KIND_OTHER},
	};
	const char *type = value(entry, "type");
	for (size_t i = 0; type && i < G_N_ELEMENTS(types); i++)
		if (!strcmp(types[i].type, type))
			return types[i].kind;
	return value(entry, "journal") ? KIND_ARTICLE : value(entry, "publisher") ? KIND_BOOK : value(entry, "url") ? KIND_WEB : KIND_OTHER;
}

/* How a language joins names. */
typedef struct Names {
	const char *lang, *comma, *gap, *last, *others; /* between family and given name; between names; before the last; for further ones */
	size_t most;                                    /* names that are written out */
	const char *two, *many;                         /* in the text: (Smith and Jones, 2020), (Smith et al., 2020) */
} Names;

static const Names names_of[] = {
    {"zh", " ", ", ", ", ", ", 等", 3, "和", "等"},
    {"ru", " ", ", ", ", ", " и др.", 3, " и ", " и др."},
    {"en", ", ", ", ", " and ", ", et al.", 6, " and ", " et al."},
};

static const Names *names_for(const ZnReport *report)
{
	for (size_t i = 0; i < G_N_ELEMENTS(names_of); i++)
		if (!strcmp(names_of[i].lang, report->words->lang))
			return &names_of[i];
	return &names_of[G_N_ELEMENTS(names_of) - 1];
}

static ZnValue authors_of(const ZnReference *entry)
{
	ZnValue authors = zn_get(zn_obj(entry->values), "author");
	return zn_len(authors) ? authors : zn_get(zn_obj(entry->values), "editor");
}

/* "Иванов, И. И." -> "Иванов И. И." where a language has no comma. */
static const char *one_name(const ZnReport *report, const Names *names, const char *name)
{
	const char *comma = strstr(name, ", ");
	return comma ? zn_arena_printf(report->arena, "%.*s%s%s", (int)(comma - name), name, names->comma, comma + 2) : name;
}

static const char *author_text(const ZnReport *report, const ZnReference *entry)
{
	const Names *names = names_for(report);
	ZnValue authors = authors_of(entry);
	size_t n = zn_len(authors), shown = MIN(n, names->most);
	const char *text = NULL;
	for (size_t i = 0; i < shown; i++) {
		const char *name = one_name(report, names, zn_at(authors, i).str);
		text = text ? zn_arena_printf(report->arena, "%s%s%s", text, i + 1 == n ? names->last : names->gap, name) : name;
	}
	return text && n > shown ? zn_arena_printf(report->arena, "%s%s", text, names->others) : text;
}

static const char *imprint_text(const ZnReport *report, const ZnReference *entry)
{
	const char *place = value(entry, "place"), *publisher = value(entry, "publisher");
	return place && publisher ? zn_arena_printf(report->arena, "%s: %s", place, publisher) : publisher ? publisher : place;
}

static const char *volume_text(const ZnReport *report, const ZnReference *entry)
{
	const char *volume = value(entry, "volume"), *issue = value(entry, "issue");
	if (!strcmp(report->words->lang, "ru")) {
		const char *t = volume ? zn_arena_printf(report->arena, "Т.\u00a0%s", volume) : NULL;
		const char *no = issue ? zn_arena_printf(report->arena, "№\u00a0%s", issue) : NULL;
		return t && no ? zn_arena_printf(report->arena, "%s, %s", t, no) : t ? t : no;
	}
	return volume && issue ? zn_arena_printf(report->arena, "%s(%s)", volume, issue)
	       : issue         ? zn_arena_printf(report->arena, "(%s)", issue)
	                       : volume;
}

static const char *doi_text(const ZnReport *report, const ZnReference *entry)
{
	const char *doi = value(entry, "doi");
	return doi ? zn_arena_printf(report->arena, "https://doi.org/%s", doi) : NULL;
}

/* --- the order of parts --- */

typedef struct Part {
	const char *key, *before, *after;
	bool italic;
} Part;

#define MOST_PARTS 9

/* clang-format off */
static const struct {
	const char *lang;
	const char *end;
	Part parts[N_KINDS][MOST_PARTS];
} layouts[] = {
	{"zh", ".", {
		[KIND_ARTICLE] = {{"author", "", ". "}, {"title", "", "[J]"}, {"journal", ". ", ""}, {"year", ", ", ""}, {"volumes", ", ", ""},
			{"pages", ": ", ""}, {"doi-address", ". ", ""}},
		[KIND_BOOK] = {{"author", "", ". "}, {"title", "", "[M]"}, {"edition", ". ", ""}, {"imprint", ". ", ""}, {"year", ", ", ""}, {"pages", ": ", ""}},
		[KIND_WEB] = {{"author", "", ". "}, {"title", "", "[EB/OL]"}, {"journal", ". ", ""}, {"year", ". (", ")"}, {"accessed", " [", "]"}, {"url", ". ", ""}},
		[KIND_OTHER] = {{"author", "", ". "}, {"title", "", "[Z]"}, {"imprint", ". ", ""}, {"year", ", ", ""}, {"pages", ": ", ""}, {"url", ". ", ""}},
	}},
	{"ru", ".", {
		[KIND_ARTICLE] = {{"author", "", " "}, {"title", "", ""}, {"journal", " // ", ""}, {"year", ". ", ""}, {"volumes", ". ", ""},
			{"pages", ". С.\u00a0", ""}, {"doi-address", ". ", ""}},
		[KIND_BOOK] = {{"author", "", " "}, {"title", "", ""}, {"edition", ". ", ""}, {"imprint", ". ", ""}, {"year", ", ", ""}, {"pages", ". ", "\u00a0с"}},
		[KIND_WEB] = {{"author", "", " "}, {"title", "", ""}, {"journal", " // ", ""}, {"year", ". ", ""}, {"url", ". URL: ", ""},
			{"accessed", " (дата обращения: ", ")"}},
		[KIND_OTHER] = {{"author", "", " "}, {"title", "", ""}, {"imprint", ". ", ""}, {"year", ", ", ""}, {"url", ". URL: ", ""},
			{"accessed", " (дата обращения: ", ")"}},
	}},
	{"en", ".", {
		[KIND_ARTICLE] = {{"author", "", " "}, {"year", "(", "). "}, {"title", "", ""}, {"journal", ". ", "", true}, {"volumes", ", ", ""},
			{"pages", ", ", ""}, {"doi-address", ". ", ""}},
		[KIND_BOOK] = {{"author", "", " "}, {"year", "(", "). "}, {"title", "", "", true}, {"edition", ", ", ""}, {"imprint", ". ", ""}},
		[KIND_WEB] = {{"author", "", " "}, {"year", "(", "). "}, {"title", "", ""}, {"journal", ". ", "", true}, {"url", ". ", ""}, {"accessed", " (accessed ", ")"}},
		[KIND_OTHER] = {{"author", "", " "}, {"year", "(", "). "}, {"title", "", "", true}, {"imprint", ". ", ""}, {"url", ". ", ""}},
	}},
};
/* clang-format on */

static const char *part_text(const ZnReport *report, const ZnReference *entry, const char *key)
{
	static const struct {
		const char *key;
		const char *(*text)(const ZnReport *report, const ZnReference *entry);
	} made[] = {{"author", author_text}, {"imprint", imprint_text}, {"volumes", volume_text}, {"doi-address", doi_text}};
	for (size_t i = 0; i < G_N_ELEMENTS(made); i++)
		if (!strcmp(made[i].key, key))
			return made[i].text(report, entry);
	return value(entry, key);
}

static ZnInline *add(const ZnReport *report, ZnInline **end, ZnInlineType type, const char *text, int line)
{
	ZnInline *item = zn_inline_text(report->arena, text, line);
	item->type = type;
	*end = item;
	return item;
}

/* Text with what stands before and after it; addresses are links. Empty marks add nothing. */
static ZnInline **add_part(const ZnReport *report, ZnInline **end, const Part *part, const char *text, int line, bool *stopped)
{
	/* no second full stop behind "Смит Дж." */
	const char *before = *stopped && g_str_has_prefix(part->before, ". ") ? part->before + 1 : part->before;
	if (*before)
		end = &add(report, end, ZN_INLINE_TEXT, before, line)->next;
	ZnInline *own = zn_inline_text(report->arena, text, line);
	bool address = g_str_has_prefix(text, "http://") || g_str_has_prefix(text, "https://");
	if (address || part->italic) {
		ZnInline *outer = add(report, end, address ? ZN_INLINE_LINK : ZN_INLINE_EMPHASIS, text, line);
		outer->children = own;
		end = &outer->next;
	} else {
		*end = own;
		end = &own->next;
	}
	const char *after = g_str_has_suffix(text, ".") && part->after[0] == '.' ? part->after + 1 : part->after;
	if (*after)
		end = &add(report, end, ZN_INLINE_TEXT, after, line)->next;
	*stopped = !*part->after && (address || g_str_has_suffix(text, "."));
	return end;
}

/* An entry of the list. */
static ZnInline *entry_inlines(const ZnReport *report, const ZnReference *entry)
{
	const char *own = value(entry, "text");
	ZnInline *first = NULL, **end = &first;
	if (own)
		return zn_inline_text(report->arena, own, entry->place.line);
	size_t l = 0;
	while (l + 1 < G_N_ELEMENTS(layouts) && strcmp(layouts[l].lang, report->words->lang))
		l++;
	bool stopped = false;
	const Part *part = layouts[l].parts[kind_of(entry)];
	for (size_t i = 0; i < MOST_PARTS && part[i].key; i++) {
		const char *text = part_text(report, entry, part[i].key);
		if (text && *text)
			end = add_part(report, end, &part[i], text, entry->place.line, &stopped);
	}
	if (!stopped)
		add(report, end, ZN_INLINE_TEXT, layouts[l].end, entry->place.line);
	return first;
}

/* --- order and numbers --- */

static const char *sort_key(const ZnReport *report, const ZnReference *entry)
{
	ZnValue authors = authors_of(entry);
	const char *name = zn_len(authors) ? zn_at(authors, 0).str : NULL;
	const char *title = value(entry, "title"), *text = value(entry, "text"), *year = value(entry, "year");
	g_autofree char *folded = g_utf8_casefold(name ? name : title ? title : text, -1);
	return zn_arena_printf(report->arena, "%s %s", folded, year ? year : "");
}

typedef struct Sorted {
	size_t entry;
	const char *key; /* NULL = in order of citation */
	size_t cited;
} Sorted;

static int compare(const void *a, const void *b)
{
	const Sorted *x = a, *y = b;
	int order = x->key && y->key ? strcmp(x->key, y->key) : 0;
	return order ? order : x->cited < y->cited ? -1 : x->cited > y->cited;
}

/* Numbers the entries; `order`[i] = which stands in place i. */
static void number_entries(ZnReport *report)
{
	size_t n = report->front->n_references;
	Sorted *sorted = zn_new_n(report->arena, Sorted, n);
	bool alphabet = report->style->reference_order == ZN_REFERENCES_ALPHABET;
	for (size_t i = 0; i < n; i++) {
		size_t at = report->cited[i] ? report->cited[i] : SIZE_MAX / 2 + i;
		sorted[i] = (Sorted){i, alphabet ? sort_key(report, &report->front->references[i]) : NULL, at};
	}
	if (n)
		qsort(sorted, n, sizeof *sorted, compare);
	report->reference_order = zn_new_n(report->arena, size_t, n);
	report->reference_number = zn_new_n(report->arena, size_t, n);
	for (size_t i = 0; i < n; i++) {
		report->reference_order[i] = sorted[i].entry;
		report->reference_number[sorted[i].entry] = i + 1;
	}
}

/* --- citing --- */

static size_t find_entry(const ZnReport *report, const char *id)
{
	for (size_t i = 0; i < report->front->n_references; i++)
		if (!strcmp(report->front->references[i].id, id))
			return i;
	return SIZE_MAX;
}

const ZnCitation *zn_report_cite(ZnReport *report, const char *text, int line)
{
	ZnCitation *first = NULL, **end = &first;
	g_auto(GStrv) parts = g_strsplit(text, ";", -1);
	for (char **part = parts; *part; part++) {
		char *key = g_strstrip(*part);
		if (*key != '@')
			return NULL;
		size_t n = strcspn(key + 1, ", ");
		const char *rest = key + 1 + n;
		rest += strspn(rest, ", ");
		ZnCitation *citation = zn_new(report->arena, ZnCitation);
		const char *id = zn_arena_strndup(report->arena, key + 1, n);
		if (!n)
			return NULL;
		citation->entry = find_entry(report, id);
		citation->locator = *rest ? zn_arena_strdup(report->arena, rest) : NULL;
		if (citation->entry == SIZE_MAX) {
			const char **ids = zn_new_n(report->arena, const char *, report->front->n_references + 1);
			for (size_t i = 0; i < report->front->n_references; i++)
				ids[i] = report->front->references[i].id;
			const char *hint = zn_did_you_mean(report->arena, id, ids);
			zn_error(report->context->diags, zn_report_place(report, line), hint ? hint : "list it under “references” in the front matter",
			         "no reference has the id “%s”", id);
			return NULL;
		}
		if (!report->cited[citation->entry])
			report->cited[citation->entry] = ++report->n_cited;
		*end = citation;
		end = &citation->next;
	}
	return first;
}

static const char *short_author(const ZnReport *report, const ZnReference *entry)
{
	const Names *names = names_for(report);
	ZnValue authors = authors_of(entry);
	size_t n = zn_len(authors);
	if (!n)
		return value(entry, "title") ? value(entry, "title") : value(entry, "text");
	const char *family[2] = {NULL, NULL};
	for (size_t i = 0; i < MIN(n, 2); i++) {
		const char *name = zn_at(authors, i).str, *comma = strstr(name, ", ");
		family[i] = comma ? zn_arena_strndup(report->arena, name, (size_t)(comma - name)) : name;
	}
	return n == 1   ? family[0]
	       : n == 2 ? zn_arena_printf(report->arena, "%s%s%s", family[0], names->two, family[1])
	                : zn_arena_printf(report->arena, "%s%s", family[0], names->many);
}

const char *zn_citation_text(const ZnReport *report, const ZnCitation *citation, const char **id)
{
	const ZnReference *entry = &report->front->references[citation->entry];
	size_t number = report->reference_number[citation->entry];
	const char *year = value(entry, "year");
	*id = zn_arena_printf(report->arena, "zn.ref.%zu", number);
	const char *text = zn_arena_printf(report->arena, "%zu", number);
	if (report->style->cite == ZN_CITE_AUTHOR) {
		const char *author = short_author(report, entry);
		text = year ? zn_arena_printf(report->arena, "%s, %s", author, year) : author;
	}
	return citation->locator ? zn_arena_printf(report->arena, "%s, %s", text, citation->locator) : text;
}

/* --- the list --- */

/* A list of entries, labelled; goes behind the heading of class "references", or to the end with a heading of its own. */
static ZnBlock *list_block(ZnReport *report)
{
	ZnBlock *list = zn_new(report->arena, ZnBlock), **end = &list->children;
	list->type = ZN_BLOCK_REFERENCES;
	for (size_t i = 0; i < report->front->n_references; i++) {
		const ZnReference *entry = &report->front->references[report->reference_order[i]];
		ZnBlock *item = zn_new(report->arena, ZnBlock);
		item->type = ZN_BLOCK_ITEM;
		item->line = entry->place.line;
		item->id = zn_arena_printf(report->arena, "zn.ref.%zu", i + 1);
		item->inlines = entry_inlines(report, entry);
		bool dotted = !strcmp(report->words->lang, "ru");
		if (report->style->cite == ZN_CITE_NUMBER)
			item->label = dotted ? zn_arena_printf(report->arena, "%zu.", i + 1) : zn_arena_printf(report->arena, "[%zu]", i + 1);
		*end = item;
		end = &item->next;
	}
	return list;
}

void zn_report_place_references(ZnReport *report)
{
	number_entries(report);
	if (!report->front->n_references)
		return;
	ZnBlock **p = &report->blocks;
	int top = ZN_LEVELS;
	for (; *p && !((*p)->type == ZN_BLOCK_HEADING && zn_attributes_class((*p)->attributes, "references")); p = &(*p)->next)
		if ((*p)->type == ZN_BLOCK_HEADING)
			top = MIN(top, (*p)->level);
	if (!*p) {
		ZnAttributes *attributes = zn_new(report->arena, ZnAttributes);
		attributes->unnumbered = true;
		attributes->values = zn_object_new(report->arena);
		ZnBlock *heading = zn_new(report->arena, ZnBlock);
		heading->type = ZN_BLOCK_HEADING;
		heading->level = top == ZN_LEVELS ? 1 : top;
		heading->line = report->front->references[0].place.line;
		heading->attributes = attributes;
		heading->inlines = zn_inline_text(report->arena, report->words->references, heading->line);
		*p = heading;
	}
	/* at the end of the section */
	int level = (*p)->level;
	p = &(*p)->next;
	while (*p && !((*p)->type == ZN_BLOCK_HEADING && (*p)->level <= level))
		p = &(*p)->next;
	ZnBlock *list = list_block(report);
	list->next = *p;
	*p = list;
}
