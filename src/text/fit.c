#include "text/internal.h"

#include <math.h>

typedef struct Node {
	size_t at;       /* index of the break */
	double demerits; /* of all lines up to it */
	size_t before;   /* index of the node of the line before */
	int fitness;     /* 0 tight .. 3 very loose */
	bool bad;        /* the line is too long, or looser than the tolerance */
} Node;

/* TeX's values */
#define LINE_PENALTY 10.0
#define DOUBLE_HYPHEN 40000.0
#define LAST_HYPHEN 5000.0
#define MISFIT 10000.0
#define RUNT 6000.0
#define OVERFULL 1e15

typedef struct LineShape {
	double ratio; /* > 0 stretched, < 0 shrunk; below -1 overfull */
	double width; /* natural, px */
} LineShape;

static LineShape shape_of(const ZnFitBreak *from, const ZnFitBreak *to, bool first, bool last, const ZnFitStyle *style)
{
	double natural = to->end - from->start + to->extra - from->lead;
	double slack = (first ? style->first_width : style->width) - natural;
	double stretch = to->end_stretch - from->start_stretch + style->ragged, shrink = to->end_shrink - from->start_shrink;
	double ratio = 0;
	if (slack < -1e-6)
		ratio = shrink > 0 ? slack / shrink : -1e6;
	else if (slack > 1e-6 && !last)
		ratio = stretch > 0 ? slack / stretch : 1e6;
	return (LineShape){ratio, natural};
}

static int fitness_of(double ratio)
{
	return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

static double demerits_of(const ZnFitBreak *from, const ZnFitBreak *to, const LineShape *line, bool last, const ZnFitStyle *style)
{
	double ratio = MIN(fabs(line->ratio), 100);
	double badness = 100 * ratio * ratio * ratio;
	double cost = LINE_PENALTY + badness + MAX(to->penalty, 0);
	double demerits = cost * cost;
	if (from->hyphen && to->hyphen)
		demerits += DOUBLE_HYPHEN;
	if (last && from->hyphen)
		demerits += LAST_HYPHEN;
	if (last && line->width < style->runt)
		demerits += RUNT * RUNT;
	return demerits;
}

typedef struct Fit {
	const ZnFitBreak *breaks;
	const ZnFitStyle *style;
	GArray *nodes; /* of Node */
	size_t first;  /* active nodes: those from here on */
} Fit;

/* The best way to end a line at break `to`: makes a node. Nodes whose lines have become too long leave the front of the active ones. */
static void try_break(Fit *fit, size_t to, bool last)
{
	Node best = {.at = to, .demerits = INFINITY};
	bool found = false;
	for (size_t i = fit->first; i < fit->nodes->len; i++) {
		const Node *node = &g_array_index(fit->nodes, Node, i);
		const ZnFitBreak *from = &fit->breaks[node->at];
		LineShape line = shape_of(from, &fit->breaks[to], node->at == 0, last, fit->style);
		if (line.ratio < -1) {
			bool only = i + 1 == fit->nodes->len;
			if (!found && only) { /* nothing fits: the shortest line, too long */
				best = (Node){to, node->demerits + OVERFULL * (1 + MIN(-line.ratio, 1e3)), i, 0, true};
				found = true;
			}
			if (i == fit->first && !only)
				fit->first = i + 1;
			continue;
		}
		if (found && line.ratio > fit->style->tolerance)
			break; /* the lines that begin later are looser still */
		double demerits = node->demerits + demerits_of(from, &fit->breaks[to], &line, last, fit->style);
		int fitness = fitness_of(line.ratio);
		if (abs(fitness - node->fitness) > 1)
			demerits += MISFIT;
		if (demerits < best.demerits) {
			best = (Node){to, demerits, i, fitness, line.ratio > fit->style->tolerance};
			found = true;
		}
	}
	if (found)
		g_array_append_val(fit->nodes, best);
}

size_t zn_fit_lines(const ZnFitBreak *breaks, size_t n, const ZnFitStyle *style, size_t *chosen, bool *feasible)
{
	g_autoptr(GArray) nodes = g_array_sized_new(FALSE, FALSE, sizeof(Node), (guint)n);
	Fit fit = {breaks, style, nodes, 0};
	Node start = {.at = 0, .fitness = 1};
	g_array_append_val(nodes, start);
	for (size_t i = 1; i < n; i++)
		try_break(&fit, i, i + 1 == n);
	size_t count = 0;
	for (size_t i = nodes->len - 1; i > 0; i = g_array_index(nodes, Node, i).before)
		chosen[count++] = g_array_index(nodes, Node, i).at;
	*feasible = true;
	for (size_t i = nodes->len - 1; i > 0; i = g_array_index(nodes, Node, i).before)
		*feasible = *feasible && !g_array_index(nodes, Node, i).bad;
	for (size_t i = 0; i < count / 2; i++) {
		size_t swap = chosen[i];
		chosen[i] = chosen[count - 1 - i];
		chosen[count - 1 - i] = swap;
	}
	return count;
}
