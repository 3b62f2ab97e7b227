/* SVG 1.1 with what every reader knows: paths and basic shapes, real text or outlines, gradients, clips, links. */
#include "paint/svg.h"

#include "paint/picture.h"
#include "scene/number.h"

#include <math.h>
#include <string.h>

#define DECIMALS 3

/* --- writing XML --- */

void zn_svg_escape(GString *out, const char *text)
{
	g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
	for (const char *s = valid ? valid : text; *s; s++) {
		switch (*s) {
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		case '"':
			g_string_append(out, "&quot;");
			break;
		default:
			if ((unsigned char)*s >= ' ' || *s == '\t' || *s == '\n')
				g_string_append_c(out, *s);
		}
	}
}

void zn_svg_string(GString *out, const char *name, const char *value)
{
	g_string_append_c(out, ' ');
	g_string_append(out, name);
	g_string_append(out, "=\"");
	zn_svg_escape(out, value);
	g_string_append_c(out, '"');
}

void zn_svg_number(GString *out, const char *name, double value)
{
	g_string_append_c(out, ' ');
	g_string_append(out, name);
	g_string_append(out, "=\"");
	zn_append_number(out, value, DECIMALS);
	g_string_append_c(out, '"');
}

static void put_element(GString *out, const char *element, const char *id, const char *text)
{
	g_string_append_printf(out, "<%s id=\"%s\">", element, id);
	zn_svg_escape(out, text);
	g_string_append_printf(out, "</%s>\n", element);
}

void zn_svg_finish(GString *out, const char *element, const char *description)
{
	if (!description) {
		g_string_append(out, "/>\n");
		return;
	}
	g_string_append(out, "><title>");
	zn_svg_escape(out, description);
	g_string_append_printf(out, "</title></%s>\n", element);
}

/* --- definitions: several pictures may stand in one page, so their ids begin with a hash of the picture --- */

const char *zn_svg_define(ZnSvgDevice *svg, const char *element, const char *content)
{
	g_autofree char *key = g_strconcat(element, content, NULL);
	const char *found = g_hash_table_lookup(svg->ids, key);
	if (found)
		return found;
	char *id = g_strdup_printf(ZN_SVG_PREFIX "-%u", g_hash_table_size(svg->ids) + 1);
	g_string_append_printf(svg->defs, "<%s id=\"%s\"", element, id);
	size_t n = strlen(content);
	if (content[n - 1] == '>' && !strchr(content, '<')) /* nothing inside */
		g_string_append_printf(svg->defs, "%.*s/>\n", (int)(n - 1), content);
	else
		g_string_append_printf(svg->defs, "%s</%s>\n", content, element);
	g_hash_table_insert(svg->ids, g_steal_pointer(&key), id);
	return id;
}

static void put_stops(GString *out, const ZnInk *ink)
{
	char hex[8];
	for (size_t i = 0; i < ink->gradient->n_stops; i++) {
		const ZnStop *stop = &ink->gradient->stops[i];
		g_string_append(out, "<stop");
		zn_svg_number(out, "offset", stop->offset);
		zn_svg_string(out, "stop-color", zn_color_hex(stop->color, hex));
		if (stop->color.a < 1)
			zn_svg_number(out, "stop-opacity", stop->color.a);
		g_string_append(out, "/>");
	}
}

static const char *define_gradient(ZnSvgDevice *svg, const ZnInk *ink)
{
	ZnGradientFrame f = zn_gradient_frame(ink);
	bool radial = ink->gradient->radial;
	g_autoptr(GString) content = g_string_new(" gradientUnits=\"userSpaceOnUse\"");
	if (radial) {
		const double values[] = {f.x1, f.y1, f.r1, f.x2, f.y2, f.r2};
		static const char *const names[] = {"fx", "fy", "fr", "cx", "cy", "r"};
		for (int i = 0; i < 6; i++)
			zn_svg_number(content, names[i], values[i]);
	} else {
		const double values[] = {f.x1, f.y1, f.x2, f.y2}, matrix[] = {f.width, 0, 0, f.height, f.x, f.y};
		static const char *const names[] = {"x1", "y1", "x2", "y2"};
		for (int i = 0; i < 4; i++)
			zn_svg_number(content, names[i], values[i]);
		g_string_append(content, " gradientTransform=\"matrix(");
		for (int i = 0; i < 6; i++) {
			g_string_append(content, i ? " " : "");
			zn_append_number(content, matrix[i], DECIMALS);
		}
		g_string_append(content, ")\"");
	}
	g_string_append_c(content, '>');
	put_stops(content, ink);
	return zn_svg_define(svg, radial ? "radialGradient" : "linearGradient", content->str);
}

