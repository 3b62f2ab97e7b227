#include "expr/ast.h"
#include "expr/regex.h"

#include "base/limits.h"

#include <math.h>
#include <string.h>

#define MAX_HEIGHT 4096 /* of the tree: a + b + c + ... grows it without nesting */

typedef struct Parser {
	ZnContext *context;
	ZnArena *arena;
	ZnPlace place;
	const char *text;
	const char *const *extra; /* functions of the caller's */
	ZnLexer lexer;
	ZnToken token; /* the next one */
	size_t last_end;
	unsigned depth;
	bool failed;   /* a syntax error: nothing that follows makes sense */
	bool rejected; /* reported, but parsing goes on */
	ZnExpr *expr;
	size_t n_names, cap_names, n_fields, cap_fields;
} Parser;

static const struct {
	const char *name;
	double value;
} constants[] = {
    {"E", M_E},
    {"LN10", M_LN10},
    {"LN2", M_LN2},
    {"LOG10E", M_LOG10E},
    {"LOG2E", M_LOG2E},
    {"MAX_VALUE", 1.7976931348623157e308},
    {"MIN_VALUE", 5e-324},
    {"NaN", NAN},
    {"PI", M_PI},
    {"SQRT1_2", M_SQRT1_2},
    {"SQRT2", M_SQRT2},
};

static const char *const reserved[] = {
    "do",       "var",      "for",      "new",       "try",       "let",        "this",       "else",    "case",    "void",    "with",
    "enum",     "while",    "break",    "catch",     "throw",     "const",      "yield",      "class",   "super",   "return",  "typeof",
    "delete",   "switch",   "export",   "import",    "public",    "static",     "default",    "finally", "extends", "package", "private",
    "function", "continue", "debugger", "interface", "protected", "instanceof", "implements", NULL,
};

/* JavaScript's methods and what the language has instead. */
static const char *const methods[][2] = {
    {"toFixed", "format(value, '.2f')"},
    {"toPrecision", "format(value, '.3r')"},
    {"toLocaleString", "format(value, ',')"},
    {"toString", "toString(value)"},
    {"toUpperCase", "upper(text)"},
    {"toLowerCase", "lower(text)"},
    {"trim", "trim(text)"},
    {"split", "split(text, separator)"},
    {"replace", "replace(text, pattern, replacement)"},
    {"substring", "substring(text, start, end)"},
    {"substr", "substring(text, start, end)"},
    {"slice", "slice(text, start, end)"},
    {"includes", "indexof(list, value) >= 0"},
    {"indexOf", "indexof(list, value)"},
    {"lastIndexOf", "lastindexof(list, value)"},
    {"join", "join(list, separator)"},
    {"reverse", "reverse(list)"},
    {"sort", "sort(list)"},
    {"test", "test(/pattern/, text)"},
    {"match", "test(/pattern/, text)"},
    {"startsWith", "test(/^start/, text)"},
    {"endsWith", "test(/end$/, text)"},
    {"padStart", "pad(text, length, ' ', 'left')"},
    {"padEnd", "pad(text, length, ' ', 'right')"},
    {"getFullYear", "year(date)"},
    {"getMonth", "month(date)"},
    {"getDate", "date(date)"},
    {"getDay", "day(date)"},
    {"getHours", "hours(date)"},
    {"getMinutes", "minutes(date)"},
    {"getTime", "time(date)"},
    {"length", "length(list)"},
};

static ZnExprNode *parse_conditional(Parser *p);
static ZnExprNode *parse_unary(Parser *p);

/* --- problems --- */

static void report(Parser *p, size_t at, const char *advice, const char *message)
{
	zn_error(p->context->diags, p->place, zn_expr_caret(p->arena, p->text, at, advice), "%s at character %zu of the expression", message,
	         zn_expr_character(p->text, at));
	p->rejected = true;
}

static ZnExprNode *fail(Parser *p, size_t at, const char *advice, const char *message)
{
	if (!p->failed)
		report(p, at, advice, message);
	p->failed = true;
	return NULL;
}

