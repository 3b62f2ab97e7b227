/* Tables in three lines: above, under the head, below. Widths come from what the columns hold; numbers stand on their decimal marks. */
#include "report/galley.h"

#include <math.h>
#include <string.h>

#define FREE 1e5        /* px: a measure in which nothing breaks */
#define FLOATS_BELOW 0.55 /* of the page: higher tables break between rows */
#define SPREAD 28.0     /* px that a column may grow beyond its text, so that narrow tables stay together */

typedef struct Cell {
	const ZnTextBlock *text;
	double natural, min;
	double whole; /* numbers: px up to the decimal mark */
	bool number;
} Cell;

typedef struct Column {
	double natural, min, width, x;
	double whole, fraction; /* numbers: px before and behind the decimal mark */
	bool number;
	ZnAlign align;
} Column;

typedef struct Row Row;

typedef struct Layout {
	ZnSetting *s;
	ZnReport *report;
	const ZnSheet *sheet;
	ZnTextStyle style, head_style;
	double gap;     /* between columns */
	bool hyphenate;
	Column *columns;
	Cell *cells;
	double x, width;
	const ZnElement *table;
} Layout;

/* A row on its way to the page. */
struct Row {
	const Layout *layout;
	size_t row;
	double height;
	const ZnElement **elements; /* one a column */
};

static size_t n_lines(const Layout *t)
{
	return t->sheet->n_head + t->sheet->n_rows;
}

static Cell *cell_at(const Layout *t, size_t row, size_t column)
{
	return &t->cells[row * t->sheet->n_columns + column];
}

static bool is_head(const Layout *t, size_t row)
{
	return row < t->sheet->n_head;
}

/* --- numbers --- */

/* "24 393,1", "−3", "12.5 %": signs, digits, marks between them; a dash stands for nothing. */
static bool is_number(const char *text)
{
	bool digits = false;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		digits |= g_ascii_isdigit((char)c) && c < 128;
		if (!(c < 128 && (g_ascii_isdigit((char)c) || strchr(".,+-% ", (int)c))) && c != 0xa0 && c != 0x202f && c != 0x2212 && c != 0x2009 && c != 0x2013)
			return false;
	}
	return digits || !*text || !strcmp(text, "–") || !strcmp(text, "-") || !strcmp(text, "—");
}

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* Bytes up to the decimal mark: the last mark, unless three digits follow it in a text that has others (1,234,567), or the end. */
static size_t decimal_at(const ZnReport *report, const char *text)
{
	const char *mark = strrchr(text, !strcmp(report->words->lang, "ru") ? ',' : '.');
	if (mark)
		return (size_t)(mark - text);
	size_t n = strlen(text);
	while (n > 0 && !g_ascii_isdigit(text[n - 1]))
		n--;
	return n;
}

static void find_numbers(Layout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		bool digits = false, numbers = t->sheet->align[c] == ZN_CELL_AUTO || t->sheet->align[c] == ZN_CELL_RIGHT;
		for (size_t r = t->sheet->n_head; numbers && r < n_lines(t); r++) {
			const char *text = zn_inline_plain(t->report, zn_sheet_cell(t->sheet, r, c)->inlines);
			numbers = is_number(text);
			digits |= has_digit(text);
		}
		t->columns[c].number = numbers && digits;
	}
}

/* --- measuring --- */

static const ZnTextStyle *style_of(const Layout *t, size_t row)
{
	return is_head(t, row) ? &t->head_style : &t->style;
}

static ZnSpans *spans_of(const Layout *t, size_t row, size_t column)
{
	ZnSpans *spans = zn_spans_new(t->report);
	zn_spans_add(t->report, spans, style_of(t, row), zn_sheet_cell(t->sheet, row, column)->inlines);
	return spans;
}

static const ZnTextBlock *set_cell(const Layout *t, size_t row, size_t column, const ZnTextStyle *style, double width)
{
	ZnSetting s = *t->s;
	s.x = 0;
	s.width = width;
	ZnTextOptions options = {.line = zn_sheet_cell(t->sheet, row, column)->line, .hyphenate = t->hyphenate, .quiet = true};
	return zn_text_block(&s, spans_of(t, row, column), style, &options);
}

