#include "scene/path.h"

#include <math.h>

#define TAU (2 * G_PI)
#define EPSILON 1e-6
/* Control points of a quarter circle as Vega's rounded rectangles have them, counted from the corner (spencermortensen.com). */
#define CORNER 0.448084975506

ZnPathBuilder zn_path_builder(ZnArena *arena, ZnPath *path)
{
	return (ZnPathBuilder){.arena = arena, .path = path, .cos = 1};
}

static ZnPathOp *add(ZnPathBuilder *b, char op)
{
	zn_push(b->arena, b->path->ops, b->path->n, b->path->cap, (ZnPathOp){.op = op});
	return &b->path->ops[b->path->n - 1];
}

static void put(const ZnPathBuilder *b, double *to, double x, double y)
{
	to[0] = b->cos * x - b->sin * y + b->dx;
	to[1] = b->sin * x + b->cos * y + b->dy;
}

void zn_path_move(ZnPathBuilder *b, double x, double y)
{
	put(b, add(b, 'M')->x, x, y);
	b->x0 = b->x = x;
	b->y0 = b->y = y;
	b->started = true;
}

void zn_path_line(ZnPathBuilder *b, double x, double y)
{
	if (!b->started) {
		zn_path_move(b, x, y);
		return;
	}
	put(b, add(b, 'L')->x, x, y);
	b->x = x;
	b->y = y;
}

void zn_path_curve(ZnPathBuilder *b, double x1, double y1, double x2, double y2, double x, double y)
{
	if (!b->started)
		zn_path_move(b, x1, y1);
	ZnPathOp *op = add(b, 'C');
	put(b, op->x, x1, y1);
	put(b, op->x + 2, x2, y2);
	put(b, op->x + 4, x, y);
	b->x = x;
	b->y = y;
}

void zn_path_close(ZnPathBuilder *b)
{
	if (!b->started)
		return;
	add(b, 'Z');
	b->x = b->x0;
	b->y = b->y0;
}

static void arc_piece(ZnPathBuilder *b, double cx, double cy, double radius, double from, double to)
{
	double k = 4.0 / 3 * tan((to - from) / 4) * radius, x2 = cx + radius * cos(to), y2 = cy + radius * sin(to);
	zn_path_curve(b, cx + radius * cos(from) - k * sin(from), cy + radius * sin(from) + k * cos(from), x2 + k * sin(to), y2 - k * cos(to), x2, y2);
}

/* A piece between two multiples of a right angle lies in the box of its ends, as the circle does. */
static void arc_by_quarters(ZnPathBuilder *b, double cx, double cy, double radius, double a0, double turn)
{
	double sign = turn < 0 ? -1 : 1, end = a0 + turn;
	for (double at = a0; sign * (end - at) > EPSILON;) {
		double next = sign > 0 ? (floor(at / G_PI_2 + 1e-9) + 1) * G_PI_2 : (ceil(at / G_PI_2 - 1e-9) - 1) * G_PI_2;
		next = sign * (next - end) > 0 ? end : next;
		arc_piece(b, cx, cy, radius, at, next);
		at = next;
	}
}

void zn_path_arc(ZnPathBuilder *b, double cx, double cy, double radius, double a0, double a1, bool counterclockwise)
{
	double x0 = cx + radius * cos(a0), y0 = cy + radius * sin(a0);
	if (!b->started)
		zn_path_move(b, x0, y0);
	else if (fabs(b->x - x0) > EPSILON || fabs(b->y - y0) > EPSILON)
		zn_path_line(b, x0, y0);
	double turn = counterclockwise ? a0 - a1 : a1 - a0;
	if (!(radius > 0) || !isfinite(turn))
		return;
	if (turn < 0)
		turn = fmod(turn, TAU) + TAU;
	turn = MIN(turn, TAU);
	if (!(turn > EPSILON))
		return;
	/* Pieces of at most a quarter turn: the largest error of the radius is then 0.03 %. */
	int n = (int)ceil(turn / (G_PI_2 + 1e-3));
	if (b->quarters) {
		arc_by_quarters(b, cx, cy, radius, a0, counterclockwise ? -turn : turn);
		return;
	}
	double step = (counterclockwise ? -turn : turn) / n;
	for (int i = 0; i < n; i++)
		arc_piece(b, cx, cy, radius, a0 + step * i, a0 + step * (i + 1));
}

