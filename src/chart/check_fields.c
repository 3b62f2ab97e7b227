/* What an encoding asks of the data: Vega draws nothing for a field that is not there, or for words where numbers were meant, and says nothing. */
#include "base/json.h"
#include "chart/instance.h"

#include <math.h>
#include <string.h>

static ZnPlace place_of(ZnInst *inst, const ZnChannelDef *def, const char *key)
{
	return zn_inst_place(inst, zn_json_pointer(inst->chart->context->arena, def->pointer, key));
}

static bool check_exists(ZnInst *inst, const ZnTable *table, const ZnChannelDef *def, const char *key, const char *name)
{
	ZnContext *context = inst->chart->context;
	const ZnField *field = zn_field_parse(context->arena, name);
	if (zn_field_exists(field, table))
		return true;
	zn_error(context->diags, place_of(inst, def, key), zn_did_you_mean(context->arena, field->column, zn_table_names(context->arena, table)),
			 "the data have no field “%s”", name);
	return false;
}

static bool counts_things(const char *aggregate)
{
	static const char *const counting[] = {"count", "distinct", "valid", "missing", "argmin", "argmax", "values"};
	for (size_t i = 0; aggregate && i < G_N_ELEMENTS(counting); i++)
		if (!strcmp(aggregate, counting[i]))
			return true;
	return false;
}

static void check_numbers(ZnInst *inst, const ZnTable *table, const ZnChannelDef *def)
{
	ZnContext *context = inst->chart->context;
	if (def->type != ZN_QUANTITATIVE || def->has_time_unit || counts_things(def->aggregate))
		return;
	const ZnValue *cells = zn_field_cells(context->arena, zn_field_parse(context->arena, def->field), table);
	for (size_t i = 0; i < table->n_rows; i++) {
		if (!zn_is_str(cells[i]) || !cells[i].len || !isnan(zn_to_num(cells[i])))
			continue;
		ZnPlace place = table->lines ? zn_place(table->source, table->lines[i], 0) : place_of(inst, def, "field");
		zn_warning(context->diags, place, "it is left out", "“%.60s” is not a number, but “%s” is quantitative in %s", cells[i].str, def->field, def->pointer);
		return; /* the first tells enough */
	}
}

bool zn_check_fields(ZnInst *inst, const ZnTable *table)
{
	bool ok = true;
	if (!table->n_rows)
		return true;
	for (int c = 0; c < ZN_N_CHANNELS; c++)
		for (const ZnChannelDef *def = inst->view->encoding[c]; def; def = def->next) {
			const ZnChannelDef *data = zn_channel_def_data(def);
			if (!data || !data->is_field || !data->field)
				continue;
			if (check_exists(inst, table, data, "field", data->field))
				check_numbers(inst, table, data);
			else
				ok = false;
		}
	return ok;
}
