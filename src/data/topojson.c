/* TopoJSON objects -> GeoJSON features. */
#include "data/topology.h"

#include "base/json.h"

#include <math.h>
#include <string.h>

void zn_topology_fail(ZnTopology *t, const char *pointer, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *message = zn_arena_vprintf(t->context->arena, format, args);
	va_end(args);
	zn_error(t->context->diags, zn_pointer(t->file, zn_arena_printf(t->context->arena, "%s%s", t->base, pointer)), hint, "%s", message);
	t->failed = true;
}

/* --- arcs --- */

static ZnValue pair(ZnTopology *t, double x, double y, ZnValue position)
{
	ZnArena *arena = t->context->arena;
	ZnArray *out = zn_array_new(arena, MAX(zn_len(position), 2));
	zn_array_push(arena, out, zn_num(x));
	zn_array_push(arena, out, zn_num(y));
	for (size_t i = 2; i < zn_len(position); i++)
		zn_array_push(arena, out, zn_at(position, i));
	return zn_arr(out);
}

static bool is_position(ZnValue v)
{
	return zn_is_arr(v) && zn_len(v) >= 2 && zn_is_num(zn_at(v, 0)) && zn_is_num(zn_at(v, 1));
}

/* Positions of an arc are differences to the one before, in whole steps, when the topology is quantized. */
static ZnArray *decode_arc(ZnTopology *t, size_t index)
{
	ZnArena *arena = t->context->arena;
	ZnValue raw = zn_at(t->raw_arcs, index);
	const char *pointer = zn_json_pointer_index(arena, "/arcs", index);
	if (!zn_is_arr(raw) || !zn_len(raw)) {
		zn_topology_fail(t, pointer, NULL, "an arc is an array of positions");
		return NULL;
	}
	ZnArray *out = zn_array_new(arena, zn_len(raw));
	double x = 0, y = 0;
	for (size_t i = 0; i < zn_len(raw); i++) {
		ZnValue p = zn_at(raw, i);
		if (!is_position(p)) {
			zn_topology_fail(t, zn_json_pointer_index(arena, pointer, i), NULL, "a position is an array of two numbers");
			return NULL;
		}
		if (!t->quantized) {
			zn_array_push(arena, out, p);
			continue;
		}
		x += zn_at(p, 0).num;
		y += zn_at(p, 1).num;
		zn_array_push(arena, out, pair(t, x * t->scale[0] + t->translate[0], y * t->scale[1] + t->translate[1], p));
	}
	return out;
}

const ZnArray *zn_topology_arc(ZnTopology *t, ZnValue index, const char *pointer, bool *backwards)
{
	double i = zn_is_num(index) ? index.num : NAN;
	*backwards = i < 0;
	if (*backwards)
		i = -1 - i;
	if (!(i >= 0 && i < (double)t->n_arcs && i == floor(i))) {
		zn_topology_fail(t, pointer, NULL, "there is no arc %s: the topology has %zu", zn_to_str(t->context->arena, index), t->n_arcs);
		return NULL;
	}
	size_t at = (size_t)i;
	if (!t->arcs[at])
		t->arcs[at] = decode_arc(t, at);
	return t->arcs[at];
}

ZnValue zn_topology_line(ZnTopology *t, ZnValue arcs, const char *pointer)
{
	ZnArena *arena = t->context->arena;
	if (!zn_is_arr(arcs)) {
		zn_topology_fail(t, pointer, NULL, "expected an array of arc numbers");
		return zn_undefined();
	}
	ZnArray *line = zn_array_new(arena, 16);
	for (size_t i = 0; i < zn_len(arcs) && !t->failed; i++) {
		bool backwards;
		const ZnArray *arc = zn_topology_arc(t, zn_at(arcs, i), zn_json_pointer_index(arena, pointer, i), &backwards);
		if (!arc)
			return zn_undefined();
		t->n_positions += arc->n;
		if (t->n_positions > ZN_TOPOLOGY_MAX_POSITIONS) {
			zn_topology_fail(t, pointer, NULL, "the geometries have more than the %u positions allowed", ZN_TOPOLOGY_MAX_POSITIONS);
			return zn_undefined();
		}
		if (line->n)
			line->n--; /* an arc starts where the one before ends */
		for (size_t k = 0; k < arc->n; k++)
			zn_array_push(arena, line, arc->items[backwards ? arc->n - 1 - k : k]);
	}
	while (line->n && line->n < 2)
		zn_array_push(arena, line, line->items[0]);
	return zn_arr(line);
}

