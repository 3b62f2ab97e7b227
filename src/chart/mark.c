#include "chart/geo.h"
#include "chart/label_layout.h"
#include "chart/mark.h"

#include <math.h>
#include <string.h>

static const ZnMark *const marks[] = {&zn_mark_bar, &zn_mark_rect, &zn_mark_tick, &zn_mark_rule, &zn_mark_point, &zn_mark_circle, &zn_mark_square,
									  &zn_mark_line, &zn_mark_area, &zn_mark_trail, &zn_mark_text, &zn_mark_arc, &zn_mark_image, &zn_mark_geoshape};

static const ZnMark *find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (!strcmp(marks[i]->name, name))
			return marks[i];
	return NULL;
}

typedef struct Row {
	size_t row;
	ZnValue *keys;
} Row;

typedef struct Order {
	size_t n;
	bool *descending;
} Order;

static int compare_rows(const void *a, const void *b, void *user)
{
	const Row *x = a, *y = b;
	const Order *order = user;
	for (size_t k = 0; k < order->n; k++) {
		int result = zn_compare(x->keys[k], y->keys[k]);
		if (result)
			return order->descending[k] ? -result : result;
	}
	return x->row < y->row ? -1 : 1;
}

/* Rows in the order that they are painted: by the order channel where it does not steer a stack. */
static size_t *painting_order(ZnEncode *e)
{
	ZnArena *arena = e->unit->chart->context->arena;
	size_t n = e->table->n_rows;
	size_t *rows = zn_new_n(arena, size_t, MAX(n, 1));
	const ZnChannelDef *order = e->view->encoding[ZN_CH_ORDER];
	for (size_t i = 0; i < n; i++)
		rows[i] = i;
	if (!order || !order->is_field || e->view->stack.offset != ZN_STACK_NONE)
		return rows;
	Order by = {0};
	const ZnValue *cells[8];
	bool descending[8];
	for (; order && by.n < 8; order = order->next) {
		cells[by.n] = zn_encode_cells(e, zn_channel_def_column(arena, order, NULL));
		descending[by.n++] = zn_is_string(order->sort, "descending");
	}
	by.descending = descending;
	Row *sorted = zn_new_n(arena, Row, MAX(n, 1));
	for (size_t i = 0; i < n; i++) {
		sorted[i] = (Row){i, zn_new_n(arena, ZnValue, by.n)};
		for (size_t k = 0; k < by.n; k++)
			sorted[i].keys[k] = cells[k][i];
	}
	g_qsort_with_data(sorted, (int)n, sizeof *sorted, compare_rows, &by);
	for (size_t i = 0; i < n; i++)
		rows[i] = sorted[i].row;
	return rows;
}

static bool clipped(ZnInst *unit)
{
	ZnValue clip = zn_inst_value(unit, zn_get(unit->view->mark.raw, "clip"), NULL);
	if (!zn_is_undefined(clip))
		return zn_truthy(clip);
	for (size_t i = 0; i < 2; i++) { /* scales bound to an interval selection clip, since they may be panned */
		const ZnChannelDef *def = unit->view->encoding[i ? ZN_CH_Y : ZN_CH_X];
		if (def && zn_has(zn_get(def->scale, "domain"), "param"))
			return true;
	}
	for (size_t i = 0; i < zn_len(unit->view->params); i++)
		if (zn_is_string(zn_get(zn_at(unit->view->params, i), "bind"), "scales"))
			return true;
	return zn_view_has_projection(unit->view) && !zn_view_projection_fits(unit->view); /* a map that is not fitted may be larger than its view */
}

void zn_unit_marks(ZnInst *unit, ZnGroup *group)
{
	ZnChart *chart = unit->chart;
	const ZnMark *mark = find(unit->view->mark.type);
	if (!mark) {
		zn_error(chart->context->diags, zn_inst_place(unit, unit->view->mark.pointer), NULL, "the mark “%s” is not supported yet", unit->view->mark.type);
		chart->failed = true;
		return;
	}
	ZnMarkList *list = zn_group_add_marks(chart->context->arena, group);
	list->clip = clipped(unit);
	list->name = unit->view->name;
	ZnEncode *encode = zn_new(chart->context->arena, ZnEncode);
	zn_encode_init(encode, unit, unit->main);
	mark->encode(encode);
	zn_encode_defaults(encode);
	if (!mark->item) {
		zn_mark_paths(encode, mark, list);
		return;
	}
	const size_t *rows = painting_order(encode);
	for (size_t i = 0; i < unit->main->n_rows; i++) {
		ZnItem *item = zn_mark_list_add(chart->context->arena, list, mark->type, ZN_ROLE_MARK);
		zn_item_style(encode, rows[i], item);
		mark->item(encode, rows[i], item);
	}
	if (zn_stack_corners_wanted(encode))
		zn_stack_corners(encode, list, rows);
	if (mark->type == ZN_ITEM_TEXT)
		zn_label_layout(unit, list);
}
