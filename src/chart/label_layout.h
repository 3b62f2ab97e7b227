/* Direct labels that would collide: moved apart or left out (usermeta.zhinu.labels, docs/guide.md). Private to chart/. */
#pragma once

#include "chart/instance.h"

/* Applies what the spec's usermeta.zhinu.labels says of the text layer whose name is list->name: "move" keeps labels at least a line apart
 * up and down, with a leader where one had to go far; "drop" leaves out those that would overlap an earlier one. Nothing else. */
void zn_label_layout(ZnInst *unit, ZnMarkList *list);
