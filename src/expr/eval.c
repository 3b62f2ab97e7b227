#include "expr/ast.h"
#include "expr/operators.h"

#include "base/limits.h"

#include <string.h>

#define STACK_ARGS 8
#define TOO_MANY_STEPS "the expression takes more than %u steps"

/* One evaluation. */
typedef struct Run {
	const ZnExpr *expr;
	ZnExprEnv *env;
	ZnArena *arena;
} Run;

static ZnValue eval(Run *run, ZnExprNode *node);

static ZnValue fail_v(ZnExprEnv *env, const ZnExpr *expr, size_t at, const char *advice, const char *format, va_list args)
{
	if (!env->failed) {
		ZnArena *arena = env->context->arena;
		const char *message = zn_arena_vprintf(arena, format, args);
		zn_error(env->context->diags, env->place, zn_expr_caret(arena, expr->text, at, advice), "%s at character %zu of the expression",
		         message, zn_expr_character(expr->text, at));
	}
	env->failed = true;
	return zn_undefined();
}

static ZnValue G_GNUC_PRINTF(4, 5) fail(Run *run, size_t at, const char *advice, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fail_v(run->env, run->expr, at, advice, format, args);
	va_end(args);
	return zn_undefined();
}

ZnValue zn_call_fail(ZnCall *call, const char *advice, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fail_v(call->env, call->expr, call->at, advice, format, args);
	va_end(args);
	return zn_undefined();
}

bool zn_call_fits(ZnCall *call, double n, double limit, const char *what)
{
	if (n > limit)
		zn_call_fail(call, NULL, "%s() would make more than %.0f %s", call->name, limit, what);
	return !(n > limit);
}

bool zn_call_charge(ZnCall *call, double n, double limit, const char *what)
{
	if (!zn_call_fits(call, n, limit, what))
		return false;
	call->env->steps += n > 0 ? (uint64_t)n : 0;
	if (call->env->steps > ZN_LIMIT_STEPS)
		zn_call_fail(call, NULL, TOO_MANY_STEPS, ZN_LIMIT_STEPS);
	return call->env->steps <= ZN_LIMIT_STEPS;
}

/* --- names --- */

static ZnValue eval_field(Run *run, ZnExprNode *node)
{
	const ZnTable *table = run->env->table;
	if (!table)
		return zn_expr_member(run->arena, run->env->datum, node->field.name);
	ZnFieldSlot *slot = &node->field.slot;
	if (slot->table != table || slot->n_cols != table->n_cols)
		*slot = (ZnFieldSlot){.table = table, .n_cols = table->n_cols, .column = zn_table_find(table, node->field.name)};
	return slot->column < 0 ? zn_undefined() : table->cols[slot->column].cells[run->env->row];
}

/* Names that Vega knows in places where we have none, and names that JavaScript has. */
static const char *const name_advice[][2] = {
    {"event", "“event” exists only while somebody points at a chart on a screen"},
    {"item", "“item” exists only while somebody points at a chart on a screen"},
    {"group", "“group” exists only while somebody points at a chart on a screen"},
    {"Math", "mathematical functions stand without “Math.”: floor(x), PI"},
    {"Infinity", "write 1 / 0"},
    {"String", "write toString(value)"},
    {"Number", "write toNumber(value)"},
    {"Date", "write datetime(...) or now()"},
    {"JSON", "an expression has no JSON functions"},
};

static void list_members(ZnArena *arena, const ZnObject *object, const char ***list, size_t *n, size_t *cap)
{
	for (size_t i = 0; object && i < object->n; i++)
		zn_push(arena, *list, *n, *cap, object->members[i].key);
}

