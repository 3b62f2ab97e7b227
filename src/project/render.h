/* One chart or one report, from its file to output files: what `zhinu render`, `zhinu report` and the build have in common. */
#pragma once

#include "chart/chart.h"
#include "paint/paint.h"

typedef struct ZnRender {
	const char *source; /* path of the spec or report; "-" = standard input */
	const char *text;   /* its contents, where it is not a file; then `source` only names it */
	size_t text_len;
	const char *base;    /* folder that data come from; NULL = the source's project, else its folder */
	const char *lang;    /* NULL = what the source says, else "en" */
	const char *theme;   /* name or file; NULL = none for charts, "paper" for reports */
	const char *style;   /* of a report: name or file; NULL = what its front matter says */
	const char *catalog; /* .po file; NULL = the project's */
	const char *package; /* Data Package of a report, relative to the base folder; NULL = the project's */
	double scale, ppi;   /* 0 = the theme's */
	int width, height;   /* device px of the picture; 0 = as it comes */
	bool transparent;
	const char *background; /* a CSS colour instead of the chart's own background; NULL = its own */
	bool trim;              /* cut to what is drawn */
	bool svg_outlines;      /* text of SVG as shapes */
	unsigned pdf_standards; /* of ZnPdfStandard; 0 = the usual ones */
	bool attach_data;       /* PDFs bring the charts' data along */
	ZnObject *named_data;   /* may be NULL */
} ZnRender;

/* A context for the work: base folder, language, catalogue, date (SOURCE_DATE_EPOCH), fonts (shared, not owned). Problems are in its
 * diagnostics. Free with zn_context_free. */
ZnContext *zn_render_context(const ZnRender *render, struct ZnFonts *fonts);

/* The catalogue that the work has: its own, or the project's for the context's language; NULL = none. */
const char *zn_render_catalog(ZnContext *context, const ZnRender *render);

/* Compiles the chart. NULL after reporting. */
ZnScene *zn_render_chart(ZnContext *context, const ZnRender *render);
/* Paints a scene as the path's ending says and writes the file; *sha256 (may be NULL) and *size are of the bytes. */
bool zn_render_write(ZnContext *context, const ZnRender *render, const ZnScene *scene, const char *path, const char **sha256, size_t *size);

/* The bytes of a file: `format` is "png", "pdf", "svg", "scene.json". */
bool zn_render_scene_bytes(ZnContext *context, const ZnRender *render, const ZnScene *scene, const char *format, GByteArray *bytes);
/* The same of a report: "pdf" only. */
bool zn_render_document_bytes(ZnContext *context, const ZnRender *render, const ZnDocument *document, const char *format,
                              GByteArray *bytes);

/* What --svg-text and “svgText” say: "text" (NULL too) or "outlines"; false for any other word. */
bool zn_svg_text_parse(const char *word, bool *outlines);

/* Sets the report. NULL after reporting. */
ZnDocument *zn_render_report(ZnContext *context, const ZnRender *render);
/* ".pdf" writes one file, ".png" and ".svg" one a page: NAME-1.png, NAME-2.png ... */
bool zn_render_write_report(ZnContext *context, const ZnRender *render, const ZnDocument *document, const char *path, const char **sha256,
                            size_t *size);

/* A chart or a report, whichever was asked for. */
typedef struct ZnRendered {
	ZnScene *scene;
	ZnDocument *document;
} ZnRendered;

/* False after reporting. */
bool zn_render_any(ZnContext *context, const ZnRender *render, bool report, ZnRendered *made);
bool zn_render_write_any(ZnContext *context, const ZnRender *render, const ZnRendered *made, const char *path, const char **sha256,
                         size_t *size);

/* The date that files are given, from SOURCE_DATE_EPOCH: ms; 0 = none. */
double zn_source_date(void);

/* Whether a theme is named by its file rather than by its name. */
bool zn_theme_is_file(const char *name);
/* The way from one folder to a file or folder: "../data/a.csv"; both may be relative to where we are. In the arena. */
const char *zn_relative_path(ZnArena *arena, const char *from, const char *to);

/* A theme's config by name or file; undefined after reporting. `place` says where it is named. */
ZnValue zn_theme_load(ZnContext *context, ZnPlace place, const char *name);
/* The folder of the nearest zhinu.json at or above a file's folder; NULL = none. In the arena. */
const char *zn_project_folder_of(ZnArena *arena, const char *path);
