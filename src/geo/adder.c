#include "geo/sphere.h"

void zn_adder_add(ZnAdder *adder, double x)
{
	int n = 0;
	for (int i = 0; i < adder->n; i++) {
		double y = adder->parts[i], sum = x + y;
		double lost = fabs(x) < fabs(y) ? x - (sum - y) : y - (sum - x);
		if (lost != 0)
			adder->parts[n++] = lost;
		x = sum;
	}
	adder->parts[MIN(n, ZN_ADDER_PARTS - 1)] = x;
	adder->n = MIN(n, ZN_ADDER_PARTS - 1) + 1;
}

/* The parts are sorted and do not overlap; where the sum lies half-way between two doubles the next part decides. */
double zn_adder_value(const ZnAdder *adder)
{
	int n = adder->n;
	if (!n)
		return 0;
	double sum = adder->parts[--n], lost = 0;
	while (n > 0 && lost == 0) {
		double x = sum, y = adder->parts[--n];
		sum = x + y;
		lost = y - (sum - x);
	}
	if (n > 0 && lost * adder->parts[n - 1] > 0) {
		double twice = lost * 2, x = sum + twice;
		if (twice == x - sum)
			sum = x;
	}
	return sum;
}
