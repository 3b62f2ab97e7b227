/* Delimited text (RFC 4180; line ends \n, \r\n or \r) -> table of strings. The text is copied once and cut up in place. */
#include "base/limits.h"
#include "data/reader.h"

#include <string.h>

#define MAX_REPORTS 10 /* of one kind in one file */

typedef struct Reader {
	ZnContext *context;
	const char *file;
	char *at, *end; /* end points to a NUL */
	char delimiter;
	int line;
	size_t problems;
} Reader;

typedef enum { AFTER_CELL, AFTER_ROW, AFTER_BROKEN } After;

static int line_of(const char *text, const char *at)
{
	int line = 1;
	for (const char *p = text; p < at; p++)
		line += *p == '\n' || (*p == '\r' && p[1] != '\n');
	return line;
}

/* Skips a line end; false when there is none. */
static bool skip_line_end(Reader *r)
{
	if (*r->at != '\n' && *r->at != '\r')
		return false;
	r->at += r->at[0] == '\r' && r->at[1] == '\n' ? 2 : 1;
	r->line++;
	return true;
}

/* The cell that a quote opens, unquoted in place. */
static bool read_quoted(Reader *r, ZnValue *cell)
{
	int opened = r->line;
	char *start = ++r->at, *to = start;
	for (;; r->at++) {
		if (r->at >= r->end) {
			zn_error(r->context->diags, zn_place(r->file, opened, 0), "a quote inside a quoted cell is written twice",
			         "the quote opened here is never closed");
			return false;
		}
		if (*r->at == '"') {
			if (r->at[1] != '"')
				break;
			r->at++;
		}
		r->line += *r->at == '\n' || (*r->at == '\r' && r->at[1] != '\n');
		*to++ = *r->at;
	}
	r->at++;
	if (*r->at != r->delimiter && *r->at != '\n' && *r->at != '\r' && r->at < r->end) {
		zn_error(r->context->diags, zn_place(r->file, r->line, 0), "a quote inside a quoted cell is written twice",
		         "text follows the closing quote of a cell");
		return false;
	}
	*cell = (ZnValue){.type = ZN_STRING, .len = (uint32_t)(to - start), .str = start};
	return true;
}

/* One cell and what ends it. The NUL behind the cell replaces its delimiter or line end, so it is set once that has been read. */
static After read_cell(Reader *r, ZnValue *cell)
{
	if (*r->at == '"') {
		if (!read_quoted(r, cell))
			return AFTER_BROKEN;
	} else {
		char *start = r->at;
		while (*r->at != r->delimiter && *r->at != '\n' && *r->at != '\r' && r->at < r->end)
			r->at++;
		*cell = (ZnValue){.type = ZN_STRING, .len = (uint32_t)(r->at - start), .str = start};
	}
	char *stop = (char *)cell->str + cell->len;
	After after = AFTER_ROW;
	if (r->at < r->end && *r->at == r->delimiter) {
		r->at++;
		after = AFTER_CELL;
	} else {
		skip_line_end(r);
	}
	*stop = '\0';
	return after;
}

/* Bytes that no delimited text has: reports and returns false. */
static bool check_bytes(ZnContext *context, const char *file, const char *text, size_t len)
{
	ZnDiags *diags = context->diags;
	if (len >= 2 && (!memcmp(text, "\xff\xfe", 2) || !memcmp(text, "\xfe\xff", 2))) {
		zn_error(diags, zn_place(file, 1, 0), "save it as UTF-8", "the file is in UTF-16, UTF-8 was expected");
		return false;
	}
	const char *nul = memchr(text, 0, len), *bad;
	if (nul) {
		zn_error(diags, zn_place(file, line_of(text, nul), 0), "is it really a text file?", "a NUL character stands in the text");
		return false;
	}
	if (!g_utf8_validate_len(text, len, &bad)) {
		zn_error(diags, zn_place(file, line_of(text, bad), 0), "save it as UTF-8", "byte 0x%02x is no valid UTF-8 here",
		         (unsigned char)*bad);
		return false;
	}
	return true;
}

