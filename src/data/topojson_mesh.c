/* The borders of a topology: arcs picked by who shares them, and joined to lines as long as possible (topojson-client's mesh and stitch). */
#include "data/topology.h"

#include "base/json.h"

#include <string.h>

/* Who uses an arc: the first and the last geometry, and the first use's index. */
typedef struct ArcUse {
	bool used;
	ZnValue index;
	size_t first, last; /* geometries, counted from 1 */
} ArcUse;

typedef struct Collector {
	ZnTopology *t;
	ArcUse *uses;
	size_t geometry;
} Collector;

static void collect_arcs(Collector *c, ZnValue arcs, const char *pointer, int depth)
{
	ZnArena *arena = c->t->context->arena;
	if (!zn_is_arr(arcs)) {
		zn_topology_fail(c->t, pointer, NULL, "expected an array");
		return;
	}
	for (size_t i = 0; i < zn_len(arcs) && !c->t->failed; i++) {
		const char *at = zn_json_pointer_index(arena, pointer, i);
		ZnValue item = zn_at(arcs, i);
		if (depth) {
			collect_arcs(c, item, at, depth - 1);
			continue;
		}
		bool backwards;
		if (!zn_topology_arc(c->t, item, at, &backwards))
			return;
		ArcUse *use = &c->uses[(size_t)(backwards ? -1 - item.num : item.num)];
		if (!use->used)
			*use = (ArcUse){true, item, c->geometry, c->geometry};
		use->last = c->geometry;
	}
}

static void collect(Collector *c, ZnValue object, const char *pointer)
{
	static const struct { const char *type; int depth; } kinds[] = {{"LineString", 0}, {"MultiLineString", 1}, {"Polygon", 1}, {"MultiPolygon", 2}};
	ZnArena *arena = c->t->context->arena;
	ZnValue type = zn_get(object, "type"), geometries = zn_get(object, "geometries");
	c->geometry++;
	if (zn_is_string(type, "GeometryCollection")) {
		const char *at = zn_json_pointer(arena, pointer, "geometries");
		for (size_t i = 0; zn_is_arr(geometries) && i < zn_len(geometries) && !c->t->failed; i++)
			collect(c, zn_at(geometries, i), zn_json_pointer_index(arena, at, i));
		return;
	}
	for (size_t i = 0; zn_is_str(type) && i < G_N_ELEMENTS(kinds); i++)
		if (!strcmp(type.str, kinds[i].type))
			collect_arcs(c, zn_get(object, "arcs"), zn_json_pointer(arena, pointer, "arcs"), kinds[i].depth);
}

/* --- stitching --- */

typedef struct Fragment {
	GArray *arcs; /* of ZnValue indices */
	char *start, *end;
} Fragment;

/* Fragments by the place where they start or end, in order of their arrival. */
typedef struct Ends {
	GHashTable *by_place; /* text -> End */
	size_t serial;
} Ends;

typedef struct End {
	Fragment *fragment;
	size_t serial;
} End;

static Fragment *ends_find(const Ends *ends, const char *place)
{
	End *end = g_hash_table_lookup(ends->by_place, place);
	return end ? end->fragment : NULL;
}

static void ends_set(Ends *ends, const char *place, Fragment *fragment)
{
	End *end = g_hash_table_lookup(ends->by_place, place);
	if (!end) {
		end = g_new(End, 1);
		end->serial = ends->serial++;
		g_hash_table_insert(ends->by_place, g_strdup(place), end);
	}
	end->fragment = fragment;
}

static void fragment_free(void *data)
{
	Fragment *f = data;
	g_array_free(f->arcs, TRUE);
	g_free(f->start);
	g_free(f->end);
	g_free(f);
}

typedef struct Stitcher {
	ZnTopology *t;
	Ends starts, ends;
	GPtrArray *fragments; /* all that were made */
} Stitcher;

static char *place_text(const ZnArray *arc, bool last)
{
	ZnValue p = arc->items[last ? arc->n - 1 : 0];
	return g_strdup_printf("%.17g,%.17g", zn_at(p, 0).num, zn_at(p, 1).num);
}

static void set_place(char **place, const char *text)
{
	char *old = *place;
	*place = g_strdup(text);
	g_free(old);
}

static void keep(Stitcher *s, Fragment *f)
{
	ends_set(&s->starts, f->start, f);
	ends_set(&s->ends, f->end, f);
}

/* b's arcs behind a's; b is spent. */
static void join(Fragment *a, Fragment *b)
{
	g_array_append_vals(a->arcs, b->arcs->data, b->arcs->len);
	set_place(&a->end, b->end);
}

