#include "report/breaker.h"

#include <math.h>

#define LITTLE 0.01
#define MOST_BAD 10.0         /* lines of white that no gap takes: looser columns only where there is no other */
#define COLUMN_COST 200.0     /* of each column: rather fewer */
#define WHITE_COST 300.0      /* of gaps that are all as wide as they may become */
#define EMPTY_COST 100.0      /* of a line at the foot that no gap takes */
#define LATER_COST 200.0      /* of a float that waits, a column */
#define BOTTOM_COST 60.0      /* of a float at the foot although it has its place in the text */
#define AHEAD_COST 120.0      /* of a float above the text that it belongs to */
#define SLIVER_COST 600.0     /* of a few lines between two floats, or one between a float and the column's end */
#define SLIVER_LINES 4
#define SPLIT_COST 2500.0     /* of a footnote in two parts */
#define SHORT_COST 1000.0     /* of a last page with a few lines only */
#define SHORT_LINES 12
#define BELOW_END_COST 300.0  /* of a float at the foot of a last page, far below the text */
#define STRANGE_COST 600.0    /* of a chapter's heading between a float's place and the float */
#define FORCED_COST 1e6       /* of a column that ends where none should */
#define FEWEST_LINES 4        /* of a column under floats: with fewer it stays empty */
#define BRANCHES 4            /* floats in a column for which all choices are tried */
#define REACH 500             /* items ahead among which floats may be set before their place comes */

/* Everything up to here is set. */
typedef struct State {
	size_t at, next_float;
	ZnNotePoint notes;
	size_t column;
	double top;   /* columns behind the first: taken above, by the title or wide floats */
	size_t foot;  /* and below: index + 1 of a wide float; 0 = none */
	bool first;   /* nothing is set yet: the title's room counts */
	double cost;
	size_t before; /* state; SIZE_MAX = none */
	size_t next;   /* state in the same bucket */
	bool done;
	ZnPageColumn how; /* the column that ended here */
} State;

typedef struct Breaker {
	const ZnFlow *flow;
	size_t start;
	GArray *states; /* of State */
	size_t *buckets; /* states by place, from `start` */
	size_t end;      /* the cheapest state with everything set */
} Breaker;

/* One column in the making. */
typedef struct Walk {
	Breaker *breaker;
	State state; /* a copy: the array grows */
	size_t index; /* of it */
	ZnPageColumn column;
	bool force;   /* what is never done is allowed now */
	size_t found;
	State rest; /* the fullest of the columns that are too empty */
	double rest_white;
	bool has_rest;
} Walk;

/* A column so far: what changes from choice to choice. */
typedef struct Trail {
	ZnFill fill;
	size_t next_float, n_choices;
	uint64_t choices;
	double cost;
	bool overfull;
} Trail;

/* --- states --- */

static State *state_at(const Breaker *b, size_t i)
{
	return &g_array_index(b->states, State, i);
}

static int compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* The order in which states of one place come out of one another. */
static int compare_states(const State *a, const State *b)
{
	int order = compare(a->next_float, b->next_float);
	order = order ? order : compare(a->notes.note, b->notes.note);
	order = order ? order : compare(a->notes.item, b->notes.item);
	order = order ? order : compare(a->column, b->column);
	order = order ? order : compare(a->foot, b->foot);
	return order ? order : (a->top > b->top) - (a->top < b->top);
}

static bool is_end(const Breaker *b, const State *state)
{
	const ZnFlow *flow = b->flow;
	return state->at == flow->galley->n && state->next_float == flow->n_floats && state->notes.note == flow->n_row;
}

static void add_state(Breaker *b, const State *state)
{
	size_t *bucket = &b->buckets[state->at - b->start];
	bool end = is_end(b, state);
	for (size_t i = *bucket; i != SIZE_MAX; i = state_at(b, i)->next) {
		State *old = state_at(b, i);
		if (end ? !is_end(b, old) : compare_states(old, state) != 0)
			continue;
		if (state->cost < old->cost) {
			size_t next = old->next;
			*old = *state;
			old->next = next;
		}
		return;
	}
	State added = *state;
	added.next = *bucket;
	added.done = end;
	*bucket = b->states->len;
	if (end)
		b->end = b->states->len;
	g_array_append_val(b->states, added);
}

/* --- ends of columns --- */