static bool read_header(Reader *r, ZnTable *table)
{
	ZnArena *arena = r->context->arena;
	ZnDiags *diags = r->context->diags;
	size_t reported = zn_diags_count(diags, ZN_ERROR);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	After after;
	do {
		ZnValue name;
		after = read_cell(r, &name);
		if (after == AFTER_BROKEN)
			return false;
		ZnColumn column = {.name = name.str};
		zn_push(arena, table->cols, table->n_cols, table->cap_cols, column);
		if (!g_hash_table_add(seen, (void *)name.str))
			zn_error(diags, zn_place(r->file, 1, 0), "every column needs a name of its own", "the header has the column “%s” twice",
			         name.str);
	} while (after == AFTER_CELL);
	return zn_diags_count(diags, ZN_ERROR) == reported;
}

static void take_names(Reader *r, ZnTable *table, ZnValue names)
{
	for (size_t i = 0; i < zn_len(names); i++) {
		ZnValue name = zn_at(names, i);
		ZnColumn column = {.name = zn_to_str(r->context->arena, name)};
		zn_push(r->context->arena, table->cols, table->n_cols, table->cap_cols, column);
	}
}

/* The columns' cells, for as many rows as there are line ends at most. */
static int *make_cells(Reader *r, ZnTable *table)
{
	size_t rows = 1;
	for (const char *p = r->at; p < r->end; p++)
		rows += *p == '\n' || (*p == '\r' && p[1] != '\n');
	if (rows > ZN_LIMIT_ROWS || rows > ZN_LIMIT_CELLS / table->n_cols) {
		zn_error(r->context->diags, zn_place(r->file, 0, 0), NULL, "the table is too large: %zu rows with %zu columns", rows,
		         table->n_cols);
		return NULL;
	}
	for (size_t c = 0; c < table->n_cols; c++)
		table->cols[c].cells = zn_new_n(r->context->arena, ZnValue, rows);
	return zn_new_n(r->context->arena, int, rows);
}

static void report_ragged(Reader *r, int line, size_t n, size_t expected)
{
	r->problems++;
	if (r->problems <= MAX_REPORTS)
		zn_error(r->context->diags, zn_place(r->file, line, 0), "a cell that holds the delimiter must stand in double quotes",
		         "the row has %zu %s, the header has %zu", n, n == 1 ? "cell" : "cells", expected);
}

/* All lines from here on to rows; false when the text is broken. */
static bool read_rows(Reader *r, ZnTable *table, int *lines)
{
	while (r->at < r->end) {
		int line = r->line;
		if (table->n_cols > 1 && skip_line_end(r)) { /* an empty line; only at the end does it mean nothing */
			char *p = r->at;
			while (*p == '\n' || *p == '\r')
				p++;
			if (p >= r->end)
				break;
			report_ragged(r, line, 0, table->n_cols);
			continue;
		}
		size_t n = 0;
		After after;
		do {
			ZnValue cell;
			after = read_cell(r, &cell);
			if (after == AFTER_BROKEN)
				return false;
			if (n < table->n_cols)
				table->cols[n].cells[table->n_rows] = cell;
			n++;
		} while (after == AFTER_CELL);
		if (n != table->n_cols)
			report_ragged(r, line, n, table->n_cols);
		lines[table->n_rows++] = line;
	}
	if (r->problems > MAX_REPORTS)
		zn_error(r->context->diags, zn_place(r->file, 0, 0), NULL, "%zu more rows have too few or too many cells",
		         r->problems - MAX_REPORTS);
	return r->problems == 0;
}

const ZnTable *zn_csv_read_named(ZnContext *context, const char *file, const char *text, size_t len, char delimiter, ZnValue names)
{
	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) { /* a byte order mark */
		text += 3;
		len -= 3;
	}
	if (!check_bytes(context, file, text, len))
		return NULL;
	if (len == 0) {
		zn_error(context->diags, zn_place(file, 0, 0), NULL, "the file is empty, a line with the columns' names was expected");
		return NULL;
	}
	char *copy = zn_arena_strndup(context->arena, text, len);
	Reader r = {.context = context, .file = file, .at = copy, .end = copy + len, .delimiter = delimiter, .line = 1};
	ZnTable *table = zn_table_new(context->arena, 0);
	table->source = file;
	if (zn_len(names))
		take_names(&r, table, names);
	else if (!read_header(&r, table))
		return NULL;
	int *lines = make_cells(&r, table);
	if (!lines || !read_rows(&r, table, lines))
		return NULL;
	table->lines = lines;
	return table;
}

const ZnTable *zn_csv_read(ZnContext *context, const char *file, const char *text, size_t len, char delimiter)
{
	return zn_csv_read_named(context, file, text, len, delimiter, zn_undefined());
}
