#include "expr/template.h"

#include <math.h>
#include <string.h>

typedef struct Expander {
	ZnContext *context;
	const ZnTemplate *options;
	ZnPlace place; /* of the character at `p` */
	const char *p;
	GString *out;
	bool failed;
} Expander;

static bool is_escaped_open(const char *p)
{
	return p[0] == '\\' && p[1] == '{' && p[2] == '{';
}

static bool is_open(const char *p)
{
	return p[0] == '{' && p[1] == '{';
}

bool zn_template_has(const char *text)
{
	for (const char *p = text; *p; p++)
		if (is_escaped_open(p))
			p += 2;
		else if (is_open(p))
			return true;
	return false;
}

/* Goes on to `to`, counting lines and columns. */
static void go_to(Expander *x, const char *to)
{
	for (; x->p < to; x->p = g_utf8_next_char(x->p)) {
		if (x->place.line <= 0)
			continue;
		if (*x->p == '\n') {
			x->place.line++;
			x->place.column = 1;
		} else if (x->place.column > 0) {
			x->place.column++;
		}
	}
}

/* The braces that end an expression: those outside of its texts and object literals. NULL when there are none. */
static const char *find_close(const char *p)
{
	int depth = 0;
	for (; *p; p++) {
		if (*p == '"' || *p == '\'') {
			char quote = *p++;
			while (*p && *p != quote)
				p += p[0] == '\\' && p[1] ? 2 : 1;
			if (!*p)
				return NULL;
		} else if (*p == '{') {
			depth++;
		} else if (*p == '}' && depth > 0) {
			depth--;
		} else if (p[0] == '}' && p[1] == '}') {
			return p;
		}
	}
	return NULL;
}

static const char *to_text(Expander *x, ZnValue value)
{
	const ZnTemplate *options = x->options;
	return options->write ? options->write(options->user, x->context->arena, value) : zn_to_str(x->context->arena, value);
}

static bool is_nothing(ZnValue value)
{
	return value.type == ZN_UNDEFINED || value.type == ZN_NULL || ((value.type == ZN_NUMBER || value.type == ZN_DATE) && isnan(value.num));
}

/* The text of one expression's value; NULL after a problem. */
static const char *expand_one(Expander *x, const char *source)
{
	ZnExprEnv *env = x->options->env;
	ZnExpr *expr = zn_expr_parse(x->context, x->place, source, x->options->extra_functions);
	if (!expr)
		return NULL;
	bool failed_before = env->failed;
	env->failed = false; /* each expression reports its own first problem */
	env->place = x->place;
	ZnValue value = zn_expr_eval(expr, env);
	if (env->failed)
		return NULL;
	env->failed = failed_before;
	if (is_nothing(value)) {
		zn_error(x->context->diags, x->place, "test with isValid(), or write what should stand here",
		         "the expression “%s” has no value (%s)", source, zn_to_str(x->context->arena, value));
		return NULL;
	}
	return to_text(x, value);
}

static void expand_expression(Expander *x)
{
	const char *start = x->p + 2, *close = find_close(start);
	if (!close) {
		zn_error(x->context->diags, x->place, "to write two braces, put a backslash before them", "“{{” has no “}}”");
		x->failed = true;
		close = start - 2 + strlen(start - 2);
		g_string_append_len(x->out, start - 2, close - start + 2);
		go_to(x, close);
		return;
	}
	char *source = zn_arena_strndup(x->context->arena, start, (size_t)(close - start));
	const char *text = expand_one(x, g_strstrip(source));
	if (text)
		g_string_append(x->out, text);
	else
		g_string_append_len(x->out, start - 2, close - start + 4);
	x->failed |= !text;
	go_to(x, close + 2);
}

bool zn_template_expand(ZnContext *context, ZnPlace place, const char *text, const ZnTemplate *options, const char **out)
{
	g_autoptr(GString) expanded = g_string_new(NULL);
	Expander x = {.context = context, .options = options, .place = place, .p = text, .out = expanded};
	while (*x.p) {
		if (is_escaped_open(x.p)) {
			g_string_append(expanded, "{{");
			go_to(&x, x.p + 3);
		} else if (is_open(x.p)) {
			expand_expression(&x);
		} else {
			const char *next = g_utf8_next_char(x.p);
			g_string_append_len(expanded, x.p, next - x.p);
			go_to(&x, next);
		}
	}
	*out = zn_arena_strndup(context->arena, expanded->str, expanded->len);
	return !x.failed;
}
