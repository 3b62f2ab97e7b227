/* Pages -> scenes: what was placed, footnotes at the foot, running head, page number. */
#include "report/galley.h"

#include <string.h>

static void paint_items(ZnCanvas *canvas, const ZnPage *page)
{
	double left = canvas->left;
	for (size_t i = 0; i < page->n; i++) {
		const ZnPlaced *placed = &page->items[i];
		if (!placed->item->paint)
			continue;
		zn_canvas_enter(canvas, placed->repeated ? NULL : placed->item->element);
		canvas->left = left + placed->x;
		placed->item->paint(canvas, placed->item->data, canvas->top + placed->y);
	}
	canvas->left = left;
}

static void paint_rules(ZnCanvas *canvas, const ZnPage *page)
{
	for (size_t i = 0; i < page->n_rules; i++) {
		const ZnPageRule *rule = &page->rules[i];
		zn_canvas_enter(canvas, NULL);
		zn_canvas_rule(canvas, canvas->left + rule->x1, canvas->top + rule->y1, canvas->left + rule->x2, canvas->top + rule->y2,
		               rule->thickness, canvas->report->style->line);
	}
}

static ZnScene *paint_page(ZnReport *report, const ZnPages *pages, size_t number)
{
	const ZnReportStyle *style = report->style;
	const ZnPage *page = &pages->items[number - 1];
	ZnScene *scene = zn_scene_new(report->arena);
	scene->width = page->landscape ? style->page_height : style->page_width;
	scene->height = page->landscape ? style->page_width : style->page_height;
	scene->has_background = true;
	scene->background = (ZnColor){1, 1, 1, 1};
	scene->lang = report->lang;
	ZnCanvas canvas = {
	    .report = report,
	    .scene = scene,
	    .pages = pages,
	    .left = page->landscape ? style->margin_left : zn_page_left(report, number),
	    .top = style->margin_top,
	    .width = page->landscape ? zn_landscape_width(report) : zn_page_width(report),
	    .height = page->landscape ? zn_landscape_height(report) : zn_page_height(report),
	};
	paint_items(&canvas, page);
	paint_rules(&canvas, page);
	zn_canvas_leave(&canvas);
	zn_canvas_enter(&canvas, NULL);
	zn_paint_running(&canvas, page, number);
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
