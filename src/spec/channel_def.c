/* Channel definitions: typing them, and what their columns and titles are called. */
#include "base/json.h"
#include "spec/parse.h"

#include "transform/transform.h"

#include <string.h>

static const struct { const char *name; ZnMeasure type; } type_names[] = {
	{"quantitative", ZN_QUANTITATIVE}, {"temporal", ZN_TEMPORAL}, {"ordinal", ZN_ORDINAL}, {"nominal", ZN_NOMINAL}, {"geojson", ZN_GEOJSON},
	{"Q", ZN_QUANTITATIVE}, {"T", ZN_TEMPORAL}, {"O", ZN_ORDINAL}, {"N", ZN_NOMINAL},
};

static ZnMeasure parse_type(ZnValue value)
{
	if (zn_is_str(value))
		for (size_t i = 0; i < G_N_ELEMENTS(type_names); i++)
			if (!g_ascii_strcasecmp(type_names[i].name, value.str))
				return type_names[i].type;
	return ZN_TYPE_NONE;
}

static bool counting(const char *aggregate)
{
	return aggregate && (!strcmp(aggregate, "count") || !strcmp(aggregate, "valid") || !strcmp(aggregate, "missing") || !strcmp(aggregate, "distinct"));
}

bool zn_channel_def_count(const ZnChannelDef *def)
{
	return counting(def->aggregate);
}

/* Vega-Lite's defaultType: by channel, sort, transform and scale. */
static ZnMeasure default_type(const ZnChannelDef *def)
{
	switch (def->channel) {
	case ZN_CH_LATITUDE:
	case ZN_CH_LONGITUDE:
		return ZN_QUANTITATIVE;
	case ZN_CH_ROW:
	case ZN_CH_COLUMN:
	case ZN_CH_FACET:
	case ZN_CH_SHAPE:
	case ZN_CH_STROKE_DASH:
		return ZN_NOMINAL;
	case ZN_CH_ORDER:
		return ZN_ORDINAL;
	default:
		break;
	}
	if (zn_is_arr(def->sort))
		return ZN_ORDINAL;
	if (def->has_time_unit)
		return ZN_TEMPORAL;
	if (def->bin != ZN_BIN_NONE || (def->aggregate && !def->arg_field))
		return ZN_QUANTITATIVE;
	ZnScaleType scale;
	ZnValue name = zn_get(def->scale, "type");
	if (zn_is_str(name) && zn_scale_type_parse(name.str, &scale)) {
		if (scale == ZN_SCALE_TIME || scale == ZN_SCALE_UTC)
			return ZN_TEMPORAL;
		if (zn_scale_type_continuous(scale) || zn_scale_type_discretizing(scale))
			return ZN_QUANTITATIVE;
	}
	return ZN_NOMINAL;
}

/* How many bins a channel can show (Vega-Lite's autoMaxBins). */
static int auto_max_bins(ZnChannel channel)
{
	switch (channel) {
	case ZN_CH_ROW:
	case ZN_CH_COLUMN:
	case ZN_CH_SIZE:
	case ZN_CH_COLOR:
	case ZN_CH_FILL:
	case ZN_CH_STROKE:
	case ZN_CH_STROKE_WIDTH:
	case ZN_CH_OPACITY:
	case ZN_CH_FILL_OPACITY:
	case ZN_CH_STROKE_OPACITY:
	case ZN_CH_SHAPE:
		return 6;
	case ZN_CH_STROKE_DASH:
		return 4;
	default:
		return 10;
	}
}

static void parse_bin(ZnParser *p, ZnChannelDef *def, ZnValue bin)
{
	if (zn_is_nullish(bin) || zn_is_false(bin))
		return;
	if (zn_is_string(bin, "binned") || zn_is_true(zn_get(bin, "binned"))) {
		def->bin = ZN_BIN_BINNED;
		def->bin_params = bin;
		return;
	}
	def->bin = ZN_BIN_BINNING;
	ZnObject *params = zn_is_obj(bin) ? zn_object_copy(p->context->arena, bin.obj) : zn_object_new(p->context->arena);
	if (!zn_has(bin, "maxbins") && !zn_has(bin, "step"))
		zn_object_set(p->context->arena, params, "maxbins", zn_num(auto_max_bins(def->channel)));
	def->bin_params = zn_obj(params);
}

