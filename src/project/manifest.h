/* output/manifest.json: what every output was made of, so that only what is stale is made again. */
#pragma once

#include "project/project.h"

typedef struct ZnManifest {
	ZnContext *context;
	const char *path;
	const char *base;  /* the project's folder, relative to the output folder, for `zhinu verify`; NULL = not told */
	ZnObject *outputs; /* name -> {sha256, size, program, fonts, options, inputs: [{path, sha256}]} */
} ZnManifest;

/* Reads the manifest of an output folder; an absent or unreadable one is empty (then everything is stale). Never NULL. */
ZnManifest *zn_manifest_load(ZnContext *context, const char *folder);
/* Writes it, sorted by output name. */
bool zn_manifest_write(ZnManifest *manifest);

/* What a job's outputs depend on beside its inputs, as digests. */
typedef struct ZnJobKey {
	const char *program; /* the code that runs: project/identity.h */
	const char *fonts;   /* fonts, their configuration, hyphenation: zn_fonts_digest */
	const char *options; /* language, theme, size, date, local time */
} ZnJobKey;

/* `program` and `fonts` are the same for all jobs, so they are given. */
ZnJobKey zn_job_key(ZnContext *context, const ZnJob *job, const char *program, const char *fonts);
/* The SHA-256 of an input as it is now: of a file named relative to `folder`, or of a theme ("theme:slide"); NULL = it is not there. Cached in
 * the context. */
const char *zn_input_hash(ZnContext *context, const char *folder, const char *input);
/* Why the job has to run: "new", "rd_china.csv changed", "rd_china.png is missing" ...; NULL = it is up to date. */
const char *zn_manifest_stale(ZnManifest *manifest, const ZnProject *project, const ZnJob *job, const ZnJobKey *key);
/* Takes over a finished job: `result` as the worker gives it ({outputs: [...], inputs: [...]}). Gives how many of its outputs were made. */
size_t zn_manifest_record(ZnManifest *manifest, const ZnJob *job, const ZnJobKey *key, ZnValue result);
