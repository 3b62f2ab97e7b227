#include "text/internal.h"

#include <math.h>

/* TeX's values, and what it has not: rivers and runts. */
#define LINE_PENALTY 10.0
#define LAST_HYPHEN 5000.0
#define MISFIT 10000.0        /* a tight line beside a loose one */
#define RIVER 8000.0          /* two lines of wide spaces: white runs down between them */
#define WIDE 0.8              /* the ratio that makes spaces wide */
#define MOST_WIDE 4           /* lines that make a river longer, and each further one dearer */
#define RUNT 3.6e7
#define OVERFULL 1e15

/* For the second, the third and each further line in a row that ends in a hyphen: a third is worse than a line stretched to 4.6. */
static const double hyphen_ladder[] = {0, 4e4, 1e8, 1e8};

/* A line's class: tight, decent, loose, very loose; and those again for lines that end two hyphens in a row or more. */
enum { N_FITNESS = 4, N_CLASSES = 2 * N_FITNESS, MOST_HYPHENS = 2 };

typedef struct Node {
	size_t at;       /* index of the break */
	double demerits; /* of all lines up to it */
	size_t before;   /* index of the node of the line before */
	double ratio;    /* of the line that ends here */
	uint8_t fitness, hyphens; /* hyphens: lines in a row that end in one */
	uint8_t wide;    /* lines in a row with wide spaces */
	bool bad;        /* the line is too long, or looser than the tolerance */
} Node;

typedef struct LineShape {
	double ratio; /* > 0 stretched, < 0 shrunk; below -1 overfull */
	double width; /* natural, px */
} LineShape;

static LineShape shape_of(const ZnFitBreak *from, const ZnFitBreak *to, bool first, bool last, const ZnFitStyle *style)
{
	double natural = to->end - from->start + to->extra - from->lead;
	double slack = (first ? style->first_width : style->width) - natural;
	double ratio = 0;
	if (slack < -1e-6) {
		double shrink = to->end_shrink - from->start_shrink;
		ratio = shrink > 0 ? slack / shrink : -1e6;
	} else if (slack > 1e-6 && !last) {
		double stretch = to->end_stretch - from->start_stretch + style->ragged;
		ratio = stretch > 0 ? slack / stretch : 1e6;
	}
	return (LineShape){ratio, natural};
}

