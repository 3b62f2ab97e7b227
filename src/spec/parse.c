/* A normalised specification -> the tree of typed views. */
#include "spec/parse.h"

#include "base/json.h"
#include "spec/normalize.h"

#include <string.h>

static ZnView *parse_view(ZnParser *p, ZnView *parent, ZnValue raw, const char *pointer);

static void parse_resolve_map(ZnParser *p, ZnValue map, ZnResolve *out)
{
	for (size_t i = 0; zn_is_obj(map) && i < zn_len(map); i++) {
		ZnChannel channel = zn_channel_parse(map.obj->members[i].key);
		if (channel != ZN_CH_NONE)
			out[channel] = zn_is_string(map.obj->members[i].value, "independent") ? ZN_RESOLVE_INDEPENDENT : ZN_RESOLVE_SHARED;
	}
}

static void parse_resolve(ZnParser *p, ZnView *view, ZnValue resolve)
{
	parse_resolve_map(p, zn_get(resolve, "scale"), view->resolve_scale);
	parse_resolve_map(p, zn_get(resolve, "axis"), view->resolve_guide);
	parse_resolve_map(p, zn_get(resolve, "legend"), view->resolve_guide);
}

static void parse_channel(ZnParser *p, ZnView *view, ZnChannel channel, ZnValue raw, const char *pointer)
{
	if (zn_is_null(raw))
		return;
	if (!zn_is_arr(raw)) {
		view->encoding[channel] = zn_channel_def_parse(p, channel, raw, pointer);
		return;
	}
	ZnChannelDef **link = &view->encoding[channel]; /* detail, order and tooltip take several */
	for (size_t i = 0; i < zn_len(raw); i++) {
		*link = zn_channel_def_parse(p, channel, zn_at(raw, i), zn_json_pointer_index(p->context->arena, pointer, i));
		link = &(*link)->next;
	}
}

/* Channels that not all marks have (Vega-Lite's supportMark): marks that do, and marks that do where the position is binned already. */
static const struct { ZnChannel channel; const char *marks, *binned; } supported[] = {
#define RANGES " area bar image rect rule ", " circle point square tick line trail "
	{ZN_CH_X2, RANGES}, {ZN_CH_Y2, RANGES}, {ZN_CH_LATITUDE2, RANGES}, {ZN_CH_LONGITUDE2, RANGES},
#undef RANGES
	{ZN_CH_SIZE, " point tick rule circle square bar text line trail ", ""},
	{ZN_CH_STROKE_DASH, " line point tick rule circle square bar geoshape ", ""},
	{ZN_CH_SHAPE, " point geoshape ", ""}, {ZN_CH_TEXT, " text ", ""}, {ZN_CH_ANGLE, " point square text ", ""}, {ZN_CH_URL, " image ", ""},
	{ZN_CH_THETA, " text arc ", ""}, {ZN_CH_RADIUS, " text arc ", ""}, {ZN_CH_THETA2, " arc ", ""}, {ZN_CH_RADIUS2, " arc ", ""}};

static void drop_unsupported(ZnParser *p, ZnView *view)
{
	g_autofree char *mark = g_strdup_printf(" %s ", view->mark.type);
	for (size_t i = 0; i < G_N_ELEMENTS(supported); i++) {
		const ZnChannelDef *def = view->encoding[supported[i].channel];
		const ZnChannelDef *main = view->encoding[zn_channel_info(supported[i].channel)->main];
		bool binned = main && main->is_field && main->bin == ZN_BIN_BINNED;
		if (!def || strstr(supported[i].marks, mark) || (binned && strstr(supported[i].binned, mark)))
			continue;
		zn_warning(p->context->diags, zn_pointer(p->file, def->pointer), NULL, "the mark “%s” has no “%s”: it is left out", view->mark.type,
				   zn_channel_info(supported[i].channel)->name);
		view->encoding[supported[i].channel] = NULL;
	}
}

