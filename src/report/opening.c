/* The first page's opening: title, authors, abstract, key figures, table of contents. */
#include "report/galley.h"

#include <math.h>
#include <string.h>

#define MOST_FIGURES 4  /* in a row */
#define FIGURE_GAP 16.0 /* px on both sides of the hairline */
#define LEADER 4.5      /* px from dot to dot */

static void set_line(ZnSetting *s, const ZnTextStyle *style, const char *text, ZnTagType tag, double gap)
{
	if (!text || !*text)
		return;
	/* Lines of about the same length. */
	ZnFont font = zn_text_style_font(style);
	size_t n;
	char **lines = zn_text_wrap(s->report->context, &font, text, s->width, &n);
	const char *wrapped = "";
	for (size_t i = 0; i < n; i++)
		wrapped = zn_arena_printf(s->report->arena, "%s%s%s", wrapped, i ? "\n" : "", lines[i]);
	ZnSpans *spans = zn_spans_new(s->report);
	zn_spans_add_text(s->report, spans, style, wrapped);
	ZnTextOptions options = {.line = 1};
	zn_galley_text(s, zn_text_block(s, spans, style, &options), zn_element_new(s->report, s->element, tag));
	zn_galley_penalty(s, ZN_NEVER);
	zn_galley_glue(s, gap, 0);
}

/* --- authors and date --- */

static const char *join(ZnReport *report, const ZnFrontText *texts, size_t n, const char *gap)
{
	const char *joined = NULL;
	for (size_t i = 0; i < n; i++) {
		const char *text = zn_report_expand(report, &texts[i]);
		joined = joined ? zn_arena_printf(report->arena, "%s%s%s", joined, gap, text) : text;
	}
	return joined;
}

/* "2024-05-01" in the language's way; other texts as they are. */
static const char *date_text(ZnReport *report)
{
	const char *text = zn_report_expand(report, &report->front->date);
	double time = text && strlen(text) == 10 ? zn_parse_time("%Y-%m-%d", text, true) : NAN;
	return isnan(time) ? text : zn_format_time(report->arena, report->context->locale, report->words->date, time, true);
}

static const char *byline(ZnReport *report)
{
	const char *authors = join(report, report->front->authors, report->front->n_authors, report->words->authors_gap),
	           *date = date_text(report);
	return authors && date ? zn_arena_printf(report->arena, "%s\u2003%s", authors, date) : authors ? authors : date;
}

/* --- abstract --- */

static void add_label(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, const char *label)
{
	ZnTextStyle bold = *style;
	bold.family = report->style->caption.family;
	bold.weight = 700;
	bool wide = g_str_has_suffix(label, "：");
	zn_spans_add_text(report, spans, &bold, wide ? label : zn_arena_printf(report->arena, "%s ", label));
}

static void set_labelled(ZnSetting *s, const char *label, const ZnInline *inlines, int line)
{
	ZnReport *report = s->report;
	const ZnTextStyle *style = &report->style->abstract;
	ZnSpans *spans = zn_spans_new(report);
	if (label)
		add_label(report, spans, style, label);
	zn_spans_add(report, spans, style, inlines);
	ZnTextOptions options = {.first_indent = label ? 0 : report->style->first_indent * style->size, .line = line};
	zn_galley_text(s, zn_text_block(s, spans, style, &options), zn_element_new(report, s->element, ZN_TAG_PARAGRAPH));
	zn_galley_penalty(s, 0);
}

static void set_abstract(ZnSetting *s)
{
	ZnReport *report = s->report;
	const char *keywords = join(report, report->front->keywords, report->front->n_keywords, report->words->keywords_gap);
	if (!report->abstract && !keywords)
		return;
	ZnSetting inner = *s;
	double indent = MIN(report->style->abstract_indent, s->width / 8);
	inner.x += indent;
	inner.width -= 2 * indent;
	const char *label = report->words->abstract;
	for (const ZnBlock *block = report->abstract; block; block = block->next, label = NULL)
		if (block->type == ZN_BLOCK_PARAGRAPH)
			set_labelled(&inner, label, block->inlines, block->line);
		else
			zn_error(report->context->diags, zn_report_place(report, block->line), NULL, "the abstract should consist of paragraphs");
	if (keywords) {
		zn_galley_glue(s, report->style->abstract.leading * 0.3, 0);
		set_labelled(&inner, report->words->keywords, zn_inline_text(report->arena, keywords, 1), 1);
	}
	zn_galley_glue(s, report->style->abstract_gap, report->style->abstract_gap / 2);
}

/* --- key figures --- */

