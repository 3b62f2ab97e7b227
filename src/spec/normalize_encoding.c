/* Encodings of marks that become layers: definitions completed, and the transforms inside them taken out. */
#include "data/table.h"
#include "spec/normalize_private.h"

#include <string.h>

static ZnChannel known_channel(const char *name)
{
	ZnChannel channel = zn_channel_parse(name);
	return channel == ZN_CH_NONE ? ZN_CH_KEY : channel; /* xError and its like have no scale or guide either */
}

const ZnChannelDef *zn_normalize_typed(ZnNormalizer *n, const char *channel, ZnValue def)
{
	ZnContext context = *n->context;
	g_autoptr(ZnDiags) diags = zn_diags_new();
	context.diags = diags;
	ZnParser parser = {&context, n->file, n->config};
	return zn_channel_def_parse(&parser, known_channel(channel), def, "");
}

static bool secondary(const char *channel)
{
	const ZnChannelInfo *info = zn_channel_info(known_channel(channel));
	return zn_channel_info(info->main)->secondary == known_channel(channel);
}

/* --- completing definitions --- */

static const char *const measure_names[] = {[ZN_TYPE_NONE] = NULL,    [ZN_QUANTITATIVE] = "quantitative", [ZN_TEMPORAL] = "temporal",
                                            [ZN_ORDINAL] = "ordinal", [ZN_NOMINAL] = "nominal",           [ZN_GEOJSON] = "geojson"};

static ZnValue spell_time_unit(ZnNormalizer *n, ZnValue value)
{
	ZnValue params = zn_is_str(value) ? zn_build(n->arena, {"unit", value}) : value;
	ZnValue unit = zn_get(params, "unit");
	if (!zn_is_str(unit))
		return params;
	if (zn_is_str(value) && g_str_has_prefix(unit.str, "binned")) {
		unit = zn_str(unit.str + strlen("binned"));
		params = zn_with(n->arena, zn_with(n->arena, params, "unit", unit), "binned", zn_bool(true));
	}
	if (g_str_has_prefix(unit.str, "utc"))
		params = zn_with(n->arena, zn_with(n->arena, params, "unit", zn_str(unit.str + strlen("utc"))), "utc", zn_bool(true));
	return params;
}

/* "x" and "-x" as the objects they stand for. */
static ZnValue spell_sort(ZnNormalizer *n, ZnValue sort)
{
	static const char *const channels[] = {"x",    "y",     "color",       "fill",          "stroke",  "strokeWidth",
	                                       "size", "shape", "fillOpacity", "strokeOpacity", "opacity", "text"};
	if (!zn_is_str(sort))
		return sort;
	bool descending = sort.str[0] == '-';
	for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
		if (!strcmp(sort.str + descending, channels[i]))
			return zn_build(n->arena, {"encoding", zn_str(channels[i])}, {"order", descending ? zn_str("descending") : zn_undefined()});
	return sort;
}

static ZnValue complete_field(ZnNormalizer *n, const char *channel, ZnValue def)
{
	const ZnChannelDef *typed = zn_normalize_typed(n, channel, def);
	ZnObject *result = zn_object_copy(n->arena, def.obj);
	if (zn_truthy(zn_get(def, "timeUnit")))
		zn_object_set(n->arena, result, "timeUnit", spell_time_unit(n, zn_get(def, "timeUnit")));
	if (typed->bin == ZN_BIN_BINNING)
		zn_object_set(n->arena, result, "bin", typed->bin_params);
	if (zn_has(def, "type") || !secondary(channel))
		zn_object_set(n->arena, result, "type", zn_str(measure_names[typed->type]));
	if (zn_has(def, "sort"))
		zn_object_set(n->arena, result, "sort", spell_sort(n, zn_get(def, "sort")));
	return zn_obj(result);
}

static ZnValue complete_datum(ZnNormalizer *n, const char *channel, ZnValue def)
{
	if (zn_truthy(zn_get(def, "type")))
		return def;
	const char *type = measure_names[zn_normalize_typed(n, channel, def)->type];
	return type ? zn_with(n->arena, def, "type", zn_str(type)) : def;
}

static ZnValue complete(ZnNormalizer *n, const char *channel, ZnValue def)
{
	if (zn_is_str(def) || zn_is_num(def) || zn_is_bool(def))
		return zn_build(n->arena, {"value", def});
	if (zn_json_is_field_def(def))
		return complete_field(n, channel, def);
	if (zn_json_is_field_or_datum_def(def))
		return complete_datum(n, channel, def);
	ZnValue condition = zn_json_conditional(def);
	return zn_is_undefined(condition) ? def : zn_with(n->arena, def, "condition", complete(n, channel, condition));
}

