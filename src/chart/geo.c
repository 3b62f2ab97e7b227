/* Projections of views (Vega-Lite's projection/parse and assemble): each unit with a map has one; where neighbours have the same size and
 * nothing speaks against it they share one, which is fitted to the data of all of them. */
#include "chart/geo.h"

#include "base/json.h"

#include <math.h>
#include <string.h>

/* A projection as specified, below a view that may or may not pass it on to its parent. */
typedef struct Component {
	bool present, fit;
	ZnValue given;       /* all properties: the config's below the view's own */
	const char *pointer; /* of the view's own */
	const ZnInst *sized; /* whose width and height it is fitted to */
	bool merged;         /* of several views: Vega-Lite then forgets its default type */
} Component;

static bool encoded(const ZnView *view, ZnChannel channel)
{
	return view->encoding[channel] && (view->encoding[channel]->is_field || view->encoding[channel]->is_datum);
}

bool zn_view_has_projection(const ZnView *view)
{
	if (view->kind != ZN_VIEW_UNIT)
		return false;
	for (ZnChannel c = ZN_CH_LONGITUDE; c <= ZN_CH_LATITUDE2; c++)
		if (encoded(view, c))
			return true;
	return !strcmp(view->mark.type, "geoshape");
}

bool zn_view_projection_fits(const ZnView *view)
{
	return zn_is_nullish(zn_get(view->projection, "scale")) && zn_is_nullish(zn_get(view->projection, "translate"));
}

const ZnProjection *zn_inst_projection(const ZnInst *inst)
{
	for (; inst; inst = inst->parent)
		if (inst->projection)
			return inst->projection;
	return NULL;
}

/* --- the data of a unit --- */

/* A table's row as a GeoJSON object: only what GeoJSON knows. */
static const ZnValue *row_objects(ZnArena *arena, const ZnTable *table)
{
	static const char *const keys[] = {"type", "geometry", "features", "geometries", "coordinates"};
	ZnValue *out = zn_new_n(arena, ZnValue, MAX(table->n_rows, 1));
	int columns[G_N_ELEMENTS(keys)];
	for (size_t k = 0; k < G_N_ELEMENTS(keys); k++)
		columns[k] = zn_table_find(table, keys[k]);
	for (size_t i = 0; i < table->n_rows; i++) {
		ZnObject *object = zn_object_new(arena);
		for (size_t k = 0; k < G_N_ELEMENTS(keys); k++)
			if (columns[k] >= 0 && !zn_is_undefined(table->cols[columns[k]].cells[i]))
				zn_object_set(arena, object, keys[k], table->cols[columns[k]].cells[i]);
		out[i] = zn_obj(object);
	}
	return out;
}

/* The channel "shape" with a field of type geojson; NULL. */
static const ZnChannelDef *shape_def(const ZnView *view)
{
	const ZnChannelDef *def = view->encoding[ZN_CH_SHAPE];
	return def && def->is_field && def->type == ZN_GEOJSON ? def : NULL;
}

static const ZnValue *shapes_of(const ZnInst *unit, const ZnTable *table)
{
	ZnArena *arena = unit->chart->context->arena;
	const ZnChannelDef *def = shape_def(unit->view);
	return def ? zn_field_cells(arena, zn_field_parse(arena, def->field), table) : row_objects(arena, table);
}

const ZnTable *zn_geo_filter(ZnInst *unit, const ZnTable *table)
{
	ZnArena *arena = unit->chart->context->arena;
	if (!zn_view_has_projection(unit->view) || !zn_view_projection_fits(unit->view) || !shape_def(unit->view))
		return table;
	const ZnValue *shapes = shapes_of(unit, table);
	size_t *rows = zn_new_n(arena, size_t, MAX(table->n_rows, 1)), n = 0;
	for (size_t i = 0; i < table->n_rows; i++)
		if (!zn_is_nullish(shapes[i]) && !(zn_is_num(shapes[i]) && isnan(shapes[i].num)))
			rows[n++] = i;
	return n == table->n_rows ? table : zn_table_select(arena, table, rows, n);
}

