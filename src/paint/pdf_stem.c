/* Measuring a stem: the letter l is cut at half its height; its stem is what lies between the first two edges. */
#include "paint/pdf_fonts.h"

#include <hb.h>
#include <math.h>

#define STEPS 8       /* lines a curve is cut into: at half its height an l is straight */
#define MOST_EDGES 16

typedef struct Cut {
	double y;
	double edges[MOST_EDGES];
	int n;
} Cut;

static void cut_line(Cut *cut, double x1, double y1, double x2, double y2)
{
	if ((y1 <= cut->y) == (y2 <= cut->y) || cut->n == MOST_EDGES)
		return;
	cut->edges[cut->n++] = x1 + (x2 - x1) * (cut->y - y1) / (y2 - y1);
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	cut_line(data, state->current_x, state->current_y, x, y);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x3, float y3,
                     void *user)
{
	double x = state->current_x, y = state->current_y;
	for (int i = 1; i <= STEPS; i++) {
		double t = (double)i / STEPS, u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
		double nx = a * (double)state->current_x + b * (double)x1 + c * (double)x2 + d * (double)x3;
		double ny = a * (double)state->current_y + b * (double)y1 + c * (double)y2 + d * (double)y3;
		cut_line(data, x, y, nx, ny);
		x = nx;
		y = ny;
	}
}

static void draw(hb_font_t *font, hb_codepoint_t glyph, Cut *cut)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(font, glyph, funcs, cut);
#else
	hb_font_get_glyph_shape(font, glyph, funcs, cut);
#endif
	hb_draw_funcs_destroy(funcs);
}

double zn_pdf_stem_measure(hb_font_t *font)
{
	hb_codepoint_t glyph;
	hb_glyph_extents_t box;
	if (!hb_font_get_nominal_glyph(font, 'l', &glyph) || !hb_font_get_glyph_extents(font, glyph, &box) || !box.height)
		return 0;
	Cut cut = {.y = box.y_bearing + box.height / 2.0 + 0.5}; /* beside the grid: no edge ends there */
	draw(font, glyph, &cut);
	double least = INFINITY, next = INFINITY; /* the two leftmost edges */
	for (int i = 0; i < cut.n; i++) {
		next = fmin(next, fmax(least, cut.edges[i]));
		least = fmin(least, cut.edges[i]);
	}
	return isfinite(next) ? next - least : 0;
}