static size_t pending(const Walk *w, size_t at, size_t next_float)
{
	size_t passed = zn_flow_float_at(w->breaker->flow, at);
	return passed > next_float ? passed - next_float : 0;
}

/* The part of the last footnote that still fits; false when there is none. */
static bool split_note(const Trail *t, ZnNotePoint *to)
{
	const ZnFill *fill = &t->fill;
	const ZnFlow *flow = fill->flow;
	if (!fill->due || fill->notes.note >= fill->due)
		return false;
	ZnNotePoint from = {fill->due - 1, 0};
	if (fill->notes.note == from.note)
		from.item = fill->notes.item;
	double used = zn_fill_height(fill, from);
	if (zn_fill_foot(fill, from) == 0)
		used += flow->shape.note_gap;
	const ZnGalley *note = flow->notes[flow->row[from.note]];
	bool found = false;
	for (size_t i = from.item; i + 1 < note->n && used <= fill->room + LITTLE; i++) {
		const ZnVItem *item = &note->items[i];
		bool legal = item->kind == ZN_V_PENALTY ? item->penalty < ZN_NEVER : item->kind == ZN_V_GLUE && i > 0 && note->items[i - 1].kind == ZN_V_BOX;
		if (legal && i > from.item) {
			*to = (ZnNotePoint){from.note, i + 1};
			found = true;
		}
		used += item->height;
	}
	return found;
}

/* Without any regard: as many items of notes as fit, one at least when nothing else gets on. */
static ZnNotePoint crammed_notes(const Trail *t, bool least)
{
	const ZnFlow *flow = t->fill.flow;
	ZnNotePoint to = t->fill.notes;
	while (to.note < t->fill.due) {
		ZnNotePoint more = {to.note, to.item + 1};
		if (more.item >= flow->notes[flow->row[to.note]]->n)
			more = (ZnNotePoint){to.note + 1, 0};
		if (!least && zn_fill_height(&t->fill, more) > t->fill.room + LITTLE)
			break;
		least = false;
		to = more;
	}
	return to;
}

static bool place_notes(const Walk *w, const Trail *t, bool moved, ZnNotePoint *to, double *cost)
{
	*to = (ZnNotePoint){t->fill.due, 0};
	if (zn_fill_height(&t->fill, *to) <= t->fill.room + LITTLE || zn_fill_foot(&t->fill, *to) == 0)
		return true;
	*cost += SPLIT_COST;
	if (split_note(t, to))
		return true;
	*to = crammed_notes(t, !moved);
	return w->force;
}

/* Of white at the foot, by the square: what the gaps take, and what they cannot. */
static double badness(const Trail *t, double white, double *lines)
{
	const ZnPageShape *shape = &t->fill.flow->shape;
	double elastic = shape->grid > 0 ? (double)t->fill.ink_gaps * shape->grid : t->fill.ink_stretch;
	white = MAX(0, white);
	double taken = MIN(white, elastic) / (elastic + shape->line);
	*lines = (white - MIN(white, elastic)) / shape->line;
	return MIN(WHITE_COST * taken * taken + EMPTY_COST * *lines * *lines, FORCED_COST / 2);
}

/* Whether the floats set above have all got their places in the text by now. */
static bool is_ahead(const Walk *w, const Trail *t, size_t at, bool page_ends)
{
	const ZnFlow *flow = w->breaker->flow;
	if (t->next_float == 0 || flow->floats[t->next_float - 1].at < at)
		return false;
	return page_ends || !flow->floats[t->next_float - 1].item->wide;
}

/* Of a last page with a few lines only, the more the fewer. */
static double short_cost(const Walk *w, const Trail *t)
{
	double few = SHORT_LINES * w->breaker->flow->shape.line;
	return w->state.first || w->state.column > 0 || t->fill.ink >= few ? 0 : SHORT_COST * (1 - t->fill.ink / few);
}

/* A few lines between a float above and one that comes now. */
static double sliver_cost(const Trail *t)
{
	return t->fill.since_float > 0 && t->fill.since_float < SLIVER_LINES ? SLIVER_COST : 0;
}

/* A single line between a float above and the column's end. */
static double tail_cost(const Trail *t)
{
	return t->fill.since_float == 1 ? SLIVER_COST : 0;
}

