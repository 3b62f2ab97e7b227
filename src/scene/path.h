/* Building paths: the vocabulary of d3-path and of the HTML canvas, with arcs turned into Bézier curves at once. */
#pragma once

#include "scene/scene.h"

typedef struct ZnPathBuilder {
	ZnArena *arena;
	ZnPath *path;
	double dx, dy;   /* added to every point, after the rotation */
	double cos, sin; /* rotation about the origin */
	bool started, quarters; /* quarters: arcs in pieces between multiples of 90 degrees, whose boxes are exact */
	double x0, y0, x, y; /* start and end of the current subpath, before rotation and shift */
} ZnPathBuilder;

/* A builder that appends to `path`; no rotation, no shift. */
ZnPathBuilder zn_path_builder(ZnArena *arena, ZnPath *path);

void zn_path_move(ZnPathBuilder *b, double x, double y);
void zn_path_line(ZnPathBuilder *b, double x, double y);
void zn_path_curve(ZnPathBuilder *b, double x1, double y1, double x2, double y2, double x, double y);
void zn_path_close(ZnPathBuilder *b);
/* A circular arc from angle a0 to a1 (radians, clockwise from the x axis), joined by a line to what is there. Angles follow d3-path: a
 * difference of a whole turn or more is a circle; one in the other direction is taken modulo a turn. */
void zn_path_arc(ZnPathBuilder *b, double x, double y, double radius, double a0, double a1, bool counterclockwise);
/* A rectangle with rounded corners (tl tr br bl, each at most half of the shorter side; NULL = none), as Vega's: a Bézier curve a corner. */
void zn_path_rect(ZnPathBuilder *b, double x, double y, double width, double height, const double corner[4]);

/* The pieces of zn_item_path, one a mark. */
void zn_path_add_arc_mark(ZnPathBuilder *b, double start, double end, double inner, double outer, double pad, double corner_radius);
void zn_path_add_line(ZnPathBuilder *b, const ZnItem *item);
void zn_path_add_area(ZnPathBuilder *b, const ZnItem *item);
void zn_path_add_symbol(ZnPathBuilder *b, const char *shape, double size);
/* SVG path data times `scale`. False = syntax error; what came before it has been added. */
bool zn_path_add_svg(ZnPathBuilder *b, const char *svg, double scale);