static void measure_number(Layout *t, size_t row, size_t column)
{
	Cell *cell = cell_at(t, row, column);
	Column *own = &t->columns[column];
	const char *text = zn_inline_plain(t->report, zn_sheet_cell(t->sheet, row, column)->inlines);
	ZnFont font = zn_text_style_font(&t->style);
	cell->number = has_digit(text);
	if (!cell->number)
		return;
	const char *whole = zn_arena_strndup(t->report->arena, text, decimal_at(t->report, text));
	cell->whole = zn_text_width(t->report->context, &font, whole);
	own->whole = MAX(own->whole, cell->whole);
	own->fraction = MAX(own->fraction, cell->natural - cell->whole);
}

static void measure(Layout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		t->columns[c] = (Column){.number = t->columns[c].number, .align = t->columns[c].align};
	for (size_t r = 0; r < n_lines(t); r++) {
		for (size_t c = 0; c < t->sheet->n_columns; c++) {
			ZnTextStyle free_style = *style_of(t, r);
			free_style.align = ZN_ALIGN_START;
			Cell *cell = cell_at(t, r, c);
			int span = zn_sheet_cell(t->sheet, r, c)->span;
			if (!span)
				continue;
			const ZnParagraph *paragraph = set_cell(t, r, c, &free_style, FREE)->paragraph;
			cell->natural = paragraph->natural_width;
			cell->min = paragraph->min_width;
			Column *column = &t->columns[c];
			if (!is_head(t, r) && column->number)
				measure_number(t, r, c);
			if (span > 1)
				continue; /* its columns are wide enough, or its text wraps */
			column->natural = MAX(column->natural, cell->natural);
			column->min = MAX(column->min, cell->number ? cell->natural : cell->min);
		}
	}
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		Column *column = &t->columns[c];
		column->natural = MAX(column->natural, column->whole + column->fraction);
		column->min = MAX(column->min, column->whole + column->fraction);
	}
}

/* --- widths --- */

/* When not all columns can be as wide as their text: each gets its text's width or an equal share of the room, whichever is less,
 * and never less than its longest word. */
static void share_scarce(Layout *t, double room)
{
	size_t n = t->sheet->n_columns;
	double low = 0, high = room;
	for (int i = 0; i < 40; i++) { /* the share at which the columns fill the room */
		double share = (low + high) / 2, sum = 0;
		for (size_t c = 0; c < n; c++)
			sum += MAX(t->columns[c].min, MIN(t->columns[c].natural, share));
		if (sum > room)
			high = share;
		else
			low = share;
	}
	for (size_t c = 0; c < n; c++)
		t->columns[c].width = MAX(t->columns[c].min, MIN(t->columns[c].natural, low));
}

/* What is left over goes to all, up to SPREAD a column; a table that then is nearly as wide as the page becomes so. */
static void share_plenty(Layout *t, double room, double natural)
{
	size_t n = t->sheet->n_columns;
	double extra = (room - natural) / (double)n;
	if (natural + SPREAD * (double)n < room * 0.8)
		extra = SPREAD;
	for (size_t c = 0; c < n; c++)
		t->columns[c].width = t->columns[c].natural + extra;
}

static double room_for(const Layout *t)
{
	return t->s->width - t->gap * (double)(t->sheet->n_columns - 1);
}

static double least_width(const Layout *t)
{
	double min = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		min += t->columns[c].min;
	return min;
}

static double natural_width(const Layout *t)
{
	double natural = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		natural += t->columns[c].natural;
	return natural;
}

/* A table that is too wide is set closer, then with cells of several lines, then smaller, then with hyphens and a narrow face. */
static void measure_to_fit(Layout *t)
{
	static const struct { double gap, size; const char *family; bool hyphenate, unbroken; } attempts[] = {
		{1, 1, NULL, false, true},   {0.6, 1, NULL, false, true},    {1, 1, NULL, false, false},          {0.6, 1, NULL, false, false},
		{0.5, 0.92, NULL, false, false}, {0.5, 0.92, NULL, true, false}, {0.45, 0.9, "condensed", true, false},
	};
	const ZnTextStyle style = t->style;
	for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
		t->gap = t->report->style->cell_gap * attempts[i].gap;
		t->hyphenate = attempts[i].hyphenate;
		t->style.size = style.size * attempts[i].size;
		t->style.leading = style.leading * attempts[i].size;
		t->style.family = attempts[i].family ? attempts[i].family : style.family;
		t->head_style = t->style;
		t->head_style.weight = 700;
		measure(t);
		if ((attempts[i].unbroken ? natural_width(t) : least_width(t)) <= room_for(t))
			return;
	}
	zn_warning(t->report->context->diags, zn_report_place(t->report, zn_sheet_cell(t->sheet, 0, 0)->line), "leave columns out, or turn rows into columns",
	           "the table is %.0f pt too wide for the page", (least_width(t) - room_for(t)) * 0.75);
}

