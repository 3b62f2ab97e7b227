/* Blocks -> galley. */
#include "report/galley.h"

#include <math.h>
#include <string.h>

#define KEPT_LINES 2      /* of text, with the heading above them */
#define LEAST_ABOVE 0.7   /* of the gap above a heading, when it is made to fit the grid */
#define RULE_BELOW 0.4    /* of the gap below a heading: where the line under it stands */
#define LEAST_MEASURE 4.0 /* em: deeper nesting does not make lines any shorter */

/* --- paragraphs --- */

/* Whether the next paragraph of a quote says whose words these are: “— A. Smith”. */
static bool leads_to_source(const ZnSetting *s, const ZnBlock *block)
{
	const ZnBlock *next = block->next;
	if (s->text != &s->report->style->quote || !next || next->type != ZN_BLOCK_PARAGRAPH || next->next)
		return false;
	const char *text = zn_inline_plain(s->report, next->inlines);
	return g_str_has_prefix(text, "—") || g_str_has_prefix(text, "–");
}

static void set_paragraph(ZnSetting *s, const ZnBlock *block)
{
	ZnReport *report = s->report;
	const ZnReportStyle *style = report->style;
	ZnSpans *spans = zn_spans_new(report);
	zn_spans_add(report, spans, s->text, block->inlines);
	bool indent = !s->tight && (style->indent_first || !s->after_break);
	ZnTextOptions options = {.first_indent = indent ? style->first_indent * s->text->size : 0, .line = block->line};
	zn_galley_text(s, zn_text_block(s, spans, s->text, &options), zn_element_new(report, s->element, ZN_TAG_PARAGRAPH));
	zn_galley_penalty(s, leads_to_source(s, block) ? ZN_NEVER : 0);
	zn_galley_glue(s, style->paragraph_gap, 0);
	s->after_break = false;
}

/* --- headings --- */

static const char *heading_text(ZnReport *report, const ZnBlock *block)
{
	const char *text = zn_inline_plain(report, block->inlines);
	return block->label ? zn_arena_printf(report->arena, "%s%s%s", block->label, report->words->heading_gap, text) : text;
}

/* On a grid the heading with its gaps is a whole number of lines: the gap above takes what is over. */
static double heading_above(const ZnHeadingStyle *style, const ZnTextBlock *text, double grid)
{
	if (grid <= 0)
		return style->above;
	double rest = text->leading * (double)text->paragraph->n_lines + style->below, whole = style->above + rest;
	double lines = round(whole / grid);
	if (lines * grid - rest < style->above * LEAST_ABOVE)
		lines = ceil(whole / grid - 0.001);
	return lines * grid - rest;
}

static void set_heading(ZnSetting *s, const ZnBlock *block)
{
	ZnReport *report = s->report;
	const ZnHeadingStyle *style = &report->style->headings[MIN(block->level, ZN_HEADING_STYLES) - 1];
	ZnElement *element = zn_element_new(report, s->element, ZN_TAG_HEADING);
	element->tag.level = block->level;
	element->tag.id = block->id;
	element->tag.text = heading_text(report, block);
	ZnSpans *spans = zn_spans_new(report);
	ZnTextStyle number = style->text;
	number.color = style->number_color;
	if (block->label)
		zn_spans_add_text(report, spans, &number, zn_arena_printf(report->arena, "%s%s", block->label, report->words->heading_gap));
	zn_spans_add(report, spans, &style->text, block->inlines);
	double indent = style->indent * style->text.size;
	ZnTextOptions options = {.line = block->line, .first_indent = indent};
	const ZnTextBlock *text = zn_text_block(s, spans, &style->text, &options);
	/* Behind a heading of a higher level its own space is enough. */
	bool stacked = s->galley->n >= 2 && s->galley->items[s->galley->n - 1].kind == ZN_V_PENALTY &&
	               s->galley->items[s->galley->n - 1].penalty == ZN_NEVER;
	double grid = report->style->grid, above = heading_above(style, text, grid), rest = grid > 0 ? fmod(above, grid) : 0;
	if (!stacked || style->new_page)
		zn_galley_penalty(s, style->new_page ? -ZN_NEVER : -50);
	zn_galley_glue(s, stacked ? rest : above, stacked ? 0 : above / 2);
	if (s->galley->n && s->galley->items[s->galley->n - 1].kind == ZN_V_GLUE)
		s->galley->items[s->galley->n - 1].kept = rest;
	size_t first = zn_galley_text(s, text, element);
	for (size_t i = first; i < s->galley->n; i++) {
		s->galley->items[i].penalty = s->galley->items[i].kind == ZN_V_PENALTY ? ZN_NEVER : 0;
		if (i == first)
			s->galley->items[i].heading = block;
	}
	if (s->galley->n > first)
		s->galley->items[s->galley->n - 1].keep = KEPT_LINES;
	zn_galley_penalty(s, ZN_NEVER);
	if (style->rule > 0) { /* within the gap below */
		zn_galley_line(s, 0, style->below * RULE_BELOW, style->rule, report->style->line);
		zn_galley_penalty(s, ZN_NEVER);
	}
	zn_galley_glue(s, style->below, 0);
	zn_galley_snap(s);
	zn_galley_penalty(s, ZN_NEVER);
	s->after_break = true;
}

