/* Private to format/: the size of round ticks. */
#pragma once

#include <math.h>

/* d3-array tickStep: the distance of about `count` round ticks between start and stop; negative when they run backwards, 0 when
 * start is stop, NaN when there is none. */
static inline double zn_tick_step(double start, double stop, double count)
{
	if (start == stop)
		return 0;
	double low = fmin(start, stop), high = fmax(start, stop);
	for (;; count *= 2) {
		double raw = (high - low) / fmax(0, count), power = floor(log10(raw)), error = raw / pow(10, power);
		double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
		if (!isfinite(power))
			return NAN;
		double first, last, step;
		if (power < 0) {
			double inverse = pow(10, -power) / factor;
			first = floor(low * inverse + 0.5);
			last = floor(high * inverse + 0.5);
			first += first / inverse < low;
			last -= last / inverse > high;
			step = 1 / inverse;
		} else {
			step = pow(10, power) * factor;
			first = floor(low / step + 0.5);
			last = floor(high / step + 0.5);
			first += first * step < low;
			last -= last * step > high;
		}
		if (last >= first || !(count >= 0.5 && count < 2)) /* with one or two ticks asked for and none found: try finer */
			return stop < start ? -step : step;
	}
}