void zn_path_rect(ZnPathBuilder *b, double x, double y, double width, double height, const double corner[4])
{
	double most = MIN(width, height) / 2, r[4], x2 = x + width, y2 = y + height;
	bool round = false;
	for (int i = 0; i < 4; i++) {
		r[i] = corner ? MAX(0, MIN(corner[i], most)) : 0;
		round |= r[i] > 0;
	}
	if (!round) {
		zn_path_move(b, x, y);
		zn_path_line(b, x2, y);
		zn_path_line(b, x2, y2);
		zn_path_line(b, x, y2);
		zn_path_close(b);
		return;
	}
	zn_path_move(b, x + r[0], y);
	zn_path_line(b, x2 - r[1], y);
	zn_path_curve(b, x2 - CORNER * r[1], y, x2, y + CORNER * r[1], x2, y + r[1]);
	zn_path_line(b, x2, y2 - r[2]);
	zn_path_curve(b, x2, y2 - CORNER * r[2], x2 - CORNER * r[2], y2, x2 - r[2], y2);
	zn_path_line(b, x + r[3], y2);
	zn_path_curve(b, x + CORNER * r[3], y2, x, y2 - CORNER * r[3], x, y2 - r[3]);
	zn_path_line(b, x, y + r[0]);
	zn_path_curve(b, x, y + CORNER * r[0], x + CORNER * r[0], y, x + r[0], y);
	zn_path_close(b);
}

/* --- one function a mark --- */

static void rect_path(ZnPathBuilder *b, const ZnItem *item)
{
	zn_path_rect(b, item->x, item->y, item->width, item->height, item->corner);
}

static void group_path(ZnPathBuilder *b, const ZnItem *item)
{
	/* Vega shifts frames so that a stroke of one pixel is crisp, less the further the width is from 1. */
	double shift = item->stroke_offset;
	if (isnan(shift))
		shift = item->stroke.kind && item->stroke_width > 0.5 && item->stroke_width < 1.5 ? 0.5 - fabs(item->stroke_width - 1) : 0;
	b->dx = b->dy = shift;
	rect_path(b, item);
}

static void rule_path(ZnPathBuilder *b, const ZnItem *item)
{
	zn_path_move(b, item->x, item->y);
	zn_path_line(b, item->x2, item->y2);
}

static void symbol_path(ZnPathBuilder *b, const ZnItem *item)
{
	double angle = item->symbol.angle * G_PI / 180;
	b->dx = item->x;
	b->dy = item->y;
	b->cos = cos(angle);
	b->sin = sin(angle);
	zn_path_add_symbol(b, item->symbol.shape, item->symbol.size);
}

static void arc_path(ZnPathBuilder *b, const ZnItem *item)
{
	b->dx = item->x;
	b->dy = item->y;
	zn_path_add_arc_mark(b, item->arc.start, item->arc.end, item->arc.inner, item->arc.outer, item->arc.pad, item->arc.corner_radius);
}

static void trail_piece(ZnPathBuilder *b, const ZnPoint *from, const ZnPoint *to)
{
	double r1 = from->size / 2, r2 = to->size / 2, ux = from->y - to->y, uy = to->x - from->x, length = hypot(ux, uy);
	if (length > 0) {
		ux /= length;
		uy /= length;
		double normal = atan2(uy, ux);
		zn_path_move(b, from->x - ux * r1, from->y - uy * r1);
		zn_path_line(b, to->x - ux * r2, to->y - uy * r2);
		zn_path_arc(b, to->x, to->y, r2, normal - G_PI, normal, false);
		zn_path_line(b, from->x + ux * r1, from->y + uy * r1);
		zn_path_arc(b, from->x, from->y, r1, normal, normal + G_PI, false);
	} else {
		zn_path_move(b, to->x + r2, to->y);
		zn_path_arc(b, to->x, to->y, r2, 0, TAU, false);
	}
	zn_path_close(b);
}

