#include "chart/data_csv.h"

#include "base/json.h"

#include <string.h>

static void append_cell(GString *out, const char *text)
{
	if (!strpbrk(text, ",\"\r\n") && *text != ' ' && !g_str_has_suffix(text, " ")) {
		g_string_append(out, text);
		return;
	}
	g_string_append_c(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *text);
	}
	g_string_append_c(out, '"');
}

const char *zn_table_csv(ZnArena *arena, const ZnTable *table, size_t *len)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t c = 0; c < table->n_cols; c++) {
		g_string_append(out, c ? "," : "");
		append_cell(out, table->cols[c].name);
	}
	g_string_append(out, "\r\n");
	for (size_t r = 0; r < table->n_rows; r++) {
		for (size_t c = 0; c < table->n_cols; c++) {
			ZnValue cell = table->cols[c].cells[r];
			bool missing = zn_is_nullish(cell) || (zn_is_num(cell) && cell.num != cell.num);
			g_string_append(out, c ? "," : "");
			if (!missing)
				append_cell(out, zn_to_str(arena, cell));
		}
		g_string_append(out, "\r\n");
	}
	*len = out->len;
	return zn_arena_strndup(arena, out->str, out->len);
}

typedef struct Collected {
	const ZnTable **items;
	size_t n, cap;
} Collected;

/* The uppermost tables: what layers, cells and views below filter out of them is theirs. */
static void collect(ZnArena *arena, const ZnInst *inst, Collected *tables)
{
	if (inst->source && inst->source->n_rows && inst->source->n_cols) {
		for (size_t i = 0; i < tables->n; i++) {
			if (tables->items[i] == inst->source)
				return;
		}
		zn_push(arena, tables->items, tables->n, tables->cap, inst->source);
		return;
	}
	for (size_t i = 0; i < inst->n_children; i++)
		collect(arena, inst->children[i], tables);
}

/* "charts/rd_china.vl.json" -> "rd_china" */
static const char *stem(ZnChart *chart)
{
	const char *name = zn_get_str(chart->root->raw, "name", NULL);
	if (name && *name)
		return name;
	g_autofree char *base = g_path_get_basename(chart->file ? chart->file : "data");
	size_t len = strcspn(base, ".");
	return len ? zn_arena_strndup(chart->context->arena, base, len) : "data";
}

void zn_data_attach(ZnChart *chart, ZnScene *scene)
{
	ZnArena *arena = chart->context->arena;
	Collected tables = {0};
	collect(arena, chart->top, &tables);
	ZnAttachment *files = zn_new_n(arena, ZnAttachment, tables.n + 1);
	const char *name = stem(chart);
	for (size_t i = 0; i < tables.n; i++) {
		files[i] = (ZnAttachment){
		    .name = i ? zn_arena_printf(arena, "%s-%zu.csv", name, i + 1) : zn_arena_printf(arena, "%s.csv", name),
		    .mime = "text/csv",
		    .description = scene->title,
		};
		files[i].bytes = zn_table_csv(arena, tables.items[i], &files[i].len);
	}
	scene->attachments = files;
	scene->n_attachments = tables.n;
}
