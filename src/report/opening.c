/* The first page's opening: title, authors, abstract, key figures, table of contents. */
#include "report/galley.h"

#include <math.h>
#include <string.h>

#define MOST_FIGURES 4  /* in a row */
#define FIGURE_GAP 16.0 /* px on both sides of the hairline, half of it without one */
#define LEADER 4.5      /* px from dot to dot */
#define ENTRY_PENALTY 200 /* of a page that ends between a chapter's entry and those of its sections */

/* The text with line ends, so that its lines are of about the same length. */
static const char *balanced(const ZnSetting *s, const ZnTextStyle *style, const char *text)
{
	ZnFont font = zn_text_style_font(style);
	size_t n;
	char **lines = zn_text_wrap(s->report->context, &font, text, s->width, &n);
	const char *wrapped = "";
	for (size_t i = 0; i < n; i++)
		wrapped = zn_arena_printf(s->report->arena, "%s%s%s", wrapped, i ? "\n" : "", lines[i]);
	return wrapped;
}

static void set_line(ZnSetting *s, const ZnTextStyle *style, const char *text, ZnTagType tag, double gap)
{
	if (!text || !*text)
		return;
	ZnSpans *spans = zn_spans_new(s->report);
	zn_spans_add_text(s->report, spans, style, balanced(s, style, text));
	ZnTextOptions options = {.line = 1};
	zn_galley_text(s, zn_text_block(s, spans, style, &options), zn_element_new(s->report, s->element, tag));
	zn_galley_penalty(s, ZN_NEVER);
	zn_galley_glue(s, gap, 0);
}

/* A short line in the accent colour over the title. */
static void set_title_rule(ZnSetting *s)
{
	const ZnReportStyle *style = s->report->style;
	if (style->title_rule <= 0 || !s->report->title)
		return;
	ZnSetting line = *s;
	line.width = MIN(style->title_rule_length, s->width);
	line.x += style->title.align == ZN_ALIGN_CENTER ? (s->width - line.width) / 2 : style->title.align == ZN_ALIGN_END ? s->width - line.width : 0;
	zn_galley_line(&line, style->title_rule, style->title_rule / 2, style->title_rule, style->accent);
	zn_galley_penalty(s, ZN_NEVER);
	zn_galley_glue(s, style->title_rule_gap, 0);
}

/* --- authors, affiliations, date --- */

static const char *join(ZnReport *report, const ZnFrontText *texts, size_t n, const char *gap)
{
	const char *joined = NULL;
	for (size_t i = 0; i < n; i++) {
		const char *text = zn_report_expand(report, &texts[i]);
		joined = joined ? zn_arena_printf(report->arena, "%s%s%s", joined, gap, text) : text;
	}
	return joined;
}

const char *zn_report_authors(ZnReport *report, const char *gap)
{
	const char *joined = NULL;
	for (size_t i = 0; i < report->front->n_authors; i++) {
		const char *name = zn_report_expand(report, &report->front->authors[i].name);
		joined = joined ? zn_arena_printf(report->arena, "%s%s%s", joined, gap, name) : name;
	}
	return joined;
}

/* "2024-05-01" in the language's way; other texts as they are. */
const char *zn_report_date(ZnReport *report)
{
	const char *text = zn_report_expand(report, &report->front->date);
	double time = text && strlen(text) == 10 ? zn_parse_time("%Y-%m-%d", text, true) : NAN;
	return isnan(time) ? text : zn_format_time(report->arena, report->context->locale, report->words->date, time, true);
}

/* Where authors work, each place once, in order. */
typedef struct Places {
	const char **items;
	size_t n, cap;
} Places;

static size_t place_of(const Places *places, const char *affiliation)
{
	for (size_t i = 0; affiliation && i < places->n; i++)
		if (!strcmp(places->items[i], affiliation))
			return i + 1;
	return 0;
}