static void parse_encoding(ZnParser *p, ZnView *view, ZnValue encoding, const char *pointer)
{
	for (size_t i = 0; zn_is_obj(encoding) && i < zn_len(encoding); i++) {
		const ZnMember *member = &encoding.obj->members[i];
		const char *place = zn_json_pointer(p->context->arena, pointer, member->key);
		ZnChannel channel = zn_channel_parse(member->key);
		if (channel == ZN_CH_NONE)
			zn_error(p->context->diags, zn_pointer(p->file, place), zn_did_you_mean(p->context->arena, member->key, zn_channel_names()),
					 "“%s” is not an encoding channel", member->key);
		else
			parse_channel(p, view, channel, member->value, place);
	}
	drop_unsupported(p, view);
	const ZnChannelDef *size = view->encoding[ZN_CH_SIZE];
	if (size && size->is_field && size->aggregate && !strcmp(view->mark.type, "line")) { /* a line has one width */
		zn_warning(p->context->diags, zn_pointer(p->file, size->pointer), "use the mark “trail”", "a line cannot change its size: “size” is left out");
		view->encoding[ZN_CH_SIZE] = NULL;
	}
	/* An offset inside a continuous position has no band to move in (Vega-Lite drops it). */
	for (ZnChannel main = ZN_CH_X; main <= ZN_CH_Y; main++) {
		const ZnChannelDef *position = view->encoding[main], *offset = view->encoding[zn_channel_info(main)->offset];
		if (offset && offset->is_field && position && position->is_field && (position->type == ZN_QUANTITATIVE || position->type == ZN_TEMPORAL) &&
			!position->has_time_unit && zn_is_undefined(zn_get(position->scale, "type"))) {
			zn_warning(p->context->diags, zn_pointer(p->file, offset->pointer), NULL, "%sOffset is dropped: %s is continuous",
					   zn_channel_info(main)->name, zn_channel_info(main)->name);
			view->encoding[zn_channel_info(main)->offset] = NULL;
		}
	}
}

static const char *const marks[] = {"arc", "area", "bar", "circle", "geoshape", "image", "line", "point", "rect", "rule", "square", "text", "tick", "trail", NULL};

static void parse_mark(ZnParser *p, ZnView *view, ZnValue mark)
{
	ZnArena *arena = p->context->arena;
	view->mark.pointer = zn_json_pointer(arena, view->pointer, "mark");
	ZnValue type = zn_is_obj(mark) ? zn_get(mark, "type") : mark;
	ZnObject *raw = zn_is_obj(mark) ? zn_object_copy(arena, mark.obj) : zn_object_new(arena);
	view->mark.type = zn_is_str(type) ? type.str : "";
	zn_object_set(arena, raw, "type", type);
	view->mark.raw = zn_obj(raw);
	for (size_t i = 0; marks[i]; i++)
		if (!strcmp(marks[i], view->mark.type))
			return;
	zn_error(p->context->diags, zn_pointer(p->file, view->mark.pointer), zn_did_you_mean(arena, view->mark.type, marks),
			 "“%s” is not a mark", view->mark.type);
}

ZnView *zn_unit_probe(ZnParser *p, ZnValue mark, ZnValue encoding)
{
	ZnView *view = zn_new(p->context->arena, ZnView);
	view->config = p->config;
	view->pointer = "";
	view->file = p->file;
	parse_mark(p, view, mark);
	parse_encoding(p, view, encoding, "/encoding");
	zn_mark_init(p->context, view);
	zn_stack_init(p->context, view);
	return view;
}

static void parse_unit(ZnParser *p, ZnView *view)
{
	view->kind = ZN_VIEW_UNIT;
	parse_mark(p, view, zn_get(view->raw, "mark"));
	parse_encoding(p, view, zn_get(view->raw, "encoding"), zn_json_pointer(p->context->arena, view->pointer, "encoding"));
	view->projection = zn_get(view->raw, "projection");
	zn_mark_init(p->context, view);
	zn_stack_init(p->context, view);
	zn_stack_align_order(p->context, view);
}

static void parse_children(ZnParser *p, ZnView *view, const char *key)
{
	ZnArena *arena = p->context->arena;
	ZnValue list = zn_get(view->raw, key);
	const char *pointer = zn_json_pointer(arena, view->pointer, key);
	view->children = zn_new_n(arena, ZnView *, MAX(zn_len(list), 1));
	for (size_t i = 0; i < zn_len(list); i++) {
		ZnView *child = parse_view(p, view, zn_at(list, i), zn_json_pointer_index(arena, pointer, i));
		if (child)
			view->children[view->n_children++] = child;
	}
}

