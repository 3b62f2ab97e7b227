/* Pages -> scenes: what was placed, footnotes at the foot, running head, page number. */
#include "report/galley.h"

#include <string.h>

static void paint_items(ZnCanvas *canvas, const ZnPage *page)
{
	for (size_t i = 0; i < page->n; i++) {
		const ZnPlaced *placed = &page->items[i];
		if (!placed->item->paint)
			continue;
		zn_canvas_enter(canvas, placed->repeated ? NULL : placed->item->element);
		placed->item->paint(canvas, placed->item->data, canvas->top + placed->y);
	}
}

static void paint_notes(ZnCanvas *canvas, const ZnPage *page)
{
	if (!page->n_notes)
		return;
	const ZnReportStyle *style = canvas->report->style;
	double y = canvas->top + zn_page_height(canvas->report);
	for (size_t i = 0; i < page->n_notes; i++)
		y -= zn_galley_height(canvas->pages->notes[page->notes[i]]);
	zn_canvas_enter(canvas, NULL);
	zn_canvas_rule(canvas, canvas->left, y - 5, canvas->left + style->note_rule, y - 5, style->thin, style->line);
	for (size_t i = 0; i < page->n_notes; i++) {
		const ZnGalley *note = canvas->pages->notes[page->notes[i]];
		for (size_t k = 0; k < note->n; k++) {
			const ZnVItem *item = &note->items[k];
			if (item->kind == ZN_V_BOX && item->paint) {
				zn_canvas_enter(canvas, item->element);
				item->paint(canvas, item->data, y);
			}
			y += item->height;
		}
	}
}

/* Cut so that both sides have room. */
static const char *shortened(ZnCanvas *canvas, const ZnTextStyle *style, const char *text, double width)
{
	ZnFont font = zn_text_style_font(style);
	return zn_text_truncate(canvas->report->context, &font, text, width, "…");
}

static void paint_head(ZnCanvas *canvas, const ZnPage *page, double right)
{
	ZnReport *report = canvas->report;
	const ZnTextStyle *style = &report->style->head;
	const char *header = zn_report_expand(report, &report->front->header), *left = header ? header : report->title;
	const char *section = page->section ? zn_inline_plain(report, page->section->inlines) : NULL;
	double y = canvas->top - report->style->head_distance, width = right - canvas->left;
	if (page->section && page->section->label)
		section = zn_arena_printf(report->arena, "%s%s%s", page->section->label, report->words->heading_gap, section);
	/* The section gives way first. */
	ZnFont font = zn_text_style_font(style);
	double gap = style->size * 2, taken = left ? MIN(zn_text_width(report->context, &font, left), width * (section ? 0.6 : 1)) : 0;
	if (section) {
		section = shortened(canvas, style, section, width - taken - gap);
		zn_canvas_text(canvas, style, section, right, y, ZN_TEXT_RIGHT);
		width -= zn_text_width(report->context, &font, section) + gap;
	}
	if (left)
		zn_canvas_text(canvas, style, shortened(canvas, style, left, width), canvas->left, y, ZN_TEXT_LEFT);
	if (left || section)
		zn_canvas_rule(canvas, canvas->left, y + 6, right, y + 6, report->style->thin, report->style->line);
}

static void paint_foot(ZnCanvas *canvas, size_t number, double right)
{
	ZnReport *report = canvas->report;
	const ZnTextStyle *style = &report->style->folio;
	const char *footer = zn_report_expand(report, &report->front->footer);
	double y = canvas->top + zn_page_height(report) + report->style->foot_distance;
	bool outside_right = number % 2 == 1;
	zn_canvas_text(canvas, style, zn_arena_printf(report->arena, "%zu", number), outside_right ? right : canvas->left, y,
	               outside_right ? ZN_TEXT_RIGHT : ZN_TEXT_LEFT);
	if (footer)
		zn_canvas_text(canvas, style, footer, outside_right ? canvas->left : right, y, outside_right ? ZN_TEXT_LEFT : ZN_TEXT_RIGHT);
}

static ZnScene *paint_page(ZnReport *report, const ZnPages *pages, size_t number)
{
	const ZnReportStyle *style = report->style;
	const ZnPage *page = &pages->items[number - 1];
	ZnScene *scene = zn_scene_new(report->arena);
	scene->width = style->page_width;
	scene->height = style->page_height;
	scene->has_background = true;
	scene->background = (ZnColor){1, 1, 1, 1};
	scene->lang = report->lang;
	ZnCanvas canvas = {.report = report, .scene = scene, .pages = pages, .left = style->margin_left, .top = style->margin_top};
	paint_items(&canvas, page);
	paint_notes(&canvas, page);
	zn_canvas_leave(&canvas);
	zn_canvas_enter(&canvas, NULL);
	double right = style->page_width - style->margin_right;
	if (number > 1)
		paint_head(&canvas, page, right);
	paint_foot(&canvas, number, right);
	zn_canvas_leave(&canvas);
	return scene;
}

ZnDocument *zn_report_paint(ZnReport *report, const ZnPages *pages)
{
	ZnDocument *document = zn_new(report->arena, ZnDocument);
	document->arena = report->arena;
	for (size_t i = 0; i < pages->n; i++) {
		ZnScene *scene = paint_page(report, pages, i + 1);
		zn_push(report->arena, document->pages, document->n_pages, document->cap_pages, scene);
	}
	return document;
}
