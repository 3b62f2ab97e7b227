#include "report/yaml.h"

#include "base/limits.h"

#include <string.h>
#include <yaml.h>

typedef struct Reader {
	ZnContext *context;
	const char *file;
	int line;
	yaml_parser_t parser;
	bool failed;
} Reader;

static ZnPlace place_of(const Reader *r, yaml_mark_t mark)
{
	return zn_place(r->file, r->line + (int)mark.line, (int)mark.column + 1);
}

static void fail(Reader *r, yaml_mark_t mark, const char *hint, const char *message)
{
	if (!r->failed)
		zn_error(r->context->diags, place_of(r, mark), hint, "%s", message);
	r->failed = true;
}

static bool next_event(Reader *r, yaml_event_t *event)
{
	if (!r->failed && yaml_parser_parse(&r->parser, event))
		return true;
	/* libyaml's marks point behind the text when it ends too early: its context says where the trouble began. */
	yaml_mark_t mark = r->parser.problem_mark.index || !r->parser.context ? r->parser.problem_mark : r->parser.context_mark;
	fail(r, mark, "a text with “: ”, “#”, or braces in it needs quotes",
	     zn_arena_printf(r->context->arena, "the front matter is not YAML: %s%s%s", r->parser.problem ? r->parser.problem : "unreadable",
	                     r->parser.context ? " " : "", r->parser.context ? r->parser.context : ""));
	memset(event, 0, sizeof *event);
	return false;
}

static ZnYaml *read_node(Reader *r, yaml_event_t *event, int depth);

static ZnYaml *read_scalar(Reader *r, const yaml_event_t *event, ZnYaml *node)
{
	const char *text = (const char *)event->data.scalar.value;
	yaml_scalar_style_t style = event->data.scalar.style;
	node->type = ZN_YAML_SCALAR;
	node->plain = style == YAML_PLAIN_SCALAR_STYLE;
	if (strlen(text) != event->data.scalar.length) {
		fail(r, event->start_mark, NULL, "a text with a NUL character in it");
		return NULL;
	}
	node->text = zn_arena_strdup(r->context->arena, text);
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		node->place.column++;
	else if (!node->plain) /* | and >: the text begins on the next line */
		node->place = zn_place(r->file, node->place.line + 1, 1);
	return node;
}

static ZnYaml *read_children(Reader *r, ZnYaml *node, int depth)
{
	ZnYaml **end = &node->children;
	yaml_event_type_t close = node->type == ZN_YAML_MAP ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
	for (;;) {
		yaml_event_t event;
		if (!next_event(r, &event))
			return NULL;
		if (event.type == close) {
			yaml_event_delete(&event);
			return node;
		}
		const char *key = NULL;
		ZnPlace key_place = place_of(r, event.start_mark);
		if (node->type == ZN_YAML_MAP) {
			if (event.type != YAML_SCALAR_EVENT) {
				fail(r, event.start_mark, "an expression needs quotes: \"{{ ... }}\"", "the front matter has a key that is no text");
				yaml_event_delete(&event);
				return NULL;
			}
			key = zn_arena_strdup(r->context->arena, (const char *)event.data.scalar.value);
			yaml_event_delete(&event);
			if (!next_event(r, &event))
				return NULL;
		}
		ZnYaml *child = read_node(r, &event, depth + 1);
		if (!child)
			return NULL;
		child->key = key;
		child->key_place = key_place;
		*end = child;
		end = &child->next;
	}
}

/* Takes the event. */
static ZnYaml *read_node(Reader *r, yaml_event_t *event, int depth)
{
	ZnYaml *node = zn_new(r->context->arena, ZnYaml);
	node->place = place_of(r, event->start_mark);
	yaml_event_type_t type = event->type;
	if (depth > ZN_LIMIT_DEPTH)
		fail(r, event->start_mark, NULL, zn_arena_printf(r->context->arena, "nested deeper than %d levels", ZN_LIMIT_DEPTH));
	else if (type == YAML_ALIAS_EVENT)
		fail(r, event->start_mark, "write the text out", "front matter has no anchors and aliases");
	else if (type == YAML_SCALAR_EVENT)
		node = read_scalar(r, event, node);
	yaml_event_delete(event);
	if (r->failed || !node)
		return NULL;
	if (type == YAML_SCALAR_EVENT)
		return node;
	node->type = type == YAML_MAPPING_START_EVENT ? ZN_YAML_MAP : ZN_YAML_LIST;
	return read_children(r, node, depth);
}

static ZnYaml *read_document(Reader *r)
{
	yaml_event_t event;
	while (next_event(r, &event)) {
		yaml_event_type_t type = event.type;
		if (type == YAML_STREAM_END_EVENT) {
			yaml_event_delete(&event);
			ZnYaml *empty = zn_new(r->context->arena, ZnYaml);
			empty->type = ZN_YAML_MAP;
			empty->place = zn_place(r->file, r->line, 1);
			return empty;
		}
		if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT)
			return read_node(r, &event, 0);
		yaml_event_delete(&event);
	}
	return NULL;
}

ZnYaml *zn_yaml_parse(ZnContext *context, const char *file, const char *text, size_t len, int line)
{
	Reader r = {.context = context, .file = file, .line = line};
	if (!yaml_parser_initialize(&r.parser)) {
		zn_error(context->diags, zn_place(file, line, 0), NULL, "not enough memory for the front matter");
		return NULL;
	}
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, len);
	ZnYaml *root = read_document(&r);
	yaml_parser_delete(&r.parser);
	return root;
}