static void parse_time_unit(ZnParser *p, ZnChannelDef *def, ZnValue value)
{
	if (zn_is_nullish(value))
		return;
	const char *name = zn_is_str(value) ? value.str : zn_get_str(value, "unit", NULL);
	ZnTimeUnit unit = {.step = 1};
	if (name && !zn_time_unit_parse(name, &unit)) {
		zn_error(p->context->diags, zn_pointer(p->file, zn_json_pointer(p->context->arena, def->pointer, "timeUnit")), NULL,
				 "“%s” is not a time unit, expected units such as “year”, “yearmonth” or “monthdate”", name);
		return;
	}
	if (zn_is_obj(value)) {
		unit.step = (int)CLAMP(zn_get_num(value, "step", 1), 1, 1e6);
		unit.utc = unit.utc || zn_get_bool(value, "utc", false);
		unit.binned = unit.binned || zn_get_bool(value, "binned", false);
		if (!name)
			unit.maxbins = (int)CLAMP(zn_get_num(value, "maxbins", 40), 1, 1e6);
	}
	def->has_time_unit = true;
	def->time_unit = unit;
	def->time_unit_name = name ? name : "";
}

static void parse_aggregate(ZnParser *p, ZnChannelDef *def, ZnValue value)
{
	ZnArena *arena = p->context->arena;
	if (zn_is_nullish(value))
		return;
	if (zn_is_obj(value)) {
		for (const char *const *op = (const char *const[]){"argmax", "argmin", NULL}; *op; op++)
			if (zn_is_str(zn_get(value, *op))) {
				def->aggregate = *op;
				def->arg_field = zn_get(value, *op).str;
				return;
			}
	} else if (zn_is_str(value) && zn_aggregate_known(value.str)) {
		def->aggregate = value.str;
		return;
	}
	zn_error(p->context->diags, zn_pointer(p->file, zn_json_pointer(arena, def->pointer, "aggregate")),
			 "operations are count, sum, mean, median, min, max, stdev ...", "%s is not an aggregate operation", zn_to_str(arena, value));
}

static void parse_conditions(ZnParser *p, ZnChannelDef *def, ZnValue condition)
{
	ZnArena *arena = p->context->arena;
	if (!zn_is_obj(condition) && !zn_is_arr(condition))
		return;
	const char *pointer = zn_json_pointer(arena, def->pointer, "condition");
	size_t n = zn_is_arr(condition) ? zn_len(condition) : 1;
	def->conditions = zn_new_n(arena, ZnCondition, n);
	for (size_t i = 0; i < n; i++) {
		ZnValue one = zn_is_arr(condition) ? zn_at(condition, i) : condition;
		const char *place = zn_is_arr(condition) ? zn_json_pointer_index(arena, pointer, i) : pointer;
		ZnCondition *c = &def->conditions[def->n_conditions++];
		c->test = zn_get(one, "test");
		c->param = zn_has(one, "param") ? zn_get(one, "param") : zn_get(one, "selection");
		c->empty = zn_get_bool(one, "empty", true);
		c->def = zn_channel_def_parse(p, def->channel, one, place);
	}
}

/* The title that the definition's axis, legend or header gives. */
static ZnValue guide_title(const ZnChannelDef *def)
{
	const ZnValue guides[] = {def->axis, def->legend, def->header};
	for (size_t i = 0; i < G_N_ELEMENTS(guides); i++)
		if (zn_has(guides[i], "title"))
			return zn_get(guides[i], "title");
	return zn_undefined();
}

