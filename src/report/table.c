/* Tables in three lines: above, under the head, below. */
#include "report/table.h"

#define CRAMPED 1.2       /* natural width of a table, in columns: a wider one stands over all of them */
#define HIGHEST 0.9       /* of the page: of such a table */
#define FLOATS_BELOW 0.55 /* of the page: higher tables break between rows */

/* A row on its way to the page. */
typedef struct Row {
	const ZnTableLayout *layout;
	size_t row;
	double height;
	const ZnElement **elements; /* one a column */
} Row;

/* --- painting --- */

static double cell_x(const ZnTableLayout *t, size_t row, size_t column)
{
	const ZnLaidColumn *own = &t->columns[column];
	const ZnLaidCell *cell = zn_layout_cell(t, row, column);
	/* Numbers: a block as wide as the widest, in the middle of the column, all marks in one line. */
	double shift = cell->number ? (own->width - own->whole - own->fraction) / 2 + own->whole - cell->whole : 0;
	return t->x + own->x + shift;
}

static void paint_row(ZnCanvas *canvas, const void *data, double y)
{
	const Row *row = data;
	const ZnTableLayout *t = row->layout;
	double gap = t->report->style->row_gap;
	bool head = zn_layout_is_head(t, row->row);
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, row->row, c)->text;
		if (!canvas->artifact && row->elements[c]) /* empty cells too: rows are equally long */
			zn_canvas_enter(canvas, row->elements[c]);
		if (!text)
			continue;
		double height = text->leading * (double)text->paragraph->n_lines;
		double top = y + gap + (head ? row->height - 2 * gap - height : 0); /* heads stand at the bottom of their row */
		for (size_t i = 0; i < text->paragraph->n_lines; i++)
			zn_canvas_line(canvas, text, i, canvas->left + cell_x(t, row->row, c), top + text->leading * (double)i);
	}
	/* A thin line under each group of columns. */
	for (size_t c = 0; row->row + 1 < t->sheet->n_head && c < t->sheet->n_columns; c++) {
		int span = zn_sheet_cell(t->sheet, row->row, c)->span;
		if (span < 2)
			continue;
		double x = canvas->left + t->x + t->columns[c].x;
		if (!canvas->artifact)
			zn_canvas_enter(canvas, t->table);
		zn_canvas_rule(canvas, x, y + row->height, x + zn_layout_span(t, c, span), y + row->height, t->report->style->thin,
		               t->report->style->line);
	}
}

/* --- rows in the galley --- */

static void collect_notes(const ZnTableLayout *t, size_t row, ZnVItem *item)
{
	size_t *notes = NULL, n = 0, cap = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, row, c)->text;
		for (size_t i = 0; text && i < text->spans->n_infos; i++)
			if (text->spans->infos[i].note)
				zn_push(t->report->arena, notes, n, cap, text->spans->infos[i].note - 1);
	}
	item->notes = notes;
	item->n_notes = n;
}

static void add_row(ZnSetting *s, ZnTableLayout *t, size_t r, const ZnElement *part)
{
	Row *row = zn_new(t->report->arena, Row);
	row->layout = t;
	row->row = r;
	row->elements = zn_new_n(t->report->arena, const ZnElement *, t->sheet->n_columns);
	const ZnElement *line = zn_element_new(t->report, part, ZN_TAG_TABLE_ROW);
	double height = t->style.leading;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, r, c)->text;
		if (!zn_sheet_cell(t->sheet, r, c)->span)
			continue; /* covered: the cell to its left has its place in the structure too */
		bool head = zn_layout_is_head(t, r) || (c == 0 && t->sheet->row_heads);
		ZnElement *cell = zn_element_new(t->report, line, head ? ZN_TAG_TABLE_HEADER_CELL : ZN_TAG_TABLE_CELL);
		cell->tag.span = zn_sheet_cell(t->sheet, r, c)->span;
		row->elements[c] = cell;
		if (text)
			height = MAX(height, text->leading * (double)text->paragraph->n_lines);
	}
	row->height = height + 2 * t->report->style->row_gap;
	ZnVItem *item = zn_galley_add(t->report, s->galley, ZN_V_BOX);
	item->height = row->height;
	item->element = line;
	item->paint = paint_row;
	item->data = row;
	collect_notes(t, r, item);
}