static void keep_rest(Walk *w, const State *next, double white)
{
	if (w->has_rest && w->rest_white <= white)
		return;
	w->rest = *next;
	w->rest_white = white;
	w->has_rest = true;
}

/* Whether the page may end as far as the wide float at its foot goes: its place is reached, and those before it are set. */
static bool foot_is_due(const Walk *w, const Trail *t, size_t at)
{
	const ZnFlow *flow = w->breaker->flow;
	return !w->column.foot || (t->next_float + 1 == w->column.foot && flow->floats[w->column.foot - 1].at < at);
}

/* Whether all is set but floats that come over all columns, on the next page. */
static bool only_wide_wait(const ZnFlow *flow, const State *state)
{
	return state->at == flow->galley->n && state->notes.note == flow->n_row && flow->shape.columns > 1 &&
	       state->next_float < flow->n_floats && flow->floats[state->next_float].item->wide;
}

/* The column may end before item `at`. */
static void consider(Walk *w, const Trail *t, size_t at, int penalty)
{
	const ZnFlow *flow = w->breaker->flow;
	size_t to = zn_flow_solid(flow, at), columns = flow->shape.columns;
	bool must = penalty <= -ZN_NEVER, never = penalty >= ZN_NEVER || (t->fill.needed > 0 && to < flow->galley->n && !must);
	if (must && pending(w, at, t->next_float)) /* what waits comes before the new page */
		to = at;
	if (never && !w->force)
		return;
	bool page_ends = w->state.column + 1 == columns || must || (w->column.foot && to == flow->galley->n);
	if (is_ahead(w, t, to, page_ends) || (page_ends && !foot_is_due(w, t, to)))
		return;
	State next = {.at = to, .next_float = page_ends && w->column.foot ? w->column.foot : t->next_float, .before = w->index};
	bool moved = to > w->state.at || t->next_float > w->state.next_float;
	double cost = t->cost + COLUMN_COST + LATER_COST * (double)pending(w, to, next.next_float), lines;
	if (!place_notes(w, t, moved, &next.notes, &cost))
		return;
	bool stuck = !moved && next.notes.note == w->state.notes.note && next.notes.item == w->state.notes.item;
	if (stuck && !(w->force && w->state.column > 0)) /* what waits may need a page of its own: its column stays empty */
		return;
	bool end = is_end(w->breaker, &next);
	double white = t->fill.room - zn_fill_height(&t->fill, next.notes), bad = badness(t, white, &lines);
	if (end)
		cost += short_cost(w, t) + (t->fill.bottom > 0 ? BELOW_END_COST : 0);
	else
		cost += must ? 0 : bad + penalty * (never ? 0 : 1) + tail_cost(t);
	cost += never || t->overfull || w->force ? FORCED_COST : 0;
	next.column = end || page_ends || stuck || only_wide_wait(flow, &next) ? 0 : w->state.column + 1;
	next.top = next.column ? w->column.top : 0;
	next.foot = next.column ? w->column.foot : 0;
	next.cost = w->state.cost + cost;
	next.how = w->column;
	next.how.to = at;
	next.how.choices = t->choices;
	next.how.notes_to = next.notes;
	next.how.ends = end || must;
	next.how.forced = never || t->overfull;
	if (!w->force && !end && !must && lines > MOST_BAD) {
		keep_rest(w, &next, white);
		return;
	}
	w->found++;
	add_state(w->breaker, &next);
}

/* --- filling a column in all sensible ways --- */

static void walk(Walk *w, Trail *t, size_t i);

static void choose(Walk *w, const Trail *t, size_t i, const ZnFloat *what, ZnFloatChoice choice, double cost)
{
	Trail branch = *t;
	zn_fill_float(&branch.fill, what, choice);
	branch.next_float += choice != ZN_FLOAT_LATER;
	branch.choices |= (uint64_t)choice << (2 * t->n_choices);
	branch.n_choices++;
	branch.cost += cost;
	if (choice == ZN_FLOAT_HERE)
		consider(w, &branch, i + 1, 0);
	walk(w, &branch, i + 1);
}

