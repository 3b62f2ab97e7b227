/* Tables from files: ![caption](table.csv){#tbl-x columns="a, b" filter="datum.year > 2015" note="..." source="..."}. Titles, units and
 * formats come from the Data Package, where it has the file. */
#include "report/internal.h"

#include "data/reader.h"

#include <string.h>

typedef struct Maker {
	ZnReport *report;
	ZnArena *arena;
	const ZnBlock *block;
	ZnResource *resource; /* NULL: a file that no package describes */
	const ZnTable *table;
	int *columns;
	size_t n_columns;
	const size_t *rows;
	size_t n_rows;
	ZnPlace place;
} Maker;

static bool load(Maker *m)
{
	ZnPackage *package = zn_report_package(m->report->data);
	const char *path = zn_report_find(m->report, m->place, m->block->text);
	if (!path)
		return false;
	m->resource = package ? zn_package_find_path(package, path) : NULL;
	if (m->resource) {
		m->table = zn_resource_table(package, m->resource);
		return m->table != NULL;
	}
	char *text;
	size_t len;
	if (!zn_context_read(m->report->context, m->place, path, &text, &len))
		return false;
	m->table = zn_csv_read(m->report->context, path, text, len, g_str_has_suffix(path, ".tsv") ? '\t' : ',');
	return m->table != NULL;
}

/* --- columns and rows --- */

static bool choose_columns(Maker *m)
{
	const char *wanted = zn_report_attribute(m->block->attributes, "columns");
	m->columns = zn_new_n(m->arena, int, m->table->n_cols);
	if (!wanted) {
		for (size_t i = 0; i < m->table->n_cols; i++)
			m->columns[m->n_columns++] = (int)i;
		return true;
	}
	g_auto(GStrv) names = g_strsplit(wanted, ",", -1);
	m->columns = zn_new_n(m->arena, int, g_strv_length(names));
	for (char **name = names; *name; name++) {
		int column = zn_table_find(m->table, g_strstrip(*name));
		if (column < 0)
			zn_error(m->report->context->diags, m->place, zn_did_you_mean(m->arena, *name, zn_table_names(m->arena, m->table)),
			         "the table has no column “%s”", *name);
		else
			m->columns[m->n_columns++] = column;
	}
	return m->n_columns == g_strv_length(names);
}

static bool choose_rows(Maker *m)
{
	const char *filter = zn_report_attribute(m->block->attributes, "filter");
	size_t *rows = zn_new_n(m->arena, size_t, m->table->n_rows);
	ZnExpr *expr = filter ? zn_expr_parse(m->report->context, m->place, filter, NULL) : NULL;
	if (filter && !expr)
		return false;
	ZnExprEnv env = {.context = m->report->context, .table = m->table, .place = m->place};
	for (size_t i = 0; i < m->table->n_rows; i++) {
		env.row = i;
		if (!expr || zn_truthy(zn_expr_eval(expr, &env)))
			rows[m->n_rows++] = i;
		if (env.failed)
			return false;
	}
	m->rows = rows;
	return true;
}

/* --- titles and units --- */

static const ZnSchemaField *field_of(const Maker *m, size_t column)
{
	return m->resource ? zn_resource_field(m->resource, m->table->cols[m->columns[column]].name) : NULL;
}

static const char *text_of(const Maker *m, size_t column, const char *key)
{
	const ZnSchemaField *field = field_of(m, column);
	return field ? zn_package_text(field->raw, key, m->report->words->lang) : NULL;
}

/* The unit that all columns with a unit share; NULL when they differ or only some of several numbers have it. */
static const char *common_unit(const Maker *m)
{
	const char *unit = NULL;
	for (size_t i = 0; i < m->n_columns; i++) {
		const ZnSchemaField *field = field_of(m, i);
		const char *own = text_of(m, i, "unit");
		bool number = field && (field->type == ZN_FIELD_NUMBER || field->type == ZN_FIELD_INTEGER);
		if ((number && !own) || (own && unit && strcmp(own, unit)))
			return NULL;
		if (own)
			unit = own;
	}
	return unit;
}

static const char *column_title(Maker *m, size_t column, bool with_unit)
{
	const ZnSchemaField *field = field_of(m, column);
	const char *title = field ? zn_schema_title(field, m->report->words->lang) : m->table->cols[m->columns[column]].name;
	const char *unit = with_unit ? text_of(m, column, "unit") : NULL;
	if (!unit)
		return title;
	g_autoptr(GString) text = g_string_new(m->report->words->unit_suffix);
	g_string_replace(text, "{unit}", unit, 1);
	return zn_words_fill(m->arena, zn_arena_strdup(m->arena, text->str), title);
}

/* --- the sheet --- */

static void put(Maker *m, ZnCell *cell, const char *text)
{
	cell->inlines = zn_inline_text(m->arena, text, m->block->line);
	cell->span = 1;
	cell->line = m->block->line;
}

