#include "scene/scene.h"

#include <cairo.h>
#include <math.h>

ZnScene *zn_scene_new(ZnArena *arena)
{
	ZnScene *scene = zn_new(arena, ZnScene);
	scene->arena = arena;
	return scene;
}

void zn_item_init(ZnItem *item, ZnItemType type, ZnRole role)
{
	*item = (ZnItem){
	    .type = (uint8_t)type,
	    .role = (uint8_t)role,
	    .tension = NAN,
	    .opacity = 1,
	    .fill_opacity = 1,
	    .stroke_opacity = 1,
	    .stroke_width = 1,
	    .miter_limit = 4,
	    .stroke_offset = NAN,
	    .cap = CAIRO_LINE_CAP_BUTT,
	    .join = CAIRO_LINE_JOIN_MITER,
	    .blend = CAIRO_OPERATOR_OVER,
	};
}

void zn_scene_push(ZnScene *scene, const ZnItem *item)
{
	zn_push(scene->arena, scene->items, scene->n_items, scene->cap_items, *item);
}

ZnItem *zn_scene_add(ZnScene *scene, ZnItemType type, ZnRole role)
{
	ZnItem item;
	zn_item_init(&item, type, role);
	zn_scene_push(scene, &item);
	return &scene->items[scene->n_items - 1];
}

void zn_scene_begin(ZnScene *scene, const ZnTag *tag)
{
	zn_scene_add(scene, ZN_ITEM_BEGIN, ZN_ROLE_MARK)->tag = tag;
}

void zn_scene_end(ZnScene *scene)
{
	zn_scene_add(scene, ZN_ITEM_END, ZN_ROLE_MARK);
}

/* --- what leaves no ink --- */

#define TINY 1e-3 /* px: half of the dump's last decimal */

static bool paints(const ZnPaint *paint, double opacity)
{
	if (!(opacity > 0) || paint->kind == ZN_PAINT_NONE)
		return false;
	return paint->kind == ZN_PAINT_GRADIENT ? paint->gradient && paint->gradient->n_stops : paint->color.a > 0;
}

static bool strokes(const ZnItem *item)
{
	return item->stroke_width > 0 && paints(&item->stroke, item->opacity * item->stroke_opacity);
}

static bool fills(const ZnItem *item)
{
	return paints(&item->fill, item->opacity * item->fill_opacity);
}

static bool caps_show(const ZnItem *item)
{
	return item->cap != CAIRO_LINE_CAP_BUTT && strokes(item);
}

/* Each: whether the geometry is there. The box is what a clip is compared with; false from here means nothing to see. */
typedef bool (*Inked)(const ZnItem *item, double box[4]);

static void set_box(double box[4], double x1, double y1, double x2, double y2)
{
	box[0] = fmin(x1, x2);
	box[1] = fmin(y1, y2);
	box[2] = fmax(x1, x2);
	box[3] = fmax(y1, y2);
}

static bool rect_inked(const ZnItem *item, double box[4])
{
	set_box(box, item->x, item->y, item->x + item->width, item->y + item->height);
	bool thin_x = fabs(item->width) < TINY, thin_y = fabs(item->height) < TINY;
	return !(thin_x && thin_y) && (!(thin_x || thin_y) || (item->type != ZN_ITEM_IMAGE && strokes(item)));
}

static bool rule_inked(const ZnItem *item, double box[4])
{
	set_box(box, item->x, item->y, item->x2, item->y2);
	return strokes(item) && (fabs(item->x - item->x2) >= TINY || fabs(item->y - item->y2) >= TINY || caps_show(item));
}

