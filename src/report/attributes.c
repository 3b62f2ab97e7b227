/* {#id .class key="value" -}: what stands behind images, headings, captions and spans. */
#include "report/internal.h"

#include <string.h>

typedef struct Parser {
	ZnReport *report;
	ZnAttributes *attributes;
	const char *p;
	const char *start;
} Parser;

static ZnPlace place(const Parser *parser)
{
	ZnPlace here = parser->attributes->place;
	here.column += (int)g_utf8_strlen(parser->start, parser->p - parser->start);
	return here;
}

static const char *word(Parser *parser)
{
	size_t n = strcspn(parser->p, " \t\"'=");
	const char *text = zn_arena_strndup(parser->report->arena, parser->p, n);
	parser->p += n;
	return text;
}

static const char *value(Parser *parser)
{
	if (*parser->p != '"' && *parser->p != '\'')
		return word(parser);
	char quote = *parser->p++;
	g_autoptr(GString) text = g_string_new(NULL);
	for (; *parser->p && *parser->p != quote; parser->p++) {
		if (*parser->p == '\\' && parser->p[1])
			parser->p++;
		g_string_append_c(text, *parser->p);
	}
	parser->p += *parser->p == quote;
	return zn_arena_strdup(parser->report->arena, text->str);
}

static void read_one(Parser *parser)
{
	ZnAttributes *attributes = parser->attributes;
	ZnPlace here = place(parser);
	ZnDiags *diags = parser->report->context->diags;
	char first = *parser->p;
	if (first == '#') {
		parser->p++;
		const char *id = word(parser);
		if (!*id || attributes->id)
			zn_error(diags, here, NULL, "%s", *id ? "an element has only one id" : "an id was expected behind “#”");
		else
			attributes->id = id;
	} else if (first == '.') {
		const char *name = word(parser);
		if (!strcmp(name, ".unnumbered"))
			attributes->unnumbered = true;
		else if (!name[1])
			zn_error(diags, here, NULL, "a class was expected behind “.”");
		else
			zn_push(parser->report->arena, attributes->classes, attributes->n_classes, attributes->cap_classes, name + 1);
	} else if (first == '-' && (!parser->p[1] || g_ascii_isspace(parser->p[1]))) {
		parser->p++;
		attributes->unnumbered = true;
	} else {
		const char *key = word(parser);
		if (*parser->p != '=' || !*key) {
			zn_error(diags, here, "write #id, -, or key=\"value\"", "“%s” is no attribute", *key ? key : parser->p);
			parser->p += strcspn(parser->p, " \t");
			return;
		}
		parser->p++;
		zn_object_set(parser->report->arena, attributes->values, key, zn_str(value(parser)));
	}
}

const ZnAttributes *zn_report_attributes(ZnReport *report, const ZnHole *hole)
{
	ZnAttributes *attributes = zn_new(report->arena, ZnAttributes);
	attributes->place = hole->place;
	attributes->values = zn_object_new(report->arena);
	Parser parser = {.report = report, .attributes = attributes, .p = hole->text, .start = hole->text};
	for (;;) {
		parser.p += strspn(parser.p, " \t");
		if (!*parser.p)
			return attributes;
		read_one(&parser);
	}
}

const char *zn_report_attribute(const ZnAttributes *attributes, const char *key)
{
	const ZnValue *found = attributes ? zn_object_lookup(attributes->values, key) : NULL;
	return found ? found->str : NULL;
}

bool zn_attributes_class(const ZnAttributes *attributes, const char *name)
{
	for (size_t i = 0; attributes && i < attributes->n_classes; i++)
		if (!strcmp(attributes->classes[i], name))
			return true;
	return false;
}

void zn_report_check_classes(ZnReport *report, const ZnAttributes *attributes, const char *const *known)
{
	for (size_t i = 0; attributes && i < attributes->n_classes; i++) {
		if (g_strv_contains(known, attributes->classes[i]))
			continue;
		const char *hint = zn_did_you_mean(report->arena, attributes->classes[i], known);
		zn_warning(report->context->diags, attributes->place, hint ? hint : "{-} leaves the number out, {#id} names the element",
		           "the class “.%s” has no meaning here", attributes->classes[i]);
	}
}

void zn_report_check_attributes(ZnReport *report, const ZnAttributes *attributes, const char *const *known)
{
	for (size_t i = 0; attributes && i < attributes->values->n; i++) {
		const char *key = attributes->values->members[i].key;
		if (!g_strv_contains(known, key))
			zn_warning(report->context->diags, attributes->place, zn_did_you_mean(report->arena, key, known), "unknown attribute “%s”",
			           key);
	}
}
