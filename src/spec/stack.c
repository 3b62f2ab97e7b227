/* Whether and how a unit's marks stack (Vega-Lite's stack properties). */
#include "base/json.h"
#include "spec/view.h"

#include <string.h>

static bool one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(*list, word))
			return true;
	return false;
}

static bool unbinned_quantitative(const ZnChannelDef *def)
{
	return def && def->is_field && def->type == ZN_QUANTITATIVE && def->bin == ZN_BIN_NONE;
}

static bool bar_or_area(const char *mark)
{
	return !strcmp(mark, "bar") || !strcmp(mark, "area");
}

static ZnChannel stacked_channel(const ZnView *view, ZnChannel x, ZnChannel y)
{
	const ZnChannelDef *dx = view->encoding[x], *dy = view->encoding[y];
	bool cartesian_bar = x == ZN_CH_X && bar_or_area(view->mark.type);
	bool vertical = view->mark.orient && !strcmp(view->mark.orient, "vertical");
	bool horizontal = view->mark.orient && !strcmp(view->mark.orient, "horizontal");
	if (dx && dy && dx->is_field && dy->is_field) {
		if (unbinned_quantitative(dx) && unbinned_quantitative(dy)) {
			if (zn_truthy(dx->stack))
				return x;
			if (zn_truthy(dy->stack))
				return y;
			if (!dx->aggregate != !dy->aggregate)
				return dx->aggregate ? x : y;
			if (cartesian_bar)
				return vertical ? y : horizontal ? x : ZN_CH_NONE;
			return ZN_CH_NONE;
		}
		return unbinned_quantitative(dx) ? x : unbinned_quantitative(dy) ? y : ZN_CH_NONE;
	}
	if (unbinned_quantitative(dx))
		return cartesian_bar && vertical ? ZN_CH_NONE : x;
	if (unbinned_quantitative(dy))
		return cartesian_bar && horizontal ? ZN_CH_NONE : y;
	return ZN_CH_NONE;
}

static ZnChannel dimension_of(ZnChannel channel)
{
	switch (channel) {
	case ZN_CH_X:
		return ZN_CH_Y;
	case ZN_CH_Y:
		return ZN_CH_X;
	case ZN_CH_THETA:
		return ZN_CH_RADIUS;
	default:
		return ZN_CH_THETA;
	}
}

static void add_groupby(ZnContext *context, ZnView *view, ZnChannel channel, const char *stacked, GPtrArray *fields)
{
	const ZnChannelDef *def = zn_view_channel(view, channel);
	if (!def || !def->is_field)
		return;
	const char *column = zn_channel_def_column(context->arena, def, NULL);
	if (!column || (stacked && !strcmp(column, stacked)))
		return;
	view->stack.groupby_channels[view->stack.n_groupby++] = channel;
	g_ptr_array_add(fields, (void *)column);
}

static bool has_aggregate(const ZnView *view)
{
	for (int i = 0; i < ZN_N_CHANNELS; i++)
		for (const ZnChannelDef *def = view->encoding[i]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (data && data->aggregate)
				return true;
		}
	return false;
}

/* The fields of colour, detail and the like that tell the stacked pieces apart. */
static void collect_by(ZnContext *context, ZnView *view, const GPtrArray *groupby)
{
	static const ZnChannel channels[] = {ZN_CH_COLOR, ZN_CH_FILL, ZN_CH_STROKE, ZN_CH_OPACITY, ZN_CH_FILL_OPACITY, ZN_CH_STROKE_OPACITY,
										 ZN_CH_STROKE_WIDTH, ZN_CH_STROKE_DASH, ZN_CH_SIZE, ZN_CH_ANGLE, ZN_CH_SHAPE, ZN_CH_ORDER, ZN_CH_TEXT,
										 ZN_CH_DETAIL, ZN_CH_KEY, ZN_CH_HREF, ZN_CH_URL, ZN_CH_DESCRIPTION};
	size_t cap = 0;
	for (size_t c = 0; c < G_N_ELEMENTS(channels); c++)
		for (const ZnChannelDef *def = view->encoding[channels[c]]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->is_field || data->aggregate)
				continue;
			const char *column = zn_channel_def_column(context->arena, data, NULL);
			bool grouped = false;
			for (guint i = 0; i < groupby->len; i++)
				grouped |= !strcmp(g_ptr_array_index(groupby, i), column);
			if (!grouped)
				zn_push(context->arena, view->stack.by, view->stack.n_by, cap, data);
		}
}

