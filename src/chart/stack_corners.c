/* Stacked bars with round corners: Vega-Lite puts the pieces of a stack into a group that is clipped to the rounded outline of the whole. */
#include "chart/mark.h"

#include <math.h>
#include <string.h>

bool zn_stack_corners_wanted(const ZnEncode *e)
{
	static const char *const names[] = {"cornerRadius", "cornerRadiusEnd", "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight", "cornerRadiusBottomLeft"};
	const ZnChannelDef *size = e->view->encoding[ZN_CH_SIZE];
	if (strcmp(e->view->mark.type, "bar") || e->view->stack.offset == ZN_STACK_NONE || (size && size->is_field))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (zn_truthy(zn_mark_prop(e->view, names[i], NULL)))
			return true;
	return false;
}

/* Which stack each row belongs to: by the dimension's columns. */
static size_t *stack_of_rows(ZnEncode *e, size_t *n_stacks)
{
	ZnArena *arena = e->unit->chart->context->arena;
	const ZnStackProps *stack = &e->view->stack;
	const ZnValue *cells[8];
	size_t n_cells = 0, n = e->table->n_rows;
	for (size_t i = 0; i < stack->n_groupby && n_cells + 1 < G_N_ELEMENTS(cells); i++) {
		const ZnChannelDef *def = zn_channel_def_data(e->view->encoding[stack->groupby_channels[i]]);
		if (!def || !def->is_field)
			continue;
		cells[n_cells++] = zn_encode_cells(e, zn_channel_def_column(arena, def, NULL));
		if (def->bin == ZN_BIN_BINNING)
			cells[n_cells++] = zn_encode_cells(e, zn_channel_def_column(arena, def, "end"));
	}
	size_t *of = zn_new_n(arena, size_t, MAX(n, 1));
	ZnValueSet *set = zn_value_set_new(arena);
	for (size_t row = 0; row < n; row++) {
		ZnArray *key = zn_array_new(arena, n_cells);
		for (size_t c = 0; c < n_cells; c++)
			zn_array_push(arena, key, cells[c][row]);
		of[row] = zn_value_set_add(set, zn_arr(key), NULL);
	}
	*n_stacks = zn_value_set_values(set)->n;
	return of;
}

/* The outline of the stack that `item` starts: along the stack it grows with each piece. */
static void grow(ZnItem *outline, const ZnItem *item, bool first, bool horizontal)
{
	if (first) {
		*outline = *item;
		return;
	}
	double *start = horizontal ? &outline->x : &outline->y, *size = horizontal ? &outline->width : &outline->height;
	double from = horizontal ? item->x : item->y, to = from + (horizontal ? item->width : item->height), end = *start + *size;
	*start = MIN(*start, from);
	*size = MAX(end, to) - *start;
	for (int i = 0; i < 4; i++)
		outline->corner[i] = MAX(outline->corner[i], item->corner[i]);
}

/* Clips a piece to the outline. */
static void clip(ZnItem *item, const ZnItem *outline)
{
	const double box[4] = {outline->x, outline->y, outline->width, outline->height};
	item->clipped = true;
	memcpy(item->clip, box, sizeof box);
	memcpy(item->clip_corner, outline->corner, sizeof item->clip_corner);
	memset(item->corner, 0, sizeof item->corner);
}

void zn_stack_corners(ZnEncode *e, ZnMarkList *list, const size_t *rows)
{
	ZnArena *arena = e->unit->chart->context->arena;
	bool horizontal = e->view->stack.field_channel == ZN_CH_X;
	size_t n_stacks, n = list->n, *of = stack_of_rows(e, &n_stacks), *count = zn_new_n(arena, size_t, n_stacks + 1);
	ZnItem *outlines = zn_new_n(arena, ZnItem, n_stacks + 1), *items = list->items;
	for (size_t i = 0; i < n; i++)
		grow(&outlines[of[rows[i]]], &items[i], !count[of[rows[i]]]++, horizontal);
	size_t *starts = zn_new_n(arena, size_t, n_stacks + 1), *order = zn_new_n(arena, size_t, MAX(n, 1));
	for (size_t s = 0; s < n_stacks; s++)
		starts[s + 1] = starts[s] + count[s];
	for (size_t i = 0; i < n; i++) /* by stack, within it as before */
		order[starts[of[rows[i]]]++] = i;
	list->items = NULL;
	list->n = list->cap = 0;
	for (size_t i = 0; i < n; i++) {
		ZnItem *item = &items[order[i]];
		size_t stack = of[rows[order[i]]];
		const ZnItem *outline = &outlines[stack];
		clip(item, outline);
		*zn_mark_list_add(arena, list, ZN_ITEM_RECT, ZN_ROLE_MARK) = *item;
		bool last = i + 1 == n || of[rows[order[i + 1]]] != stack;
		if (!last || outline->stroke.kind == ZN_PAINT_NONE)
			continue;
		ZnItem *frame = zn_mark_list_add(arena, list, ZN_ITEM_GROUP, ZN_ROLE_FRAME); /* the stroke of the whole, over the pieces */
		*frame = *outline;
		frame->type = ZN_ITEM_GROUP;
		frame->role = ZN_ROLE_FRAME;
		frame->fill.kind = ZN_PAINT_NONE;
		frame->opacity = 1;
		frame->stroke_offset = 0;
	}
}
