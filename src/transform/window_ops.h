/* Operations that look at a row's neighbours (vega-transforms WindowOps). */
#pragma once

#include "transform/aggregate_ops.h"

/* Where in a group the calculation stands. */
typedef struct ZnWindow {
	const size_t *rows; /* the group's rows, in order */
	size_t n, index;    /* the row in question */
	size_t start, stop; /* the frame: start <= i < stop */
	const ZnOrder *order;
} ZnWindow;

/* What an operation remembers from row to row of a group. */
typedef struct ZnWindowState {
	const ZnValue *cells; /* of its field; NULL = none */
	double param;         /* NaN = none */
	size_t rank, last_peer, found;
	ZnValue value;
} ZnWindowState;

typedef struct ZnWindowOp {
	const char *name;
	ZnValue (*next)(const ZnWindow *w, ZnWindowState *state);
	bool needs_field, needs_positive_param;
} ZnWindowOp;

const ZnWindowOp *zn_window_op(const char *name); /* NULL = unknown */
extern const char *const zn_window_op_names[];    /* NULL-ended */
void zn_window_state_reset(ZnWindowState *state);

/* Are two neighbours of a group alike in its order? Without an order none are. */
bool zn_window_peers(const ZnWindow *w, size_t i, size_t j);