void zn_svg_path_data(GString *out, const ZnPath *path)
{
	g_string_append(out, " d=\"");
	for (size_t i = 0; i < path->n; i++) {
		const ZnPathOp *op = &path->ops[i];
		int n = op->op == 'Z' ? 0 : op->op == 'C' ? 6 : 2;
		g_string_append_c(out, op->op);
		for (int k = 0; k < n; k++) {
			if (k)
				g_string_append_c(out, k % 2 ? ',' : ' ');
			zn_append_number(out, op->x[k], DECIMALS);
		}
	}
	g_string_append_c(out, '"');
}

/* --- style --- */

static void put_ink(ZnSvgDevice *svg, const char *name, const ZnInk *ink)
{
	char hex[8];
	double opacity = ink->color.a;
	if (ink->gradient) {
		g_string_append_printf(svg->body, " %s=\"url(#%s)\"", name, define_gradient(svg, ink));
		opacity = ink->opacity;
	} else {
		zn_svg_string(svg->body, name, zn_color_hex(ink->color, hex));
	}
	if (opacity < 0.9995) {
		g_autofree char *key = g_strconcat(name, "-opacity", NULL);
		zn_svg_number(svg->body, key, opacity);
	}
}

static void put_pen(GString *out, const ZnStyle *style)
{
	static const char *const caps[] = {NULL, "round", "square"}, *const joins[] = {NULL, "round", "bevel"};
	if (style->stroke_width != 1)
		zn_svg_number(out, "stroke-width", style->stroke_width);
	if (style->n_dash) {
		g_string_append(out, " stroke-dasharray=\"");
		for (size_t i = 0; i < style->n_dash; i++) {
			g_string_append(out, i ? "," : "");
			zn_append_number(out, style->dash[i], DECIMALS);
		}
		g_string_append_c(out, '"');
	}
	if (style->dash_offset != 0)
		zn_svg_number(out, "stroke-dashoffset", style->dash_offset);
	if (style->cap > 0 && style->cap < (int)G_N_ELEMENTS(caps))
		zn_svg_string(out, "stroke-linecap", caps[style->cap]);
	if (style->join > 0 && style->join < (int)G_N_ELEMENTS(joins))
		zn_svg_string(out, "stroke-linejoin", joins[style->join]);
	if (style->miter_limit != 4)
		zn_svg_number(out, "stroke-miterlimit", style->miter_limit);
}

static void put_blend(ZnSvgDevice *svg, int blend)
{
	const char *name = zn_blend_name(blend);
	if (!name)
		return;
	g_string_append_printf(svg->body, " style=\"mix-blend-mode:%s\"", name);
	svg->blends = true;
}

void zn_svg_style(ZnSvgDevice *svg, const ZnStyle *style)
{
	if (style->fill)
		put_ink(svg, "fill", style->fill);
	else
		zn_svg_string(svg->body, "fill", "none");
	if (style->stroke) {
		put_ink(svg, "stroke", style->stroke);
		put_pen(svg->body, style);
	}
	put_blend(svg, style->blend);
}

/* --- the device --- */

static ZnSvgDevice *self(ZnDevice *device)
{
	return (ZnSvgDevice *)device;
}

static void open_group(ZnSvgDevice *svg)
{
	g_array_index(svg->groups, int, svg->groups->len - 1)++;
}

static void svg_save(ZnDevice *device, double x, double y, double scale)
{
	ZnSvgDevice *svg = self(device);
	int none = 0;
	g_array_append_val(svg->groups, none);
	if (x == 0 && y == 0 && scale == 1)
		return;
	g_string_append(svg->body, "<g transform=\"translate(");
	zn_append_number(svg->body, x, DECIMALS);
	g_string_append_c(svg->body, ' ');
	zn_append_number(svg->body, y, DECIMALS);
	g_string_append(svg->body, ") scale(");
	zn_append_number(svg->body, scale, 6);
	g_string_append(svg->body, ")\">\n");
	open_group(svg);
}

