#include "paint/dense.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

#define STRIP 0.125 /* device pixels */

typedef struct Point {
	double x, y;
} Point;

/* Points in a row that share a strip: of each the place in the row. */
enum { FIRST, LEFT, RIGHT, TOP, BOTTOM, LAST, N_KEPT };

typedef struct Run {
	cairo_t *cr;
	double strip; /* in the path's own units */
	Point kept[N_KEPT];
	size_t at[N_KEPT], n;
} Run;

static void run_start(Run *run, Point p)
{
	for (int k = 0; k < N_KEPT; k++) {
		run->kept[k] = p;
		run->at[k] = 0;
	}
	run->n = 1;
}

static void keep(Run *run, int which, Point p)
{
	run->kept[which] = p;
	run->at[which] = run->n;
}

/* Draws what was kept, in the order of the path, without its first point, which was drawn with the run before. */
static void run_flush(Run *run)
{
	size_t done = 0;
	for (;;) {
		int next = -1;
		for (int k = 0; k < N_KEPT; k++)
			if (run->at[k] > done && (next < 0 || run->at[k] < run->at[next]))
				next = k;
		if (next < 0)
			break;
		cairo_line_to(run->cr, run->kept[next].x, run->kept[next].y);
		done = run->at[next];
	}
	run->n = 0;
}

static void run_add(Run *run, Point p)
{
	double left = fmin(run->kept[LEFT].x, p.x), right = fmax(run->kept[RIGHT].x, p.x);
	double top = fmin(run->kept[TOP].y, p.y), bottom = fmax(run->kept[BOTTOM].y, p.y);
	if (right - left > run->strip && bottom - top > run->strip) {
		run_flush(run);
		cairo_line_to(run->cr, p.x, p.y);
		run_start(run, p);
		return;
	}
	if (left < run->kept[LEFT].x)
		keep(run, LEFT, p);
	if (right > run->kept[RIGHT].x)
		keep(run, RIGHT, p);
	if (top < run->kept[TOP].y)
		keep(run, TOP, p);
	if (bottom > run->kept[BOTTOM].y)
		keep(run, BOTTOM, p);
	keep(run, LAST, p);
	run->n++;
}

static void replay(Run *run, const cairo_path_t *path)
{
	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		const cairo_path_data_t *data = &path->data[i];
		Point p = {0, 0};
		if (data->header.length > 1)
			p = (Point){data[1].point.x, data[1].point.y};
		switch (data->header.type) {
		case CAIRO_PATH_MOVE_TO:
			run_flush(run);
			cairo_move_to(run->cr, p.x, p.y);
			run_start(run, p);
			break;
		case CAIRO_PATH_LINE_TO:
			run_add(run, p);
			break;
		case CAIRO_PATH_CURVE_TO: /* a flat path has none */
			break;
		case CAIRO_PATH_CLOSE_PATH: /* cairo says where it goes on with a move that follows */
			run_flush(run);
			cairo_close_path(run->cr);
			break;
		}
	}
	run_flush(run);
}

void zn_dense_thin(cairo_t *cr, size_t n)
{
	if (n < ZN_DENSE_FROM)
		return;
	double dx = STRIP, dy = 0;
	cairo_device_to_user_distance(cr, &dx, &dy);
	cairo_path_t *path = cairo_copy_path_flat(cr);
	if (path->status == CAIRO_STATUS_SUCCESS) {
		Run run = {.cr = cr, .strip = hypot(dx, dy)};
		cairo_new_path(cr);
		replay(&run, path);
	}
	cairo_path_destroy(path);
}