static void share_width(Layout *t)
{
	size_t n = t->sheet->n_columns;
	double room = room_for(t), min = least_width(t), natural = natural_width(t);
	if (natural <= room)
		share_plenty(t, room, natural);
	else
		share_scarce(t, room);
	double x = 0;
	for (size_t c = 0; c < n; c++) {
		if (min > room && room > 0)
			t->columns[c].width = t->columns[c].min * room / min;
		t->columns[c].x = x;
		x += t->columns[c].width + t->gap;
	}
	t->width = MAX(x - t->gap, 1);
	t->x = t->s->x + (t->s->width - t->width) / 2;
}

static double span_width(const Layout *t, size_t column, int span)
{
	size_t last = MIN(column + (size_t)span, t->sheet->n_columns) - 1;
	return t->columns[last].x + t->columns[last].width - t->columns[column].x;
}

static void set_cells(Layout *t)
{
	for (size_t r = 0; r < n_lines(t); r++) {
		for (size_t c = 0; c < t->sheet->n_columns; c++) {
			int span = zn_sheet_cell(t->sheet, r, c)->span;
			if (!span)
				continue;
			ZnTextStyle style = *style_of(t, r);
			Cell *cell = cell_at(t, r, c);
			style.align = span > 1 ? ZN_ALIGN_CENTER : cell->number ? ZN_ALIGN_START : t->columns[c].align;
			cell->text = set_cell(t, r, c, &style, span_width(t, c, span));
		}
	}
}

/* --- painting --- */

static double cell_x(const Layout *t, size_t row, size_t column)
{
	const Column *own = &t->columns[column];
	const Cell *cell = cell_at(t, row, column);
	/* Numbers: a block as wide as the widest, in the middle of the column, all marks in one line. */
	double shift = cell->number ? (own->width - own->whole - own->fraction) / 2 + own->whole - cell->whole : 0;
	return t->x + own->x + shift;
}

static void paint_row(ZnCanvas *canvas, const void *data, double y)
{
	const Row *row = data;
	const Layout *t = row->layout;
	double gap = t->report->style->row_gap;
	bool head = is_head(t, row->row);
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = cell_at(t, row->row, c)->text;
		if (!text)
			continue;
		if (!canvas->artifact)
			zn_canvas_enter(canvas, row->elements[c]);
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
		zn_canvas_rule(canvas, x, y + row->height, x + span_width(t, c, span), y + row->height, t->report->style->thin, t->report->style->line);
	}
}

/* --- rows in the galley --- */

static void collect_notes(const Layout *t, size_t row, ZnVItem *item)
{
	size_t *notes = NULL, n = 0, cap = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = cell_at(t, row, c)->text;
		for (size_t i = 0; text && i < text->spans->n_infos; i++)
			if (text->spans->infos[i].note)
				zn_push(t->report->arena, notes, n, cap, text->spans->infos[i].note - 1);
	}
	item->notes = notes;
	item->n_notes = n;
}

