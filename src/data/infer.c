/* Types of columns, inferred as vega-loader does (vega-loader/src/type.js). */
#include "data/reader.h"

#include <math.h>

static bool is_boolean(ZnValue v, const ZnDateReader *dates)
{
	return zn_is_bool(v) || zn_is_string(v, "true") || zn_is_string(v, "false");
}

static bool is_number(ZnValue v, const ZnDateReader *dates)
{
	return !zn_is_date(v) && !isnan(zn_to_num(v));
}

static bool is_integer(ZnValue v, const ZnDateReader *dates)
{
	double num = zn_to_num(v);
	return is_number(v, dates) && isfinite(num) && num == floor(num);
}

static bool is_date(ZnValue v, const ZnDateReader *dates)
{
	return zn_is_date(v) ? !isnan(v.num) : zn_is_str(v) ? !isnan(dates->parse(v.str)) : zn_is_num(v);
}

/* In order of preference. */
static const struct {
	const char *name;
	bool (*test)(ZnValue v, const ZnDateReader *dates);
} types[] = {{"boolean", is_boolean}, {"integer", is_integer}, {"number", is_number}, {"date", is_date}};

#define N_TYPES G_N_ELEMENTS(types)

const char *zn_data_infer(const ZnValue *cells, size_t n, const ZnDateReader *dates)
{
	unsigned possible = (1u << N_TYPES) - 1;
	for (size_t i = 0; i < n && possible; i++) {
		ZnValue v = cells[i];
		if (zn_is_nullish(v) || (zn_is_num(v) && isnan(v.num)))
			continue;
		for (unsigned t = 0; t < N_TYPES; t++)
			if (possible & 1u << t && !types[t].test(v, dates))
				possible &= ~(1u << t);
	}
	for (unsigned t = 0; t < N_TYPES; t++)
		if (possible & 1u << t)
			return types[t].name;
	return "string";
}
