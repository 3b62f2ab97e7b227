/* Provenance: what an output was made of, written into the file itself (PNG: the iTXt chunk Provenance, SVG: dcterms:provenance in <metadata>,
 * PDF: zhinu:provenance in the XMP, a scene dump: the last member), so that it can be told much later, and far from its project, whether it is current.
 *
 * The text is one line of JSON:
 *     {"program": "zhinu 0.1.0", "options": {"lang": "zh", "theme": "slide"},
 *      "inputs": {"charts/a.vl.json": "<32 hex digits of the SHA-256>", "theme:slide": ..., "none.csv": null},
 *      "fonts": {"PTS55F.ttf": "<16 hex digits>"}}
 * Inputs are named as in the manifest, relative to the base folder; null is a file that was looked for and not there; "-" is a text that came
 * from standard input or from memory. The identity of the code is not in it: the bytes would change with each build of the program, though
 * the picture does not. The manifest has that. */
#pragma once

#include "project/render.h"

#define ZN_PROVENANCE_DIGITS 32 /* of a SHA-256: enough to notice a change */

/* The provenance of a finished work, in the context's arena. */
const char *zn_provenance_of(ZnContext *context, const ZnRender *render, const ZnScene *const *scenes, size_t n_scenes);

/* The options that a work was, or is to be, made with, those that are not the usual ones; `lang` may be NULL. */
ZnObject *zn_provenance_options(ZnArena *arena, const char *lang, const ZnRender *render);

/* The provenance in a file's bytes, in the arena; NULL when there is none. Takes any bytes. */
const char *zn_provenance_find(ZnArena *arena, const void *bytes, size_t len);
