/* Captions: "Figure 1. Text", the label in a weight of its own. */
#include "report/galley.h"

void zn_set_caption(ZnSetting *s, const ZnBlock *block, const ZnElement *parent)
{
	ZnReport *report = s->report;
	const ZnReportStyle *looks = report->style;
	if (!block->label && !block->inlines)
		return;
	ZnTextStyle style = looks->caption;
	ZnAlign wanted = block->type == ZN_BLOCK_TABLE ? looks->table_caption : looks->figure_caption;
	ZnTextStyle label = style;
	label.weight = looks->caption_label_weight;
	ZnSpans *spans = zn_spans_new(report);
	if (block->label)
		zn_spans_add_text(report, spans, &label,
		                  zn_arena_printf(report->arena, "%s%s", block->label, block->inlines ? report->words->caption_gap : ""));
	zn_spans_add(report, spans, &style, block->inlines);
	ZnTextOptions options = {.line = block->line};
	style.align = wanted;
	zn_galley_text(s, zn_text_block(s, spans, &style, &options), zn_element_new(report, parent, ZN_TAG_CAPTION));
}
