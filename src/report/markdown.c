/* Markdown by cmark-gfm -> document tree. */
#include "report/internal.h"

#include "base/limits.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

typedef struct Converter {
	ZnReport *report;
	ZnArena *arena;
	const ZnSource *source;
	int line;          /* of the file on which the text begins */
	size_t first_note; /* of this text, in the report's notes */
	bool too_deep;
} Converter;

static int line_of(const Converter *c, cmark_node *node)
{
	return c->line + MAX(cmark_node_get_start_line(node), 1) - 1;
}

static ZnPlace place_of(const Converter *c, int line)
{
	return zn_report_place(c->report, line);
}

static bool deep(Converter *c, cmark_node *node, int depth)
{
	if (depth < ZN_LIMIT_DEPTH)
		return false;
	if (!c->too_deep)
		zn_error(c->report->context->diags, place_of(c, line_of(c, node)), NULL, "nested deeper than %d levels", ZN_LIMIT_DEPTH);
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

static ZnInline *append(Converter *c, Chain *chain, ZnInlineType type)
{
	ZnInline *item = zn_new(c->arena, ZnInline);
	item->type = type;
	item->line = chain->line;
	*chain->end = item;
	chain->end = &item->next;
	return item;
}

static void flush(Converter *c, Chain *chain)
{
	if (!chain->text->len)
		return;
	append(c, chain, ZN_INLINE_TEXT)->text = zn_arena_strndup(c->arena, chain->text->str, chain->text->len);
	g_string_truncate(chain->text, 0);
}

static bool fill_hole(Converter *c, Chain *chain, const ZnHole *hole)
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

/* cmark leaves a mark without a definition as text. */
static void check_note_mark(Converter *c, const char *p, int line)
{
	size_t n = g_str_has_prefix(p, "[^") ? strcspn(p + 2, "] \n") : 0;
	if (n > 0 && p[2 + n] == ']')
		zn_error(c->report->context->diags, place_of(c, line), zn_arena_printf(c->arena, "define it: [^%.*s]: text", (int)n, p + 2),
		         "the footnote “%.*s” has no definition", (int)n, p + 2);
}

static void add_text(Converter *c, Chain *chain, const char *text)
{
	for (const char *p = text; *p;) {
		const ZnHole *hole = zn_source_hole(c->source, g_utf8_get_char(p));
		size_t reference = *p == '@' ? reference_length(text, p) : 0;
		if (*p == '[')
			check_note_mark(c, p, chain->line);
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

static ZnInline *convert_inlines(Converter *c, cmark_node *parent, int line, int depth);

static void add_html(Converter *c, Chain *chain, const char *html)
{
	flush(c, chain);
	if (g_ascii_strncasecmp(html, "<br", 3) == 0)
		append(c, chain, ZN_INLINE_BREAK);
	else if (!g_str_has_prefix(html, "<!--"))
		zn_warning(c->report->context->diags, place_of(c, chain->line), "to write it as text, put a backslash before “<”",
		           "HTML is left out: %s", html);
}

/* A link, or a span that source.c dressed up as one. */
static void add_link(Converter *c, Chain *chain, cmark_node *node, int depth)
{
	const char *url = cmark_node_get_url(node);
	const ZnHole *hole = *url ? zn_source_hole(c->source, g_utf8_get_char(url)) : NULL;
	ZnInline *item = append(c, chain, hole ? ZN_INLINE_SPAN : ZN_INLINE_LINK);
	if (hole && hole->kind == ZN_HOLE_SPAN) {
		static const char *const known[] = {"lang", NULL};
		const ZnAttributes *attributes = zn_report_attributes(c->report, hole);
		zn_report_check_attributes(c->report, attributes, known);
		item->lang = zn_report_attribute(attributes, "lang");
	} else {
		item->text = zn_source_restore(c->source, c->arena, url);
	}
	item->children = convert_inlines(c, node, chain->line, depth);
}

static void add_inline(Converter *c, Chain *chain, cmark_node *node, int depth)
{
	static const struct { const char *name; ZnInlineType type; } plain[] = {
		{"emph", ZN_INLINE_EMPHASIS}, {"strong", ZN_INLINE_STRONG}, {"strikethrough", ZN_INLINE_STRIKE},
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
		image->children = convert_inlines(c, node, chain->line, depth);
	} else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
		int number = atoi(cmark_node_get_literal(node));
		append(c, chain, ZN_INLINE_NOTE)->note = c->first_note + (size_t)MAX(number, 1) - 1;
	} else {
		for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
			if (!strcmp(cmark_node_get_type_string(node), plain[i].name))
				append(c, chain, plain[i].type)->children = convert_inlines(c, node, chain->line, depth);
	}
}

static ZnInline *convert_inlines(Converter *c, cmark_node *parent, int line, int depth)
{
	if (deep(c, parent, depth))
		return NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	Chain chain = {.text = text, .line = line};
	chain.end = &chain.first;
	for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
		int start = cmark_node_get_start_line(node);
		if (start > 0 && c->line + start - 1 > chain.line)
			chain.line = c->line + start - 1;
		add_inline(c, &chain, node, depth + 1);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			chain.line++;
	}
	flush(c, &chain);
	return chain.first;
}

/* Takes attributes off the end of a line of inlines, with the space before them. */
static const ZnAttributes *take_attributes(ZnInline **inlines)
{
	ZnInline **last = inlines, *before = NULL;
	for (; *last && (*last)->next; last = &(*last)->next)
		before = *last;
	if (!*last || (*last)->type != ZN_INLINE_ATTRIBUTES)
		return NULL;
	const ZnAttributes *attributes = (*last)->attributes;
	*last = NULL;
	if (before && before->type == ZN_INLINE_TEXT)
		before->text = g_strchomp((char *)before->text); /* ours: made by flush() */
	return attributes;
}

/* What no heading, caption or figure has taken. */
static void refuse_leftovers(Converter *c, ZnInline **inlines)
{
	for (ZnInline **p = inlines; *p;) {
		refuse_leftovers(c, &(*p)->children);
		if ((*p)->type == ZN_INLINE_ATTRIBUTES)
			zn_warning(c->report->context->diags, (*p)->attributes->place, "they belong behind headings, figures, tables, or [text]",
			           "attributes without an effect");
		else if ((*p)->type == ZN_INLINE_IMAGE)
			zn_error(c->report->context->diags, place_of(c, (*p)->line), "leave an empty line before and after it",
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

/* --- blocks --- */

static ZnBlock *convert_blocks(Converter *c, cmark_node *parent, int depth);

static ZnBlock *block_new(Converter *c, ZnBlockType type, int line)
{
	ZnBlock *block = zn_new(c->arena, ZnBlock);
	block->type = type;
	block->line = line;
	return block;
}

static bool is_table_file(const char *file)
{
	return g_str_has_suffix(file, ".csv") || g_str_has_suffix(file, ".tsv");
}

/* A paragraph of nothing but images: each one a figure or table of its own. NULL = it is none. */
static ZnBlock *figures_of(Converter *c, const ZnInline *inlines)
{
	bool images = false;
	for (const ZnInline *p = inlines; p; p = p->next) {
		images |= p->type == ZN_INLINE_IMAGE;
		if (p->type != ZN_INLINE_IMAGE && p->type != ZN_INLINE_SOFT && p->type != ZN_INLINE_ATTRIBUTES)
			return NULL;
	}
	ZnBlock *first = NULL, **end = &first, *last = NULL;
	for (const ZnInline *p = images ? inlines : NULL; p; p = p->next) {
		if (p->type == ZN_INLINE_ATTRIBUTES && last) {
			last->attributes = p->attributes;
			last->id = p->attributes->id;
		} else if (p->type == ZN_INLINE_IMAGE) {
			last = block_new(c, is_table_file(p->text) ? ZN_BLOCK_TABLE : ZN_BLOCK_FIGURE, p->line);
			last->text = p->text;
			last->inlines = p->children;
			refuse_leftovers(c, &last->inlines);
			*end = last;
			end = &last->next;
		}
	}
	return first;
}

static ZnBlock *convert_paragraph(Converter *c, cmark_node *node, int depth)
{
	ZnInline *inlines = convert_inlines(c, node, line_of(c, node), depth);
	ZnBlock *figures = figures_of(c, inlines);
	if (figures || !inlines)
		return figures;
	ZnBlock *block = block_new(c, ZN_BLOCK_PARAGRAPH, line_of(c, node));
	block->attributes = take_attributes(&inlines);
	block->inlines = inlines;
	return block;
}

static ZnBlock *convert_heading(Converter *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_HEADING, line_of(c, node));
	block->level = cmark_node_get_heading_level(node);
	block->inlines = convert_inlines(c, node, block->line, depth);
	block->attributes = take_attributes(&block->inlines);
	static const char *const known[] = {NULL};
	zn_report_check_attributes(c->report, block->attributes, known);
	refuse_leftovers(c, &block->inlines);
	return block;
}

static ZnBlock *convert_list(Converter *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_LIST, line_of(c, node));
	block->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	block->start = cmark_node_get_list_start(node);
	block->tight = cmark_node_get_list_tight(node);
	block->children = convert_blocks(c, node, depth);
	return block;
}

static ZnBlock *convert_table(Converter *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_TABLE, line_of(c, node));
	ZnSheet *sheet = block->sheet = zn_new(c->arena, ZnSheet);
	sheet->n_columns = cmark_gfm_extensions_get_table_columns(node);
	sheet->align = zn_new_n(c->arena, ZnCellAlign, sheet->n_columns);
	const uint8_t *align = cmark_gfm_extensions_get_table_alignments(node);
	for (size_t i = 0; align && i < sheet->n_columns; i++)
		sheet->align[i] = align[i] == 'l' ? ZN_CELL_LEFT : align[i] == 'c' ? ZN_CELL_CENTER : align[i] == 'r' ? ZN_CELL_RIGHT : ZN_CELL_AUTO;
	size_t rows = 0;
	for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row))
		rows++;
	sheet->n_head = MIN(rows, 1);
	sheet->n_rows = rows - sheet->n_head;
	sheet->cells = zn_new_n(c->arena, ZnCell, rows * sheet->n_columns);
	ZnCell *cell = sheet->cells;
	for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
		cmark_node *from = cmark_node_first_child(row);
		for (size_t i = 0; i < sheet->n_columns; i++, cell++) {
			cell->span = 1;
			cell->line = line_of(c, row);
			if (!from)
				continue;
			cell->inlines = convert_inlines(c, from, cell->line, depth);
			refuse_leftovers(c, &cell->inlines);
			from = cmark_node_next(from);
		}
	}
	return block;
}

