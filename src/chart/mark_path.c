/* Lines, areas and trails: one item for each series of rows. */
#include "chart/mark.h"

#include <math.h>
#include <string.h>

static void encode_line(ZnEncode *e)
{
	e->ignore[ZN_P_SIZE] = e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = true;
	zn_encode_base(e);
	zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	if (e->view->encoding[ZN_CH_SIZE] || !zn_is_undefined(zn_mark_prop(e->view, "size", "strokeWidth")))
		zn_encode_channel(e, ZN_CH_SIZE, ZN_P_STROKE_WIDTH, zn_undefined());
}

static void encode_trail(ZnEncode *e)
{
	zn_encode_base(e);
	zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	zn_encode_channel(e, ZN_CH_SIZE, ZN_P_SIZE, zn_undefined());
}

static bool horizontal(const ZnEncode *e)
{
	return e->view->mark.orient && !strcmp(e->view->mark.orient, "horizontal");
}

static void encode_area(ZnEncode *e)
{
	e->ignore[ZN_P_SIZE] = e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = true;
	zn_encode_base(e);
	static const struct { ZnChannel channel; ZnProp prop; const char *orient; } ways[] = {{ZN_CH_X, ZN_P_X, "horizontal"}, {ZN_CH_Y, ZN_P_Y, "vertical"}};
	bool by_offset = zn_ranged_offset(e->view, ZN_CH_X) || zn_ranged_offset(e->view, ZN_CH_Y);
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
		bool oriented = !g_strcmp0(e->view->mark.orient, ways[i].orient); /* neither where both positions are discrete */
		ZnDefaultPos fallback = by_offset && ways[i].channel == ZN_CH_Y && !e->view->encoding[ZN_CH_Y] ? ZN_DEFAULT_ZERO_OR_MAX : ZN_DEFAULT_ZERO_OR_MIN;
		if (by_offset ? zn_ranged_offset(e->view, ways[i].channel) : oriented)
			zn_position_range(e, ways[i].channel, fallback, ZN_DEFAULT_ZERO_OR_MIN);
		else
			zn_position_point(e, ways[i].channel, fallback, ways[i].prop);
	}
}

/* The fields that split rows into series: colour, detail and the like. */
static ZnArray *series_columns(ZnEncode *e)
{
	static const ZnChannel channels[] = {ZN_CH_COLOR, ZN_CH_FILL, ZN_CH_STROKE, ZN_CH_OPACITY, ZN_CH_FILL_OPACITY, ZN_CH_STROKE_OPACITY,
										 ZN_CH_STROKE_DASH, ZN_CH_STROKE_WIDTH, ZN_CH_SIZE, ZN_CH_DETAIL, ZN_CH_KEY, ZN_CH_ORDER};
	ZnArena *arena = e->unit->chart->context->arena;
	ZnArray *columns = zn_array_new(arena, 4);
	const char *mark = e->view->mark.type;
	for (size_t c = 0; c < G_N_ELEMENTS(channels); c++) {
		if ((channels[c] == ZN_CH_SIZE && !strcmp(mark, "trail")) || (channels[c] == ZN_CH_ORDER && strcmp(mark, "area")))
			continue;
		for (const ZnChannelDef *def = e->view->encoding[channels[c]]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (data && data->is_field && !data->aggregate)
				zn_array_push(arena, columns, zn_str(zn_channel_def_column(arena, data, NULL)));
		}
	}
	return columns;
}

