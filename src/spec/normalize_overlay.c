/* Points over lines and areas, lines along areas: one mark becomes layers. And lines with ranges, which are rules. */
#include "base/json.h"
#include "spec/normalize_private.h"

#include <string.h>

#define OVERLAY_OPACITY 0.7 /* of an area below its outline */

static const char *const path_marks[] = {"line", "area", "rule", "trail"};

static bool is_path_mark(const char *mark)
{
	for (size_t i = 0; i < G_N_ELEMENTS(path_marks); i++)
		if (!strcmp(path_marks[i], mark))
			return true;
	return false;
}

/* The properties of an overlay that the mark or else the config asks for: an object, or undefined for none. */
static ZnValue overlay(ZnNormalizer *n, const ZnScope *scope, ZnValue mark, const char *part, bool by_default)
{
	ZnValue empty = zn_build_members(n->arena, NULL, 0);
	ZnValue own = zn_get(mark, part);
	if (zn_is_string(own, "transparent"))
		return zn_build(n->arena, {"opacity", zn_num(0)});
	if (!zn_is_undefined(own))
		return zn_is_obj(own) ? own : zn_truthy(own) ? empty : zn_undefined();
	ZnValue config = scope->overlaid ? zn_undefined() : zn_get2(n->config, zn_get_str(mark, "type", ""), part);
	if (!zn_truthy(config) && !by_default)
		return zn_undefined();
	return zn_is_obj(config) ? config : empty;
}

static ZnValue point_overlay(ZnNormalizer *n, const ZnScope *scope, ZnValue mark, ZnValue encoding)
{
	return overlay(n, scope, mark, "point", zn_truthy(zn_get(encoding, "shape")));
}

static ZnValue line_overlay(ZnNormalizer *n, const ZnScope *scope, ZnValue mark)
{
	return zn_is_string(zn_get(mark, "type"), "area") ? overlay(n, scope, mark, "line", false) : zn_undefined();
}

bool zn_overlay_applies(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	if (!is_path_mark(zn_json_mark_type(spec)))
		return false;
	ZnValue mark = zn_json_mark_def(n, spec);
	return zn_is_obj(point_overlay(n, scope, mark, zn_get(spec, "encoding"))) || zn_is_obj(line_overlay(n, scope, mark));
}

/* How the mark of the encoding stacks. A view typed on trial tells; what it finds wrong, the layers made from it will report. */
static ZnStackProps stack_of(ZnNormalizer *n, ZnValue mark, ZnValue encoding)
{
	ZnContext context = *n->context;
	g_autoptr(ZnDiags) diags = zn_diags_new();
	context.diags = diags;
	ZnParser parser = {&context, n->file, n->config};
	return zn_unit_probe(&parser, mark, encoding)->stack;
}

/* Overlays stack as the mark below them does, and have no second position: that would make them rules. */
static ZnValue overlay_encoding(ZnNormalizer *n, ZnValue mark, ZnValue encoding)
{
	static const char *const offsets[] = {[ZN_STACK_ZERO] = "zero", [ZN_STACK_CENTER] = "center", [ZN_STACK_NORMALIZE] = "normalize"};
	ZnStackProps stack = stack_of(n, mark, encoding);
	if (stack.offset != ZN_STACK_NONE) {
		const char *channel = zn_channel_info(stack.field_channel)->name;
		ZnValue def = zn_with(n->arena, zn_get(encoding, channel), "stack", zn_str(offsets[stack.offset]));
		encoding = zn_with(n->arena, encoding, channel, def);
	}
	return zn_without(n->arena, encoding, ZN_KEYS("x2", "y2"));
}

static ZnValue mark_or_config(ZnNormalizer *n, ZnValue mark, const char *name)
{
	ZnView view = {.config = n->config, .mark = {.type = zn_get_str(mark, "type", ""), .raw = mark}};
	return zn_mark_prop(&view, name, NULL);
}

/* The mark itself, without what asked for overlays. */
static ZnValue base_mark(ZnNormalizer *n, ZnValue mark)
{
	ZnValue base = zn_without(n->arena, mark, ZN_KEYS("point", "line"));
	if (zn_is_string(zn_get(mark, "type"), "area") && zn_is_nullish(mark_or_config(n, mark, "opacity")) &&
	    zn_is_nullish(mark_or_config(n, mark, "fillOpacity")))
		base = zn_with(n->arena, base, "opacity", zn_num(OVERLAY_OPACITY));
	return zn_len(base) > 1 ? base : zn_get(base, "type");
}

