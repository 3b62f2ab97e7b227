#include "report/front.h"

#include "format/format.h"
#include "report/yaml.h"

#include <string.h>

typedef struct Reader {
	ZnContext *context;
	ZnFront *front;
} Reader;

static ZnDiags *diags_of(const Reader *r)
{
	return r->context->diags;
}

static void expected(const Reader *r, const ZnYaml *node, const char *what)
{
	zn_error(diags_of(r), node->place, NULL, "“%s” should be %s", node->key ? node->key : "an entry", what);
}

/* --- kinds of values --- */

static bool is_text(const Reader *r, const ZnYaml *node)
{
	if (node->type == ZN_YAML_SCALAR)
		return true;
	/* {{ x }} without quotes is a mapping in YAML. */
	bool braces = node->type == ZN_YAML_MAP && node->children && !node->children->next;
	zn_error(diags_of(r), node->place, braces ? "an expression needs quotes: \"{{ ... }}\"" : NULL, "“%s” should be a text",
	         node->key ? node->key : "an entry");
	return false;
}

static void read_text(Reader *r, const ZnYaml *node, void *out)
{
	if (is_text(r, node))
		*(ZnFrontText *)out = (ZnFrontText){node->text, node->place};
}

static void read_bool(Reader *r, const ZnYaml *node, void *out)
{
	static const struct {
		const char *text;
		bool value;
	} words[] = {
	    {"true", true}, {"yes", true}, {"on", true}, {"false", false}, {"no", false}, {"off", false},
	};
	for (size_t i = 0; node->type == ZN_YAML_SCALAR && i < G_N_ELEMENTS(words); i++) {
		if (!g_ascii_strcasecmp(words[i].text, node->text)) {
			*(bool *)out = words[i].value;
			return;
		}
	}
	expected(r, node, "true or false");
}

static void read_depth(Reader *r, const ZnYaml *node, void *out)
{
	guint64 depth;
	if (node->type == ZN_YAML_SCALAR && g_ascii_string_to_unsigned(node->text, 10, 1, 6, &depth, NULL))
		*(int *)out = (int)depth;
	else
		expected(r, node, "a number from 1 to 6");
}

static void unknown_key(const Reader *r, const ZnYaml *node, const char *const *known)
{
	zn_warning(diags_of(r), node->key_place, zn_did_you_mean(r->context->arena, node->key, known), "unknown key “%s” in the front matter",
	           node->key);
}

typedef struct Texts {
	ZnFrontText *items;
	size_t n, cap;
} Texts;

/* One text or a list of texts. */
static void read_texts(Reader *r, const ZnYaml *node, Texts *out)
{
	if (node->type == ZN_YAML_MAP) {
		expected(r, node, "a text or a list of texts");
		return;
	}
	for (const ZnYaml *child = node->type == ZN_YAML_LIST ? node->children : node; child; child = node->type == ZN_YAML_LIST ? child->next : NULL) {
		ZnFrontText text = {child->text, child->place};
		if (is_text(r, child))
			zn_push(r->context->arena, out->items, out->n, out->cap, text);
	}
}

/* A mapping whose values are texts. */
typedef struct Member {
	const char *name;
	size_t offset; /* of a ZnFrontText */
} Member;

