#include "paint/pdf_tags.h"

#include "paint/device.h"

#include <math.h>
#include <string.h>

#define MAX_LEVEL 6
#define HEADROOM 9.0 /* pt between the top of a window and what a link leads to */

ZnPdfTags *zn_pdf_tags_new(ZnArena *arena, ZnPdfFile *file, GHashTable *ids)
{
	ZnPdfTags *tags = zn_new(arena, ZnPdfTags);
	tags->arena = arena;
	tags->file = file;
	tags->ids = ids;
	tags->places = g_hash_table_new(g_str_hash, g_str_equal);
	tags->by_serial = g_hash_table_new(NULL, NULL);
	tags->elements = g_ptr_array_new();
	tags->page_marks = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	tags->annotations = g_array_new(FALSE, FALSE, sizeof(ZnPdfAnnotation));
	tags->headings = g_array_new(FALSE, FALSE, sizeof(ZnPdfHeading));
	tags->page_annotations = g_array_new(FALSE, FALSE, sizeof(ZnPdfRef));
	tags->open = g_array_new(FALSE, FALSE, sizeof(ZnPdfOpen));
	tags->root = zn_new(arena, ZnPdfElement);
	tags->root->tag.type = ZN_TAG_DOCUMENT;
	g_ptr_array_add(tags->elements, tags->root);
	return tags;
}

void zn_pdf_tags_free(ZnPdfTags *tags)
{
	if (!tags)
		return;
	g_hash_table_unref(tags->places);
	g_hash_table_unref(tags->by_serial);
	g_ptr_array_unref(tags->elements);
	g_ptr_array_unref(tags->page_marks);
	g_array_unref(tags->annotations);
	g_array_unref(tags->headings);
	g_array_unref(tags->page_annotations);
	g_array_unref(tags->open);
}

void zn_pdf_tags_begin_page(ZnPdfTags *tags, ZnPdfRef page, double height, GString *out)
{
	tags->page = page;
	tags->page_height = height;
	tags->out = out;
	g_array_set_size(tags->page_annotations, 0);
	g_ptr_array_add(tags->page_marks, g_ptr_array_new());
}

static void end_mark(ZnPdfTags *tags)
{
	if (tags->marked)
		g_string_append(tags->out, "EMC\n");
	tags->marked = false;
}

void zn_pdf_tags_end_page(ZnPdfTags *tags)
{
	while (tags->open->len)
		zn_pdf_tags_end(tags);
	end_mark(tags);
}

/* --- elements --- */

static ZnPdfOpen *top(const ZnPdfTags *tags)
{
	return tags->open->len ? &g_array_index(tags->open, ZnPdfOpen, tags->open->len - 1) : NULL;
}

static ZnTag copy_tag(ZnArena *arena, const ZnTag *tag)
{
	ZnTag copy = *tag;
	copy.text = zn_arena_strdup(arena, tag->text);
	copy.lang = zn_arena_strdup(arena, tag->lang);
	copy.id = zn_arena_strdup(arena, tag->id);
	copy.target = zn_arena_strdup(arena, tag->target);
	return copy;
}

static ZnPdfElement *element_new(ZnPdfTags *tags, const ZnTag *tag, ZnPdfElement *parent)
{
	ZnPdfElement *element = zn_new(tags->arena, ZnPdfElement);
	element->tag = copy_tag(tags->arena, tag);
	element->parent = parent;
	if (tag->type == ZN_TAG_HEADING) /* readers find their way by levels without holes */
		tags->last_level = element->level = CLAMP(tag->level, 1, MIN(tags->last_level + 1, MAX_LEVEL));
	if (tag->type == ZN_TAG_NOTE)
		element->number = ++tags->n_notes;
	ZnPdfKid kid = {.kind = ZN_PDF_KID_ELEMENT, .element = element};
	zn_push(tags->arena, parent->kids, parent->n_kids, parent->cap_kids, kid);
	g_ptr_array_add(tags->elements, element);
	if (tag->serial)
		g_hash_table_insert(tags->by_serial, GINT_TO_POINTER(tag->serial), element);
	return element;
}