/* Rows by series, in order of first appearance. */
static size_t *group_rows(ZnEncode *e, size_t *n_groups, size_t **starts)
{
	ZnArena *arena = e->unit->chart->context->arena;
	ZnArray *columns = series_columns(e);
	size_t n = e->table->n_rows;
	size_t *group = zn_new_n(arena, size_t, MAX(n, 1)), *rows = zn_new_n(arena, size_t, MAX(n, 1));
	ZnValueSet *set = zn_value_set_new(arena);
	const ZnValue **cells = zn_new_n(arena, const ZnValue *, MAX(columns->n, 1));
	for (size_t c = 0; c < columns->n; c++)
		cells[c] = zn_encode_cells(e, columns->items[c].str);
	for (size_t i = 0; i < n; i++) {
		ZnArray *key = zn_array_new(arena, columns->n);
		for (size_t c = 0; c < columns->n; c++)
			zn_array_push(arena, key, cells[c][i]);
		group[i] = zn_value_set_add(set, zn_arr(key), NULL);
	}
	*n_groups = zn_value_set_values(set)->n;
	*starts = zn_new_n(arena, size_t, *n_groups + 1);
	for (size_t i = 0; i < n; i++)
		(*starts)[group[i] + 1]++;
	for (size_t g = 0; g < *n_groups; g++)
		(*starts)[g + 1] += (*starts)[g];
	size_t *fill = zn_new_n(arena, size_t, *n_groups + 1);
	memcpy(fill, *starts, (*n_groups + 1) * sizeof *fill);
	for (size_t i = 0; i < n; i++)
		rows[fill[group[i]]++] = i;
	return rows;
}

typedef struct Vertex {
	size_t row;
	ZnPoint point;
	bool nowhere; /* along the path: what has no place comes first */
	ZnValue keys[4];
} Vertex;

typedef struct Order {
	size_t n;
	bool descending[4];
} Order;

