#include "paint/cairo_device.h"
#include "paint/png_encode.h"

#define DEFAULT_PPI 96

static void paint_scene(cairo_t *cr, ZnDiags *diags, const ZnScene *scene, const ZnFrame *frame, bool background)
{
	if (background) {
		ZnColor c = scene->background;
		cairo_set_source_rgba(cr, c.r, c.g, c.b, c.a);
		cairo_paint(cr);
	}
	cairo_translate(cr, frame->x, frame->y);
	cairo_scale(cr, frame->scale, frame->scale);
	ZnCairoDevice device;
	zn_cairo_device_init(&device, diags, cr);
	zn_walk_scene(&device.device, scene);
	zn_cairo_device_clear(&device);
}

static bool encode(ZnDiags *diags, cairo_surface_t *surface, const ZnScene *scene, const ZnPaintOptions *options, const ZnFrame *frame,
                   GByteArray *out)
{
	cairo_surface_flush(surface);
	ZnPixels pixels = {
	    .data = cairo_image_surface_get_data(surface),
	    .width = cairo_image_surface_get_width(surface),
	    .height = cairo_image_surface_get_height(surface),
	    .stride = (size_t)cairo_image_surface_get_stride(surface),
	    .opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24,
	};
	ZnPngInfo info = {
	    .ppi = options->ppi > 0 ? options->ppi : DEFAULT_PPI * frame->scale,
	    .lang = scene->lang,
	    .title = scene->title,
	    .description = scene->description,
	    .author = scene->author,
	    .source = scene->source,
	    .provenance = scene->provenance,
	};
	return zn_png_encode(diags, &pixels, &info, out);
}

bool zn_paint_png(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	ZnFrame frame;
	if (!zn_frame_init(&frame, diags, scene, options, true))
		return false;
	bool background = zn_frame_background(scene, options), opaque = background && scene->background.a >= 1;
	cairo_format_t format = opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
	cairo_surface_t *surface = cairo_image_surface_create(format, (int)frame.width, (int)frame.height);
	cairo_t *cr = cairo_create(surface);
	paint_scene(cr, diags, scene, &frame, background);
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	bool done = status == CAIRO_STATUS_SUCCESS;
	if (done)
		done = encode(diags, surface, scene, options, &frame, out);
	else
		zn_error(diags, (ZnPlace){.file = scene->file}, NULL, "the picture cannot be painted: %s", cairo_status_to_string(status));
	cairo_surface_destroy(surface);
	return done;
}
