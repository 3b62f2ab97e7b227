#include "transform/window_ops.h"

#include <math.h>
#include <string.h>

#define NOT_FOUND SIZE_MAX

bool zn_window_peers(const ZnWindow *w, size_t i, size_t j)
{
	return w->order->n && zn_order_compare(w->order, w->rows[i], w->rows[j]) == 0;
}

void zn_window_state_reset(ZnWindowState *state)
{
	state->rank = 1;
	state->last_peer = 0;
	state->found = NOT_FOUND;
	state->value = zn_null();
}

/* The field's value in the group's i-th row; beyond the ends the fallback. */
static ZnValue value_at(const ZnWindow *w, const ZnWindowState *state, double i, ZnValue fallback)
{
	return i >= 0 && i < (double)w->n ? state->cells[w->rows[(size_t)i]] : fallback;
}

static ZnValue row_number(const ZnWindow *w, ZnWindowState *state)
{
	return zn_num((double)w->index + 1);
}

static bool is_new_peer(const ZnWindow *w)
{
	return w->index > 0 && !zn_window_peers(w, w->index - 1, w->index);
}

static ZnValue rank(const ZnWindow *w, ZnWindowState *state)
{
	if (is_new_peer(w))
		state->rank = w->index + 1;
	return zn_num((double)state->rank);
}

static ZnValue dense_rank(const ZnWindow *w, ZnWindowState *state)
{
	state->rank += is_new_peer(w);
	return zn_num((double)state->rank);
}

static ZnValue percent_rank(const ZnWindow *w, ZnWindowState *state)
{
	return zn_num((rank(w, state).num - 1) / ((double)w->n - 1));
}

static double cumulative(const ZnWindow *w, ZnWindowState *state)
{
	if (state->last_peer < w->index) {
		size_t i = w->index;
		while (i + 1 < w->n && zn_window_peers(w, i, i + 1))
			i++;
		state->last_peer = i;
	}
	return (1 + (double)state->last_peer) / (double)w->n;
}

static ZnValue cume_dist(const ZnWindow *w, ZnWindowState *state)
{
	return zn_num(cumulative(w, state));
}

static ZnValue ntile(const ZnWindow *w, ZnWindowState *state)
{
	return zn_num(ceil(state->param * cumulative(w, state)));
}

static double offset_of(const ZnWindowState *state)
{
	return isnan(state->param) || state->param == 0 ? 1 : trunc(state->param);
}

static ZnValue lag(const ZnWindow *w, ZnWindowState *state)
{
	return value_at(w, state, (double)w->index - offset_of(state), zn_null());
}

static ZnValue lead(const ZnWindow *w, ZnWindowState *state)
{
	return value_at(w, state, (double)w->index + offset_of(state), zn_null());
}

static ZnValue first_value(const ZnWindow *w, ZnWindowState *state)
{
	return value_at(w, state, (double)w->start, zn_undefined());
}

static ZnValue last_value(const ZnWindow *w, ZnWindowState *state)
{
	return value_at(w, state, (double)w->stop - 1, zn_undefined());
}

static ZnValue nth_value(const ZnWindow *w, ZnWindowState *state)
{
	double i = (double)w->start + trunc(state->param) - 1;
	return i < (double)w->stop ? value_at(w, state, i, zn_null()) : zn_null();
}

static ZnValue prev_value(const ZnWindow *w, ZnWindowState *state)
{
	ZnValue v = state->cells[w->rows[w->index]];
	return zn_is_nullish(v) ? state->value : (state->value = v);
}

static ZnValue next_value(const ZnWindow *w, ZnWindowState *state)
{
	if (state->found != NOT_FOUND && w->index <= state->found)
		return state->value;
	size_t i = w->index;
	while (i < w->n && zn_is_nullish(state->cells[w->rows[i]]))
		i++;
	state->found = i;
	return state->value = value_at(w, state, (double)i, zn_null());
}

static const ZnWindowOp ops[] = {
    {"row_number", row_number, false, false},
    {"rank", rank, false, false},
    {"dense_rank", dense_rank, false, false},
    {"percent_rank", percent_rank, false, false},
    {"cume_dist", cume_dist, false, false},
    {"ntile", ntile, false, true},
    {"lag", lag, true, false},
    {"lead", lead, true, false},
    {"first_value", first_value, true, false},
    {"last_value", last_value, true, false},
    {"nth_value", nth_value, true, true},
    {"prev_value", prev_value, true, false},
    {"next_value", next_value, true, false},
};

const char *const zn_window_op_names[] = {"row_number", "rank",        "dense_rank", "percent_rank", "cume_dist",  "ntile",      "lag",
                                          "lead",       "first_value", "last_value", "nth_value",    "prev_value", "next_value", NULL};

const ZnWindowOp *zn_window_op(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ops); i++)
		if (!strcmp(ops[i].name, name))
			return &ops[i];
	return NULL;
}