static void warn_html(Converter *c, cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);
	if (!g_str_has_prefix(html, "<!--"))
		zn_warning(c->report->context->diags, place_of(c, line_of(c, node)), "to write it as text, put a backslash before “<”",
		           "HTML is left out: %.*s", (int)strcspn(html, "\n"), html);
}

static void read_note(Converter *c, cmark_node *node, int depth)
{
	ZnReport *report = c->report;
	ZnNote note = {.line = line_of(c, node), .blocks = convert_blocks(c, node, depth)};
	zn_push(report->arena, report->notes, report->n_notes, report->cap_notes, note);
}

/* One block, or several (a paragraph of figures). */
static ZnBlock *convert_block(Converter *c, cmark_node *node, int depth)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_PARAGRAPH)
		return convert_paragraph(c, node, depth);
	if (type == CMARK_NODE_HEADING)
		return convert_heading(c, node, depth);
	if (type == CMARK_NODE_LIST)
		return convert_list(c, node, depth);
	if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
		read_note(c, node, depth);
	} else if (type == CMARK_NODE_HTML_BLOCK) {
		warn_html(c, node);
	} else if (type == CMARK_NODE_THEMATIC_BREAK) {
		return block_new(c, ZN_BLOCK_RULE, line_of(c, node));
	} else if (type == CMARK_NODE_CODE_BLOCK) {
		ZnBlock *block = block_new(c, ZN_BLOCK_CODE, line_of(c, node));
		block->text = zn_source_restore(c->source, c->arena, cmark_node_get_literal(node));
		return block;
	} else if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM) {
		ZnBlock *block = block_new(c, type == CMARK_NODE_ITEM ? ZN_BLOCK_ITEM : ZN_BLOCK_QUOTE, line_of(c, node));
		block->children = convert_blocks(c, node, depth);
		return block;
	} else if (!strcmp(cmark_node_get_type_string(node), "table")) {
		return convert_table(c, node, depth);
	}
	return NULL;
}