/* --- quotes, code, rules --- */

/* Of two blocks that meet, the gap below the first is enough. */
static void gap(ZnSetting *s)
{
	const ZnVItem *items = s->galley->items;
	size_t n = s->galley->n;
	if (n >= 2 && items[n - 1].kind == ZN_V_SNAP && items[n - 2].kind == ZN_V_GLUE)
		return;
	double height = s->report->style->block_gap;
	zn_galley_glue(s, height, height / 2);
}

static void set_quote(ZnSetting *s, ZnBlock *block)
{
	ZnSetting inner = *s;
	double indent = s->report->style->quote_indent * s->text->size;
	inner.element = zn_element_new(s->report, s->element, ZN_TAG_QUOTE);
	inner.text = &s->report->style->quote;
	if (s->width - 2 * indent >= LEAST_MEASURE * s->text->size) {
		inner.x += indent;
		inner.width -= 2 * indent;
	}
	inner.after_break = true;
	inner.tight = true;
	gap(s);
	size_t first = s->galley->n - 1;
	zn_set_blocks(&inner, block->children);
	gap(s);
	zn_galley_register(s, first);
	zn_galley_snap(s);
	s->after_break = true;
}

static void set_code(ZnSetting *s, const ZnBlock *block)
{
	ZnReport *report = s->report;
	g_auto(GStrv) lines = g_strsplit(block->text, "\n", -1);
	size_t n = g_strv_length(lines), end = n > 0 && !*lines[n - 1] ? n - 1 : n;
	ZnFont font = zn_text_style_font(&report->style->code);
	double advance = zn_text_width(report->context, &font, "0");
	gap(s);
	size_t first = s->galley->n - 1;
	for (size_t i = 0; i < end; i++) {
		/* Spaces at the start of a line are meant; they are an indent, so that a line that is too long hangs from it. */
		const char *text = lines[i];
		int columns = 0;
		for (; *text == ' ' || *text == '\t'; text++)
			columns += *text == ' ' ? 1 : 4 - columns % 4;
		ZnSpans *spans = zn_spans_new(report);
		zn_spans_add_text(report, spans, &report->style->code, *text ? zn_arena_strdup(report->arena, text) : "\u00a0");
		double indent = MIN(columns * advance, s->width / 2);
		ZnTextOptions options = {.line = block->line + (int)i + 1, .first_indent = indent, .indent = indent};
		if (i > 0)
			zn_galley_penalty(s, i == 1 || i + 1 == end ? ZN_NEVER : 20);
		/* a paragraph each, so that lines are read as lines */
		const ZnElement *line = zn_element_new(report, s->element, ZN_TAG_PARAGRAPH);
		zn_galley_text(s, zn_text_block(s, spans, &report->style->code, &options), zn_element_new(report, line, ZN_TAG_CODE));
	}
	gap(s);
	zn_galley_register(s, first);
	zn_galley_snap(s);
	s->after_break = true;
}

static void set_rule(ZnSetting *s)
{
	ZnSetting middle = *s;
	middle.x += s->width * 0.4;
	middle.width *= 0.2;
	gap(s);
	zn_galley_line(&middle, s->text->leading, s->text->leading / 2, s->report->style->thin, s->report->style->line);
	gap(s);
	zn_galley_snap(s);
	s->after_break = true;
}

