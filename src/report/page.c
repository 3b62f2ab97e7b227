/* Pages from columns: everything gets its place, white is spread, footnotes are counted. */
#include "report/breaker.h"

#include <math.h>

#define LITTLE 0.01        /* px */
#define SHARED 0.75        /* of the first page at most, for a title over columns that begin below it */
#define RULE_DISTANCE 5.0  /* px from the line over footnotes to the first */

typedef struct Maker {
	ZnReport *report;
	ZnPages *pages;
	const ZnGalley *const *notes;
	bool *marked;             /* footnotes whose mark has been placed */
	const ZnBlock *section;
} Maker;

/* The flow that is laid out now: the title's, or the text's. */
typedef struct Layout {
	Maker *maker;
	const ZnFlow *flow;
	size_t *row_of; /* note -> its place in the flow's row; SIZE_MAX = belongs to a float */
	ZnPage *page;
	double x; /* of the column */
} Layout;

/* --- measures --- */

double zn_page_height(const ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	double height = style->page_height - style->margin_top - style->margin_bottom;
	return style->grid > 0 && height > style->grid ? floor(height / style->grid + LITTLE) * style->grid : height;
}

double zn_landscape_width(const ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	return style->page_height - style->margin_left - style->margin_right;
}

double zn_landscape_height(const ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	return style->page_width - style->margin_top - style->margin_bottom;
}

size_t zn_page_columns(const ZnReport *report)
{
	double columns = report->style->columns;
	return columns >= 2 ? (size_t)columns : 1;
}

double zn_column_width(const ZnReport *report)
{
	double n = (double)zn_page_columns(report);
	return (zn_page_width(report) - (n - 1) * report->style->column_gap) / n;
}

static ZnPageShape shape_of(const ZnReport *report, size_t columns)
{
	const ZnReportStyle *style = report->style;
	return (ZnPageShape){
	    .height = zn_page_height(report),
	    .columns = columns,
	    .grid = style->grid,
	    .line = style->body.leading,
	    .float_gap = style->float_gap,
	    .note_gap = style->note_gap,
	};
}

/* --- footnotes --- */

typedef struct NotePart {
	size_t note, from, to; /* items of the note's galley */
} NotePart;

static double part_height(const ZnGalley *note, const NotePart *part)
{
	double height = 0;
	for (size_t i = part->from; i < part->to; i++)
		height += note->items[i].height;
	return height;
}

static void place(Layout *l, const ZnVItem *item, double y, bool repeated)
{
	ZnPlaced placed = {.item = item, .x = l->x, .y = y, .repeated = repeated};
	zn_push(l->maker->report->arena, l->page->items, l->page->n, l->page->cap, placed);
	l->page->landscape |= item->landscape;
}

/* What of the note of a row stands in the column. */
static NotePart row_part(const Layout *l, const ZnPageColumn *column, size_t row)
{
	NotePart part = {.note = l->flow->row[row]};
	part.from = row == column->notes.note ? column->notes.item : 0;
	part.to = row < column->notes_to.note ? l->maker->notes[part.note]->n : row == column->notes_to.note ? column->notes_to.item : 0;
	return part;
}

static void add_mark(Layout *l, size_t note)
{
	ZnPage *page = l->page;
	l->maker->marked[note] = true;
	zn_push(l->maker->report->arena, page->marks, page->n_marks, page->cap_marks, note);
}

/* The notes whose marks are in the item; `last` = the one that is split. */
static void collect_marked(Layout *l, const ZnPageColumn *column, const ZnVItem *item, GArray *parts, NotePart *last)
{
	for (size_t k = 0; k < item->n_notes; k++) {
		size_t note = item->notes[k], row = l->row_of[note];
		if (l->maker->marked[note])
			continue;
		add_mark(l, note);
		NotePart part = row == SIZE_MAX ? (NotePart){note, 0, l->maker->notes[note]->n} : row_part(l, column, row);
		if (part.to < l->maker->notes[note]->n)
			*last = part;
		else
			g_array_append_val(parts, part);
	}
}

/* The notes of a column: what was left of those before, then those of its marks in their order; the one that is split last. */
static void collect_parts(Layout *l, const ZnPageColumn *column, GArray *places, GArray *parts)
{
	NotePart last = {0};
	size_t due = l->flow->due[column->from];
	for (size_t row = column->notes.note; row < due; row++) {
		NotePart part = row_part(l, column, row);
		if (part.to > part.from)
			g_array_append_val(parts, part);
	}
	for (size_t i = 0; i < column->n_wide; i++) {
		const ZnGalley *wide = l->flow->floats[column->first_float + i].item->inner;
		for (size_t k = 0; k < wide->n; k++)
			collect_marked(l, column, &wide->items[k], parts, &last);
	}
	for (guint i = 0; i < places->len; i++) {
		const ZnFillPlace *place = &g_array_index(places, ZnFillPlace, i);
		if (!place->repeated)
			collect_marked(l, column, place->item, parts, &last);
	}
	if (last.to > last.from)
		g_array_append_val(parts, last);
}

