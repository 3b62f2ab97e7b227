#include "report/markdown.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

int zn_markdown_line(const ZnMarkdown *c, cmark_node *node)
{
	return zn_markdown_file_line(c, MAX(cmark_node_get_start_line(node), 1));
}

int zn_markdown_file_line(const ZnMarkdown *c, int line)
{
	const ZnSource *source = c->source;
	size_t added = source->first_added && line >= source->first_added ? (size_t)(line - source->first_added) / 2 : SIZE_MAX;
	if (added < source->n_notes) /* a note that stood in the text */
		line = source->note_lines[added];
	return c->line + line - 1;
}

bool zn_markdown_too_deep(ZnMarkdown *c, cmark_node *node, int depth)
{
	if (depth < ZN_LIMIT_DEPTH)
		return false;
	if (!c->too_deep)
		zn_error(c->report->context->diags, zn_report_place(c->report, zn_markdown_line(c, node)), NULL, "nested deeper than %d levels",
		         ZN_LIMIT_DEPTH);
	c->too_deep = true;
	return true;
}

/* --- text: expressions, attributes, references --- */

/* Inlines in the making. */
typedef struct Chain {
	ZnInline *first, **end;
	GString *text; /* not yet added */
	int line;
} Chain;

static ZnInline *append(ZnMarkdown *c, Chain *chain, ZnInlineType type)
{
	ZnInline *item = zn_new(c->arena, ZnInline);
	item->type = type;
	item->line = chain->line;
	*chain->end = item;
	chain->end = &item->next;
	return item;
}

static void flush(ZnMarkdown *c, Chain *chain)
{
	if (!chain->text->len)
		return;
	append(c, chain, ZN_INLINE_TEXT)->text = zn_arena_strndup(c->arena, chain->text->str, chain->text->len);
	g_string_truncate(chain->text, 0);
}

static bool fill_hole(ZnMarkdown *c, Chain *chain, const ZnHole *hole)
{
	switch (hole->kind) {
	case ZN_HOLE_EXPRESSION: {
		const char *value = zn_report_evaluate(c->report, hole->place, hole->text);
		g_string_append(chain->text, value ? value : hole->written);
		return true;
	}
	case ZN_HOLE_UNCLOSED:
		zn_error(c->report->context->diags, hole->place, "to write two braces, put a backslash before them", "“{{” has no “}}”");
		g_string_append(chain->text, hole->written);
		return true;
	case ZN_HOLE_LITERAL:
	case ZN_HOLE_SPAN:
	case ZN_HOLE_NOTE:
	case ZN_HOLE_FENCE:
	case ZN_HOLE_PAGE_BREAK:
		g_string_append(chain->text, hole->written);
		return true;
	case ZN_HOLE_ATTRIBUTES:
		flush(c, chain);
		append(c, chain, ZN_INLINE_ATTRIBUTES)->attributes = zn_report_attributes(c->report, hole);
		return true;
	}
	return false;
}

/* Length of "@fig-x" at p, 0 = there is none. */
static size_t reference_length(const char *text, const char *p)
{
	static const char *const kinds[] = {"@fig-", "@tbl-", "@sec-", "@Fig-", "@Tbl-", "@Sec-"};
	if (p > text && g_ascii_isalnum(p[-1]))
		return 0;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (!g_str_has_prefix(p, kinds[i]))
			continue;
		size_t n = strlen(kinds[i]);
		while (g_ascii_isalnum(p[n]) || ((p[n] == '-' || p[n] == '_') && (g_ascii_isalnum(p[n + 1]) || p[n + 1] == p[n])))
			n++;
		return n > strlen(kinds[i]) ? n : 0;
	}
	return 0;
}

/* "[@key]" at p: taken. Returns its length, 0 = it is none. */
static size_t take_citation(ZnMarkdown *c, Chain *chain, const char *p)
{
	size_t n = p[0] == '[' && p[1] == '@' ? strcspn(p, "]") : 0;
	if (!n || !p[n])
		return 0;
	static const char *const kinds[] = {"@fig-", "@tbl-", "@sec-", "@Fig-", "@Tbl-", "@Sec-"};
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_str_has_prefix(p + 1, kinds[i]))
			return 0;
	g_autofree char *inside = g_strndup(p + 1, n - 1);
	const ZnCitation *citation = zn_report_cite(c->report, inside, chain->line);
	if (!citation)
		return 0;
	flush(c, chain);
	append(c, chain, ZN_INLINE_CITATION)->citation = citation;
	return n + 1;
}