typedef struct FigureRow {
	const ZnReportStyle *style;
	size_t n;
	const ZnTextBlock *values[MOST_FIGURES], *labels[MOST_FIGURES];
	const ZnElement *elements[MOST_FIGURES];
	double x[MOST_FIGURES], height;
} FigureRow;

static void paint_figures(ZnCanvas *canvas, const void *data, double y)
{
	const FigureRow *row = data;
	for (size_t i = 0; i < row->n; i++) {
		zn_canvas_enter(canvas, row->elements[i]);
		double x = canvas->left + row->x[i], top = y;
		for (size_t k = 0; k < row->values[i]->paragraph->n_lines; k++, top += row->values[i]->leading)
			zn_canvas_line(canvas, row->values[i], k, x, top);
		for (size_t k = 0; k < row->labels[i]->paragraph->n_lines; k++, top += row->labels[i]->leading)
			zn_canvas_line(canvas, row->labels[i], k, x, top);
	}
	zn_canvas_enter(canvas, NULL);
	for (size_t i = 1; i < row->n; i++) {
		double x = canvas->left + row->x[i] - FIGURE_GAP;
		zn_canvas_rule(canvas, x, y + 5, x, y + row->height - 3, row->style->thin, row->style->line);
	}
}

static const ZnTextBlock *figure_text(ZnSetting *s, const ZnTextStyle *style, const char *text, int line)
{
	ZnSpans *spans = zn_spans_new(s->report);
	zn_spans_add_text(s->report, spans, style, text);
	ZnTextOptions options = {.line = line};
	return zn_text_block(s, spans, style, &options);
}

/* The size at which the widest value fits into its column: the same for all. */
static double value_size(ZnSetting *s, const char *const *values, size_t n, double width)
{
	const ZnTextStyle *style = &s->report->style->figure_value;
	ZnSetting free_line = *s;
	free_line.width = 1e5;
	double widest = 0;
	for (size_t i = 0; i < n; i++)
		widest = MAX(widest, figure_text(&free_line, style, values[i], 1)->paragraph->natural_width);
	return widest > width ? style->size * width / widest * 0.99 : style->size;
}

static void set_figure_row(ZnSetting *s, const ZnKeyFigure *figures, const char *const *values, size_t n, size_t columns, double size)
{
	ZnReport *report = s->report;
	FigureRow *row = zn_new(report->arena, FigureRow);
	ZnTextStyle *value = zn_new(report->arena, ZnTextStyle);
	*value = report->style->figure_value;
	value->size = size;
	double step = (s->width + 2 * FIGURE_GAP) / (double)columns;
	row->style = report->style;
	row->n = n;
	for (size_t i = 0; i < n; i++) {
		ZnSetting column = *s;
		column.width = step - 2 * FIGURE_GAP;
		const char *label = zn_report_expand(report, &figures[i].label);
		row->x[i] = s->x + step * (double)i;
		column.x = row->x[i];
		row->values[i] = figure_text(&column, value, values[i], figures[i].value.place.line);
		row->labels[i] = figure_text(&column, &report->style->figure_label, label ? label : "", figures[i].label.place.line);
		row->elements[i] = zn_element_new(report, s->element, ZN_TAG_PARAGRAPH);
		row->height = MAX(row->height, value->leading * (double)row->values[i]->paragraph->n_lines +
		                                   row->labels[i]->leading * (double)row->labels[i]->paragraph->n_lines);
	}
	ZnVItem *item = zn_galley_add(report, s->galley, ZN_V_BOX);
	item->height = row->height;
	item->element = row->elements[0];
	item->paint = paint_figures;
	item->data = row;
}

static void set_key_figures(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnFront *front = report->front;
	size_t n = front->n_figures;
	if (!n)
		return;
	const char **values = zn_new_n(report->arena, const char *, n);
	for (size_t i = 0; i < n; i++)
		values[i] = zn_report_expand(report, &front->figures[i].value);
	size_t columns = n <= MOST_FIGURES ? n : n % 3 == 0 || n == 5 ? 3 : MOST_FIGURES;
	double width = (s->width + 2 * FIGURE_GAP) / (double)columns - 2 * FIGURE_GAP, size = value_size(s, values, n, width);
	for (size_t i = 0; i < n; i += columns) {
		zn_galley_penalty(s, ZN_NEVER);
		zn_galley_glue(s, i ? report->style->figures_gap * 1.5 : 0, 0);
		set_figure_row(s, &front->figures[i], &values[i], MIN(columns, n - i), columns, size);
	}
	zn_galley_penalty(s, 0);
	zn_galley_glue(s, report->style->figures_gap, report->style->figures_gap);
	zn_galley_snap(s);
}

/* --- table of contents --- */

typedef struct Entry {
	const ZnBlock *heading;
	const ZnTextBlock *text;
	const ZnTextStyle *style;
	double right; /* where page numbers end */
	const ZnElement *link;
} Entry;