static void add_row(ZnSetting *s, Layout *t, size_t r, const ZnElement *part)
{
	Row *row = zn_new(t->report->arena, Row);
	row->layout = t;
	row->row = r;
	row->elements = zn_new_n(t->report->arena, const ZnElement *, t->sheet->n_columns);
	const ZnElement *line = zn_element_new(t->report, part, ZN_TAG_TABLE_ROW);
	double height = t->style.leading;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		const ZnTextBlock *text = cell_at(t, r, c)->text;
		ZnElement *cell = zn_element_new(t->report, line, is_head(t, r) ? ZN_TAG_TABLE_HEADER_CELL : ZN_TAG_TABLE_CELL);
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

static void add_line(ZnSetting *s, const Layout *t, double thickness)
{
	ZnSetting across = *s;
	across.x = t->x;
	across.width = t->width;
	ZnColor ink = t->report->style->table.color;
	zn_galley_line(&across, thickness + 1, thickness / 2 + 0.5, thickness, ink);
	s->galley->items[s->galley->n - 1].element = t->table;
}

static void add_head(ZnSetting *s, Layout *t)
{
	const ZnElement *head = zn_element_new(t->report, t->table, ZN_TAG_TABLE_HEAD);
	add_line(s, t, t->report->style->thick);
	for (size_t r = 0; r < t->sheet->n_head; r++)
		add_row(s, t, r, head);
	if (t->sheet->n_head)
		add_line(s, t, t->report->style->thin);
}

/* What stands above the rows on every page after the first: "(continued)", and the head. */
static const ZnGalley *repeated_head(ZnSetting *s, Layout *t, const ZnBlock *block)
{
	ZnSetting inner = *s;
	inner.galley = zn_new(t->report->arena, ZnGalley);
	inner.x = t->x;
	inner.width = t->width;
	if (block->label) {
		g_auto(GStrv) parts = g_strsplit(t->report->words->continued, "%s", 2);
		ZnSpans *spans = zn_spans_new(t->report);
		zn_spans_add_text(t->report, spans, &t->report->style->caption,
		                  zn_arena_printf(t->report->arena, "%s%s%s", parts[0], block->label, parts[1] ? parts[1] : ""));
		ZnTextOptions options = {0};
		zn_galley_text(&inner, zn_text_block(&inner, spans, &t->report->style->caption, &options), NULL);
		zn_galley_glue(&inner, t->report->style->caption_gap / 2, 0);
	}
	add_head(&inner, t);
	return inner.galley;
}

static void add_body(ZnSetting *s, Layout *t, const ZnGalley *head, bool breaks)
{
	const ZnElement *body = zn_element_new(t->report, t->table, ZN_TAG_TABLE_BODY);
	size_t n = n_lines(t);
	for (size_t r = t->sheet->n_head; r < n; r++) {
		if (r > t->sheet->n_head && breaks)
			zn_galley_penalty(s, r == t->sheet->n_head + 1 || r == n - 1 ? ZN_NEVER : 5);
		add_row(s, t, r, body);
		s->galley->items[s->galley->n - 1].repeat = head;
	}
	if (breaks)
		zn_galley_penalty(s, ZN_NEVER);
	add_line(s, t, t->report->style->thick);
}

/* --- around the rows --- */

/* The caption flush left, the unit flush right over the table. */
static void add_top(ZnSetting *s, Layout *t, const ZnBlock *block)
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

static void add_notes(ZnSetting *s, Layout *t, const ZnBlock *block)
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

static void choose_aligns(Layout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		static const ZnAlign aligns[] = {
			[ZN_CELL_AUTO] = ZN_ALIGN_START, [ZN_CELL_LEFT] = ZN_ALIGN_START, [ZN_CELL_CENTER] = ZN_ALIGN_CENTER, [ZN_CELL_RIGHT] = ZN_ALIGN_END};
		t->columns[c].align = t->columns[c].number ? ZN_ALIGN_CENTER : aligns[t->sheet->align[c]];
	}
}

static void set_sheet(ZnSetting *s, ZnBlock *block)
{
	ZnReport *report = s->report;
	Layout *t = zn_new(report->arena, Layout); /* rows are painted later */
	ZnElement *element = zn_element_new(report, s->element, ZN_TAG_TABLE);
	element->tag.id = block->id;
	ZnSetting *outer = zn_new(report->arena, ZnSetting);
	*outer = *s;
	*t = (Layout){.s = outer, .report = report, .sheet = block->sheet, .style = report->style->table, .table = element};
	t->columns = zn_new_n(report->arena, Column, t->sheet->n_columns);
	t->cells = zn_new_n(report->arena, Cell, n_lines(t) * t->sheet->n_columns);
	find_numbers(t);
	choose_aligns(t);
	measure_to_fit(t);
	share_width(t);
	set_cells(t);

	ZnSetting inner = zn_float_begin(s);
	add_top(&inner, t, block);
	add_head(&inner, t);
	add_body(&inner, t, NULL, false);
	add_notes(&inner, t, block);
	if (zn_galley_height(inner.galley) <= zn_page_height(report) * FLOATS_BELOW) {
		zn_float_end(s, &inner);
		return;
	}
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
	if (block->sheet && block->sheet->n_columns)
		set_sheet(s, block);
}
