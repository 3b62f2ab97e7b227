/* Lines and areas: the curves of d3-shape (ISC licence, Mike Bostock).
 *
 * A curve receives the points of one stretch between start and end. An area's stretch has two: along one edge and back along the
 * other, joined into one outline; the closed curves draw two outlines instead. */
#include "scene/path.h"

#include <math.h>

#define EPSILON 1e-12

/* Which part of an outline the stretch is. */
typedef enum { ALONE, FORTH, BACK } Part;

typedef struct Curve {
	ZnPathBuilder *b;
	const struct CurveKind *kind;
	Part part;
	int seen;                                           /* points so far, until the curve has all it needs to go on */
	bool mirrored;                                      /* x and y change places (monotone curves of what runs down) */
	double parameter;                                   /* tension, alpha, beta, or where a step lies */
	double x0, y0, x1, y1, x2, y2;                      /* the last points, the newest last */
	double x3, y3, x4, y4, x5, y5;                      /* closed curves: the first points, to come back to */
	double l01_a, l12_a, l23_a, l01_2a, l12_2a, l23_2a; /* Catmull-Rom: distances to the power of alpha and 2 alpha */
	double slope;
	ZnPoint *points; /* curves that need all points at once */
	size_t n, cap;
} Curve;

typedef struct CurveKind {
	void (*point)(Curve *, double x, double y);
	void (*end)(Curve *);
	bool closed;      /* each edge of an area is an outline of its own */
	double parameter; /* where the item gives no tension */
} CurveKind;

static void move(Curve *c, double x, double y)
{
	c->mirrored ? zn_path_move(c->b, y, x) : zn_path_move(c->b, x, y);
}

static void line(Curve *c, double x, double y)
{
	c->mirrored ? zn_path_line(c->b, y, x) : zn_path_line(c->b, x, y);
}

static void bezier(Curve *c, double x1, double y1, double x2, double y2, double x, double y)
{
	c->mirrored ? zn_path_curve(c->b, y1, x1, y2, x2, y, x) : zn_path_curve(c->b, x1, y1, x2, y2, x, y);
}

/* The first point of a stretch: an area's way back goes on from the way forth. */
static void first(Curve *c, double x, double y)
{
	(c->part == BACK ? line : move)(c, x, y);
}

/* The end of a stretch: an area closes its outline, a single point becomes a dot that caps make visible. */
static void finish(Curve *c, bool dot)
{
	if (c->part == BACK || (c->part == ALONE && dot))
		zn_path_close(c->b);
}

static void shift2(Curve *c, double x, double y)
{
	c->x0 = c->x1, c->x1 = x;
	c->y0 = c->y1, c->y1 = y;
}

static void shift3(Curve *c, double x, double y)
{
	c->x0 = c->x1, c->x1 = c->x2, c->x2 = x;
	c->y0 = c->y1, c->y1 = c->y2, c->y2 = y;
}

/* --- linear and step --- */

static void linear_point(Curve *c, double x, double y)
{
	(c->seen ? line : first)(c, x, y);
	c->seen = MIN(c->seen + 1, 2);
}

static void linear_end(Curve *c)
{
	finish(c, c->seen == 1);
}

static void linear_closed_end(Curve *c)
{
	if (c->seen)
		zn_path_close(c->b);
}

static void step_point(Curve *c, double x, double y)
{
	double t = c->part == BACK ? 1 - c->parameter : c->parameter;
	if (!c->seen) {
		first(c, x, y);
	} else if (t <= 0) {
		line(c, c->x1, y);
		line(c, x, y);
	} else {
		double middle = c->x1 * (1 - t) + x * t;
		line(c, middle, c->y1);
		line(c, middle, y);
	}
	c->seen = MIN(c->seen + 1, 2);
	shift2(c, x, y);
}

static void step_end(Curve *c)
{
	if (c->parameter > 0 && c->parameter < 1 && c->seen == 2)
		line(c, c->x1, c->y1);
	finish(c, c->seen == 1);
}

/* --- B-splines --- */

static void basis_piece(Curve *c, double x, double y)
{
	bezier(c, (2 * c->x0 + c->x1) / 3, (2 * c->y0 + c->y1) / 3, (c->x0 + 2 * c->x1) / 3, (c->y0 + 2 * c->y1) / 3,
	       (c->x0 + 4 * c->x1 + x) / 6, (c->y0 + 4 * c->y1 + y) / 6);
}