/* The values of a longitude or latitude channel, as numbers; NULL = not encoded. */
static const ZnValue *degrees_of(ZnInst *unit, const ZnTable *table, ZnChannel channel)
{
	ZnArena *arena = unit->chart->context->arena;
	const ZnChannelDef *def = unit->view->encoding[channel];
	if (!def || !(def->is_field || def->is_datum || def->is_value))
		return NULL;
	if (def->is_field)
		return def->field ? zn_field_cells(arena, zn_field_parse(arena, def->field), table) : NULL;
	ZnValue value = zn_inst_value(unit, def->is_datum ? def->datum : def->value, def->pointer);
	ZnValue *cells = zn_new_n(arena, ZnValue, MAX(table->n_rows, 1));
	for (size_t i = 0; i < table->n_rows; i++)
		cells[i] = value;
	return cells;
}

static bool valid_degrees(ZnValue v)
{
	return !zn_is_nullish(v) && !isnan(zn_to_num(v));
}

/* The places of a unit as one MultiPoint, which is what Vega fits to. */
static ZnValue places_of(ZnInst *unit, ZnChannel longitude, ZnChannel latitude)
{
	ZnArena *arena = unit->chart->context->arena;
	const ZnTable *table = unit->raw;
	const ZnValue *x = degrees_of(unit, table, longitude), *y = degrees_of(unit, table, latitude);
	ZnArray *points = zn_array_new(arena, 16);
	for (size_t i = 0; x && y && i < table->n_rows; i++) {
		if (!valid_degrees(x[i]) || !valid_degrees(y[i]))
			continue;
		ZnArray *point = zn_array_new(arena, 2);
		zn_array_push(arena, point, zn_num(zn_to_num(x[i])));
		zn_array_push(arena, point, zn_num(zn_to_num(y[i])));
		zn_array_push(arena, points, zn_arr(point));
	}
	ZnObject *out = zn_object_new(arena);
	zn_object_set(arena, out, "type", zn_str("MultiPoint"));
	zn_object_set(arena, out, "coordinates", zn_arr(points));
	return zn_obj(out);
}

static void collect_fit(ZnInst *unit, void *user)
{
	ZnArray *objects = user;
	ZnArena *arena = unit->chart->context->arena;
	size_t before = objects->n;
	if (!zn_view_has_projection(unit->view) || !unit->raw || !unit->main)
		return;
	for (ZnChannel c = ZN_CH_LONGITUDE; c <= ZN_CH_LONGITUDE2; c += ZN_CH_LONGITUDE2 - ZN_CH_LONGITUDE)
		if (encoded(unit->view, c) || encoded(unit->view, c + 1))
			zn_array_push(arena, objects, places_of(unit, c, c + 1));
	if (!shape_def(unit->view) && objects->n > before)
		return;
	const ZnTable *table = shape_def(unit->view) ? unit->raw : unit->main;
	const ZnValue *shapes = shapes_of(unit, table);
	for (size_t i = 0; i < table->n_rows; i++)
		zn_array_push(arena, objects, shapes[i]);
}

/* --- components --- */

static Component unit_component(const ZnInst *unit)
{
	ZnArena *arena = unit->chart->context->arena;
	ZnValue config = zn_get(unit->view->config, "projection"), own = unit->view->projection;
	if (!zn_view_has_projection(unit->view))
		return (Component){0};
	ZnObject *given = zn_is_obj(config) ? zn_object_copy(arena, config.obj) : zn_object_new(arena);
	for (size_t i = 0; zn_is_obj(own) && i < zn_len(own); i++)
		zn_object_set(arena, given, own.obj->members[i].key, own.obj->members[i].value);
	return (Component){.present = true, .fit = zn_view_projection_fits(unit->view), .given = zn_obj(given), .sized = unit,
					   .pointer = zn_json_pointer(arena, unit->view->pointer, "projection")};
}

