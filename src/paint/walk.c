#include "paint/device.h"
#include "scene/path.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define SHORTEST_DASH 0.001 /* px: as many decimals as the files have */

typedef struct Walk {
	ZnDevice *device;
	ZnArena *scratch; /* outlines; freed with the walk */
	ZnPath path;
	int depth;
} Walk;

/* What is open while one scene's items are played. */
typedef struct Level {
	const ZnItem *clip; /* an item with the clip that is set, NULL = none */
	const ZnTag **tags;
	size_t n_tags, cap_tags;
} Level;

ZnGradientFrame zn_gradient_frame(const ZnInk *ink)
{
	const ZnGradient *g = ink->gradient;
	double x = ink->box[0], y = ink->box[1], width = ink->box[2] - x, height = ink->box[3] - y, larger = fmax(width, height);
	if (g->radial)
		return (ZnGradientFrame){.x1 = x + g->x1 * width,
		                         .y1 = y + g->y1 * height,
		                         .r1 = g->r1 * larger,
		                         .x2 = x + g->x2 * width,
		                         .y2 = y + g->y2 * height,
		                         .r2 = g->r2 * larger};
	/* A box without height (the stroke of a rule) still needs a map that can be inverted. */
	return (ZnGradientFrame){.x = x,
	                         .y = y,
	                         .width = width > 0 ? width : 1,
	                         .height = height > 0 ? height : 1,
	                         .x1 = g->x1,
	                         .y1 = g->y1,
	                         .x2 = g->x2,
	                         .y2 = g->y2};
}

bool zn_link_safe(const char *target)
{
	static const char *const schemes[] = {"http", "https", "mailto"};
	if (!target || !*target)
		return false;
	size_t n = strcspn(target, ":/?#");
	if (target[n] != ':')
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
		if (strlen(schemes[i]) == n && !g_ascii_strncasecmp(target, schemes[i], n))
			return true;
	}
	return false;
}

static const ZnInk *make_ink(ZnInk *ink, const ZnPaint *paint, double opacity)
{
	opacity = CLAMP(opacity, 0, 1);
	if (paint->kind == ZN_PAINT_NONE || !(opacity > 0))
		return NULL;
	*ink = (ZnInk){.color = paint->color, .opacity = opacity};
	ink->color.a *= opacity;
	if (paint->kind == ZN_PAINT_GRADIENT)
		ink->gradient = paint->gradient;
	return ink->gradient || ink->color.a > 0 ? ink : NULL;
}

static void make_style(ZnStyle *style, ZnInk inks[2], const ZnItem *item)
{
	*style = (ZnStyle){
	    .fill = item->type == ZN_ITEM_RULE ? NULL : make_ink(&inks[0], &item->fill, item->opacity * item->fill_opacity),
	    .stroke = item->stroke_width > 0 ? make_ink(&inks[1], &item->stroke, item->opacity * item->stroke_opacity) : NULL,
	    .stroke_width = item->stroke_width,
	    .dash_offset = item->dash_offset,
	    .miter_limit = item->miter_limit,
	    .cap = item->cap,
	    .join = item->join,
	    .blend = item->blend,
	};
	/* Dashes that sum to nothing would make cairo fail, and files round tiny ones to that; canvas and SVG draw a solid line. */
	double largest = 0;
	for (size_t i = 0; i < item->n_dash; i++)
		largest = isfinite(item->dash[i]) && item->dash[i] >= 0 && largest >= 0 ? fmax(largest, item->dash[i]) : -1;
	if (largest >= SHORTEST_DASH) {
		style->dash = item->dash;
		style->n_dash = item->n_dash;
	}
}

static void set_boxes(ZnStyle *style, ZnInk inks[2], const double box[4])
{
	if (style->fill)
		memcpy(inks[0].box, box, sizeof inks[0].box);
	if (style->stroke)
		memcpy(inks[1].box, box, sizeof inks[1].box);
}

static bool has_gradient(const ZnStyle *style)
{
	return (style->fill && style->fill->gradient) || (style->stroke && style->stroke->gradient);
}

static void walk_path(Walk *walk, const ZnItem *item)
{
	ZnInk inks[2];
	ZnStyle style;
	make_style(&style, inks, item);
	zn_item_path(walk->scratch, item, &walk->path);
	if (!walk->path.n)
		return;
	double box[4];
	if (has_gradient(&style) && zn_path_bounds(&walk->path, box))
		set_boxes(&style, inks, box);
	walk->device->calls->path(walk->device, item, &walk->path, &style);
}

/* The box of a text in its rotated frame: as wide as its lines, as high as Vega takes text to be. */
static void text_box(const ZnTextLines *text, double box[4])
{
	double start = INFINITY, end = -INFINITY, top = zn_text_baseline_offset(text) - round(0.8 * text->font.size);
	for (size_t i = 0; i < text->n; i++) {
		double x = zn_text_line_start(text, i);
		start = fmin(start, x);
		end = fmax(end, x + (text->shaped && text->shaped[i] ? text->shaped[i]->width : 0));
	}
	box[0] = start;
	box[1] = top;
	box[2] = end;
	box[3] = top + text->font.size + (double)(text->n - 1) * text->line_height;
}

