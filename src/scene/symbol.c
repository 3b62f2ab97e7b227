#include "scene/path.h"

#include <math.h>
#include <string.h>

#define HALF_SQRT3 (0.86602540378443864676)
#define TAN30 (0.57735026918962576451)
#define MAX_CORNERS 12

/* Where a polygon's corners are measured from, in units of the radius r = sqrt(size) / 2, y down. */
typedef struct Polygon {
	const char *name;
	int n;
	bool open;
	double corners[MAX_CORNERS][2];
} Polygon;

/* Equilateral triangle of half width 1 whose centroid lies at the centre ("triangle", "wedge"). */
#define CENTROID (HALF_SQRT3 - TAN30)
#define ARROW_SHAFT (1.0 / 7)
#define ARROW_NECK (-1.0 / 8)
#define ARROW_HEAD (1 / 2.5)
#define ARM (1 / 2.5)

static const Polygon polygons[] = {
    {"square", 4, false, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}},
    {"cross",
     12,
     false,
     {{-1, -ARM},
      {-1, ARM},
      {-ARM, ARM},
      {-ARM, 1},
      {ARM, 1},
      {ARM, ARM},
      {1, ARM},
      {1, -ARM},
      {ARM, -ARM},
      {ARM, -1},
      {-ARM, -1},
      {-ARM, -ARM}}},
    {"diamond", 4, false, {{-1, 0}, {0, -1}, {1, 0}, {0, 1}}},
    {"arrow",
     7,
     false,
     {{-ARROW_SHAFT, 1},
      {ARROW_SHAFT, 1},
      {ARROW_SHAFT, ARROW_NECK},
      {ARROW_HEAD, ARROW_NECK},
      {0, -1},
      {-ARROW_HEAD, ARROW_NECK},
      {-ARROW_SHAFT, ARROW_NECK}}},
    {"wedge", 3, false, {{0, -HALF_SQRT3 - CENTROID}, {-0.25, HALF_SQRT3 - CENTROID}, {0.25, HALF_SQRT3 - CENTROID}}},
    {"triangle", 3, false, {{0, -HALF_SQRT3 - CENTROID}, {-1, HALF_SQRT3 - CENTROID}, {1, HALF_SQRT3 - CENTROID}}},
    {"triangle-up", 3, false, {{0, -HALF_SQRT3}, {-1, HALF_SQRT3}, {1, HALF_SQRT3}}},
    {"triangle-down", 3, false, {{0, HALF_SQRT3}, {-1, -HALF_SQRT3}, {1, -HALF_SQRT3}}},
    {"triangle-right", 3, false, {{HALF_SQRT3, 0}, {-HALF_SQRT3, -1}, {-HALF_SQRT3, 1}}},
    {"triangle-left", 3, false, {{-HALF_SQRT3, 0}, {HALF_SQRT3, -1}, {HALF_SQRT3, 1}}},
    {"stroke", 2, true, {{-1, 0}, {1, 0}}},
};

void zn_path_add_symbol(ZnPathBuilder *b, const char *shape, double size)
{
	double r = size > 0 ? sqrt(size) / 2 : 0;
	if (!shape || !strcmp(shape, "circle")) {
		zn_path_arc(b, 0, 0, r, 0, 2 * G_PI, false);
		zn_path_close(b);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(polygons); i++) {
		const Polygon *polygon = &polygons[i];
		if (strcmp(shape, polygon->name))
			continue;
		for (int k = 0; k < polygon->n; k++)
			(k ? zn_path_line : zn_path_move)(b, polygon->corners[k][0] * r, polygon->corners[k][1] * r);
		if (!polygon->open)
			zn_path_close(b);
		return;
	}
	zn_path_add_svg(b, shape, r);
}