static void place_notes(Layout *l, const ZnPageColumn *column, GArray *places)
{
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(NotePart));
	collect_parts(l, column, places, parts);
	const ZnReportStyle *style = l->maker->report->style;
	/* the page's foot, even if the columns of the last page end higher; but above a float over all columns */
	double y = column->foot ? column->top + column->room : l->flow->shape.height;
	for (guint i = 0; i < parts->len; i++) {
		const NotePart *part = &g_array_index(parts, NotePart, i);
		y -= part_height(l->maker->notes[part->note], part);
	}
	if (parts->len) {
		ZnPageRule rule = {l->x, y - RULE_DISTANCE, l->x + style->note_rule, y - RULE_DISTANCE, style->thin};
		zn_push(l->maker->report->arena, l->page->rules, l->page->n_rules, l->page->cap_rules, rule);
	}
	for (guint i = 0; i < parts->len; i++) {
		const NotePart *part = &g_array_index(parts, NotePart, i);
		const ZnGalley *note = l->maker->notes[part->note];
		for (size_t k = part->from; k < part->to; k++) {
			if (note->items[k].kind == ZN_V_BOX)
				place(l, &note->items[k], y, false);
			y += note->items[k].height;
		}
	}
}

/* --- columns --- */

static void fill_text(ZnFill *fill, const ZnPageColumn *column)
{
	const ZnFlow *flow = fill->flow;
	size_t nth = 0;
	for (size_t i = column->from; i < column->to; i++) {
		const ZnVItem *item = &flow->galley->items[i];
		if (item->kind == ZN_V_FLOAT)
			zn_fill_float(fill, &flow->floats[zn_flow_float_at(flow, i)], zn_column_choice(column, nth++));
		else
			zn_fill_take(fill, item);
		fill->due = flow->due[i + 1];
	}
	const ZnGalley *tail = fill->last ? fill->last->tail : NULL;
	double y = fill->y;
	for (size_t i = 0; tail && i < tail->n; i++) {
		ZnFillPlace place = {.item = &tail->items[i], .y = y, .stretch = fill->stretch, .gaps = fill->gaps, .repeated = true};
		if (place.item->kind == ZN_V_BOX)
			g_array_append_val(fill->places, place);
		y += place.item->height;
	}
}

/* The column's white, into its gaps: on a grid a line each at most, the largest gaps first; without, in proportion, when they can take
 * all of it. */
typedef struct Spread {
	double grid, ratio;
	double lines;  /* to be given */
	GArray *given; /* of guint: lines that the first i gaps got, one more than there are gaps; NULL = none */
} Spread;

/* Of gaps of one size the lower ones go first. */
static void give_lines(Spread *spread, const GArray *sizes, guint gaps)
{
	spread->given = g_array_sized_new(FALSE, TRUE, sizeof(guint), gaps + 1);
	g_array_set_size(spread->given, gaps + 1);
	guint *given = &g_array_index(spread->given, guint, 0);
	for (guint left = (guint)spread->lines; left > 0; left--) {
		guint best = gaps;
		for (guint i = gaps; i-- > 0;)
			if (!given[i + 1] && (best == gaps || g_array_index(sizes, double, i) > g_array_index(sizes, double, best) + LITTLE))
				best = i;
		given[best + 1] = 1;
	}
	for (guint i = 0; i < gaps; i++)
		given[i + 1] += given[i];
}

static Spread spread_of(const ZnFill *fill, const ZnPageColumn *column, double white)
{
	Spread spread = {.grid = fill->flow->shape.grid};
	double gaps = (double)fill->ink_gaps;
	if (column->ends || white <= 0)
		return spread;
	if (spread.grid > 0)
		spread.lines = floor(white / spread.grid + LITTLE);
	else if (fill->ink_stretch >= white)
		spread.ratio = white / fill->ink_stretch;
	spread.lines = MIN(spread.lines, gaps);
	if (spread.lines > 0)
		give_lines(&spread, fill->gap_sizes, (guint)fill->ink_gaps);
	return spread;
}

