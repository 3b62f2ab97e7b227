/* Where columns end, on lists made by hand: lines are 10 px high, columns 100 px, unless a test says otherwise. */
#include "report/breaker.h"

#include <string.h>

#define LINE 10.0
#define MOST_NOTES 8

typedef struct List {
	ZnArena *arena;
	ZnGalley galley, notes[MOST_NOTES];
	const ZnGalley *note_list[MOST_NOTES];
	ZnPageShape shape;
	const ZnFlow *flow;
	const ZnPageColumn *columns;
	size_t n;
} List;

static ZnVItem *add_to(List *l, ZnGalley *galley, ZnVKind kind, double height)
{
	ZnVItem item = {.kind = kind, .height = height};
	zn_push(l->arena, galley->items, galley->n, galley->cap, item);
	return &galley->items[galley->n - 1];
}

static ZnVItem *add(List *l, ZnVKind kind, double height)
{
	return add_to(l, &l->galley, kind, height);
}

static void lines_in(List *l, ZnGalley *galley, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			add_to(l, galley, ZN_V_PENALTY, 0)->penalty = i == 1 || i == n - 1 ? ZN_NEVER : 0;
		add_to(l, galley, ZN_V_BOX, LINE);
	}
	add_to(l, galley, ZN_V_PENALTY, 0);
}

static void lines(List *l, size_t n)
{
	lines_in(l, &l->galley, n);
}

static void heading(List *l)
{
	add(l, ZN_V_PENALTY, 0)->penalty = -50;
	add(l, ZN_V_GLUE, LINE);
	ZnVItem *box = add(l, ZN_V_BOX, LINE);
	box->keep = 2;
	box->line = 7;
	add(l, ZN_V_PENALTY, 0)->penalty = ZN_NEVER;
}

static size_t add_float(List *l, double height)
{
	ZnGalley *inner = zn_new(l->arena, ZnGalley);
	add_to(l, inner, ZN_V_BOX, height);
	ZnVItem *item = add(l, ZN_V_FLOAT, height);
	item->inner = inner;
	return l->galley.n - 1;
}

/* A line with the mark of a note of so many lines. */
static void noted_line(List *l, size_t note, size_t height)
{
	lines_in(l, &l->notes[note], height);
	size_t *notes = zn_new(l->arena, size_t);
	*notes = note;
	ZnVItem *box = add(l, ZN_V_BOX, LINE);
	box->notes = notes;
	box->n_notes = 1;
}

static void break_list(List *l)
{
	for (size_t i = 0; i < MOST_NOTES; i++)
		l->note_list[i] = &l->notes[i];
	l->flow = zn_flow_new(l->arena, &l->shape, &l->galley, l->note_list, MOST_NOTES);
	l->columns = zn_break_columns(l->arena, l->flow, &l->n);
	g_assert_cmpuint(l->n, >, 0);
	g_assert_cmpuint(zn_flow_solid(l->flow, l->columns[l->n - 1].to), ==, l->galley.n);
}

/* Boxes of the text in a column. */
static size_t boxes(const List *l, size_t column)
{
	size_t n = 0;
	for (size_t i = l->columns[column].from; i < l->columns[column].to; i++)
		n += l->galley.items[i].kind == ZN_V_BOX;
	return n;
}

static size_t column_of(const List *l, size_t item)
{
	for (size_t i = 0; i < l->n; i++)
		if (item >= l->columns[i].from && item < l->columns[i].to)
			return i;
	g_assert_not_reached();
}

static void set_up(List *l, gconstpointer data)
{
	l->arena = zn_arena_new();
	l->shape = (ZnPageShape){.height = 100, .columns = 1, .line = LINE, .float_gap = LINE, .note_gap = LINE};
}

static void tear_down(List *l, gconstpointer data)
{
	zn_arena_free(l->arena);
}

static void test_full(List *l, gconstpointer data)
{
	lines(l, 35);
	break_list(l);
	static const size_t expected[] = {10, 10, 10, 5};
	g_assert_cmpuint(l->n, ==, 4);
	for (size_t i = 0; i < l->n; i++) {
		g_assert_cmpuint(boxes(l, i), ==, expected[i]);
		g_assert_cmpuint(l->columns[i].page, ==, i);
		g_assert_false(l->columns[i].forced);
	}
}