static ZnStackOffset parse_offset(const ZnView *view, ZnValue stack)
{
	if (zn_is_undefined(stack))
		return one_of(view->mark.type, (const char *const[]){"bar", "area", "arc", NULL}) ? ZN_STACK_ZERO : ZN_STACK_NONE;
	if (zn_is_bool(stack))
		return stack.b ? ZN_STACK_ZERO : ZN_STACK_NONE;
	return zn_is_string(stack, "zero") ? ZN_STACK_ZERO : zn_is_string(stack, "center") ? ZN_STACK_CENTER : zn_is_string(stack, "normalize") ? ZN_STACK_NORMALIZE : ZN_STACK_NONE;
}

static bool quantitative_offset(const ZnView *view, ZnChannel offset)
{
	const ZnChannelDef *def = view->encoding[offset];
	return def && (unbinned_quantitative(def) || (def->is_datum && zn_is_num(def->datum)));
}

/* A colour domain that the spec gives steers the order of offsets, else of the stack. */
void zn_stack_align_order(ZnContext *context, ZnView *view)
{
	ZnArena *arena = context->arena;
	const ZnChannelDef *color = view->encoding[ZN_CH_FILL] ? view->encoding[ZN_CH_FILL] : view->encoding[ZN_CH_COLOR];
	ZnChannelDef *offset = view->encoding[ZN_CH_XOFFSET] ? view->encoding[ZN_CH_XOFFSET] : view->encoding[ZN_CH_YOFFSET];
	ZnValue domain = color ? zn_get(color->scale, "domain") : zn_undefined();
	if (view->encoding[ZN_CH_ORDER] || !zn_is_arr(domain) || !color->is_field || !color->field || color->type != ZN_NOMINAL)
		return;
	if (offset && offset->is_field && !zn_truthy(offset->sort)) {
		offset->sort = domain;
		return;
	}
	if (view->stack.offset == ZN_STACK_NONE)
		return;
	g_autoptr(GString) list = g_string_new(NULL);
	zn_json_write(list, domain);
	const char *as = zn_arena_printf(arena, "_%s_sort_index", color->field);
	ZnObject *calculate = zn_object_new(arena);
	zn_object_set(arena, calculate, "calculate", zn_strf(arena, "indexof(%s, datum['%s'])", list->str, color->field));
	zn_object_set(arena, calculate, "as", zn_str(as));
	ZnArray *transforms = zn_array_new(arena, zn_len(view->transforms) + 1);
	for (size_t i = 0; i < zn_len(view->transforms); i++)
		zn_array_push(arena, transforms, zn_at(view->transforms, i));
	zn_array_push(arena, transforms, zn_obj(calculate));
	view->transforms = zn_arr(transforms);
	ZnChannelDef *order = zn_new(arena, ZnChannelDef);
	*order = (ZnChannelDef){.channel = ZN_CH_ORDER, .pointer = color->pointer, .is_field = true, .field = as, .type = ZN_QUANTITATIVE};
	order->sort = zn_str(view->mark.orient && !strcmp(view->mark.orient, "horizontal") ? "ascending" : "descending");
	view->encoding[ZN_CH_ORDER] = order;
}

void zn_stack_init(ZnContext *context, ZnView *view)
{
	memset(&view->stack, 0, sizeof view->stack);
	view->stack.field_channel = ZN_CH_NONE;
	if (!one_of(view->mark.type, (const char *const[]){"arc", "bar", "area", "rule", "point", "circle", "square", "line", "text", "tick", NULL}))
		return;
	ZnChannel channel = stacked_channel(view, ZN_CH_X, ZN_CH_Y);
	if (channel == ZN_CH_NONE)
		channel = stacked_channel(view, ZN_CH_THETA, ZN_CH_RADIUS);
	if (channel == ZN_CH_NONE)
		return;
	const ZnChannelDef *stacked = view->encoding[channel];
	if (zn_is_undefined(stacked->stack) && ((channel == ZN_CH_X && !view->encoding[ZN_CH_Y] && quantitative_offset(view, ZN_CH_YOFFSET)) ||
											(channel == ZN_CH_Y && !view->encoding[ZN_CH_X] && quantitative_offset(view, ZN_CH_XOFFSET))))
		return;
	const char *stacked_column = zn_channel_def_column(context->arena, stacked, NULL);
	g_autoptr(GPtrArray) groupby = g_ptr_array_new();
	ZnChannel dimension = dimension_of(channel);
	add_groupby(context, view, dimension, stacked_column, groupby);
	add_groupby(context, view, zn_channel_info(dimension)->offset, stacked_column, groupby);
	collect_by(context, view, groupby);
	ZnStackOffset offset = parse_offset(view, stacked->stack);
	if (offset == ZN_STACK_NONE || (has_aggregate(view) && view->stack.n_by == 0))
		return;
	if (zn_channel_def_data(zn_view_channel(view, zn_channel_info(channel)->secondary)))
		return;
	view->stack.offset = offset;
	view->stack.field_channel = channel;
	view->stack.impute = !zn_is_null(stacked->impute) && zn_path_mark(view->mark.type);
}
