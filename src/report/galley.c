#include "report/galley.h"

#include "text/text.h"

#include <math.h>
#include <string.h>

#define HYPHEN_PENALTY 400 /* of a column that ends with a hyphen: rather a line short */

ZnVItem *zn_galley_add(ZnReport *report, ZnGalley *galley, ZnVKind kind)
{
	ZnVItem item = {.kind = kind};
	zn_push(report->arena, galley->items, galley->n, galley->cap, item);
	return &galley->items[galley->n - 1];
}

void zn_galley_glue(ZnSetting *s, double height, double stretch)
{
	if (height <= 0 && stretch <= 0)
		return;
	/* Of two gaps that meet, the larger holds. */
	ZnVItem *last = s->galley->n ? &s->galley->items[s->galley->n - 1] : NULL;
	ZnVItem *glue = last && last->kind == ZN_V_GLUE ? last : zn_galley_add(s->report, s->galley, ZN_V_GLUE);
	glue->height = MAX(glue->height, height);
	glue->stretch = MAX(glue->stretch, stretch);
}

void zn_galley_penalty(ZnSetting *s, int penalty)
{
	zn_galley_add(s->report, s->galley, ZN_V_PENALTY)->penalty = penalty;
}

void zn_galley_snap(ZnSetting *s)
{
	if (s->report->style->grid > 0)
		zn_galley_add(s->report, s->galley, ZN_V_SNAP);
}

void zn_galley_register(ZnSetting *s, size_t first)
{
	double grid = s->report->style->grid, height = 0;
	ZnGalley *galley = s->galley;
	if (grid <= 0 || first >= galley->n || galley->items[first].kind != ZN_V_GLUE || galley->items[galley->n - 1].kind != ZN_V_GLUE)
		return;
	for (size_t i = first; i < galley->n; i++) {
		if (galley->items[i].kind == ZN_V_FLOAT || galley->items[i].kind == ZN_V_SNAP) /* finds the grid by itself */
			return;
		height += galley->items[i].height;
	}
	double over = ceil(height / grid - 0.001) * grid - height;
	galley->items[first].height += over / 2;
	galley->items[galley->n - 1].height += over / 2;
}

double zn_galley_height(const ZnGalley *galley)
{
	double height = 0;
	for (size_t i = 0; i < galley->n; i++)
		height += galley->items[i].height;
	return height;
}

ZnElement *zn_element_new(ZnReport *report, const ZnElement *parent, ZnTagType type)
{
	ZnElement *element = zn_new(report->arena, ZnElement);
	element->tag.type = type;
	element->tag.serial = ++report->serial;
	element->parent = parent;
	return element;
}

/* --- lines of text --- */

double zn_text_style_baseline(const ZnTextStyle *style)
{
	/* The middle between the baseline and the height of capitals stands in the middle of the line; Han, which sit deeper, too. */
	return style->leading / 2 + style->size * 0.36;
}

/* The beginning of a line's text, for messages. */
static const char *line_start(const ZnSetting *s, const ZnLine *line)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < line->n_pieces; i++)
		for (size_t k = 0; k < line->pieces[i].shaped->n_runs; k++)
			g_string_append_len(text, line->pieces[i].shaped->runs[k].text, (gssize)line->pieces[i].shaped->runs[k].text_len);
	if (g_utf8_strlen(text->str, -1) > 30) {
		g_string_truncate(text, (gsize)(g_utf8_offset_to_pointer(text->str, 29) - text->str));
		g_string_append(text, "…");
	}
	return zn_arena_strdup(s->report->arena, text->str);
}

/* Reports the first line that sticks out, and the first that is too loose. */
static void check_lines(const ZnSetting *s, const ZnTextBlock *block)
{
	ZnDiags *diags = s->report->context->diags;
	ZnPlace place = zn_report_place(s->report, block->line);
	bool over = false, loose = false;
	for (size_t i = 0; i < block->paragraph->n_lines; i++) {
		const ZnLine *line = &block->paragraph->lines[i];
		double wide = line->x + line->width - s->width;
		if (!over && wide > 1)
			zn_warning(diags, place, "a long word or address cannot be broken: write it otherwise",
			           "a line is %.0f pt wider than its measure: “%s”", wide * 0.75, line_start(s, line));
		else if (!loose && line->loose)
			zn_warning(diags, place, "write the paragraph otherwise, or let a long word be broken with a soft hyphen",
			           "the spaces of a line are very wide: “%s”", line_start(s, line));
		over |= wide > 1;
		loose |= line->loose;
	}
}