static Places places_of(ZnReport *report)
{
	Places places = {0};
	for (size_t i = 0; i < report->front->n_authors; i++) {
		const char *own = zn_report_expand(report, &report->front->authors[i].affiliation);
		if (own && !place_of(&places, own))
			zn_push(report->arena, places.items, places.n, places.cap, own);
	}
	return places;
}

static ZnTextStyle plain_style(const ZnTextStyle *style)
{
	ZnTextStyle plain = *style;
	plain.italic = false;
	return plain;
}

/* A raised number, when there are several places. */
static void add_place_mark(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, size_t number)
{
	ZnTextStyle mark = plain_style(style);
	mark.size *= 0.66;
	zn_spans_add_text(report, spans, &mark, zn_arena_printf(report->arena, "%zu", number));
	spans->items[spans->n - 1].rise = style->size * 0.36;
}

static void set_spans(ZnSetting *s, const ZnSpans *spans, const ZnTextStyle *style, double gap)
{
	ZnTextOptions options = {.line = 1};
	zn_galley_text(s, zn_text_block(s, spans, style, &options), zn_element_new(s->report, s->element, ZN_TAG_PARAGRAPH));
	zn_galley_penalty(s, ZN_NEVER);
	zn_galley_glue(s, gap, 0);
}

static void set_authors(ZnSetting *s, const Places *places, double gap)
{
	ZnReport *report = s->report;
	const ZnFront *front = report->front;
	const ZnTextStyle *style = &report->style->byline;
	const char *date = report->style->date_place == ZN_DATE_BYLINE ? zn_report_date(report) : NULL;
	ZnSpans *spans = zn_spans_new(report);
	for (size_t i = 0; i < front->n_authors; i++) {
		const char *name = zn_report_expand(report, &front->authors[i].name);
		size_t place = place_of(places, zn_report_expand(report, &front->authors[i].affiliation));
		zn_spans_add_text(report, spans, style, i ? zn_arena_printf(report->arena, "%s%s", report->words->authors_gap, name) : name);
		if (place && places->n > 1)
			add_place_mark(report, spans, style, place);
	}
	if (date)
		zn_spans_add_text(report, spans, style, front->n_authors ? zn_arena_printf(report->arena, "\u2003%s", date) : date);
	if (spans->n)
		set_spans(s, spans, style, gap);
}

static void set_places(ZnSetting *s, const Places *places, double gap)
{
	ZnReport *report = s->report;
	const ZnTextStyle *style = &report->style->affiliation;
	bool han = !strcmp(report->words->lang, "zh");
	for (size_t i = 0; i < places->n; i++) {
		ZnSpans *spans = zn_spans_new(report);
		if (places->n > 1)
			add_place_mark(report, spans, style, i + 1);
		const char *text = places->items[i];
		zn_spans_add_text(report, spans, style, han && places->n == 1 ? zn_arena_printf(report->arena, "（%s）", text) : text);
		set_spans(s, spans, style, i + 1 == places->n ? gap : 0);
	}
}

static void set_emails(ZnSetting *s, double gap)
{
	ZnReport *report = s->report;
	const char *all = NULL;
	for (size_t i = 0; i < report->front->n_authors; i++) {
		const char *own = zn_report_expand(report, &report->front->authors[i].email);
		if (own)
			all = all ? zn_arena_printf(report->arena, "%s, %s", all, own) : own;
	}
	ZnTextStyle style = plain_style(&report->style->affiliation);
	ZnSpans *spans = zn_spans_new(report);
	zn_spans_add_text(report, spans, &style, all ? all : "");
	if (all)
		set_spans(s, spans, &style, gap);
}

static void set_byline(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnReportStyle *style = report->style;
	Places places = places_of(report);
	double gap = style->affiliation.leading * 0.25;
	size_t before = s->galley->n;
	set_authors(s, &places, gap);
	set_places(s, &places, gap);
	set_emails(s, gap);
	ZnTextStyle plain = plain_style(&style->affiliation);
	if (style->date_place == ZN_DATE_LINE)
		set_line(s, &plain, zn_report_date(report), ZN_TAG_PARAGRAPH, gap);
	if (s->galley->n > before)
		zn_galley_glue(s, style->byline_gap, 0);
}

