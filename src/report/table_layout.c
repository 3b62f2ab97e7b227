/* Widths of tables, from what their columns hold; numbers stand on their decimal marks. */
#include "report/table.h"

#include <math.h>
#include <string.h>

#define FREE 1e5    /* px: a measure in which nothing breaks */
#define SPREAD 28.0 /* px that a column may grow beyond its text, so that narrow tables stay together */

/* --- numbers --- */

/* "24 393,1", "−3", "12.5 %": signs, digits, marks between them; a dash stands for nothing. */
static bool is_number(const char *text)
{
	bool digits = false;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		digits |= g_ascii_isdigit((char)c) && c < 128;
		if (!(c < 128 && (g_ascii_isdigit((char)c) || strchr(".,+-% ", (int)c))) && c != 0xa0 && c != 0x202f && c != 0x2212 &&
		    c != 0x2009 && c != 0x2013)
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

static void find_numbers(ZnTableLayout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		bool digits = false, numbers = t->sheet->align[c] == ZN_CELL_AUTO || t->sheet->align[c] == ZN_CELL_RIGHT;
		for (size_t r = t->sheet->n_head; numbers && r < zn_layout_rows(t); r++) {
			const char *text = zn_inline_plain(t->report, zn_sheet_cell(t->sheet, r, c)->inlines);
			numbers = is_number(text);
			digits |= has_digit(text);
		}
		t->columns[c].number = numbers && digits;
	}
}

/* --- measuring --- */

static const ZnTextStyle *style_of(const ZnTableLayout *t, size_t row)
{
	return zn_layout_is_head(t, row) ? &t->head_style : &t->style;
}

static ZnSpans *spans_of(const ZnTableLayout *t, size_t row, size_t column)
{
	ZnSpans *spans = zn_spans_new(t->report);
	zn_spans_add(t->report, spans, style_of(t, row), zn_sheet_cell(t->sheet, row, column)->inlines);
	return spans;
}

static const ZnTextBlock *set_cell(const ZnTableLayout *t, size_t row, size_t column, const ZnTextStyle *style, double width)
{
	ZnSetting s = *t->s;
	s.x = 0;
	s.width = width;
	ZnTextOptions options = {.line = zn_sheet_cell(t->sheet, row, column)->line, .hyphenate = t->hyphenate, .quiet = true};
	return zn_text_block(&s, spans_of(t, row, column), style, &options);
}

static void measure_number(ZnTableLayout *t, size_t row, size_t column)
{
	ZnLaidCell *cell = zn_layout_cell(t, row, column);
	ZnLaidColumn *own = &t->columns[column];
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

static void measure(ZnTableLayout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		t->columns[c] = (ZnLaidColumn){.number = t->columns[c].number, .align = t->columns[c].align};
	for (size_t r = 0; r < zn_layout_rows(t); r++) {
		for (size_t c = 0; c < t->sheet->n_columns; c++) {
			ZnTextStyle free_style = *style_of(t, r);
			free_style.align = ZN_ALIGN_START;
			ZnLaidCell *cell = zn_layout_cell(t, r, c);
			int span = zn_sheet_cell(t->sheet, r, c)->span;
			if (!span)
				continue;
			const ZnParagraph *paragraph = set_cell(t, r, c, &free_style, FREE)->paragraph;
			cell->natural = paragraph->natural_width;
			cell->min = paragraph->min_width;
			ZnLaidColumn *column = &t->columns[c];
			if (!zn_layout_is_head(t, r) && column->number)
				measure_number(t, r, c);
			if (span > 1)
				continue; /* its columns are wide enough, or its text wraps */
			column->natural = MAX(column->natural, cell->natural);
			column->min = MAX(column->min, cell->number ? cell->natural : cell->min);
		}
	}
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		ZnLaidColumn *column = &t->columns[c];
		column->natural = MAX(column->natural, column->whole + column->fraction);
		column->min = MAX(column->min, column->whole + column->fraction);
	}
}

/* --- widths --- */

/* When not all columns can be as wide as their text: each gets its text's width or an equal share of the room, whichever is less,
 * and never less than its longest word. */
static void share_scarce(ZnTableLayout *t, double room)
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

/* --- the least height: columns give width to one another while the table gets shorter --- */

#define MOST_ROWS 200 /* rows that are looked at */

/* Lines of a cell, estimated: words leave some white at the ends. */
static double lines_of(const ZnLaidCell *cell, double width)
{
	return cell->natural <= width ? 1 : ceil(cell->natural * 1.06 / width);
}

/* Lines of all rows; a little for the lines of each cell, so that of two ways the evener one is taken. */
static double lines_at(const ZnTableLayout *t)
{
	double sum = 0;
	size_t rows = MIN(zn_layout_rows(t), MOST_ROWS);
	for (size_t r = 0; r < rows; r++) {
		double most = 1;
		for (size_t c = 0; c < t->sheet->n_columns; c++) {
			if (zn_sheet_cell(t->sheet, r, c)->span != 1)
				continue;
			double lines = lines_of(zn_layout_cell(t, r, c), t->columns[c].width);
			most = MAX(most, lines);
			sum += 0.002 * lines * lines;
		}
		sum += most;
	}
	return sum;
}

static bool pass_width(ZnTableLayout *t, double step, double *best)
{
	size_t n = t->sheet->n_columns;
	bool better = false;
	for (size_t from = 0; from < n; from++) {
		for (size_t to = 0; to < n; to++) {
			if (from == to || t->columns[from].width - step < t->columns[from].min)
				continue;
			t->columns[from].width -= step;
			t->columns[to].width += step;
			double lines = lines_at(t);
			if (lines < *best - 1e-9) {
				*best = lines;
				better = true;
			} else {
				t->columns[from].width += step;
				t->columns[to].width -= step;
			}
		}
	}
	return better;
}