static ZnValue unknown_name(Run *run, const ZnExprNode *node)
{
	const char *name = node->field.name, *advice = NULL;
	if (run->env->failed)
		return zn_undefined();
	for (size_t i = 0; i < G_N_ELEMENTS(name_advice); i++)
		if (!strcmp(name_advice[i][0], name))
			advice = name_advice[i][1];
	const ZnTable *table = run->env->table;
	if (!advice && (table ? zn_table_find(table, name) >= 0 : zn_has(run->env->datum, name)))
		advice = zn_arena_printf(run->arena, "fields are members of datum: datum.%s", name);
	if (!advice && (zn_function_lookup(name) || zn_function_is_callers(name)))
		advice = zn_arena_printf(run->arena, "%s is a function: %s(...)", name, name);
	if (!advice) {
		const char **candidates = NULL;
		size_t n = 0, cap = 0;
		zn_push(run->arena, candidates, n, cap, "datum");
		list_members(run->arena, run->env->signals, &candidates, &n, &cap);
		list_members(run->arena, run->env->parent_signals, &candidates, &n, &cap);
		zn_push(run->arena, candidates, n, cap, NULL);
		advice = zn_did_you_mean(run->arena, name, candidates);
	}
	return fail(run, node->at, advice, "unknown name “%s”", name);
}

static ZnValue eval_name(Run *run, ZnExprNode *node)
{
	ZnExprEnv *env = run->env;
	const ZnValue *value = zn_object_lookup(env->signals, node->field.name);
	if (!value)
		value = zn_object_lookup(env->parent_signals, node->field.name);
	if (value)
		return *value;
	ZnValue result = zn_undefined();
	if (env->name && env->name(env->user, node->field.name, &result))
		return result;
	return unknown_name(run, node);
}

static ZnValue eval_datum(Run *run)
{
	const ZnExprEnv *env = run->env;
	return env->table ? zn_table_row(run->arena, env->table, env->row) : env->datum;
}

/* --- members --- */

static bool is_nothing(ZnValue v)
{
	return v.type == ZN_NULL || v.type == ZN_UNDEFINED;
}

static ZnValue member_of_nothing(Run *run, const ZnExprNode *node, ZnValue object, const char *key)
{
	const char *advice = "test with isValid() first";
	if (node->a->kind == ZN_NODE_FIELD)
		advice = zn_arena_printf(run->arena, "is “%s” a field of every row? test with isValid(datum.%s) first", node->a->field.name,
		                         node->a->field.name);
	return fail(run, node->at, advice, "cannot read “%s” of %s", key, object.type == ZN_NULL ? "null" : "undefined");
}

static ZnValue eval_member(Run *run, ZnExprNode *node)
{
	ZnValue object = eval(run, node->a);
	if (is_nothing(object))
		return member_of_nothing(run, node, object, node->key);
	return zn_expr_member(run->arena, object, node->key);
}

static ZnValue eval_index(Run *run, ZnExprNode *node)
{
	/* datum[expr] looks the column up, instead of making the whole row. */
	const ZnTable *table = run->env->table;
	bool column = node->a->kind == ZN_NODE_DATUM && table;
	ZnValue object = column ? zn_undefined() : eval(run, node->a), key = eval(run, node->b);
	if (column) {
		int i = zn_table_find(table, zn_expr_to_str(run->arena, key));
		return i < 0 ? zn_undefined() : table->cols[i].cells[run->env->row];
	}
	if (is_nothing(object))
		return member_of_nothing(run, node, object, zn_expr_to_str(run->arena, key));
	return zn_expr_index(run->arena, object, key);
}

/* --- operators --- */

static ZnValue eval_binary(Run *run, ZnExprNode *node)
{
	ZnValue a = eval(run, node->a), b = eval(run, node->b), out = zn_undefined();
	if (a.type == ZN_NUMBER && b.type == ZN_NUMBER) {
		/* What nearly every row does. */
		switch (node->op) {
		case ZN_OP_ADD:
			return zn_num(a.num + b.num);
		case ZN_OP_SUB:
			return zn_num(a.num - b.num);
		case ZN_OP_MUL:
			return zn_num(a.num * b.num);
		case ZN_OP_DIV:
			return zn_num(a.num / b.num);
		case ZN_OP_LT:
			return zn_bool(a.num < b.num);
		case ZN_OP_GT:
			return zn_bool(a.num > b.num);
		default:
			break;
		}
	}
	const char *problem = NULL;
	if (!zn_op_binary(run->arena, node->op, a, b, &out, &problem))
		return fail(run, node->at, NULL, "%s", problem);
	return out;
}

