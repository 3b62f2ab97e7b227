/* output/manifest.json: what every output was made of, so that only what is stale is made again. */
#pragma once

#include "project/project.h"

typedef struct ZnManifest {
	ZnContext *context;
	const char *path;
	ZnObject *outputs; /* name -> {sha256, size, key, inputs: [{path, sha256}]} */
} ZnManifest;

/* Reads the manifest of an output folder; an absent or unreadable one is empty (then everything is stale). Never NULL. */
ZnManifest *zn_manifest_load(ZnContext *context, const char *folder);
/* Writes it, sorted by output name. */
bool zn_manifest_write(ZnManifest *manifest);

/* What a job's outputs depend on beside its inputs: program version, fonts, language, theme, options. */
const char *zn_job_key(ZnContext *context, const ZnProject *project, const ZnJob *job, const char *fonts_digest);
/* Why the job has to run: "new", "rd_china.csv changed", "output is missing" ...; NULL = it is up to date. */
const char *zn_manifest_stale(ZnManifest *manifest, const ZnProject *project, const ZnJob *job, const char *key);
/* Takes over a finished job: `result` as the worker gives it ({outputs: [...], inputs: [...]}). */
void zn_manifest_record(ZnManifest *manifest, const ZnJob *job, const char *key, ZnValue result);