/* --- abstract --- */

static void add_label(ZnReport *report, ZnSpans *spans, const char *label)
{
	bool wide = g_str_has_suffix(label, "：") || g_str_has_suffix(label, "】");
	zn_spans_add_text(report, spans, &report->style->abstract_label, wide ? label : zn_arena_printf(report->arena, "%s ", label));
}

static void set_labelled(ZnSetting *s, const char *label, const ZnInline *inlines, int line)
{
	ZnReport *report = s->report;
	const ZnTextStyle *style = &report->style->abstract;
	ZnSpans *spans = zn_spans_new(report);
	if (label)
		add_label(report, spans, label);
	zn_spans_add(report, spans, style, inlines);
	double indent = label ? report->style->abstract_first_indent : MAX(report->style->abstract_first_indent, report->style->first_indent);
	ZnTextOptions options = {.first_indent = indent * style->size, .line = line};
	zn_galley_text(s, zn_text_block(s, spans, style, &options), zn_element_new(report, s->element, ZN_TAG_PARAGRAPH));
	zn_galley_penalty(s, 0);
}

static const ZnInline *in_language(ZnReport *report, const char *lang, ZnInline *inlines)
{
	if (!lang)
		return inlines;
	ZnInline *span = zn_new(report->arena, ZnInline);
	*span = (ZnInline){.type = ZN_INLINE_SPAN, .lang = lang, .children = inlines};
	return span;
}

/* An abstract with its keywords; `lang` = another language than the report's, or NULL. */
static void set_summary(ZnSetting *s, const ZnWords *words, const ZnBlock *blocks, const char *keywords, const char *lang)
{
	ZnReport *report = s->report;
	const char *label = words->abstract;
	for (const ZnBlock *block = blocks; block; block = block->next, label = NULL)
		if (block->type == ZN_BLOCK_PARAGRAPH)
			set_labelled(s, label, in_language(report, lang, block->inlines), block->line);
		else
			zn_error(report->context->diags, zn_report_place(report, block->line), NULL, "the abstract should consist of paragraphs");
	if (keywords) {
		zn_galley_glue(s, report->style->abstract.leading * 0.3, 0);
		set_labelled(s, words->keywords, in_language(report, lang, zn_inline_text(report->arena, keywords, 1)), 1);
	}
}

/* The opening once more, for readers of another language. */
static void set_translation(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnTranslation *translation = &report->front->translation;
	const char *lang = translation->lang.text;
	if (!lang)
		return;
	const ZnWords *words = zn_words_lookup(lang);
	ZnTextStyle title = report->style->abstract_label;
	title.size *= 1.15;
	title.leading *= 1.1;
	title.align = report->style->title.align;
	const char *heading = zn_report_expand(report, &translation->title), *authors = zn_report_expand(report, &translation->authors);
	const ZnTextStyle *styles[] = {&title, &report->style->affiliation};
	const char *texts[] = {heading, authors};
	zn_galley_glue(s, report->style->abstract.leading, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		if (!texts[i])
			continue;
		ZnSpans *spans = zn_spans_new(report);
		zn_spans_add(report, spans, styles[i], in_language(report, lang, zn_inline_text(report->arena, texts[i], 1)));
		set_spans(s, spans, styles[i], report->style->abstract.leading * 0.4);
	}
	const char *gap = words->keywords_gap, *text = translation->abstract.text;
	ZnBlock *blocks = text ? zn_report_parse(report, translation->abstract.place, text, strlen(text)) : NULL;
	set_summary(s, words, blocks, join(report, translation->keywords, translation->n_keywords, gap), lang);
}