static ZnValue eval_array(Run *run, ZnExprNode *node)
{
	ZnArray *array = zn_array_new(run->arena, node->list.n);
	for (size_t i = 0; i < node->list.n; i++)
		zn_array_push(run->arena, array, zn_expr_plain(run->arena, eval(run, node->list.items[i])));
	return zn_arr(array);
}

static ZnValue eval_object(Run *run, ZnExprNode *node)
{
	ZnObject *object = zn_object_new(run->arena);
	for (size_t i = 0; i < node->list.n; i++)
		zn_object_set(run->arena, object, node->list.keys[i], zn_expr_plain(run->arena, eval(run, node->list.items[i])));
	return zn_obj(object);
}

/* --- calls --- */

static ZnValue call_caller(Run *run, ZnExprNode *node, ZnValue *args)
{
	ZnExprEnv *env = run->env;
	ZnValue result = zn_undefined();
	for (size_t i = 0; i < node->call.n; i++)
		args[i] = zn_expr_plain(run->arena, args[i]);
	if (env->call && env->call(env->user, node->call.name, args, node->call.n, &result))
		return result;
	return fail(run, node->at, NULL, "the function %s() has no meaning here", node->call.name);
}

static ZnValue eval_call(Run *run, ZnExprNode *node)
{
	size_t n = node->call.n;
	ZnValue on_stack[STACK_ARGS], *args = n <= STACK_ARGS ? on_stack : zn_new_n(run->arena, ZnValue, n);
	for (size_t i = 0; i < n; i++)
		args[i] = eval(run, node->call.args[i]);
	if (run->env->failed)
		return zn_undefined();
	if (!node->call.function)
		return call_caller(run, node, args);
	ZnCall call = {.env = run->env,
	               .arena = run->arena,
	               .expr = run->expr,
	               .at = node->at,
	               .name = node->call.name,
	               .args = args,
	               .n = n,
	               .memo = node->call.memo};
	return node->call.function->call(&call);
}

/* --- the tree --- */

static ZnValue eval(Run *run, ZnExprNode *node)
{
	if (++run->env->steps > ZN_LIMIT_STEPS)
		return fail(run, node->at, NULL, TOO_MANY_STEPS, ZN_LIMIT_STEPS);
	ZnValue a;
	switch (node->kind) {
	case ZN_NODE_LITERAL:
		return node->literal;
	case ZN_NODE_DATUM:
		return eval_datum(run);
	case ZN_NODE_FIELD:
		return eval_field(run, node);
	case ZN_NODE_NAME:
		return eval_name(run, node);
	case ZN_NODE_MEMBER:
		return eval_member(run, node);
	case ZN_NODE_INDEX:
		return eval_index(run, node);
	case ZN_NODE_UNARY:
		return zn_op_unary(run->arena, node->op, eval(run, node->a));
	case ZN_NODE_BINARY:
		return eval_binary(run, node);
	case ZN_NODE_AND:
		a = eval(run, node->a);
		return zn_truthy(a) ? eval(run, node->b) : a;
	case ZN_NODE_OR:
		a = eval(run, node->a);
		return zn_truthy(a) ? a : eval(run, node->b);
	case ZN_NODE_CONDITIONAL:
		return eval(run, zn_truthy(eval(run, node->a)) ? node->b : node->c);
	case ZN_NODE_ARRAY:
		return eval_array(run, node);
	case ZN_NODE_OBJECT:
		return eval_object(run, node);
	case ZN_NODE_CALL:
		return eval_call(run, node);
	}
	return zn_undefined();
}

ZnValue zn_expr_eval(const ZnExpr *expr, ZnExprEnv *env)
{
	Run run = {.expr = expr, .env = env, .arena = env->context->arena};
	ZnValue value = eval(&run, expr->root);
	return env->failed ? zn_undefined() : zn_expr_plain(run.arena, value);
}

void zn_expr_eval_rows(const ZnExpr *expr, ZnExprEnv *env, ZnValue *out)
{
	size_t n = env->table->n_rows, row = env->row, i;
	for (i = 0; i < n && !env->failed; i++) {
		env->row = i;
		out[i] = zn_expr_eval(expr, env);
	}
	for (; i < n; i++)
		out[i] = zn_undefined();
	env->row = row;
}
