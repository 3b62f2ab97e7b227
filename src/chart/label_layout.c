#include "chart/label_layout.h"

#include <math.h>
#include <string.h>

#define LINE_GAP 1.18      /* lines of labels, in font sizes */
#define LEADER_FROM 0.6    /* a label moved by more than this, in font sizes, gets a leader */

static bool shown(const ZnItem *item)
{
	return item->text && item->text->n && item->text->lines[0] && *item->text->lines[0] && item->opacity > 0 && isfinite(item->x) && isfinite(item->y);
}

typedef struct Label {
	ZnItem *item;
	double y, wanted, half; /* centre now, centre meant, half of the height it needs */
} Label;

static int by_wanted(const void *a, const void *b)
{
	const Label *x = a, *y = b;
	return x->wanted < y->wanted ? -1 : x->wanted > y->wanted ? 1 : x->item < y->item ? -1 : 1;
}

/* Labels as near to where they belong as no overlap allows: clusters of touching labels are centred on their mean (the pooling of
 * adjacent violators), then kept inside the plot. */
static void spread(Label *labels, size_t n, double top, double bottom)
{
	size_t *first = g_new(size_t, n + 1);
	double *centre = g_new(double, n + 1), *size = g_new(double, n + 1);
	size_t clusters = 0;
	for (size_t i = 0; i < n; i++) {
		first[clusters] = i;
		size[clusters] = 2 * labels[i].half;
		centre[clusters++] = labels[i].wanted;
		while (clusters > 1 && centre[clusters - 2] + size[clusters - 2] / 2 > centre[clusters - 1] - size[clusters - 1] / 2) {
			size_t a = clusters - 2, b = clusters - 1;
			size_t na = first[b] - first[a], nb = i + 1 - first[b];
			double sum = 0, at = 0;
			size[a] += size[b];
			/* the mean of where each member would have the cluster's top */
			for (size_t k = first[a]; k <= i; k++) {
				sum += labels[k].wanted - (at + labels[k].half);
				at += 2 * labels[k].half;
			}
			centre[a] = sum / (double)(na + nb) + size[a] / 2;
			clusters--;
		}
	}
	first[clusters] = n;
	for (size_t c = 0; c < clusters; c++) {
		double y = centre[c] - size[c] / 2;
		y = MAX(MIN(y, bottom - size[c]), top);
		for (size_t k = first[c]; k < first[c + 1]; k++) {
			labels[k].y = y + labels[k].half;
			y += 2 * labels[k].half;
		}
	}
	g_free(first);
	g_free(centre);
	g_free(size);
}

static void add_leader(ZnInst *unit, ZnMarkList *list, const Label *label, double dy)
{
	const ZnItem *text = label->item;
	double gap = text->text->font.size * 0.35;
	if (text->text->align == ZN_TEXT_CENTER)
		return;
	bool left = text->text->align == ZN_TEXT_LEFT;
	double from = text->x + (left ? -gap * 1.6 : gap * 1.6), to = text->x + (left ? -gap * 0.3 : gap * 0.3);
	ZnPaint ink = text->fill;
	double opacity = text->opacity, y = text->y;
	ZnItem *rule = zn_mark_list_add(unit->chart->context->arena, list, ZN_ITEM_RULE, ZN_ROLE_MARK); /* `text` may move in memory here */
	rule->x = from;
	rule->y = y;
	rule->x2 = to;
	rule->y2 = y + dy;
	rule->stroke = ink;
	rule->opacity = opacity * 0.6;
	rule->stroke_width = 0.75;
}

static void move_apart(ZnInst *unit, ZnMarkList *list)
{
	Label *labels = g_new0(Label, list->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		if (shown(&list->items[i])) {
			ZnItem *item = &list->items[i];
			labels[n++] = (Label){item, item->y, item->y, item->text->font.size * LINE_GAP * (double)item->text->n / 2};
		}
	qsort(labels, n, sizeof *labels, by_wanted);
	if (n)
		spread(labels, n, -labels[0].half, unit->height + labels[0].half);
	for (size_t i = 0; i < n; i++) {
		double dy = labels[i].y - labels[i].wanted;
		ZnItem copy = *labels[i].item;
		size_t index = (size_t)(labels[i].item - list->items);
		if (fabs(dy) < 0.01)
			continue;
		if (fabs(dy) > LEADER_FROM * copy.text->font.size) {
			Label from = labels[i];
			from.item = &copy;
			ZnItem *before = list->items;
			add_leader(unit, list, &from, dy);
			if (list->items != before) /* the list grew: the other labels' addresses follow */
				for (size_t k = 0; k < n; k++)
					labels[k].item = list->items + (labels[k].item - before);
		}
		list->items[index].y += dy;
	}
	g_free(labels);
}

static bool overlap(ZnBox a, ZnBox b, double gap)
{
	return a.x1 < b.x2 + gap && b.x1 < a.x2 + gap && a.y1 < b.y2 && b.y1 < a.y2;
}

static void drop_overlapping(ZnInst *unit, ZnMarkList *list)
{
	ZnContext *context = unit->chart->context;
	ZnBox *kept = g_new(ZnBox, list->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		ZnItem *item = &list->items[i];
		if (!shown(item))
			continue;
		ZnBox box = zn_item_bounds(context, item);
		bool free_place = true;
		for (size_t k = 0; k < n && free_place; k++)
			free_place = !overlap(box, kept[k], item->text->font.size * 0.25);
		if (free_place)
			kept[n++] = box;
		else
			item->opacity = 0;
	}
	g_free(kept);
}

void zn_label_layout(ZnInst *unit, ZnMarkList *list)
{
	ZnValue rules = zn_get(zn_get2(unit->chart->root->raw, "usermeta", "zhinu"), "labels");
	const char *rule = list->name ? zn_get_str(rules, list->name, NULL) : NULL;
	if (!rule || !list->n)
		return;
	if (!strcmp(rule, "move"))
		move_apart(unit, list);
	else if (!strcmp(rule, "drop"))
		drop_overlapping(unit, list);
	else
		zn_error(unit->chart->context->diags, zn_pointer(unit->chart->file, "/usermeta/zhinu/labels"), "use “move” or “drop”",
				 "“%s” is not a way to lay out labels", rule);
}
