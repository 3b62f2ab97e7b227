/* What stands below a chart: note and source line (usermeta.zhinu), and the scene's metadata. Private to chart/. */
#pragma once

#include "chart/instance.h"

typedef struct ZnFoot {
	const char **lines;
	ZnRole *roles;
	size_t n;
	ZnFont font;
	ZnColor color;
	double gap, line_height; /* px above the first line; baseline to baseline */
	double height;           /* px of all; 0 = nothing */
	double width;            /* the wrap width */
} ZnFoot;

ZnFoot *zn_foot_new(ZnChart *chart);
/* Draws at the scene's foot and makes it as much higher. */
void zn_foot_draw(ZnChart *chart, ZnScene *scene, const ZnFoot *foot, ZnPadding padding);
void zn_foot_metadata(ZnChart *chart, ZnScene *scene);