static void paint_entry(ZnCanvas *canvas, const void *data, double y)
{
	const Entry *entry = data;
	const ZnTextBlock *text = entry->text;
	size_t n = text->paragraph->n_lines;
	for (size_t i = 0; i < n; i++)
		zn_canvas_line(canvas, text, i, canvas->left + text->x, y + text->leading * (double)i);
	if (!n)
		return;
	const ZnLine *last = &text->paragraph->lines[n - 1];
	double baseline = y + text->leading * (double)(n - 1) + text->baseline, right = canvas->left + entry->right;
	const char *page =
	    zn_arena_printf(canvas->report->arena, "%d", GPOINTER_TO_INT(g_hash_table_lookup(canvas->pages->headings, entry->heading)));
	zn_canvas_text(canvas, entry->style, page, right, baseline, ZN_TEXT_RIGHT);
	ZnFont font = zn_text_style_font(entry->style);
	double end = right - zn_text_width(canvas->report->context, &font, page) - 6;
	double start = ceil((canvas->left + text->x + last->x + last->width + 6) / LEADER) * LEADER; /* dots of all lines under one another */
	static const double dash[] = {0.01, LEADER - 0.01};
	if (start >= end)
		return;
	zn_canvas_enter(canvas, NULL);
	zn_canvas_rule(canvas, start, baseline - 1, end, baseline - 1, 1, canvas->report->style->line);
	ZnItem *rule = &canvas->scene->items[canvas->scene->n_items - 1];
	rule->dash = dash;
	rule->n_dash = G_N_ELEMENTS(dash);
	rule->cap = CAIRO_LINE_CAP_ROUND;
}

static void set_entry(ZnSetting *s, const ZnElement *toc, const ZnBlock *heading)
{
	ZnReport *report = s->report;
	ZnTextStyle *style = zn_new(report->arena, ZnTextStyle);
	*style = report->style->contents;
	style->weight = heading->level == 1 ? 700 : style->weight;
	ZnSetting inner = *s;
	double indent = style->size * 1.5 * (heading->level - 1);
	inner.x += indent;
	inner.width -= indent + style->size * 3;
	ZnSpans *spans = zn_spans_new(report);
	const char *title = zn_inline_plain(report, heading->inlines);
	zn_spans_add_text(report, spans, style,
	                  heading->label ? zn_arena_printf(report->arena, "%s%s%s", heading->label, report->words->heading_gap, title) : title);
	ZnTextOptions options = {.line = heading->line};
	Entry *entry = zn_new(report->arena, Entry);
	ZnElement *link = zn_element_new(report, zn_element_new(report, toc, ZN_TAG_TOC_ITEM), ZN_TAG_LINK);
	link->tag.target = zn_arena_printf(report->arena, "#%s", heading->id);
	*entry = (Entry){.heading = heading, .style = style, .right = s->x + s->width, .link = link};
	entry->text = zn_text_block(&inner, spans, style, &options);
	ZnVItem *item = zn_galley_add(report, s->galley, ZN_V_BOX);
	item->height = style->leading * (double)entry->text->paragraph->n_lines;
	item->element = link;
	item->paint = paint_entry;
	item->data = entry;
	zn_galley_penalty(s, heading->level == 1 ? 50 : 0);
}

void zn_set_contents(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnHeadingStyle *style = &report->style->headings[1];
	const ZnElement *toc = zn_element_new(report, s->element, ZN_TAG_TOC);
	zn_galley_glue(s, style->above, 0);
	set_line(s, &style->text, report->words->contents, ZN_TAG_PARAGRAPH, style->below);
	for (const ZnBlock *block = report->blocks; block; block = block->next)
		if (block->type == ZN_BLOCK_HEADING && block->level <= report->front->toc_depth)
			set_entry(s, toc, block);
	zn_galley_glue(s, report->style->body.leading * 0.5, report->style->body.leading * 0.5);
	zn_galley_snap(s);
}

/* --- all --- */

void zn_set_front(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnReportStyle *style = report->style;
	const char *subtitle = zn_report_expand(report, &report->front->subtitle), *authors = byline(report);
	set_line(s, &style->title, report->title, ZN_TAG_TITLE, subtitle || authors ? style->title_gap : style->byline_gap);
	set_line(s, &style->subtitle, subtitle, ZN_TAG_PARAGRAPH, authors ? style->subtitle_gap : style->byline_gap);
	set_line(s, &style->byline, authors, ZN_TAG_PARAGRAPH, style->byline_gap);
	set_abstract(s);
	set_key_figures(s);
	zn_galley_snap(s);
	s->after_break = true;
}