static void advance(Parser *p)
{
	p->last_end = p->token.end;
	p->token = zn_lexer_next(&p->lexer);
	if (p->token.kind == ZN_TOKEN_ERROR)
		fail(p, p->lexer.problem_at, p->lexer.remedy, p->lexer.problem);
}

static const char *describe(const Parser *p, const ZnToken *token)
{
	const char *text = p->text + token->start;
	int len = (int)MIN(token->end - token->start, 40);
	/* Do not cut a character in two. */
	while (len > 0 && (text[len] & 0xC0) == 0x80)
		len--;
	switch (token->kind) {
	case ZN_TOKEN_END:
		return "the end";
	case ZN_TOKEN_NUMBER:
		return zn_arena_printf(p->arena, "the number %.*s", len, text);
	case ZN_TOKEN_STRING:
		return zn_arena_printf(p->arena, "the text %.*s", len, text);
	case ZN_TOKEN_NAME:
		return zn_arena_printf(p->arena, "the name “%.*s”", len, text);
	default:
		return zn_arena_printf(p->arena, "“%.*s”", len, text);
	}
}

static ZnExprNode *unexpected(Parser *p, const char *expected)
{
	const ZnToken *token = &p->token;
	const char *remedy = token->op == ZN_OP_FORBIDDEN ? zn_op_remedy(p->text + token->start, token->end - token->start) : NULL;
	return fail(p, token->start, remedy, zn_arena_printf(p->arena, "expected %s but found %s", expected, describe(p, token)));
}

static bool is_op(const Parser *p, ZnOp op)
{
	return p->token.kind == ZN_TOKEN_OPERATOR && p->token.op == op;
}

static bool expect(Parser *p, ZnOp op, const char *expected)
{
	if (p->failed)
		return false;
	if (!is_op(p, op)) {
		unexpected(p, expected);
		return false;
	}
	advance(p);
	return !p->failed;
}

static bool enter(Parser *p)
{
	if (++p->depth <= ZN_LIMIT_DEPTH)
		return !p->failed;
	fail(p, p->token.start, NULL, zn_arena_printf(p->arena, "the expression is nested more than %d levels deep", ZN_LIMIT_DEPTH));
	return false;
}

/* --- nodes --- */

static ZnExprNode *node_new(Parser *p, ZnNodeKind kind, size_t at)
{
	ZnExprNode *node = zn_new(p->arena, ZnExprNode);
	node->kind = kind;
	node->at = at;
	return node;
}

/* Books a child; NULL (after a problem) passes. */
static ZnExprNode *adopt(Parser *p, ZnExprNode *node, const ZnExprNode *child)
{
	if (!child || p->failed)
		return NULL;
	if (child->height >= MAX_HEIGHT)
		return fail(p, node->at, NULL, "the expression is too long to evaluate");
	node->height = MAX(node->height, child->height + 1);
	return node;
}

static ZnExprNode *operation(Parser *p, ZnNodeKind kind, ZnOp op, size_t at, ZnExprNode *a, ZnExprNode *b)
{
	ZnExprNode *node = node_new(p, kind, at);
	node->op = op;
	node->a = a;
	node->b = b;
	if (!adopt(p, node, a) || (kind != ZN_NODE_UNARY && kind != ZN_NODE_MEMBER && !adopt(p, node, b)))
		return NULL;
	return node;
}

static ZnExprNode *literal(Parser *p, size_t at, ZnValue value)
{
	ZnExprNode *node = node_new(p, ZN_NODE_LITERAL, at);
	node->literal = value;
	return node;
}

static void note(Parser *p, const char ***list, size_t *n, size_t *cap, const char *name)
{
	for (size_t i = 0; i < *n; i++)
		if (!strcmp((*list)[i], name))
			return;
	zn_push(p->arena, *list, *n, *cap, name);
}

/* --- lists --- */

