#include "report/fill.h"

#include <math.h>

#define LARGE_GAP 0.25 /* stretch of a gap, in lines of the grid, that can take a line */
#define LITTLE 0.01    /* px: rounding is no overfull column */

/* --- what is known of the galley --- */

static void add_row(ZnArena *arena, ZnFlow *flow, bool *seen, const ZnVItem *item)
{
	for (size_t i = 0; i < item->n_notes; i++) {
		if (seen[item->notes[i]])
			continue;
		seen[item->notes[i]] = true;
		zn_push(arena, flow->row, flow->n_row, flow->cap_row, item->notes[i]);
	}
}

static void add_float(ZnArena *arena, ZnFlow *flow, bool *seen, size_t at)
{
	ZnFloat what = {.at = at, .item = &flow->galley->items[at]};
	const ZnGalley *inner = what.item->inner;
	for (size_t i = 0; i < inner->n; i++) {
		for (size_t k = 0; k < inner->items[i].n_notes; k++) {
			size_t note = inner->items[i].notes[k];
			what.notes += seen[note] ? 0 : zn_galley_height(flow->notes[note]);
			seen[note] = true;
		}
	}
	zn_push(arena, flow->floats, flow->n_floats, flow->cap_floats, what);
}

ZnFlow *zn_flow_new(ZnArena *arena, const ZnPageShape *shape, const ZnGalley *galley, const ZnGalley *const *notes, size_t n_notes)
{
	ZnFlow *flow = zn_new(arena, ZnFlow);
	flow->shape = *shape;
	flow->galley = galley;
	flow->notes = notes;
	flow->due = zn_new_n(arena, size_t, galley->n + 1);
	g_autofree bool *seen = g_new0(bool, n_notes + 1);
	for (size_t i = 0; i < galley->n; i++) {
		flow->due[i] = flow->n_row;
		if (galley->items[i].kind == ZN_V_FLOAT)
			add_float(arena, flow, seen, i);
		else
			add_row(arena, flow, seen, &galley->items[i]);
	}
	flow->due[galley->n] = flow->n_row;
	flow->height = zn_new_n(arena, double, flow->n_row + 1);
	for (size_t i = 0; i < flow->n_row; i++)
		flow->height[i + 1] = flow->height[i] + zn_galley_height(notes[flow->row[i]]);
	return flow;
}

/* Of the first items of a note. */
static double part_height(const ZnFlow *flow, ZnNotePoint point)
{
	double height = 0;
	for (size_t i = 0; i < point.item; i++)
		height += flow->notes[flow->row[point.note]]->items[i].height;
	return height;
}

double zn_flow_notes_height(const ZnFlow *flow, ZnNotePoint from, ZnNotePoint to)
{
	return flow->height[to.note] + part_height(flow, to) - flow->height[from.note] - part_height(flow, from);
}