static bool points_inked(const ZnItem *item, double box[4])
{
	bool area = item->type == ZN_ITEM_AREA, dots = caps_show(item) || (area && strokes(item)), inked = false;
	double found[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
	size_t run = 0;
	for (size_t i = 0; i < item->line.n; i++) {
		const ZnPoint *p = &item->line.points[i];
		run = p->gap ? 0 : run + 1;
		if (p->gap)
			continue;
		inked |= run > 1 || dots;
		double pad = item->type == ZN_ITEM_TRAIL ? p->size / 2 : 0;
		found[0] = fmin(found[0], (area ? fmin(p->x, p->x2) : p->x) - pad);
		found[1] = fmin(found[1], (area ? fmin(p->y, p->y2) : p->y) - pad);
		found[2] = fmax(found[2], (area ? fmax(p->x, p->x2) : p->x) + pad);
		found[3] = fmax(found[3], (area ? fmax(p->y, p->y2) : p->y) + pad);
	}
	for (int i = 0; i < 4; i++)
		box[i] = found[i];
	return inked;
}

static bool symbol_inked(const ZnItem *item, double box[4])
{
	/* Custom shapes and turned ones may reach further than sqrt(size) / 2: be generous. */
	double r = sqrt(fmax(item->symbol.size, 0)) * 2;
	set_box(box, item->x - r, item->y - r, item->x + r, item->y + r);
	return item->symbol.size > 0;
}

static bool text_inked(const ZnItem *item, double box[4])
{
	set_box(box, -INFINITY, -INFINITY, INFINITY, INFINITY); /* its extent is not known here */
	if (!item->text || !(item->text->font.size > 0))
		return false;
	for (size_t i = 0; i < item->text->n; i++) {
		for (const char *s = item->text->lines[i]; s && *s; s++) {
			if (!g_ascii_isspace(*s))
				return true;
		}
	}
	return false;
}

static bool arc_inked(const ZnItem *item, double box[4])
{
	double r = fmax(item->arc.inner, item->arc.outer);
	set_box(box, item->x - r, item->y - r, item->x + r, item->y + r);
	return r > 0 && (fabs(item->arc.end - item->arc.start) >= 1e-6 || strokes(item));
}

static bool shape_inked(const ZnItem *item, double box[4])
{
	ZnPath path = {.ops = item->path.ops, .n = item->path.n};
	return zn_path_bounds(&path, box);
}

static const Inked inked[] = {
    [ZN_ITEM_RECT] = rect_inked,   [ZN_ITEM_GROUP] = rect_inked,   [ZN_ITEM_RULE] = rule_inked,     [ZN_ITEM_LINE] = points_inked,
    [ZN_ITEM_AREA] = points_inked, [ZN_ITEM_TRAIL] = points_inked, [ZN_ITEM_SYMBOL] = symbol_inked, [ZN_ITEM_TEXT] = text_inked,
    [ZN_ITEM_ARC] = arc_inked,     [ZN_ITEM_IMAGE] = rect_inked,   [ZN_ITEM_SHAPE] = shape_inked,
};

static bool outside_clip(const ZnItem *item, const double box[4])
{
	double pad = strokes(item) ? item->stroke_width / 2 : 0;
	return box[2] + pad < item->clip[0] || box[0] - pad > item->clip[0] + item->clip[2] || box[3] + pad < item->clip[1] ||
	       box[1] - pad > item->clip[1] + item->clip[3];
}

bool zn_item_invisible(const ZnItem *item)
{
	if (item->type >= G_N_ELEMENTS(inked))
		return false; /* structure, embedded scenes */
	if (!(item->opacity > 0) || (item->type != ZN_ITEM_IMAGE && !fills(item) && !strokes(item)))
		return true;
	double box[4];
	return !inked[item->type](item, box) || (item->clipped && outside_clip(item, box));
}

/* --- text --- */

double zn_text_baseline_offset(const ZnTextLines *text)
{
	static const struct {
		double size, line;
	} factors[] = {
	    [ZN_BASELINE_ALPHABETIC] = {0, 0}, [ZN_BASELINE_TOP] = {0.79, 0},        [ZN_BASELINE_MIDDLE] = {0.30, 0},
	    [ZN_BASELINE_BOTTOM] = {-0.21, 0}, [ZN_BASELINE_LINE_TOP] = {0.29, 0.5}, [ZN_BASELINE_LINE_BOTTOM] = {0.29, -0.5},
	};
	g_assert(text->baseline < G_N_ELEMENTS(factors));
	double line_height = text->line_height > 0 ? text->line_height : text->font.size + 2;
	/* Half up, as JavaScript rounds. */
	return floor(factors[text->baseline].size * text->font.size + factors[text->baseline].line * line_height + 0.5);
}

double zn_text_line_start(const ZnTextLines *text, size_t line)
{
	static const double shares[] = {[ZN_TEXT_LEFT] = 0, [ZN_TEXT_CENTER] = 0.5, [ZN_TEXT_RIGHT] = 1};
	const ZnShaped *shaped = text->shaped ? text->shaped[line] : NULL;
	return shaped ? -shares[text->align] * shaped->width : 0;
}