const ZnTextBlock *zn_text_block(const ZnSetting *s, const ZnSpans *spans, const ZnTextStyle *style, const ZnTextOptions *options)
{
	ZnReport *report = s->report;
	ZnParagraphStyle how = {
	    .lang = report->lang,
	    .width = s->width,
	    .leading = style->leading,
	    .first_indent = options->first_indent,
	    .indent = options->indent,
	    .align = style->align,
	    .hyphenate = options->hyphenate || style->align == ZN_ALIGN_JUSTIFY,
	};
	ZnTextBlock *block = zn_new(report->arena, ZnTextBlock);
	block->spans = spans;
	report->context->text_place = zn_report_place(report, options->line);
	block->paragraph = zn_paragraph_new(report->context, spans->items, spans->n, &how);
	report->context->text_place = (ZnPlace){0};
	block->x = s->x;
	block->line = options->line;
	block->leading = style->leading;
	block->baseline = zn_text_style_baseline(style);
	if (!options->quiet)
		check_lines(s, block);
	return block;
}

typedef struct LineBox {
	const ZnTextBlock *block;
	size_t line;
} LineBox;

static void paint_line(ZnCanvas *canvas, const void *data, double y)
{
	const LineBox *box = data;
	zn_canvas_line(canvas, box->block, box->line, canvas->left + box->block->x, y);
}

static void note_marks(ZnReport *report, ZnVItem *item, const ZnTextBlock *block, const ZnLine *line)
{
	size_t *notes = NULL, n = 0, cap = 0;
	for (size_t i = 0; i < line->n_pieces; i++) {
		const ZnSpanInfo *info = &block->spans->infos[block->spans->items[line->pieces[i].span].tag];
		if (info->note)
			zn_push(report->arena, notes, n, cap, info->note - 1);
	}
	item->notes = notes;
	item->n_notes = n;
}

size_t zn_galley_text(ZnSetting *s, const ZnTextBlock *block, const ZnElement *element)
{
	const ZnParagraph *paragraph = block->paragraph;
	size_t first = s->galley->n;
	for (size_t i = 0; i < paragraph->n_lines; i++) {
		if (i > 0) { /* no widows, no orphans */
			bool edge = i == 1 || i == paragraph->n_lines - 1;
			zn_galley_penalty(s, edge ? ZN_NEVER : paragraph->lines[i - 1].hyphenated ? HYPHEN_PENALTY : 0);
		}
		LineBox *box = zn_new(s->report->arena, LineBox);
		*box = (LineBox){block, i};
		ZnVItem *item = zn_galley_add(s->report, s->galley, ZN_V_BOX);
		item->height = block->leading;
		item->element = element;
		item->paint = paint_line;
		item->data = box;
		item->line = block->line;
		note_marks(s->report, item, block, &paragraph->lines[i]);
	}
	return first;
}

/* --- labels --- */

typedef struct LabelBox {
	const ZnTextBlock *block;
	double x, line_top; /* from the top of the text's line to that of the label's */
} LabelBox;

static void paint_label(ZnCanvas *canvas, const void *data, double y)
{
	const LabelBox *box = data;
	zn_canvas_line(canvas, box->block, 0, canvas->left + box->x, y + box->line_top);
}

void zn_galley_label(ZnSetting *s, const ZnSpans *spans, const ZnTextStyle *style, double x, bool right, const ZnElement *element)
{
	ZnSetting free_line = *s;
	free_line.width = 1e4;
	ZnTextStyle plain = *style;
	plain.align = ZN_ALIGN_START;
	ZnTextOptions options = {0};
	LabelBox *box = zn_new(s->report->arena, LabelBox);
	box->block = zn_text_block(&free_line, spans, &plain, &options);
	if (!box->block->paragraph->n_lines)
		return;
	box->x = x - (right ? box->block->paragraph->natural_width : 0);
	ZnVItem *item = zn_galley_add(s->report, s->galley, ZN_V_BOX);
	item->element = element;
	item->paint = paint_label;
	item->data = box;
	zn_galley_penalty(s, ZN_NEVER);
}

/* --- lines drawn --- */

typedef struct RuleBox {
	double x, width, above, thickness;
	ZnColor color;
} RuleBox;