ZnChannelDef *zn_channel_def_parse(ZnParser *p, ZnChannel channel, ZnValue raw, const char *pointer)
{
	ZnChannelDef *def = zn_new(p->context->arena, ZnChannelDef);
	def->channel = channel;
	def->raw = raw;
	def->pointer = pointer;
	if (!zn_is_obj(raw)) { /* a bare value */
		def->is_value = true;
		def->value = raw;
		return def;
	}
	def->scale = zn_get(raw, "scale");
	def->sort = zn_get(raw, "sort");
	def->axis = zn_get(raw, "axis");
	def->legend = zn_get(raw, "legend");
	def->header = zn_get(raw, "header");
	def->stack = zn_get(raw, "stack");
	def->impute = zn_get(raw, "impute");
	def->format = zn_get(raw, "format");
	def->format_type = zn_get(raw, "formatType");
	def->band_position = zn_get(raw, "bandPosition");
	def->title = guide_title(def);
	if (zn_is_undefined(def->title))
		def->title = zn_get(raw, "title");
	ZnValue field = zn_get(raw, "field");
	parse_aggregate(p, def, zn_get(raw, "aggregate"));
	def->is_field = zn_is_str(field) || (def->aggregate && !strcmp(def->aggregate, "count"));
	def->field = zn_is_str(field) && !(def->aggregate && !strcmp(def->aggregate, "count")) ? field.str : NULL;
	def->is_datum = zn_has(raw, "datum");
	def->datum = zn_get(raw, "datum");
	def->is_value = zn_has(raw, "value");
	def->value = zn_get(raw, "value");
	parse_bin(p, def, zn_get(raw, "bin"));
	parse_time_unit(p, def, zn_get(raw, "timeUnit"));
	def->type = parse_type(zn_get(raw, "type"));
	bool secondary = zn_channel_info(channel)->main != channel && !zn_channel_info(channel)->scaled;
	if (def->is_field) {
		if (counting(def->aggregate))
			def->type = ZN_QUANTITATIVE;
		else if (def->type == ZN_TYPE_NONE && !secondary)
			def->type = default_type(def);
	} else if (def->is_datum && def->type == ZN_TYPE_NONE) {
		def->type = zn_is_num(def->datum) ? ZN_QUANTITATIVE : zn_is_str(def->datum) ? ZN_NOMINAL : zn_is_obj(def->datum) && !zn_has(def->datum, "expr") ? ZN_TEMPORAL : ZN_TYPE_NONE;
	}
	parse_conditions(p, def, zn_get(raw, "condition"));
	return def;
}

const ZnChannelDef *zn_channel_def_data(const ZnChannelDef *def)
{
	if (!def || def->is_field || def->is_datum)
		return def;
	if (def->n_conditions == 1 && (def->conditions[0].def->is_field || def->conditions[0].def->is_datum))
		return def->conditions[0].def;
	return NULL;
}

bool zn_channel_def_discrete(const ZnChannelDef *def)
{
	return def->type == ZN_NOMINAL || def->type == ZN_ORDINAL || def->type == ZN_GEOJSON || (def->type == ZN_QUANTITATIVE && def->is_field && def->bin != ZN_BIN_NONE);
}

/* "bin_maxbins_10" as Vega-Lite names bins, so that specs that refer to such columns find them. */
static void append_bin_name(ZnArena *arena, GString *name, ZnValue params)
{
	g_string_append(name, "bin");
	for (size_t i = 0; i < zn_len(params); i++) {
		const ZnMember *member = &params.obj->members[i];
		GString *part = g_string_new(NULL);
		g_string_append_printf(part, "_%s_", member->key);
		if (zn_is_obj(member->value))
			zn_json_write(part, member->value);
		else
			g_string_append(part, zn_to_str(arena, member->value));
		for (char *c = part->str; *c; c++)
			g_string_append_c(name, g_ascii_isalnum(*c) || *c == '_' ? *c : '_');
		g_string_free(part, TRUE);
	}
}