/* --- geometries --- */

static ZnValue geometry_of(ZnTopology *t, ZnValue object, const char *pointer);

static ZnValue position_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	if (!is_position(raw)) {
		zn_topology_fail(t, pointer, NULL, "a position is an array of two numbers");
		return zn_undefined();
	}
	if (!t->quantized)
		return raw;
	return pair(t, zn_at(raw, 0).num * t->scale[0] + t->translate[0], zn_at(raw, 1).num * t->scale[1] + t->translate[1], raw);
}

static ZnValue ring_of(ZnTopology *t, ZnValue arcs, const char *pointer)
{
	ZnValue line = zn_topology_line(t, arcs, pointer);
	while (zn_is_arr(line) && line.arr->n && line.arr->n < 4) /* an arc of two points there and back */
		zn_array_push(t->context->arena, line.arr, line.arr->items[0]);
	return line;
}

typedef ZnValue Part(ZnTopology *t, ZnValue raw, const char *pointer);

static ZnValue each(ZnTopology *t, ZnValue list, const char *pointer, Part *part)
{
	ZnArena *arena = t->context->arena;
	if (!zn_is_arr(list)) {
		zn_topology_fail(t, pointer, NULL, "expected an array");
		return zn_undefined();
	}
	ZnArray *out = zn_array_new(arena, zn_len(list));
	for (size_t i = 0; i < zn_len(list) && !t->failed; i++)
		zn_array_push(arena, out, part(t, zn_at(list, i), zn_json_pointer_index(arena, pointer, i)));
	return zn_arr(out);
}

static ZnValue positions_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	return each(t, raw, pointer, position_of);
}

static ZnValue lines_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	return each(t, raw, pointer, zn_topology_line);
}

static ZnValue polygon_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	return each(t, raw, pointer, ring_of);
}

static ZnValue polygons_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	return each(t, raw, pointer, polygon_of);
}

static ZnValue geometries_of(ZnTopology *t, ZnValue raw, const char *pointer)
{
	return each(t, raw, pointer, geometry_of);
}

static const struct {
	const char *type, *from, *to;
	Part *part;
} kinds[] = {
	{"Point", "coordinates", "coordinates", position_of}, {"MultiPoint", "coordinates", "coordinates", positions_of},
	{"LineString", "arcs", "coordinates", zn_topology_line}, {"MultiLineString", "arcs", "coordinates", lines_of},
	{"Polygon", "arcs", "coordinates", polygon_of}, {"MultiPolygon", "arcs", "coordinates", polygons_of},
	{"GeometryCollection", "geometries", "geometries", geometries_of},
};

/* A geometry without a type, or of one that GeoJSON does not have, is null, as in topojson-client. */
static ZnValue geometry_of(ZnTopology *t, ZnValue object, const char *pointer)
{
	ZnArena *arena = t->context->arena;
	ZnValue type = zn_get(object, "type");
	for (size_t i = 0; zn_is_str(type) && i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].type, type.str) != 0)
			continue;
		ZnObject *out = zn_object_new(arena);
		zn_object_set(arena, out, "type", type);
		zn_object_set(arena, out, kinds[i].to, kinds[i].part(t, zn_get(object, kinds[i].from), zn_json_pointer(arena, pointer, kinds[i].from)));
		return zn_obj(out);
	}
	return zn_null();
}

static ZnValue feature_of(ZnTopology *t, ZnValue object, const char *pointer)
{
	ZnArena *arena = t->context->arena;
	ZnObject *out = zn_object_new(arena);
	ZnValue properties = zn_get(object, "properties");
	zn_object_set(arena, out, "type", zn_str("Feature"));
	for (const char *const *key = (const char *const[]){"id", "bbox", NULL}; *key; key++)
		if (!zn_is_nullish(zn_get(object, *key)))
			zn_object_set(arena, out, *key, zn_get(object, *key));
	zn_object_set(arena, out, "properties", zn_is_nullish(properties) ? zn_obj(zn_object_new(arena)) : properties);
	zn_object_set(arena, out, "geometry", geometry_of(t, object, pointer));
	return zn_obj(out);
}