static ZnValue overlay_layer(ZnNormalizer *n, ZnValue spec, ZnValue mark, ZnValue encoding, const char *pointer)
{
	ZnValue projection = zn_get(spec, "projection");
	return zn_build(n->arena, {"projection", zn_truthy(projection) ? projection : zn_undefined()}, {"mark", mark}, {"encoding", encoding},
	                {ZN_POINTER_KEY, zn_str(pointer)});
}

ZnValue zn_overlay_run(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnArena *arena = n->arena;
	ZnValue encoding = zn_normalize_encoding(n, zn_get(spec, "encoding")), mark = zn_json_mark_def(n, spec),
	        params = zn_get(spec, "params");
	ZnValue line = line_overlay(n, scope, mark), point = point_overlay(n, scope, mark, encoding);
	const char *pointer = zn_normalize_pointer(n, scope, spec);
	ZnArray *layers = zn_array_new(arena, 3);
	zn_array_push(arena, layers,
	              zn_build(arena, {"name", zn_get(spec, "name")}, {"params", zn_truthy(params) ? params : zn_undefined()},
	                       {"mark", base_mark(n, mark)}, {"encoding", zn_without(arena, encoding, ZN_KEYS("shape"))},
	                       {ZN_POINTER_KEY, zn_str(pointer)}));
	ZnValue above = overlay_encoding(n, mark, encoding);
	if (zn_is_obj(line)) {
		ZnValue base =
		    zn_build(arena, {"type", zn_str("line")}, {"clip", zn_get(mark, "clip")}, {"interpolate", zn_get(mark, "interpolate")},
		             {"tension", zn_get(mark, "tension")}, {"tooltip", zn_get(mark, "tooltip")});
		zn_array_push(arena, layers, overlay_layer(n, spec, zn_spread(arena, base, line), above, pointer));
	}
	if (zn_is_obj(point)) {
		ZnValue base = zn_build(arena, {"type", zn_str("point")}, {"opacity", zn_num(1)}, {"filled", zn_bool(true)},
		                        {"clip", zn_get(mark, "clip")}, {"tooltip", zn_get(mark, "tooltip")});
		zn_array_push(arena, layers, overlay_layer(n, spec, zn_spread(arena, base, point), above, pointer));
	}
	ZnScope inner = *scope;
	inner.overlaid = true;
	spec = zn_without(arena, spec, ZN_KEYS("params", "projection", "mark", "name", "encoding"));
	return zn_normalize_layer_or_unit(n, &inner, zn_with(arena, spec, "layer", zn_arr(layers)));
}

/* --- lines with ranges --- */

bool zn_ranged_line_applies(ZnValue spec)
{
	static const struct {
		const char *main, *second;
	} ranges[] = {{"x", "x2"},         {"y", "y2"},          {"latitude", "latitude2"}, {"longitude", "longitude2"},
	              {"theta", "theta2"}, {"radius", "radius2"}};
	if (strcmp(zn_json_mark_type(spec), "line"))
		return false;
	ZnValue encoding = zn_get(spec, "encoding");
	for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
		ZnValue main = zn_get(encoding, ranges[i].main), bin = zn_get(main, "bin");
		bool binned = zn_is_string(bin, "binned") || zn_is_true(zn_get(bin, "binned"));
		if (zn_truthy(zn_get(encoding, ranges[i].second)) && zn_json_is_field_or_datum_def(main) && !(zn_json_is_field_def(main) && binned))
			return true;
	}
	return false;
}

ZnValue zn_ranged_line_run(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	zn_normalize_warning(n, zn_json_pointer(n->arena, zn_normalize_pointer(n, scope, spec), "mark"), "write \"rule\"",
	                     "a line with a second position is drawn as rules");
	ZnValue mark = zn_get(spec, "mark"), rule = zn_str("rule");
	return zn_normalize_layer_or_unit(n, scope,
	                                  zn_with(n->arena, spec, "mark", zn_is_obj(mark) ? zn_with(n->arena, mark, "type", rule) : rule));
}
