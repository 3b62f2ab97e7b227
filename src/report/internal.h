/* What the files of report/ share: the report in the making, and the steps on its way. */
#pragma once

#include "data/package.h"
#include "expr/expr.h"
#include "format/catalog.h"
#include "format/format.h"
#include "report/document.h"
#include "report/front.h"
#include "report/report.h"
#include "report/source.h"
#include "report/style.h"
#include "report/words.h"

typedef enum { ZN_TARGET_FIGURE, ZN_TARGET_TABLE, ZN_TARGET_SECTION, ZN_N_TARGETS } ZnTargetKind;

/* What a reference can lead to. */
typedef struct ZnTarget {
	const char *id;
	ZnTargetKind kind;
	const char *number; /* "3", "2.1", "二"; NULL = not numbered */
	const char *suffix; /* behind the reference's words: "（一）" */
	const char *title;  /* plain text, for sections without a number */
	int line;
} ZnTarget;

typedef struct ZnReport {
	ZnContext *context;
	ZnArena *arena;
	const char *file;
	const ZnReportOptions *options;
	const char *lang; /* BCP 47 */
	const ZnWords *words;
	const ZnReportStyle *style;
	ZnFront *front;
	struct ZnReportData *data;
	ZnBlock *blocks, *abstract;
	ZnNote *notes;
	size_t n_notes, cap_notes;
	ZnTarget *targets;
	size_t n_targets, cap_targets;
	const char *title; /* with its expressions evaluated; may be NULL */
	int serial;        /* of structure elements */
	size_t *cited;     /* by reference: in what order it was first cited, from 1; 0 = not */
	size_t n_cited;
	size_t *reference_order, *reference_number; /* place -> reference; reference -> number, from 1 */
} ZnReport;

static inline ZnPlace zn_report_place(const ZnReport *report, int line)
{
	return zn_place(report->file, line, 0);
}

/* --- expressions.c, functions.c: {{ }} --- */

typedef struct ZnReportData ZnReportData;
/* Loads the Data Package: `path`, or datapackage.json where there is one. */
ZnReportData *zn_report_data_new(ZnReport *report, const char *path);
ZnPackage *zn_report_package(const ZnReportData *data); /* NULL = none */
/* The text of an expression's value in the report's language. Reports and returns NULL when there is none. */
const char *zn_report_evaluate(ZnReport *report, ZnPlace place, const char *expression);
/* A text of the front matter with its expressions evaluated; NULL gives NULL. */
const char *zn_report_expand(ZnReport *report, const ZnFrontText *text);
/* A cell or number by its field's format, in the report's language; `field` may be NULL. */
const char *zn_report_format(const ZnReport *report, const ZnSchemaField *field, ZnValue value);

/* --- functions.c: cagr(), sum(), big() ... --- */

extern const char *const zn_report_functions[]; /* names, NULL-ended */
/* For ZnExprEnv: user = ZnReport. */
bool zn_report_call(void *user, const char *name, const ZnValue *args, size_t n, ZnValue *result);
bool zn_report_name(void *user, const char *name, ZnValue *result);
/* The table that a value stands for: its name, or what its name gives. NULL = none, nothing reported. */
ZnResource *zn_report_table_of(ZnReport *report, ZnValue value);
/* Reports at the place of the expression that is being evaluated, and ends it. */
void zn_report_fail(ZnReport *report, const char *hint, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* --- attributes.c --- */

const ZnAttributes *zn_report_attributes(ZnReport *report, const ZnHole *hole);
const char *zn_report_attribute(const ZnAttributes *attributes, const char *key); /* NULL = not given */
void zn_report_check_attributes(ZnReport *report, const ZnAttributes *attributes, const char *const *known);

bool zn_attributes_class(const ZnAttributes *attributes, const char *name);
/* Reports classes that mean nothing here. */
void zn_report_check_classes(ZnReport *report, const ZnAttributes *attributes, const char *const *known);

/* --- references.c: citations and the list of works --- */

/* "@a, p. 5; @b"; NULL when it is no citation, or cites what is not there (reported). */
const ZnCitation *zn_report_cite(ZnReport *report, const char *text, int line);
/* What stands in the text for one work, without brackets, and the id that it leads to. */
const char *zn_citation_text(const ZnReport *report, const ZnCitation *citation, const char **id);
/* Numbers the works and puts their list into the tree. */
void zn_report_place_references(ZnReport *report);

/* --- opening.c --- */

/* Names of the authors; NULL = none. */
const char *zn_report_authors(ZnReport *report, const char *gap);
/* The date, in the language's way when it is one; NULL = none. */
const char *zn_report_date(ZnReport *report);

/* --- markdown.c: text to tree; footnotes are added to the report --- */

ZnBlock *zn_report_parse(ZnReport *report, ZnPlace place, const char *text, size_t len);
ZnInline *zn_inline_text(ZnArena *arena, const char *text, int line);
/* Plain text of inlines: titles, alternative texts. */
const char *zn_inline_plain(ZnReport *report, const ZnInline *inlines);

/* --- tabledata.c: tables from files --- */

/* NULL, with problems reported, when the table cannot be made. */
ZnSheet *zn_sheet_from_file(ZnReport *report, const ZnBlock *block);
/* A table of Markdown: what its caption's attributes say of head, unit, notes. */
void zn_sheet_finish(ZnReport *report, const ZnBlock *block);

/* --- report.c --- */

/* The path, relative to the base folder, of a file that the report names: beside the report, or in the base folder. Reports and
 * returns NULL when it is in neither, or outside. */
const char *zn_report_find(const ZnReport *report, ZnPlace place, const char *name);

/* --- numbering.c --- */

/* Numbers headings, figures and tables, and lists what references may lead to; reports ids that stand twice. */
void zn_report_number(ZnReport *report);
/* The number of the element with that id: "3"; "" = it has none. */
const char *zn_report_number_of(const ZnReport *report, const char *id);
/* A reference's text ("рис. 2") and the id it leads to; reports a dangling one and returns NULL. */
const char *zn_report_reference(ZnReport *report, const ZnInline *reference, const char **id);