/* All properties that Vega-Lite compares; it leaves out scale, translate, parallels and pointRadius. */
static bool same_properties(ZnValue a, ZnValue b)
{
	static const char *const compared[] = {"type", "clipAngle", "clipExtent", "center", "rotate", "precision", "reflectX", "reflectY", "coefficient",
										   "distance", "fraction", "lobes", "parallel", "radius", "ratio", "spacing", "tilt"};
	for (size_t i = 0; i < G_N_ELEMENTS(compared); i++)
		if (zn_has(a, compared[i]) != zn_has(b, compared[i]) || (zn_has(a, compared[i]) && !zn_same(zn_get(a, compared[i]), zn_get(b, compared[i]))))
			return false;
	return true;
}

/* Do the children of a view share one width and height? Layers and facets do; concatenated views when they are all of one size. */
static bool one_size(const ZnInst *inst)
{
	if (inst->view->kind != ZN_VIEW_CONCAT)
		return true;
	const ZnInst *first = zn_inst_first_plot(inst->children[0]);
	for (size_t i = 1; i < inst->n_children; i++) {
		const ZnInst *plot = zn_inst_first_plot(inst->children[i]);
		if (!first || !plot || plot->width != first->width || plot->height != first->height)
			return false;
	}
	return true;
}

/* The one that serves both; neither present: none can. */
static Component merge(Component a, Component b, bool same_size)
{
	if (a.fit == b.fit && (same_size || !a.fit)) {
		if (same_properties(a.given, b.given))
			return a;
		if (!zn_len(a.given))
			return b;
		if (!zn_len(b.given))
			return a;
	}
	return (Component){0};
}

/* --- making --- */

static void report(ZnInst *owner, const Component *c, const char *key, ZnProjectionResult result)
{
	ZnContext *context = owner->chart->context;
	ZnPlace place = zn_inst_place(owner, zn_json_pointer(context->arena, c->pointer, key));
	const char *type = zn_get_str(c->given, "type", "equalEarth");
	if (result == ZN_PROJECTION_UNKNOWN)
		zn_warning(context->diags, place, zn_did_you_mean(context->arena, key, zn_projection_properties()), "a projection has no property “%s”", key);
	else if (result == ZN_PROJECTION_NO_EFFECT)
		zn_warning(context->diags, place, NULL, "“%s” has no effect on the projection “%s”", key, type);
	else if (result == ZN_PROJECTION_WRONG)
		zn_error(context->diags, place, NULL, "a projection's “%s” is %s", key, zn_projection_expects(key));
	if (result == ZN_PROJECTION_WRONG)
		owner->chart->failed = true;
}

static ZnProjection *new_projection(ZnInst *owner, const Component *c)
{
	ZnContext *context = owner->chart->context;
	ZnValue type = zn_inst_value(owner, zn_get(c->given, "type"), c->pointer);
	const char *name = zn_is_str(type) ? type.str : c->merged ? "mercator" : "equalEarth";
	ZnProjection *projection = zn_projection_new(context->arena, name);
	if (!projection) {
		zn_error(context->diags, zn_inst_place(owner, zn_json_pointer(context->arena, c->pointer, "type")),
				 zn_did_you_mean(context->arena, name, zn_projection_types()), "there is no projection “%s”", name);
		owner->chart->failed = true;
	}
	return projection;
}

/* Properties are set in Vega's order, on which Mercator's clipping depends; then those that nobody knows. */
static void set_properties(ZnInst *owner, const Component *c, ZnProjection *projection)
{
	const char *const *known = zn_projection_properties();
	for (size_t i = 0; known[i]; i++) {
		ZnValue value = zn_inst_value(owner, zn_get(c->given, known[i]), c->pointer);
		if (!zn_is_nullish(value))
			report(owner, c, known[i], zn_projection_set(projection, known[i], value));
	}
	for (size_t i = 0; i < zn_len(c->given); i++) {
		const char *key = c->given.obj->members[i].key;
		if (strcmp(key, "type") != 0 && !g_strv_contains(known, key))
			report(owner, c, key, ZN_PROJECTION_UNKNOWN);
	}
}

