/* Markdown by cmark-gfm -> document tree. */
#include "report/markdown.h"

#include "base/limits.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

/* --- blocks --- */

static ZnBlock *convert_blocks(ZnMarkdown *c, cmark_node *parent, int depth);

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

static ZnBlock *block_new(ZnMarkdown *c, ZnBlockType type, int line)
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
static ZnBlock *figures_of(ZnMarkdown *c, const ZnInline *inlines)
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
			zn_markdown_refuse_leftovers(c, &last->inlines);
			*end = last;
			end = &last->next;
		}
	}
	return first;
}

static void finish_paragraphs(ZnMarkdown *c, ZnBlock *first)
{
	for (ZnBlock *block = first; block; block = block->next) {
		if (block->type != ZN_BLOCK_PARAGRAPH)
			continue;
		zn_markdown_refuse_leftovers(c, &block->inlines);
		if (block->attributes)
			zn_warning(c->report->context->diags, block->attributes->place, "they belong behind headings, figures, tables, or [text]",
			           "attributes without an effect");
	}
}

/* --- definitions: a line, then lines that begin with ": " --- */

/* The line end behind which ": " stands, at or behind `p`. */
static ZnInline **find_definition(ZnInline **p)
{
	for (; *p; p = &(*p)->next) {
		const ZnInline *next = (*p)->next;
		if ((*p)->type == ZN_INLINE_SOFT && next && next->type == ZN_INLINE_TEXT && g_str_has_prefix(next->text, ": "))
			return p;
	}
	return NULL;
}

static ZnBlock *definitions_of(ZnMarkdown *c, ZnInline *inlines, int line)
{
	ZnInline **at = inlines->type == ZN_INLINE_TEXT && g_str_has_prefix(inlines->text, ": ") ? NULL : find_definition(&inlines);
	if (!at)
		return NULL;
	ZnBlock *list = block_new(c, ZN_BLOCK_DEFINITIONS, line), *item = list->children = block_new(c, ZN_BLOCK_ITEM, line);
	ZnInline *rest = (*at)->next;
	*at = NULL;
	item->inlines = inlines;
	ZnBlock **end = &item->children;
	while (rest) {
		ZnBlock *paragraph = block_new(c, ZN_BLOCK_PARAGRAPH, rest->line);
		rest->text += 2;
		paragraph->inlines = rest;
		ZnInline **next = find_definition(&rest);
		rest = next ? (*next)->next : NULL;
		if (next)
			*next = NULL;
		*end = paragraph;
		end = &paragraph->next;
	}
	zn_markdown_refuse_leftovers(c, &item->inlines);
	finish_paragraphs(c, item->children);
	return list;
}

static ZnBlock *convert_paragraph(ZnMarkdown *c, cmark_node *node, int depth)
{
	ZnInline *inlines = zn_markdown_inlines(c, node, zn_markdown_line(c, node), depth);
	ZnBlock *figures = figures_of(c, inlines);
	if (figures || !inlines)
		return figures;
	ZnBlock *definitions = definitions_of(c, inlines, zn_markdown_line(c, node));
	if (definitions)
		return definitions;
	ZnBlock *block = block_new(c, ZN_BLOCK_PARAGRAPH, zn_markdown_line(c, node));
	block->attributes = take_attributes(&inlines);
	block->inlines = inlines;
	return block;
}

static ZnBlock *convert_heading(ZnMarkdown *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_HEADING, zn_markdown_line(c, node));
	block->level = cmark_node_get_heading_level(node);
	block->inlines = zn_markdown_inlines(c, node, block->line, depth);
	block->attributes = take_attributes(&block->inlines);
	static const char *const known[] = {NULL}, *const classes[] = {"references", NULL};
	zn_report_check_attributes(c->report, block->attributes, known);
	zn_report_check_classes(c->report, block->attributes, classes);
	zn_markdown_refuse_leftovers(c, &block->inlines);
	return block;
}

static ZnBlock *convert_list(ZnMarkdown *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_LIST, zn_markdown_line(c, node));
	block->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	block->start = cmark_node_get_list_start(node);
	block->tight = cmark_node_get_list_tight(node);
	block->children = convert_blocks(c, node, depth);
	return block;
}

/* "Input {cols=2}": the cell takes the place of those to its right. */
static void span_cell(ZnMarkdown *c, ZnCell *cell, size_t left)
{
	static const char *const known[] = {"cols", NULL};
	const ZnAttributes *attributes = take_attributes(&cell->inlines);
	const char *text = zn_report_attribute(attributes, "cols");
	guint64 columns;
	zn_report_check_attributes(c->report, attributes, known);
	if (!text)
		return;
	if (g_ascii_string_to_unsigned(text, 10, 1, left, &columns, NULL))
		cell->span = (int)columns;
	else
		zn_error(c->report->context->diags, attributes->place, NULL, "cols should be a number of columns, from 1 to the %zu that are left, not “%s”", left, text);
}