/* cmark leaves a mark without a definition as text. */
static void check_note_mark(ZnMarkdown *c, const char *p, int line)
{
	size_t n = g_str_has_prefix(p, "[^") ? strcspn(p + 2, "] \n") : 0;
	if (n > 0 && p[2 + n] == ']')
		zn_error(c->report->context->diags, zn_report_place(c->report, line),
		         zn_arena_printf(c->arena, "define it: [^%.*s]: text", (int)n, p + 2), "the footnote “%.*s” has no definition", (int)n,
		         p + 2);
}

/* Asterisks that open or close nothing are easily overlooked, above all beside Chinese marks: **“a”**b is not bold in Markdown. */
static void check_asterisks(ZnMarkdown *c, const char *text, int line)
{
	if (strstr(text, "**"))
		zn_warning(c->report->context->diags, zn_report_place(c->report, line),
		           "put marks outside of the asterisks, or a space behind them", "“**” makes nothing bold here and stays as it is");
}

static void add_text(ZnMarkdown *c, Chain *chain, const char *text)
{
	check_asterisks(c, text, chain->line);
	for (const char *p = text; *p;) {
		const ZnHole *hole = zn_source_hole(c->source, g_utf8_get_char(p));
		size_t reference = *p == '@' ? reference_length(text, p) : 0;
		if (*p == '[')
			check_note_mark(c, p, chain->line);
		size_t citation = *p == '[' ? take_citation(c, chain, p) : 0;
		if (citation) {
			p += citation;
			continue;
		}
		const char *next = reference ? p + reference : g_utf8_next_char(p);
		if (reference) {
			flush(c, chain);
			append(c, chain, ZN_INLINE_REFERENCE)->text = zn_arena_strndup(c->arena, p + 1, reference - 1);
		} else if (!hole || !fill_hole(c, chain, hole)) {
			g_string_append_len(chain->text, p, next - p);
		}
		p = next;
	}
}

ZnInline *zn_inline_text(ZnArena *arena, const char *text, int line)
{
	ZnInline *item = zn_new(arena, ZnInline);
	item->type = ZN_INLINE_TEXT;
	item->text = text;
	item->line = line;
	return item;
}

/* --- inlines --- */

static void add_html(ZnMarkdown *c, Chain *chain, const char *html)
{
	flush(c, chain);
	if (g_ascii_strncasecmp(html, "<br", 3) == 0)
		append(c, chain, ZN_INLINE_BREAK);
	else if (!g_str_has_prefix(html, "<!--"))
		zn_warning(c->report->context->diags, zn_report_place(c->report, chain->line), "to write it as text, put a backslash before “<”",
		           "HTML is left out: %s", html);
}

/* A link, or a span that source.c dressed up as one. */
static void add_link(ZnMarkdown *c, Chain *chain, cmark_node *node, int depth)
{
	const char *url = cmark_node_get_url(node);
	const ZnHole *hole = *url ? zn_source_hole(c->source, g_utf8_get_char(url)) : NULL;
	ZnInline *item = append(c, chain, hole ? ZN_INLINE_SPAN : ZN_INLINE_LINK);
	if (hole && hole->kind == ZN_HOLE_SPAN) {
		static const char *const known[] = {"lang", NULL};
		static const char *const classes[] = {"accent", "small", "sans", "serif", "mono", "emphasis", "super", "sub", NULL};
		const ZnAttributes *attributes = zn_report_attributes(c->report, hole);
		zn_report_check_attributes(c->report, attributes, known);
		zn_report_check_classes(c->report, attributes, classes);
		item->lang = zn_report_attribute(attributes, "lang");
		item->attributes = attributes;
	} else {
		item->text = zn_source_restore(c->source, c->arena, url);
	}
	item->children = zn_markdown_inlines(c, node, chain->line, depth);
}

