#include "transform/common.h"
#include "transform/registry.h"

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnValue text = zn_get(definition, "calculate"), as = zn_get(definition, "as");
	if (!zn_is_str(text) || !zn_is_str(as)) {
		zn_error(env->context->diags, place, "for example {\"calculate\": \"datum.a * 2\", \"as\": \"b\"}",
		         "calculate needs an expression and a name for its result in “as”");
		return NULL;
	}
	ZnExpr *expr = zn_expr_parse(env->context, zn_transform_place(env, place, "calculate"), text.str, NULL);
	if (!expr)
		return NULL;
	ZnTable *result = zn_table_derive(env->context->arena, table);
	ZnValue *cells = zn_new_n(env->context->arena, ZnValue, table->n_rows);
	const ZnTable *outer = env->expr->table;
	env->expr->failed = false;
	env->expr->table = table;
	zn_expr_eval_rows(expr, env->expr, cells);
	env->expr->table = outer;
	zn_table_put(env->context->arena, result, zn_field_parse(env->context->arena, as.str)->name, cells);
	return env->expr->failed ? NULL : result;
}

static const char *const members[] = {"as", NULL};
const ZnTransform zn_transform_calculate = {.key = "calculate", .apply = apply, .members = members};