static void svg_restore(ZnDevice *device)
{
	ZnSvgDevice *svg = self(device);
	for (int n = g_array_index(svg->groups, int, svg->groups->len - 1); n > 0; n--)
		g_string_append(svg->body, "</g>\n");
	g_array_set_size(svg->groups, svg->groups->len - 1);
}

static void svg_clip(ZnDevice *device, const ZnPath *path)
{
	ZnSvgDevice *svg = self(device);
	g_autoptr(GString) content = g_string_new("><path");
	zn_svg_path_data(content, path);
	g_string_append(content, "/>");
	g_string_append_printf(svg->body, "<g clip-path=\"url(#%s)\">\n", zn_svg_define(svg, "clipPath", content->str));
	open_group(svg);
}

static bool sharp(const double corner[4])
{
	return corner[0] <= 0 && corner[1] <= 0 && corner[2] <= 0 && corner[3] <= 0;
}

/* The element that says most plainly what the item is; everything else is a <path>. */
static const char *put_shape(GString *out, const ZnItem *item, const ZnPath *path)
{
	if (item->type == ZN_ITEM_RULE) {
		g_string_append(out, "<line");
		zn_svg_number(out, "x1", item->x);
		zn_svg_number(out, "y1", item->y);
		zn_svg_number(out, "x2", item->x2);
		zn_svg_number(out, "y2", item->y2);
		return "line";
	}
	if (item->type == ZN_ITEM_RECT && sharp(item->corner) && item->width >= 0 && item->height >= 0) {
		g_string_append(out, "<rect");
		zn_svg_number(out, "x", item->x);
		zn_svg_number(out, "y", item->y);
		zn_svg_number(out, "width", item->width);
		zn_svg_number(out, "height", item->height);
		return "rect";
	}
	if (item->type == ZN_ITEM_SYMBOL && (!item->symbol.shape || !strcmp(item->symbol.shape, "circle"))) {
		g_string_append(out, "<circle");
		zn_svg_number(out, "cx", item->x);
		zn_svg_number(out, "cy", item->y);
		zn_svg_number(out, "r", sqrt(item->symbol.size) / 2);
		return "circle";
	}
	g_string_append(out, "<path");
	zn_svg_path_data(out, path);
	return "path";
}

static void svg_path(ZnDevice *device, const ZnItem *item, const ZnPath *path, const ZnStyle *style)
{
	ZnSvgDevice *svg = self(device);
	const char *element = put_shape(svg->body, item, path);
	zn_svg_style(svg, style);
	zn_svg_finish(svg->body, element, item->description);
}

/* A picture is embedded once, with its own size in px, and used wherever it is seen. NULL = it is no picture. */
static const char *define_picture(ZnSvgDevice *svg, const ZnItem *item, int width, int height)
{
	const char *found = g_hash_table_lookup(svg->pictures, item->image.png);
	if (found)
		return found;
	g_autofree char *data = g_base64_encode(item->image.png, item->image.png_len);
	g_autofree char *content = g_strdup_printf(
	    " width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,%s\">", width, height, data);
	const char *id = zn_svg_define(svg, "image", content);
	g_hash_table_insert(svg->pictures, (gpointer)item->image.png, (gpointer)id);
	return id;
}

static void svg_image(ZnDevice *device, const ZnItem *item)
{
	ZnSvgDevice *svg = self(device);
	int width, height;
	double box[4];
	if (!zn_picture_size(item->image.png, item->image.png_len, &width, &height)) {
		zn_error(device->diags, (ZnPlace){.file = item->image.url}, "only PNG pictures are embedded", "this is not a PNG picture");
		return;
	}
	const char *id = define_picture(svg, item, width, height);
	zn_picture_place(item, width, height, box);
	g_string_append_printf(svg->body, "<use xlink:href=\"#%s\" transform=\"translate(", id);
	zn_append_number(svg->body, box[0], DECIMALS);
	g_string_append_c(svg->body, ' ');
	zn_append_number(svg->body, box[1], DECIMALS);
	g_string_append(svg->body, ") scale(");
	zn_append_number(svg->body, box[2] / width, 6);
	g_string_append_c(svg->body, ' ');
	zn_append_number(svg->body, box[3] / height, 6);
	g_string_append(svg->body, ")\"");
	if (item->opacity < 1)
		zn_svg_number(svg->body, "opacity", item->opacity);
	put_blend(svg, item->blend);
	zn_svg_finish(svg->body, "use", item->description);
}

