/* The table of calls between the interpreter of scenes (walk.c) and what makes bytes of them: one stream, many sinks, as in mupdf.
 *
 * The interpreter resolves what all sinks share: items without ink, outlines, clips, opacity, embedded scenes, links. A device gets
 * coordinates in px of the scene that is being walked; `save` with a position and scale nests. */
#pragma once

#include "base/diag.h"
#include "paint/paint.h"

/* What a path or a text is painted with; all opacities multiplied. */
typedef struct ZnInk {
	ZnColor color;              /* when there is no gradient */
	const ZnGradient *gradient; /* NULL = the colour */
	double opacity;             /* of the gradient */
	double box[4];              /* x1 y1 x2 y2: what the gradient's unit box stands for */
} ZnInk;

#define ZN_SCENES_DEEP 16 /* scenes in scenes: a figure on a page needs 2 */

/* Where a gradient lies. Linear ones are defined in the unit box, which `x y width height` maps to the scene (so that they lean with the
 * box, as in SVG); radial ones are in px of the scene and stay circles. */
typedef struct ZnGradientFrame {
	double x, y, width, height; /* linear only */
	double x1, y1, r1, x2, y2, r2;
} ZnGradientFrame;
ZnGradientFrame zn_gradient_frame(const ZnInk *ink);

typedef struct ZnStyle {
	const ZnInk *fill, *stroke; /* NULL = not */
	double stroke_width, dash_offset, miter_limit;
	const double *dash;
	size_t n_dash;
	int cap, join; /* cairo_line_cap_t, cairo_line_join_t */
	int blend;     /* cairo_operator_t */
} ZnStyle;

typedef struct ZnDevice ZnDevice;

typedef struct ZnDeviceCalls {
	/* Until the matching restore: the origin moves to x, y and lengths are scaled. */
	void (*save)(ZnDevice *device, double x, double y, double scale);
	void (*restore)(ZnDevice *device);
	void (*clip)(ZnDevice *device, const ZnPath *path); /* until the next restore */
	void (*path)(ZnDevice *device, const ZnItem *item, const ZnPath *path, const ZnStyle *style);
	void (*text)(ZnDevice *device, const ZnItem *item, const ZnStyle *style);
	void (*image)(ZnDevice *device, const ZnItem *item);
	/* Structure; properly nested, closed before the page ends. NULL = the device has none. */
	void (*begin_tag)(ZnDevice *device, const ZnTag *tag);
	void (*end_tag)(ZnDevice *device, const ZnTag *tag);
} ZnDeviceCalls;

/* Devices embed this as their first member. */
struct ZnDevice {
	const ZnDeviceCalls *calls;
	ZnDiags *diags;
};

/* Whether a link may be followed from a document: http, https, mailto, a place in the document, a file beside it; no scripts. */
bool zn_link_safe(const char *target);

/* Plays the scene's items (not its background) into the device. */
void zn_walk_scene(ZnDevice *device, const ZnScene *scene);

/* How a scene lies in the output, from the options: size in output px, scale, and where the scene's corner is. */
typedef struct ZnFrame {
	double width, height, scale, x, y;
} ZnFrame;

/* `whole` rounds the size up to whole px. Reports and returns false when it is over the limits or not a size at all. */
bool zn_frame_init(ZnFrame *frame, ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, bool whole);

/* Whether the scene paints its background under these options. */
bool zn_frame_background(const ZnScene *scene, const ZnPaintOptions *options);