/* --- all --- */

void zn_set_blocks(ZnSetting *s, ZnBlock *blocks)
{
	for (ZnBlock *block = blocks; block; block = block->next) {
		switch (block->type) {
		case ZN_BLOCK_PARAGRAPH:
			set_paragraph(s, block);
			break;
		case ZN_BLOCK_HEADING:
			set_heading(s, block);
			break;
		case ZN_BLOCK_LIST:
			zn_set_list(s, block);
			break;
		case ZN_BLOCK_QUOTE:
			set_quote(s, block);
			break;
		case ZN_BLOCK_CODE:
			set_code(s, block);
			break;
		case ZN_BLOCK_RULE:
			set_rule(s);
			break;
		case ZN_BLOCK_FIGURE:
			zn_set_figure(s, block);
			break;
		case ZN_BLOCK_TABLE:
			zn_set_table(s, block);
			break;
		case ZN_BLOCK_PAGE_BREAK:
			zn_galley_penalty(s, -ZN_NEVER);
			s->after_break = true;
			break;
		case ZN_BLOCK_REFERENCES:
			zn_set_references(s, block);
			break;
		case ZN_BLOCK_DEFINITIONS:
			zn_set_definitions(s, block);
			break;
		case ZN_BLOCK_DIV:
			zn_set_div(s, block);
			break;
		case ZN_BLOCK_ITEM: /* within lists only */
			break;
		}
	}
}

/* --- lists --- */

/* Full-width brackets bring their own white. */
static double label_gap(const ZnSetting *s, const char *label)
{
	return s->text->size * (label && g_str_has_suffix(label, "）") ? -0.25 : 0.5);
}

static void set_item(ZnSetting *s, const ZnBlock *item, const ZnElement *list, double indent)
{
	ZnReport *report = s->report;
	ZnElement *element = zn_element_new(report, list, ZN_TAG_LIST_ITEM);
	ZnSetting inner = *s;
	inner.element = zn_element_new(report, element, ZN_TAG_LIST_BODY);
	inner.tight = true;
	inner.depth++;
	if (s->width - indent >= LEAST_MEASURE * s->text->size) {
		inner.x += indent;
		inner.width -= indent;
	}
	ZnSpans *label = zn_spans_new(report);
	zn_spans_add_text(report, label, s->text, item->label ? item->label : "•");
	zn_galley_label(s, label, s->text, inner.x - label_gap(s, item->label), true, zn_element_new(report, element, ZN_TAG_LIST_LABEL));
	zn_set_blocks(&inner, item->children);
}

/* Labels stand flush right before the text, all in one column as wide as the widest. */
static double label_indent(const ZnSetting *s, const ZnBlock *list)
{
	double widest = 0;
	ZnFont font = zn_text_style_font(s->text);
	for (const ZnBlock *item = list->children; item; item = item->next)
		if (item->label)
			widest = MAX(widest, zn_text_width(s->report->context, &font, item->label) + label_gap(s, item->label));
	return MAX(widest, s->report->style->list_indent * s->text->size);
}

void zn_set_list(ZnSetting *s, ZnBlock *list)
{
	ZnReport *report = s->report;
	const ZnElement *element = zn_element_new(report, s->element, ZN_TAG_LIST);
	double indent = label_indent(s, list);
	double outer = s->depth || s->tight ? 0 : report->style->block_gap;
	double first = s->depth ? 0 : report->style->first_indent * s->text->size - indent; /* labels begin where paragraphs do, at least */
	ZnSetting inner = *s;
	if (first > 0 && report->style->indent_first) {
		inner.x += first;
		inner.width -= first;
	}
	zn_galley_penalty(s, 20);
	zn_galley_glue(s, outer, outer / 2);
	size_t top = s->galley->n - 1;
	for (ZnBlock *item = list->children; item; item = item->next) {
		set_item(&inner, item, element, indent);
		if (item->next && !list->tight)
			zn_galley_glue(s, report->style->list_gap, report->style->list_gap / 2);
	}
	zn_galley_glue(s, outer, outer / 2);
	if (outer > 0)
		zn_galley_register(s, top);
	if (!s->depth)
		zn_galley_snap(s);
	s->after_break = true;
}