static ZnExprNode *parse_array(Parser *p)
{
	ZnExprNode *node = node_new(p, ZN_NODE_ARRAY, p->token.start);
	advance(p);
	while (!p->failed && !is_op(p, ZN_OP_BRACKET_CLOSE)) {
		ZnExprNode *item = parse_conditional(p);
		if (!adopt(p, node, item))
			return NULL;
		zn_push(p->arena, node->list.items, node->list.n, node->list.cap, item);
		if (!is_op(p, ZN_OP_BRACKET_CLOSE) && !expect(p, ZN_OP_COMMA, "“,” or “]”"))
			return NULL;
	}
	return expect(p, ZN_OP_BRACKET_CLOSE, "“]”") ? node : NULL;
}

static const char *parse_key(Parser *p)
{
	const char *key = NULL;
	char buffer[32];
	if (p->token.kind == ZN_TOKEN_NAME)
		key = p->token.name;
	else if (p->token.kind == ZN_TOKEN_STRING)
		key = p->token.value.str;
	else if (p->token.kind == ZN_TOKEN_NUMBER)
		key = zn_arena_strdup(p->arena, zn_number_to_string(p->token.value.num, buffer));
	else
		unexpected(p, "a key or “}”");
	advance(p);
	return p->failed ? NULL : key;
}

static ZnExprNode *parse_object(Parser *p)
{
	ZnExprNode *node = node_new(p, ZN_NODE_OBJECT, p->token.start);
	size_t n_keys = 0, cap_keys = 0;
	advance(p);
	while (!p->failed && !is_op(p, ZN_OP_BRACE_CLOSE)) {
		size_t at = p->token.start;
		const char *key = parse_key(p);
		if (!key || !expect(p, ZN_OP_COLON, "“:” behind the key"))
			return NULL;
		for (size_t i = 0; i < n_keys; i++)
			if (!strcmp(node->list.keys[i], key))
				return fail(p, at, NULL, zn_arena_printf(p->arena, "the key “%s” comes twice", key));
		ZnExprNode *item = parse_conditional(p);
		if (!adopt(p, node, item))
			return NULL;
		zn_push(p->arena, node->list.keys, n_keys, cap_keys, key);
		zn_push(p->arena, node->list.items, node->list.n, node->list.cap, item);
		if (!is_op(p, ZN_OP_BRACE_CLOSE) && !expect(p, ZN_OP_COMMA, "“,” or “}”"))
			return NULL;
	}
	return expect(p, ZN_OP_BRACE_CLOSE, "“}”") ? node : NULL;
}

/* --- calls --- */

static bool listed(const char *const *list, const char *name)
{
	for (; list && *list; list++)
		if (!strcmp(*list, name))
			return true;
	return false;
}

static void check_arguments(Parser *p, const ZnExprNode *call)
{
	const ZnFunction *function = call->call.function;
	size_t n = call->call.n;
	if (n < function->min_args)
		report(p, call->at, NULL,
		       zn_arena_printf(p->arena, "%s() takes %s%d argument%s but has %zu", function->name,
		                       function->min_args < function->max_args ? "at least " : "", function->min_args,
		                       function->min_args == 1 ? "" : "s", n));
	else if (n > function->max_args)
		zn_warning(p->context->diags, p->place, zn_expr_caret(p->arena, p->text, call->at, NULL),
		           "%s() takes at most %d argument%s; the rest of the %zu have no effect", function->name, function->max_args,
		           function->max_args == 1 ? "" : "s", n);
}

/* if() looks like a function, but evaluates only the branch that it takes. */
static ZnExprNode *condition_from_call(Parser *p, const ZnExprNode *call)
{
	if (call->call.n != 3) {
		report(p, call->at, NULL, zn_arena_printf(p->arena, "if() takes 3 arguments but has %zu", call->call.n));
		return literal(p, call->at, zn_undefined());
	}
	ZnExprNode *node = node_new(p, ZN_NODE_CONDITIONAL, call->at);
	node->a = call->call.args[0];
	node->b = call->call.args[1];
	node->c = call->call.args[2];
	node->height = call->height;
	return node;
}