static void walk_text(Walk *walk, const ZnItem *item)
{
	ZnInk inks[2];
	ZnStyle style;
	make_style(&style, inks, item);
	if (has_gradient(&style)) {
		double box[4];
		text_box(item->text, box);
		set_boxes(&style, inks, box);
	}
	walk->device->calls->text(walk->device, item, &style);
}

static void walk_image(Walk *walk, const ZnItem *item)
{
	if (item->image.png)
		walk->device->calls->image(walk->device, item);
}

static void walk_items(Walk *walk, const ZnScene *scene);

static void walk_embed(Walk *walk, const ZnItem *item)
{
	if (walk->depth >= ZN_SCENES_DEEP) {
		zn_error(walk->device->diags, (ZnPlace){0}, NULL, "scenes are nested more than %d deep", ZN_SCENES_DEEP);
		return;
	}
	walk->depth++;
	walk->device->calls->save(walk->device, item->x, item->y, item->embed.scale);
	walk_items(walk, item->embed.scene);
	walk->device->calls->restore(walk->device);
	walk->depth--;
}

static bool same_clip(const ZnItem *a, const ZnItem *b)
{
	if (!a || !b)
		return a == b;
	for (int i = 0; i < 4; i++) {
		if (a->clip[i] != b->clip[i] || a->clip_corner[i] != b->clip_corner[i])
			return false;
	}
	return true;
}

/* Items in a row that share a clip share one setting of it. */
static void set_clip(Walk *walk, Level *level, const ZnItem *item)
{
	const ZnItem *wanted = item && item->clipped ? item : NULL;
	if (same_clip(level->clip, wanted))
		return;
	if (level->clip)
		walk->device->calls->restore(walk->device);
	if (wanted) {
		walk->device->calls->save(walk->device, 0, 0, 1);
		walk->path.n = 0;
		ZnPathBuilder b = zn_path_builder(walk->scratch, &walk->path);
		zn_path_rect(&b, wanted->clip[0], wanted->clip[1], wanted->clip[2], wanted->clip[3], wanted->clip_corner);
		walk->device->calls->clip(walk->device, &walk->path);
	}
	level->clip = wanted;
}

static void begin_tag(Walk *walk, Level *level, const ZnTag *tag)
{
	set_clip(walk, level, NULL); /* tags and clips nest */
	zn_push(walk->scratch, level->tags, level->n_tags, level->cap_tags, tag);
	if (walk->device->calls->begin_tag)
		walk->device->calls->begin_tag(walk->device, tag);
}

static void end_tag(Walk *walk, Level *level)
{
	set_clip(walk, level, NULL);
	g_return_if_fail(level->n_tags > 0);
	const ZnTag *tag = level->tags[--level->n_tags];
	if (walk->device->calls->end_tag)
		walk->device->calls->end_tag(walk->device, tag);
}

static void (*const walkers[])(Walk *, const ZnItem *) = {
    [ZN_ITEM_RECT] = walk_path, [ZN_ITEM_GROUP] = walk_path,  [ZN_ITEM_RULE] = walk_path,   [ZN_ITEM_LINE] = walk_path,
    [ZN_ITEM_AREA] = walk_path, [ZN_ITEM_TRAIL] = walk_path,  [ZN_ITEM_SYMBOL] = walk_path, [ZN_ITEM_TEXT] = walk_text,
    [ZN_ITEM_ARC] = walk_path,  [ZN_ITEM_IMAGE] = walk_image, [ZN_ITEM_SHAPE] = walk_path,  [ZN_ITEM_EMBED] = walk_embed,
};

static void walk_item(Walk *walk, Level *level, const ZnItem *item)
{
	if (item->type == ZN_ITEM_BEGIN) {
		begin_tag(walk, level, item->tag);
		return;
	}
	if (item->type == ZN_ITEM_END) {
		end_tag(walk, level);
		return;
	}
	if (zn_item_invisible(item))
		return;
	if (item->href) {
		ZnTag *link = zn_new(walk->scratch, ZnTag);
		*link = (ZnTag){.type = ZN_TAG_LINK, .target = item->href, .text = item->description};
		begin_tag(walk, level, link);
	}
	set_clip(walk, level, item);
	walkers[item->type](walk, item);
	if (item->href)
		end_tag(walk, level);
}

static void walk_items(Walk *walk, const ZnScene *scene)
{
	Level level = {0};
	for (size_t i = 0; i < scene->n_items; i++)
		walk_item(walk, &level, &scene->items[i]);
	set_clip(walk, &level, NULL);
	while (level.n_tags)
		end_tag(walk, &level);
}

void zn_walk_scene(ZnDevice *device, const ZnScene *scene)
{
	g_autoptr(ZnArena) scratch = zn_arena_new();
	Walk walk = {.device = device, .scratch = scratch};
	walk_items(&walk, scene);
}
