/* Cutting pages off the galley, as TeX's page builder does: the items that fit are looked at, the best place among them ends the page.
 * Footnotes take room at the foot of the page that has their mark; floats that do not fit wait for the top of the next page. */
#include "report/galley.h"

#include <math.h>
#include <string.h>

#define EMPTY_COST 3000.0 /* of a page without anything; grows with the square of the white at its foot */
#define LITTLE 0.01       /* px: rounding is no overfull page */

typedef struct Waiting {
	const ZnVItem **items;
	size_t n, cap;
} Waiting;

/* A page in the making. */
typedef struct Maker {
	ZnReport *report;
	const ZnGalley *galley;
	ZnPages *pages;
	ZnPage page;
	double height;    /* of the text block */
	double y, foot;   /* filled from above; from below, by footnotes */
	double stretch;   /* glue above y */
	bool after_float; /* its gap is the next one's too */
	bool *note_placed;
	const ZnVItem *repeated; /* whose repeat stands on this page */
	Waiting waiting;         /* floats for the next page */
	const ZnBlock *section;
} Maker;

/* Where the page may end, and what then is on it. */
typedef struct Break {
	size_t at; /* item of the galley; SIZE_MAX = none yet */
	double cost, y, foot, stretch;
	size_t n_items, n_notes, n_waiting;
	bool forced;
} Break;

double zn_page_height(const ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	double height = style->page_height - style->margin_top - style->margin_bottom;
	return style->grid > 0 ? floor(height / style->grid + LITTLE) * style->grid : height;
}

static double snapped(const Maker *m, double y)
{
	double grid = m->report->style->grid;
	return grid > 0 ? ceil(y / grid - LITTLE) * grid : y;
}

/* --- putting things on the page --- */

static double notes_height(const Maker *m, const ZnVItem *item)
{
	double height = 0;
	for (size_t i = 0; i < item->n_notes; i++)
		if (!m->note_placed[item->notes[i]])
			height += zn_galley_height(m->pages->notes[item->notes[i]]);
	return height > 0 && m->foot == 0 ? height + m->report->style->note_gap : height;
}

static void place(Maker *m, const ZnVItem *item, double y, bool repeated)
{
	ZnPlaced placed = {.item = item, .y = y, .repeated = repeated};
	zn_push(m->report->arena, m->page.items, m->page.n, m->page.cap, placed);
	m->foot += repeated ? 0 : notes_height(m, item);
	for (size_t i = 0; i < item->n_notes; i++) {
		if (repeated || m->note_placed[item->notes[i]])
			continue;
		m->note_placed[item->notes[i]] = true;
		zn_push(m->report->arena, m->page.notes, m->page.n_notes, m->page.cap_notes, item->notes[i]);
	}
}

static void place_galley(Maker *m, const ZnGalley *galley, double y, bool repeated)
{
	for (size_t i = 0; i < galley->n; i++) {
		if (galley->items[i].kind == ZN_V_BOX)
			place(m, &galley->items[i], y, repeated);
		y += galley->items[i].height;
	}
}

/* The room that a float takes at y, and where in it the float begins. */
static double float_room(const Maker *m, const ZnVItem *item, double y, double *lead)
{
	double gap = m->report->style->float_gap, above = y > 0 && !item->close && !m->after_float ? gap : 0;
	double room = snapped(m, y + above + item->height + gap) - y;
	*lead = above > 0 ? (room - item->height) / 2 : 0;
	return room;
}

static double float_notes(const Maker *m, const ZnVItem *item)
{
	double height = 0;
	for (size_t i = 0; i < item->inner->n; i++)
		height += notes_height(m, &item->inner->items[i]);
	return height;
}

static bool float_fits(const Maker *m, const ZnVItem *item)
{
	double lead;
	float_room(m, item, m->y, &lead);
	return m->y + lead + item->height + m->foot + float_notes(m, item) <= m->height + LITTLE;
}

static void place_float(Maker *m, const ZnVItem *item)
{
	double lead, room = float_room(m, item, m->y, &lead);
	place_galley(m, item->inner, m->y + lead, false);
	m->y += room;
	m->after_float = true;
	m->stretch += m->report->style->float_gap / 2;
}