static void read_members(Reader *r, const ZnYaml *node, const Member *members, size_t n, void *out)
{
	const char **names = zn_new_n(r->context->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		names[i] = members[i].name;
	for (const ZnYaml *child = node->children; child; child = child->next) {
		size_t i = 0;
		while (i < n && strcmp(members[i].name, child->key))
			i++;
		if (i < n)
			read_text(r, child, (char *)out + members[i].offset);
		else
			unknown_key(r, child, names);
	}
}

/* Texts, or mappings with name, affiliation and email. */
static void read_authors(Reader *r, const ZnYaml *node, void *out)
{
	static const Member members[] = {
	    {"name", offsetof(ZnAuthor, name)}, {"affiliation", offsetof(ZnAuthor, affiliation)}, {"email", offsetof(ZnAuthor, email)}};
	bool list = node->type == ZN_YAML_LIST;
	for (const ZnYaml *child = list ? node->children : node; child; child = list ? child->next : NULL) {
		ZnAuthor author = {0};
		if (child->type == ZN_YAML_MAP)
			read_members(r, child, members, G_N_ELEMENTS(members), &author);
		else
			read_text(r, child, &author.name);
		if (author.name.text)
			zn_push(r->context->arena, r->front->authors, r->front->n_authors, r->front->cap_authors, author);
		else if (child->type == ZN_YAML_MAP)
			zn_error(diags_of(r), child->place, "write  - name: ...", "an author needs a name");
	}
}

/* "a, b; c" is three. */
static void read_keywords_into(Reader *r, const ZnYaml *node, Texts *out)
{
	if (node->type != ZN_YAML_SCALAR) {
		read_texts(r, node, out);
		return;
	}
	g_auto(GStrv) parts = g_regex_split_simple("[,;，；、]", node->text, 0, 0);
	for (char **part = parts; *part; part++) {
		if (!*g_strstrip(*part))
			continue;
		ZnFrontText text = {zn_arena_strdup(r->context->arena, *part), node->place};
		zn_push(r->context->arena, out->items, out->n, out->cap, text);
	}
}

static void read_keywords(Reader *r, const ZnYaml *node, void *out)
{
	Texts texts = {0};
	read_keywords_into(r, node, &texts);
	r->front->keywords = texts.items;
	r->front->n_keywords = texts.n;
}

static void read_translation(Reader *r, const ZnYaml *node, void *out)
{
	static const Member members[] = {{"lang", offsetof(ZnTranslation, lang)},
	                                 {"title", offsetof(ZnTranslation, title)},
	                                 {"authors", offsetof(ZnTranslation, authors)},
	                                 {"abstract", offsetof(ZnTranslation, abstract)}};
	ZnTranslation *translation = &r->front->translation;
	if (node->type != ZN_YAML_MAP) {
		expected(r, node, "a mapping with lang, title, abstract and keywords");
		return;
	}
	ZnYaml texts = *node, **end = &texts.children; /* all but the keywords */
	for (ZnYaml *child = node->children, *next; child; child = next) {
		next = child->next;
		if (!strcmp(child->key, "keywords")) {
			Texts words = {0};
			read_keywords_into(r, child, &words);
			translation->keywords = words.items;
			translation->n_keywords = words.n;
		} else {
			*end = child;
			end = &child->next;
		}
	}
	*end = NULL;
	read_members(r, &texts, members, G_N_ELEMENTS(members), translation);
	if (!translation->lang.text || !zn_locale_lookup(translation->lang.text)) {
		zn_error(diags_of(r), node->place, "write  lang: en", "the translation should say its language");
		translation->lang.text = NULL;
	}
}

static void read_figures(Reader *r, const ZnYaml *node, void *out)
{
	static const char *const keys[] = {"value", "label", NULL};
	if (node->type != ZN_YAML_LIST) {
		expected(r, node, "a list of entries with value and label");
		return;
	}
	for (const ZnYaml *child = node->children; child; child = child->next) {
		ZnKeyFigure figure = {0};
		for (const ZnYaml *member = child->type == ZN_YAML_MAP ? child->children : NULL; member; member = member->next) {
			if (!strcmp(member->key, keys[0]))
				read_text(r, member, &figure.value);
			else if (!strcmp(member->key, keys[1]))
				read_text(r, member, &figure.label);
			else
				unknown_key(r, member, keys);
		}
		if (!figure.value.text || !figure.label.text)
			zn_error(diags_of(r), child->place, "write  - value: \"{{ ... }}\"  and  label: ...", "a key figure needs a value and a label");
		else
			zn_push(r->context->arena, r->front->figures, r->front->n_figures, r->front->cap_figures, figure);
	}
}

/* --- references --- */

/* Keys of an entry; those of CSL-JSON mean the same as ours. */
static const struct {
	const char *name, *ours;
} reference_keys[] = {
    {"id", "id"}, {"type", "type"}, {"text", "text"}, {"author", "author"}, {"authors", "author"}, {"editor", "editor"}, {"title", "title"},
    {"journal", "journal"}, {"container-title", "journal"}, {"publisher", "publisher"}, {"place", "place"}, {"publisher-place", "place"},
    {"year", "year"}, {"issued", "year"}, {"volume", "volume"}, {"issue", "issue"}, {"pages", "pages"}, {"page", "pages"},
    {"url", "url"}, {"URL", "url"}, {"doi", "doi"}, {"DOI", "doi"}, {"accessed", "accessed"}, {"lang", "lang"}, {"edition", "edition"},
};

/* "Ivanov, I. I." of {family: Ivanov, given: I. I.}. */
static const char *name_text(Reader *r, const ZnYaml *node)
{
	const char *family = NULL, *given = NULL;
	for (const ZnYaml *child = node->type == ZN_YAML_MAP ? node->children : NULL; child; child = child->next) {
		if (!strcmp(child->key, "family") && child->type == ZN_YAML_SCALAR)
			family = child->text;
		else if (!strcmp(child->key, "given") && child->type == ZN_YAML_SCALAR)
			given = child->text;
	}
	if (node->type == ZN_YAML_SCALAR)
		return node->text;
	if (!family)
		zn_error(diags_of(r), node->place, "write a text, or {family: ..., given: ...}", "an author should be a name");
	return family && given ? zn_arena_printf(r->context->arena, "%s, %s", family, given) : family;
}

static ZnValue names_value(Reader *r, const ZnYaml *node)
{
	ZnArray *names = zn_array_new(r->context->arena, 1);
	bool list = node->type == ZN_YAML_LIST;
	for (const ZnYaml *child = list ? node->children : node; child; child = list ? child->next : NULL) {
		const char *name = name_text(r, child);
		if (name && child->type == ZN_YAML_SCALAR)
			zn_names_split(r->context->arena, names, name);
		else if (name)
			zn_array_push(r->context->arena, names, zn_str(name));
	}
	return zn_arr(names);
}

static void read_reference_key(Reader *r, const ZnYaml *node, ZnReference *entry)
{
	const char *names[G_N_ELEMENTS(reference_keys) + 1] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(reference_keys); i++) {
		const char *ours = reference_keys[i].ours;
		names[i] = reference_keys[i].name;
		if (strcmp(names[i], node->key))
			continue;
		if (!strcmp(ours, "author") || !strcmp(ours, "editor"))
			zn_object_set(r->context->arena, entry->values, ours, names_value(r, node));
		else if (is_text(r, node))
			zn_object_set(r->context->arena, entry->values, ours, zn_str(node->text));
		return;
	}
	unknown_key(r, node, names);
}

