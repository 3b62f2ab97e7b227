/* Markdown reports -> pages. A report is a Markdown file with YAML front matter; its figures are charts, its tables and the numbers
 * in its prose come from the project's Data Package. docs/reports.md describes the language. */
#pragma once

#include "base/context.h"
#include "scene/scene.h"

typedef struct ZnReportOptions {
	const char *folder;  /* of the report, relative to the base folder: its figures are looked for there first; NULL = the base folder */
	const char *package; /* the Data Package, relative to the base folder; NULL = datapackage.json, if there is one */
	const char *style;   /* name of a style; wins over the front matter's; NULL = the front matter's */
	ZnValue style_json;  /* or the contents of a style file; undefined = none */
	const char *style_file; /* what that file is called */
	ZnValue theme;       /* of the charts: a config object; undefined = as Vega draws them */
	bool attach_data;    /* PDFs bring the charts' data along */
} ZnReportOptions;

/* What the caller must know before it can set up the context: the report's own language and names. NULL = not said. */
typedef struct ZnReportHead {
	const char *title, *lang, *theme;
} ZnReportHead;

/* Reads the front matter only. Nothing is reported: zn_report_new does that. */
ZnReportHead zn_report_head(ZnContext *context, const char *text, size_t len);

/* Sets the report: its pages with structure and metadata, in the context's arena. The front matter's `lang` wins over the
 * context's. `file` names the report in diagnostics. All problems go to the context's diagnostics; NULL when any is an error. */
ZnDocument *zn_report_new(ZnContext *context, const char *file, const char *text, size_t len, const ZnReportOptions *options);
