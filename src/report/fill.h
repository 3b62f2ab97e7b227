/* What a column holds: takes items of the galley from the top down, and knows after each how high the column would be if it ended there.
 *
 * breaker.c fills columns over and over to weigh where they may end; page.c fills each once more, as it was decided, and records where
 * things come to stand. */
#pragma once

#include "report/galley.h"

/* The column that pages consist of. Lengths in px. */
typedef struct ZnPageShape {
	double height;  /* of a column: whole lines where there is a grid */
	size_t columns; /* on a page, 1 or more */
	double first;   /* taken from the top of the first page: by a title over all columns */
	double grid;    /* 0 = none */
	double line;    /* from baseline to baseline of the text: what white is measured in */
	double float_gap, note_gap;
} ZnPageShape;

/* A float of the galley. */
typedef struct ZnFloat {
	size_t at; /* its item */
	const ZnVItem *item;
	double notes; /* height of its footnotes */
} ZnFloat;

/* A place in the row of footnotes: all before `note` are set, and of this one the items before `item`. */
typedef struct ZnNotePoint {
	size_t note, item;
} ZnNotePoint;

/* The galley and what is known of it beforehand. */
typedef struct ZnFlow {
	ZnPageShape shape;
	const ZnGalley *galley;
	const ZnGalley *const *notes;
	ZnFloat *floats;
	size_t n_floats, cap_floats;
	size_t *row; /* the notes of the text (not those of floats) in the order of their marks */
	size_t n_row, cap_row;
	size_t *due;    /* how many of the row are due before item i; n + 1 of them */
	double *height; /* of the first i notes of the row; n_row + 1 of them */
} ZnFlow;

ZnFlow *zn_flow_new(ZnArena *arena, const ZnPageShape *shape, const ZnGalley *galley, const ZnGalley *const *notes, size_t n_notes);
/* Of the row, from one point to the other. */
double zn_flow_notes_height(const ZnFlow *flow, ZnNotePoint from, ZnNotePoint to);
/* Where the next thing begins below a float over all columns that ends at y. */
double zn_wide_bottom(const ZnPageShape *shape, double y);
/* px that are left between `top` and a float over all columns at the foot: whole lines where there is a grid. */
double zn_wide_room(const ZnPageShape *shape, double top, const ZnFloat *foot);
/* The first float at or behind item `at`. */
size_t zn_flow_float_at(const ZnFlow *flow, size_t at);
/* The next box or float at or behind item `at`: where a column that ended at `at` goes on. */
size_t zn_flow_solid(const ZnFlow *flow, size_t at);

typedef enum { ZN_FLOAT_LATER, ZN_FLOAT_HERE, ZN_FLOAT_BOTTOM, ZN_N_FLOAT_CHOICES } ZnFloatChoice;

/* Where something stands: px from the top of the column, `above` = the stretchable gaps over it. */
typedef struct ZnFillPlace {
	const ZnVItem *item;
	double y, stretch;
	size_t gaps; /* how many of them can take a line of the grid */
	bool repeated, bottom; /* bottom: y counts from the top of the floats at the foot */
	bool floating;         /* in a float in its place: half of a line put there goes above it, half below */
} ZnFillPlace;

typedef struct ZnFill {
	const ZnFlow *flow;
	GArray *places;  /* of ZnFillPlace, to record them; NULL = only measured */
	GArray *gap_sizes; /* of double: of the gaps that can take a line; NULL = not recorded */
	double room;     /* height that the column has */
	double y;        /* filled from above */
	double bottom;   /* taken by floats at the foot, with their gaps */
	double float_notes;
	double stretch;
	size_t gaps;
	double ink, ink_stretch; /* y below the last thing that is seen, and the stretch above it */
	size_t ink_gaps;
	double gap; /* that the last thing keeps below; 0 = none yet */
	ZnNotePoint notes; /* set before this column */
	size_t due;        /* of the row, up to here */
	const ZnVItem *last; /* box taken last, of the text itself */
	int since_float;     /* lines of text below a float; -1 = none is above */
	int needed;          /* lines that must follow yet: of what stands behind a heading */
	bool solid;          /* something solid came last: glue may end the column */
	bool after_float;    /* its gap is the next one's too */
	bool any;            /* the column is not empty */
} ZnFill;

/* An empty column that begins with item `from` of the galley, `from` == 0: of the document. */
void zn_fill_begin(ZnFill *fill, const ZnFlow *flow, size_t from, ZnNotePoint notes, double room, GArray *places);
/* A float at the head, before any text. */
void zn_fill_top(ZnFill *fill, const ZnFloat *what);
/* What the text before item `from` left behind, and the head of a table that goes on. Comes behind the floats at the head. */
void zn_fill_start(ZnFill *fill, size_t from);
/* Takes glue, penalties, snaps, boxes. */
void zn_fill_take(ZnFill *fill, const ZnVItem *item);
void zn_fill_float(ZnFill *fill, const ZnFloat *what, ZnFloatChoice choice);

/* px that the column takes when it ends now and footnotes are set up to `to`. */
double zn_fill_height(const ZnFill *fill, ZnNotePoint to);
/* Of the notes at its foot alone, with the gap above them. */
double zn_fill_foot(const ZnFill *fill, ZnNotePoint to);
bool zn_fill_fits(const ZnFill *fill, const ZnVItem *box);
bool zn_fill_float_fits(const ZnFill *fill, const ZnFloat *what, ZnFloatChoice choice);
