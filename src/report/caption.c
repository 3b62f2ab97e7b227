/* Captions: "Figure 1. Text", the label in a weight of its own. */
#include "report/galley.h"

#define NARROW 0.55 /* of the measure: captions of narrower things are wider than they are */

double zn_captioned_x(const ZnSetting *s, ZnAlign align, double width)
{
	bool flush = (align == ZN_ALIGN_START || align == ZN_ALIGN_JUSTIFY) && width <= s->width;
	return flush ? s->x : s->x + (s->width - width) / 2;
}

ZnSetting zn_caption_measure(const ZnSetting *s, ZnAlign align, double x, double width)
{
	ZnSetting measure = *s;
	if (width >= s->width * NARROW) {
		measure.x = x;
		measure.width = width;
	} else if (align == ZN_ALIGN_START || align == ZN_ALIGN_JUSTIFY) { /* from its left edge on, as far as the measure goes */
		measure.x = x;
		measure.width = MAX(s->x + s->width - x, s->width * NARROW);
	}
	return measure;
}

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
