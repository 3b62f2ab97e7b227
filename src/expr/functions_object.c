/* Objects, and the functions that only pass a value on. */
#include "expr/function.h"
#include "expr/operators.h"

static ZnValue fn_merge(ZnCall *call)
{
	ZnObject *merged = zn_object_new(call->arena);
	for (size_t i = 0; i < call->n; i++) {
		ZnValue v = call->args[i];
		for (size_t m = 0; v.type == ZN_OBJECT && m < v.obj->n; m++)
			zn_object_set(call->arena, merged, v.obj->members[m].key, v.obj->members[m].value);
	}
	return zn_obj(merged);
}

/* warn(), info(), debug(): Vega writes their arguments to its console; their value is the last one. */
static ZnValue fn_last(ZnCall *call)
{
	return call->n ? call->args[call->n - 1] : zn_undefined();
}

const ZnFunction zn_functions_object[] = {
    {"debug", 1, ZN_ANY_ARGS, fn_last},
    {"info", 1, ZN_ANY_ARGS, fn_last},
    {"merge", 0, ZN_ANY_ARGS, fn_merge},
    {"warn", 1, ZN_ANY_ARGS, fn_last},
    {0},
};
