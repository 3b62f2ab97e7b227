/* Tokens of the expression language. */
#pragma once

#include "base/context.h"

typedef enum {
	ZN_TOKEN_END,
	ZN_TOKEN_NUMBER,
	ZN_TOKEN_STRING,
	ZN_TOKEN_NAME,     /* also true, false, null and reserved words: they are names behind a dot */
	ZN_TOKEN_OPERATOR, /* and punctuation */
	ZN_TOKEN_ERROR,    /* reported through ZnLexer.problem */
} ZnTokenKind;

/* Operators and punctuation; the order is that of the table in lexer.c. */
typedef enum {
	ZN_OP_NONE,
	/* binary */
	ZN_OP_OR,
	ZN_OP_AND,
	ZN_OP_BIT_OR,
	ZN_OP_BIT_XOR,
	ZN_OP_BIT_AND,
	ZN_OP_EQ,
	ZN_OP_NE,
	ZN_OP_SAME,
	ZN_OP_NOT_SAME,
	ZN_OP_LT,
	ZN_OP_GT,
	ZN_OP_LE,
	ZN_OP_GE,
	ZN_OP_IN,
	ZN_OP_SHIFT_LEFT,
	ZN_OP_SHIFT_RIGHT,
	ZN_OP_SHIFT_RIGHT_ZERO,
	ZN_OP_ADD,
	ZN_OP_SUB,
	ZN_OP_MUL,
	ZN_OP_DIV,
	ZN_OP_MOD,
	/* prefix only */
	ZN_OP_NOT,
	ZN_OP_BIT_NOT,
	/* punctuation */
	ZN_OP_QUESTION,
	ZN_OP_COLON,
	ZN_OP_COMMA,
	ZN_OP_DOT,
	ZN_OP_PAREN_OPEN,
	ZN_OP_PAREN_CLOSE,
	ZN_OP_BRACKET_OPEN,
	ZN_OP_BRACKET_CLOSE,
	ZN_OP_BRACE_OPEN,
	ZN_OP_BRACE_CLOSE,
	/* JavaScript has it, the language does not */
	ZN_OP_FORBIDDEN,
} ZnOp;

typedef struct ZnToken {
	ZnTokenKind kind;
	ZnOp op;
	size_t start, end; /* bytes */
	ZnValue value;     /* of a number or string */
	const char *name;  /* of a name */
} ZnToken;

typedef struct ZnLexer {
	ZnArena *arena;
	const char *text; /* valid UTF-8 */
	size_t pos;
	/* What is wrong, where, and what to do about it (may be NULL), once a token is ZN_TOKEN_ERROR. */
	const char *problem, *remedy;
	size_t problem_at;
} ZnLexer;

ZnToken zn_lexer_next(ZnLexer *lexer);

/* Reads a regular expression literal that begins with the slash at `start`; false with a problem set when it has no end. */
bool zn_lexer_regex(ZnLexer *lexer, size_t start, const char **pattern, const char **flags, size_t *end);

/* Binding strength of a binary operator, 0 when it is none. */
int zn_op_precedence(ZnOp op);
/* Why an operator of JavaScript's is not one of the language, given its token's text. */
const char *zn_op_remedy(const char *text, size_t len);