/* --- the document --- */

static bool read_pair(ZnTopology *t, ZnValue transform, const char *key, double out[2])
{
	ZnValue v = zn_get(transform, key);
	if (!is_position(v)) {
		zn_topology_fail(t, zn_arena_printf(t->context->arena, "/transform/%s", key), NULL, "a topology's transform has a “%s” of two numbers", key);
		return false;
	}
	out[0] = zn_at(v, 0).num;
	out[1] = zn_at(v, 1).num;
	return true;
}

static bool open_topology(ZnTopology *t)
{
	if (!zn_is_string(zn_get(t->document, "type"), "Topology") || !zn_is_obj(zn_get(t->document, "objects"))) {
		const char *hint = zn_is_string(zn_get(t->document, "type"), "FeatureCollection")
							   ? "for GeoJSON use \"format\": {\"type\": \"json\", \"property\": \"features\"}" : NULL;
		zn_topology_fail(t, "", hint, "this is no TopoJSON document: it has no “type” of “Topology” with “objects”");
		return false;
	}
	t->raw_arcs = zn_get(t->document, "arcs");
	if (!zn_is_arr(t->raw_arcs) && !zn_is_undefined(t->raw_arcs)) {
		zn_topology_fail(t, "/arcs", NULL, "a topology's “arcs” are an array");
		return false;
	}
	t->n_arcs = zn_len(t->raw_arcs);
	t->arcs = zn_new_n(t->context->arena, ZnArray *, MAX(t->n_arcs, 1));
	ZnValue transform = zn_get(t->document, "transform");
	t->quantized = !zn_is_nullish(transform);
	return !t->quantized || (read_pair(t, transform, "scale", t->scale) && read_pair(t, transform, "translate", t->translate));
}

static ZnValue find_object(ZnTopology *t, ZnPlace place, const char *key, const char *name)
{
	ZnArena *arena = t->context->arena;
	ZnValue objects = zn_get(t->document, "objects"), object = zn_get(objects, name);
	if (zn_is_obj(object))
		return object;
	g_autoptr(GString) present = g_string_new(NULL);
	for (size_t i = 0; i < zn_len(objects) && i < 20; i++)
		g_string_append_printf(present, "%s%s", i ? ", " : "it has ", objects.obj->members[i].key);
	place.pointer = zn_json_pointer(arena, place.pointer ? place.pointer : "", key);
	zn_error(t->context->diags, place, present->len ? present->str : NULL, "the TopoJSON document has no object “%s”", name);
	return zn_undefined();
}

ZnValue zn_topojson_read(ZnContext *context, ZnPlace place, const char *file, const char *base, ZnValue topology, ZnValue format)
{
	ZnArena *arena = context->arena;
	ZnTopology t = {.context = context, .file = file, .base = base, .document = topology};
	const char *feature = zn_get_str(format, "feature", NULL), *mesh = zn_get_str(format, "mesh", NULL);
	if (!feature && !mesh) {
		zn_error(context->diags, place, "for example \"feature\": \"countries\"", "the format “topojson” needs a “feature” or a “mesh”: the name of an object");
		return zn_undefined();
	}
	if (!open_topology(&t))
		return zn_undefined();
	const char *name = feature ? feature : mesh, *pointer = zn_json_pointer(arena, "/objects", name);
	ZnValue object = find_object(&t, place, feature ? "feature" : "mesh", name), result;
	if (zn_is_undefined(object))
		return object;
	if (!feature)
		result = zn_topology_mesh(&t, object, pointer, zn_get_str(format, "filter", NULL));
	else if (zn_is_string(zn_get(object, "type"), "GeometryCollection"))
		result = each(&t, zn_get(object, "geometries"), zn_json_pointer(arena, pointer, "geometries"), feature_of);
	else
		result = feature_of(&t, object, pointer);
	return t.failed ? zn_undefined() : result;
}
