#include "format/calendar.h"
#include "transform/common.h"
#include "transform/dates.h"
#include "transform/registry.h"

#include <math.h>

/* "yearmonth" or {unit, step, utc, maxbins}. */
static bool read_unit(ZnTransformEnv *env, ZnValue given, ZnPlace place, ZnTimeUnit *unit)
{
	const char *name = zn_is_str(given) ? given.str : zn_get_str(given, "unit", NULL);
	*unit = (ZnTimeUnit){.step = 1};
	if (name && !zn_time_unit_parse(name, unit)) {
		zn_error(env->context->diags, place, "for example “year”, “yearmonth”, “month” or “day”", "unknown time unit “%s”", name);
		return false;
	}
	double step = zn_get_num(given, "step", 1), maxbins = zn_get_num(given, "maxbins", name ? 0 : 40);
	if (!(step >= 1) || step > 1e6 || step != floor(step)) {
		zn_error(env->context->diags, zn_transform_place(env, place, "step"), NULL,
		         "the step of a time unit must be a whole number from 1");
		return false;
	}
	unit->step = (int)step;
	unit->utc |= zn_get_bool(given, "utc", false);
	unit->maxbins = maxbins >= 1 && maxbins <= 1e6 ? (int)maxbins : 0;
	return true;
}

/* Vega-Lite parses the field of a time unit as dates; here, where it has text. */
static const ZnTable *parse_dates(ZnTransformEnv *env, const ZnTable *table, const ZnField *field, const char *text, ZnPlace place)
{
	const ZnValue *cells = zn_field_cells(env->context->arena, field, table);
	size_t i = 0;
	while (i < table->n_rows && !zn_is_str(cells[i]))
		i++;
	if (i == table->n_rows)
		return table;
	ZnObject *types = zn_object_new(env->context->arena);
	zn_object_set(env->context->arena, types, text, zn_str("date"));
	return zn_data_parse(env->context, place, table, types, &zn_dates, false);
}

static void find_unit(const ZnValue *cells, size_t n, ZnTimeUnit *unit)
{
	double low = INFINITY, high = -INFINITY, time;
	for (size_t i = 0; i < n; i++)
		if (zn_vega_number(cells[i], &time)) {
			low = time < low ? time : low;
			high = time > high ? time : high;
		}
	if (low <= high)
		*unit = zn_time_unit_for_extent(low, high, unit->maxbins, unit->utc);
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnTimeUnit unit;
	ZnField *field = zn_transform_member_field(env, table, definition, "field", place);
	ZnValue given = zn_get(definition, "timeUnit");
	if (!field || !read_unit(env, given, zn_transform_place(env, place, "timeUnit"), &unit))
		return NULL;
	table = parse_dates(env, table, field, zn_get(definition, "field").str, zn_transform_place(env, place, "field"));
	if (!table)
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	if (!unit.units)
		find_unit(cells, table->n_rows, &unit);
	const char *name = zn_is_str(given) ? given.str : zn_get_str(given, "unit", "timeunit");
	const char *as = zn_transform_as(definition, 0, zn_arena_printf(arena, "%s_%s", name, field->name));
	ZnTable *result = zn_table_derive(arena, table);
	ZnValue *start = zn_table_add(arena, result, as);
	ZnValue *end = zn_table_add(arena, result, zn_transform_as(definition, 1, zn_arena_printf(arena, "%s_end", as)));
	double last = NAN, last_start = NAN, last_end = NAN; /* neighbours often fall together, and calendars are slow */
	for (size_t i = 0; i < table->n_rows; i++) {
		double time;
		if (!zn_vega_number(cells[i], &time)) {
			start[i] = end[i] = zn_null();
			continue;
		}
		if (time != last) {
			double from = zn_time_unit_floor(&unit, time);
			if (from != last_start)
				last_end = zn_time_unit_offset(&unit, from, 1);
			last = time;
			last_start = from;
		}
		start[i] = zn_date(last_start);
		end[i] = zn_date(last_end);
	}
	return result;
}

static const char *const members[] = {"field", "as", NULL};
const ZnTransform zn_transform_timeunit = {.key = "timeUnit", .apply = apply, .members = members};
