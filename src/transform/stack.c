/* Values on top of one another (vega-transforms Stack). */
#include "transform/common.h"
#include "transform/registry.h"

#include <math.h>

/* One stack: rows in their order. */
typedef struct Stack {
	const size_t *rows;
	size_t n;
	double sum; /* of the absolute values */
	const double *values;
	ZnValue *start, *end;
} Stack;

static void stack_zero(const Stack *s, double max)
{
	double above = 0, below = 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t row = s->rows[i];
		double v = s->values[row], *last = v < 0 ? &below : &above;
		s->start[row] = zn_num(*last);
		s->end[row] = zn_num(*last += v);
	}
}

static void stack_center(const Stack *s, double max)
{
	double last = (max - s->sum) / 2;
	for (size_t i = 0; i < s->n; i++) {
		size_t row = s->rows[i];
		s->start[row] = zn_num(last);
		s->end[row] = zn_num(last += fabs(s->values[row]));
	}
}

static void stack_normalize(const Stack *s, double max)
{
	double scale = 1 / s->sum, last = 0, v = 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t row = s->rows[i];
		s->start[row] = zn_num(last);
		s->end[row] = zn_num(last = scale * (v += fabs(s->values[row])));
	}
}

static void (*const offsets[])(const Stack *s, double max) = {stack_zero, stack_center, stack_normalize};
static const char *const offset_names[] = {"zero", "center", "normalize", NULL};

/* Lays out all groups; returns with every row's start and end set. */
static void stack_groups(const ZnGroups *groups, const ZnOrder *order, void (*offset)(const Stack *s, double max), const double *values,
                         ZnValue *start, ZnValue *end)
{
	g_autofree Stack *stacks = g_new(Stack, MAX(groups->n, 1));
	double max = 0;
	for (size_t g = 0; g < groups->n; g++) {
		Stack *s = &stacks[g];
		size_t *rows = groups->rows + groups->start[g];
		*s = (Stack){.rows = rows, .n = groups->start[g + 1] - groups->start[g], .values = values, .start = start, .end = end};
		for (size_t i = 0; i < s->n; i++)
			s->sum += fabs(values[rows[i]]);
		max = s->sum > max ? s->sum : max;
		zn_order_sort(order, rows, s->n);
	}
	for (size_t g = 0; g < groups->n; g++)
		offset(&stacks[g], max);
}

static const ZnTable *apply(ZnTransformEnv *env, const ZnTable *table, ZnValue definition, ZnPlace place)
{
	ZnArena *arena = env->context->arena;
	ZnFieldList by;
	ZnOrder order;
	ZnField *field = zn_transform_member_field(env, table, definition, "stack", place);
	ZnValue kind = zn_get(definition, "offset");
	int offset =
	    zn_is_nullish(kind) ? 0 : zn_transform_choice(env, zn_to_str(arena, kind), offset_names, zn_transform_place(env, place, "offset"));
	if (!field || offset < 0 || !zn_transform_fields(env, table, definition, "groupby", place, &by) ||
	    !zn_order_parse(env, table, definition, place, &order))
		return NULL;
	const ZnValue *cells = zn_field_cells(arena, field, table);
	g_autofree double *values = g_new(double, MAX(table->n_rows, 1));
	for (size_t i = 0; i < table->n_rows; i++)
		values[i] = zn_to_num(cells[i]);
	ZnTable *result = zn_table_derive(arena, table);
	bool one_name = zn_is_str(zn_get(definition, "as"));
	const char *as = zn_transform_as(definition, 0, zn_arena_printf(arena, "%s_start", field->name));
	const char *end_fallback = zn_arena_printf(arena, "%s_end", one_name ? as : field->name);
	ZnValue *start = zn_table_add(arena, result, as), *end = zn_table_add(arena, result, zn_transform_as(definition, 1, end_fallback));
	ZnGroups groups = zn_groups_make(arena, table, &by);
	stack_groups(&groups, &order, offsets[offset], values, start, end);
	return result;
}

static const char *const members[] = {"groupby", "offset", "sort", "as", NULL};
const ZnTransform zn_transform_stack = {.key = "stack", .apply = apply, .members = members};
