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

/* One text or a list of texts; entries of authors may be mappings with a name. */
typedef void Adder(Reader *r, ZnFrontText text);

static void read_texts(Reader *r, const ZnYaml *node, Adder *add)
{
	if (node->type == ZN_YAML_SCALAR) {
		add(r, (ZnFrontText){node->text, node->place});
		return;
	}
	if (node->type != ZN_YAML_LIST) {
		expected(r, node, "a text or a list of texts");
		return;
	}
	for (const ZnYaml *child = node->children; child; child = child->next) {
		const ZnYaml *text = child;
		for (const ZnYaml *member = child->type == ZN_YAML_MAP ? child->children : NULL; member; member = member->next)
			if (!strcmp(member->key, "name"))
				text = member;
		if (is_text(r, text))
			add(r, (ZnFrontText){text->text, text->place});
	}
}

static void add_author(Reader *r, ZnFrontText text)
{
	zn_push(r->context->arena, r->front->authors, r->front->n_authors, r->front->cap_authors, text);
}

static void add_keyword(Reader *r, ZnFrontText text)
{
	zn_push(r->context->arena, r->front->keywords, r->front->n_keywords, r->front->cap_keywords, text);
}

static void read_authors(Reader *r, const ZnYaml *node, void *out)
{
	read_texts(r, node, add_author);
}

/* "a, b; c" is three. */
static void read_keywords(Reader *r, const ZnYaml *node, void *out)
{
	if (node->type != ZN_YAML_SCALAR) {
		read_texts(r, node, add_keyword);
		return;
	}
	g_auto(GStrv) parts = g_regex_split_simple("[,;，；、]", node->text, 0, 0);
	for (char **part = parts; *part; part++)
		if (*g_strstrip(*part))
			add_keyword(r, (ZnFrontText){zn_arena_strdup(r->context->arena, *part), node->place});
}

static void unknown_key(const Reader *r, const ZnYaml *node, const char *const *known)
{
	zn_warning(diags_of(r), node->key_place, zn_did_you_mean(r->context->arena, node->key, known), "unknown key “%s” in the front matter",
	           node->key);
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

/* A flat mapping -> object of texts; nested ones as "body.size". */
static void flatten(Reader *r, const ZnYaml *node, const char *prefix, ZnObject *out)
{
	for (const ZnYaml *child = node->children; child; child = child->next) {
		const char *name = *prefix ? zn_arena_printf(r->context->arena, "%s.%s", prefix, child->key) : child->key;
		if (child->type == ZN_YAML_MAP)
			flatten(r, child, name, out);
		else if (is_text(r, child))
			zn_object_set(r->context->arena, out, name, zn_str(child->text));
	}
}

static ZnValue flat(Reader *r, const ZnYaml *node)
{
	ZnObject *object = zn_object_new(r->context->arena);
	flatten(r, node, "", object);
	return zn_obj(object);
}

static void read_style(Reader *r, const ZnYaml *node, void *out)
{
	r->front->style_place = node->place;
	if (node->type == ZN_YAML_SCALAR)
		r->front->style_name = node->text;
	else if (node->type == ZN_YAML_MAP)
		r->front->style = flat(r, node);
	else
		expected(r, node, "the name of a style or a mapping of its properties");
}

static void read_page(Reader *r, const ZnYaml *node, void *out)
{
	ZnObject *object = zn_object_new(r->context->arena);
	r->front->page = zn_obj(object);
	if (node->type == ZN_YAML_SCALAR)
		zn_object_set(r->context->arena, object, "size", zn_str(node->text));
	else if (node->type == ZN_YAML_MAP)
		flatten(r, node, "", object);
	else
		expected(r, node, "a size of paper, or a mapping with size and margins");
	if (!r->front->style_place.file)
		r->front->style_place = node->place;
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
