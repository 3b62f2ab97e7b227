/* The walk over a spec's views: composition, facets of units, what layers share; and what is settled once for the whole spec. */
#include "spec/normalize_private.h"

#include <string.h>

#define LIMIT_VIEWS 20000 /* a repeat of repeats multiplies; far beyond any page */

static ZnValue unit(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);

/* --- what layers share --- */

static ZnValue merge_channel(ZnNormalizer *n, ZnValue own, ZnValue parent, bool keep)
{
	if (zn_json_is_field_or_datum_def(own))
		return zn_spread(n->arena, parent, own);
	ZnValue condition = zn_json_conditional(own);
	if (!zn_is_undefined(condition))
		return zn_with(n->arena, own, "condition", zn_spread(n->arena, parent, condition));
	if (!zn_is_undefined(own))
		return own;
	bool complete = zn_json_is_field_or_datum_def(parent) || zn_has(parent, "value") || zn_is_arr(parent);
	return keep || complete ? parent : zn_undefined();
}

/* A layer's own channels complete what the layers around it give. `keep` holds what is no full definition for the layers below. */
static ZnValue merge_encoding(ZnNormalizer *n, ZnValue parent, ZnValue own, bool keep)
{
	ZnValue merged = own;
	if (zn_is_obj(parent)) {
		ZnObject *object = zn_object_new(n->arena);
		const ZnValue both[] = {parent, own};
		for (size_t side = 0; side < G_N_ELEMENTS(both); side++)
			for (size_t i = 0; zn_is_obj(both[side]) && i < zn_len(both[side]); i++) {
				const char *channel = both[side].obj->members[i].key;
				ZnValue def = zn_object_lookup(object, channel) ? zn_undefined()
				                                                : merge_channel(n, zn_get(own, channel), zn_get(parent, channel), keep);
				if (!zn_is_undefined(def))
					zn_object_set(n->arena, object, channel, def);
			}
		merged = zn_obj(object);
	}
	return zn_len(merged) ? merged : zn_undefined();
}

static ZnValue merge_projection(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue own = zn_get(spec, "projection");
	if (zn_is_obj(own) && zn_is_obj(scope->projection))
		zn_normalize_warning(n, zn_normalize_pointer(n, scope, spec), NULL, "the projection here replaces the one of the layer around it");
	return zn_is_nullish(own) ? scope->projection : own;
}

/* Names inside a repeat are told apart by the repeated field. */
static ZnValue prefix_name(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	const char *name = zn_get_str(spec, "name", NULL);
	if (!name || !*name || !scope->prefix || !*scope->prefix)
		return spec;
	return zn_with(n->arena, spec, "name", zn_strf(n->arena, "%s_%s", scope->prefix, name));
}

/* --- composition --- */

typedef ZnValue (*MapChild)(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);

static ZnValue children(ZnNormalizer *n, const ZnScope *scope, ZnValue spec, const char *key, MapChild map)
{
	ZnValue list = zn_get(spec, key);
	if (!zn_is_arr(list)) {
		zn_normalize_error(n, zn_normalize_pointer(n, scope, spec), NULL, "“%s” is a list of views", key);
		return zn_undefined();
	}
	ZnArray *mapped = zn_array_new(n->arena, zn_len(list));
	ZnSpot here = {scope->spot, key, 0};
	for (size_t i = 0; i < zn_len(list); i++) {
		ZnSpot spot = {&here, NULL, i};
		ZnScope inner = *scope;
		inner.spot = &spot;
		ZnValue child = map(n, &inner, zn_at(list, i));
		if (!zn_is_undefined(child))
			zn_array_push(n->arena, mapped, child);
	}
	return zn_with(n->arena, spec, key, zn_arr(mapped));
}

static ZnValue layer(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnScope inner = *scope;
	inner.encoding = merge_encoding(n, scope->encoding, zn_normalize_repeat_refs(n, scope, zn_get(spec, "encoding")), true);
	inner.projection = merge_projection(n, scope, spec);
	spec = prefix_name(n, scope, zn_without(n->arena, spec, ZN_KEYS("encoding", "projection")));
	return children(n, &inner, spec, "layer", zn_normalize_layer_or_unit);
}

static ZnValue hconcat(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	return children(n, scope, spec, "hconcat", zn_normalize_view);
}