static void stitch_arc(Stitcher *s, ZnValue index)
{
	bool backwards;
	const ZnArray *arc = zn_topology_arc(s->t, index, "", &backwards);
	g_autofree char *start = place_text(arc, backwards), *end = place_text(arc, !backwards);
	Fragment *f = ends_find(&s->ends, start), *g;
	if (f) {
		g_hash_table_remove(s->ends.by_place, f->end);
		g_array_append_val(f->arcs, index);
		set_place(&f->end, end);
		g = ends_find(&s->starts, end);
		if (g) {
			g_hash_table_remove(s->starts.by_place, g->start);
			if (g != f)
				join(f, g);
		}
	} else if ((f = ends_find(&s->starts, end))) {
		g_hash_table_remove(s->starts.by_place, f->start);
		g_array_prepend_val(f->arcs, index);
		set_place(&f->start, start);
		g = ends_find(&s->ends, start);
		if (g) {
			g_hash_table_remove(s->ends.by_place, g->end);
			if (g != f) {
				join(g, f);
				f = g;
			}
		}
	} else {
		f = g_new0(Fragment, 1);
		f->arcs = g_array_new(FALSE, FALSE, sizeof(ZnValue));
		g_array_append_val(f->arcs, index);
		f->start = g_strdup(start);
		f->end = g_strdup(end);
		g_ptr_array_add(s->fragments, f);
	}
	keep(s, f);
}

static int compare_ends(const void *a, const void *b)
{
	const End *const *x = a, *const *y = b;
	return (*x)->serial < (*y)->serial ? -1 : 1;
}

static ZnValue arcs_of(ZnArena *arena, const Fragment *f)
{
	ZnArray *out = zn_array_new(arena, f->arcs->len);
	for (guint i = 0; i < f->arcs->len; i++)
		zn_array_push(arena, out, g_array_index(f->arcs, ZnValue, i));
	return zn_arr(out);
}

static bool is_empty(const ZnArray *arc)
{
	return arc->n < 2 || (arc->n == 2 && zn_same(arc->items[0], arc->items[1]));
}

static void stitch_all(Stitcher *s, const ZnArray *arcs)
{
	for (int empty = 1; empty >= 0; empty--) /* empty arcs first: others may take them in */
		for (size_t i = 0; i < arcs->n; i++) {
			bool backwards;
			if (is_empty(zn_topology_arc(s->t, arcs->items[i], "", &backwards)) == empty)
				stitch_arc(s, arcs->items[i]);
		}
}

/* The fragments in order of their ends' arrival. */
static ZnArray *collect_lines(Stitcher *s)
{
	ZnArena *arena = s->t->context->arena;
	ZnArray *lines = zn_array_new(arena, 16);
	GHashTable *done = g_hash_table_new(NULL, NULL);
	Ends *both[] = {&s->ends, &s->starts};
	for (size_t k = 0; k < G_N_ELEMENTS(both); k++) {
		GPtrArray *order = g_ptr_array_new();
		GHashTableIter iter;
		void *end;
		g_hash_table_iter_init(&iter, both[k]->by_place);
		while (g_hash_table_iter_next(&iter, NULL, &end))
			g_ptr_array_add(order, end);
		qsort(order->pdata, order->len, sizeof *order->pdata, compare_ends);
		for (guint i = 0; i < order->len; i++) {
			Fragment *f = ((End *)order->pdata[i])->fragment;
			if (g_hash_table_add(done, f))
				zn_array_push(arena, lines, arcs_of(arena, f));
		}
		g_ptr_array_free(order, TRUE);
	}
	g_hash_table_destroy(done);
	return lines;
}

static ZnArray *stitch(ZnTopology *t, const ZnArray *arcs)
{
	Stitcher s = {.t = t};
	s.starts.by_place = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	s.ends.by_place = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	s.fragments = g_ptr_array_new_with_free_func(fragment_free);
	stitch_all(&s, arcs);
	ZnArray *lines = collect_lines(&s);
	g_hash_table_destroy(s.starts.by_place);
	g_hash_table_destroy(s.ends.by_place);
	g_ptr_array_free(s.fragments, TRUE);
	return lines;
}

ZnValue zn_topology_mesh(ZnTopology *t, ZnValue object, const char *pointer, const char *filter)
{
	ZnArena *arena = t->context->arena;
	Collector collector = {.t = t, .uses = zn_new_n(arena, ArcUse, MAX(t->n_arcs, 1))};
	bool interior = filter && !strcmp(filter, "interior"), exterior = filter && !strcmp(filter, "exterior");
	collect(&collector, object, pointer);
	ZnArray *arcs = zn_array_new(arena, 16);
	for (size_t i = 0; i < t->n_arcs; i++) {
		const ArcUse *use = &collector.uses[i];
		bool shared = use->first != use->last;
		if (use->used && (!interior || shared) && (!exterior || !shared))
			zn_array_push(arena, arcs, use->index);
	}
	ZnArray *lines = t->failed ? zn_array_new(arena, 0) : stitch(t, arcs);
	ZnArray *coordinates = zn_array_new(arena, lines->n);
	for (size_t i = 0; i < lines->n && !t->failed; i++)
		zn_array_push(arena, coordinates, zn_topology_line(t, lines->items[i], pointer));
	ZnObject *out = zn_object_new(arena);
	zn_object_set(arena, out, "type", zn_str("MultiLineString"));
	zn_object_set(arena, out, "coordinates", zn_arr(coordinates));
	return zn_obj(out);
}
