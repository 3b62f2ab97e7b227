/* A contour may begin anywhere, and a straight line back to its beginning needs no words: a dear one is left out. Contours may come in any
 * order: the next one begins near where the last ended. How segments are grouped under operators is found by dynamic programming. */
#include "paint/pdf_charstring.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define MOST_OPERANDS 48 /* on a charstring's stack */
#define TRIED 4          /* beginnings a contour */
#define ONE 65536

/* --- numbers: 16.16, as charstrings have them --- */

static unsigned number_size(int32_t value)
{
	if (value % ONE)
		return 5;
	int whole = value / ONE;
	return whole >= -107 && whole <= 107 ? 1 : whole >= -1131 && whole <= 1131 ? 2 : 3;
}

static void put_byte(GByteArray *out, unsigned byte)
{
	const guint8 b = (guint8)byte;
	g_byte_array_append(out, &b, 1);
}

void zn_charstring_integer(GByteArray *out, int value)
{
	if (value >= -107 && value <= 107) {
		put_byte(out, (unsigned)(value + 139));
	} else if (value >= -1131 && value <= 1131) {
		unsigned rest = (unsigned)(value < 0 ? -value : value) - 108;
		put_byte(out, (value < 0 ? 251 : 247) + rest / 256);
		put_byte(out, rest % 256);
	} else {
		put_byte(out, 28);
		put_byte(out, (unsigned)value >> 8);
		put_byte(out, (unsigned)value);
	}
}

static void put_number(GByteArray *out, int32_t value)
{
	if (!(value % ONE)) {
		zn_charstring_integer(out, value / ONE);
		return;
	}
	put_byte(out, 255);
	for (int bits = 24; bits >= 0; bits -= 8)
		put_byte(out, (uint32_t)value >> bits);
}

/* --- outlines --- */

/* A line to d[0], d[1], or a curve whose points are d[0] d[1], d[2] d[3], d[4] d[5]: each from the one before. */
typedef struct Segment {
	int32_t d[6];
	uint8_t size[6];
	bool curve;
} Segment;

/* A contour written from one of its segments on. */
typedef struct Way {
	guint from, len;
	unsigned cost;              /* bytes */
	int64_t start[2], end[2];
} Way;

typedef struct Contour {
	int64_t start[2];
	GArray *segments; /* of Segment; all of them twice, so that they can be read from any place */
	guint n;
	Way ways[TRIED];
	guint n_ways;
	unsigned least;   /* cost of the ways */
} Contour;

typedef struct Pen {
	bool whole;
	int64_t at[2];
	GPtrArray *contours; /* of Contour */
} Pen;

static int64_t grid(const Pen *pen, double value)
{
	double limit = 16000; /* a difference of two fits into 16.16 */
	value = isfinite(value) ? CLAMP(value, -limit, limit) : 0;
	return pen->whole ? (int64_t)llround(value) * ONE : (int64_t)llround(value * ONE);
}

static void add_segment(Pen *pen, const double *points, int n)
{
	Segment segment = {.curve = n == 3};
	bool moves = false;
	int64_t at[2] = {pen->at[0], pen->at[1]};
	for (int i = 0; i < 2 * n; i++) {
		int64_t to = grid(pen, points[i]);
		segment.d[i] = (int32_t)(to - at[i % 2]);
		segment.size[i] = (uint8_t)number_size(segment.d[i]);
		at[i % 2] = to;
		moves = moves || segment.d[i];
	}
	memcpy(pen->at, at, sizeof at);
	if (moves && pen->contours->len) {
		Contour *contour = pen->contours->pdata[pen->contours->len - 1];
		g_array_append_val(contour->segments, segment);
	}
}

/* --- operators --- */

typedef enum { RLINE, HLINE, VLINE, RRCURVE, HHCURVE, VVCURVE, HVCURVE, VHCURVE, CURVELINE, LINECURVE, N_OPERATORS } Operator;
static const guint8 codes[N_OPERATORS] = {[RLINE] = 5,    [HLINE] = 6,    [VLINE] = 7,    [RRCURVE] = 8,    [HHCURVE] = 27,
                                          [VVCURVE] = 26, [HVCURVE] = 31, [VHCURVE] = 30, [CURVELINE] = 24, [LINECURVE] = 25};
static const bool begins_with_line[N_OPERATORS] = {[RLINE] = true, [HLINE] = true, [VLINE] = true, [LINECURVE] = true};
enum { RMOVE = 21, HMOVE = 22, VMOVE = 4, END = 14 };

/* A segment under an operator: which of its numbers are written, in order. */
typedef struct Part {
	uint8_t n, order[6];
	bool last;     /* the operator ends here */
	bool complete; /* it may end here */
} Part;

#define PART(...) (Part){sizeof((uint8_t[]){__VA_ARGS__}), {__VA_ARGS__}, false, true}