size_t zn_flow_float_at(const ZnFlow *flow, size_t at)
{
	size_t low = 0, high = flow->n_floats;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (flow->floats[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

double zn_wide_bottom(const ZnPageShape *shape, double y)
{
	y += shape->float_gap;
	return shape->grid > 0 ? ceil(y / shape->grid - LITTLE) * shape->grid : y;
}

double zn_wide_room(const ZnPageShape *shape, double top, const ZnFloat *foot)
{
	double room = shape->height - top - foot->item->height - shape->float_gap;
	return shape->grid > 0 ? floor(room / shape->grid + LITTLE) * shape->grid : room;
}

static bool is_solid(const ZnVItem *item)
{
	return item->kind == ZN_V_BOX || item->kind == ZN_V_FLOAT;
}

size_t zn_flow_solid(const ZnFlow *flow, size_t at)
{
	while (at < flow->galley->n && !is_solid(&flow->galley->items[at]))
		at++;
	return at;
}

/* --- filling --- */

void zn_fill_begin(ZnFill *fill, const ZnFlow *flow, size_t from, ZnNotePoint notes, double room, GArray *places)
{
	*fill = (ZnFill){.flow = flow, .room = room, .notes = notes, .due = flow->due[from], .places = places, .since_float = -1};
}

static double snapped(const ZnFill *fill, double y)
{
	double grid = fill->flow->shape.grid;
	return grid > 0 ? ceil(y / grid - LITTLE) * grid : y;
}

static void record(ZnFill *fill, ZnFillPlace place)
{
	place.stretch = fill->stretch;
	place.gaps = fill->gaps;
	if (fill->places)
		g_array_append_val(fill->places, place);
}

/* Something seen ends at y. */
static void mark_ink(ZnFill *fill, double y)
{
	fill->ink = y;
	fill->ink_stretch = fill->stretch;
	fill->ink_gaps = fill->gaps;
}

static void record_galley(ZnFill *fill, const ZnGalley *galley, ZnFillPlace place)
{
	for (size_t i = 0; i < galley->n; i++) {
		place.item = &galley->items[i];
		if (place.item->kind == ZN_V_BOX)
			record(fill, place);
		place.y += place.item->height;
	}
}

static void count_gap(ZnFill *fill, double size)
{
	fill->gaps++;
	if (fill->gap_sizes)
		g_array_append_val(fill->gap_sizes, size);
}

/* The room that a float takes at y, and where in it the float begins. */
static double float_room(const ZnFill *fill, const ZnVItem *item, bool top, double *lead)
{
	double gap = fill->flow->shape.float_gap, y = fill->y;
	double above = fill->any && !item->close && !fill->after_float && !top ? gap : 0;
	double room = snapped(fill, y + above + item->height + gap) - y;
	bool below = fill->after_float && fill->any; /* the gap above is there; half of what the grid adds joins it */
	*lead = above > 0 ? (room - item->height) / 2 : below ? (room - item->height - gap) / 2 : 0;
	return room;
}

static void place_float(ZnFill *fill, const ZnFloat *what, bool top)
{
	double lead, room = float_room(fill, what->item, top, &lead);
	bool between = fill->any && !top;
	fill->stretch += between ? fill->flow->shape.float_gap / 4 : 0;
	record_galley(fill, what->item->inner, (ZnFillPlace){.y = fill->y + lead, .floating = between});
	mark_ink(fill, fill->y + lead + what->item->height);
	if (between)
		count_gap(fill, fill->flow->shape.float_gap);
	fill->y += room;
	fill->stretch += fill->flow->shape.float_gap / 4;
	fill->after_float = fill->any = fill->solid = true;
	fill->gap = fill->flow->shape.float_gap;
	fill->needed = 0;
	fill->since_float = 0;
	fill->float_notes += what->notes;
}

void zn_fill_top(ZnFill *fill, const ZnFloat *what)
{
	place_float(fill, what, true);
	fill->solid = false; /* the text has not begun */
}

void zn_fill_start(ZnFill *fill, size_t from)
{
	const ZnVItem *items = fill->flow->galley->items;
	size_t i = from;
	while (i > 0 && !is_solid(&items[i - 1]))
		fill->y += items[--i].kept;
	if (from >= fill->flow->galley->n || i == 0 || !items[from].repeat || items[i - 1].repeat != items[from].repeat)
		return;
	record_galley(fill, items[from].repeat, (ZnFillPlace){.y = fill->y, .repeated = true});
	fill->y += zn_galley_height(items[from].repeat);
	mark_ink(fill, fill->y);
}

static void take_glue(ZnFill *fill, const ZnVItem *item)
{
	const ZnPageShape *shape = &fill->flow->shape;
	/* Of two gaps that meet, the larger; what follows stands on the grid as if it had counted on its own alone. */
	double past = shape->grid > 0 ? fmod(item->height, shape->grid) : 0, gap = MAX(fill->gap, item->height);
	fill->y = fill->gap > 0 ? snapped(fill, fill->ink + gap - past) + past : fill->y + item->height;
	fill->gap = gap;
	if (!fill->any)
		return;
	fill->stretch += item->stretch;
	if (item->stretch > shape->grid * LARGE_GAP + LITTLE) /* those of lists and quotes stay alike */
		count_gap(fill, fill->after_float ? gap / 2 : gap); /* a figure brings its own white */
}

void zn_fill_take(ZnFill *fill, const ZnVItem *item)
{
	switch (item->kind) {
	case ZN_V_GLUE:
		take_glue(fill, item);
		fill->solid = false;
		return;
	case ZN_V_SNAP:
		fill->y = snapped(fill, fill->y);
		fill->solid = false;
		return;
	case ZN_V_PENALTY:
		fill->solid = false;
		return;
	case ZN_V_FLOAT: /* has a function of its own */
		return;
	case ZN_V_BOX:
		break;
	}
	record(fill, (ZnFillPlace){.item = item, .y = fill->y});
	fill->y += item->height;
	mark_ink(fill, fill->y);
	if (item->height > 0) { /* a label's box only goes along with its line */
		fill->needed = item->keep > 0 ? item->keep : MAX(0, fill->needed - 1);
		fill->last = item;
		fill->since_float += fill->since_float >= 0;
	}
	fill->after_float = false;
	fill->gap = 0;
	fill->any = fill->solid = true;
}

void zn_fill_float(ZnFill *fill, const ZnFloat *what, ZnFloatChoice choice)
{
	if (choice == ZN_FLOAT_HERE)
		place_float(fill, what, false);
	if (choice != ZN_FLOAT_BOTTOM)
		return;
	record_galley(fill, what->item->inner, (ZnFillPlace){.y = fill->bottom + fill->flow->shape.float_gap, .bottom = true});
	fill->bottom += fill->flow->shape.float_gap + what->item->height;
	fill->float_notes += what->notes;
}

/* --- how high --- */

double zn_fill_foot(const ZnFill *fill, ZnNotePoint to)
{
	double height = zn_flow_notes_height(fill->flow, fill->notes, to) + fill->float_notes;
	return height > 0 ? height + fill->flow->shape.note_gap : 0;
}

double zn_fill_height(const ZnFill *fill, ZnNotePoint to)
{
	double tail = fill->last && fill->last->tail ? zn_galley_height(fill->last->tail) : 0;
	return fill->ink + tail + fill->bottom + zn_fill_foot(fill, to);
}

bool zn_fill_fits(const ZnFill *fill, const ZnVItem *box)
{
	return fill->y + box->height + fill->bottom <= fill->room + LITTLE;
}

bool zn_fill_float_fits(const ZnFill *fill, const ZnFloat *what, ZnFloatChoice choice)
{
	double lead = 0, gap = fill->flow->shape.float_gap, foot = zn_fill_foot(fill, (ZnNotePoint){fill->due, 0});
	if (choice == ZN_FLOAT_HERE)
		float_room(fill, what->item, false, &lead);
	else if (choice == ZN_FLOAT_BOTTOM)
		lead = gap;
	double notes = what->notes > 0 && foot == 0 ? what->notes + fill->flow->shape.note_gap : what->notes;
	return fill->y + lead + what->item->height + fill->bottom + foot + notes <= fill->room + LITTLE;
}