static ZnExprNode *parse_call(Parser *p, const char *name, size_t at)
{
	ZnExprNode *node = node_new(p, ZN_NODE_CALL, at);
	node->call.name = name;
	advance(p); /* ( */
	while (!p->failed && !is_op(p, ZN_OP_PAREN_CLOSE)) {
		ZnExprNode *arg = parse_conditional(p);
		if (!adopt(p, node, arg))
			return NULL;
		zn_push(p->arena, node->call.args, node->call.n, node->call.cap, arg);
		if (is_op(p, ZN_OP_PAREN_CLOSE))
			break;
		if (!expect(p, ZN_OP_COMMA, "“,” or “)”"))
			return NULL;
		if (is_op(p, ZN_OP_PAREN_CLOSE))
			return unexpected(p, "an argument");
	}
	if (!expect(p, ZN_OP_PAREN_CLOSE, "“)”"))
		return NULL;
	if (!strcmp(name, "if"))
		return condition_from_call(p, node);
	if (listed(p->extra, name))
		return node; /* the caller's own come before the language's */
	node->call.function = zn_function_lookup(name);
	if (node->call.function)
		check_arguments(p, node);
	else if (!zn_function_is_callers(name))
		report(p, at, zn_did_you_mean(p->arena, name, zn_function_names(p->arena, p->extra)),
		       zn_arena_printf(p->arena, "unknown function “%s”", name));
	return node;
}

static ZnExprNode *refuse_method(Parser *p, const ZnExprNode *callee)
{
	const char *advice = NULL;
	if (callee->kind == ZN_NODE_MEMBER && callee->a->kind == ZN_NODE_NAME && !strcmp(callee->a->field.name, "Math"))
		advice = zn_arena_printf(p->arena, "write %s() without “Math.”", callee->key);
	const char *key = callee->kind == ZN_NODE_MEMBER ? callee->key : callee->kind == ZN_NODE_FIELD ? callee->field.name : NULL;
	for (size_t i = 0; key && !advice && i < G_N_ELEMENTS(methods); i++)
		if (!strcmp(methods[i][0], key))
			advice = zn_arena_printf(p->arena, "write %s", methods[i][1]);
	return fail(p, callee->at, advice,
	            key ? zn_arena_printf(p->arena, "“%s” is called as a method, which the language does not have", key)
	                : "only named functions can be called");
}

/* --- primaries --- */

static ZnExprNode *parse_name(Parser *p)
{
	const char *name = p->token.name;
	size_t at = p->token.start;
	if (p->token.op == ZN_OP_IN)
		return unexpected(p, "a value");
	if (listed(reserved, name))
		return fail(p, at, NULL, zn_arena_printf(p->arena, "“%s” is a word of JavaScript's that the language does not have", name));
	advance(p);
	if (p->failed)
		return NULL;
	if (is_op(p, ZN_OP_PAREN_OPEN))
		return parse_call(p, name, at);
	if (!strcmp(name, "if"))
		return unexpected(p, "“(” behind if");
	if (!strcmp(name, "datum"))
		return node_new(p, ZN_NODE_DATUM, at);
	if (!strcmp(name, "true") || !strcmp(name, "false"))
		return literal(p, at, zn_bool(name[0] == 't'));
	if (!strcmp(name, "null"))
		return literal(p, at, zn_null());
	if (!strcmp(name, "undefined"))
		return literal(p, at, zn_undefined());
	for (size_t i = 0; i < G_N_ELEMENTS(constants); i++)
		if (!strcmp(constants[i].name, name))
			return literal(p, at, zn_num(constants[i].value));
	ZnExprNode *node = node_new(p, ZN_NODE_NAME, at);
	node->field.name = name;
	note(p, &p->expr->names, &p->n_names, &p->cap_names, name);
	return node;
}