static void test_nothing(List *l, gconstpointer data)
{
	break_list(l);
	g_assert_cmpuint(l->n, ==, 1);
	add(l, ZN_V_GLUE, 20);
	add(l, ZN_V_PENALTY, 0);
	break_list(l);
	g_assert_cmpuint(l->n, ==, 1);
	g_assert_cmpuint(boxes(l, 0), ==, 0);
}

/* Eleven lines: neither the first of a paragraph at the foot nor the last at the head. */
static void test_widows(List *l, gconstpointer data)
{
	lines(l, 11);
	break_list(l);
	g_assert_cmpuint(boxes(l, 0), ==, 9);
	g_assert_cmpuint(boxes(l, 1), ==, 2);
	l->galley.n = 0;
	lines(l, 9);
	lines(l, 6);
	break_list(l);
	g_assert_cmpuint(boxes(l, 0), ==, 9);
	l->galley.n = 0;
	lines(l, 8); /* three lines cannot be broken at all */
	lines(l, 3);
	lines(l, 3);
	break_list(l);
	g_assert_cmpuint(boxes(l, 0), ==, 8);
}

/* A greedy maker fills the first page and leaves seven lines of the second empty; looking ahead, each gives up a part. */
static void test_optimal(List *l, gconstpointer data)
{
	lines(l, 13);
	add(l, ZN_V_BOX, 80); /* does not fit below more than two lines */
	add(l, ZN_V_PENALTY, 0);
	lines(l, 10);
	break_list(l);
	g_assert_cmpuint(boxes(l, 0), <=, 8);
	g_assert_cmpuint(boxes(l, 0), >=, 6);
	for (size_t i = 0; i < l->n; i++)
		g_assert_false(l->columns[i].forced);
}

static void test_headings(List *l, gconstpointer data)
{
	for (size_t before = 4; before < 12; before++) {
		l->galley.n = 0;
		lines(l, before);
		heading(l);
		size_t head = l->galley.n - 2;
		lines(l, 1); /* one line is not enough */
		lines(l, 1);
		size_t second = l->galley.n - 2;
		lines(l, 9);
		break_list(l);
		g_assert_cmpuint(column_of(l, head), ==, column_of(l, second));
	}
}

static void test_forced(List *l, gconstpointer data)
{
	lines(l, 3);
	add(l, ZN_V_PENALTY, 0)->penalty = -ZN_NEVER;
	lines(l, 3);
	break_list(l);
	g_assert_cmpuint(l->n, ==, 2);
	g_assert_cmpuint(boxes(l, 0), ==, 3);
	g_assert_true(l->columns[0].ends);
}

/* What nothing can hold stands alone and is told of; the rest is as good as ever. */
static void test_too_high(List *l, gconstpointer data)
{
	lines(l, 4);
	add(l, ZN_V_BOX, 250);
	add(l, ZN_V_PENALTY, 0);
	lines(l, 4);
	break_list(l);
	bool forced = false;
	for (size_t i = 0; i < l->n; i++)
		forced |= l->columns[i].forced;
	g_assert_true(forced);
	g_assert_cmpuint(l->n, <=, 3);
	/* Thirty lines that must not be parted are parted all the same. */
	l->galley.n = 0;
	for (size_t i = 0; i < 30; i++) {
		add(l, ZN_V_BOX, LINE);
		add(l, ZN_V_PENALTY, 0)->penalty = ZN_NEVER;
	}
	break_list(l);
	g_assert_cmpuint(l->n, ==, 3);
	g_assert_cmpuint(boxes(l, 0), ==, 10);
}

static void test_notes(List *l, gconstpointer data)
{
	lines(l, 6);
	noted_line(l, 0, 3); /* 7 lines + gap + 3 do not fit */
	add(l, ZN_V_PENALTY, 0);
	lines(l, 20);
	break_list(l);
	for (size_t i = 0; i < l->n; i++) {
		g_assert_cmpuint(l->columns[i].notes.item, ==, 0); /* nothing is split */
		g_assert_false(l->columns[i].forced);
	}
	size_t mark = column_of(l, 12);
	g_assert_cmpuint(l->columns[mark].notes.note, ==, 0);
	g_assert_cmpuint(l->columns[mark].notes_to.note, ==, 1);
}