static void set_abstract(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnReportStyle *style = report->style;
	const char *keywords = join(report, report->front->keywords, report->front->n_keywords, report->words->keywords_gap);
	if (!report->abstract && !keywords)
		return;
	ZnSetting inner = *s;
	double indent = MIN(style->abstract_indent, s->width / 8);
	inner.x += indent;
	inner.width -= 2 * indent;
	if (style->abstract_rule > 0)
		zn_galley_line(&inner, style->abstract.leading * 0.6, style->abstract_rule, style->abstract_rule, style->line);
	set_summary(&inner, report->words, report->abstract, keywords, NULL);
	set_translation(&inner);
	if (style->abstract_rule > 0)
		zn_galley_line(&inner, style->abstract.leading * 0.6, style->abstract.leading * 0.6 - style->abstract_rule, style->abstract_rule, style->line);
	zn_galley_glue(s, style->abstract_gap, style->abstract_gap / 2);
}

/* --- key figures --- */

typedef struct FigureRow {
	const ZnReportStyle *style;
	size_t n;
	const ZnTextBlock *values[MOST_FIGURES], *labels[MOST_FIGURES];
	const ZnElement *value_elements[MOST_FIGURES], *label_elements[MOST_FIGURES];
	double x[MOST_FIGURES], height;
} FigureRow;

static double figure_gap(const ZnReportStyle *style)
{
	return style->figure_rules ? FIGURE_GAP : FIGURE_GAP / 2;
}

static void paint_figure_text(ZnCanvas *canvas, const ZnElement *element, const ZnTextBlock *text, double x, double *top)
{
	zn_canvas_enter(canvas, element);
	for (size_t k = 0; k < text->paragraph->n_lines; k++, *top += text->leading)
		zn_canvas_line(canvas, text, k, x, *top);
}

static void paint_figures(ZnCanvas *canvas, const void *data, double y)
{
	const FigureRow *row = data;
	for (size_t i = 0; i < row->n; i++) {
		double x = canvas->left + row->x[i], top = y;
		paint_figure_text(canvas, row->value_elements[i], row->values[i], x, &top);
		paint_figure_text(canvas, row->label_elements[i], row->labels[i], x, &top);
	}
	zn_canvas_enter(canvas, NULL);
	for (size_t i = 1; row->style->figure_rules && i < row->n; i++) {
		double x = canvas->left + row->x[i] - FIGURE_GAP;
		zn_canvas_rule(canvas, x, y + 5, x, y + row->height - 3, row->style->thin, row->style->line);
	}
}

