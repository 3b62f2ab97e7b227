/* The vlscene-1 dump: see docs/scene.md. Written straight to text, since a dump of a map has a million numbers. */
#include "base/json.h"
#include "scene/number.h"
#include "scene/scene.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define DECIMALS 3
#define ANGLE_DECIMALS 5
#define PATH_DECIMALS 2
#define OPAQUE 0.9995 /* larger opacities round to 1 */

static void put_key(GString *out, const char *key)
{
	g_string_append_c(out, ',');
	g_string_append_c(out, '"');
	g_string_append(out, key);
	g_string_append_len(out, "\":", 2);
}

static void put_decimals(GString *out, const char *key, double value, int decimals)
{
	put_key(out, key);
	zn_append_number(out, value, decimals);
}

static void put_number(GString *out, const char *key, double value)
{
	put_decimals(out, key, value, DECIMALS);
}

static void put_string(GString *out, const char *key, const char *value)
{
	put_key(out, key);
	zn_json_write_string(out, value);
}

static void put_array(GString *out, const double *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_string_append_c(out, i ? ',' : '[');
		zn_append_number(out, values[i], DECIMALS);
	}
	g_string_append_c(out, ']');
}

/* One number where all four corners agree, nothing where they are sharp. */
static void put_corners(GString *out, const char *key, const double corner[4])
{
	if (corner[0] == corner[1] && corner[0] == corner[2] && corner[0] == corner[3]) {
		if (corner[0] != 0)
			put_number(out, key, corner[0]);
		return;
	}
	put_key(out, key);
	put_array(out, corner, 4);
}

static void put_position(GString *out, const ZnItem *item)
{
	put_number(out, "x", item->x);
	put_number(out, "y", item->y);
}

static void put_box(GString *out, const ZnItem *item)
{
	put_position(out, item);
	put_number(out, "width", item->width);
	put_number(out, "height", item->height);
}

static void rect_dump(GString *out, const ZnItem *item)
{
	put_box(out, item);
	put_corners(out, "cornerRadius", item->corner);
}

static void group_dump(GString *out, const ZnItem *item)
{
	rect_dump(out, item);
	if (!isnan(item->stroke_offset))
		put_number(out, "strokeOffset", item->stroke_offset);
}

static void rule_dump(GString *out, const ZnItem *item)
{
	put_position(out, item);
	put_number(out, "x2", item->x2);
	put_number(out, "y2", item->y2);
}

static void put_point(GString *out, const ZnItem *item, const ZnPoint *point)
{
	if (point->gap) {
		g_string_append(out, "null");
		return;
	}
	double values[4] = {point->x, point->y, point->x2, point->y2};
	size_t n = item->type == ZN_ITEM_AREA ? 4 : 2;
	if (item->type == ZN_ITEM_TRAIL)
		values[n++] = point->size;
	put_array(out, values, n);
}

static void points_dump(GString *out, const ZnItem *item)
{
	put_key(out, "points");
	g_string_append_c(out, '[');
	for (size_t i = 0; i < item->line.n; i++) {
		if (i)
			g_string_append_c(out, ',');
		put_point(out, item, &item->line.points[i]);
	}
	g_string_append_c(out, ']');
	if (item->type == ZN_ITEM_TRAIL)
		return;
	if (item->curve != ZN_CURVE_LINEAR)
		put_string(out, "interpolate", zn_curve_name(item->curve));
	if (!isnan(item->tension))
		put_number(out, "tension", item->tension);
	if (item->orient_horizontal)
		put_string(out, "orient", "horizontal");
}

static void symbol_dump(GString *out, const ZnItem *item)
{
	put_position(out, item);
	put_string(out, "shape", item->symbol.shape ? item->symbol.shape : "circle");
	put_number(out, "size", item->symbol.size);
	if (item->symbol.angle != 0)
		put_number(out, "angle", item->symbol.angle);
}

static void arc_dump(GString *out, const ZnItem *item)
{
	put_position(out, item);
	put_decimals(out, "startAngle", item->arc.start, ANGLE_DECIMALS);
	put_decimals(out, "endAngle", item->arc.end, ANGLE_DECIMALS);
	put_number(out, "innerRadius", item->arc.inner);
	put_number(out, "outerRadius", item->arc.outer);
	if (item->arc.pad != 0)
		put_decimals(out, "padAngle", item->arc.pad, ANGLE_DECIMALS);
	if (item->arc.corner_radius != 0)
		put_number(out, "cornerRadius", item->arc.corner_radius);
}