/* The place that an element defines when it is first opened. */
static ZnPdfPlace *place_new(ZnPdfTags *tags, const ZnPdfElement *element)
{
	const char *id = element->tag.id;
	if (id && g_hash_table_contains(tags->places, id))
		id = NULL;
	bool heading = element->tag.type == ZN_TAG_HEADING && element->tag.text;
	if (!id && !heading)
		return NULL;
	ZnPdfPlace *place = zn_new(tags->arena, ZnPdfPlace);
	place->name = id;
	if (id)
		g_hash_table_insert(tags->places, (gpointer)id, place);
	if (heading) {
		ZnPdfHeading entry = {element->tag.text, element->level, place};
		g_array_append_val(tags->headings, entry);
	}
	return place;
}

static bool leads_somewhere(const ZnPdfTags *tags, const char *target)
{
	return zn_link_safe(target) && (*target != '#' || g_hash_table_contains(tags->ids, target + 1));
}

void zn_pdf_tags_begin(ZnPdfTags *tags, const ZnTag *tag)
{
	ZnPdfOpen *above = top(tags), open = {.box = {INFINITY, INFINITY, -INFINITY, -INFINITY}};
	bool artifact = tag->type == ZN_TAG_ARTIFACT || (above && !above->element);
	if (!artifact && tag->type == ZN_TAG_DOCUMENT) {
		open.element = tags->root;
	} else if (!artifact) {
		open.element = tag->serial ? g_hash_table_lookup(tags->by_serial, GINT_TO_POINTER(tag->serial)) : NULL;
		if (!open.element) {
			open.element = element_new(tags, tag, above ? above->element : tags->root);
			open.place = place_new(tags, open.element);
		}
		if (tag->type == ZN_TAG_LINK && leads_somewhere(tags, tag->target))
			open.text = g_string_new(NULL);
		bool box = tag->type == ZN_TAG_FIGURE && (!open.element->page || open.element->page == tags->page);
		open.wants_ink = open.place || open.text || box;
	}
	tags->wanting += open.wants_ink;
	g_array_append_val(tags->open, open);
}

/* --- links --- */

static void append_target(GString *out, const char *target)
{
	if (*target == '#') {
		g_string_append(out, "/Dest");
		zn_pdf_bytes(out, target + 1, strlen(target + 1));
		return;
	}
	/* URIs are ASCII. */
	g_autofree char *uri = g_uri_escape_string(target, "%:/?#[]@!$&()*+,;='", FALSE);
	g_string_append(out, "/A<</S/URI/URI");
	zn_pdf_bytes(out, uri, strlen(uri));
	g_string_append(out, ">>");
}

static void put_link(ZnPdfTags *tags, ZnPdfOpen *link)
{
	ZnPdfElement *element = link->element;
	const char *contents = element->tag.text ? element->tag.text : link->text->len ? link->text->str : element->tag.target;
	g_autoptr(GString) text = g_string_new("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[");
	zn_pdf_numbers(text, link->box, 4, 2);
	g_string_append_printf(text, "]/StructParent %u/Contents", ZN_PDF_FIRST_ANNOTATION + tags->annotations->len);
	zn_pdf_text(text, contents, strlen(contents));
	append_target(text, element->tag.target);
	g_string_append(text, ">>");
	ZnPdfAnnotation annotation = {zn_pdf_add(tags->file, text), element};
	ZnPdfKid kid = {.kind = ZN_PDF_KID_ANNOTATION, .page = tags->page, .annotation = annotation.ref};
	zn_push(tags->arena, element->kids, element->n_kids, element->cap_kids, kid);
	element->has_link = true;
	g_array_append_val(tags->annotations, annotation);
	g_array_append_val(tags->page_annotations, annotation.ref);
}

void zn_pdf_tags_end(ZnPdfTags *tags)
{
	g_return_if_fail(tags->open->len > 0);
	ZnPdfOpen *open = top(tags);
	if (open->place && !open->place->set)
		*open->place = (ZnPdfPlace){open->place->name, tags->page, tags->page_height, true};
	if (open->text && open->inked)
		put_link(tags, open);
	else if (open->inked && open->element->tag.type == ZN_TAG_FIGURE) {
		open->element->page = tags->page;
		open->element->has_box = true;
		memcpy(open->element->box, open->box, sizeof open->box);
	}
	if (open->text)
		g_string_free(open->text, TRUE);
	tags->wanting -= open->wants_ink;
	g_array_set_size(tags->open, tags->open->len - 1);
}

/* --- content --- */

