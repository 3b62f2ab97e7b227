#include "base/limits.h"
#include "paint/device.h"

#include <math.h>

#define NEARLY 1e-6 /* px: 300.0000001 is 300 */

static double whole_px(double size)
{
	return fmax(1, ceil(size - NEARLY));
}

bool zn_frame_init(ZnFrame *frame, ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, bool whole)
{
	double scale = options->scale != 0 ? options->scale : scene->scale > 0 ? scene->scale : 1, width = scene->width, height = scene->height;
	ZnPlace place = {.file = scene->name};
	if (!(scale > 0) || !isfinite(scale)) {
		zn_error(diags, place, NULL, "the scale must be a positive number, not %g", scale);
		return false;
	}
	if (!(width > 0) || !(height > 0) || !isfinite(width) || !isfinite(height)) {
		zn_error(diags, place, NULL, "the picture is %g x %g px: there is nothing to paint", width, height);
		return false;
	}
	if (options->width > 0 && options->height > 0)
		scale = fmin(options->width / width, options->height / height);
	else if (options->width > 0)
		scale = options->width / width;
	else if (options->height > 0)
		scale = options->height / height;
	ZnFrame f = {.scale = scale, .width = width * scale, .height = height * scale};
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
	*frame = f;
	return true;
}

bool zn_frame_background(const ZnScene *scene, const ZnPaintOptions *options)
{
	return scene->has_background && scene->background.a > 0 && !options->transparent;
}
