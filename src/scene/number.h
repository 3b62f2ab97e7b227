/* Numbers as the text formats (the dump, SVG) write them: a fixed number of decimals, without the zeros at the end.
 * printf takes most of the time of a dump; this takes a tenth of it. */
#pragma once

#include <glib.h>

/* Appends `value` rounded to `decimals` (0..9) places; -0 as 0. NaN and infinities, which a scene should not have, as 0. */
void zn_append_number(GString *out, double value, int decimals);