static void add_inline(ZnMarkdown *c, Chain *chain, cmark_node *node, int depth)
{
	static const struct {
		const char *name;
		ZnInlineType type;
	} plain[] = {
	    {"emph", ZN_INLINE_EMPHASIS},
	    {"strong", ZN_INLINE_STRONG},
	    {"strikethrough", ZN_INLINE_STRIKE},
	};
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_SOFTBREAK:
		flush(c, chain);
		append(c, chain, ZN_INLINE_SOFT);
		return;
	case CMARK_NODE_LINEBREAK:
		flush(c, chain);
		append(c, chain, ZN_INLINE_BREAK);
		return;
	default:
		break;
	}
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT) {
		add_text(c, chain, cmark_node_get_literal(node));
		return;
	}
	flush(c, chain);
	if (type == CMARK_NODE_CODE) {
		append(c, chain, ZN_INLINE_CODE)->text = zn_source_restore(c->source, c->arena, cmark_node_get_literal(node));
	} else if (type == CMARK_NODE_HTML_INLINE) {
		add_html(c, chain, cmark_node_get_literal(node));
	} else if (type == CMARK_NODE_LINK) {
		add_link(c, chain, node, depth);
	} else if (type == CMARK_NODE_IMAGE) {
		ZnInline *image = append(c, chain, ZN_INLINE_IMAGE);
		image->text = zn_source_restore(c->source, c->arena, cmark_node_get_url(node));
		image->children = zn_markdown_inlines(c, node, chain->line, depth);
	} else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
		int number = atoi(cmark_node_get_literal(node));
		append(c, chain, ZN_INLINE_NOTE)->note = c->first_note + (size_t)MAX(number, 1) - 1;
	} else {
		for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
			if (!strcmp(cmark_node_get_type_string(node), plain[i].name))
				append(c, chain, plain[i].type)->children = zn_markdown_inlines(c, node, chain->line, depth);
	}
}

ZnInline *zn_markdown_inlines(ZnMarkdown *c, cmark_node *parent, int line, int depth)
{
	if (zn_markdown_too_deep(c, parent, depth))
		return NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	Chain chain = {.text = text, .line = line};
	chain.end = &chain.first;
	for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
		int start = cmark_node_get_start_line(node);
		if (start > 0 && zn_markdown_file_line(c, start) > chain.line)
			chain.line = zn_markdown_file_line(c, start);
		add_inline(c, &chain, node, depth + 1);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			chain.line++;
	}
	flush(c, &chain);
	return chain.first;
}

void zn_markdown_refuse_leftovers(ZnMarkdown *c, ZnInline **inlines)
{
	for (ZnInline **p = inlines; *p;) {
		zn_markdown_refuse_leftovers(c, &(*p)->children);
		if ((*p)->type == ZN_INLINE_ATTRIBUTES)
			zn_warning(c->report->context->diags, (*p)->attributes->place, "they belong behind headings, figures, tables, or [text]",
			           "attributes without an effect");
		else if ((*p)->type == ZN_INLINE_IMAGE)
			zn_error(c->report->context->diags, zn_report_place(c->report, (*p)->line), "leave an empty line before and after it",
			         "a figure should stand in a paragraph of its own");
		if ((*p)->type == ZN_INLINE_ATTRIBUTES || (*p)->type == ZN_INLINE_IMAGE)
			*p = (*p)->next;
		else
			p = &(*p)->next;
	}
}

const char *zn_inline_plain(ZnReport *report, const ZnInline *inlines)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (; inlines; inlines = inlines->next) {
		const char *id = NULL;
		if (inlines->type == ZN_INLINE_TEXT || inlines->type == ZN_INLINE_CODE)
			g_string_append(out, inlines->text);
		else if (inlines->type == ZN_INLINE_SOFT || inlines->type == ZN_INLINE_BREAK)
			g_string_append_c(out, ' ');
		else if (inlines->type == ZN_INLINE_REFERENCE && zn_report_reference(report, inlines, &id))
			g_string_append(out, zn_report_reference(report, inlines, &id));
		else
			g_string_append(out, zn_inline_plain(report, inlines->children));
	}
	return zn_arena_strdup(report->arena, out->str);
}
