/* Between the files that turn cmark-gfm's nodes into the document tree: markdown_inline.c for what stands within paragraphs,
 * markdown.c for blocks. */
#pragma once

#include "report/internal.h"

#include <cmark-gfm.h>

typedef struct ZnMarkdown {
	ZnReport *report;
	ZnArena *arena;
	const ZnSource *source;
	int line;          /* of the file on which the text begins */
	size_t first_note; /* of this text, in the report's notes */
	bool too_deep;     /* reported once */
} ZnMarkdown;

/* The file's line of a node. */
int zn_markdown_line(const ZnMarkdown *c, cmark_node *node);
/* The file's line of a line of the text that cmark sees, from 1. */
int zn_markdown_file_line(const ZnMarkdown *c, int line);
/* Nested deeper than ZN_LIMIT_DEPTH: reported. */
bool zn_markdown_too_deep(ZnMarkdown *c, cmark_node *node, int depth);
/* The children of a node that begins on `line`. Attributes and images are among them still. */
ZnInline *zn_markdown_inlines(ZnMarkdown *c, cmark_node *parent, int line, int depth);
/* Reports and takes out the attributes and images that no heading, caption or figure has taken. */
void zn_markdown_refuse_leftovers(ZnMarkdown *c, ZnInline **inlines);