static const char *const aligns[] = {[ZN_TEXT_LEFT] = "left", [ZN_TEXT_CENTER] = "center", [ZN_TEXT_RIGHT] = "right"};
static const char *const baselines[] = {
    [ZN_BASELINE_ALPHABETIC] = "alphabetic", [ZN_BASELINE_TOP] = "top",           [ZN_BASELINE_MIDDLE] = "middle",
    [ZN_BASELINE_BOTTOM] = "bottom",         [ZN_BASELINE_LINE_TOP] = "line-top", [ZN_BASELINE_LINE_BOTTOM] = "line-bottom",
};

static void put_weight(GString *out, int weight)
{
	put_key(out, "fontWeight");
	if (weight == 700)
		g_string_append(out, "\"bold\"");
	else
		g_string_append_printf(out, "%d", weight);
}

static void put_lines(GString *out, const ZnTextLines *text)
{
	put_key(out, "text");
	if (text->n > 1)
		g_string_append_c(out, '[');
	for (size_t i = 0; i < text->n; i++) {
		if (i)
			g_string_append_c(out, ',');
		zn_json_write_string(out, text->lines[i] ? text->lines[i] : "");
	}
	if (text->n > 1)
		g_string_append_c(out, ']');
}

static void put_text_width(GString *out, const ZnTextLines *text)
{
	double widest = -1;
	for (size_t i = 0; text->shaped && i < text->n; i++) {
		if (text->shaped[i])
			widest = fmax(widest, text->shaped[i]->width);
	}
	if (widest >= 0)
		put_number(out, "textWidth", widest);
}

static void text_dump(GString *out, const ZnItem *item)
{
	const ZnTextLines *text = item->text;
	put_position(out, item);
	put_lines(out, text);
	put_string(out, "font", text->font.family ? text->font.family : "sans-serif");
	put_number(out, "fontSize", text->font.size);
	if (text->font.weight && text->font.weight != 400)
		put_weight(out, text->font.weight);
	if (text->font.italic)
		put_string(out, "fontStyle", "italic");
	if (text->align != ZN_TEXT_LEFT)
		put_string(out, "align", aligns[text->align]);
	if (text->baseline != ZN_BASELINE_ALPHABETIC)
		put_string(out, "baseline", baselines[text->baseline]);
	if (text->angle != 0)
		put_number(out, "angle", text->angle);
	if (text->line_height > 0 && (text->n > 1 || text->baseline >= ZN_BASELINE_LINE_TOP))
		put_number(out, "lineHeight", text->line_height);
	put_text_width(out, text);
}

static void image_dump(GString *out, const ZnItem *item)
{
	put_box(out, item);
	put_string(out, "url", item->image.url ? item->image.url : "");
	if (!item->image.aspect) {
		put_key(out, "aspect");
		g_string_append(out, "false");
	}
}

static void shape_dump(GString *out, const ZnItem *item)
{
	put_key(out, "path");
	g_string_append_c(out, '"');
	for (size_t i = 0; i < item->path.n; i++) {
		const ZnPathOp *op = &item->path.ops[i];
		int n = op->op == 'Z' ? 0 : op->op == 'C' ? 6 : 2;
		g_string_append_c(out, op->op);
		for (int k = 0; k < n; k++) {
			if (k)
				g_string_append_c(out, ',');
			zn_append_number(out, op->x[k], PATH_DECIMALS);
		}
	}
	g_string_append_c(out, '"');
}

static void put_items(GString *out, const ZnScene *scene);

static void embed_dump(GString *out, const ZnItem *item)
{
	put_position(out, item);
	put_number(out, "scale", item->embed.scale);
	put_key(out, "items");
	put_items(out, item->embed.scene);
}

static void (*const dumpers[])(GString *, const ZnItem *) = {
    [ZN_ITEM_RECT] = rect_dump,   [ZN_ITEM_GROUP] = group_dump,  [ZN_ITEM_RULE] = rule_dump,     [ZN_ITEM_LINE] = points_dump,
    [ZN_ITEM_AREA] = points_dump, [ZN_ITEM_TRAIL] = points_dump, [ZN_ITEM_SYMBOL] = symbol_dump, [ZN_ITEM_TEXT] = text_dump,
    [ZN_ITEM_ARC] = arc_dump,     [ZN_ITEM_IMAGE] = image_dump,  [ZN_ITEM_SHAPE] = shape_dump,   [ZN_ITEM_EMBED] = embed_dump,
    [ZN_ITEM_END] = NULL, /* structure has no record */
};

/* --- style --- */

static void append_hex(GString *out, ZnColor color)
{
	char hex[8];
	g_string_append_c(out, '"');
	g_string_append(out, zn_color_hex(color, hex));
	g_string_append_c(out, '"');
}

