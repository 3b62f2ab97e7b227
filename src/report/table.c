/* Tables in three lines: above, under the head, below. */
#include "report/table.h"

#define CRAMPED 1.2       /* natural width of a table, in columns: a wider one stands over all of them */
#define HIGHEST 0.9       /* of the page: of such a table */
#define FLOATS_BELOW 0.55 /* of the page: higher tables break between rows */

#define SPLITS_ABOVE 0.25 /* of the page: higher rows may break between their lines */
#define SPLIT_PENALTY 60

/* A row, or a line of it, on its way to the page. */
typedef struct Row {
	const ZnTableLayout *layout;
	size_t row;
	size_t from, to; /* lines of the cells */
	double height;
	double above;               /* the row begins: the gap over its text */
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

/* From the first line of the row to that of the cell: heads stand at the bottom of their row. */
static double cell_shift(const Row *row, const ZnTextBlock *text)
{
	double lines = text->leading * (double)text->paragraph->n_lines;
	return zn_layout_is_head(row->layout, row->row) ? row->height - 2 * row->above - lines : 0;
}

static void paint_row(ZnCanvas *canvas, const void *data, double y)
{
	const Row *row = data;
	const ZnTableLayout *t = row->layout;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, row->row, c)->text;
		if (!canvas->artifact && row->elements[c]) /* empty cells too: rows are equally long */
			zn_canvas_enter(canvas, row->elements[c]);
		if (!text)
			continue;
		double top = y + row->above + cell_shift(row, text);
		for (size_t i = row->from; i < MIN(row->to, text->paragraph->n_lines); i++)
			zn_canvas_line(canvas, text, i, canvas->left + cell_x(t, row->row, c), top + text->leading * (double)(i - row->from));
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

/* The footnotes whose marks are in these lines of the row. */
static void collect_notes(const Row *row, ZnVItem *item)
{
	const ZnTableLayout *t = row->layout;
	size_t *notes = NULL, n = 0, cap = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, row->row, c)->text;
		for (size_t i = row->from; text && i < MIN(row->to, text->paragraph->n_lines); i++)
			for (size_t k = 0; k < text->paragraph->lines[i].n_pieces; k++) {
				const ZnSpan *span = &text->spans->items[text->paragraph->lines[i].pieces[k].span];
				if (text->spans->infos[span->tag].note)
					zn_push(t->report->arena, notes, n, cap, text->spans->infos[span->tag].note - 1);
			}
	}
	item->notes = notes;
	item->n_notes = n;
}

static size_t row_lines(const ZnTableLayout *t, size_t r)
{
	size_t lines = 1;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = zn_layout_cell(t, r, c)->text;
		lines = MAX(lines, text ? text->paragraph->n_lines : 0);
	}
	return lines;
}

static bool row_splits(const ZnTableLayout *t, size_t r)
{
	return t->style.leading * (double)row_lines(t, r) > zn_page_height(t->report) * SPLITS_ABOVE;
}

static ZnVItem *add_lines(ZnSetting *s, const Row *pattern, size_t from, size_t to, const ZnElement *element)
{
	const ZnTableLayout *t = pattern->layout;
	double gap = t->report->style->row_gap;
	Row *row = zn_new(t->report->arena, Row);
	*row = *pattern;
	row->from = from;
	row->to = to;
	row->above = from == 0 ? gap : 0;
	row->height = t->style.leading * (double)(to - from) + row->above + (to == row_lines(t, row->row) ? gap : 0);
	ZnVItem *item = zn_galley_add(t->report, s->galley, ZN_V_BOX);
	item->height = row->height;
	item->element = element;
	item->paint = paint_row;
	item->data = row;
	item->line = zn_sheet_cell(t->sheet, row->row, 0)->line;
	collect_notes(row, item);
	return item;
}