static uint8_t fitness_of(double ratio)
{
	return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

static double demerits_of(const Node *node, const ZnFitBreak *from, const ZnFitBreak *to, const LineShape *line, bool last,
                          const ZnFitStyle *style)
{
	double ratio = MIN(fabs(line->ratio), 100);
	double badness = 100 * ratio * ratio * ratio;
	double cost = LINE_PENALTY + badness + MAX(to->penalty, 0);
	double demerits = cost * cost;
	if (to->hyphen)
		demerits += hyphen_ladder[MIN(node->hyphens, G_N_ELEMENTS(hyphen_ladder) - 1)];
	if (last && from->hyphen)
		demerits += LAST_HYPHEN;
	if (last && (line->width < style->runt || from->last_word))
		demerits += RUNT;
	if (node->ratio > WIDE && line->ratio > WIDE && style->ragged <= 0)
		demerits += RIVER * node->wide * MIN(node->ratio, 3) * MIN(line->ratio, 3);
	int step = (int)fitness_of(line->ratio) - node->fitness;
	return step > 1 || step < -1 ? demerits + MISFIT : demerits;
}

typedef struct Fit {
	const ZnFitBreak *breaks;
	const ZnFitStyle *style;
	GArray *nodes; /* of Node */
	size_t first;  /* active nodes: those from here on */
} Fit;

/* Keeps the best line of each class: what follows decides between them. Classes that no neighbour could make good are dropped. */
static void add_nodes(Fit *fit, const Node best[N_CLASSES])
{
	double least = INFINITY, least_few = INFINITY; /* of all; of those with few hyphens in a row */
	for (int i = 0; i < N_FITNESS; i++)
		least_few = MIN(least_few, best[i].demerits);
	for (int i = N_FITNESS; i < N_CLASSES; i++)
		least = MIN(least, best[i].demerits);
	double worst_many = MIN(least, least_few) + MISFIT;
	double worst_few = MIN(least + hyphen_ladder[MOST_HYPHENS], least_few) + MISFIT;
	for (int i = 0; i < N_CLASSES; i++) {
		if (best[i].demerits < INFINITY && best[i].demerits <= (i < N_FITNESS ? worst_few : worst_many))
			g_array_append_val(fit->nodes, best[i]);
	}
}

/* The best ways to end a line at break `to`: makes nodes. Nodes whose lines have become too long leave the front of the active ones. */
static void try_break(Fit *fit, size_t to, bool last)
{
	Node best[N_CLASSES];
	for (int i = 0; i < N_CLASSES; i++)
		best[i].demerits = INFINITY;
	bool found = false;
	const ZnFitBreak *end = &fit->breaks[to];
	for (size_t i = fit->first, n = fit->nodes->len; i < n; i++) {
		const Node *node = &g_array_index(fit->nodes, Node, i);
		const ZnFitBreak *from = &fit->breaks[node->at];
		if (node->at >= to)
			break;
		LineShape line = shape_of(from, end, node->at == 0, last, fit->style);
		if (line.ratio < -1) {
			bool only = i + 1 == n;
			if (!found && only) { /* nothing fits: the shortest line, too long */
				best[0] = (Node){to, node->demerits + OVERFULL * (1 + MIN(-line.ratio, 1e3)), i, line.ratio, 0, end->hyphen, 0, true};
				found = true;
			}
			if (i == fit->first && !only)
				fit->first = i + 1;
			continue;
		}
		if (found && line.ratio > fit->style->tolerance)
			break; /* the lines that begin later are looser still */
		double demerits = node->demerits + demerits_of(node, from, end, &line, last, fit->style);
		uint8_t fitness = fitness_of(line.ratio);
		uint8_t hyphens = end->hyphen ? (uint8_t)MIN(node->hyphens + 1, 100) : 0;
		Node *rival = &best[fitness + (hyphens < MOST_HYPHENS ? 0 : N_FITNESS)];
		if (demerits < rival->demerits) {
			uint8_t wide = line.ratio > WIDE ? (uint8_t)MIN(node->wide + 1, MOST_WIDE) : 0;
			*rival = (Node){to, demerits, i, line.ratio, fitness, hyphens, wide, line.ratio > fit->style->tolerance};
			found = true;
		}
	}
	if (found)
		add_nodes(fit, best);
}

size_t zn_fit_lines(const ZnFitBreak *breaks, size_t n, const ZnFitStyle *style, GArray *scratch, ZnFitLine *chosen, bool *feasible)
{
	if (g_array_get_element_size(scratch) != sizeof(Node))
		g_assert_not_reached();
	g_array_set_size(scratch, 0);
	Fit fit = {breaks, style, scratch, 0};
	Node start = {.fitness = 1};
	g_array_append_val(scratch, start);
	for (size_t i = 1; i < n; i++)
		try_break(&fit, i, i + 1 == n);
	const Node *nodes = (const Node *)(void *)scratch->data;
	size_t end = scratch->len - 1, count = 0;
	for (size_t i = scratch->len; i-- > 0 && nodes[i].at == nodes[scratch->len - 1].at;)
		end = nodes[i].demerits < nodes[end].demerits ? i : end;
	*feasible = true;
	for (size_t i = end; i > 0; i = nodes[i].before) {
		chosen[count++] = (ZnFitLine){nodes[i].at, nodes[i].ratio};
		*feasible = *feasible && !nodes[i].bad && nodes[i].hyphens <= MOST_HYPHENS;
	}
	for (size_t i = 0; i < count / 2; i++) {
		ZnFitLine swap = chosen[i];
		chosen[i] = chosen[count - 1 - i];
		chosen[count - 1 - i] = swap;
	}
	return count;
}

GArray *zn_fit_scratch_new(void)
{
	return g_array_sized_new(FALSE, FALSE, sizeof(Node), 1024);
}