static int compare(const void *a, const void *b, void *user)
{
	const Vertex *x = a, *y = b;
	const Order *order = user;
	for (size_t k = 0; k < order->n; k++) {
		int result = zn_compare(x->keys[k], y->keys[k]);
		if (result)
			return order->descending[k] ? -result : result;
	}
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Paths run along their dimension, or by the order channel. */
static void sort_vertices(ZnEncode *e, Vertex *vertices, size_t n)
{
	ZnArena *arena = e->unit->chart->context->arena;
	const ZnChannelDef *order = e->view->encoding[ZN_CH_ORDER];
	ZnValue config = zn_mark_prop(e->view, "order", NULL);
	Order by = {0};
	if ((order && order->is_value && (zn_is_null(order->value) || zn_is_false(order->value))) || (!order && (zn_is_null(config) || zn_is_false(config))))
		return;
	if (order && order->is_field && e->view->stack.offset == ZN_STACK_NONE) {
		for (; order && by.n < 4; order = order->next, by.n++) {
			const ZnValue *cells = zn_encode_cells(e, zn_channel_def_column(arena, order, NULL));
			by.descending[by.n] = zn_is_string(order->sort, "descending");
			for (size_t i = 0; i < n; i++)
				vertices[i].keys[by.n] = cells[vertices[i].row];
		}
	} else {
		const ZnChannelDef *dimension = e->view->encoding[horizontal(e) ? ZN_CH_Y : ZN_CH_X];
		if (!dimension || !dimension->is_field)
			return;
		by.n = 1;
		for (size_t i = 0; i < n; i++)
			vertices[i].keys[0] = vertices[i].nowhere ? zn_null() : zn_num(horizontal(e) ? vertices[i].point.y : vertices[i].point.x);
	}
	g_qsort_with_data(vertices, (int)n, sizeof *vertices, compare, &by);
}

/* Columns whose missing values break the path. */
static size_t breaking_columns(ZnEncode *e, const ZnValue *cells[16])
{
	ZnArena *arena = e->unit->chart->context->arena;
	ZnValue mode = zn_mark_prop(e->view, "invalid", NULL);
	size_t n = 0;
	if (!zn_is_str(mode) || !g_str_has_prefix(mode.str, "break-paths"))
		return 0;
	for (int c = 0; c < ZN_N_CHANNELS && n < 16; c++) {
		const ZnChannelDef *def = zn_channel_def_data(e->view->encoding[c]);
		const ZnScale *scale = zn_channel_info(c)->scaled ? zn_inst_scale(e->unit, c) : NULL;
		if (!def || !def->is_field || !scale || zn_scale_type_discrete(scale->type) || zn_channel_def_count(def))
			continue;
		if (!zn_is_undefined(zn_get2(zn_get(e->view->config, "scale"), "invalid", zn_channel_info(c)->name)))
			continue;
		bool mid = def->bin == ZN_BIN_BINNING && e->view->stack.offset != ZN_STACK_NONE && e->view->stack.impute;
		cells[n++] = zn_encode_cells(e, zn_channel_def_column(arena, def, mid ? "mid" : NULL));
	}
	return n;
}

static bool valid(ZnValue value)
{
	return !zn_is_nullish(value) && isfinite(zn_to_num(value));
}

static void add_path(ZnEncode *e, const ZnMark *mark, ZnMarkList *list, const size_t *rows, size_t n)
{
	ZnArena *arena = e->unit->chart->context->arena;
	const ZnValue *breaking[16];
	size_t n_breaking = breaking_columns(e, breaking);
	bool across = horizontal(e);
	Vertex *vertices = zn_new_n(arena, Vertex, n);
	for (size_t i = 0; i < n; i++) {
		ZnPoint *p = &vertices[i].point;
		vertices[i].row = rows[i];
		ZnValue x = zn_rule_eval(e, ZN_P_X, rows[i]), y = zn_rule_eval(e, ZN_P_Y, rows[i]), along = across ? y : x;
		vertices[i].nowhere = zn_is_nullish(along) || (zn_is_num(along) && isnan(along.num));
		p->x = zn_is_nullish(x) ? 0 : zn_to_num(x);
		p->y = zn_is_nullish(y) ? 0 : zn_to_num(y);
		p->x = isnan(p->x) ? 0 : p->x;
		p->y = isnan(p->y) ? 0 : p->y;
		p->x2 = zn_rule_num(e, ZN_P_X2, rows[i], p->x);
		p->y2 = zn_rule_num(e, ZN_P_Y2, rows[i], p->y);
		p->size = zn_rule_num(e, ZN_P_SIZE, rows[i], 2);
		for (size_t k = 0; k < n_breaking; k++)
			p->gap |= !valid(breaking[k][rows[i]]);
	}
	sort_vertices(e, vertices, n);
	ZnItem *item = zn_mark_list_add(arena, list, mark->type, ZN_ROLE_MARK);
	item->line.points = zn_new_n(arena, ZnPoint, n);
	item->line.n = n;
	for (size_t i = 0; i < n; i++)
		item->line.points[i] = vertices[i].point;
	size_t first = vertices[0].row; /* the style is that of the first row */
	zn_item_style(e, first, item);
	ZnCurve curve = ZN_CURVE_LINEAR;
	zn_curve_parse(zn_rule_str(e, ZN_P_INTERPOLATE, first, "linear"), &curve);
	item->curve = (uint8_t)curve;
	item->tension = zn_rule_num(e, ZN_P_TENSION, first, NAN);
	item->orient_horizontal = mark->type == ZN_ITEM_AREA && horizontal(e);
}

void zn_mark_paths(ZnEncode *e, const ZnMark *mark, ZnMarkList *list)
{
	size_t n_groups, *starts;
	size_t *rows = group_rows(e, &n_groups, &starts);
	list->scope = series_columns(e)->n > 0;
	for (size_t g = 0; g < n_groups; g++)
		add_path(e, mark, list, rows + starts[g], starts[g + 1] - starts[g]);
}

const ZnMark zn_mark_line = {"line", encode_line, NULL, ZN_ITEM_LINE};
const ZnMark zn_mark_area = {"area", encode_area, NULL, ZN_ITEM_AREA};
const ZnMark zn_mark_trail = {"trail", encode_trail, NULL, ZN_ITEM_TRAIL};