static const ZnTextBlock *figure_text(ZnSetting *s, const ZnTextStyle *style, const char *text, int line)
{
	ZnSpans *spans = zn_spans_new(s->report);
	zn_spans_add_text(s->report, spans, style, balanced(s, style, text));
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
	double gap = figure_gap(report->style), step = (s->width + 2 * gap) / (double)columns;
	row->style = report->style;
	row->n = n;
	for (size_t i = 0; i < n; i++) {
		ZnSetting column = *s;
		column.width = step - 2 * gap;
		const char *label = zn_report_expand(report, &figures[i].label);
		row->x[i] = s->x + step * (double)i;
		column.x = row->x[i];
		row->values[i] = figure_text(&column, value, values[i], figures[i].value.place.line);
		row->labels[i] = figure_text(&column, &report->style->figure_label, label ? label : "", figures[i].label.place.line);
		row->value_elements[i] = zn_element_new(report, s->element, ZN_TAG_PARAGRAPH);
		row->label_elements[i] = zn_element_new(report, s->element, ZN_TAG_PARAGRAPH);
		row->height = MAX(row->height, value->leading * (double)row->values[i]->paragraph->n_lines +
		                                   row->labels[i]->leading * (double)row->labels[i]->paragraph->n_lines);
	}
	ZnVItem *item = zn_galley_add(report, s->galley, ZN_V_BOX);
	item->height = row->height;
	item->element = row->value_elements[0];
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
	double gap = figure_gap(report->style), width = (s->width + 2 * gap) / (double)columns - 2 * gap, size = value_size(s, values, n, width);
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
	/* The space parts it from the heading for those who hear it. */
	const char *page =
	    zn_arena_printf(canvas->report->arena, " %d", GPOINTER_TO_INT(g_hash_table_lookup(canvas->pages->headings, entry->heading)));
	zn_canvas_text(canvas, entry->style, page, right, baseline, ZN_TEXT_RIGHT);
	ZnFont font = zn_text_style_font(entry->style);
	double end = right - zn_text_width(canvas->report->context, &font, page) - 6;
	double start = ceil((canvas->left + text->x + last->x + last->width + 6) / LEADER) * LEADER; /* dots of all lines under one another */
	static const double dash[] = {0.01, LEADER - 0.01};
	if (start >= end || !canvas->report->style->contents_leaders)
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
	double indent = style->size * report->style->contents_indent * (heading->level - 1);
	inner.x += indent;
	inner.width -= indent + style->size * 3;
	ZnSpans *spans = zn_spans_new(report);
	const char *title = zn_inline_plain(report, heading->inlines);
	ZnFont font = zn_text_style_font(style);
	const char *label = heading->label ? zn_arena_printf(report->arena, "%s%s", heading->label, report->words->heading_gap) : "";
	ZnTextOptions options = {.line = heading->line, .indent = zn_text_width(report->context, &font, label)};
	Entry *entry = zn_new(report->arena, Entry);
	ZnElement *link = zn_element_new(report, zn_element_new(report, toc, ZN_TAG_TOC_ITEM), ZN_TAG_LINK);
	link->tag.target = zn_arena_printf(report->arena, "#%s", heading->id);
	zn_spans_add_text(report, spans, style, zn_arena_printf(report->arena, "%s%s", label, title));
	*entry = (Entry){.heading = heading, .style = style, .right = s->x + s->width, .link = link};
	entry->text = zn_text_block(&inner, spans, style, &options);
	ZnVItem *item = zn_galley_add(report, s->galley, ZN_V_BOX);
	item->height = style->leading * (double)entry->text->paragraph->n_lines;
	item->element = link;
	item->paint = paint_entry;
	item->data = entry;
}

/* The first heading from `block` on that is listed; NULL = none. */
static const ZnBlock *next_entry(const ZnReport *report, const ZnBlock *block)
{
	while (block && (block->type != ZN_BLOCK_HEADING || block->level > report->front->toc_depth))
		block = block->next;
	return block;
}

void zn_set_contents(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnHeadingStyle *style = &report->style->headings[1];
	const ZnElement *toc = zn_element_new(report, s->element, ZN_TAG_TOC);
	zn_galley_glue(s, style->above, 0);
	set_line(s, &style->text, report->words->contents, ZN_TAG_PARAGRAPH, style->below);
	const ZnBlock *heading = next_entry(report, report->blocks);
	for (size_t i = 0; heading; i++) {
		const ZnBlock *next = next_entry(report, heading->next);
		set_entry(s, toc, heading);
		bool together = next && (i == 0 || !next_entry(report, next->next) || next->level > heading->level); /* no lonely lines */
		zn_galley_penalty(s, !together ? 0 : next->level > heading->level && i > 0 ? ENTRY_PENALTY : ZN_NEVER);
		heading = next;
	}
	zn_galley_glue(s, report->style->body.leading * 0.5, report->style->body.leading * 0.5);
	zn_galley_snap(s);
}

/* --- all --- */

void zn_set_front(ZnSetting *s)
{
	ZnReport *report = s->report;
	const ZnReportStyle *style = report->style;
	const char *subtitle = zn_report_expand(report, &report->front->subtitle);
	bool byline = report->front->n_authors || (report->front->date.text && style->date_place != ZN_DATE_NONE);
	set_title_rule(s);
	set_line(s, &style->title, report->title, ZN_TAG_TITLE, subtitle || byline ? style->title_gap : style->byline_gap);
	set_line(s, &style->subtitle, subtitle, ZN_TAG_PARAGRAPH, byline ? style->subtitle_gap : style->byline_gap);
	set_byline(s);
	set_abstract(s);
	set_key_figures(s);
	zn_galley_snap(s);
	s->after_break = true;
}