const char *zn_channel_def_column(ZnArena *arena, const ZnChannelDef *def, const char *suffix)
{
	g_autoptr(GString) name = g_string_new(NULL);
	const char *field = def->field ? zn_field_parse(arena, def->field)->name : NULL;
	if (def->aggregate && !strcmp(def->aggregate, "count")) {
		g_string_append(name, "__count");
	} else if (def->bin == ZN_BIN_BINNING) {
		append_bin_name(arena, name, def->bin_params);
		g_string_append_printf(name, "_%s", field);
	} else if (def->arg_field) {
		g_string_append_printf(name, "%s_%s['%s']", def->aggregate, def->arg_field, def->field);
	} else if (def->aggregate) {
		g_string_append_printf(name, "%s_%s", def->aggregate, field);
	} else if (def->has_time_unit && !def->time_unit.binned) {
		g_string_append_printf(name, "%s%s", def->time_unit.utc && !g_str_has_prefix(def->time_unit_name, "utc") ? "utc" : "", def->time_unit_name);
		if (def->time_unit.step > 1)
			g_string_append_printf(name, "_step_%d", def->time_unit.step);
		if (def->time_unit.maxbins)
			g_string_append_printf(name, "maxbins_%d", def->time_unit.maxbins);
		g_string_append_printf(name, "_%s", field);
	} else {
		if (!suffix)
			return def->field;
		g_string_append(name, field ? field : "");
	}
	if (suffix)
		g_string_append_printf(name, "_%s", suffix);
	return zn_arena_strdup(arena, name->str);
}

static const char *unit_words(ZnArena *arena, const ZnTimeUnit *unit)
{
	static const struct { unsigned bit; const char *word; } words[] = {
		{ZN_UNIT_YEAR, "year"}, {ZN_UNIT_QUARTER, "quarter"}, {ZN_UNIT_MONTH, "month"}, {ZN_UNIT_WEEK, "week"}, {ZN_UNIT_DAY, "day"},
		{ZN_UNIT_DATE, "date"}, {ZN_UNIT_DAYOFYEAR, "dayofyear"}, {ZN_UNIT_HOURS, "hours"}, {ZN_UNIT_MINUTES, "minutes"}, {ZN_UNIT_SECONDS, "seconds"},
		{ZN_UNIT_MILLISECONDS, "milliseconds"}};
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (unit->units & words[i].bit)
			g_string_append_printf(text, "%s%s", text->len ? "-" : "", words[i].word);
	return zn_arena_strdup(arena, text->str);
}

const char *zn_channel_def_title(ZnArena *arena, const ZnChannelDef *def, ZnValue config)
{
	const char *style = zn_get_str(config, "fieldTitle", "verbal");
	const char *field = def->field ? def->field : "";
	if (!strcmp(style, "plain"))
		return field;
	const char *op = def->aggregate;
	if (!strcmp(style, "functional")) {
		const char *fn = op ? op : def->has_time_unit ? def->time_unit_name : def->bin == ZN_BIN_BINNING ? "bin" : NULL;
		if (def->arg_field)
			return zn_arena_printf(arena, "%s for %s(%s)", field, op, def->arg_field);
		g_autofree char *upper = fn ? g_ascii_strup(fn, -1) : NULL;
		return fn ? zn_arena_printf(arena, "%s(%s)", upper, field) : field;
	}
	if (op && !strcmp(op, "count"))
		return zn_get_str(config, "countTitle", "Count of Records");
	if (def->bin == ZN_BIN_BINNING)
		return zn_arena_printf(arena, "%s (binned)", field);
	if (def->has_time_unit && !def->time_unit.binned && def->time_unit.units)
		return zn_arena_printf(arena, "%s (%s)", field, unit_words(arena, &def->time_unit));
	if (def->arg_field)
		return zn_arena_printf(arena, "%s for %s %s", field, !strcmp(op, "argmax") ? "max" : "min", def->arg_field);
	if (op)
		return zn_arena_printf(arena, "%c%s of %s", g_ascii_toupper(op[0]), op + 1, field);
	return field;
}