static void basis_point(Curve *c, double x, double y)
{
	if (c->seen == 0) {
		first(c, x, y);
	} else if (c->seen >= 2) {
		if (c->seen == 2)
			line(c, (5 * c->x0 + c->x1) / 6, (5 * c->y0 + c->y1) / 6);
		basis_piece(c, x, y);
	}
	c->seen = MIN(c->seen + 1, 3);
	shift2(c, x, y);
}

static void basis_end(Curve *c)
{
	if (c->seen == 3)
		basis_piece(c, c->x1, c->y1);
	if (c->seen >= 2)
		line(c, c->x1, c->y1);
	finish(c, c->seen == 1);
}

static void basis_open_point(Curve *c, double x, double y)
{
	if (c->seen == 2)
		first(c, (c->x0 + 4 * c->x1 + x) / 6, (c->y0 + 4 * c->y1 + y) / 6);
	else if (c->seen > 2)
		basis_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 4);
	shift2(c, x, y);
}

static void open_end(Curve *c)
{
	finish(c, c->seen == 3);
}

/* Keeps the first three points: closed curves come back to them. */
static void remember(Curve *c, double x, double y)
{
	switch (c->seen) {
	case 0:
		c->x3 = x, c->y3 = y;
		break;
	case 1:
		c->x4 = x, c->y4 = y;
		break;
	case 2:
		c->x5 = x, c->y5 = y;
	}
}

static void closed_again(Curve *c)
{
	c->kind->point(c, c->x3, c->y3);
	c->kind->point(c, c->x4, c->y4);
	c->kind->point(c, c->x5, c->y5);
}

static void basis_closed_point(Curve *c, double x, double y)
{
	remember(c, x, y);
	if (c->seen == 2)
		move(c, (c->x0 + 4 * c->x1 + x) / 6, (c->y0 + 4 * c->y1 + y) / 6);
	else if (c->seen > 2)
		basis_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 3);
	shift2(c, x, y);
}

static void basis_closed_end(Curve *c)
{
	if (c->seen == 1) {
		move(c, c->x3, c->y3);
		zn_path_close(c->b);
	} else if (c->seen == 2) {
		move(c, (c->x3 + 2 * c->x4) / 3, (c->y3 + 2 * c->y4) / 3);
		line(c, (c->x4 + 2 * c->x3) / 3, (c->y4 + 2 * c->y3) / 3);
		zn_path_close(c->b);
	} else if (c->seen == 3) {
		closed_again(c);
	}
}

/* --- cardinal splines; Catmull-Rom splines (parameter alpha) differ in the weight of the distances --- */

static void cardinal_piece(Curve *c, double x, double y)
{
	double k = (1 - c->parameter) / 6;
	bezier(c, c->x1 + k * (c->x2 - c->x0), c->y1 + k * (c->y2 - c->y0), c->x2 + k * (c->x1 - x), c->y2 + k * (c->y1 - y), c->x2, c->y2);
}

static void cardinal_point(Curve *c, double x, double y)
{
	if (c->seen == 0)
		first(c, x, y);
	else if (c->seen == 1)
		c->x1 = x, c->y1 = y;
	else
		cardinal_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 3);
	shift3(c, x, y);
}

static void cardinal_end(Curve *c)
{
	if (c->seen == 2)
		line(c, c->x2, c->y2);
	else if (c->seen == 3)
		cardinal_piece(c, c->x1, c->y1);
	finish(c, c->seen == 1);
}

static void cardinal_open_point(Curve *c, double x, double y)
{
	if (c->seen == 2)
		first(c, c->x2, c->y2);
	else if (c->seen > 2)
		cardinal_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 4);
	shift3(c, x, y);
}

static void cardinal_closed_point(Curve *c, double x, double y)
{
	remember(c, x, y);
	if (c->seen == 1)
		move(c, x, y);
	else if (c->seen > 2)
		cardinal_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 3);
	shift3(c, x, y);
}

static void closed_end(Curve *c)
{
	if (c->seen == 1) {
		move(c, c->x3, c->y3);
		zn_path_close(c->b);
	} else if (c->seen == 2) {
		line(c, c->x3, c->y3);
		zn_path_close(c->b);
	} else if (c->seen == 3) {
		closed_again(c);
	}
}

