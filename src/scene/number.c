#include "scene/number.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

/* Larger than this, the scaled value may not fit an int64_t. */
#define LARGEST 1e9

static void append_large(GString *out, double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	g_string_append(out, g_ascii_formatd(buffer, sizeof buffer, "%.17g", value));
}

void zn_append_number(GString *out, double value, int decimals)
{
	g_assert(decimals >= 0 && decimals < (int)G_N_ELEMENTS(powers));
	if (!isfinite(value))
		value = 0;
	if (fabs(value) > LARGEST) {
		append_large(out, value);
		return;
	}
	int64_t scaled = llround(fabs(value) * (double)powers[decimals]);
	int64_t whole = scaled / powers[decimals], fraction = scaled % powers[decimals];
	/* Digits from the last to the first, into a buffer that is large enough for 10 + 9 digits, a point and a sign. */
	char buffer[24], *end = buffer + sizeof buffer, *at = end;
	bool started = false;
	for (int i = 0; i < decimals; i++, fraction /= 10) {
		if (!started && fraction % 10 == 0)
			continue;
		started = true;
		*--at = (char)('0' + fraction % 10);
	}
	if (started)
		*--at = '.';
	do
		*--at = (char)('0' + whole % 10);
	while (whole /= 10);
	if (value < 0 && scaled)
		*--at = '-';
	g_string_append_len(out, at, end - at);
}