static ZnValue vconcat(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	return children(n, scope, spec, "vconcat", zn_normalize_view);
}

static ZnValue concat(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	return children(n, scope, spec, "concat", zn_normalize_view);
}

static bool facet_mapping(ZnValue facet)
{
	return zn_has(facet, "row") || zn_has(facet, "column");
}

static ZnValue facet(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue def = zn_get(spec, "facet");
	if (facet_mapping(def) && zn_truthy(zn_get(spec, "columns"))) {
		zn_normalize_warning(n, zn_normalize_pointer(n, scope, spec), NULL, "“columns” has no effect on a facet with rows or columns");
		spec = zn_without(n->arena, spec, ZN_KEYS("columns"));
	}
	def = facet_mapping(def) ? zn_normalize_repeat_refs(n, scope, def) : zn_normalize_repeat_ref(n, scope, def);
	ZnSpot spot = {scope->spot, "spec", 0};
	ZnScope inner = *scope;
	inner.spot = &spot;
	ZnValue child = zn_normalize_view(n, &inner, zn_get(spec, "spec"));
	return zn_is_undefined(child) ? child : zn_with(n->arena, zn_with(n->arena, spec, "facet", def), "spec", child);
}

/* --- units with row, column or facet channels --- */

static const char *const facet_channels[] = {"row", "column", "facet"};
static const char *const facet_layout[] = {"align", "center", "spacing", "columns"};

static bool faceted(ZnValue spec)
{
	ZnValue encoding = zn_get(spec, "encoding");
	for (size_t i = 0; i < G_N_ELEMENTS(facet_channels); i++)
		if (zn_json_has_field(zn_get(encoding, facet_channels[i])))
			return true;
	return false;
}

static ZnValue without_layout(ZnNormalizer *n, const ZnScope *scope, ZnValue def)
{
	return zn_normalize_repeat_ref(n, scope, zn_without(n->arena, def, ZN_KEYS("align", "center", "spacing", "columns")));
}

/* Moves the layout that row and column channels carry out to the facet: "spacing" of row becomes "spacing": {"row": ...}. */
static ZnValue facet_rows_and_columns(ZnNormalizer *n, const ZnScope *scope, ZnValue encoding, ZnObject *outer)
{
	ZnObject *mapping = zn_object_new(n->arena);
	for (size_t c = 0; c < 2; c++) {
		ZnValue def = zn_get(encoding, facet_channels[c]);
		if (!zn_is_obj(def))
			continue;
		zn_object_set(n->arena, mapping, facet_channels[c], without_layout(n, scope, def));
		for (size_t i = 0; i < 3; i++) {
			ZnValue value = zn_get(def, facet_layout[i]);
			if (zn_is_undefined(value))
				continue;
			const ZnValue *old = zn_object_lookup(outer, facet_layout[i]);
			ZnValue pair = c == 1 && old && zn_has(zn_get(encoding, "row"), facet_layout[i]) ? *old : zn_undefined();
			zn_object_set(n->arena, outer, facet_layout[i], zn_with(n->arena, pair, facet_channels[c], value));
		}
	}
	return zn_obj(mapping);
}

static ZnValue facet_wrapped(ZnNormalizer *n, const ZnScope *scope, ZnValue encoding, ZnObject *outer)
{
	ZnValue def = zn_get(encoding, "facet");
	for (size_t i = 0; i < G_N_ELEMENTS(facet_layout); i++)
		if (zn_truthy(zn_get(def, facet_layout[i])))
			zn_object_set(n->arena, outer, facet_layout[i], zn_get(def, facet_layout[i]));
	return without_layout(n, scope, def);
}

