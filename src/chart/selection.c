#include "chart/selection.h"

#include <math.h>
#include <string.h>

/* The parameter of that name in a view or below; `view` = where it stands. */
static ZnValue find_param(const ZnView *view, const char *name, const ZnView **found)
{
	for (size_t i = 0; i < zn_len(view->params); i++)
		if (zn_is_string(zn_get(zn_at(view->params, i), "name"), name)) {
			*found = view;
			return zn_at(view->params, i);
		}
	for (size_t i = 0; i < view->n_children; i++) {
		ZnValue param = find_param(view->children[i], name, found);
		if (!zn_is_undefined(param))
			return param;
	}
	return zn_undefined();
}

static bool is_selection(ZnValue param)
{
	return zn_has(param, "select");
}

bool zn_is_selection(const ZnChart *chart, const char *name)
{
	const ZnView *view;
	return is_selection(find_param(chart->root, name, &view));
}

bool zn_is_timer(const ZnChart *chart, const char *name)
{
	const ZnView *view;
	ZnValue on = zn_get2(find_param(chart->root, name, &view), "select", "on");
	return zn_is_string(on, "timer") || zn_is_string(zn_get(on, "type"), "timer");
}

static bool has_timer(const ZnView *view)
{
	for (; view; view = view->parent)
		for (size_t i = 0; i < zn_len(view->params); i++) {
			ZnValue on = zn_get2(zn_at(view->params, i), "select", "on");
			if (zn_is_string(on, "timer") || zn_is_string(zn_get(on, "type"), "timer"))
				return true;
		}
	return false;
}

const ZnTable *zn_first_frame(ZnInst *unit, const ZnTable *table)
{
	ZnArena *arena = unit->chart->context->arena;
	const ZnChannelDef *time = unit->view->encoding[ZN_CH_TIME];
	if (!time || !time->is_field || !has_timer(unit->view))
		return table;
	const ZnValue *cells = zn_field_cells(arena, zn_field_parse(arena, zn_channel_def_column(arena, time, NULL)), table);
	ZnValue domain = zn_get(time->scale, "domain"), first = zn_at(domain, 0);
	for (size_t i = 0; i < table->n_rows && !zn_is_arr(domain); i++)
		if (!zn_is_nullish(cells[i]) && (zn_is_undefined(first) || zn_compare(cells[i], first) < 0))
			first = cells[i];
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1)), n = 0;
	for (size_t i = 0; i < table->n_rows; i++)
		if (zn_equals(cells[i], first))
			rows[n++] = i;
	return zn_table_select(arena, table, rows, n);
}

static void init_view(ZnChart *chart, const ZnView *view)
{
	ZnContext *context = chart->context;
	for (size_t i = 0; i < zn_len(view->params); i++) {
		ZnValue param = zn_at(view->params, i), value = zn_get(param, "value");
		const char *name = zn_get_str(param, "name", NULL), *text = zn_get_str(param, "expr", NULL);
		if (!name)
			continue;
		if (is_selection(param)) {
			zn_object_set(context->arena, chart->signals, name, zn_obj(zn_object_new(context->arena)));
			continue;
		}
		if (text) {
			ZnExprEnv env = {.context = context, .signals = chart->signals, .random = &chart->random, .place = zn_pointer(chart->file, view->pointer)};
			ZnExpr *expr = zn_expr_parse(context, env.place, text, NULL);
			value = expr ? zn_expr_eval(expr, &env) : zn_undefined();
		}
		zn_object_set(context->arena, chart->signals, name, zn_is_undefined(value) ? zn_null() : value);
	}
	for (size_t i = 0; i < view->n_children; i++)
		init_view(chart, view->children[i]);
}

void zn_params_init(ZnChart *chart)
{
	init_view(chart, chart->root);
}

/* --- tests --- */

/* The column that a key of a selection's value means: a channel of its view, or a field. */
static const char *column_of(ZnContext *context, const ZnView *view, const char *key)
{
	ZnChannel channel = zn_channel_parse(key);
	while (view->kind == ZN_VIEW_LAYER && view->n_children)
		view = view->children[0];
	const ZnChannelDef *def = channel == ZN_CH_NONE ? NULL : zn_channel_def_data(view->encoding[channel]);
	return def ? zn_channel_def_column(context->arena, def, NULL) : key;
}

