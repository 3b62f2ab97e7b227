#include "base/limits.h"
#include "paint/cairo_device.h"

#include <math.h>

#define NEARLY 1e-6 /* px: 300.0000001 is 300 */

static double whole_px(double size)
{
	return fmax(1, ceil(size - NEARLY));
}

/* What is drawn of a scene, its background aside, in whole px and inside its box: x, y, width, height. Nothing drawn: all of it. */
static void ink_box(ZnDiags *diags, const ZnScene *scene, double box[4])
{
	cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
	cairo_t *cr = cairo_create(surface);
	ZnCairoDevice device;
	zn_cairo_device_init(&device, diags, cr);
	zn_walk_scene(&device.device, scene);
	zn_cairo_device_clear(&device);
	cairo_destroy(cr);
	double x, y, width, height;
	cairo_recording_surface_ink_extents(surface, &x, &y, &width, &height);
	cairo_surface_destroy(surface);
	double left = fmax(0, floor(x)), top = fmax(0, floor(y)), right = fmin(scene->width, ceil(x + width)), bottom = fmin(scene->height, ceil(y + height));
	bool empty = !(right > left) || !(bottom > top);
	box[0] = empty ? 0 : left;
	box[1] = empty ? 0 : top;
	box[2] = empty ? scene->width : right - left;
	box[3] = empty ? scene->height : bottom - top;
}

bool zn_frame_init(ZnFrame *frame, ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, bool whole)
{
	double scale = options->scale != 0 ? options->scale : scene->scale > 0 ? scene->scale : 1, width = scene->width, height = scene->height;
	ZnPlace place = {.file = scene->file};
	if (!(scale > 0) || !isfinite(scale)) {
		zn_error(diags, place, NULL, "the scale must be a positive number, not %g", scale);
		return false;
	}
	if (!(width > 0) || !(height > 0) || !isfinite(width) || !isfinite(height)) {
		zn_error(diags, place, NULL, "the picture is %g x %g px: there is nothing to paint", width, height);
		return false;
	}
	double box[4] = {0, 0, width, height};
	if (options->trim) {
		ink_box(diags, scene, box);
		width = box[2];
		height = box[3];
	}
	if (options->width > 0 && options->height > 0)
		scale = fmin(options->width / width, options->height / height);
	else if (options->width > 0)
		scale = options->width / width;
	else if (options->height > 0)
		scale = options->height / height;
	ZnFrame f = {.scale = scale,
				 .width = (box[0] + width) * scale - floor(box[0] * scale),
				 .height = (box[1] + height) * scale - floor(box[1] * scale)};
	if (whole) {
		f.width = whole_px(f.width);
		f.height = whole_px(f.height);
	}
	if (options->width > 0)
		f.width = options->width;
	if (options->height > 0)
		f.height = options->height;
	if (f.width > ZN_LIMIT_SIDE || f.height > ZN_LIMIT_SIDE || f.width * f.height > ZN_LIMIT_PIXELS) {
		zn_error(diags, place, "give a smaller size or scale",
		         "the picture would be %.0f x %.0f px: more than %d px a side or %.0f million px", f.width, f.height, ZN_LIMIT_SIDE,
		         ZN_LIMIT_PIXELS / 1e6);
		return false;
	}
	/* Centred only where a size was asked for: rounding up alone must not move anything off the pixel grid. */
	if (options->width > 0 && options->height > 0) {
		f.x = floor((f.width - width * scale) / 2);
		f.y = floor((f.height - height * scale) / 2);
	}
	f.x -= floor(box[0] * scale); /* whole pixels: what was on the grid stays on it */
	f.y -= floor(box[1] * scale);
	*frame = f;
	return true;
}

bool zn_frame_background(const ZnScene *scene, const ZnPaintOptions *options)
{
	return scene->has_background && scene->background.a > 0 && !options->transparent;
}