/* Curves that begin along one axis and end along the other, by turns; the last may end as it likes. */
static Part turning_part(const Segment *s, bool horizontal)
{
	if (!s->curve || s->d[horizontal ? 1 : 0])
		return (Part){0};
	bool free_end = s->d[horizontal ? 4 : 5];
	Part part = horizontal ? PART(0, 2, 3, 5, 4) : PART(1, 2, 3, 4, 5);
	part.n = free_end ? 5 : 4;
	part.last = free_end;
	return part;
}

/* Curves that begin and end along one axis; the first may begin as it likes. */
static Part level_part(const Segment *s, bool horizontal, unsigned k)
{
	if (!s->curve || s->d[horizontal ? 5 : 4])
		return (Part){0};
	if (!s->d[horizontal ? 1 : 0])
		return horizontal ? PART(0, 2, 3, 4) : PART(1, 2, 3, 5);
	if (k)
		return (Part){0};
	return horizontal ? PART(1, 0, 2, 3, 4) : PART(0, 1, 2, 3, 5);
}

/* The k-th segment of an operator; n = 0: it cannot be that. */
static Part part_of(Operator operator, unsigned k, const Segment *s)
{
	static const Part line = {2, {0, 1}, false, true}, curve = {6, {0, 1, 2, 3, 4, 5}, false, true}, none = {0};
	bool horizontal;
	Part part;
	switch (operator) {
	case RLINE:
		return s->curve ? none : line;
	case HLINE:
	case VLINE:
		horizontal = (operator == HLINE) == !(k % 2);
		return s->curve || s->d[horizontal ? 1 : 0] ? none : horizontal ? PART(0) : PART(1);
	case RRCURVE:
		return s->curve ? curve : none;
	case HHCURVE:
	case VVCURVE:
		return level_part(s, operator == HHCURVE, k);
	case HVCURVE:
	case VHCURVE:
		return turning_part(s, (operator == HVCURVE) == !(k % 2));
	default: /* many of a kind, then one of the other */
		part = s->curve ? curve : line;
		part.last = part.complete = s->curve == (operator == LINECURVE);
		return part.last && !k ? none : part;
	}
}

static unsigned part_size(const Part *part, const Segment *s)
{
	unsigned size = 0;
	for (unsigned i = 0; i < part->n; i++)
		size += s->size[part->order[i]];
	return size;
}

/* The cheapest way from a segment to the end. */
typedef struct Step {
	unsigned cost, n; /* bytes; segments of the operator */
	Operator operator;
} Step;

/* Fills steps[0..n]; returns the bytes of all. */
static unsigned plan(const Segment *segments, guint n, Step *steps)
{
	steps[n] = (Step){0};
	for (guint i = n; i-- > 0;) {
		steps[i] = (Step){.cost = G_MAXUINT};
		for (Operator operator = 0; operator < N_OPERATORS; operator++) {
			unsigned cost = 1, operands = 0;
			if (begins_with_line[operator] == segments[i].curve)
				continue;
			for (guint k = i; k < n; k++) {
				Part part = part_of(operator, k - i, &segments[k]);
				operands += part.n;
				if (!part.n || operands > MOST_OPERANDS)
					break;
				cost += part_size(&part, &segments[k]);
				if (part.complete && cost + steps[k + 1].cost < steps[i].cost)
					steps[i] = (Step){cost + steps[k + 1].cost, k + 1 - i, operator};
				if (part.last)
					break;
			}
		}
	}
	return steps[0].cost;
}

static void put_segments(GByteArray *out, const Segment *segments, guint n, const Step *steps)
{
	for (guint i = 0; i < n; i += steps[i].n) {
		for (unsigned k = 0; k < steps[i].n; k++) {
			Part part = part_of(steps[i].operator, k, &segments[i + k]);
			for (unsigned p = 0; p < part.n; p++)
				put_number(out, segments[i + k].d[part.order[p]]);
		}
		put_byte(out, codes[steps[i].operator]);
	}
}

/* --- contours --- */

/* What leaving out a closing line saves; 0 = it is a curve. */
static unsigned saving(const Segment *segments, guint n, guint i)
{
	const Segment *s = &segments[i], *before = &segments[(i + n - 1) % n], *after = &segments[(i + 1) % n];
	if (s->curve)
		return 0;
	return (s->d[0] ? s->size[0] : 0u) + (s->d[1] ? s->size[1] : 0u) + (before->curve && after->curve);
}

/* The segments to close with: lines, the dearest first; of curves alone, the last ones. Returns how many. */
static guint closing_segments(const Segment *segments, guint n, guint closers[TRIED])
{
	guint found = 0;
	for (guint i = 0; i < n; i++) {
		unsigned worth = saving(segments, n, i);
		guint place = found;
		while (place > 0 && saving(segments, n, closers[place - 1]) < worth)
			place--;
		if (!worth || place == TRIED)
			continue;
		found = MIN(found + 1, TRIED);
		memmove(closers + place + 1, closers + place, (found - place - 1) * sizeof *closers);
		closers[place] = i;
	}
	for (guint i = n; !saving(segments, n, closers[0]) && found < TRIED && i-- > 0;)
		closers[found++] = i;
	return found;
}