static bool matches(ZnInst *inst, const ZnView *view, const char *key, ZnValue wanted, const ZnTable *table, size_t row)
{
	ZnContext *context = inst->chart->context;
	ZnValue cell = table ? zn_field_get(zn_field_parse(context->arena, column_of(context, view, key)), table, row) : zn_undefined();
	wanted = zn_datum_value(context, wanted, NULL);
	if (zn_is_arr(wanted) && zn_len(wanted) == 2 && zn_is_num(zn_datum_value(context, zn_at(wanted, 0), NULL))) {
		double a = zn_to_num(zn_datum_value(context, zn_at(wanted, 0), NULL)), b = zn_to_num(zn_datum_value(context, zn_at(wanted, 1), NULL)), v = zn_to_num(cell);
		return v >= MIN(a, b) && v <= MAX(a, b);
	}
	for (size_t i = 0; zn_is_arr(wanted) && i < zn_len(wanted); i++)
		if (zn_equals(zn_at(wanted, i), cell))
			return true;
	if (zn_is_date(cell))
		return zn_to_num(wanted) == cell.num;
	return !zn_is_arr(wanted) && zn_equals(wanted, cell);
}

static bool matches_all(ZnInst *inst, const ZnView *view, ZnValue value, const ZnTable *table, size_t row)
{
	for (size_t i = 0; i < zn_len(value); i++)
		if (!matches(inst, view, value.obj->members[i].key, value.obj->members[i].value, table, row))
			return false;
	return true;
}

/* The fields that a point selection with a bare value tests. */
static const char *first_projection(ZnValue param)
{
	ZnValue select = zn_get(param, "select");
	for (const char *const *key = (const char *const[]){"fields", "encodings", NULL}; *key; key++) {
		ZnValue first = zn_at(zn_get(select, *key), 0);
		if (zn_is_str(first))
			return first.str;
	}
	return NULL;
}

bool zn_selection_test(ZnInst *inst, const char *name, bool empty, const ZnTable *table, size_t row)
{
	const ZnView *view = NULL;
	ZnValue param = find_param(inst->chart->root, name, &view);
	if (!is_selection(param)) {
		const ZnValue *value = zn_object_lookup(inst->chart->signals, name);
		return value && zn_truthy(*value);
	}
	ZnValue value = zn_get(param, "value");
	if (zn_is_nullish(value) || (zn_is_arr(value) && !zn_len(value)))
		return empty;
	if (zn_is_obj(value))
		return matches_all(inst, view, value, table, row);
	if (zn_is_arr(value) && zn_is_obj(zn_at(value, 0))) {
		for (size_t i = 0; i < zn_len(value); i++)
			if (matches_all(inst, view, zn_at(value, i), table, row))
				return true;
		return false;
	}
	const char *field = first_projection(param);
	return field ? matches(inst, view, field, value, table, row) : empty;
}

bool zn_selection_call(ZnInst *inst, const char *name, const ZnValue *args, size_t n, ZnValue *result)
{
	ZnArena *arena = inst->chart->context->arena;
	if (!strcmp(name, "vlSelectionTest") && n > 0 && zn_is_str(args[0])) {
		*result = zn_bool(false);
		return true;
	}
	if (!strcmp(name, "data") || !strcmp(name, "indata") || !strcmp(name, "vlSelectionResolve")) { /* stores are empty at first */
		*result = zn_arr(zn_array_new(arena, 1));
		return true;
	}
	return false;
}

/* --- values as predicates, domains, pictures --- */

static ZnValue by_column(ZnInst *inst, const ZnView *view, ZnValue point)
{
	ZnContext *context = inst->chart->context;
	ZnObject *out = zn_object_new(context->arena);
	for (size_t i = 0; i < zn_len(point); i++) {
		ZnValue value = point.obj->members[i].value;
		if (zn_is_arr(value)) {
			ZnArray *items = zn_array_new(context->arena, value.arr->n);
			for (size_t k = 0; k < value.arr->n; k++)
				zn_array_push(context->arena, items, zn_datum_value(context, value.arr->items[k], NULL));
			value = zn_arr(items);
		}
		zn_object_set(context->arena, out, column_of(context, view, point.obj->members[i].key), zn_datum_value(context, value, NULL));
	}
	return zn_obj(out);
}

ZnValue zn_selection_value(ZnInst *inst, const char *name)
{
	ZnArena *arena = inst->chart->context->arena;
	const ZnView *view = NULL;
	ZnValue param = find_param(inst->chart->root, name, &view), value = zn_get(param, "value");
	const char *field = first_projection(param);
	if (!is_selection(param))
		return zn_undefined();
	if (zn_is_nullish(value) || (zn_is_arr(value) && !zn_len(value)))
		return zn_null();
	if (zn_is_obj(value) && (zn_is_string(zn_get(param, "select"), "interval") || zn_is_string(zn_get2(param, "select", "type"), "interval")))
		return by_column(inst, view, value);
	ZnArray *points = zn_array_new(arena, 4);
	for (size_t i = 0; i < (zn_is_arr(value) ? zn_len(value) : 1); i++) {
		ZnValue one = zn_is_arr(value) ? zn_at(value, i) : value;
		if (!zn_is_obj(one) && field) {
			ZnObject *object = zn_object_new(arena);
			zn_object_set(arena, object, field, one);
			one = zn_obj(object);
		}
		zn_array_push(arena, points, by_column(inst, view, one));
	}
	return zn_arr(points);
}

