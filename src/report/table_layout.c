/* Widths of tables, from what their columns hold; numbers stand on their decimal marks. */
#include "report/table.h"

#include <math.h>
#include <string.h>

#define FREE 1e5    /* px: a measure in which nothing breaks */
#define SPREAD 28.0 /* px that a column may grow beyond its text, so that narrow tables stay together */

/* --- numbers --- */

/* What stands for a number that is not there. */
static const char *const missing[] = {"", "-", "–", "—", "−", "…", "...", "..", "n/a", "N/A", "n.a.", "NA", "н/д", "н. д.", "无", "缺", "x", "х"};

/* Beside digits, in "24 393,1", "−3", "≈12.5 %", "(0.4)", "<0,1", "€1,200", "5.2**": all that counts as part of a number. */
static bool is_number_mark(gunichar c)
{
	static const gunichar marks[] = {0xa0, 0x2009, 0x202f, 0x2212, 0x2013, 0xb1, 0xb0, 0x2030, 0x2248, 0x2264, 0x2265, 0x2020, 0x2021,
	                                 0xb9, 0xb2,   0xb3,   0x20ac, 0xa3,   0xa5, 0x20bd};
	if (c < 128)
		return strchr(".,+-% ()<>~*$", (int)c) != NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (c == marks[i])
			return true;
	return false;
}

static bool is_number(const char *text)
{
	for (size_t i = 0; i < G_N_ELEMENTS(missing); i++)
		if (!strcmp(text, missing[i]))
			return true;
	bool digits = false;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		bool digit = c < 128 && g_ascii_isdigit((char)c);
		if (!digit && !is_number_mark(c))
			return false;
		digits |= digit;
	}
	return digits;
}

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* Bytes up to the decimal mark, or to the end of the digits. */
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

/* When not all columns can be as wide as their text: each gets its text's width or an equal share of the room, whichever is less,
 * and never less than its longest word. */
static void share_equally(ZnTableLayout *t, double room)
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

/* Or: its longest word's width, and of the rest the more, the more it lacks. */
static void share_by_need(ZnTableLayout *t, double room)
{
	double min = 0, lack = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++) {
		min += t->columns[c].min;
		lack += t->columns[c].natural - t->columns[c].min;
	}
	double share = lack > 0 ? MAX(room - min, 0) / lack : 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		t->columns[c].width = t->columns[c].min + share * (t->columns[c].natural - t->columns[c].min);
}

/* --- the least height: columns give width to one another while the table gets shorter --- */

#define MOST_ROWS 200   /* that are looked at */
#define MOST_COLUMNS 16 /* of a table that is made as low as it can be */
#define MOST_CELLS 400  /* of one that is tried with several gaps */

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

static double minimise_height(ZnTableLayout *t)
{
	static const double steps[] = {48, 24, 12, 6, 3};
	double best = lines_at(t);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		for (int turn = 0; turn < 8 && pass_width(t, steps[i], &best); turn++)
			;
	return best;
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

static double natural_width(const ZnTableLayout *t)
{
	double natural = 0;
	for (size_t c = 0; c < t->sheet->n_columns; c++)
		natural += t->columns[c].natural;
	return natural;
}

/* From both ways of sharing, and with the columns closer, the one that makes the table lowest; of equal ones the first. */
static void share_scarce(ZnTableLayout *t)
{
	static void (*const ways[])(ZnTableLayout *, double) = {share_equally, share_by_need};
	static const double gaps[] = {1, 0.8, 0.6};
	size_t n = t->sheet->n_columns, cells = n * MIN(zn_layout_rows(t), MOST_ROWS);
	if (n > MOST_COLUMNS) {
		share_equally(t, room_for(t));
		return;
	}
	double widths[MOST_COLUMNS], best = INFINITY, own_gap = t->gap, gap = t->gap;
	for (size_t g = 0; g < (cells > MOST_CELLS ? 1 : G_N_ELEMENTS(gaps)); g++) {
		t->gap = own_gap * gaps[g];
		for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
			ways[i](t, room_for(t));
			double lines = minimise_height(t);
			if (lines > best - 0.5)
				continue;
			best = lines;
			gap = t->gap;
			for (size_t c = 0; c < n; c++)
				widths[c] = t->columns[c].width;
		}
	}
	t->gap = gap;
	for (size_t c = 0; c < n; c++)
		t->columns[c].width = widths[c];
}

/* A table that is too wide is set closer, then with cells of several lines, then smaller, then with hyphens and a narrow face; on a page turned sideways much smaller. */
static void measure_to_fit(ZnTableLayout *t)
{
	static const struct {
		double gap, size;
		bool condensed;
		bool hyphenate, unbroken, sideways;
	} attempts[] = {
	    {1, 1, false, false, true, false},
	    {0.6, 1, false, false, true, false},
	    {1, 1, false, false, false, false},
	    {0.6, 1, false, false, false, false},
	    {0.5, 0.92, false, false, false, false},
	    {0.5, 0.92, false, true, false, false},
	    {0.45, 0.9, true, true, false, false},
	    {0.4, 0.8, true, true, false, true},
	    {0.4, 0.7, true, true, false, true},
	    {0.35, 0.62, true, true, false, true},
	};
	bool sideways = t->s->width > zn_page_width(t->report);
	const ZnTextStyle style = t->style;
	for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
		if (attempts[i].sideways && !sideways)
			break;
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
	t->over = least_width(t) - room_for(t);
}

static void share_width(ZnTableLayout *t)
{
	size_t n = t->sheet->n_columns;
	double room = room_for(t), min = least_width(t), natural = natural_width(t);
	if (natural <= room)
		share_plenty(t, room, natural);
	else
		share_scarce(t);
	double x = 0;
	for (size_t c = 0; c < n; c++) {
		if (min > room && room > 0)
			t->columns[c].width = t->columns[c].min * room / min;
		t->columns[c].x = x;
		x += t->columns[c].width + t->gap;
	}
	t->width = MAX(x - t->gap, 1);
	t->x = zn_captioned_x(t->s, t->report->style->table_caption, t->width);
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