/* Cells under one that spans them have no place of their own. */
static void cover_cells(ZnMarkdown *c, ZnSheet *sheet)
{
	for (size_t r = 0; r < sheet->n_head + sheet->n_rows; r++) {
		for (size_t i = 0; i < sheet->n_columns;) {
			size_t end = i + (size_t)MAX(zn_sheet_cell(sheet, r, i)->span, 1);
			for (size_t k = i + 1; k < end; k++) {
				ZnCell *cell = zn_sheet_cell(sheet, r, k);
				if (cell->inlines)
					zn_error(c->report->context->diags, zn_report_place(c->report, cell->line), "leave the cells behind it empty",
					         "a cell spans others that are not empty");
				cell->span = 0;
			}
			i = end;
		}
	}
}

static ZnBlock *convert_table(ZnMarkdown *c, cmark_node *node, int depth)
{
	ZnBlock *block = block_new(c, ZN_BLOCK_TABLE, zn_markdown_line(c, node));
	ZnSheet *sheet = block->sheet = zn_new(c->arena, ZnSheet);
	sheet->n_columns = cmark_gfm_extensions_get_table_columns(node);
	sheet->align = zn_new_n(c->arena, ZnCellAlign, sheet->n_columns);
	const uint8_t *align = cmark_gfm_extensions_get_table_alignments(node);
	for (size_t i = 0; align && i < sheet->n_columns; i++)
		sheet->align[i] = align[i] == 'l'   ? ZN_CELL_LEFT
		                  : align[i] == 'c' ? ZN_CELL_CENTER
		                  : align[i] == 'r' ? ZN_CELL_RIGHT
		                                    : ZN_CELL_AUTO;
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
			cell->line = zn_markdown_line(c, row);
			if (!from)
				continue;
			cell->inlines = zn_markdown_inlines(c, from, cell->line, depth);
			span_cell(c, cell, sheet->n_columns - i);
			zn_markdown_refuse_leftovers(c, &cell->inlines);
			from = cmark_node_next(from);
		}
	}
	cover_cells(c, sheet);
	return block;
}

/* <!--hole-->: a fence or a page break; NULL = an ordinary remark. */
static ZnBlock *convert_mark(ZnMarkdown *c, cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);
	const ZnHole *hole = g_str_has_prefix(html, "<!--") ? zn_source_hole(c->source, g_utf8_get_char(html + 4)) : NULL;
	if (!hole || (hole->kind != ZN_HOLE_FENCE && hole->kind != ZN_HOLE_PAGE_BREAK))
		return NULL;
	ZnBlock *block = block_new(c, hole->kind == ZN_HOLE_FENCE ? ZN_BLOCK_DIV : ZN_BLOCK_PAGE_BREAK, zn_markdown_line(c, node));
	block->text = hole->text; /* a fence until fences are paired: "" closes */
	if (hole->kind == ZN_HOLE_FENCE && *hole->text) {
		static const char *const known[] = {"lang", NULL}, *const classes[] = {"note", "keep", NULL};
		ZnHole braces = *hole;
		size_t n = strlen(hole->text);
		bool written = n > 1 && *hole->text == '{' && hole->text[n - 1] == '}';
		braces.text = written ? zn_arena_strndup(c->arena, hole->text + 1, n - 2) : zn_arena_printf(c->arena, ".%s", hole->text);
		block->attributes = zn_report_attributes(c->report, &braces);
		block->id = block->attributes->id;
		zn_report_check_attributes(c->report, block->attributes, known);
		zn_report_check_classes(c->report, block->attributes, classes);
	}
	return block;
}

static void warn_html(ZnMarkdown *c, cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);
	if (!g_str_has_prefix(html, "<!--"))
		zn_warning(c->report->context->diags, zn_report_place(c->report, zn_markdown_line(c, node)),
		           "to write it as text, put a backslash before “<”", "HTML is left out: %.*s", (int)strcspn(html, "\n"), html);
}

static void read_note(ZnMarkdown *c, cmark_node *node, int depth)
{
	ZnReport *report = c->report;
	ZnNote note = {.line = zn_markdown_line(c, node), .blocks = convert_blocks(c, node, depth)};
	zn_push(report->arena, report->notes, report->n_notes, report->cap_notes, note);
}

