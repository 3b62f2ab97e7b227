#include "chart/label_layout.h"

#include <math.h>
#include <string.h>

#define LINE_GAP 1.18      /* lines of labels, in font sizes */
#define LABEL_GAP 0.25     /* between labels on a line, in font sizes */
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

typedef struct Candidate {
	size_t index;
	int rank; /* 0 is kept before all others */
} Candidate;

static int by_rank(const void *a, const void *b)
{
	const Candidate *x = a, *y = b;
	return x->rank != y->rank ? x->rank - y->rank : x->index < y->index ? -1 : 1;
}

/* Do the labels run down the page, one a row? Then the values lie across, and left and right are their extremes. */
static bool run_down(const ZnMarkList *list, const Candidate *labels, size_t n)
{
	for (size_t i = 2; i < n; i++) {
		double before = list->items[labels[i - 1].index].y - list->items[labels[i - 2].index].y;
		double now = list->items[labels[i].index].y - list->items[labels[i - 1].index].y;
		if (before * now <= 0)
			return false;
	}
	for (size_t i = 2; i < n; i++) /* a series that only rises goes one way in x as well: that one runs across */
		if ((list->items[labels[i].index].x - list->items[labels[i - 1].index].x) * (list->items[labels[1].index].x - list->items[labels[0].index].x) <= 0)
			return true;
	return false;
}

/* What a reader looks for first: the last label, the first, the greatest and the least value, then the others in their order. */
static void rank(const ZnMarkList *list, Candidate *labels, size_t n)
{
	bool down = run_down(list, labels, n);
	size_t low = 0, high = 0;
	for (size_t i = 0; i < n; i++) {
		labels[i].rank = 4;
		const ZnItem *item = &list->items[labels[i].index], *l = &list->items[labels[low].index], *h = &list->items[labels[high].index];
		if (down ? item->x < l->x : item->y > l->y)
			low = i;
		if (down ? item->x > h->x : item->y < h->y)
			high = i;
	}
	labels[low].rank = 3;
	labels[high].rank = 2;
	labels[0].rank = 1;
	labels[n - 1].rank = 0;
	qsort(labels, n, sizeof *labels, by_rank);
}

/* Marks the labels that have room, in order of their rank; how many have none. */
static size_t find_room(ZnInst *unit, const ZnMarkList *list, const Candidate *labels, size_t n, bool *has_room)
{
	ZnBox *kept = g_new(ZnBox, n + 1);
	size_t n_kept = 0;
	for (size_t i = 0; i < n; i++) {
		const ZnItem *item = &list->items[labels[i].index];
		ZnBox box = zn_item_bounds(unit->chart->context, item);
		has_room[i] = true;
		for (size_t k = 0; k < n_kept && has_room[i]; k++)
			has_room[i] = !overlap(box, kept[k], item->text->font.size * LABEL_GAP);
		if (has_room[i])
			kept[n_kept++] = box;
	}
	g_free(kept);
	return n - n_kept;
}

/* The lines in the narrow companion of the face that themes use; any other face stays. */
static const ZnTextLines *condensed(ZnContext *context, const ZnTextLines *text)
{
	if (g_strcmp0(text->font.family, "sans-serif") != 0)
		return text;
	ZnTextLines *narrow = zn_new(context->arena, ZnTextLines);
	*narrow = *text;
	narrow->font.family = "condensed";
	narrow->shaped = zn_new_n(context->arena, const ZnShaped *, text->n);
	for (size_t i = 0; i < text->n; i++)
		narrow->shaped[i] = zn_text_shape(context, &narrow->font, NULL, text->lines[i]);
	return narrow;
}

/* Labels without room: all of them in a narrower face, if no label is then without; or else the least ones are left out. */
static void drop_overlapping(ZnInst *unit, ZnMarkList *list)
{
	Candidate *labels = g_new(Candidate, list->n + 1);
	bool *has_room = g_new0(bool, list->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		if (shown(&list->items[i]))
			labels[n++].index = i;
	if (n)
		rank(list, labels, n);
	if (find_room(unit, list, labels, n, has_room)) {
		g_autofree const ZnTextLines **wide = g_new(const ZnTextLines *, n);
		for (size_t i = 0; i < n; i++) {
			ZnItem *item = &list->items[labels[i].index];
			wide[i] = item->text;
			item->text = condensed(unit->chart->context, item->text);
		}
		if (find_room(unit, list, labels, n, has_room)) {
			for (size_t i = 0; i < n; i++)
				list->items[labels[i].index].text = wide[i];
			find_room(unit, list, labels, n, has_room);
		}
	}
	for (size_t i = 0; i < n; i++) {
		if (!has_room[i])
			list->items[labels[i].index].opacity = 0;
	}
	g_free(has_room);
	g_free(labels);
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

void zn_label_clearances(ZnInst *plot)
{
	ZnContext *context = plot->chart->context;
	double clearance = zn_get_num(zn_get2(plot->view->config, "usermeta", "zhinu"), "labelClearance", 0);
	ZnColor background;
	const char *color = zn_get_str(plot->chart->root->config, "background", NULL);
	if (!(clearance > 0) || !color || !zn_color_parse(color, &background) || plot->group->frame.fill.kind != ZN_PAINT_NONE)
		return;
	ZnMarkList *gaps = zn_group_add_marks_below(context->arena, plot->group);
	gaps->no_bounds = true;
	for (size_t m = 1; m < plot->group->n_marks; m++) {
		const ZnMarkList *list = plot->group->marks[m];
		for (size_t i = 0; i < list->n; i++) {
			if (list->items[i].type != ZN_ITEM_TEXT || !shown(&list->items[i]))
				continue;
			ZnBox box = zn_item_bounds(context, &list->items[i]);
			ZnItem *gap = zn_mark_list_add(context->arena, gaps, ZN_ITEM_RECT, ZN_ROLE_FRAME);
			gap->x = box.x1 - clearance;
			gap->y = box.y1 - clearance;
			gap->width = box.x2 - box.x1 + 2 * clearance;
			gap->height = box.y2 - box.y1 + 2 * clearance;
			gap->fill = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = background};
		}
	}
}