static bool in_figure(const ZnPdfElement *element)
{
	for (; element; element = element->parent) {
		if (element->tag.type == ZN_TAG_FIGURE)
			return true;
	}
	return false;
}

/* The element that the content belongs to; NULL = it is an artifact. */
static ZnPdfElement *owner(const ZnPdfTags *tags, ZnPdfContent content)
{
	const ZnPdfOpen *open = top(tags);
	ZnPdfElement *element = open ? open->element : NULL;
	if (!element || element == tags->root || content == ZN_PDF_DECORATION)
		return NULL;
	return content == ZN_PDF_TEXT || in_figure(element) ? element : NULL;
}

bool zn_pdf_tags_differ(const ZnPdfTags *tags, ZnPdfContent content)
{
	return !tags->marked || tags->current != owner(tags, content);
}

/* Names of content in pages say little; the structure says the rest. */
static const char *mark_name(const ZnPdfElement *element)
{
	return element->tag.type == ZN_TAG_FIGURE ? "Figure" : element->tag.type == ZN_TAG_LINK ? "Link" : "Span";
}

/* A mark of the element; its dictionary is left open. */
static void open_mark(ZnPdfTags *tags, ZnPdfElement *element)
{
	GPtrArray *marks = tags->page_marks->pdata[tags->page_marks->len - 1];
	ZnPdfKid kid = {.kind = ZN_PDF_KID_MARK, .page = tags->page, .mark = (int)marks->len};
	zn_push(tags->arena, element->kids, element->n_kids, element->cap_kids, kid);
	g_string_append_printf(tags->out, "/%s<</MCID %u", mark_name(element), marks->len);
	g_ptr_array_add(marks, element);
}

void zn_pdf_tags_mark(ZnPdfTags *tags, ZnPdfContent content)
{
	if (!zn_pdf_tags_differ(tags, content))
		return;
	end_mark(tags);
	ZnPdfElement *element = owner(tags, content);
	if (element) {
		open_mark(tags, element);
		g_string_append(tags->out, ">>BDC\n");
	} else {
		g_string_append(tags->out, "/Artifact BMC\n");
	}
	tags->marked = true;
	tags->current = element;
}

void zn_pdf_tags_replace(ZnPdfTags *tags, const char *text, size_t len)
{
	ZnPdfElement *element = owner(tags, ZN_PDF_TEXT);
	if (element) {
		end_mark(tags);
		open_mark(tags, element);
		tags->marked = true;
		tags->current = element;
	} else { /* within the artifact */
		g_string_append(tags->out, "/Span<<");
	}
	g_string_append(tags->out, "/ActualText");
	zn_pdf_hex_text(tags->out, text, len, true);
	g_string_append(tags->out, ">>BDC\n");
}

void zn_pdf_tags_replaced(ZnPdfTags *tags)
{
	if (owner(tags, ZN_PDF_TEXT))
		end_mark(tags);
	else
		g_string_append(tags->out, "EMC\n");
}

void zn_pdf_tags_ink(ZnPdfTags *tags, const double box[4])
{
	if (!tags->current)
		return;
	for (guint i = 0; i < tags->open->len; i++) {
		ZnPdfOpen *open = &g_array_index(tags->open, ZnPdfOpen, i);
		if (open->place && !open->place->set)
			*open->place = (ZnPdfPlace){open->place->name, tags->page, fmin(box[3] + HEADROOM, tags->page_height), true};
		open->inked = true;
		for (int k = 0; k < 2; k++) {
			open->box[k] = fmin(open->box[k], box[k]);
			open->box[k + 2] = fmax(open->box[k + 2], box[k + 2]);
		}
	}
}

void zn_pdf_tags_text(ZnPdfTags *tags, const char *text, size_t len)
{
	ZnPdfOpen *open = top(tags);
	if (!open || !open->element || !len)
		return;
	if (open->element->tag.type == ZN_TAG_LIST_LABEL && !open->element->label)
		open->element->label = g_utf8_get_char_validated(text, (gssize)len);
	for (guint i = 0; i < tags->open->len; i++) {
		GString *contents = g_array_index(tags->open, ZnPdfOpen, i).text;
		if (contents && !(len == 2 && !memcmp(text, "\xc2\xad", 2))) /* a broken word's hyphen */
			g_string_append_len(contents, text, (gssize)len);
	}
}