static double spread_lines(const Spread *spread, size_t gaps)
{
	return spread->grid * g_array_index(spread->given, guint, MIN(gaps, spread->given->len - 1));
}

static double spread_at(const Spread *spread, const ZnFillPlace *place)
{
	if (!spread->given)
		return spread->ratio * place->stretch;
	if (place->floating)
		return (spread_lines(spread, place->gaps) + spread_lines(spread, place->gaps + 1)) / 2;
	return spread_lines(spread, place->gaps);
}

static void report_overfull(const Layout *l, const ZnPageColumn *column, double over)
{
	const ZnFlow *flow = l->flow;
	if (over <= 1)
		return;
	int line = 0;
	for (size_t i = column->from; i < column->to && !line; i++)
		line = flow->galley->items[i].line;
	for (size_t i = 0; i < column->n_top && !line; i++)
		line = flow->floats[column->first_float + column->n_wide + i].item->line;
	zn_warning(l->maker->report->context->diags, zn_report_place(l->maker->report, line),
	           "make the page larger, its margins smaller, or what stands here lower", "this is %.0f pt higher than the page has room for",
	           over * 0.75);
}

/* Answers how far down the column reaches. */
static double lay_column(Layout *l, const ZnPageColumn *column)
{
	const ZnFlow *flow = l->flow;
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(ZnFillPlace));
	g_autoptr(GArray) gap_sizes = g_array_new(FALSE, FALSE, sizeof(double));
	ZnFill fill;
	zn_fill_begin(&fill, flow, column->from, column->notes, column->room, places);
	fill.gap_sizes = gap_sizes;
	for (size_t i = 0; i < column->n_wide; i++)
		fill.float_notes += flow->floats[column->first_float + i].notes;
	for (size_t i = 0; i < column->n_top; i++)
		zn_fill_top(&fill, &flow->floats[column->first_float + column->n_wide + i]);
	zn_fill_start(&fill, column->from);
	fill_text(&fill, column);
	double height = zn_fill_height(&fill, column->notes_to), foot = zn_fill_foot(&fill, column->notes_to);
	Spread spread = spread_of(&fill, column, column->room - height);
	for (guint i = 0; i < places->len; i++) {
		const ZnFillPlace *at = &g_array_index(places, ZnFillPlace, i);
		double y = at->bottom ? column->room - foot - fill.bottom + at->y : at->y + spread_at(&spread, at);
		place(l, at->item, column->top + y, at->repeated);
	}
	if (spread.given)
		g_array_free(spread.given, TRUE);
	place_notes(l, column, places);
	report_overfull(l, column, height - column->room);
	return column->top + fill.ink;
}

static double lay_float(Layout *l, const ZnFloat *what, double y)
{
	l->x = 0;
	for (size_t k = 0; k < what->item->inner->n; k++) {
		const ZnVItem *item = &what->item->inner->items[k];
		if (item->kind == ZN_V_BOX)
			place(l, item, y, false);
		y += item->height;
	}
	return y;
}

/* Floats over all columns, at the head of the page; below what stands there already. */
static void lay_wide(Layout *l, const ZnPageColumn *column, double y)
{
	for (size_t i = 0; i < column->n_wide; i++)
		y = zn_wide_bottom(&l->flow->shape, lay_float(l, &l->flow->floats[column->first_float + i], y));
}

/* And the one below the columns: at the page's foot when they reach down to it. */
static void lay_foot(Layout *l, const ZnPageColumn *column)
{
	const ZnPageShape *shape = &l->flow->shape;
	const ZnFloat *what = &l->flow->floats[column->foot - 1];
	double lowest = shape->height - what->item->height, y = MIN(zn_wide_bottom(shape, column->top + column->room), lowest);
	lay_float(l, what, lowest - y < MAX(shape->grid, 1) ? lowest : y);
}

/* --- pages --- */

static ZnPage *page_at(Maker *m, size_t number)
{
	while (m->pages->n <= number) {
		ZnPage page = {0};
		zn_push(m->report->arena, m->pages->items, m->pages->n, m->pages->cap, page);
	}
	return &m->pages->items[number];
}

static void add_column_rule(Layout *l, const ZnPageColumn *column, double bottom)
{
	const ZnReportStyle *style = l->maker->report->style;
	if (style->column_rule <= 0 || column->column == 0)
		return;
	double x = l->x - style->column_gap / 2;
	ZnPageRule rule = {x, column->top, x, MAX(bottom, column->top + column->room), style->column_rule};
	zn_push(l->maker->report->arena, l->page->rules, l->page->n_rules, l->page->cap_rules, rule);
}

