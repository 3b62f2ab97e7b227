/* Repeats: a view for each field, and the fields in the place of {"repeat": "row"}. */
#include "spec/normalize_private.h"

#include <string.h>

static ZnValue lookup(const ZnRepeater *repeater, const char *name)
{
	const struct {
		const char *name;
		ZnValue value;
	} known[] = {{"row", repeater->row}, {"column", repeater->column}, {"repeat", repeater->repeat}, {"layer", repeater->layer}};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (!strcmp(known[i].name, name))
			return known[i].value;
	return zn_undefined();
}

/* Replaces def[key] where it is a reference. False = the reference leads nowhere: reported. */
static bool replace_member(ZnNormalizer *n, const ZnScope *scope, ZnValue *def, const char *key)
{
	ZnValue name = zn_get2(*def, key, "repeat");
	if (!zn_is_str(name))
		return true;
	ZnValue field = scope->repeater ? lookup(scope->repeater, name.str) : zn_undefined();
	if (zn_is_nullish(field)) {
		zn_normalize_error(n, zn_spot_pointer(n->arena, scope->spot), NULL, "{\"repeat\": \"%s\"} is not inside a repeat of “%s”", name.str,
		                   name.str);
		return false;
	}
	*def = zn_with(n->arena, *def, key, field);
	return true;
}

static ZnValue replace_field_or_datum(ZnNormalizer *n, const ZnScope *scope, ZnValue def)
{
	if (!zn_json_is_field_def(def)) {
		ZnObject *before = def.obj;
		if (!replace_member(n, scope, &def, "datum"))
			return zn_undefined();
		return def.obj != before && !zn_has(def, "type") ? zn_with(n->arena, def, "type", zn_str("nominal")) : def;
	}
	if (!replace_member(n, scope, &def, "field"))
		return zn_undefined();
	ZnValue sort = zn_get(def, "sort");
	if (zn_is_obj(zn_get(sort, "field")) && replace_member(n, scope, &sort, "field"))
		def = zn_with(n->arena, def, "sort", sort);
	return def;
}

ZnValue zn_normalize_repeat_ref(ZnNormalizer *n, const ZnScope *scope, ZnValue def)
{
	if (zn_json_is_field_or_datum_def(def)) {
		ZnValue replaced = replace_field_or_datum(n, scope, def);
		return zn_is_undefined(replaced) && zn_has(def, "condition") ? zn_build(n->arena, {"condition", zn_get(def, "condition")})
		                                                             : replaced;
	}
	ZnValue condition = zn_json_conditional(def);
	if (zn_is_undefined(condition))
		return def;
	ZnValue replaced = replace_field_or_datum(n, scope, condition);
	return zn_is_obj(replaced) && replaced.obj == condition.obj ? def : zn_with(n->arena, def, "condition", replaced);
}

static bool same(ZnValue a, ZnValue b)
{
	return a.type == b.type && (zn_is_obj(a) ? a.obj == b.obj : zn_is_arr(a) ? a.arr == b.arr : true);
}

static ZnValue replace_list(ZnNormalizer *n, const ZnScope *scope, ZnValue list)
{
	ZnArray *replaced = zn_array_new(n->arena, zn_len(list));
	bool changed = false;
	for (size_t i = 0; i < zn_len(list); i++) {
		ZnValue def = zn_normalize_repeat_ref(n, scope, zn_at(list, i));
		changed |= !same(def, zn_at(list, i));
		if (!zn_is_undefined(def))
			zn_array_push(n->arena, replaced, def);
	}
	return changed ? zn_arr(replaced) : list;
}

ZnValue zn_normalize_repeat_refs(ZnNormalizer *n, const ZnScope *scope, ZnValue mapping)
{
	ZnValue result = mapping;
	for (size_t i = 0; zn_is_obj(mapping) && i < zn_len(mapping); i++) {
		const ZnMember *member = &mapping.obj->members[i];
		ZnValue def = zn_is_arr(member->value) ? replace_list(n, scope, member->value) : zn_normalize_repeat_ref(n, scope, member->value);
		if (!same(def, member->value))
			result = zn_with(n->arena, result, member->key, def);
	}
	return result;
}

/* --- repeated views --- */

static const char *child_name(ZnNormalizer *n, const ZnScope *scope, ZnValue child, const char *suffix)
{
	const char *name = zn_get_str(child, "name", "");
	return zn_arena_printf(n->arena, "%s%s%schild__%s", name, *name ? "_" : "", scope->prefix ? scope->prefix : "", suffix);
}

static const char *part_name(ZnNormalizer *n, const char *part, ZnValue value)
{
	return zn_arena_printf(n->arena, "%s%s", part, zn_var_name(n->arena, zn_to_str(n->arena, value)));
}

/* One view of a repeat, under its own name. */
static ZnValue repeated(ZnNormalizer *n, const ZnScope *scope, ZnValue child, const ZnRepeater *repeater, const char *suffix,
                        ZnValue (*map)(ZnNormalizer *, const ZnScope *, ZnValue))
{
	const char *name = child_name(n, scope, child, suffix);
	ZnSpot spot = {scope->spot, "spec", 0};
	ZnScope inner = *scope;
	inner.spot = &spot;
	inner.repeater = repeater;
	inner.prefix = name;
	if (zn_is_obj(child) && !zn_has(child, ZN_POINTER_KEY))
		child = zn_with(n->arena, child, ZN_POINTER_KEY, zn_str(zn_spot_pointer(n->arena, &spot)));
	ZnValue view = map(n, &inner, child);
	return zn_is_undefined(view) ? view : zn_with(n->arena, view, "name", zn_str(name));
}

