/* The syntax tree of an expression, inside this room only. */
#pragma once

#include "expr/expr.h"
#include "expr/function.h"
#include "expr/token.h"

typedef enum {
	ZN_NODE_LITERAL,
	ZN_NODE_DATUM,  /* datum itself */
	ZN_NODE_FIELD,  /* datum.name */
	ZN_NODE_NAME,   /* a signal or a name of the caller's */
	ZN_NODE_MEMBER, /* a.key */
	ZN_NODE_INDEX,  /* a[b] */
	ZN_NODE_UNARY,  /* op a */
	ZN_NODE_BINARY, /* a op b */
	ZN_NODE_AND,
	ZN_NODE_OR,
	ZN_NODE_CONDITIONAL, /* a ? b : c, if(a, b, c) */
	ZN_NODE_ARRAY,
	ZN_NODE_OBJECT,
	ZN_NODE_CALL,
} ZnNodeKind;

typedef struct ZnExprNode ZnExprNode;

/* Where datum.name was found last, so that a loop over rows looks it up once. */
typedef struct ZnFieldSlot {
	const ZnTable *table;
	size_t n_cols; /* the table's when it was looked at */
	int column;
} ZnFieldSlot;

struct ZnExprNode {
	ZnNodeKind kind;
	ZnOp op;
	unsigned height; /* of the tree below */
	size_t at;       /* byte of the expression to which problems point */
	union {
		ZnValue literal;
		struct {
			const char *name;
			ZnFieldSlot slot;
		} field; /* also ZN_NODE_NAME */
		struct {
			ZnExprNode *a, *b, *c;
			const char *key;
		};
		struct {
			size_t n, cap;
			ZnExprNode **items;
			const char **keys; /* of an object */
		} list;
		struct {
			size_t n, cap;
			ZnExprNode **args;
			const char *name;
			const ZnFunction *function; /* NULL: the caller's */
			ZnMemo memo[2];
		} call;
	};
};

struct ZnExpr {
	ZnContext *context;
	const char *text;
	ZnExprNode *root;
	const char **names, **fields; /* NULL-ended */
};

/* Two lines that show a byte of the expression: the text around it, and a caret under it; `advice` (may be NULL) before them. */
const char *zn_expr_caret(ZnArena *arena, const char *text, size_t at, const char *advice);
/* 1-based number of the character at a byte. */
size_t zn_expr_character(const char *text, size_t at);
