#include "base/json.h"
#include "data/table.h"
#include "spec/composite_private.h"

#include <string.h>

void zn_composite_init(ZnComposite *c, ZnNormalizer *n, const ZnScope *scope, ZnValue spec, const char *name)
{
	*c = (ZnComposite){.n = n, .arena = n->arena, .name = name, .pointer = zn_normalize_pointer(n, scope, spec)};
	c->mark = zn_json_mark_def(n, spec);
	c->config = zn_get(n->config, name);
	c->encoding = zn_normalize_encoding(n, zn_get(spec, "encoding"));
	c->outer = zn_without(n->arena, spec, ZN_KEYS("mark", "encoding", "params", "projection"));
	if (zn_len(zn_get(spec, "params")))
		zn_normalize_warning(n, zn_json_pointer(n->arena, c->pointer, "params"), NULL, "selections of the mark “%s” are not supported",
		                     name);
}

bool zn_json_continuous(ZnComposite *c, const char *channel)
{
	ZnValue def = zn_get(c->encoding, channel);
	if (zn_json_is_field_def(def) && zn_has(def, "type")) {
		const ZnChannelDef *typed = zn_normalize_typed(c->n, channel, def);
		return typed->type == ZN_TEMPORAL || (typed->type == ZN_QUANTITATIVE && typed->bin == ZN_BIN_NONE);
	}
	return zn_is_num(zn_get(def, "datum"));
}

static bool time_format(ZnComposite *c, const char *channel)
{
	ZnValue def = zn_get(c->encoding, channel);
	ZnValue format = zn_has(def, "format") || zn_has(def, "formatType") ? zn_get(def, "formatType") : zn_get2(def, "axis", "formatType");
	if (zn_truthy(format))
		return zn_is_string(format, "time");
	return zn_is_string(zn_get(def, "type"), "temporal") || zn_truthy(zn_get(def, "timeUnit"));
}

static bool fail(ZnComposite *c, const char *hint, const char *message)
{
	zn_normalize_error(c->n, zn_json_pointer(c->arena, c->pointer, "encoding"), hint, "%s", message);
	return false;
}

bool zn_composite_orient(ZnComposite *c)
{
	ZnValue orient = zn_get(c->mark, "orient");
	ZnValue ax = zn_get2(c->encoding, "x", "aggregate"), ay = zn_get2(c->encoding, "y", "aggregate");
	bool x = zn_json_continuous(c, "x"), y = zn_json_continuous(c, "y");
	if (zn_is_str(orient))
		c->vertical = !strcmp(orient.str, "vertical");
	else if (!x && !y)
		return fail(c, "give x or y the type quantitative", zn_arena_printf(c->arena, "the mark “%s” needs a continuous axis", c->name));
	else if (x != y)
		c->vertical = y;
	else if (zn_is_string(ax, c->name) && zn_is_string(ay, c->name))
		return fail(c, NULL, "both x and y cannot have an aggregate");
	else if (!zn_truthy(ay) && zn_is_string(ax, c->name))
		c->vertical = false;
	else if (!zn_truthy(ax) && zn_is_string(ay, c->name))
		c->vertical = true;
	else
		c->vertical = !(time_format(c, "y") && !time_format(c, "x"));
	return true;
}

ZnValue zn_composite_axis_channel(ZnComposite *c, const char *suffix)
{
	const char *channel = zn_arena_printf(c->arena, "%s%s", c->axis, suffix);
	ZnValue def = zn_get(c->encoding, channel), aggregate = zn_get(def, "aggregate");
	if (!zn_truthy(aggregate))
		return def;
	if (!zn_is_string(aggregate, c->name))
		zn_normalize_warning(c->n, zn_json_pointer(c->arena, zn_json_pointer(c->arena, c->pointer, "encoding"), channel), NULL,
		                     "the aggregate of %s is left out: the mark “%s” aggregates the field itself", channel, c->name);
	return zn_without(c->arena, def, ZN_KEYS("aggregate"));
}

bool zn_composite_set_axis(ZnComposite *c)
{
	c->axis = c->vertical ? "y" : "x";
	c->axis_def = zn_composite_axis_channel(c, "");
	c->field = zn_get_str(c->axis_def, "field", "");
	return *c->field || fail(c, NULL, zn_arena_printf(c->arena, "the mark “%s” needs a field on its %s axis", c->name, c->axis));
}

const char *zn_composite_ticks_orient(const ZnComposite *c)
{
	return c->vertical ? "horizontal" : "vertical";
}

ZnValue zn_composite_title(const ZnComposite *c)
{
	return zn_has(c->axis_def, "title") ? zn_get(c->axis_def, "title") : zn_get(c->axis_def, "field");
}