/* The interval of a selection's value for a channel of its unit. */
static ZnValue interval_of(ZnValue param, const ZnView *unit, ZnChannel channel, const char *field)
{
	ZnValue value = zn_get(param, "value");
	ZnValue range = zn_get(value, zn_channel_info(channel)->name);
	const ZnChannelDef *def = unit ? zn_channel_def_data(unit->encoding[channel]) : NULL;
	if (zn_is_undefined(range) && def && def->field)
		range = zn_get(value, def->field);
	if (zn_is_undefined(range) && field)
		range = zn_get(value, field);
	return zn_is_arr(range) && zn_len(range) == 2 ? range : zn_undefined();
}

ZnValue zn_selection_domain(ZnInst *owner, const ZnView *unit, ZnChannel channel, ZnValue domain)
{
	const char *name = zn_get_str(domain, "param", zn_get_str(domain, "selection", NULL));
	const ZnView *view = NULL;
	if (name) {
		ZnValue param = find_param(owner->chart->root, name, &view);
		const char *encoding = zn_get_str(domain, "encoding", NULL);
		return interval_of(param, view, encoding && zn_channel_parse(encoding) != ZN_CH_NONE ? zn_channel_parse(encoding) : channel, zn_get_str(domain, "field", NULL));
	}
	for (size_t i = 0; i < zn_len(unit->params); i++) {
		ZnValue param = zn_at(unit->params, i);
		if (is_selection(param) && zn_is_string(zn_get(param, "bind"), "scales") && (channel == ZN_CH_X || channel == ZN_CH_Y))
			return interval_of(param, unit, channel, NULL);
	}
	return zn_undefined();
}

/* The rectangle that an interval selection's value covers; false when it shows none. */
static bool brush_box(ZnInst *unit, ZnValue param, ZnBox *box)
{
	ZnContext *context = unit->chart->context;
	bool interval = zn_is_string(zn_get(param, "select"), "interval") || zn_is_string(zn_get2(param, "select", "type"), "interval");
	bool any = false;
	if (!interval || zn_is_string(zn_get(param, "bind"), "scales") || !zn_is_obj(zn_get(param, "value")))
		return false;
	*box = (ZnBox){0, 0, unit->width, unit->height};
	for (int i = 0; i < 2; i++) {
		ZnChannel channel = i ? ZN_CH_Y : ZN_CH_X;
		ZnValue range = interval_of(param, unit->view, channel, NULL);
		const ZnScale *scale = zn_inst_scale(unit, channel);
		if (zn_is_undefined(range) || !scale)
			continue;
		const ZnChannelDef *def = zn_channel_def_data(unit->view->encoding[channel]);
		double a = zn_scale_num(scale, zn_datum_value(context, zn_at(range, 0), def)), b = zn_scale_num(scale, zn_datum_value(context, zn_at(range, 1), def));
		if (!isfinite(a) || !isfinite(b))
			return false;
		*(i ? &box->y1 : &box->x1) = MIN(a, b);
		*(i ? &box->y2 : &box->x2) = MAX(a, b);
		any = true;
	}
	return any;
}

static void add_brush(ZnInst *unit, ZnGroup *group, bool above)
{
	ZnArena *arena = unit->chart->context->arena;
	for (size_t i = 0; i < zn_len(unit->view->params); i++) {
		ZnValue param = zn_at(unit->view->params, i), look = zn_get2(param, "select", "mark");
		ZnBox box;
		if (!brush_box(unit, param, &box))
			continue;
		ZnMarkList *list = zn_group_add_marks(arena, group);
		ZnItem *item = zn_mark_list_add(arena, list, ZN_ITEM_RECT, ZN_ROLE_MARK);
		list->clip = true;
		item->x = box.x1;
		item->y = box.y1;
		item->width = box.x2 - box.x1;
		item->height = box.y2 - box.y1;
		if (above) {
			item->stroke.kind = zn_color_parse(zn_get_str(look, "stroke", "white"), &item->stroke.color) ? ZN_PAINT_COLOR : ZN_PAINT_NONE;
			item->stroke_opacity = zn_get_num(look, "strokeOpacity", 1);
			item->stroke_width = zn_get_num(look, "strokeWidth", 1);
		} else {
			item->fill.kind = zn_color_parse(zn_get_str(look, "fill", "#333"), &item->fill.color) ? ZN_PAINT_COLOR : ZN_PAINT_NONE;
			item->fill_opacity = zn_get_num(look, "fillOpacity", 0.125);
		}
	}
}

void zn_brush_below(ZnInst *unit, ZnGroup *group)
{
	add_brush(unit, group, false);
}

void zn_brush_above(ZnInst *unit, ZnGroup *group)
{
	add_brush(unit, group, true);
}