/* The column's way forks where a float has its place. */
static void walk_float(Walk *w, Trail *t, size_t i)
{
	const ZnFlow *flow = w->breaker->flow;
	size_t nth = zn_flow_float_at(flow, i);
	const ZnFloat *what = &flow->floats[nth];
	bool mine = nth == t->next_float && t->n_choices < ZN_FLOAT_CHOICES_MAX && !(what->item->wide && flow->shape.columns > 1);
	bool here = mine && zn_fill_float_fits(&t->fill, what, ZN_FLOAT_HERE);
	bool many = t->n_choices >= BRANCHES;
	if (here)
		choose(w, t, i, what, ZN_FLOAT_HERE, sliver_cost(t));
	if (mine && !many && t->fill.any && zn_fill_float_fits(&t->fill, what, ZN_FLOAT_BOTTOM))
		choose(w, t, i, what, ZN_FLOAT_BOTTOM, BOTTOM_COST);
	if (!here || !many)
		choose(w, t, i, what, ZN_FLOAT_LATER, 0);
}

/* Whether the notes of what the column holds make it too high, even with the last one cut. */
static bool has_too_many_notes(const Trail *t)
{
	size_t whole = MAX(t->fill.due, 1) - 1;
	ZnNotePoint least = t->fill.notes.note >= whole ? t->fill.notes : (ZnNotePoint){whole, 0};
	return zn_fill_height(&t->fill, least) > t->fill.room + LITTLE;
}

/* Whether item i parts a float from its place: from one at the foot, one that waits, or one set ahead. */
static bool is_between(const Walk *w, const Trail *t, size_t i)
{
	const ZnFlow *flow = w->breaker->flow;
	return t->fill.bottom > 0 || pending(w, i, t->next_float) || (t->next_float > 0 && flow->floats[t->next_float - 1].at > i);
}

/* Takes a box; false when the column ends before it. */
static bool walk_box(Walk *w, Trail *t, size_t i)
{
	const ZnVItem *item = &w->breaker->flow->galley->items[i];
	bool empty = !t->fill.last && !t->fill.after_float;
	if (w->force && !empty)
		consider(w, t, i, ZN_NEVER);
	bool stops = !w->force || !empty, fits = zn_fill_fits(&t->fill, item);
	if (stops && (!fits || has_too_many_notes(t)))
		return false;
	t->overfull = t->overfull || !fits; /* it fits nowhere */
	zn_fill_take(&t->fill, item);
	if (item->heading && item->heading->level == 1 && is_between(w, t, i))
		t->cost += STRANGE_COST;
	t->fill.due = w->breaker->flow->due[i + 1];
	return true;
}

static void walk(Walk *w, Trail *t, size_t i)
{
	const ZnGalley *galley = w->breaker->flow->galley;
	for (; i < galley->n; i++) {
		const ZnVItem *item = &galley->items[i];
		if (item->kind == ZN_V_FLOAT) {
			walk_float(w, t, i);
			return;
		}
		if (item->kind == ZN_V_BOX) {
			if (!walk_box(w, t, i))
				return;
			continue;
		}
		if (item->kind == ZN_V_PENALTY && t->fill.any)
			consider(w, t, i, item->penalty);
		else if (item->kind == ZN_V_GLUE && t->fill.solid)
			consider(w, t, i, 0);
		if (item->kind == ZN_V_PENALTY && item->penalty <= -ZN_NEVER && (t->fill.any || pending(w, i, t->next_float)))
			return;
		zn_fill_take(&t->fill, item);
	}
	consider(w, t, i, 0);
}

static bool reaches(const Walk *w, size_t nth)
{
	const ZnFlow *flow = w->breaker->flow;
	return nth < flow->n_floats && flow->floats[nth].at < w->state.at + REACH;
}

/* Floats at the head: as many of the waiting ones as fit, and one of those whose place is yet to come. */
static void walk_tops(Walk *w)
{
	const ZnFlow *flow = w->breaker->flow;
	size_t first = w->state.next_float + w->column.n_wide, waiting = pending(w, w->state.at, first);
	bool single = flow->shape.columns == 1;
	Trail t = {.next_float = first};
	zn_fill_begin(&t.fill, flow, w->state.at, w->state.notes, w->column.room, NULL);
	for (size_t i = 0; i < w->column.n_wide; i++)
		t.fill.float_notes += flow->floats[w->state.next_float + i].notes;
	for (size_t n = 0;; n++) {
		const ZnFloat *what = first + n < flow->n_floats ? &flow->floats[first + n] : NULL;
		bool fits = what && (single || !what->item->wide) && zn_fill_float_fits(&t.fill, what, ZN_FLOAT_HERE);
		if (what && n == 0 && waiting && !fits && (single || !what->item->wide) && w->force && w->state.column == 0)
			fits = t.overfull = true;
		if (n >= waiting || !fits) {
			Trail text = t;
			w->column.n_top = n;
			zn_fill_start(&text.fill, w->state.at);
			if (n > 0)
				consider(w, &text, w->state.at, 0);
			walk(w, &text, w->state.at);
		}
		/* A float that stands at the very start has its place there anyway. */
		if (!fits || n > waiting || (n == waiting && (!reaches(w, first + n) || what->at == w->state.at)))
			return;
		t.cost += n >= waiting ? AHEAD_COST : 0;
		zn_fill_top(&t.fill, what);
		t.next_float++;
	}
}