/* A note that is longer than a column: on two pages at least, with two lines of it on each. */
static void test_long_note(List *l, gconstpointer data)
{
	lines(l, 4);
	noted_line(l, 0, 18);
	add(l, ZN_V_PENALTY, 0);
	lines(l, 20);
	break_list(l);
	size_t mark = column_of(l, 8);
	const ZnPageColumn *first = &l->columns[mark];
	g_assert_cmpuint(first->notes_to.note, ==, 0);
	g_assert_cmpuint(first->notes_to.item, >=, 3); /* two lines and what is between */
	g_assert_cmpuint(l->columns[l->n - 1].notes_to.note, ==, 1);
	g_assert_cmpuint(l->columns[mark + 1].notes.item, ==, first->notes_to.item);
	for (size_t i = 0; i < l->n; i++) {
		const ZnPageColumn *column = &l->columns[i];
		double notes = zn_flow_notes_height(l->flow, column->notes, column->notes_to);
		g_assert_cmpfloat(notes + (double)boxes(l, i) * LINE + (notes > 0 ? LINE : 0), <=, 100.01);
	}
}

/* Here, where there is room; else at the head of the next page, and the text goes on. */
static void test_floats(List *l, gconstpointer data)
{
	lines(l, 3);
	size_t at = add_float(l, 30);
	lines(l, 12);
	break_list(l);
	g_assert_cmpuint(zn_column_choice(&l->columns[0], 0), ==, ZN_FLOAT_HERE);
	g_assert_cmpuint(column_of(l, at), ==, 0);
	l->galley.n = 0;
	lines(l, 8);
	add_float(l, 40);
	lines(l, 12);
	break_list(l);
	g_assert_cmpuint(l->n, ==, 3);
	size_t tops = 0;
	for (size_t i = 0; i + 1 < l->n; i++) {
		tops += l->columns[i].n_top;
		size_t lines_there = boxes(l, i) + (l->columns[i].n_top ? 5 : 0);
		g_assert_cmpuint(lines_there, >=, 9); /* no page is half empty */
	}
	g_assert_cmpuint(tops, ==, 1);
}

static size_t add_wide(List *l, double height)
{
	size_t at = add_float(l, height);
	l->galley.items[at].wide = true;
	return at;
}

/* Over all columns, behind all text: at the foot of the last page, or on pages of their own; none is lost, nor is the text. */
static void test_wide_floats(List *l, gconstpointer data)
{
	l->shape.columns = 2;
	lines(l, 8);
	add_wide(l, 40);
	lines(l, 2);
	break_list(l);
	g_assert_cmpuint(l->columns[0].foot + l->columns[0].n_wide, ==, 1);
	g_assert_cmpuint(l->columns[l->n - 1].page, ==, 0);
	l->galley.n = 0;
	lines(l, 4);
	for (size_t i = 0; i < 3; i++)
		add_wide(l, 100);
	break_list(l);
	size_t set = 0, last = 0;
	for (size_t i = 0; i < l->n; i++) {
		set += l->columns[i].n_wide + (l->columns[i].foot && l->columns[i].column == 0);
		last = MAX(last, l->columns[i].to);
	}
	g_assert_cmpuint(set, ==, 3);
	g_assert_cmpuint(last, ==, l->galley.n);
}

/* A page that must end waits for the floats whose places are before its end. */
static void test_forced_floats(List *l, gconstpointer data)
{
	lines(l, 6);
	add_float(l, 70);
	size_t end = l->galley.n;
	add(l, ZN_V_PENALTY, 0)->penalty = -ZN_NEVER;
	lines(l, 3);
	break_list(l);
	g_assert_cmpuint(l->n, ==, 3);
	g_assert_cmpuint(l->columns[1].n_top, ==, 1);
	g_assert_cmpuint(boxes(l, 1), ==, 0);
	g_assert_cmpuint(l->columns[2].from, >, end);
}

/* One line of a paragraph that goes on is not left alone below a float; the column rather stays a line short. */
static void test_lonely_line(List *l, gconstpointer data)
{
	lines(l, 6);
	add_float(l, 80); /* leaves one line of its column */
	lines(l, 14);
	break_list(l);
	for (size_t i = 0; i + 1 < l->n; i++)
		if (l->columns[i].n_top)
			g_assert_cmpuint(boxes(l, i), !=, 1);
}