static void append_gradient(GString *out, const ZnGradient *gradient)
{
	g_string_append_printf(out, "{\"gradient\":\"%s\"", gradient->radial ? "radial" : "linear");
	const double ends[] = {gradient->x1, gradient->y1, gradient->x2, gradient->y2, gradient->r1, gradient->r2};
	static const char *const keys[] = {"x1", "y1", "x2", "y2", "r1", "r2"};
	for (int i = 0; i < (gradient->radial ? 6 : 4); i++)
		put_number(out, keys[i], ends[i]);
	put_key(out, "stops");
	g_string_append_c(out, '[');
	for (size_t i = 0; i < gradient->n_stops; i++) {
		g_string_append(out, i ? ",[" : "[");
		zn_append_number(out, gradient->stops[i].offset, DECIMALS);
		g_string_append_c(out, ',');
		append_hex(out, gradient->stops[i].color);
		g_string_append_c(out, ']');
	}
	g_string_append(out, "]}");
}

/* Whether the paint leaves anything; its opacity, all factors multiplied. */
static bool put_paint(GString *out, const char *key, const ZnPaint *paint, double opacity, double *total)
{
	*total = paint->kind == ZN_PAINT_COLOR ? opacity * paint->color.a : opacity;
	if (paint->kind == ZN_PAINT_NONE || !(*total > 0))
		return false;
	put_key(out, key);
	if (paint->kind == ZN_PAINT_COLOR)
		append_hex(out, paint->color);
	else
		append_gradient(out, paint->gradient);
	return true;
}

static void put_stroke(GString *out, const ZnItem *item)
{
	static const char *const caps[] = {"butt", "round", "square"}, *const joins[] = {"miter", "round", "bevel"};
	double opacity;
	if (!(item->stroke_width > 0) || !put_paint(out, "stroke", &item->stroke, item->opacity * item->stroke_opacity, &opacity))
		return;
	if (opacity < OPAQUE)
		put_number(out, "strokeOpacity", opacity);
	put_number(out, "strokeWidth", item->stroke_width);
	if (item->n_dash) {
		put_key(out, "strokeDash");
		put_array(out, item->dash, item->n_dash);
	}
	if (item->dash_offset != 0)
		put_number(out, "strokeDashOffset", item->dash_offset);
	if (item->cap != CAIRO_LINE_CAP_BUTT && item->cap < G_N_ELEMENTS(caps))
		put_string(out, "strokeCap", caps[item->cap]);
	if (item->join != CAIRO_LINE_JOIN_MITER && item->join < G_N_ELEMENTS(joins))
		put_string(out, "strokeJoin", joins[item->join]);
	if (item->miter_limit != 4)
		put_number(out, "strokeMiterLimit", item->miter_limit);
}

static void put_style(GString *out, const ZnItem *item)
{
	if (item->type == ZN_ITEM_IMAGE) {
		if (item->opacity < OPAQUE)
			put_number(out, "opacity", item->opacity);
	} else if (item->type != ZN_ITEM_EMBED) {
		double opacity;
		if (put_paint(out, "fill", &item->fill, item->opacity * item->fill_opacity, &opacity) && opacity < OPAQUE)
			put_number(out, "fillOpacity", opacity);
		put_stroke(out, item);
	}
	const char *blend = zn_blend_name(item->blend);
	if (blend)
		put_string(out, "blend", blend);
	if (item->clipped) {
		put_key(out, "clip");
		put_array(out, item->clip, 4);
		put_corners(out, "clipRadius", item->clip_corner);
	}
}

static void put_items(GString *out, const ZnScene *scene)
{
	bool first = true;
	g_string_append_c(out, '[');
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (!dumpers[item->type] || zn_item_invisible(item))
			continue;
		g_string_append(out, first ? "\n{\"mark\":\"" : ",\n{\"mark\":\"");
		first = false;
		g_string_append(out, zn_item_type_name(item->type));
		g_string_append_c(out, '"');
		put_string(out, "role", zn_role_name(item->role));
		dumpers[item->type](out, item);
		put_style(out, item);
		if (item->description)
			put_string(out, "description", item->description);
		if (item->href)
			put_string(out, "href", item->href);
		g_string_append_c(out, '}');
	}
	g_string_append(out, first ? "]" : "\n]");
}

GString *zn_scene_dump(const ZnScene *scene)
{
	GString *out = g_string_sized_new(256 + scene->n_items * 160);
	g_string_append(out, "{\"format\":\"vlscene-1\"");
	put_string(out, "name", scene->name ? scene->name : "");
	put_number(out, "width", scene->width);
	put_number(out, "height", scene->height);
	put_key(out, "background");
	if (scene->has_background && scene->background.a > 0)
		append_hex(out, scene->background);
	else
		g_string_append(out, "null");
	g_string_append_len(out, ",\n\"items\":", 10);
	put_items(out, scene);
	if (scene->provenance) { /* JSON already */
		g_string_append(out, ",\n\"provenance\":");
		g_string_append(out, scene->provenance);
	}
	g_string_append(out, "}\n");
	return out;
}
