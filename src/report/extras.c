/* Blocks that Markdown itself lacks: works cited, definitions, ::: blocks. */
#include "report/galley.h"

static void gap(ZnSetting *s)
{
	zn_galley_glue(s, s->report->style->block_gap, s->report->style->block_gap / 2);
}

/* --- works cited: a list whose labels stand flush left, whose lines hang --- */

static double widest_label(const ZnSetting *s, const ZnBlock *items, const ZnTextStyle *style)
{
	ZnFont font = zn_text_style_font(style);
	double widest = 0;
	for (; items; items = items->next)
		if (items->label)
			widest = MAX(widest, zn_text_width(s->report->context, &font, items->label) + style->size * 0.5);
	return widest;
}

void zn_set_references(ZnSetting *s, const ZnBlock *block)
{
	ZnReport *report = s->report;
	const ZnTextStyle *style = &report->style->references;
	const ZnElement *list = zn_element_new(report, s->element, ZN_TAG_LIST);
	double hang = MAX(widest_label(s, block->children, style), report->style->references_indent * style->size);
	for (const ZnBlock *item = block->children; item; item = item->next) {
		ZnElement *element = zn_element_new(report, list, ZN_TAG_LIST_ITEM);
		element->tag.id = item->id;
		ZnSetting inner = *s;
		ZnTextOptions options = {.line = item->line};
		if (item->label) {
			inner.x += hang;
			inner.width -= hang;
			ZnSpans *label = zn_spans_new(report);
			zn_spans_add_text(report, label, style, item->label);
			zn_galley_label(s, label, style, s->x, false, zn_element_new(report, element, ZN_TAG_LIST_LABEL));
		} else {
			options.indent = hang;
		}
		ZnSpans *spans = zn_spans_new(report);
		zn_spans_add(report, spans, style, item->inlines);
		zn_galley_text(&inner, zn_text_block(&inner, spans, style, &options), zn_element_new(report, element, ZN_TAG_LIST_BODY));
		zn_galley_penalty(s, 0);
		if (item->next)
			zn_galley_glue(s, style->leading * 0.2, 0);
	}
	gap(s);
	zn_galley_snap(s);
	s->after_break = true;
}

/* --- definitions: the term in bold, what it means below, indented --- */

void zn_set_definitions(ZnSetting *s, ZnBlock *block)
{
	ZnReport *report = s->report;
	const ZnElement *list = zn_element_new(report, s->element, ZN_TAG_LIST);
	double indent = report->style->list_indent * s->text->size;
	ZnTextStyle term = *s->text;
	term.weight = 700;
	term.align = ZN_ALIGN_START;
	gap(s);
	for (ZnBlock *item = block->children; item; item = item->next) {
		const ZnElement *element = zn_element_new(report, list, ZN_TAG_LIST_ITEM);
		ZnSpans *spans = zn_spans_new(report);
		zn_spans_add(report, spans, &term, item->inlines);
		ZnTextOptions options = {.line = item->line};
		zn_galley_text(s, zn_text_block(s, spans, &term, &options), zn_element_new(report, element, ZN_TAG_LIST_LABEL));
		zn_galley_penalty(s, ZN_NEVER);
		ZnSetting inner = *s;
		inner.element = zn_element_new(report, element, ZN_TAG_LIST_BODY);
		inner.x += indent;
		inner.width = MAX(inner.width - indent, indent);
		inner.tight = true;
		zn_set_blocks(&inner, item->children);
		if (item->next)
			zn_galley_glue(s, report->style->list_gap, report->style->list_gap / 2);
	}
	gap(s);
	zn_galley_snap(s);
	s->after_break = true;
}

/* --- ::: blocks --- */

/* No page ends between what was set last and what follows. */
static void hold(ZnSetting *s)
{
	for (size_t i = s->galley->n; i > 0 && s->galley->items[i - 1].kind != ZN_V_BOX && s->galley->items[i - 1].kind != ZN_V_FLOAT; i--)
		if (s->galley->items[i - 1].kind == ZN_V_PENALTY)
			s->galley->items[i - 1].penalty = ZN_NEVER;
	zn_galley_penalty(s, ZN_NEVER);
}

/* {.note}: between two thin lines, set in. {.keep}: on one page. Others only group. */
void zn_set_div(ZnSetting *s, ZnBlock *block)
{
	const ZnReportStyle *style = s->report->style;
	bool note = zn_attributes_class(block->attributes, "note"), keep = zn_attributes_class(block->attributes, "keep");
	ZnSetting inner = keep ? zn_float_begin(s) : *s;
	ZnSetting text = inner;
	if (note) {
		double indent = style->quote_indent * s->text->size;
		gap(&inner);
		zn_galley_line(&inner, style->block_gap, style->thin, style->thin, style->accent);
		zn_galley_penalty(&inner, ZN_NEVER);
		text.element = zn_element_new(s->report, s->element, ZN_TAG_QUOTE);
		text.text = &style->abstract;
		text.tight = true;
		text.x += indent;
		text.width = MAX(text.width - 2 * indent, indent);
	}
	text.galley = inner.galley;
	zn_set_blocks(&text, block->children);
	if (note) {
		hold(&inner);
		zn_galley_line(&inner, style->block_gap, style->block_gap - style->thin, style->thin, style->accent);
		gap(&inner);
		zn_galley_snap(&inner);
	}
	if (keep)
		zn_float_end(s, &inner);
	s->after_break = note || keep || text.after_break;
}