static void fill_columns(Walk *w)
{
	const ZnFlow *flow = w->breaker->flow;
	w->column.room = MAX(0, flow->shape.height - w->column.top);
	if (w->column.foot)
		w->column.room = zn_wide_room(&flow->shape, w->column.top, &flow->floats[w->column.foot - 1]);
	if (w->column.n_wide && w->column.room < FEWEST_LINES * flow->shape.line) { /* a page of floats */
		State next = {.at = w->state.at, .next_float = w->state.next_float + w->column.n_wide, .notes = w->state.notes};
		next.before = w->index;
		next.how = w->column;
		next.how.to = w->state.at;
		next.how.notes_to = w->state.notes;
		next.how.ends = true;
		next.cost = w->state.cost + COLUMN_COST + LATER_COST * (double)pending(w, next.at, next.next_float);
		w->found++;
		add_state(w->breaker, &next);
		return;
	}
	walk_tops(w);
}

/* The page without and with a wide float at its foot: the next one, when its place may be on the page. */
static void walk_foot(Walk *w)
{
	const ZnFlow *flow = w->breaker->flow;
	size_t k = w->state.next_float + w->column.n_wide;
	w->column.foot = 0;
	fill_columns(w);
	while (k < flow->n_floats && !flow->floats[k].item->wide)
		k++;
	if (flow->shape.columns == 1 || !reaches(w, k) || flow->floats[k].at < w->state.at || flow->floats[k].notes > 0 ||
	    zn_wide_room(&flow->shape, w->column.top, &flow->floats[k]) < FEWEST_LINES * flow->shape.line)
		return;
	w->column.foot = k + 1;
	fill_columns(w);
	w->column.foot = 0;
}

/* Wide floats at the head of a page: as those at the head of a column. */
static void walk_page(Walk *w)
{
	const ZnFlow *flow = w->breaker->flow;
	const ZnPageShape *shape = &flow->shape;
	size_t first = w->state.next_float, waiting = pending(w, w->state.at, first);
	double top = w->state.first ? shape->first : 0;
	for (size_t n = 0;; n++) {
		const ZnFloat *what = first + n < flow->n_floats ? &flow->floats[first + n] : NULL;
		bool wide = shape->columns > 1 && what && what->item->wide;
		double bottom = wide ? top + what->item->height : 0;
		bool fits = wide && (bottom <= shape->height + LITTLE || (n == 0 && !w->state.first));
		if (n >= waiting || !fits) {
			w->column.n_wide = n;
			w->column.top = top;
			walk_foot(w);
		}
		if (!fits || n > waiting || (n == waiting && !reaches(w, first + n)))
			return;
		top = zn_wide_bottom(shape, bottom);
	}
}

static void explore(Breaker *b, size_t index)
{
	Walk w = {.breaker = b, .state = *state_at(b, index), .index = index};
	State *state = &w.state;
	w.column = (ZnPageColumn){.from = state->at, .column = state->column, .first_float = state->next_float, .notes = state->notes};
	for (int pass = 0; pass < 2 && !w.found; pass++) {
		w.force = pass > 0;
		if (state->column == 0) {
			walk_page(&w);
		} else {
			w.column.n_wide = 0;
			w.column.top = state->top;
			w.column.foot = state->foot;
			fill_columns(&w);
		}
		if (!w.found && w.has_rest) {
			w.found++;
			add_state(b, &w.rest);
		}
	}
}