static void paint_rule(ZnCanvas *canvas, const void *data, double y)
{
	const RuleBox *rule = data;
	double x = canvas->left + rule->x;
	zn_canvas_rule(canvas, x, y + rule->above, x + rule->width, y + rule->above, rule->thickness, rule->color);
}

void zn_galley_line(ZnSetting *s, double height, double above, double width, ZnColor color)
{
	RuleBox *rule = zn_new(s->report->arena, RuleBox);
	*rule = (RuleBox){.x = s->x, .width = s->width, .above = above, .thickness = width, .color = color};
	ZnVItem *item = zn_galley_add(s->report, s->galley, ZN_V_BOX);
	item->height = height;
	item->paint = paint_rule;
	item->data = rule;
}

/* --- floats --- */

ZnSetting zn_over_columns(const ZnSetting *s)
{
	ZnSetting page = *s;
	if (s->depth == 0 && !s->tight && s->x == 0 && zn_page_columns(s->report) > 1)
		page.width = zn_page_width(s->report);
	return page;
}

int zn_block_span(const ZnReport *report, const ZnBlock *block)
{
	const char *span = zn_report_attribute(block->attributes, "span");
	if (!span)
		return 0;
	if (strcmp(span, "1") && strcmp(span, "2"))
		zn_error(report->context->diags, block->attributes->place, NULL, "span should be 1 (its column) or 2 (over all columns), not “%s”", span);
	return *span == '1' ? 1 : 2;
}

ZnSetting zn_over_landscape(const ZnSetting *s)
{
	ZnSetting page = *s;
	page.x = 0;
	page.width = zn_landscape_width(s->report);
	return page;
}

ZnSetting zn_float_begin(ZnSetting *s)
{
	ZnSetting inner = *s;
	inner.galley = zn_new(s->report->arena, ZnGalley);
	inner.after_break = true;
	return inner;
}

double zn_galley_headings(const ZnGalley *galley)
{
	size_t i = galley->n;
	if (!i || galley->items[i - 1].kind != ZN_V_PENALTY || galley->items[i - 1].penalty < ZN_NEVER)
		return 0;
	double height = 0;
	for (; i > 0; i--) {
		const ZnVItem *item = &galley->items[i - 1];
		if (item->kind == ZN_V_FLOAT || (item->kind == ZN_V_PENALTY && item->penalty < ZN_NEVER))
			break;
		height += item->height;
	}
	return height;
}

double zn_galley_since_break(const ZnGalley *galley)
{
	double height = 0;
	for (size_t i = galley->n; i > 0; i--) {
		const ZnVItem *item = &galley->items[i - 1];
		if (item->kind == ZN_V_PENALTY && item->penalty <= -ZN_NEVER)
			return height;
		height += item->height;
	}
	return 0;
}

/* As text: its gaps are those of floats. */
static void splice(ZnSetting *s, const ZnGalley *galley)
{
	const ZnReportStyle *style = s->report->style;
	zn_galley_glue(s, style->float_gap, style->float_gap / 4);
	for (size_t i = 0; i < galley->n; i++)
		*zn_galley_add(s->report, s->galley, galley->items[i].kind) = galley->items[i];
	zn_galley_glue(s, style->float_gap, style->float_gap / 4);
	zn_galley_snap(s);
	s->after_break = true;
}

void zn_float_end(ZnSetting *s, const ZnSetting *inner)
{
	if (inner->width <= s->width && zn_galley_height(inner->galley) > zn_page_height(s->report)) {
		splice(s, inner->galley);
		return;
	}
	const ZnVItem *last = s->galley->n ? &s->galley->items[s->galley->n - 1] : NULL;
	bool close = last && last->kind == ZN_V_PENALTY && last->penalty == ZN_NEVER;
	ZnVItem *item = zn_galley_add(s->report, s->galley, ZN_V_FLOAT);
	item->inner = inner->galley;
	item->close = close;
	for (size_t i = 0; i < inner->galley->n && !item->line; i++)
		item->line = inner->galley->items[i].line;
	item->wide = inner->width > s->width;
	item->height = zn_galley_height(inner->galley);
}

void zn_float_end_landscape(ZnSetting *s, const ZnSetting *inner)
{
	for (size_t i = 0; i < inner->galley->n; i++)
		inner->galley->items[i].landscape = true;
	zn_float_end(s, inner);
	ZnVItem *item = &s->galley->items[s->galley->n - 1];
	item->landscape = true;
	item->wide = true;
	item->height = zn_page_height(s->report);
}
