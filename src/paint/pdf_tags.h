/* The logical structure of a PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): which element each piece of content belongs to, links,
 * places that links lead to, headings for the outline.
 *
 * Elements are opened and closed as the pages are painted (zn_pdf_tags_begin, _end); one that goes on over pages is found again by its
 * serial. Content asks for its mark before it is drawn; what belongs to no element is an artifact. At the end the tree is written
 * (pdf_structure.c), without elements that came to hold nothing. */
#pragma once

#include "base/arena.h"
#include "paint/pdf_file.h"
#include "scene/scene.h"

/* A place on a page. */
typedef struct ZnPdfPlace {
	const char *name; /* the id that it has; NULL for headings without one */
	ZnPdfRef page;
	double y;         /* pt from the page's foot */
	bool set;
} ZnPdfPlace;

typedef struct ZnPdfHeading {
	const char *text;
	int level; /* 1..6, none left out */
	ZnPdfPlace *place;
} ZnPdfHeading;

typedef struct ZnPdfElement ZnPdfElement;

typedef struct ZnPdfKid {
	enum { ZN_PDF_KID_ELEMENT, ZN_PDF_KID_MARK, ZN_PDF_KID_ANNOTATION } kind;
	ZnPdfElement *element;
	ZnPdfRef page, annotation;
	int mark;
} ZnPdfKid;

struct ZnPdfElement {
	ZnTag tag;   /* strings copied */
	int level;
	ZnPdfRef ref;
	ZnPdfElement *parent;
	ZnPdfKid *kids;
	size_t n_kids, cap_kids;
	ZnPdfRef page;     /* of the box */
	double box[4];     /* x1 y1 x2 y2 in pt: what was drawn of a figure */
	bool has_box;
	bool has_link;     /* an annotation belongs to it */
	gunichar label;    /* list labels: the first character */
	int number;        /* notes: for the identifier */
};

/* An element, or an artifact, that is open on the page. */
typedef struct ZnPdfOpen {
	ZnPdfElement *element; /* NULL = artifact */
	ZnPdfPlace *place;     /* to be set by the first ink */
	GString *text;         /* links: what was written */
	double box[4];
	bool wants_ink, inked;
} ZnPdfOpen;

typedef struct ZnPdfTags {
	ZnArena *arena;
	ZnPdfFile *file;
	GHashTable *ids;       /* what links may lead to: the ids of all elements in the document */
	GHashTable *places;    /* id -> ZnPdfPlace */
	GHashTable *by_serial; /* -> ZnPdfElement */
	ZnPdfElement *root;
	GPtrArray *elements;   /* in order of opening */
	GPtrArray *page_marks; /* a GPtrArray of elements a page: what its marks belong to */
	GArray *annotations;   /* of {ref, element}: for the parent tree */
	GArray *headings;      /* of ZnPdfHeading */
	int last_level, n_notes;
	/* the page */
	GString *out;
	ZnPdfRef page;
	double page_height;
	GArray *page_annotations; /* of ZnPdfRef */
	GArray *open;             /* of ZnPdfOpen */
	int wanting;              /* open elements that want ink */
	bool marked;              /* a mark is open in `out` */
	ZnPdfElement *current;    /* its element; NULL = artifact */
} ZnPdfTags;

typedef struct ZnPdfAnnotation {
	ZnPdfRef ref;
	ZnPdfElement *element;
} ZnPdfAnnotation;

/* Keys of the parent tree: pages have their number from 0, annotations come from here on. */
#define ZN_PDF_FIRST_ANNOTATION 100000u

/* What is drawn next. Text belongs to the element that is open; so do pictures and lines within figures, else they are artifacts. */
typedef enum { ZN_PDF_TEXT, ZN_PDF_GRAPHIC, ZN_PDF_DECORATION } ZnPdfContent;

/* `ids` (a set of strings) is not owned. */
ZnPdfTags *zn_pdf_tags_new(ZnArena *arena, ZnPdfFile *file, GHashTable *ids);
void zn_pdf_tags_free(ZnPdfTags *tags);

/* `out` takes the page's content, `height` in pt. */
void zn_pdf_tags_begin_page(ZnPdfTags *tags, ZnPdfRef page, double height, GString *out);
/* Ends the mark; tags->page_annotations are the page's. */
void zn_pdf_tags_end_page(ZnPdfTags *tags);

void zn_pdf_tags_begin(ZnPdfTags *tags, const ZnTag *tag);
void zn_pdf_tags_end(ZnPdfTags *tags);

/* Whether the content needs another mark than the one that is open; a text object must be ended first then. */
bool zn_pdf_tags_differ(const ZnPdfTags *tags, ZnPdfContent content);
void zn_pdf_tags_mark(ZnPdfTags *tags, ZnPdfContent content);
/* What is drawn until zn_pdf_tags_replaced is read as this text (14.9.4). Not a span within the mark, which poppler mistakes for the mark's
 * end, but a mark of its own beside it; the element's next content opens another. */
void zn_pdf_tags_replace(ZnPdfTags *tags, const char *text, size_t len);
void zn_pdf_tags_replaced(ZnPdfTags *tags);
/* What was drawn since: a box x1 y1 x2 y2 in pt. Needed only while tags->wanting. */
void zn_pdf_tags_ink(ZnPdfTags *tags, const double box[4]);
void zn_pdf_tags_text(ZnPdfTags *tags, const char *text, size_t len);

/* --- pdf_structure.c --- */

/* Writes the tree; returns its root. `lang` = the document's. */
ZnPdfRef zn_pdf_structure_put(ZnPdfTags *tags, const char *lang);
