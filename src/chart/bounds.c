/* Bounds as vega-scenegraph computes them: its layout, and so all positions of guides, follow from exactly these boxes. */
#include "chart/node.h"

#include <cairo.h>
#include <math.h>

/* Not fmin and fmax: a NaN never widens a box. */
void zn_box_add(ZnBox *box, double x, double y)
{
	if (x < box->x1)
		box->x1 = x;
	if (y < box->y1)
		box->y1 = y;
	if (x > box->x2)
		box->x2 = x;
	if (y > box->y2)
		box->y2 = y;
}

void zn_box_union(ZnBox *box, ZnBox other)
{
	if (other.x1 < box->x1)
		box->x1 = other.x1;
	if (other.y1 < box->y1)
		box->y1 = other.y1;
	if (other.x2 > box->x2)
		box->x2 = other.x2;
	if (other.y2 > box->y2)
		box->y2 = other.y2;
}

ZnBox zn_box_translate(ZnBox box, double dx, double dy)
{
	if (zn_box_is_empty(box))
		return box;
	return (ZnBox){box.x1 + dx, box.y1 + dy, box.x2 + dx, box.y2 + dy};
}

static ZnBox box_of(double x1, double y1, double x2, double y2)
{
	ZnBox box = {x1, y1, x2, y2};
	if (x2 < x1) {
		box.x1 = x2;
		box.x2 = x1;
	}
	if (y2 < y1) {
		box.y1 = y2;
		box.y2 = y1;
	}
	return box;
}

ZnBox zn_box_stroke(ZnBox box, const ZnItem *item, bool miter)
{
	if (item->stroke.kind == ZN_PAINT_NONE || item->opacity == 0 || item->stroke_opacity == 0 || zn_box_is_empty(box))
		return box;
	double width = item->stroke_width, by = (item->cap == CAIRO_LINE_CAP_SQUARE ? G_SQRT2 : 1) * width / 2;
	if (miter && item->join == CAIRO_LINE_JOIN_MITER)
		by = MAX(by, item->miter_limit * width / 2); /* as far as a join's tip may reach */
	return (ZnBox){box.x1 - by, box.y1 - by, box.x2 + by, box.y2 + by};
}

/* --- one function a mark: the box without the stroke --- */

static ZnBox rect_box(ZnContext *context, const ZnItem *item)
{
	return box_of(item->x, item->y, item->x + item->width, item->y + item->height);
}

static ZnBox rule_box(ZnContext *context, const ZnItem *item)
{
	return box_of(item->x, item->y, item->x2, item->y2);
}

static ZnBox path_box(ZnContext *context, const ZnItem *item)
{
	double box[4];
	return zn_item_path_bounds(context->arena, item, box) ? (ZnBox){box[0], box[1], box[2], box[3]} : zn_box_empty();
}

/* Whether the curve stays inside the box of its points. */
static bool curve_within_points(const ZnItem *item)
{
	return item->curve <= ZN_CURVE_STEP_AFTER;
}

static ZnBox points_box(ZnContext *context, const ZnItem *item)
{
	if (!curve_within_points(item))
		return path_box(context, item);
	ZnBox box = zn_box_empty();
	for (size_t i = 0; i < item->line.n; i++) {
		const ZnPoint *p = &item->line.points[i];
		if (p->gap)
			continue;
		zn_box_add(&box, p->x, p->y);
		if (item->type == ZN_ITEM_AREA)
			zn_box_add(&box, p->x2, p->y2);
	}
	return box;
}

static ZnBox trail_box(ZnContext *context, const ZnItem *item)
{
	ZnBox box = zn_box_empty();
	for (size_t i = 0; i < item->line.n; i++) {
		const ZnPoint *p = &item->line.points[i];
		if (p->gap)
			continue;
		zn_box_add(&box, p->x - p->size / 2, p->y - p->size / 2);
		zn_box_add(&box, p->x + p->size / 2, p->y + p->size / 2);
	}
	return box;
}

static ZnBox symbol_box(ZnContext *context, const ZnItem *item)
{
	if (item->symbol.shape && !g_str_equal(item->symbol.shape, "circle"))
		return path_box(context, item);
	double r = item->symbol.size > 0 ? sqrt(item->symbol.size) / 2 : 0;
	return box_of(item->x - r, item->y - r, item->x + r, item->y + r);
}

static ZnBox rotate(ZnBox box, double degrees, double x, double y)
{
	double angle = degrees * G_PI / 180, c = cos(angle), s = sin(angle), dx = x - x * c + y * s, dy = y - x * s - y * c;
	ZnBox turned = zn_box_empty();
	zn_box_add(&turned, c * box.x1 - s * box.y1 + dx, s * box.x1 + c * box.y1 + dy);
	zn_box_add(&turned, c * box.x1 - s * box.y2 + dx, s * box.x1 + c * box.y2 + dy);
	zn_box_add(&turned, c * box.x2 - s * box.y1 + dx, s * box.x2 + c * box.y1 + dy);
	zn_box_add(&turned, c * box.x2 - s * box.y2 + dx, s * box.x2 + c * box.y2 + dy);
	return turned;
}