static void make(ZnInst *owner, const Component *c)
{
	ZnArena *arena = owner->chart->context->arena;
	ZnProjection *projection = new_projection(owner, c);
	if (!projection)
		return;
	double width = c->sized->width, height = c->sized->height;
	if (!c->fit) { /* in the middle, unless the specification says where */
		ZnArray *middle = zn_array_new(arena, 2);
		zn_array_push(arena, middle, zn_num(width / 2));
		zn_array_push(arena, middle, zn_num(height / 2));
		zn_projection_set(projection, "translate", zn_arr(middle));
	}
	set_properties(owner, c, projection);
	if (c->fit) {
		ZnArray *objects = zn_array_new(arena, 16);
		zn_inst_each_unit(owner, collect_fit, objects);
		zn_projection_fit(projection, width, height, objects->items, objects->n);
	}
	owner->projection = projection;
}

/* What the instance passes on to its parent; children that do not agree make their own projections. */
static Component collect(ZnInst *inst)
{
	inst->projection = NULL;
	if (inst->view->kind == ZN_VIEW_UNIT)
		return unit_component(inst);
	Component *of = zn_new_n(inst->chart->context->arena, Component, MAX(inst->n_children, 1)), shared = {0};
	bool agree = true, same_size = inst->n_children > 0 && one_size(inst);
	for (size_t i = 0; i < inst->n_children; i++) {
		of[i] = collect(inst->children[i]);
		if (!of[i].present || !agree)
			continue;
		shared = shared.present ? merge(shared, of[i], same_size) : of[i];
		agree = shared.present;
	}
	for (size_t i = 0; i < inst->n_children && !agree; i++)
		if (of[i].present)
			make(inst->children[i], &of[i]);
	shared.merged = true;
	return agree ? shared : (Component){0};
}

/* --- places --- */

static void project_places(ZnInst *unit, ZnGeoUnit *geo, const ZnProjection *projection, ZnChannel longitude, ZnChannel latitude, size_t to)
{
	ZnArena *arena = unit->chart->context->arena;
	const ZnTable *table = unit->main;
	const ZnValue *lambda = degrees_of(unit, table, longitude), *phi = degrees_of(unit, table, latitude);
	if (!lambda && !phi)
		return;
	if (!lambda || !phi) { /* half a place is none: Vega draws nothing */
		unit->main = zn_table_new(arena, 0);
		geo->points[to] = geo->points[to + 1] = zn_new_n(arena, ZnValue, 1);
		return;
	}
	ZnValue *x = zn_new_n(arena, ZnValue, MAX(table->n_rows, 1)), *y = zn_new_n(arena, ZnValue, MAX(table->n_rows, 1));
	for (size_t i = 0; i < table->n_rows; i++) {
		double xy[2], a = lambda ? zn_to_num(lambda[i]) : NAN, b = phi ? zn_to_num(phi[i]) : NAN;
		if (!zn_projection_point(projection, a, b, xy)) /* not on the map: undefined */
			continue;
		x[i] = zn_num(xy[0]);
		y[i] = zn_num(xy[1]);
	}
	geo->points[to] = x;
	geo->points[to + 1] = y;
}

static void place_unit(ZnInst *unit, void *user)
{
	const ZnProjection *projection = zn_inst_projection(unit);
	if (!projection || !unit->main || !zn_view_has_projection(unit->view))
		return;
	ZnGeoUnit *geo = zn_new(unit->chart->context->arena, ZnGeoUnit);
	project_places(unit, geo, projection, ZN_CH_LONGITUDE, ZN_CH_LATITUDE, 0);
	project_places(unit, geo, projection, ZN_CH_LONGITUDE2, ZN_CH_LATITUDE2, 2);
	if (!strcmp(unit->view->mark.type, "geoshape"))
		geo->shapes = shapes_of(unit, unit->main);
	unit->geo = geo;
}

void zn_inst_projections(ZnInst *top)
{
	Component shared = collect(top);
	if (shared.present)
		make(top, &shared);
	zn_inst_each_unit(top, place_unit, NULL);
}