/* One block, or several (a paragraph of figures). */
static ZnBlock *convert_block(ZnMarkdown *c, cmark_node *node, int depth)
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
		ZnBlock *mark = convert_mark(c, node);
		if (mark)
			return mark;
		warn_html(c, node);
	} else if (type == CMARK_NODE_THEMATIC_BREAK) {
		return block_new(c, ZN_BLOCK_RULE, zn_markdown_line(c, node));
	} else if (type == CMARK_NODE_CODE_BLOCK) {
		ZnBlock *block = block_new(c, ZN_BLOCK_CODE, zn_markdown_line(c, node));
		block->text = zn_source_restore(c->source, c->arena, cmark_node_get_literal(node));
		return block;
	} else if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM) {
		ZnBlock *block = block_new(c, type == CMARK_NODE_ITEM ? ZN_BLOCK_ITEM : ZN_BLOCK_QUOTE, zn_markdown_line(c, node));
		block->children = convert_blocks(c, node, depth);
		return block;
	} else if (!strcmp(cmark_node_get_type_string(node), "table")) {
		return convert_table(c, node, depth);
	}
	return NULL;
}

/* Pandoc's ": caption {#tbl-x}" or "Table: caption" before or behind a table. */
static bool take_caption(ZnBlock *table, ZnBlock *paragraph)
{
	if (!table || table->type != ZN_BLOCK_TABLE || table->text || table->inlines || !paragraph || paragraph->type != ZN_BLOCK_PARAGRAPH)
		return false;
	ZnInline *first = paragraph->inlines;
	const char *colon = first && first->type == ZN_INLINE_TEXT ? strstr(first->text, ": ") : NULL;
	if (!colon || (colon > first->text && !(colon == first->text + strlen("Table") && g_str_has_prefix(first->text, "Table"))))
		return false;
	first->text = colon + 2;
	table->inlines = first;
	table->attributes = paragraph->attributes;
	table->id = table->attributes ? table->attributes->id : NULL;
	return true;
}

/* Terms one after another are one list. */
static void join_definitions(ZnBlock *first)
{
	for (ZnBlock *block = first; block; block = block->next) {
		if (block->type != ZN_BLOCK_DEFINITIONS)
			continue;
		ZnBlock *last = block->children;
		for (; block->next && block->next->type == ZN_BLOCK_DEFINITIONS; block->next = block->next->next) {
			last->next = block->next->children;
			last = last->next;
		}
	}
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

/* Another language of all that stands in a block. */
static void set_language(ZnMarkdown *c, ZnBlock *blocks, const char *lang)
{
	for (ZnBlock *block = blocks; block; block = block->next) {
		if (block->inlines) {
			ZnInline *span = zn_new(c->arena, ZnInline);
			*span = (ZnInline){.type = ZN_INLINE_SPAN, .line = block->line, .lang = lang, .children = block->inlines};
			block->inlines = span;
		}
		set_language(c, block->children, lang);
	}
}

/* What stands between a fence and the one that closes it becomes its children. */
static ZnBlock *pair_fences(ZnMarkdown *c, ZnBlock **p, ZnBlock *open, int depth)
{
	ZnBlock *first = *p;
	for (ZnBlock **at = &first; *at;) {
		ZnBlock *block = *at;
		if (block->type != ZN_BLOCK_DIV || !block->text) {
			at = &block->next;
		} else if (!*block->text && open) {
			*p = block->next;
			*at = NULL;
			return first;
		} else if (!*block->text || depth > ZN_LIMIT_DEPTH) {
			zn_error(c->report->context->diags, zn_report_place(c->report, block->line), NULL, "“:::” closes nothing here");
			*at = block->next;
		} else {
			block->text = NULL;
			block->children = pair_fences(c, &block->next, block, depth + 1);
			const char *lang = zn_report_attribute(block->attributes, "lang");
			if (lang)
				set_language(c, block->children, lang);
			at = &block->next;
		}
	}
	if (open)
		zn_error(c->report->context->diags, zn_report_place(c->report, open->line), "end it with a line of “:::”", "the block “:::” is not closed");
	*p = NULL;
	return first;
}

static ZnBlock *convert_blocks(ZnMarkdown *c, cmark_node *parent, int depth)
{
	if (zn_markdown_too_deep(c, parent, depth))
		return NULL;
	ZnBlock *first = NULL, **end = &first;
	for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
		*end = convert_block(c, node, depth + 1);
		while (*end)
			end = &(*end)->next;
	}
	first = pair_fences(c, &first, NULL, depth);
	caption_tables(&first);
	join_definitions(first);
	finish_paragraphs(c, first);
	return first;
}

/* --- parsing --- */

/* cmark's own "once" is a plain static: two threads may be here at the same time. */
static void register_extensions(void)
{
	static gsize registered;
	if (g_once_init_enter(&registered)) {
		cmark_gfm_core_extensions_ensure_registered();
		g_once_init_leave(&registered, 1);
	}
}

static cmark_node *parse(const ZnSource *source)
{
	static const char *const extensions[] = {"table", "strikethrough", "autolink"};
	register_extensions();
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
	ZnMarkdown c = {.report = report, .arena = report->arena, .source = source, .line = place.line, .first_note = report->n_notes};
	cmark_node *root = parse(source);
	ZnBlock *blocks = convert_blocks(&c, root, 0);
	cmark_node_free(root);
	return blocks;
}