static ZnExprNode *parse_regex(Parser *p)
{
	size_t at = p->token.start, end;
	const char *pattern, *flags, *problem;
	if (!zn_lexer_regex(&p->lexer, at, &pattern, &flags, &end))
		return fail(p, p->lexer.problem_at, p->lexer.remedy, p->lexer.problem);
	ZnRegex *regex = zn_regex_new(p->arena, pattern, flags, &problem);
	if (!regex)
		return fail(p, at, NULL, zn_arena_printf(p->arena, "wrong regular expression (%s)", problem));
	advance(p);
	return literal(p, at, (ZnValue){.type = ZN_OPAQUE, .opaque = regex});
}

static ZnExprNode *parse_parentheses(Parser *p)
{
	advance(p);
	ZnExprNode *node = parse_conditional(p);
	if (node && is_op(p, ZN_OP_COMMA))
		return fail(p, p->token.start, NULL, "expected “)” but found “,”: parentheses hold one expression");
	return expect(p, ZN_OP_PAREN_CLOSE, "“)”") ? node : NULL;
}

static ZnExprNode *parse_primary(Parser *p)
{
	ZnToken token = p->token;
	switch (token.kind) {
	case ZN_TOKEN_NUMBER:
	case ZN_TOKEN_STRING:
		advance(p);
		return literal(p, token.start, token.value);
	case ZN_TOKEN_NAME:
		return parse_name(p);
	default:
		break;
	}
	switch (token.op) {
	case ZN_OP_PAREN_OPEN:
		return parse_parentheses(p);
	case ZN_OP_BRACKET_OPEN:
		return parse_array(p);
	case ZN_OP_BRACE_OPEN:
		return parse_object(p);
	case ZN_OP_DIV:
		return parse_regex(p);
	default:
		return unexpected(p, "a value");
	}
}

/* node.key or node['key'] */
static ZnExprNode *member(Parser *p, ZnExprNode *object, const char *key, size_t at)
{
	if (object->kind == ZN_NODE_DATUM) {
		ZnExprNode *node = node_new(p, ZN_NODE_FIELD, at);
		node->field.name = key;
		note(p, &p->expr->fields, &p->n_fields, &p->cap_fields, key);
		return node;
	}
	ZnExprNode *node = operation(p, ZN_NODE_MEMBER, ZN_OP_DOT, at, object, NULL);
	if (node)
		node->key = key;
	return node;
}

static ZnExprNode *parse_member(Parser *p, ZnExprNode *object)
{
	advance(p); /* . */
	ZnToken name = p->token;
	if (p->failed || name.kind != ZN_TOKEN_NAME)
		return unexpected(p, "a name behind “.”");
	advance(p);
	return p->failed ? NULL : member(p, object, name.name, name.start);
}

static ZnExprNode *parse_index(Parser *p, ZnExprNode *object)
{
	size_t at = p->token.start;
	advance(p); /* [ */
	ZnExprNode *index = parse_conditional(p);
	if (!index || !expect(p, ZN_OP_BRACKET_CLOSE, "“]”"))
		return NULL;
	if (index->kind == ZN_NODE_LITERAL && zn_is_str(index->literal))
		return member(p, object, index->literal.str, index->at);
	return operation(p, ZN_NODE_INDEX, ZN_OP_BRACKET_OPEN, at, object, index);
}

static ZnExprNode *parse_postfix(Parser *p)
{
	ZnExprNode *node = parse_primary(p);
	while (node && !p->failed) {
		if (is_op(p, ZN_OP_DOT))
			node = parse_member(p, node);
		else if (is_op(p, ZN_OP_BRACKET_OPEN))
			node = parse_index(p, node);
		else if (is_op(p, ZN_OP_PAREN_OPEN))
			return refuse_method(p, node);
		else
			return node;
	}
	return NULL;
}

/* --- operators --- */

static ZnExprNode *parse_prefix(Parser *p)
{
	ZnToken sign = p->token;
	advance(p);
	ZnExprNode *operand = enter(p) ? parse_unary(p) : NULL;
	p->depth--;
	if (sign.op == ZN_OP_SUB && operand && operand->kind == ZN_NODE_LITERAL && operand->literal.type == ZN_NUMBER) {
		operand->literal.num = -operand->literal.num;
		return operand;
	}
	return operation(p, ZN_NODE_UNARY, sign.op, sign.start, operand, NULL);
}

