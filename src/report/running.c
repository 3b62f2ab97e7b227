/* What stands above and below the text of every page: the style's patterns, filled. */
#include "report/galley.h"

#include <string.h>

typedef struct Filling {
	ZnCanvas *canvas;
	const ZnPage *page;
	size_t number;
} Filling;

/* --- values of the patterns' names --- */

static const char *title(const Filling *f)
{
	return f->canvas->report->title;
}

static const char *header(const Filling *f)
{
	const ZnReport *report = f->canvas->report;
	return report->front->header.text ? zn_report_expand(f->canvas->report, &report->front->header) : report->title;
}

static const char *footer(const Filling *f)
{
	return zn_report_expand(f->canvas->report, &f->canvas->report->front->footer);
}

static const char *section(const Filling *f)
{
	ZnReport *report = f->canvas->report;
	const ZnBlock *block = f->page->section;
	const char *text = block ? zn_inline_plain(report, block->inlines) : NULL;
	return block && block->label ? zn_arena_printf(report->arena, "%s%s%s", block->label, report->words->heading_gap, text) : text;
}

static const char *authors(const Filling *f)
{
	return zn_report_authors(f->canvas->report, f->canvas->report->words->authors_gap);
}

static const char *date(const Filling *f)
{
	return zn_report_date(f->canvas->report);
}

static const char *page_number(const Filling *f)
{
	return zn_arena_printf(f->canvas->report->arena, "%zu", f->number);
}

static const char *page_count(const Filling *f)
{
	return zn_arena_printf(f->canvas->report->arena, "%zu", f->canvas->pages->n);
}

static const struct {
	const char *name;
	const char *(*text)(const Filling *filling);
} names[] = {
    {"{title}", title},     {"{header}", header}, {"{footer}", footer},    {"{section}", section},
    {"{authors}", authors}, {"{date}", date},     {"{page}", page_number}, {"{pages}", page_count},
};

static const char *fill(const Filling *f, const char *pattern)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (const char *p = pattern ? pattern : ""; *p;) {
		size_t i = 0;
		while (i < G_N_ELEMENTS(names) && !g_str_has_prefix(p, names[i].name))
			i++;
		if (i == G_N_ELEMENTS(names)) {
			g_string_append_c(out, *p++);
			continue;
		}
		const char *text = names[i].text(f);
		g_string_append(out, text ? text : "");
		p += strlen(names[i].name);
	}
	g_strstrip(out->str);
	return zn_arena_strdup(f->canvas->report->arena, out->str);
}

/* --- painting --- */

/* Left, middle, right; the text at the pattern's outer end gives way, so that none runs into another. */
static bool paint_line(const Filling *f, const ZnRunning *running, const ZnTextStyle *style, double y, double left, double right)
{
	ZnCanvas *canvas = f->canvas;
	const ZnReportStyle *looks = canvas->report->style;
	bool swapped = (looks->mirrored || looks->alternate) && f->number % 2 == 0;
	ZnFont font = zn_text_style_font(style);
	const char *texts[] = {fill(f, swapped ? running->right : running->left), fill(f, running->center),
	                       fill(f, swapped ? running->left : running->right)};
	double widths[3], gap = style->size * 2, room = right - left;
	for (size_t i = 0; i < 3; i++)
		widths[i] = *texts[i] ? zn_text_width(canvas->report->context, &font, texts[i]) + gap : 0;
	double centre = widths[1] > 0 ? MIN(widths[1], room) : 0, side = widths[1] > 0 ? (room - centre) / 2 : room;
	double most = centre > 0 ? side : MAX(room * 0.6, room - MIN(widths[0], widths[2])); /* the longer of two gives way */
	for (size_t i = 0; i < 3; i++) {
		double limit = i == 1 ? room : centre > 0 ? side : widths[0] + widths[2] > room ? most : room;
		if (centre == 0 && i == 2 && widths[0] > 0)
			limit = MIN(limit, room - MIN(widths[0], most));
		if (!*texts[i])
			continue;
		const char *text = zn_text_truncate(canvas->report->context, &font, texts[i], MAX(limit - gap / 2, 1), "…");
		double x = i == 0 ? left : i == 1 ? (left + right) / 2 : right;
		zn_canvas_text(canvas, style, text, x, y, (ZnTextAlign)i);
	}
	return *texts[0] || *texts[1] || *texts[2];
}

void zn_paint_running(ZnCanvas *canvas, const ZnPage *page, size_t number)
{
	const ZnReportStyle *style = canvas->report->style;
	Filling f = {canvas, page, number};
	double left = canvas->left, right = left + canvas->width;
	if (number > 1 || style->running_head.first) {
		double y = canvas->top - style->head_distance;
		if (paint_line(&f, &style->running_head, &style->head, y, left, right) && style->running_head.rule > 0)
			zn_canvas_rule(canvas, left, y + 6, right, y + 6, style->running_head.rule, style->line);
	}
	if (number > 1 || style->running_foot.first) {
		double y = canvas->top + canvas->height + style->foot_distance;
		if (paint_line(&f, &style->running_foot, &style->folio, y, left, right) && style->running_foot.rule > 0)
			zn_canvas_rule(canvas, left, y - style->folio.leading, right, y - style->folio.leading, style->running_foot.rule, style->line);
	}
}

double zn_page_width(const ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	return style->page_width - style->margin_left - style->margin_right - style->gutter;
}

double zn_page_left(const ZnReport *report, size_t number)
{
	const ZnReportStyle *style = report->style;
	bool verso = style->mirrored && number % 2 == 0;
	return verso ? style->margin_right : style->margin_left + style->gutter;
}
