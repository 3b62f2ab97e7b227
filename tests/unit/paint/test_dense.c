/* Paths of very many points: thinned, they draw what they drew. */
#include "paint/dense.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum { WIDTH = 120, HEIGHT = 90 };

typedef struct Canvas {
	cairo_surface_t *surface;
	cairo_t *cr;
} Canvas;

static Canvas canvas_new(void)
{
	Canvas canvas = {.surface = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH, HEIGHT)};
	canvas.cr = cairo_create(canvas.surface);
	return canvas;
}

static void canvas_clear(Canvas *canvas)
{
	cairo_destroy(canvas->cr);
	cairo_surface_destroy(canvas->surface);
}

/* A line of n points, up and down about a slow wave; `steep` is how far. */
static void add_wave(cairo_t *cr, int n, double steep)
{
	uint32_t random = 12345;
	for (int i = 0; i < n; i++) {
		random = random * 1664525 + 1013904223;
		double x = 5 + 110.0 * i / (n - 1), noise = (double)(random >> 8) / (1 << 24) - 0.5;
		cairo_line_to(cr, x, 45 + 20 * sin(x / 9) + steep * noise);
	}
}

static int count_points(cairo_t *cr)
{
	cairo_path_t *path = cairo_copy_path(cr);
	int n = 0;
	for (int i = 0; i < path->num_data; i += path->data[i].header.length)
		n++;
	cairo_path_destroy(path);
	return n;
}

static int worst_difference(Canvas *a, Canvas *b)
{
	cairo_surface_flush(a->surface);
	cairo_surface_flush(b->surface);
	int stride = cairo_image_surface_get_stride(a->surface), worst = 0;
	const unsigned char *p = cairo_image_surface_get_data(a->surface), *q = cairo_image_surface_get_data(b->surface);
	for (int i = 0; i < stride * HEIGHT; i++)
		worst = MAX(worst, abs(p[i] - q[i]));
	return worst;
}

/* What a shape looks like with and without: each edge may move by an eighth of a pixel (32 of 255), and a pixel may hold several. */
static void check_same(int n, double steep, bool area, int most_points)
{
	Canvas plain = canvas_new(), thin = canvas_new();
	for (int pass = 0; pass < 2; pass++) {
		cairo_t *cr = pass ? thin.cr : plain.cr;
		add_wave(cr, n, steep);
		if (area) {
			cairo_line_to(cr, 115, 88);
			cairo_line_to(cr, 5, 88);
			cairo_close_path(cr);
		}
		if (pass) {
			zn_dense_thin(cr, (size_t)n);
			g_assert_cmpint(count_points(cr), <=, most_points);
		}
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		if (area)
			cairo_fill(cr);
		else
			cairo_stroke(cr);
	}
	g_assert_cmpint(worst_difference(&plain, &thin), <=, 96);
	canvas_clear(&plain);
	canvas_clear(&thin);
}

static void test_line(void)
{
	check_same(8000, 2, false, 5000); /* 110 px are 880 strips of up to five points */
	check_same(20000, 20, false, 5000);
}

static void test_area(void)
{
	check_same(8000, 2, true, 5000);
	check_same(20000, 20, true, 5000);
}

/* A million points cross one another more often than can be followed. */
static void test_million(void)
{
	Canvas canvas = canvas_new();
	add_wave(canvas.cr, 1000000, 40);
	zn_dense_thin(canvas.cr, 1000000);
	g_assert_cmpint(count_points(canvas.cr), <=, 5000);
	double x1, y1, x2, y2, x, y;
	cairo_path_extents(canvas.cr, &x1, &y1, &x2, &y2);
	g_assert_cmpfloat_with_epsilon(x1, 5, 0.01);
	g_assert_cmpfloat_with_epsilon(x2, 115, 0.01);
	cairo_get_current_point(canvas.cr, &x, &y);
	g_assert_cmpfloat_with_epsilon(x, 115, 0.01);
	cairo_stroke(canvas.cr);
	g_assert_cmpint(cairo_status(canvas.cr), ==, CAIRO_STATUS_SUCCESS);
	canvas_clear(&canvas);
}

/* Pieces of a path stay pieces, and closed ones closed; the strip is one of pixels, whatever the scale. */
static void test_pieces(void)
{
	Canvas canvas = canvas_new();
	cairo_scale(canvas.cr, 0.5, 0.5);
	for (int i = 0; i < 3; i++) {
		cairo_new_sub_path(canvas.cr);
		cairo_move_to(canvas.cr, 40 * i, 0);
		for (int k = 1; k <= 3000; k++)
			cairo_line_to(canvas.cr, 40 * i + k * 0.01, k % 2);
		cairo_close_path(canvas.cr);
	}
	zn_dense_thin(canvas.cr, 9000);
	cairo_path_t *path = cairo_copy_path(canvas.cr);
	int closes = 0, lines = 0;
	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		closes += path->data[i].header.type == CAIRO_PATH_CLOSE_PATH;
		lines += path->data[i].header.type == CAIRO_PATH_LINE_TO;
	}
	cairo_path_destroy(path);
	g_assert_cmpint(closes, ==, 3);
	g_assert_cmpint(lines, >=, 3 * 2 * 100); /* 30 units are 15 px, 120 strips */
	g_assert_cmpint(lines, <=, 3 * 5 * 121);
	canvas_clear(&canvas);
}

static void test_short(void)
{
	Canvas canvas = canvas_new();
	add_wave(canvas.cr, ZN_DENSE_FROM - 1, 10);
	int before = count_points(canvas.cr);
	zn_dense_thin(canvas.cr, ZN_DENSE_FROM - 1);
	g_assert_cmpint(count_points(canvas.cr), ==, before);
	canvas_clear(&canvas);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/dense/line", test_line);
	g_test_add_func("/dense/area", test_area);
	g_test_add_func("/dense/million", test_million);
	g_test_add_func("/dense/pieces", test_pieces);
	g_test_add_func("/dense/short", test_short);
	return g_test_run();
}
