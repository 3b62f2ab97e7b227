/* Direct labels that would collide: moved apart or left out (usermeta.zhinu.labels, docs/guide.md). Private to chart/. */
#pragma once

#include "chart/instance.h"

/* Applies what the spec's usermeta.zhinu.labels says of the text layer whose name is list->name: "move" keeps labels at least a line apart
 * up and down, with a leader where one had to go far; "drop" sets them narrower where all then have room, or else leaves out those that
 * would overlap one that matters more: the last matters most, then the first, the greatest value, the least, and the others in their order.
 * Nothing else. */
void zn_label_layout(ZnInst *unit, ZnMarkList *list);
/* The grid stops short of labels where the theme says so (usermeta.zhinu.labelClearance, px): pieces of the background above the grid and
 * below the marks. For the group of a plot with all its marks. */
void zn_label_clearances(ZnInst *plot);