/* Floats that have waited: as many as fit, one at least. */
static void place_waiting(Maker *m)
{
	Waiting left = {0};
	for (size_t i = 0; i < m->waiting.n; i++) {
		const ZnVItem *item = m->waiting.items[i];
		if (!left.n && (!m->page.n || float_fits(m, item)))
			place_float(m, item);
		else
			zn_push(m->report->arena, left.items, left.n, left.cap, item);
	}
	m->waiting = left;
}

/* --- where to end --- */

static void consider(Maker *m, Break *best, size_t at, int penalty)
{
	double white = fmax(0, m->height - m->y - m->foot) / m->height;
	bool last = at == m->galley->n;
	double cost = penalty <= -ZN_NEVER || last ? -INFINITY : EMPTY_COST * white * white + penalty;
	if (penalty >= ZN_NEVER || (best->at != SIZE_MAX && cost > best->cost))
		return;
	*best = (Break){.at = at,
	                .cost = cost,
	                .y = m->y,
	                .foot = m->foot,
	                .stretch = m->stretch,
	                .n_items = m->page.n,
	                .n_notes = m->page.n_notes,
	                .n_waiting = m->waiting.n,
	                .forced = penalty <= -ZN_NEVER || last};
}

static bool is_solid(const ZnVItem *item)
{
	return item->kind == ZN_V_BOX || item->kind == ZN_V_FLOAT;
}

/* Takes one item in; false when the page is full before it. */
static bool take(Maker *m, Break *best, size_t i)
{
	const ZnVItem *item = &m->galley->items[i];
	switch (item->kind) {
	case ZN_V_GLUE:
		if (i > 0 && is_solid(item - 1))
			consider(m, best, i, 0);
		/* Of two gaps the larger; on a grid both, since what follows counts on its own. */
		m->y += m->after_float && m->report->style->grid == 0 ? MAX(0, item->height - m->report->style->float_gap) : item->height;
		m->stretch += item->stretch;
		return true;
	case ZN_V_PENALTY:
		consider(m, best, i, item->penalty);
		return true;
	case ZN_V_SNAP:
		m->y = snapped(m, m->y);
		return true;
	case ZN_V_FLOAT:
		if (m->waiting.n || !float_fits(m, item))
			zn_push(m->report->arena, m->waiting.items, m->waiting.n, m->waiting.cap, item);
		else
			place_float(m, item);
		consider(m, best, i + 1, 0);
		return true;
	case ZN_V_BOX:
		break;
	}
	bool over = m->page.n && m->y + item->height + m->foot + notes_height(m, item) > m->height + LITTLE;
	if (over && best->at != SIZE_MAX)
		return false; /* else there is no place to end yet: overfull */
	place(m, item, m->y, false);
	m->y += item->height;
	m->after_float = false;
	return true;
}

/* --- one page --- */

static size_t skip_white(const Maker *m, size_t i)
{
	while (i < m->galley->n && !is_solid(&m->galley->items[i]))
		i++;
	return i;
}

/* Takes back what stands behind the break. */
static void cut(Maker *m, const Break *best)
{
	for (size_t i = best->n_notes; i < m->page.n_notes; i++)
		m->note_placed[m->page.notes[i]] = false;
	m->page.n = best->n_items;
	m->page.n_notes = best->n_notes;
	m->waiting.n = best->n_waiting;
	m->y = best->y;
	m->foot = best->foot;
	m->stretch = best->stretch;
}

