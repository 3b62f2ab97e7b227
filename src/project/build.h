/* Building a project: what is stale, in several worker processes; one failure does not stop the rest. */
#pragma once

#include "project/project.h"

typedef struct ZnBuildOptions {
	int workers; /* 0 = one a core */
	bool force, dry_run;
	/* Called in the parent: before the work, after each job, with the job's messages (may be ""); may be NULL. */
	void (*progress)(void *user, size_t done, size_t total, const ZnJob *job, const char *messages);
	void *user;
} ZnBuildOptions;

typedef struct ZnBuildResult {
	size_t rendered, up_to_date, failed; /* outputs, not jobs */
	size_t left;                         /* not come to, because of `signal` */
	int signal;                          /* SIGINT, SIGTERM or SIGHUP that ended the work early; 0 = none */
	double seconds;
	const char **left_over; /* outputs in the manifest that the project no longer makes */
	size_t n_left_over;
	char *plan; /* dry run: a line a stale job; in the arena */
} ZnBuildResult;

/* False when anything failed or a signal ended it; what was made until then is in the manifest, so that the next build goes on there. Problems with
 * the project itself are in the context's diagnostics. */
bool zn_project_build(ZnContext *context, ZnProject *project, struct ZnFonts *fonts, const ZnBuildOptions *options, ZnBuildResult *result);