ZnValue zn_normalize_encoding(ZnNormalizer *n, ZnValue encoding)
{
	ZnObject *result = zn_object_new(n->arena);
	for (size_t i = 0; zn_is_obj(encoding) && i < zn_len(encoding); i++) {
		const ZnMember *member = &encoding.obj->members[i];
		zn_object_set(n->arena, result, member->key, complete(n, member->key, member->value));
	}
	return zn_obj(result);
}

/* --- taking transforms out --- */

/* A column as a field that a definition can name: dots, brackets and quotes of its name escaped. */
static const char *escape_column(ZnArena *arena, const char *column)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (const char *p = column; *p; p++) {
		if (strchr(".[]'\"", *p))
			g_string_append_c(text, '\\');
		g_string_append_c(text, *p);
	}
	return zn_arena_strdup(arena, text->str);
}

/* {"argmax": "a"}, {"exponential": 0.5}: operations written as objects. */
static const char *operation_name(ZnValue aggregate)
{
	return zn_is_obj(aggregate) && zn_len(aggregate) ? aggregate.obj->members[0].key : zn_is_str(aggregate) ? aggregate.str : NULL;
}

static bool arg_operation(const char *name)
{
	return !strcmp(name, "argmax") || !strcmp(name, "argmin");
}

static bool composite_operation(const char *name)
{
	return !strcmp(name, "boxplot") || !strcmp(name, "errorbar") || !strcmp(name, "errorband");
}

static const char *column_name(ZnNormalizer *n, const ZnChannelDef *typed, ZnValue def)
{
	const char *op = operation_name(zn_get(def, "aggregate")), *field = typed->field ? zn_field_parse(n->arena, typed->field)->name : "";
	if (op && !typed->aggregate)
		return zn_arena_printf(n->arena, "%s_%s", op, field);
	const char *column = zn_channel_def_column(n->arena, typed, NULL);
	return column == typed->field ? field : column;
}

/* The aggregate as an entry of a transform; def refers to its result. */
static void extract_aggregate(ZnNormalizer *n, ZnExtracted *out, ZnValue def, const char *column, ZnObject *result)
{
	ZnValue aggregate = zn_get(def, "aggregate"), field = zn_get(def, "field");
	const char *op = operation_name(aggregate);
	if (!op || composite_operation(op))
		return;
	if (zn_is_obj(aggregate) && arg_operation(op)) {
		ZnValue arg = aggregate.obj->members[0].value;
		column = zn_arena_printf(n->arena, "%s_%s", op, zn_is_str(arg) ? zn_field_parse(n->arena, arg.str)->name : "");
		zn_object_set(n->arena, result, "field", zn_strf(n->arena, "%s.%s", column, zn_is_str(field) ? field.str : ""));
		aggregate = zn_str(op);
	}
	zn_array_push(n->arena, out->aggregate,
	              zn_build(n->arena, {"op", aggregate}, {"as", zn_str(column)}, {"field", zn_truthy(field) ? field : zn_undefined()}));
}

static void extract_bin(ZnNormalizer *n, ZnExtracted *out, const char *channel, ZnValue def, const ZnChannelDef *typed, ZnObject *result)
{
	ZnArena *arena = n->arena;
	const ZnChannelInfo *info = zn_channel_info(known_channel(channel));
	const char *column = zn_channel_def_column(arena, typed, NULL);
	zn_array_push(arena, out->bins, zn_build(arena, {"bin", zn_get(def, "bin")}, {"field", zn_get(def, "field")}, {"as", zn_str(column)}));
	zn_array_push(arena, out->groupby, zn_str(escape_column(arena, zn_channel_def_column(arena, typed, "end"))));
	if (info->scaled && (typed->type == ZN_ORDINAL || typed->type == ZN_NOMINAL))
		zn_array_push(arena, out->groupby, zn_str(escape_column(arena, zn_channel_def_column(arena, typed, "range"))));
	if (info->position)
		zn_object_set(arena, out->encoding.obj, zn_channel_info(info->secondary)->name,
		              zn_build(arena, {"field", zn_strf(arena, "%s_end", column)}));
	zn_object_set(arena, result, "bin", zn_str("binned"));
	if (!secondary(channel))
		zn_object_set(arena, result, "type", zn_str("quantitative"));
}