/* Fills a page that is nearly full by widening its gaps; not on a grid. */
static void spread(Maker *m, size_t from, size_t to)
{
	double white = m->height - m->y - m->foot;
	if (m->report->style->grid > 0 || m->stretch <= 0 || white <= 0 || white > m->stretch)
		return;
	double ratio = white / m->stretch, shift = 0;
	size_t k = 0;
	while (k < m->page.n && m->page.items[k].item != &m->galley->items[from])
		k++; /* floats on top, a repeated head */
	for (size_t i = from; i < to; i++) {
		const ZnVItem *item = &m->galley->items[i];
		if (item->kind == ZN_V_GLUE && k > 0)
			shift += item->stretch * ratio;
		while (k < m->page.n && m->page.items[k].item == item)
			m->page.items[k++].y += shift;
		if (item->kind != ZN_V_FLOAT)
			continue;
		shift += m->report->style->float_gap / 4 * ratio;
		for (size_t n = 0; n < item->inner->n; n++)
			if (item->inner->items[n].kind == ZN_V_BOX && k < m->page.n && m->page.items[k].item == &item->inner->items[n])
				m->page.items[k++].y += shift;
		shift += m->report->style->float_gap / 4 * ratio;
	}
}

/* The running head names the section that begins on the page, or the one that goes on. */
static void name_section(Maker *m, int number)
{
	const ZnBlock *first = NULL;
	for (size_t i = 0; i < m->page.n; i++) {
		const ZnBlock *heading = m->page.items[i].item->heading;
		if (!heading)
			continue;
		g_hash_table_insert(m->pages->headings, (gpointer)heading, GINT_TO_POINTER(number));
		if (heading->level == 1) {
			first = first ? first : heading;
			m->section = heading;
		}
	}
	m->page.section = first ? first : m->section;
}

static size_t build_page(Maker *m, size_t next)
{
	const ZnBlock *section = m->section;
	m->page = (ZnPage){0};
	m->y = m->foot = m->stretch = 0;
	m->after_float = false;
	place_waiting(m);
	Break best = {.at = SIZE_MAX};
	size_t start = skip_white(m, next), i = start;
	for (size_t k = next; k < start; k++)
		m->y += m->pages->n ? m->galley->items[k].kept : 0;
	if (i < m->galley->n && m->galley->items[i].repeat && next > 0 && start > 0 && m->galley->items[start - 1].kind == ZN_V_PENALTY) {
		place_galley(m, m->galley->items[i].repeat, m->y, true);
		m->y += zn_galley_height(m->galley->items[i].repeat);
	}
	while (i < m->galley->n && !best.forced && take(m, &best, i))
		i++;
	if (i == m->galley->n && !best.forced)
		consider(m, &best, i, 0);
	cut(m, &best);
	if (!best.forced)
		spread(m, start, best.at);
	m->section = section;
	name_section(m, (int)m->pages->n + 1);
	zn_push(m->report->arena, m->pages->items, m->pages->n, m->pages->cap, m->page);
	return best.at;
}

/* --- footnote marks --- */

static void mark_notes(Maker *m)
{
	const ZnReport *report = m->report;
	ZnPages *pages = m->pages;
	pages->note_marks = zn_new_n(report->arena, const char *, report->n_notes);
	for (size_t i = 0; i < report->n_notes; i++)
		pages->note_marks[i] = zn_note_mark(report, i);
	int number = 0;
	for (size_t p = 0; p < pages->n; p++) {
		if (report->words->notes_by_page)
			number = 0;
		for (size_t i = 0; i < pages->items[p].n_notes; i++)
			pages->note_marks[pages->items[p].notes[i]] =
			    zn_count(report->arena, report->words->notes_circled ? ZN_COUNT_CIRCLED : ZN_COUNT_DECIMAL, ++number);
	}
}

static void free_table(void *table)
{
	g_hash_table_unref(table);
}

ZnPages *zn_pages_new(ZnReport *report, const ZnGalley *galley, const ZnGalley **notes)
{
	ZnPages *pages = zn_new(report->arena, ZnPages);
	pages->notes = notes;
	pages->headings = g_hash_table_new(NULL, NULL);
	zn_arena_defer(report->arena, free_table, pages->headings);
	Maker m = {.report = report, .galley = galley, .pages = pages, .height = zn_page_height(report)};
	m.note_placed = zn_new_n(report->arena, bool, report->n_notes);
	size_t next = 0;
	do {
		next = build_page(&m, next);
	} while (skip_white(&m, next) < galley->n || m.waiting.n);
	mark_notes(&m);
	return pages;
}
