/* Numbers of headings, figures and tables by language, and what references lead to. */
#include "report/internal.h"

#include <string.h>

typedef struct Numberer {
	ZnReport *report;
	int top; /* the highest level of heading in use */
	int counts[ZN_LEVELS];
	int figures, tables, headings;
	GHashTable *ids; /* id -> ZnTarget index + 1 */
} Numberer;

/* --- targets --- */

static void add_target(Numberer *n, const ZnBlock *block, ZnTargetKind kind, const char *number, const char *suffix)
{
	ZnReport *report = n->report;
	if (!block->id)
		return;
	if (g_hash_table_contains(n->ids, block->id)) {
		zn_error(report->context->diags, zn_report_place(report, block->line), NULL, "the id “%s” stands for two elements", block->id);
		return;
	}
	ZnTarget target = {.id = block->id, .kind = kind, .number = number, .suffix = suffix, .line = block->line};
	if (kind == ZN_TARGET_SECTION)
		target.title = zn_inline_plain(report, block->inlines);
	zn_push(report->arena, report->targets, report->n_targets, report->cap_targets, target);
	g_hash_table_add(n->ids, (gpointer)block->id);
}

/* Ids say of what kind they are, since references must: @fig-x. */
static void check_prefix(Numberer *n, const ZnBlock *block, const char *prefix)
{
	if (block->attributes && block->attributes->id && !g_str_has_prefix(block->attributes->id, prefix))
		zn_warning(n->report->context->diags, block->attributes->place,
		           zn_arena_printf(n->report->arena, "write #%s%s", prefix, block->attributes->id),
		           "nothing can refer to “%s”: the id should begin with “%s”", block->attributes->id, prefix);
}

/* --- headings --- */

static void find_top(Numberer *n, const ZnBlock *blocks)
{
	for (; blocks; blocks = blocks->next)
		if (blocks->type == ZN_BLOCK_HEADING && (!n->top || blocks->level < n->top))
			n->top = blocks->level;
}

static const char *joined_number(Numberer *n, int level)
{
	const char *number = "";
	for (int i = 0; i < level; i++)
		number = zn_arena_printf(n->report->arena, "%s%s%d", number, *number ? "." : "", MAX(n->counts[i], 1));
	return number;
}

/* What a reference has behind the number of the highest level: "第二部分" + "（一）1". */
static const char *reference_suffix(Numberer *n, int level)
{
	const ZnCounter *counters = n->report->words->headings;
	const char *suffix = "";
	for (int i = 1; i < level; i++)
		suffix = zn_arena_printf(n->report->arena, "%s%s%s%s", suffix, strcmp(counters[i].before, "（") ? "" : counters[i].before,
		                         zn_count(n->report->arena, counters[i].style, MAX(n->counts[i], 1)),
		                         strcmp(counters[i].after, "）") ? "" : counters[i].after);
	return suffix;
}

static void number_heading(Numberer *n, ZnBlock *block)
{
	ZnReport *report = n->report;
	block->level = CLAMP(block->level - n->top + 1, 1, ZN_LEVELS);
	check_prefix(n, block, "sec-");
	block->id =
	    block->attributes && block->attributes->id ? block->attributes->id : zn_arena_printf(report->arena, "zn.section.%d", ++n->headings);
	const char *number = NULL, *suffix = "";
	const ZnWords *words = report->words;
	if (report->front->numbering && report->style->number_headings && !(block->attributes && block->attributes->unnumbered)) {
		n->counts[block->level - 1]++;
		for (int i = block->level; i < ZN_LEVELS; i++)
			n->counts[i] = 0;
		const ZnCounter *counter = &words->headings[block->level - 1];
		if (counter->style == ZN_COUNT_JOINED) {
			number = joined_number(n, block->level);
			block->label = zn_arena_printf(report->arena, "%s%s%s", counter->before ? counter->before : "", number,
			                               counter->after ? counter->after : "");
		} else {
			block->label = zn_counter_text(report->arena, counter, n->counts[block->level - 1]);
			number = zn_count(report->arena, words->headings[0].style, MAX(n->counts[0], 1));
			suffix = reference_suffix(n, block->level);
		}
	}
	add_target(n, block, ZN_TARGET_SECTION, number, suffix);
}

/* --- figures, tables, lists --- */