/* Where `head` and `tail` are given the table goes on over pages, and so may a row that is high. */
static void add_row(ZnSetting *s, ZnTableLayout *t, size_t r, const ZnElement *part, const ZnGalley *head, const ZnGalley *tail)
{
	Row row = {.layout = t, .row = r, .elements = NULL};
	row.elements = zn_new_n(t->report->arena, const ZnElement *, t->sheet->n_columns);
	const ZnElement *line = zn_element_new(t->report, part, ZN_TAG_TABLE_ROW);
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		if (!zn_sheet_cell(t->sheet, r, c)->span)
			continue; /* covered: the cell to its left has its place in the structure too */
		bool heads = zn_layout_is_head(t, r) || (c == 0 && t->sheet->row_heads);
		ZnElement *cell = zn_element_new(t->report, line, heads ? ZN_TAG_TABLE_HEADER_CELL : ZN_TAG_TABLE_CELL);
		cell->tag.span = zn_sheet_cell(t->sheet, r, c)->span;
		row.elements[c] = cell;
	}
	size_t n = row_lines(t, r), step = head && row_splits(t, r) ? 1 : n;
	for (size_t from = 0; from < n; from += step) {
		if (from > 0)
			zn_galley_penalty(s, from == 1 || from + 1 == n ? ZN_NEVER : SPLIT_PENALTY);
		ZnVItem *item = add_lines(s, &row, from, from + step, line);
		item->repeat = head;
		item->tail = from + step < n || r + 1 < zn_layout_rows(t) ? tail : NULL;
	}
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
		add_row(s, t, r, head, NULL, NULL);
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

/* Rows `from` to `to`; where there is a `head` to repeat they break over pages. The first two, and the last two, stay together. */
static void add_rows(ZnSetting *s, ZnTableLayout *t, size_t from, size_t to, const ZnElement *body, const ZnGalley *head)
{
	size_t first = t->sheet->n_head, n = zn_layout_rows(t);
	const ZnGalley *tail = head ? closing_line(s, t) : NULL;
	for (size_t r = from; r < to; r++) {
		bool edge = (r == first + 1 || r + 1 == n) && !row_splits(t, r) && !row_splits(t, r - 1);
		if (r > from && head)
			zn_galley_penalty(s, edge ? ZN_NEVER : 5);
		add_row(s, t, r, body, head, tail);
	}
	if (head)
		zn_galley_penalty(s, ZN_NEVER);
	add_line(s, t, to == n ? t->report->style->thick : t->report->style->thin);
}

static void add_body(ZnSetting *s, ZnTableLayout *t, const ZnGalley *head)
{
	add_rows(s, t, t->sheet->n_head, zn_layout_rows(t), zn_element_new(t->report, t->table, ZN_TAG_TABLE_BODY), head);
}

/* --- around the rows --- */

/* The caption flush left, the unit flush right over the table. */
static void add_top(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	ZnSetting across = zn_caption_measure(s, t->report->style->table_caption, t->x, t->width);
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
	add_body(&inner, t, NULL);
	add_notes(&inner, t, block);
	if (zn_galley_height(inner.galley) > zn_page_height(s->report) * highest)
		return false;
	zn_float_end(s, &inner);
	return true;
}

/* A table that would be cramped in its column stands over all of them, and so does one that asks for it. */
static bool set_over_columns(ZnSetting *s, const ZnBlock *block)
{
	ZnSetting page = zn_over_columns(s);
	int span = zn_block_span(s->report, block);
	if (page.width <= s->width || span == 1)
		return false;
	ZnTableLayout *t = lay_out(&page, block);
	double natural = t->gap * (double)(t->sheet->n_columns - 1);
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		natural += t->columns[c].natural;
	return t->over <= 0 && (span == 2 || natural > s->width * CRAMPED) && set_float(s, &page, t, block, HIGHEST);
}

/* --- pages turned sideways --- */

static bool has_notes(const ZnGalley *galley)
{
	for (size_t i = 0; i < galley->n; i++)
		if (galley->items[i].n_notes)
			return true;
	return false;
}