static void read_references(Reader *r, const ZnYaml *node, void *out)
{
	if (node->type != ZN_YAML_LIST) {
		expected(r, node, "a list of entries with id, author, title, year ...");
		return;
	}
	for (const ZnYaml *child = node->children; child; child = child->next) {
		ZnReference entry = {.place = child->place, .values = zn_object_new(r->context->arena)};
		for (const ZnYaml *member = child->type == ZN_YAML_MAP ? child->children : NULL; member; member = member->next)
			read_reference_key(r, member, &entry);
		entry.id = zn_get_str(zn_obj(entry.values), "id", NULL);
		bool told = zn_get_str(zn_obj(entry.values), "title", NULL) || zn_get_str(zn_obj(entry.values), "text", NULL);
		bool again = false;
		for (size_t i = 0; entry.id && i < r->front->n_references; i++)
			again |= !strcmp(r->front->references[i].id, entry.id);
		if (!entry.id || !told)
			zn_error(diags_of(r), child->place, "write  - id: ...  and  title: ...  (or text: ...)", "a reference needs an id and a title or text");
		else if (again)
			zn_error(diags_of(r), child->place, NULL, "two references have the id “%s”", entry.id);
		else
			zn_push(r->context->arena, r->front->references, r->front->n_references, r->front->cap_references, entry);
	}
}

/* --- styles --- */

/* A mapping as properties: nested ones as "body.size". */
static void flatten(Reader *r, const ZnYaml *node, const char *prefix)
{
	for (const ZnYaml *child = node->children; child; child = child->next) {
		const char *name = *prefix ? zn_arena_printf(r->context->arena, "%s.%s", prefix, child->key) : child->key;
		if (child->type == ZN_YAML_MAP)
			flatten(r, child, name);
		else if (!*prefix && (!strcmp(name, "extends") || !strcmp(name, "name"))) {
			if (is_text(r, child)) {
				r->front->style.base = child->text;
				r->front->style.base_place = child->place;
			}
		} else if (is_text(r, child))
			zn_style_sheet_add(r->context->arena, &r->front->style, name, zn_str(child->text), child->place);
	}
}

static void read_style(Reader *r, const ZnYaml *node, void *out)
{
	r->front->style_place = node->place;
	if (node->type == ZN_YAML_SCALAR) {
		r->front->style.base = node->text;
		r->front->style.base_place = node->place;
	} else if (node->type == ZN_YAML_MAP)
		flatten(r, node, "");
	else
		expected(r, node, "the name of a style or a mapping of its properties");
}

static void read_page(Reader *r, const ZnYaml *node, void *out)
{
	if (!r->front->style_place.file)
		r->front->style_place = node->place;
	if (node->type == ZN_YAML_SCALAR)
		zn_style_sheet_add(r->context->arena, &r->front->style, "page.size", zn_str(node->text), node->place);
	else if (node->type == ZN_YAML_MAP)
		flatten(r, node, "page");
	else
		expected(r, node, "a size of paper, or a mapping with size and margins");
}