/* The headings that span neighbouring columns. */
static void put_groups(Maker *m, ZnSheet *sheet)
{
	for (size_t i = 0; i < m->n_columns;) {
		const char *group = text_of(m, i, "group");
		size_t end = i + 1;
		while (group && end < m->n_columns && !g_strcmp0(group, text_of(m, end, "group")))
			end++;
		ZnCell *cell = zn_sheet_cell(sheet, 0, i);
		put(m, cell, group ? group : "");
		cell->span = (int)(end - i);
		i = end;
	}
}

static bool is_empty(ZnValue value)
{
	return value.type == ZN_NULL || value.type == ZN_UNDEFINED || (zn_is_str(value) && !value.len);
}

/* Decimals of a column of numbers in a file that no package describes: as many as one of them has. -1 for other columns: words, codes
 * (007), and whole numbers of four digits, which are years more often than not. */
static int decimals_of(const Maker *m, const ZnValue *cells)
{
	int decimals = 0;
	bool years = true;
	for (size_t r = 0; r < m->n_rows; r++) {
		ZnValue value = cells[m->rows[r]];
		if (is_empty(value))
			continue;
		if (m->resource || !zn_is_str(value))
			return -1;
		const char *digits = value.str + (*value.str == '-');
		size_t whole = strspn(digits, "0123456789"), places = digits[whole] == '.' ? strspn(digits + whole + 1, "0123456789") : 0;
		if (!whole || digits[whole + places + (places > 0)] || (whole > 1 && *digits == '0'))
			return -1;
		decimals = MAX(decimals, (int)places);
		years = years && whole == 4 && !places && (*digits == '1' || *digits == '2');
	}
	return years ? -1 : decimals;
}

static const char *cell_text(Maker *m, const ZnSchemaField *field, ZnValue value, int decimals)
{
	if (is_empty(value))
		return "–";
	if (decimals >= 0)
		return zn_format_prose(m->arena, m->report->context->locale, zn_to_num(value), decimals, false);
	return zn_report_format(m->report, field, value);
}

static void put_cells(Maker *m, ZnSheet *sheet)
{
	for (size_t c = 0; c < m->n_columns; c++) {
		const ZnSchemaField *field = field_of(m, c);
		const ZnValue *cells = m->table->cols[m->columns[c]].cells;
		bool left = field && field->type != ZN_FIELD_NUMBER && field->type != ZN_FIELD_INTEGER && field->type != ZN_FIELD_ANY;
		sheet->align[c] = left ? ZN_CELL_LEFT : ZN_CELL_AUTO;
		put(m, zn_sheet_cell(sheet, sheet->n_head - 1, c), column_title(m, c, !sheet->unit));
		int decimals = decimals_of(m, cells);
		for (size_t r = 0; r < m->n_rows; r++)
			put(m, zn_sheet_cell(sheet, sheet->n_head + r, c), cell_text(m, field, cells[m->rows[r]], decimals));
	}
}

/* A line under the table: "Note: " before the text. */
static void add_inlines(Maker *m, ZnSheet *sheet, const char *format, ZnInline *inlines)
{
	const char *hole = strstr(format, "{n}");
	ZnInline *line = inlines;
	if (hole > format) {
		line = zn_inline_text(m->arena, zn_arena_strndup(m->arena, format, (size_t)(hole - format)), m->block->line);
		line->next = inlines;
	}
	zn_push(m->arena, sheet->notes, sheet->n_notes, sheet->cap_notes, line);
}

/* A text of the data: as it is. */
static void add_note(Maker *m, ZnSheet *sheet, const char *format, const char *text)
{
	if (text && *text)
		add_inlines(m, sheet, format, zn_inline_text(m->arena, text, m->block->line));
}

/* A text of the report: Markdown. */
static void add_written(Maker *m, ZnSheet *sheet, const char *format, const char *text)
{
	const ZnBlock *blocks = text && *text ? zn_report_parse(m->report, m->place, text, strlen(text)) : NULL;
	if (blocks && blocks->type == ZN_BLOCK_PARAGRAPH && !blocks->next)
		add_inlines(m, sheet, format, blocks->inlines);
	else
		add_note(m, sheet, format, text);
}

/* "A; B" of the resource's sources. */
static const char *sources_of(Maker *m)
{
	ZnValue sources = m->resource ? zn_get(m->resource->raw, "sources") : zn_undefined();
	const char *text = NULL;
	for (size_t i = 0; i < zn_len(sources); i++) {
		const char *title = zn_package_text(zn_at(sources, i), "title", m->report->words->lang);
		if (title)
			text = text ? zn_arena_printf(m->arena, "%s; %s", text, title) : title;
	}
	return text;
}