/* Of the structure only what readers of SVG use: links, places they may lead to, languages. */
static const char *tag_element(const ZnSvgDevice *svg, const ZnTag *tag)
{
	if (tag->type == ZN_TAG_LINK && zn_link_safe(tag->target) &&
	    (*tag->target != '#' || g_hash_table_contains(svg->targets, tag->target + 1)))
		return "a";
	return tag->id || tag->lang ? "g" : NULL;
}

static void svg_begin_tag(ZnDevice *device, const ZnTag *tag)
{
	GString *out = self(device)->body;
	const char *element = tag_element(self(device), tag);
	if (!element)
		return;
	g_string_append_printf(out, "<%s", element);
	if (tag->id) {
		g_string_append(out, " id=\"" ZN_SVG_PREFIX "-");
		zn_svg_escape(out, tag->id);
		g_string_append_c(out, '"');
	}
	if (tag->lang)
		zn_svg_string(out, "xml:lang", tag->lang);
	for (int i = 0; *element == 'a' && i < 2; i++) {
		bool inside = *tag->target == '#';
		g_string_append_printf(out, " %s=\"%s", i ? "href" : "xlink:href", inside ? "#" ZN_SVG_PREFIX "-" : "");
		zn_svg_escape(out, tag->target + inside);
		g_string_append_c(out, '"');
	}
	g_string_append(out, ">\n");
}

static void svg_end_tag(ZnDevice *device, const ZnTag *tag)
{
	const char *element = tag_element(self(device), tag);
	if (element)
		g_string_append_printf(self(device)->body, "</%s>\n", element);
}

static const ZnDeviceCalls calls = {
    .save = svg_save,
    .restore = svg_restore,
    .clip = svg_clip,
    .path = svg_path,
    .text = zn_svg_text,
    .image = svg_image,
    .begin_tag = svg_begin_tag,
    .end_tag = svg_end_tag,
};

/* --- the file --- */

static void put_root(GString *out, const ZnSvgDevice *svg, const ZnScene *scene, const ZnFrame *frame)
{
	const double view[] = {-frame->x / frame->scale, -frame->y / frame->scale, frame->width / frame->scale, frame->height / frame->scale};
	g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
	zn_svg_number(out, "width", frame->width);
	zn_svg_number(out, "height", frame->height);
	g_string_append(out, " viewBox=\"");
	for (int i = 0; i < 4; i++) {
		g_string_append(out, i ? " " : "");
		zn_append_number(out, view[i], DECIMALS);
	}
	g_string_append_c(out, '"');
	if (scene->lang) {
		zn_svg_string(out, "lang", scene->lang);
		zn_svg_string(out, "xml:lang", scene->lang);
	}
	if (!svg->outlines)
		g_string_append(out, " text-rendering=\"geometricPrecision\""); /* no hinting, no whole pixels */
	if (svg->blends)
		g_string_append(out, " style=\"isolation:isolate\""); /* marks blend with each other, not with the page */
	g_string_append(out, " role=\"img\"");
	if (scene->title || scene->description)
		g_string_append_printf(out, " aria-labelledby=\"%s%s%s\"", scene->title ? ZN_SVG_PREFIX "-title" : "",
		                       scene->title && scene->description ? " " : "", scene->description ? ZN_SVG_PREFIX "-desc" : "");
	g_string_append(out, ">\n");
}

/* What the picture is, in Dublin Core. */
static void put_metadata(GString *out, const ZnScene *scene)
{
	const struct {
		const char *name, *text;
	} facts[] = {
	    {"dc:title", scene->title},
	    {"dc:description", scene->description},
	    {"dc:creator", scene->author},
	    {"dc:source", scene->source},
	    {"dc:subject", scene->keywords},
	    {"dc:language", scene->lang},
	    {"dcterms:provenance", scene->provenance},
	    {"xmp:CreatorTool", "zhinu " ZN_VERSION},
	};
	g_string_append(out, "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
	                     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
	                     "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
	                     "<rdf:Description rdf:about=\"\">");
	for (size_t i = 0; i < G_N_ELEMENTS(facts); i++) {
		if (!facts[i].text || !*facts[i].text)
			continue;
		g_string_append_printf(out, "<%s>", facts[i].name);
		zn_svg_escape(out, facts[i].text);
		g_string_append_printf(out, "</%s>", facts[i].name);
	}
	g_string_append(out, "</rdf:Description></rdf:RDF></metadata>\n");
}

