/* zhinu.json: what a project builds, and the jobs that follow from it. docs/guide.md describes the file. */
#pragma once

#include "project/render.h"

/* One compilation and the files that come of it. */
typedef struct ZnJob {
	ZnRender render;
	bool report;
	const char *name;     /* "rd_china.slide.zh", for messages */
	const char **outputs; /* paths, relative to the output folder */
	size_t n_outputs;
} ZnJob;

typedef struct ZnProject {
	ZnArena *arena;
	const char *folder;  /* of zhinu.json */
	const char *output;  /* path of the output folder */
	const char *package; /* datapackage.json's path, or NULL */
	const char *locale;  /* "locale/{lang}.po", or NULL */
	const char **languages;
	size_t n_languages;
	ZnJob *jobs; /* in the order of the file, spec by spec: the same whatever builds them */
	size_t n_jobs, cap_jobs;
} ZnProject;

/* Loads a project from its folder (or its zhinu.json). Reports all problems; NULL when any is an error. Lives in the context's arena. */
ZnProject *zn_project_load(ZnContext *context, const char *path);
/* A language's catalogue; NULL when the project has none. */
const char *zn_project_catalog(const ZnProject *project, const char *lang);
