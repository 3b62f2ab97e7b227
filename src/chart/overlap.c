/* Overlap removal of labels (vega-view-transforms Overlap.js). */
#include "chart/guide_props.h"

#include <math.h>

typedef struct Label {
	ZnItem *item;
	ZnBox box;
} Label;

static bool overlap(const Label *a, const Label *b, double separation)
{
	double gap = MAX(MAX(b->box.x1 - a->box.x2, a->box.x1 - b->box.x2), MAX(b->box.y1 - a->box.y2, a->box.y1 - b->box.y2));
	return separation > gap;
}

static bool any_overlap(const Label *labels, size_t n, double separation)
{
	for (size_t i = 1; i < n; i++) {
		if (overlap(&labels[i - 1], &labels[i], separation))
			return true;
	}
	return false;
}

/* Hides every other label. Returns how many are left. */
static size_t thin_parity(Label *labels, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		if (i % 2)
			labels[i].item->opacity = 0;
		else
			labels[kept++] = labels[i];
	}
	return kept;
}

/* Hides each label that overlaps the last one shown. */
static size_t thin_greedy(Label *labels, size_t n, double separation)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		if (kept && overlap(&labels[kept - 1], &labels[i], separation))
			labels[i].item->opacity = 0;
		else
			labels[kept++] = labels[i];
	}
	return kept;
}

static bool inside(ZnBox box, const double range[2], bool horizontal, double tolerance)
{
	double lo = MIN(range[0], range[1]) - tolerance, hi = MAX(range[0], range[1]) + tolerance;
	return horizontal ? lo <= box.x1 && box.x2 <= hi : lo <= box.y1 && box.y2 <= hi;
}

void zn_labels_hide_overlaps(ZnContext *context, ZnMarkList *labels, bool greedy, double separation, const double range[2], bool horizontal,
                             double tolerance)
{
	Label *all = zn_new_n(context->arena, Label, labels->n), *left = zn_new_n(context->arena, Label, labels->n);
	size_t n_all = 0;
	for (size_t i = 0; i < labels->n; i++) {
		ZnBox box = zn_item_bounds(context, &labels->items[i]);
		if (box.x2 - box.x1 > 1 && box.y2 - box.y1 > 1) /* empty labels take no part */
			all[n_all++] = (Label){&labels->items[i], box};
	}
	if (!n_all)
		return;
	for (size_t i = 0; i < n_all; i++) {
		left[i] = all[i];
		all[i].item->opacity = 1;
	}
	size_t n = n_all;
	if (n >= 3 && any_overlap(left, n, separation)) {
		do
			n = greedy ? thin_greedy(left, n, separation) : thin_parity(left, n);
		while (n >= 3 && any_overlap(left, n, separation));
		if (n < 3 && all[n_all - 1].item->opacity == 0) { /* the last label says more than the one before it */
			if (n > 1)
				left[n - 1].item->opacity = 0;
			all[n_all - 1].item->opacity = 1;
		}
	}
	labels->bounds = zn_box_empty();
	labels->fixed_bounds = true;
	for (size_t i = 0; i < n_all; i++) {
		if (tolerance >= 0 && !inside(all[i].box, range, horizontal, tolerance > 0 ? tolerance : 1))
			all[i].item->opacity = 0;
		if (all[i].item->opacity > 0)
			zn_box_union(&labels->bounds, all[i].box);
	}
}