/* Counted are those with a caption or an id. */
static void number_float(Numberer *n, ZnBlock *block)
{
	bool figure = block->type == ZN_BLOCK_FIGURE;
	check_prefix(n, block, figure ? "fig-" : "tbl-");
	if ((!block->inlines && !block->id) || (block->attributes && block->attributes->unnumbered))
		return;
	const char *number = zn_arena_printf(n->report->arena, "%d", figure ? ++n->figures : ++n->tables);
	const char *format = figure ? n->report->words->figure_label : n->report->words->table_label;
	block->label = zn_words_fill(n->report->arena, format, number);
	if (!block->id)
		block->id = zn_arena_printf(n->report->arena, "zn.%s.%s", figure ? "figure" : "table", number);
	add_target(n, block, figure ? ZN_TARGET_FIGURE : ZN_TARGET_TABLE, number, "");
}

static void number_blocks(Numberer *n, ZnBlock *blocks, int list_depth);

static void number_list(Numberer *n, ZnBlock *list, int depth)
{
	const ZnWords *words = n->report->words;
	size_t last = G_N_ELEMENTS(words->lists) - 1;
	int number = list->start;
	for (ZnBlock *item = list->children; item; item = item->next, number++) {
		item->label = list->ordered ? zn_counter_text(n->report->arena, &words->lists[MIN((size_t)depth, last)], number)
		                            : words->bullets[MIN((size_t)depth, last)];
		number_blocks(n, item->children, depth + 1);
	}
}

static void number_blocks(Numberer *n, ZnBlock *blocks, int list_depth)
{
	for (ZnBlock *block = blocks; block; block = block->next) {
		if (block->type == ZN_BLOCK_HEADING)
			number_heading(n, block);
		else if (block->type == ZN_BLOCK_FIGURE || block->type == ZN_BLOCK_TABLE)
			number_float(n, block);
		else if (block->type == ZN_BLOCK_LIST)
			number_list(n, block, list_depth);
		else
			number_blocks(n, block->children, list_depth);
	}
}

void zn_report_number(ZnReport *report)
{
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	Numberer n = {.report = report, .ids = ids};
	find_top(&n, report->blocks);
	if (!n.top)
		n.top = 1;
	number_blocks(&n, report->blocks, 0);
	number_blocks(&n, report->abstract, 0);
	for (size_t i = 0; i < report->n_notes; i++)
		number_blocks(&n, report->notes[i].blocks, 0);
}

/* --- references --- */

static const ZnTarget *find_target(const ZnReport *report, const char *id)
{
	for (size_t i = 0; i < report->n_targets; i++)
		if (!strcmp(report->targets[i].id, id))
			return &report->targets[i];
	return NULL;
}

const char *zn_report_number_of(const ZnReport *report, const char *id)
{
	const ZnTarget *target = id ? find_target(report, id) : NULL;
	return target && target->number ? target->number : "";
}

static const char *dangling(ZnReport *report, const ZnInline *reference, const char *id)
{
	const char **ids = zn_new_n(report->arena, const char *, report->n_targets + 1);
	size_t n = 0;
	for (size_t i = 0; i < report->n_targets; i++)
		if (!g_str_has_prefix(report->targets[i].id, "zn."))
			ids[n++] = report->targets[i].id;
	zn_error(report->context->diags, zn_report_place(report, reference->line), zn_did_you_mean(report->arena, id, ids),
	         "nothing in the report has the id “%s”", id);
	return NULL;
}

const char *zn_report_reference(ZnReport *report, const ZnInline *reference, const char **id)
{
	const ZnWords *words = report->words;
	bool upper = g_ascii_isupper(reference->text[0]);
	char *name = zn_arena_strdup(report->arena, reference->text);
	name[0] = g_ascii_tolower(name[0]);
	const ZnTarget *target = find_target(report, name);
	if (!target)
		return dangling(report, reference, name);
	const char *const formats[ZN_N_TARGETS][2] = {
	    [ZN_TARGET_FIGURE] = {words->figure_reference, words->Figure_reference},
	    [ZN_TARGET_TABLE] = {words->table_reference, words->Table_reference},
	    [ZN_TARGET_SECTION] = {words->section_reference, words->Section_reference},
	};
	*id = target->id;
	if (!target->number)
		return target->title ? target->title : target->id;
	return zn_arena_printf(report->arena, "%s%s", zn_words_fill(report->arena, formats[target->kind][upper], target->number), target->suffix);
}