static void add_line(ZnSetting *s, const ZnTableLayout *t, double thickness)
{
	ZnSetting across = *s;
	across.x = t->x;
	across.width = t->width;
	ZnColor ink = t->report->style->table.color;
	zn_galley_line(&across, thickness + 1, thickness / 2 + 0.5, thickness, ink);
	s->galley->items[s->galley->n - 1].element = t->table;
}

static void add_head(ZnSetting *s, ZnTableLayout *t)
{
	const ZnElement *head = zn_element_new(t->report, t->table, ZN_TAG_TABLE_HEAD);
	add_line(s, t, t->report->style->thick);
	for (size_t r = 0; r < t->sheet->n_head; r++)
		add_row(s, t, r, head);
	if (t->sheet->n_head)
		add_line(s, t, t->report->style->thin);
}

/* What stands above the rows on every page after the first: "(continued)", and the head. */
static const ZnGalley *repeated_head(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	ZnSetting inner = *s;
	inner.galley = zn_new(t->report->arena, ZnGalley);
	inner.x = t->x;
	inner.width = t->width;
	if (block->label) {
		const ZnReportStyle *style = t->report->style;
		ZnTextStyle line = style->caption;
		line.align = style->table_caption;
		ZnSpans *spans = zn_spans_new(t->report);
		zn_spans_add_text(t->report, spans, &line, zn_words_fill(t->report->arena, t->report->words->continued, zn_report_number_of(t->report, block->id)));
		ZnTextOptions options = {0};
		zn_galley_text(&inner, zn_text_block(&inner, spans, &line, &options), NULL);
		zn_galley_glue(&inner, style->caption_gap / 2, 0);
	}
	add_head(&inner, t);
	return inner.galley;
}

/* Under the last row of a page when the table goes on. */
static const ZnGalley *closing_line(const ZnSetting *s, const ZnTableLayout *t)
{
	ZnSetting inner = *s;
	inner.galley = zn_new(t->report->arena, ZnGalley);
	add_line(&inner, t, t->report->style->thin);
	return inner.galley;
}

static void add_body(ZnSetting *s, ZnTableLayout *t, const ZnGalley *head, bool breaks)
{
	const ZnElement *body = zn_element_new(t->report, t->table, ZN_TAG_TABLE_BODY);
	size_t n = zn_layout_rows(t);
	const ZnGalley *tail = breaks ? closing_line(s, t) : NULL;
	for (size_t r = t->sheet->n_head; r < n; r++) {
		if (r > t->sheet->n_head && breaks)
			zn_galley_penalty(s, r == t->sheet->n_head + 1 || r == n - 1 ? ZN_NEVER : 5);
		add_row(s, t, r, body);
		s->galley->items[s->galley->n - 1].repeat = head;
		s->galley->items[s->galley->n - 1].tail = r + 1 < n ? tail : NULL;
	}
	if (breaks)
		zn_galley_penalty(s, ZN_NEVER);
	add_line(s, t, t->report->style->thick);
}

/* --- around the rows --- */

/* The caption flush left, the unit flush right over the table. */
static void add_top(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	ZnSetting across = *s;
	across.x = t->x;
	across.width = t->width;
	if (t->width < t->s->width * 0.5) { /* a caption needs room */
		across.x = t->s->x;
		across.width = t->s->width;
	}
	zn_set_caption(&across, block, t->table);
	if (t->sheet->unit) {
		ZnTextStyle style = t->report->style->unit;
		style.align = ZN_ALIGN_END;
		across.x = t->x;
		across.width = t->width;
		ZnSpans *spans = zn_spans_new(t->report);
		zn_spans_add_text(t->report, spans, &style, t->sheet->unit);
		ZnTextOptions options = {.line = block->line};
		zn_galley_penalty(s, ZN_NEVER);
		zn_galley_text(&across, zn_text_block(&across, spans, &style, &options), zn_element_new(t->report, s->element, ZN_TAG_PARAGRAPH));
	}
	zn_galley_penalty(s, ZN_NEVER);
	zn_galley_glue(s, t->report->style->caption_gap * (t->sheet->unit ? 0.3 : 0.7), 0);
}