const char *zn_composite_datum(const ZnComposite *c, const char *field)
{
	g_autoptr(GString) text = g_string_new("datum['");
	for (; *field; field++) {
		if (*field == '\'')
			g_string_append_c(text, '\\');
		g_string_append_c(text, *field);
	}
	g_string_append(text, "']");
	return zn_arena_strdup(c->arena, text->str);
}

const char *zn_composite_column(const ZnComposite *c, const char *prefix)
{
	return zn_arena_printf(c->arena, "%s%s", prefix, zn_field_parse(c->arena, c->field)->name);
}

/* --- parts --- */

bool zn_composite_has_part(const ZnComposite *c, const char *part)
{
	ZnValue own = zn_get(c->mark, part);
	return zn_truthy(zn_is_undefined(own) ? zn_get(c->config, part) : own);
}

ZnValue zn_composite_part_mark(const ZnComposite *c, const char *part, ZnValue mark)
{
	static const char *const shared[] = {"clip", "color", "opacity"};
	ZnValue result = zn_spread(c->arena, zn_get(c->config, part), zn_undefined());
	for (size_t i = 0; i < G_N_ELEMENTS(shared); i++)
		if (zn_truthy(zn_get(c->mark, shared[i])))
			zn_object_set(c->arena, result.obj, shared[i], zn_get(c->mark, shared[i]));
	result = zn_spread(c->arena, result, mark);
	zn_object_set(c->arena, result.obj, "style", zn_strf(c->arena, "%s-%s", c->name, part));
	return zn_spread(c->arena, result, zn_get(c->mark, part));
}

void zn_composite_add(ZnComposite *c, ZnArray *layers, const ZnCompositePart *part)
{
	if (!zn_composite_has_part(c, part->name))
		return;
	ZnValue position =
	    zn_build(c->arena, {"field", zn_strf(c->arena, "%s_%s", part->prefix, c->field)}, {"type", zn_get(c->axis_def, "type")},
	             {"title", zn_composite_title(c)}, {"scale", zn_get(c->axis_def, "scale")}, {"axis", zn_get(c->axis_def, "axis")});
	ZnValue encoding = zn_build(c->arena, {c->axis, position});
	if (part->prefix2)
		encoding = zn_with(c->arena, encoding, zn_arena_printf(c->arena, "%s2", c->axis),
		                   zn_build(c->arena, {"field", zn_strf(c->arena, "%s_%s", part->prefix2, c->field)}));
	encoding = zn_spread(c->arena, zn_spread(c->arena, encoding, part->encoding), part->extra);
	zn_array_push(c->arena, layers,
	              zn_build(c->arena, {"mark", zn_composite_part_mark(c, part->name, part->mark)}, {"encoding", encoding},
	                       {ZN_POINTER_KEY, zn_str(c->pointer)}));
}

/* --- tooltips --- */

static void push_once(ZnArena *arena, ZnArray *list, size_t from, ZnValue value)
{
	for (size_t i = from; i < list->n; i++)
		if (zn_same(list->items[i], value))
			return;
	zn_array_push(arena, list, value);
}

static void push_field(ZnArena *arena, ZnArray *list, size_t from, ZnValue def)
{
	ZnValue field = zn_json_is_field_def(def) ? def : zn_get(def, "condition");
	if (zn_json_is_field_def(field))
		push_once(arena, list, from, zn_without(arena, field, ZN_KEYS("legend", "axis", "header", "scale")));
}

ZnValue zn_composite_tooltip(ZnComposite *c, const ZnSummary *summaries, size_t n_summaries, ZnValue encoding, bool with_field)
{
	if (zn_has(encoding, "tooltip"))
		return zn_build(c->arena, {"tooltip", zn_get(encoding, "tooltip")});
	ZnArray *list = zn_array_new(c->arena, n_summaries);
	const char *of = with_field ? zn_arena_printf(c->arena, " of %s", zn_to_str(c->arena, zn_composite_title(c))) : "";
	for (size_t i = 0; i < n_summaries; i++)
		zn_array_push(c->arena, list,
		              zn_build(c->arena, {"field", zn_strf(c->arena, "%s%s", summaries[i].prefix, c->field)},
		                       {"type", zn_get(c->axis_def, "type")}, {"title", zn_strf(c->arena, "%s%s", summaries[i].title, of)}));
	for (size_t i = 0; i < zn_len(encoding); i++) {
		ZnValue def = encoding.obj->members[i].value;
		if (!zn_json_has_field(def))
			continue;
		for (size_t k = 0; k < (zn_is_arr(def) ? zn_len(def) : 1); k++)
			push_field(c->arena, list, n_summaries, zn_is_arr(def) ? zn_at(def, k) : def);
	}
	return zn_build(c->arena, {"tooltip", zn_arr(list)});
}