static void extract_time_unit(ZnNormalizer *n, ZnExtracted *out, const char *channel, ZnValue def, const ZnChannelDef *typed,
                              ZnObject *result)
{
	ZnArena *arena = n->arena;
	zn_array_push(arena, out->time_units,
	              zn_build(arena, {"timeUnit", zn_get(def, "timeUnit")}, {"field", zn_get(def, "field")},
	                       {"as", zn_str(zn_channel_def_column(arena, typed, NULL))}));
	if (!zn_has(def, "type") || typed->type == ZN_TEMPORAL)
		return;
	/* The new column is a time although its type does not say so. */
	const ZnChannelInfo *info = zn_channel_info(known_channel(channel));
	const char *guide = info->position ? "axis" : info->legend ? "legend" : NULL;
	ZnValue format = zn_build(arena, {"formatType", zn_str("time")});
	if (!strcmp(channel, "text") || !strcmp(channel, "tooltip"))
		zn_object_set(arena, result, "formatType", zn_str("time"));
	else if (guide)
		zn_object_set(arena, result, guide, zn_spread(arena, format, zn_get(def, guide)));
}

static bool guide_has_title(ZnValue def)
{
	static const char *const guides[] = {"axis", "legend", "header"};
	for (size_t i = 0; i < G_N_ELEMENTS(guides); i++)
		if (zn_is_obj(zn_get(def, guides[i])))
			return zn_truthy(zn_get2(def, guides[i], "title"));
	return false;
}

/* The definition that refers to the results of def's transforms, which are added to *out. */
static ZnValue extract_field(ZnNormalizer *n, ZnExtracted *out, const char *channel, ZnValue def)
{
	ZnArena *arena = n->arena;
	ZnValue aggregate = zn_get(def, "aggregate"), time_unit = zn_get(def, "timeUnit"), bin = zn_get(def, "bin");
	if (!zn_truthy(aggregate) && !zn_truthy(time_unit) && !zn_truthy(bin)) {
		zn_array_push(arena, out->groupby, zn_get(def, "field"));
		return def;
	}
	const ZnChannelDef *typed = zn_normalize_typed(n, channel, def);
	const char *column = column_name(n, typed, def);
	ZnObject *result = zn_object_new(arena);
	if (!guide_has_title(def))
		zn_object_set(arena, result, "title",
		              zn_is_undefined(typed->title) ? zn_str(zn_channel_def_title(arena, typed, n->config)) : typed->title);
	ZnValue rest = zn_without(arena, def, ZN_KEYS("field", "aggregate", "bin", "timeUnit"));
	for (size_t i = 0; i < zn_len(rest); i++)
		zn_object_set(arena, result, rest.obj->members[i].key, rest.obj->members[i].value);
	zn_object_set(arena, result, "field", zn_str(column));
	if (zn_truthy(aggregate)) {
		extract_aggregate(n, out, def, column, result);
	} else {
		zn_array_push(arena, out->groupby, zn_str(column));
		if (typed->bin == ZN_BIN_BINNING)
			extract_bin(n, out, channel, def, typed, result);
		else if (typed->has_time_unit && !typed->time_unit.binned)
			extract_time_unit(n, out, channel, def, typed, result);
	}
	return zn_obj(result);
}

static ZnValue extract_def(ZnNormalizer *n, ZnExtracted *out, const char *channel, ZnValue def)
{
	return zn_json_is_field_def(def) ? extract_field(n, out, channel, def) : def;
}

ZnExtracted zn_normalize_extract(ZnNormalizer *n, ZnValue encoding)
{
	ZnExtracted out = {zn_array_new(n->arena, 0), zn_array_new(n->arena, 0), zn_array_new(n->arena, 0), zn_array_new(n->arena, 0),
	                   zn_obj(zn_object_new(n->arena))};
	for (size_t i = 0; zn_is_obj(encoding) && i < zn_len(encoding); i++) {
		const ZnMember *member = &encoding.obj->members[i];
		ZnValue def = member->value;
		if (zn_is_arr(def)) {
			ZnArray *list = zn_array_new(n->arena, zn_len(def));
			for (size_t k = 0; k < zn_len(def); k++)
				zn_array_push(n->arena, list, extract_def(n, &out, member->key, zn_at(def, k)));
			def = zn_arr(list);
		} else {
			def = extract_def(n, &out, member->key, def);
		}
		zn_object_set(n->arena, out.encoding.obj, member->key, def);
	}
	return out;
}
