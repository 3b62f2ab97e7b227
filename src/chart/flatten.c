/* The tree becomes a flat scene in Vega's paint order (vega-scenegraph marks/group.js, util/visit.js). */
#include "chart/node.h"

#include <math.h>
#include <stdlib.h>

typedef struct Flattener {
	ZnScene *scene;
	double x, y; /* origin of the group */
	bool clipped;
	double clip[4], clip_corner[4];
} Flattener;

static void flatten_group(Flattener f, const ZnGroup *group);

/* Narrows the clip by a rectangle in the group's coordinates. */
static void add_clip(Flattener *f, double width, double height, const double *corner)
{
	double x1 = f->x, y1 = f->y, x2 = f->x + width, y2 = f->y + height;
	if (f->clipped) {
		x1 = MAX(x1, f->clip[0]);
		y1 = MAX(y1, f->clip[1]);
		x2 = MIN(x2, f->clip[0] + f->clip[2]);
		y2 = MIN(y2, f->clip[1] + f->clip[3]);
	}
	bool whole = x1 == f->x && y1 == f->y && x2 == f->x + width && y2 == f->y + height;
	f->clipped = true;
	f->clip[0] = x1;
	f->clip[1] = y1;
	f->clip[2] = MAX(0, x2 - x1);
	f->clip[3] = MAX(0, y2 - y1);
	for (int i = 0; i < 4; i++)
		f->clip_corner[i] = corner && whole ? corner[i] : 0; /* a cut-off corner is square */
}

static ZnPoint *move_points(ZnArena *arena, const ZnPoint *points, size_t n, double dx, double dy)
{
	ZnPoint *moved = zn_new_n(arena, ZnPoint, n);
	for (size_t i = 0; i < n; i++) {
		moved[i] = points[i];
		moved[i].x += dx;
		moved[i].x2 += dx;
		moved[i].y += dy;
		moved[i].y2 += dy;
	}
	return moved;
}

static ZnPathOp *move_ops(ZnArena *arena, const ZnPathOp *ops, size_t n, double dx, double dy)
{
	ZnPathOp *moved = zn_new_n(arena, ZnPathOp, n);
	for (size_t i = 0; i < n; i++) {
		moved[i].op = ops[i].op;
		for (int k = 0; k < 6; k += 2) {
			moved[i].x[k] = ops[i].x[k] + dx;
			moved[i].x[k + 1] = ops[i].x[k + 1] + dy;
		}
	}
	return moved;
}

/* The part of a box x, y, width, height that lies in another. */
static void narrow(double box[4], const double other[4])
{
	double x2 = MIN(box[0] + box[2], other[0] + other[2]), y2 = MIN(box[1] + box[3], other[1] + other[3]);
	box[0] = MAX(box[0], other[0]);
	box[1] = MAX(box[1], other[1]);
	box[2] = MAX(0, x2 - box[0]);
	box[3] = MAX(0, y2 - box[1]);
}

static void drop_transparent(ZnPaint *paint)
{
	if (paint->kind == ZN_PAINT_COLOR && !(paint->color.a > 0))
		paint->kind = ZN_PAINT_NONE;
}

static void add_item(const Flattener *f, const ZnItem *item)
{
	ZnItem moved = *item;
	drop_transparent(&moved.fill);
	drop_transparent(&moved.stroke);
	ZnArena *arena = f->scene->arena;
	moved.x += f->x;
	moved.y += f->y;
	moved.x2 += f->x;
	moved.y2 += f->y;
	if (item->type == ZN_ITEM_LINE || item->type == ZN_ITEM_AREA || item->type == ZN_ITEM_TRAIL)
		moved.line.points = move_points(arena, item->line.points, item->line.n, f->x, f->y);
	else if (item->type == ZN_ITEM_SHAPE)
		moved.path.ops = move_ops(arena, item->path.ops, item->path.n, f->x, f->y);
	if (moved.clipped) { /* a clip of its own, within the group's */
		moved.clip[0] += f->x;
		moved.clip[1] += f->y;
		if (f->clipped)
			narrow(moved.clip, f->clip);
	} else if (f->clipped) {
		moved.clipped = true;
		for (int i = 0; i < 4; i++) {
			moved.clip[i] = f->clip[i];
			moved.clip_corner[i] = f->clip_corner[i];
		}
	}
	zn_scene_push(f->scene, &moved);
}

static void add_marks(Flattener f, const ZnGroup *group, const ZnMarkList *list)
{
	if (list->clip)
		add_clip(&f, group->width, group->height, group->has_frame ? group->frame.corner : NULL);
	for (size_t i = 0; i < list->n; i++)
		add_item(&f, &list->items[i]);
}

/* One thing in a group: marks or a group. */
typedef struct Part {
	int zindex;
	size_t order;
	const ZnMarkList *marks;
	const ZnGroup *group;
} Part;

static int compare_parts(const void *a, const void *b)
{
	const Part *p = a, *q = b;
	if (!p->zindex != !q->zindex) /* also a negative zindex is painted after none */
		return p->zindex ? 1 : -1;
	if (p->zindex != q->zindex)
		return p->zindex < q->zindex ? -1 : 1;
	return p->order < q->order ? -1 : 1;
}

static size_t add_groups(Part *parts, size_t n, ZnGroup *const *groups, size_t n_groups)
{
	for (size_t i = 0; i < n_groups; i++)
		parts[n + i] = (Part){.zindex = groups[i]->zindex, .group = groups[i]};
	return n + n_groups;
}

/* What has no zindex comes first, in order: axes, marks, groups, legends, title. */
static Part *group_parts(ZnArena *arena, const ZnGroup *group, size_t *n)
{
	Part *parts = zn_new_n(arena, Part, group->n_axes + group->n_marks + group->n_groups + group->n_legends + 1);
	*n = add_groups(parts, 0, group->axes, group->n_axes);
	for (size_t i = 0; i < group->n_marks; i++)
		parts[(*n)++] = (Part){.zindex = group->marks[i]->zindex, .marks = group->marks[i]};
	*n = add_groups(parts, *n, group->groups, group->n_groups);
	*n = add_groups(parts, *n, group->legends, group->n_legends);
	if (group->title)
		parts[(*n)++] = (Part){.zindex = group->title->zindex, .group = group->title};
	bool sorted = true;
	for (size_t i = 0; i < *n; i++) {
		parts[i].order = i;
		sorted = sorted && parts[i].zindex == 0;
	}
	if (!sorted)
		qsort(parts, *n, sizeof *parts, compare_parts);
	return parts;
}

static void flatten_group(Flattener f, const ZnGroup *group)
{
	if (group->has_frame) {
		ZnItem frame = group->frame;
		frame.type = ZN_ITEM_GROUP;
		frame.x = group->x;
		frame.y = group->y;
		frame.width = group->width;
		frame.height = group->height;
		add_item(&f, &frame);
	}
	f.x += group->x;
	f.y += group->y;
	if (group->clip)
		add_clip(&f, group->width, group->height, group->has_frame ? group->frame.corner : NULL);
	size_t n;
	Part *parts = group_parts(f.scene->arena, group, &n);
	for (size_t i = 0; i < n; i++) {
		if (parts[i].marks)
			add_marks(f, group, parts[i].marks);
		else
			flatten_group(f, parts[i].group);
	}
}

void zn_group_flatten(const ZnGroup *root, ZnScene *scene, double origin_x, double origin_y)
{
	flatten_group((Flattener){.scene = scene, .x = origin_x, .y = origin_y}, root);
}