static void parse_facet(ZnParser *p, ZnView *view, ZnValue facet)
{
	ZnArena *arena = p->context->arena;
	const char *pointer = zn_json_pointer(arena, view->pointer, "facet");
	view->kind = ZN_VIEW_FACET;
	view->columns = (int)CLAMP(zn_get_num(view->raw, "columns", 0), 0, 1e6);
	if (zn_has(facet, "row") || zn_has(facet, "column")) {
		parse_channel(p, view, ZN_CH_ROW, zn_has(facet, "row") ? zn_get(facet, "row") : zn_null(), zn_json_pointer(arena, pointer, "row"));
		parse_channel(p, view, ZN_CH_COLUMN, zn_has(facet, "column") ? zn_get(facet, "column") : zn_null(), zn_json_pointer(arena, pointer, "column"));
	} else {
		parse_channel(p, view, ZN_CH_FACET, facet, pointer);
	}
	for (const ZnChannel *c = (const ZnChannel[]){ZN_CH_ROW, ZN_CH_COLUMN, ZN_CH_FACET, ZN_CH_NONE}; *c != ZN_CH_NONE; c++)
		if (view->encoding[*c] && !view->encoding[*c]->field)
			zn_error(p->context->diags, zn_pointer(p->file, view->encoding[*c]->pointer), NULL, "a facet needs a “field” to split by");
	if (!view->encoding[ZN_CH_ROW] && !view->encoding[ZN_CH_COLUMN] && !view->encoding[ZN_CH_FACET])
		zn_error(p->context->diags, zn_pointer(p->file, pointer), NULL, "a facet needs a “row”, a “column” or a “field”");
	view->children = zn_new_n(arena, ZnView *, 1);
	ZnView *child = parse_view(p, view, zn_get(view->raw, "spec"), zn_json_pointer(arena, view->pointer, "spec"));
	if (child)
		view->children[view->n_children++] = child;
}

static void parse_concat(ZnParser *p, ZnView *view, const char *key)
{
	view->kind = ZN_VIEW_CONCAT;
	view->columns = !strcmp(key, "vconcat") ? 1 : !strcmp(key, "hconcat") ? 0 : (int)CLAMP(zn_get_num(view->raw, "columns", 0), 0, 1e6);
	parse_children(p, view, key);
}

static ZnView *parse_view(ZnParser *p, ZnView *parent, ZnValue raw, const char *pointer)
{
	ZnView *view = zn_new(p->context->arena, ZnView);
	view->raw = raw;
	view->pointer = zn_get_str(raw, ZN_POINTER_KEY, pointer); /* normalising moved it from there */
	view->file = p->file;
	view->parent = parent;
	view->config = p->config;
	view->name = zn_get_str(raw, "name", NULL);
	view->data = zn_get(raw, "data");
	view->transforms = zn_get(raw, "transform");
	view->title = zn_get(raw, "title");
	view->width = zn_get(raw, "width");
	view->height = zn_get(raw, "height");
	view->view_background = zn_get(raw, "view");
	view->params = zn_get(raw, "params");
	view->spacing = zn_get(raw, "spacing");
	view->align = zn_get(raw, "align");
	view->bounds = zn_get(raw, "bounds");
	view->center = zn_get(raw, "center");
	view->mark.type = "";
	parse_resolve(p, view, zn_get(raw, "resolve"));
	if (zn_has(raw, "layer")) {
		view->kind = ZN_VIEW_LAYER;
		parse_children(p, view, "layer");
	} else if (zn_has(raw, "facet")) {
		parse_facet(p, view, zn_get(raw, "facet"));
	} else if (zn_has(raw, "mark")) {
		parse_unit(p, view);
	} else {
		for (const char *const *key = (const char *const[]){"hconcat", "vconcat", "concat", NULL}; *key; key++)
			if (zn_has(raw, *key)) {
				parse_concat(p, view, *key);
				return view;
			}
		zn_error(p->context->diags, zn_pointer(p->file, pointer), "a view has a mark, or a layer, concat, hconcat, vconcat, facet or repeat of views",
				 "this is not a view: it has no “mark”");
		return NULL;
	}
	return view;
}

ZnView *zn_spec_parse(ZnContext *context, const char *file, ZnValue spec, ZnValue theme)
{
	if (!zn_is_obj(spec)) {
		zn_error(context->diags, zn_pointer(file, ""), NULL, "a Vega-Lite specification is a JSON object");
		return NULL;
	}
	size_t before = zn_diags_count(context->diags, ZN_ERROR);
	zn_spec_check(context, file, spec);
	if (zn_diags_count(context->diags, ZN_ERROR) > before)
		return NULL;
	ZnParser parser = {context, file, zn_config_merge(context, file, theme, zn_get(spec, "config"))};
	spec = zn_spec_normalize(context, file, spec, parser.config);
	if (zn_diags_count(context->diags, ZN_ERROR) > before)
		return NULL;
	ZnView *view = parse_view(&parser, NULL, spec, "");
	return zn_diags_count(context->diags, ZN_ERROR) > before ? NULL : view;
}