static ZnExprNode *parse_unary(Parser *p)
{
	if (is_op(p, ZN_OP_SUB) || is_op(p, ZN_OP_ADD) || is_op(p, ZN_OP_NOT) || is_op(p, ZN_OP_BIT_NOT))
		return parse_prefix(p);
	return parse_postfix(p);
}

/* Pratt's algorithm: everything that binds at least as strongly as `least`. All binary operators are left-associative. */
static ZnExprNode *parse_binary(Parser *p, int least)
{
	ZnExprNode *left = parse_unary(p);
	while (left && !p->failed) {
		ZnToken sign = p->token;
		int precedence = zn_op_precedence(sign.op);
		if (precedence == 0 || precedence < least)
			return left;
		advance(p);
		ZnExprNode *right = p->failed ? NULL : parse_binary(p, precedence + 1);
		ZnNodeKind kind = sign.op == ZN_OP_AND ? ZN_NODE_AND : sign.op == ZN_OP_OR ? ZN_NODE_OR : ZN_NODE_BINARY;
		left = right ? operation(p, kind, sign.op, sign.start, left, right) : NULL;
	}
	return NULL;
}

static ZnExprNode *parse_choice(Parser *p)
{
	ZnExprNode *test = parse_binary(p, 1);
	if (!test || p->failed || !is_op(p, ZN_OP_QUESTION))
		return p->failed ? NULL : test;
	ZnExprNode *node = node_new(p, ZN_NODE_CONDITIONAL, p->token.start);
	advance(p);
	node->a = test;
	node->b = p->failed ? NULL : parse_conditional(p);
	if (!node->b || !expect(p, ZN_OP_COLON, "“:” of the condition"))
		return NULL;
	node->c = parse_conditional(p);
	return adopt(p, node, node->a) && adopt(p, node, node->b) ? adopt(p, node, node->c) : NULL;
}

static ZnExprNode *parse_conditional(Parser *p)
{
	ZnExprNode *node = enter(p) ? parse_choice(p) : NULL;
	p->depth--;
	return node;
}

/* --- the whole --- */

ZnExpr *zn_expr_parse(ZnContext *context, ZnPlace place, const char *text, const char *const *extra_functions)
{
	ZnArena *arena = context->arena;
	if (!g_utf8_validate(text, -1, NULL)) {
		zn_error(context->diags, place, NULL, "the expression is not valid UTF-8");
		return NULL;
	}
	text = zn_arena_strdup(arena, text);
	Parser p = {.context = context,
	            .arena = arena,
	            .place = place,
	            .text = text,
	            .extra = extra_functions,
	            .lexer = {.arena = arena, .text = text},
	            .expr = zn_new(arena, ZnExpr)};
	p.expr->context = context;
	p.expr->text = text;
	advance(&p);
	if (!p.failed && p.token.kind == ZN_TOKEN_END)
		fail(&p, 0, NULL, "expected a value but the expression is empty");
	p.expr->root = p.failed ? NULL : parse_conditional(&p);
	if (!p.failed && p.token.kind != ZN_TOKEN_END)
		unexpected(&p, "an operator or the end");
	if (p.failed || p.rejected)
		return NULL;
	zn_push(arena, p.expr->names, p.n_names, p.cap_names, NULL);
	zn_push(arena, p.expr->fields, p.n_fields, p.cap_fields, NULL);
	return p.expr;
}

static const char *const *copy_list(ZnArena *arena, const char **list)
{
	size_t n = g_strv_length((char **)list);
	return zn_arena_grow(arena, list, (n + 1) * sizeof *list, (n + 1) * sizeof *list);
}

const char *const *zn_expr_names(const ZnExpr *expr, ZnArena *arena)
{
	return copy_list(arena, expr->names);
}

const char *const *zn_expr_fields(const ZnExpr *expr, ZnArena *arena)
{
	return copy_list(arena, expr->fields);
}