static void put_background(GString *out, const ZnScene *scene, const ZnFrame *frame)
{
	char hex[8];
	g_string_append(out, "<rect");
	zn_svg_number(out, "x", -frame->x / frame->scale);
	zn_svg_number(out, "y", -frame->y / frame->scale);
	zn_svg_string(out, "width", "100%");
	zn_svg_string(out, "height", "100%");
	zn_svg_string(out, "fill", zn_color_hex(scene->background, hex));
	if (scene->background.a < 1)
		zn_svg_number(out, "fill-opacity", scene->background.a);
	g_string_append(out, "/>\n");
}

/* The file, with ZN_SVG_PREFIX in it. */
static GString *make_file(const ZnSvgDevice *svg, const ZnScene *scene, const ZnPaintOptions *options, const ZnFrame *frame)
{
	GString *out = g_string_sized_new(svg->body->len + svg->defs->len + 2048);
	put_root(out, svg, scene, frame);
	if (scene->title)
		put_element(out, "title", ZN_SVG_PREFIX "-title", scene->title);
	if (scene->description)
		put_element(out, "desc", ZN_SVG_PREFIX "-desc", scene->description);
	put_metadata(out, scene);
	if (svg->defs->len) {
		g_string_append(out, "<defs>\n");
		g_string_append_len(out, svg->defs->str, (gssize)svg->defs->len);
		g_string_append(out, "</defs>\n");
	}
	if (zn_frame_background(scene, options))
		put_background(out, scene, frame);
	g_string_append_len(out, svg->body->str, (gssize)svg->body->len);
	g_string_append(out, "</svg>\n");
	return out;
}

/* Appends the file with its ids: "zn" and 40 bits of FNV-1a. */
static void put_named(GByteArray *out, const GString *file)
{
	guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);
	for (gsize i = 0; i < file->len; i++)
		hash = (hash ^ (unsigned char)file->str[i]) * G_GUINT64_CONSTANT(1099511628211);
	g_autofree char *prefix = g_strdup_printf("zn%010" G_GINT64_MODIFIER "x", hash >> 24);
	for (const char *at = file->str, *end = at + file->len; at < end;) {
		const char *next = memchr(at, *ZN_SVG_PREFIX, (size_t)(end - at));
		g_byte_array_append(out, (const guint8 *)at, (guint)((next ? next : end) - at));
		if (!next)
			break;
		g_byte_array_append(out, (const guint8 *)prefix, (guint)strlen(prefix));
		at = next + 1;
	}
}

static void find_targets(GHashTable *targets, const ZnScene *scene, int depth)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (item->type == ZN_ITEM_BEGIN && item->tag->id)
			g_hash_table_add(targets, (gpointer)item->tag->id);
		else if (item->type == ZN_ITEM_EMBED && depth < 16)
			find_targets(targets, item->embed.scene, depth + 1);
	}
}

static void device_clear(ZnSvgDevice *svg)
{
	g_string_free(svg->body, TRUE);
	g_string_free(svg->defs, TRUE);
	g_hash_table_unref(svg->ids);
	g_hash_table_unref(svg->glyphs);
	g_hash_table_unref(svg->pictures);
	g_hash_table_unref(svg->targets);
	g_array_unref(svg->groups);
}

bool zn_paint_svg(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	ZnFrame frame;
	if (!zn_frame_init(&frame, diags, scene, options, false))
		return false;
	ZnSvgDevice svg = {
	    .device = {.calls = &calls, .diags = diags},
	    .body = g_string_sized_new(4096),
	    .defs = g_string_new(NULL),
	    .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
	    .glyphs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    .pictures = g_hash_table_new(NULL, NULL),
	    .targets = g_hash_table_new(g_str_hash, g_str_equal),
	    .groups = g_array_new(FALSE, FALSE, sizeof(int)),
	    .lang = scene->lang,
	    .outlines = options->svg_outlines,
	};
	find_targets(svg.targets, scene, 0);
	zn_walk_scene(&svg.device, scene);
	g_autoptr(GString) file = make_file(&svg, scene, options, &frame);
	put_named(out, file);
	device_clear(&svg);
	return true;
}