/* Sets a galley from page `first` on, below `top` px that are taken there; answers how far down its last page is filled. */
static double lay_galley(Maker *m, const ZnGalley *galley, size_t columns, size_t first, double top)
{
	ZnReport *report = m->report;
	ZnPageShape shape = shape_of(report, columns);
	shape.first = top;
	const ZnFlow *flow = zn_flow_new(report->arena, &shape, galley, m->notes, report->n_notes);
	g_autofree size_t *row_of = g_new(size_t, report->n_notes + 1);
	for (size_t i = 0; i < report->n_notes; i++)
		row_of[i] = SIZE_MAX;
	for (size_t i = 0; i < flow->n_row; i++)
		row_of[flow->row[i]] = i;
	size_t n;
	const ZnPageColumn *all = zn_break_columns(report->arena, flow, &n);
	double bottom = 0;
	for (size_t i = 0; i < n; i++) {
		Layout l = {.maker = m, .flow = flow, .row_of = row_of, .page = page_at(m, first + all[i].page)};
		if (all[i].n_wide)
			lay_wide(&l, &all[i], all[i].page == 0 ? top : 0);
		l.x = (double)all[i].column * (zn_column_width(report) + report->style->column_gap);
		bottom = lay_column(&l, &all[i]);
		add_column_rule(&l, &all[i], bottom);
		if (all[i].foot && (i + 1 == n || all[i + 1].column == 0))
			lay_foot(&l, &all[i]);
	}
	for (size_t i = all[n - 1].to; i < galley->n; i++) /* the gap below, for what follows */
		bottom += galley->items[i].height;
	return bottom;
}

/* A title over columns; they begin below it, on the same page where there is room. */
static void lay_front(Maker *m, const ZnGalley *front, size_t *page, double *top)
{
	const ZnReportStyle *style = m->report->style;
	*top = lay_galley(m, front, 1, 0, 0);
	if (style->grid > 0)
		*top = ceil(*top / style->grid - LITTLE) * style->grid;
	*page = m->pages->n - 1;
	if (*top > zn_page_height(m->report) * SHARED) {
		*top = 0;
		++*page;
	}
}

/* --- what pages know of their contents --- */

/* The running head names the section that begins on the page, or the one that goes on. */
static void name_section(Maker *m, size_t number)
{
	ZnPage *page = &m->pages->items[number];
	const ZnBlock *first = NULL;
	for (size_t i = 0; i < page->n; i++) {
		const ZnBlock *heading = page->items[i].item->heading;
		if (!heading)
			continue;
		g_hash_table_insert(m->pages->headings, (gpointer)heading, GINT_TO_POINTER((int)number + 1));
		if (heading->level == 1) {
			first = first ? first : heading;
			m->section = heading;
		}
	}
	page->section = first ? first : m->section;
}

static void mark_notes(Maker *m)
{
	const ZnReport *report = m->report;
	ZnPages *pages = m->pages;
	pages->note_marks = zn_new_n(report->arena, const char *, report->n_notes);
	for (size_t i = 0; i < report->n_notes; i++)
		pages->note_marks[i] = zn_note_mark(report, i);
	for (size_t p = 0; report->words->notes_by_page && p < pages->n; p++)
		for (size_t i = 0; i < pages->items[p].n_marks; i++)
			pages->note_marks[pages->items[p].marks[i]] =
			    zn_count(report->arena, report->words->notes_circled ? ZN_COUNT_CIRCLED : ZN_COUNT_DECIMAL, (int)i + 1);
}

static void free_table(void *table)
{
	g_hash_table_unref(table);
}

static GHashTable *new_table(ZnReport *report)
{
	GHashTable *table = g_hash_table_new(NULL, NULL);
	zn_arena_defer(report->arena, free_table, table);
	return table;
}

ZnPages *zn_pages_new(ZnReport *report, const ZnSettled *settled)
{
	ZnPages *pages = zn_new(report->arena, ZnPages);
	pages->notes = settled->notes;
	pages->headings = new_table(report);
	pages->links = new_table(report);
	Maker m = {.report = report, .pages = pages, .notes = settled->notes};
	m.marked = zn_new_n(report->arena, bool, report->n_notes);
	size_t first = 0;
	double top = 0;
	if (settled->front && settled->front->n)
		lay_front(&m, settled->front, &first, &top);
	if (settled->body->n || !pages->n)
		lay_galley(&m, settled->body, zn_page_columns(report), first, top);
	for (size_t p = 0; p < pages->n; p++)
		name_section(&m, p);
	mark_notes(&m);
	return pages;
}
