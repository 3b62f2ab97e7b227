/* Data as Vega-Lite names it: {values}, {url, format}, {name}, {sequence} -> table. */
#pragma once

#include "base/context.h"
#include "data/table.h"

/* How text becomes a time, in ms since the epoch; NaN when it is none. data/ stands below format/, so whoever loads data brings
 * the calendar along: transform/dates.h has the one that Vega-Lite means. */
typedef struct ZnDateReader {
	double (*parse)(const char *text);                                         /* as JavaScript's Date.parse */
	double (*parse_as)(const char *specifier, const char *text, bool utc); /* by a d3-time-format specifier */
} ZnDateReader;

/* Loads the table that a spec's "data" object describes. Formats csv, tsv, dsv, json (with "property") by format.type or
 * the file's ending; "parse" as Vega does (number, boolean, string, date, date:'fmt', utc:'fmt'; null disables, "auto" infers the
 * types as vega-loader; without it text stays text). `parse_defaults` (NULL or field -> "number"/"date"/"boolean"/"flatten") are
 * the implicit parses of Vega-Lite, below the explicit ones. `datasets` = the spec's top-level datasets (may be undefined).
 * Problems (ragged row, bad cell of an explicitly parsed column, missing file, http url) are reported with file and line, or the
 * pointer `place`; then NULL. */
const ZnTable *zn_data_load(ZnContext *context, ZnPlace place, ZnValue data, const ZnObject *parse_defaults, ZnValue datasets,
							const ZnDateReader *dates);

/* Parses fields of a table that is there already, as zn_data_load does (Vega-Lite parses some fields only after the transforms);
 * `parse` is field -> type. A nested field becomes a column with its flat name. What cannot be read becomes NaN (null for a
 * format) as in Vega and is an error when `strict`, else a warning. NULL after an error. */
const ZnTable *zn_data_parse(ZnContext *context, ZnPlace place, const ZnTable *table, const ZnObject *parse, const ZnDateReader *dates,
							 bool strict);

/* The type that vega-loader infers for a column: "boolean", "integer", "number", "date" or "string". */
const char *zn_data_infer(const ZnValue *cells, size_t n, const ZnDateReader *dates);

/* Text of one file -> table, untyped strings for csv ('' stays ''; Vega makes it null when parsing). Every row must have as many
 * cells as the header; all rows that have not are reported with their line, then NULL. table->lines tells each row's line. */
const ZnTable *zn_csv_read(ZnContext *context, const char *file, const char *text, size_t len, char delimiter);
/* The same with the column names given and no header line; names = NULL: as above. */
const ZnTable *zn_csv_read_named(ZnContext *context, const char *file, const char *text, size_t len, char delimiter, ZnValue names);
