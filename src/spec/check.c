/* Sizes that no picture can have are refused before anything is made of them. */
#include "base/json.h"
#include "base/limits.h"
#include "spec/normalize.h"

static void check_size(ZnContext *context, const char *file, ZnValue spec, const char *name)
{
	ZnValue size = zn_get(spec, name);
	if (zn_is_num(size) && !(size.num >= 0 && size.num <= ZN_LIMIT_SIDE))
		zn_error(context->diags, zn_pointer(file, zn_json_pointer(context->arena, "", name)), NULL, "a %s of %g px is not possible, the limit is %d", name, size.num,
				 ZN_LIMIT_SIDE);
}

void zn_spec_check(ZnContext *context, const char *file, ZnValue spec)
{
	check_size(context, file, spec, "width");
	check_size(context, file, spec, "height");
}
