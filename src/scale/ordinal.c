/* Each of the domain's values has one of the range's, over and over. Values outside of the domain have none. */
#include "scale/ops.h"

/* d3 keeps dates under their time. */
static ZnValue key_of(ZnValue value)
{
	return zn_is_date(value) ? zn_num(value.num) : value;
}

void zn_scale_adopt_distinct(ZnScale *scale, const ZnValue *domain, size_t n)
{
	scale->keys = zn_value_set_new(scale->arena);
	scale->domain = zn_new_n(scale->arena, ZnValue, n);
	scale->n_domain = 0;
	for (size_t i = 0; i < n; i++) {
		bool added;
		zn_value_set_add(scale->keys, key_of(domain[i]), &added);
		if (added)
			scale->domain[scale->n_domain++] = domain[i];
	}
}

bool zn_scale_index(const ZnScale *scale, ZnValue value, size_t *index)
{
	return zn_value_set_find(scale->keys, key_of(value), index);
}

static ZnValue map(const ZnScale *scale, ZnValue value)
{
	size_t index;
	return scale->n_range && zn_scale_index(scale, value, &index) ? scale->range[index % scale->n_range] : zn_undefined();
}

const ZnScaleOps zn_scale_ordinal_ops = {.adopt = zn_scale_adopt_distinct, .map = map};