static void catmull_rom_piece(Curve *c, double x, double y)
{
	double x1 = c->x1, y1 = c->y1, x2 = c->x2, y2 = c->y2;
	if (c->l01_a > EPSILON) {
		double a = 2 * c->l01_2a + 3 * c->l01_a * c->l12_a + c->l12_2a, n = 3 * c->l01_a * (c->l01_a + c->l12_a);
		x1 = (x1 * a - c->x0 * c->l12_2a + c->x2 * c->l01_2a) / n;
		y1 = (y1 * a - c->y0 * c->l12_2a + c->y2 * c->l01_2a) / n;
	}
	if (c->l23_a > EPSILON) {
		double a = 2 * c->l23_2a + 3 * c->l23_a * c->l12_a + c->l12_2a, n = 3 * c->l23_a * (c->l23_a + c->l12_a);
		x2 = (x2 * a + c->x1 * c->l23_2a - x * c->l12_2a) / n;
		y2 = (y2 * a + c->y1 * c->l23_2a - y * c->l12_2a) / n;
	}
	bezier(c, x1, y1, x2, y2, c->x2, c->y2);
}

static void catmull_rom_measure(Curve *c, double x, double y)
{
	if (!c->seen)
		return;
	double dx = c->x2 - x, dy = c->y2 - y;
	c->l23_2a = pow(dx * dx + dy * dy, c->parameter);
	c->l23_a = sqrt(c->l23_2a);
}

static void catmull_rom_shift(Curve *c, double x, double y)
{
	c->l01_a = c->l12_a, c->l12_a = c->l23_a;
	c->l01_2a = c->l12_2a, c->l12_2a = c->l23_2a;
	shift3(c, x, y);
}

static void catmull_rom_point(Curve *c, double x, double y)
{
	catmull_rom_measure(c, x, y);
	if (c->seen == 0)
		first(c, x, y);
	else if (c->seen >= 2)
		catmull_rom_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 3);
	catmull_rom_shift(c, x, y);
}

static void catmull_rom_end(Curve *c)
{
	if (c->seen == 2)
		line(c, c->x2, c->y2);
	else if (c->seen == 3)
		catmull_rom_point(c, c->x2, c->y2);
	finish(c, c->seen == 1);
}

static void catmull_rom_open_point(Curve *c, double x, double y)
{
	catmull_rom_measure(c, x, y);
	if (c->seen == 2)
		first(c, c->x2, c->y2);
	else if (c->seen > 2)
		catmull_rom_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 4);
	catmull_rom_shift(c, x, y);
}

static void catmull_rom_closed_point(Curve *c, double x, double y)
{
	catmull_rom_measure(c, x, y);
	remember(c, x, y);
	if (c->seen == 1)
		move(c, x, y);
	else if (c->seen > 2)
		catmull_rom_piece(c, x, y);
	c->seen = MIN(c->seen + 1, 3);
	catmull_rom_shift(c, x, y);
}

/* --- monotone: Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy and Astrophysics 239 (1990) --- */

static int sign(double x)
{
	return x < 0 ? -1 : 1;
}

static double slope_inside(const Curve *c, double x, double y)
{
	double h0 = c->x1 - c->x0, h1 = x - c->x1;
	double s0 = (c->y1 - c->y0) / (h0 != 0 ? h0 : h1 < 0 ? -0.0 : 0.0), s1 = (y - c->y1) / (h1 != 0 ? h1 : h0 < 0 ? -0.0 : 0.0);
	double parabola = (s0 * h1 + s1 * h0) / (h0 + h1);
	if (isnan(s0) || isnan(s1) || isnan(parabola))
		return 0;
	return (sign(s0) + sign(s1)) * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(parabola));
}

static double slope_at_end(const Curve *c, double other)
{
	double h = c->x1 - c->x0;
	return h != 0 ? (3 * (c->y1 - c->y0) / h - other) / 2 : other;
}

static void monotone_piece(Curve *c, double slope0, double slope1)
{
	double dx = (c->x1 - c->x0) / 3;
	bezier(c, c->x0 + dx, c->y0 + dx * slope0, c->x1 - dx, c->y1 - dx * slope1, c->x1, c->y1);
}