static size_t next_of(const Breaker *b, size_t bucket)
{
	size_t best = SIZE_MAX;
	for (size_t i = b->buckets[bucket]; i != SIZE_MAX; i = state_at(b, i)->next)
		if (!state_at(b, i)->done && (best == SIZE_MAX || compare_states(state_at(b, i), state_at(b, best)) < 0))
			best = i;
	return best;
}

/* The columns from a state to the end, in reverse of the way back; their cost. */
static double solve(const ZnFlow *flow, const State *start, GArray *columns)
{
	size_t places = flow->galley->n - start->at + 1;
	Breaker b = {.flow = flow, .start = start->at, .states = g_array_new(FALSE, FALSE, sizeof(State)), .end = SIZE_MAX};
	b.buckets = g_new(size_t, places);
	for (size_t i = 0; i < places; i++)
		b.buckets[i] = SIZE_MAX;
	add_state(&b, start);
	b.end = SIZE_MAX; /* an empty text has a page, too */
	state_at(&b, 0)->done = false;
	for (size_t i = 0; i < places; i++)
		for (size_t s = next_of(&b, i); s != SIZE_MAX; s = next_of(&b, i)) {
			state_at(&b, s)->done = true;
			explore(&b, s);
		}
	double cost = INFINITY;
	g_array_set_size(columns, 0);
	if (b.end != SIZE_MAX) {
		cost = state_at(&b, b.end)->cost;
		for (size_t s = b.end; state_at(&b, s)->before != SIZE_MAX; s = state_at(&b, s)->before)
			g_array_prepend_val(columns, state_at(&b, s)->how);
	}
	g_free(b.buckets);
	g_array_free(b.states, TRUE);
	return cost;
}

/* --- the last page --- */

static ZnPageColumn *column_at(GArray *columns, guint i)
{
	return &g_array_index(columns, ZnPageColumn, i);
}

static void number_pages(GArray *columns)
{
	size_t page = 0;
	for (guint i = 0; i < columns->len; i++) {
		const ZnPageColumn *before = i > 0 ? column_at(columns, i - 1) : NULL;
		page += before && column_at(columns, i)->column == 0;
		column_at(columns, i)->page = page;
	}
}

/* The columns of the last page as low as they can be. */
static void balance(const ZnFlow *flow, GArray *columns)
{
	guint first = columns->len - 1;
	while (column_at(columns, first)->column > 0)
		first--;
	const ZnPageColumn head = *column_at(columns, first);
	ZnFlow page = *flow;
	page.shape.first = head.top;
	State start = {.at = head.from, .next_float = head.first_float + head.n_wide, .notes = head.notes, .first = true, .before = SIZE_MAX};
	double below = head.foot ? flow->floats[head.foot - 1].item->height + flow->shape.float_gap : 0;
	double step = flow->shape.grid > 0 ? flow->shape.grid : flow->shape.line / 2;
	g_autoptr(GArray) tried = g_array_new(FALSE, FALSE, sizeof(ZnPageColumn));
	for (double room = step; room < head.room; room += step) {
		page.shape.height = head.top + room + below;
		double cost = solve(&page, &start, tried);
		bool fits = cost < FORCED_COST && tried->len <= flow->shape.columns;
		for (guint i = 0; fits && i < tried->len; i++)
			fits = column_at(tried, i)->column == i;
		if (!fits)
			continue;
		g_array_set_size(columns, first);
		g_array_append_vals(columns, tried->data, tried->len);
		column_at(columns, first)->n_wide += head.n_wide;
		column_at(columns, first)->first_float = head.first_float;
		return;
	}
}

const ZnPageColumn *zn_break_columns(ZnArena *arena, const ZnFlow *flow, size_t *n)
{
	g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(ZnPageColumn));
	State start = {.at = zn_flow_solid(flow, 0), .first = true, .before = SIZE_MAX};
	solve(flow, &start, columns);
	if (!columns->len) { /* nothing at all to set */
		ZnPageColumn empty = {.from = start.at, .to = start.at, .room = flow->shape.height - flow->shape.first, .top = flow->shape.first, .ends = true};
		g_array_append_val(columns, empty);
	}
	if (flow->shape.columns > 1)
		balance(flow, columns);
	number_pages(columns);
	*n = columns->len;
	ZnPageColumn *answer = zn_new_n(arena, ZnPageColumn, columns->len);
	for (guint i = 0; i < columns->len; i++)
		answer[i] = *column_at(columns, i);
	return answer;
}
