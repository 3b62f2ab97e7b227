/* Checks of a raw specification: its form, and sizes that no picture can have. What cannot be drawn yet the parser refuses. */
#include "spec/check.h"

#include "base/json.h"
#include "base/limits.h"
#include "spec/normalize.h"

static void check_size(ZnContext *context, const char *file, const char *pointer, ZnValue spec, const char *name)
{
	ZnValue size = zn_get(spec, name), step = zn_get(size, "step");
	double px = zn_is_num(size) ? size.num : zn_is_num(step) ? step.num : 0;
	if (px >= 0 && px <= ZN_LIMIT_SIDE)
		return;
	const char *place = zn_json_pointer(context->arena, pointer, name);
	if (zn_is_num(step))
		place = zn_json_pointer(context->arena, place, "step");
	zn_error(context->diags, zn_pointer(file, place), NULL, "a %s of %g px is not possible, expected 0 to %d", name, px, ZN_LIMIT_SIDE);
}

static void check_view(ZnContext *context, const char *file, const char *pointer, ZnValue spec)
{
	static const char *const lists[] = {"layer", "hconcat", "vconcat", "concat"};
	check_size(context, file, pointer, spec, "width");
	check_size(context, file, pointer, spec, "height");
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		ZnValue children = zn_get(spec, lists[i]);
		for (size_t k = 0; zn_is_arr(children) && k < zn_len(children); k++) {
			const char *list = zn_json_pointer(context->arena, pointer, lists[i]);
			check_view(context, file, zn_json_pointer_index(context->arena, list, k), zn_at(children, k));
		}
	}
	if (zn_is_obj(zn_get(spec, "spec")))
		check_view(context, file, zn_json_pointer(context->arena, pointer, "spec"), zn_get(spec, "spec"));
}

void zn_spec_check(ZnContext *context, const char *file, ZnValue spec)
{
	if (!zn_is_obj(spec)) {
		zn_error(context->diags, zn_pointer(file, ""), NULL, "a Vega-Lite specification is a JSON object");
		return;
	}
	zn_check_schema(context, file, spec);
	check_view(context, file, "", spec);
}