static void walk(const Segment *segments, guint n, int64_t at[2])
{
	for (guint i = 0; i < n; i++) {
		for (int k = 0; k < 6; k++)
			at[k % 2] += segments[i].d[k];
	}
}

static void find_ways(Contour *contour)
{
	guint n = contour->n = contour->segments->len, closers[TRIED] = {0};
	g_array_set_size(contour->segments, 2 * n);
	Segment *segments = (Segment *)contour->segments->data;
	memcpy(segments + n, segments, n * sizeof *segments);
	g_autofree Step *steps = g_new(Step, n + 1);
	contour->n_ways = closing_segments(segments, n, closers);
	contour->least = G_MAXUINT;
	for (guint i = 0; i < contour->n_ways; i++) {
		Way way = {.from = (closers[i] + 1) % n, .len = segments[closers[i]].curve ? n : n - 1};
		memcpy(way.start, contour->start, sizeof way.start);
		walk(segments, way.from, way.start);
		memcpy(way.end, way.start, sizeof way.end);
		walk(segments + way.from, way.len, way.end);
		way.cost = plan(segments + way.from, way.len, steps);
		contour->least = MIN(contour->least, way.cost);
		contour->ways[i] = way;
	}
}

static unsigned move_cost(const int64_t from[2], const int64_t to[2])
{
	int32_t dx = (int32_t)(to[0] - from[0]), dy = (int32_t)(to[1] - from[1]);
	return (dx ? number_size(dx) : 0) + (dy ? number_size(dy) : 0);
}

static void put_move(GByteArray *out, const int64_t from[2], const int64_t to[2])
{
	int32_t dx = (int32_t)(to[0] - from[0]), dy = (int32_t)(to[1] - from[1]);
	if (dx || !dy)
		put_number(out, dx);
	if (dy)
		put_number(out, dy);
	put_byte(out, dx && dy ? RMOVE : dy ? VMOVE : HMOVE);
}

/* The way that is best to go on with from a place; NULL = all contours are written. */
static const Way *next_way(const GPtrArray *contours, const int64_t at[2], Contour **next)
{
	const Way *best = NULL;
	unsigned least = G_MAXUINT;
	for (guint i = 0; i < contours->len; i++) {
		Contour *contour = contours->pdata[i];
		for (guint k = 0; k < contour->n_ways; k++) {
			unsigned cost = contour->ways[k].cost - contour->least + move_cost(at, contour->ways[k].start);
			if (cost < least) {
				least = cost;
				best = &contour->ways[k];
				*next = contour;
			}
		}
	}
	return best;
}

static void put_contours(GByteArray *out, const GPtrArray *contours)
{
	int64_t at[2] = {0, 0};
	Contour *contour;
	for (const Way *way; (way = next_way(contours, at, &contour));) {
		const Segment *segments = (const Segment *)contour->segments->data + way->from;
		g_autofree Step *steps = g_new(Step, way->len + 1);
		put_move(out, at, way->start);
		plan(segments, way->len, steps);
		put_segments(out, segments, way->len, steps);
		memcpy(at, way->end, sizeof at);
		contour->n_ways = 0;
	}
}

/* --- drawing --- */

static void contour_free(void *data)
{
	Contour *contour = data;
	g_array_unref(contour->segments);
	g_free(contour);
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	Pen *pen = data;
	Contour *contour = g_new0(Contour, 1);
	contour->start[0] = pen->at[0] = grid(pen, (double)x);
	contour->start[1] = pen->at[1] = grid(pen, (double)y);
	contour->segments = g_array_new(FALSE, FALSE, sizeof(Segment));
	g_ptr_array_add(pen->contours, contour);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	const double to[2] = {(double)x, (double)y};
	add_segment(data, to, 1);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x3, float y3,
                     void *user)
{
	const double to[6] = {(double)x1, (double)y1, (double)x2, (double)y2, (double)x3, (double)y3};
	add_segment(data, to, 3);
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
	Pen *pen = data;
	Contour *contour = pen->contours->len ? pen->contours->pdata[pen->contours->len - 1] : NULL;
	if (!contour)
		return;
	const double start[2] = {(double)contour->start[0] / ONE, (double)contour->start[1] / ONE};
	add_segment(pen, start, 1);
	if (contour->segments->len)
		find_ways(contour);
}

static void draw(const ZnCharstring *glyph, Pen *pen)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL); /* quadratic ones come as cubic */
	hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(glyph->font, glyph->id, funcs, pen);
#else
	hb_font_get_glyph_shape(glyph->font, glyph->id, funcs, pen);
#endif
	hb_draw_funcs_destroy(funcs);
}

void zn_charstring_append(GByteArray *out, const ZnCharstring *glyph)
{
	g_autoptr(GPtrArray) contours = g_ptr_array_new_with_free_func(contour_free);
	Pen pen = {.whole = glyph->whole, .contours = contours};
	draw(glyph, &pen);
	if (glyph->says_width)
		zn_charstring_integer(out, glyph->width);
	put_contours(out, contours);
	put_byte(out, END);
}