static ZnValue repeat_layer(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue repeat = zn_get(spec, "repeat"), child = zn_get(spec, "spec"), values = zn_get(repeat, "layer");
	if (zn_truthy(zn_get(repeat, "row")) || zn_truthy(zn_get(repeat, "column"))) {
		ZnValue layers = zn_build(n->arena, {"repeat", zn_build(n->arena, {"layer", values})}, {"spec", child},
		                          {ZN_POINTER_KEY, zn_str(zn_normalize_pointer(n, scope, spec))});
		spec = zn_with(n->arena, spec, "repeat", zn_without(n->arena, repeat, ZN_KEYS("layer")));
		return zn_normalize_repeat(n, scope, zn_with(n->arena, spec, "spec", layers));
	}
	ZnArray *layers = zn_array_new(n->arena, zn_len(values));
	for (size_t i = 0; i < zn_len(values); i++) {
		ZnRepeater repeater = scope->repeater ? *scope->repeater : (ZnRepeater){0};
		repeater.layer = zn_at(values, i);
		ZnValue view = repeated(n, scope, child, &repeater, part_name(n, "layer_", repeater.layer), zn_normalize_layer_or_unit);
		if (!zn_is_undefined(view))
			zn_array_push(n->arena, layers, view);
	}
	return zn_with(n->arena, zn_without(n->arena, spec, ZN_KEYS("repeat", "spec")), "layer", zn_arr(layers));
}

/* The values a direction runs over: those of the repeat, else the one of the repeat around it. */
static ZnValue values_or_outer(ZnNormalizer *n, ZnValue values, ZnValue outer)
{
	if (zn_is_arr(values))
		return values;
	ZnArray *one = zn_array_new(n->arena, 1);
	zn_array_push(n->arena, one, outer);
	return zn_arr(one);
}

static ZnValue repeat_grid(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue repeat = zn_get(spec, "repeat"), child = zn_get(spec, "spec");
	ZnRepeater outer = scope->repeater ? *scope->repeater : (ZnRepeater){0};
	bool wrapped = zn_is_arr(repeat), by_row = zn_is_arr(zn_get(repeat, "row")), by_column = zn_is_arr(zn_get(repeat, "column"));
	if (!wrapped && zn_truthy(zn_get(spec, "columns")))
		zn_normalize_warning(n, zn_normalize_pointer(n, scope, spec), NULL, "“columns” has no effect on a repeat with rows or columns");
	ZnValue fields = values_or_outer(n, repeat, outer.repeat);
	ZnValue rows = values_or_outer(n, zn_get(repeat, "row"), outer.row),
	        columns = values_or_outer(n, zn_get(repeat, "column"), outer.column);
	ZnArray *views = zn_array_new(n->arena, 0);
	size_t n_views = zn_len(fields) * zn_len(rows) * zn_len(columns);
	for (size_t i = 0; i < n_views; i++) {
		ZnRepeater inner = {.row = zn_at(rows, i / zn_len(columns) % zn_len(rows)),
		                    .column = zn_at(columns, i % zn_len(columns)),
		                    .repeat = zn_at(fields, i / (zn_len(rows) * zn_len(columns))),
		                    .layer = outer.layer};
		const char *suffix = wrapped ? part_name(n, "", inner.repeat)
		                             : zn_arena_printf(n->arena, "%s%s", by_row ? part_name(n, "row_", inner.row) : "",
		                                               by_column ? part_name(n, "column_", inner.column) : "");
		ZnValue view = repeated(n, scope, child, &inner, suffix, zn_normalize_view);
		if (zn_is_undefined(view))
			break;
		zn_array_push(n->arena, views, zn_without(n->arena, view, ZN_KEYS("data")));
	}
	ZnValue data = zn_is_nullish(zn_get(child, "data")) ? zn_get(spec, "data") : zn_get(child, "data");
	ZnValue concat = zn_build(n->arena, {"data", data}, {"align", zn_str("all")});
	concat = zn_spread(n->arena, concat, zn_without(n->arena, spec, ZN_KEYS("repeat", "spec", "data")));
	concat = zn_with(n->arena, concat, "columns", wrapped ? zn_get(spec, "columns") : zn_num(by_column ? (double)zn_len(columns) : 1));
	return zn_with(n->arena, concat, "concat", zn_arr(views));
}

ZnValue zn_normalize_repeat(ZnNormalizer *n, const ZnScope *scope, ZnValue spec)
{
	ZnValue repeat = zn_get(spec, "repeat");
	if (!zn_is_arr(repeat) && !zn_is_obj(repeat)) {
		zn_normalize_error(n, zn_normalize_pointer(n, scope, spec), "[\"a\", \"b\"] or {\"row\": [\"a\", \"b\"]}",
		                   "“repeat” is a list of fields or lists of them by row, column or layer");
		return zn_undefined();
	}
	return zn_is_arr(zn_get(repeat, "layer")) ? repeat_layer(n, scope, spec) : repeat_grid(n, scope, spec);
}