static void add_notes(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	ZnSetting across = *s;
	across.x = t->x;
	across.width = t->width;
	for (size_t i = 0; i < t->sheet->n_notes; i++) {
		zn_galley_penalty(s, ZN_NEVER);
		if (i == 0)
			zn_galley_glue(s, t->report->style->caption_gap * 0.6, 0);
		ZnSpans *spans = zn_spans_new(t->report);
		zn_spans_add(t->report, spans, &t->report->style->table_note, t->sheet->notes[i]);
		ZnTextOptions options = {.line = block->line};
		zn_galley_text(&across, zn_text_block(&across, spans, &t->report->style->table_note, &options),
		               zn_element_new(t->report, s->element, ZN_TAG_PARAGRAPH));
	}
}

static ZnTableLayout *lay_out(const ZnSetting *s, const ZnBlock *block)
{
	ZnTableLayout *t = zn_table_lay_out(s, block->sheet);
	ZnElement *element = zn_element_new(s->report, s->element, ZN_TAG_TABLE);
	element->tag.id = block->id;
	t->table = element;
	return t;
}

/* The whole table as a float within `page`, the measure of s or of all columns; false, nothing done, when it is too high for one. */
static bool set_float(ZnSetting *s, ZnSetting *page, ZnTableLayout *t, const ZnBlock *block, double highest)
{
	ZnSetting inner = zn_float_begin(page);
	add_top(&inner, t, block);
	add_head(&inner, t);
	add_body(&inner, t, NULL, false);
	add_notes(&inner, t, block);
	if (zn_galley_height(inner.galley) > zn_page_height(s->report) * highest)
		return false;
	zn_float_end(s, &inner);
	return true;
}

/* A table that would be cramped in its column stands over all of them. */
static bool set_over_columns(ZnSetting *s, const ZnBlock *block)
{
	ZnSetting page = zn_over_columns(s);
	if (page.width <= s->width)
		return false;
	ZnTableLayout *t = lay_out(&page, block);
	double natural = t->gap * (double)(t->sheet->n_columns - 1);
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		natural += t->columns[c].natural;
	return natural > s->width * CRAMPED && set_float(s, &page, t, block, HIGHEST);
}

static void set_sheet(ZnSetting *s, ZnBlock *block)
{
	ZnReport *report = s->report;
	if (set_over_columns(s, block))
		return;
	ZnTableLayout *t = lay_out(s, block);
	if (set_float(s, s, t, block, FLOATS_BELOW))
		return;
	const ZnVItem *last = s->galley->n ? &s->galley->items[s->galley->n - 1] : NULL;
	if (last && !(last->kind == ZN_V_PENALTY && last->penalty == ZN_NEVER)) /* a heading's own gap is enough */
		zn_galley_glue(s, report->style->float_gap, 0);
	add_top(s, t, block);
	add_head(s, t);
	zn_galley_penalty(s, ZN_NEVER);
	add_body(s, t, repeated_head(s, t, block), true);
	add_notes(s, t, block);
	zn_galley_glue(s, report->style->float_gap, 0);
	zn_galley_snap(s);
	s->after_break = true;
}

void zn_set_table(ZnSetting *s, ZnBlock *block)
{
	if (!block->sheet)
		block->sheet = zn_sheet_from_file(s->report, block);
	else
		zn_sheet_finish(s->report, block);
	if (block->sheet && block->sheet->n_columns)
		set_sheet(s, block);
}