static void read_columns(Reader *r, const ZnYaml *node, void *out)
{
	if (is_text(r, node))
		zn_style_sheet_add(r->context->arena, &r->front->style, "page.columns", zn_str(node->text), node->place);
}

/* --- the keys --- */

typedef struct Key {
	const char *name;
	void (*read)(Reader *r, const ZnYaml *node, void *out);
	size_t offset; /* in ZnFront */
} Key;

static const Key keys[] = {
    {"title", read_text, offsetof(ZnFront, title)},
    {"subtitle", read_text, offsetof(ZnFront, subtitle)},
    {"author", read_authors, 0},
    {"authors", read_authors, 0},
    {"date", read_text, offsetof(ZnFront, date)},
    {"abstract", read_text, offsetof(ZnFront, abstract)},
    {"keywords", read_keywords, 0},
    {"lang", read_text, offsetof(ZnFront, lang)},
    {"theme", read_text, offsetof(ZnFront, theme)},
    {"toc", read_bool, offsetof(ZnFront, toc)},
    {"toc-depth", read_depth, offsetof(ZnFront, toc_depth)},
    {"numbering", read_bool, offsetof(ZnFront, numbering)},
    {"style", read_style, 0},
    {"key-figures", read_figures, 0},
    {"page", read_page, 0},
    {"columns", read_columns, 0},
    {"references", read_references, 0},
    {"translation", read_translation, 0},
    {"header", read_text, offsetof(ZnFront, header)},
    {"footer", read_text, offsetof(ZnFront, footer)},
};

static void read_key(Reader *r, const ZnYaml *node)
{
	const char *names[G_N_ELEMENTS(keys) + 1] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		names[i] = keys[i].name;
		if (!strcmp(keys[i].name, node->key)) {
			keys[i].read(r, node, (char *)r->front + keys[i].offset);
			return;
		}
	}
	unknown_key(r, node, names);
}

static void check_lang(Reader *r)
{
	const ZnFrontText *lang = &r->front->lang;
	if (!lang->text || zn_locale_lookup(lang->text))
		return;
	zn_error(diags_of(r), lang->place, zn_did_you_mean(r->context->arena, lang->text, zn_locale_languages()), "unknown language “%s”",
	         lang->text);
	r->front->lang.text = NULL;
}

static void read_block(Reader *r, const char *file, const char *text, size_t len)
{
	ZnYaml *root = zn_yaml_parse(r->context, file, text, len, 2);
	if (!root)
		return;
	if (root->type != ZN_YAML_MAP) {
		zn_error(diags_of(r), root->place, "write one “key: value” a line", "the front matter should be a mapping");
		return;
	}
	for (const ZnYaml *node = root->children; node; node = node->next) {
		bool again = false;
		for (const ZnYaml *before = root->children; before != node; before = before->next)
			again |= !strcmp(before->key, node->key);
		if (again)
			zn_error(diags_of(r), node->key_place, NULL, "“%s” stands in the front matter twice", node->key);
		else
			read_key(r, node);
	}
	check_lang(r);
}

/* --- the block --- */

static const char *next_line(const char *p, const char *end)
{
	const char *newline = memchr(p, '\n', (size_t)(end - p));
	return newline ? newline + 1 : end;
}

static bool is_fence(const char *line, const char *end, const char *fence)
{
	const char *stop = next_line(line, end);
	while (stop > line && g_ascii_isspace(stop[-1]))
		stop--;
	return stop - line == 3 && !memcmp(line, fence, 3);
}

ZnFront *zn_front_read(ZnContext *context, const char *file, const char *text, size_t len)
{
	ZnFront *front = zn_new(context->arena, ZnFront);
	front->numbering = true;
	front->toc_depth = 2;
	const char *end = text + len;
	if (!is_fence(text, end, "---"))
		return front;
	const char *start = next_line(text, end), *p = start;
	int lines = 1;
	while (p < end && !is_fence(p, end, "---") && !is_fence(p, end, "...")) {
		p = next_line(p, end);
		lines++;
	}
	if (p >= end) /* a rule, and no block */
		return front;
	Reader r = {.context = context, .front = front};
	read_block(&r, file, start, (size_t)(p - start));
	front->length = (size_t)(next_line(p, end) - text);
	front->lines = lines + 1;
	return front;
}
