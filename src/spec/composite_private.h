/* What boxplot, errorbar and errorband share. Private to spec/. */
#pragma once

#include "spec/normalize_private.h"

/* A composite mark that is being taken apart. */
typedef struct ZnComposite {
	ZnNormalizer *n;
	ZnArena *arena;
	const char *name;     /* "boxplot" ... */
	const char *pointer;  /* of the unit in the user's file */
	ZnValue mark, config; /* the mark as an object; config[name] */
	ZnValue encoding;     /* completed */
	ZnValue outer;        /* the unit less mark, encoding, params and projection */
	bool vertical;        /* the continuous axis is y */
	const char *axis;     /* "x" or "y" */
	ZnValue axis_def;     /* its definition, without aggregate */
	const char *field;    /* of axis_def; "" when there is none */
} ZnComposite;

/* One part: a layer with its mark between one or two computed columns. */
typedef struct ZnCompositePart {
	const char *name; /* "rule", "ticks" ... */
	ZnValue mark;
	const char *prefix, *prefix2; /* of the columns: "lower_box"; prefix2 may be NULL */
	ZnValue encoding, extra;      /* shared channels; channels that win over them */
} ZnCompositePart;

/* A line of the tooltip: a computed column and how it is called. */
typedef struct ZnSummary {
	const char *prefix, *title;
} ZnSummary;

/* Starts taking a unit apart; its orient and axis are still open. Selections of composite marks are not supported: warned. */
void zn_composite_init(ZnComposite *c, ZnNormalizer *n, const ZnScope *scope, ZnValue spec, const char *name);
/* Finds the direction from the mark or the types of x and y. False = there is no continuous axis: reported. */
bool zn_composite_orient(ZnComposite *c);
/* Takes axis, axis_def and field from the direction. False = the axis names no field: reported. */
bool zn_composite_set_axis(ZnComposite *c);
/* An axis's definition without an aggregate, which the mark does itself (warned unless it is the mark's own name). */
ZnValue zn_composite_axis_channel(ZnComposite *c, const char *suffix);
bool zn_json_continuous(ZnComposite *c, const char *channel);

bool zn_composite_has_part(const ZnComposite *c, const char *part);
/* The mark of a part: its defaults, what the composite mark and the config say. */
ZnValue zn_composite_part_mark(const ZnComposite *c, const char *part, ZnValue mark);
/* Adds the part to the layers, unless the mark or the config turns it off. */
void zn_composite_add(ZnComposite *c, ZnArray *layers, const ZnCompositePart *part);
/* {"tooltip": [...]}: the encoding's own, else the summaries and the fields of the encoding. */
ZnValue zn_composite_tooltip(ZnComposite *c, const ZnSummary *summaries, size_t n_summaries, ZnValue encoding, bool with_field);
ZnValue zn_composite_title(const ZnComposite *c);                        /* of the continuous axis */
const char *zn_composite_datum(const ZnComposite *c, const char *field); /* datum['field'] */
/* The name of a computed column: prefix_field, dots of nested fields kept as part of the name. */
const char *zn_composite_column(const ZnComposite *c, const char *prefix);
const char *zn_composite_ticks_orient(const ZnComposite *c);