static void monotone_point(Curve *c, double x, double y)
{
	if (c->mirrored) {
		double swap = x;
		x = y;
		y = swap;
	}
	if (c->seen && x == c->x1 && y == c->y1)
		return;
	double slope = 0;
	if (c->seen == 0) {
		first(c, x, y);
	} else if (c->seen >= 2) {
		slope = slope_inside(c, x, y);
		monotone_piece(c, c->seen == 2 ? slope_at_end(c, slope) : c->slope, slope);
	}
	c->seen = MIN(c->seen + 1, 3);
	shift2(c, x, y);
	c->slope = slope;
}

static void monotone_end(Curve *c)
{
	if (c->seen == 2)
		line(c, c->x1, c->y1);
	else if (c->seen == 3)
		monotone_piece(c, c->slope, slope_at_end(c, c->slope));
	finish(c, c->seen == 1);
}

/* --- curves that look at all points first --- */

static void collect(Curve *c, double x, double y)
{
	zn_push(c->b->arena, c->points, c->n, c->cap, ((ZnPoint){.x = x, .y = y}));
}

/* The bundle is a B-spline pulled towards the straight line between its ends. */
static void bundle_end(Curve *c)
{
	if (c->n > 1) {
		const ZnPoint *p = c->points, *last = &p[c->n - 1];
		double beta = c->parameter;
		for (size_t i = 0; i < c->n; i++) {
			double t = (double)i / (double)(c->n - 1);
			basis_point(c, beta * p[i].x + (1 - beta) * (p->x + t * (last->x - p->x)),
			            beta * p[i].y + (1 - beta) * (p->y + t * (last->y - p->y)));
		}
	}
	basis_end(c);
}

/* The control points of the n pieces of a natural cubic spline through n + 1 points, in one coordinate:
 * https://www.particleincell.com/2012/bezier-splines/. */
static void natural_controls(ZnArena *arena, const ZnPoint *points, size_t n, bool vertical, double *first_control, double *second_control)
{
#define VALUE(i) (vertical ? points[i].y : points[i].x)
	double *b = zn_new_n(arena, double, n), *r = zn_new_n(arena, double, n);
	b[0] = 2;
	r[0] = VALUE(0) + 2 * VALUE(1);
	for (size_t i = 1; i < n; i++) {
		bool last = i == n - 1;
		double m = (last ? 2 : 1) / b[i - 1];
		b[i] = (last ? 7 : 4) - m;
		r[i] = (last ? 8 * VALUE(i) + VALUE(n) : 4 * VALUE(i) + 2 * VALUE(i + 1)) - m * r[i - 1];
	}
	first_control[n - 1] = r[n - 1] / b[n - 1];
	for (size_t i = n - 1; i-- > 0;)
		first_control[i] = (r[i] - first_control[i + 1]) / b[i];
	for (size_t i = 0; i + 1 < n; i++)
		second_control[i] = 2 * VALUE(i + 1) - first_control[i + 1];
	second_control[n - 1] = (VALUE(n) + first_control[n - 1]) / 2;
#undef VALUE
}

static void natural_end(Curve *c)
{
	if (c->n)
		first(c, c->points[0].x, c->points[0].y);
	if (c->n == 2) {
		line(c, c->points[1].x, c->points[1].y);
	} else if (c->n > 2) {
		size_t n = c->n - 1;
		double *controls = zn_new_n(c->b->arena, double, n * 4);
		natural_controls(c->b->arena, c->points, n, false, controls, controls + n);
		natural_controls(c->b->arena, c->points, n, true, controls + 2 * n, controls + 3 * n);
		for (size_t i = 0; i < n; i++)
			bezier(c, controls[i], controls[2 * n + i], controls[n + i], controls[3 * n + i], c->points[i + 1].x, c->points[i + 1].y);
	}
	finish(c, c->n == 1);
}

