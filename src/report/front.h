/* Front matter: the YAML block between “---” lines at the head of a report. */
#pragma once

#include "base/context.h"

/* A piece of text of the front matter and where it begins. text NULL = not given. */
typedef struct ZnFrontText {
	const char *text;
	ZnPlace place;
} ZnFrontText;

typedef struct ZnKeyFigure {
	ZnFrontText value, label;
} ZnKeyFigure;

typedef struct ZnFront {
	ZnFrontText title, subtitle, date, abstract, lang, theme, header, footer;
	ZnFrontText *authors, *keywords;
	size_t n_authors, cap_authors, n_keywords, cap_keywords;
	ZnKeyFigure *figures;
	size_t n_figures, cap_figures;
	bool toc;
	int toc_depth;
	bool numbering; /* of headings */
	ZnValue style;  /* property -> value, or undefined */
	ZnPlace style_place;
	const char *style_name;
	ZnValue page;  /* size, margins: as in `style` */
	size_t length; /* bytes of the block with its lines; 0 = there is none */
	int lines;     /* of the block */
} ZnFront;

/* Reports every problem; what could be read is in the answer all the same. */
ZnFront *zn_front_read(ZnContext *context, const char *file, const char *text, size_t len);
