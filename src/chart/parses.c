/* Implied parsing: temporal fields are dates, minima and maxima numbers. */
#include "chart/pipeline.h"
#include "transform/dates.h"

#include <string.h>

static bool plain_field(const char *field)
{
	return field && !strpbrk(field, ".[\\");
}

static void add_parse(ZnInst *inst, ZnObject *parse, const char *field, const char *kind)
{
	if (plain_field(field) && !zn_object_lookup(parse, field))
		zn_object_set(inst->chart->context->arena, parse, field, zn_str(kind));
}

static bool temporal_def(const ZnChannelDef *def)
{
	return def->is_field && (def->type == ZN_TEMPORAL || def->has_time_unit);
}

static void parses_of_predicate(ZnInst *inst, ZnValue filter, ZnObject *parse, int depth)
{
	for (const char *const *key = (const char *const[]){"and", "or", NULL}; *key && depth < 32; key++)
		for (size_t i = 0; i < zn_len(zn_get(filter, *key)); i++)
			parses_of_predicate(inst, zn_at(zn_get(filter, *key), i), parse, depth + 1);
	if (zn_has(filter, "not") && depth < 32)
		parses_of_predicate(inst, zn_get(filter, "not"), parse, depth + 1);
	if (zn_has(filter, "timeUnit"))
		add_parse(inst, parse, zn_get_str(filter, "field", NULL), "date");
}

void zn_view_parses(ZnInst *inst, const ZnView *view, ZnObject *parse)
{
	for (size_t i = 0; i < zn_len(view->transforms); i++) {
		ZnValue transform = zn_at(view->transforms, i);
		if (zn_has(transform, "timeUnit"))
			add_parse(inst, parse, zn_get_str(transform, "field", NULL), "date");
		parses_of_predicate(inst, zn_get(transform, "filter"), parse, 0);
	}
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->is_field)
				continue;
			const ZnChannelDef *main = view->encoding[zn_channel_info(c)->main];
			if (temporal_def(data) || (main && data->type == ZN_TYPE_NONE && temporal_def(main)))
				add_parse(inst, parse, data->field, "date");
			else if ((data->type == ZN_QUANTITATIVE || (main && data->type == ZN_TYPE_NONE && main->type == ZN_QUANTITATIVE)) && data->aggregate && (!strcmp(data->aggregate, "min") || !strcmp(data->aggregate, "max")))
				add_parse(inst, parse, data->field, "number");
		}
	if (view->kind == ZN_VIEW_UNIT && zn_path_mark(view->mark.type) && !view->encoding[ZN_CH_ORDER]) {
		const ZnChannelDef *dimension = view->encoding[view->mark.orient && !strcmp(view->mark.orient, "horizontal") ? ZN_CH_Y : ZN_CH_X];
		if (dimension && dimension->is_field && dimension->type == ZN_QUANTITATIVE)
			add_parse(inst, parse, dimension->field, "number");
	}
	for (size_t i = 0; i < view->n_children; i++)
		if (zn_is_undefined(view->children[i]->data))
			zn_view_parses(inst, view->children[i], parse);
}

/* Fields that transforms made and that are encoded as times: their strings become dates here. */
const ZnTable *zn_parse_derived(ZnInst *inst, const ZnTable *table)
{
	ZnArena *arena = inst->chart->context->arena;
	ZnTable *out = NULL;
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = inst->view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->field || !temporal_def(data))
				continue;
			const ZnField *field = zn_field_parse(arena, data->field);
			const ZnValue *cells = zn_field_cells(arena, field, out ? out : table);
			bool text = false;
			for (size_t i = 0; i < table->n_rows && !text; i++)
				text = zn_is_str(cells[i]);
			if (!text)
				continue;
			if (!out)
				out = zn_table_derive(arena, table);
			ZnValue *parsed = zn_table_add(arena, out, field->name);
			for (size_t i = 0; i < table->n_rows; i++)
				parsed[i] = zn_is_str(cells[i]) ? cells[i].len ? zn_date(zn_date_parse(cells[i].str)) : zn_null() : cells[i];
		}
	return out ? out : table;
}