static const CurveKind kinds[ZN_N_CURVES] = {
    [ZN_CURVE_LINEAR] = {linear_point, linear_end},
    [ZN_CURVE_LINEAR_CLOSED] = {linear_point, linear_closed_end, .closed = true},
    [ZN_CURVE_STEP] = {step_point, step_end, .parameter = 0.5},
    [ZN_CURVE_STEP_BEFORE] = {step_point, step_end, .parameter = 0},
    [ZN_CURVE_STEP_AFTER] = {step_point, step_end, .parameter = 1},
    [ZN_CURVE_BASIS] = {basis_point, basis_end},
    [ZN_CURVE_BASIS_OPEN] = {basis_open_point, open_end},
    [ZN_CURVE_BASIS_CLOSED] = {basis_closed_point, basis_closed_end, .closed = true},
    [ZN_CURVE_CARDINAL] = {cardinal_point, cardinal_end},
    [ZN_CURVE_CARDINAL_OPEN] = {cardinal_open_point, open_end},
    [ZN_CURVE_CARDINAL_CLOSED] = {cardinal_closed_point, closed_end, .closed = true},
    [ZN_CURVE_BUNDLE] = {collect, bundle_end, .parameter = 0.85},
    [ZN_CURVE_MONOTONE] = {monotone_point, monotone_end},
    [ZN_CURVE_NATURAL] = {collect, natural_end},
    [ZN_CURVE_CATMULL_ROM] = {catmull_rom_point, catmull_rom_end, .parameter = 0.5},
    [ZN_CURVE_CATMULL_ROM_OPEN] = {catmull_rom_open_point, open_end, .parameter = 0.5},
    [ZN_CURVE_CATMULL_ROM_CLOSED] = {catmull_rom_closed_point, closed_end, .closed = true, .parameter = 0.5},
};

/* Catmull-Rom with alpha 0 is the cardinal spline of tension 0 (the distances would all be 1, but coincident points too). */
static const CurveKind *uniform_kind(ZnCurve curve)
{
	switch (curve) {
	case ZN_CURVE_CATMULL_ROM:
		return &kinds[ZN_CURVE_CARDINAL];
	case ZN_CURVE_CATMULL_ROM_OPEN:
		return &kinds[ZN_CURVE_CARDINAL_OPEN];
	case ZN_CURVE_CATMULL_ROM_CLOSED:
		return &kinds[ZN_CURVE_CARDINAL_CLOSED];
	default:
		return NULL;
	}
}

static bool takes_tension(ZnCurve curve)
{
	return curve >= ZN_CURVE_CARDINAL && curve != ZN_CURVE_MONOTONE && curve != ZN_CURVE_NATURAL;
}

static Curve curve_new(ZnPathBuilder *b, const ZnItem *item, Part part)
{
	ZnCurve curve = item->curve < ZN_N_CURVES ? (ZnCurve)item->curve : ZN_CURVE_LINEAR;
	Curve c = {.b = b, .kind = &kinds[curve], .parameter = kinds[curve].parameter};
	c.part = c.kind->closed ? ALONE : part;
	if (takes_tension(curve) && !isnan(item->tension))
		c.parameter = item->tension;
	if (c.parameter == 0 && uniform_kind(curve))
		c.kind = uniform_kind(curve);
	c.mirrored = curve == ZN_CURVE_MONOTONE && item->orient_horizontal;
	return c;
}

/* The end of the stretch that starts at `from`: the next gap or the end. */
static size_t stretch_end(const ZnItem *item, size_t from)
{
	while (from < item->line.n && !item->line.points[from].gap)
		from++;
	return from;
}

static void forth(ZnPathBuilder *b, const ZnItem *item, size_t from, size_t to, Part part)
{
	Curve c = curve_new(b, item, part);
	for (size_t i = from; i < to; i++)
		c.kind->point(&c, item->line.points[i].x, item->line.points[i].y);
	c.kind->end(&c);
}

void zn_path_add_line(ZnPathBuilder *b, const ZnItem *item)
{
	for (size_t from = 0, to; from < item->line.n; from = to + 1) {
		to = stretch_end(item, from);
		if (to > from)
			forth(b, item, from, to, ALONE);
	}
}

void zn_path_add_area(ZnPathBuilder *b, const ZnItem *item)
{
	for (size_t from = 0, to; from < item->line.n; from = to + 1) {
		to = stretch_end(item, from);
		if (to == from)
			continue;
		forth(b, item, from, to, FORTH);
		Curve back = curve_new(b, item, BACK);
		for (size_t i = to; i-- > from;)
			back.kind->point(&back, item->line.points[i].x2, item->line.points[i].y2);
		back.kind->end(&back);
	}
}