static void trail_path(ZnPathBuilder *b, const ZnItem *item)
{
	for (size_t i = 1; i < item->line.n; i++) {
		const ZnPoint *from = &item->line.points[i - 1], *to = from + 1;
		if (!from->gap && !to->gap)
			trail_piece(b, from, to);
	}
}

static void shape_path(ZnPathBuilder *b, const ZnItem *item)
{
	for (size_t i = 0; i < item->path.n; i++)
		zn_push(b->arena, b->path->ops, b->path->n, b->path->cap, item->path.ops[i]);
}

static void (*const outlines[])(ZnPathBuilder *, const ZnItem *) = {
    [ZN_ITEM_RECT] = rect_path,        [ZN_ITEM_GROUP] = group_path,      [ZN_ITEM_RULE] = rule_path,
    [ZN_ITEM_LINE] = zn_path_add_line, [ZN_ITEM_AREA] = zn_path_add_area, [ZN_ITEM_TRAIL] = trail_path,
    [ZN_ITEM_SYMBOL] = symbol_path,    [ZN_ITEM_ARC] = arc_path,          [ZN_ITEM_SHAPE] = shape_path,
};

void zn_item_path(ZnArena *arena, const ZnItem *item, ZnPath *out)
{
	out->n = 0;
	ZnPathBuilder b = zn_path_builder(arena, out);
	if (item->type < G_N_ELEMENTS(outlines) && outlines[item->type])
		outlines[item->type](&b, item);
}

/* --- bounds --- */

static void include(double box[4], int axis, double value)
{
	box[axis] = MIN(box[axis], value);
	box[axis + 2] = MAX(box[axis + 2], value);
}

/* Where one coordinate of a Bézier curve turns around inside the curve. */
static void include_curve(double box[4], int axis, double p0, double p1, double p2, double p3)
{
	include(box, axis, p3);
	if (MIN(p1, p2) >= MIN(p0, p3) && MAX(p1, p2) <= MAX(p0, p3))
		return;
	double a = p3 - p0 + 3 * (p1 - p2), b = 2 * (p0 - 2 * p1 + p2), c = p1 - p0, roots[2];
	double root = b * b - 4 * a * c;
	if (root < 0)
		return;
	if (fabs(a) < 1e-12) {
		roots[0] = roots[1] = fabs(b) < 1e-12 ? 0 : -c / b;
	} else {
		roots[0] = (-b + sqrt(root)) / (2 * a);
		roots[1] = (-b - sqrt(root)) / (2 * a);
	}
	for (int i = 0; i < 2; i++) {
		double t = roots[i], u = 1 - t;
		if (t > 0 && t < 1)
			include(box, axis, u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3);
	}
}

bool zn_path_bounds(const ZnPath *path, double box[4])
{
	double at[2] = {0, 0}, found[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
	for (size_t i = 0; i < path->n; i++) {
		const ZnPathOp *op = &path->ops[i];
		if (op->op == 'Z')
			continue;
		const double *end = op->op == 'C' ? op->x + 4 : op->x;
		for (int axis = 0; axis < 2; axis++) {
			if (op->op == 'C')
				include_curve(found, axis, at[axis], op->x[axis], op->x[2 + axis], end[axis]);
			else
				include(found, axis, end[axis]);
			at[axis] = end[axis];
		}
	}
	if (found[0] > found[2])
		return false;
	for (int i = 0; i < 4; i++)
		box[i] = found[i];
	return true;
}

bool zn_item_path_bounds(ZnArena *arena, const ZnItem *item, double box[4])
{
	ZnPath path = {0};
	ZnPathBuilder b = zn_path_builder(arena, &path);
	b.quarters = true;
	if (item->type < G_N_ELEMENTS(outlines) && outlines[item->type])
		outlines[item->type](&b, item);
	return zn_path_bounds(&path, box);
}

bool zn_path_parse_svg(ZnArena *arena, const char *svg, ZnPath *out)
{
	ZnPathBuilder b = zn_path_builder(arena, out);
	return zn_path_add_svg(&b, svg, 1);
}