static void minimise_height(ZnTableLayout *t)
{
	static const double steps[] = {48, 24, 12, 6, 3};
	if (t->sheet->n_columns > 16)
		return;
	double best = lines_at(t);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		for (int turn = 0; turn < 8 && pass_width(t, steps[i], &best); turn++)
			;
}

/* What is left over goes to all, up to SPREAD a column; a table that then is nearly as wide as the page becomes so. */
static void share_plenty(ZnTableLayout *t, double room, double natural)
{
	size_t n = t->sheet->n_columns;
	double extra = (room - natural) / (double)n;
	if (!t->report->style->table_full && natural + SPREAD * (double)n < room * 0.8)
		extra = SPREAD;
	for (size_t c = 0; c < n; c++)
		t->columns[c].width = t->columns[c].natural + extra;
}

static double room_for(const ZnTableLayout *t)
{
	return t->s->width - t->gap * (double)(t->sheet->n_columns - 1);
}

static double least_width(const ZnTableLayout *t)
{
	double min = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		min += t->columns[c].min;
	return min;
}

static double natural_width(const ZnTableLayout *t)
{
	double natural = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		natural += t->columns[c].natural;
	return natural;
}

/* A table that is too wide is set closer, then with cells of several lines, then smaller, then with hyphens and a narrow face. */
static void measure_to_fit(ZnTableLayout *t)
{
	static const struct {
		double gap, size;
		bool condensed;
		bool hyphenate, unbroken;
	} attempts[] = {
	    {1, 1, false, false, true},
	    {0.6, 1, false, false, true},
	    {1, 1, false, false, false},
	    {0.6, 1, false, false, false},
	    {0.5, 0.92, false, false, false},
	    {0.5, 0.92, false, true, false},
	    {0.45, 0.9, true, true, false},
	};
	const ZnTextStyle style = t->style;
	for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
		t->gap = t->report->style->cell_gap * attempts[i].gap;
		t->hyphenate = attempts[i].hyphenate;
		t->style.size = style.size * attempts[i].size;
		t->style.leading = style.leading * attempts[i].size;
		t->style.family = attempts[i].condensed ? t->report->style->fonts[ZN_FONT_CONDENSED].family : style.family;
		t->head_style = t->style;
		t->head_style.weight = t->report->style->table_head_weight;
		if (t->report->style->table_head_family && !attempts[i].condensed)
			t->head_style.family = t->report->style->table_head_family;
		measure(t);
		if ((attempts[i].unbroken ? natural_width(t) : least_width(t)) <= room_for(t))
			return;
	}
	zn_warning(t->report->context->diags, zn_report_place(t->report, zn_sheet_cell(t->sheet, 0, 0)->line),
	           "leave columns out, or turn rows into columns", "the table is %.0f pt too wide for the page",
	           (least_width(t) - room_for(t)) * 0.75);
}

static void share_width(ZnTableLayout *t)
{
	size_t n = t->sheet->n_columns;
	double room = room_for(t), min = least_width(t), natural = natural_width(t);
	if (natural <= room)
		share_plenty(t, room, natural);
	else
		share_scarce(t, room);
	if (natural > room && min <= room)
		minimise_height(t);
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

double zn_layout_span(const ZnTableLayout *t, size_t column, int span)
{
	size_t last = MIN(column + (size_t)span, t->sheet->n_columns) - 1;
	return t->columns[last].x + t->columns[last].width - t->columns[column].x;
}

static void set_cells(ZnTableLayout *t)
{
	for (size_t r = 0; r < zn_layout_rows(t); r++) {
		for (size_t c = 0; c < t->sheet->n_columns; c++) {
			int span = zn_sheet_cell(t->sheet, r, c)->span;
			if (!span)
				continue;
			ZnTextStyle style = *style_of(t, r);
			ZnLaidCell *cell = zn_layout_cell(t, r, c);
			style.align = span > 1 ? ZN_ALIGN_CENTER : cell->number ? ZN_ALIGN_START : t->columns[c].align;
			cell->text = set_cell(t, r, c, &style, zn_layout_span(t, c, span));
		}
	}
}

/* --- all --- */

static void choose_aligns(ZnTableLayout *t)
{
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		static const ZnAlign aligns[] = {[ZN_CELL_AUTO] = ZN_ALIGN_START,
		                                 [ZN_CELL_LEFT] = ZN_ALIGN_START,
		                                 [ZN_CELL_CENTER] = ZN_ALIGN_CENTER,
		                                 [ZN_CELL_RIGHT] = ZN_ALIGN_END};
		t->columns[c].align = t->columns[c].number ? ZN_ALIGN_CENTER : aligns[t->sheet->align[c]];
	}
}

ZnTableLayout *zn_table_lay_out(const ZnSetting *s, const ZnSheet *sheet)
{
	ZnReport *report = s->report;
	ZnTableLayout *t = zn_new(report->arena, ZnTableLayout);
	ZnSetting *outer = zn_new(report->arena, ZnSetting);
	*outer = *s;
	*t = (ZnTableLayout){.s = outer, .report = report, .sheet = sheet, .style = report->style->table};
	t->columns = zn_new_n(report->arena, ZnLaidColumn, sheet->n_columns);
	t->cells = zn_new_n(report->arena, ZnLaidCell, zn_layout_rows(t) * sheet->n_columns);
	find_numbers(t);
	choose_aligns(t);
	measure_to_fit(t);
	share_width(t);
	set_cells(t);
	return t;
}