/* Floats keep their order and all come, even when there are more than pages of text. */
static void test_many_floats(List *l, gconstpointer data)
{
	lines(l, 2);
	for (size_t i = 0; i < 9; i++)
		add_float(l, 70);
	lines(l, 4);
	break_list(l);
	size_t set = 0;
	for (size_t i = 0; i < l->n; i++) {
		g_assert_cmpuint(l->columns[i].first_float, ==, set);
		set += l->columns[i].n_top;
		for (size_t k = 0; k < ZN_FLOAT_CHOICES_MAX; k++)
			set += zn_column_choice(&l->columns[i], k) != ZN_FLOAT_LATER;
	}
	g_assert_cmpuint(set, ==, 9);
	/* One that is higher than any page comes, too. */
	l->galley.n = 0;
	lines(l, 2);
	add_float(l, 300);
	lines(l, 4);
	break_list(l);
	set = 0;
	for (size_t i = 0; i < l->n; i++)
		set += l->columns[i].n_top + (zn_column_choice(&l->columns[i], 0) != ZN_FLOAT_LATER);
	g_assert_cmpuint(set, ==, 1);
}

static void test_columns(List *l, gconstpointer data)
{
	l->shape.columns = 2;
	l->shape.first = 40;
	lines(l, 42);
	break_list(l);
	/* 2 x 6 under the title, 2 x 10, and the last ten lines in two columns of five. */
	static const size_t expected[] = {6, 6, 10, 10, 5, 5};
	g_assert_cmpuint(l->n, ==, G_N_ELEMENTS(expected));
	for (size_t i = 0; i < l->n; i++) {
		g_assert_cmpuint(boxes(l, i), ==, expected[i]);
		g_assert_cmpuint(l->columns[i].page, ==, i / 2);
		g_assert_cmpuint(l->columns[i].column, ==, i % 2);
	}
	g_assert_cmpfloat(l->columns[1].top, ==, 40);
	g_assert_cmpfloat(l->columns[2].top, ==, 0);
}

/* A float over both columns takes the head of a page, of its own or the next. */
static void test_wide(List *l, gconstpointer data)
{
	l->shape.columns = 2;
	lines(l, 15);
	size_t at = add_float(l, 30);
	l->galley.items[at].wide = true;
	lines(l, 30);
	break_list(l);
	size_t wide = 0, page = 0;
	for (size_t i = 0; i < l->n; i++) {
		wide += l->columns[i].n_wide;
		page = l->columns[i].n_wide ? l->columns[i].page : page;
		g_assert_cmpfloat(l->columns[i].top, ==, l->columns[i].page == page && wide ? 40 : 0);
	}
	g_assert_cmpuint(wide, ==, 1);
	g_assert_cmpuint(l->columns[column_of(l, at)].page, <=, page);
	g_assert_cmpuint(page, <=, l->columns[column_of(l, at)].page + 1);
}

/* Time grows with the length only: ten times the text, about ten times the states; here only that it comes to an end quickly. */
static void test_long(List *l, gconstpointer data)
{
	for (size_t i = 0; i < 5000; i++) {
		lines(l, 3 + i % 7);
		if (i % 40 == 0)
			add_float(l, 30);
		if (i % 25 == 0)
			heading(l);
	}
	lines(l, 3);
	gint64 start = g_get_monotonic_time();
	break_list(l);
	g_assert_cmpint(g_get_monotonic_time() - start, <, 20 * G_USEC_PER_SEC);
	for (size_t i = 0; i < l->n; i++)
		g_assert_false(l->columns[i].forced);
}

#define ADD(name, test) g_test_add("/report/breaker/" name, List, NULL, set_up, test, tear_down)

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("full", test_full);
	ADD("nothing", test_nothing);
	ADD("widows", test_widows);
	ADD("optimal", test_optimal);
	ADD("headings", test_headings);
	ADD("forced", test_forced);
	ADD("too-high", test_too_high);
	ADD("notes", test_notes);
	ADD("long-note", test_long_note);
	ADD("floats", test_floats);
	ADD("lonely-line", test_lonely_line);
	ADD("many-floats", test_many_floats);
	ADD("wide-floats", test_wide_floats);
	ADD("forced-floats", test_forced_floats);
	ADD("columns", test_columns);
	ADD("wide", test_wide);
	ADD("long", test_long);
	return g_test_run();
}
