/* What the benchmarks share: a clock and a loop that runs for about a second. They print figures and assert nothing. */
#pragma once

#include <glib.h>
#include <stdio.h>

#ifndef BENCH_SECONDS
#define BENCH_SECONDS 1.0
#endif

/* Runs that a second holds; the first one is not counted. */
static inline double bench_rate(void (*run)(void *user), void *user)
{
	run(user);
	gint64 start = g_get_monotonic_time(), now = start;
	int runs = 0;
	do {
		run(user);
		runs++;
		now = g_get_monotonic_time();
	} while (now - start < (gint64)(BENCH_SECONDS * G_USEC_PER_SEC));
	return runs * (double)G_USEC_PER_SEC / (double)(now - start);
}

static inline double bench_ms(void (*run)(void *user), void *user)
{
	return 1000 / bench_rate(run, user);
}