static double text_line_height(const ZnTextLines *text)
{
	return text->line_height > 0 ? text->line_height : text->font.size + 2;
}

double zn_text_extra_height(const ZnTextLines *text)
{
	return text->n > 1 ? (double)(text->n - 1) * text_line_height(text) : 0;
}

/* A line is as high as its font size; its top stands four fifths above the baseline. */
static ZnBox text_box(ZnContext *context, const ZnItem *item)
{
	const ZnTextLines *text = item->text;
	if (!text)
		return zn_box_empty();
	double size = text->font.size, width = 0;
	for (size_t i = 0; i < text->n; i++)
		width = MAX(width, text->shaped[i] ? text->shaped[i]->width : 0);
	double x = item->x - (text->align == ZN_TEXT_CENTER ? width / 2 : text->align == ZN_TEXT_RIGHT ? width : 0);
	double y = item->y + zn_text_baseline_offset(text) - floor(0.8 * size + 0.5);
	ZnBox box = box_of(x, y, x + width, y + size + zn_text_extra_height(text));
	return text->angle != 0 ? rotate(box, text->angle, item->x, item->y) : box;
}

static ZnBox embed_box(ZnContext *context, const ZnItem *item)
{
	const ZnScene *scene = item->embed.scene;
	return box_of(item->x, item->y, item->x + scene->width * item->embed.scale, item->y + scene->height * item->embed.scale);
}

typedef enum { STROKE_NONE, STROKE_PLAIN, STROKE_MITER } StrokeKind;

static const struct {
	ZnBox (*box)(ZnContext *, const ZnItem *);
	StrokeKind stroke;
} kinds[] = {
    [ZN_ITEM_RECT] = {rect_box, STROKE_PLAIN},     [ZN_ITEM_GROUP] = {rect_box, STROKE_PLAIN},  [ZN_ITEM_RULE] = {rule_box, STROKE_PLAIN},
    [ZN_ITEM_LINE] = {points_box, STROKE_MITER},   [ZN_ITEM_AREA] = {points_box, STROKE_MITER}, [ZN_ITEM_TRAIL] = {trail_box, STROKE_MITER},
    [ZN_ITEM_SYMBOL] = {symbol_box, STROKE_MITER}, [ZN_ITEM_TEXT] = {text_box, STROKE_NONE},    [ZN_ITEM_ARC] = {path_box, STROKE_MITER},
    [ZN_ITEM_IMAGE] = {rect_box, STROKE_NONE},     [ZN_ITEM_SHAPE] = {path_box, STROKE_MITER},  [ZN_ITEM_EMBED] = {embed_box, STROKE_NONE},
};

ZnBox zn_item_bounds(ZnContext *context, const ZnItem *item)
{
	if (item->type >= G_N_ELEMENTS(kinds) || !kinds[item->type].box)
		return zn_box_empty();
	ZnBox box = kinds[item->type].box(context, item);
	StrokeKind stroke = kinds[item->type].stroke;
	return stroke == STROKE_NONE ? box : zn_box_stroke(box, item, stroke == STROKE_MITER);
}

/* --- lists and groups --- */

ZnBox zn_mark_list_bounds(ZnContext *context, const ZnGroup *group, const ZnMarkList *list)
{
	ZnBox box = zn_box_empty();
	if (list->no_bounds)
		return box;
	if (list->fixed_bounds)
		return list->bounds;
	for (size_t i = 0; i < list->n; i++)
		zn_box_union(&box, zn_item_bounds(context, &list->items[i]));
	if (list->clip && !zn_box_is_empty(box)) {
		box = (ZnBox){MAX(box.x1, 0), MAX(box.y1, 0), MIN(box.x2, group->width), MIN(box.y2, group->height)};
		if (zn_box_is_empty(box))
			box = zn_box_empty();
	}
	return box;
}

static void union_groups(ZnBox *box, ZnGroup *const *groups, size_t n)
{
	for (size_t i = 0; i < n; i++)
		zn_box_union(box, groups[i]->bounds);
}

ZnBox zn_group_bound(ZnContext *context, ZnGroup *group)
{
	ZnBox box = zn_box_empty();
	if (!group->clip) {
		for (size_t i = 0; i < group->n_marks; i++)
			zn_box_union(&box, zn_mark_list_bounds(context, group, group->marks[i]));
		union_groups(&box, group->axes, group->n_axes);
		union_groups(&box, group->groups, group->n_groups);
		union_groups(&box, group->legends, group->n_legends);
		if (group->title)
			zn_box_union(&box, group->title->bounds);
	}
	if ((group->clip || group->width || group->height) && !group->no_size_bounds) {
		zn_box_add(&box, 0, 0);
		zn_box_add(&box, group->width, group->height);
	}
	if (group->has_frame)
		box = zn_box_stroke(box, &group->frame, false);
	return group->bounds = zn_box_translate(box, group->x, group->y);
}