static ZnValue faceted_unit(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	static const char *const moved[] = {"width", "height", "view", "projection", "mark", "params"};
	ZnValue encoding = zn_get(spec, "encoding");
	const char *pointer = zn_normalize_pointer(n, scope, spec);
	ZnObject *outer = zn_object_copy(n->arena, spec.obj), *inner = zn_object_new(n->arena);
	zn_object_remove(outer, "encoding");
	for (size_t i = 0; i < G_N_ELEMENTS(moved); i++) {
		zn_object_remove(outer, moved[i]);
		if (zn_truthy(zn_get(spec, moved[i])))
			zn_object_set(n->arena, inner, moved[i], zn_get(spec, moved[i]));
	}
	bool grid = zn_truthy(zn_get(encoding, "row")) || zn_truthy(zn_get(encoding, "column"));
	if (grid && zn_truthy(zn_get(encoding, "facet")))
		zn_normalize_warning(n, pointer, NULL, "the “facet” channel is dropped: there are “row” or “column” channels");
	ZnValue def = grid ? facet_rows_and_columns(n, scope, encoding, outer) : facet_wrapped(n, scope, encoding, outer);
	zn_object_set(n->arena, inner, "encoding", zn_without(n->arena, encoding, ZN_KEYS("row", "column", "facet")));
	zn_object_set(n->arena, inner, ZN_POINTER_KEY, zn_str(pointer));
	zn_object_set(n->arena, outer, "facet", def);
	zn_object_set(n->arena, outer, "spec", zn_obj(inner));
	return facet(n, scope, zn_obj(outer));
}

/* --- units --- */

static const struct {
	const char *mark;
	ZnValue (*run)(ZnNormalizer *n, const ZnScope *scope, ZnValue spec);
} composites[] = {{"boxplot", zn_composite_boxplot}, {"errorbar", zn_composite_errorbar}, {"errorband", zn_composite_errorband}};

static ZnValue unit_in_layer(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue projection = merge_projection(n, scope, spec);
	ZnValue encoding = merge_encoding(n, scope->encoding, zn_get(spec, "encoding"), false);
	if (zn_is_obj(projection))
		spec = zn_with(n->arena, spec, "projection", projection);
	if (zn_is_obj(encoding))
		spec = zn_with(n->arena, spec, "encoding", encoding);
	return unit(n, &(ZnScope){.spot = scope->spot, .overlaid = scope->overlaid}, spec);
}

static ZnValue unit(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue encoding = zn_get(spec, "encoding");
	ZnValue replaced = zn_normalize_repeat_refs(n, scope, encoding);
	if (zn_is_obj(encoding) && replaced.obj != encoding.obj)
		spec = zn_with(n->arena, spec, "encoding", replaced);
	spec = prefix_name(n, scope, spec);
	if (zn_is_obj(scope->encoding) || zn_is_obj(scope->projection))
		return unit_in_layer(n, scope, spec);
	const char *mark = zn_json_mark_type(spec);
	for (size_t i = 0; i < G_N_ELEMENTS(composites); i++)
		if (!strcmp(composites[i].mark, mark))
			return composites[i].run(n, scope, spec);
	if (zn_overlay_applies(n, scope, spec))
		return zn_overlay_run(n, scope, spec);
	if (zn_ranged_line_applies(spec))
		return zn_ranged_line_run(n, scope, spec);
	return spec;
}

static bool room_for_view(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	if (!zn_is_obj(spec)) {
		zn_normalize_error(n, zn_spot_pointer(n->arena, scope->spot), NULL, "a view is a JSON object");
		return false;
	}
	if (++n->n_views > LIMIT_VIEWS) {
		if (n->n_views == LIMIT_VIEWS + 1)
			zn_normalize_error(n, zn_normalize_pointer(n, scope, spec), "repeats inside repeats multiply", "more than %d views",
			                   LIMIT_VIEWS);
		return false;
	}
	return true;
}

static ZnValue no_view(ZnNormalizer *n, const ZnScope *scope, ZnValue spec, const char *expected)
{
	zn_normalize_error(n, zn_normalize_pointer(n, scope, spec), expected, "this is not a view: it has no “mark”");
	return zn_undefined();
}

ZnValue zn_normalize_layer_or_unit(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	if (!room_for_view(n, scope, spec))
		return zn_undefined();
	if (zn_has(spec, "layer"))
		return layer(n, scope, spec);
	if (zn_has(spec, "mark"))
		return unit(n, scope, spec);
	return no_view(n, scope, spec, "a layer holds units with a mark and further layers");
}