/* ": caption {#tbl-x}" before or behind a table. */
static bool take_caption(ZnBlock *table, ZnBlock *paragraph)
{
	if (!table || table->type != ZN_BLOCK_TABLE || table->text || table->inlines || !paragraph || paragraph->type != ZN_BLOCK_PARAGRAPH)
		return false;
	ZnInline *first = paragraph->inlines;
	if (!first || first->type != ZN_INLINE_TEXT || !g_str_has_prefix(first->text, ": "))
		return false;
	first->text += 2;
	table->inlines = first;
	table->attributes = paragraph->attributes;
	table->id = table->attributes ? table->attributes->id : NULL;
	return true;
}

static void caption_tables(ZnBlock **first)
{
	for (ZnBlock **p = first; *p;) {
		ZnBlock *block = *p, *next = block->next;
		if (take_caption(block, next))
			block->next = next->next;
		else if (take_caption(next, block))
			*p = next;
		else
			p = &block->next;
	}
}

static void finish_paragraphs(Converter *c, ZnBlock *first)
{
	for (ZnBlock *block = first; block; block = block->next) {
		if (block->type != ZN_BLOCK_PARAGRAPH)
			continue;
		refuse_leftovers(c, &block->inlines);
		if (block->attributes)
			zn_warning(c->report->context->diags, block->attributes->place, "they belong behind headings, figures, tables, or [text]",
			           "attributes without an effect");
	}
}

static ZnBlock *convert_blocks(Converter *c, cmark_node *parent, int depth)
{
	if (deep(c, parent, depth))
		return NULL;
	ZnBlock *first = NULL, **end = &first;
	for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
		*end = convert_block(c, node, depth + 1);
		while (*end)
			end = &(*end)->next;
	}
	caption_tables(&first);
	finish_paragraphs(c, first);
	return first;
}

/* --- parsing --- */

static cmark_node *parse(const ZnSource *source)
{
	static const char *const extensions[] = {"table", "strikethrough", "autolink"};
	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE);
	for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++) {
		cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i]);
		if (extension)
			cmark_parser_attach_syntax_extension(parser, extension);
	}
	cmark_parser_feed(parser, source->text, source->len);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	cmark_consolidate_text_nodes(root);
	return root;
}

ZnBlock *zn_report_parse(ZnReport *report, ZnPlace place, const char *text, size_t len)
{
	ZnSource *source = zn_source_new(report->context, place, text, len);
	Converter c = {.report = report, .arena = report->arena, .source = source, .line = place.line, .first_note = report->n_notes};
	cmark_node *root = parse(source);
	ZnBlock *blocks = convert_blocks(&c, root, 0);
	cmark_node_free(root);
	return blocks;
}