/* The head once more: not a part of the table for those who hear it. */
static void add_repeated_head(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	const ZnGalley *head = repeated_head(s, t, block);
	for (size_t i = 0; i < head->n; i++) {
		ZnVItem *item = zn_galley_add(t->report, s->galley, head->items[i].kind);
		*item = head->items[i];
		item->element = NULL;
	}
}

/* The rows from `from` on that fit on one page; answers where the next one goes on. */
static size_t set_landscape_page(ZnSetting *page, ZnTableLayout *t, const ZnBlock *block, size_t from, const ZnElement *body, ZnSetting *inner)
{
	size_t first = t->sheet->n_head, n = zn_layout_rows(t);
	for (size_t to = n;;) {
		*inner = zn_float_begin(page);
		if (from == first) {
			add_top(inner, t, block);
			add_head(inner, t);
		} else {
			add_repeated_head(inner, t, block);
		}
		double height = zn_galley_height(inner->galley), most = zn_landscape_height(t->report);
		double gap = 2 * t->report->style->row_gap;
		for (size_t r = from; r < to; r++) {
			height += t->style.leading * (double)row_lines(t, r) + gap;
			if (height > most && r > from)
				to = r;
		}
		add_rows(inner, t, from, to, body, NULL);
		if (to == n)
			add_notes(inner, t, block);
		if (zn_galley_height(inner->galley) <= most || to == from + 1)
			return to;
		to--;
	}
}

/* A table that is too wide for the page stands on pages of its own, turned sideways, where it fits there. */
static bool set_landscape(ZnSetting *s, const ZnBlock *block)
{
	ZnSetting page = zn_over_landscape(s);
	if (s->depth || s->tight || page.width <= zn_page_width(s->report))
		return false;
	ZnTableLayout *t = lay_out(&page, block);
	if (t->over > 0)
		return false;
	const ZnElement *body = zn_element_new(t->report, t->table, ZN_TAG_TABLE_BODY);
	ZnSetting *pages = NULL;
	size_t n = 0, cap = 0;
	for (size_t from = t->sheet->n_head; from < zn_layout_rows(t);) {
		ZnSetting inner;
		from = set_landscape_page(&page, t, block, from, body, &inner);
		if (has_notes(inner.galley) || zn_galley_height(inner.galley) > zn_landscape_height(s->report))
			return false;
		zn_push(s->report->arena, pages, n, cap, inner);
	}
	for (size_t i = 0; i < n; i++)
		zn_float_end_landscape(s, &pages[i]);
	return n > 0;
}

/* --- all --- */

static void set_over_pages(ZnSetting *s, ZnTableLayout *t, const ZnBlock *block)
{
	ZnReport *report = s->report;
	const ZnVItem *last = s->galley->n ? &s->galley->items[s->galley->n - 1] : NULL;
	if (last && !(last->kind == ZN_V_PENALTY && last->penalty == ZN_NEVER)) /* a heading's own gap is enough */
		zn_galley_glue(s, report->style->float_gap, 0);
	add_top(s, t, block);
	add_head(s, t);
	zn_galley_penalty(s, ZN_NEVER);
	add_body(s, t, repeated_head(s, t, block));
	add_notes(s, t, block);
	zn_galley_glue(s, report->style->float_gap, 0);
	zn_galley_snap(s);
	s->after_break = true;
}

static void set_sheet(ZnSetting *s, ZnBlock *block)
{
	if (set_over_columns(s, block))
		return;
	ZnTableLayout *t = lay_out(s, block);
	if (t->over > 0 && set_landscape(s, block))
		return;
	if (t->over > 0)
		zn_warning(s->report->context->diags, zn_report_place(s->report, zn_sheet_cell(t->sheet, 0, 0)->line),
		           "leave columns out, or turn rows into columns", "the table is %.0f pt too wide for the page", t->over * 0.75);
	if (!set_float(s, s, t, block, FLOATS_BELOW))
		set_over_pages(s, t, block);
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