ZnValue zn_normalize_view(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	static const struct {
		const char *key;
		MapChild map;
	} compositions[] = {
	    {"facet", facet}, {"repeat", zn_normalize_repeat}, {"hconcat", hconcat}, {"vconcat", vconcat}, {"concat", concat}, {"layer", layer},
	    {"mark", unit}};
	if (!room_for_view(n, scope, spec))
		return zn_undefined();
	if (zn_has(spec, "mark") && faceted(spec))
		return faceted_unit(n, scope, spec);
	for (size_t i = 0; i < G_N_ELEMENTS(compositions); i++)
		if (zn_has(spec, compositions[i].key))
			return compositions[i].map(n, scope, spec);
	return no_view(n, scope, spec, "a view has a mark, or a layer, concat, hconcat, vconcat, facet or repeat of views");
}

/* --- the whole spec --- */

static bool named(const ZnArray *params, ZnValue name)
{
	for (size_t i = 0; i < params->n; i++)
		if (zn_is_str(name) && zn_same(zn_get(params->items[i], "name"), name))
			return true;
	return false;
}

/* The spec's and the config's variable parameters; *spec keeps its selections. */
static ZnArray *take_variables(ZnNormalizer *n, ZnValue *spec)
{
	ZnArray *variables = zn_array_new(n->arena, 0), *selections = zn_array_new(n->arena, 0);
	ZnValue params = zn_get(*spec, "params"), of_config = zn_get(n->config, "params");
	for (size_t i = 0; i < zn_len(params); i++)
		zn_array_push(n->arena, zn_is_selection_param(zn_at(params, i)) ? selections : variables, zn_at(params, i));
	for (size_t i = 0; i < zn_len(of_config); i++)
		if (!named(variables, zn_get(zn_at(of_config, i), "name")))
			zn_array_push(n->arena, variables, zn_at(of_config, i));
	if (zn_is_arr(params))
		*spec = zn_with(n->arena, *spec, "params", selections->n ? zn_arr(selections) : zn_undefined());
	return variables;
}

static ZnValue put_variables(ZnNormalizer *n, ZnValue spec, ZnArray *variables)
{
	if (!variables->n)
		return spec;
	zn_array_append(n->arena, variables, zn_get(spec, "params"));
	return zn_with(n->arena, spec, "params", zn_arr(variables));
}

static ZnValue autosize_object(ZnNormalizer *n, ZnValue autosize)
{
	return zn_is_str(autosize) ? zn_build(n->arena, {"type", autosize}) : autosize;
}

/* "autosize" with what the config and "container" sizes say; left out where it is Vega's own default. */
static ZnValue set_autosize(ZnNormalizer *n, ZnValue spec)
{
	bool single = zn_has(spec, "mark") || zn_has(spec, "layer");
	bool wide = single && zn_is_string(zn_get(spec, "width"), "container"),
	     high = single && zn_is_string(zn_get(spec, "height"), "container");
	ZnValue autosize = zn_build(n->arena, {"type", zn_str("pad")});
	if (wide || high)
		autosize = zn_build(n->arena, {"type", zn_str(wide && high ? "fit" : wide ? "fit-x" : "fit-y")}, {"contains", zn_str("padding")});
	autosize = zn_spread(n->arena, autosize, autosize_object(n, zn_get(n->config, "autosize")));
	autosize = zn_spread(n->arena, autosize, autosize_object(n, zn_get(spec, "autosize")));
	if (!single && zn_is_string(zn_get(autosize, "type"), "fit")) {
		zn_normalize_warning(n, "/autosize", NULL, "“fit” is for single and layered views only");
		autosize = zn_with(n->arena, autosize, "type", zn_str("pad"));
	}
	bool plain = zn_len(autosize) == 1 && zn_is_string(zn_get(autosize, "type"), "pad");
	return plain ? spec : zn_with(n->arena, spec, "autosize", autosize);
}

ZnValue zn_spec_normalize(ZnContext *context, const char *file, ZnValue spec, ZnValue config)
{
	ZnNormalizer n = {
	    .context = context, .arena = context->arena, .file = file, .config = config, .selections = zn_array_new(context->arena, 0)};
	if (zn_is_obj(spec)) {
		ZnArray *variables = take_variables(&n, &spec);
		spec = zn_normalize_old_selections(&n, spec);
		spec = zn_normalize_view(&n, &(ZnScope){0}, spec);
		if (zn_is_undefined(spec))
			return spec;
		return set_autosize(&n, put_variables(&n, zn_normalize_hand_down_selections(&n, spec), variables));
	}
	zn_normalize_error(&n, "", NULL, "a Vega-Lite specification is a JSON object");
	return zn_undefined();
}