static void put_notes(Maker *m, ZnSheet *sheet)
{
	const ZnWords *words = m->report->words;
	const char *note = zn_report_attribute(m->block->attributes, "note"), *source = zn_report_attribute(m->block->attributes, "source");
	add_written(m, sheet, words->note, note);
	for (size_t i = 0; !note && i < m->n_columns; i++)
		add_note(m, sheet, words->note, text_of(m, i, "note"));
	if (m->resource && !note)
		add_note(m, sheet, words->note, zn_package_text(m->resource->raw, "note", words->lang));
	if (source)
		add_written(m, sheet, words->source, source);
	else
		add_note(m, sheet, words->source, sources_of(m));
}

static bool is_figure(const char *text)
{
	bool digits = false;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		if (g_unichar_isalpha(g_utf8_get_char(p)))
			return false;
		digits |= g_ascii_isdigit(*p);
	}
	return digits;
}

/* Whether the first column names its rows: a key, or words where another column has figures. */
static bool names_rows(ZnReport *report, const ZnSheet *sheet, bool key)
{
	bool figures = false;
	for (size_t r = sheet->n_head; r < sheet->n_head + sheet->n_rows; r++) {
		for (size_t c = 0; c < sheet->n_columns; c++) {
			const char *text = zn_inline_plain(report, zn_sheet_cell(sheet, r, c)->inlines);
			bool figure = is_figure(text);
			if (c == 0 && (!*text || zn_sheet_cell(sheet, r, c)->span != 1 || (figure && !key)))
				return false;
			figures |= c > 0 && figure;
		}
	}
	return figures && sheet->n_columns > 1;
}

static bool begins_with_key(const Maker *m)
{
	const char *const *key = m->resource && m->n_columns ? m->resource->primary_key : NULL;
	return key && *key && !strcmp(*key, m->table->cols[m->columns[0]].name);
}

ZnSheet *zn_sheet_from_file(ZnReport *report, const ZnBlock *block)
{
	static const char *const known[] = {"columns", "filter", "note", "source", "span", "unit", NULL};
	Maker m = {.report = report, .arena = report->arena, .block = block};
	m.place = block->attributes ? block->attributes->place : zn_report_place(report, block->line);
	zn_report_check_attributes(report, block->attributes, known);
	if (!load(&m) || !choose_columns(&m) || !choose_rows(&m))
		return NULL;
	ZnSheet *sheet = zn_new(m.arena, ZnSheet);
	const char *unit = zn_report_attribute(block->attributes, "unit");
	sheet->unit = unit ? unit : common_unit(&m);
	if (unit && !*unit)
		sheet->unit = NULL;
	if (sheet->unit)
		sheet->unit = zn_words_fill(m.arena, report->words->unit_line, sheet->unit);
	bool groups = false;
	for (size_t i = 0; i < m.n_columns; i++)
		groups |= text_of(&m, i, "group") != NULL;
	sheet->n_columns = m.n_columns;
	sheet->n_head = groups ? 2 : 1;
	sheet->n_rows = m.n_rows;
	sheet->align = zn_new_n(m.arena, ZnCellAlign, m.n_columns);
	sheet->cells = zn_new_n(m.arena, ZnCell, m.n_columns * (sheet->n_head + m.n_rows));
	if (groups)
		put_groups(&m, sheet);
	put_cells(&m, sheet);
	put_notes(&m, sheet);
	sheet->row_heads = names_rows(report, sheet, begins_with_key(&m));
	return sheet;
}

/* --- tables of Markdown: what the attributes of the caption say --- */

static void take_head(ZnReport *report, const ZnBlock *block)
{
	ZnSheet *sheet = block->sheet;
	const char *text = zn_report_attribute(block->attributes, "head");
	guint64 rows;
	if (!text)
		return;
	if (!g_ascii_string_to_unsigned(text, 10, 0, MIN(sheet->n_head + sheet->n_rows, 4), &rows, NULL)) {
		zn_error(report->context->diags, block->attributes->place, NULL, "head should be a number of rows, 4 at most and not more than there are, not “%s”", text);
		return;
	}
	sheet->n_rows = sheet->n_head + sheet->n_rows - (size_t)rows;
	sheet->n_head = (size_t)rows;
}

void zn_sheet_finish(ZnReport *report, const ZnBlock *block)
{
	static const char *const known[] = {"head", "note", "source", "span", "unit", NULL};
	Maker m = {.report = report, .arena = report->arena, .block = block};
	m.place = block->attributes ? block->attributes->place : zn_report_place(report, block->line);
	zn_report_check_attributes(report, block->attributes, known);
	take_head(report, block);
	const char *unit = zn_report_attribute(block->attributes, "unit");
	if (unit && *unit)
		block->sheet->unit = zn_words_fill(m.arena, report->words->unit_line, unit);
	put_notes(&m, block->sheet);
	block->sheet->row_heads = names_rows(report, block->sheet, false);
}
