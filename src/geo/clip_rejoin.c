#include "geo/clip.h"
#include "geo/sphere.h"

/* A place where a ring meets the edge; it stands in two circular lists, that of the ring's segments and that of the edge. */
typedef struct Crossing Crossing;
struct Crossing {
	ZnGeoPoint *at;
	size_t segment;   /* subject list: which one starts or ends here */
	Crossing *other;  /* the same place in the other list */
	Crossing *next, *before;
	bool entry, visited;
};

typedef struct Rejoin {
	const ZnGeoLines *segments;
	const ZnClipEdge *edge;
	ZnGeoSink *sink;
	Crossing *subject, **clip; /* 2 a segment */
	size_t n;
} Rejoin;

/* A segment whose ends meet is a ring already. True when it has been sent. */
static bool send_closed(const Rejoin *r, ZnGeoPoint *points, size_t n)
{
	ZnGeoPoint *first = points, *last = points + n - 1;
	if (!zn_geo_near(first->x, first->y, last->x, last->y))
		return false;
	if (first->cut || last->cut) {
		last->x += 2 * ZN_GEO_EPSILON; /* it only touches itself: pull the ends apart */
		return false;
	}
	zn_sink_line_start(r->sink);
	for (size_t i = 0; i + 1 < n; i++)
		zn_sink_point(r->sink, points[i].x, points[i].y);
	zn_sink_line_end(r->sink);
	return true;
}

static void add_pair(Rejoin *r, Crossing *clip, ZnGeoPoint *at, size_t segment, bool entry)
{
	Crossing *subject = &r->subject[r->n];
	*subject = (Crossing){.at = at, .segment = segment, .other = clip, .entry = entry};
	*clip = (Crossing){.at = at, .other = subject, .entry = !entry};
	r->clip[r->n++] = clip;
}

static int compare(const void *a, const void *b, void *user)
{
	const Crossing *const *x = a, *const *y = b;
	const ZnClipEdge *edge = user;
	double order = edge->compare(edge, (*x)->at, (*y)->at);
	return order < 0 ? -1 : order > 0 ? 1 : 0;
}

static void link_up(Rejoin *r)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t next = (i + 1) % r->n;
		r->subject[i].next = &r->subject[next];
		r->subject[next].before = &r->subject[i];
		r->clip[i]->next = r->clip[next];
		r->clip[next]->before = r->clip[i];
	}
}

static void send_segment(const Rejoin *r, size_t segment, bool forward)
{
	size_t n;
	const ZnGeoPoint *points = zn_geo_lines_at(r->segments, segment, &n);
	for (size_t i = 0; i < n; i++) {
		const ZnGeoPoint *p = &points[forward ? i : n - 1 - i];
		zn_sink_point(r->sink, p->x, p->y);
	}
}

/* One ring: along a segment, then along the edge to the next one, and so on until it is back. */
static void trace(const Rejoin *r, Crossing *current)
{
	bool on_subject = true;
	zn_sink_line_start(r->sink);
	do {
		current->visited = current->other->visited = true;
		Crossing *to = current->entry ? current->next : current->before;
		if (on_subject)
			send_segment(r, current->entry ? current->segment : current->before->segment, current->entry);
		else
			r->edge->interpolate(r->edge, current->at, to->at, current->entry ? 1 : -1, r->sink);
		current = to->other;
		on_subject = !on_subject;
	} while (!current->visited);
	zn_sink_line_end(r->sink);
}

void zn_clip_rejoin(ZnGeoLines *segments, const ZnClipEdge *edge, bool start_inside, ZnGeoSink *sink)
{
	size_t count = zn_geo_lines_count(segments);
	g_autofree Crossing *subject = g_new0(Crossing, MAX(2 * count, 1)), *on_edge = g_new0(Crossing, MAX(2 * count, 1));
	g_autofree Crossing **clip = g_new0(Crossing *, MAX(2 * count, 1));
	Rejoin r = {.segments = segments, .edge = edge, .sink = sink, .subject = subject, .clip = clip};
	for (size_t i = 0; i < count; i++) {
		size_t n;
		ZnGeoPoint *points = zn_geo_lines_at(segments, i, &n);
		if (n < 2 || send_closed(&r, points, n))
			continue;
		add_pair(&r, &on_edge[r.n], points, i, true);
		add_pair(&r, &on_edge[r.n], points + n - 1, i, false);
	}
	if (!r.n)
		return;
	g_qsort_with_data(clip, (int)r.n, sizeof *clip, compare, (void *)edge);
	link_up(&r);
	for (size_t i = 0; i < r.n; i++)
		clip[i]->entry = start_inside = !start_inside;
	for (size_t i = 0; i < r.n; i++)
		if (!subject[i].visited)
			trace(&r, &subject[i]);
}
