/* Front matter: the YAML block between “---” lines at the head of a report. */
#pragma once

#include "report/style.h"

/* A piece of text of the front matter and where it begins. text NULL = not given. */
typedef struct ZnFrontText {
	const char *text;
	ZnPlace place;
} ZnFrontText;

/* An author; affiliation and contact may be missing. */
typedef struct ZnAuthor {
	ZnFrontText name, affiliation, email;
} ZnAuthor;

/* The opening once more in another language: `translation`. */
typedef struct ZnTranslation {
	ZnFrontText lang, title, authors, abstract;
	ZnFrontText *keywords;
	size_t n_keywords, cap_keywords;
} ZnTranslation;

/* What a report cites: an entry of `references`. Values by key, as they were written. */
typedef struct ZnReference {
	const char *id;
	ZnObject *values; /* title, author ..., texts; `author` a list of texts */
	ZnPlace place;
} ZnReference;

typedef struct ZnKeyFigure {
	ZnFrontText value, label;
} ZnKeyFigure;

typedef struct ZnFront {
	ZnFrontText title, subtitle, date, abstract, lang, theme, header, footer;
	ZnAuthor *authors;
	size_t n_authors, cap_authors;
	ZnFrontText *keywords;
	size_t n_keywords, cap_keywords;
	ZnTranslation translation;
	ZnReference *references;
	size_t n_references, cap_references;
	ZnKeyFigure *figures;
	size_t n_figures, cap_figures;
	bool toc;
	int toc_depth;
	bool numbering; /* of headings */
	ZnStyleSheet style; /* what `style`, `page` and `columns` say; its base = the style's name or file */
	ZnPlace style_place;
	size_t length; /* bytes of the block with its lines; 0 = there is none */
	int lines;     /* of the block */
} ZnFront;

/* Reports every problem; what could be read is in the answer all the same. */
ZnFront *zn_front_read(ZnContext *context, const char *file, const char *text, size_t len);

/* Appends the authors that a text names to `names`, as "Family, Given" or as they stand (names.c). */
void zn_names_split(ZnArena *arena, ZnArray *names, const char *text);
